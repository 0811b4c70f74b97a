import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { runSnippet } from './runSnippet';

const setting = { laravel: '12.72', driver: 'mysql', server: parseServer('mariadb-10.11', 'app') } as const;
const BEFORE = `
Schema::create('teams', function ($t) { $t->id(); $t->string('name'); $t->timestamp('since')->nullable(); });
DB::table('teams')->insert([['name' => 'a', 'since' => '2020-01-01 00:00:00'], ['name' => 'b', 'since' => '2021-05-05 10:00:00']]);
`;

// Each was asked of Laravel 8 and 12.
const holds: readonly string[] = [
  "\\Carbon\\Carbon::parse('2020-01-31')->addMonth()->format('Y_m_d') === '2020_03_02'",
  "\\Carbon\\Carbon::parse('2021-01-31')->addMonthNoOverflow()->toDateString() === '2021-02-28'",
  "\\Carbon\\Carbon::create(2024, 1, 1)->format('Y_m') === '2024_01'",
  "\\Carbon\\Carbon::parse('2020-02-29 10:00:00')->subYear()->startOfMonth()->toDateTimeString() === '2019-03-01 00:00:00'",
  "\\Carbon\\CarbonImmutable::parse('2021-12-31')->addDays(1)->format('D_l_N_j_n_z_t_L') === 'Sat_Saturday_6_1_1_0_31_0'",
  "(new \\DateTime('2020-01-05'))->format('y_M_F_A_g_i') === '20_Jan_January_AM_12_00'",
  "\\Carbon\\Carbon::parse('2020-05-06')->startOfWeek()->day === 4",
  "\\Carbon\\Carbon::parse('2020-01-01') < \\Carbon\\Carbon::create(2020, 1, 2)",
  "\\Carbon\\Carbon::parse('2020-01-01')->isBefore('2020-01-02')",
  "date('Y', strtotime('2022-03-04')) === '2022'",
  "date('Ymd', mktime(0, 0, 0, 2, 30, 2020)) === '20200301'",
  "DB::table('teams')->where('since', '<', \\Carbon\\Carbon::parse('2020-06-01'))->count() === 1",
  "DB::table('teams')->whereDate('since', '2021-05-05')->value('name') === 'b'",
  "DB::table('teams')->whereYear('since', '>', 2020)->count() === 1",
];

function end(up: string): string | null {
  return runSnippet({ name: '', before: BEFORE, up }, setting).end;
}

describe('A moment that the code has fixed', () => {
  for (const condition of holds)
    it(condition, () => assert.equal(end(`if (! (${condition})) { Schema::drop('nothing'); }`), null));

  it('changes, or does not', () => {
    const code = `$a = \\Carbon\\Carbon::parse('2020-01-01'); $b = $a->copy()->addDay(); $a->addDays(5);
      $c = \\Carbon\\CarbonImmutable::parse('2020-01-01'); $c->addDays(5);
      if ([$a->day, $b->day, $c->day] !== [6, 2, 1]) { Schema::drop('nothing'); }`;
    assert.equal(end(code), null);
  });

  it('ends a loop', () => {
    const code = `for ($d = \\Carbon\\Carbon::parse('2024-01-01'); $d->lte('2024-03-01'); $d->addMonth()) { Schema::create('logs_' . $d->format('Y_m'), fn ($t) => $t->id()); }`;
    const { sql } = runSnippet({ name: '', up: code }, setting);
    assert.deepEqual(
      sql.map((text) => /`(\w+)`/.exec(text)?.[1]),
      ['logs_2024_01', 'logs_2024_02', 'logs_2024_03'],
    );
  });
});

describe('A moment of the run', () => {
  it('is before or after another, nobody knows', () => {
    const code = "if (now() < \\Carbon\\Carbon::parse('2030-01-01')) { Schema::drop('nothing'); }";
    assert.match(end(code) ?? '', /^unknown: /);
  });
});
