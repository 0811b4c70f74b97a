import type { NativeCall, NativeClass, NativeMethod, PhpClass } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  listOf,
  type PhpArray,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { withoutValue } from '../../schema/data';
import { findTable } from '../../schema/lookup';
import { databaseOf, doubtRows } from '../../session/session';
import { ELOQUENT_BUILDER, fullTable, QueryState, tableName } from '../database/queryState';
import { deleteRows, destroyRows, insertRows, newKey, updateRows } from '../database/queryWrites';
import { runtimeOf, worldKey } from '../runtime';
import { studlyCase } from '../support/inflect';
import {
  attributesOf,
  changedAttributes,
  fillable,
  hooksOf,
  markStored,
  StoredRow,
  storedAttributes,
  timeColumns,
  withUniqueIds,
} from './attributes';
import { declares, factsOf, guessedTable, MODEL } from './facts';

/** A query on the table of the model that a method was called on. */
function modelQuery(call: NativeCall): PhpObject {
  const cls = call.static;
  if (!cls) throw new Error('a model method was called without a class');
  const facts = factsOf(call, cls, call.self);
  const state = new QueryState(
    facts.connection ?? runtimeOf(call.php).defaultConnection,
    tableName(call, facts.table),
  );
  state.model = cls.name;
  state.deletedAt = facts.deletedAt;
  state.updatedAt = timeColumns(call, cls, call.self).updated;
  if (typeof facts.keyName === 'string') state.keyName = facts.keyName;
  const own = ownBuilder(call, cls);
  if (own) {
    own.internal = state;
    return own;
  }
  return call.php.makeNative(ELOQUENT_BUILDER, state);
}

