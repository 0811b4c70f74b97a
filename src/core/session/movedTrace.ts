import type { Schema } from '../schema/model';
import { type Changes, joinedChanges, withChanges } from './changes';
import type { Trace, TraceEntry, World } from './trace';

/** Of a moved trace: the one that was run, and what had changed in the world before it. */
interface Moved {
  readonly trace: Trace;
  readonly changes: Changes;
}

const moved = new WeakMap<Trace, Moved>();

/** The trace as it was run, where it has been moved since. */
export function ranTrace(trace: Trace): Trace {
  return moved.get(trace)?.trace ?? trace;
}

/**
 * The trace of the same run in a world of which nothing that it rests on has changed: it does the same there. Its
 * schemas are made when they are asked for, which of most traces nobody does.
 */
export function movedTrace(given: Trace, further: Changes): Trace {
  const known = moved.get(given);
  const trace = known?.trace ?? given;
  const changes = known ? joinedChanges(known.changes, further) : further;
  let world: World | null = null;
  let entries: readonly TraceEntry[] | null = null;
  const result: Trace = {
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
  moved.set(result, { trace, changes });
  return result;
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
