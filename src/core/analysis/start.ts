import type { Application } from '../laravel/application';
import { evaluate, freshWorld } from '../laravel/evaluate';
import type { ServerProfile } from '../schema/server';
import { NO_ROWS } from '../session/rows';
import type { World } from '../session/trace';
import { readDump } from '../sql/dump';
import type { DumpProblem } from '../sql/dumpForm';
import type { UnknownShape } from './results';

/** Where a replay starts: an empty database with Laravel's own table, or what the squashed dump makes. */
export interface Start {
  readonly world: World;
  /** Migrations that the squashed dump has recorded: Laravel doesn't run them again. */
  readonly ran: readonly string[];
  readonly unknown: readonly UnknownShape[];
}

/** Laravel's DatabaseMigrationRepository::createRepository, run like any migration so that prefix and charset are right. */
const REPOSITORY = (table: string) => `<?php
return new class extends Illuminate\\Database\\Migrations\\Migration {
    public function up() {
        Illuminate\\Support\\Facades\\Schema::create(${phpString(table)}, function ($table) {
            $table->increments('id');
            $table->string('migration');
            $table->integer('batch');
        });
    }
};`;

function phpString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** The world before the first migration. `useDump`: load `database/schema/<connection>-schema.sql` as artisan would. */
export function startWorld(app: Application, server: ServerProfile, useDump: boolean): Start {
  const fresh = freshWorld(app, server);
  const dump = useDump ? schemaDump(app) : null;
  if (!dump) {
    const source = { name: '(migrations table)', file: '', text: REPOSITORY(app.migrationsTable) };
    return { world: evaluate(app, source, 'up', fresh).world, ran: [], unknown: [] };
  }
  const database = fresh.connections.get(fresh.defaultConnection);
  if (!database) return { world: fresh, ran: [], unknown: [] };
  if (dump.text === null) {
    const reason = `${dump.file} can't be read (no permission, too large, or a link to nowhere): what Laravel would load from it is not known`;
    const connections = new Map(fresh.connections);
    connections.set(fresh.defaultConnection, {
      ...database,
      schema: { ...database.schema, taint: { reason, origin: null } },
    });
    return {
      world: { ...fresh, connections },
      ran: [],
      unknown: [{ migration: '', file: dump.file, line: 1, reason, touches: [] }],
    };
  }
  const read = readDump(dump.text, {
    file: dump.file,
    server: database.server,
    migrationsTable: migrationsTableName(app),
  });
  const broken = read.problems.find(({ kind }) => BROKEN.has(kind));
  // What such a file would leave behind is anybody's guess, and so is which migrations it has recorded.
  const schema = broken
    ? { ...database.schema, taint: { reason: `${dump.file}: ${broken.message}`, origin: null } }
    : read.schema;
  const connections = new Map(fresh.connections);
  connections.set(fresh.defaultConnection, { schema, server: database.server, rows: NO_ROWS });
  return {
    world: { defaultConnection: fresh.defaultConnection, connections },
    ran: broken ? [] : (read.migrations ?? []).map((row) => row.name),
    unknown: read.problems.map((problem) => ({
      migration: '',
      file: dump.file,
      line: problem.line ?? 1,
      reason: problem.message,
      touches: [],
    })),
  };
}

/** Kinds of problems with which a file can't be loaded as a whole. */
const BROKEN: ReadonlySet<DumpProblem['kind']> = new Set([
  'binary',
  'compressed',
  'not-mysql',
  'truncated',
  'empty',
]);

/** Laravel looks for `.dump` first, then `.sql` (MigrateCommand::schemaPath). */
function schemaDump(app: Application): { file: string; text: string | null } | null {
  const own = app.schemaDumps.filter((dump) => dump.connection === app.connections.default);
  const file = (own.find((dump) => dump.file.endsWith('.dump')) ?? own[0])?.file;
  return file === undefined ? null : { file, text: app.files.read(file) };
}

/** The name of Laravel's own table as the server knows it. */
export function migrationsTableName(app: Application): string {
  return `${app.connections.byName.get(app.connections.default)?.prefix ?? ''}${app.migrationsTable}`;
}
