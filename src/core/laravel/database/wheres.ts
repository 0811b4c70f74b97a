import { argument, callWith, type NativeCall, type NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, type PhpArray, type Value } from '../../php/values';
import type { Row } from '../../session/knownRows';
import { runtimeOf } from '../runtime';
import { expressionOf, wrap } from '../schema/wrap';
import { itemsOf } from '../support/collectionItems';
import { atLeast } from '../version';
import { likeTest, matchesWhere } from './conditions';
import { whereColumn } from './joins';
import { clause, opaque } from './narrowing';
import { COMPARISONS, type Operator, QUERY_BUILDER, QueryState, queryOf } from './queryState';
import { columnSql, parameter, queryCompiler, whereSql } from './queryText';
import { group, groupSql, isSubquery, subselect } from './subqueries';

const OPERATORS: Readonly<Record<string, Operator>> = {
  ...COMPARISONS,
  '==': '=',
  is: '=',
};

function add(
  call: NativeCall,
  column: Value,
  operator: Operator,
  given: readonly Value[],
  written: string = operator,
): Value {
  const state = queryOf(call);
  const values = enumsAsValues(call, given);
  if (isArray(column) || isUnknown(column) || values.some(isBooleanFor(column)))
    return opaque(call, 'a condition that is not followed');
  if (typeof column !== 'string') state.opaque ??= 'a condition on an expression';
  else if (column.includes('->')) state.opaque ??= 'a condition on JSON';
  else if (values.some((value) => expressionOf(value))) state.opaque ??= 'a condition on an expression';
  const name = typeof column === 'string' ? (column.split('.').pop() ?? column) : '';
  state.conditions.push({ column: name, operator, values, written: { column, operator: written } });
  return call.self;
}

/** JSON true and false are compared in another way. */
const isBooleanFor = (column: Value) => (value: Value) =>
  typeof value === 'boolean' && typeof column === 'string' && column.includes('->');

/** `where('a', 1)`, `where('a', '>', 1)`, `where(['a' => 1])`, `where(fn ($query) => …)`. */
export function where(call: NativeCall): Value {
  const column = argument(call, 0, 'column') ?? null;
  if (isArray(column)) {
    const found = groupOf(call, (each) => {
      for (const [name, value] of column.entries)
        where(callWith(each, { named: NO_NAMES, args: isArray(value) ? listOf(value) : [name, value] }));
    });
    return addGroup(call, found);
  }
  if (isSubquery(call, column)) return whereGroup(call, column);
  if (isObject(column) && !expressionOf(column)) return opaque(call, 'a group of conditions');
  const count = call.args.length + call.named.size;
  if (count < 3)
    return equals(call, column, argument(call, 1, 'operator') ?? argument(call, 2, 'value') ?? null);
  const value = argument(call, 2, 'value') ?? null;
  const text = argument(call, 1, 'operator') ?? null;
  if (isSubquery(call, value)) return subqueryValue(call, column, text, value);
  const operator = typeof text === 'string' ? OPERATORS[text.toLowerCase()] : undefined;
  if (!operator || typeof text !== 'string') return otherOperator(call, column, text, value);
  if (value === null) return add(call, column, operator === '!=' ? 'not null' : 'null', []);
  return add(call, column, operator, [value], text === '==' || text === 'is' ? operator : text);
}

/** `where('id', '>', fn ($query) => …)`; of a query itself Laravel makes no text before 10.20. */
function subqueryValue(call: NativeCall, column: Value, operator: Value, value: Value): Value {
  const { laravel } = runtimeOf(call.php).application;
  if (isObject(value) && value.class.name !== 'Closure' && !atLeast(laravel, '10.20'))
    return call.php.throw('Error', `Object of class ${value.class.name} could not be converted to string`);
  const found = subselect(call, value);
  if (!found || typeof operator !== 'string') return opaque(call, 'a subquery');
  const left = columnSql(queryCompiler(call, queryOf(call)), column);
  return clause(call, 'a subquery', `and ${left} ${operator} ${found.sql}`, found.bindings);
}

