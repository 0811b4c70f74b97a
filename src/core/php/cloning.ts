import { freeze } from './arrays';
import { callMethod } from './calls';
import type { Machine } from './machine';
import { typeName } from './types';
import { isObject, isUnknown, type Value } from './values';

/** `clone $object`. A native object is copied with its `internal`; one that can't share it defines `__clone`. */
export function clone(m: Machine, value: Value): Value {
  if (isUnknown(value as Value)) return value;
  if (!isObject(value))
    return m.throwError('Error', `__clone method called on non-object ${typeName(value)}`);
  if (value.class.kind === 'enum')
    return m.throwError('Error', `Trying to clone an uncloneable object of class ${value.class.name}`);
  const copy = m.makeObject(value.class as never, value.internal);
  for (const [name, one] of value.properties) copy.properties.set(name, freeze(one));
  if (m.hasMethod(copy, '__clone')) callMethod(m, copy, '__clone', []);
  return copy;
}
