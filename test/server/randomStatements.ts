import type { Schema, Table } from '../../src/core/schema/model';
import { sortedTables } from '../../src/core/schema/tableMap';
import type { Random } from './random';
import {
  columnSpec,
  condition,
  keyExpression,
  mostly,
  type Named,
  namedColumns,
  nearSpec,
  newColumn,
  quoted,
  references,
  someCharset,
  someColumn,
} from './randomColumns';

const LONG = `t_${'l'.repeat(62)}`;
const TABLES = ['t1', 't2', 't3', 't4', 'orders'];
const newTable = (r: Random): string =>
  r.way([
    [80, () => r.pick(TABLES)],
    [0.5, () => r.pick([LONG, `${LONG}x`, 'select', 'a-b', 'T1', 'T1'])],
  ]);

const INDEXES = ['k1', 'k2', 'k3', 'a', 'b', 'K1', 'fk1'];
const newIndex = (r: Random): string =>
  r.way([
    [60, () => r.pick(INDEXES)],
    [0.3, () => r.pick([`i_${'n'.repeat(62)}`, `i_${'n'.repeat(63)}`, 'primary', 'two words'])],
  ]);
const CONSTRAINTS = ['fk1', 'fk2', 'fk3', 'c1', 'c2', 'k1', 't1_ibfk_1', 't2_ibfk_2', 't1_chk_1', 'FK1'];

/** What a statement may be about. */
interface About {
  readonly r: Random;
  readonly tables: readonly Table[];
  readonly views: readonly string[];
}

const someTable = ({ r, tables }: About): Table | undefined =>
  tables.length && r.chance(0.93) ? r.pick(tables) : undefined;

function someIndex(r: Random, table: Table | undefined): string {
  if (!table || table.indexes.length === 0 || r.chance(0.1)) return newIndex(r);
  return r.pick(table.indexes).name;
}

function someForeignKey(r: Random, table: Table | undefined): string {
  if (!table || table.foreignKeys.length === 0 || r.chance(0.1)) return r.pick(CONSTRAINTS);
  return r.pick(table.foreignKeys).name;
}

function someConstraint(r: Random, table: Table | undefined): string {
  const names = [...(table?.checks ?? []), ...(table?.foreignKeys ?? []), ...(table?.indexes ?? [])];
  return names.length === 0 || r.chance(0.15) ? r.pick(CONSTRAINTS) : r.pick(names).name;
}

const position = (r: Random, table: Table | undefined) =>
  r.way([
    [9, () => ''],
    [1, () => ' first'],
    [2, () => ` after ${quoted(someColumn(r, table))}`],
  ]);

type KeyKind = 'plain' | 'primary' | 'fulltext' | 'spatial';

/** Columns of a kind that such a key takes, where there are any. */
function keyed(r: Random, columns: readonly Named[], kind: KeyKind): readonly Named[] {
  const fits = (column: Named) =>
    kind === 'spatial'
      ? column.kind === 'spatial'
      : kind === 'fulltext'
        ? column.kind === 'text' || column.kind === 'blob'
        : column.kind !== 'spatial' && (column.kind !== 'blob' || r.chance(0.1));
  const fitting = columns.filter(fits);
  return fitting.length && r.chance(0.97) ? fitting : columns;
}

function keyParts(r: Random, columns: readonly Named[], kind: KeyKind): string {
  const most =
    kind === 'spatial'
      ? 1
      : r.way([
          [6, () => 1],
          [3, () => 2],
          [1, () => 3],
        ]);
  const part = ({ name, kind: column }: Named) =>
    r.way([
      [12, () => quoted(name)],
      [
        column === 'blob' ? 30 : column === 'text' ? 2 : 0.05,
        () => `${quoted(name)}(${mostly(r, [1, 5, 10, 10], [20, 191, 768, 800])})`,
      ],
      [kind === 'plain' ? 1.5 : 0.05, () => `${quoted(name)} ${r.pick(['asc', 'desc'])}`],
      [kind === 'plain' ? 0.4 : 0.03, () => `(${keyExpression(r, columns)})`],
      [0.1, () => quoted(newColumn(r))],
      [0.05, () => `${quoted(name)}, ${quoted(name)}`],
    ]);
  return r
    .some(keyed(r, columns, kind), most)
    .map(part)
    .join(', ');
}

