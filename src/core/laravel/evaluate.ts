import type { Outcome as PhpOutcome } from '../php/outcome';
import type { FileResult, Program } from '../php/run';
import { isObject, type PhpObject, unknown } from '../php/values';
import { emptySchema } from '../schema/empty';
import { LARAVEL_STRICT_MODE } from '../schema/profiles';
import type { ServerProfile } from '../schema/server';
import { tableEntries, withoutTable } from '../schema/tableMap';
import { NO_ROWS } from '../session/rows';
import { type RunEnd, runMethod } from '../session/run';
import { doubtRows, doubtTables, type Session } from '../session/session';
import type { Database, Outcome, Trace, World } from '../session/trace';
import type { SourceRange } from '../source';
import type { Application } from './application';
import { isModelled } from './connections';
import { QueryFailure } from './database/queryException';
import { undoOpen } from './database/transactions';
import { newProgram, newRuntime } from './program';
import type { LaravelRuntime } from './runtime';
import type { ConnectionConfig } from './schema/flavour';
import { withoutSecrets } from './secrets';
import { studlyCase } from './support/inflect';
import { keepRun, type Repeatable, repeat } from './turns';
import { atLeast } from './version';

/** A migration and its text as it stands (perhaps unsaved). */
export interface MigrationSource {
  readonly name: string;
  readonly file: string;
  /** null: there is such a file, but it can't be read. */
  readonly text: string | null;
}

export interface EvaluateOptions {
  /** Numbers of trace entries whose error is passed over: the run goes on as if the statement had not been there. */
  readonly passOver?: ReadonlySet<number>;
  /** The same for every error that the code surely does not catch. */
  readonly passOverUncaught?: boolean;
  /** Told of the world before each statement that is sent. Where the run forks, of each possible run's. */
  readonly beforeEntry?: (world: World) => void;
  /** Earlier runs of the same text and method: what they tell of this one is not run again. This one joins them. */
  readonly repeatable?: Repeatable;
}

/** Empty databases for all of the application's MySQL and MariaDB connections, as `create database` by config makes them. */
export function freshWorld(app: Application, server: ServerProfile): World {
  const connections = new Map<string, Database>();
  for (const config of app.connections.byName.values()) {
    const key = app.connections.keyOf(config.name);
    if (!isModelled(config) || connections.has(key)) continue;
    const own = app.connections.byName.get(key) ?? config;
    connections.set(key, {
      schema: {
        ...emptySchema(own.charset ?? 'utf8mb4', own.collation ?? 'utf8mb4_unicode_ci'),
        objects: {},
      },
      server: sessionProfile(server, own),
      rows: NO_ROWS,
    });
  }
  return { defaultConnection: app.connections.keyOf(app.connections.default), connections };
}

/** The server as the connection sets it up: database in use, sql_mode by `modes` or `strict`. (MySqlConnector) */
export function sessionProfile(server: ServerProfile, config: ConnectionConfig): ServerProfile {
  const database = config.database === '' ? server.database : config.database;
  const sqlMode = config.modes ?? (config.strict ? LARAVEL_STRICT_MODE : ['NO_ENGINE_SUBSTITUTION']);
  const strict = sqlMode.some((mode) => mode.startsWith('STRICT_') || mode === 'TRADITIONAL');
  return { ...server, database, sqlMode, strict };
}

/** Runs `up()` or `down()` of a migration against a World, as the Migrator would. Never throws for what PHP does. */
export function evaluate(
  app: Application,
  migration: MigrationSource,
  method: 'up' | 'down',
  world: World,
  options: EvaluateOptions = {},
): Trace {
  const trace = runMethod({
    migration: migration.name,
    file: migration.file,
    world,
    start: (session, decisions) => {
      const runtime = newRuntime(app, session, options);
      const { repeatable } = options;
      const files = repeatable && decisions.length === 0 && repeat(repeatable, world, runtime);
      if (files) return { outcome: { kind: 'done' }, forks: [], unknowns: [], files };
      const program = newProgram(app, runtime, decisions, migration.file);
      const outcome = runIn(program, app, runtime, migration, method);
      undoOpen(runtime);
      const end = endOf(program, session, outcome);
      if (repeatable && isCertain(end)) keepRun(repeatable, program.php, world, end.files);
      return end;
    },
  });
  return withoutSecrets(withoutTemporaries(trace), app.env);
}

const isCertain = ({ outcome, forks, unknowns }: RunEnd): boolean =>
  outcome.kind === 'done' && forks.length === 0 && unknowns.length === 0;

