import type {
  Check,
  Column,
  ColumnType,
  ForeignKey,
  Index,
  IndexPart,
  Partitioning,
  Table,
} from '../schema/model';
import { printType } from '../schema/printType';
import type { ServerProfile } from '../schema/server';
import { isValue } from './expression';
import { quoteName, quoteString } from './expressionPrint';
import { tokenize } from './lexer';
import { CANONICAL } from './lexicalRules';

/**
 * A table as SHOW CREATE TABLE of this vendor has it, without AUTO_INCREMENT. Reading the text again gives the same
 * table, as far as the server can hold it. `server` decides the spelling of what the vendors spell differently.
 */
export function printCreateTable(table: Table, server: ServerProfile): string {
  const order: readonly Index['kind'][] = ['primary', 'unique', 'index', 'spatial', 'vector', 'fulltext'];
  const indexes = order.flatMap((kind) => table.indexes.filter((index) => index.kind === kind));
  const lines = [
    ...table.columns.map((column) => `${quoteName(column.name)} ${printColumn(column, table, server)}`),
    ...indexes.map((index) => printIndex(index, server)),
    ...table.foreignKeys.map(printForeignKey),
    ...table.checks
      .filter(({ column }) => column === null || server.vendor === 'mysql')
      .map((check) => printCheck(check, server)),
  ];
  const temporary = table.temporary ? 'TEMPORARY ' : '';
  const body = lines.map((line) => `  ${line}`).join(',\n');
  return `CREATE ${temporary}TABLE ${quoteName(table.name)} (\n${body}\n)${printOptions(table)}`;
}

/** A column's definition after its name, as in CREATE and ALTER TABLE. `table` gives the default character set. */
export function printColumn(
  column: Column,
  table: Pick<Table, 'charset' | 'collation' | 'checks'>,
  server: ServerProfile,
): string {
  const isMysql = server.vendor === 'mysql';
  const isMariadbJson = column.type.base === 'json' && !isMysql;
  const parts: string[] = [
    isMariadbJson ? 'longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : typeText(column.type),
  ];
  if (column.charset !== null && column.charset !== table.charset)
    parts.push(`CHARACTER SET ${column.charset}`);
  if (column.collation !== null && column.collation !== table.collation)
    parts.push(`COLLATE ${column.collation}`);
  if (column.generated) {
    parts.push(
      `GENERATED ALWAYS AS (${column.generated.sql})`,
      column.generated.stored ? 'STORED' : 'VIRTUAL',
    );
    if (!column.nullable && isMysql) parts.push('NOT NULL');
  } else if (!column.nullable) parts.push('NOT NULL');
  else if (column.type.base === 'timestamp') parts.push('NULL');
  if (column.srid !== null && isMysql) parts.push(`/*!80003 SRID ${column.srid} */`);
  if (column.invisible) parts.push(isMysql ? '/*!80023 INVISIBLE */' : 'INVISIBLE');
  const value = printDefault(column, server);
  if (value !== null) parts.push(`DEFAULT ${value}`);
  if (column.autoIncrement) parts.push('AUTO_INCREMENT');
  if (column.onUpdate !== null) parts.push(`ON UPDATE ${column.onUpdate}`);
  if (column.comment !== '') parts.push(`COMMENT ${quoteString(column.comment)}`);
  if (isMariadbJson) parts.push(`CHECK (json_valid(${quoteName(column.name)}))`);
  const own = isMysql ? undefined : table.checks.find((check) => check.column === column.name);
  if (own) parts.push(`CHECK (${own.sql})`);
  return parts.join(' ');
}

/** Members are string literals here, with backslashes escaped. */
function typeText(type: ColumnType): string {
  return type.members ? `${type.base}(${type.members.map(quoteString).join(',')})` : printType(type);
}

const WITHOUT_LITERAL = /(?:text|blob|json|geometry|point|linestring|polygon|collection)$/;

function printDefault(column: Column, server: ServerProfile): string | null {
  const given = column.default;
  if (given === null)
    return column.nullable && !column.generated && !WITHOUT_LITERAL.test(column.type.base) ? 'NULL' : null;
  if (given.kind === 'expression') {
    return /^CURRENT_TIMESTAMP(?:\(\d\))?$/.test(given.sql) ? given.sql : `(${given.sql})`;
  }
  if (column.type.base === 'bit' && given.value.startsWith("b'")) return given.value;
  const quoted = quoteString(given.value);
  // MySQL takes a value for these types only as an expression.
  return server.vendor === 'mysql' && WITHOUT_LITERAL.test(column.type.base) ? `(${quoted})` : quoted;
}

