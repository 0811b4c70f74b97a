import { MutableArray, makeArray, makeList, setEntry, stringKey } from './arrays';
import { toBool, toFloat, toInt, toText } from './convert';
import { eachEntry } from './iterate';
import type { Machine } from './machine';
import { isArray, isObject, isUnknown, type Value } from './values';

/** `(int) $x` and its like. */
export function castTo(m: Machine, type: string, value: Value): Value {
  switch (type) {
    case 'int':
    case 'integer':
      return toInt(value);
    case 'bool':
    case 'boolean':
      return toBool(value);
    case 'float':
    case 'double':
    case 'real':
      return toFloat(value);
    case 'string':
    case 'binary':
      return toText(m, value);
    case 'array':
      return toArray(m, value);
    case 'object':
      return toObject(m, value);
    case 'unset':
      return null;
    default:
      return m.unknown(`cast (${type}) is not understood`);
  }
}

function toArray(m: Machine, value: Value): Value {
  if (isArray(value) || isUnknown(value as Value)) return value;
  if (value === null) return new MutableArray();
  if (!isObject(value)) return makeList([value]);
  if (value.class.name === 'Closure') return makeList([value]);
  if (m.classes.missing(value) !== null || value.class.native !== null) {
    if (value.internal !== null) return m.unknown(`what is in an object of ${value.class.name}`);
  }
  return makeArray([...value.properties].map(([name, one]) => [stringKey(name), one]));
}

function toObject(m: Machine, value: Value): Value {
  if (isObject(value) || isUnknown(value as Value)) return value;
  const object = m.makeObject(m.classes.find('stdClass')!);
  if (isArray(value)) for (const [key, one] of value.entries) object.properties.set(String(key), one);
  else if (value !== null) object.properties.set('scalar', value);
  return object;
}

/** iterator_to_array and the spreading of iterables. */
export function iterableToArray(m: Machine, value: Value, keepKeys: boolean): Value {
  if (isUnknown(value as Value)) return value;
  const array = new MutableArray();
  for (const [key, one] of eachEntry(m, value)) {
    if (isUnknown(key)) return key;
    m.charge(2);
    if (keepKeys) setEntry(array, typeof key === 'number' ? key : stringKey(String(m.toText(key))), one);
    else setEntry(array, array.nextIndex, one);
  }
  return array;
}
