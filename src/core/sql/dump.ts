import { apply } from '../schema/apply';
import { charsetOfCollation, defaultCollation } from '../schema/charsets';
import { emptySchema } from '../schema/empty';
import { tableKey } from '../schema/lookup';
import type { Schema, Table } from '../schema/model';
import { afterSet, DEFAULT_SERVER, serverCharset } from '../schema/profiles';
import type { ServerError, ServerProfile } from '../schema/server';
import type { Statement } from '../schema/statement';
import { getTable, tableEntries, withTable } from '../schema/tableMap';
import type { Origin } from '../source';
import { checkForm, type DumpProblem } from './dumpForm';
import { asDumped, guessServer, readHeader } from './dumpHeader';
import { insertedTable, type MigrationRow, migrationRows } from './dumpRows';
import { parseStatement } from './parse';
import { type ScriptStatement, splitStatements } from './split';

export interface DumpOptions {
  /** For origins and messages. */
  readonly file: string;
  /** The server that loads the dump: what it refuses is refused. Without it the dump's own server counts. */
  readonly server?: ServerProfile;
  /** What made the dump, where its header does not say. */
  readonly fallbackServer?: ServerProfile;
  /** Which database, where the file has several. */
  readonly database?: string | null;
  /** Laravel's own table; `migrations` if not given. */
  readonly migrationsTable?: string;
}

export interface DumpResult {
  /** Everything that could be read; tainted where the dump is cut off or a statement could not be read. */
  readonly schema: Schema;
  readonly server: ServerProfile;
  /** Rows of the migrations table in the file's order; null where the file has none to read. */
  readonly migrations: readonly MigrationRow[] | null;
  readonly problems: readonly DumpProblem[];
  /** The databases that the file names with USE or CREATE DATABASE. */
  readonly databases: readonly string[];
}

/** One database of the file while it is read. */
interface Reading {
  schema: Schema;
  /** The file says the database's character set and collation. */
  charsetSaid: boolean;
  migrations: MigrationRow[] | null;
  /** The last statement was rows of the migrations table: in a file that is cut off, more may be missing. */
  migrationsOpen: boolean;
}

/**
 * Reads a dump: mysqldump, mariadb-dump, Laravel's schema:dump, phpMyAdmin, HeidiSQL … Rows are passed over, but for
 * those of the migrations table. Never throws; what is wrong is in `problems`, and what was readable is still there.
 */
export function readDump(text: string, options: DumpOptions): DumpResult {
  const form = checkForm(text);
  const header = readHeader(form.text);
  const origin =
    options.server ??
    header.server ??
    asDumped(guessServer(form.text, options.fallbackServer ?? DEFAULT_SERVER));
  const server = header.database && !options.server ? { ...origin, database: header.database } : origin;
  const reader = createReader(server, options);
  let last: ScriptStatement | null = null;
  for (const statement of splitStatements(form.text)) {
    last = statement;
    if (!statement.ended && isCutOff(statement, server)) {
      reader.cutOffAt(statement);
      break;
    }
    reader.read(statement);
  }
  const problems = [...form.problems, ...reader.problems];
  if (!last && problems.every(({ kind }) => kind === 'tool-message')) problems.push(EMPTY);
  const cut = last && form.text !== '' ? cutOff(form.text, last, header.program, server) : null;
  if (cut) problems.push(cut);
  const result = reader.result(cut);
  return { server, ...result, problems: [...problems, ...result.problems] };
}

const EMPTY: DumpProblem = {
  kind: 'empty',
  message: 'The file has no statements.',
  hint: 'Was the dump interrupted before it began? Make it again.',
  line: null,
};

/** A last statement without its `;` is whole if it can be read: many people leave the last one out. */
function isCutOff(statement: ScriptStatement, server: ServerProfile): boolean {
  if (statement.open) return true;
  const { kind } = parseStatement(statement.sql, server);
  return kind === 'syntaxError' || kind === 'unreadable';
}

