import { argument, callWith, type NativeCall, type NativeMethod, type PhpClass } from '../../php/classes';
import { machineOf } from '../../php/machineOf';
import { shortName } from '../../php/names';
import { isObject, isUnknown, type PhpObject, type Unknown, type Value } from '../../php/values';
import type { Condition } from '../database/queryState';
import { pluralWord, snakeCase } from '../support/inflect';
import { getAttribute, rawOf } from './attributes';
import { factsOf, isModel } from './facts';
import { keyName, modelState } from './modelQuery';
import { type Pivot, RelationState } from './relationValues';

const RELATIONS = 'Illuminate\\Database\\Eloquent\\Relations\\';
export const relationClass = (name: string): string => RELATIONS + name;

/** The related model's class; Unknown where it is not in the application. */
function relatedClass(call: NativeCall): PhpClass | Unknown {
  const given = argument(call, 0, 'related') ?? null;
  if (typeof given !== 'string') return call.php.unknown('the model of a relation', call.range);
  const cls = call.php.findClass(given);
  if (cls && isModel(call.php, cls)) return cls;
  return call.php.unknown(`the class ${given} is not in the application`, call.range);
}

/** An empty relation to the class. */
function relationTo(call: NativeCall, cls: PhpClass): RelationState {
  const plain = modelState(call, cls, null);
  const state = new RelationState(plain.name, plain.table);
  Object.assign(state, plain);
  state.parent = call.self;
  return state;
}

const isClass = (value: PhpClass | Unknown): value is PhpClass => !('reason' in value);

/** A given name of a column, or the usual one. */
function named(call: NativeCall, index: number, name: string, usual: () => Value): string {
  const given = argument(call, index, name) ?? null;
  return String(given ?? usual() ?? 'id');
}

const condition = (
  column: string,
  table: Value,
  operator: Condition['operator'],
  values: readonly Value[],
): Condition => ({
  column,
  operator,
  values,
  written: { column: `${String(table)}.${column}`, operator },
});

const ownKey = (call: NativeCall) => (call.self ? keyName(call, call.self) : 'id');

/** What a model is called in the columns of polymorphic relations; a map of the application may rename it. */
function morphName(call: NativeCall): Value {
  if (!call.self) return null;
  return call.php.callMethod(call.self, 'getMorphClass', [], call.range);
}

/** `hasMany(Post::class)`, `hasOne(…)`: the rows that keep the parent's key. */
const has =
  (kind: 'HasMany' | 'HasOne'): NativeMethod =>
  (call) => {
    const cls = relatedClass(call);
    if (!isClass(cls)) return cls;
    const { self } = call;
    const state = relationTo(call, cls);
    const foreignKey = named(call, 1, 'foreignKey', () =>
      self ? factsOf(call, self.class, self).foreignKey : null,
    );
    const localKey = named(call, 2, 'localKey', () => ownKey(call));
    const column = foreignKey.split('.').pop() ?? foreignKey;
    const value = self ? (rawOf(self).entries.get(localKey) ?? null) : null;
    state.isOne = kind === 'HasOne';
    state.isEmpty = value === null;
    state.conditions.push(
      condition(column, state.table, '=', [value]),
      condition(column, state.table, 'not null', []),
    );
    state.given = [[column, value]];
    state.tie = { parentColumn: localKey, ownColumn: column, isParentFirst: true, morphType: null };
    return call.php.makeNative(relationClass(kind), state);
  };

/** `morphMany(Note::class, 'notable')`: the rows that keep the parent's key and class. */
const morph =
  (kind: 'MorphMany' | 'MorphOne'): NativeMethod =>
  (call) => {
    const cls = relatedClass(call);
    if (!isClass(cls)) return cls;
    const name = String(argument(call, 1, 'name') ?? '');
    const type = named(call, 2, 'type', () => `${name}_type`);
    const id = named(call, 3, 'id', () => `${name}_id`);
    const localKey = named(call, 4, 'localKey', () => ownKey(call));
    const value = call.self ? (rawOf(call.self).entries.get(localKey) ?? null) : null;
    const state = relationTo(call, cls);
    state.isOne = kind === 'MorphOne';
    state.isEmpty = value === null;
    const written = morphName(call);
    state.conditions.push(
      condition(type, state.table, '=', [written]),
      condition(id, state.table, '=', [value]),
      condition(id, state.table, 'not null', []),
    );
    state.given = [
      [id, value],
      [type, written],
    ];
    state.tie = { parentColumn: localKey, ownColumn: id, isParentFirst: true, morphType: type };
    return call.php.makeNative(relationClass(kind), state);
  };

