import { argument, callWith, type NativeCall, type NativeMethod } from '../../php/classes';
import { isArray, type Value } from '../../php/values';
import { cell, type Row } from '../../session/knownRows';
import { runtimeOf } from '../runtime';
import { jsonFieldAndPath, wrap } from '../schema/wrap';
import { hasWhere } from '../since';
import { snakeCase } from '../support/inflect';
import { matches } from './conditions';
import { clause, opaque } from './narrowing';
import { type Operator, type QueryState, queryOf } from './queryState';
import { parameter, queryCompiler, whereSql } from './queryText';
import { subselect } from './subqueries';
import { addGroup, groupOf, or, testOf, where } from './wheres';

/** `whereExists(fn ($query) => …)`. */
function whereExists(word: 'exists' | 'not exists'): NativeMethod {
  return (call) => {
    const found = subselect(call, call.args[0] ?? null);
    if (!found) return opaque(call, 'a subquery');
    return clause(call, 'a subquery', `and ${word} ${found.sql}`, found.bindings);
  };
}

function whereRaw(boolean: 'and' | 'or'): NativeMethod {
  return (call) => {
    const sql = argument(call, 0, 'sql') ?? null;
    const bindings = argument(call, 1, 'bindings') ?? null;
    if (typeof sql !== 'string') return opaque(call, 'a raw condition');
    return clause(
      call,
      'a raw condition',
      `${boolean} ${sql}`,
      isArray(bindings) ? [...bindings.entries.values()] : [],
    );
  };
}

/** The column, the operator and the value of `whereDate('a', '<', $b)`, `whereDate('a', $b)`. */
function compared(call: NativeCall): readonly [column: Value, operator: Value, value: Value] {
  const [column = null, operator = null, value = null] = call.args;
  return call.args.length < 3 ? [column, '=', operator] : [column, operator, value];
}

const PARTS: Readonly<Record<string, RegExp>> = {
  date: /^(\d{4}-\d\d-\d\d)/,
  year: /^(\d{4})-/,
  month: /^\d{4}-(\d\d)-/,
  day: /^\d{4}-\d\d-(\d\d)/,
  time: / (\d\d:\d\d:\d\d)/,
};

/** `whereDate`, `whereYear` …: a part of a moment compared. (Grammar::dateBasedWhere) */
function datePart(part: string): NativeMethod {
  return (call) => {
    const [column, operator, value] = compared(call);
    if (typeof column !== 'string' || typeof operator !== 'string')
      return opaque(call, 'a condition that is not followed');
    const c = queryCompiler(call, queryOf(call));
    const sql = `and ${part}(${wrap(c, column)}) ${operator} ${parameter(c, value)}`;
    const name = column.split('.').pop() ?? column;
    const test = partTest(part, name, operator, value);
    return clause(call, 'a condition on a part of a moment', sql, [value], test);
  };
}

const COMPARED = /^(?:=|!=|<|<=|>|>=)$/;

function partTest(part: string, name: string, operator: string, value: Value) {
  const isNumber = part === 'year' || part === 'month' || part === 'day';
  const isText = part === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const isWhole = isNumber && /^\d+$/.test(String(value));
  if (!COMPARED.test(operator) || !(isText || isWhole) || name.includes('->')) return undefined;
  return (row: Row) => {
    const there = cell(row, name);
    if (there === null) return false;
    const found = PARTS[part]?.exec(String(there ?? ''))?.[1];
    if (found === undefined) return null;
    // Days as numbers compare as they do as texts.
    const [mine, given] = [found, String(value)].map((each) => Number(each.replaceAll('-', '')));
    const only = new Map([[name, mine]]);
    return matches(only, { column: name, operator: operator as Operator, values: [given ?? null] });
  };
}

/** `json_contains(`a`, ?, '$."b"')` and its like. */
function json(not: boolean): NativeMethod {
  return (call) => {
    const [column = null, value = null] = call.args;
    if (typeof column !== 'string') return opaque(call, 'a condition on JSON');
    const { field, path } = fieldAndPath(call, column);
    const text = call.php.callValue('json_encode', [value], call.range);
    const sql = `and ${not ? 'not ' : ''}json_contains(${field}, ?${path})`;
    return clause(call, 'a condition on JSON', sql, [text]);
  };
}

function jsonLength(call: NativeCall): Value {
  const [column, operator, value] = compared(call);
  if (typeof column !== 'string' || typeof operator !== 'string') return opaque(call, 'a condition on JSON');
  const c = queryCompiler(call, queryOf(call));
  const { field, path } = fieldAndPath(call, column);
  const sql = `and json_length(${field}${path}) ${operator} ${parameter(c, value)}`;
  return clause(call, 'a condition on JSON', sql, [value]);
}

function jsonHasKey(not: boolean): NativeMethod {
  return (call) => {
    const [column = null] = call.args;
    if (typeof column !== 'string' || /\[\d+\]$/.test(column)) return opaque(call, 'a condition on JSON');
    const { field, path } = fieldAndPath(call, column);
    const sql = `and ${not ? 'not ' : ''}ifnull(json_contains_path(${field}, 'one'${path}), 0)`;
    return clause(call, 'a condition on JSON', sql);
  };
}