/** mysqldump says at the end that it is the end, unless its comments are off (then it has no header either). */
function cutOff(
  text: string,
  last: ScriptStatement,
  program: string | null,
  server: ServerProfile,
): DumpProblem | null {
  const isInside = !last.ended && isCutOff(last, server);
  const hasEnd =
    program === null || text.slice(Math.max(last.end, text.length - 4096)).includes('-- Dump completed');
  if (!isInside && hasEnd) return null;
  const message = isInside
    ? `The dump ends in the middle of a statement${last.open === 'string' ? ', inside a string' : ''}.`
    : 'The dump ends without “-- Dump completed”: tables may be missing.';
  return {
    kind: 'truncated',
    message,
    hint: 'Make the dump again: the disk was full, or the connection was lost.',
    line: last.line,
  };
}

function createReader(start: ServerProfile, options: DumpOptions) {
  const problems: DumpProblem[] = [];
  const databases = new Map<string, Reading>();
  const named: string[] = [];
  const migrationsTable = options.migrationsTable ?? 'migrations';
  let server = start;
  /** '' before any USE. */
  let current = '';

  const reading = (name: string): Reading => {
    let found = databases.get(name);
    if (!found) {
      const { charset, collation } = serverCharset(server);
      found = {
        schema: emptySchema(charset, collation),
        migrations: null,
        charsetSaid: false,
        migrationsOpen: false,
      };
      databases.set(name, found);
    }
    return found;
  };
  const enter = (name: string) => {
    if (!named.includes(name)) named.push(name);
    current = name;
    server = { ...server, database: name };
    reading(name);
  };

  const endRows = () => {
    const into = databases.get(current);
    if (into) into.migrationsOpen = false;
  };

  function readRows(statement: ScriptStatement): void {
    const parsed = parseStatement(statement.sql, server);
    const into = reading(current);
    const table = getTable(into.schema.tables, migrationsTable);
    const rows = migrationRows(parsed, table?.columns.map(({ name }) => name) ?? null);
    into.migrations = [...(into.migrations ?? []), ...rows];
    into.migrationsOpen = true;
  }

  function run(parsed: Statement, statement: ScriptStatement): void {
    const into = reading(current);
    const applied = apply(into.schema, parsed, server, originOf(statement, options.file));
    into.schema = applied.schema;
    if (parsed.kind === 'unreadable') {
      problems.push({
        kind: 'unreadable-statement',
        message: `A statement can't be read: ${parsed.reason}.`,
        hint: 'What it does to the schema is unknown.',
        line: statement.line,
      });
    } else if (applied.error) {
      // The dump's own server had it, whatever we say: what it is now can't be known.
      if (!options.server) into.schema = doubted(into.schema, parsed, server, applied.error);
      problems.push({
        kind: 'refused-statement',
        message: `A server would refuse a statement: ${applied.error.code} ${applied.error.message}`,
        hint: 'Was the dump edited, or made by another kind of server?',
        line: statement.line,
      });
    }
  }

  return {
    problems,
    /** Another statement than rows of the migrations table ends them, even if it is itself cut off. */
    cutOffAt(statement: ScriptStatement): void {
      if (/^(?:create|drop|alter|lock|unlock)\s/i.test(statement.sql)) endRows();
    },
    read(statement: ScriptStatement): void {
      endRows();
      const inserted = insertedTable(statement.sql);
      if (inserted !== null) {
        if (inserted.toLowerCase() === migrationsTable.toLowerCase()) readRows(statement);
        return;
      }
      const parsed = parseStatement(statement.sql, server);
      switch (parsed.kind) {
        case 'noEffect':
        case 'data':
          return;
        case 'use':
          enter(parsed.schema);
          return;
        case 'set':
          server = afterSet(server, parsed.variables);
          return;
        case 'createDatabase':
        case 'alterDatabase': {
          const into = reading(parsed.schema ?? current);
          if (parsed.schema && !named.includes(parsed.schema)) named.push(parsed.schema);
          if (parsed.charset === null && parsed.collation === null) return;
          const collation =
            parsed.collation ?? defaultCollation(server, parsed.charset ?? into.schema.charset);
          const charset = parsed.charset ?? charsetOfCollation(server, collation) ?? into.schema.charset;
          into.schema = { ...into.schema, charset, collation };
          into.charsetSaid = true;
          return;
        }
        default:
          run(parsed, statement);
      }
    },

    result(cut: DumpProblem | null): Pick<DumpResult, 'schema' | 'migrations' | 'databases' | 'problems'> {
      const chosen = choose(databases, named, options.database ?? null);
      const found = databases.get(chosen.name) ?? reading(chosen.name);
      const taint = cut ? { reason: cut.message, origin: null } : null;
      const told = found.charsetSaid ? found.schema : withGuessedCharset(found.schema);
      const schema = taint ? { ...told, taint: told.taint ?? taint } : told;
      const migrations = cut && found.migrationsOpen ? null : found.migrations;
      return { schema, migrations, databases: named, problems: chosen.problems };
    },
  };
}

