import { isArray, type PhpArray, type Value } from './values';

export type Key = string | number;

/**
 * The evaluator's own arrays, with PHP's value semantics by copy on write. `holds` counts the places that keep the
 * array: 0 nobody yet, 1 one place, 2 more than one (for good). Only an array in one place is changed in place.
 */
export class MutableArray implements PhpArray {
  readonly kind = 'array';
  holds: 0 | 1 | 2 = 0;
  /** The internal pointer of current(), next() … as the number of entries before it. */
  pointer = 0;
  constructor(
    public entries: Map<Key, Value> = new Map(),
    public nextIndex = 0,
  ) {}
}

/** To be called on every value that is put somewhere it stays: a variable, an element, a property. */
export function keep(value: Value): Value {
  if (value instanceof MutableArray) value.holds = value.holds === 0 ? 1 : 2;
  return value;
}

/** Marks an array that is about to be looked at for longer, so that later changes make a copy. */
export function freeze(value: Value): Value {
  if (value instanceof MutableArray) value.holds = 2;
  return value;
}

export function copyArray(array: PhpArray): MutableArray {
  const entries = new Map<Key, Value>();
  for (const [key, value] of array.entries) {
    if (value instanceof MutableArray) value.holds = 2;
    entries.set(key, value);
  }
  const copy = new MutableArray(entries, array.nextIndex);
  if (array instanceof MutableArray) copy.pointer = array.pointer;
  return copy;
}

/** An array that may be changed in place, to be put back where `array` was: itself if nobody else has it. */
export function owned(array: PhpArray): MutableArray {
  if (array instanceof MutableArray && array.holds < 2) return array;
  const copy = copyArray(array);
  copy.holds = 1;
  return copy;
}

export function setEntry(array: MutableArray, key: Key, value: Value): void {
  array.entries.set(key, keep(value));
  if (typeof key === 'number' && key >= array.nextIndex) array.nextIndex = key + 1;
}

export function appendEntry(array: MutableArray, value: Value): void {
  array.entries.set(array.nextIndex, keep(value));
  array.nextIndex += 1;
}

export function makeList(values: Iterable<Value>): MutableArray {
  const array = new MutableArray();
  for (const value of values) appendEntry(array, value);
  return array;
}

export function makeArray(entries: Iterable<readonly [Key, Value]>): MutableArray {
  const array = new MutableArray();
  for (const [key, value] of entries) setEntry(array, key, value);
  return array;
}

const WHOLE = /^(?:0|-?[1-9][0-9]*)$/;

/** A string as an array key: whole numbers in decimal become integers. */
export function stringKey(text: string): Key {
  const first = text.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || first === 45) || text.length > 16 || !WHOLE.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** A value as an array key; undefined where PHP has none for it (arrays, objects) and for Unknown. */
export function toKey(value: Value): Key | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return stringKey(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value.kind === 'float') return Math.trunc(value.value) || 0;
  return undefined;
}

/** Is it a list: keys 0, 1, 2 … in this order? */
export function isList(array: PhpArray): boolean {
  let index = 0;
  for (const key of array.entries.keys()) if (key !== index++) return false;
  return true;
}

/** Whether an Unknown is anywhere in the value. */
export function hasUnknown(value: Value, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value.kind === 'unknown') return true;
  if (!isArray(value) || depth > 20) return false;
  for (const entry of value.entries.values()) if (hasUnknown(entry, depth + 1)) return true;
  return false;
}