/** The field, and the path with a comma before it where there is one. (Grammar::wrapJsonFieldAndPath) */
function fieldAndPath(call: NativeCall, column: string): { readonly field: string; readonly path: string } {
  const c = queryCompiler(call, queryOf(call));
  if (!column.includes('->')) return { field: wrap(c, column), path: '' };
  const { field, path } = jsonFieldAndPath(c, column);
  return { field, path: `, ${path}` };
}

/** `whereLike('name', 'A%', caseSensitive: true)`. */
function whereLike(not: boolean): NativeMethod {
  return (call) => {
    const [column = null, value = null] = call.args;
    const sensitive = argument(call, 2, 'caseSensitive') ?? false;
    if (typeof sensitive !== 'boolean') return opaque(call, 'a condition that is not followed');
    const operator = `${not ? 'not ' : ''}like${sensitive ? ' binary' : ''}`;
    return where(callWith(call, { args: [column, operator, value], named: new Map() }));
  };
}

/** `whereNot('a', 1)`, `whereNot(fn ($query) => …)`. */
function whereNot(call: NativeCall): Value {
  return negated(
    call,
    groupOf(call, (each) => where(each)),
  );
}

function negated(call: NativeCall, found: QueryState): Value {
  if (!found.text.whole) return opaque(call, 'a condition that must not hold');
  const { sql, bindings } = whereSql(queryCompiler(call, found), found);
  if (sql === '') return call.self;
  const test = testOf(found);
  const isPlain = found.text.clauses.length === 0;
  // Where a value is NULL, neither a condition nor its opposite holds.
  const not = (row: Row) => {
    const holds = test?.(row) ?? null;
    if (holds !== false) return holds && false;
    return found.conditions.some(({ column }) => cell(row, column) === null) ? null : true;
  };
  return clause(
    call,
    'a condition that must not hold',
    sql.replace(/^ where /, 'and not '),
    bindings,
    test && isPlain ? not : undefined,
  );
}

/** `whereAny(['a', 'b'], 'like', 'x%')`, `whereAll`, `whereNone`. */
function whereEach(joined: 'and' | 'or', not: boolean): NativeMethod {
  return (call) => {
    const [columns = null, ...given] = call.args;
    if (!isArray(columns)) return opaque(call, 'a condition on several columns');
    const add = joined === 'or' ? or(where) : where;
    const found = groupOf(call, (outer) => {
      const inner = groupOf(outer, (each) => {
        for (const column of columns.entries.values()) add(callWith(each, { args: [column, ...given] }));
      });
      addGroup(outer, inner);
    });
    if (not) return negated(call, found);
    const { sql, bindings } = whereSql(queryCompiler(call, found), found);
    if (!found.text.whole || sql === '') return opaque(call, 'a condition on several columns');
    const reason = 'a condition on several columns';
    return clause(call, reason, sql.replace(/^ where /, 'and '), bindings, testOf(found));
  };
}

/** `whereEmailAndName($email, $name)`: undefined where Laravel's builder has a method of this name. */
export function dynamicWhere(call: NativeCall, method: string): Value | undefined {
  if (!/^where[A-Z0-9]/.test(method) || hasWhere(runtimeOf(call.php).application.laravel, method))
    return undefined;
  const segments = method.slice(5).split(/(And|Or)(?=[A-Z])/);
  for (let i = 0, joined = 'And', given = 0; i < segments.length; i++) {
    const segment = segments[i] ?? '';
    if (i % 2 === 1) {
      joined = segment;
      continue;
    }
    const add = joined === 'Or' ? or(where) : where;
    const value = call.args[given++];
    if (value === undefined) return call.php.throw('ErrorException', `Undefined array key ${given - 1}`);
    add(callWith(call, { args: [snakeCase(segment), '=', value] }));
  }
  return call.self;
}

/** The method where this Laravel has it; else its name tells a column. */
const both = (name: string, method: NativeMethod): Record<string, NativeMethod> => ({
  [name]: (call) => dynamicWhere(call, name) ?? method(call),
  [`or${name.charAt(0).toUpperCase()}${name.slice(1)}`]: or(method),
});

/** Methods of query builders that narrow the rows by subqueries, parts of moments, JSON, and opposites. */
export const moreWheres: Readonly<Record<string, NativeMethod>> = {
  ...both('whereExists', whereExists('exists')),
  ...both('whereNotExists', whereExists('not exists')),
  whereRaw: whereRaw('and'),
  orWhereRaw: whereRaw('or'),
  ...both('whereDate', datePart('date')),
  ...both('whereTime', datePart('time')),
  ...both('whereDay', datePart('day')),
  ...both('whereMonth', datePart('month')),
  ...both('whereYear', datePart('year')),
  ...both('whereJsonContains', json(false)),
  ...both('whereJsonDoesntContain', json(true)),
  ...both('whereJsonLength', jsonLength),
  ...both('whereJsonContainsKey', jsonHasKey(false)),
  ...both('whereJsonDoesntContainKey', jsonHasKey(true)),
  ...both('whereLike', whereLike(false)),
  ...both('whereNotLike', whereLike(true)),
  ...both('whereNot', whereNot),
  ...both('whereAny', whereEach('or', false)),
  ...both('whereAll', whereEach('and', false)),
  ...both('whereNone', whereEach('or', true)),
};
