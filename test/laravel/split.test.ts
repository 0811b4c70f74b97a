import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/analysis/edits';
import { DEFAULT_SETTINGS } from '../../src/project/settings';
import { createAnalysis } from '../../src/worker/analysis';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type LaravelMajor, laravel } from '../support/laravel';
import { type LaravelApp, laravelApp } from '../support/laravelApp';
import { needs } from '../support/real';
import { testServer, type Vendor } from '../support/servers';
import { appWith, migration } from '../support/tempApp';

const FOLDER = 'database/migrations';
const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';

const base = migration(`Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('owner_id')->constrained('users');
});`);

const own = migration(
  `if (! Schema::hasTable('shades')) {
    Schema::create('shades', function (Blueprint $table) {
        $table->id();
        $table->foreignId('lamp_id')->constrained()->cascadeOnDelete();
        $table->string('colour')->unique();
        $table->morphs('thing');
    });
}
Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
Schema::table('lamps', function (Blueprint $table) {
    $table->foreign('owner_id')->references('id')->on('users')->cascadeOnDelete();
});`,
  `
    public function down(): void
    {
        Schema::table('lamps', fn (Blueprint $table) => $table->dropForeign(['owner_id']));
        Schema::table('lamps', fn (Blueprint $table) => $table->foreign('owner_id')->references('id')->on('users'));
        Schema::dropIfExists('shades');
    }
`,
);

const settings: readonly (readonly [LaravelMajor, Vendor])[] = [
  ['10', 'mariadb'],
  ['12', 'mysql'],
];

for (const [major, vendor] of settings) {
  describe(`a migration split into one for each statement, under Laravel ${major} on ${vendor}`, () => {
    const databases: TestDatabase[] = [];
    const apps: LaravelApp[] = [];
    after(async () => {
      for (const app of apps) app.remove();
      for (const database of databases) await database.drop();
    });

    it('makes what it made, begins again where a run stopped, and rolls back', async function () {
      this.timeout(600_000);
      const server = needs(this, await testServer(vendor));
      const framework = needs(this, await laravel(major));
      const profile = `${vendor}-${server.version.split(/[-+]/)[0]}`;
      const parts = await split(framework.version, profile);
      const names = Object.keys(parts).sort();
      assert.equal(names.length, 6, names.join('\n'));

      const start = async (files: Readonly<Record<string, string>>) => {
        const database = await freshDatabase(server);
        databases.push(database);
        const placed = Object.entries({ [BASE]: base, ...files }).map(([name, text]) => [
          `${FOLDER}/${name}.php`,
          text,
        ]);
        const app = laravelApp(framework, {
          server,
          database: database.name,
          files: Object.fromEntries(placed),
        });
        apps.push(app);
        return { database, app };
      };
      const plain = await start({ [OWN]: own });
      await artisan(plain.app, 'migrate', '--path', `${FOLDER}/${BASE}.php`);
      const before = await schemaOf(plain.database);
      await artisan(plain.app, 'migrate');
      const wanted = await schemaOf(plain.database);

      const { database, app } = await start(parts);
      for (const name of [BASE, ...names.slice(0, 3)])
        await artisan(app, 'migrate', '--path', `${FOLDER}/${name}.php`);
      // Killed behind the statement, before Laravel has recorded it.
      await database.connection.query(`delete from migrations where migration = '${names[2]}'`);
      await artisan(app, 'migrate');
      assert.deepEqual(await schemaOf(database), wanted);
      await artisan(app, 'migrate:rollback', '--step', String(names.length));
      assert.deepEqual(await schemaOf(database), before);
    });
  });
}

async function artisan(app: LaravelApp, command: string, ...more: string[]): Promise<void> {
  const { code, stdout, stderr } = await app.artisan([command, '--force', ...more]);
  assert.equal(code, 0, stdout + stderr);
}

/** The texts of all parts by name. */
async function split(version: string, server: string): Promise<Readonly<Record<string, string>>> {
  const app = appWith({ [BASE]: base, [OWN]: own }, {}, version);
  const found = await createAnalysis(app.root, { ...DEFAULT_SETTINGS, server }).lint(`${FOLDER}/${OWN}.php`);
  const fixes = (found?.findings ?? []).flatMap((finding) => finding.fixes);
  const fix = fixes.find(({ edits, proven }) => proven && edits.some((edit) => 'create' in edit));
  assert.ok(fix, (found?.findings ?? []).map(({ rule, message }) => `${rule} ${message}`).join('\n'));
  const made = fix.edits.flatMap((edit) =>
    'create' in edit ? [[/([^/]+)\.php$/.exec(edit.file)![1]!, edit.create]] : [],
  );
  return { [OWN]: applyEdits(own, fix.edits), ...Object.fromEntries(made) };
}

/** Every table as the server prints it, its keys in the order of their names. */
async function schemaOf({ connection }: TestDatabase): Promise<readonly string[]> {
  const [tables] = (await connection.query('show tables')) as unknown as [Record<string, string>[]];
  const names = tables.flatMap((row) => Object.values(row)).filter((name) => name !== 'migrations');
  const printed: string[] = [];
  for (const name of names.sort()) {
    const [[row]] = (await connection.query(`show create table \`${name}\``)) as unknown as [
      Record<string, string>[],
    ];
    const [head, ...lines] = (row?.['Create Table'] ?? '').split(/,?\n/);
    const columns = lines.filter((line) => line.startsWith('  `'));
    printed.push([head, ...columns, ...lines.filter((line) => !columns.includes(line)).sort()].join('\n'));
  }
  return printed;
}
