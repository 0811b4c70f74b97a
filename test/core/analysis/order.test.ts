import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, create, createTable, dump, migration } from '../../support/tempApp';

const RULES = /^(?:needs-later-migration|same-timestamp|pending-behind-ran|same-base-name|not-picked-up)$/;

const lint = async (
  migrations: Readonly<Record<string, string>>,
  name: string,
  files: Readonly<Record<string, string>> = {},
) => {
  const app = appWith(migrations, files);
  const settings = { ...DEFAULT_SETTINGS, actual: 'staging.sql' in files ? 'staging.sql' : null };
  const file = name.includes('/') ? name : `database/migrations/${name}.php`;
  const { findings = [] } = (await createAnalysis(app.root, settings).lint(file)) ?? {};
  return findings.filter(({ rule }) => RULES.test(rule));
};

const said = (findings: Awaited<ReturnType<typeof lint>>) =>
  findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

const shades = `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->foreignId('lamp_id')->constrained();
});`;

describe('the order of migrations', () => {
  it('a key to a table that a later file makes: which one, and a name behind it', async () => {
    const found = await lint(
      {
        '2026_01_01_000000_shades': shades,
        '2026_01_02_000000_other': create('others'),
        '2026_01_03_000000_lamps': create('lamps'),
        '2026_01_04_000000_more': create('more'),
      },
      '2026_01_01_000000_shades',
    );
    assert.deepEqual(said(found), [
      "error needs-later-migration: This needs what 2026_01_03_000000_lamps makes, which runs later: 1824 Failed to open the referenced table 'lamps'",
    ]);
    assert.deepEqual(
      found[0]?.fixes.map(({ proven, edits }) => [proven, edits]),
      [
        [
          false,
          [
            {
              file: 'database/migrations/2026_01_01_000000_shades.php',
              renameTo: 'database/migrations/2026_01_03_000001_shades.php',
            },
          ],
        ],
      ],
    );
  });

  it('a key to a table that nobody makes is another matter', async () => {
    assert.deepEqual(
      said(
        await lint(
          { '2026_01_01_000000_shades': shades, '2026_01_02_000000_other': create('others') },
          '2026_01_01_000000_shades',
        ),
      ),
      [],
    );
  });

  it('a file in whose place artisan runs another of the same base name, and one without an underscore', async () => {
    const provider = `<?php
class AppServiceProvider extends \\Illuminate\\Support\\ServiceProvider {
    public function boot() { $this->loadMigrationsFrom(database_path('migrations/module')); }
}`;
    const twin = 'database/migrations/module/2026_01_01_000000_lamps.php';
    const files = {
      [twin]: migration(create('others')),
      'database/migrations/lamps.php': migration(create('strays')),
      'app/Providers/AppServiceProvider.php': provider,
    };
    const found = await lint({ '2026_01_01_000000_lamps': create('lamps') }, twin, files);
    assert.deepEqual(said(found), [
      'warning same-base-name: artisan runs database/migrations/2026_01_01_000000_lamps.php in place of this: both have the same base name',
    ]);
    assert.deepEqual(
      found[0]?.related.map(({ file, message }) => [file, message]),
      [['database/migrations/2026_01_01_000000_lamps.php', 'Runs in its place']],
    );
    assert.deepEqual(said(await lint({}, 'database/migrations/lamps.php', files)), [
      'warning not-picked-up: artisan does not run this file: its name has no underscore',
    ]);
  });

  const twins = { '2026_01_01_000000_a_lamps': create('lamps'), '2026_01_01_000000_b_shades': shades };
  it('two of one second, and one needs the other', async () => {
    assert.deepEqual(said(await lint(twins, '2026_01_01_000000_b_shades')), [
      'info same-timestamp: This needs 2026_01_01_000000_a_lamps, which has the same timestamp: only the alphabet lets that one run first',
    ]);
    assert.deepEqual(said(await lint(twins, '2026_01_01_000000_a_lamps')), []);
  });

  it('two of one second that have nothing to do with each other', async () => {
    const apart = {
      '2026_01_01_000000_a_lamps': create('lamps'),
      '2026_01_01_000000_b_rooms': create('rooms'),
    };
    assert.deepEqual(said(await lint(apart, '2026_01_01_000000_b_rooms')), []);
  });

  it('a pending one behind one that has run', async () => {
    const migrations = {
      '2026_01_01_000000_a': create('a'),
      '2026_01_02_000000_b': create('b'),
      '2026_01_03_000000_c': create('c'),
    };
    const ran = dump([createTable('a'), createTable('c')], ['2026_01_01_000000_a', '2026_01_03_000000_c']);
    assert.deepEqual(said(await lint(migrations, '2026_01_02_000000_b', { 'staging.sql': ran })), [
      'info pending-behind-ran: This has not run, while 2026_01_03_000000_c has: artisan runs it behind that',
    ]);
    assert.deepEqual(said(await lint(migrations, '2026_01_01_000000_a', { 'staging.sql': ran })), []);
  });
});

describe('a file that artisan does not run', () => {
  const migrations = { '2026_01_01_000000_lamps': create('lamps') };
  const place = async (file: string, text = migration(create('x'))) =>
    said(await lint(migrations, file, { [file]: text }));

  it('has no underscore in its name', async () =>
    assert.deepEqual(await place('database/migrations/lamps.php'), [
      'warning not-picked-up: artisan does not run this file: its name has no underscore',
    ]));
  it('lies in a folder below', async () =>
    assert.deepEqual(await place('database/migrations/tenant/2026_01_01_000000_x.php'), [
      'warning not-picked-up: artisan does not look into the folders below database/migrations: this runs only with --path=database/migrations/tenant',
    ]));
  it('is no migration: a class that others use', async () =>
    assert.deepEqual(await place('database/migrations/Helper.php', '<?php class Helper {}'), []));
  it('is no PHP that can be read', async () =>
    assert.deepEqual(await place('database/migrations/broken.php', '<?php return new class extends'), []));
});
