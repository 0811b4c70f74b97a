import type { Unknown } from '../php/values';
import { apply } from '../schema/apply';
import { groupingDoubt } from '../schema/grouping';
import { findTable, findView, putTable } from '../schema/lookup';
import type { Schema } from '../schema/model';
import type { ServerError, ServerProfile, ServerWarning } from '../schema/server';
import type { ColumnSpec, Statement } from '../schema/statement';
import { hasTrigger } from '../schema/storedObjects';
import type { Origin, SourceRange } from '../source';
import { afterCascade, goneRows } from './cascades';
import { isEmpty, rowsOf, withRows } from './knownRows';
import { parseCached } from './parsed';
import { changedTablesOf, tablesOf } from './reads';
import { checkDoubt, refusedRows } from './refusedRows';
import { afterRefusedInsert, duplicateDoubt, duplicateEntry, rowsAfter } from './rowEffects';
import { ANY_ROWS, type Rows, type TableRows } from './rows';
import { taintColumn, taintSchema, taintTable } from './taint';
import type { Database, TraceEntry, World } from './trace';
import { applyVariables } from './variables';
import { type MutableReadSet, type WatchedWorld, watchWorld } from './watching';

/** One run of a migration: the World as it stands, and the record of what was sent. */
export interface Session {
  readonly migration: string;
  readonly file: string;
  readonly defaultConnection: string;
  readonly connections: Map<string, Database>;
  readonly watched: WatchedWorld;
  readonly entries: TraceEntry[];
  readonly reads: MutableReadSet;
  /** Why it could not be told whether the server accepts a statement, with the statement's place. */
  readonly doubts: {
    readonly reason: string;
    readonly range: SourceRange;
    readonly unknownText?: true;
  }[];
  /** Told whenever the code has to do with tables, views or rows. */
  noticed: (() => void) | null;
}

/** A statement on its way to the server. */
export interface Sending {
  /** The connection's name, as the World knows it. */
  readonly connection: string;
  readonly sql: string;
  /** Where it can be told without parsing (a query builder's insert). */
  readonly statement?: Statement;
  readonly range: SourceRange;
  /** Where each column that it makes was written. */
  readonly columnRanges?: ReadonlyMap<string, SourceRange>;
  /** What it does to the rows of its table, where that is known better than the statement tells. */
  readonly rowEffect?: (known: TableRows) => TableRows;
  /** Why a table that the World does not have may be there all the same; null where it can't. */
  readonly elsewhere?: (table: string) => string | null;
  /** A question: only noted in the trace where the server refuses it. */
  readonly quiet?: boolean;
  /** Parts of the text that are not known; `column`: only this column's details rest on it. */
  readonly unknowns?: readonly { readonly unknown: Unknown; readonly column: string | null }[];
}

export function openSession(world: World, migration: string, file: string): Session {
  const reads = { world: new Set<string>(), code: new Set<string>(), files: new Set<string>() };
  const watched = watchWorld(world, reads, () => session.noticed?.());
  const session: Session = {
    migration,
    file,
    defaultConnection: world.defaultConnection,
    connections: watched.connections,
    watched,
    entries: [],
    reads,
    doubts: [],
    noticed: null,
  };
  return session;
}

/** What makes the session again what it is now, as if nothing had been sent since. */
export function savePoint(session: Session): () => void {
  const { connections, entries, doubts } = session;
  const databases = [...connections];
  const [sent, doubted] = [entries.length, doubts.length];
  return () => {
    connections.clear();
    for (const [name, database] of databases) connections.set(name, database);
    entries.length = sent;
    doubts.length = doubted;
  };
}

/** The world that the run leaves. */
export function worldOf(session: Session): World {
  const { defaultConnection, watched } = session;
  const connections = new Map<string, Database>();
  for (const [name, database] of session.connections) connections.set(name, watched.plainDatabase(database));
  return { defaultConnection, connections };
}

export function databaseOf(session: Session, connection: string): Database | null {
  return session.connections.get(connection) ?? null;
}

