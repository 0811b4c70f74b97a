import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/analysis/edits';
import { isProven } from '../../src/core/analysis/prove';
import { replay } from '../../src/core/analysis/replay';
import { draftsOf } from '../../src/core/analysis/rules/questions';
import { spoken } from '../../src/core/analysis/said';
import { studyOf } from '../../src/core/analysis/study';
import { openApplication } from '../../src/core/laravel/application';
import { freshWorld } from '../../src/core/laravel/evaluate';
import { filesOf } from '../../src/core/laravel/files';
import { listMigrations } from '../../src/core/laravel/migrations';
import { NO_POLICY } from '../../src/core/policy/policy';
import { parseServer } from '../../src/core/schema/profiles';
import type { TraceEntry } from '../../src/core/session/trace';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type LaravelMajor, laravel } from '../support/laravel';
import { type LaravelApp, laravelApp } from '../support/laravelApp';
import { needs } from '../support/real';
import { type TestServer, testServer, type Vendor } from '../support/servers';
import { migration } from '../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';
const FILE = `database/migrations/${OWN}.php`;

const base = migration(`Schema::create('users', function (Blueprint $table) {
    $table->id();
    $table->string('email')->unique();
});
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->string('old')->nullable();
    $table->string('older')->nullable();
    $table->foreignId('owner_id')->constrained('users');
    $table->foreignId('maker_id')->constrained('users');
});
Schema::create('gone', fn (Blueprint $table) => $table->id());
Schema::create('shade', fn (Blueprint $table) => $table->id());`);

/** A statement of each kind for which there is a guard. */
const own = migration(`Schema::create('rooms', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('user_id')->nullable()->constrained()->cascadeOnDelete();
    $table->morphs('thing');
    $table->unique(['name', 'user_id']);
    $table->timestamps();
});
Schema::table('lamps', function (Blueprint $table) {
    $table->foreignId('room_id')->nullable()->constrained();
    $table->string('nick')->nullable()->unique();
    $table->timestamps();
    $table->nullableMorphs('part');
    $table->renameIndex('lamps_name_index', 'by_name');
    $table->dropColumn('old');
    $table->dropForeign(['owner_id']);
    $table->dropConstrainedForeignId('maker_id');
});
if (! Schema::hasColumn('users', 'first')) {
    Schema::table('users', function (Blueprint $table) {
        $table->string('first')->nullable();
        $table->string('last')->nullable()->index();
    });
}
foreach (['users', 'rooms'] as $name) {
    Schema::table($name, function (Blueprint $table) {
        $table->integer('priority')->default(1);
    });
}
Schema::rename('shade', 'shades');
Schema::drop('gone');
DB::statement('alter table shades add colour varchar(20) null');
DB::table('users')->insert(['id' => 7, 'email' => 'a@example.org']);`);

const settings: readonly (readonly [LaravelMajor, Vendor])[] = [
  ['12', 'mysql'],
  ['11', 'mariadb'],
  ['13', 'mysql'],
  ['13', 'mariadb'],
];

for (const [major, vendor] of settings) {
  describe(`guards that fixes wrote, under Laravel ${major} on ${vendor}`, () => {
    const databases: TestDatabase[] = [];
    const apps: LaravelApp[] = [];
    after(async () => {
      for (const app of apps) app.remove();
      for (const database of databases) await database.drop();
    });

    it('make what was made before, and every next run comes to its end', async function () {
      this.timeout(600_000);
      const server = needs(this, await testServer(vendor));
      const framework = needs(this, await laravel(major));
      const start = async (text: string) => {
        const database = await freshDatabase(server);
        databases.push(database);
        const files = { [`database/migrations/${BASE}.php`]: base, [FILE]: text };
        const app = laravelApp(framework, { server, database: database.name, files });
        apps.push(app);
        return { database, app };
      };
      const plain = await start(own);
      await migrate(plain.app);
      const wanted = await schemaOf(plain.database);

      const fixed = fixAll(framework.version, server);
      const { database, app } = await start(fixed.text);
      await migrate(app);
      assert.deepEqual(await schemaOf(database), wanted, 'the first run');
      await database.connection.query(`delete from migrations where migration = '${OWN}'`);
      await migrate(app);
      assert.deepEqual(await schemaOf(database), wanted, 'the second run');

      // What a run leaves that stops behind the first statements, for a few places of them.
      for (let done = 1; done < fixed.statements.length; done += 6) {
        const stopped = await start(fixed.text);
        await migrate(stopped.app, '--path', `database/migrations/${BASE}.php`);
        for (const { sql, bindings } of fixed.statements.slice(0, done))
          await stopped.database.connection.query(sql, bindings);
        await migrate(stopped.app);
        assert.deepEqual(await schemaOf(stopped.database), wanted, `stopped behind statement ${done}`);
      }
    });
  });
}

async function migrate(app: LaravelApp, ...more: string[]): Promise<void> {
  const { code, stdout, stderr } = await app.artisan(['migrate', '--force', ...more]);
  assert.equal(code, 0, stdout + stderr);
}

/** The migration after every proven fix of its runs, and what its `up()` sends then. */
function fixAll(version: string, server: TestServer) {
  const app = openApplication(
    filesOf({ 'composer.json': '{}', [`database/migrations/${BASE}.php`]: base, [FILE]: own }),
    { laravel: version },
  );
  const world = freshWorld(app, parseServer(server.version, 'laravel'));
  const { steps } = replay(app, listMigrations(app), world);
  let study = studyOf(
    app,
    { ...steps[1]!, text: own },
    { policy: NO_POLICY, steps, actual: null, ran: null },
  );
  for (let round = 0; round < 40; round++) {
    const drafts = draftsOf(study);
    const open = drafts.filter(({ method, rule }) => method === 'up' && RUNS.test(rule));
    if (open.length === 0) return { text: study.step.text, statements: study.first.entries.map(sentAs) };
    const next = firstOf(open, (draft) =>
      draft.fixes?.().find((fix) => isProven(study, drafts, draft, fix, draftsOf)),
    );
    assert.ok(next, open.map(({ message }) => spoken(message)).join('\n'));
    study = study.edited(applyEdits(study.step.text, next.edits));
  }
  throw new Error('the fixes come to no end');
}

const RUNS = /unguarded|no-if-exists|not-idempotent|second-run|resume|guard/;

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
}

const sentAs = ({ statement: { sql } }: TraceEntry) => ({
  sql,
  bindings: sql.includes('?') ? [7, 'a@example.org'] : [],
});

/** Every table as the server prints it, its keys in the order of their names, and the rows of one. */
async function schemaOf({ connection }: TestDatabase): Promise<readonly string[]> {
  const [tables] = (await connection.query('show tables')) as unknown as [Record<string, string>[]];
  const names = tables.flatMap((row) => Object.values(row)).filter((name) => name !== 'migrations');
  const printed = [];
  for (const name of names.sort()) {
    const [[row]] = (await connection.query(`show create table \`${name}\``)) as unknown as [
      Record<string, string>[],
    ];
    const [head, ...lines] = (row?.['Create Table'] ?? '').replace(/ AUTO_INCREMENT=\d+/, '').split(/,?\n/);
    const columns = lines.filter((line) => line.startsWith('  `'));
    printed.push([head, ...columns, ...lines.filter((line) => !columns.includes(line)).sort()].join('\n'));
  }
  const [rows] = await connection.query('select id, email from users');
  return [...printed, JSON.stringify(rows)];
}
