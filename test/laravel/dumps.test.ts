import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DumpResult } from '../../src/core/sql/dump';
import { readDump } from '../../src/core/sql/dump';
import { freshDatabase } from '../support/database';
import { laravel } from '../support/laravel';
import { demoWorkspace, root } from '../support/paths';
import { childEnv, run } from '../support/processes';
import { needs } from '../support/real';
import { testServer, vendors } from '../support/servers';
import { introspectDatabase, migratedBooking } from './booking';
import { dumpOf, dumpProgram } from './dumpPrograms';
import { counts, differences, plainTables } from './model';

const committed = ['production.sql', 'staging.sql'] as const;
const read = (folder: string, name: string): DumpResult =>
  readDump(readFileSync(join(folder, name), 'utf8'), { file: name });

/** Both say the same, by the comparison that users see and property by property. */
function assertSame(actual: DumpResult, expected: Pick<DumpResult, 'schema' | 'server'>): void {
  assert.deepEqual(actual.problems, []);
  assert.deepEqual(differences(expected, actual), []);
  assert.deepEqual(plainTables(actual), plainTables(expected));
}

describe("the demo's dumps are what its script makes today", () => {
  let folder: string;

  before(async function () {
    this.timeout(400_000);
    const server = needs(this, await testServer('mysql'));
    const framework = needs(this, await laravel('11'));
    const mysqldump = needs(this, await dumpProgram('mysql'));
    folder = mkdtempSync(join(tmpdir(), 'schema-gap-remake-'));
    const env = childEnv({
      ...framework.php.env,
      DB_HOST: server.host,
      DB_PORT: String(server.port),
      DB_USERNAME: server.user,
      DB_PASSWORD: server.password,
      DEMO_VENDOR: framework.vendor,
      PHP_BIN: JSON.stringify(framework.php.command),
      MYSQLDUMP: JSON.stringify(mysqldump),
    });
    const ran = await run(process.execPath, ['scripts/demo/remake.mjs', folder], { cwd: root, env });
    assert.equal(ran.code, 0, ran.stdout + ran.stderr);
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  for (const name of committed)
    it(`${name}: the same schema and the same rows in migrations`, () => {
      const now = read(demoWorkspace, name);
      const remade = read(folder, name);
      assertSame(now, remade);
      assert.deepEqual(now.migrations, remade.migrations);
    });

  it('artisan-failure.txt: the same failure', () => {
    // The lines of Laravel's own code move with its version.
    const of = (place: string) =>
      readFileSync(join(place, 'artisan-failure.txt'), 'utf8').replaceAll(/ line \d+/g, ' line');
    assert.equal(of(demoWorkspace), of(folder));
  });
});

describe("the demo's dumps", () => {
  it('record 242 and 104 migrations', () => {
    const recorded = committed.map((name) => read(demoWorkspace, name).migrations?.length);
    assert.deepEqual(recorded, [242, 104]);
  });

  it('hold 244 tables and a view, and 48 tables', () => {
    const held = committed.map((name) => counts(read(demoWorkspace, name)));
    assert.deepEqual(held, [
      { tables: 244, views: 1 },
      { tables: 48, views: 0 },
    ]);
  });

  for (const name of committed)
    it(`${name}: reading it gives what the server has that loads it`, async function () {
      const server = needs(this, await testServer('mysql'));
      const database = await freshDatabase(server);
      await database.connection.query(readFileSync(join(demoWorkspace, name), 'utf8'));
      const loaded = await introspectDatabase(server, database.name);
      await database.drop();
      assertSame(read(demoWorkspace, name), loaded);
    });

  it('production.sql is what the migrations make on a server today', async function () {
    const booking = await migratedBooking(this, 'mysql');
    assertSame(read(demoWorkspace, 'production.sql'), await booking.introspect());
  });
});

for (const vendor of vendors) {
  describe(`a dump of the migrated demo by ${vendor}'s own program`, () => {
    it('reads as the server it came from', async function () {
      const program = needs(this, await dumpProgram(vendor));
      const booking = await migratedBooking(this, vendor);
      const text = await dumpOf(program, booking.server, booking.database.name);
      const dump = readDump(text, { file: 'dump.sql' });
      const server = await booking.introspect();
      assertSame(dump, server);
      assert.deepEqual(
        [dump.server.vendor, dump.server.version],
        [server.server.vendor, server.server.version],
      );
      assert.deepEqual(dump.migrations, await booking.migrationRows());
    });
  });
}
