import assert from 'node:assert/strict';
import { apply } from '../../../src/core/schema/apply';
import { getTable, tableMapOf } from '../../../src/core/schema/tableMap';
import { EMPTY, said, schemaOf, server, tableOf, tell } from './replaying';

const unreadable = (touches: readonly string[]) =>
  ({ kind: 'unreadable', reason: 'a procedure was called', touches }) as const;
const WHY = 'doubt: a procedure was called';

describe('after something unreadable no certain error is raised', () => {
  const base = schemaOf([
    'create table users (id int primary key)',
    'create table posts (id int primary key)',
  ]);

  describe('that touched users', () => {
    const { schema } = apply(base, unreadable(['users']), server('mysql-8.4'));
    for (const [sql, expected] of [
      ['alter table users add id int', WHY],
      ['alter table users drop column nope', WHY],
      ['create table users (id int)', WHY],
      ['drop table users', WHY],
      ['insert into users (nope) values (1)', WHY],
      ['create table a (id int, foreign key (id) references users (nope))', WHY],
      ['alter table posts add id int', "1060 Duplicate column name 'id'"],
      ['drop table nope', "1051 Unknown table 'booking.nope'"],
    ] as const)
      it(`${sql}: ${expected}`, () => assert.equal(said(tell(schema, sql)), expected));

    it('a table made after it is certain', () => {
      const after = tell(schema, 'create table tags (id int)').schema;
      assert.equal(said(tell(after, 'create table tags (id int)')), "1050 Table 'tags' already exists");
    });
  });

  describe('that may have touched anything', () => {
    const { schema } = apply(base, unreadable([]), server('mysql-8.4'));
    for (const sql of ['create table users (id int)', 'alter table posts add x int', 'drop table nope'])
      it(sql, () => assert.equal(said(tell(schema, sql)), WHY));

    it('all that is there is tainted, and the absence of more', () => {
      assert.equal(tableOf(schema, 'users').taint?.reason, 'a procedure was called');
      assert.equal(schema.taint?.reason, 'a procedure was called');
    });
  });

  it('a name that was not there may be there', () => {
    const { schema } = apply(EMPTY, unreadable(['logs']), server('mysql-8.4'));
    assert.equal(getTable(schema.tables, 'logs')?.taint?.reason, 'a procedure was called');
    assert.equal(said(tell(schema, 'create table logs (id int)')), WHY);
  });

  it('only the tainted column of a table is uncertain', () => {
    const table = tableOf(schemaOf('create table t (a int, b int)'), 't');
    const taint = { reason: 'an unknown condition', origin: null };
    const columns = table.columns.map((column) => (column.name === 'a' ? { ...column, taint } : column));
    const tables = tableMapOf([['t', { ...table, columns }]]);
    const schema = schemaOf([], server('mysql-8.4'), { ...EMPTY, tables });
    assert.equal(said(tell(schema, 'alter table t add a int')), 'doubt: an unknown condition');
    assert.equal(said(tell(schema, 'alter table t add b int')), "1060 Duplicate column name 'b'");
    assert.equal(said(tell(schema, 'alter table t add c int')), 'ok');
  });
});
