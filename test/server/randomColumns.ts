import type { Column, Table } from '../../src/core/schema/model';
import type { Random } from './random';

/*
 * Random definitions of columns: valid to look at, and mostly to the server. Names come from a small pool, so that
 * statements often collide.
 */

export const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;

const LONG = 'a_column_whose_name_has_exactly_as_many_characters_as_may_be_64_';
const TOO_LONG = 'a_column_whose_name_has_one_character_more_than_there_may_be__65_';
const COLUMNS = ['id', 'a', 'b', 'c', 'd', 'e', 'f', 'name', 'created_at'];

/** A name for a new column. */
export const newColumn = (r: Random): string =>
  r.way([
    [60, () => r.pick(COLUMNS)],
    [2, () => r.pick(COLUMNS).toUpperCase()],
    [1, () => r.pick(['order', 'Größe', 'two words', 'key'])],
    [0.5, () => r.pick([LONG, LONG, TOO_LONG])],
  ]);

/** The name of one of the table's columns, sometimes of none. */
export function someColumn(r: Random, table: Table | undefined): string {
  if (!table || table.columns.length === 0 || r.chance(0.06)) return newColumn(r);
  const { name } = r.pick(table.columns);
  return r.chance(0.03) ? name.toUpperCase() : name;
}

const CHARSETS = ['latin1', 'utf8mb4', 'utf8mb3', 'ascii', 'binary', 'utf8'];
const COLLATIONS = [
  'utf8mb4_bin',
  'utf8mb4_unicode_ci',
  'utf8mb4_general_ci',
  'latin1_swedish_ci',
  'latin1_bin',
  'utf8mb3_general_ci',
];
export const someCharset = (r: Random): string =>
  r.way([
    [6, () => `character set ${r.pick(CHARSETS)}`],
    [4, () => `collate ${r.pick(COLLATIONS)}`],
    [3, () => `character set utf8mb4 collate ${r.pick(COLLATIONS)}`],
    [0.1, () => 'character set klingon'],
    [0.1, () => 'collate utf8mb4_nowhere_ci'],
  ]);

export type Kind = 'number' | 'text' | 'blob' | 'moment' | 'spatial' | 'other';

/** A column, and what kind of key it can be in. */
export interface Named {
  readonly name: string;
  readonly kind: Kind;
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/int$|^(?:decimal|float|double|year)$/, 'number'],
  [/char$|^(?:enum|set)$/, 'text'],
  [/text$|blob$|^json$/, 'blob'],
  [/^(?:date|time)/, 'moment'],
  [/point$|polygon$|linestring$|^geom/, 'spatial'],
];

export const namedColumns = (table: Table | undefined): readonly Named[] =>
  table?.columns.map(({ name, type: { base } }) => ({
    name,
    kind: KINDS.find(([form]) => form.test(base))?.[1] ?? 'other',
  })) ?? [{ name: 'a', kind: 'number' }];

interface RandomType {
  readonly sql: string;
  /** Defaults that fit, as SQL. */
  readonly fitting: readonly string[];
  readonly kind: Kind;
}

const type = (sql: string, kind: RandomType['kind'], ...fitting: string[]): RandomType => ({
  sql,
  kind,
  fitting,
});

const sign = (r: Random) => r.maybe(0.4, () => r.pick([' unsigned', ' unsigned', ' zerofill', ' signed']));
const charset = (r: Random) => r.maybe(0.15, () => ` ${r.pick([someCharset(r), 'binary', 'ascii'])}`);
const precision = (r: Random) => r.maybe(0.3, () => `(${mostly(r, [0, 1, 3, 6], [7])})`);

function integer(r: Random): RandomType {
  const base = r.pick([
    'tinyint',
    'smallint',
    'mediumint',
    'int',
    'int',
    'integer',
    'bigint',
    'bigint',
    'int8',
  ]);
  const width = r.maybe(0.2, () => `(${mostly(r, [1, 3, 10, 11, 20, 255], [256])})`);
  return type(`${base}${width}${sign(r)}`, 'number', "'1'", '0', '5', '-1', "'7'", '1.5', 'true');
}

function exact(r: Random): RandomType {
  const base = r.pick(['decimal', 'decimal', 'numeric', 'dec', 'fixed']);
  const size = mostly(
    r,
    ['', '(8)', '(8,2)', '(8,2)', '(10,0)', '(65,30)', '(5,5)', '(20,6)'],
    ['(2,4)', '(66,2)'],
  );
  return type(`${base}${size}${sign(r)}`, 'number', '0', "'1.5'", '1.005', "'-3'", '0.00');
}

function approximate(r: Random): RandomType {
  const base = r.pick([
    'float',
    'double',
    'double precision',
    'real',
    'float(7,3)',
    'double(8,2)',
    'float(20)',
    'float(30)',
  ]);
  return type(`${base}${sign(r)}`, 'number', '0', "'1.5'", '3', '-2');
}

