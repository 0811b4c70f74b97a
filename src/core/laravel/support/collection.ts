import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  listOf,
  type PhpArray,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { dig } from '../config';
import { callMacro, staticMacroMethods } from '../macros';
import { expandRange } from './ranges';

export const COLLECTION = 'Illuminate\\Support\\Collection';

/** The items of a Collection; Unknown where they are not known. */
class Items {
  constructor(public items: PhpArray | Unknown) {}
}

export function itemsOf(object: PhpObject | null): PhpArray | Unknown | null {
  return object?.internal instanceof Items ? object.internal.items : null;
}

function mine(call: NativeCall): Items {
  if (!(call.self?.internal instanceof Items))
    throw new Error('a Collection method was called without a Collection');
  return call.self.internal;
}

function make(call: NativeCall, array: PhpArray): PhpObject {
  return call.php.makeNative(COLLECTION, new Items(array));
}

/** What `collect($value)` holds. */
function arrayable(value: Value): PhpArray | Unknown {
  if (isUnknown(value)) return value;
  if (value === null) return listOf([]);
  if (isArray(value)) return value;
  const inner = isObject(value) ? itemsOf(value) : null;
  return inner ?? listOf([value]);
}

type Entry = [string | number, Value];
type Run = (call: NativeCall, items: PhpArray) => Value;

/** A method on known items; on unknown ones everything is Unknown. */
const known =
  (run: Run): NativeMethod =>
  (call) => {
    const { items } = mine(call);
    return isUnknown(items) ? items : run(call, items);
  };

const ask = (call: NativeCall, callback: Value, value: Value, key: Value): Value =>
  call.php.callValue(callback, [value, key], call.range);
const asks = (call: NativeCall, callback: Value, value: Value, key: Value): boolean =>
  call.php.truth(ask(call, callback, value, key), call.range);
const isClosure = (value: Value | undefined): boolean =>
  value !== undefined && isObject(value) && value.class.name === 'Closure';

/** `data_get` on one item: an array's entry or an object's property. */
function field(call: NativeCall, item: Value, path: string): Value {
  let current = item;
  for (const key of path.split('.')) {
    if (isUnknown(current)) return current;
    if (isArray(current)) current = dig(current, [key]);
    else if (isObject(current))
      current = current.properties.get(key) ?? call.php.readProperty(current, key) ?? null;
    else return null;
  }
  return current;
}

/** A callback, or the name of a field, as a function of an item. */
function picker(call: NativeCall, given: Value | undefined): (value: Value, key: Value) => Value {
  if (given === undefined || given === null) return (value) => value;
  if (typeof given === 'string') return (value) => field(call, value, given);
  return (value, key) => ask(call, given, value, key);
}

function filtered(
  call: NativeCall,
  items: PhpArray,
  keep: (value: Value, key: string | number) => boolean,
): PhpObject {
  return make(call, arrayOf([...items.entries].filter(([key, value]) => keep(value, key))));
}

/** `where('a', 1)`, `where('a', '>', 1)`: what is compared; null for a form that is not followed. */
function comparison(call: NativeCall): ((item: Value) => Value) | null {
  const [name, second, third] = call.args;
  if (typeof name !== 'string') return null;
  const operator = call.args.length > 2 ? second : '=';
  const wanted = call.args.length > 2 ? (third ?? null) : call.args.length === 1 ? true : (second ?? null);
  return (item) => {
    const value = field(call, item, name);
    const equal = call.php.looseEquals(value, wanted);
    if (operator === '=' || operator === '==' || operator === '===') return equal;
    if (operator === '!=' || operator === '<>' || operator === '!==')
      return isUnknown(equal) ? equal : !equal;
    if (typeof value !== 'number' || typeof wanted !== 'number')
      return call.php.unknown('a comparison of items', call.range);
    if (operator === '>') return value > wanted;
    if (operator === '>=') return value >= wanted;
    return operator === '<' ? value < wanted : value <= wanted;
  };
}

function contains(call: NativeCall, items: PhpArray): Value {
  const [wanted = null] = call.args;
  const test =
    call.args.length > 1
      ? comparison(call)
      : isClosure(wanted)
        ? picker(call, wanted)
        : (value: Value) => call.php.looseEquals(value, wanted);
  if (!test) return call.php.unknown('contains() is not followed', call.range);
  let unknown: Value = false;
  for (const [key, value] of items.entries) {
    const answer = test(value, key);
    if (isUnknown(answer)) unknown = answer;
    else if (call.php.truth(answer, call.range)) return true;
  }
  return unknown;
}

