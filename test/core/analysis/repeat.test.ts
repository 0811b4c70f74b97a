import assert from 'node:assert/strict';
import { runPassingOver } from '../../../src/core/analysis/passOver';
import { replay } from '../../../src/core/analysis/replay';
import { startWorld } from '../../../src/core/analysis/start';
import type { Application } from '../../../src/core/laravel/application';
import { evaluate, type MigrationSource } from '../../../src/core/laravel/evaluate';
import { listMigrations } from '../../../src/core/laravel/migrations';
import { nothingRepeatable } from '../../../src/core/laravel/turns';
import type { Schema } from '../../../src/core/schema/model';
import { parseServer } from '../../../src/core/schema/profiles';
import { type TableMap, tableDifferences } from '../../../src/core/schema/tableMap';
import type { Trace, World } from '../../../src/core/session/trace';
import { migration as migrationWith } from '../../support/tempApp';
import { demoTexts, openTexts, plainTrace } from '../../support/texts';

const server = parseServer('mysql-8.4');

/** Two runs say the same, with the same schemas round each statement. Tables that both share are not looked at. */
function assertSame(a: Trace, b: Trace, about: string): void {
  assert.deepEqual(plainTrace(a), plainTrace(b), about);
  a.entries.forEach((entry, i) => {
    assertSameSchema(entry.before, b.entries[i]!.before, about);
    assertSameSchema(entry.after, b.entries[i]!.after, about);
  });
  for (const [name, { schema, rows, server: profile }] of a.world.connections) {
    const other = b.world.connections.get(name)!;
    assertSameSchema(schema, other.schema, about);
    assertSameMap(rows.tables, other.rows.tables, about);
    assert.deepEqual([rows.base, profile], [other.rows.base, other.server], about);
  }
}

function assertSameSchema(a: Schema, b: Schema, about: string): void {
  assertSameMap(a.tables, b.tables, about);
  assertSameMap(a.views, b.views, about);
  assert.deepEqual([a.taint, a.charset, a.collation], [b.taint, b.charset, b.collation], about);
}

function assertSameMap<V>(a: TableMap<V>, b: TableMap<V>, about: string): void {
  for (const [name, mine, theirs] of tableDifferences(a, b))
    assert.deepEqual(mine, theirs, `${about}: ${name}`);
}

/**
 * Runs `up()`, and again in each world that a stop of it leaves: once by what earlier runs tell, once by the code alone.
 * Gives how many of those runs were told.
 */
function compareRuns(app: Application, source: MigrationSource, before: World): number {
  const worlds: World[] = [];
  const repeatable = nothingRepeatable();
  const beforeEntry = (world: World) => worlds.push(world);
  const first = evaluate(app, source, 'up', before, { beforeEntry, repeatable });
  let told = 0;
  for (const world of [first.world, ...worlds]) {
    const known = repeatable.runs.length;
    const repeated = runPassingOver(app, source, world, 'up', repeatable);
    if (known > 0 && repeatable.runs.length === known) told += 1;
    assertSame(repeated, runPassingOver(app, source, world), source.name);
  }
  return told;
}

