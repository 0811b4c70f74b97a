import assert from 'node:assert/strict';
import { openApplication } from '../../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../../src/core/laravel/evaluate';
import { filesOf } from '../../../src/core/laravel/files';
import type { Table } from '../../../src/core/schema/model';
import { parseServer } from '../../../src/core/schema/profiles';
import { sortedTables } from '../../../src/core/schema/tableMap';
import { ANY_ROWS } from '../../../src/core/session/rows';
import type { Trace, World } from '../../../src/core/session/trace';
import { migrationText } from '../laravel/runSnippet';

const app = openApplication(filesOf({ '.env': 'DB_CONNECTION=mysql\nDB_DATABASE=app\n' }), {
  laravel: '12.72',
});
const BEFORE = "Schema::create('things', function ($table) { $table->id(); $table->string('name'); });";

/** Runs an `up()` on a database with the table `things`; `rows`: whether it comes from a dump. */
function run(body: string, rows: 'none' | 'any' = 'none'): Trace {
  const fresh = freshWorld(app, parseServer('mysql-8.4', 'app'));
  const made = evaluate(
    app,
    { name: 'before', file: 'before.php', text: migrationText(BEFORE) },
    'up',
    fresh,
  ).world;
  const world = rows === 'none' ? made : withUnknownRows(made);
  return evaluate(app, { name: 'migration', file: 'migration.php', text: migrationText(body) }, 'up', world);
}

function withUnknownRows(world: World): World {
  const connections = new Map(
    [...world.connections].map(([name, each]) => [name, { ...each, rows: ANY_ROWS }]),
  );
  return { ...world, connections };
}

function tables(trace: Trace): readonly Table[] {
  const database = trace.world.connections.get(trace.world.defaultConnection);
  return database ? sortedTables(database.schema.tables) : [];
}

/** `things(id, name, ?extra)`: a `?` stands before what may not be there, a `~` before what is not known in detail. */
function summary(trace: Trace): string {
  const mark = (taint: { mayBeAbsent?: true } | null) => (taint ? (taint.mayBeAbsent ? '?' : '~') : '');
  return tables(trace)
    .map((table) => {
      const columns = table.columns.map((column) => mark(column.taint) + column.name);
      return `${mark(table.taint)}${table.name}(${columns.join(', ')})`;
    })
    .join(' ');
}

const UNKNOWN = "Http::get('https://example.test')->ok()";

/** The body of `up()`, the tables after it, the outcome, and the statements that only some of the possible runs send. */
const cases: readonly (readonly [
  name: string,
  body: string,
  after: string,
  outcome: Trace['outcome']['kind'],
  uncertain: number,
])[] = [
  [
    'a condition that only the other answer to one without effect leads to',
    `if (${UNKNOWN} || Http::get('https://example.test/2')->ok()) {} else { Schema::drop('things'); }`,
    '?things(id, name)',
    'done',
    1,
  ],
  [
    'an unknown condition taints what only one arm makes',
    `if (${UNKNOWN}) { Schema::table('things', fn ($t) => $t->string('extra')); }`,
    'things(id, name, ?extra)',
    'done',
    1,
  ],
  [
    'a table that only one arm makes',
    `if (${UNKNOWN}) { Schema::create('more', fn ($t) => $t->id()); }`,
    '?more(id) things(id, name)',
    'done',
    1,
  ],
  [
    'both arms end alike',
    `if (${UNKNOWN}) { Schema::table('things', fn ($t) => $t->string('extra')); } else { Schema::table('things', fn ($t) => $t->string('extra')); }`,
    'things(id, name, extra)',
    'done',
    2,
  ],
  [
    'arms that differ in a detail',
    `Schema::table('things', function ($t) { $c = $t->string('extra'); if (${UNKNOWN}) { $c->nullable(); } });`,
    'things(id, name, ~extra)',
    'done',
    2,
  ],
  [
    'an unknown default',
    `$x = ${UNKNOWN}; Schema::table('things', fn ($t) => $t->string('extra')->default($x));`,
    'things(id, name, ~extra)',
    'done',
    0,
  ],
  [
    'an unknown column name',
    `$x = ${UNKNOWN}; Schema::table('things', fn ($t) => $t->string($x));`,
    '~things(id, name)',
    'unknown',
    0,
  ],
  [
    'a macro that nobody defines',
    "Schema::table('things', fn ($t) => $t->userstamps());",
    '~things(id, name)',
    'done',
    0,
  ],
  [
    'a package that gets the Blueprint',
    "Schema::table('things', function ($t) { Kalnoy\\Nestedset\\NestedSet::columns($t); });",
    '~things(id, name)',
    'done',
    0,
  ],
  [
    'one arm throws',
    `if (${UNKNOWN}) { throw new RuntimeException('no'); } Schema::table('things', fn ($t) => $t->string('extra'));`,
    'things(id, name, extra)',
    'unknown',
    0,
  ],
  [
    'one arm is refused',
    `if (${UNKNOWN}) { Schema::table('things', fn ($t) => $t->string('name')); }`,
    'things(id, name)',
    'unknown',
    1,
  ],
  ['a loop that does not end', 'while (true) { $x = 1; }', 'things(id, name)', 'unknown', 0],
  [
    'a call of the network whose answer does not matter',
    `$x = ${UNKNOWN}; Schema::table('things', fn ($t) => $t->string('extra'));`,
    'things(id, name, extra)',
    'done',
    0,
  ],
];

