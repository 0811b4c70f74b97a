import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet, type Sent } from './runSnippet';
import { snippets } from './snippets';
import { statementsOfLaravel11 } from './statements11';

const TAIL = " default character set utf8mb4 collate 'utf8mb4_unicode_ci'";

/** The statements, and the end where it is no good one. */
function lines({ sql, end }: Sent): string[] {
  const short = sql.map((each) => each.replace(TAIL, ' …'));
  return end === null ? short : [...short, `! ${end}`];
}

describe('the statements that Laravel 11 sends', () => {
  const server = parseServer('mysql-8.4', 'app');
  for (const snippet of snippets) {
    const expected = statementsOfLaravel11[snippet.name];
    if (!expected) continue;
    it(snippet.name, () => {
      assert.deepEqual(lines(runSnippet(snippet, { laravel: '11.57.1', driver: 'mysql', server })), expected);
    });
  }
});

const NO_METHOD = (method: string) =>
  `! BadMethodCallException: Method Illuminate\\Database\\Schema\\${method} does not exist.`;
const FOREIGN_NAMED = "$table->foreignId('o_id')->constrained('t2', 'id', 'mine');";
const FOREIGN_KEY = (name: string, more = '') => [
  'create table `t` (`o_id` bigint unsigned not null) …',
  `alter table \`t\` add constraint \`${name}\` foreign key (\`o_id\`) references \`t2\` (\`id\`)${more}`,
];

/** The body of a Blueprint closure on a new table `t`, or (with `table:` in front) on `t` with a column `a`. */
// biome-ignore format: one line a case
const versions: readonly (readonly [
  laravel: string,
  driver: 'mysql' | 'mariadb',
  code: string,
  sql: readonly string[],
])[] = [
  [
    '8.83',
    'mysql',
    "$table->string('a')->primary();",
    ['create table `t` (`a` varchar(255) not null) …', 'alter table `t` add primary key `t_a_primary`(`a`)'],
  ],
  [
    '10.37',
    'mysql',
    "$table->string('a')->primary();",
    ['create table `t` (`a` varchar(255) not null) …', 'alter table `t` add primary key (`a`)'],
  ],
  [
    '10.38',
    'mysql',
    "$table->string('a')->primary();",
    ['create table `t` (`a` varchar(255) not null, primary key (`a`)) …'],
  ],
  ['10.50', 'mysql', "$table->float('a');", ['create table `t` (`a` double(8, 2) not null) …']],
  ['11.0', 'mysql', "$table->float('a');", ['create table `t` (`a` float(53) not null) …']],
  [
    '9.52',
    'mysql',
    "$table->timestamp('a')->useCurrent()->useCurrentOnUpdate();",
    ['create table `t` (`a` timestamp default CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP not null) …'],
  ],
  [
    '10.0',
    'mysql',
    "$table->timestamp('a')->useCurrent()->useCurrentOnUpdate();",
    ['create table `t` (`a` timestamp not null default CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP) …'],
  ],
  [
    '9.52',
    'mysql',
    "$table->id()->from(7); $table->integer('b')->index();",
    [
      'create table `t` (`id` bigint unsigned not null auto_increment primary key, `b` int not null) …',
      'alter table `t` auto_increment = 7',
      'alter table `t` add index `t_b_index`(`b`)',
    ],
  ],
  [
    '10.0',
    'mysql',
    "$table->id()->from(7); $table->integer('b')->index();",
    [
      'create table `t` (`id` bigint unsigned not null auto_increment primary key, `b` int not null) …',
      'alter table `t` add index `t_b_index`(`b`)',
      'alter table `t` auto_increment = 7',
    ],
  ],
  [
    '10.50',
    'mysql',
    'table: $table->string("x"); $table->integer("y");',
    ['alter table `t` add `x` varchar(255) not null, add `y` int not null'],
  ],
  [
    '11.14',
    'mysql',
    'table: $table->string("x"); $table->integer("y");',
    ['alter table `t` add `x` varchar(255) not null, add `y` int not null'],
  ],
  [
    '11.15',
    'mysql',
    'table: $table->string("x"); $table->integer("y");',
    ['alter table `t` add `x` varchar(255) not null', 'alter table `t` add `y` int not null'],
  ],
  [
    '11.14',
    'mysql',
    'table: $table->dropColumn("b"); $table->string("x"); $table->integer("a")->change();',
    [
      'alter table `t` modify `a` int not null',
      'alter table `t` add `x` varchar(255) not null',
      'alter table `t` drop `b`',
    ],
  ],
  [
    '11.57',
    'mysql',
    'table: $table->dropColumn("b"); $table->string("x"); $table->integer("a")->change();',
    [
      'alter table `t` drop `b`',
      'alter table `t` add `x` varchar(255) not null',
      'alter table `t` modify `a` int not null',
    ],
  ],
  ['11.57', 'mysql', "$table->uuid('a');", ['create table `t` (`a` char(36) not null) …']],
  ['11.57', 'mariadb', "$table->uuid('a');", ['create table `t` (`a` uuid not null) …']],
  ['12.19', 'mysql', "$table->string('a')->default(\"it's\");", ['! 1064']],
  [
    '12.20',
    'mysql',
    "$table->string('a')->default(\"it's\");",
    ["create table `t` (`a` varchar(255) not null default 'it''s') …"],
  ],
  ['12.13', 'mysql', "$table->date('a')->useCurrent();", ['create table `t` (`a` date not null) …']],
  [
    '12.14',
    'mysql',
    "$table->date('a')->useCurrent();",
    ['create table `t` (`a` date not null default (CURDATE())) …'],
  ],
  ['10.50', 'mysql', "$table->point('a');", ['create table `t` (`a` point not null) …']],
  [
    '11.0',
    'mysql',
    "$table->point('a');",
    ['! BadMethodCallException: Method Illuminate\\Database\\Schema\\Blueprint::point does not exist.'],
  ],
  [
    '8.83',
    'mysql',
    "$table->engine('InnoDB');",
    ['! BadMethodCallException: Method Illuminate\\Database\\Schema\\Blueprint::engine does not exist.'],
  ],
  [
    '9.46',
    'mysql',
    "$table->string('a')->primary();",
    ['create table `t` (`a` varchar(255) not null) …', 'alter table `t` add primary key `t_a_primary`(`a`)'],
  ],
  [
    '9.47',
    'mysql',
    "$table->string('a')->primary();",
    ['create table `t` (`a` varchar(255) not null) …', 'alter table `t` add primary key (`a`)'],
  ],
  ['9.30', 'mysql', '$table->ulid();', [NO_METHOD('Blueprint::ulid')]],
  ['9.31', 'mysql', '$table->ulid();', ['create table `t` (`ulid` char(26) not null) …']],
  ['10.7', 'mysql', FOREIGN_NAMED, FOREIGN_KEY('t_o_id_foreign')],
  ['10.8', 'mysql', FOREIGN_NAMED, FOREIGN_KEY('mine')],
  ['10.35', 'mysql', "$table->foreignId('o_id')->constrained('t2')->noActionOnUpdate();", FOREIGN_KEY('t_o_id_foreign')],
  [
    '10.36',
    'mysql',
    "$table->foreignId('o_id')->constrained('t2')->noActionOnUpdate();",
    FOREIGN_KEY('t_o_id_foreign', ' on update no action'),
  ],
  ['13.24', 'mysql', '$table->foreignUlidFor(User::class);', [NO_METHOD('Blueprint::foreignUlidFor')]],
];

