import type { NativeCall, PhpClass } from '../../php/classes';
import { isObject, type PhpObject, type Value } from '../../php/values';
import { ELOQUENT_BUILDER, QueryState, tableName } from '../database/queryState';
import { resolveName } from '../providerSources';
import { runtimeOf } from '../runtime';
import { rawOf, timeColumns } from './attributes';
import { bootModel } from './events';
import { declares, factsOf } from './facts';

/** The state of a query on the table of a model. */
export function modelState(call: NativeCall, cls: PhpClass, model: PhpObject | null): QueryState {
  const facts = factsOf(call, cls, model);
  const connection = facts.connection ?? runtimeOf(call.php).defaultConnection;
  const state = new QueryState(connection, tableName(call, facts.table));
  state.model = cls.name;
  state.deletedAt = facts.deletedAt;
  state.updatedAt = timeColumns(call, cls, model).updated;
  if (typeof facts.keyName === 'string') state.keyName = facts.keyName;
  state.scopes = bootModel(call, cls).scopes;
  return state;
}

/** A query on the table of the model class, by the builder that the model has chosen. */
export function queryOn(call: NativeCall, cls: PhpClass, model: PhpObject | null = null): PhpObject {
  const state = modelState(call, cls, model);
  const own = ownBuilder(call, cls);
  if (!own) return call.php.makeNative(ELOQUENT_BUILDER, state);
  own.internal = state;
  return own;
}

/** A query on the table of the model that a method was called on. */
export function modelQuery(call: NativeCall): PhpObject {
  if (!call.static) throw new Error('a model method was called without a class');
  return queryOn(call, call.static, call.self);
}

/** `#[UseEloquentBuilder(UserBuilder::class)]` on the model: the builder's full name. */
function builderAttribute(call: NativeCall, cls: PhpClass): string | null {
  const text = runtimeOf(call.php).application.findClass(cls.name)?.text ?? '';
  const short = /#\[UseEloquentBuilder\(\s*([\w\\]+)::class/.exec(text)?.[1];
  if (short === undefined) return null;
  const full = resolveName(text, short);
  return call.php.findClass(full) ? full : null;
}

/** The application's own builder class, where the model says so by `newEloquentBuilder`. */
function ownBuilder(call: NativeCall, cls: PhpClass): PhpObject | null {
  const named = builderAttribute(call, cls);
  if (named !== null) return call.php.makeNative(named, null);
  if (!declares(cls, 'newEloquentBuilder')) return null;
  const model = call.php.makeNative(cls.name, null);
  const built = call.php.callMethod(model, 'newEloquentBuilder', [null], call.range);
  return isObject(built) && call.php.isA(built.class, ELOQUENT_BUILDER) ? built : null;
}

/** The name of the model's key. */
export function keyName(call: NativeCall, model: PhpObject): string {
  const name = factsOf(call, model.class, model).keyName;
  return typeof name === 'string' ? name : 'id';
}

/** The value of the model's key. */
export const keyOf = (call: NativeCall, model: PhpObject): Value =>
  rawOf(model).entries.get(keyName(call, model)) ?? null;

/** The query that finds the row of a model object, deleted or not. */
export function keyedState(call: NativeCall, model: PhpObject): QueryState {
  const state = modelState(call, model.class, model);
  state.trashed = true;
  state.scopes = NO_SCOPES;
  const key = keyName(call, model);
  state.conditions.push({ column: key, operator: '=', values: [keyOf(call, model)] });
  return state;
}

const NO_SCOPES: ReadonlyMap<string, Value> = new Map();
