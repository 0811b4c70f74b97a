import { isFloat, type Value } from '../../php/values';
import type { Column, Table } from '../../schema/model';
import { type DoctrineColumn, defaultClause, doctrineColumn, typeClause } from './doctrineColumn';
import { refuseType, typeOf } from './doctrineTypes';
import { has } from './features';
import type { FluentState } from './fluent';
import { type Compiler, text, truthy } from './wrap';

/**
 * What doctrine/dbal 3 writes for Laravel 8 to 10's `change()` and `renameColumn()`: it reads the table, lays the
 * Blueprint's attributes over the column, and sends the column's whole definition. What the Blueprint does not say
 * stays. (Schema/Grammars/ChangeColumn.php; dbal's AbstractPlatform and AbstractMySQLPlatform)
 */
export interface DoctrineChange {
  readonly fluent: FluentState;
  readonly column: Column;
}

export function changeSql(c: Compiler, table: Table, changes: readonly DoctrineChange[]): readonly string[] {
  const overlaid = changes.map(({ fluent, column }) => ({ column, after: overlay(c, column, fluent) }));
  // dbal goes through the table's columns, in their order.
  overlaid.sort((a, b) => table.columns.indexOf(a.column) - table.columns.indexOf(b.column));
  const clauses = overlaid.flatMap(({ column, after }) => {
    const before = definition(c, doctrineColumn(c, column), table);
    const sql = definition(c, after, table);
    // Up to Laravel 9 every changed column counts as different.
    if (has(c.flavour.laravel, 'doctrineCompares') && before === sql) return [];
    return [`CHANGE ${name(column.name)} ${name(column.name)} ${sql}`];
  });
  return clauses.length === 0 ? [] : [`ALTER TABLE ${name(table.name)} ${clauses.join(', ')}`];
}

/** A rename loses the column's own character set and collation. */
export function renameSql(c: Compiler, table: Table, column: Column, to: string): readonly string[] {
  const plain = { ...doctrineColumn(c, column), charset: null, collation: null };
  const sql = definition(c, plain, table);
  return [`ALTER TABLE ${name(table.name)} CHANGE ${name(column.name)} ${name(to)} ${sql}`];
}

/** dbal quotes only names that are reserved words. */
function name(raw: string): string {
  return RESERVED.has(raw.toLowerCase()) ? `\`${raw.replaceAll('`', '``')}\`` : raw;
}

/** dbal's MySQL57Keywords, and MySQL80Keywords' further ones that are likely names. */
const RESERVED = new Set(
  `accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case
  change char character check collate column condition constraint continue convert create cross current_date
  current_time current_timestamp current_user cursor database databases dec decimal declare default delayed delete desc
  describe deterministic distinct distinctrow div double drop dual each else elseif enclosed escaped exists exit explain
  false fetch float float4 float8 for force foreign from fulltext generated get grant group having high_priority if
  ignore in index infile inner inout insensitive insert int integer interval into is iterate join key keys kill leading
  leave left like limit linear lines load localtime localtimestamp lock long longblob longtext loop low_priority match
  maxvalue mediumblob mediumint mediumtext middleint mod modifies natural not null numeric on optimize option optionally
  or order out outer outfile partition precision primary procedure purge range read reads real references regexp release
  rename repeat replace require resignal restrict return revoke right rlike schema schemas select sensitive separator
  set show signal smallint spatial specific sql sqlexception sqlstate sqlwarning ssl starting stored straight_join table
  terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update usage use
  using utc_date utc_time utc_timestamp values varbinary varchar varying virtual when where while with write xor
  year_month zerofill`.split(/\s+/),
);

/** Types for which Laravel takes character set and collation away. */
const WITHOUT_CHARSET = new Set(
  'bigInteger binary boolean date dateTime decimal double float integer json mediumInteger smallInteger time timestamp tinyInteger'.split(
    ' ',
  ),
);

const TEXT_LENGTHS: Readonly<Record<string, number>> = {
  tinytext: 1,
  text: 256,
  mediumtext: 65_536,
  longtext: 16_777_216,
};

/** The column with the Blueprint's attributes laid over it. */
function overlay(c: Compiler, column: Column, fluent: FluentState): DoctrineColumn {
  const written = text(c, fluent.get('type'));
  refuseType(c, written);
  const old = doctrineColumn(c, column);
  const given = (attribute: string): string | null => {
    const value = fluent.get(attribute);
    return value === null ? null : text(c, value);
  };
  const said = (attribute: string) => fluent.attributes.has(attribute);
  const plain = WITHOUT_CHARSET.has(written);
  return {
    type: typeOf(written),
    length: TEXT_LENGTHS[written.toLowerCase()] ?? (said('length') ? Number(given('length')) : old.length),
    precision: said('total') ? given('total') : said('precision') ? given('precision') : old.precision,
    scale: said('places') ? given('places') : old.scale,
    fixed: written === 'char' || old.fixed,
    unsigned: said('unsigned') ? truthy(c, fluent.get('unsigned')) : old.unsigned,
    notNull: said('nullable') ? !truthy(c, fluent.get('nullable')) : old.notNull,
    default: said('default') ? defaultText(c, fluent.get('default')) : old.default,
    autoIncrement: said('autoIncrement') ? truthy(c, fluent.get('autoIncrement')) : old.autoIncrement,
    comment: said('comment') ? (given('comment') ?? '') : old.comment,
    charset: given('charset') ?? (plain ? null : old.charset),
    collation: given('collation') ?? (plain ? null : old.collation),
  };
}

function defaultText(c: Compiler, value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return isFloat(value) ? String(value.value) : text(c, value);
}

function definition(c: Compiler, column: DoctrineColumn, table: Table): string {
  const always = !has(c.flavour.laravel, 'doctrineCompares');
  const charset =
    column.charset !== null && (always || column.charset !== table.charset) ? column.charset : null;
  const collation =
    column.collation !== null && (always || column.collation !== table.collation) ? column.collation : null;
  const { sql, hint } = typeClause(c, column);
  const comment = column.comment + hint;
  return [
    sql,
    charset === null ? '' : ` CHARACTER SET ${charset}`,
    defaultClause(column),
    column.notNull ? ' NOT NULL' : '',
    collation === null ? '' : ` COLLATE \`${collation}\``,
    comment === '' ? '' : ` COMMENT '${comment.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
  ].join('');
}
