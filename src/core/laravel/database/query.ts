import { argument, callWith, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, type Value } from '../../php/values';
import { eloquentBuilderMethods } from '../eloquent/builder';
import { declares } from '../eloquent/facts';
import { hasMethods } from '../eloquent/has';
import { ExpressionState, expressionOf, wrap } from '../schema/wrap';
import { itemsOf } from '../support/collectionItems';
import { JOIN_CLAUSE, join, whereColumn } from './joins';
import { clause, opaque } from './narrowing';
import { queryReads } from './queryReads';
import {
  ELOQUENT_BUILDER,
  makeQuery,
  type Operator,
  QUERY_BUILDER,
  QueryState,
  queryOf,
  tableName,
} from './queryState';
import { columnSql, parameter, queryCompiler, whereSql } from './queryText';
import { queryWrites } from './queryWrites';
import { group, groupSql, isSubquery, subselect } from './subqueries';

export { makeQuery };

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '==': '=',
  is: '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
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
function where(call: NativeCall): Value {
  const column = argument(call, 0, 'column') ?? null;
  if (isArray(column)) {
    const found = groupOf(call, (each) => {
      for (const [name, value] of column.entries)
        where({
          ...each,
          named: NO_NAMES,
          args: isArray(value) ? [...value.entries.values()] : [name, value],
        });
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
  const operator = typeof text === 'string' ? OPERATORS[text.toLowerCase()] : undefined;
  if (!operator || typeof text !== 'string') return otherOperator(call, column, text, value);
  if (value === null) return add(call, column, operator === '!=' ? 'not null' : 'null', []);
  return add(call, column, operator, [value], text === '==' || text === 'is' ? operator : text);
}

/** `where(fn ($query) => $query->where(…)->where(…))`. */
function whereGroup(call: NativeCall, given: Value): Value {
  return addGroup(call, group(call, given));
}

const NO_NAMES: NativeCall['named'] = new Map();

/** The conditions that `add` gives to a query of its own on the same table. */
function groupOf(call: NativeCall, add: (call: NativeCall) => void): QueryState {
  const { name, table, from, model } = queryOf(call);
  const fresh = new QueryState(name, table, from);
  fresh.model = model;
  add(callWith(call, { self: call.php.makeNative(call.self?.class.name ?? QUERY_BUILDER, fresh) }));
  return fresh;
}

function addGroup(call: NativeCall, found: QueryState | null): Value {
  const state = queryOf(call);
  const written = found && groupSql(call, found);
  if (!written) return opaque(call, 'a group of conditions');
  if (written.sql === '') return call.self;
  const before = state.opaque;
  clause(call, 'a group of conditions', `and ${written.sql}`, written.bindings);
  // Conditions that must all hold say the same inside and outside of parentheses.
  state.opaque = before ?? found.opaque;
  state.conditions.push(...found.conditions.map((condition) => ({ ...condition, inGroup: true as const })));
  return call.self;
}

/** The same condition as an alternative to those before it: `orWhere`, `orWhereNull` … */
function or(condition: NativeMethod): NativeMethod {
  return (call) => {
    const found = groupOf(call, condition);
    if (!found.text.whole) return opaque(call, 'an alternative');
    const { sql, bindings } = whereSql(queryCompiler(call, found), found);
    if (sql === '') return call.self;
    return clause(call, 'an alternative', sql.replace(/^ where /, 'or '), bindings);
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
        or(where)({
          ...inner,
          named: NO_NAMES,
          args: isArray(value) ? [...value.entries.values()] : [name, value],
        });
    });
    return addGroup(each, found);
  })(call);
}

/** `whereExists(fn ($query) => …)`. */
function whereExists(word: 'exists' | 'not exists'): NativeMethod {
  return (call) => {
    const found = subselect(call, call.args[0] ?? null);
    if (!found) return opaque(call, 'a subquery');
    return clause(call, 'a subquery', `and ${word} ${found.sql}`, found.bindings);
  };
}

const TEXT_OPERATORS = /^(?:not )?(?:like|like binary|ilike|rlike|regexp|in)$|^(?:<=>|&|\||\^|<<|>>)$/i;

