import { CONSTANTS } from './builtins/constants';
import type { Machine } from './machine';
import type { Value } from './values';

/** A constant's value; undefined if there is none. */
export function findConstant(m: Machine, name: string): Value | undefined {
  return (
    m.constants.get(name) ??
    m.library.constants.get(name) ??
    (Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined)
  );
}

/** The value of a constant as written; `first` is its name in the namespace, tried before. */
export function constantValue(m: Machine, name: string, first: string | null): Value {
  const own = first === null ? undefined : findConstant(m, first);
  const value = own === undefined ? findConstant(m, name) : own;
  if (value !== undefined) return value;
  switch (name.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return m.unknown(`constant ${name} is not known`);
  }
}