function text(r: Random): RandomType {
  const base = r.way([
    [
      10,
      () =>
        `varchar(${mostly(r, [1, 10, 20, 36, 63, 64, 100, 191, 191, 255, 255, 255, 255, 256], [768, 769, 1000, 16383, 16384, 65535])})`,
    ],
    [3, () => `char${mostly(r, ['', '(1)', '(10)', '(36)', '(255)'], ['(256)'])}`],
    [0.5, () => 'character varying(20)'],
  ]);
  if (r.chance(0.02)) return type(`${r.pick(['national varchar', 'nvarchar'])}(20)`, 'text', "'x'");
  return type(`${base}${charset(r)}`, 'text', "''", "'x'", "'1'", "'it''s'", '1');
}

function long(r: Random): RandomType {
  const base = r.pick(['tinytext', 'text', 'text', 'mediumtext', 'longtext', 'text(100)', 'text(70000)']);
  return type(`${base}${charset(r)}`, 'blob', "('x')", "'x'");
}

function bytes(r: Random): RandomType {
  return r.way([
    [2, () => type(`binary(${mostly(r, [1, 16, 255], [256])})`, 'other', "'x'", "''")],
    [2, () => type(`varbinary(${r.pick([1, 16, 255, 5000])})`, 'other', "'x'", "''")],
    [2, () => type(r.pick(['blob', 'tinyblob', 'mediumblob', 'longblob', 'blob(10)']), 'blob', "('x')")],
  ]);
}

function moment(r: Random): RandomType {
  const size = precision(r);
  return r.way([
    [3, () => type('date', 'moment', "'2020-01-31'", "'2020-1-1'", '(current_date)')],
    [
      3,
      () =>
        type(
          `datetime${size}`,
          'moment',
          "'2020-01-31 10:00:00'",
          `current_timestamp${size}`,
          "'2020-01-01'",
        ),
    ],
    [
      4,
      () =>
        type(
          `timestamp${size}`,
          'moment',
          `current_timestamp${size}`,
          `current_timestamp${size}`,
          "'2020-01-01 00:00:00.5'",
        ),
    ],
    [1, () => type(`time${size}`, 'moment', "'10:00:00'", "'10:00'", '0')],
    [1, () => type(r.pick(['year', 'year(4)']), 'moment', '2020', "'1999'", "'70'")],
  ]);
}

const MEMBERS = ["'x','y'", "'a','b','c'", "'x','a','it''s'", "'x','b',''"];
const BAD_MEMBERS = ["'a','A'", "'x','y','x'", "''", "'x ','y'"];

const other = (r: Random): RandomType =>
  r.way([
    [4, () => type(`enum(${mostly(r, MEMBERS, BAD_MEMBERS)})${charset(r)}`, 'text', "'x'", "'a'")],
    [1, () => type(`set(${mostly(r, MEMBERS, BAD_MEMBERS)})`, 'text', "'x'", "'a,b'", "''")],
    [4, () => type('json', 'blob', "('{}')", '(json_array())', "'{}'")],
    [2, () => type(r.pick(['boolean', 'bool', 'tinyint(1)']), 'number', '0', '1', 'true', 'false')],
    [
      1,
      () =>
        type(`bit${mostly(r, ['', '(1)', '(8)', '(64)'], ['(65)'])}`, 'other', "b'1'", '0', '1', "b'101'"),
    ],
    [
      2,
      () =>
        type(
          r.pick(['point', 'geometry', 'linestring', 'polygon', 'multipoint', 'geometrycollection']),
          'other',
        ),
    ],
    [0.5, () => type(r.pick(['uuid', 'inet6', 'serial']), 'other')],
  ]);

const someType = (r: Random): RandomType =>
  r.way([
    [10, () => integer(r)],
    [10, () => text(r)],
    [3, () => long(r)],
    [2, () => bytes(r)],
    [6, () => moment(r)],
    [3, () => exact(r)],
    [1.5, () => approximate(r)],
    [5, () => other(r)],
  ]);

/** A type; not a spatial one where a column is changed to it. */
function notSpatial(r: Random, changing: boolean): RandomType {
  const chosen = someType(r);
  return changing && chosen.kind === 'spatial' ? notSpatial(r, true) : chosen;
}

const BAD_DEFAULTS = [
  "'1'",
  "'x'",
  'null',
  '5',
  "'0000-00-00 00:00:00'",
  '(1 + 1)',
  '(uuid())',
  'current_timestamp',
  "'2020-02-30'",
  '99999999999',
  "'a,c'",
];

function someDefault(r: Random, { fitting }: RandomType): string {
  if (r.chance(0.95)) return ` default ${r.pick(fitting)}`;
  return ` default ${r.pick(BAD_DEFAULTS)}`;
}

