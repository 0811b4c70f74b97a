import type { Column, ForeignKey, Index, Schema, Table, View } from '../schema/model';
import { type TableMap, tableDifferences, withTable } from '../schema/tableMap';
import type { Taint } from '../source';
import { mergeRows } from './mergeRows';
import { same, sameButOrigin } from './same';
import type { Database, World } from './trace';

/** What is the same in both worlds stays; what differs is tainted with the reason. */
export function mergeWorlds(a: World, b: World, taint: Taint): World {
  if (a === b) return a;
  const connections = new Map(a.connections);
  for (const [name, database] of b.connections) {
    const mine = connections.get(name);
    connections.set(name, mine ? mergeDatabases(mine, database, taint) : database);
  }
  return { ...a, connections };
}

/** Have the two worlds the same schemas? Where things come from, and rows, don't count. */
export function sameSchemas(a: World, b: World): boolean {
  for (const [name, database] of a.connections) {
    const other = b.connections.get(name)?.schema;
    if (!other || !sameSchema(database.schema, other)) return false;
  }
  return a.connections.size === b.connections.size;
}

function sameSchema(a: Schema, b: Schema): boolean {
  if (a === b) return true;
  return (
    (a.taint === null) === (b.taint === null) && sameMaps(a.tables, b.tables) && sameMaps(a.views, b.views)
  );
}

function sameMaps<V>(a: TableMap<V>, b: TableMap<V>): boolean {
  if (a.size !== b.size) return false;
  for (const [, mine, theirs] of tableDifferences(a, b)) if (!sameButOrigin(mine, theirs)) return false;
  return true;
}

function mergeDatabases(a: Database, b: Database, taint: Taint): Database {
  if (a === b) return a;
  return {
    server: a.server,
    schema: mergeSchemas(a.schema, b.schema, taint),
    rows: mergeRows(a.rows, b.rows),
  };
}

function mergeSchemas(a: Schema, b: Schema, taint: Taint): Schema {
  if (a === b) return a;
  return {
    ...a,
    tables: mergeMaps(a.tables, b.tables, (mine, theirs) => mergeTables(mine, theirs, taint), taint),
    views: mergeMaps(a.views, b.views, (mine, theirs) => mergeViews(mine, theirs, taint), taint),
    taint: a.taint ?? b.taint,
    objects: same(a.objects, b.objects) ? a.objects : undefined,
  };
}

type Tainted = { readonly taint: Taint | null };

function mergeMaps<V extends Tainted>(
  a: TableMap<V>,
  b: TableMap<V>,
  merge: (a: V, b: V) => V,
  taint: Taint,
): TableMap<V> {
  let merged = a;
  for (const [name, mine, theirs] of tableDifferences(a, b)) {
    if (mine && theirs) merged = withTable(merged, name, merge(mine, theirs));
    else if (mine ?? theirs) merged = withTable(merged, name, doubtful((mine ?? theirs) as V, taint));
  }
  return merged;
}

function marked<V extends Tainted>(value: V, taint: Taint): V {
  return value.taint ? value : { ...value, taint };
}

/** Of something that only one of the worlds has. */
function doubtful<V extends Tainted>(value: V, taint: Taint): V {
  return value.taint?.mayBeAbsent ? value : { ...value, taint: { ...taint, mayBeAbsent: true } };
}

function mergeViews(a: View, b: View, taint: Taint): View {
  return a.sql === b.sql ? a : marked(a, taint);
}

function mergeTables(a: Table, b: Table, taint: Taint): Table {
  if (sameButOrigin(a, b)) return a;
  const columns = mergeParts<Column>(a.columns, b.columns, taint);
  const table: Table = {
    ...a,
    columns,
    indexes: mergeParts<Index>(a.indexes, b.indexes, taint),
    foreignKeys: mergeParts<ForeignKey>(a.foreignKeys, b.foreignKeys, taint),
    taint: a.taint ?? b.taint,
  };
  const orders =
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column.name === b.columns[i]?.name);
  const others = sameOthers(a, b) && (orders || columns.some((column) => column.taint));
  return others ? table : marked(table, taint);
}

/** Everything but columns, indexes and foreign keys. */
function sameOthers(a: Table, b: Table): boolean {
  const rest = (table: Table) => ({ ...table, columns: [], indexes: [], foreignKeys: [], taint: null });
  return sameButOrigin(rest(a), rest(b));
}

function mergeParts<P extends Tainted & { readonly name: string }>(
  a: readonly P[],
  b: readonly P[],
  taint: Taint,
): P[] {
  const theirs = new Map(b.map((part) => [part.name, part]));
  const mine = new Set(a.map((part) => part.name));
  const merged = a.map((part) => {
    const other = theirs.get(part.name);
    if (!other) return doubtful(part, taint);
    return sameButOrigin(part, other) ? part : marked(part, taint);
  });
  return [...merged, ...b.filter((part) => !mine.has(part.name)).map((part) => doubtful(part, taint))];
}
