import type { NativeCall, NativeMethod } from '../../php/classes';
import { callWith } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  listOf,
  type PhpArray,
  type Unknown,
  type Value,
} from '../../php/values';
import { cell } from '../../session/knownRows';
import { cellOf } from '../database/conditions';
import { foundRows } from '../database/queryReads';
import { QueryState } from '../database/queryState';
import { destroyRows, insertRows, updateRows } from '../database/queryWrites';
import { runTime } from '../support/carbon';
import { arrayable } from '../support/collectionItems';
import { rawOf, setAttribute } from './attributes';
import { save } from './persist';
import { type Pivot, pivotQuery, RelationState } from './relationValues';

function pivotOf(call: NativeCall): { state: RelationState; pivot: Pivot } {
  const state = call.self?.internal;
  if (!(state instanceof RelationState) || !state.pivot)
    throw new Error('a relation without a table between');
  return { state, pivot: state.pivot };
}

/** The ids that `attach(…)` and its like are given, with what their rows have besides; Unknown where not known. */
function givenIds(given: Value, pivot: Pivot): [Value, PhpArray][] | Unknown {
  const idOf = (value: Value): Value =>
    isObject(value) && value.properties.has('attributes')
      ? (rawOf(value).entries.get(pivot.relatedKeyName) ?? null)
      : value;
  if (isUnknown(given)) return given.truthy ? [[given, arrayOf([])]] : given;
  if (isObject(given) && given.properties.has('attributes')) return [[idOf(given), arrayOf([])]];
  const items = isObject(given) || isArray(given) ? arrayable(given) : listOf([given]);
  if (isUnknown(items)) return items;
  return [...items.entries].map(([key, value]): [Value, PhpArray] =>
    isArray(value) ? [key, value] : [idOf(value), arrayOf([])],
  );
}

/** A row between, as Laravel's InteractsWithPivotTable makes it. */
function record(call: NativeCall, pivot: Pivot, id: Value, more: PhpArray): PhpArray {
  const time = () => runTime(call);
  return arrayOf([
    [pivot.relatedKey, id],
    [pivot.foreignKey, pivot.parentValue],
    ...pivot.times.map((name): [string, Value] => [name, time()]),
    ...pivot.given,
    ...more.entries,
  ]);
}

function insertPivots(call: NativeCall, rows: readonly PhpArray[]): void {
  const { state, pivot } = pivotOf(call);
  if (rows.length === 0) return;
  if (pivot.using === null) {
    insertRows(call, new QueryState(state.name, pivot.table), listOf(rows));
    return;
  }
  for (const row of rows) {
    const model = call.php.makeNative(pivot.using, null);
    for (const [name, value] of row.entries) setAttribute(call, model, String(name), value);
    save(call, model);
  }
}

/** `attach($ids, $attributes)`. */
const attach: NativeMethod = (call) => {
  const { pivot } = pivotOf(call);
  const ids = givenIds(call.args[0] ?? null, pivot);
  const given = call.args[1] ?? null;
  const more = isArray(given) ? given : arrayOf([]);
  if (!Array.isArray(ids)) {
    insertPivots(call, [record(call, pivot, ids, more)]);
    return null;
  }
  insertPivots(
    call,
    ids.map(([id, own]) => record(call, pivot, id, arrayOf([...own.entries, ...more.entries]))),
  );
  return null;
};

/** `detach()`, `detach($ids)`. */
const detach: NativeMethod = (call) => {
  const { state, pivot } = pivotOf(call);
  const given = call.args[0] ?? null;
  const ids = given === null ? null : givenIds(given, pivot);
  const values = ids === null ? null : Array.isArray(ids) ? ids.map(([id]) => id) : [ids];
  if (values?.length === 0) return 0;
  return destroyRows(call, pivotQuery(state, pivot, values));
};