function otherOperator(call: NativeCall, column: Value, operator: Value, value: Value): Value {
  if (typeof operator !== 'string' || !TEXT_OPERATORS.test(operator) || isArray(value) || isUnknown(column))
    return opaque(call, 'a condition that is not followed');
  const c = queryCompiler(call, queryOf(call));
  const sql = `and ${columnSql(c, column)} ${operator} ${parameter(c, value)}`;
  return clause(call, 'a condition that is not followed', sql, [value]);
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

function orderBy(direction: 'asc' | 'desc', column: string | null): NativeMethod {
  return (call) => {
    const state = queryOf(call);
    const by = call.args[0] ?? column;
    const wanted = column === null ? (call.args[1] ?? null) : null;
    const turned = typeof wanted === 'string' && wanted.toLowerCase() === 'desc' ? 'desc' : direction;
    const orders = [...state.text.orders, `${wrap(queryCompiler(call, state), by)} ${turned}`];
    state.text = { ...state.text, orders };
    const name = typeof by === 'string' ? (by.split('.').pop() ?? by) : null;
    state.sorts = [...state.sorts, { column: name, descends: turned === 'desc' }];
    return call.self;
  };
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
    return add(call, argument(call, 0, 'column') ?? null, operator, [...values.entries.values()]);
  };
}

