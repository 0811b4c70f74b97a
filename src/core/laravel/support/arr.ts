import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { callWith } from '../../php/classes';
import { arrayOf, isArray, isUnknown, listOf, type PhpArray, type Value } from '../../php/values';
import { dig } from '../config';
import { inPhp, OF_ARRAYS } from './collectionsInPhp';
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

function dot(array: PhpArray, prefix = ''): [string, Value][] {
  return [...array.entries].flatMap(([key, value]): [string, Value][] =>
    isArray(value) && value.entries.size > 0 ? dot(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

const arrMethods: Readonly<Record<string, NativeMethod>> = {
  ...Object.fromEntries(
    OF_ARRAYS.map((name) => [
      name,
      onArray((call, array) => inPhp(callWith(call, { args: call.args.slice(1) }), `Arr::${name}`, array)),
    ]),
  ),
  get(call) {
    const [array = null, key = null, fallback = null] = call.args;
    if (isUnknown(array)) return array;
    if (key === null) return array;
    const found = dig(array, String(key).split('.'));
    return found === null ? valueFrom(call, fallback) : found;
  },
  only: onArray((call, array) => {
    const keys = keysOf(call.args[1]);
    return arrayOf([...array.entries].filter(([key]) => sameKey(keys, key)));
  }),
  except: onArray((call, array) => {
    const keys = keysOf(call.args[1]);
    return arrayOf([...array.entries].filter(([key]) => !sameKey(keys, key)));
  }),
  dot: onArray((_call, array) => arrayOf(dot(array))),
  wrap(call) {
    const value = call.args[0] ?? null;
    if (value === null) return listOf([]);
    return isArray(value) || isUnknown(value) ? value : listOf([value]);
  },
  where: onArray((call, array) =>
    arrayOf(
      [...array.entries].filter(([key, value]) =>
        call.php.truth(call.php.callValue(call.args[1] ?? null, [value, key], call.range), call.range),
      ),
    ),
  ),
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
