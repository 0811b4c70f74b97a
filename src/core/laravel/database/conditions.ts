import { parseMoment } from '../../php/moments';
import { isArray, isFloat, isObject, isUnknown, type Value } from '../../php/values';
import { fitsWildcards, type WildcardPart } from '../../php/wildcards';
import { type Cell, cell, choices, isThere, type Row, type Stored } from '../../session/knownRows';
import { expressionOf } from '../schema/wrap';
import { boundMoment } from '../support/carbon';
import type { Condition, Sort } from './queryState';
import type { QueryText } from './queryText';

/** Whether a literal row fulfils a condition; null where that can't be told. SQL's three values: NULL is no match. */
export function matches(row: Row, condition: Condition): boolean | null {
  if (condition.isElsewhere) return true;
  const values = choices(row, condition.column);
  if (values === null) {
    const there = /null$/.test(condition.operator) ? isThere(row, condition.column) : null;
    return there === null ? null : there === (condition.operator === 'not null');
  }
  const answers = new Set(values.map((value) => fulfils(value, condition)));
  return answers.size === 1 ? [...answers][0]! : null;
}

function fulfils(value: string | number | null, { operator, values }: Condition): boolean | null {
  if (operator === 'null') return value === null;
  if (operator === 'not null') return value !== null;
  if (value === null) return false;
  const wanted = values.map(cellOf);
  if (wanted.includes(undefined)) return null;
  switch (operator) {
    case '=':
      return equal(value, wanted[0] ?? null);
    case '!=':
      return wanted[0] === null ? false : !equal(value, wanted[0] ?? null);
    case 'in':
      return wanted.some((each) => equal(value, each ?? null));
    case 'not in':
      return wanted.includes(null) ? false : !wanted.some((each) => equal(value, each ?? null));
    default:
      return ordered(value, wanted[0] ?? null, operator);
  }
}

/** The conditions and other narrowings of a query. */
interface Where {
  readonly conditions: readonly Condition[];
  readonly text: Pick<QueryText, 'clauses'>;
}

/** Whether a row fulfils a whole WHERE: all between two `or`, or all between two others. Null where that can't be told. */
export function matchesWhere(row: Row, { conditions, text }: Where): boolean | null {
  if (text.clauses.length === 0) return matchesAll(row, conditions);
  const parts = [
    ...text.clauses.map((each) => ({ at: each.at - 0.5, or: each.sql.startsWith('or '), test: each.test })),
    ...conditions.map((each, at) => ({ at, or: false, test: (one: Row) => matches(one, each) })),
  ].sort((a, b) => a.at - b.at);
  let some: boolean | null = false;
  let all: boolean | null = true;
  for (const { or, test } of parts) {
    if (or && parts[0]?.at !== undefined && test !== parts[0].test) {
      some = either(some, all);
      all = true;
    }
    all = both(all, test ? test(row) : true);
  }
  return either(some, all);
}

const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;

const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

/** Whether a text is like a pattern, without regard to case as by the usual collations. NULL is like nothing. */
function isLike(row: Row, column: string, pattern: string): boolean | null {
  const value = cell(row, column);
  if (value === undefined) return null;
  if (value === null) return false;
  const [text, wanted] = [String(value), pattern];
  // Letters beyond ASCII compare in ways of their own, and a backslash escapes.
  if (!/^[\n -~]*$/.test(text + wanted) || wanted.includes('\\')) return null;
  const parts = [...wanted.toLowerCase()].map(
    (char): WildcardPart => (char === '%' ? 'many' : char === '_' ? 'one' : { char }),
  );
  return fitsWildcards(parts, text.toLowerCase());
}

/** What tells whether a row's value is like a pattern, or (`not`) unlike it. */
export const likeTest =
  (column: string, pattern: string, not: boolean) =>
  (row: Row): boolean | null => {
    const found = isLike(row, column, pattern);
    return found === null || !not ? found : cell(row, column) !== null && !found;
  };

/** Need not all conditions hold, since there is an `or`? */
export const hasAlternatives = ({ text }: Where): boolean =>
  text.clauses.some(({ sql }) => sql.startsWith('or '));

/** All conditions of a row. */
export function matchesAll(row: Row, conditions: readonly Condition[]): boolean | null {
  let result: boolean | null = true;
  for (const condition of conditions) {
    const answer = matches(row, condition);
    if (answer === false) return false;
    if (answer === null) result = null;
  }
  return result;
}

/** Are a text or number and a value of a row the same to the server? NULL and what isn't known are not. */
export function equal(a: string | number, b: Cell): boolean {
  if (b === null || b === undefined) return false;
  if (typeof a === 'number' || typeof b === 'number') return Number(a) === Number(b);
  // Text compares without regard to case and trailing spaces by the usual collations.
  return a.trimEnd().toLowerCase() === b.trimEnd().toLowerCase();
}

const isMoment = (value: Cell) => typeof value === 'string' && parseMoment(value) !== null;

/** What tells the order of a number, or of a moment as text. */
const orderOf = (value: Cell): number =>
  isMoment(value) ? (parseMoment(String(value))?.ms ?? Number.NaN) : Number(value);

function ordered(a: string | number, b: Cell, operator: '<' | '<=' | '>' | '>='): boolean | null {
  if (b === null || b === undefined) return false;
  const [left, right] = [a, b].map(orderOf) as [number, number];
  const isComparable = isMoment(a) === isMoment(b) && !Number.isNaN(left) && !Number.isNaN(right);
  if (!isComparable) return null;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** A PHP value as a row keeps it; undefined where it is no literal. */
export function cellOf(value: Value): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isFloat(value)) return value.value;
  return boundMoment(value) ?? undefined;
}

/** A PHP value as a row keeps it, also where nobody knows it: the same `token` stands for the same value. */
export function storedOf(value: Value, token: object): Stored {
  const known = cellOf(value);
  if (known !== undefined || isArray(value) || expressionOf(value)) return known;
  if (isUnknown(value) && value.oneOf) return { oneOf: value.oneOf };
  return {
    token,
    isThere: isObject(value) || (isUnknown(value) && (value.truthy ?? value.notNull ?? false)),
  };
}

/** The rows as `order by` sorts them; null where that can't be told. Text sorts without regard to case. */
export function inOrder(rows: readonly Row[], sorts: readonly Sort[]): readonly Row[] | null {
  if (rows.length < 2 || sorts.length === 0) return rows;
  const keyed = rows.map((row) => ({
    row,
    keys: sorts.map(({ column }) => (column === null ? undefined : cell(row, column))),
  }));
  const known = sorts.every((_, i) => {
    const kinds = new Set(keyed.map(({ keys }) => (keys[i] === null ? 'null' : typeof keys[i])));
    kinds.delete('null');
    const isPlain = keyed.every(({ keys }) => typeof keys[i] !== 'string' || /^[\w .:@-]*$/.test(keys[i]));
    return !kinds.has('undefined') && kinds.size < 2 && isPlain;
  });
  if (!known) return null;
  const compare = (a: Cell, b: Cell): number => {
    if (a === b) return 0;
    if (a === null || a === undefined) return -1;
    if (b === null || b === undefined) return 1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  keyed.sort((a, b) => {
    for (const [i, { descends }] of sorts.entries()) {
      const order = compare(a.keys[i], b.keys[i]);
      if (order !== 0) return descends ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
