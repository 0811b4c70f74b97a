import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { callWith } from '../../php/classes';
import { isArray, isObject, isUnknown, listOf, type Value } from '../../php/values';
import { cell, type Row } from '../../session/knownRows';
import { clause, opaque } from '../database/narrowing';
import { foundRows } from '../database/queryReads';
import { ELOQUENT_BUILDER, QueryState, queryOf, scoped } from '../database/queryState';
import { type Fragment, NO_TEXT, queryCompiler, selectSql, whereSql } from '../database/queryText';
import { addGroup, groupOf, or, testOf, where } from '../database/wheres';
import { runtimeOf } from '../runtime';
import { ExpressionState } from '../schema/wrap';
import { itemsOf } from '../support/collectionItems';
import { camelCase } from '../support/inflect';
import { atLeast } from '../version';
import { rawOf } from './attributes';
import { morphedTo } from './relations';
import { isRelation, RelationState } from './relationValues';

const EXPRESSION = 'Illuminate\\Database\\Query\\Expression';

/** The relation of the query's model, without the condition that ties it to one object. */
function looseRelation(call: NativeCall, name: string): RelationState | null {
  const { model } = queryOf(call);
  const object = model === null ? null : call.php.makeNative(model, null);
  if (!object || !isRelation(object.class, name)) return null;
  const relation = call.php.callMethod(object, name, [], call.range);
  if (!isObject(relation) || !(relation.internal instanceof RelationState)) return null;
  const state = relation.internal;
  const { pivot, tie } = state;
  if (!tie && !pivot) return null;
  // The conditions of the tie come first; what the model's method has added to them stays.
  const tied = pivot ? 1 : tie?.morphType ? 3 : state.foreignKey !== null ? 1 : 2;
  state.conditions = state.conditions.slice(tied);
  return state;
}

/** How often related rows must be there for a row of the query to be meant. */
interface Wanted {
  readonly operator: string;
  readonly count: number;
}

const SOME: Wanted = { operator: '>=', count: 1 };
const NONE: Wanted = { operator: '<', count: 1 };

/** Laravel asks for `exists` where that says the same. (canUseExistsForExistenceCheck) */
const asksExistence = ({ operator, count }: Wanted): boolean =>
  (operator === '>=' || operator === '<') && count === 1;

/** `select … from …` of a relation, as narrowed by the callback; null where its text is not followed. */
function existence(
  call: NativeCall,
  state: RelationState,
  callback: Value,
  columns: readonly Value[],
): Fragment | null {
  const outer = queryOf(call);
  const { pivot, tie } = state;
  const query = call.php.makeNative(ELOQUENT_BUILDER, state);
  const own = pivot ? `${pivot.table}.${pivot.foreignKey}` : `${String(state.table)}.${tie?.ownColumn}`;
  const parent = `${String(outer.table)}.${pivot?.parentKeyName ?? tie?.parentColumn}`;
  if (outer.table === state.table) return null;
  const { conditions: kept, opaque: before } = state;
  state.conditions = [];
  call.php.callMethod(query, 'whereColumn', [parent, '=', own], call.range);
  // Which rows the tie finds is told by their keys.
  state.opaque = before;
  if (tie?.morphType) {
    const type = call.php.callMethod(
      call.php.makeNative(outer.model ?? '', null),
      'getMorphClass',
      [],
      call.range,
    );
    call.php.callMethod(query, 'where', [`${String(state.table)}.${tie.morphType}`, type], call.range);
  }
  state.conditions.push(...kept);
  if (isObject(callback)) call.php.callValue(callback, [query], call.range);
  return selectSql(queryCompiler(call, state), scoped(call, state), columns);
}

/** The values of the parent's key that rows of the relation have; null where they are not known. */
function tiedValues(call: NativeCall, state: RelationState): readonly Value[] | null {
  const { pivot, tie } = state;
  // Its text has columns of the query around it, which no server knows alone.
  const alone = state.copy();
  alone.text = { ...NO_TEXT, clauses: state.text.clauses.filter(({ test }) => test) };
  const rows = foundRows(call, pivot ? new QueryState(state.name, pivot.table) : alone);
  if ('kind' in rows || (pivot && rows.length > 0)) return null;
  if (!tie) return [];
  const values = rows.map((row) => cell(row, tie.ownColumn));
  return values.includes(undefined)
    ? null
    : values.map((value) => value ?? null).filter((value) => value !== null);
}

