import assert from 'node:assert/strict';
import { apply } from '../../../src/core/schema/apply';
import { diffSchemas } from '../../../src/core/schema/diff';
import type { SchemaDifference } from '../../../src/core/schema/diffTypes';
import { schemaOf, server } from './replaying';

/** `users column name different type,nullable`, with a `?` in front where it is not certain. */
const brief = ({ certain, table, kind, name, change, properties }: SchemaDifference) =>
  [certain ? '' : '?', table, kind, name, change, properties.join(',')].filter(Boolean).join(' ');

const between = (
  a: readonly string[],
  b: readonly string[],
  on: readonly [string, string] = ['mysql-8.4', 'mysql-8.4'],
) =>
  diffSchemas(schemaOf(a, server(on[0])), schemaOf(b, server(on[1])), {
    expectedServer: server(on[0]),
    actualServer: server(on[1]),
  }).map(brief);

describe('two schemas differ in', () => {
  const t = 'create table t (id int primary key, a varchar(20), b int, c int, key ab (a, b))';
  const parent = 'create table p (id int primary key)';
  const cases: readonly (readonly [
    title: string,
    a: readonly string[],
    b: readonly string[],
    found: readonly string[],
  ])[] = [
    ['nothing', [t], [t], []],
    ['a missing table', [t], [], ['t table t missing']],
    ['a table too many', [], [t], ['t table t extra']],
    ['a missing column', [t], [t, 'alter table t drop c'], ['t column c missing']],
    [
      'a column in front of others, which alone moved',
      [t],
      [t, 'alter table t modify c int first'],
      ['t column c different position'],
    ],
    ['a new column in the middle', [t], [t, 'alter table t add x int after id'], ['t column x extra']],
    [
      'type, nullability, default and comment',
      [t],
      [t, "alter table t modify b bigint not null default 5 comment 'c'"],
      ['t column b different type,nullable,default,comment'],
    ],
    [
      'collation of a column',
      [t],
      [t, 'alter table t modify a varchar(20) collate utf8mb4_bin'],
      ['t column a different collation'],
    ],
    ['the name of an index', [t], [t, 'alter table t rename index ab to ba'], ['t index ab different name']],
    [
      'the columns of an index',
      [t],
      [t, 'alter table t drop key ab, add key ab (b)'],
      ['t index ab different columns'],
    ],
    [
      'uniqueness',
      [t],
      [t, 'alter table t drop key ab, add unique ab (a, b)'],
      ['t index ab different kind'],
    ],
    [
      'not the order of indexes',
      [t, 'alter table t add key (b), add key (c)'],
      [t, 'alter table t add key (c), add key (b)'],
      [],
    ],
    [
      'a missing foreign key and its index',
      [parent, t, 'alter table t add constraint f foreign key (b) references p (id)'],
      [parent, t],
      ['t index f missing', 't foreign-key f missing'],
    ],
    [
      'not the name of a foreign key, nor of the index it made',
      [parent, t, 'alter table t add constraint f foreign key (b) references p (id)'],
      [parent, t, 'alter table t add constraint g foreign key (b) references p (id)'],
      [],
    ],
    [
      'not an index that a foreign key made where another serves it',
      [parent, t, 'alter table t add constraint f foreign key (b) references p (id)'],
      [
        parent,
        t,
        'alter table t add key own (b, c)',
        'alter table t add constraint f foreign key (b) references p (id)',
      ],
      ['t index own extra'],
    ],
    [
      'the rule of a foreign key',
      [parent, t, 'alter table t add constraint f foreign key (b) references p (id) on delete cascade'],
      [parent, t, 'alter table t add constraint f foreign key (b) references p (id)'],
      ['t foreign-key f different onDelete'],
    ],
    [
      'a check',
      ['create table k (a int, constraint pos check (a > 0))'],
      ['create table k (a int, constraint pos check (a > 1))'],
      ['k check pos different expression'],
    ],
    [
      'engine and comment',
      [t],
      [t, "alter table t engine=myisam comment='x'"],
      ['t option engine different engine', 't option comment different comment'],
    ],
    [
      'a view',
      [t, 'create view v as select id from t'],
      [t, 'create view v as select a from t'],
      ['v view v different sql'],
    ],
    ['a missing view', [t, 'create view v as select id from t'], [t], ['v view v missing']],
  ];
  for (const [title, a, b, found] of cases) it(title, () => assert.deepEqual(between(a, b), found));
});

describe('MySQL and MariaDB hold the same', () => {
  for (const sql of [
    'create table t (id bigint(20) unsigned auto_increment primary key, b tinyint(1), y year(4), i int(11))',
    'create table t (j json, k json not null)',
    "create table t (d decimal(8,2) default 1.5, s varchar(9) default 'it''s', n int default 0, at timestamp null default current_timestamp on update current_timestamp)",
    'create table t (a int, b int as (a + 1), c int, check (a > 0 and c <> 5))',
    'create table t (a int, key (a desc))',
    "create table t (e enum('x','y') default 'x', t text, bi bit(3))",
  ])
    it(sql, () => assert.deepEqual(between([sql], [sql], ['mysql-9.7', 'mariadb-10.11']), []));

  it("each server's own default collation is one difference of the database, or none", () => {
    const sql = 'create table t (a varchar(9)) charset=utf8mb4';
    assert.deepEqual(between([sql], [sql], ['mysql-8.4', 'mariadb-11.8']), []);
  });

  it('what one server cannot hold is no difference', () => {
    const sql = 'create table t (a int, check (a > 0), key (a desc))';
    assert.deepEqual(between([sql], [sql], ['mysql-8.4', 'mysql-5.7']), []);
  });
});

describe('what is unknown is not certain', () => {
  const base = schemaOf('create table t (a int)');
  const { schema: tainted } = apply(
    base,
    { kind: 'unreadable', reason: 'a procedure was called', touches: [] },
    server('mysql-8.4'),
  );
  it('a missing table', () =>
    assert.deepEqual(
      diffSchemas(schemaOf(['create table t (a int)', 'create table u (a int)']), tainted).map(brief),
      ['? t table t different', '? u table u missing'],
    ));
});

it('a sequence that a dump has as a table is no table too many', () => {
  const mariadb = ['mariadb-10.11', 'mariadb-10.11'] as const;
  const sequence = 'create table sq (next_not_cached_value bigint(21) not null) engine=InnoDB sequence=1';
  assert.deepEqual(between([], [sequence, 'insert into sq values (1)'], mariadb), []);
  assert.deepEqual(between([], [sequence.replace('=1', '=0')], mariadb), ['sq table sq extra']);
});
