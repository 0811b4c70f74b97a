import { findTable } from '../schema/lookup';
import type { ServerProfile } from '../schema/server';
import type { Statement } from '../schema/statement';
import type { SourceRange } from '../source';
import { openSession, send, worldOf } from './session';
import type { ReadSet, Trace, TraceEntry, World } from './trace';

/** What a server answers with yes or no, and with nothing that the code could tell apart. */
const ANSWERED_ALIKE: ReadonlySet<Statement['kind']> = new Set([
  'createTable',
  'alterTable',
  'dropTable',
  'renameTable',
  'truncate',
  'createView',
  'dropView',
  'noEffect',
]);

/**
 * The trace of the same run in a world of which nothing has changed that its code asked about, though its statements
 * meet other tables: they are sent again, without running the code. Null where it has to be run: the server may say
 * something else now, or not all that the code did is in the statements (rows, doubts).
 */
export function resend(trace: Trace, world: World): Trace | null {
  if (trace.outcome.kind !== 'done' || trace.unknowns.length > 0) return null;
  if (!trace.entries.every(isAnsweredAlike)) return null;
  const session = openSession(world, trace.migration, trace.file);
  for (const entry of trace.entries) {
    const { statement, sql, origin } = entry.statement;
    if (!origin) return null;
    const server = session.connections.get(entry.connection)?.server;
    if (!server) return null;
    const error = send(session, {
      connection: entry.connection,
      sql,
      statement,
      range: origin.range,
      columnRanges: columnRanges(entry, server),
    });
    if (error || session.doubts.length > 0) return null;
  }
  const { plainSchema } = session.watched;
  const reads: ReadSet = {
    world: new Set([...trace.reads.code, ...session.reads.world]),
    code: trace.reads.code,
    files: trace.reads.files,
  };
  return {
    migration: trace.migration,
    file: trace.file,
    entries: session.entries.map((entry, i) => ({
      ...entry,
      statement: trace.entries[i]!.statement,
      before: plainSchema(entry.before),
      after: plainSchema(entry.after),
    })),
    world: worldOf(session),
    outcome: trace.outcome,
    unknowns: trace.unknowns,
    reads,
  };
}

const isAnsweredAlike = ({ statement: { statement }, error, uncertain }: TraceEntry): boolean =>
  error === null &&
  !uncertain &&
  ANSWERED_ALIKE.has(statement.kind) &&
  !(statement.kind === 'createTable' && (statement.temporary || statement.asSelect));

/** Where each column was written that the statement has made, as far as that is another place than the statement's. */
function columnRanges(
  { statement: { statement, origin }, after }: TraceEntry,
  server: ServerProfile,
): ReadonlyMap<string, SourceRange> {
  const ranges = new Map<string, SourceRange>();
  if (statement.kind !== 'createTable' && statement.kind !== 'alterTable') return ranges;
  for (const column of findTable(after, server, statement.table.name)?.columns ?? [])
    if (column.origin && column.origin !== origin && column.origin.migration === origin?.migration)
      ranges.set(column.name, column.origin.range);
  return ranges;
}
