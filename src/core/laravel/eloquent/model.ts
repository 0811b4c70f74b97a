import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, listOf, type PhpObject, type Value } from '../../php/values';
import { doubtRows } from '../../session/session';
import { ELOQUENT_BUILDER } from '../database/queryState';
import { runtimeOf } from '../runtime';
import {
  ATTRIBUTE,
  attributesToArray,
  changedAttributes,
  fill,
  getAttribute,
  markStored,
  putRaw,
  rawOf,
  StoredRow,
  setAttribute,
  setProperty,
  setRaw,
} from './attributes';
import {
  addGlobalScope,
  bootModel,
  bootTraits,
  eventMethods,
  initializeTraits,
  muted,
  observe,
  quietly,
} from './events';
import { factsOf, guessedTable, MODEL } from './facts';
import { relationCondition } from './has';
import { keyedState, keyOf, modelQuery } from './modelQuery';
import { remove, replicate, restore, save, touch } from './persist';
import { pivotMethods } from './pivot';
import { associate, dissociate, relationClass, relationMethods } from './relations';
import { RelationState, results } from './relationValues';

/** A method of a model object. */
const own =
  (run: (call: NativeCall, model: PhpObject) => Value): NativeMethod =>
  (call) =>
    call.self ? run(call, call.self) : call.php.unknown('a model that is not there', call.range);

const saved = own(save);

/** `increment()` of a model object is about its own row. */
const step =
  (method: 'increment' | 'decrement'): NativeMethod =>
  (call) => {
    const { self } = call;
    const isRow = self?.internal instanceof StoredRow;
    const query =
      self && isRow ? call.php.makeNative(ELOQUENT_BUILDER, keyedState(call, self)) : modelQuery(call);
    const column = call.args[0] ?? null;
    if (self && isRow && typeof column === 'string') {
      putRaw(self, column, call.php.unknown(`${column} after a change`, call.range));
      markStored(self);
    }
    return call.php.callMethod(query, method, call.args, call.range);
  };

/** `update()` of a model object fills and saves; called on the class, it is the query's. */
const update: NativeMethod = (call) => {
  const { self } = call;
  if (!self) return call.php.callMethod(modelQuery(call), 'update', call.args, call.range);
  if (!(self.internal instanceof StoredRow)) return false;
  fill(call, self, call.args[0] ?? null);
  return save(call, self);
};

const forceFill = own((call, model) => {
  const given = call.args[0] ?? null;
  if (isArray(given))
    for (const [name, value] of given.entries) setAttribute(call, model, String(name), value);
  return model;
});

/** `refresh()`: the object as its row is now. */
const fresh = own((call, model) => {
  if (!(model.internal instanceof StoredRow)) return null;
  const query = call.php.makeNative(ELOQUENT_BUILDER, keyedState(call, model));
  return call.php.callMethod(query, 'first', [], call.range);
});

const refresh = own((call, model) => {
  const found = fresh(call);
  if (isObject(found)) {
    setRaw(model, rawOf(found));
    markStored(model);
  } else if (isUnknown(found)) {
    const names = [...rawOf(model).entries.keys()];
    setRaw(model, arrayOf(names.map((name) => [name, found])));
    markStored(model);
  }
  return model;
});

const fact =
  (name: 'table' | 'keyName' | 'foreignKey'): NativeMethod =>
  (call) =>
    call.static ? factsOf(call, call.static, null)[name] : null;

const same: NativeMethod = (call) => call.self;
/** What is given as a list, or one by one. */
const flatArguments = (call: NativeCall): readonly Value[] =>
  call.args.flatMap((each) => (isArray(each) ? [...each.entries.values()] : [each]));

const attribute = (call: NativeCall): string => String(call.args[0] ?? '');

const isDirty = own((call, model) => {
  const stored = model.internal instanceof StoredRow ? model.internal : new StoredRow(new Map());
  const changed = [...changedAttributes(model, stored).entries.keys()];
  const names = flatArguments(call).map(String);
  return changed.some((name) => names.length === 0 || names.includes(String(name)));
});

/** What polymorphic relations call the model: its class's name, unless the application maps it to another. */
const morphClass: NativeMethod = (call) => {
  const mapped = runtimeOf(call.php).application.providers.mapsMorphs;
  return mapped ? call.php.unknown('the name of a model in a map', call.range) : (call.static?.name ?? null);
};

