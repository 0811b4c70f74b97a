import { makeArray, makeList } from '../arrays';
import { currentScope } from '../calls';
import { findConstant } from '../constants';
import { classConstant, defaultsOf } from '../linking';
import { shortName } from '../names';
import {
  findHook,
  findMethod,
  findProperty,
  isSubclass,
  missingAncestor,
  type RuntimeClass,
} from '../runtimeClass';
import { isObject, type Value } from '../values';
import { isKnownFunction } from './all';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** The class of an object or a name; null where PHP has none. Ends the builtin where that can't be known. */
function classAt(c: BuiltinCall, index: number): RuntimeClass | null {
  const value = c.value(index);
  if (isObject(value)) return value.class as RuntimeClass;
  return typeof value === 'string' ? named(c, value) : null;
}

function named(c: BuiltinCall, name: string): RuntimeClass | null {
  const cls = c.m.classes.find(name);
  if (cls || c.m.classes.isAbsent(name) || name === '' || isDeclaredHere(c, 'class', name)) return cls;
  return c.known(c.unknown(`whether there is a class ${name}`)) as never;
}

/** `if (! function_exists('f')) { function f() … }`: what the same file goes on to declare isn't there yet. */
function isDeclaredHere(c: BuiltinCall, what: 'class' | 'function', name: string): boolean {
  const short = shortName(name);
  const text = c.m.at.code.text.toLowerCase();
  return /^\w+$/.test(short) && new RegExp(`\\b${what}\\s+&?${short.toLowerCase()}\\b`).test(text);
}

function functionExists(c: BuiltinCall): Value {
  const name = c.text(0).replace(/^\\/, '');
  const known = isKnownFunction(c.m, name);
  if (known !== undefined) return known;
  return isDeclaredHere(c, 'function', name) ? false : c.unknown(`whether there is a function ${name}`);
}

function exists(c: BuiltinCall, kinds: readonly RuntimeClass['kind'][]): Value {
  const name = c.text(0).replace(/^\\/, '');
  if (!c.bool(1, true)) {
    const cls = c.m.classes.find(name, false);
    return cls !== null && kinds.includes(cls.kind);
  }
  const cls = named(c, name);
  return cls !== null && kinds.includes(cls.kind);
}

/** No, unless something in the ancestry isn't known. */
function notUnlessMissing(c: BuiltinCall, cls: RuntimeClass | null, what: string): Value {
  const missing = cls && missingAncestor(cls);
  return missing ? c.unknown(`class ${missing} is not known: ${what}`) : false;
}

function isA(c: BuiltinCall, allowName: boolean, allowSame: boolean): Value {
  const value = c.value(0);
  if (typeof value === 'string' && !allowName) return false;
  const cls = classAt(c, 0);
  if (!cls) return false;
  const wanted = c.m.canonicalClassName(c.text(1)).toLowerCase();
  if (cls.name.toLowerCase() === wanted) return allowSame;
  return isSubclass(cls, wanted) || notUnlessMissing(c, cls, `whether it is a ${c.text(1)}`);
}

function ancestors(cls: RuntimeClass): RuntimeClass[] {
  return cls.parent ? [cls.parent, ...ancestors(cls.parent)] : [];
}

function interfacesOf(cls: RuntimeClass, found: Set<string> = new Set()): Set<string> {
  for (const one of cls.interfaces) {
    found.add(one.name);
    interfacesOf(one, found);
  }
  if (cls.parent) interfacesOf(cls.parent, found);
  return found;
}

const byName = (names: Iterable<string>): Value => makeArray([...names].map((name) => [name, name]));

function methodNames(c: BuiltinCall): Value {
  const cls = classAt(c, 0);
  if (!cls) return c.wrongType(0, 'an object or a valid class name', c.value(0));
  if (missingAncestor(cls)) return c.unknown('the methods of a class that is not known');
  const scope = currentScope(c.m);
  const names = new Map<string, string>();
  for (const at of [cls, ...ancestors(cls)]) {
    if (at.native) return c.unknown(`the methods of ${at.name}`);
    for (const [lower, method] of at.methods)
      if (
        !names.has(lower) &&
        (method.visibility === 'public' || (scope && isSubclass(scope, at.name.toLowerCase())))
      )
        names.set(lower, method.name);
  }
  return makeList(names.values());
}

