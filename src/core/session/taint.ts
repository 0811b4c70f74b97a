import { findTable, putTable } from '../schema/lookup';
import type { Schema } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { Taint } from '../source';

/** Marks a table as not known in all it has; for a table that is not there, the whole schema: it may be there now. */
export function taintTable(schema: Schema, server: ServerProfile, name: string, taint: Taint): Schema {
  const table = findTable(schema, server, name);
  if (!table) return taintSchema(schema, taint);
  return table.taint ? schema : putTable(schema, server, { ...table, taint });
}

/** Marks one column as not known in all its details. */
export function taintColumn(
  schema: Schema,
  server: ServerProfile,
  name: string,
  column: string,
  taint: Taint,
): Schema {
  const table = findTable(schema, server, name);
  if (!table) return schema;
  const lower = column.toLowerCase();
  const columns = table.columns.map((each) =>
    each.name.toLowerCase() === lower ? { ...each, taint } : each,
  );
  return putTable(schema, server, { ...table, columns });
}

/** Marks the whole schema: tables may be there, or gone, that are not known. */
export function taintSchema(schema: Schema, taint: Taint): Schema {
  return schema.taint ? schema : { ...schema, taint };
}