describe('a run that is told by earlier ones', () => {
  it('is what the code would do: every fourth migration of the demo, stopped behind each statement', function () {
    this.timeout(120_000);
    const app = openTexts(demoTexts());
    const { steps } = replay(app, listMigrations(app), startWorld(app, server, true).world);
    let told = 0;
    for (const [i, { migration, text, before }] of steps.entries())
      if (i % 4 === 0 && text !== null) told += compareRuns(app, { ...migration, text }, before);
    assert.ok(told > 100, `${told} were told`);
  });

  const CASES: Readonly<Record<string, string>> = {
    'that asks before each statement': `
      foreach (['a', 'b', 'c'] as $name) {
          if (! Schema::hasColumn('lamps', $name)) {
              Schema::table('lamps', fn (Blueprint $table) => $table->string($name)->index());
          }
      }`,
    'that goes by a list of names': `
      $names = array_column(Schema::getIndexes('lamps'), 'name');
      Schema::table('lamps', function (Blueprint $table) use ($names) {
          foreach (['name', 'room'] as $column) {
              if (! in_array("lamps_{$column}_index", $names)) {
                  $table->index($column);
              }
          }
      });`,
    'that catches what is refused': `
      try {
          Schema::table('lamps', fn (Blueprint $table) => $table->string('a'));
      } catch (\\Throwable $e) {
          Schema::create('failures', fn (Blueprint $table) => $table->id());
      }
      Schema::create('later', fn (Blueprint $table) => $table->id());`,
    'that catches it in a method of its own': `
      $try = function (callable $what) { try { $what(); return true; } catch (\\Throwable) { return false; } };
      $done = $try(fn () => Schema::create('a', fn (Blueprint $table) => $table->id()));
      Schema::create($done ? 'b' : 'c', fn (Blueprint $table) => $table->id());`,
    'that lets some of what it catches out again': `
      try {
          Schema::table('lamps', fn (Blueprint $table) => $table->string('a'));
          Schema::table('lamps', fn (Blueprint $table) => $table->string('b'));
      } catch (\\Throwable $e) {
          if (! str_contains($e->getMessage(), "'a'")) {
              throw $e;
          }
      }
      Schema::create('later', fn (Blueprint $table) => $table->id());`,
    'that leaves in finally': `
      foreach (['a', 'b'] as $name) {
          try {
              Schema::table('lamps', fn (Blueprint $table) => $table->string($name));
          } finally {
              continue;
          }
      }`,
    'that looks for rows': `
      if (! DB::table('lamps')->where('name', 'one')->exists()) {
          DB::table('lamps')->insert(['name' => 'one']);
          Schema::create('ones', fn (Blueprint $table) => $table->id());
      }
      Schema::create('twos', fn (Blueprint $table) => $table->id());`,
    'that writes rows in a transaction': `
      Schema::create('a', fn (Blueprint $table) => $table->id());
      DB::transaction(function () {
          DB::table('lamps')->insert(['name' => 'one']);
          DB::table('lamps')->where('name', 'one')->update(['name' => 'two']);
      });
      Schema::create('b', fn (Blueprint $table) => $table->id());`,
    'that turns off the checks of foreign keys': `
      Schema::disableForeignKeyConstraints();
      Schema::create('a', fn (Blueprint $table) => $table->foreignId('b_id')->constrained('bs'));
      Schema::enableForeignKeyConstraints();
      Schema::create('bs', fn (Blueprint $table) => $table->id());`,
    'that asks the catalog': `
      $there = DB::select("select * from information_schema.columns where table_name = 'lamps' and column_name = 'a'");
      if (count($there) === 0) {
          DB::statement('alter table lamps add a int');
      }
      DB::statement('alter table lamps add b int');`,
    'that decides by what is not known': `
      if (env('NOBODY_KNOWS', rand(0, 1))) {
          Schema::table('lamps', fn (Blueprint $table) => $table->string('a'));
      }
      Schema::table('lamps', fn (Blueprint $table) => $table->string('b'));
      Schema::table('lamps', fn (Blueprint $table) => $table->string('c'));`,
    'that counts': `
      static $times = 0;
      $times++;
      Schema::table('lamps', fn (Blueprint $table) => $table->string("a{$times}"));
      Schema::table('lamps', fn (Blueprint $table) => $table->string('b'));`,
    'that changes the default connection': `
      Schema::table('lamps', fn (Blueprint $table) => $table->string('a'));
      DB::setDefaultConnection('other');
      Schema::table('lamps', fn (Blueprint $table) => $table->string('b'));
      Schema::table('lamps', fn (Blueprint $table) => $table->string('c'));`,
    'that changes what there is': `
      Schema::table('lamps', fn (Blueprint $table) => $table->text('name')->nullable()->change());
      Schema::table('lamps', fn (Blueprint $table) => $table->renameColumn('room', 'place'));
      Schema::rename('lamps', 'lights');`,
  };
  /** How many runs of the code were told. */
  const compare = (code: string): number => {
    const file = 'database/migrations/2026_01_02_000000_own.php';
    const base = migrationWith(`Schema::create('lamps', function (Blueprint $table) {
        $table->id();
        $table->string('name');
        $table->string('room');
    });`);
    const text = migrationWith(code);
    const app = openTexts(
      new Map([
        ['composer.json', '{ "require": { "laravel/framework": "^11.0" } }'],
        ['database/migrations/2026_01_01_000000_base.php', base],
        [file, text],
      ]),
    );
    const { steps } = replay(app, listMigrations(app), startWorld(app, server, true).world);
    const { migration, before } = steps[1]!;
    return compareRuns(app, { ...migration, text }, before);
  };

  for (const [title, code] of Object.entries(CASES))
    it(`is what the code would do ${title}`, () => {
      compare(code);
    });

  it('is told where catches only let out again what they catch', () => {
    const told = compare(`
      try {
          foreach (['a', 'b', 'c'] as $name) {
              Schema::table('lamps', fn (Blueprint $table) => $table->string($name));
          }
      } catch (\\RuntimeException | \\LogicException $e) {
          echo $e->getMessage();
          throw $e;
      } finally {
          echo 'done';
      }`);
    assert.equal(told, 4);
  });
});