const listOf = (array: PhpArray): readonly Value[] => [...array.entries.values()];

/** `where(fn ($query) => $query->where(…)->where(…))`. */
function whereGroup(call: NativeCall, given: Value): Value {
  return addGroup(call, group(call, given));
}

const NO_NAMES: NativeCall['named'] = new Map();

/** The conditions that `add` gives to a query of its own on the same table. */
export function groupOf(call: NativeCall, add: (call: NativeCall) => void): QueryState {
  const { name, table, from, model } = queryOf(call);
  const fresh = new QueryState(name, table, from);
  fresh.model = model;
  add(callWith(call, { self: call.php.makeNative(call.self?.class.name ?? QUERY_BUILDER, fresh) }));
  return fresh;
}

export function addGroup(call: NativeCall, found: QueryState | null): Value {
  const state = queryOf(call);
  const written = found && groupSql(call, found);
  if (!written) return opaque(call, 'a group of conditions');
  if (written.sql === '') return call.self;
  const before = state.opaque;
  const sql = `and ${written.sql}`;
  if (found.text.clauses.length > 0)
    return clause(call, found.opaque ?? 'a group of conditions', sql, written.bindings, testOf(found));
  clause(call, 'a group of conditions', sql, written.bindings);
  // Conditions that must all hold say the same inside and outside of parentheses.
  state.opaque = before ?? found.opaque;
  state.conditions.push(...found.conditions.map((condition) => ({ ...condition, inGroup: true as const })));
  return call.self;
}

/** What tells whether a row fulfils the conditions of a query; undefined where that is not followed. */
export const testOf = (found: QueryState) =>
  found.opaque === null ? (row: Row) => matchesWhere(row, found) : undefined;

/** The same condition as an alternative to those before it: `orWhere`, `orWhereNull` … */
export function or(condition: NativeMethod): NativeMethod {
  return (call) => {
    const found = groupOf(call, condition);
    if (!found.text.whole) return opaque(call, 'an alternative');
    const { sql, bindings } = whereSql(queryCompiler(call, found), found);
    if (sql === '') return call.self;
    return clause(
      call,
      found.opaque ?? 'an alternative',
      sql.replace(/^ where /, 'or '),
      bindings,
      testOf(found),
    );
  };
}

/** `orWhere(['a' => 1, 'b' => 2])`: any of them. How a list of lists is joined, Laravel's releases do not agree. */
function orWhere(call: NativeCall): Value {
  const column = argument(call, 0, 'column') ?? null;
  if (!isArray(column)) return or(where)(call);
  const entries = [...column.entries];
  if (entries.length > 1 && entries.some(([name]) => typeof name === 'number'))
    return opaque(call, 'a list of alternatives');
  return or((each) => {
    const found = groupOf(each, (inner) => {
      for (const [name, value] of entries)
        or(where)(callWith(inner, { named: NO_NAMES, args: isArray(value) ? listOf(value) : [name, value] }));
    });
    return addGroup(each, found);
  })(call);
}

const TEXT_OPERATORS = /^(?:not )?(?:like|like binary|ilike|rlike|regexp|in)$|^(?:<=>|&|\||\^|<<|>>)$/i;

function otherOperator(call: NativeCall, column: Value, operator: Value, value: Value): Value {
  if (typeof operator !== 'string' || !TEXT_OPERATORS.test(operator) || isArray(value) || isUnknown(column))
    return opaque(call, 'a condition that is not followed');
  const c = queryCompiler(call, queryOf(call));
  const sql = `and ${columnSql(c, column)} ${operator} ${parameter(c, value)}`;
  const test = textTest(column, operator, value);
  return clause(call, 'a condition that is not followed', sql, [value], test);
}

/** What tells whether a row fulfils `like`; undefined for another operator, or what is not known. */
function textTest(column: Value, operator: string, value: Value) {
  const name = typeof column === 'string' && !column.includes('->') ? column.split('.').pop() : undefined;
  const word = operator.toLowerCase();
  if (name === undefined || typeof value !== 'string' || !/^(?:not )?like$/.test(word)) return undefined;
  return likeTest(name, value, word !== 'like');
}