const instanceMethods: Readonly<Record<string, NativeMethod>> = {
  getTable: (call) => readTable(call),
  getKeyName: fact('keyName'),
  getKeyType: (call) => call.php.propertyDefault(call.static!, 'keyType') ?? 'int',
  getIncrementing: (call) => call.php.propertyDefault(call.static!, 'incrementing') ?? true,
  getForeignKey: fact('foreignKey'),
  getMorphClass: morphClass,
  getKey: own(keyOf),
  getConnectionName: (call) => call.php.propertyDefault(call.static!, 'connection') ?? null,
  getConnection: (call) =>
    call.php.callStatic(
      'Illuminate\\Support\\Facades\\DB',
      'connection',
      [call.php.propertyDefault(call.static!, 'connection') ?? null],
      call.range,
    ),
  qualifyColumn: (call) => `${String(readTable(call))}.${attribute(call)}`,
  save: saved,
  saveQuietly: quietly(saved),
  saveOrFail: saved,
  push: saved,
  fill: own((call, model) => {
    fill(call, model, call.args[0] ?? null);
    return model;
  }),
  forceFill,
  update,
  updateOrFail: update,
  updateQuietly: quietly(update),
  delete: own((call, model) => remove(call, model, false)),
  deleteOrFail: own((call, model) => remove(call, model, false)),
  deleteQuietly: quietly(own((call, model) => remove(call, model, false))),
  forceDelete: own((call, model) => remove(call, model, true)),
  forceDeleteQuietly: quietly(own((call, model) => remove(call, model, true))),
  restore: own(restore),
  trashed: own((call, model) => {
    const { deletedAt } = factsOf(call, model.class, model);
    return deletedAt !== null && (rawOf(model).entries.get(deletedAt) ?? null) !== null;
  }),
  setAttribute: own((call, model) => {
    setAttribute(call, model, attribute(call), call.args[1] ?? null);
    return model;
  }),
  getAttribute: own((call, model) => getAttribute(call, model, attribute(call))),
  getAttributeValue: own((call, model) => getAttribute(call, model, attribute(call))),
  getRawOriginal: own((call, model) => originalOf(call, model)),
  getOriginal: own((call, model) => originalOf(call, model)),
  getAttributes: own((_call, model) => rawOf(model)),
  setRawAttributes: own((call, model) => {
    const given = call.args[0] ?? null;
    if (isArray(given)) setRaw(model, given);
    return model;
  }),
  isDirty,
  wasChanged: own((call) => call.php.unknown('what was changed last', call.range)),
  increment: step('increment'),
  decrement: step('decrement'),
  touch: own(touch),
  replicate: own(replicate),
  refresh,
  fresh,
  load: same,
  loadMissing: same,
  loadCount: same,
  makeHidden: same,
  makeVisible: same,
  append: same,
  unsetRelation: same,
  unsetRelations: same,
  withoutRelations: same,
  setRelation: same,
  setConnection: same,
  setTable(call) {
    call.self?.properties.set('table', call.args[0] ?? null);
    return call.self;
  },
  newInstance: own((call, model) => call.php.instantiate(model.class.name, call.args, call.range)),
  toArray: own(attributesToArray),
  attributesToArray: own(attributesToArray),
  jsonSerialize: own(attributesToArray),
  toJson: own((call, model) =>
    call.php.callValue('json_encode', [attributesToArray(call, model)], call.range),
  ),
  only: own((call, model) => {
    const names = flatArguments(call);
    return arrayOf(
      names.map((name): [string, Value] => [String(name), getAttribute(call, model, String(name))]),
    );
  }),
  is: own((call, model) => {
    const other = call.args[0] ?? null;
    return isObject(other) && other.class === model.class && keyOf(call, other) === keyOf(call, model);
  }),
  getRelationValue: own((call, model) => getAttribute(call, model, attribute(call))),
  offsetExists: own((call, model) => getAttribute(call, model, attribute(call)) !== null),
  offsetGet: own((call, model) => getAttribute(call, model, attribute(call))),
  offsetSet: own((call, model) => {
    setAttribute(call, model, attribute(call), call.args[1] ?? null);
    return null;
  }),
  offsetUnset: own((call, model) => {
    setRaw(model, arrayOf([...rawOf(model).entries].filter(([name]) => name !== attribute(call))));
    return null;
  }),
  ...relationMethods,
};