/** The method of the model that makes the relation: its name decides about columns. */
const caller = (call: NativeCall): string => machineOf(call).frame?.code?.name ?? '';

/** `belongsTo(User::class)`: the row whose key this one keeps. */
const belongsTo: NativeMethod = (call) => {
  const cls = relatedClass(call);
  if (!isClass(cls)) return cls;
  const state = relationTo(call, cls);
  const relation = named(call, 3, 'relation', () => caller(call));
  const key = factsOf(call, cls, null).keyName;
  const foreignKey = named(call, 1, 'foreignKey', () => `${snakeCase(relation)}_${String(key)}`);
  const ownerKey = named(call, 2, 'ownerKey', () => key);
  const value = call.self ? (rawOf(call.self).entries.get(foreignKey) ?? null) : null;
  state.isOne = true;
  state.isEmpty = value === null;
  state.foreignKey = foreignKey;
  state.ownerKey = ownerKey;
  state.conditions.push(condition(ownerKey, state.table, '=', [value]));
  state.tie = { parentColumn: foreignKey, ownColumn: ownerKey, isParentFirst: true, morphType: null };
  return call.php.makeNative(relationClass('BelongsTo'), state);
};

/** `morphTo()`: the row of the class that this one names. */
const morphTo: NativeMethod = (call) => {
  const name = named(call, 0, 'name', () => snakeCase(caller(call)));
  const type = named(call, 1, 'type', () => `${name}_type`);
  const id = named(call, 2, 'id', () => `${name}_id`);
  const { self } = call;
  if (!self) return call.php.unknown('what a row belongs to', call.range);
  const given = rawOf(self).entries.get(type) ?? null;
  const cls = typeof given === 'string' ? call.php.findClass(given) : null;
  if (given !== null && !cls) return call.php.unknown(`which model ${name} is`, call.range);
  const state = relationTo(call, cls ?? self.class);
  const value = rawOf(self).entries.get(id) ?? null;
  state.isOne = true;
  state.isEmpty = value === null || !cls;
  state.foreignKey = id;
  state.ownerKey = cls ? String(factsOf(call, cls, null).keyName) : 'id';
  state.morphType = type;
  state.conditions.push(condition(state.ownerKey, state.table, '=', [value]));
  return call.php.makeNative(relationClass('MorphTo'), state);
};

/** What `morphTo()` is for one of the models that rows may belong to: a relation that no object ties. */
export function morphedTo(call: NativeCall, related: PhpObject, foreignKey: string): RelationState | null {
  if (!isModel(call.php, related.class)) return null;
  const state = relationTo(call, related.class);
  const ownColumn = String(factsOf(call, related.class, null).keyName);
  state.tie = { parentColumn: foreignKey, ownColumn, isParentFirst: true, morphType: null };
  return state;
}

function toMany(call: NativeCall, cls: PhpClass, kind: string, pivot: Pivot): PhpObject {
  const state = relationTo(call, cls);
  state.pivot = pivot;
  state.isEmpty = pivot.parentValue === null;
  const related = `${String(state.table)}.${pivot.relatedKeyName}`;
  const c = { table: pivot.table, on: `${pivot.table}.${pivot.relatedKey}` };
  const relation = call.php.makeNative(relationClass(kind), state);
  call.php.callMethod(relation, 'join', [c.table, related, '=', c.on], call.range);
  state.opaque = null;
  const tied = (column: string, value: Value): Condition => ({
    ...condition(column, pivot.table, '=', [value]),
    isElsewhere: true,
  });
  state.conditions.push(
    tied(pivot.foreignKey, pivot.parentValue),
    ...pivot.given.map(([column, value]) => tied(column, value)),
  );
  return relation;
}