/** Temporary tables end with the connection: the next run does not meet them. */
function withoutTemporaries(trace: Trace): Trace {
  if (!trace.entries.some(({ statement }) => /^\s*create\s+temporary\b/i.test(statement.sql))) return trace;
  const connections = new Map(trace.world.connections);
  for (const [name, database] of connections) {
    let { tables } = database.schema;
    for (const [key, table] of tableEntries(tables)) if (table.temporary) tables = withoutTable(tables, key);
    if (tables !== database.schema.tables)
      connections.set(name, { ...database, schema: { ...database.schema, tables } });
  }
  return { ...trace, world: { ...trace.world, connections } };
}

type Done = { readonly kind: 'done' };

function runIn(
  program: Program,
  app: Application,
  runtime: LaravelRuntime,
  migration: MigrationSource,
  method: 'up' | 'down',
): PhpOutcome<unknown> | Done {
  if (migration.text === null)
    return {
      kind: 'unreadable',
      message: 'no permission, too large, or a link to nowhere',
      range: RANGE(migration),
    };
  const loaded = program.runFile(migration.file, migration.text);
  if (loaded.kind !== 'returned') return loaded;
  const object = migrationObject(program, migration, loaded.value);
  if (object.kind !== 'returned') return object;
  const instance = object.value;
  const connection = program.attempt((php) => php.readProperty(instance, 'connection') ?? null);
  if (connection.kind !== 'returned') return connection;
  if (typeof connection.value === 'string' && app.connections.byName.has(connection.value)) {
    runtime.defaultConnection = connection.value;
    runtime.blueprintConnection = connection.value;
  }
  if (!program.php.hasMethod(instance, method)) return { kind: 'done' };
  if (method === 'up' && atLeast(app.laravel, '12.4') && program.php.hasMethod(instance, 'shouldRun')) {
    const should = program.attempt((php) =>
      php.truth(php.callMethod(instance, 'shouldRun', [], RANGE(migration)), RANGE(migration)),
    );
    if (should.kind !== 'returned') return should;
    if (!should.value) return { kind: 'done' };
  }
  return program.callMethod(instance, method);
}

const RANGE = (migration: MigrationSource) => ({
  file: migration.file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});

/** What the file returned, else an instance of the class that Laravel expects by the file's name. */
function migrationObject(
  program: Program,
  migration: MigrationSource,
  loaded: FileResult,
): PhpOutcome<PhpObject> {
  if (isObject(loaded.returned)) {
    // The Migrator requires the file of an anonymous class twice, and PHP declares nothing a second time.
    const again = loaded.declares[0];
    return again === undefined
      ? { kind: 'returned', value: loaded.returned }
      : program.attempt((php) => php.throw('Error', `Cannot ${again}`));
  }
  const base = migration.name.split('_').slice(4).join('_');
  const expected = studlyCase(base === '' ? migration.name : base);
  const declared = loaded.classes.find(
    (each) => each.name.split('\\').pop()?.toLowerCase() === expected.toLowerCase(),
  );
  const only = loaded.classes.filter((each) => each.kind === 'class');
  const chosen = declared?.name ?? (only.length === 1 ? only[0]?.name : undefined) ?? expected;
  return program.instantiate(chosen);
}

/** What PHP's end means for the migration. */
function endOf(program: Program, session: Session, outcome: PhpOutcome<unknown> | Done): RunEnd {
  const { forks } = program;
  const noted = new Set(program.unknowns.map((each) => each.reason));
  const decided = forks
    .filter((fork) => !noted.has(fork.reason))
    .map((fork) => unknown(fork.reason, fork.range));
  const unknowns = [...program.unknowns, ...decided];
  const files = new Set(program.reads);
  const end = (result: Outcome): RunEnd => ({ outcome: result, forks, unknowns, files });
  switch (outcome.kind) {
    case 'done':
    case 'returned':
    case 'exited':
      return end({ kind: 'done' });
    case 'threw':
      return end(thrown(session, outcome));
    case 'spent':
      return end(lost(session, outcome.reason, outcome.range));
    case 'unreadable':
      return end(lost(session, `the file can't be read: ${outcome.message}`, outcome.range));
  }
}

function thrown(session: Session, outcome: Extract<PhpOutcome<unknown>, { kind: 'threw' }>): Outcome {
  const failure = failureOf(outcome.exception);
  const entry = failure === null ? undefined : session.entries[failure.entry];
  if (failure && entry?.error) {
    return { kind: 'raised', entry: failure.entry, error: entry.error, origin: entry.statement.origin };
  }
  return { kind: 'threw', exception: outcome.className, message: outcome.message, range: outcome.range };
}

function failureOf(exception: PhpObject): QueryFailure | null {
  return exception.internal instanceof QueryFailure ? exception.internal : null;
}

/** Nothing is known of what would have come next: any table may be changed. */
function lost(session: Session, reason: string, range: SourceRange | null): Outcome {
  for (const connection of session.connections.keys()) {
    doubtTables(session, connection, null, { kind: 'unknown', reason, range });
  }
  doubtRows(session);
  return { kind: 'unknown', reason, range };
}
