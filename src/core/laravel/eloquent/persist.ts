import type { NativeCall } from '../../php/classes';
import {
  arrayOf,
  isUnknown,
  listOf,
  type PhpArray,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { withoutValue } from '../../schema/data';
import { findTable } from '../../schema/lookup';
import { databaseOf } from '../../session/session';
import { fullTable, type QueryState } from '../database/queryState';
import { deleteRows, destroyRows, insertRows, newKey, updateRows } from '../database/queryWrites';
import { runtimeOf, worldKey } from '../runtime';
import { runTime, TIME } from '../support/carbon';
import {
  changedAttributes,
  giveUniqueIds,
  markStored,
  putRaw,
  rawOf,
  StoredRow,
  setRaw,
  timeColumns,
} from './attributes';
import { fire, hooksOf } from './events';
import { factsOf } from './facts';
import { keyedState, keyName, modelState } from './modelQuery';

/** Where code that is not followed has to give a value that the server asks for, nobody knows whether it does. */
function doubtLacking(call: NativeCall, state: QueryState, given: PhpArray, hooks: Unknown): void {
  const { session } = runtimeOf(call.php);
  const [table, key] = [fullTable(call, state), worldKey(call.php, state.name)];
  const database = key === null || isUnknown(table) ? null : databaseOf(session, key);
  const there = database && findTable(database.schema, database.server, String(table));
  const names = new Set([...given.entries.keys()].map((name) => String(name).toLowerCase()));
  if (there && withoutValue(database.server, there, names))
    session.doubts.push({ reason: hooks.reason, range: call.range });
}

/** Writes of models say when; which moment that is nobody knows. (HasTimestamps::updateTimestamps) */
function giveTimes(
  call: NativeCall,
  model: PhpObject,
  names: readonly (string | null)[],
  changed: PhpArray,
): void {
  const { entries } = rawOf(model);
  for (const name of names) {
    if (name === null || changed.entries.has(name)) continue;
    // What this run has written a moment ago has the same second.
    const before = entries.get(name) ?? null;
    if (!isUnknown(before) || before.reason !== TIME) putRaw(model, name, runTime(call));
  }
}

/** `save()`: a new object's row is inserted, another's is changed. False where the model's own code stops it. */
export function save(call: NativeCall, model: PhpObject): Value {
  if (!fire(call, model, 'saving')) return false;
  const { internal: stored } = model;
  const done = stored instanceof StoredRow ? changeRow(call, model, stored) : insertRow(call, model);
  if (!done) return false;
  fire(call, model, 'saved');
  markStored(model);
  return true;
}

/** Inserts the row of a new model object, which stands for it from then on. (Model::performInsert) */
function insertRow(call: NativeCall, model: PhpObject): boolean {
  giveUniqueIds(call, model);
  if (!fire(call, model, 'creating')) return false;
  const { created, updated } = timeColumns(call, model.class, model);
  giveTimes(call, model, [updated, created], rawOf(model));
  const state = modelState(call, model.class, model);
  const hooks = hooksOf(call, model.class);
  const values = rawOf(model);
  if (hooks) doubtLacking(call, state, values, hooks);
  // One row as a list of one is sorted by its columns; a model's insert is not.
  insertRows(call, state, hooks ?? (values.entries.size > 0 ? values : listOf([values])));
  const key = keyName(call, model);
  if (!rawOf(model).entries.has(key) && factsOf(call, model.class, model).incrementing)
    putRaw(model, key, newKey(call, state));
  model.properties.set('wasRecentlyCreated', true);
  model.properties.set('exists', true);
  fire(call, model, 'created');
  return true;
}

/** Changes the row by what differs. (Model::performUpdate) */
function changeRow(call: NativeCall, model: PhpObject, stored: StoredRow): boolean {
  if (changedAttributes(model, stored).entries.size === 0) return true;
  if (!fire(call, model, 'updating')) return false;
  giveTimes(call, model, [timeColumns(call, model.class, model).updated], changedAttributes(model, stored));
  const changed = changedAttributes(model, stored);
  if (changed.entries.size > 0) {
    updateRows(call, keyedState(call, model), hooksOf(call, model.class) ?? changed);
    fire(call, model, 'updated');
  }
  return true;
}

/** `touch()`: only the time of the last change. */
export function touch(call: NativeCall, model: PhpObject): Value {
  const { updated } = timeColumns(call, model.class, model);
  if (!(model.internal instanceof StoredRow) || updated === null) return false;
  giveTimes(call, model, [updated], arrayOf([]));
  return save(call, model);
}

/** `delete()` and `forceDelete()` of a model object: its row is deleted, or marked as deleted. */
export function remove(call: NativeCall, model: PhpObject, forced: boolean): Value {
  if (!(model.internal instanceof StoredRow)) return null;
  if (forced && !fire(call, model, 'forceDeleting')) return false;
  if (!fire(call, model, 'deleting')) return false;
  const state = keyedState(call, model);
  if (forced) destroyRows(call, state);
  else deleteRows(call, state);
  const isMarked = !forced && state.deletedAt !== null;
  if (isMarked) {
    putRaw(model, state.deletedAt ?? '', runTime(call));
    markStored(model);
    fire(call, model, 'trashed');
  } else {
    model.internal = null;
    model.properties.set('exists', false);
  }
  fire(call, model, 'deleted');
  if (forced) fire(call, model, 'forceDeleted');
  return true;
}

/** `restore()` of a row that is marked as deleted. */
export function restore(call: NativeCall, model: PhpObject): Value {
  const { deletedAt } = factsOf(call, model.class, model);
  if (deletedAt === null || !fire(call, model, 'restoring')) return false;
  putRaw(model, deletedAt, null);
  const saved = save(call, model);
  fire(call, model, 'restored');
  return saved;
}

/** A new object with the attributes of a row, without its key and times. */
export function replicate(call: NativeCall, model: PhpObject): PhpObject {
  const { created, updated } = timeColumns(call, model.class, model);
  const left = new Set([keyName(call, model), created, updated]);
  const copy = call.php.makeNative(model.class.name, null);
  setRaw(copy, arrayOf([...rawOf(model).entries].filter(([name]) => !left.has(String(name)))));
  fire(call, copy, 'replicating');
  return copy;
}