function sorted(descending: boolean): Run {
  return (call, items) => {
    const pick = picker(call, call.args[0]);
    const keyed = [...items.entries].map((entry) => ({ entry, by: pick(entry[1], entry[0]) }));
    if (keyed.some(({ by }) => typeof by !== 'number' && typeof by !== 'string')) {
      return call.php.unknown('the order of items', call.range);
    }
    keyed.sort((a, b) => {
      const [x, y] = [a.by as string | number, b.by as string | number];
      const order = x < y ? -1 : x > y ? 1 : 0;
      return descending ? -order : order;
    });
    return make(call, arrayOf(keyed.map(({ entry }) => entry)));
  };
}

function groupBy(call: NativeCall, items: PhpArray): Value {
  const pick = picker(call, call.args[0]);
  const groups = new Map<string | number, Value[]>();
  for (const [key, value] of items.entries) {
    const group = pick(value, key);
    if (isUnknown(group)) return group;
    const name = typeof group === 'number' ? group : String(group ?? '');
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return make(call, arrayOf([...groups].map(([name, values]): Entry => [name, make(call, listOf(values))])));
}

function unique(call: NativeCall, items: PhpArray): Value {
  const pick = picker(call, call.args[0]);
  const seen: Value[] = [];
  return filtered(call, items, (value, key) => {
    const by = pick(value, key);
    if (seen.some((each) => call.php.truth(call.php.looseEquals(each, by), call.range))) return false;
    seen.push(by);
    return true;
  });
}

function pluck(call: NativeCall, items: PhpArray): Value {
  const name = String(call.args[0] ?? '');
  const by = call.args[1] ?? null;
  const values = [...items.entries.values()];
  if (by === null) return make(call, listOf(values.map((each) => field(call, each, name))));
  return make(
    call,
    arrayOf(values.map((each): Entry => [String(field(call, each, String(by))), field(call, each, name)])),
  );
}

function pairs(call: NativeCall, items: PhpArray): Value {
  const entries: Entry[] = [];
  for (const [key, value] of items.entries) {
    const pair = ask(call, call.args[0] ?? null, value, key);
    if (isUnknown(pair)) return pair;
    if (isArray(pair)) entries.push(...pair.entries);
  }
  return make(call, arrayOf(entries));
}

function merge(call: NativeCall, items: PhpArray): Value {
  const other = arrayable(call.args[0] ?? null);
  if (isUnknown(other)) return other;
  const merged: Entry[] = [];
  let next = 0;
  const at = new Map<string | number, number>();
  for (const [key, value] of [...items.entries, ...other.entries]) {
    const name = typeof key === 'number' ? next++ : key;
    const place = at.get(name);
    if (place !== undefined) merged[place] = [name, value];
    else {
      at.set(name, merged.length);
      merged.push([name, value]);
    }
  }
  return make(call, arrayOf(merged));
}

function without(call: NativeCall, items: PhpArray, keep: boolean): Value {
  const other = arrayable(call.args[0] ?? null);
  if (isUnknown(other)) return other;
  const values = [...other.entries.values()];
  return filtered(
    call,
    items,
    (value) => values.some((each) => call.php.truth(call.php.looseEquals(each, value), call.range)) === keep,
  );
}

const sum: Run = (call, items) => {
  const pick = picker(call, call.args[0]);
  const values = [...items.entries].map(([key, value]) => pick(value, key));
  return values.every((each): each is number => typeof each === 'number')
    ? values.reduce((a, b) => a + b, 0)
    : call.php.unknown('the sum of items', call.range);
};

function first(call: NativeCall, items: PhpArray): Value {
  const callback = call.args[0] ?? null;
  for (const [key, value] of items.entries) {
    if (callback === null || asks(call, callback, value, key)) return value;
  }
  return call.args[1] ?? null;
}

const listed = (items: PhpArray) => [...items.entries.values()];
const keysOfArgument = (call: NativeCall): string[] =>
  (isArray(call.args[0] ?? null) ? listed(call.args[0] as PhpArray) : [...call.args]).map(String);

/** `each` on unknown items: the callback may be called, with something unknown. */
const each: NativeMethod = (call) => {
  const { items } = mine(call);
  const callback = call.args[0] ?? null;
  if (isUnknown(items)) {
    if (call.php.truth(items, call.range)) call.php.callValue(callback, [items, items], call.range);
    return call.self;
  }
  for (const [key, value] of items.entries) if (ask(call, callback, value, key) === false) break;
  return call.self;
};

const collectionMethods: Readonly<Record<string, NativeMethod>> = {
  all: known((_call, items) => items),
  toArray: known((_call, items) =>
    arrayOf([...items.entries].map(([key, value]): Entry => [key, plain(value)])),
  ),
  toJson: known((call) => call.php.unknown('items as JSON', call.range)),
  each,
  map: known((call, items) =>
    make(
      call,
      arrayOf(
        [...items.entries].map(([key, value]): Entry => [key, ask(call, call.args[0] ?? null, value, key)]),
      ),
    ),
  ),
  mapWithKeys: known(pairs),
  flatMap: known((call, items) => {
    const parts = [...items.entries].map(([key, value]) =>
      arrayable(ask(call, call.args[0] ?? null, value, key)),
    );
    const unknown = parts.find((part): part is Unknown => isUnknown(part));
    return unknown ?? make(call, listOf(parts.flatMap((part) => (isUnknown(part) ? [] : listed(part)))));
  }),
  filter: known((call, items) => {
    const callback = call.args[0] ?? null;
    return filtered(call, items, (value, key) =>
      callback === null ? call.php.truth(value, call.range) : asks(call, callback, value, key),
    );
  }),
  reject: known((call, items) => {
    const callback = call.args[0] ?? null;
    return filtered(call, items, (value, key) =>
      isClosure(callback)
        ? !asks(call, callback, value, key)
        : !call.php.truth(call.php.looseEquals(value, callback), call.range),
    );
  }),
  where: known((call, items) => {
    const test = comparison(call);
    return test
      ? filtered(call, items, (value) => call.php.truth(test(value), call.range))
      : call.php.unknown('where() is not followed', call.range);
  }),
  whereIn: known((call, items) => {
    const wanted = arrayable(call.args[1] ?? null);
    if (isUnknown(wanted)) return wanted;
    return filtered(call, items, (value) => {
      const mineValue = field(call, value, String(call.args[0] ?? ''));
      return listed(wanted).some((each_) =>
        call.php.truth(call.php.looseEquals(mineValue, each_), call.range),
      );
    });
  }),
  firstWhere: known((call, items) => {
    const test = comparison(call);
    if (!test) return call.php.unknown('firstWhere() is not followed', call.range);
    return listed(items).find((value) => call.php.truth(test(value), call.range)) ?? null;
  }),
  contains: known(contains),
  some: known(contains),
  doesntContain: known((call, items) => {
    const answer = contains(call, items);
    return isUnknown(answer) ? answer : answer !== true;
  }),
  every: known((call, items) => {
    for (const [key, value] of items.entries) if (!asks(call, call.args[0] ?? null, value, key)) return false;
    return true;
  }),
  first: known(first),
  last: known((call, items) => {
    const callback = call.args[0] ?? null;
    const found = [...items.entries]
      .reverse()
      .find(([key, value]) => callback === null || asks(call, callback, value, key));
    return found ? found[1] : (call.args[1] ?? null);
  }),
  get: known(
    (call, items) => items.entries.get((call.args[0] ?? '') as string | number) ?? call.args[1] ?? null,
  ),
  has: known((call, items) =>
    keysOfArgument(call).every((key) => [...items.entries.keys()].some((each_) => String(each_) === key)),
  ),
  keys: known((call, items) => make(call, listOf([...items.entries.keys()]))),
  values: known((call, items) => make(call, listOf(listed(items)))),
  count: known((_call, items) => items.entries.size),
  isEmpty: known((_call, items) => items.entries.size === 0),
  isNotEmpty: known((_call, items) => items.entries.size > 0),
  pluck: known(pluck),
  merge: known(merge),
  concat: known((call, items) => {
    const other = arrayable(call.args[0] ?? null);
    return isUnknown(other) ? other : make(call, listOf([...listed(items), ...listed(other)]));
  }),
  diff: known((call, items) => without(call, items, false)),
  intersect: known((call, items) => without(call, items, true)),
  only: known((call, items) => {
    const keys = keysOfArgument(call);
    return filtered(call, items, (_value, key) => keys.includes(String(key)));
  }),
  except: known((call, items) => {
    const keys = keysOfArgument(call);
    return filtered(call, items, (_value, key) => !keys.includes(String(key)));
  }),
  unique: known(unique),
  groupBy: known(groupBy),
  keyBy: known((call, items) => {
    const pick = picker(call, call.args[0]);
    return make(
      call,
      arrayOf([...items.entries].map(([key, value]): Entry => [String(pick(value, key)), value])),
    );
  }),
  sort: known(sorted(false)),
  sortBy: known(sorted(false)),
  sortByDesc: known(sorted(true)),
  sortDesc: known(sorted(true)),
  sortKeys: known((call, items) =>
    make(call, arrayOf([...items.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))),
  ),
  reverse: known((call, items) => make(call, arrayOf([...items.entries].reverse()))),
  flip: known((call, items) =>
    make(call, arrayOf([...items.entries].map(([key, value]): Entry => [value as string | number, key]))),
  ),
  take: known((call, items) => {
    const count = typeof call.args[0] === 'number' ? call.args[0] : 0;
    const entries = [...items.entries];
    return make(call, arrayOf(count < 0 ? entries.slice(count) : entries.slice(0, count)));
  }),
  skip: known((call, items) =>
    make(call, arrayOf([...items.entries].slice(typeof call.args[0] === 'number' ? call.args[0] : 0))),
  ),
  chunk: known((call, items) => {
    const size = typeof call.args[0] === 'number' && call.args[0] > 0 ? call.args[0] : 1;
    const entries = [...items.entries];
    const chunks: Value[] = [];
    for (let i = 0; i < entries.length; i += size)
      chunks.push(make(call, arrayOf(entries.slice(i, i + size))));
    return make(call, listOf(chunks));
  }),
  flatten: known((call, items) =>
    call.php.callStatic('Illuminate\\Support\\Arr', 'flatten', [items], call.range),
  ),
  collapse: known((call, items) =>
    call.php.callStatic('Illuminate\\Support\\Arr', 'collapse', [items], call.range),
  ),
  implode: known((call, items) => {
    const [by = null, glue] = call.args;
    const values =
      glue === undefined ? listed(items) : listed(items).map((value) => field(call, value, String(by)));
    const texts = values.map((value) => call.php.toText(value, call.range));
    const unknown = texts.find((text) => isUnknown(text));
    return unknown ?? texts.join(String(glue ?? by ?? ''));
  }),
  join: known((call, items) =>
    listed(items)
      .map(String)
      .join(String(call.args[0] ?? '')),
  ),
  reduce: known((call, items) => {
    let carry: Value = call.args[1] ?? null;
    for (const [key, value] of items.entries)
      carry = call.php.callValue(call.args[0] ?? null, [carry, value, key], call.range);
    return carry;
  }),
  sum: known(sum),
  max: known((call, items) => extreme(call, items, Math.max)),
  min: known((call, items) => extreme(call, items, Math.min)),
  search: known((call, items) => {
    const [wanted = null] = call.args;
    const found = [...items.entries].find(([key, value]) =>
      isClosure(wanted)
        ? asks(call, wanted, value, key)
        : call.php.truth(call.php.looseEquals(value, wanted), call.range),
    );
    return found ? found[0] : false;
  }),
  combine: known((call, items) => {
    const other = arrayable(call.args[0] ?? null);
    if (isUnknown(other)) return other;
    const values = listed(other);
    return make(
      call,
      arrayOf(listed(items).map((key, i): Entry => [key as string | number, values[i] ?? null])),
    );
  }),
  push: changes((items, args) => listOf([...listed(items), ...args])),
  add: changes((items, args) => listOf([...listed(items), ...args.slice(0, 1)])),
  prepend: changes((items, args) => listOf([args[0] ?? null, ...listed(items)])),
  put: changes((items, args) => arrayOf([...items.entries, [args[0] as string | number, args[1] ?? null]])),
  forget: changes((items, args) =>
    arrayOf([...items.entries].filter(([key]) => String(key) !== String(args[0]))),
  ),
  pipe: (call) => call.php.callValue(call.args[0] ?? null, [call.self], call.range),
  tap(call) {
    call.php.callValue(call.args[0] ?? null, [call.self], call.range);
    return call.self;
  },
  when(call) {
    const [condition = null, callback = null, otherwise = null] = call.args;
    const chosen = call.php.truth(condition, call.range) ? callback : otherwise;
    return chosen === null
      ? call.self
      : (call.php.callValue(chosen, [call.self, condition], call.range) ?? call.self);
  },
  getIterator: known((call, items) => call.php.instantiate('ArrayIterator', [items], call.range)),
  offsetExists: known((call, items) => items.entries.has((call.args[0] ?? '') as string | number)),
  offsetGet: known((call, items) => items.entries.get((call.args[0] ?? '') as string | number) ?? null),
  offsetSet: changes((items, args) =>
    args[0] === null
      ? listOf([...listed(items), args[1] ?? null])
      : arrayOf([...items.entries, [args[0] as string | number, args[1] ?? null]]),
  ),
  toBase: (call) => call.self,
  collect: (call) => call.self,
  lazy: (call) => call.self,
};

/** A method that changes the Collection itself. */
function changes(run: (items: PhpArray, args: readonly Value[]) => PhpArray): NativeMethod {
  return (call) => {
    const state = mine(call);
    if (!isUnknown(state.items)) state.items = run(state.items, call.args);
    return call.self;
  };
}

function extreme(call: NativeCall, items: PhpArray, of: (...numbers: number[]) => number): Value {
  const pick = picker(call, call.args[0]);
  const values = [...items.entries].map(([key, value]) => pick(value, key));
  if (values.length === 0) return null;
  return values.every((each_): each_ is number => typeof each_ === 'number')
    ? of(...values)
    : call.php.unknown('the greatest or least item', call.range);
}

function plain(value: Value): Value {
  const inner = isObject(value) ? itemsOf(value) : null;
  return inner ?? value;
}

const PROXY = 'Illuminate\\Support\\HigherOrderCollectionProxy';

/** `$items->each->delete()`: properties that stand for a method with a callback. */
const PROXIED = new Set([
  'each',
  'map',
  'filter',
  'reject',
  'flatMap',
  'sum',
  'every',
  'contains',
  'some',
  'first',
  'unique',
  'groupBy',
  'keyBy',
  'sortBy',
  'max',
  'min',
]);

/** Calls the Collection's method with what `of` gives for each item. */
function proxied(call: NativeCall, of: (item: Value) => Value): Value {
  const collection = call.self?.properties.get('collection') ?? null;
  const method = call.self?.properties.get('method') ?? null;
  const items = isObject(collection) ? itemsOf(collection) : null;
  if (!items || !isObject(collection)) return null;
  if (isUnknown(items)) return items;
  const results = [...items.entries].map(([key, item]): Entry => [key, of(item)]);
  if (method === 'each') return collection;
  const mapped = make(call, arrayOf(results));
  if (method === 'map') return mapped;
  if (method === 'filter' || method === 'reject') {
    const kept = results.map(([, result]) => call.php.truth(result, call.range) === (method === 'filter'));
    return make(call, arrayOf([...items.entries].filter((_, i) => kept[i])));
  }
  return call.php.callMethod(mapped, String(method), [], call.range);
}

export const collectionClasses: readonly NativeClass[] = [
  {
    name: COLLECTION,
    interfaces: ['ArrayAccess', 'Countable', 'IteratorAggregate', 'JsonSerializable'],
    construct(call) {
      if (call.self) call.self.internal = new Items(arrayable(call.args[0] ?? null));
    },
    methods: collectionMethods,
    statics: {
      make: (call) => call.php.instantiate(COLLECTION, [call.args[0] ?? null], call.range),
      wrap: (call) => call.php.instantiate(COLLECTION, [call.args[0] ?? null], call.range),
      times(call) {
        const count = typeof call.args[0] === 'number' ? call.args[0] : 0;
        const numbers = expandRange(1, count);
        const callback = call.args[1] ?? null;
        return make(
          call,
          listOf(
            callback === null ? numbers : numbers.map((i) => call.php.callValue(callback, [i], call.range)),
          ),
        );
      },
      range: (call) => make(call, listOf(expandRange(Number(call.args[0] ?? 0), Number(call.args[1] ?? 0)))),
      ...staticMacroMethods(COLLECTION),
    },
    get: (call, property) => {
      if (!PROXIED.has(property))
        return call.php.unknown(`the property ${property} of a Collection`, call.range);
      const object = call.php.makeNative(PROXY, null);
      object.properties.set('collection', call.self);
      object.properties.set('method', property);
      return object;
    },
    call(call, method) {
      const macro = callMacro(call, COLLECTION, method);
      return macro ?? call.php.unknown(`Collection::${method}() is not followed`, call.range);
    },
  },
  {
    name: PROXY,
    call: (call, method) =>
      proxied(call, (item) =>
        isObject(item)
          ? call.php.callMethod(item, method, call.args, call.range)
          : call.php.unknown(`${method}() of an item`, call.range),
      ),
    get: (call, property) => proxied(call, (item) => field(call, item, property)),
  },
  { name: 'Illuminate\\Database\\Eloquent\\Collection', parent: COLLECTION },
  { name: 'Illuminate\\Support\\LazyCollection', parent: COLLECTION },
];