/** `#[UseEloquentBuilder(UserBuilder::class)]` on the model: the builder's full name. */
function builderAttribute(call: NativeCall, cls: PhpClass): string | null {
  const text = runtimeOf(call.php).application.findClass(cls.name)?.text ?? '';
  const short = /#\[UseEloquentBuilder\(\s*([\w\\]+)::class/.exec(text)?.[1];
  if (short === undefined) return null;
  const full =
    new RegExp(`^use\\s+([\\w\\\\]*\\b${short.replaceAll('\\', '\\\\')});`, 'm').exec(text)?.[1] ?? short;
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

function stateOf(query: PhpObject): QueryState {
  return query.internal as QueryState;
}

/** Writes of models say when; which moment that is nobody knows. */
function withTimes(call: NativeCall, values: PhpArray, names: readonly (string | null)[]): PhpArray {
  const entries = new Map(values.entries);
  for (const name of names) {
    if (name !== null && !entries.has(name))
      entries.set(name, call.php.unknown('the time of a run', call.range));
  }
  return arrayOf(entries);
}

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

/** Inserts the row of a new model object, which stands for it from then on. */
function insertModel(call: NativeCall, model: PhpObject): void {
  const { class: cls } = model;
  const { created, updated } = timeColumns(call, cls, model);
  const given = withUniqueIds(call, cls, attributesOf(call, model));
  const values = withTimes(call, given, [updated, created]);
  const state = stateOf(modelQuery({ ...call, static: cls, self: model }));
  const hooks = hooksOf(call, cls, given.entries.keys(), 'insert');
  if (hooks) doubtLacking(call, state, given, hooks);
  insertRows(call, state, hooks ?? storedAttributes(call, model, values));
  const key = keyName(call, model);
  if (!model.properties.has(key)) model.properties.set(key, newKey(call, state));
  model.properties.set('wasRecentlyCreated', true);
  markStored(model);
}

function keyName(call: NativeCall, model: PhpObject): string {
  const name = factsOf(call, model.class, model).keyName;
  return typeof name === 'string' ? name : 'id';
}

function create(call: NativeCall): Value {
  const given = call.args[0] ?? listOf([]);
  if (isUnknown(given)) return given;
  const model = call.php.instantiate(call.static?.name ?? MODEL, [given], call.range);
  save({ ...call, static: model.class, self: model, args: [] });
  return model;
}

const forceCreate: NativeMethod = (call) => {
  const { switches } = runtimeOf(call.php);
  const before = switches.unguarded;
  switches.unguarded = true;
  const model = create(call);
  switches.unguarded = before;
  return model;
};

/** The row with the attributes, or what `make` does with them and the values where there is none. */
const firstOr =
  (make: NativeMethod): NativeMethod =>
  (call) => {
    const [attributes = null, values = null] = call.args;
    if (!isArray(attributes)) return call.php.unknown('a row with unknown attributes', call.range);
    const query = modelQuery(call);
    for (const [column, value] of attributes.entries)
      call.php.callMethod(query, 'where', [String(column), value], call.range);
    const found = call.php.callMethod(query, 'first', [], call.range);
    if (isUnknown(found)) {
      const exists = call.php.unknown(`whether there is a row: ${found.reason}`, call.range);
      if (call.php.truth(exists, call.range)) return found;
    } else if (found !== null) return found;
    const merged = arrayOf([...attributes.entries, ...(isArray(values) ? values.entries : [])]);
    return make({ ...call, args: [merged] });
  };

const firstOrCreate = firstOr(create);
const firstOrNew = firstOr((call) => call.php.instantiate(call.static?.name ?? MODEL, call.args, call.range));

function updateOrCreate(call: NativeCall): Value {
  const [attributes = null, values = null] = call.args;
  const found = firstOrCreate(call);
  if (!isArray(attributes) || !isArray(values) || found === null) return found;
  if (isObject(found) && found.internal instanceof StoredRow) {
    if (found.properties.get('wasRecentlyCreated') !== true)
      update({ ...call, self: found, static: found.class, args: [values] });
    return found;
  }
  const state = stateOf(modelQuery(call));
  for (const [column, value] of attributes.entries) {
    state.conditions.push({ column: String(column), operator: '=', values: [value] });
  }
  updateRows(call, state, values);
  return found;
}

/** `increment()` of a model object is about its own row. */
const step =
  (method: 'increment' | 'decrement'): NativeMethod =>
  (call) => {
    const isRow = call.self?.internal instanceof StoredRow;
    const query = isRow ? call.php.makeNative(ELOQUENT_BUILDER, keyed(call)) : modelQuery(call);
    const column = call.args[0] ?? null;
    if (isRow && typeof column === 'string')
      call.self?.properties.set(column, call.php.unknown(`${column} after a change`, call.range));
    return call.php.callMethod(query, method, call.args, call.range);
  };

/** `touch()`: only the time of the last change. */
function touch(call: NativeCall): Value {
  if (!(call.self?.internal instanceof StoredRow)) return false;
  if (timeColumns(call, call.self.class, call.self).updated === null) return false;
  updateRows(call, keyed(call), listOf([]));
  return true;
}

/** A new object with the attributes of a row, without its key and times. */
function replicate(call: NativeCall): Value {
  const model = call.self;
  if (!model) return null;
  const { created, updated } = timeColumns(call, model.class, model);
  const left = new Set([keyName(call, model), created, updated]);
  const copy = call.php.makeNative(model.class.name, null);
  for (const [name, value] of attributesOf(call, model).entries)
    if (!left.has(String(name))) copy.properties.set(String(name), value);
  return copy;
}

function save(call: NativeCall): Value {
  const model = call.self;
  if (!model) return call.php.unknown('a model that is not there', call.range);
  const { internal: stored } = model;
  if (!(stored instanceof StoredRow)) {
    insertModel(call, model);
    return true;
  }
  const changed = changedAttributes(call, model, stored);
  if (changed.entries.size > 0) {
    const values = withTimes(call, changed, [timeColumns(call, model.class, model).updated]);
    updateRows(
      call,
      keyed(call),
      hooksOf(call, model.class, changed.entries.keys(), 'update') ?? storedAttributes(call, model, values),
    );
    markStored(model);
  }
  return true;
}

/** `fill()`: what may be filled becomes attributes. */
function fill(call: NativeCall): Value {
  const attributes = call.args[0] ?? null;
  return call.self && isArray(attributes)
    ? setAll(call.self, fillable(call, call.self.class, attributes))
    : call.self;
}

function forceFill(call: NativeCall): Value {
  const attributes = call.args[0] ?? null;
  return call.self && isArray(attributes) ? setAll(call.self, attributes) : call.self;
}

function setAll(model: PhpObject, attributes: PhpArray): PhpObject {
  for (const [name, value] of attributes.entries) model.properties.set(String(name), value);
  return model;
}

/** `update()` of a model object fills and saves. */
function update(call: NativeCall): Value {
  if (!(call.self?.internal instanceof StoredRow)) {
    // Called on the class, it is the query's; on an object that is no row it does nothing.
    return call.self ? false : updateRows(call, stateOf(modelQuery(call)), call.args[0] ?? null);
  }
  fill(call);
  return save(call);
}

function keyed(call: NativeCall): QueryState {
  const state = stateOf(modelQuery(call));
  // A row that is at hand is found, deleted or not.
  state.trashed = true;
  const key = call.self ? keyName(call, call.self) : 'id';
  state.conditions.push({ column: key, operator: '=', values: [call.self?.properties.get(key) ?? null] });
  return state;
}

const fact =
  (name: 'table' | 'keyName' | 'foreignKey'): NativeMethod =>
  (call) => {
    if (!call.static) return null;
    const own = factsOf(call, call.static, null);
    return own[name];
  };

const same: NativeMethod = (call) => call.self;

/** What is written through a relation is not followed: any rows may be there after it. */
const relation: NativeMethod = (call) => {
  doubtRows(runtimeOf(call.php).session);
  return call.php.unknown('relations of models are not followed', call.range);
};

const instanceMethods: Readonly<Record<string, NativeMethod>> = {
  getTable: (call) => (call.static ? readTable(call) : null),
  getKeyName: (call) => call.php.propertyDefault(call.static!, 'primaryKey') ?? 'id',
  getKeyType: (call) => call.php.propertyDefault(call.static!, 'keyType') ?? 'int',
  getIncrementing: (call) => call.php.propertyDefault(call.static!, 'incrementing') ?? true,
  getForeignKey: fact('foreignKey'),
  getKey: (call) => call.self?.properties.get(keyName(call, call.self)) ?? null,
  getConnectionName: (call) => call.php.propertyDefault(call.static!, 'connection') ?? null,
  save,
  saveQuietly: save,
  saveOrFail: save,
  push: save,
  fill,
  forceFill,
  update,
  updateQuietly: update,
  delete: (call) => deleteRows(call, keyed(call)),
  forceDelete: (call) => destroyRows(call, keyed(call)),
  setAttribute(call) {
    call.self?.properties.set(String(call.args[0] ?? ''), call.args[1] ?? null);
    return call.self;
  },
  getAttribute: (call) => call.self?.properties.get(String(call.args[0] ?? '')) ?? null,
  increment: step('increment'),
  decrement: step('decrement'),
  touch,
  replicate,
  refresh: same,
  fresh: same,
  load: same,
  setConnection: same,
  setTable(call) {
    call.self?.properties.set('table', call.args[0] ?? null);
    return call.self;
  },
  toArray: (call) => (call.self ? attributesOf(call, call.self) : null),
  attributesToArray: (call) => (call.self ? attributesOf(call, call.self) : null),
  hasMany: relation,
  hasOne: relation,
  belongsTo: relation,
  belongsToMany: relation,
  morphMany: relation,
  morphTo: relation,
  morphToMany: relation,
  hasManyThrough: relation,
};

/** The table as the class or the object says; without asking a `getTable` of its own again. */
function readTable(call: NativeCall): Value {
  const cls = call.static;
  if (!cls) return null;
  const set = call.self?.properties.get('table') ?? call.php.propertyDefault(cls, 'table') ?? null;
  if (set !== null) return set;
  return guessedTable(cls.name);
}

function guardAll(call: NativeCall, unguarded: boolean): null {
  runtimeOf(call.php).switches.unguarded = unguarded;
  return null;
}

const staticMethods: Readonly<Record<string, NativeMethod>> = {
  query: modelQuery,
  newQuery: modelQuery,
  newModelQuery: modelQuery,
  on: modelQuery,
  all: (call) => call.php.callMethod(modelQuery(call), 'get', [], call.range),
  create,
  forceCreate,
  createQuietly: create,
  firstOrCreate,
  updateOrCreate,
  firstOrNew,
  unguard: (call) => guardAll(call, call.args[0] !== false),
  reguard: (call) => guardAll(call, false),
  unguarded(call) {
    const before = runtimeOf(call.php).switches.unguarded;
    guardAll(call, true);
    const answer = call.php.callValue(call.args[0] ?? null, [], call.range);
    guardAll(call, before);
    return answer;
  },
  withoutEvents: (call) => call.php.callValue(call.args[0] ?? null, [], call.range),
  flushEventListeners: () => null,
  factory: (call) => call.php.unknown('made-up data is different every time', call.range),
};

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

export const modelClasses: readonly NativeClass[] = [
  {
    name: MODEL,
    interfaces: ['ArrayAccess', 'JsonSerializable'],
    construct: fill,
    methods: instanceMethods,
    statics: staticMethods,
    // Everything else is a method of the query, for the class and for its objects.
    callStatic: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    call: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    get(call, property) {
      const accessor = `get${studlyCase(property)}Attribute`;
      return call.self && declares(call.self.class, accessor)
        ? call.php.callMethod(call.self, accessor, [null], call.range)
        : call.php.unknown(`the attribute ${property} of a model`, call.range);
    },
    set(call, property, value) {
      call.self?.properties.set(property, value);
    },
  },
  ...'User Pivot MorphPivot'.split(' ').map((name) => ({
    name:
      name === 'User'
        ? 'Illuminate\\Foundation\\Auth\\User'
        : `Illuminate\\Database\\Eloquent\\Relations\\${name}`,
    parent: MODEL,
  })),
  ...TRAITS.map((name) => ({ name, kind: 'trait' as const })),
];