const keyOptions = (r: Random) =>
  r.maybe(
    0.08,
    () =>
      ` ${mostly(r, ['using btree', 'using hash', "comment 'k'"], ['invisible', 'ignored', 'visible', 'key_block_size 0'])}`,
  );

/** A key as CREATE TABLE and ALTER TABLE … ADD write it. */
function key(r: Random, columns: readonly Named[]): string {
  const parts = (kind: KeyKind) => `(${keyParts(r, columns, kind)})${keyOptions(r)}`;
  const name = r.maybe(0.7, () => ` ${quoted(newIndex(r))}`);
  const has = (...kinds: readonly string[]) => columns.some(({ kind }) => kinds.includes(kind));
  return r.way([
    [8, () => `${r.pick(['index', 'key'])}${name} ${parts('plain')}`],
    [
      5,
      () =>
        `${r.maybe(0.2, () => `constraint ${r.pick(CONSTRAINTS)} `)}unique${r.pick(['', ' key', ' index'])}${name} ${parts('plain')}`,
    ],
    [1, () => `primary key ${parts('primary')}`],
    [
      has('text', 'blob') ? 2 : 0.01,
      () => `fulltext${r.pick(['', ' key', ' index'])}${name} ${parts('fulltext')}`,
    ],
    [has('spatial') ? 4 : 0.01, () => `spatial${r.pick([' key', ' index'])}${name} ${parts('spatial')}`],
  ]);
}

function foreignKey(
  r: Random,
  table: Table | undefined,
  columns: readonly Named[],
  parents: readonly Table[],
): string {
  const count = r.chance(0.85) ? 1 : 2;
  const own = Array.from({ length: count }, () =>
    columns.length ? r.pick(keyed(r, columns, 'primary')).name : someColumn(r, table),
  );
  const constraint = r.maybe(0.6, () => `constraint ${quoted(r.pick(CONSTRAINTS))} `);
  const index = r.maybe(0.1, () => ` ${newIndex(r)}`);
  const list = own.map(quoted).join(', ');
  return `${constraint}foreign key${index} (${list}) ${likeParent(r, table, own, parents) ?? references(r, parents, count)}`;
}

/** A reference to a column of the same type, so that it often holds. */
function likeParent(
  r: Random,
  table: Table | undefined,
  own: readonly string[],
  parents: readonly Table[],
): string | null {
  const column = table?.columns.find(({ name }) => name === own[0]);
  if (!column || own.length !== 1 || r.chance(0.3)) return null;
  for (const parent of r.shuffled(parents)) {
    const found = parent.columns.find(
      ({ name, type }) =>
        type.base === column.type.base &&
        type.unsigned === column.type.unsigned &&
        parent.indexes.some(({ parts }) => parts[0] && 'column' in parts[0] && parts[0].column === name),
    );
    if (!found) continue;
    const rule = (on: string) =>
      r.maybe(0.3, () => ` on ${on} ${r.pick(['cascade', 'set null', 'restrict'])}`);
    return `references ${quoted(parent.name)} (${quoted(found.name)})${rule('delete')}${rule('update')}`;
  }
  return null;
}

const check = (r: Random, columns: readonly Named[]) =>
  `${r.maybe(0.6, () => `constraint ${r.pick(CONSTRAINTS)} `)}check (${condition(r, columns)})${r.maybe(0.03, () => ' not enforced')}`;

const ENGINES = ['InnoDB', 'innodb', 'MyISAM', 'MEMORY', 'Nowhere', 'Aria'];

const RARE_OPTIONS =
  'stats_persistent=1 stats_persistent=default key_block_size=8 checksum=1 pack_keys=1 max_rows=100 avg_row_length=10'.split(
    ' ',
  );

