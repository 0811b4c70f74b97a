import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const setting = { laravel: '11.57.1', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;
const before =
  "Schema::create('t', function ($t) { $t->id(); $t->string('a')->nullable(); $t->integer('b')->nullable(); });";

/** What follows `DB::table('t')`, and what is sent. */
const cases: readonly (readonly [query: string, sql: readonly string[]])[] = [
  ["->where(['a' => 1, 'b' => null])->delete();", ['delete from `t` where (`a` = ? and `b` is null)']],
  ["->where([['a', 1], ['b', '>', 2]])->delete();", ['delete from `t` where (`a` = ? and `b` > ?)']],
  ["->where('b', '<', 0)->orWhere('a', '')->delete();", ['delete from `t` where `b` < ? or `a` = ?']],
  ["->orWhereNull('a')->delete();", ['delete from `t` where `a` is null']],
  [
    "->whereIn('b', [1])->orWhereNotNull('a')->orWhereIn('b', [2, 3])->delete();",
    ['delete from `t` where `b` in (?) or `a` is not null or `b` in (?, ?)'],
  ],
  [
    "->where('a', 1)->orWhere(['a' => 2, 'b' => 3])->delete();",
    ['delete from `t` where `a` = ? or (`a` = ? or `b` = ?)'],
  ],
  [
    "->where('a', 1)->orWhere(fn ($q) => $q->where('a', 2)->where('b', 3))->delete();",
    ['delete from `t` where `a` = ? or (`a` = ? and `b` = ?)'],
  ],
  ["->updateOrInsert(['a' => 1], ['b' => 2]);", ['insert into `t` (`a`, `b`) values (?, ?)']],
  [
    "->insert(['a' => 1]); DB::table('t')->updateOrInsert(['a' => 1], ['b' => 2]); DB::table('t')->updateOrInsert(['a' => 1], fn ($there) => ['b' => $there ? 3 : 4, 'a' => 5]);",
    [
      'insert into `t` (`a`) values (?)',
      'update `t` set `b` = ? where (`a` = ?) limit 1',
      'update `t` set `b` = ?, `a` = ? where (`a` = ?) limit 1',
    ],
  ],
];

describe('a query is sent as Laravel writes it', () => {
  for (const [query, sql] of cases)
    it(query, () => {
      const sent = runSnippet({ name: '', before, up: `DB::table('t')${query}` }, setting);
      assert.deepEqual(sent, { sql, end: null });
    });
});

describe('static properties of the schema builder', () => {
  it('are the switches that its methods set', () => {
    const up = String.raw`\Illuminate\Database\Schema\Builder::$defaultStringLength = 80;
      Schema::create('s', function ($t) { $t->string('a'); $t->string('b', \Illuminate\Database\Schema\Builder::$defaultStringLength + 1); });`;
    const { sql } = runSnippet({ name: '', up }, setting);
    assert.match(sql[0] ?? '', /\(`a` varchar\(80\) not null, `b` varchar\(81\) not null\)/);
  });
});

describe('a Blueprint method that no Laravel has', () => {
  const up = "Schema::create('s', function ($t) { $t->id(); $t->check('id > 0'); });";
  const composer = (more: object) => ({
    'composer.json': JSON.stringify({ require: { 'laravel/framework': '^11.0', ...more } }),
  });
  it('is refused where all packages can be read', () =>
    assert.deepEqual(runSnippet({ name: '', up, files: composer({}) }, setting), {
      sql: [],
      end: 'BadMethodCallException: Method Illuminate\\Database\\Schema\\Blueprint::check does not exist.',
    }));
  it('may be a macro of a package that is not there', () =>
    assert.notEqual(
      runSnippet({ name: '', up, files: composer({ 'acme/checks': '^1' }) }, setting).sql.length,
      0,
    ));
});

describe('doctrine/dbal reads a table with an ENUM', () => {
  const table =
    "Schema::create('e', function ($t) { $t->enum('state', ['a', 'b']); $t->integer('n')->index(); });";
  const made = "Schema::create('found', fn ($t) => $t->id());";
  const manager = 'DB::connection()->getDoctrineSchemaManager()';
  const end = (up: string, server = 'mariadb-10.11') =>
    runSnippet(
      { name: '', before: table, up },
      { laravel: '10.50.4', driver: 'mysql', server: parseServer(server, 'app'), doctrine: true },
    ).end;
  const refused = (platform: string) =>
    `Doctrine\\DBAL\\Exception: Unknown database type enum requested, Doctrine\\DBAL\\Platforms\\${platform}Platform may not support it.`;
  it('only where it was told of it', () => {
    assert.equal(end(`${manager}->listTableDetails('e');`), refused('MariaDb1010'));
    assert.equal(end(`${manager}->listTableColumns('e');`, 'mysql-8.4'), refused('MySQL84'));
    assert.equal(end("Schema::getColumnType('e', 'n');", 'mysql-8.0'), refused('MySQL80'));
    assert.equal(
      end(
        `${manager}->getDatabasePlatform()->registerDoctrineTypeMapping('enum', 'string'); ${manager}->listTableDetails('e');`,
      ),
      null,
    );
  });
  it('but not its columns for its keys', () =>
    assert.equal(end(`if (${manager}->listTableIndexes('e')) { ${made} }`), null));
});
