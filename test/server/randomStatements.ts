import fc from 'fast-check';

const table = fc.constantFrom('t1', 't2', 't3');
const column = fc.constantFrom('id', 'a', 'b', 'c', 'd');
const index = fc.constantFrom('k1', 'k2', 'a', 'b', 'fk1');
const constraint = fc.constantFrom('fk1', 'fk2', 'k1', 't1_ibfk_1', 't2_ibfk_1');
const type = fc.constantFrom(
  'int',
  'int unsigned',
  'bigint unsigned',
  'varchar(20)',
  'varchar(255)',
  'varchar(1000)',
  'char(10)',
  'text',
  'decimal(8,2)',
  'datetime',
  'timestamp',
  'date',
  "enum('x','y')",
  'json',
  'tinyint(1)',
);
const nullness = fc.constantFrom('', '', ' null', ' not null');
const fallback = fc.constantFrom(
  '',
  '',
  '',
  '',
  " default '1'",
  ' default null',
  " default 'x'",
  ' default 5',
);
const extra = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  ' unique',
  ' primary key',
  " comment 'c'",
  ' auto_increment',
);
const rule = fc.constantFrom('', '', ' on delete cascade', ' on delete set null', ' on update cascade');

const text = (parts: TemplateStringsArray, ...values: fc.Arbitrary<string>[]) =>
  fc.tuple(...values).map((filled) => String.raw({ raw: parts }, ...filled));

const columnSpec = text`${type}${nullness}${fallback}${extra}`;
const columns = fc.uniqueArray(column, { minLength: 1, maxLength: 2 }).map((names) => names.join(', '));
const keyColumns = fc.oneof(
  { weight: 6, arbitrary: columns },
  { weight: 1, arbitrary: column.map((name) => `${name}(5)`) },
);
const reference = text`foreign key (${column}) references ${table} (${column})${rule}`;
const position = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant(' first') },
  { weight: 2, arbitrary: column.map((name) => ` after ${name}`) },
);
const keyKind = fc.constantFrom('index', 'index', 'unique', 'fulltext index');

const action = fc.oneof(
  { weight: 5, arbitrary: text`add ${column} ${columnSpec}${position}` },
  { weight: 4, arbitrary: text`modify ${column} ${columnSpec}${position}` },
  { weight: 2, arbitrary: text`change ${column} ${column} ${columnSpec}${position}` },
  { weight: 3, arbitrary: text`drop column ${column}` },
  { weight: 2, arbitrary: text`rename column ${column} to ${column}` },
  { weight: 2, arbitrary: text`alter column ${column} set default '7'` },
  { weight: 1, arbitrary: text`alter column ${column} drop default` },
  { weight: 3, arbitrary: text`add ${keyKind} ${index} (${keyColumns})` },
  { weight: 2, arbitrary: text`add ${keyKind} (${keyColumns})` },
  { weight: 1, arbitrary: text`add primary key (${columns})` },
  { weight: 2, arbitrary: text`drop index ${index}` },
  { weight: 1, arbitrary: fc.constant('drop primary key') },
  { weight: 1, arbitrary: text`rename index ${index} to ${index}` },
  { weight: 3, arbitrary: text`add constraint ${constraint} ${reference}` },
  { weight: 2, arbitrary: text`add ${reference}` },
  { weight: 2, arbitrary: text`drop foreign key ${constraint}` },
);

/** What is rarer, and holds columns by expressions. */
const rareAction = fc.oneof(
  text`add constraint ${constraint} check (${column} is not null)`,
  text`add check (${column} is not null)`,
  text`drop constraint ${constraint}`,
  text`add ${column} int as (${column} + 1)${position}`,
  text`add ${column} int as (${column} + 1) stored`,
  text`convert to character set ${fc.constantFrom('latin1', 'utf8mb4 collate utf8mb4_bin')}`,
  text`rename to ${table}`,
  text`comment 'x'`,
);

const created = text`create table ${table} (id bigint unsigned auto_increment primary key, a ${columnSpec}, b ${columnSpec})`;
const plain = text`create table ${table} (id int, a int, b varchar(20), c int not null, unique (id), ${keyKind} (b), key ${index} (${keyColumns}))`;
const child = text`create table ${table} (id bigint unsigned auto_increment primary key, a bigint unsigned${nullness}, b int, constraint ${constraint} ${reference})`;

/** One random statement of DDL over a few names, so that statements often collide. */
export const statement = fc.oneof(
  { weight: 3, arbitrary: created },
  { weight: 2, arbitrary: plain },
  { weight: 3, arbitrary: child },
  { weight: 16, arbitrary: text`alter table ${table} ${action}` },
  { weight: 5, arbitrary: text`alter table ${table} ${action}, ${action}` },
  { weight: 4, arbitrary: text`alter table ${table} ${rareAction}` },
  { weight: 1, arbitrary: text`alter table ${table} ${rareAction}, ${action}` },
  { weight: 1, arbitrary: text`create table ${table} like ${table}` },
  { weight: 1, arbitrary: text`set foreign_key_checks = ${fc.constantFrom('0', '1', '1')}` },
  { weight: 1, arbitrary: text`create index ${index} on ${table} (${keyColumns})` },
  { weight: 1, arbitrary: text`drop index ${index} on ${table}` },
  { weight: 1, arbitrary: text`rename table ${table} to ${table}` },
  { weight: 2, arbitrary: text`drop table ${table}` },
  { weight: 1, arbitrary: text`drop table if exists ${table}, ${table}` },
  { weight: 1, arbitrary: text`truncate table ${table}` },
);
