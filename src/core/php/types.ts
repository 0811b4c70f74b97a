import type { Machine } from './machine';
import { leadingNumber, numericString } from './numbers';
import { isSubclass, missingAncestor, type RuntimeClass } from './runtimeClass';
import { isArray, isFloat, isObject, isUnknown, phpFloat, type Unknown, type Value } from './values';

/** A declared type, names resolved. Builtin names are in lower case. */
export type TypeCode =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'union'; readonly types: readonly TypeCode[] }
  | { readonly kind: 'intersection'; readonly types: readonly TypeCode[] };

export const BUILTIN_TYPES: ReadonlySet<string> = new Set(
  'int float string bool array object mixed void null never callable iterable false true self static parent'.split(
    ' ',
  ),
);

/** A type as PHP's messages print it. */
export function printType(type: TypeCode): string {
  switch (type.kind) {
    case 'builtin':
    case 'class':
      return type.name;
    case 'intersection':
      return type.types.map(printType).join('&');
    case 'union': {
      const nullable = type.types.length === 2 && isNull(type.types[1]!) && type.types[0]!.kind !== 'union';
      if (nullable) return `?${printType(type.types[0]!)}`;
      return type.types
        .map((one) => (one.kind === 'intersection' ? `(${printType(one)})` : printType(one)))
        .join('|');
    }
  }
}

const isNull = (type: TypeCode): boolean => type.kind === 'builtin' && type.name === 'null';

/** A value's type as PHP's messages print it (get_debug_type, but for classes). */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'string') return 'string';
  if (value.kind === 'float') return 'float';
  if (value.kind === 'array') return 'array';
  if (value.kind === 'object') return value.class.name;
  const types = new Set(value.oneOf?.map(typeName));
  return types.size === 1 ? [...types].join() : 'mixed';
}

export interface TypeScope {
  readonly scope: RuntimeClass | null;
  readonly static_: RuntimeClass | null;
}

/** Does the value have the type as it is? Unknown: undefined. */
function has(m: Machine, type: TypeCode, value: Value, at: TypeScope): boolean | undefined {
  if (isUnknown(value)) return true;
  switch (type.kind) {
    case 'union': {
      let uncertain = false;
      for (const one of type.types) {
        const answer = has(m, one, value, at);
        if (answer) return true;
        if (answer === undefined) uncertain = true;
      }
      return uncertain ? undefined : false;
    }
    case 'intersection':
      for (const one of type.types) {
        const answer = has(m, one, value, at);
        if (!answer) return answer;
      }
      return true;
    case 'class':
      return hasClass(m, type.name, value);
    case 'builtin':
      return hasBuiltin(m, type.name, value, at);
  }
}

function hasClass(m: Machine, name: string, value: Value): boolean | undefined {
  if (!isObject(value)) return false;
  const cls = value.class as RuntimeClass;
  if (isSubclass(cls, m.canonicalClassName(name).toLowerCase())) return true;
  return missingAncestor(cls) === null ? false : undefined;
}

function hasBuiltin(m: Machine, name: string, value: Value, at: TypeScope): boolean | undefined {
  switch (name) {
    case 'mixed':
      return true;
    case 'null':
    case 'void':
      return value === null;
    case 'int':
      return typeof value === 'number';
    case 'float':
      return isFloat(value);
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'true':
      return value === true;
    case 'false':
      return value === false;
    case 'array':
      return isArray(value);
    case 'object':
      return isObject(value);
    case 'iterable':
      return isArray(value) || hasClass(m, 'Traversable', value);
    case 'callable':
      return typeof value === 'string' || isArray(value) || isObject(value);
    case 'self':
      return at.scope ? hasClass(m, at.scope.name, value) : true;
    case 'static':
      return at.static_ ? hasClass(m, at.static_.name, value) : true;
    case 'parent':
      return at.scope?.parent ? hasClass(m, at.scope.parent.name, value) : true;
    default:
      return false;
  }
}

function accepts(type: TypeCode, name: string): boolean {
  if (type.kind === 'builtin') return type.name === name;
  return type.kind === 'union' && type.types.some((one) => accepts(one, name));
}

/** The value as the scalar type wants it, by PHP's rules without strict_types; undefined if it can't be. */
function juggle(m: Machine, type: TypeCode, value: Value): Value | undefined {
  if (isObject(value)) {
    return accepts(type, 'string') && m.hasMethod(value, '__toString')
      ? m.toText(value, m.at.range)
      : undefined;
  }
  if (value === null || isArray(value) || isUnknown(value)) return undefined;
  const number =
    typeof value === 'string' ? numericString(value) : typeof value === 'boolean' ? Number(value) : value;
  if (accepts(type, 'int') && number !== null) {
    if (typeof number === 'number' && !(typeof value === 'string' && leadingNumber(value) === null))
      return number;
    if (isFloat(number) && Number.isSafeInteger(number.value)) return number.value;
  }
  if (accepts(type, 'float') && number !== null)
    return phpFloat(typeof number === 'number' ? number : number.value);
  if (accepts(type, 'string')) return m.toText(value, m.at.range);
  if (accepts(type, 'bool')) return m.toBool(value);
  return undefined;
}

/** Of a value that is one of several: where the type takes some of them only, both ways are run. */
function coerceOneOf(
  m: Machine,
  type: TypeCode,
  value: Unknown,
  strict: boolean,
  at: TypeScope,
): Value | undefined {
  const fitting = (value.oneOf ?? []).filter((one) => coerce(m, type, one, strict, at) !== undefined);
  const all = fitting.length === value.oneOf?.length;
  const fits = all || (fitting.length > 0 && m.truth(m.derive(value, `is ${printType(type)}`)));
  return fits ? value : undefined;
}

/**
 * The value as the declared type takes it; undefined where PHP throws a TypeError. What can't be decided (an ancestor
 * that isn't known) is taken.
 */
export function coerce(
  m: Machine,
  type: TypeCode,
  value: Value,
  strict: boolean,
  at: TypeScope,
): Value | undefined {
  if (isUnknown(value) && value.oneOf) return coerceOneOf(m, type, value, strict, at);
  if (has(m, type, value, at) !== false) return value;
  if (typeof value === 'number' && accepts(type, 'float')) return phpFloat(value);
  return strict ? undefined : juggle(m, type, value);
}
