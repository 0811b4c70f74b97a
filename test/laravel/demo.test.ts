import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/core/analysis/edits';
import { lintMigration } from '../../src/core/analysis/lint';
import { atOnce } from '../../src/core/analysis/pieces';
import { evaluate } from '../../src/core/laravel/evaluate';
import { NO_POLICY } from '../../src/core/policy/policy';
import type { Snapshot } from '../../src/server/introspect';
import type { Replayed } from '../../src/worker/replays';
import { demoWorkspace } from '../support/paths';
import { vendors } from '../support/servers';
import {
  type Booking,
  firstPending,
  migratedBooking,
  migrationFile,
  migrationNames,
  migrationText,
  mustMigrate,
  openBooking,
  type Sent,
} from './booking';
import { counts, databaseOf, demoReplays, differences, plainTables, preflightOn } from './model';

const replays = demoReplays();
const names = migrationNames();

for (const vendor of vendors) {
  describe(`the demo's migrations, run by real Laravel on ${vendor} and in the model`, () => {
    let booking: Booking;
    let real: Snapshot;
    let replayed: Replayed;

    before(async function () {
      booking = await migratedBooking(this, vendor);
      real = await booking.introspect();
      replayed = replays.on(real.server);
    });
    const model = () => databaseOf(replayed.replay.world);

    it('are 242 files that all run', async () => {
      assert.equal(names.length, 242);
      assert.deepEqual(
        (await booking.migrationRows()).map((row) => row.name),
        names,
      );
      const ends = replayed.replay.steps.map(({ migration, trace }) => [migration.name, trace.outcome.kind]);
      assert.deepEqual(
        ends,
        names.map((name) => [name, 'done']),
      );
    });

    it('make 244 tables and a view', () => {
      assert.deepEqual(counts(real), { tables: 244, views: 1 });
      assert.deepEqual(counts(model()), { tables: 244, views: 1 });
    });

    it('make the same schema: the comparison finds nothing', () => {
      assert.deepEqual(differences(real, model()), []);
      assert.deepEqual(differences(model(), real), []);
    });

    it('make the same schema: every property of every column, index, key, check and option', () => {
      const expected = plainTables(real);
      const actual = plainTables(model());
      assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort());
      for (const [table, described] of Object.entries(expected))
        assert.deepEqual(actual[table], described, `table ${table}`);
    });

    it('leave nothing in the model that is not certain', () => {
      const tainted = JSON.stringify(Object.values(plainTables(model()))).match(/"taint":\{[^}]*\}/g);
      assert.equal(tainted, null);
      assert.equal(model().schema.taint, null);
    });

    it('send the same statements, migration by migration and in the same order', () => {
      const sent = byMigration(booking.sent());
      for (const { migration, trace } of replayed.replay.steps) {
        const ours = trace.entries.map((entry) => entry.statement.sql).filter(changes);
        assert.deepEqual(ours, sent.get(migration.name) ?? [], migration.name);
      }
    });
  });

  describe(`the demo's staging on ${vendor}, where artisan really fails`, () => {
    const failure = {
      migration: firstPending,
      statement: "alter table `services` add `priority` int not null default '999' after `is_default`",
      serverError: { code: 1060, sqlState: '42S21', message: "Duplicate column name 'priority'" },
    };
    const sentiment = names.find((name) => migrationText(name).includes("'sentiment_score'")) ?? '';
    const pending = names.filter((name) => name >= firstPending);
    let booking: Booking;
    let staging: Snapshot;
    let said: string;

    before(async function () {
      booking = await openBooking(this, vendor);
      booking.show((name) => name < firstPending || name === sentiment);
      await mustMigrate(booking);
      await booking.database.connection.query(`delete from migrations where migration = '${sentiment}'`);
      await booking.database.connection.query('alter table services add priority int null default 0');
      staging = await booking.introspect();
      booking.show(() => true);
      const ran = await booking.artisan('migrate', '--force');
      assert.equal(ran.code, 1);
      said = ran.stdout + ran.stderr;
    });
    after(() => booking?.remove());

    const recorded = () => names.filter((name) => name < firstPending);

    it('has 48 tables, and stays as it was', async () => {
      assert.deepEqual(counts(staging), { tables: 48, views: 0 });
      assert.deepEqual(differences(staging, await booking.introspect()), []);
      const rows = await booking.migrationRows();
      assert.deepEqual(
        rows.map((row) => row.name),
        recorded(),
      );
    });

    it('is told beforehand: which migration, which statement, which error', () => {
      const { fails, succeed, neverAttempted } = preflightOn(replays, staging, recorded());
      const { migration, statement, serverError } = fails ?? {};
      assert.deepEqual({ migration, statement, serverError }, failure);
      assert.deepEqual([succeed.length, neverAttempted.length], [0, 137]);

      const attempted = booking.sent().filter((sent) => pending.includes(sent.migration ?? ''));
      const last = attempted[attempted.length - 1];
      assert.deepEqual({ migration: last?.migration, statement: last?.sql }, { migration, statement });
    });

    it('gives the message that the model throws into PHP code, and that is kept in artisan-failure.txt', () => {
      const wrapper = `<?php
        return new class extends Illuminate\\Database\\Migrations\\Migration {
            public function up(): void {
                try {
                    (require database_path('migrations/${firstPending}.php'))->up();
                } catch (Illuminate\\Database\\QueryException $e) {
                    throw new RuntimeException($e->getMessage());
                }
            }
        };`;
      const app = replays.application();
      const { start } = replays.on(staging.server);
      const { server, rows } = databaseOf(start.world);
      const connections = new Map([
        [start.world.defaultConnection, { schema: staging.schema, server, rows }],
      ]);
      const source = { name: firstPending, file: migrationFile('wrapper'), text: wrapper };
      const { outcome } = evaluate(app, source, 'up', { ...start.world, connections });
      assert.equal(outcome.kind, 'threw');
      const message = outcome.kind === 'threw' ? outcome.message : '';
      assert.deepEqual(saidOf(said), [firstPending, message]);
      const kept = readFileSync(join(demoWorkspace, 'artisan-failure.txt'), 'utf8');
      assert.deepEqual(saidOf(kept), [firstPending, message]);
    });

    it('reaches the end with our two fixes; services.priority is still wrong then, as the model knew', async () => {
      const collisions = preflightOn(replays, staging, recorded()).collisions.map((one) => one.migration);
      assert.deepEqual(collisions, [firstPending, sentiment]);
      const fixed = Object.fromEntries(collisions.map((name) => [name, fixedText(name)]));
      for (const [name, text] of Object.entries(fixed)) replays.setText(migrationFile(name), text);
      const model = preflightOn(replays, staging, recorded());
      for (const name of collisions) replays.setText(migrationFile(name), null);
      assert.deepEqual([model.fails, model.collisions, model.succeed.length], [null, [], 138]);

      booking.show(() => true, fixed);
      await mustMigrate(booking);
      const after = await booking.introspect();
      assert.deepEqual(counts(after), { tables: 244, views: 1 });
      assert.deepEqual(differences(after, databaseOf(model.repaired)), []);
      assert.deepEqual(plainTables(databaseOf(model.repaired)), plainTables(after));

      // A guard lets the run go on; what it passed over is still wrong.
      const expected = databaseOf(replays.on(staging.server).replay.world);
      const found = differences(expected, after);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', /^column services\.priority different nullable, default, position/);
    });

    function fixedText(name: string): string {
      const step = replays.on(staging.server).replay.steps.find((one) => one.migration.name === name);
      assert.ok(step);
      const around = { policy: NO_POLICY, steps: [], actual: null, ran: null };
      const { findings } = atOnce(lintMigration(replays.application(), step, around, 'fixes'));
      const fixes = findings.flatMap((finding) => finding.fixes);
      assert.equal(fixes.length, 1);
      assert.match(fixes[0]?.title ?? '', /Schema::hasColumn/);
      assert.equal(fixes[0]?.proven, true);
      return applyEdits(migrationText(name), fixes[0]?.edits ?? []);
    }
  });
}

/** What is not a mere question. */
const changes = (sql: string) => !/^\s*(?:select|show)\b/i.test(sql);

function byMigration(sent: readonly Sent[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { migration, sql } of sent) {
    if (migration === null || !changes(sql)) continue;
    const list = found.get(migration);
    if (list) list.push(sql);
    else found.set(migration, [sql]);
  }
  return found;
}

/** The migration that artisan says has failed, and the message of its exception. */
function saidOf(text: string): (string | undefined)[] {
  return [
    /^ *(\S+) \.+ (?:[\d.]+m?s )?FAIL/m.exec(text)?.[1],
    /^ *(SQLSTATE\[.*\(Connection: .*\)) *$/m.exec(text)?.[1],
  ];
}
