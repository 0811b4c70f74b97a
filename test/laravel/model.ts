import { preflight } from '../../src/core/analysis/preflight';
import { diffSchemas } from '../../src/core/schema/diff';
import type { Index, Schema, Table } from '../../src/core/schema/model';
import { tableEntries } from '../../src/core/schema/tableMap';
import { ANY_ROWS } from '../../src/core/session/rows';
import type { Database, World } from '../../src/core/session/trace';
import { DEFAULT_SETTINGS } from '../../src/project/settings';
import { createReplays, type Replays } from '../../src/worker/replays';
import { demoWorkspace } from '../support/paths';

/** A schema with the server that it is on. */
export type Side = Pick<Database, 'schema' | 'server'>;

/** The demo workspace in the model. */
export const demoReplays = (): Replays => createReplays(demoWorkspace, () => DEFAULT_SETTINGS);

export function databaseOf(world: World): Database {
  const database = world.connections.get(world.defaultConnection);
  if (!database) throw new Error(`the world has no connection ${world.defaultConnection}`);
  return database;
}

/** Runs the pending migrations over an actual schema, in the model of the server that it came from. */
export function preflightOn(replays: Replays, actual: Side, ran: readonly string[]) {
  const { start } = replays.on(actual.server);
  const { server } = databaseOf(start.world);
  const connections = new Map([
    [start.world.defaultConnection, { schema: actual.schema, server, rows: ANY_ROWS }],
  ]);
  return preflight(replays.application(), replays.migrations(), ran, { ...start.world, connections });
}

/** Every difference as a line, names of keys and checks included; an empty list is what the tests want. */
export function differences(expected: Side, actual: Side): string[] {
  const found = diffSchemas(expected.schema, actual.schema, {
    expectedServer: expected.server,
    actualServer: actual.server,
    constraintNames: true,
  });
  return found.map(({ kind, table, name, change, properties, reason, ...sides }) => {
    const values = [sides.expected, sides.actual].map((part) =>
      JSON.stringify(part, withoutOrigins)?.slice(0, 500),
    );
    return `${kind} ${table}.${name} ${change} ${properties.join(', ')} ${reason ?? ''}: ${values.join(' / ')}`;
  });
}

const tables = (schema: Schema): Table[] => [...tableEntries(schema.tables)].map(([, table]) => table);

/**
 * All of a schema as plain data, compared without any tolerance: columns in their order, indexes, keys and checks by
 * name (their order means nothing to a server), only without where a thing was written and who asked for an index.
 */
export function plainTables({ schema }: Side): Record<string, unknown> {
  const byName = (list: readonly { readonly name: string }[]) =>
    [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const plain = tables(schema).map((table) => [
    table.name,
    {
      ...table,
      indexes: byName(table.indexes).map((index) => ({ ...(index as Index), implicit: undefined })),
      foreignKeys: byName(table.foreignKeys),
      checks: byName(table.checks),
    },
  ]);
  const text = JSON.stringify(Object.fromEntries(plain), withoutOrigins);
  return JSON.parse(text) as Record<string, unknown>;
}

const withoutOrigins = (key: string, value: unknown) => (key === 'origin' ? undefined : value);

export const counts = ({ schema }: Side) => ({
  tables: tables(schema).length,
  views: [...tableEntries(schema.views)].length,
});