const COMMENTS = ["'c'", "'it''s'", "'ä; -- x'", "''"];

/** An expression over the table's columns: of numbers, or of texts. */
export function expression(r: Random, columns: readonly Named[]): string {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const texts = columns.filter(({ kind }) => kind === 'text');
  const name = (list: readonly Named[]) =>
    r.chance(0.02) || list.length === 0 ? quoted(newColumn(r)) : quotedMaybe(r, r.pick(list).name);
  const odd = () =>
    mostly(r, ['1', "'x'", '1 + 1'], ['now()', 'rand()', 'uuid()', 'curdate()', 'user()', 'md5(a)']);
  if (r.chance(0.03) || (numbers.length === 0 && texts.length === 0)) return odd();
  if (texts.length === 0 || (numbers.length > 0 && r.chance(0.5))) {
    const c = () => name(numbers);
    return r.way([
      [4, () => `${c()} + ${r.below(9)}`],
      [2, () => `${c()} * ${c()}`],
      [1, () => `coalesce(${c()}, ${c()}, 0)`],
      [1, () => `if(${condition(r, numbers)}, ${c()}, ${r.pick(['null', '0'])})`],
      [1, () => `case when ${condition(r, numbers)} then ${c()} else ${c()} end`],
      [1, () => `(${c()} - ${c()}) / ${1 + r.below(5)}`],
      [1, () => `abs(${c()})`],
      [1, () => `${c()} % 3`],
      [1, () => `(${c()} div 2) & 7`],
      [0.5, () => `-${c()}`],
      [0.5, () => `greatest(${c()}, ${c()})`],
      [0.5, () => `round(${c()}, 2)`],
      [0.5, () => `ifnull(${c()}, -1)`],
    ]);
  }
  const c = () => name(texts);
  return r.way([
    [4, () => `concat(${c()}, '${r.pick(['x', ' ', "it''s"])}', ${c()})`],
    [2, () => `${r.pick(['upper', 'lower', 'length', 'char_length', 'trim', 'hex'])}(${c()})`],
    [1, () => `substring(${c()}, 1, 3)`],
    [1, () => `left(${c()}, 3)`],
    [1, () => `if(${condition(r, texts)}, ${c()}, 'n')`],
    [1, () => `coalesce(${c()}, 'none')`],
    [0.5, () => `json_unquote(json_extract(${c()}, '$.x'))`],
    [0.5, () => `${c()} ->> '$.x'`],
  ]);
}

/** A condition over the table's columns: each is compared with what its type can be compared with. */
export function condition(r: Random, columns: readonly Named[]): string {
  const { name, kind } = columns.length ? r.pick(columns) : { name: 'a', kind: 'other' as const };
  const c = r.chance(0.02) ? quoted(newColumn(r)) : quotedMaybe(r, name);
  const like = columns.filter((one) => one.kind === kind);
  const both: readonly (readonly [number, () => string])[] = [
    [2, () => `${c} is ${r.pick(['', 'not '])}null`],
    [1, () => `${condition(r, columns)} ${r.pick(['and', 'or', 'and', 'xor'])} ${condition(r, columns)}`],
    [0.5, () => `not (${condition(r, columns)})`],
  ];
  const operator = () => r.pick(['>', '<', '>=', '<=', '=', '<>', '!=']);
  if (kind === 'number')
    return r.way([
      ...both,
      [4, () => `${c} ${operator()} ${r.pick(['0', '5', '1.5', '-1'])}`],
      [2, () => `${c} in (1, 2, 3)`],
      [2, () => `${c} ${r.pick(['', 'not '])}between 1 and 9`],
      [1, () => `${c} ${operator()} ${quotedMaybe(r, r.pick(like).name)}`],
    ]);
  if (kind === 'text')
    return r.way([
      ...both,
      [4, () => `${c} ${operator()} ${r.pick(["'x'", "''", "'it''s'"])}`],
      [2, () => `${c} ${r.pick(['', 'not '])}in ('x', 'y')`],
      [2, () => `${c} like '${r.pick(['x%', '%x', '_'])}'`],
      [1, () => `${r.pick(['char_length', 'length'])}(${c}) > 3`],
      [0.5, () => `${c} regexp '^x'`],
    ]);
  if (kind === 'blob') return r.way([...both, [0.3, () => `json_valid(${c})`]]);
  return r.way(both);
}

/** One that is right, rarely one that is wrong. */
export const mostly = <T>(r: Random, right: readonly T[], wrong: readonly T[]): T =>
  r.pick(r.chance(0.97) ? right : wrong);

const quotedMaybe = (r: Random, name: string) =>
  r.chance(0.5) && /^[a-z_]+$/i.test(name) && !/^(order|key)$/i.test(name) ? name : quoted(name);

