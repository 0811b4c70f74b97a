import type { NativeCall, NativeClass } from '../../php/classes';
import { arrayOf, isObject, isUnknown, listOf, type Value } from '../../php/values';
import { callMacro, staticMacroMethods } from '../macros';
import { arrayable, COLLECTION, type Entry, field, Items, itemsOf, make } from './collectionItems';
import { collectionMethods } from './collectionMethods';
import { expandRange } from './ranges';

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
