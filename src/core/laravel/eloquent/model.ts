import type { NativeCall, NativeClass, NativeMethod, PhpClass } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, listOf, type PhpObject, type Value } from '../../php/values';
import { ELOQUENT_BUILDER, QueryState, tableName } from '../database/queryState';
import { deleteRows, insertRows, updateRows } from '../database/queryWrites';
import { runtimeOf } from '../runtime';
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
function withTimestamps(call: NativeCall, values: Value): Value {
  if (!isArray(values) || !call.static) return values;
  const timestamps = call.php.propertyDefault(call.static, 'timestamps');
  if (timestamps === false) return values;
  const entries = new Map(values.entries);
  for (const name of ['created_at', 'updated_at']) {
    if (!entries.has(name)) entries.set(name, call.php.unknown('the time of a run', call.range));
  }
  return arrayOf(entries);
}

function create(call: NativeCall): Value {
  const given = call.args[0] ?? listOf([]);
  if (isUnknown(given)) return given;
  insertRows(call, stateOf(modelQuery(call)), withTimestamps(call, given));
  return filledModel(call, given);
}

/** An object of the model's class with the attributes as properties. */
function filledModel(call: NativeCall, attributes: Value): PhpObject {
  const model = call.php.makeNative(call.static?.name ?? MODEL, null);
  if (isArray(attributes))
    for (const [name, value] of attributes.entries) model.properties.set(String(name), value);
  return model;
}

function firstOrCreate(call: NativeCall): Value {
  const [attributes = null, values = null] = call.args;
  if (!isArray(attributes)) return call.php.unknown('firstOrCreate with unknown attributes', call.range);
  const query = modelQuery(call);
  for (const [column, value] of attributes.entries)
    call.php.callMethod(query, 'where', [String(column), value], call.range);
  const found = call.php.callMethod(query, 'first', [], call.range);
  if (isUnknown(found)) {
    const exists = call.php.unknown(`whether there is a row: ${found.reason}`, call.range);
    if (call.php.truth(exists, call.range)) return found;
  } else if (found !== null) return found;
  const merged = arrayOf([...attributes.entries, ...(isArray(values) ? values.entries : [])]);
  return create({ ...call, args: [merged] });
}

function updateOrCreate(call: NativeCall): Value {
  const [attributes = null, values = null] = call.args;
  const found = firstOrCreate(call);
  if (isArray(attributes) && isArray(values) && found !== null) {
    const state = stateOf(modelQuery(call));
    for (const [column, value] of attributes.entries) {
      state.conditions.push({ column: String(column), operator: '=', values: [value] });
    }
    updateRows(call, state, values);
  }
  return found;
}

/** The attributes that code has set on a model object. */
function attributesOf(call: NativeCall): Value {
  const declared = new Set([
    'table',
    'primaryKey',
    'keyType',
    'incrementing',
    'fillable',
    'guarded',
    'casts',
    'hidden',
    'timestamps',
    'connection',
    'with',
    'appends',
    'dates',
    'attributes',
    'exists',
  ]);
  const entries = [...(call.self?.properties ?? [])].filter(([name]) => !declared.has(name));
  return arrayOf(entries);
}

function save(call: NativeCall): Value {
  const key = call.self?.properties.get('id') ?? null;
  const state = stateOf(modelQuery(call));
  if (key === null) insertRows(call, state, withTimestamps(call, attributesOf(call)));
  else {
    state.conditions.push({ column: 'id', operator: '=', values: [key] });
    updateRows(call, state, attributesOf(call));
  }
  return true;
}

function fill(call: NativeCall): Value {
  const attributes = call.args[0] ?? null;
  if (isArray(attributes)) {
    for (const [name, value] of attributes.entries) call.self?.properties.set(String(name), value);
  }
  return call.self;
}

function keyed(call: NativeCall): QueryState {
  const state = stateOf(modelQuery(call));
  state.conditions.push({ column: 'id', operator: '=', values: [call.self?.properties.get('id') ?? null] });
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

const relation: NativeMethod = (call) => call.php.unknown('relations of models are not followed', call.range);

const instanceMethods: Readonly<Record<string, NativeMethod>> = {
  getTable: (call) => (call.static ? readTable(call) : null),
  getKeyName: (call) => call.php.propertyDefault(call.static!, 'primaryKey') ?? 'id',
  getKeyType: (call) => call.php.propertyDefault(call.static!, 'keyType') ?? 'int',
  getIncrementing: (call) => call.php.propertyDefault(call.static!, 'incrementing') ?? true,
  getForeignKey: fact('foreignKey'),
  getKey: (call) => call.self?.properties.get('id') ?? null,
  getConnectionName: (call) => call.php.propertyDefault(call.static!, 'connection') ?? null,
  save,
  saveQuietly: save,
  saveOrFail: save,
  push: save,
  fill,
  forceFill: fill,
  update: (call) => updateRows(call, keyed(call), call.args[0] ?? null),
  updateQuietly: (call) => updateRows(call, keyed(call), call.args[0] ?? null),
  delete: (call) => deleteRows(call, keyed(call)),
  forceDelete: (call) => deleteRows(call, keyed(call)),
  setAttribute(call) {
    call.self?.properties.set(String(call.args[0] ?? ''), call.args[1] ?? null);
    return call.self;
  },
  getAttribute: (call) => call.self?.properties.get(String(call.args[0] ?? '')) ?? null,
  refresh: same,
  fresh: same,
  load: same,
  setConnection: same,
  setTable(call) {
    call.self?.properties.set('table', call.args[0] ?? null);
    return call.self;
  },
  toArray: attributesOf,
  attributesToArray: attributesOf,
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

const staticMethods: Readonly<Record<string, NativeMethod>> = {
  query: modelQuery,
  newQuery: modelQuery,
  newModelQuery: modelQuery,
  on: modelQuery,
  all: (call) => call.php.callMethod(modelQuery(call), 'get', [], call.range),
  create,
  forceCreate: create,
  createQuietly: create,
  firstOrCreate,
  updateOrCreate,
  firstOrNew: (call) => call.php.unknown('a model that may be new', call.range),
  unguard: () => null,
  reguard: () => null,
  unguarded: (call) => call.php.callValue(call.args[0] ?? null, [], call.range),
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
    construct(call) {
      const attributes = call.args[0] ?? null;
      if (isArray(attributes)) {
        for (const [name, value] of attributes.entries) call.self?.properties.set(String(name), value);
      }
    },
    methods: instanceMethods,
    statics: staticMethods,
    // Everything else is a method of the query, for the class and for its objects.
    callStatic: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    call: (call, method) => call.php.callMethod(modelQuery(call), method, call.args, call.range),
    get: (call, property) => call.php.unknown(`the attribute ${property} of a model`, call.range),
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
