import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { traceOf } from '../laravel/runSnippet';

const setting = {
  laravel: '12.72',
  driver: 'mysql',
  server: parseServer('mariadb-10.11', 'app'),
} as const;

const BEFORE = `
Schema::create('settings', function ($table) {
    $table->string('key')->unique();
    $table->string('value')->nullable();
    $table->integer('sort')->nullable();
});
Schema::create('users', function ($table) { $table->increments('id'); $table->string('name')->nullable(); });
Schema::create('posts', function ($table) {
    $table->string('slug')->unique();
    $table->unsignedInteger('user_id')->nullable();
    $table->foreign('user_id')->references('id')->on('users')->cascadeOnDelete();
});
DB::table('settings')->insert([['key' => 'a', 'value' => '1'], ['key' => 'b', 'value' => '2']]);
`;
const UNKNOWN = "Http::get('https://example.test')->ok()";

const files = {
  'app/Models/Setting.php': `<?php namespace App\\Models;
    class Setting extends \\Illuminate\\Database\\Eloquent\\Model {
      use \\Illuminate\\Database\\Eloquent\\SoftDeletes;
      protected $guarded = []; public $timestamps = false; protected $primaryKey = 'key'; public $incrementing = false;
    }`,
};

/** How `up()` ends on a database with two settings and no users. */
function end(up: string): string {
  const { outcome } = traceOf({ name: '', before: BEFORE, up, files }, setting);
  switch (outcome.kind) {
    case 'raised':
      return `${outcome.error.code}`;
    case 'unknown':
      return `unknown: ${outcome.reason}`;
    default:
      return outcome.kind;
  }
}

const insert = (key: string) => `DB::table('settings')->insert(['key' => '${key}', 'value' => 'x']);`;