function objectVars(c: BuiltinCall): Value {
  const object = c.value(0);
  if (!isObject(object)) return c.wrongType(0, 'object', object);
  const scope = currentScope(c.m);
  const inside = scope !== null && isSubclass(object.class as RuntimeClass, scope.name.toLowerCase());
  const visible = [...object.properties].filter(
    ([name]) =>
      inside || (findProperty(object.class as RuntimeClass, name)?.visibility ?? 'public') === 'public',
  );
  return makeArray(visible);
}

function defined(c: BuiltinCall): Value {
  const name = c.text(0).replace(/^\\/, '');
  const at = name.indexOf('::');
  if (at < 0) return findConstant(c.m, name) !== undefined;
  const cls = named(c, name.slice(0, at));
  return cls !== null && classConstant(c.m, cls, name.slice(at + 2)) !== undefined;
}

function constant(c: BuiltinCall): Value {
  const name = c.text(0).replace(/^\\/, '');
  const at = name.indexOf('::');
  const cls = at < 0 ? null : named(c, name.slice(0, at));
  const value = at < 0 ? findConstant(c.m, name) : cls && classConstant(c.m, cls, name.slice(at + 2));
  if (value !== undefined && !(at >= 0 && cls === null)) return value;
  return c.m.throwError('Error', `Undefined constant ${at < 0 ? `"${name}"` : name}`);
}

export const CLASS_FUNCTIONS: BuiltinTable = {
  get_class: [
    'object',
    (c) => {
      const value = c.value(0);
      return isObject(value) ? value.class.name : c.wrongType(0, 'object', value);
    },
  ],
  get_parent_class: [
    'object_or_class',
    (c) => classAt(c, 0)?.parent?.name ?? notUnlessMissing(c, classAt(c, 0), 'its parent'),
  ],
  class_exists: ['class autoload?', (c) => exists(c, ['class', 'enum'])],
  interface_exists: ['interface autoload?', (c) => exists(c, ['interface'])],
  trait_exists: ['trait autoload?', (c) => exists(c, ['trait'])],
  enum_exists: ['enum autoload?', (c) => exists(c, ['enum'])],
  function_exists: ['function', functionExists],
  method_exists: [
    'object_or_class method',
    (c) => {
      const cls = classAt(c, 0);
      if (!cls) return false;
      if (findMethod(cls, c.text(1).toLowerCase())) return true;
      if (cls.kind === 'enum' && /^(?:cases|from|tryfrom)$/i.test(c.text(1))) return true;
      if (findHook(cls, 'call') || findHook(cls, 'callStatic'))
        return c.unknown(`whether ${cls.name} has a method ${c.text(1)}`);
      return notUnlessMissing(c, cls, `whether it has a method ${c.text(1)}`);
    },
  ],
  property_exists: [
    'object_or_class property',
    (c) => {
      const cls = classAt(c, 0);
      const object = c.value(0);
      if (!cls) return false;
      if (isObject(object) && object.properties.has(c.text(1))) return true;
      return (
        findProperty(cls, c.text(1)) !== null ||
        defaultsOf(c.m, cls).has(c.text(1)) ||
        notUnlessMissing(c, cls, `whether it has a property ${c.text(1)}`)
      );
    },
  ],
  is_a: ['object_or_class class allow_string?', (c) => isA(c, c.bool(2), true)],
  is_subclass_of: ['object_or_class class allow_string?', (c) => isA(c, c.bool(2, true), false)],
  class_parents: [
    'object_or_class autoload?',
    (c) => byName(ancestors(classAt(c, 0)!).map((one) => one.name)),
  ],
  class_implements: [
    'object_or_class autoload?',
    (c) => {
      const cls = classAt(c, 0);
      return cls === null
        ? false
        : missingAncestor(cls)
          ? c.unknown('its interfaces')
          : byName(interfacesOf(cls));
    },
  ],
  class_uses: [
    'object_or_class autoload?',
    (c) => byName((classAt(c, 0)?.traits ?? []).map((one) => one.name)),
  ],
  get_class_methods: ['object_or_class', methodNames],
  get_object_vars: ['object', objectVars],
  get_class_vars: ['class', (c) => makeArray([...defaultsOf(c.m, named(c, c.text(0))!)])],
  class_alias: [
    'class alias autoload?',
    (c) => {
      c.m.classes.alias(c.text(1), c.text(0));
      return true;
    },
  ],
  define: [
    'constant_name value case_insensitive?',
    (c) => {
      c.m.constants.set(c.text(0), c.raw(1));
      return true;
    },
  ],
  defined: ['constant_name', defined],
  constant: ['name', constant],
  spl_autoload_register: ['callback? throw? prepend?', () => true],
};