const tableOption = (r: Random) =>
  r.way([
    [2, () => `engine=${r.chance(0.97) ? 'InnoDB' : r.pick(ENGINES)}`],
    [3, () => `default ${someCharset(r)}`],
    [2, () => `comment='${r.pick(['c', "it''s", ''])}'`],
    [2, () => `row_format=${mostly(r, ['dynamic', 'compressed', 'default'], ['compact', 'redundant'])}`],
    [1, () => `auto_increment=${r.pick([1, 10, 100])}`],
    [0.5, () => r.pick(RARE_OPTIONS)],
  ]);

function partitioning(r: Random, columns: readonly Named[]): string {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const c = () => quoted(r.pick(numbers.length ? numbers : columns).name);
  const count = r.maybe(0.7, () => ` partitions ${r.pick([1, 2, 4])}`);
  const ranges = r.pick([
    'partition p0 values less than (10), partition p1 values less than (20)',
    'partition p0 values less than (10), partition p1 values less than maxvalue',
    'partition p0 values less than (0)',
  ]);
  const lists = r.pick([
    'partition p0 values in (1, 2), partition p1 values in (3)',
    'partition p0 values in (1), partition p1 values in (null, 2)',
  ]);
  return r.way([
    [3, () => `partition by ${r.maybe(0.2, () => 'linear ')}hash (${c()})${count}`],
    [3, () => `partition by key (${c()})${count}`],
    [3, () => `partition by range (${c()}) (${ranges})`],
    [2, () => `partition by list (${c()}) (${lists})`],
  ]);
}

const PRIMARY = [
  'bigint unsigned not null auto_increment primary key',
  'int primary key',
  'char(36) primary key',
  'bigint unsigned primary key',
];

function createTable({ r, tables }: About): string {
  const name = newTable(r);
  const columns: Named[] = [];
  const written: string[] = [];
  for (let i = r.below(5); i >= 0; i--) {
    const first = written.length === 0;
    const column = first && r.chance(0.6) ? 'id' : newColumn(r);
    if (columns.some((one) => one.name === column) && !r.chance(0.03)) continue;
    const spec =
      first && r.chance(0.5)
        ? { sql: r.pick(PRIMARY), kind: 'number' as const }
        : columnSpec(r, { columns, parents: tables }, column);
    columns.push({ name: column, kind: spec.kind });
    written.push(`${quoted(column)} ${spec.sql}`);
  }
  const items = [...written];
  while (r.chance(0.35)) items.push(key(r, columns));
  if (r.chance(0.25)) items.push(foreignKey(r, undefined, columns, tables));
  if (r.chance(0.06)) items.push(check(r, columns));
  const options = r.maybe(
    0.25,
    () => ` ${tableOption(r)}${r.maybe(0.2, () => ` ${r.pick(["comment='d'", 'auto_increment=5'])}`)}`,
  );
  const parts = r.maybe(0.008, () => ` ${partitioning(r, columns)}`);
  const head = r.way([
    [12, () => 'create table'],
    [2, () => 'create table if not exists'],
    [0.3, () => 'create or replace table'],
  ]);
  return `${head} ${quoted(name)} (${items.join(', ')})${options}${parts}`;
}

function addColumn(
  r: Random,
  table: Table | undefined,
  columns: readonly Named[],
  parents: readonly Table[],
) {
  const if_ = r.maybe(0.03, () => ' if not exists');
  return `add${r.pick([' column', ''])}${if_} ${quoted(newColumn(r))} ${columnSpec(r, { columns, parents }).sql}${position(r, table)}`;
}

