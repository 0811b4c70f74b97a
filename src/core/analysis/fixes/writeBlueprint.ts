import type { Column, ForeignKey, Index, Table } from '../../schema/model';

/*
 * Parts of a schema as the Blueprint calls that make them: `$table->string('name', 100)->nullable()`. null where no
 * Blueprint call makes just this. What is written here is run before anybody is offered it, so a call that this Laravel
 * version does not have, or that means something else, costs the fix and nothing more.
 */

/** A text as a PHP string. */
export function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

const phpList = (texts: readonly string[]): string =>
  texts.length === 1 ? phpString(texts[0] ?? '') : `[${texts.map(phpString).join(', ')}]`;

export interface WritingContext {
  /** `$table` */
  readonly variable: string;
  readonly table: Table;
  /** `Schema::defaultStringLength`, 255 unless set. */
  readonly stringLength: number;
}

/** The call that adds a column, without the closing semicolon; `after` where it does not stand at the end. */
export function columnCall(context: WritingContext, column: Column, after: string | null): string | null {
  const { variable, table } = context;
  const made = typeCall(context, column);
  if (made === null || column.srid !== null || column.invisible) return null;
  const parts = [`${variable}->${made}`];
  const isText = column.charset !== null && column.type.base !== 'json';
  if (isText && column.charset !== table.charset) parts.push(`charset(${phpString(column.charset ?? '')})`);
  if (isText && column.collation !== table.collation)
    parts.push(`collation(${phpString(column.collation ?? '')})`);
  if (column.generated)
    parts.push(`${column.generated.stored ? 'storedAs' : 'virtualAs'}(${phpString(column.generated.sql)})`);
  if (column.nullable) parts.push('nullable()');
  const standard = defaultCalls(column);
  if (standard === null) return null;
  parts.push(...standard);
  if (column.comment !== '') parts.push(`comment(${phpString(column.comment)})`);
  if (after !== null) parts.push(after === '' ? 'first()' : `after(${phpString(after)})`);
  return parts.join('->');
}

/** The calls for DEFAULT and ON UPDATE; null for a default that is written only by a raw expression we do not know to mean the same. */
export function defaultCalls(column: Column): readonly string[] | null {
  const calls: string[] = [];
  const { default: value, onUpdate } = column;
  if (value?.kind === 'literal') {
    const isNumber = /^(?:tiny|small|medium|big)?int$|^(?:decimal|double|float)$/.test(column.type.base);
    const isFlag = column.type.base === 'tinyint' && column.type.length === 1 && /^[01]$/.test(value.value);
    if (isFlag) calls.push(`default(${value.value === '1'})`);
    else
      calls.push(
        `default(${isNumber && /^-?\d+(?:\.\d+)?$/.test(value.value) ? value.value : phpString(value.value)})`,
      );
  } else if (value?.kind === 'expression') {
    if (/^CURRENT_TIMESTAMP(?:\(\d\))?$/.test(value.sql)) calls.push('useCurrent()');
    else calls.push(`default(new \\Illuminate\\Database\\Query\\Expression(${phpString(`(${value.sql})`)}))`);
  } else if (value) return null;
  if (onUpdate !== null) calls.push('useCurrentOnUpdate()');
  return calls;
}

/** Types that one method without arguments makes; unsigned integers are told apart below. */
const PLAIN: Readonly<Record<string, string>> = {
  tinytext: 'tinyText',
  text: 'text',
  mediumtext: 'mediumText',
  longtext: 'longText',
  date: 'date',
  year: 'year',
  json: 'json',
  blob: 'binary',
  double: 'double',
};

/** The method that makes each type of integer; its unsigned form begins with `unsigned`. */
export const INTEGERS: Readonly<Record<string, string>> = {
  tinyint: 'tinyInteger',
  smallint: 'smallInteger',
  mediumint: 'mediumInteger',
  int: 'integer',
  bigint: 'bigInteger',
};

