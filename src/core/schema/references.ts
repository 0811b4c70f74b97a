import type { Check, ForeignKey, Schema, Table } from './model';
import { sameName } from './names';
import type { ServerProfile } from './server';
import { emptyTableMap, getTable, type TableMap, tableEntries, watched, withTable } from './tableMap';

/** A foreign key together with the table that has it. */
export interface Reference {
  readonly child: Table;
  readonly foreignKey: ForeignKey;
}

/** Where constraints are, by names in lower case: keys of the tables that have them. */
interface Constraints {
  /** Foreign keys by their parent. */
  readonly parents: Keys;
  readonly foreignKeys: Keys;
  readonly checks: Keys;
}

type Keys = TableMap<readonly string[]>;

const NONE: Constraints = {
  parents: emptyTableMap(),
  foreignKeys: emptyTableMap(),
  checks: emptyTableMap(),
};

function constraintsOf(tables: TableMap<Table>): Constraints {
  if (tables.notes.constraints) return tables.notes.constraints as Constraints;
  let found = NONE;
  for (const [key, table] of tableEntries(watched(tables, null))) found = moved(found, key, undefined, table);
  tables.notes.constraints = found;
  return found;
}

/** What is known of a map still serves after one of its tables changed. */
export function carryConstraints(
  before: TableMap<Table>,
  after: TableMap<Table>,
  key: string,
  old: Table | undefined,
  now: Table | undefined,
): void {
  const found = before.notes.constraints as Constraints | undefined;
  if (found) after.notes.constraints = moved(found, key, old, now);
}

function moved(found: Constraints, key: string, old: Table | undefined, now: Table | undefined): Constraints {
  const [oldKeys, keys] = [old?.foreignKeys ?? [], now?.foreignKeys ?? []];
  const [oldChecks, checks] = [old?.checks ?? [], now?.checks ?? []];
  const sameKeys = sameItems(oldKeys, keys);
  const sameChecks = sameItems(oldChecks, checks);
  if (sameKeys && sameChecks) return found;
  return {
    parents: sameKeys ? found.parents : renamed(found.parents, key, parentsOf(oldKeys), parentsOf(keys)),
    foreignKeys: sameKeys ? found.foreignKeys : renamed(found.foreignKeys, key, named(oldKeys), named(keys)),
    checks: sameChecks
      ? found.checks
      : renamed(found.checks, key, named(oldChecks.filter(isTables)), named(checks.filter(isTables))),
  };
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** MariaDB's unnamed column checks have no name of their own. */
const isTables = (check: Check) => check.column === null;

const named = (items: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ name }) => name.toLowerCase()));

/** The own database's tables that foreign keys refer to, in lower case. */
export const parentsOf = (keys: readonly ForeignKey[]): ReadonlySet<string> =>
  new Set(
    keys.filter((key) => key.referencedSchema === null).map((key) => key.referencedTable.toLowerCase()),
  );

function renamed(keys: Keys, key: string, old: ReadonlySet<string>, now: ReadonlySet<string>): Keys {
  let after = keys;
  for (const name of old)
    if (!now.has(name))
      after = withTable(
        after,
        name,
        (getTable(after, name) ?? []).filter((each) => each !== key),
      );
  for (const name of now)
    if (!old.has(name)) after = withTable(after, name, [...(getTable(after, name) ?? []), key]);
  return after;
}

/** The tables that have a constraint of that name. */
function tablesWith({ tables }: Schema, of: keyof Constraints, name: string): readonly Table[] {
  const lower = name.toLowerCase();
  tables.watch?.(lower, ASKED[of]);
  const keys = getTable(constraintsOf(tables)[of], lower) ?? [];
  return keys.flatMap((key) => getTable(tables, key) ?? []);
}

const ASKED = { parents: 'parent', foreignKeys: 'foreignKey', checks: 'check' } as const;

const sameTable = (server: ServerProfile, a: string, b: string) =>
  server.lowerCaseTableNames === 0 ? a === b : sameName(a, b);

/** The foreign keys that refer to the table of that name, its own among them, by child and constraint name. */
export function referencesTo(schema: Schema, server: ServerProfile, parent: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const child of tablesWith(schema, 'parents', parent))
    for (const foreignKey of child.foreignKeys)
      if (foreignKey.referencedSchema === null && sameTable(server, foreignKey.referencedTable, parent))
        found.push({ child, foreignKey });
  if (found.length > 1)
    // MariaDB goes by the constraints' names, MySQL by the tables'.
    found.sort((a, b) => {
      const byTable = server.vendor === 'mysql' ? order(a.child.name, b.child.name) : 0;
      return byTable || order(a.foreignKey.name, b.foreignKey.name);
    });
  return found;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Who has a foreign key of that name. */
export function foreignKeyNamed(schema: Schema, name: string): Reference | undefined {
  const lower = name.toLowerCase();
  for (const child of tablesWith(schema, 'foreignKeys', name))
    for (const foreignKey of child.foreignKeys)
      if (foreignKey.name.toLowerCase() === lower) return { child, foreignKey };
  return undefined;
}

/** Which table has a check of that name. */
export function checkNamed(schema: Schema, name: string): Table | undefined {
  return tablesWith(schema, 'checks', name)[0];
}