const KEYS: Readonly<Record<Index['kind'], string>> = {
  primary: 'PRIMARY KEY',
  unique: 'UNIQUE KEY',
  index: 'KEY',
  fulltext: 'FULLTEXT KEY',
  spatial: 'SPATIAL KEY',
  vector: 'VECTOR KEY',
};

/** An index as in CREATE TABLE, or after ADD. */
export function printIndex(index: Index, server: ServerProfile): string {
  const isMysql = server.vendor === 'mysql';
  const name = index.kind === 'primary' ? '' : ` ${quoteName(index.name)}`;
  const parts = [`${KEYS[index.kind]}${name} (${index.parts.map(printPart).join(',')})`];
  if (index.hash && !isMysql) parts.push('USING HASH');
  if (index.comment !== '') parts.push(`COMMENT ${quoteString(index.comment)}`);
  if (index.parser !== null) parts.push(`/*!50100 WITH PARSER ${quoteName(index.parser)} */`);
  if (!index.visible) parts.push(isMysql ? '/*!80000 INVISIBLE */' : 'IGNORED');
  return parts.join(' ');
}

function printPart(part: IndexPart): string {
  const direction = part.descending ? ' DESC' : '';
  if ('expression' in part) return `(${part.expression})${direction}`;
  const length = part.length === null ? '' : `(${part.length})`;
  return `${quoteName(part.column)}${length}${direction}`;
}

/** A foreign key as in CREATE TABLE, or after ADD. Rules that are the default, or unknown, are left out. */
export function printForeignKey(key: ForeignKey): string {
  const list = (names: readonly string[]) => names.map(quoteName).join(', ');
  const schema = key.referencedSchema === null ? '' : `${quoteName(key.referencedSchema)}.`;
  const rule = (event: string, name: string) =>
    name === 'restrict' || name === 'unknown' ? '' : ` ON ${event} ${name.toUpperCase()}`;
  const target = `${schema}${quoteName(key.referencedTable)} (${list(key.referencedColumns)})`;
  return (
    `CONSTRAINT ${quoteName(key.name)} FOREIGN KEY (${list(key.columns)}) REFERENCES ${target}` +
    rule('DELETE', key.onDelete) +
    rule('UPDATE', key.onUpdate)
  );
}

/** A check as in CREATE TABLE, or after ADD. */
export function printCheck(check: Check, server: ServerProfile): string {
  const name = check.column === null ? `CONSTRAINT ${quoteName(check.name)} ` : '';
  const enforced = check.enforced || server.vendor === 'mariadb' ? '' : ' /*!80016 NOT ENFORCED */';
  // `x <> 0` is kept as `x`, which MySQL refuses: it is no truth value.
  const tokens = tokenize(check.sql, CANONICAL).filter(({ kind }) => kind !== 'end');
  const sql = server.vendor === 'mysql' && isValue(tokens) ? `(${check.sql}) <> 0` : check.sql;
  return `${name}CHECK (${sql})${enforced}`;
}

function printOptions(table: Table): string {
  const parts = [`ENGINE=${table.engine}`, `DEFAULT CHARSET=${table.charset}`, `COLLATE=${table.collation}`];
  for (const [name, value] of Object.entries(table.options)) {
    if (name === 'SYSTEM_VERSIONING') continue;
    parts.push(/^\w+$/.test(value) ? `${name}=${value}` : `${name}=${quoteString(value)}`);
  }
  if (table.comment !== '') parts.push(`COMMENT=${quoteString(table.comment)}`);
  if (table.options.SYSTEM_VERSIONING) parts.push('WITH SYSTEM VERSIONING');
  const partitioning = table.partitioning ? `\n${printPartitioning(table.partitioning)}` : '';
  return ` ${parts.join(' ')}${partitioning}`;
}

/** `PARTITION BY …` with its list of partitions. */
export function printPartitioning({ method, expression, partitions, subpartition }: Partitioning): string {
  const head = `PARTITION BY ${method} (${expression})`;
  const sub = /^(.*?) ?(\d*)$/s.exec(subpartition ?? '');
  const subText = subpartition
    ? `\nSUBPARTITION BY ${sub?.[1]}${sub?.[2] ? `\nSUBPARTITIONS ${sub[2]}` : ''}`
    : '';
  if (/HASH|KEY/.test(method)) return `${head}\nPARTITIONS ${partitions.length}`;
  const list = partitions.map(({ name, description }) => {
    const values = method.startsWith('RANGE') ? 'VALUES LESS THAN' : 'VALUES IN';
    const isBare = description === 'maxvalue' && method === 'RANGE';
    return ` PARTITION ${quoteName(name)} ${values} ${isBare ? 'MAXVALUE' : `(${description})`}`;
  });
  return `${head}${subText}\n(${list.join(',\n')})`;
}
