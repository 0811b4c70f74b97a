import { findTable } from '../schema/lookup';
import type { Table } from '../schema/model';
import type { TraceEntry, World } from '../session/trace';
import type { Study } from './study';

/** A table as a world has it. */
export function tableIn(world: World, connection: string, name: string): Table | undefined {
  const database = world.connections.get(connection);
  return database && findTable(database.schema, database.server, name);
}

/** The table that an ALTER TABLE changes, as it was before. */
export function alteredTable(study: Study, { statement, connection, before }: TraceEntry): Table | undefined {
  const { statement: parsed } = statement;
  const server = study.step.before.connections.get(connection)?.server;
  return parsed.kind === 'alterTable' && server ? findTable(before, server, parsed.table.name) : undefined;
}