const cases: readonly (readonly [name: string, up: string, end: string | RegExp])[] = [
  [
    'a random value in all rows under a unique key',
    "DB::table('settings')->update(['value' => Str::random(9)]); Schema::table('settings', fn ($t) => $t->unique('value'));",
    '1062',
  ],
  [
    'a random value in each row under a unique key',
    "foreach (['a', 'b'] as $key) { DB::table('settings')->where('key', $key)->update(['value' => Str::random(9)]); } Schema::table('settings', fn ($t) => $t->unique('value'));",
    'done',
  ],
  [
    'an expression in all rows under a unique key',
    "DB::table('settings')->update(['value' => DB::raw('uuid()')]); Schema::table('settings', fn ($t) => $t->unique('value'));",
    'done',
  ],
  [
    'a value that may be NULL in all rows under a unique key',
    "DB::table('settings')->update(['value' => cache('x')]); Schema::table('settings', fn ($t) => $t->unique('value'));",
    /^unknown: whether rows of settings have the same value/,
  ],
  [
    'a unique key that one random value in all rows breaks',
    "DB::table('settings')->update(['key' => 'x' . uniqid()]);",
    '1062',
  ],
  [
    'a changed column that keeps one moment in all rows',
    "DB::table('settings')->update(['value' => now()]); Schema::table('settings', function ($t) { $t->string('value', 99)->nullable(false)->change(); }); Schema::table('settings', fn ($t) => $t->unique(['value']));",
    '1062',
  ],
  [
    'a moment is not NULL',
    "DB::table('settings')->where('key', 'a')->update(['value' => now()]); if (DB::table('settings')->whereNotNull('value')->count() !== 2 || DB::table('settings')->whereNull('value')->exists()) { DB::statement('no sql'); }",
    'done',
  ],
  [
    'a row that is marked as deleted',
    "Schema::table('settings', fn ($t) => $t->softDeletes()); App\\Models\\Setting::find('a')->delete(); if (App\\Models\\Setting::count() !== 1 || App\\Models\\Setting::onlyTrashed()->count() !== 1) { DB::statement('no sql'); }",
    'done',
  ],
  [
    'one of several alternatives is a whole key',
    "if (DB::table('settings')->where('key', 'a')->orWhere('key', 'b')->count() !== 2) { DB::statement('no sql'); }",
    'done',
  ],
  [
    'a deletion by a key and a pattern',
    `DB::table('settings')->where('key', 'a')->where('value', 'like', 'z%')->delete(); ${insert('a')}`,
    '1062',
  ],
  ['a row that is there', insert('a'), '1062'],
  ['a row that is not', insert('c'), 'done'],
  [
    'a row that both ways write',
    `if (${UNKNOWN}) { ${insert('c')} } else { ${insert('c')} } ${insert('c')}`,
    '1062',
  ],
  [
    'a row that both ways write with another value',
    `DB::table('settings')->insert(['key' => 'c', 'value' => ${UNKNOWN} ? '1' : '0']); ${insert('c')}`,
    '1062',
  ],
  [
    'a row that was there before something unknown',
    `if (${UNKNOWN}) { ${insert('c')} } ${insert('a')}`,
    '1062',
  ],
  [
    'a row that only one way writes',
    `if (${UNKNOWN}) { ${insert('c')} } ${insert('c')}`,
    /^unknown: whether it succeeds depends on something that is not known/,
  ],
  [
    'rows of a raw INSERT after a raw UPDATE of other columns',
    "DB::unprepared(\"INSERT INTO settings (`key`, value) VALUES ('c', 'x'), ('d', 'y'); UPDATE settings SET value = 'z' WHERE `key` = 'c';\"); DB::statement(\"INSERT INTO settings (`key`) VALUES ('d'), ('c')\");",
    '1062',
  ],
  [
    'a row whose key a raw UPDATE may have changed',
    `DB::statement("UPDATE settings SET settings.key = CONCAT(value, ',') WHERE value = '1'"); ${insert('a')}`,
    /^unknown: whether a row with the same key is there in settings is not known/,
  ],
  [
    'a row that was updated by its key',
    "DB::table('settings')->upsert([['key' => 'a', 'value' => '9']], ['key'], ['value']); DB::table('settings')->insertOrIgnore(['key' => 'a']); if (DB::table('settings')->count() === 2) { Schema::drop('nosuch'); }",
    '1051',
  ],
  [
    'a row after a statement whose text is not known',
    `Schema::table('settings', fn ($t) => $t->string(${UNKNOWN} . 'x')); ${insert('a')}`,
    /^unknown/,
  ],
  [
    'a row of a transaction that an exception ends',
    `try { DB::transaction(function () { ${insert('c')} throw new Exception('no'); }); } catch (Exception $e) {} ${insert('c')}`,
    'done',
  ],
  [
    'a row of a transaction that was rolled back',
    `${insert('c')} DB::beginTransaction(); ${insert('d')} DB::rollBack(); ${insert('d')} ${insert('c')}`,
    '1062',
  ],
  [
    'a row that the server committed before it changed a table',
    `try { DB::transaction(function () { ${insert('c')} Schema::drop('posts'); throw new Exception('no'); }); } catch (Exception $e) {} ${insert('c')}`,
    '1062',
  ],
  ['another row after something unknown', `if (${UNKNOWN}) { ${insert('c')} } ${insert('d')}`, 'done'],
  ['a row that was deleted', `DB::table('settings')->where('key', 'a')->delete(); ${insert('a')}`, 'done'],
  [
    'a row that stays when another is deleted',
    `DB::table('settings')->where('key', 'a')->delete(); ${insert('b')}`,
    '1062',
  ],
  [
    'a row that may have been deleted',
    `DB::delete("delete from settings where concat(value, '') = '1'"); ${insert('a')}`,
    /^unknown: whether a row with the same key is there in settings/,
  ],
  [
    'a row found with the conditions of a closure',
    `DB::table('settings')->where(fn ($q) => $q->where('key', 'a')->where('value', '1'))->delete();${insert('a')}`,
    'done',
  ],
  [
    'a count after a deletion that is followed',
    "DB::table('settings')->where('key', 'a')->delete(); if (DB::table('settings')->count() === 1) { Schema::drop('settings'); } Schema::drop('settings');",
    '1051',
  ],
  [
    'a row that goes with another by ON DELETE CASCADE',
    "DB::table('users')->insert(['id' => 1]); DB::table('posts')->insert(['slug' => 'a', 'user_id' => 1]);" +
      "DB::table('users')->where('id', 1)->delete(); DB::table('posts')->insert(['slug' => 'a']);",
    'done',
  ],
  [
    'a row that refers to another than the one deleted',
    "DB::table('users')->insert([['id' => 1], ['id' => 2]]); DB::table('posts')->insert(['slug' => 'a', 'user_id' => 2]);" +
      "DB::table('users')->where('id', 1)->delete(); DB::table('posts')->insert(['slug' => 'a']);",
    '1062',
  ],
  [
    'a row that may go with another by ON DELETE CASCADE may be gone',
    "DB::table('users')->insert(['id' => 1]); DB::table('posts')->insert(['slug' => 'a', 'user_id' => 1]);" +
      "DB::table('users')->whereRaw('id < rand()')->delete(); DB::table('posts')->insert(['slug' => 'a']);",
    /^unknown: whether a row with the same key is there in posts/,
  ],
  [
    'a row that refers to nothing stays',
    "DB::table('users')->insert(['id' => 1]); DB::table('posts')->insert(['slug' => 'a', 'user_id' => null]);" +
      "DB::table('users')->where('id', 1)->delete(); DB::table('posts')->insert(['slug' => 'a']);",
    '1062',
  ],
  [
    'REPLACE puts a row in the place of another',
    "DB::statement(\"replace into settings (`key`, value) values ('a', '9')\");" +
      "if (DB::table('settings')->where('key', 'a')->value('value') === '9') { Schema::drop('nosuch'); }",
    '1051',
  ],
  [
    'ON DUPLICATE KEY UPDATE leaves the row',
    `DB::table('settings')->upsert([['key' => 'a', 'value' => '9']], ['key'], ['value']);${insert('b')}`,
    '1062',
  ],
];