function equals(call: NativeCall, column: Value, value: Value): Value {
  return value === null ? add(call, column, 'null', []) : add(call, column, '=', [value]);
}

/** `whereKey($id)`, `whereKey([1, 2])`. */
function keys(call: NativeCall, operator: 'in' | 'not in'): Value {
  const given = call.args[0] ?? null;
  const column = queryOf(call).keyName;
  if (isArray(given)) return whereIn(operator)(callWith(call, { args: [column, given] }));
  return operator === 'in' ? equals(call, column, given) : add(call, column, '!=', [given]);
}

/** A collection as the array that it holds. */
function listed(value: Value): Value {
  return isObject(value) ? (itemsOf(value) ?? value) : value;
}

/** An enum's case stands for its value. */
function enumsAsValues(call: NativeCall, values: readonly Value[]): readonly Value[] {
  return values.map((value) =>
    isObject(value) && value.class.kind === 'enum' ? (call.php.readProperty(value, 'value') ?? value) : value,
  );
}

function whereIn(operator: 'in' | 'not in'): NativeMethod {
  return (call) => {
    const values = listed(argument(call, 1, 'values') ?? null);
    if (isSubquery(call, values)) {
      const found = subselect(call, values);
      if (!found) return opaque(call, 'a subquery');
      const column = wrap(queryCompiler(call, queryOf(call)), argument(call, 0, 'column') ?? null);
      return clause(call, 'a subquery', `and ${column} ${operator} ${found.sql}`, found.bindings);
    }
    if (!isArray(values)) return opaque(call, 'a condition that is not followed');
    return add(call, argument(call, 0, 'column') ?? null, operator, listOf(values));
  };
}

/** `whereBetween('a', [1, 5])`. */
function between(word: 'between' | 'not between'): NativeMethod {
  return (call) => {
    const values = listed(argument(call, 1, 'values') ?? null);
    const ends = isArray(values) ? listOf(values) : [];
    if (ends.length < 2) return opaque(call, 'a range that is not known');
    const c = queryCompiler(call, queryOf(call));
    const [low = null, high = null] = ends;
    const column = columnSql(c, argument(call, 0, 'column') ?? null);
    const sql = `and ${column} ${word} ${parameter(c, low)} and ${parameter(c, high)}`;
    const state = queryOf(call);
    const before = state.opaque;
    clause(call, 'a range', sql, [low, high]);
    const name = argument(call, 0, 'column') ?? null;
    if (word === 'not between' || typeof name !== 'string' || name.includes('->')) return call.self;
    state.opaque = before;
    const within = { column: name.split('.').pop() ?? name, inGroup: true } as const;
    state.conditions.push(
      { ...within, operator: '>=', values: [low] },
      { ...within, operator: '<=', values: [high] },
    );
    return call.self;
  };
}

function nulls(operator: 'null' | 'not null'): NativeMethod {
  return (call) => {
    const columns = argument(call, 0, 'columns') ?? null;
    const all = isArray(columns) ? [...columns.entries.values()] : [columns];
    for (const column of all) add(call, column, operator, []);
    return call.self;
  };
}

/** Methods of query builders that narrow the rows by one condition on columns. */
export const whereMethods: Readonly<Record<string, NativeMethod>> = {
  where,
  whereIn: whereIn('in'),
  whereNotIn: whereIn('not in'),
  whereIntegerInRaw: whereIn('in'),
  whereBetween: between('between'),
  whereNotBetween: between('not between'),
  orWhereBetween: or(between('between')),
  orWhereNotBetween: or(between('not between')),
  whereNull: nulls('null'),
  whereNotNull: nulls('not null'),
  orWhere,
  orWhereIn: or(whereIn('in')),
  orWhereNotIn: or(whereIn('not in')),
  orWhereNull: or(nulls('null')),
  orWhereNotNull: or(nulls('not null')),
  whereColumn,
  orWhereColumn: or(whereColumn),
  whereKey: (call) => keys(call, 'in'),
  whereKeyNot: (call) => keys(call, 'not in'),
};
