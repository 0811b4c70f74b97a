import assert from 'node:assert/strict';
import { DEFAULT_SERVER } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const sentBy = (up: string) =>
  runSnippet({ name: 'hostile', up } as never, {
    laravel: '11.57.1',
    driver: 'mysql',
    server: { ...DEFAULT_SERVER, database: 'lamps' },
  });

/** Conditions that took for ever to tell, and whether they hold. */
const CONDITIONS: readonly [condition: string, holds: boolean][] = [
  ["\\Illuminate\\Support\\Str::is(str_repeat('*a', 20) . 'b', str_repeat('a', 2000))", false],
  ["\\Illuminate\\Support\\Str::is('*_at', 'created_at')", true],
  ["app()->environment(str_repeat('*a', 20) . 'b')", false],
  [
    'DB::select("select table_name from information_schema.tables where table_name like \'" . str_repeat(\'%a\', 20) . "b\'") !== []',
    false,
  ],
  [
    'DB::select("select table_name from information_schema.tables where table_name like \'A_A%\'") !== []',
    true,
  ],
];

describe('a pattern that would be tried for ever', () => {
  for (const [condition, holds] of CONDITIONS)
    it(condition, () => {
      const { sql, end } = sentBy(`
        DB::statement('create table ' . str_repeat('a', 60) . ' (id int)');
        DB::statement((${condition}) ? 'create table held (id int)' : 'create table not_held (id int)');`);
      assert.deepEqual([sql.at(-1), end], [`create table ${holds ? 'held' : 'not_held'} (id int)`, null]);
    });
});