/** Questions of the schema builder that a Laravel does not know yet, or no more. */
// biome-ignore format: one line a case
const questions: readonly (readonly [laravel: string, driver: 'mysql' | 'mariadb', code: string, sql: readonly string[]])[] = [
  ['8.83', 'mysql', "Schema::hasIndex('t', 't_a_index');", ['! Error: Call to undefined method Illuminate\\Database\\Schema\\MySqlBuilder::hasIndex()']],
  ['10.42', 'mysql', "Schema::hasIndex('t', 't_a_index');", [NO_METHOD('MySqlBuilder::hasIndex')]],
  ['10.43', 'mysql', "if (! Schema::hasIndex('t', 't_a_index')) Schema::drop('t');", ['drop table `t`']],
  ['13.9', 'mariadb', "Schema::hasForeignKey('t', 'f');", [NO_METHOD('MariaDbBuilder::hasForeignKey')]],
  ['13.10', 'mariadb', "if (! Schema::hasForeignKey('t', 'f')) Schema::drop('t');", ['drop table `t`']],
  ['11.0', 'mysql', 'Schema::getAllTables();', [NO_METHOD('MySqlBuilder::getAllTables')]],
  ['12.0', 'mysql', "if (Schema::parseSchemaAndTable('x.t') === ['x', 't'] && Schema::getCurrentSchemaListing() === ['app']) Schema::drop('t');", ['drop table `t`']],
  ['12.0', 'mysql', 'Schema::getTypes();', ['! RuntimeException: This database driver does not support retrieving user-defined types.']],
];

describe('what other Laravels answer about a schema', () => {
  for (const [laravel, driver, up, expected] of questions) {
    it(`${laravel}, driver ${driver}: ${up}`, () => {
      const before = "Schema::create('t', function ($table) { $table->id(); $table->string('a'); });";
      const server = parseServer('mysql-8.4', 'app');
      assert.deepEqual(lines(runSnippet({ name: up, before, up }, { laravel, driver, server })), expected);
    });
  }
});

describe('the statements of other Laravels', () => {
  for (const [laravel, driver, code, expected] of versions) {
    it(`${laravel}, driver ${driver}: ${code}`, () => {
      const alters = code.startsWith('table: ');
      const body = `function ($table) { ${code.replace('table: ', '')} }`;
      const snippet = {
        name: code,
        before:
          "Schema::create('t2', fn ($table) => $table->id()); Schema::create('t', function ($table) { $table->id(); $table->string('a'); $table->string('b'); });",
        up: alters ? `Schema::table('t', ${body});` : `Schema::drop('t'); Schema::create('t', ${body});`,
      };
      const server = parseServer(driver === 'mariadb' ? 'mariadb-11.4' : 'mysql-8.4', 'app');
      const sent = lines(runSnippet(snippet, { laravel, driver, server })).filter(
        (line) => line !== 'drop table `t`',
      );
      if (expected[0] === '! 1064') assert.match(sent.at(-1) ?? '', /^! 1064/);
      else assert.deepEqual(sent, expected);
    });
  }
});
