import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationRow } from '../../src/core/sql/dumpRows';
import { connect, type ServerConnection } from '../../src/server/connect';
import { introspect, type Snapshot } from '../../src/server/introspect';
import { readMigrations } from '../../src/server/migrations';
import { freshDatabase, type TestDatabase } from '../support/database';
import { laravel } from '../support/laravel';
import { laravelApp } from '../support/laravelApp';
import { demoWorkspace } from '../support/paths';
import type { Ran } from '../support/processes';
import { needs } from '../support/real';
import { type TestServer, testServer, type Vendor } from '../support/servers';

export const firstPending = '2025_10_23_162250_add_priority_to_services_table';

export const migrationFile = (name: string) => `database/migrations/${name}.php`;

/** Names of all its migrations, in Laravel's order. */
export const migrationNames = (): readonly string[] =>
  readdirSync(join(demoWorkspace, 'database/migrations'))
    .map((name) => name.replace(/\.php$/, ''))
    .sort();

/** The text of a migration as the workspace has it. */
export const migrationText = (name: string): string =>
  readFileSync(join(demoWorkspace, migrationFile(name)), 'utf8');

/** A statement as Laravel gave it to the driver, before it is known whether the server takes it. */
export interface Sent {
  /** null: Laravel's own, between migrations. */
  readonly migration: string | null;
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** The demo application with real Laravel, on an empty database of its own. */
export interface Booking {
  readonly server: TestServer;
  readonly database: TestDatabase;
  /** Writes the migrations that artisan sees: those of the workspace by name, with other texts where given. */
  show(wanted: (name: string) => boolean, texts?: Readonly<Record<string, string>>): void;
  artisan(...args: string[]): Promise<Ran>;
  /** What was sent since the beginning, in order. */
  sent(): readonly Sent[];
  introspect(): Promise<Snapshot>;
  migrationRows(): Promise<readonly MigrationRow[]>;
  remove(): Promise<void>;
}

const migrated: Partial<Record<Vendor, Promise<Booking>>> = {};

/** The demo application after all its migrations, made once for all suites of a run, which only read it. */
export async function migratedBooking(context: Mocha.Context, vendor: Vendor): Promise<Booking> {
  needs(context, await testServer(vendor));
  needs(context, await laravel('11'));
  migrated[vendor] ??= openBooking(context, vendor).then(async (booking) => {
    booking.show(() => true);
    await mustMigrate(booking);
    return booking;
  });
  return migrated[vendor];
}

after(async () => {
  for (const booking of Object.values(migrated)) await (await booking.catch(() => null))?.remove();
});

/** Runs `artisan migrate`; what it says is the error where it fails. */
export async function mustMigrate(booking: Booking): Promise<void> {
  const ran = await booking.artisan('migrate', '--force');
  if (ran.code !== 0) throw new Error(`artisan migrate ended with ${ran.code}: ${ran.stdout}${ran.stderr}`);
}

/** Opens the demo application on a server, or skips the running suite with the reason. */
export async function openBooking(context: Mocha.Context, vendor: Vendor): Promise<Booking> {
  const server = needs(context, await testServer(vendor));
  const framework = needs(context, await laravel('11'));
  const database = await freshDatabase(server);
  const app = laravelApp(framework, {
    server,
    database: database.name,
    copy: Object.fromEntries(
      ['artisan', 'composer.json', 'app', 'config'].map((path) => [path, join(demoWorkspace, path)]),
    ),
    files: {
      artisan: readFileSync(join(demoWorkspace, 'artisan'), 'utf8'),
      'bootstrap/providers.php': "<?php require_once __DIR__ . '/recorder.php'; return [Recorder::class];\n",
      'bootstrap/recorder.php': recorder,
    },
  });
  const record = join(app.folder, 'sent.jsonl');
  writeFileSync(record, '');
  return {
    server,
    database,
    show(wanted, texts = {}) {
      for (const name of migrationNames()) {
        const file = join(app.folder, migrationFile(name));
        if (!wanted(name)) rmSync(file, { force: true });
        else writeFileSync(file, texts[name] ?? migrationText(name));
      }
    },
    artisan: (...args) =>
      app.artisan(args, { env: { DEMO_VENDOR: framework.vendor, RECORD: record }, timeout: 170_000 }),
    sent: () =>
      readFileSync(record, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Sent),
    introspect: () => introspectDatabase(server, database.name),
    migrationRows: () =>
      connected(
        server,
        database.name,
        async (connection) => (await readMigrations(connection, 'migrations')) ?? [],
      ),
    async remove() {
      app.remove();
      await database.drop();
    },
  };
}

/** A database as our introspection reads it. */
export const introspectDatabase = (server: TestServer, database: string): Promise<Snapshot> =>
  connected(server, database, async (connection) => {
    const snapshot = await introspect(connection);
    if (!snapshot) throw new Error(`there is no database ${database}`);
    return snapshot;
  });

async function connected<T>(
  { host, port, user, password }: TestServer,
  database: string,
  work: (connection: ServerConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect({ host, port, user, password, database, socket: null, tls: null });
  return work(connection).finally(() => connection.close());
}

/** Writes each statement on its way to the driver, with the migration that sends it. */
const recorder = `<?php

use Illuminate\\Database\\Events\\MigrationEnded;
use Illuminate\\Database\\Events\\MigrationStarted;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Event;
use Illuminate\\Support\\ServiceProvider;

class Recorder extends ServiceProvider
{
    public function boot(): void
    {
        $record = fopen(getenv('RECORD'), 'a');
        $migration = null;
        Event::listen(MigrationStarted::class, function ($event) use (&$migration) {
            $migration = basename((new \\ReflectionClass($event->migration))->getFileName(), '.php');
        });
        Event::listen(MigrationEnded::class, function () use (&$migration) {
            $migration = null;
        });
        DB::connection()->beforeExecuting(function ($sql, $bindings) use ($record, &$migration) {
            fwrite($record, json_encode(compact('migration', 'sql', 'bindings'), JSON_THROW_ON_ERROR) . "\\n");
        });
    }
}
`;
