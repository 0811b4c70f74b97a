import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from '../laravel/runSnippet';

const before =
  "Schema::create('t', function ($t) { $t->id(); $t->string('a'); $t->string('b')->nullable(); }); DB::table('t')->insert(['a' => 'x']);";

/** With Laravel's strict mode: what is surely taken, and what only the server knows. */
const cases: readonly (readonly [sql: string, mysql: boolean, mariadb: boolean])[] = [
  ['select a, count(*) from t group by a', true, true],
  ['select t.a, max(id) as last from t group by `a`', true, true],
  ['select lower(a) as small, sum(id + 1) from t group by small', true, true],
  ['select lower(a), min(b) from t group by lower(a)', true, true],
  ['select concat(a, 1), group_concat(b) from t group by 1, a', true, true],
  ['select b from t', true, true],
  ['select a, b from t group by a', false, false],
  ['select * from t group by a', false, false],
  ['select a, max(id), b from t group by a', false, false],
  ['select a, b from t group by id', true, false],
  ['select x.a from (select a, b from t group by a) as x', false, false],
];

describe('a query that groups its rows', () => {
  for (const [i, name] of (['mysql-9.7', 'mariadb-10.11'] as const).entries())
    for (const [sql, ...taken] of cases)
      it(`${name}: ${sql}`, () => {
        const setting = { laravel: '12.0.0', driver: 'mysql', server: parseServer(name, 'app') } as const;
        const { end } = runSnippet({ name: '', before, up: `DB::select('${sql}');` }, setting);
        if (taken[i]) assert.equal(end, null);
        else assert.match(end ?? '', /^unknown: .*ONLY_FULL_GROUP_BY/);
      });
});
