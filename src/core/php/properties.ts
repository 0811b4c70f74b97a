import { keep } from './arrays';
import { callMethod, currentScope } from './calls';
import { invokeCode } from './invoke';
import type { Machine } from './machine';
import { invokeHook, nativeCall } from './nativeCalls';
import { findHook, findProperty, isSubclass, type Property, type RuntimeClass } from './runtimeClass';
import { coerce, printType, typeName } from './types';
import { isObject, isUnknown, type PhpObject, type Value } from './values';

/** Objects whose magic method for a property is running: inside, the property is a plain one. */
const busy = new WeakMap<PhpObject, Set<string>>();

function guarded<T>(object: PhpObject, name: string, body: () => T): T | undefined {
  let names = busy.get(object);
  if (!names) {
    names = new Set();
    busy.set(object, names);
  }
  if (names.has(name)) return undefined;
  names.add(name);
  try {
    return body();
  } finally {
    names.delete(name);
  }
}

function isHidden(m: Machine, property: Property | null): boolean {
  if (property === null || property.visibility === 'public') return false;
  const scope = currentScope(m);
  if (scope === null) return true;
  if (property.visibility === 'private') return scope !== property.owner;
  return (
    !isSubclass(scope, property.owner.name.toLowerCase()) &&
    !isSubclass(property.owner, scope.name.toLowerCase())
  );
}

/** `$object->name`, with PHP's warnings and errors. */
export function getProperty(m: Machine, target: Value, name: string): Value {
  if (!isObject(target)) {
    if (target !== null && isUnknown(target)) {
      // Reading alone decides nothing.
      if (target.object && m.decisionOf(target)) return getProperty(m, target.object(), name);
      return m.derive(target, `->${name}`);
    }
    return m.warn(`Attempt to read property "${name}" on ${typeName(target)}`);
  }
  const cls = target.class as RuntimeClass;
  const value = target.properties.get(name);
  const property = cls.declaration === null && value !== undefined ? null : findProperty(cls, name);
  const hidden = isHidden(m, property);
  if (property?.get && !hidden) {
    const hook = property.get;
    const given = guarded(target, `get ${name}`, () =>
      invokeCode(m, hook, target, property.owner, cls, [], null),
    );
    if (given !== undefined) return given;
  }
  if (value !== undefined && !hidden) return value;
  const magic = magicGet(m, target, cls, name);
  if (magic !== undefined) return magic;
  if (hidden)
    return m.throwError('Error', `Cannot access ${property!.visibility} property ${cls.name}::$${name}`);
  if (property?.type)
    return m.throwError(
      'Error',
      `Typed property ${property.owner.name}::$${name} must not be accessed before initialization`,
    );
  const missing = m.classes.missing(target);
  if (missing !== null) return m.unknown(`class ${missing} is not known: its property ${name}`);
  return m.warn(`Undefined property: ${cls.name}::$${name}`);
}

function magicGet(m: Machine, object: PhpObject, cls: RuntimeClass, name: string): Value | undefined {
  if (m.hasMethod(object, '__get')) {
    const given = guarded(object, name, () => callMethod(m, object, '__get', [name]));
    if (given !== undefined) return given;
  }
  const hook = findHook(cls, 'get');
  return hook ? invokeHook(m, () => hook(nativeCall(m, object, cls, []), name)) : undefined;
}

/** For isset and `??`: undefined where there is nothing. */
export function peekProperty(m: Machine, target: Value, name: string): Value | undefined {
  if (!isObject(target)) {
    return target !== null && isUnknown(target) ? m.derive(target, `->${name}`) : undefined;
  }
  const cls = target.class as RuntimeClass;
  const property = findProperty(cls, name);
  const hidden = isHidden(m, property);
  if (!hidden) {
    if (property?.get) return getProperty(m, target, name);
    const value = target.properties.get(name);
    if (value !== undefined) return value;
  }
  if (m.hasMethod(target, '__isset')) {
    const there = guarded(target, `isset ${name}`, () => callMethod(m, target, '__isset', [name]));
    if (there !== undefined) {
      if (isUnknown(there)) return there;
      return m.truth(there) && m.hasMethod(target, '__get') ? magicGet(m, target, cls, name) : undefined;
    }
  }
  const hook = findHook(cls, 'get');
  if (hook) return invokeHook(m, () => hook(nativeCall(m, target, cls, []), name));
  const missing = m.classes.missing(target);
  return missing === null || hidden
    ? undefined
    : m.unknown(`class ${missing} is not known: its property ${name}`);
}

export function setProperty(m: Machine, target: Value, name: string, value: Value): void {
  if (!isObject(target)) {
    if (target !== null && isUnknown(target)) {
      if (target.object && m.decide(target, m.at.range)) setProperty(m, target.object(), name, value);
      return;
    }
    m.throwError('Error', `Attempt to assign property "${name}" on ${typeName(target)}`);
  }
  const cls = target.class as RuntimeClass;
  const property = findProperty(cls, name);
  const hidden = isHidden(m, property);
  if (hidden || (property === null && !target.properties.has(name))) {
    if (magicSet(m, target, cls, name, value)) return;
    if (hidden && property?.isReadonly)
      m.throwError('Error', `Cannot modify ${property.visibility} property ${cls.name}::$${name}`);
    if (hidden) m.throwError('Error', `Cannot access ${property!.visibility} property ${cls.name}::$${name}`);
  }
  if (property?.set) {
    const hook = property.set;
    const done = guarded(target, `set ${name}`, () => {
      invokeCode(m, hook, target, property.owner, cls, [value], null);
      return true;
    });
    if (done) return;
  }
  if (property?.isReadonly) {
    const scope = currentScope(m);
    if (target.properties.has(name))
      m.throwError('Error', `Cannot modify readonly property ${cls.name}::$${name}`);
    if (scope !== property.owner)
      m.throwError(
        'Error',
        `Cannot initialize readonly property ${cls.name}::$${name} from ${scope ? `scope ${scope.name}` : 'global scope'}`,
      );
  }
  if (cls.kind === 'enum') m.throwError('Error', `Cannot modify readonly property ${cls.name}::$${name}`);
  const stored = property?.type ? typed(m, property, value, cls) : value;
  m.charge(1);
  target.properties.set(name, keep(stored));
}

function typed(m: Machine, property: Property, value: Value, cls: RuntimeClass): Value {
  const type = property.type!;
  const given = coerce(m, type, value, false, { scope: property.owner, static_: cls });
  if (given !== undefined) return given;
  return m.throwError(
    'TypeError',
    `Cannot assign ${typeName(value)} to property ${property.owner.name}::$${property.name} of type ${printType(type)}`,
  );
}

function magicSet(m: Machine, object: PhpObject, cls: RuntimeClass, name: string, value: Value): boolean {
  if (m.hasMethod(object, '__set')) {
    const done = guarded(object, `set ${name}`, () => {
      callMethod(m, object, '__set', [name, value]);
      return true;
    });
    if (done) return true;
  }
  const hook = findHook(cls, 'set');
  if (!hook) return false;
  invokeHook(m, () => {
    hook(nativeCall(m, object, cls, []), name, value);
    return null;
  });
  return true;
}

export function unsetProperty(m: Machine, object: PhpObject, name: string): void {
  const cls = object.class as RuntimeClass;
  const property = findProperty(cls, name);
  if (property?.isReadonly) m.throwError('Error', `Cannot unset readonly property ${cls.name}::$${name}`);
  if (!object.properties.delete(name) && m.hasMethod(object, '__unset'))
    guarded(object, `unset ${name}`, () => callMethod(m, object, '__unset', [name]));
}
