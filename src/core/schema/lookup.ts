import type { Schema, Table, TableName, View } from './model';
import { nameLength } from './names';
import { carryConstraints } from './references';
import { doubt, type Run, refuse } from './run';
import type { ServerProfile } from './server';
import { getTable, withoutTable, withTable } from './tableMap';

/** How a table's name is kept in the maps: as written, or folded where the server folds it. */
export function tableKey(server: ServerProfile, name: string): string {
  return server.lowerCaseTableNames === 0 ? name : name.toLowerCase();
}

/** Whether two names mean one table. */
export const isSameTable = (server: ServerProfile, a: string, b: string): boolean =>
  tableKey(server, a) === tableKey(server, b);

/** Temporary tables hide the permanent table of the same name: they have a key that no name can have. */
const temporaryKey = (server: ServerProfile, name: string) => `\0${tableKey(server, name)}`;

const ownKey = (server: ServerProfile, table: Table) =>
  table.temporary ? temporaryKey(server, table.name) : tableKey(server, table.name);

export function findTable(schema: Schema, server: ServerProfile, name: string): Table | undefined {
  return getTable(schema.tables, temporaryKey(server, name)) ?? findPermanent(schema, server, name);
}

export function findPermanent(schema: Schema, server: ServerProfile, name: string): Table | undefined {
  return getTable(schema.tables, tableKey(server, name));
}

export function findView(schema: Schema, server: ServerProfile, name: string): View | undefined {
  return getTable(schema.views, tableKey(server, name));
}

/** The schema with the table under a key of its map, or without any there. */
export function withTableAt(schema: Schema, key: string, table: Table | undefined): Schema {
  const old = getTable(schema.tables, key);
  const tables = table ? withTable(schema.tables, key, table) : withoutTable(schema.tables, key);
  carryConstraints(schema.tables, tables, key, old, table);
  return { ...schema, tables };
}

/** Puts a table under its name, in the place of one that has it. */
export function putTable(schema: Schema, server: ServerProfile, table: Table): Schema {
  return withTableAt(schema, ownKey(server, table), table);
}

export function removeTable(schema: Schema, server: ServerProfile, table: Table): Schema {
  return withTableAt(schema, ownKey(server, table), undefined);
}

export function putView(schema: Schema, server: ServerProfile, view: View): Schema {
  return { ...schema, views: withTable(schema.views, tableKey(server, view.name), view) };
}

export function removeView(schema: Schema, server: ServerProfile, name: string): Schema {
  return { ...schema, views: withoutTable(schema.views, tableKey(server, name)) };
}

/** Whether the name means a table of another database than the one in use. */
export function isForeign(server: ServerProfile, name: TableName): boolean {
  return name.schema !== null && tableKey(server, name.schema) !== tableKey(server, server.database);
}

/** `booking.users`, as messages quote it. */
export function qualified(server: ServerProfile, name: TableName): string {
  return `${name.schema ?? server.database}.${name.name}`;
}

/** No table has such a name, and none is looked for: 1059, MariaDB 1103. */
export function checkNameLength(run: Run, name: string): void {
  if (nameLength(name) > 64)
    refuse(run, run.server.vendor === 'mariadb' ? 'wrongTableName' : 'nameTooLong', [name]);
}

/**
 * The table of that name. Refuses with 1146 where it surely is not there, with 1347 where it is a view; returns null,
 * and leaves a doubt, where that can't be known.
 */
export function openTable(run: Run, schema: Schema, name: TableName): Table | null {
  const { server } = run;
  if (isForeign(server, name)) {
    doubt(run, `${qualified(server, name)} is in another database`);
    return null;
  }
  checkNameLength(run, name.name);
  const table = findTable(schema, server, name.name);
  if (table) {
    if (table.taint) doubt(run, table.taint.reason);
    return table;
  }
  if (findView(schema, server, name.name)) refuse(run, 'notBaseTable', [qualified(server, name)]);
  if (schema.taint) {
    doubt(run, schema.taint.reason);
    return null;
  }
  return refuse(run, 'noSuchTable', [qualified(server, name)]);
}
