import { callMethod } from './calls';
import { toBool, toText } from './convert';
import { type Machine, operandKey } from './machine';
import { Moment } from './moments';
import { numericString } from './numbers';
import {
  isArray,
  isFloat,
  isObject,
  isUnknown,
  type PhpArray,
  type PhpObject,
  type Unknown,
  type Value,
} from './values';

/** The Unknown that a comparison of an Unknown gives; the same for the same operands. */
export function unknownComparison(m: Machine, op: string, a: Value, b: Value): Unknown | null {
  const left = isUnknownValue(a);
  if (!left && !isUnknownValue(b)) return null;
  const base = (left ? a : b) as Unknown;
  const other = left ? b : a;
  const key = operandKey(other);
  return key === null
    ? m.derive(base, `${op} at ${m.at.range.line}:${m.at.range.column} ${m.steps}`)
    : m.derive(base, `${left ? '' : 'r'}${op}${key}`);
}

export function isUnknownValue(value: Value): value is Unknown {
  return value !== null && typeof value === 'object' && value.kind === 'unknown';
}

/** `===`; undefined where an Unknown inside decides. */
export function identical(a: Value, b: Value): boolean | undefined {
  if (a === b) return !(typeof a === 'number' && Number.isNaN(a));
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    const unknown = isUnknownValue(a) ? a : isUnknownValue(b) ? b : null;
    if (!unknown) return false;
    return unknown.oneOf && !unknown.oneOf.some((one) => one === (unknown === a ? b : a)) ? false : undefined;
  }
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (a.kind === 'float') return b.kind === 'float' && a.value === b.value;
  if (a.kind !== 'array' || b.kind !== 'array') return false;
  if (a.entries.size !== b.entries.size) return false;
  const others = b.entries[Symbol.iterator]();
  let answer: boolean | undefined = true;
  for (const [key, value] of a.entries) {
    const [otherKey, otherValue] = others.next().value!;
    if (key !== otherKey) return false;
    const same = identical(value, otherValue);
    if (same === false) return false;
    if (same === undefined) answer = undefined;
  }
  return answer;
}

export function strictEquals(m: Machine, a: Value, b: Value): boolean | Unknown {
  return (
    identical(a, b) ??
    unknownComparison(m, '===', a, b) ??
    m.derive(findUnknown(a) ?? findUnknown(b)!, `===${m.steps}`)
  );
}

/** The first Unknown in a value. */
export function findUnknown(value: Value, depth = 0): Unknown | null {
  if (isUnknownValue(value)) return value;
  if (typeof value !== 'object' || value === null || value.kind !== 'array' || depth > 20) return null;
  for (const entry of value.entries.values()) {
    const found = findUnknown(entry, depth + 1);
    if (found) return found;
  }
  return null;
}

/** `==`. */
export function looseEquals(m: Machine, a: Value, b: Value): boolean | Unknown {
  if (typeof a === typeof b && typeof a !== 'object' && typeof a !== 'string') return a === b;
  const unknown = unknownComparison(m, '==', a, b);
  if (unknown) return unknown;
  if (isArray(a) && isArray(b)) return looseArrays(m, a, b);
  if (isObject(a) && isObject(b) && a === b) return true;
  const order = compareValues(m, a, b, true);
  return typeof order === 'number' ? order === 0 : order;
}

function looseArrays(m: Machine, a: PhpArray, b: PhpArray): boolean | Unknown {
  if (a.entries.size !== b.entries.size) return false;
  let unknown: Unknown | null = null;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined) return false;
    const same = looseEquals(m, value, other);
    if (same === false) return false;
    if (same !== true) unknown = same;
  }
  return unknown ?? true;
}

const UNCOMPARABLE = 1;

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : UNCOMPARABLE;
}

function compareStrings(a: string, b: string): number {
  return a === b ? 0 : lessBytes(a, b) ? -1 : 1;
}

/** Byte order of the UTF-8 texts, which is code point order; UTF-16 order differs from it above U+D7FF. */
export function lessBytes(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    return xHigh === yHigh ? x < y : yHigh;
  }
  return a.length < b.length;
}

