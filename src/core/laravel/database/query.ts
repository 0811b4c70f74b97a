import { argument, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, type Value } from '../../php/values';
import { queryReads } from './queryReads';
import {
  type Condition,
  ELOQUENT_BUILDER,
  makeQuery,
  type Operator,
  QUERY_BUILDER,
  queryOf,
  tableName,
} from './queryState';
import { queryWrites } from './queryWrites';

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

function opaque(call: NativeCall, reason: string): Value {
  queryOf(call).opaque ??= reason;
  return call.self;
}

function add(call: NativeCall, column: Value, operator: Operator, values: readonly Value[]): Value {
  if (typeof column !== 'string') return opaque(call, 'a condition on an expression');
  const name = column.split('.').pop() ?? column;
  if (name.includes('->')) return opaque(call, 'a condition on JSON');
  const condition: Condition = { column: name, operator, values };
  queryOf(call).conditions.push(condition);
  return call.self;
}

/** `where('a', 1)`, `where('a', '>', 1)`, `where(['a' => 1])`, `where(fn ($query) => …)`. */
function where(call: NativeCall): Value {
  const column = argument(call, 0, 'column') ?? null;
  if (isArray(column)) {
    for (const [name, value] of column.entries) {
      if (typeof name === 'number') return opaque(call, 'a list of conditions');
      equals(call, name, value);
    }
    return call.self;
  }
  if (isObject(column)) return opaque(call, 'a group of conditions');
  const count = call.args.length + call.named.size;
  if (count < 3)
    return equals(call, column, argument(call, 1, 'operator') ?? argument(call, 2, 'value') ?? null);
  const value = argument(call, 2, 'value') ?? null;
  const text = argument(call, 1, 'operator') ?? null;
  const operator = typeof text === 'string' ? OPERATORS[text.toLowerCase()] : undefined;
  if (!operator) return opaque(call, 'a condition that is not followed');
  if (value === null) return add(call, column, operator === '!=' ? 'not null' : 'null', []);
  return add(call, column, operator, [value]);
}

function equals(call: NativeCall, column: Value, value: Value): Value {
  return value === null ? add(call, column, 'null', []) : add(call, column, '=', [value]);
}

function whereIn(operator: 'in' | 'not in'): NativeMethod {
  return (call) => {
    const values = argument(call, 1, 'values') ?? null;
    if (!isArray(values)) return opaque(call, 'a condition that is not followed');
    return add(call, argument(call, 0, 'column') ?? null, operator, [...values.entries.values()]);
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

const same: NativeMethod = (call) => call.self;

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

function select(call: NativeCall): Value {
  const given = call.args.flatMap((each) => (isArray(each) ? [...each.entries.values()] : [each]));
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
  whereNull: nulls('null'),
  whereNotNull: nulls('not null'),
  whereKey: (call) => equals(call, 'id', call.args[0] ?? null),
  when: conditional(true),
  unless: conditional(false),
  from(call) {
    queryOf(call).table = tableName(call, call.args[0] ?? null);
    return call.self;
  },
  select,
  addSelect: same,
  orderBy: same,
  orderByDesc: same,
  latest: same,
  oldest: same,
  reorder: same,
  lockForUpdate: same,
  sharedLock: same,
  useWritePdo: same,
  with: same,
  without: same,
  withTrashed: same,
  withoutGlobalScope: same,
  withoutGlobalScopes: same,
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

/** Methods that are not named here narrow the rows in a way that is not followed: joins, raw conditions, groups. */
export const queryClasses: readonly NativeClass[] = [
  {
    name: QUERY_BUILDER,
    methods: builderMethods,
    call: (call, method) => opaque(call, `${method}() is not followed`),
  },
  { name: ELOQUENT_BUILDER, parent: QUERY_BUILDER },
];
