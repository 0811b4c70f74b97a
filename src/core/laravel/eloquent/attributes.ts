import type { NativeCall, PhpClass } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  type PhpArray,
  type PhpObject,
  surelyThere,
  type Value,
} from '../../php/values';
import { cellOf } from '../database/conditions';
import { runtimeOf } from '../runtime';
import { camelCase, studlyCase } from '../support/inflect';
import { casts, readCast, storeCast } from './casts';
import { declaration, declares, factsOf } from './facts';
import { isRelation, related } from './relationValues';

/** What a model object that stands for a row keeps: the attributes as the row has them. (HasAttributes::$original) */
export class StoredRow {
  constructor(readonly original: ReadonlyMap<string | number, Value>) {}
}

/** Properties of Laravel's own Model that code sets from outside; protected ones become attributes there. */
const PUBLIC = new Set(
  'exists incrementing preventsLazyLoading timestamps usesUniqueIds wasRecentlyCreated'.split(' '),
);

const NOTHING: PhpArray = arrayOf([]);

/** The attributes of a model object as its row has them. (`$attributes`) */
export function rawOf(model: PhpObject): PhpArray {
  const given = model.properties.get('attributes') ?? null;
  return isArray(given) ? given : NOTHING;
}

export function setRaw(model: PhpObject, attributes: PhpArray): void {
  model.properties.set('attributes', attributes);
}

/** Sets some attributes as the row is to have them. */
function addRaw(model: PhpObject, entries: Iterable<readonly [string | number, Value]>): void {
  setRaw(model, arrayOf([...rawOf(model).entries, ...entries]));
}

/** Sets one attribute as its row is to have it. */
export function putRaw(model: PhpObject, name: string, value: Value): void {
  addRaw(model, [[name, value]]);
}

/** What `save()` would send in an UPDATE. */
export function changedAttributes(model: PhpObject, stored: StoredRow): PhpArray {
  return arrayOf(
    [...rawOf(model).entries].filter(([name, value]) => !isSame(stored.original.get(name), value)),
  );
}

/** Numbers are the same whatever they are written as; what is not known is the same as itself only. */
function isSame(a: Value | undefined, b: Value): boolean {
  if (a === b || a === undefined) return a === b;
  const [first, second] = [cellOf(a), cellOf(b)];
  if (first === null || second === null || first === undefined || second === undefined) return false;
  return String(first) === String(second);
}

/** Marks a model object as one that stands for a row, with the attributes that it has now. */
export function markStored(model: PhpObject): void {
  model.internal = new StoredRow(rawOf(model).entries);
  model.properties.set('exists', true);
}

export const ATTRIBUTE = 'Illuminate\\Database\\Eloquent\\Casts\\Attribute';

/** The `Attribute` that a method of the model gives for the attribute; null where it has none. */
function accessorObject(call: NativeCall, model: PhpObject, name: string): PhpObject | null {
  const method = camelCase(name);
  const type = declaration(model.class, method)?.returnType;
  if (type?.kind !== 'class' || type.name !== ATTRIBUTE) return null;
  const made = call.php.callMethod(model, method, [], call.range);
  return isObject(made) && made.class.name === ATTRIBUTE ? made : null;
}

/** `$model->name`: by the model's own methods, its casts, its relations. (HasAttributes::getAttribute) */
export function getAttribute(call: NativeCall, model: PhpObject, name: string): Value {
  const { entries } = rawOf(model);
  const raw = entries.get(name);
  const accessor = `get${studlyCase(name)}Attribute`;
  if (declares(model.class, accessor)) return call.php.callMethod(model, accessor, [raw ?? null], call.range);
  const object = accessorObject(call, model, name);
  const get = object?.properties.get('get') ?? null;
  if (isObject(get)) return call.php.callValue(get, [raw ?? null, rawOf(model)], call.range);
  if (raw !== undefined) return readCast(call, model, name, raw);
  if (isRelation(model.class, name)) return related(call, model, name);
  return lacking(call, model, name);
}

/** Laravel gives null for what the model does not have; code that is not there may have given it more. */
function lacking(call: NativeCall, model: PhpObject, name: string): Value {
  const missing = missingPart(model.class);
  return missing === null
    ? null
    : call.php.unknown(`class ${missing} is not known: the attribute ${name}`, call.range);
}

/** `$model->name = …`. (HasAttributes::setAttribute) */
export function setAttribute(call: NativeCall, model: PhpObject, name: string, value: Value): void {
  const mutator = `set${studlyCase(name)}Attribute`;
  if (declares(model.class, mutator)) {
    call.php.callMethod(model, mutator, [value], call.range);
    return;
  }
  const object = accessorObject(call, model, name);
  const set = object?.properties.get('set') ?? null;
  if (isObject(set)) {
    const given = call.php.callValue(set, [value, rawOf(model)], call.range);
    addRaw(model, isArray(given) ? given.entries : [[name, given]]);
    return;
  }
  const stored = storeCast(call, model, name, value);
  addRaw(model, isArray(stored) && casts(call, model).has(name) ? stored.entries : [[name, stored]]);
}

