import type { NativeCall, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, type PhpArray, type Value } from '../../php/values';
import {
  arrayable,
  ask,
  asks,
  comparison,
  type Entry,
  filtered,
  isClosure,
  itemsOf,
  make,
  mine,
  picker,
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

export function plain(value: Value): Value {
  const inner = isObject(value) ? itemsOf(value) : null;
  return inner ?? value;
}
