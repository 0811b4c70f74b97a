import type { NativeMethod } from '../../php/classes';
import { arrayOf, isUnknown, listOf, type Unknown, type Value } from '../../php/values';
import {
  arrayable,
  ask,
  asks,
  comparison,
  type Entry,
  field,
  filtered,
  isClosure,
  known,
  make,
  picker,
} from './collectionItems';
import {
  changes,
  contains,
  each,
  extreme,
  first,
  groupBy,
  keysOfArgument,
  listed,
  merge,
  pairs,
  plain,
  pluck,
  sorted,
  sum,
  unique,
  without,
} from './collectionOperations';

export const collectionMethods: Readonly<Record<string, NativeMethod>> = {
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
