import assert from 'node:assert/strict';
import { parseStatement } from '../../../src/core/sql/parse';
import { mariadb, mysql, server } from './cases';

describe('what a server refuses with 1064', () => {
  /** The statement, and what the message quotes on MySQL 8.4 and on MariaDB 10.11; null: it is no syntax error there. */
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['create table a (id int after b)', 'after b)', 'after b)'],
    ['create table a (order int)', 'order int)', 'order int)'],
    ['create table a (rank int)', 'rank int)', null],
    ['create table a (offset int)', null, 'offset int)'],
    ['create table a (id int,)', ')', ')'],
    ['create table a (id int', '', ''],
    ['create table a (a varchar)', ')', ')'],
    ['create table a (a varchar(20) not nul)', 'nul)', 'nul)'],
    ['create table a (id uuid)', 'uuid)', null],
    ['create table a (a int as (1) not null)', null, 'not null)'],
    ['create table a (a int, key ((a + 1)))', null, '(a + 1)))'],
    ['create table a (a int, key x (a) invisible)', null, 'invisible)'],
    ['create table a (a int, key x (a) ignored)', 'ignored)', null],
    ['create or replace table a (a int)', 'table a (a int)', null],
    ['alter table t add column if not exists x int', 'if not exists x int', null],
    ['alter table t drop column if exists x', 'if exists x', null],
    ['alter table t add x int add y int', 'add y int', 'add y int'],
    ['alter table t drop check c', null, 'check c'],
    ['alter table t alter index i invisible', null, 'invisible'],
    ['create index if not exists i on t (a)', 'if not exists i on t (a)', null],
    ['drop table if exist t', 'exist t', 'exist t'],
    ["insert into t values ('x", "'x", "'x"],
    ['select 1; select 2', 'select 2', 'select 2'],
    ['frobnicate the table', 'frobnicate the table', 'frobnicate the table'],
  ];
  for (const [sql, onMysql, onMariadb] of cases) {
    it(sql, () => {
      for (const [on, near] of [
        [mysql, onMysql],
        [mariadb, onMariadb],
      ] as const) {
        const statement = parseStatement(sql, on);
        assert.equal(statement.kind === 'syntaxError' ? statement.near : null, near, on.vendor);
      }
    });
  }

  it('says the line, and quotes no more than 80 characters', () => {
    const statement = parseStatement(`alter table t\n  add x int,\n  frob ${'y'.repeat(200)}`, mysql);
    assert.deepEqual(statement, { kind: 'syntaxError', near: `frob ${'y'.repeat(75)}`, line: 3 });
  });

  it('tells an unknown type by its name where MariaDB does (4161)', () => {
    assert.deepEqual(parseStatement('create table t (a frob)', mariadb), {
      kind: 'syntaxError',
      near: 'frob)',
      line: 1,
      read: { table: 't', columns: [] },
      unknownType: 'frob',
    });
  });
});

describe('what a version does not know yet', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['alter table t rename column a to b', 'mysql-5.7', 'mysql-8.0'],
    ['alter table t rename column a to b', 'mariadb-10.4', 'mariadb-10.6'],
    ['create table t (a json)', 'mariadb-10.2.6', 'mariadb-10.2.7'],
    ['create table t (a uuid)', 'mariadb-10.6', 'mariadb-10.7'],
    ['create table t (a vector(3))', 'mysql-8.4', 'mysql-9.0'],
    ['create table t (a int, key k ((a + 1)))', 'mysql-5.7', 'mysql-8.0'],
    ['alter table t drop constraint c', 'mysql-5.7', 'mysql-8.0'],
    ['alter table t alter index i ignored', 'mariadb-10.5', 'mariadb-10.6'],
  ];
  for (const [sql, before, since] of cases)
    it(`${sql}: ${before} refuses, ${since} takes it`, () => {
      assert.equal(parseStatement(sql, server(before)).kind, 'syntaxError');
      assert.notEqual(parseStatement(sql, server(since)).kind, 'syntaxError');
    });

  it('says only that it can’t read a word that a server from the future may know', () => {
    const statement = parseStatement('create table t (a int sparkling)', server('mysql-12.0'));
    assert.equal(statement.kind, 'unreadable');
  });
});
