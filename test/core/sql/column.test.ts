import assert from 'node:assert/strict';
import { printType } from '../../../src/core/schema/printType';
import type { ServerProfile } from '../../../src/core/schema/server';
import { column, mariadb, mysql, server } from './cases';

/** What a column means, in one line: type, character set, and what is said beside. */
function essentials(definition: string, on: ServerProfile = mysql): string {
  const found = column(`c ${definition}`, on);
  const given = found.default;
  const parts = [
    printType(found.type),
    found.charset ?? '',
    found.collation ?? '',
    found.nullable === null ? '' : found.nullable ? 'null' : 'not null',
    given === undefined
      ? ''
      : given === null
        ? 'default null'
        : `default ${given.kind === 'literal' ? JSON.stringify(given.value) : given.kind === 'bytes' ? `bytes ${JSON.stringify(given.bytes)}` : given.sql}`,
    found.onUpdate ? `on update ${found.onUpdate}` : '',
    found.generated ? `as ${found.generated.sql}${found.generated.stored ? ' stored' : ''}` : '',
    found.autoIncrement ? 'auto_increment' : '',
    found.key ?? '',
    found.comment ? `comment ${found.comment}` : '',
    found.invisible ? 'invisible' : '',
    found.srid === null ? '' : `srid ${found.srid}`,
    found.check ? `check ${found.check.sql}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const TYPES: readonly (readonly [string, string])[] = [
  ['int(11)', 'int'],
  ['INTEGER unsigned', 'int unsigned'],
  ['tinyint(1)', 'tinyint(1)'],
  ['tinyint(4)', 'tinyint'],
  ['tinyint(1) unsigned', 'tinyint unsigned'],
  ['int(6) zerofill', 'int(6) unsigned zerofill'],
  ['bool', 'tinyint(1)'],
  ['int8', 'bigint'],
  ['serial', 'bigint unsigned not null auto_increment unique'],
  ['dec(5)', 'decimal(5)'],
  ['numeric(8, 2)', 'decimal(8,2)'],
  ['float(24)', 'float'],
  ['float(53)', 'double'],
  ['float(7,3)', 'float(7,3)'],
  ['double precision', 'double'],
  ['real', 'double'],
  ['year(4)', 'year'],
  ['bit', 'bit'],
  ['character varying(5)', 'varchar(5)'],
  ['nvarchar(5)', 'varchar(5) utf8mb3'],
  ['national char(5)', 'char(5) utf8mb3'],
  ['char(3) binary charset utf8', 'char(3) utf8mb3 utf8mb3_bin'],
  ['varchar(9) character set binary', 'varbinary(9)'],
  ['text character set latin1 collate latin1_bin', 'text latin1 latin1_bin'],
  ['text(100)', 'text(100)'],
  ['blob(100)', 'blob(100)'],
  ['long varchar', 'mediumtext'],
  ["enum('a','b''c','d  ')", "enum('a','b''c','d')"],
  ['datetime(0)', 'datetime'],
  ['timestamp(6)', 'timestamp(6)'],
  ['geometry srid 4326', 'geometry srid 4326'],
];

const MODIFIERS: readonly (readonly [string, string])[] = [
  ["varchar(9) not null default 'it''s'", 'varchar(9) not null default "it\'s"'],
  ["varchar(9) default 'a' 'b'", 'varchar(9) default "ab"'],
  ["varchar(9) default _utf8mb4'x'", 'varchar(9) default "x"'],
  ['varchar(9) default null', 'varchar(9) default null'],
  ["varchar(9) default 'NULL'", 'varchar(9) default "NULL"'],
  ['int default -1', 'int default "-1"'],
  ['int default true', 'int default "1"'],
  ['int default (5)', 'int default "5"'],
  ['int default (1 + 2)', 'int default 1 + 2'],
  ["text default ('a')", "text default 'a'"],
  ["bit(4) default b'101'", 'bit(4) default bytes "\\u0005"'],
  ["varbinary(4) default x'4142'", 'varbinary(4) default bytes "AB"'],
  ['int default 0x7', 'int default bytes "\\u0007"'],
  [
    'timestamp default now() on update localtimestamp',
    'timestamp default CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP',
  ],
  ['datetime(6) default current_timestamp(6)', 'datetime(6) default CURRENT_TIMESTAMP(6)'],
  ['int generated always as (a + 1) stored', 'int as `a` + 1 stored'],
  ['int as (((`a`) + (1)))', 'int as `a` + 1'],
  ["int comment 'it''s' auto_increment primary key", "int auto_increment primary comment it's"],
  ['int /*!80023 INVISIBLE */ key', 'int primary invisible'],
  ['int check (((`c` > 0)))', 'int check `c` > 0'],
];

describe('a column as it is written', () => {
  for (const [written, meant] of [...TYPES, ...MODIFIERS])
    it(`${written} → ${meant}`, () => assert.equal(essentials(written), meant));
});

describe('a column of MariaDB', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['uuid', 'uuid'],
    ['inet6', 'inet6'],
    ['json', 'json'],
    ['longtext character set utf8mb4 collate utf8mb4_bin check (json_valid(`c`))', 'json'],
    ['longtext collate utf8mb4_bin', 'longtext utf8mb4_bin'],
    ['int as (a) persistent', 'int as `a` stored'],
    ['varchar(36) default uuid()', 'varchar(36) default uuid()'],
    ["text default ('a')", 'text default "a"'],
    ['int default (1 + 2)', 'int default 1 + 2'],
    ['text /*M!100301 COMPRESSED*/', 'text'],
    [
      'datetime default current_timestamp() on update current_timestamp()',
      'datetime default CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP',
    ],
  ];
  for (const [written, meant] of cases)
    it(`${written} → ${meant}`, () => assert.equal(essentials(written, mariadb), meant));
});

describe('a column as an older server reads it', () => {
  it('takes no expression as a default before MySQL 8.0.13', () => {
    assert.throws(() => column('c int default (1)', server('mysql-5.7')), /syntaxError/);
  });
  it('passes over what an executable comment keeps for newer servers', () => {
    assert.equal(essentials('int /*!80023 INVISIBLE */', server('mysql-5.7')), 'int');
  });
});
