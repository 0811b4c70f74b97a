import type { ForeignKey, Schema, Table } from './model';
import { sameName } from './names';
import type { ServerProfile } from './server';
import type { TableMap } from './tableMap';

/** A foreign key together with the table that has it. */
export interface Reference {
  readonly child: Table;
  readonly foreignKey: ForeignKey;
}

type Bucket = ReadonlyMap<string, Table>;
type ByName<V> = ReadonlyMap<string, V>;

/** Remembers what was found in a bucket: buckets never change, and a statement makes at most a few new ones. */
function perBucket<V>(find: (bucket: Bucket) => ByName<V>): (bucket: Bucket) => ByName<V> {
  const known = new WeakMap<Bucket, ByName<V>>();
  return (bucket) => {
    let found = known.get(bucket);
    if (!found) {
      found = find(bucket);
      known.set(bucket, found);
    }
    return found;
  };
}

/** By the parent's name in lower case. */
const byParent = perBucket((bucket) => {
  const found = new Map<string, Reference[]>();
  for (const child of bucket.values()) {
    for (const foreignKey of child.foreignKeys) {
      if (foreignKey.referencedSchema !== null) continue;
      const parent = foreignKey.referencedTable.toLowerCase();
      const list = found.get(parent);
      if (list) list.push({ child, foreignKey });
      else found.set(parent, [{ child, foreignKey }]);
    }
  }
  return found;
});

/** By the constraint's name in lower case. */
const byName = perBucket((bucket) => {
  const found = new Map<string, Reference>();
  for (const child of bucket.values())
    for (const foreignKey of child.foreignKeys)
      found.set(foreignKey.name.toLowerCase(), { child, foreignKey });
  return found;
});

const byCheck = perBucket((bucket) => {
  const found = new Map<string, Table>();
  for (const table of bucket.values())
    for (const check of table.checks) if (check.column === null) found.set(check.name.toLowerCase(), table);
  return found;
});

/** The first bucket's answer. */
function firstIn<V>(
  tables: TableMap<Table>,
  look: (bucket: Bucket) => ByName<V>,
  name: string,
): V | undefined {
  const key = name.toLowerCase();
  for (const bucket of tables.buckets) {
    const found = bucket && look(bucket).get(key);
    if (found) return found;
  }
  return undefined;
}

const sameTable = (server: ServerProfile, a: string, b: string) =>
  server.lowerCaseTableNames === 0 ? a === b : sameName(a, b);

/** The foreign keys that refer to the table of that name, its own among them, by child and constraint name. */
export function referencesTo(schema: Schema, server: ServerProfile, parent: string): readonly Reference[] {
  const found: Reference[] = [];
  const key = parent.toLowerCase();
  for (const bucket of schema.tables.buckets) {
    const references = bucket && byParent(bucket).get(key);
    if (!references) continue;
    for (const reference of references)
      if (sameTable(server, reference.foreignKey.referencedTable, parent)) found.push(reference);
  }
  if (found.length > 1)
    found.sort((a, b) => order(a.child.name, b.child.name) || order(a.foreignKey.name, b.foreignKey.name));
  return found;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Who has a foreign key of that name. */
export function foreignKeyNamed(schema: Schema, name: string): Reference | undefined {
  return firstIn(schema.tables, byName, name);
}

/** Which table has a check of that name. */
export function checkNamed(schema: Schema, name: string): Table | undefined {
  return firstIn(schema.tables, byCheck, name);
}
