import type { NativeCall, NativeMethod } from '../../php/classes';
import { callWith } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, type PhpObject, type Value } from '../../php/values';
import { queryOf } from '../database/queryState';
import { runtimeOf } from '../runtime';
import { setAttribute } from './attributes';
import { quietly } from './events';
import { save } from './persist';
import { RelationState } from './relationValues';

/** A new object of the query's model, as its relation wants it. */
function newModel(call: NativeCall, attributes: Value): PhpObject | null {
  const state = queryOf(call);
  if (state.model === null) return null;
  const model = call.php.instantiate(state.model, [attributes], call.range);
  if (state instanceof RelationState)
    for (const [name, value] of state.given) setAttribute(call, model, name, value);
  return model;
}

const make: NativeMethod = (call) =>
  newModel(call, call.args[0] ?? arrayOf([])) ?? call.php.unknown('a new model', call.range);

const create: NativeMethod = (call) => {
  const given = call.args[0] ?? arrayOf([]);
  if (isUnknown(given)) return given;
  const model = newModel(call, given);
  if (!model) return call.php.unknown('create() of a query without a model', call.range);
  save(call, model);
  return model;
};

const unguarded =
  (run: NativeMethod): NativeMethod =>
  (call) => {
    const { switches } = runtimeOf(call.php);
    const before = switches.unguarded;
    switches.unguarded = true;
    try {
      return run(call);
    } finally {
      switches.unguarded = before;
    }
  };

/** The row with the attributes, or what `otherwise` does with them and the values where there is none. */
const firstOr =
  (otherwise: NativeMethod): NativeMethod =>
  (call) => {
    const [attributes = arrayOf([]), values = null] = call.args;
    if (!isArray(attributes) || !call.self)
      return call.php.unknown('a row with unknown attributes', call.range);
    const query = call.php.makeNative(call.self.class.name, queryOf(call).copy());
    for (const [column, value] of attributes.entries)
      call.php.callMethod(query, 'where', [String(column), value], call.range);
    const found = call.php.callMethod(query, 'first', [], call.range);
    if (isUnknown(found)) {
      const exists = call.php.unknown(`whether there is a row: ${found.reason}`, call.range);
      if (call.php.truth(exists, call.range)) return found;
    } else if (found !== null) return found;
    const more = isObject(values) ? call.php.callValue(values, [], call.range) : values;
    const merged = arrayOf([...attributes.entries, ...(isArray(more) ? more.entries : [])]);
    return otherwise(callWith(call, { args: [merged] }));
  };

const firstOrCreate = firstOr(create);
const firstOrNew = firstOr(make);

const updateOrCreate: NativeMethod = (call) => {
  const [, values = null] = call.args;
  const found = firstOrCreate(call);
  if (!isObject(found)) {
    // A row that may be there: it is changed by what finds it.
    if (isArray(values) && call.self && isArray(call.args[0] ?? null)) {
      const query = call.php.makeNative(call.self.class.name, queryOf(call).copy());
      call.php.callMethod(query, 'where', [call.args[0] ?? null], call.range);
      call.php.callMethod(query, 'update', [values], call.range);
    }
    return found;
  }
  if (found.properties.get('wasRecentlyCreated') !== true)
    call.php.callMethod(found, 'update', [values ?? arrayOf([])], call.range);
  return found;
};

const each =
  (run: NativeMethod): NativeMethod =>
  (call) => {
    const given = call.args[0] ?? null;
    if (!isArray(given)) return call.php.unknown('the rows of several models', call.range);
    const made = [...given.entries.values()].map((one) => run(callWith(call, { args: [one] })));
    return call.php.callValue('collect', [arrayOf(made.map((one, i) => [i, one]))], call.range);
  };

/** Methods of Eloquent's builder that make objects of its model. */
export const eloquentBuilderMethods: Readonly<Record<string, NativeMethod>> = {
  make,
  newModelInstance: make,
  create,
  createQuietly: quietly(create),
  forceCreate: unguarded(create),
  forceCreateQuietly: quietly(unguarded(create)),
  createMany: each(create),
  createManyQuietly: quietly(each(create)),
  makeMany: each(make),
  firstOrCreate,
  createOrFirst: firstOrCreate,
  firstOrNew,
  findOrNew(call) {
    const found = call.self ? call.php.callMethod(call.self, 'find', call.args, call.range) : null;
    return found ?? make(callWith(call, { args: [] }));
  },
  updateOrCreate,
  getModel: (call) => make(callWith(call, { args: [] })),
};