function changeColumn(r: Random, table: Table | undefined, columns: readonly Named[]): string {
  const plain = columns.filter(({ kind }) => kind !== 'spatial');
  const name = plain.length && r.chance(0.95) ? r.pick(plain).name : newColumn(r);
  const spec = nearSpec(
    r,
    table?.columns.find((one) => one.name === name),
    { columns, parents: [], changing: true },
  );
  const rest = `${spec}${position(r, table)}`;
  return r.way([
    [3, () => `modify ${quoted(name)} ${rest}`],
    [2, () => `change ${quoted(name)} ${quoted(r.chance(0.5) ? name : newColumn(r))} ${rest}`],
    [0.3, () => `modify column if exists ${quoted(name)} ${rest}`],
  ]);
}

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  number: ["'7'", '0', '-1', '1'],
  text: ["'x'", "''", "('y')", "'a'"],
  moment: ["'2020-01-01'"],
};

function setDefault(r: Random, columns: readonly Named[]): string {
  const settable = columns.filter(({ kind }) => kind !== 'spatial');
  const { name, kind } = r.pick(settable.length ? settable : columns);
  const value = r.pick(r.chance(0.9) ? (DEFAULTS[kind] ?? ['null']) : ['null', "'x'", "('y')"]);
  return `${quoted(r.chance(0.97) ? name : newColumn(r))} set default ${value}`;
}

function action(about: About, table: Table | undefined): string {
  const { r, tables } = about;
  const columns = namedColumns(table);
  const if_ = r.maybe(0.03, () => ' if exists');
  return r.way([
    [20, () => addColumn(r, table, columns, tables)],
    [16, () => changeColumn(r, table, columns)],
    [8, () => `drop${r.pick([' column', ''])}${if_} ${quoted(someColumn(r, table))}`],
    [6, () => `rename column ${quoted(someColumn(r, table))} to ${quoted(newColumn(r))}`],
    [5, () => `alter${r.pick([' column', ''])} ${setDefault(r, columns)}`],
    [2, () => `alter ${quoted(someColumn(r, table))} drop default`],
    [0.3, () => `alter ${quoted(someColumn(r, table))} set ${r.pick(['invisible', 'visible'])}`],
    [14, () => `add ${key(r, columns)}`],
    [6, () => `drop ${r.pick(['index', 'key'])}${if_} ${quoted(someIndex(r, table))}`],
    [2, () => 'drop primary key'],
    [4, () => `rename ${r.pick(['index', 'key'])} ${quoted(someIndex(r, table))} to ${quoted(newIndex(r))}`],
    [
      0.1,
      () =>
        `alter index ${quoted(someIndex(r, table))} ${r.pick(['visible', 'invisible', 'ignored', 'not ignored'])}`,
    ],
    [10, () => `add ${foreignKey(r, table, columns, tables)}`],
    [5, () => `drop foreign key${if_} ${quoted(someForeignKey(r, table))}`],
    [3, () => `add ${check(r, columns)}`],
    [2, () => `drop constraint${if_} ${quoted(someConstraint(r, table))}`],
    [0.7, () => `drop check ${quoted(someConstraint(r, table))}`],
    [0.3, () => `alter check ${quoted(someConstraint(r, table))} ${r.pick(['', 'not '])}enforced`],
    [3, () => tableOption(r)],
    [1.5, () => `rename to ${quoted(newTable(r))}`],
    [0.5, () => r.pick(['algorithm=copy', 'force', 'algorithm=default'])],
  ]);
}

function partitionAction({ r }: About, table: Table | undefined): string {
  const columns = namedColumns(table);
  const method = table?.partitioning?.method ?? '';
  const names = table?.partitioning?.partitions.map(({ name }) => name) ?? [];
  if (method === '' || r.chance(0.2)) return partitioning(r, columns);
  if (r.chance(0.3)) return 'remove partitioning';
  if (/HASH|KEY/.test(method)) return 'truncate partition all';
  const own = () => (r.chance(0.9) ? r.pick(names) : 'p9');
  return r.way([
    [
      method === 'RANGE' ? 2 : 0,
      () => `add partition (partition ${r.pick(['p2', 'p3'])} values less than (${r.pick([30, 50])}))`,
    ],
    [2, () => `drop partition ${own()}`],
    [1, () => `truncate partition ${own()}`],
  ]);
}

