import { type Key, MutableArray, makeArray, makeList, setEntry } from '../arrays';
import { handOver } from '../escapes';
import { entriesOf } from '../iterate';
import { ElementRef } from '../refs';
import { UnknownMet } from '../signals';
import { isArray, isUnknown, type PhpArray, type Value } from '../values';
import { arrayIn } from './arrays';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** The array that a callback is applied to; where it isn't known, the callback may have been called or not. */
function applied(c: BuiltinCall, index: number, callback: Value): PhpArray {
  const value = c.raw(index);
  if (value !== null && isUnknown(value)) handOver(c.m, value, [callback]);
  return c.array(index);
}

function map(c: BuiltinCall): Value {
  const callback = c.value(0);
  if (c.count === 2) {
    const array = applied(c, 1, callback);
    if (callback === null) return array;
    c.m.charge(array.entries.size * 2);
    const result = new MutableArray();
    for (const [key, value] of [...array.entries]) setEntry(result, key, c.call(callback, value));
    return result;
  }
  const lists = c.rest(1).map((_, i) => [...applied(c, i + 1, callback).entries.values()]);
  const size = Math.max(...lists.map((list) => list.length));
  const rows: Value[] = [];
  for (let i = 0; i < size; i++) {
    const row = lists.map((list) => list[i] ?? null);
    rows.push(callback === null ? makeList(row) : c.call(callback, ...row));
  }
  return makeList(rows);
}

/** array_filter: where it can't be known whether an entry stays, the whole can't. */
function filter(c: BuiltinCall): Value {
  const callback = c.has(1) ? c.value(1) : null;
  const mode = c.int(2, 0);
  const result = new MutableArray();
  for (const [key, value] of [...applied(c, 0, callback).entries]) {
    c.m.step();
    const answer =
      callback === null
        ? value
        : mode === 2
          ? c.call(callback, key)
          : mode === 1
            ? c.call(callback, value, key)
            : c.call(callback, value);
    const stays = c.m.toBool(answer);
    if (typeof stays !== 'boolean') throw new UnknownMet(stays);
    if (stays) setEntry(result, key, value);
  }
  return result;
}

function reduce(c: BuiltinCall): Value {
  let carry = c.raw(2);
  const callback = c.value(1);
  for (const value of [...applied(c, 0, callback).entries.values()]) carry = c.call(callback, carry, value);
  return carry;
}

function walk(c: BuiltinCall, deep: boolean): Value {
  const callback = c.value(1);
  const place = c.ref(0);
  const there = place.peek(c.m) ?? null;
  if (there !== null && isUnknown(there)) handOver(c.m, there, [callback]);
  c.known(there);
  if (!isArray(there)) return c.unknown('array_walk over an object');
  const visit = (at: typeof place, keys: readonly Key[]): void => {
    for (const key of keys) {
      c.m.step();
      const element = new ElementRef(at, key);
      const value = element.peek(c.m);
      if (deep && value !== undefined && isArray(value)) visit(element, [...value.entries.keys()]);
      else if (c.has(2)) c.call(callback, element, key, c.raw(2));
      else c.call(callback, element, key);
    }
  };
  visit(place, [...arrayIn(c, 0).entries.keys()]);
  return true;
}

type Same = (a: readonly [Key, Value], b: readonly [Key, Value]) => boolean;

/** array_diff and array_intersect in all their forms: `wanted` says what an entry found elsewhere means. */
function sets(
  c: BuiltinCall,
  callbacks: number,
  keep: 'diff' | 'intersect',
  same: (callback: readonly Value[]) => Same,
): Value {
  const arrays = c.args.slice(0, c.count - callbacks).map((_, i) => c.array(i));
  const test = same(c.rest(c.count - callbacks));
  const others = arrays.slice(1).map((array) => [...array.entries]);
  const kept: [Key, Value][] = [];
  for (const entry of arrays[0]!.entries) {
    const found = (other: (readonly [Key, Value])[]): boolean =>
      other.some((one) => {
        c.m.step();
        return test(entry, one);
      });
    if (keep === 'diff' ? !others.some(found) : others.every(found)) kept.push(entry);
  }
  return makeArray(kept);
}

