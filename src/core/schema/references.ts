import type { Check, ForeignKey, Schema, Table } from './model';
import { sameName } from './names';
import type { ServerProfile } from './server';
import type { TableMap } from './tableMap';

/** A foreign key together with the table that has it. */
export interface Reference {
  readonly child: Table;
  readonly foreignKey: ForeignKey;
}

/** What one bucket of tables says about names that count in the whole schema. */
interface Summary {
  /** By the parent's name in lower case. */
  readonly byParent: ReadonlyMap<string, readonly Reference[]>;
  /** By the constraint's name in lower case. */
  readonly foreignKeys: ReadonlyMap<string, Reference>;
  readonly checks: ReadonlyMap<string, { readonly table: Table; readonly check: Check }>;
}

type Bucket = ReadonlyMap<string, Table>;

/** Buckets never change, so what was found in one stays true: a statement makes at most a few new ones. */
const summaries = new WeakMap<Bucket, Summary>();

function summarise(bucket: Bucket): Summary {
  const known = summaries.get(bucket);
  if (known) return known;
  const byParent = new Map<string, Reference[]>();
  const foreignKeys = new Map<string, Reference>();
  const checks = new Map<string, { table: Table; check: Check }>();
  for (const table of bucket.values()) {
    for (const foreignKey of table.foreignKeys) {
      const reference = { child: table, foreignKey };
      foreignKeys.set(foreignKey.name.toLowerCase(), reference);
      if (foreignKey.referencedSchema !== null) continue;
      const parent = foreignKey.referencedTable.toLowerCase();
      const list = byParent.get(parent);
      if (list) list.push(reference);
      else byParent.set(parent, [reference]);
    }
    for (const check of table.checks)
      if (check.column === null) checks.set(check.name.toLowerCase(), { table, check });
  }
  const summary = { byParent, foreignKeys, checks };
  summaries.set(bucket, summary);
  return summary;
}

function* summariesOf(tables: TableMap<Table>): Generator<Summary> {
  for (const bucket of tables.buckets) if (bucket) yield summarise(bucket);
}

const sameTable = (server: ServerProfile, a: string, b: string) =>
  server.lowerCaseTableNames === 0 ? a === b : sameName(a, b);

/** The foreign keys that refer to the table of that name, its own among them, by child and constraint name. */
export function referencesTo(schema: Schema, server: ServerProfile, parent: string): readonly Reference[] {
  const found: Reference[] = [];
  const key = parent.toLowerCase();
  for (const summary of summariesOf(schema.tables)) {
    for (const reference of summary.byParent.get(key) ?? [])
      if (sameTable(server, reference.foreignKey.referencedTable, parent)) found.push(reference);
  }
  if (found.length > 1) found.sort((a, b) => order(a.child.name, b.child.name));
  return found;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Who has a foreign key of that name. */
export function foreignKeyNamed(schema: Schema, name: string): Reference | undefined {
  const key = name.toLowerCase();
  for (const summary of summariesOf(schema.tables)) {
    const found = summary.foreignKeys.get(key);
    if (found) return found;
  }
  return undefined;
}

/** Which table has a check of that name. */
export function checkNamed(schema: Schema, name: string): Table | undefined {
  const key = name.toLowerCase();
  for (const summary of summariesOf(schema.tables)) {
    const found = summary.checks.get(key);
    if (found) return found.table;
  }
  return undefined;
}