/** An expression that MySQL indexes: of a number, or of a short text. */
export function keyExpression(r: Random, columns: readonly Named[]): string {
  const { name, kind } = r.pick(columns);
  const c = quotedMaybe(r, name);
  if (kind === 'text') return `${r.pick(['lower', 'upper'])}(${c})`;
  return kind === 'number' ? r.pick([`${c} + 1`, `abs(${c})`, `${c} * 2`]) : `year(${c})`;
}

export interface Around {
  /** The columns that the table has, or will have. */
  readonly columns: readonly Named[];
  /** It is a column that is there. */
  readonly changing?: boolean;
  /** Tables to refer to. */
  readonly parents: readonly Table[];
}

/** All that may stand after a column's name. */
export function columnSpec(
  r: Random,
  around: Around,
  name = 'a',
): { readonly sql: string; readonly kind: Kind } {
  const chosen = notSpatial(r, around.changing ?? false);
  const { kind } = chosen;
  if (around.columns.length && r.chance(0.06)) return { sql: generated(r, chosen, around.columns), kind };
  const parts: string[] = [];
  const push = (probability: number, text: () => string) => {
    if (r.chance(probability)) parts.push(text());
  };
  push(0.3, () => ' not null');
  push(parts.length ? 0.01 : 0.2, () => ' null');
  push(chosen.fitting.length ? 0.25 : 0, () => someDefault(r, chosen));
  push(kind === 'blob' || kind === 'spatial' ? 0.005 : 0.06, () =>
    mostly(r, [' unique', ' unique key'], [' primary key', ' key']),
  );
  push(0.06, () => ` comment ${r.pick(COMMENTS)}`);
  push(kind === 'number' ? 0.01 : 0.002, () => ' auto_increment');
  push(kind === 'moment' ? 0.1 : 0.002, () => ' on update current_timestamp');
  push(
    kind === 'text' && !/ (?:character|collate|binary|ascii|unicode)/.test(chosen.sql) ? 0.05 : 0,
    () => ` collate ${r.pick(COLLATIONS)}`,
  );
  push(0.01, () => ' invisible');
  const last: string[] = [];
  if (r.chance(0.02))
    last.push(` check (${condition(r, r.chance(0.97) ? [{ name, kind }] : around.columns)})`);
  if (around.parents.length && r.chance(0.01)) last.push(` ${references(r, around.parents, 1)}`);
  return { sql: `${chosen.sql}${r.shuffled(parts).join('')}${last.join('')}`, kind };
}

function generated(r: Random, { sql }: RandomType, columns: readonly Named[]): string {
  const always = r.pick(['', ' generated always']);
  const how = mostly(r, ['', ' virtual', ' stored'], [' persistent']);
  const rest = r.maybe(0.15, () =>
    mostly(r, [' unique', " comment 'g'"], [' not null', ' null', " default '1'"]),
  );
  return `${sql}${always} as (${expression(r, columns)})${how}${rest}`;
}

const RULES = ['cascade', 'set null', 'restrict', 'no action', 'set default'];

/** `references t (a) on delete …`, to a column or several of an existing table. */
export function references(r: Random, parents: readonly Table[], columns: number): string {
  const parent = parents.length && !r.chance(0.05) ? r.pick(parents) : undefined;
  const key = parent && r.chance(0.8) ? parent.indexes.find((one) => one.parts.length >= columns) : undefined;
  const keyed = key?.parts.flatMap((part) => ('column' in part ? [part.column] : [])) ?? [];
  const names = Array.from({ length: columns }, (_, i) => keyed[i] ?? someColumn(r, parent));
  const rule = (on: string) => r.maybe(0.35, () => ` on ${on} ${r.pick(RULES)}`);
  return `references ${quoted(parent?.name ?? 'nowhere')} (${names.map(quoted).join(', ')})${rule('delete')}${rule('update')}`;
}

/** A definition of a column that an existing one could be given: the same type again, or a near one. */
export function nearSpec(r: Random, column: Column | undefined, around: Around): string {
  if (!column || r.chance(0.5)) return columnSpec(r, around, column?.name).sql;
  const { base, length, unsigned, members } = column.type;
  const size = length === null ? '' : `(${r.chance(0.7) ? length : length + r.pick([-1, 1, 10])})`;
  const list = members ? `(${members.map((one) => `'${one.replaceAll("'", "''")}'`).join(',')})` : size;
  const null_ = r.pick(['', ' null', ' not null']);
  const scale = column.type.scale === null ? list : `(${length},${column.type.scale})`;
  return `${base}${scale}${unsigned ? ' unsigned' : ''}${null_}${r.maybe(0.1, () => ` comment ${r.pick(COMMENTS)}`)}`;
}