function originalOf(call: NativeCall, model: PhpObject): Value {
  const original = model.internal instanceof StoredRow ? model.internal.original : new Map();
  return call.args.length === 0 ? arrayOf(original) : (original.get(attribute(call)) ?? null);
}

/** The table as the class or the object says; without asking a `getTable` of its own again. */
function readTable(call: NativeCall): Value {
  const cls = call.static;
  if (!cls) return null;
  const set = call.self?.properties.get('table') ?? call.php.propertyDefault(cls, 'table') ?? null;
  return set ?? guessedTable(cls.name);
}

function guardAll(call: NativeCall, unguarded: boolean): null {
  runtimeOf(call.php).switches.unguarded = unguarded;
  return null;
}

/** `User::destroy([1, 2])`: each that is there is deleted as an object. */
function destroy(call: NativeCall): Value {
  const given = flatArguments(call);
  const query = modelQuery(call);
  call.php.callMethod(query, 'whereKey', [listOf(given)], call.range);
  const found = call.php.callMethod(query, 'get', [], call.range);
  if (isUnknown(found)) {
    doubtRows(runtimeOf(call.php).session);
    return found;
  }
  const all = call.php.callMethod(found as PhpObject, 'all', [], call.range);
  const models = isArray(all) ? [...all.entries.values()].filter(isObject) : [];
  for (const model of models) call.php.callMethod(model, 'delete', [], call.range);
  return models.length;
}

/** The callback without the times of this class's objects. */
function withoutTimestamps(call: NativeCall): Value {
  const { switches } = runtimeOf(call.php);
  const before = switches.timeless;
  switches.timeless = call.static ? [...before, call.static.name] : before;
  try {
    return call.php.callValue(call.args[0] ?? null, [], call.range);
  } finally {
    switches.timeless = before;
  }
}

const staticMethods: Readonly<Record<string, NativeMethod>> = {
  query: modelQuery,
  newQuery: modelQuery,
  newModelQuery: modelQuery,
  newQueryWithoutScopes: (call) =>
    call.php.callMethod(modelQuery(call), 'withoutGlobalScopes', [], call.range),
  on: modelQuery,
  all: (call) => call.php.callMethod(modelQuery(call), 'get', [], call.range),
  destroy,
  unguard: (call) => guardAll(call, call.args[0] !== false),
  reguard: (call) => guardAll(call, false),
  unguarded(call) {
    const before = runtimeOf(call.php).switches.unguarded;
    guardAll(call, true);
    const answer = call.php.callValue(call.args[0] ?? null, [], call.range);
    guardAll(call, before);
    return answer;
  },
  withoutEvents: (call) => muted(call, () => call.php.callValue(call.args[0] ?? null, [], call.range)),
  withoutTimestamps,
  flushEventListeners(call) {
    if (call.static) bootModel(call, call.static).listeners.clear();
    return null;
  },
  unsetEventDispatcher(call) {
    runtimeOf(call.php).switches.muted = true;
    return null;
  },
  boot(call) {
    if (call.static) bootTraits(call, call.static);
    return null;
  },
  booting: () => null,
  booted: () => null,
  observe(call) {
    const given = call.args[0] ?? null;
    const all = isArray(given) ? [...given.entries.values()] : [given];
    for (const observer of all) if (call.static) observe(call, call.static, observer);
    return null;
  },
  addGlobalScope,
  factory: (call) => call.php.unknown('made-up data is different every time', call.range),
  ...eventMethods,
};

/** Attributes of the arguments, in an object that is ready for them. */
function construct(call: NativeCall): void {
  const { self } = call;
  if (!self) return;
  bootModel(call, self.class);
  initializeTraits(call, self);
  fill(call, self, call.args[0] ?? null);
}

const TRAITS = [
  ...'HasUuids HasUlids HasVersion4Uuids HasVersion7Uuids HasTimestamps'
    .split(' ')
    .map((name) => `Illuminate\\Database\\Eloquent\\Concerns\\${name}`),
  ...'Factories\\HasFactory SoftDeletes Prunable MassPrunable BroadcastsEvents'
    .split(' ')
    .map((name) => `Illuminate\\Database\\Eloquent\\${name}`),
  'Illuminate\\Notifications\\Notifiable',
  'Illuminate\\Auth\\Authenticatable',
  'Illuminate\\Auth\\MustVerifyEmail',
  'Illuminate\\Auth\\Passwords\\CanResetPassword',
  'Illuminate\\Foundation\\Auth\\Access\\Authorizable',
  'Laravel\\Sanctum\\HasApiTokens',
  'Laravel\\Passport\\HasApiTokens',
];