const ALREADY_THERE = 1050;

/** The schema after a statement of a dump that its own server surely took, though we would refuse it. */
function doubted(schema: Schema, parsed: Statement, server: ServerProfile, error: ServerError): Schema {
  const reason = `we would refuse its definition in the dump: ${error.code} ${error.message}`;
  if (error.code === ALREADY_THERE) return schema;
  if (parsed.kind === 'createView') {
    const { name } = parsed.view;
    const view = { name, ...parsed.select, taint: { reason, origin: null }, origin: null };
    return { ...schema, views: withTable(schema.views, tableKey(server, name), view) };
  }
  if (parsed.kind !== 'createTable' && parsed.kind !== 'alterTable') return schema;
  return apply(schema, { kind: 'unreadable', reason, touches: [parsed.table.name] }, server).schema;
}

/** A dump without CREATE DATABASE does not say what the database's default is: most of its tables will have it. */
function withGuessedCharset(schema: Schema): Schema {
  const counts = new Map<string, { readonly table: Table; count: number }>();
  for (const [, table] of tableEntries(schema.tables)) {
    const seen = counts.get(table.collation);
    if (seen) seen.count++;
    else counts.set(table.collation, { table, count: 1 });
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0]?.table;
  const { charset, collation } = most ?? schema;
  return { ...schema, charset, collation, charsetGuessed: true };
}

/** The database that was asked for, or the only one, or the first with tables. */
function choose(
  databases: ReadonlyMap<string, Reading>,
  named: readonly string[],
  wanted: string | null,
): { name: string; problems: DumpProblem[] } {
  if (named.length === 0) return { name: '', problems: [] };
  const list = named.map((name) => `“${name}”`).join(', ');
  if (wanted !== null) {
    const name =
      named.find((one) => one === wanted) ?? named.find((one) => one.toLowerCase() === wanted.toLowerCase());
    if (name !== undefined) return { name, problems: [] };
    const message = `The dump has no database “${wanted}”, but ${list}.`;
    return {
      name: wanted,
      problems: [{ kind: 'no-such-database', message, hint: 'Name one of these.', line: null }],
    };
  }
  const full = ['', ...named].filter((name) => (databases.get(name)?.schema.tables.size ?? 0) > 0);
  const name = full[0] ?? (named[0] as string);
  if (full.length < 2) return { name, problems: [] };
  const message = `The dump has several databases (${list}); “${name}” is read.`;
  const hint = 'Add #name to the path to choose another.';
  return { name, problems: [{ kind: 'several-databases', message, hint, line: null }] };
}

/** A dump's statement as an origin: no migration, and the line where it begins. */
function originOf(statement: ScriptStatement, file: string): Origin {
  const { line } = statement;
  return { migration: null, range: { file, line, column: 1, endLine: line, endColumn: 1 } };
}
