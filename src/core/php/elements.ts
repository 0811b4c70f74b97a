import { toKey } from './arrays';
import { callMethod } from './calls';
import type { Machine } from './machine';
import { numericString, printInt } from './numbers';
import { typeName } from './types';
import { isFloat, isUnknown, type PhpObject, type Value } from './values';

function describeKey(key: string | number): string {
  return typeof key === 'number' ? String(key) : `"${key}"`;
}

/** `container[key]`, with PHP's warnings where there is none. */
export function readElement(m: Machine, container: Value, key: Value): Value {
  if (typeof container === 'string') return readCharacter(m, container, key);
  if (container === null || typeof container !== 'object' || container.kind === 'float') {
    return m.warn(`Trying to access array offset on value of type ${typeName(container)}`);
  }
  switch (container.kind) {
    case 'array': {
      const at = toKey(key);
      if (at === undefined)
        return isUnknown(key) ? m.derive(key, 'element') : m.throwError('TypeError', 'Illegal offset type');
      const value = container.entries.get(at);
      return value === undefined ? m.warn(`Undefined array key ${describeKey(at)}`) : value;
    }
    case 'unknown':
      return m.derive(container, `[${String(toKey(key) ?? '?')}]`);
    case 'object':
      return readOffset(m, container, key);
  }
}

function readOffset(m: Machine, object: PhpObject, key: Value): Value {
  if (m.hasMethod(object, 'offsetGet')) return callMethod(m, object, 'offsetGet', [key]);
  const missing = m.classes.missing(object);
  if (missing !== null) return m.unknown(`class ${missing} is not known: an element of it`);
  return m.throwError('Error', `Cannot use object of type ${object.class.name} as array`);
}

function readCharacter(m: Machine, text: string, key: Value): Value {
  if (isUnknown(key)) return m.derive(key, 'element');
  const number = typeof key === 'string' ? numericString(key) : key;
  if (typeof number !== 'number') {
    if (isFloat(number as Value))
      return readCharacter(m, text, Math.trunc((number as { value: number }).value));
    return m.throwError('TypeError', `Cannot access offset of type ${typeName(key)} on string`);
  }
  const at = number < 0 ? text.length + number : number;
  const char = text[at];
  if (char === undefined) {
    if (m.warn(`Uninitialized string offset ${printInt(number)}`) === null) return '';
  }
  return char!.charCodeAt(0) < 128 ? char! : m.unknown('takes a character apart');
}

/** `container[key] ?? …`: undefined where there is nothing, or null. */
export function peekElement(m: Machine, container: Value, key: Value): Value | undefined {
  if (container === null || typeof container !== 'object') {
    if (typeof container !== 'string' || typeof key !== 'number') return undefined;
    const char = container[key < 0 ? container.length + key : key];
    return char === undefined || char.charCodeAt(0) < 128 ? char : m.unknown('takes a character apart');
  }
  switch (container.kind) {
    case 'array': {
      const at = toKey(key);
      if (at !== undefined) return container.entries.get(at);
      return isUnknown(key) ? m.derive(key, 'element') : undefined;
    }
    case 'unknown':
      return m.derive(container, `[${String(toKey(key) ?? '?')}]`);
    case 'float':
      return undefined;
    case 'object': {
      if (!m.hasMethod(container, 'offsetExists')) return readOffset(m, container, key);
      const there = callMethod(m, container, 'offsetExists', [key]);
      if (isUnknown(there)) return there;
      return m.truth(there) ? readOffset(m, container, key) : undefined;
    }
  }
}

export function writeOffset(m: Machine, object: PhpObject, key: Value, value: Value): void {
  if (m.hasMethod(object, 'offsetSet')) callMethod(m, object, 'offsetSet', [key, value]);
  else if (m.classes.missing(object) !== null)
    m.unknown(`class ${m.classes.missing(object)} is not known: writing to it`);
  else m.throwError('Error', `Cannot use object of type ${object.class.name} as array`);
}

export function unsetOffset(m: Machine, object: PhpObject, key: Value): void {
  if (m.hasMethod(object, 'offsetUnset')) callMethod(m, object, 'offsetUnset', [key]);
  else if (m.classes.missing(object) === null)
    m.throwError('Error', `Cannot use object of type ${object.class.name} as array`);
}