/**
 * Sends one statement: applies it to the connection's database and writes it into the trace.
 * Returns the server's error, which the caller throws into the program, or null.
 * A connection that the World does not have is not modelled: nothing happens.
 */
export function send(session: Session, sending: Sending): ServerError | null {
  const database = databaseOf(session, sending.connection);
  if (!database) return null;
  const statement = sending.statement ?? parseCached(sending.sql, database.server);
  const origin: Origin = { migration: session.migration, range: sending.range };
  const wholly = sending.unknowns?.find((part) => part.column === null)?.unknown;
  if (wholly) {
    const error = existingTable(database, statement, origin);
    if (error) return record(session, sending, statement, database, { ...NO_ANSWER, error });
    const taint = taintFrom(wholly, origin);
    const schema = taintTouched(database, statement, taint);
    if (mayBeRefused(statement))
      session.doubts.push({ reason: taint.reason, range: taint.origin.range, unknownText: true });
    return record(session, sending, statement, { ...database, schema }, NO_ANSWER);
  }
  session.watched.isServer = sending.quiet !== true;
  const answer = answerTo(database, statement, origin, sending);
  session.watched.isServer = false;
  const grouping =
    statement.kind === 'data' ? groupingDoubt(database.schema, database.server, statement.names ?? []) : null;
  // What is only read may be in doubt, the reading is not.
  const doubt = grouping ?? (sending.quiet ? null : answer.doubt);
  if (doubt !== null && !answer.error) session.doubts.push({ reason: doubt, range: sending.range });
  if (sending.quiet && !answer.error) return null;
  return record(session, sending, statement, answer.database, answer);
}

interface Answer {
  readonly error: ServerError | null;
  readonly warnings: readonly ServerWarning[];
  readonly doubt: string | null;
}

const NO_ANSWER: Answer = { error: null, warnings: [], doubt: null };

function answerTo(
  database: Database,
  sent: Statement,
  origin: Origin,
  sending: Sending,
): Answer & { database: Database } {
  const statement = withoutGuessedDefaults(sent, sending);
  if (statement.kind === 'set') {
    const { error } = apply(database.schema, statement, database.server, origin);
    if (error) return { ...NO_ANSWER, error, database };
    return {
      ...NO_ANSWER,
      database: { ...database, server: applyVariables(database.server, statement.variables) },
    };
  }
  if (statement.kind === 'unreadable') {
    const taint = { reason: statement.reason, origin };
    const schema = taintTouched(database, statement, taint);
    return { ...NO_ANSWER, doubt: statement.reason, database: { ...database, schema } };
  }
  const { server, rows } = database;
  const result = apply(database.schema, statement, server, origin);
  if (result.error && NO_TABLE.has(result.error.code) && sending.elsewhere) {
    const doubtful = supposingTables(database, statement, origin, sending.elsewhere);
    if (doubtful) return doubtful;
  }
  let { schema } = result;
  if (!result.error && sending.columnRanges)
    schema = placeColumns(schema, server, statement, origin, sending.columnRanges);
  for (const { unknown, column } of sending.unknowns ?? []) {
    const table = changedTablesOf(statement)[0];
    if (table && column !== null) {
      schema = taintColumn(schema, server, table.name, column, taintFrom(unknown, origin));
    }
  }
  const refused = result.error ? null : duplicateEntry(database, statement);
  let after = result.error || refused ? rows : rowsLeft(database, statement, schema, sending);
  const rowError = refused ?? (result.error ? null : refusedRows(database, statement, schema, after));
  const error = result.error ?? rowError;
  if (rowError) {
    // A key that is taken leaves what `apply` has made of the statement: an ALTER TABLE that fails makes nothing.
    schema = statement.kind === 'data' ? schema : database.schema;
    after =
      statement.kind === 'data' && TAKES_NUMBERS.has(rowError.code)
        ? afterRefusedInsert(database, statement)
        : rows;
  }
  const doubt =
    result.doubt ?? (error ? null : (duplicateDoubt(database, statement) ?? checkDoubt(database, statement)));
  return { error, warnings: result.warnings, doubt, database: { schema, server, rows: after } };
}

