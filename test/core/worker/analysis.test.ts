import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaDocument } from '../../../src/core/analysis/results';
import { type AnalysisSettings, DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import type { Analysis } from '../../../src/worker/api';
import { createReplays } from '../../../src/worker/replays';
import {
  appWith,
  create,
  createTable,
  documentOf,
  dump,
  migration,
  type TempApp,
} from '../../support/tempApp';

const ONE = '2026_01_01_000000_one';
const TWO = '2026_01_02_000000_two';
const THREE = '2026_01_03_000000_three';
const file = (name: string) => `database/migrations/${name}.php`;
const add = (column: string) =>
  `Schema::table('lamps', fn (Blueprint $table) => $table->integer('${column}'));`;

const app = () =>
  appWith(
    { [ONE]: create('lamps'), [TWO]: add('red'), [THREE]: create('chairs') },
    { 'staging.sql': dump([createTable('lamps')], [ONE]) },
  );

const open = ({ root }: TempApp, settings: Partial<AnalysisSettings> = {}): Analysis =>
  createAnalysis(root, { ...DEFAULT_SETTINGS, ...settings });

const missing = async (analysis: Analysis) =>
  (await analysis.overview()).report?.missingTables.map(({ name }) => name);
const differences = async (analysis: Analysis) =>
  (await analysis.overview()).report?.differences.map(({ name }) => name);

describe('migrations that are compared with a dump', () => {
  it('run with foreign keys checked, though the dump was loaded without', async () => {
    const own = appWith(
      {
        [ONE]: create('lamps'),
        [TWO]:
          "Schema::table('lamps', fn (Blueprint $table) => $table->foreignId('room_id')->constrained());",
      },
      { 'staging.sql': dump([createTable('lamps')], [ONE]) },
    );
    const found = await open(own).lint(file(TWO));
    assert.match(found?.findings[0]?.message ?? '', /1824 Failed to open the referenced table 'rooms'/);
  });
});

describe('the analysis of one application remembers, and takes notice', () => {
  it('of an unsaved text, until the disk counts again', async () => {
    const analysis = open(app());
    assert.deepEqual(await differences(analysis), ['red']);
    analysis.setText(file(TWO), migration(add('green')));
    assert.deepEqual(await differences(analysis), ['green']);
    const found = await analysis.lint(file(TWO));
    assert.match(found?.findings[0]?.message ?? '', /'green'/);
    analysis.setText(file(TWO), null);
    assert.deepEqual(await differences(analysis), ['red']);
  });

  it('of an edit whose findings are asked for before anything else', async () => {
    const analysis = open(app());
    await analysis.overview();
    analysis.setText(file(TWO), migration(add('blue')));
    assert.match((await analysis.lint(file(TWO)))?.findings[0]?.message ?? '', /'blue'/);
    analysis.setText(file(THREE), migration(add('blue')));
    const behind = await analysis.lint(file(THREE));
    assert.match(behind?.findings[0]?.message ?? '', /'blue'/, 'made by the migration before it');
    assert.deepEqual(await differences(analysis), ['blue']);
    assert.deepEqual(await missing(analysis), []);
  });

  it('of a text that is broken while somebody types, and of its mending', async () => {
    const analysis = open(app());
    analysis.setText(file(TWO), '<?php return new class { public function');
    assert.notEqual((await analysis.lint(file(TWO)))?.problem, null);
    const other = (await analysis.lint(file(THREE)))?.problem;
    assert.ok(
      other?.message.includes(`it rests on what is not known: ${file(TWO)}:1: the file can't be read`),
    );
    analysis.setText(file(TWO), null);
    assert.equal((await analysis.lint(file(TWO)))?.problem, null);
    const rules = (await analysis.lint(file(TWO)))?.findings.map(({ rule }) => rule);
    assert.deepEqual(rules, ['add-column-unguarded', 'down-missing']);
  });

  it('of a migration that is saved, new or gone', async () => {
    const own = app();
    const analysis = open(own);
    await analysis.overview();
    own.write(file(THREE), migration(create('tables')));
    analysis.changed([file(THREE)]);
    assert.deepEqual(await missing(analysis), ['tables']);
    const fresh = '2026_01_04_000000_four';
    own.write(file(fresh), migration(create('shades')));
    analysis.changed([file(fresh)]);
    assert.deepEqual(await missing(analysis), ['shades', 'tables']);
    rmSync(join(own.root, file(THREE)));
    analysis.changed([file(THREE)]);
    assert.deepEqual(await missing(analysis), ['shades']);
  });

  it('of an unsaved text of a file that is not there yet', async () => {
    const analysis = open(app());
    analysis.setText(file('2026_01_04_000000_four'), migration(create('shades')));
    assert.ok(await analysis.overview());
  });

  it('of a dump that is replaced', async () => {
    const own = app();
    const analysis = open(own);
    assert.deepEqual(await missing(analysis), ['chairs']);
    own.write('staging.sql', dump([createTable('lamps'), createTable('chairs')], [ONE, TWO, THREE]));
    utimesSync(join(own.root, 'staging.sql'), new Date(), new Date(Date.now() + 5_000));
    analysis.changed(['staging.sql']);
    assert.deepEqual(await missing(analysis), []);
  });

  it('of a dump that is mended', async () => {
    const own = app();
    const whole = own.read('staging.sql');
    own.write('staging.sql', new Uint8Array([0, 1, 2, 3]));
    const analysis = open(own);
    assert.deepEqual((await analysis.overview()).state, 'no-actual');
    await assert.rejects(analysis.report(), { name: 'UserError' });
    own.write('staging.sql', whole);
    analysis.changed(['staging.sql']);
    assert.deepEqual((await analysis.overview()).state, 'complete');
  });

  it('of other settings', async () => {
    const own = app();
    const analysis = open(own);
    assert.equal((await analysis.overview()).actual, 'staging.sql');
    analysis.setSettings({ ...DEFAULT_SETTINGS, actual: 'migrations' });
    const same = await analysis.overview();
    assert.deepEqual(
      [same.actual, same.report?.completePercent, same.report?.differences],
      ['migrations', 100, []],
    );
    analysis.setSettings({ ...DEFAULT_SETTINGS, actual: 'nowhere.sql' });
    const none = await analysis.overview();
    assert.deepEqual(
      [none.state, none.problems.map(({ code }) => code)],
      ['no-actual', ['cannot-read-dump']],
    );
    assert.deepEqual(none.migrations.length, 3);
  });

  it('of a change in the configuration, which changes what every migration means', async () => {
    const own = app();
    const analysis = open(own);
    await analysis.overview();
    own.write(
      'config/database.php',
      `<?php return ['default' => 'mysql', 'connections' => ['mysql' => ['driver' => 'mysql', 'database' => 'x', 'prefix' => 'pre_', 'charset' => 'utf8mb4', 'collation' => 'utf8mb4_unicode_ci', 'strict' => true]]];`,
    );
    analysis.changed(['config/database.php']);
    assert.deepEqual(await missing(analysis), ['pre_chairs', 'pre_lamps', 'pre_migrations']);
  });

  it('gives null for a file that is no migration', async () => {
    const analysis = open(app());
    for (const name of ['artisan', '../x.php', 'database/migrations/nowhere.php'])
      assert.equal(await analysis.lint(name), null);
  });
});

describe('an edit', () => {
  it('runs again only what comes after it in another world', () => {
    const own = app();
    const replays = createReplays(own.root, () => DEFAULT_SETTINGS);
    const before = replays.on(replays.defaultServer()).replay.steps;
    replays.setText(file(TWO), migration(add('green')));
    const after = replays.on(replays.defaultServer()).replay.steps;
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    replays.setText(file(TWO), null);
    assert.equal(replays.on(replays.defaultServer()).replay.steps[0], before[0]);
  });

  it('is asked for twice and run once', () => {
    const replays = createReplays(app().root, () => DEFAULT_SETTINGS);
    const once = replays.on(replays.defaultServer());
    assert.equal(replays.on(replays.defaultServer()), once);
  });
});

describe('a squashed dump', () => {
  const schemaOf = async (own: TempApp, ...args: string[]): Promise<SchemaDocument> =>
    documentOf(await own.cli('schema', '--json', ...args));

  const squashed = () =>
    appWith(
      { [ONE]: create('lamps'), [TWO]: add('red') },
      { 'database/schema/mysql-schema.sql': dump([createTable('lamps'), createTable('relics')], [ONE]) },
    );

  it('is where the replay begins, and what it has recorded is not run', async () => {
    const document = await schemaOf(squashed());
    assert.deepEqual(
      [document.tables.map(({ name }) => name), document.failed],
      [['lamps', 'migrations', 'relics'], []],
    );
    assert.deepEqual(
      document.tables[0]?.columns.map(({ name }) => name),
      ['id', 'red'],
    );
  });

  it('is left out with --no-dump', async () => {
    const document = await schemaOf(squashed(), '--no-dump');
    assert.deepEqual(
      document.tables.map(({ name }) => name),
      ['lamps', 'migrations'],
    );
  });

  it('that is cut off makes what rests on it uncertain', async () => {
    const own = squashed();
    const whole = own.read('database/schema/mysql-schema.sql');
    own.write('database/schema/mysql-schema.sql', whole.slice(0, whole.indexOf('`relics`') + 20));
    const called = await own.cli('schema', '--json');
    assert.equal(called.status, 4);
    assert.match(JSON.parse(called.out).unknown[0].reason, /ends in the middle/);
  });

  it('that is binary is not taken for an empty database', async () => {
    const own = squashed();
    own.write('database/schema/mysql-schema.sql', new Uint8Array([0, 1, 2, 3, 4, 5]));
    const called = await own.cli('schema', '--json');
    assert.equal(called.status, 4);
    assert.match(JSON.parse(called.out).unknown[0].reason, /binary/);
  });
});
