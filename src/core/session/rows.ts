import { emptyTableMap, type TableMap } from '../schema/tableMap';

/**
 * What is known of a database's rows, by table name.
 * `nothing`: a fresh database: a table without an entry is empty. `anything`: a dump or a live server: rows are unknown.
 */
export interface Rows {
  readonly base: 'nothing' | 'anything';
  readonly tables: TableMap<TableRows>;
}

export interface TableRows {
  /** The rows that are there, in the order they came; column name to value, undefined where the value isn't known. */
  readonly rows: readonly ReadonlyMap<string, string | number | null | undefined>[];
  /** Rows that may be there as well. */
  readonly maybe: readonly ReadonlyMap<string, string | number | null | undefined>[];
  /** True where there may be still others. */
  readonly uncertain: boolean;
  /** The value that AUTO_INCREMENT gives next; null where it isn't known. */
  readonly next: number | null;
}

export const EMPTY: TableRows = { rows: [], maybe: [], uncertain: false, next: 1 };
export const ANYTHING: TableRows = { rows: [], maybe: [], uncertain: true, next: null };

export const NO_ROWS: Rows = { base: 'nothing', tables: emptyTableMap() };
export const ANY_ROWS: Rows = { base: 'anything', tables: emptyTableMap() };