/** The statement without the `?` that stands for an unknown default: no server may take it for the value itself. */
function withoutGuessedDefaults(statement: Statement, { unknowns = [] }: Sending): Statement {
  const names = new Set(unknowns.map(({ column }) => column?.toLowerCase()));
  if (names.size === 0) return statement;
  const known = (column: ColumnSpec): ColumnSpec => {
    const { default: given } = column;
    const text = given?.kind === 'literal' ? given.value : given?.kind === 'expression' ? given.sql : null;
    return text === '?' && names.has(column.name.toLowerCase()) ? { ...column, default: undefined } : column;
  };
  if (statement.kind === 'createTable') return { ...statement, columns: statement.columns.map(known) };
  if (statement.kind !== 'alterTable') return statement;
  const actions = statement.actions.map((action) =>
    action.kind === 'addColumn' || action.kind === 'changeColumn'
      ? { ...action, column: known(action.column) }
      : action,
  );
  return { ...statement, actions };
}

/** The error of a CREATE TABLE whose table is there for sure, whatever else of it is unknown; else null. */
function existingTable(database: Database, statement: Statement, origin: Origin): ServerError | null {
  if (statement.kind !== 'createTable') return null;
  const { error, doubt } = apply(database.schema, statement, database.server, origin);
  return error?.code === 1050 && doubt === null ? error : null;
}

/** Can't it be told whether the server accepts this, once parts of it are unknown? Writing rows counts as harmless. */
function mayBeRefused(statement: Statement): boolean {
  switch (statement.kind) {
    case 'data':
    case 'set':
    case 'use':
    case 'noEffect':
      return false;
    case 'dropTable':
    case 'dropView':
      return !statement.ifExists;
    default:
      return true;
  }
}

/** Errors of a row that had its number already. */
const TAKES_NUMBERS: ReadonlySet<number> = new Set([1062, 1452]);

/** A table, or the table that a foreign key refers to, is not there. */
const NO_TABLE: ReadonlySet<number> = new Set([1146, 1824, 1005]);

/** The statement where all tables that it misses may be there unseen; null where one is surely not. */
function supposingTables(
  database: Database,
  statement: Statement,
  origin: Origin,
  elsewhere: (table: string) => string | null,
): (Answer & { database: Database }) | null {
  const { schema, server } = database;
  const made = statement.kind === 'createTable' ? statement.table.name : null;
  const missing = tablesOf(statement)
    .map((table) => table.name)
    .filter((name) => name !== made && !findTable(schema, server, name) && !findView(schema, server, name));
  const reasons = missing.map(elsewhere);
  const doubt = reasons[0] ?? null;
  if (doubt === null || reasons.includes(null)) return null;
  // Without checks of foreign keys, the servers accept what refers to a table that is not there.
  const result = apply(schema, statement, { ...server, foreignKeyChecks: false }, origin);
  const after = result.error ? database : { ...database, schema: result.schema };
  return { error: null, warnings: result.warnings, doubt, database: after };
}

const verbOf = (statement: Statement) => (statement.kind === 'data' ? statement.verb : null);

function rowsLeft(database: Database, statement: Statement, schema: Schema, sending: Sending): Rows {
  const { rows, server } = database;
  const table = statement.kind === 'data' ? statement.table : null;
  // What a trigger does to the row, or to other tables, is not followed.
  if (table && verbOf(statement) !== 'select' && hasTrigger(database.schema, server, table.name))
    return ANY_ROWS;
  const own =
    sending.rowEffect && table
      ? withRows(rows, server, table.name, sending.rowEffect(rowsOf(database, table.name)))
      : rowsAfter(database, statement, schema);
  const deletes = statement.kind === 'data' && (statement.verb === 'delete' || statement.verb === 'replace');
  if (!deletes || !table || isEmpty(rowsOf(database, table.name))) return own;
  const gone = goneRows(rowsOf(database, table.name), rowsOf({ ...database, rows: own }, table.name));
  return afterCascade(database, own, table.name, gone);
}

