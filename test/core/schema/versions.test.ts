import assert from 'node:assert/strict';
import { said, schemaOf, server, tableOf, tell } from './replaying';

/** The same statement on servers that answer it differently. MySQL 9.7 and MariaDB 10.11 are proven on real ones. */
describe('what a statement raises depends on the server', () => {
  const base = [
    'create table companies (id bigint unsigned primary key, code varchar(20), key (code))',
    'create table users (id bigint unsigned primary key, company_id bigint unsigned, constraint users_company_id_foreign foreign key (company_id) references companies (id))',
  ];
  const cases: readonly (readonly [sql: string, answers: Readonly<Record<string, string>>])[] = [
    [
      'alter table users add constraint f foreign key (company_id) references firms (id)',
      {
        'mysql-5.7': '1215 Cannot add foreign key constraint',
        'mysql-8.0': "1824 Failed to open the referenced table 'firms'",
        'mysql-8.4': "1824 Failed to open the referenced table 'firms'",
        'mariadb-10.11':
          '1005 Can\'t create table `booking`.`users` (errno: 150 "Foreign key constraint is incorrectly formed")',
      },
    ],
    [
      'create table shops (id int, code varchar(20), constraint f foreign key (code) references companies (code))',
      {
        'mysql-8.0': 'ok',
        'mysql-8.4':
          "6125 Failed to add the foreign key constraint. Missing unique key for constraint 'f' in the referenced table 'companies'",
        'mariadb-10.11': 'ok',
      },
    ],
    [
      'create table shops (id bigint unsigned, constraint users_company_id_foreign foreign key (id) references companies (id))',
      {
        'mysql-5.7': "1022 Can't write; duplicate key in table 'shops'",
        'mysql-8.4': "1826 Duplicate foreign key constraint name 'users_company_id_foreign'",
        'mariadb-10.11':
          'Can\'t create table `booking`.`shops` (errno: 121 "Duplicate key on write or update")'.replace(
            /^/,
            '1005 ',
          ),
        'mariadb-12.1': 'ok',
      },
    ],
    [
      'drop table companies',
      {
        'mysql-5.7': '1217 Cannot delete or update a parent row: a foreign key constraint fails',
        'mysql-8.4':
          "3730 Cannot drop table 'companies' referenced by a foreign key constraint 'users_company_id_foreign' on table 'users'.",
        'mariadb-10.11': '1451 Cannot delete or update a parent row: a foreign key constraint fails',
      },
    ],
    [
      'alter table users modify company_id int unsigned',
      {
        'mysql-5.7':
          "1832 Cannot change column 'company_id': used in a foreign key constraint 'users_company_id_foreign'",
        'mysql-8.4':
          "3780 Referencing column 'company_id' and referenced column 'id' in foreign key constraint 'users_company_id_foreign' are incompatible.",
        'mariadb-10.11':
          "1832 Cannot change column 'company_id': used in a foreign key constraint 'users_company_id_foreign'",
      },
    ],
    [
      "alter table users add bio text default 'x'",
      {
        'mysql-8.4': "1101 BLOB, TEXT, GEOMETRY or JSON column 'bio' can't have a default value",
        'mariadb-10.11': 'ok',
      },
    ],
    [
      'create table t (a varchar(20) collate utf8mb4_0900_ai_ci)',
      {
        'mysql-5.7': "1273 Unknown collation: 'utf8mb4_0900_ai_ci'",
        'mysql-8.0': 'ok',
        'mariadb-10.11': "1273 Unknown collation: 'utf8mb4_0900_ai_ci'",
        'mariadb-11.4': 'ok',
      },
    ],
    [
      'create table t (a varchar(20) collate utf8mb4_uca1400_ai_ci)',
      {
        'mysql-8.4': "1273 Unknown collation: 'utf8mb4_uca1400_ai_ci'",
        'mariadb-10.6': "1273 Unknown collation: 'utf8mb4_uca1400_ai_ci'",
        'mariadb-10.11': 'ok',
      },
    ],
    [
      'alter table users drop foreign key users_company_id_foreign, drop foreign key users_company_id_foreign',
      {
        'mysql-9.7': "1091 Can't DROP 'users_company_id_foreign'; check that column/key exists",
        'mariadb-10.11': "1091 Can't DROP FOREIGN KEY `users_company_id_foreign`; check that it exists",
        'mariadb-11.8': 'ok',
      },
    ],
    [
      'create table t (a uuid)',
      {
        'mariadb-10.6': "4161 Unknown data type: 'uuid'",
        'mariadb-10.11': 'ok',
      },
    ],
  ];
  for (const [sql, answers] of cases)
    for (const [name, expected] of Object.entries(answers))
      it(`${name}: ${sql.slice(0, 70)}`, () => {
        assert.equal(said(tell(schemaOf(base, server(name)), sql, server(name))), expected);
      });
});

describe('what a server fills in', () => {
  const collationOf = (name: string) =>
    tableOf(schemaOf('create table t (a varchar(9)) charset=utf8mb4', server(name)), 't').collation;

  for (const [name, expected] of [
    ['mysql-5.7', 'utf8mb4_general_ci'],
    ['mysql-8.0', 'utf8mb4_0900_ai_ci'],
    ['mysql-9.7', 'utf8mb4_0900_ai_ci'],
    ['mariadb-10.11', 'utf8mb4_general_ci'],
    ['mariadb-11.4', 'utf8mb4_general_ci'],
    ['mariadb-11.8', 'utf8mb4_uca1400_ai_ci'],
  ] as const)
    it(`${name}: CHARSET=utf8mb4 alone means ${expected}`, () => assert.equal(collationOf(name), expected));

  it('a bare timestamp is NOT NULL and kept current where explicit_defaults_for_timestamp is off', () => {
    const column = (name: string) =>
      tableOf(schemaOf('create table t (at timestamp)', server(name)), 't').columns[0]!;
    assert.equal(column('mysql-8.4').nullable, true);
    const old = column('mysql-5.7');
    assert.deepEqual([old.nullable, old.onUpdate], [false, 'CURRENT_TIMESTAMP']);
  });

  it('MySQL before 8.0.16 reads checks and forgets them', () => {
    const checks = (name: string) =>
      tableOf(schemaOf('create table t (a int, check (a > 0))', server(name)), 't').checks.length;
    assert.deepEqual([checks('mysql-5.7'), checks('mysql-8.0'), checks('mariadb-10.6')], [0, 1, 1]);
  });

  it('MariaDB says what it cut', () => {
    const result = tell(
      schemaOf('create table t (a varchar(1000))', server('mariadb-10.11')),
      'alter table t add key (a)',
      server('mariadb-10.11'),
    );
    assert.deepEqual(tableOf(result.schema, 't').indexes[0]!.parts, [
      { column: 'a', length: 768, descending: false },
    ]);
    assert.deepEqual(result.warnings, [
      { code: 1071, message: 'Specified key was too long; max key length is 3072 bytes' },
    ]);
  });
});