/** Methods of a relation that save objects which are at hand. */
const relationWrites: Readonly<Record<string, NativeMethod>> = {
  save(call) {
    const [model = null] = call.args;
    const state = call.self?.internal;
    if (!isObject(model) || !(state instanceof RelationState)) return model;
    for (const [name, value] of state.given) setAttribute(call, model, name, value);
    return save(call, model) === false ? false : model;
  },
  saveMany(call) {
    const [given = null] = call.args;
    const all = isObject(given) ? call.php.callMethod(given, 'all', [], call.range) : given;
    for (const model of isArray(all) ? all.entries.values() : [])
      call.php.callMethod(call.self!, 'save', [model], call.range);
    return given;
  },
  getResults: (call) => (call.self ? results(call, call.self) : null),
  associate,
  dissociate,
  withDefault: (call) => call.self,
  chaperone: (call) => call.self,
};

const RELATION = relationClass('Relation');
const PIVOTS = ['BelongsToMany', 'MorphToMany'];
const OTHERS =
  'HasMany HasOne MorphMany MorphOne BelongsTo MorphTo HasManyThrough HasOneThrough HasOneOrMany MorphOneOrMany'.split(
    ' ',
  );

/** `Attribute::make(get: fn ($value) => …, set: fn ($value) => …)`. */
function attributeObject(call: NativeCall, get: Value, set: Value): PhpObject {
  const made = call.php.makeNative(ATTRIBUTE, null);
  made.properties.set('get', get);
  made.properties.set('set', set);
  return made;
}

const attributeClass: NativeClass = {
  name: ATTRIBUTE,
  construct(call) {
    call.self?.properties.set('get', call.args[0] ?? call.named.get('get') ?? null);
    call.self?.properties.set('set', call.args[1] ?? call.named.get('set') ?? null);
  },
  statics: {
    make: (call) =>
      attributeObject(
        call,
        call.args[0] ?? call.named.get('get') ?? null,
        call.args[1] ?? call.named.get('set') ?? null,
      ),
    get: (call) => attributeObject(call, call.args[0] ?? null, null),
    set: (call) => attributeObject(call, null, call.args[0] ?? null),
  },
  methods: { shouldCache: same, withoutObjectCaching: same },
};

export const modelClasses: readonly NativeClass[] = [
  {
    name: MODEL,
    interfaces: ['ArrayAccess', 'JsonSerializable'],
    constants: { CREATED_AT: 'created_at', UPDATED_AT: 'updated_at' },
    properties: { attributes: arrayOf([]) },
    construct,
    methods: instanceMethods,
    statics: staticMethods,
    // Everything else is a method of the query, for the class and for its objects.
    callStatic: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    call: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    get: (call, property) =>
      call.self ? getAttribute(call, call.self, property) : call.php.unknown('an attribute', call.range),
    set(call, property, value) {
      if (call.self) setProperty(call, call.self, property, value);
    },
  },
  { name: 'Illuminate\\Foundation\\Auth\\User', parent: MODEL },
  ...['Pivot', 'MorphPivot'].map((name) => ({ name: relationClass(name), parent: MODEL })),
  {
    name: RELATION,
    parent: ELOQUENT_BUILDER,
    methods: relationWrites,
    statics: { morphMap: () => listOf([]), enforceMorphMap: () => listOf([]), requireMorphMap: () => null },
  },
  ...OTHERS.map((name) => ({ name: relationClass(name), parent: RELATION })),
  ...PIVOTS.map((name) => ({ name: relationClass(name), parent: RELATION, methods: pivotMethods })),
  attributeClass,
  relationCondition,
  { name: 'Illuminate\\Database\\Eloquent\\Scope', kind: 'interface' },
  { name: 'Illuminate\\Contracts\\Database\\Eloquent\\CastsAttributes', kind: 'interface' },
  ...TRAITS.map((name) => ({ name, kind: 'trait' as const })),
];
