import type { NativeCall, PhpClass } from '../../php/classes';
import { RuntimeClass } from '../../php/runtimeClass';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  type PhpArray,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { runtimeOf } from '../runtime';
import { studlyCase } from '../support/inflect';
import { declares, factsOf } from './facts';

/** What a model object that stands for a row keeps: the attributes as the row has them. (HasAttributes::$original) */
export class StoredRow {
  constructor(readonly original: ReadonlyMap<string, Value>) {}
}

/** Properties of Laravel's own Model that code sets from outside; protected ones become attributes there. */
const PUBLIC = new Set(
  'exists incrementing preventsLazyLoading timestamps usesUniqueIds wasRecentlyCreated table connection'.split(
    ' ',
  ),
);

/** Is it a property of the class (or of Laravel's Model) and so no attribute? */
function isProperty(cls: PhpClass, name: string): boolean {
  if (PUBLIC.has(name)) return true;
  for (let each: PhpClass | null = cls; each; each = each.parent) {
    if (each instanceof RuntimeClass && each.properties.has(name)) return true;
  }
  return false;
}

/** The attributes that a model object has: what its class gives to each (`$attributes`), and what code has set. */
export function attributesOf(call: NativeCall, model: PhpObject): PhpArray {
  const defaults = call.php.propertyDefault(model.class, 'attributes') ?? null;
  const set = [...model.properties].filter(([name]) => !isProperty(model.class, name));
  return arrayOf([...(isArray(defaults) ? defaults.entries : []), ...set]);
}

/** What `save()` would send in an UPDATE. */
export function changedAttributes(call: NativeCall, model: PhpObject, stored: StoredRow): PhpArray {
  const { entries } = attributesOf(call, model);
  return arrayOf([...entries].filter(([name, value]) => !isSame(stored.original.get(String(name)), value)));
}

/** Arrays are the same where all in them is; what is not known is the same as itself only. */
function isSame(a: Value | undefined, b: Value): boolean {
  if (a === b || a === undefined) return a === b;
  if (!isArray(a) || !isArray(b) || a.entries.size !== b.entries.size) return false;
  const others = [...b.entries];
  return [...a.entries].every(([key, value], i) => {
    const [otherKey, other = null] = others[i] ?? [];
    return key === otherKey && isSame(value, other);
  });
}

/** What the class casts each attribute to: `$casts` and `casts()`. */
function castsOf(call: NativeCall, model: PhpObject): ReadonlyMap<string | number, Value> {
  const listed = call.php.propertyDefault(model.class, 'casts') ?? null;
  const own = declares(model.class, 'casts') ? call.php.callMethod(model, 'casts', [], call.range) : null;
  return new Map([...(isArray(listed) ? listed.entries : []), ...(own && isArray(own) ? own.entries : [])]);
}

/** Casts that leave a value of the row as it is, for what code compares it with. */
const PLAIN_CASTS = /^(?:int|integer|string|bool|boolean|real|float|double)$/;
const JSON_CASTS = /^(?:array|json|object|collection)$/;

/** The attributes of a row as its model gives them: cast, or not known where code of the model reads them. */
export function readAttributes(
  call: NativeCall,
  model: PhpObject,
  row: Iterable<readonly [string, Value]>,
): [string, Value][] {
  const casts = castsOf(call, model);
  return [...row].map(([name, value]): [string, Value] => {
    const studly = studlyCase(name);
    const camel = studly.charAt(0).toLowerCase() + studly.slice(1);
    const isRead = declares(model.class, `get${studly}Attribute`) || declares(model.class, camel);
    if (isRead) return [name, call.php.unknown(`what ${model.class.name} makes of its ${name}`, call.range)];
    const cast = casts.get(name) ?? null;
    return [name, cast === null || value === null || isUnknown(value) ? value : castValue(call, value, cast)];
  });
}

function castValue(call: NativeCall, value: Value, cast: Value): Value {
  if (typeof cast === 'string') {
    if (PLAIN_CASTS.test(cast)) return value;
    if (/^(?:array|json)$/.test(cast)) return call.php.callValue('json_decode', [value, true], call.range);
    if (call.php.findClass(cast)?.kind === 'enum')
      return call.php.callStatic(cast, 'from', [value], call.range);
  }
  return call.php.unknown('an attribute that is cast', call.range);
}