function taintFrom(unknown: Unknown, origin: Origin) {
  const range = unknown.range;
  return { reason: unknown.reason, origin: range ? { migration: origin.migration, range } : origin };
}

function taintTouched(
  database: Database,
  statement: Statement,
  taint: { reason: string; origin: Origin },
): Schema {
  const { server } = database;
  const named = changedTablesOf(statement).filter((table) => table.name !== '?');
  if (named.length === 0 || named.length < changedTablesOf(statement).length) {
    return statement.kind === 'data' ? database.schema : taintSchema(database.schema, taint);
  }
  if (statement.kind === 'data') return database.schema;
  return named.reduce((schema, table) => taintTable(schema, server, table.name, taint), database.schema);
}

function record(
  session: Session,
  sending: Sending,
  statement: Statement,
  database: Database,
  answer: Answer,
): ServerError | null {
  const before = databaseOf(session, sending.connection);
  session.connections.set(sending.connection, database);
  session.entries.push({
    statement: {
      statement,
      sql: sending.sql,
      origin: { migration: session.migration, range: sending.range },
    },
    connection: sending.connection,
    before: before?.schema ?? database.schema,
    after: database.schema,
    error: answer.error,
    warnings: answer.warnings,
    caught: answer.error !== null,
    uncertain: false,
  });
  return answer.error;
}

/** Columns of a CREATE TABLE, or of one ALTER for several, get the place of their own line. */
function placeColumns(
  schema: Schema,
  server: ServerProfile,
  statement: Statement,
  origin: Origin,
  ranges: ReadonlyMap<string, SourceRange>,
): Schema {
  if (ranges.size === 0 || (statement.kind !== 'createTable' && statement.kind !== 'alterTable'))
    return schema;
  const table = findTable(schema, server, statement.table.name);
  if (!table) return schema;
  const columns = table.columns.map((column) => {
    const range = column.origin === origin ? ranges.get(column.name) : undefined;
    return range ? { ...column, origin: { migration: origin.migration, range } } : column;
  });
  return putTable(schema, server, { ...table, columns });
}

/**
 * Passes over a refused statement as a guard around it would: of an ALTER with several actions only those that are
 * refused, of any other statement all of it.
 */
export function passOver(session: Session, index: number): void {
  const entry = session.entries[index];
  const database = entry && databaseOf(session, entry.connection);
  if (!entry || !database) return;
  const { statement, origin } = entry.statement;
  let { schema } = database;
  if (statement.kind === 'alterTable' && statement.actions.length > 1) {
    for (const action of statement.actions) {
      const result = apply(schema, { ...statement, actions: [action] }, database.server, origin);
      if (!result.error) schema = result.schema;
    }
  }
  session.connections.set(entry.connection, { ...database, schema });
  session.entries[index] = { ...entry, after: schema, caught: false };
}

/** Says that something outside our sight may have written rows into any table. */
export function doubtRows(session: Session): void {
  for (const [name, database] of session.connections) {
    database.rows.tables.watch?.('*', 'value');
    session.connections.set(name, { ...database, rows: ANY_ROWS });
  }
}

/** Says that something outside our sight may have changed tables: those named, or (null) any. */
export function doubtTables(
  session: Session,
  connection: string,
  tables: readonly string[] | null,
  unknown: Unknown,
): void {
  const database = databaseOf(session, connection);
  if (!database) return;
  const range = unknown.range;
  const taint = { reason: unknown.reason, origin: range ? { migration: session.migration, range } : null };
  const schema = tables
    ? tables.reduce((before, name) => taintTable(before, database.server, name, taint), database.schema)
    : taintSchema(database.schema, taint);
  session.connections.set(connection, { ...database, schema });
}
