import { argument, callWith, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, type Value } from '../../php/values';
import { eloquentBuilderMethods } from '../eloquent/builder';
import { declares } from '../eloquent/facts';
import { hasMethods } from '../eloquent/has';
import { ExpressionState, wrap } from '../schema/wrap';
import { JOIN_CLAUSE, join, whereColumn } from './joins';
import { dynamicWhere, moreWheres } from './moreWheres';
import { opaque } from './narrowing';
import { queryReads } from './queryReads';
import { ELOQUENT_BUILDER, makeQuery, QUERY_BUILDER, queryOf, tableName } from './queryState';
import { queryCompiler } from './queryText';
import { queryWrites } from './queryWrites';
import { or, whereMethods } from './wheres';

export { makeQuery };

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

function offset(call: NativeCall): Value {
  const count = call.args[0] ?? null;
  if (typeof count === 'number') queryOf(call).offset = Math.max(0, count) || null;
  else if (isUnknown(count)) opaque(call, 'an offset that is not known');
  return call.self;
}

function forPage(call: NativeCall): Value {
  const [page = null, perPage = 15] = call.args;
  if (typeof page !== 'number' || typeof perPage !== 'number') return opaque(call, 'a page');
  offset(callWith(call, { args: [(page - 1) * perPage] }));
  return limit(callWith(call, { args: [perPage] }));
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
  ...whereMethods,
  ...moreWheres,
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
    else whereMethods.whereNotNull?.(callWith(call, { args: [`${table}.${deletedAt}`] }));
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
  distinct(call) {
    if (call.args.length > 0) return opaque(call, 'distinct() of columns is not followed');
    queryOf(call).distinct = true;
    return call.self;
  },
  offset,
  skip: offset,
  forPage,
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
      dynamicWhere(call, method) ??
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