const numberOf = (value: Value): number | null =>
  typeof value === 'number' ? value : isFloat(value) ? value.value : null;

/** `<=>` by PHP 8's rules. With `equality`, objects that can't be ordered only need to differ. */
export function compareValues(m: Machine, a: Value, b: Value, equality = false): number | Unknown {
  const unknown = unknownComparison(m, '<=>', a, b);
  if (unknown) return unknown;
  if (typeof a === 'string' && typeof b === 'string') {
    const left = numericString(a);
    const right = left === null ? null : numericString(b);
    return left !== null && right !== null
      ? compareNumbers(numberOf(left)!, numberOf(right)!)
      : compareStrings(a, b);
  }
  if (typeof a === 'boolean' || typeof b === 'boolean' || a === null || b === null) {
    if (a === null && typeof b === 'string') return b === '' ? 0 : -1;
    if (b === null && typeof a === 'string') return a === '' ? 0 : 1;
    return compareNumbers(Number(toBool(a)), Number(toBool(b)));
  }
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== null && right !== null) return compareNumbers(left, right);
  if (left !== null && typeof b === 'string') return compareWithText(m, a, left, b);
  if (right !== null && typeof a === 'string') {
    const order = compareWithText(m, b, right, a);
    return order === 0 ? 0 : -order;
  }
  if (isArray(a) && isArray(b)) return compareArrays(m, a, b);
  if (isArray(a)) return 1;
  if (isArray(b)) return -1;
  return compareObjects(m, a, b, equality);
}

function compareWithText(m: Machine, value: Value, number: number, text: string): number {
  const other = numericString(text);
  if (other !== null) return compareNumbers(number, numberOf(other)!);
  return compareStrings(toText(m, value) as string, text);
}

function compareArrays(m: Machine, a: PhpArray, b: PhpArray): number | Unknown {
  if (a.entries.size !== b.entries.size) return a.entries.size < b.entries.size ? -1 : 1;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined) return UNCOMPARABLE;
    const order = compareValues(m, value, other);
    if (order !== 0) return order;
  }
  return 0;
}

function compareObjects(m: Machine, a: Value, b: Value, equality: boolean): number | Unknown {
  if (isObject(a) && isObject(b)) {
    if (a === b) return 0;
    if (m.instanceOf(a, 'DateTimeInterface') && m.instanceOf(b, 'DateTimeInterface'))
      return a.internal instanceof Moment && b.internal instanceof Moment
        ? Math.sign(a.internal.ms - b.internal.ms)
        : m.unknown('two moments are compared, of which one is not known');
    if (a.class !== b.class || a.class.kind === 'enum') return UNCOMPARABLE;
    if (a.internal !== null || b.internal !== null)
      return a.class.name === 'Closure' || equality === false
        ? UNCOMPARABLE
        : m.unknown(`two objects of ${a.class.name} are compared`);
    return compareProperties(m, a, b);
  }
  const [object, other] = isObject(a) ? [a, b] : [b as PhpObject, a];
  const sign = isObject(a) ? 1 : -1;
  if (typeof other === 'string' && m.hasMethod(object, '__toString')) {
    const text = callMethod(m, object, '__toString', []);
    if (isUnknown(text)) return text;
    const order = compareValues(m, text, other);
    return typeof order === 'number' ? sign * order : order;
  }
  if (typeof other === 'string') return sign;
  return sign * compareNumbers(1, numberOf(other) ?? 0);
}

function compareProperties(m: Machine, a: PhpObject, b: PhpObject): number | Unknown {
  m.enter();
  try {
    if (a.properties.size !== b.properties.size) return a.properties.size < b.properties.size ? -1 : 1;
    for (const [name, value] of a.properties) {
      const other = b.properties.get(name);
      if (other === undefined) return UNCOMPARABLE;
      const order = compareValues(m, value, other);
      if (order !== 0) return order;
    }
    return 0;
  } finally {
    m.depth -= 1;
  }
}