const TIMES: Readonly<Record<string, string>> = {
  datetime: 'dateTime',
  timestamp: 'timestamp',
  time: 'time',
};

function typeCall(context: WritingContext, column: Column): string | null {
  const { type } = column;
  const name = phpString(column.name);
  if (type.zerofill) return null;
  const integer = INTEGERS[type.base];
  if (integer !== undefined) return integerCall(column, integer);
  const plain = PLAIN[type.base];
  if (plain !== undefined && type.length === null && !type.unsigned) return `${plain}(${name})`;
  const time = TIMES[type.base];
  if (time !== undefined) return `${time}(${name}${type.length ? `, ${type.length}` : ''})`;
  switch (type.base) {
    case 'varchar':
      return `string(${name}${type.length === context.stringLength ? '' : `, ${type.length}`})`;
    case 'char':
      if (type.length === 36 && column.charset === context.table.charset) return `uuid(${name})`;
      return `char(${name}, ${type.length})`;
    case 'decimal':
      return `decimal(${name}, ${type.length}, ${type.scale})${type.unsigned ? '->unsigned()' : ''}`;
    case 'float':
      return type.length === null ? `float(${name})` : null;
    case 'enum':
    case 'set':
      return `${type.base}(${name}, [${(type.members ?? []).map(phpString).join(', ')}])`;
    default:
      return null;
  }
}

function integerCall({ name, type, autoIncrement }: Column, method: string): string | null {
  if (type.base === 'tinyint' && type.length === 1)
    return type.unsigned ? null : `boolean(${phpString(name)})`;
  if (type.base === 'bigint' && type.unsigned && autoIncrement)
    return name === 'id' ? 'id()' : `id(${phpString(name)})`;
  const unsigned = `unsigned${method.charAt(0).toUpperCase()}${method.slice(1)}`;
  return `${type.unsigned ? unsigned : method}(${phpString(name)})${autoIncrement ? '->autoIncrement()' : ''}`;
}

const INDEX_METHODS: Readonly<Record<Index['kind'], string | null>> = {
  primary: 'primary',
  unique: 'unique',
  index: 'index',
  fulltext: 'fullText',
  spatial: 'spatialIndex',
  vector: null,
};

/** The call that makes an index under its own name. */
export function indexCall({ variable }: WritingContext, index: Index): string | null {
  const method = INDEX_METHODS[index.kind];
  const columns = index.parts.map((part) =>
    'column' in part && part.length === null && !part.descending ? part.column : null,
  );
  if (method === null || !index.visible || !columns.every((column) => column !== null)) return null;
  const named = index.kind === 'primary' ? '' : `, ${phpString(index.name)}`;
  return `${variable}->${method}(${phpList(columns)}${named})`;
}

/** The call that drops an index. */
export function dropIndexCall({ variable }: WritingContext, { kind, name }: Index): string {
  if (kind === 'primary') return `${variable}->dropPrimary()`;
  const method = { unique: 'dropUnique', fulltext: 'dropFullText', spatial: 'dropSpatialIndex' } as const;
  const found = method[kind as keyof typeof method] ?? 'dropIndex';
  return `${variable}->${found}(${phpString(name)})`;
}

/** The call that makes a foreign key under its own name. */
export function foreignKeyCall({ variable }: WritingContext, key: ForeignKey): string | null {
  if (key.referencedSchema !== null || key.onDelete === 'unknown' || key.onUpdate === 'unknown') return null;
  const calls = [
    `${variable}->foreign(${phpList(key.columns)}, ${phpString(key.name)})`,
    `references(${phpList(key.referencedColumns)})`,
    `on(${phpString(key.referencedTable)})`,
  ];
  if (key.onDelete !== 'restrict') calls.push(`onDelete(${phpString(key.onDelete)})`);
  if (key.onUpdate !== 'restrict') calls.push(`onUpdate(${phpString(key.onUpdate)})`);
  return calls.join('->');
}
