import assert from 'node:assert/strict';
import { said, schemaOf, server, tableOf, tell } from './replaying';

/** MariaDB does an ALTER in place or by a copy, and its foreign keys fare differently. Proven on real servers. */
describe("MariaDB's copies and foreign keys", () => {
  const on = server('mariadb-10.11');
  const base = [
    'create table p (id int primary key, n int, key (n))',
    'create table c (id int primary key, p_id int, z bigint zerofill, constraint f foreign key (p_id) references p (id))',
  ];
  const namesAfter = (sqls: readonly string[], table = 'c') =>
    tableOf(schemaOf([...base, ...sqls], on), table).foreignKeys.map(({ name }) => name);

  it('keep one that DROP CONSTRAINT drops, but not one that DROP FOREIGN KEY drops', () => {
    assert.deepEqual(namesAfter(['alter table c add s int as (id + 1) stored, drop constraint f']), ['f']);
    assert.deepEqual(namesAfter(['alter table c add s int as (id + 1) stored, drop foreign key f']), []);
    assert.deepEqual(namesAfter(['alter table c add s int, drop constraint f']), []);
  });

  it('lose those of a table that is renamed by the same statement', () => {
    assert.deepEqual(namesAfter(['alter table c rename to d, add check (z > 1)'], 'd'), []);
    assert.deepEqual(namesAfter(['alter table c rename to d, add x int'], 'd'), ['f']);
  });

  it('are not asked of a display width', () => {
    const tied = [
      'alter table c add key (z)',
      'alter table c add constraint g foreign key (z) references c (z)',
    ];
    const schema = schemaOf([...base, ...tied], on);
    assert.equal(said(tell(schema, 'alter table c modify z bigint(21) unsigned', on)), 'ok');
    assert.match(said(tell(schema, 'alter table c modify z int unsigned', on)), /^183[23] /);
  });

  it('are found again by the names they had', () => {
    const schema = schemaOf([...base, 'alter table c add key k (p_id)'], on);
    assert.equal(
      said(tell(schema, 'alter table c rename column p_id to q_id, drop key k', on)),
      "1553 Cannot drop index 'k': needed in a foreign key constraint",
    );
  });

  it('can be dropped twice where the second time asks', () => {
    const schema = schemaOf(base, on);
    assert.equal(
      said(tell(schema, 'alter table c drop foreign key f, drop foreign key if exists f', on)),
      'ok',
    );
    assert.match(said(tell(schema, 'alter table c drop foreign key f, drop foreign key f', on)), /^1091 /);
  });
});
