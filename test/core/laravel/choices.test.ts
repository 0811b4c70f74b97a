import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const setting = { laravel: '12.72.0', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;

/** Rows that nobody knows, and one that several runs wrote differently. */
const BEFORE = `
Schema::create('configs', function ($t) { $t->id(); $t->string('name')->unique(); $t->string('value'); });
DB::statement("insert into configs (name, value) select 'other', version()");
$layout = DB::table('configs')->where('name', 'other')->first()->value;
DB::table('configs')->insert(['name' => 'layout', 'value' => match ($layout) { 'a' => 'square', 'b' => 'wide', default => 'plain' }]);
`;

const VALUE = "$value = DB::table('configs')->where('name', 'layout')->first()->value;";

/** What PHP does with a value that is one of several. */
const cases: readonly (readonly [name: string, up: string, end: string | null])[] = [
  [
    'none of them fits the parameter',
    `${VALUE} (fn (int $layout) => 1)($value);`,
    'TypeError: {closure}(): Argument #1 ($layout) must be of type int, string given',
  ],
  ['all of them fit it', `${VALUE} (fn (string $layout) => 1)($value);`, null],
  [
    'a change that may be about the row keeps it among those that fit',
    `DB::table('configs')->where('value', 'wide')->update(['value' => 'plain']); ${VALUE} (fn (int $layout) => 1)($value);`,
    'TypeError',
  ],
  [
    'a row that may have been there before has only its key',
    "DB::table('configs')->insertOrIgnore(['name' => 'new', 'value' => 'x']); if (DB::table('configs')->where('name', 'new')->value('value') === 'x') Schema::drop('nothing');",
    'unknown',
  ],
  [
    'and surely is there',
    "DB::table('configs')->insertOrIgnore(['name' => 'new', 'value' => 'x']); if (DB::table('configs')->where('name', 'new')->doesntExist()) Schema::drop('nothing');",
    null,
  ],
  ['none of them is what is asked for', `${VALUE} if ($value === 'round') Schema::drop('nothing');`, null],
  [
    'no row has what is asked for',
    "if (DB::table('configs')->where('name', 'layout')->where('value', 'round')->exists()) Schema::drop('nothing');",
    null,
  ],
];

/** What is known of rows that aren't, after a DELETE: none of them is among those. */
const gone: readonly (readonly [name: string, up: string, end: string | null])[] = [
  ['no other row was left', '', null],
  [
    'rows came that nobody knows',
    'DB::statement("insert into plain (name) select name from plain");',
    'unknown',
  ],
  ['others came that are known', "DB::table('plain')->insertOrIgnore(['name' => 'x']);", null],
  [
    'others were changed in place of new ones',
    "DB::table('plain')->upsert([['id' => 1, 'name' => 'x']], ['id'], ['name']);",
    'unknown',
  ],
  ['another value was changed', "DB::table('plain')->where('id', 1)->update(['value' => 'x']);", null],
  ['other names were given', "DB::table('plain')->where('id', 1)->update(['name' => 'x']);", null],
  [
    'it may be named so again',
    "DB::table('plain')->where('id', 1)->update(['name' => 'Layout']);",
    'unknown',
  ],
  ['a column changed', "Schema::table('plain', fn ($t) => $t->text('value')->nullable()->change());", null],
  ['the names were changed', 'DB::statement("update plain set name = concat(name, value)");', 'unknown'],
  [
    'the column has another name',
    "Schema::table('plain', fn ($t) => $t->renameColumn('name', 'key')); Schema::table('plain', fn ($t) => $t->renameColumn('value', 'name'));",
    'unknown',
  ],
];

describe('rows that a DELETE left, none of which is known', () => {
  const before = `
Schema::create('plain', function ($t) { $t->id(); $t->string('name'); $t->string('value')->nullable(); });
DB::statement("insert into plain (name) select version() from (select 1) as one");`;
  for (const [name, up, end] of gone)
    it(name, () => {
      const asked = "if (DB::table('plain')->where('name', 'layout')->exists()) Schema::drop('nothing');";
      const deleted = `DB::table('plain')->where('name', 'layout')->delete(); ${up} ${asked}`;
      const said = runSnippet({ name: '', before, up: deleted }, setting).end;
      if (end === null) assert.equal(said, null);
      else assert.ok(said?.startsWith(end), String(said));
    });
});

describe('what a DELETE took, asked for among alternatives', () => {
  it('leaves open whether another row is found', () => {
    const before = `Schema::create('plain', function ($t) { $t->id(); $t->string('name'); });
DB::statement("insert into plain (name) select version() from (select 1) as one");`;
    const asked = "where('name', 'layout')->orWhere('id', 1)->exists()";
    const up = `DB::table('plain')->where('name', 'layout')->delete(); if (DB::table('plain')->${asked}) Schema::drop('nothing');`;
    assert.match(runSnippet({ name: '', before, up }, setting).end ?? '', /^unknown/);
  });
});

describe('a value that runs which went different ways have written', () => {
  for (const [name, up, end] of cases)
    it(name, () => {
      const said = runSnippet({ name: '', before: BEFORE, up }, setting).end;
      if (end === null) assert.equal(said, null);
      else assert.ok(said?.startsWith(end), String(said));
    });
});