describe('Rows that migrations write', () => {
  for (const [name, up, expected] of cases)
    it(`${name}: ${expected}`, () => {
      if (typeof expected === 'string') assert.equal(end(up), expected);
      else assert.match(end(up), expected);
    });
});

const reads: readonly (readonly [up: string, end: string])[] = [
  ["DB::table('settings')->where('nosuch', 1)->get();", '1054'],
  ["DB::table('settings')->get(['key', 'nosuch']);", '1054'],
  ["DB::table('settings')->select('key', 'nosuch')->first();", '1054'],
  ["DB::table('settings')->select('key as k')->orderBy('k')->first();", 'done'],
  ["DB::table('settings')->orderBy('nosuch')->first();", '1054'],
  ["DB::table('settings')->pluck('nosuch', 'key');", '1054'],
  ["DB::table('settings')->max('nosuch');", '1054'],
  ["DB::table('settings')->where('key', 'a')->exists();", 'done'],
  ["DB::table('settings')->where(fn ($q) => $q->whereNull('nosuch'))->count();", '1054'],
  [
    "DB::table('users')->join('settings', 'settings.sort', '=', 'users.id')->get(['users.id', 'settings.key as k']);",
    'done',
  ],
  [
    "DB::table('users')->join('settings', 'settings.sort', '=', 'users.id')->get(['users.id', 'settings.nosuch']);",
    '1054',
  ],
  ["DB::table('users')->join('settings', 'settings.nosuch', '=', 'users.id')->get();", '1054'],
  [
    "DB::table('users as u')->leftJoin('settings as s', 's.sort', '=', 'u.id')->whereNull('s.key')->get(['u.id']);",
    'done',
  ],
  ["DB::table('users as u')->leftJoin('settings as s', 's.sort', '=', 'u.id')->get(['users.id']);", '1054'],
  [
    "DB::table('users')->whereNotIn('nosuch', fn ($q) => $q->from('settings')->select('sort'))->get();",
    '1054',
  ],
  ["DB::table('users')->whereNotIn('id', fn ($q) => $q->from('settings')->select('sort'))->get();", 'done'],
  ["DB::table('users')->whereIn('id', DB::table('settings')->select('nosuch'))->get();", '1054'],
  [
    "DB::table('users')->whereExists(fn ($q) => $q->select(DB::raw(1))->from('settings')->whereColumn('settings.sort', 'users.id'))->get();",
    'done',
  ],
  [
    "DB::table('users')->whereExists(fn ($q) => $q->select(DB::raw(1))->from('settings')->whereColumn('settings.sort', 'users.nosuch'))->get();",
    '1054',
  ],
  ["DB::select('select id, ip from users where id = 1');", '1054'],
  ["DB::select('select id from users where ip = ? and name = ?', [1, 2]);", '1054'],
  ["DB::select('select id from users where ip = :ip', ['ip' => 1]);", '1054'],
  ["DB::select('select id from users where id = :id', ['id' => 1]);", 'done'],
  ["DB::select('select u.id, s.`key` from users u join settings s on s.sort = u.id');", 'done'],
  ["DB::select('select u.id, s.nosuch from users u join settings s on s.sort = u.id');", '1054'],
  ["DB::statement('insert into users (name) select `key` from settings');", 'done'],
  ["DB::statement('insert into users (name) select nosuch from settings');", '1054'],
  ["DB::statement('insert into users (nosuch) select `key` from settings');", '1054'],
];

describe('What a query asks for', () => {
  for (const [up, expected] of reads) it(`${up} ${expected}`, () => assert.equal(end(up), expected));
});

const SETTING = String.raw`\App\Models\Setting`;
const MARKED = "Schema::table('settings', fn ($table) => $table->softDeletes());";
const softDeletes: readonly (readonly [name: string, up: string, end: string | RegExp])[] = [
  ['ask for the column that marks them', `${SETTING}::count();`, '1054'],
  ['do so in an update', `${SETTING}::where('key', 'a')->update(['value' => 2]);`, '1054'],
  ['do not where deleted rows count, too', `${SETTING}::withTrashed()->count();`, 'done'],
  [
    'are all found while none is deleted',
    `${MARKED} if (${SETTING}::count() === 2) { Schema::drop('nosuch'); }`,
    '1051',
  ],
  ['stay when they are deleted', `${MARKED} ${SETTING}::where('key', 'a')->delete(); ${insert('a')}`, '1062'],
  ['go by force', `${MARKED} ${SETTING}::where('key', 'a')->forceDelete(); ${insert('a')}`, 'done'],
];

describe('Rows of a model with SoftDeletes', () => {
  for (const [name, up, expected] of softDeletes)
    it(`${name}: ${expected}`, () => assert.equal(end(up), expected));
});