/** Adds the condition that so many rows of the relation are there. */
function addHas(call: NativeCall, state: RelationState, { operator, count }: Wanted, callback: Value): Value {
  const plain = asksExistence({ operator, count });
  const counted = call.php.makeNative(EXPRESSION, new ExpressionState('count(*)'));
  const written = existence(call, state, callback, plain ? ['*'] : [counted]);
  if (!written) return opaque(call, WHY);
  const exists = operator === '<' ? 'not exists' : 'exists';
  const sql = plain ? `${exists} (${written.sql})` : `(${written.sql}) ${operator} ${count}`;
  const values = state.opaque === null ? tiedValues(call, state) : null;
  const column = state.pivot?.parentKeyName ?? state.tie?.parentColumn ?? 'id';
  const test = (row: Row): boolean | null => {
    const key = cell(row, column);
    if (key === undefined) return values?.length === 0 ? compare(0, operator, count) : null;
    const found = values?.filter((value) => String(value) === String(key)).length ?? 0;
    return compare(found, operator, count);
  };
  return clause(call, WHY, `and ${sql}`, written.bindings, values ? test : undefined);
}

const WHY = 'a condition on a relation';

function compare(found: number, operator: string, count: number): boolean | null {
  const test: Readonly<Record<string, boolean>> = {
    '>=': found >= count,
    '>': found > count,
    '<': found < count,
    '<=': found <= count,
    '=': found === count,
    '!=': found !== count,
    '<>': found !== count,
  };
  return test[operator] ?? null;
}

/** What `has` methods are given: the relation, how often its rows are wanted, and what narrows them. */
interface Asked extends Wanted {
  readonly relation: Value;
  readonly callback: Value;
}

function has(call: NativeCall, { relation, callback, operator, count }: Asked): Value {
  const [first = '', ...rest] = typeof relation === 'string' ? relation.split('.') : [];
  const state = typeof relation === 'string' ? looseRelation(call, first) : null;
  if (!state || isUnknown(callback)) return opaque(call, WHY);
  if (rest.length === 0) return addHas(call, state, { operator, count }, callback);
  // Of relations of relations only the last is counted; none of them is the opposite of some.
  const isNone = operator === '<' && count === 1;
  const wanted = isNone ? SOME : { operator, count };
  const inner = condition(call, 'whereHas', [rest.join('.'), callback, wanted.operator, wanted.count]);
  return addHas(call, state, isNone ? NONE : SOME, inner);
}

/** `hasMorph('owner', [Post::class], …)`: any of the models, by the name that the row keeps of it. */
function hasMorph(call: NativeCall, types: Value, { relation, callback, operator, count }: Asked): Value {
  const { model, table } = queryOf(call);
  const object = model === null ? null : call.php.makeNative(model, null);
  const isKnown = object && typeof relation === 'string' && isRelation(object.class, relation);
  const made = isKnown ? call.php.callMethod(object, relation, [], call.range) : null;
  const state = isObject(made) ? made.internal : null;
  const names = isArray(types) ? [...types.entries.values()] : [types];
  const isPlain = names.every((name) => typeof name === 'string' && name !== '*');
  if (
    !object ||
    !(state instanceof RelationState) ||
    state.morphType === null ||
    !isPlain ||
    isUnknown(callback)
  )
    return opaque(call, WHY);
  const { morphType, foreignKey } = state;
  const found = groupOf(call, (outer) => {
    const all = groupOf(outer, (any) => {
      for (const name of names)
        or((each) =>
          addGroup(
            each,
            groupOf(each, (one) => {
              const related = call.php.makeNative(String(name), null);
              const stored = call.php.callMethod(related, 'getMorphClass', [], call.range);
              where(callWith(one, { args: [`${String(table)}.${morphType}`, stored] }));
              const narrows = isObject(callback) ? condition(call, null, [callback, name]) : null;
              const tied = morphedTo(one, related, foreignKey ?? '');
              if (tied) addHas(one, tied, { operator, count }, narrows);
              else opaque(one, WHY);
            }),
          ),
        )(any);
    });
    addGroup(outer, all);
  });
  const { sql, bindings } = whereSql(queryCompiler(call, found), found);
  if (!found.text.whole || sql === '') return opaque(call, WHY);
  return clause(call, WHY, sql.replace(/^ where /, 'and '), bindings, testOf(found));
}