/** `sync($ids)`: what is not given goes, what is missing comes, each in a statement of its own. */
const sync =
  (detaching: boolean): NativeMethod =>
  (call) => {
    const { state, pivot } = pivotOf(call);
    const ids = givenIds(call.args[0] ?? null, pivot);
    const found = foundRows(call, pivotQuery(state, pivot, null));
    if (!Array.isArray(ids)) return ids;
    const same = (a: Value, b: Value) => String(cellOf(a) ?? '?') === String(cellOf(b) ?? '!');
    const current = 'kind' in found ? null : found.map((row) => cell(row, pivot.relatedKey) ?? null);
    if (current === null || ids.some(([id]) => isUnknown(id) && current.length > 0)) {
      const some = call.php.unknown(`what is attached already in ${pivot.table}`, call.range);
      if (!call.php.truth(some, call.range))
        for (const [id, own] of ids) insertPivots(call, [record(call, pivot, id, own)]);
      return some;
    }
    const gone = detaching ? current.filter((each) => !ids.some(([id]) => same(id, each))) : [];
    if (gone.length > 0) destroyRows(call, pivotQuery(state, pivot, gone));
    const attached: Value[] = [];
    for (const [id, own] of ids) {
      if (!current.some((each) => same(id, each))) {
        insertPivots(call, [record(call, pivot, id, own)]);
        attached.push(id);
      } else if (own.entries.size > 0) updateRows(call, pivotQuery(state, pivot, [id]), own);
    }
    return arrayOf([
      ['attached', listOf(attached)],
      ['detached', listOf(gone)],
      ['updated', listOf([])],
    ]);
  };

const updateExisting: NativeMethod = (call) => {
  const { state, pivot } = pivotOf(call);
  const query = pivotQuery(state, pivot, null);
  const ids = givenIds(call.args[0] ?? null, pivot);
  const id = Array.isArray(ids) ? (ids[0]?.[0] ?? null) : ids;
  const written = { column: `${pivot.table}.${pivot.relatedKey}`, operator: 'in' };
  query.conditions.push({ column: pivot.relatedKey, operator: 'in', values: [id], written });
  const [, updated] = pivot.times;
  const given = call.args[1] ?? null;
  if (!isArray(given)) return call.php.unknown('the values of a row between', call.range);
  const time = updated === undefined ? [] : [[updated, runTime(call)] as const];
  return updateRows(call, query, arrayOf([...given.entries, ...time]));
};

/** A related object that is made, and attached at once. */
const made =
  (method: 'create' | 'save'): NativeMethod =>
  (call) => {
    const { state } = pivotOf(call);
    const given = call.args[0] ?? arrayOf([]);
    const model =
      method === 'create' && state.model !== null
        ? call.php.instantiate(state.model, [given], call.range)
        : given;
    if (!isObject(model)) return model;
    save(call, model);
    attach(callWith(call, { args: [model, call.args[1] ?? arrayOf([])] }));
    return model;
  };

const chained =
  (change: (call: NativeCall, pivot: Pivot) => void): NativeMethod =>
  (call) => {
    change(call, pivotOf(call).pivot);
    return call.self;
  };

/** What a relation over a table between can do besides a query. */
export const pivotMethods: Readonly<Record<string, NativeMethod>> = {
  attach,
  detach,
  sync: sync(true),
  syncWithoutDetaching: sync(false),
  updateExistingPivot: updateExisting,
  create: made('create'),
  save: made('save'),
  saveQuietly: made('save'),
  withTimestamps: chained((call, pivot) => {
    const [created, updated] = call.args;
    pivot.times = [String(created ?? 'created_at'), String(updated ?? 'updated_at')];
  }),
  using: chained((call, pivot) => {
    Object.assign(pivot, { using: typeof call.args[0] === 'string' ? call.args[0] : null });
  }),
  withPivotValue: chained((call, pivot) => {
    const [column = '', value = null] = call.args;
    pivot.given = [...pivot.given, [String(column), value]];
  }),
  withPivot: (call) => call.self,
  as: (call) => call.self,
};
