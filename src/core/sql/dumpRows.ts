import type { Statement } from '../schema/statement';

/** A row of Laravel's migrations table. */
export interface MigrationRow {
  readonly name: string;
  readonly batch: number | null;
}

const INSERT =
  /^(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?(?:[`"]?[^`"\s.(]+[`"]?\s*\.\s*)?(?:`([^`]+)`|"([^"]+)"|([^\s`"(.]+))/i;

/** The table that an INSERT or REPLACE writes to, from its first few words; null for every other statement. */
export function insertedTable(sql: string): string | null {
  const code = sql.charCodeAt(0) | 32;
  if (code !== 105 && code !== 114) return null;
  const found = INSERT.exec(sql.slice(0, 400));
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

/**
 * The rows that an INSERT into the migrations table adds. `columns`: the table's columns in order, for INSERTs that
 * name none; without them Laravel's own order (id, migration, batch) counts.
 */
export function migrationRows(insert: Statement, columns: readonly string[] | null): MigrationRow[] {
  if (insert.kind !== 'data' || !insert.insert) return [];
  const names = (insert.insert.columns ?? columns ?? ['id', 'migration', 'batch']).map((name) =>
    name.toLowerCase(),
  );
  const name = names.indexOf('migration');
  const batch = names.indexOf('batch');
  return insert.insert.rows.flatMap((row) => {
    const value = row[name];
    if (typeof value !== 'string') return [];
    const number = Number(row[batch] ?? Number.NaN);
    return [{ name: value, batch: Number.isFinite(number) ? number : null }];
  });
}
