import type { NativeCall, NativeMethod } from '../../php/classes';
import { machineOf } from '../../php/machineOf';
import { peekProperty } from '../../php/properties';
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

export const COLLECTION = 'Illuminate\\Support\\Collection';

/** The items of a Collection; Unknown where they are not known. */
export class Items {
  constructor(public items: PhpArray | Unknown) {}
}

export function itemsOf(object: PhpObject | null): PhpArray | Unknown | null {
  return object?.internal instanceof Items ? object.internal.items : null;
}

export function mine(call: NativeCall): Items {
  if (!(call.self?.internal instanceof Items))
    throw new Error('a Collection method was called without a Collection');
  return call.self.internal;
}

export function make(call: NativeCall, array: PhpArray): PhpObject {
  return call.php.makeNative(COLLECTION, new Items(array));
}

/** What `collect($value)` holds. */
export function arrayable(value: Value): PhpArray | Unknown {
  if (isUnknown(value)) return value;
  if (value === null) return listOf([]);
  if (isArray(value)) return value;
  const inner = isObject(value) ? itemsOf(value) : null;
  if (inner !== null) return inner;
  // Arrayable and Traversable objects have methods of their own for it; of any other, PHP casts the properties.
  if (isObject(value) && value.class.name === 'stdClass') return arrayOf(value.properties);
  return listOf([value]);
}

export type Entry = [string | number, Value];
export type Run = (call: NativeCall, items: PhpArray) => Value;

/** A method on known items; on unknown ones everything is Unknown. */
export const known =
  (run: Run): NativeMethod =>
  (call) => {
    const { items } = mine(call);
    return isUnknown(items) ? items : run(call, items);
  };

export const ask = (call: NativeCall, callback: Value, value: Value, key: Value): Value =>
  call.php.callValue(callback, [value, key], call.range);
export const asks = (call: NativeCall, callback: Value, value: Value, key: Value): boolean =>
  call.php.truth(ask(call, callback, value, key), call.range);
export const isClosure = (value: Value | undefined): boolean =>
  value !== undefined && isObject(value) && value.class.name === 'Closure';

/** `data_get` on one item: an array's entry or an object's property. */
export function field(call: NativeCall, item: Value, path: string): Value {
  let current = item;
  for (const key of path.split('.')) {
    if (isUnknown(current)) return current;
    if (isArray(current)) current = dig(current, [key]);
    else if (isObject(current)) current = peekProperty(machineOf(call), current, key) ?? null;
    else return null;
  }
  return current;
}

/** A callback, or the name of a field, as a function of an item. */
export function picker(call: NativeCall, given: Value | undefined): (value: Value, key: Value) => Value {
  if (given === undefined || given === null) return (value) => value;
  if (typeof given === 'string') return (value) => field(call, value, given);
  return (value, key) => ask(call, given, value, key);
}

export function filtered(
  call: NativeCall,
  items: PhpArray,
  keep: (value: Value, key: string | number) => boolean,
): PhpObject {
  return make(call, arrayOf([...items.entries].filter(([key, value]) => keep(value, key))));
}

/** `where('a', 1)`, `where('a', '>', 1)`: what is compared; null for a form that is not followed. */
export function comparison(call: NativeCall): ((item: Value) => Value) | null {
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