/** `belongsToMany(Role::class)`. */
const belongsToMany: NativeMethod = (call) => {
  const cls = relatedClass(call);
  const { self } = call;
  if (!isClass(cls)) return cls;
  if (!self) return call.php.unknown('a relation of no object', call.range);
  const segments = [snakeCase(shortName(cls.name)), snakeCase(shortName(self.class.name))].sort();
  const facts = factsOf(call, cls, null);
  const given = argument(call, 1, 'table') ?? null;
  const asClass = typeof given === 'string' ? call.php.findClass(given) : null;
  const using = asClass && isModel(call.php, asClass) ? asClass : null;
  const parentKeyName = named(call, 4, 'parentKey', () => ownKey(call));
  return toMany(call, cls, 'BelongsToMany', {
    table: String(using ? factsOf(call, using, null).table : (given ?? segments.join('_'))),
    foreignKey: named(call, 2, 'foreignPivotKey', () => factsOf(call, self.class, self).foreignKey),
    relatedKey: named(call, 3, 'relatedPivotKey', () => facts.foreignKey),
    parentKeyName,
    parentValue: rawOf(self).entries.get(parentKeyName) ?? null,
    relatedKeyName: named(call, 5, 'relatedKey', () => facts.keyName),
    times: [],
    given: [],
    using: using?.name ?? null,
  });
};

/** `morphToMany(Tag::class, 'taggable')`, and `morphedByMany` from the other side. */
const morphToMany =
  (inverse: boolean): NativeMethod =>
  (call) => {
    const cls = relatedClass(call);
    const { self } = call;
    if (!isClass(cls)) return cls;
    if (!self) return call.php.unknown('a relation of no object', call.range);
    const name = String(argument(call, 1, 'name') ?? '');
    const facts = factsOf(call, cls, null);
    const words = name.split(/(_)/);
    const table = named(call, 2, 'table', () => words.slice(0, -1).join('') + pluralWord(words.at(-1) ?? ''));
    const own = () => factsOf(call, self.class, self).foreignKey;
    const parentKeyName = named(call, 5, 'parentKey', () => ownKey(call));
    const type = inverse
      ? call.php.callMethod(call.php.makeNative(cls.name, null), 'getMorphClass', [], call.range)
      : morphName(call);
    return toMany(call, cls, 'MorphToMany', {
      table,
      foreignKey: named(call, 3, 'foreignPivotKey', () => (inverse ? own() : `${name}_id`)),
      relatedKey: named(call, 4, 'relatedPivotKey', () => (inverse ? `${name}_id` : facts.foreignKey)),
      parentKeyName,
      parentValue: rawOf(self).entries.get(parentKeyName) ?? null,
      relatedKeyName: named(call, 6, 'relatedKey', () => facts.keyName),
      times: [],
      given: [[`${name}_type`, type]],
      using: null,
    });
  };

/** A relation over a third table: its rows are not followed. */
const through: NativeMethod = (call) => {
  const cls = relatedClass(call);
  if (!isClass(cls)) return cls;
  const state = relationTo(call, cls);
  state.opaque = 'a relation through another table';
  state.text = { ...state.text, whole: false };
  return call.php.makeNative(relationClass('HasManyThrough'), state);
};

/** The methods of a model that make its relations. */
export const relationMethods: Readonly<Record<string, NativeMethod>> = {
  hasMany: has('HasMany'),
  hasOne: has('HasOne'),
  morphMany: morph('MorphMany'),
  morphOne: morph('MorphOne'),
  belongsTo,
  morphTo,
  belongsToMany,
  morphToMany: morphToMany(false),
  morphedByMany: morphToMany(true),
  hasManyThrough: through,
  hasOneThrough: through,
};

/** `$post->user()->associate($user)`: the child keeps the key of the other. */
export const associate: NativeMethod = (call) => {
  const state = call.self?.internal;
  if (!(state instanceof RelationState) || !state.parent || state.foreignKey === null) return null;
  const other = call.args[0] ?? null;
  const key = isObject(other) && state.ownerKey !== null ? getAttribute(call, other, state.ownerKey) : other;
  if (!isUnknown(key)) call.php.callMethod(state.parent, 'setAttribute', [state.foreignKey, key], call.range);
  return state.parent;
};

export const dissociate: NativeMethod = (call) => associate(callWith(call, { args: [null] }));