/** `whereBetween('a', [1, 5])`. */
function between(word: 'between' | 'not between'): NativeMethod {
  return (call) => {
    const values = listed(argument(call, 1, 'values') ?? null);
    const ends = isArray(values) ? [...values.entries.values()] : [];
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

const EXPRESSION = 'Illuminate\\Database\\Query\\Expression';

const same: NativeMethod = (call) => call.self;

function withTrashed(call: NativeCall): Value {
  queryOf(call).trashed = true;
  return call.self;
}

/** The query without the model's global scopes of these names, or (null) any. */
function withoutScopes(call: NativeCall, names: readonly Value[] | null): Value {
  const state = queryOf(call);
  const left = names?.map((name) => (isObject(name) ? name.class.name : String(name)));
  state.scopes = new Map([...state.scopes].filter(([name]) => left && !left.includes(name)));
  return !left || left.some((name) => name.endsWith('SoftDeletingScope')) ? withTrashed(call) : call.self;
}

function conditional(wanted: boolean): NativeMethod {
  return (call) => {
    const value = call.args[0] ?? null;
    const holds = call.php.truth(value, call.range) === wanted;
    const callback = holds ? (call.args[1] ?? null) : (call.args[2] ?? null);
    if (callback === null) return call.self;
    return call.php.callValue(callback, [call.self, value], call.range) ?? call.self;
  };
}

function limit(call: NativeCall): Value {
  const count = call.args[0] ?? null;
  if (typeof count === 'number') queryOf(call).limit = count;
  else if (isUnknown(count)) opaque(call, 'a limit that is not known');
  return call.self;
}

const givenColumns = (call: NativeCall): readonly Value[] =>
  call.args.flatMap((each) => (isArray(each) ? [...each.entries.values()] : [each]));

function select(call: NativeCall): Value {
  const given = givenColumns(call);
  queryOf(call).selected = given;
  const names = given.filter((each): each is string => typeof each === 'string' && /^[\w.]+$/.test(each));
  if (names.length === given.length && names.length > 0) {
    queryOf(call).columns = names.map((name) => name.split('.').pop() ?? name);
  }
  return call.self;
}

const builderMethods: Readonly<Record<string, NativeMethod>> = {
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
  orWhereColumn: or(whereColumn),
  whereKey: (call) => keys(call, 'in'),
  whereKeyNot: (call) => keys(call, 'not in'),
  when: conditional(true),
  unless: conditional(false),
  from(call) {
    const state = queryOf(call);
    state.from = call.args[0] ?? null;
    state.table = tableName(call, state.from);
    return call.self;
  },
  select,
  selectRaw(call) {
    const state = queryOf(call);
    const text = argument(call, 0, 'expression') ?? null;
    const bindings = argument(call, 1, 'bindings') ?? null;
    if (typeof text !== 'string' || (isArray(bindings) && bindings.entries.size > 0))
      return opaque(call, 'selectRaw() is not followed');
    const made = call.php.makeNative(EXPRESSION, new ExpressionState(text));
    state.selected = [...(state.selected ?? []), made];
    // What it gives to the rows is not followed.
    state.opaque ??= 'selectRaw() is not followed';
    return call.self;
  },
  addSelect(call) {
    const state = queryOf(call);
    state.selected = [...(state.selected ?? []), ...givenColumns(call)];
    return call.self;
  },
  whereColumn,
  whereExists: whereExists('exists'),
  whereNotExists: whereExists('not exists'),
  whereRaw: whereRaw('and'),
  orWhereRaw: whereRaw('or'),
  join: join('inner'),
  leftJoin: join('left'),
  rightJoin: join('right'),
  orderBy: orderBy('asc', null),
  orderByDesc: orderBy('desc', null),
  latest: orderBy('desc', 'created_at'),
  oldest: orderBy('asc', 'created_at'),
  reorder(call) {
    const state = queryOf(call);
    state.text = { ...state.text, orders: [] };
    state.sorts = [];
    return call.self;
  },
  lockForUpdate: same,
  sharedLock: same,
  useWritePdo: same,
  with: same,
  without: same,
  withTrashed,
  onlyTrashed(call) {
    const { deletedAt, table } = queryOf(call);
    if (deletedAt === null || typeof table !== 'string') opaque(call, 'rows that are marked as deleted');
    else add(call, `${table}.${deletedAt}`, 'not null', []);
    return withTrashed(call);
  },
  withoutGlobalScope: (call) => withoutScopes(call, call.args),
  withoutGlobalScopes(call) {
    const given = call.args[0] ?? null;
    return withoutScopes(call, isArray(given) ? [...given.entries.values()] : null);
  },
  withoutTimestamps: same,
  newQuery: (call) => makeQuery(call, queryOf(call).name, null),
  clone: (call) => call.php.makeNative(call.self?.class.name ?? QUERY_BUILDER, queryOf(call).copy()),
  toBase: same,
  getQuery: same,
  limit,
  take: limit,
  dd: same,
  dump: same,
  tap(call) {
    call.php.callValue(call.args[0] ?? null, [call.self], call.range);
    return call.self;
  },
  ...queryReads,
  ...queryWrites,
};

/** `User::admins()` where the model has a `scopeAdmins()`; undefined where it has none. */
function modelScope(call: NativeCall, method: string): Value | undefined {
  const { model } = queryOf(call);
  const scope = `scope${method.charAt(0).toUpperCase()}${method.slice(1)}`;
  const object = model === null ? null : call.php.makeNative(model, null);
  if (!object || !declares(object.class, scope)) return undefined;
  return call.php.callMethod(object, scope, [call.self, ...call.args], call.range) ?? call.self;
}

/** Methods whose answer is no query any more. */
const RESULTS =
  /^(first|find|get|paginate|simplePaginate|cursorPaginate|avg|average|aggregate|implode|to[A-Z]|restore|touch|sync|attach|detach|toggle|fresh|make|new|raw)/;

/** Methods that are not named here narrow the rows in a way that is not followed: joins, raw conditions, groups. */
export const queryClasses: readonly NativeClass[] = [
  {
    name: QUERY_BUILDER,
    methods: builderMethods,
    call: (call, method) =>
      modelScope(call, method) ??
      (RESULTS.test(method)
        ? call.php.unknown(`${method}() of a query is not followed`, call.range)
        : opaque(call, `${method}() is not followed`)),
  },
  {
    name: JOIN_CLAUSE,
    parent: QUERY_BUILDER,
    methods: { on: whereColumn, orOn: or(whereColumn) },
  },
  {
    name: ELOQUENT_BUILDER,
    parent: QUERY_BUILDER,
    methods: { ...eloquentBuilderMethods, ...hasMethods, getQuery: same, with: same },
  },
];
