import type { Schema } from '../schema/model';
import { type Changes, withChanges } from './changes';
import type { Trace, TraceEntry, World } from './trace';

/**
 * The trace of the same run in a world of which nothing that it rests on has changed: it does the same there. Its
 * schemas are made when they are asked for, which of most traces nobody does.
 */
export function movedTrace(trace: Trace, changes: Changes): Trace {
  let world: World | null = null;
  let entries: readonly TraceEntry[] | null = null;
  return {
    migration: trace.migration,
    file: trace.file,
    outcome: trace.outcome,
    unknowns: trace.unknowns,
    reads: trace.reads,
    get world() {
      world ??= withChanges(trace.world, changes);
      return world;
    },
    get entries() {
      entries ??= movedEntries(trace, changes);
      return entries;
    },
  };
}

function movedEntries(trace: Trace, changes: Changes): readonly TraceEntry[] {
  const { defaultConnection, connections } = trace.world;
  const made = new Map<Schema, Schema>();
  const movedSchema = (connection: string, schema: Schema): Schema => {
    const database = connections.get(connection);
    const there = made.get(schema);
    if (there || !database) return there ?? schema;
    const alone = new Map([[connection, { ...database, schema }]]);
    const after = withChanges({ defaultConnection, connections: alone }, changes);
    const result = after.connections.get(connection)?.schema ?? schema;
    made.set(schema, result);
    return result;
  };
  return trace.entries.map((entry) => ({
    statement: entry.statement,
    connection: entry.connection,
    error: entry.error,
    warnings: entry.warnings,
    caught: entry.caught,
    uncertain: entry.uncertain,
    get before() {
      return movedSchema(entry.connection, entry.before);
    },
    get after() {
      return movedSchema(entry.connection, entry.after);
    },
  }));
}
