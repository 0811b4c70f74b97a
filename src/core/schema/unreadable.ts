import type { Taint } from '../source';
import { findTable, findView, putTable, putView } from './lookup';
import type { Schema, Table } from './model';
import { doubt, type Run } from './run';
import { mapTables } from './tableMap';

/**
 * After a statement that can't be read nothing is certain about what it touches. A name that is not there gets a
 * tainted table without columns: it may have come to be. Where no name is known, everything is tainted.
 */
export function taintTouched(run: Run, schema: Schema, reason: string, touches: readonly string[]): Schema {
  const { server } = run;
  doubt(run, reason);
  const taint: Taint = { reason, origin: run.origin };
  if (touches.length === 0) return taintAll(schema, taint);
  let after = schema;
  for (const name of touches) {
    const view = findView(after, server, name);
    const table = findTable(after, server, name);
    if (view) after = putView(after, server, { ...view, taint: view.taint ?? taint });
    else if (table) after = putTable(after, server, { ...table, taint: table.taint ?? taint });
    else after = putTable(after, server, unknownTable(schema, name, taint));
  }
  return after;
}

/** Every table and view, and the absence of others, becomes uncertain. */
export function taintAll(schema: Schema, taint: Taint): Schema {
  const mark = <V extends { readonly taint: Taint | null }>(value: V): V => ({
    ...value,
    taint: value.taint ?? taint,
  });
  const tables = mapTables(schema.tables, mark);
  const views = mapTables(schema.views, mark);
  return { ...schema, tables, views, taint: schema.taint ?? taint };
}

/** A table that may be there, of which nothing is known. */
export function unknownTable(schema: Schema, name: string, taint: Taint): Table {
  return {
    name,
    engine: 'InnoDB',
    charset: schema.charset,
    collation: schema.collation,
    comment: '',
    columns: [],
    indexes: [],
    foreignKeys: [],
    checks: [],
    partitioning: null,
    options: {},
    temporary: false,
    taint,
    origin: taint.origin,
  };
}
