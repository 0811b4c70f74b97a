import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isUnknown, listOf, type PhpArray, type Value } from '../../php/values';
import { dig } from '../config';
import { valueFrom } from './helpers';

/** Works on the first argument when it is a known array; else what can't be known goes on. */
function onArray(run: (call: NativeCall, array: PhpArray) => Value): NativeMethod {
  return (call) => {
    const array = call.args[0] ?? null;
    if (isUnknown(array)) return array;
    return isArray(array)
      ? run(call, array)
      : call.php.unknown('Arr on something that is no array', call.range);
  };
}

function keysOf(value: Value | undefined): (string | number)[] {
  if (value === undefined || value === null) return [];
  const values = isArray(value) ? [...value.entries.values()] : [value];
  return values.flatMap((each) => (typeof each === 'number' || typeof each === 'string' ? [each] : []));
}

const sameKey = (keys: readonly (string | number)[], key: string | number) =>
  keys.some((each) => String(each) === String(key));

function flatten(array: PhpArray, depth: number): Value[] {
  return [...array.entries.values()].flatMap((each) =>
    isArray(each) && depth > 0 ? flatten(each, depth - 1) : [each],
  );
}

function dot(array: PhpArray, prefix = ''): [string, Value][] {
  return [...array.entries].flatMap(([key, value]): [string, Value][] =>
    isArray(value) && value.entries.size > 0 ? dot(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

const arrMethods: Readonly<Record<string, NativeMethod>> = {
  get(call) {
    const [array = null, key = null, fallback = null] = call.args;
    if (isUnknown(array)) return array;
    if (key === null) return array;
    const found = dig(array, String(key).split('.'));
    return found === null ? valueFrom(call, fallback) : found;
  },
  has: onArray((call, array) =>
    keysOf(call.args[1]).every((key) => dig(array, String(key).split('.')) !== null),
  ),
  first: onArray((call, array) => {
    const callback = call.args[1] ?? null;
    for (const [key, value] of array.entries) {
      if (
        callback === null ||
        call.php.truth(call.php.callValue(callback, [value, key], call.range), call.range)
      )
        return value;
    }
    return valueFrom(call, call.args[2] ?? null);
  }),
  last: onArray((_call, array) => [...array.entries.values()].pop() ?? null),
  only: onArray((call, array) => {
    const keys = keysOf(call.args[1]);
    return arrayOf([...array.entries].filter(([key]) => sameKey(keys, key)));
  }),
  except: onArray((call, array) => {
    const keys = keysOf(call.args[1]);
    return arrayOf([...array.entries].filter(([key]) => !sameKey(keys, key)));
  }),
  flatten: onArray((call, array) =>
    listOf(flatten(array, typeof call.args[1] === 'number' ? call.args[1] - 1 : 100)),
  ),
  dot: onArray((_call, array) => arrayOf(dot(array))),
  wrap(call) {
    const value = call.args[0] ?? null;
    if (value === null) return listOf([]);
    return isArray(value) || isUnknown(value) ? value : listOf([value]);
  },
  pluck: onArray((call, array) => {
    const key = String(call.args[1] ?? '');
    return listOf(
      [...array.entries.values()].map((each) => (isArray(each) ? dig(each, key.split('.')) : null)),
    );
  }),
  where: onArray((call, array) =>
    arrayOf(
      [...array.entries].filter(([key, value]) =>
        call.php.truth(call.php.callValue(call.args[1] ?? null, [value, key], call.range), call.range),
      ),
    ),
  ),
  map: onArray((call, array) =>
    arrayOf(
      [...array.entries].map(([key, value]) => [
        key,
        call.php.callValue(call.args[1] ?? null, [value, key], call.range),
      ]),
    ),
  ),
  join: onArray((call, array) =>
    [...array.entries.values()].map((each) => String(each)).join(String(call.args[1] ?? '')),
  ),
  collapse: onArray((_call, array) => listOf(flatten(array, 1))),
  isAssoc: onArray((_call, array) => [...array.entries.keys()].some((key, i) => key !== i)),
  isList: onArray((_call, array) => [...array.entries.keys()].every((key, i) => key === i)),
  accessible: (call) => isArray(call.args[0] ?? null),
  exists: onArray((call, array) => array.entries.has((call.args[1] ?? '') as string | number)),
};

export const arrClasses: readonly NativeClass[] = [
  {
    name: 'Illuminate\\Support\\Arr',
    statics: arrMethods,
    callStatic: (call, method) => call.php.unknown(`Arr::${method}() is not followed`, call.range),
  },
];
