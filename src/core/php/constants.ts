import { CONSTANTS } from './builtins/constants';
import type { Machine } from './machine';
import type { Unknown, Value } from './values';

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
      return versionOf(m, name) ?? m.unknown(`constant ${name} is not known`);
  }
}

/** PHP's version, as far as the oldest one that may run the program tells. */
function versionOf(m: Machine, name: string): Value | undefined {
  const { phpLeast: least } = m.options;
  if (least === undefined || !/^PHP_(?:VERSION(?:_ID)?|MAJOR_VERSION)$/.test(name)) return undefined;
  if (name !== 'PHP_MAJOR_VERSION') return phpVersion(m, least);
  // There is no PHP 9.
  return least >= 80_000 ? 8 : undefined;
}

/** The version of PHP, of which only the least is known. */
export const phpVersion = (m: Machine, least: number): Unknown => ({
  ...m.unknown('the version of PHP'),
  least,
  notNull: true,
});
