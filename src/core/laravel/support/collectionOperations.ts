import type { NativeCall, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, listOf, type PhpArray, type Value } from '../../php/values';
import {
  arrayable,
  ask,
  asks,
  comparison,
  type Entry,
  field,
  filtered,
  isClosure,
  itemsOf,
  make,
  mine,
  picker,
  type Run,
} from './collectionItems';

export function contains(call: NativeCall, items: PhpArray): Value {
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

export function sorted(descending: boolean): Run {
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

export function groupBy(call: NativeCall, items: PhpArray): Value {
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

export function unique(call: NativeCall, items: PhpArray): Value {
  const pick = picker(call, call.args[0]);
  const seen: Value[] = [];
  return filtered(call, items, (value, key) => {
    const by = pick(value, key);
    if (seen.some((each) => call.php.truth(call.php.looseEquals(each, by), call.range))) return false;
    seen.push(by);
    return true;
  });
}

export function pluck(call: NativeCall, items: PhpArray): Value {
  const name = String(call.args[0] ?? '');
  const by = call.args[1] ?? null;
  const values = [...items.entries.values()];
  if (by === null) return make(call, listOf(values.map((each) => field(call, each, name))));
  return make(
    call,
    arrayOf(values.map((each): Entry => [String(field(call, each, String(by))), field(call, each, name)])),
  );
}

export function pairs(call: NativeCall, items: PhpArray): Value {
  const entries: Entry[] = [];
  for (const [key, value] of items.entries) {
    const pair = ask(call, call.args[0] ?? null, value, key);
    if (isUnknown(pair)) return pair;
    if (isArray(pair)) entries.push(...pair.entries);
  }
  return make(call, arrayOf(entries));
}

export function merge(call: NativeCall, items: PhpArray): Value {
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

export function without(call: NativeCall, items: PhpArray, keep: boolean): Value {
  const other = arrayable(call.args[0] ?? null);
  if (isUnknown(other)) return other;
  const values = [...other.entries.values()];
  return filtered(
    call,
    items,
    (value) => values.some((each) => call.php.truth(call.php.looseEquals(each, value), call.range)) === keep,
  );
}

export const sum: Run = (call, items) => {
  const pick = picker(call, call.args[0]);
  const values = [...items.entries].map(([key, value]) => pick(value, key));
  return values.every((each): each is number => typeof each === 'number')
    ? values.reduce((a, b) => a + b, 0)
    : call.php.unknown('the sum of items', call.range);
};

export function first(call: NativeCall, items: PhpArray): Value {
  const callback = call.args[0] ?? null;
  for (const [key, value] of items.entries) {
    if (callback === null || asks(call, callback, value, key)) return value;
  }
  return call.args[1] ?? null;
}

export const listed = (items: PhpArray) => [...items.entries.values()];
export const keysOfArgument = (call: NativeCall): string[] =>
  (isArray(call.args[0] ?? null) ? listed(call.args[0] as PhpArray) : [...call.args]).map(String);

/** `each` on unknown items: the callback may be called, with something unknown. */
export const each: NativeMethod = (call) => {
  const { items } = mine(call);
  const callback = call.args[0] ?? null;
  if (isUnknown(items)) {
    if (call.php.truth(items, call.range)) call.php.callValue(callback, [items, items], call.range);
    return call.self;
  }
  for (const [key, value] of items.entries) if (ask(call, callback, value, key) === false) break;
  return call.self;
};

/** A method that changes the Collection itself. */
export function changes(run: (items: PhpArray, args: readonly Value[]) => PhpArray): NativeMethod {
  return (call) => {
    const state = mine(call);
    if (!isUnknown(state.items)) state.items = run(state.items, call.args);
    return call.self;
  };
}

export function extreme(call: NativeCall, items: PhpArray, of: (...numbers: number[]) => number): Value {
  const pick = picker(call, call.args[0]);
  const values = [...items.entries].map(([key, value]) => pick(value, key));
  if (values.length === 0) return null;
  return values.every((each_): each_ is number => typeof each_ === 'number')
    ? of(...values)
    : call.php.unknown('the greatest or least item', call.range);
}

export function plain(value: Value): Value {
  const inner = isObject(value) ? itemsOf(value) : null;
  return inner ?? value;
}
