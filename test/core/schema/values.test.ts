import assert from 'node:assert/strict';
import { said, schemaOf, server, tableOf, tell } from './replaying';

const on = server('mariadb-10.11');
const mysql = server('mysql-9.7');

describe('values that a server does not keep', () => {
  for (const [first, then, maria, my] of [
    [
      'create table t (c char(9), g int as (length(c)) virtual)',
      'alter table t add index (g)',
      "1901 Function or expression 'octet_length(`c`)' cannot be used in the GENERATED ALWAYS AS clause of `g`",
      'ok',
    ],
    ["create table t (c char(9), g int as (c = 'x') virtual)", 'alter table t add index (g)', 'ok', 'ok'],
    ['create table t (u int unsigned)', 'alter table t add g int as (u + 1) stored', 'ok', 'ok'],
    [
      'create table t (u int unsigned)',
      'alter table t add g int as (u - 1) stored',
      "1901 Function or expression '`u` - 1' cannot be used in the GENERATED ALWAYS AS clause of `g`",
      'ok',
    ],
    [
      'create table t (d json)',
      'alter table t add g datetime(6) as (json_value(d, "$.at")) stored',
      'ok',
      'ok',
    ],
    [
      'create table t (at timestamp not null on update current_timestamp)',
      'alter table t add a int',
      "1067 Invalid default value for 'at'",
      'ok',
    ],
    [
      'create table t (at timestamp not null on update current_timestamp)',
      'alter table t add a int, modify at timestamp null',
      'ok',
      'ok',
    ],
    ['create table t (a varchar(36))', 'alter table t modify a json', 'ok', 'ok'],
  ] as const)
    it(`${first}; ${then}`, () => {
      assert.equal(said(tell(schemaOf(first, on), then, on)), maria);
      assert.equal(said(tell(schemaOf(first, mysql), then, mysql)), my);
    });

  it('a number does not become a UUID on MariaDB', () => {
    const answer = tell(schemaOf('create table t (id int)', on), 'alter table t modify id uuid', on);
    assert.equal(said(answer), "4078 Cannot cast 'int' as 'uuid' in assignment of `booking`.`t`.`id`");
  });

  it('a zero date that was let in refuses every later ALTER, but not one that takes it away', () => {
    const loose = { ...mysql, sqlMode: [], strict: false };
    const made = schemaOf("create table t (at datetime not null default '0000-00-00 00:00:00')", loose);
    assert.equal(said(tell(made, 'create index i on t (at)', mysql)), "1067 Invalid default value for 'at'");
    assert.equal(said(tell(made, 'alter table t rename to u', mysql)), 'ok');
    assert.equal(said(tell(made, 'alter table t modify at datetime null', mysql)), 'ok');
  });

  it('json_valid() is a check like others on MySQL', () => {
    const [check] = tableOf(schemaOf('create table t (j json check (json_valid(j)))', mysql), 't').checks;
    assert.equal(check?.name, 't_chk_1');
  });

  it('a plain index over a geometry is spatial on MySQL', () => {
    const [index] = tableOf(schemaOf('create table t (p point not null, index (p))', mysql), 't').indexes;
    assert.equal(index?.kind, 'spatial');
  });
});
