import { appendEntry, isList, type Key, type MutableArray, makeArray } from '../arrays';
import { isArray, isObject, type PhpObject, type Value } from '../values';
import { arrayIn, renumbered } from './arrays';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** end(), reset() and their kin move a pointer that the array keeps. */
function pointer(c: BuiltinCall, move: (array: MutableArray) => void, gives: 'value' | 'key'): Value {
  const there = c.known(c.ref(0).peek(c.m) ?? null);
  if (isObject(there)) return objectEnd(c, there, move, gives);
  if (!isArray(there)) return c.wrongType(0, 'array', there);
  const array = arrayIn(c, 0);
  move(array);
  if (array.pointer < 0 || array.pointer >= array.entries.size) return gives === 'key' ? null : false;
  if (gives === 'value' && array.pointer === array.entries.size - 1 && isList(array))
    return array.entries.get(array.pointer) ?? false;
  let at = 0;
  for (const [key, value] of array.entries) if (at++ === array.pointer) return gives === 'key' ? key : value;
  return false;
}

/** An object's properties, of which no pointer is kept: only what is at either end can be told. */
function objectEnd(
  c: BuiltinCall,
  object: PhpObject,
  move: (array: MutableArray) => void,
  gives: 'value' | 'key',
): Value {
  if (object.class.name !== 'stdClass') return c.unknown('the entries of an object');
  const array = makeArray([...object.properties]) as MutableArray;
  move(array);
  if (array.pointer > 0 && array.pointer < array.entries.size - 1)
    return c.unknown('the entries of an object');
  const entry = [...array.entries][array.pointer];
  if (entry === undefined) return gives === 'key' ? null : false;
  return gives === 'key' ? entry[0] : entry[1];
}

function pop(c: BuiltinCall): Value {
  const array = arrayIn(c, 0);
  let last: Key | undefined;
  for (const key of array.entries.keys()) last = key;
  if (last === undefined) return null;
  const value = array.entries.get(last)!;
  array.entries.delete(last);
  array.nextIndex = 0;
  for (const key of array.entries.keys())
    if (typeof key === 'number' && key >= array.nextIndex) array.nextIndex = key + 1;
  array.pointer = 0;
  return value;
}

function shift(c: BuiltinCall): Value {
  const array = arrayIn(c, 0);
  const entries = [...array.entries];
  if (entries.length === 0) return null;
  c.m.charge(entries.length);
  c.ref(0).write(c.m, renumbered(entries.slice(1)));
  return entries[0]![1];
}

/** Functions that change an array in its place at its ends, or move its pointer. */
export const ARRAY_END_FUNCTIONS: BuiltinTable = {
  array_push: [
    '&array ...values',
    (c) => {
      const array = arrayIn(c, 0);
      for (const value of c.rest(1)) {
        c.m.charge(2);
        appendEntry(array, value);
      }
      return array.entries.size;
    },
  ],
  array_pop: ['&array', pop],
  array_shift: ['&array', shift],
  array_unshift: [
    '&array ...values',
    (c) => {
      const entries = [...arrayIn(c, 0).entries];
      c.m.charge(entries.length);
      const added = c.rest(1).map((value) => [0, value] as const);
      c.ref(0).write(c.m, renumbered([...added, ...entries]));
      return added.length + entries.length;
    },
  ],
  current: ['&array', (c) => pointer(c, () => {}, 'value')],
  pos: ['&array', (c) => pointer(c, () => {}, 'value')],
  key: ['&array', (c) => pointer(c, () => {}, 'key')],
  next: [
    '&array',
    (c) =>
      pointer(
        c,
        (array) => {
          array.pointer += 1;
        },
        'value',
      ),
  ],
  prev: [
    '&array',
    (c) =>
      pointer(
        c,
        (array) => {
          array.pointer -= 1;
        },
        'value',
      ),
  ],
  reset: [
    '&array',
    (c) =>
      pointer(
        c,
        (array) => {
          array.pointer = 0;
        },
        'value',
      ),
  ],
  end: [
    '&array',
    (c) =>
      pointer(
        c,
        (array) => {
          array.pointer = Math.max(0, array.entries.size - 1);
        },
        'value',
      ),
  ],
};
