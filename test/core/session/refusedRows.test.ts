import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { traceOf } from '../laravel/runSnippet';

const BEFORE = `
Schema::create('groups', function ($table) { $table->id(); $table->string('name', 20); });
Schema::create('users', function ($table) {
    $table->id();
    $table->string('name', 20);
    $table->string('email')->unique();
    $table->integer('age')->nullable();
    $table->text('bio')->nullable();
    $table->enum('state', ['new', 'old'])->default('new');
    $table->json('meta')->nullable();
    $table->timestamp('seen')->nullable();
    $table->foreignId('group_id')->nullable()->constrained();
});
DB::table('groups')->insert(['name' => 'all']);
DB::table('users')->insert([['name' => 'Ann', 'email' => 'a'], ['name' => 'Bob', 'email' => 'b']]);
`;

const user = (row: string) => `DB::table('users')->insert(['name' => 'x', 'email' => 'x', ${row}]);`;
const alter = (column: string) => `DB::statement("alter table users ${column}");`;

/** What both servers said; the second code is MySQL's where it is another. */
const cases: readonly (readonly [name: string, up: string, mariadb: string, mysql?: string])[] = [
  ['a text that is too long', "DB::table('groups')->insert(['name' => str_repeat('x', 21)]);", '1406'],
  ['a value that is no member', user("'state' => 'lost'"), '1265'],
  ['a text for a number', user("'age' => 'ten'"), '1366'],
  ['a number out of range', user("'age' => 3000000000"), '1264'],
  ['a text for a moment', user("'seen' => 'now'"), '1292'],
  ['a text that is no JSON', user("'meta' => 'none'"), '4025', '3140'],
  ['NULL where it may not be', "DB::table('users')->update(['name' => null]);", '1048'],
  ['a row that refers to nothing', user("'group_id' => 7"), '1452'],
  ['a row that refers to one by its number', user("'group_id' => 1"), 'done'],
  ['an update to what is not there', "DB::table('users')->update(['group_id' => 7]);", '1452'],
  ['an update that makes two keys alike', "DB::table('users')->update(['email' => 'same']);", '1062'],
  [
    'deleting what is referred to',
    `${user("'group_id' => 1")} DB::table('groups')->where('id', 1)->delete();`,
    '1451',
  ],
  ['deleting what nothing refers to', "DB::table('groups')->where('id', 1)->delete();", 'done'],
  [
    'a unique column without a default',
    "Schema::table('users', fn ($t) => $t->string('code')->unique());",
    '1062',
  ],
  ['NOT NULL over NULL', alter('modify age int not null'), '1265', '1138'],
  ['NOT NULL over NULL with another type', alter('modify age bigint not null'), '1265'],
  ['a shorter text', alter('modify email varchar(3) not null'), 'done'],
  ['a text that is too short', alter('modify name varchar(2) not null'), '1406'],
  ['an enum without a value that is there', alter("modify state enum('old') not null"), '1265'],
  ['words to numbers', alter('modify name int not null'), '1292', '1366'],
  [
    'a foreign key over zeros',
    "Schema::table('users', fn ($t) => $t->foreignId('team')->constrained('groups'));",
    '1452',
  ],
  ['a date without a default', "Schema::table('users', fn ($t) => $t->date('born'));", '1292'],
  [
    'what strict mode is not there to refuse',
    `DB::statement("set session sql_mode = ''"); ${alter('modify name varchar(2) not null')}`,
    'done',
  ],
  [
    'a number that the server has given',
    `$id = DB::table('groups')->insertGetId(['name' => 'more']); if ($id === 2) ${user("'group_id' => $id")}
     if (DB::table('users')->where('group_id', 2)->count() !== 1) Schema::drop('nothing');`,
    'done',
  ],
  [
    'numbers that a rollback does not give back',
    `try { DB::transaction(function () { DB::table('groups')->insert(['name' => 'x']); throw new Exception('no'); }); } catch (Exception $e) {}
     if (DB::table('groups')->insertGetId(['name' => 'y']) !== 3) Schema::drop('nothing');`,
    'done',
  ],
  [
    'a number of nought, where the mode keeps it',
    `DB::statement("set session sql_mode = 'NO_AUTO_VALUE_ON_ZERO'"); DB::table('groups')->insert(['id' => 0, 'name' => 'x']);
     if (DB::table('groups')->where('id', 0)->doesntExist()) Schema::drop('nothing');`,
    'done',
  ],
  [
    'numbers after a row with its own',
    `DB::table('groups')->insert(['id' => 40, 'name' => 'x']);
     if (DB::table('groups')->insertGetId(['name' => 'y']) !== 41) Schema::drop('nothing');`,
    'done',
  ],
];

for (const version of ['mariadb-10.11', 'mysql-9.7'])
  describe(`Rows that ${version} refuses`, () => {
    for (const [name, up, mariadb, mysql = mariadb] of cases)
      it(name, () => {
        const server = parseServer(version, 'app');
        const { outcome } = traceOf(
          { name, before: BEFORE, up },
          { laravel: '12.72', driver: 'mysql', server },
        );
        const end =
          outcome.kind === 'raised'
            ? String(outcome.error.code)
            : outcome.kind === 'done'
              ? 'done'
              : JSON.stringify(outcome);
        assert.equal(end, server.vendor === 'mysql' ? mysql : mariadb);
      });
  });
