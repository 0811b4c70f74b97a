/**
 * A persistent map from table names to values. A change copies one bucket and the row of buckets, so that thousands of
 * statements over thousands of tables share almost everything, and two maps that share a bucket compare in one step.
 * Names are looked up as they are; the caller folds case where the server does (`lower_case_table_names`).
 */
export interface TableMap<V> {
  readonly size: number;
  readonly buckets: readonly (ReadonlyMap<string, V> | undefined)[];
}

const BUCKETS = 64;

function bucketOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 7) ^ (hash >>> 17)) & (BUCKETS - 1);
}

const EMPTY: TableMap<never> = { size: 0, buckets: [] };

export function emptyTableMap<V>(): TableMap<V> {
  return EMPTY;
}

export function tableMapOf<V>(entries: Iterable<readonly [string, V]>): TableMap<V> {
  const buckets: (Map<string, V> | undefined)[] = [];
  let size = 0;
  for (const [name, value] of entries) {
    const at = bucketOf(name);
    const bucket = buckets[at] ?? new Map<string, V>();
    buckets[at] = bucket;
    if (!bucket.has(name)) size++;
    bucket.set(name, value);
  }
  return { size, buckets };
}

export function getTable<V>(map: TableMap<V>, name: string): V | undefined {
  return map.buckets[bucketOf(name)]?.get(name);
}

export function withTable<V>(map: TableMap<V>, name: string, value: V): TableMap<V> {
  const at = bucketOf(name);
  const bucket = new Map(map.buckets[at]);
  const isNew = !bucket.has(name);
  bucket.set(name, value);
  const buckets = map.buckets.slice();
  buckets[at] = bucket;
  return { size: map.size + (isNew ? 1 : 0), buckets };
}

export function withoutTable<V>(map: TableMap<V>, name: string): TableMap<V> {
  const at = bucketOf(name);
  const old = map.buckets[at];
  if (!old?.has(name)) return map;
  const bucket = new Map(old);
  bucket.delete(name);
  const buckets = map.buckets.slice();
  buckets[at] = bucket;
  return { size: map.size - 1, buckets };
}

export function* tableEntries<V>(map: TableMap<V>): Generator<readonly [string, V]> {
  for (const bucket of map.buckets) if (bucket) yield* bucket;
}

/** The entries that `old` does not have, or has with another value; shared buckets are passed over. */
export function* changedEntries<V>(
  map: TableMap<V>,
  old: TableMap<V> | undefined,
): Generator<readonly [string, V]> {
  for (const [i, bucket] of map.buckets.entries()) {
    const before = old?.buckets[i];
    if (!bucket || bucket === before) continue;
    for (const entry of bucket) if (before?.get(entry[0]) !== entry[1]) yield entry;
  }
}

/** All values, sorted by name (plain code-unit order). */
export function sortedTables<V>(map: TableMap<V>): V[] {
  return [...tableEntries(map)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
