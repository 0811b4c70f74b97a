import type { MadeValue } from '../schema/statement';
import { emptyTableMap, type TableMap } from '../schema/tableMap';

/** A value of a row; undefined where it isn't known. */
export type Cell = string | number | null | undefined;

/** A value that isn't known, but is surely one of these: runs that went different ways wrote them. */
export interface OneOf {
  readonly oneOf: readonly (string | number | null)[];
}

/** What a row keeps of a value. */
export type Stored = Cell | OneOf | MadeValue;

/** Column name to value. Read one with `cell`, `choices` or `isThere`. */
export type Row = ReadonlyMap<string, Stored>;

/**
 * What is known of a database's rows, by table name.
 * `nothing`: a fresh database: a table without an entry is empty. `anything`: a dump or a live server: rows are unknown.
 */
export interface Rows {
  readonly base: 'nothing' | 'anything';
  readonly tables: TableMap<TableRows>;
}

/** No row is left that has the value in the column. */
export interface Gone {
  readonly column: string;
  readonly value: string | number;
}

export interface TableRows {
  /** The rows that are there, in the order they came. */
  readonly rows: readonly Row[];
  /** Rows that may be there as well. */
  readonly maybe: readonly Row[];
  /** True where there may be still others. */
  readonly uncertain: boolean;
  /** What those others surely do not have: a DELETE took all rows with that value. */
  readonly gone?: readonly Gone[];
  /** The value that AUTO_INCREMENT gives next; null where it isn't known. */
  readonly next: number | null;
}

export const EMPTY: TableRows = { rows: [], maybe: [], uncertain: false, next: 1 };
export const ANYTHING: TableRows = { rows: [], maybe: [], uncertain: true, next: null };

export const NO_ROWS: Rows = { base: 'nothing', tables: emptyTableMap() };
export const ANY_ROWS: Rows = { base: 'anything', tables: emptyTableMap() };