/** The attributes as the row keeps them: an enum's value, JSON. */
export function storedAttributes(call: NativeCall, model: PhpObject, given: PhpArray): PhpArray {
  const casts = castsOf(call, model);
  return arrayOf(
    [...given.entries].map(([name, value]): [string | number, Value] => {
      if (isObject(value) && value.class.kind === 'enum')
        return [name, call.php.readProperty(value, 'value') ?? value];
      const isJson = JSON_CASTS.test(String(casts.get(name) ?? ''));
      return [
        name,
        isJson && isArray(value) ? call.php.callValue('json_encode', [value], call.range) : value,
      ];
    }),
  );
}

/** Marks a model object as one that stands for a row, with the attributes that it has now. */
export function markStored(model: PhpObject): void {
  model.internal = new StoredRow(new Map(model.properties));
}

/** Code of the application that may change, add or refuse attributes on their way to the row. */
const HOOKS = {
  insert: /\b(?:creating|saving)\b|::observe\(|ObservedBy|\$dispatchesEvents/,
  update: /\b(?:updating|saving)\b|::observe\(|ObservedBy|\$dispatchesEvents/,
};

/** Why it can't be told which columns a model writes; null where it can. */
export function hooksOf(
  call: NativeCall,
  cls: PhpClass,
  names: Iterable<string | number>,
  verb: keyof typeof HOOKS,
): Unknown | null {
  for (let each: PhpClass | null = cls; each && !each.native; each = each.parent) {
    if (!(each instanceof RuntimeClass)) continue;
    for (const part of [each, ...each.traits]) {
      const text = runtimeOf(call.php).application.findClass(part.name)?.text ?? '';
      if (HOOKS[verb].test(text))
        return call.php.unknown(`what ${part.name} does when it is saved`, call.range);
    }
  }
  for (const name of names) {
    const studly = studlyCase(String(name));
    const camel = studly.charAt(0).toLowerCase() + studly.slice(1);
    if (declares(cls, `set${studly}Attribute`) || declares(cls, camel))
      return call.php.unknown(`what ${cls.name} does to its attribute ${name}`, call.range);
  }
  return null;
}

/** Keys that the model makes itself (HasUuids, HasUlids), where they are not given. */
export function withUniqueIds(call: NativeCall, cls: PhpClass, values: PhpArray): PhpArray {
  const missing = factsOf(call, cls, null).uniqueIds.filter((name) => !values.entries.has(name));
  return arrayOf([
    ...values.entries,
    ...missing.map((name): [string, Value] => [
      name,
      call.php.unknown('a key made for each row', call.range),
    ]),
  ]);
}

/** The columns of a model's times, by what they say; none where it keeps none. */
export function timeColumns(
  call: NativeCall,
  cls: PhpClass,
  model: PhpObject | null,
): { readonly created: string | null; readonly updated: string | null } {
  const kept = model?.properties.get('timestamps') ?? call.php.propertyDefault(cls, 'timestamps');
  if (kept === false) return { created: null, updated: null };
  const named = (constant: string, usual: string): string | null => {
    const value = call.php.classConstant(cls, constant);
    return value === undefined ? usual : typeof value === 'string' ? value : null;
  };
  return { created: named('CREATED_AT', 'created_at'), updated: named('UPDATED_AT', 'updated_at') };
}

/** What of the given attributes `fill()` takes over. Throws what Laravel throws where nothing may be filled. */
export function fillable(call: NativeCall, cls: PhpClass, given: PhpArray): PhpArray {
  const { php } = call;
  const list = (name: string): string[] | null => {
    const value = php.propertyDefault(cls, name);
    return value && isArray(value) ? [...value.entries.values()].map(String) : null;
  };
  const text = runtimeOf(php).application.findClass(cls.name)?.text ?? '';
  const own = ['getFillable', 'isFillable', 'getGuarded', 'fill', 'initialize'].some((method) =>
    declares(cls, method),
  );
  if (runtimeOf(php).switches.unguarded || own || /#\[(?:Fillable|Guarded|Unguarded)\b/.test(text))
    return given;
  const allowed = list('fillable') ?? [];
  const guarded = list('guarded') ?? ['*'];
  if (allowed.length > 0)
    return arrayOf([...given.entries].filter(([name]) => allowed.includes(String(name))));
  if (!guarded.includes('*'))
    return arrayOf([...given.entries].filter(([name]) => !guarded.includes(String(name))));
  const [first] = given.entries.keys();
  if (first === undefined) return given;
  return php.throw(
    'Illuminate\\Database\\Eloquent\\MassAssignmentException',
    `Add [${first}] to fillable property to allow mass assignment on [${cls.name}].`,
  );
}
