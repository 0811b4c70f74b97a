import { findTable, tableKey } from '../schema/lookup';
import type { Index, Table } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { MadeValue } from '../schema/statement';
import { getTable, withoutTable, withTable } from '../schema/tableMap';
import {
  ANYTHING,
  type Cell,
  EMPTY,
  type OneOf,
  type Row,
  type Rows,
  type Stored,
  type TableRows,
} from './rows';
import type { Database } from './trace';

export type { Cell, Row, Stored } from './rows';

/** What is known of a table's rows; a view's or another database's rows are never known. */
export function rowsOf(database: Database, name: string): TableRows {
  const known = getTable(database.rows.tables, tableKey(database.server, name));
  if (known) return known;
  if (database.rows.base === 'anything') return ANYTHING;
  const table = findTable(database.schema, database.server, name);
  return table && !table.taint ? EMPTY : ANYTHING;
}

export function withRows(rows: Rows, server: ServerProfile, name: string, known: TableRows): Rows {
  return { ...rows, tables: withTable(rows.tables, tableKey(server, name), known) };
}

export function withoutRows(rows: Rows, server: ServerProfile, name: string): Rows {
  const tables = withoutTable(rows.tables, tableKey(server, name));
  return tables === rows.tables ? rows : { ...rows, tables };
}

/** Surely no rows. */
export const isEmpty = ({ rows, maybe, uncertain }: TableRows): boolean =>
  rows.length === 0 && maybe.length === 0 && !uncertain;

/** A new row as the server stores it: what was not given has its default. */
export function completeRow(table: Table | undefined, given: Row): Row {
  if (!table) return given;
  const row = new Map<string, Stored>();
  const byName = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  for (const column of table.columns) {
    const name = column.name.toLowerCase();
    if (byName.has(name)) row.set(column.name, byName.get(name));
    else if (column.autoIncrement || column.generated) row.set(column.name, undefined);
    else if (column.default?.kind === 'literal') row.set(column.name, column.default.value);
    else row.set(column.name, column.default || !column.nullable ? undefined : null);
  }
  return row;
}

/** The unique indexes whose every part is a whole column. */
export function uniqueIndexes(table: Table): readonly Index[] {
  return table.indexes.filter(
    (index) =>
      (index.kind === 'unique' || index.kind === 'primary') &&
      !index.taint &&
      index.parts.every((part) => 'column' in part && part.length === null),
  );
}

/** A row's values in an index: what is known, or is the same wherever it is the same object. */
export type Key = readonly (string | number | MadeValue)[];

/**
 * The row's values in the index, or null where one is NULL or not known: such rows never collide, or can't be told to.
 * `supposing`: values that are made are not NULL.
 */
export function keyOf(index: Index, row: Row, supposing = false): Key | null {
  const values: (string | number | MadeValue)[] = [];
  for (const part of index.parts) {
    const value = 'column' in part ? stored(row, part.column) : undefined;
    if (value === null || value === undefined || isOneOf(value)) return null;
    if (isMade(value) && !value.isThere && !supposing) return null;
    values.push(value);
  }
  return values;
}

/** Has the row a value there? False: NULL; null: nobody knows. */
export function isThere(row: Row, column: string): boolean | null {
  const value = stored(row, column);
  if (value === undefined) return null;
  if (isMade(value)) return value.isThere || null;
  if (!isOneOf(value)) return value !== null;
  return value.oneOf.includes(null) ? null : true;
}

/** The row's value; undefined where it isn't known. */
export function cell(row: Row, column: string): Cell {
  return plain(stored(row, column));
}

/** A stored value where only one that is known is of use. */
export const plain = (value: Stored): Cell =>
  typeof value === 'object' && value !== null ? undefined : value;

/** The values one of which the row has there; null where there may be any. */
export const choices = (row: Row, column: string): OneOf['oneOf'] | null => choicesOf(stored(row, column));

/** The same of a stored value. */
export function choicesOf(value: Stored): OneOf['oneOf'] | null {
  if (isOneOf(value)) return value.oneOf;
  return value === undefined || isMade(value) ? null : [value];
}

/** A value that may be one of more than so many is not followed. */
const MOST_CHOICES = 16;

/** The value that is one of these or one of those; null: any. */
export function eitherOf(a: OneOf['oneOf'] | null, b: OneOf['oneOf'] | null): Cell | OneOf {
  if (!a || !b) return undefined;
  const all = [...new Set([...a, ...b])];
  if (all.length === 1) return all[0];
  return all.length <= MOST_CHOICES ? { oneOf: all } : undefined;
}

const isOneOf = (value: Stored): value is OneOf =>
  typeof value === 'object' && value !== null && 'oneOf' in value;

export const isMade = (value: Stored): value is MadeValue =>
  typeof value === 'object' && value !== null && 'token' in value;

function stored(row: Row, column: string): Stored {
  if (row.has(column)) return row.get(column);
  const lower = column.toLowerCase();
  for (const [name, value] of row) if (name.toLowerCase() === lower) return value;
  return undefined;
}

/** Do two keys collide for the server? Text without regard to case and trailing spaces where the collation says so. */
export function sameKey(table: Table, index: Index, a: Key, b: Key): boolean {
  return index.parts.every((part, i) => {
    const column = 'column' in part ? table.columns.find((each) => each.name === part.column) : undefined;
    const ignoresCase = column?.collation?.endsWith('_ci') ?? false;
    const [mine, theirs] = [a[i], b[i]];
    if (isMade(mine) || isMade(theirs)) return isMade(mine) && isMade(theirs) && mine.token === theirs.token;
    const fold = (value: string | number | undefined) => {
      const text = String(value);
      return ignoresCase ? text.toLowerCase() : text;
    };
    return fold(mine) === fold(theirs);
  });
}