/** A property that code sets on a model from outside: one of Model's own, or an attribute. */
export function setProperty(call: NativeCall, model: PhpObject, name: string, value: Value): void {
  if (PUBLIC.has(name)) model.properties.set(name, value);
  else setAttribute(call, model, name, value);
}

/** The attributes with the model's casts and accessors, without the hidden. (`toArray()`) */
export function attributesToArray(call: NativeCall, model: PhpObject): PhpArray {
  const list = (name: string): string[] => {
    const value = call.php.readProperty(model, name) ?? null;
    return isArray(value) ? [...value.entries.values()].map(String) : [];
  };
  const hidden = list('hidden');
  const visible = list('visible');
  const names = [...rawOf(model).entries.keys()].map(String).concat(list('appends'));
  const shown = names.filter(
    (name) => !hidden.includes(name) && (visible.length === 0 || visible.includes(name)),
  );
  return arrayOf(shown.map((name): [string, Value] => [name, getAttribute(call, model, name)]));
}

/** A class or trait of the model that is not in the application. */
export function missingPart(cls: PhpClass): string | null {
  for (let each: PhpClass | null = cls; each; each = each.parent) {
    const { missing } = each as { missing?: string | null };
    if (missing) return missing;
  }
  return null;
}

/** Keys that the model makes itself (HasUuids, HasUlids), where they are not given. */
export function giveUniqueIds(call: NativeCall, model: PhpObject): void {
  for (const name of factsOf(call, model.class, null).uniqueIds)
    if ((rawOf(model).entries.get(name) ?? null) === null)
      putRaw(model, name, surelyThere(call.php.unknown('a key made for each row', call.range)));
}

/** The columns of a model's times, by what they say; none where it keeps none. */
export function timeColumns(
  call: NativeCall,
  cls: PhpClass,
  model: PhpObject | null,
): { readonly created: string | null; readonly updated: string | null } {
  const kept = model?.properties.get('timestamps') ?? call.php.propertyDefault(cls, 'timestamps');
  const { timeless } = runtimeOf(call.php).switches;
  const isTimeless = timeless.some((name) => call.php.isA(cls, name));
  if (kept === false || isTimeless) return { created: null, updated: null };
  const named = (constant: string, usual: string): string | null => {
    const value = call.php.classConstant(cls, constant);
    return value === undefined ? usual : typeof value === 'string' ? value : null;
  };
  return { created: named('CREATED_AT', 'created_at'), updated: named('UPDATED_AT', 'updated_at') };
}

/** What of the given attributes `fill()` takes over. Throws what Laravel throws where nothing may be filled. */
export function fillable(call: NativeCall, model: PhpObject, given: PhpArray): PhpArray {
  const { php } = call;
  const { class: cls } = model;
  const list = (name: string, method: string): string[] | null => {
    const value = declares(cls, method)
      ? php.callMethod(model, method, [], call.range)
      : (php.readProperty(model, name) ?? null);
    return isArray(value) ? [...value.entries.values()].map(String) : null;
  };
  const text = runtimeOf(php).application.findClass(cls.name)?.text ?? '';
  if (
    runtimeOf(php).switches.unguarded ||
    declares(cls, 'isFillable') ||
    /#\[(?:Fillable|Guarded|Unguarded)\b/.test(text)
  )
    return given;
  const allowed = list('fillable', 'getFillable') ?? [];
  const guarded = list('guarded', 'getGuarded') ?? ['*'];
  if (allowed.length > 0)
    return arrayOf([...given.entries].filter(([name]) => allowed.includes(String(name).split('->')[0]!)));
  if (!guarded.includes('*'))
    return arrayOf([...given.entries].filter(([name]) => !guarded.includes(String(name))));
  const [first] = given.entries.keys();
  if (first === undefined) return given;
  return php.throw(
    'Illuminate\\Database\\Eloquent\\MassAssignmentException',
    `Add [${first}] to fillable property to allow mass assignment on [${cls.name}].`,
  );
}

/** `fill()`: what may be filled becomes attributes. */
export function fill(call: NativeCall, model: PhpObject, given: Value): void {
  if (isUnknown(given)) call.php.unknown(given.reason, call.range);
  if (!isArray(given)) return;
  for (const [name, value] of fillable(call, model, given).entries)
    setAttribute(call, model, String(name), value);
}
