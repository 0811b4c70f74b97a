import { isFloat, type Value } from '../../php/values';
import type { Column, Table } from '../../schema/model';
import type { FluentState } from './fluent';
import { type Compiler, expressionOf, text, truthy } from './wrap';

/**
 * What doctrine/dbal 3 writes for Laravel 8 to 10's `change()` and `renameColumn()`: it reads the table, lays the
 * Blueprint's attributes over the column, and where that differs sends the column's whole definition. What the
 * Blueprint does not say stays. (Schema/Grammars/ChangeColumn.php; dbal's AbstractMySQLPlatform)
 */
export interface DoctrineChange {
  readonly fluent: FluentState;
  readonly column: Column;
}

export function changeSql(c: Compiler, table: Table, changes: readonly DoctrineChange[]): readonly string[] {
  const clauses = changes.flatMap(({ fluent, column }) => {
    const before = definition(fromModel(column), table);
    const after = definition(overlaid(c, column, fluent), table);
    return before === after ? [] : [`CHANGE ${name(column.name)} ${name(column.name)} ${after}`];
  });
  return clauses.length === 0 ? [] : [`ALTER TABLE ${name(table.name)} ${clauses.join(', ')}`];
}

export function renameSql(_c: Compiler, table: Table, column: Column, to: string): readonly string[] {
  const sql = definition(fromModel(column), table);
  return [`ALTER TABLE ${name(table.name)} CHANGE ${name(column.name)} ${name(to)} ${sql}`];
}

/** A column as dbal sees it. */
interface DoctrineColumn {
  readonly type: string;
  readonly length: string | null;
  readonly precision: string | null;
  readonly scale: string | null;
  readonly fixed: boolean;
  readonly unsigned: boolean;
  readonly notNull: boolean;
  /** SQL of the default, or null. */
  readonly default: string | null;
  readonly autoIncrement: boolean;
  readonly comment: string;
  readonly charset: string | null;
  readonly collation: string | null;
}

/** dbal quotes only names that are reserved words or odd; the parser takes both. */
function name(raw: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(raw) && !RESERVED.has(raw.toLowerCase())
    ? raw
    : `\`${raw.replaceAll('`', '``')}\``;
}

const RESERVED = new Set(
  `add all alter analyze and as asc before between bigint binary blob both by call cascade case change char character
  check collate column condition constraint continue convert create cross current_date current_time current_timestamp
  cursor database databases dec decimal declare default delete desc describe distinct double drop dual each else exists
  explain false fetch float for force foreign from fulltext function generated get grant group groups having if ignore
  in index infile inner inout insert int integer interval into is join key keys kill lead leading leave left like limit
  lines load lock long loop match mediumint mod natural not null numeric of on optimize option or order out outer over
  partition precision primary procedure purge range rank read real references regexp release rename repeat replace
  require restrict return revoke right rlike row rows schema schemas select separator set show smallint spatial sql ssl
  starting stored system table terminated then tinyint to trailing trigger true undo union unique unlock unsigned update
  usage use using values varbinary varchar varying virtual when where while window with write xor zerofill`.split(
    /\s+/,
  ),
);

const TEXT_LENGTHS: Readonly<Record<string, string>> = {
  tinytext: 'TINYTEXT',
  text: 'TEXT',
  mediumtext: 'MEDIUMTEXT',
  longtext: 'LONGTEXT',
};

function fromModel(column: Column): DoctrineColumn {
  const { type } = column;
  return {
    type: type.base,
    length: type.length === null ? null : String(type.length),
    precision: type.base === 'decimal' && type.length !== null ? String(type.length) : null,
    scale: type.scale === null ? null : String(type.scale),
    fixed: type.base === 'char' || type.base === 'binary',
    unsigned: type.unsigned,
    notNull: !column.nullable,
    default: defaultSql(column),
    autoIncrement: column.autoIncrement,
    comment: column.comment,
    charset: column.charset,
    collation: column.collation,
  };
}

function defaultSql(column: Column): string | null {
  if (column.default === null) return null;
  return column.default.kind === 'literal' ? quote(column.default.value) : column.default.sql;
}

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Fluent types by the server's type that dbal makes of them. */
const BASES: Readonly<Record<string, string>> = {
  string: 'varchar',
  char: 'char',
  tinytext: 'tinytext',
  text: 'text',
  mediumtext: 'mediumtext',
  longtext: 'longtext',
  biginteger: 'bigint',
  integer: 'int',
  smallinteger: 'smallint',
  mediuminteger: 'int',
  tinyinteger: 'tinyint',
  boolean: 'tinyint',
  decimal: 'decimal',
  float: 'double',
  double: 'double',
  date: 'date',
  datetime: 'datetime',
  timestamp: 'timestamp',
  time: 'time',
  json: 'json',
  jsonb: 'json',
  binary: 'longblob',
  uuid: 'char',
};

const TEXTUAL = new Set(['varchar', 'char', 'tinytext', 'text', 'mediumtext', 'longtext']);

