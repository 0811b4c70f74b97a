import { sql } from 'kysely';
import type { CreateTable } from '../core/schema/statement';
import { parseStatement } from '../core/sql/parse';
import type { Catalog } from './catalog';
import type { ServerConnection } from './connect';

const PACKET = 500;

/**
 * The tables whose SHOW CREATE TABLE says what information_schema does not, or not truthfully (NORMAL-FORM 0.4 and
 * section 2, query 13): expressions on MySQL, parsers of full-text indexes, vector indexes, cut-off checks.
 */
export function tablesToShow(catalog: Catalog, vendor: 'mysql' | 'mariadb', hasChecks: boolean): string[] {
  const wanted = new Set<string>();
  const bases = new Set(catalog.tables.filter(isShown).map(({ t }) => t));
  for (const index of catalog.indexes)
    if (index.type === 'FULLTEXT' || index.type === 'VECTOR' || index.expr !== null) wanted.add(index.t);
  for (const check of catalog.checks) if (vendor === 'mysql' || check.expr.length === 64) wanted.add(check.t);
  for (const column of catalog.columns) {
    if (vendor === 'mysql') {
      const isExpression =
        /DEFAULT_GENERATED/i.test(column.extra) && !/^CURRENT_TIMESTAMP/i.test(column.def ?? '');
      // Bytes are cut at a zero, and what has no three-byte UTF-8 is a `?` here, but hexadecimal there.
      const isBytes =
        column.def !== null && (/^(?:var)?binary/i.test(column.type) || column.def.includes('?'));
      const isBlobDefault =
        /(?:text|blob|json)$/i.test(column.type) && /DEFAULT_GENERATED/i.test(column.extra);
      if (column.gen || isExpression || isBytes || isBlobDefault) wanted.add(column.t);
    } else if (!hasChecks) wanted.add(column.t);
  }
  return [...wanted].filter((name) => bases.has(name));
}

const isShown = ({ type }: { readonly type: string }): boolean =>
  type === 'BASE TABLE' || type === 'SYSTEM VERSIONED';

/** Reads and parses SHOW CREATE TABLE of these tables; a table that is gone meanwhile, or can't be read, is left out. */
export async function showCreate(
  connection: ServerConnection,
  database: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, CreateTable>> {
  const found = new Map<string, CreateTable>();
  const take = (text: string | undefined, name: string) => {
    const parsed = text === undefined ? null : parseStatement(text, connection.profile);
    if (parsed?.kind === 'createTable') found.set(name, parsed);
  };
  const size = connection.packets ? PACKET : 1;
  for (let at = 0; at < names.length; at += size) {
    const some = names.slice(at, at + size);
    const statements = some.map((name) => sql`show create table ${sql.id(database, name)}`);
    try {
      const { rows } = await sql<unknown>`${sql.join(statements, sql`; `)}`.execute(connection.db);
      const sets = some.length === 1 ? [rows] : (rows as readonly (readonly unknown[])[]);
      for (const [i, set] of sets.entries()) take(createText(set), some[i] as string);
    } catch (error) {
      if (!isMissing(error)) throw error;
      if (size === 1) continue;
      const rest = await showCreate({ ...connection, packets: false }, database, some);
      for (const [name, table] of rest) found.set(name, table);
    }
  }
  return found;
}

const createText = (rows: readonly unknown[]): string | undefined =>
  (rows[0] as Record<string, string> | undefined)?.['Create Table'];

const isMissing = (error: unknown): boolean =>
  ['ER_NO_SUCH_TABLE', 'ER_TABLEACCESS_DENIED_ERROR'].includes((error as { code?: string }).code ?? '');
