import { canonicalCharset, canonicalCollation } from '../core/schema/charsets';
import { emptySchema } from '../core/schema/empty';
import { tableKey } from '../core/schema/lookup';
import type { Schema, Table, View } from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import { tableMapOf } from '../core/schema/tableMap';
import { parseSelect } from '../core/sql/view';
import { type Catalog, readCatalog } from './catalog';
import type { ServerConnection } from './connect';
import { byTable } from './group';
import { showCreate, tablesToShow } from './showCreate';
import { tableFromRows } from './tableFromRows';
import { tornTables } from './tornTables';

export interface Snapshot {
  readonly schema: Schema;
  readonly server: ServerProfile;
  /** What the account may not see, as sentences for a person. */
  readonly limits: readonly string[];
}

/**
 * Reads a whole database: ten queries whatever its size, and SHOW CREATE TABLE for the tables where information_schema
 * is not enough. Null if the server has no such database, or hides it.
 */
export async function introspect(
  connection: ServerConnection,
  database: string = connection.database,
): Promise<Snapshot | null> {
  let catalog = await readCatalog(connection, database);
  let torn = tornTables(catalog);
  // information_schema is no consistent view: DDL in between shows half a table. Once more, then it is in doubt.
  if (torn.size > 0) {
    catalog = await readCatalog(connection, database);
    torn = tornTables(catalog);
  }
  if (!catalog.schema) return null;
  const server = { ...connection.profile, database };
  const hasChecks = server.vendor === 'mysql' || catalog.checks.length > 0 || isSince(server, 100_222);
  const shown = await showCreate(connection, database, tablesToShow(catalog, server.vendor, hasChecks));

  const columns = byTable(catalog.columns);
  const indexes = byTable(catalog.indexes);
  const keyColumns = byTable(catalog.keyColumns);
  const rules = byTable(catalog.rules);
  const checks = byTable(catalog.checks);
  const partitions = byTable(catalog.partitions);
  const tables: [string, Table][] = [];
  for (const table of catalog.tables) {
    if (table.type !== 'BASE TABLE' && table.type !== 'SYSTEM VERSIONED') continue;
    const rows = {
      table,
      columns: columns.get(table.t) ?? [],
      indexes: indexes.get(table.t) ?? [],
      keyColumns: keyColumns.get(table.t) ?? [],
      rules: rules.get(table.t) ?? [],
      checks: checks.get(table.t) ?? [],
      partitions: partitions.get(table.t) ?? [],
      shown: shown.get(table.t) ?? null,
    };
    const reason = torn.has(table.t)
      ? `the table "${table.t}" was being changed while it was read`
      : table.engine === null
        ? `the server has no engine for the table "${table.t}": it is damaged, or its engine is not loaded`
        : null;
    const read = tableFromRows(rows, database, server);
    tables.push([
      tableKey(server, table.t),
      reason === null ? read : { ...read, taint: { reason, origin: null } },
    ]);
  }
  const views = catalog.views.map((row): [string, View] => {
    const names = [...(columns.get(row.t) ?? [])].sort((a, b) => a.pos - b.pos).map(({ name }) => name);
    const select = row.def === '' ? HIDDEN : parseSelect(row.def, server, names);
    return [tableKey(server, row.t), { name: row.t, ...select, taint: null, origin: null }];
  });
  const schema: Schema = {
    ...emptySchema(canonicalCharset(catalog.schema.charset), canonicalCollation(catalog.schema.collation)),
    tables: tableMapOf(tables),
    views: tableMapOf(views),
  };
  return { schema, server, limits: limitsOf(catalog) };
}

/** Without SHOW VIEW the text is empty. */
const HIDDEN = { sql: null, unread: false } as const;

function isSince({ version: [major, minor, patch] }: ServerProfile, number: number): boolean {
  return major * 10_000 + minor * 100 + patch >= number;
}

/** NORMAL-FORM 0.3: a MariaDB account with SELECT only sees no rules, and nobody sees view bodies without SHOW VIEW. */
function limitsOf(catalog: Catalog): string[] {
  const limits: string[] = [];
  const known = new Set(catalog.rules.map(({ t, name }) => `${t}\0${name}`));
  if (catalog.keyColumns.some(({ t, name }) => !known.has(`${t}\0${name}`)))
    limits.push('ON DELETE and ON UPDATE of foreign keys are hidden from this account: grant it REFERENCES.');
  if (catalog.views.some(({ def }) => def === ''))
    limits.push('The text of views is hidden from this account: grant it SHOW VIEW.');
  return limits;
}