describe('a method that meets what can not be known', () => {
  for (const [name, body, after, outcome, uncertain] of cases) {
    it(name, () => {
      const trace = run(body.replace('Http::', 'Illuminate\\Support\\Facades\\Http::'));
      assert.equal(summary(trace), after);
      assert.equal(trace.outcome.kind, outcome);
      assert.equal(trace.entries.filter((entry) => entry.uncertain).length, uncertain);
    });
  }

  it('says why, and where', () => {
    const trace = run(`\nif (Illuminate\\Support\\Facades\\${UNKNOWN}) { Schema::drop('things'); }`);
    const [things] = tables(trace);
    assert.match(things?.taint?.reason ?? '', /network/);
    assert.equal(things?.taint?.origin?.range.line, 12);
    assert.ok(trace.unknowns.some((each) => /network/.test(each.reason)));
  });
});

describe('rows', () => {
  const guarded = `foreach (DB::table('things')->get() as $thing) { DB::table('things')->where('id', $thing->id)->update(['name' => 'x']); }`;

  it('of a fresh database are those that the migrations wrote', () => {
    const trace = run(
      `DB::table('things')->insert(['name' => 'a']); if (DB::table('things')->where('name', 'A')->exists()) { Schema::drop('things'); }`,
    );
    assert.equal(summary(trace), '');
    assert.equal(trace.outcome.kind, 'done');
  });

  it('of a dump are not known, and a loop that only writes rows taints nothing', () => {
    const trace = run(guarded, 'any');
    assert.equal(summary(trace), 'things(id, name)');
    assert.equal(trace.outcome.kind, 'done');
  });

  it('of a dump decide uncertainly', () => {
    const trace = run(
      `if (DB::table('things')->count() > 0) { Schema::table('things', fn ($t) => $t->string('extra')); }`,
      'any',
    );
    assert.equal(summary(trace), 'things(id, name, ?extra)');
  });
});

describe('errors of the server', () => {
  it('are thrown into the code, and end the migration where nobody catches them', () => {
    const trace = run("Schema::table('things', fn ($t) => $t->string('name')); Schema::drop('things');");
    assert.deepEqual(
      trace.outcome.kind === 'raised' && [trace.outcome.error.code, trace.outcome.entry],
      [1060, 0],
    );
    assert.deepEqual(
      trace.entries.map((entry) => entry.caught),
      [false],
    );
    assert.equal(summary(trace), 'things(id, name)');
  });

  it('may be caught', () => {
    const trace = run(
      "try { Schema::table('things', fn ($t) => $t->string('name')); } catch (\\Throwable $e) { Schema::drop('things'); }",
    );
    assert.equal(trace.outcome.kind, 'done');
    assert.deepEqual(
      trace.entries.map((entry) => entry.caught),
      [true, false],
    );
  });

  it('have the message that artisan prints', () => {
    const trace = run(`try { Schema::table('things', fn ($t) => $t->string('name')); }
      catch (\\Illuminate\\Database\\QueryException $e) { throw new RuntimeException($e->getMessage()); }`);
    assert.match(
      trace.outcome.kind === 'threw' ? trace.outcome.message : '',
      /^SQLSTATE\[42S21\]: Column already exists: 1060 Duplicate column name 'name' \(Connection: mysql, .*SQL: alter table `things` add `name` varchar\(255\) not null\)$/,
    );
  });
});
