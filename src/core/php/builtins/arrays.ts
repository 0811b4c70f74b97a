import { OPERATORS } from '../arithmetic';
import {
  appendEntry,
  copyArray,
  freeze,
  isList,
  type Key,
  MutableArray,
  makeArray,
  makeList,
  setEntry,
  toKey,
} from '../arrays';
import { callMethod } from '../calls';
import { iterableToArray } from '../casts';
import { looseEquals, strictEquals } from '../compare';
import { entriesOf } from '../iterate';
import { getProperty, peekProperty } from '../properties';
import { UnknownMet } from '../signals';
import { isArray, isObject, isUnknown, type PhpArray, phpFloat, type Unknown, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';

/** The array in a place that a builtin changes, ready to be changed. */
export function arrayIn(c: BuiltinCall, index: number): MutableArray {
  const there = c.known(c.ref(index).peek(c.m) ?? null);
  if (!isArray(there)) return c.wrongType(index, 'array', there);
  return c.ref(index).forWrite(c.m) as MutableArray;
}

function count(c: BuiltinCall): Value {
  const value = c.value(0);
  if (isArray(value)) return c.int(1, 0) === 1 ? countDeep(value) : value.entries.size;
  if (isObject(value) && c.m.hasMethod(value, 'count')) return callMethod(c.m, value, 'count', []);
  if (isObject(value) && c.m.classes.missing(value) !== null) return c.unknown('how many entries there are');
  return c.wrongType(0, 'Countable|array', value);
}

function countDeep(array: PhpArray): number {
  let size = array.entries.size;
  for (const value of array.entries.values()) if (isArray(value)) size += countDeep(value);
  return size;
}

/** in_array and array_search: where an Unknown element or needle could be it, the answer is Unknown. */
function search(c: BuiltinCall, found: (key: Key) => Value): Value {
  const needle = c.raw(0);
  const strict = c.bool(2);
  const array = c.array(1);
  let doubt: Unknown | null = null;
  for (const [key, value] of array.entries) {
    const same = strict ? strictEquals(c.m, value, needle) : looseEquals(c.m, value, needle);
    if (same === true) return doubt === null ? found(key) : found(key) === true ? true : doubt;
    if (same !== false) doubt ??= same;
  }
  if (doubt) throw new UnknownMet(doubt);
  return false;
}

function slice(c: BuiltinCall): Value {
  const array = c.array(0);
  const entries = [...array.entries];
  const offset = c.int(1);
  const from = offset < 0 ? Math.max(0, entries.length + offset) : offset;
  const length = c.raw(2) === null ? undefined : c.int(2);
  const to = length === undefined ? undefined : length < 0 ? length : from + length;
  const keep = c.bool(3);
  c.m.charge(entries.length);
  const result = new MutableArray();
  for (const [key, value] of entries.slice(from, to)) {
    if (typeof key === 'string' || keep) setEntry(result, key, value);
    else appendEntry(result, value);
  }
  return result;
}

/** The entries again, with integer keys counted anew. */
export function renumbered(entries: Iterable<readonly [Key, Value]>): MutableArray {
  const result = new MutableArray();
  for (const [key, value] of entries) {
    if (typeof key === 'string') setEntry(result, key, value);
    else appendEntry(result, value);
  }
  return result;
}

function splice(c: BuiltinCall): Value {
  const array = arrayIn(c, 0);
  const entries = [...array.entries];
  const offset = c.int(1);
  const from = offset < 0 ? Math.max(0, entries.length + offset) : Math.min(offset, entries.length);
  const length = c.raw(2) === null ? entries.length : c.int(2);
  const to = length < 0 ? Math.max(from, entries.length + length) : Math.min(entries.length, from + length);
  const given = c.has(3) ? c.value(3) : null;
  const added = isArray(given) ? [...given.entries.values()] : given === null ? [] : [given];
  const removed = entries.slice(from, to);
  const rest = [
    ...entries.slice(0, from),
    ...added.map((value) => [0, value] as const),
    ...entries.slice(to),
  ];
  c.m.charge(rest.length * 2);
  c.ref(0).write(c.m, renumbered(rest));
  return renumbered(removed);
}

function merge(c: BuiltinCall): Value {
  const result = new MutableArray();
  for (let i = 0; i < c.count; i++) {
    for (const [key, value] of c.array(i).entries) {
      c.m.charge(2);
      if (typeof key === 'string') setEntry(result, key, value);
      else appendEntry(result, value);
    }
  }
  return result;
}

function mergeDeep(c: BuiltinCall, into: PhpArray, from: PhpArray): MutableArray {
  const result = copyArray(into);
  for (const [key, value] of from.entries) {
    c.m.charge(2);
    const there = result.entries.get(key);
    if (typeof key === 'number') appendEntry(result, value);
    else if (there === undefined) setEntry(result, key, value);
    else {
      const left = isArray(there) ? there : makeList([there]);
      setEntry(
        result,
        key,
        isArray(value) ? mergeDeep(c, left, value) : mergeDeep(c, left, makeList([value])),
      );
    }
  }
  return result;
}

function replaceDeep(c: BuiltinCall, into: PhpArray, from: PhpArray): MutableArray {
  const result = copyArray(into);
  for (const [key, value] of from.entries) {
    c.m.charge(2);
    const there = result.entries.get(key);
    const both = there !== undefined && isArray(there) && isArray(value);
    setEntry(result, key, both ? replaceDeep(c, there, value) : value);
  }
  return result;
}

function range(c: BuiltinCall): Value {
  const start = c.value(0);
  const end = c.value(1);
  const letters = [start, end].every((one) => typeof one === 'string' && one !== '' && !/^[\d.+-]/.test(one));
  if (letters) {
    const [from, to] = [(start as string).charCodeAt(0), (end as string).charCodeAt(0)];
    const by = Math.max(1, Math.abs(c.int(2, 1)));
    const list: string[] = [];
    for (let code = from; from <= to ? code <= to : code >= to; code += from <= to ? by : -by)
      list.push(String.fromCharCode(code));
    return makeList(list);
  }
  const [from, to, step] = [c.floatOf(start), c.floatOf(end), Math.abs(c.has(2) ? c.floatOf(c.value(2)) : 1)];
  if (step === 0) return c.throwValueError(2, 'cannot be 0');
  const size = Math.floor(Math.abs(to - from) / step + 1e-9) + 1;
  c.m.charge(size * 2);
  const whole = Number.isInteger(from) && Number.isInteger(to) && Number.isInteger(step);
  const list: Value[] = [];
  for (let i = 0; i < size; i++) {
    const value = from <= to ? from + i * step : from - i * step;
    list.push(whole ? value : phpFloat(value));
  }
  return makeList(list);
}

function column(c: BuiltinCall): Value {
  const wanted = c.raw(1);
  const index = c.raw(2);
  const result = new MutableArray();
  const get = (row: Value, key: Value): Value | undefined => {
    if (isArray(row)) return row.entries.get(toKey(key) ?? '');
    if (isObject(row)) {
      const there = peekProperty(c.m, row, c.textOf(key));
      return there === undefined || there === null ? undefined : getProperty(c.m, row, c.textOf(key));
    }
    return undefined;
  };
  for (const row of c.array(0).entries.values()) {
    if (isUnknown(row as Value)) throw new UnknownMet(row as Unknown);
    const value = wanted === null ? row : get(row, wanted);
    if (value === undefined) continue;
    c.m.charge(2);
    const key = index === null ? undefined : get(row, index);
    const at = key === undefined ? undefined : toKey(c.known(key));
    if (at === undefined) appendEntry(result, value);
    else setEntry(result, at, value);
  }
  return result;
}

/** array_unique: loose comparison of the values as text (the default flag), the first of equals stays. */
function unique(c: BuiltinCall): Value {
  const regular = c.int(1, 2) === 0;
  const result = new MutableArray();
  const seen = new Set<string>();
  for (const [key, value] of c.array(0).entries) {
    c.m.step();
    if (regular) {
      const there = [...result.entries.values()];
      if (there.some((one) => c.known(looseEquals(c.m, one, value)) === true)) continue;
    } else {
      const text = isObject(value) && value.class.kind === 'enum' ? `#${value.id}` : c.textOf(value);
      if (seen.has(text)) continue;
      seen.add(text);
    }
    setEntry(result, key, value);
  }
  return result;
}

function flip(c: BuiltinCall): Value {
  const result = new MutableArray();
  for (const [key, value] of c.array(0).entries) {
    const at = toKey(c.known(value));
    if (typeof value === 'string' || typeof value === 'number') setEntry(result, at!, key);
    else c.m.warn('array_flip(): Can only flip string and integer values, entry skipped');
  }
  return result;
}

function fill(c: BuiltinCall): Value {
  const [start, size, value] = [c.int(0), c.int(1), c.raw(2)];
  if (size < 0) return c.throwValueError(1, 'must be greater than or equal to 0');
  c.m.charge(size * 2);
  freeze(value);
  const result = new MutableArray();
  for (let i = 0; i < size; i++) setEntry(result, start + i, value);
  return result;
}

function pad(c: BuiltinCall): Value {
  const list = [...c.array(0).entries];
  const size = c.int(1);
  const missing = Math.abs(size) - list.length;
  if (missing <= 0) return c.array(0);
  c.m.charge(missing * 2);
  const extra = Array.from({ length: missing }, () => [0, c.raw(2)] as const);
  return renumbered(size > 0 ? [...list, ...extra] : [...extra, ...list]);
}

function chunk(c: BuiltinCall): Value {
  const size = c.int(1);
  if (size < 1) return c.throwValueError(1, 'must be greater than 0');
  const keep = c.bool(2);
  const entries = [...c.array(0).entries];
  c.m.charge(entries.length * 2);
  const chunks: Value[] = [];
  for (let i = 0; i < entries.length; i += size) {
    const part = entries.slice(i, i + size);
    chunks.push(keep ? makeArray(part) : makeList(part.map(([, value]) => value)));
  }
  return makeList(chunks);
}

function combine(c: BuiltinCall): Value {
  const keys = [...c.array(0).entries.values()];
  const values = [...c.array(1).entries.values()];
  if (keys.length !== values.length)
    return c.m.throwError(
      'ValueError',
      'array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements',
    );
  return makeArray(keys.map((key, i) => [toKey(typeof key === 'object' ? c.textOf(key) : key)!, values[i]!]));
}

function keys(c: BuiltinCall): Value {
  const array = c.array(0);
  c.m.charge(array.entries.size * 2);
  if (!c.has(1)) return makeList(array.entries.keys());
  const wanted = c.raw(1);
  const strict = c.bool(2);
  const found: Key[] = [];
  for (const [key, value] of array.entries) {
    const same = strict ? strictEquals(c.m, value, wanted) : looseEquals(c.m, value, wanted);
    if (c.known(same) === true) found.push(key);
  }
  return makeList(found);
}

function keyExists(c: BuiltinCall): Value {
  const key = toKey(c.value(0));
  const value = c.value(1);
  if (isObject(value)) return value.properties.has(String(key));
  return key !== undefined && c.array(1).entries.has(key);
}

function countValues(c: BuiltinCall): Value {
  const result = new MutableArray();
  for (const value of c.array(0).entries.values()) {
    const key = toKey(c.known(value))!;
    setEntry(result, key, OPERATORS['+']!(c.m, result.entries.get(key) ?? 0, 1));
  }
  return result;
}

export const ARRAY_FUNCTIONS: BuiltinTable = {
  count: ['value mode?', count],
  sizeof: ['value mode?', count],
  in_array: ['needle haystack strict?', (c) => search(c, () => true)],
  array_search: ['needle haystack strict?', (c) => search(c, (key) => key)],
  array_keys: ['array filter_value? strict?', keys],
  array_values: [
    'array',
    (c) => {
      c.m.charge(c.array(0).entries.size * 2);
      return makeList(c.array(0).entries.values());
    },
  ],
  array_key_exists: ['key array', keyExists],
  key_exists: ['key array', keyExists],
  array_key_first: ['array', (c) => c.array(0).entries.keys().next().value ?? null],
  array_key_last: ['array', (c) => [...c.array(0).entries.keys()].at(-1) ?? null],
  array_is_list: ['array', (c) => isList(c.array(0))],
  array_slice: ['array offset length? preserve_keys?', slice],
  array_splice: ['&array offset length? replacement?', splice],
  array_merge: ['...arrays', merge],
  array_merge_recursive: [
    '...arrays',
    (c) => {
      let result: PhpArray = new MutableArray();
      for (let i = 0; i < c.count; i++) result = mergeDeep(c, result, c.array(i));
      return result;
    },
  ],
  array_replace: [
    'array ...replacements',
    (c) => {
      const result = copyArray(c.array(0));
      for (let i = 1; i < c.count; i++)
        for (const [key, value] of c.array(i).entries) setEntry(result, key, value);
      return result;
    },
  ],
  array_replace_recursive: [
    'array ...replacements',
    (c) => {
      let result: PhpArray = c.array(0);
      for (let i = 1; i < c.count; i++) result = replaceDeep(c, result, c.array(i));
      return result;
    },
  ],
  array_reverse: [
    'array preserve_keys?',
    (c) => {
      const entries = [...c.array(0).entries].reverse();
      return c.bool(1) ? makeArray(entries) : renumbered(entries);
    },
  ],
  array_combine: ['keys values', combine],
  array_flip: ['array', flip],
  array_fill: ['start_index count value', fill],
  array_fill_keys: [
    'keys value',
    (c) => makeArray([...c.array(0).entries.values()].map((key) => [toKey(c.textOf(key))!, c.raw(1)])),
  ],
  array_pad: ['array length value', pad],
  array_chunk: ['array length preserve_keys?', chunk],
  array_column: ['array column_key index_key?', column],
  array_unique: ['array flags?', unique],
  array_count_values: ['array', countValues],
  array_change_key_case: [
    'array case?',
    (c) =>
      makeArray(
        [...c.array(0).entries].map(([key, value]) => [
          typeof key === 'string' ? (c.int(1, 0) === 1 ? key.toUpperCase() : key.toLowerCase()) : key,
          value,
        ]),
      ),
  ],
  array_rand: ['array num?', (c) => c.unknown('array_rand() gives random values')],
  shuffle: [
    '&array',
    (c) => {
      c.ref(0).write(c.m, c.unknown('shuffle() gives a random order'));
      return true;
    },
  ],
  range: ['start end step?', range],
  iterator_to_array: ['iterator preserve_keys?', (c) => iterableToArray(c.m, c.value(0), c.bool(1, true))],
  iterator_count: ['iterator', (c) => entriesOf(c.m, c.value(0)).length],
};
