import type { Table } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import { tableDifferences, withTable } from '../schema/tableMap';
import { type Cell, cell, type Row } from './knownRows';
import { ANYTHING, EMPTY, type Rows, type TableRows } from './rows';

/** New rows with the numbers that AUTO_INCREMENT gives to them, and what it gives next. */
export interface Numbered {
  readonly rows: readonly Row[];
  readonly next: number | null;
}

/** The column that the server counts up, if there is one. */
export const countedColumn = (table: Table | undefined): string | null =>
  table?.columns.find((column) => column.autoIncrement)?.name ?? null;

/**
 * Numbers the rows of one INSERT. `given`: the columns that it names. InnoDB takes the numbers of all rows at once, so
 * where only some rows have one of their own, what comes next is not followed.
 */
export function numbered(
  table: Table | undefined,
  given: readonly string[],
  rows: readonly Row[],
  { next }: TableRows,
  { sqlMode }: ServerProfile,
): Numbered {
  const column = countedColumn(table);
  if (column === null) return { rows, next };
  const isGiven = given.some((name) => name.toLowerCase() === column.toLowerCase());
  const own = rows.map((row) => (isGiven ? cell(row, column) : null));
  const zeroAsks = !sqlMode.includes('NO_AUTO_VALUE_ON_ZERO');
  const asksForNumber = (value: Cell) => value === null || (zeroAsks && (value === 0 || value === '0'));
  if (own.every(asksForNumber)) {
    const first = next;
    if (first === null) return { rows: rows.map((row) => withCell(row, column, undefined)), next: null };
    return { rows: rows.map((row, i) => withCell(row, column, first + i)), next: first + rows.length };
  }
  const numbers = own.map((value) =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );
  if (next === null || !numbers.every((value) => typeof value === 'number' && value >= 0)) {
    const known = numbers.map((value, i) => (asksForNumber(own[i]) ? undefined : value));
    return { rows: rows.map((row, i) => withCell(row, column, known[i])), next: null };
  }
  return { rows, next: Math.max(next, ...numbers.map((value) => Number(value) + 1)) };
}

function withCell(row: Row, column: string, value: Cell): Row {
  return new Map([...row].map(([name, old]) => [name, name === column ? value : old]));
}

/** The rows of before, with the numbers that have been taken since: no rollback gives them back. */
export function rolledBack(before: Rows, now: Rows): Rows {
  const missing = before.base === 'nothing' ? EMPTY : ANYTHING;
  let { tables } = before;
  for (const [name, then = missing, since = missing] of tableDifferences(before.tables, now.tables)) {
    if (then.next !== since.next) tables = withTable(tables, name, { ...then, next: since.next });
  }
  return { ...before, tables };
}