/** dbal has no such type: `Type::getType` throws. */
const MISSING_TYPES: ReadonlySet<string> = new Set([
  'enum',
  'set',
  'mediuminteger',
  'tinyinteger',
  'timestamp',
  'year',
  'geometry',
  'ipaddress',
  'macaddress',
  'double',
  'char',
  'jsonb',
  'timestamptz',
  'datetimetz',
  'timetz',
]);
/** … some of which Laravel maps itself from version 9 or 10 on, or registers. */
const MAPPED: ReadonlySet<string> = new Set(['double', 'char', 'timestamp', 'tinytext']);

function overlaid(c: Compiler, column: Column, fluent: FluentState): DoctrineColumn {
  const type = text(c, fluent.get('type')).toLowerCase();
  refuseMissingType(c, type);
  const base = BASES[type] ?? column.type.base;
  const old = fromModel(column);
  const given = (attribute: string): Value => fluent.get(attribute);
  const isText = TEXTUAL.has(base);
  const has = (attribute: string) => fluent.attributes.has(attribute);
  return {
    type: base,
    length: lengthOf(c, base, type, given('length'), old),
    precision: given('total') !== null ? text(c, given('total')) : (old.precision ?? '10'),
    scale: given('places') !== null ? text(c, given('places')) : (old.scale ?? '0'),
    fixed: base === 'char',
    unsigned: has('unsigned') ? truthy(c, given('unsigned')) : old.unsigned,
    notNull: has('nullable') ? !truthy(c, given('nullable')) : old.notNull,
    default: has('default') ? defaultOf(c, given('default')) : old.default,
    autoIncrement: has('autoIncrement') ? truthy(c, given('autoIncrement')) : old.autoIncrement,
    comment: given('comment') !== null ? text(c, given('comment')) : old.comment,
    charset: !isText ? null : given('charset') !== null ? text(c, given('charset')) : old.charset,
    collation: !isText ? null : given('collation') !== null ? text(c, given('collation')) : old.collation,
  };
}

function refuseMissingType(c: Compiler, type: string): void {
  const { major } = c.flavour.laravel;
  if (!MISSING_TYPES.has(type) || (MAPPED.has(type) && major >= 9)) return;
  c.php.throw(
    'Doctrine\\DBAL\\Exception',
    `Unknown column type "${type}" requested. Any Doctrine type that you use has to be registered with \\Doctrine\\DBAL\\Types\\Type::addType(). ` +
      'You can get a list of all the known types with \\Doctrine\\DBAL\\Types\\Type::getTypesMap(). ' +
      'If this error occurs during database introspection then you might have forgotten to register all database types for a Doctrine Type. ' +
      'Use AbstractPlatform#registerDoctrineTypeMapping() or have your custom types implement Type#getMappedDatabaseTypes(). ' +
      'If the type name is empty you might have a problem with the cache or forgot some mapping information.',
  );
}

function lengthOf(c: Compiler, base: string, type: string, given: Value, old: DoctrineColumn): string | null {
  if (type === 'uuid') return '36';
  if (base !== 'varchar' && base !== 'char') return null;
  return given === null ? (old.length ?? '255') : text(c, given);
}

function defaultOf(c: Compiler, value: Value): string | null {
  if (value === null) return null;
  if (expressionOf(value)) return text(c, value);
  if (typeof value === 'boolean') return value ? quote('1') : quote('0');
  return isFloat(value) ? quote(String(value.value)) : quote(text(c, value));
}

function definition(column: DoctrineColumn, table: Table): string {
  let sql = typeSql(column);
  const ownCharset = column.charset !== null && column.charset !== table.charset;
  const ownCollation = column.collation !== null && column.collation !== table.collation;
  if (ownCharset) sql += ` CHARACTER SET ${column.charset}`;
  if (column.autoIncrement) sql += ' AUTO_INCREMENT';
  if (column.default !== null) sql += ` DEFAULT ${column.default}`;
  else if (!column.notNull) sql += ' DEFAULT NULL';
  if (column.notNull) sql += ' NOT NULL';
  if (ownCollation) sql += ` COLLATE \`${column.collation}\``;
  if (column.comment !== '') sql += ` COMMENT ${quote(column.comment)}`;
  return sql;
}

function typeSql(column: DoctrineColumn): string {
  const unsigned = column.unsigned ? ' UNSIGNED' : '';
  switch (column.type) {
    case 'varchar':
      return `VARCHAR(${column.length ?? '255'})`;
    case 'char':
      return `CHAR(${column.length ?? '255'})`;
    case 'decimal':
      return `NUMERIC(${column.precision ?? '10'}, ${column.scale ?? '0'})${unsigned}`;
    case 'double':
    case 'float':
      return `DOUBLE PRECISION${unsigned}`;
    case 'tinyint':
      return 'TINYINT(1)';
    case 'int':
    case 'bigint':
    case 'smallint':
      return column.type.toUpperCase() + unsigned;
    default:
      return (TEXT_LENGTHS[column.type] ?? column.type.toUpperCase()) + unsigned;
  }
}
