import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { traceOf } from './runSnippet';

const setting = { laravel: '12.72', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;
const BEFORE = `
Schema::create('tags', function ($t) { $t->id(); $t->string('name')->unique(); $t->string('kind')->nullable(); $t->integer('rank')->default(0); });
DB::table('tags')->insert([['name' => 'a', 'kind' => 'x'], ['name' => 'b', 'kind' => 'x'], ['name' => 'c', 'kind' => null]]);
`;

/** What text does to rows that are known, and what must hold then. Each was asked of MariaDB and MySQL. */
const holds: readonly (readonly [up: string, condition: string])[] = [
  [
    "DB::statement('UPDATE tags SET kind = \"y\", `rank` = 3 WHERE kind = \\'x\\' AND name <> \\'b\\'');",
    "DB::table('tags')->where('kind', 'y')->where('rank', 3)->pluck('name')->all() === ['a']",
  ],
  ["DB::delete('delete from tags where kind is null');", "DB::table('tags')->count() === 2"],
  [
    "DB::statement(\"DELETE FROM `tags` WHERE name IN ('a', 'c')\");",
    "DB::table('tags')->pluck('name')->all() === ['b']",
  ],
  [
    "DB::update('update tags set kind = ? where name = ?', ['z', 'c']);",
    "DB::table('tags')->where('kind', 'z')->value('name') === 'c'",
  ],
  [
    'DB::delete("delete from tags where name like \'a%\'");',
    "DB::table('tags')->where('name', 'a')->doesntExist()",
  ],
  [
    '',
    "DB::select('select name as label from tags where kind = ? order by id desc', ['x'])[0]->label === 'b'",
  ],
  ['', "count(DB::select('SELECT * FROM tags WHERE `rank` < 1 AND kind IS NOT NULL')) === 2"],
  ['', "DB::selectOne('select * from tags where name = :name', ['name' => 'c'])->kind === null"],
];

const ends: readonly (readonly [up: string, end: string])[] = [
  ["DB::statement(\"UPDATE tags SET name = 'b' WHERE name = 'a'\");", 'raised'],
  ['DB::statement("UPDATE tags SET name = CONCAT(name, \'x\')");', 'done'],
  [
    "if (DB::select('select name from tags where `rank` = 0 or kind = 1')[0]->name === 'a') { DB::statement('no sql'); }",
    'unknown',
  ],
];

function end(up: string): string {
  return traceOf({ name: '', before: BEFORE, up }, setting).outcome.kind;
}

describe('Rows by SQL that the code wrote itself', () => {
  for (const [up, condition] of holds)
    it(`${up} ${condition}`, () =>
      assert.equal(end(`${up} if (! (${condition})) { DB::statement('no sql'); }`), 'done'));
  for (const [up, expected] of ends) it(up, () => assert.equal(end(up), expected));
});
