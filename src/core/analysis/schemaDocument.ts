import type { Schema } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import { sortedTables } from '../schema/tableMap';
import { fromTheManual } from '../schema/tested';
import type { Trace, TraceEntry } from '../session/trace';
import { type FailureShape, FORMAT, type SchemaDocument, type SentShape, type UnknownShape } from './results';
import { baseTables, tableShape } from './shapes';

/** A schema as a document, whatever its source. */
export function schemaDocument(from: {
  readonly source: string;
  readonly schema: Schema;
  readonly server: ServerProfile;
  readonly laravel: string | null;
  readonly ran: readonly string[] | null;
  readonly failed: readonly FailureShape[];
  readonly unknown: readonly UnknownShape[];
  readonly migrations?: readonly SentShape[] | undefined;
}): SchemaDocument {
  const { schema, server } = from;
  return {
    format: FORMAT,
    fromTheManual: fromTheManual(server),
    source: from.source,
    server: { vendor: server.vendor, version: printVersion(server) },
    laravel: from.laravel,
    tables: baseTables(schema).map(tableShape),
    views: sortedTables(schema.views).map(({ name, sql }) => ({ name, sql })),
    ran: from.ran,
    failed: from.failed,
    unknown: from.unknown,
    tainted: schema.taint?.reason ?? null,
    ...(from.migrations && { migrations: from.migrations }),
  };
}

/** What one run of a migration sent. */
export function sentShape({ migration, file, entries, outcome }: Trace): SentShape {
  const where = (holds: (entry: TraceEntry) => boolean) =>
    entries.flatMap((entry, index) => (holds(entry) ? [index] : []));
  return {
    name: migration,
    file,
    outcome: outcome.kind === 'raised' || outcome.kind === 'threw' ? 'failed' : outcome.kind,
    statements: entries.map((entry) => entry.statement.sql),
    refused: where((entry) => entry.error !== null),
    uncertain: where((entry) => entry.uncertain),
  };
}

/** `8.4`, or `9.7.4` where the patch is known. */
function printVersion({ version: [major, minor, patch] }: ServerProfile): string {
  return patch > 0 ? `${major}.${minor}.${patch}` : `${major}.${minor}`;
}