/** `has`, `orHas` and their like: the same with either boolean. */
function both(name: string, ask: (call: NativeCall) => Value): Record<string, NativeMethod> {
  const alternative = `or${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { [name]: ask, [alternative]: or(ask) };
}

const at = (call: NativeCall, index: number): Value => call.args[index] ?? null;

function wantedAt(call: NativeCall, index: number): Wanted {
  const [operator, count] = [at(call, index) ?? '>=', at(call, index + 1) ?? 1];
  return {
    operator: typeof operator === 'string' ? operator : '?',
    count: typeof count === 'number' ? count : Number.NaN,
  };
}

/** The methods by where their arguments are: the callback, how often, and (of polymorphic ones) the models. */
function asking(callbackAt: number, wanted: number | Wanted, isMorph = false): NativeMethod {
  return (call) => {
    const often = typeof wanted === 'number' ? wantedAt(call, wanted) : wanted;
    if (Number.isNaN(often.count) || compare(0, often.operator, 0) === null) return opaque(call, WHY);
    const asked = { relation: at(call, 0), callback: at(call, callbackAt), ...often };
    return isMorph ? hasMorph(call, at(call, 1), asked) : has(call, asked);
  };
}

/** `whereBelongsTo($user)`: the rows that keep its key. */
function whereBelongsTo(call: NativeCall): Value {
  const [given = null, name = null] = call.args;
  const { model } = queryOf(call);
  const items = isObject(given) ? itemsOf(given) : null;
  const all = items === null ? [given] : isArray(items) ? [...items.entries.values()] : [];
  const [first = null] = all;
  if (!isObject(first) || model === null) return opaque(call, WHY);
  const short = first.class.name.slice(first.class.name.lastIndexOf('\\') + 1);
  const relation = typeof name === 'string' ? name : camelCase(short);
  const state = looseRelation(call, relation);
  if (!state?.foreignKey || state.ownerKey === null) return opaque(call, WHY);
  const keys = all.map((each) =>
    isObject(each) ? (rawOf(each).entries.get(state.ownerKey ?? '') ?? null) : null,
  );
  const column = `${String(queryOf(call).table)}.${state.foreignKey}`;
  const isList = atLeast(runtimeOf(call.php).application.laravel, '9.7');
  const [method, value] = isList ? ['whereIn', listOf(keys)] : ['where', keys[0] ?? null];
  if (call.self) call.php.callMethod(call.self, method, [column, value], call.range);
  return call.self;
}

/** Methods that narrow a model's query by its relations. */
export const hasMethods: Readonly<Record<string, NativeMethod>> = {
  ...both('whereHas', asking(1, 2)),
  ...both('has', asking(4, 1)),
  ...both('whereDoesntHave', asking(1, NONE)),
  ...both('doesntHave', asking(2, NONE)),
  ...both('whereHasMorph', asking(2, 3, true)),
  ...both('hasMorph', asking(5, 2, true)),
  ...both('whereDoesntHaveMorph', asking(2, NONE, true)),
  ...both('doesntHaveMorph', asking(3, NONE, true)),
  ...both('whereRelation', (call) => {
    const [relation = null, ...given] = call.args;
    return has(call, { relation, callback: condition(call, 'where', given), ...SOME });
  }),
  ...both('whereBelongsTo', whereBelongsTo),
  withWhereHas: asking(1, 2),
};

const CONDITION = 'Illuminate\\Database\\Eloquent\\RelationCondition';

/** A callable that narrows a query by one call; without a method, by a callback that is given something more. */
function condition(call: NativeCall, method: string | null, args: readonly Value[]): Value {
  return call.php.makeNative(CONDITION, { method, args });
}

/** What `whereRelation('posts', 'state', 'new')` narrows the relation by. */
export const relationCondition: NativeClass = {
  name: CONDITION,
  methods: {
    __invoke(call) {
      const query = call.args[0] ?? null;
      const { method, args } = call.self!.internal as { method: string | null; args: readonly Value[] };
      if (method === null) return call.php.callValue(args[0] ?? null, [query, ...args.slice(1)], call.range);
      return isObject(query) ? call.php.callMethod(query, method, args, call.range) : null;
    },
  },
};
