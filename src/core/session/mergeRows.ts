import { tableDifferences, withTable } from '../schema/tableMap';
import { choices, eitherOf, isMade } from './knownRows';
import { ANYTHING, EMPTY, type Gone, type Row, type Rows, type Stored, type TableRows } from './rows';

/** The rows after one of two runs, nobody knows which. */
export function mergeRows(a: Rows, b: Rows): Rows {
  if (a === b) return a;
  const missing = a.base === 'nothing' ? EMPTY : ANYTHING;
  let { tables } = a;
  for (const [name, mine = missing, theirs = missing] of tableDifferences(a.tables, b.tables))
    tables = withTable(tables, name, mergeTableRows(mine, theirs));
  return { base: a.base, tables };
}

/**
 * Each row of one run is taken for one of the other, in order; where their values differ the row is there with one of
 * the two. Rows that only one run has may be there.
 */
function mergeTableRows(a: TableRows, b: TableRows): TableRows {
  const shorter = Math.min(a.rows.length, b.rows.length);
  let start = 0;
  while (start < shorter && sameRow(a.rows[start], b.rows[start])) start++;
  let end = 0;
  while (end < shorter - start && sameRow(a.rows.at(-1 - end), b.rows.at(-1 - end))) end++;
  const mine = a.rows.slice(start, a.rows.length - end);
  const theirs = b.rows.slice(start, b.rows.length - end);
  const both = mine.slice(0, theirs.length).map((row, i) => mergedRow(row, theirs[i] as Row));
  const maybe = [...mine.slice(both.length), ...theirs.slice(both.length), ...a.maybe];
  return {
    rows: [...a.rows.slice(0, start), ...both, ...a.rows.slice(a.rows.length - end)],
    maybe: [...maybe, ...b.maybe.filter((row) => !maybe.some((other) => sameRow(row, other)))],
    uncertain: a.uncertain || b.uncertain,
    gone: stillGone(a, b),
    next: a.next === b.next ? a.next : null,
  };
}

/** What neither has among the rows that aren't known; one that has no such rows lacks everything. */
function stillGone(a: TableRows, b: TableRows): TableRows['gone'] {
  if (!a.uncertain || !b.uncertain) return a.uncertain ? a.gone : b.gone;
  const isGone = ({ column, value }: Gone) =>
    b.gone?.some((other) => other.column === column && other.value === value);
  return a.gone?.filter(isGone);
}

function sameRow(a: Row | undefined, b: Row | undefined): boolean {
  if (a === b) return true;
  if (a?.size !== b?.size) return false;
  for (const [name, value] of a ?? []) if (!b?.has(name) || !sameValue(b.get(name), value)) return false;
  return true;
}

/** What each of two runs makes is another value each time, but as little known. */
const sameValue = (a: Stored, b: Stored): boolean =>
  a === b || (isMade(a) && isMade(b) && a.isThere === b.isThere);

function mergedRow(a: Row, b: Row): Row {
  const names = new Set([...a.keys(), ...b.keys()]);
  return new Map([...names].map((name) => [name, mergedValue(a, b, name)]));
}

function mergedValue(a: Row, b: Row, name: string): Stored {
  if (sameValue(a.get(name), b.get(name))) return a.get(name);
  const mine = a.has(name) ? choices(a, name) : null;
  const theirs = b.has(name) ? choices(b, name) : null;
  return eitherOf(mine, theirs);
}