const CONVERSIONS = [
  'character set latin1',
  'character set utf8mb4',
  'character set utf8mb4 collate utf8mb4_bin',
  'character set utf8mb3',
  'character set utf8mb4 collate utf8mb4_unicode_ci',
];

function alterTable(about: About): string {
  const { r } = about;
  const table = someTable(about);
  const name = quoted(table?.name ?? newTable(r));
  if (r.chance(table?.partitioning ? 0.4 : 0.003))
    return `alter table ${name} ${partitionAction(about, table)}`;
  if (r.chance(0.02)) return `alter table ${name} convert to ${r.pick(CONVERSIONS)}`;
  const count = r.way([
    [7, () => 1],
    [2, () => 2],
    [0.7, () => 3],
  ]);
  const actions = Array.from({ length: count }, () => action(about, table));
  return `alter table ${name} ${actions.join(', ')}`;
}

function view(about: About): string {
  const { r } = about;
  const table = about.tables.length ? r.pick(about.tables) : undefined;
  const columns = namedColumns(table);
  const list = r
    .some(columns, 3)
    .map(({ name }) => quoted(name))
    .join(', ');
  const name = quoted(r.chance(0.05) ? newTable(r) : r.pick(['v1', 'v2']));
  const from = quoted(
    r.chance(0.1) && about.views.length ? r.pick(about.views) : (table?.name ?? newTable(r)),
  );
  const where = '';
  return r.way([
    [
      5,
      () => `create ${r.maybe(0.4, () => 'or replace ')}view ${name} as select ${list} from ${from}${where}`,
    ],
    [1, () => `create view ${name} as select * from ${from}`],
    [3, () => `drop view ${r.maybe(0.5, () => 'if exists ')}${name}`],
    [0.5, () => `drop table ${name}`],
    [0.5, () => `alter table ${name} add x int`],
  ]);
}

function whole(about: About): string {
  const { r } = about;
  const some = () => quoted(someTable(about)?.name ?? newTable(r));
  return r.way([
    [6, () => `drop table ${r.maybe(0.4, () => 'if exists ')}${some()}${r.maybe(0.2, () => `, ${some()}`)}`],
    [5, () => `rename table ${some()} to ${quoted(newTable(r))}`],
    [1, () => `rename table ${some()} to swapped, ${some()} to ${quoted(newTable(r))}`],
    [4, () => `create table ${r.maybe(0.2, () => 'if not exists ')}${quoted(newTable(r))} like ${some()}`],
    [3, () => `truncate table ${some()}`],
  ]);
}

const INDEX_KINDS: readonly (readonly [string, KeyKind])[] = [
  ['', 'plain'],
  ['', 'plain'],
  ['unique ', 'plain'],
  ['fulltext ', 'fulltext'],
];

function ofIndexes(about: About): string {
  const { r } = about;
  const table = someTable(about);
  const name = quoted(table?.name ?? newTable(r));
  const columns = namedColumns(table);
  const [word, kind] = r.pick(INDEX_KINDS);
  return r.way([
    [
      3,
      () =>
        `create ${word}index ${quoted(newIndex(r))} on ${name} (${keyParts(r, columns, kind)})${keyOptions(r)}`,
    ],
    [1, () => `drop index ${quoted(someIndex(r, table))} on ${name}`],
  ]);
}

/** One random statement of DDL, mostly about what the schema has. */
export function randomStatement(r: Random, schema: Schema): string {
  const tables = sortedTables(schema.tables);
  const about: About = { r, tables, views: sortedTables(schema.views).map(({ name }) => name) };
  return r.way([
    [tables.length < 3 ? 40 : 8, () => createTable(about)],
    [60, () => alterTable(about)],
    [6, () => ofIndexes(about)],
    [8, () => whole(about)],
    [3, () => view(about)],
    [1.5, () => `set foreign_key_checks = ${r.pick([0, 1, 1])}`],
    [
      0.3,
      () => `alter database character set ${r.pick(['latin1', 'utf8mb4', 'utf8mb4 collate utf8mb4_bin'])}`,
    ],
  ]);
}
