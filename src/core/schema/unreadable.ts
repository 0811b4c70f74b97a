import type { Taint } from '../source';
import { findTable, findView, putTable, putView } from './lookup';
import type { Schema, Table } from './model';
import { doubt, type Run } from './run';

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
  const tables = {
    size: schema.tables.size,
    buckets: schema.tables.buckets.map(
      (bucket) =>
        bucket &&
        new Map([...bucket].map(([key, table]) => [key, { ...table, taint: table.taint ?? taint }])),
    ),
  };
  const views = {
    size: schema.views.size,
    buckets: schema.views.buckets.map(
      (bucket) =>
        bucket && new Map([...bucket].map(([key, view]) => [key, { ...view, taint: view.taint ?? taint }])),
    ),
  };
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