/** The same by text, in one pass: what array_diff and array_intersect do by default. */
function textSets(c: BuiltinCall, keep: 'diff' | 'intersect', by: (key: Key, value: Value) => string): Value {
  const others = c.args
    .slice(1)
    .map((_, i) => new Set([...c.array(i + 1).entries].map(([key, value]) => by(key, value))));
  const kept = [...c.array(0).entries].filter(([key, value]) => {
    const text = by(key, value);
    return keep === 'diff' ? !others.some((set) => set.has(text)) : others.every((set) => set.has(text));
  });
  c.m.charge(kept.length * 2);
  return makeArray(kept);
}

const zero = (c: BuiltinCall, answer: Value): boolean => c.intOf(c.known(answer)) === 0;

function setFunctions(keep: 'diff' | 'intersect'): BuiltinTable {
  const name = `array_${keep}`;
  const text = (c: BuiltinCall) => (value: Value) => c.textOf(value);
  return {
    [name]: ['array ...arrays', (c) => textSets(c, keep, (_, value) => text(c)(value))],
    [`${name}_key`]: ['array ...arrays', (c) => textSets(c, keep, (key) => `${typeof key}${key}`)],
    [`${name}_assoc`]: [
      'array ...arrays',
      (c) => textSets(c, keep, (key, value) => `${typeof key}${key}\0${text(c)(value)}`),
    ],
    [keep === 'diff' ? 'array_udiff' : 'array_uintersect']: [
      'array ...rest',
      (c) =>
        sets(
          c,
          1,
          keep,
          ([callback]) =>
            (a, b) =>
              zero(c, c.call(callback!, a[1], b[1])),
        ),
    ],
    [`${name}_ukey`]: [
      'array ...rest',
      (c) =>
        sets(
          c,
          1,
          keep,
          ([callback]) =>
            (a, b) =>
              zero(c, c.call(callback!, a[0], b[0])),
        ),
    ],
    [`${name}_uassoc`]: [
      'array ...rest',
      (c) =>
        sets(
          c,
          1,
          keep,
          ([callback]) =>
            (a, b) =>
              c.textOf(a[1]) === c.textOf(b[1]) && zero(c, c.call(callback!, a[0], b[0])),
        ),
    ],
  };
}

function callArray(c: BuiltinCall): Value {
  const args = c.array(1);
  const named = [...args.entries].filter(([key]) => typeof key === 'string') as [string, Value][];
  const plain = [...args.entries].filter(([key]) => typeof key === 'number').map(([, value]) => value);
  return c.callNamed(c.value(0), plain, new Map(named));
}

export const ARRAY_CALLBACK_FUNCTIONS: BuiltinTable = {
  array_map: ['callback array ...arrays', map],
  array_filter: ['array callback? mode?', filter],
  array_reduce: ['array callback initial?', reduce],
  array_walk: ['&array callback arg?', (c) => walk(c, false)],
  array_walk_recursive: ['&array callback arg?', (c) => walk(c, true)],
  array_find: ['array callback', (c) => find(c, (_, value) => value, null)],
  array_find_key: ['array callback', (c) => find(c, (key) => key, null)],
  array_any: ['array callback', (c) => find(c, () => true, false)],
  array_all: ['array callback', (c) => find(c, () => false, true, true)],
  ...setFunctions('diff'),
  ...setFunctions('intersect'),
  iterator_apply: [
    'iterator callback args?',
    (c) => {
      const entries = entriesOf(c.m, c.value(0));
      for (const _ of entries) c.call(c.value(1), ...(c.has(2) ? c.array(2).entries.values() : []));
      return entries.length;
    },
  ],
  call_user_func: ['callback ...args', (c) => c.call(c.value(0), ...c.rest(1))],
  call_user_func_array: ['callback args', callArray],
  forward_static_call: ['callback ...args', (c) => c.call(c.value(0), ...c.rest(1))],
};

function find(
  c: BuiltinCall,
  gives: (key: Key, value: Value) => Value,
  otherwise: Value,
  negate = false,
): Value {
  const callback = c.value(1);
  for (const [key, value] of [...applied(c, 0, callback).entries]) {
    const answer = c.m.toBool(c.call(callback, value, key));
    if (typeof answer !== 'boolean') throw new UnknownMet(answer);
    if (answer !== negate) return gives(key, value);
  }
  return otherwise;
}
