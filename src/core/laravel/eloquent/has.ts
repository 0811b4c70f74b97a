import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { callWith } from '../../php/classes';
import { isObject, isUnknown, type Value } from '../../php/values';
import { cell } from '../../session/knownRows';
import { clause, opaque } from '../database/narrowing';
import { foundRows } from '../database/queryReads';
import { ELOQUENT_BUILDER, QueryState, queryOf, scoped } from '../database/queryState';
import { type Fragment, NO_TEXT, queryCompiler, selectSql } from '../database/queryText';
import { isRelation, RelationState } from './relationValues';

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

/** `exists (select * from …)` of a relation, as narrowed by the callback; null where its text is not followed. */
function existence(call: NativeCall, state: RelationState, callback: Value): Fragment | null {
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
  return selectSql(queryCompiler(call, state), scoped(call, state), ['*']);
}

/** The values of the parent's key that rows of the relation have; null where they are not known. */
function tiedValues(call: NativeCall, state: RelationState): readonly Value[] | null {
  const { pivot, tie } = state;
  // Its text has columns of the query around it, which no server knows alone.
  const alone = state.copy();
  alone.text = NO_TEXT;
  const rows = foundRows(call, pivot ? new QueryState(state.name, pivot.table) : alone);
  if ('kind' in rows || (pivot && rows.length > 0)) return null;
  if (!tie) return [];
  const values = rows.map((row) => cell(row, tie.ownColumn));
  return values.includes(undefined)
    ? null
    : values.map((value) => value ?? null).filter((value) => value !== null);
}

const has =
  (wanted: boolean, boolean: 'and' | 'or', callbackAt: number): NativeMethod =>
  (call) => {
    const name = call.args[0] ?? null;
    const outer: QueryState = queryOf(call);
    const isPlain = call.args.length <= callbackAt + 1;
    const [first = '', ...rest] = typeof name === 'string' ? name.split('.') : [];
    const state = typeof name === 'string' && isPlain ? looseRelation(call, first) : null;
    if (!state) return opaque(call, 'a condition on a relation');
    const callback = call.args[callbackAt] ?? null;
    if (isUnknown(callback)) return opaque(call, 'a condition on a relation');
    const before = outer.opaque;
    const inner = rest.length > 0 ? condition(call, 'whereHas', [rest.join('.'), callback]) : callback;
    const written = existence(call, state, inner);
    if (!written) return opaque(call, 'a condition on a relation');
    const not = wanted ? '' : 'not ';
    clause(call, 'a condition on a relation', `${boolean} ${not}exists (${written.sql})`, written.bindings);
    const values = state.opaque === null && boolean === 'and' ? tiedValues(call, state) : null;
    if (values === null) return call.self;
    // A row is meant where its key is among those of the related rows.
    outer.opaque = before;
    const column = state.pivot?.parentKeyName ?? state.tie?.parentColumn ?? 'id';
    outer.conditions.push({ column, operator: wanted ? 'in' : 'not in', values, inGroup: true });
    return call.self;
  };

/** `has('posts')`, `whereHas('posts', fn ($query) => …)` and their opposites. */
export const hasMethods: Readonly<Record<string, NativeMethod>> = {
  whereHas: has(true, 'and', 1),
  has: has(true, 'and', 99),
  orWhereHas: has(true, 'or', 1),
  whereDoesntHave: has(false, 'and', 1),
  doesntHave: has(false, 'and', 99),
  orWhereDoesntHave: has(false, 'or', 1),
  withWhereHas: has(true, 'and', 1),
  whereRelation(call) {
    const [name = null, ...given] = call.args;
    return has(true, 'and', 1)(callWith(call, { args: [name, condition(call, 'where', given)] }));
  },
};

const CONDITION = 'Illuminate\\Database\\Eloquent\\RelationCondition';

/** A callable that narrows a query by one call. */
function condition(call: NativeCall, method: string, args: readonly Value[]): Value {
  return call.php.makeNative(CONDITION, { method, args });
}

/** What `whereRelation('posts', 'state', 'new')` narrows the relation by. */
export const relationCondition: NativeClass = {
  name: CONDITION,
  methods: {
    __invoke(call) {
      const query = call.args[0] ?? null;
      const { method, args } = call.self!.internal as { method: string; args: readonly Value[] };
      return isObject(query) ? call.php.callMethod(query, method, args, call.range) : null;
    },
  },
};
