import { serverError } from './errors';
import { supports } from './flavour';
import {
  checkNameLength,
  findPermanent,
  findTable,
  findView,
  isForeign,
  isSameTable,
  openTable,
  qualified,
  removeTable,
  tableKey,
} from './lookup';
import type { ForeignKey, Schema, Table, TableName } from './model';
import { type Reference, referencesTo } from './references';
import { doubt, type Run, refuse, warn } from './run';
import type { ServerError } from './server';
import type { Statement } from './statement';

type DropTable = Extract<Statement, { readonly kind: 'dropTable' }>;

/** What is left after a statement that may do a part of its work and then complain. */
export interface Partly {
  readonly schema: Schema;
  readonly error: ServerError | null;
}

/** DROP TABLE: all or none where DDL is atomic; else those that can go are gone, then the complaint. */
export function dropTables(run: Run, schema: Schema, statement: DropTable): Partly {
  const atomic = supports.atomicDdl(run.server);
  for (const { name } of statement.tables) checkNameLength(run, name);
  checkDistinct(run, statement.tables);
  const missing: string[] = [];
  const going: Table[] = [];
  let view: string | null = null;
  for (const name of statement.tables) {
    const table = dropped(run, schema, name, statement.temporary);
    if (table) {
      if (table.taint) doubt(run, table.taint.reason);
      going.push(table);
      continue;
    }
    if (isForeign(run.server, name)) doubt(run, `${qualified(run.server, name)} is in another database`);
    else if (schema.taint) doubt(run, schema.taint.reason);
    else {
      if (findView(schema, run.server, name.name)) view ??= qualified(run.server, name);
      missing.push(qualified(run.server, name));
    }
  }
  if (missing.length && statement.ifExists)
    for (const name of missing) warn(run, name === view ? 'dropTableIsView' : 'unknownTable', [name]);
  const fails = missing.length > 0 && !statement.ifExists;
  const complaint =
    view !== null && run.server.vendor === 'mariadb'
      ? serverError(run.server, 'dropTableIsView', [view])
      : serverError(run.server, 'unknownTable', [missing.join(',')]);
  if (fails && atomic) return { schema, error: complaint };
  return removeAll(run, schema, going, fails ? complaint : null, atomic);
}

function checkDistinct(run: Run, names: readonly TableName[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = `${name.schema ?? run.server.database}.${tableKey(run.server, name.name)}`;
    if (seen.has(key)) refuse(run, 'notUniqueTable', [name.name]);
    seen.add(key);
  }
}

function dropped(run: Run, schema: Schema, name: TableName, temporary: boolean): Table | undefined {
  if (isForeign(run.server, name)) return undefined;
  const table = findTable(schema, run.server, name.name);
  return temporary && !table?.temporary ? undefined : table;
}

/** Where DDL is not atomic the tables that may go are gone, and a foreign key is complained of before a name. */
function removeAll(
  run: Run,
  schema: Schema,
  going: readonly Table[],
  complaint: ServerError | null,
  atomic: boolean,
): Partly {
  let after = schema;
  let error: ServerError | null = null;
  for (const table of going) {
    const reference = table.temporary
      ? undefined
      : blocking(run, atomic ? schema : after, table, going, atomic);
    if (!reference) {
      after = removeTable(after, run.server, table);
      continue;
    }
    error ??= serverError(run.server, 'dropParentTable', [
      table.name,
      reference.foreignKey.name,
      reference.child.name,
    ]);
    if (atomic) return { schema, error };
  }
  return { schema: after, error: error ?? complaint };
}

/** The foreign key of another table that keeps this one from being dropped. */
export function blocking(
  run: Run,
  schema: Schema,
  table: Table,
  going: readonly Table[],
  atomic: boolean,
): Reference | undefined {
  if (!run.server.foreignKeyChecks) return undefined;
  for (const reference of referencesTo(schema, run.server, table.name)) {
    if (isSameTable(run.server, reference.child.name, table.name)) continue;
    if (atomic && going.includes(reference.child)) continue;
    const taint = reference.child.taint ?? reference.foreignKey.taint;
    if (taint) doubt(run, taint.reason);
    else return reference;
  }
  return undefined;
}

/** TRUNCATE changes no schema, but is refused for a table that another refers to. */
export function truncate(run: Run, schema: Schema, name: TableName): Schema {
  const { server } = run;
  if (findView(schema, server, name.name) && !findPermanent(schema, server, name.name))
    refuse(run, 'noSuchTable', [qualified(server, name)]);
  const table = openTable(run, schema, name);
  if (!table || table.temporary || !server.foreignKeyChecks) return schema;
  const reference = referencesTo(schema, server, table.name).find(
    ({ child }) => !isSameTable(server, child.name, table.name),
  );
  if (!reference) return schema;
  if (reference.child.taint) doubt(run, reference.child.taint.reason);
  else refuse(run, 'truncateParent', [describe(run, reference.child, reference.foreignKey)]);
  return schema;
}

/** The foreign key as 1701 quotes it: MariaDB and MySQL 5.7 print all of it, MySQL 8 its name. */
function describe(run: Run, child: Table, key: ForeignKey): string {
  const { server } = run;
  const q = (name: string) => `\`${name}\``;
  const list = (names: readonly string[]) => names.map(q).join(', ');
  const head = `${q(server.database)}.${q(child.name)}, CONSTRAINT ${q(key.name)}`;
  if (supports.atomicDdl(server)) return head;
  const parent = `${q(key.referencedSchema ?? server.database)}.${q(key.referencedTable)}`;
  return `${head} FOREIGN KEY (${list(key.columns)}) REFERENCES ${parent} (${list(key.referencedColumns)})`;
}
