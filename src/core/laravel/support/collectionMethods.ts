import type { NativeCall, NativeMethod } from '../../php/classes';
import { arrayOf, isUnknown, listOf, type PhpArray, type Unknown, type Value } from '../../php/values';
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
  mine,
} from './collectionItems';
import {
  contains,
  each,
  keysOfArgument,
  listed,
  merge,
  plain,
  unique,
  without,
} from './collectionOperations';
import { ASKING, CHANGING, inPhp } from './collectionsInPhp';

/** Calls one of the two callbacks, if it is there. `given`: the condition, where it is not the first argument. */
function conditional(call: NativeCall, wanted: boolean, given?: boolean): Value {
  const [first = null, ...rest] = given === undefined ? call.args : [given, ...call.args];
  const [callback = null, otherwise = null] = rest;
  const condition = isClosure(first) ? call.php.callValue(first, [call.self], call.range) : first;
  const chosen = call.php.truth(condition, call.range) === wanted ? callback : otherwise;
  if (chosen === null) return call.self;
  const argument = given === undefined ? [call.self, condition] : [call.self];
  return call.php.callValue(chosen, argument, call.range) ?? call.self;
}

/** A method that is written as PHP and changes the collection: its new items, and what it answers. */
const changing =
  (name: string): NativeMethod =>
  (call) => {
    const state = mine(call);
    if (isUnknown(state.items)) return state.items;
    const [items, answer] = listed(inPhp(call, name, state.items) as PhpArray);
    state.items = items as PhpArray;
    return answer ?? (ANSWERING.has(name) ? null : call.self);
  };

const ANSWERING = new Set(['pop', 'shift', 'pull']);

export const collectionMethods: Readonly<Record<string, NativeMethod>> = {
  ...Object.fromEntries(ASKING.map((name) => [name, known((call, items) => inPhp(call, name, items))])),
  ...Object.fromEntries(CHANGING.map((name) => [name, changing(name)])),
  average: known((call, items) => inPhp(call, 'avg', items)),
  add: changing('push'),
  random: known((call) => call.php.unknown('a random item', call.range)),
  shuffle: known((call) => call.php.unknown('a random order', call.range)),
  all: known((_call, items) => items),
  toArray: known((_call, items) =>
    arrayOf([...items.entries].map(([key, value]): Entry => [key, plain(value)])),
  ),
  each,
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
  has: known((call, items) =>
    keysOfArgument(call).every((key) => [...items.entries.keys()].some((each_) => String(each_) === key)),
  ),
  keys: known((call, items) => make(call, listOf([...items.entries.keys()]))),
  values: known((call, items) => make(call, listOf(listed(items)))),
  count: known((_call, items) => items.entries.size),
  isEmpty: known((_call, items) => items.entries.size === 0),
  isNotEmpty: known((_call, items) => items.entries.size > 0),
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
  reverse: known((call, items) => make(call, arrayOf([...items.entries].reverse()))),
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
  reduce: known((call, items) => {
    let carry: Value = call.args[1] ?? null;
    for (const [key, value] of items.entries)
      carry = call.php.callValue(call.args[0] ?? null, [carry, value, key], call.range);
    return carry;
  }),
  pipe: (call) => call.php.callValue(call.args[0] ?? null, [call.self], call.range),
  tap(call) {
    call.php.callValue(call.args[0] ?? null, [call.self], call.range);
    return call.self;
  },
  when: (call) => conditional(call, true),
  unless: (call) => conditional(call, false),
  whenNotEmpty: known((call, items) => conditional(call, true, items.entries.size > 0)),
  whenEmpty: known((call, items) => conditional(call, true, items.entries.size === 0)),
  unlessEmpty: known((call, items) => conditional(call, false, items.entries.size === 0)),
  unlessNotEmpty: known((call, items) => conditional(call, false, items.entries.size > 0)),
  getIterator: known((call, items) => call.php.instantiate('ArrayIterator', [items], call.range)),
  offsetExists: known((call, items) => items.entries.has((call.args[0] ?? '') as string | number)),
  offsetGet: known((call, items) => items.entries.get((call.args[0] ?? '') as string | number) ?? null),
  toBase: (call) => call.self,
  collect: (call) => call.self,
  lazy: (call) => call.self,
};
