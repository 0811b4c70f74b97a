import assert from 'node:assert/strict';
import { said, schemaOf, server, tell } from './replaying';

const columns = (count: number, type: string) =>
  Array.from({ length: count }, (_, i) => `c${i} ${type}`).join(', ');
const tableWith = (count: number, type = 'varchar(10)') =>
  `create table w (id bigint primary key, ${columns(count, type)}, z varchar(2))`;

const COPIED =
  '1118 Row size too large (> 8126). Changing some columns to TEXT or BLOB may help. In current row format, BLOB prefix of 0 bytes is stored inline.';
const IN_PLACE =
  '1118 Row size too large. The maximum row size for the used table type, not counting BLOBs, is 8126. This includes storage overhead, check the manual. You have to change some columns to TEXT or BLOBs';

describe('a row that is too long for InnoDB’s pages, though each of its columns could be shorter there', () => {
  const mysql = server('mysql-9.7');
  const mariadb = server('mariadb-10.11');

  for (const [title, sql, on, answer] of [
    ['195 short texts and a little', tableWith(195), mysql, 'ok'],
    ['one more', tableWith(197), mysql, COPIED],
    ['one more, on MariaDB', tableWith(197), mariadb, COPIED],
    ['long texts, of which MariaDB keeps less', tableWith(300, 'text'), mariadb, 'ok'],
    ['the same on MySQL', tableWith(300, 'text'), mysql, COPIED],
    ['another engine', `${tableWith(300, 'text')} engine=MyISAM`, mysql, 'ok'],
    ['no strict mode of InnoDB', tableWith(300, 'text'), { ...mysql, innodbStrictMode: false }, 'ok'],
  ] as const)
    it(`${title}: ${answer.slice(0, 4)}`, () => assert.equal(said(tell(schemaOf([]), sql, on)), answer));

  for (const [action, answer] of [
    ['add y varchar(10), add index (z)', IN_PLACE],
    ["add y varchar(10) as ('x') stored", COPIED],
    ['modify z text', COPIED],
    ['modify z varchar(10)', 'ok'],
    ['add y varchar(10), drop c0', 'ok'],
    ['add index (c1)', 'ok'],
  ] as const)
    it(`MySQL, ${action}: ${answer.slice(0, 40)}`, () =>
      assert.equal(said(tell(schemaOf(tableWith(196), mysql), `alter table w ${action}`, mysql)), answer));

  it('MariaDB, a column more: it depends on what is done in place', () => {
    const before = schemaOf(tableWith(196), mariadb);
    assert.match(said(tell(before, 'alter table w add y varchar(10)', mariadb)), /^doubt: .*8126 bytes in w/);
  });
});
