import { makeArray, makeList } from './arrays';
import { callableTarget, invoke } from './calls';
import type { NativeCall, NativeClass } from './classes';
import { argument } from './classes';
import { closureOf, makeClosure, rebind } from './closures';
import { EXCEPTION_CLASSES } from './exceptions';
import { type GeneratorState, generatorItem, startGenerator } from './generators';
import { machineOf } from './machineOf';
import { REFLECTION_CLASSES } from './reflection';
import type { RuntimeClass } from './runtimeClass';
import { isArray, isObject, type PhpArray, type PhpObject, type Value } from './values';

const interfaceOf = (name: string, ...interfaces: string[]): NativeClass => ({
  name,
  kind: 'interface',
  interfaces,
});

function bound(call: NativeCall, closure: Value, self: Value, scope: Value | undefined): Value {
  if (!isObject(closure)) return null;
  const m = machineOf(call);
  const to = isObject(self) ? self : null;
  let cls: RuntimeClass | null | undefined;
  if (isObject(scope ?? null)) cls = (scope as PhpObject).class as RuntimeClass;
  else if (typeof scope === 'string' && scope !== 'static') cls = m.classes.find(scope);
  return rebind(m, closure, to, cls);
}

const CLOSURE: NativeClass = {
  name: 'Closure',
  methods: {
    __invoke: (call) => invoke(machineOf(call), closureOf(call.self!).target, call.args, call.named),
    bindTo: (call) =>
      bound(call, call.self, argument(call, 0, 'newThis') ?? null, argument(call, 1, 'newScope')),
    call: (call) => {
      const self = call.args[0] ?? null;
      const closure = bound(call, call.self, self, self) as PhpObject;
      return invoke(machineOf(call), closureOf(closure).target, call.args.slice(1), call.named);
    },
  },
  statics: {
    bind: (call) => bound(call, call.args[0] ?? null, call.args[1] ?? null, call.args[2]),
    fromCallable: (call) => {
      const given = call.args[0] ?? null;
      if (isObject(given) && given.class.name === 'Closure') return given;
      const m = machineOf(call);
      const target = callableTarget(m, given);
      if (!target) return call.php.throw('TypeError', 'Failed to create closure from callable');
      return target.kind === 'unknown' ? target.value : makeClosure(m, target);
    },
  },
};

const generator = (call: NativeCall): GeneratorState => call.self!.internal as GeneratorState;

const GENERATOR: NativeClass = {
  name: 'Generator',
  interfaces: ['Iterator'],
  methods: {
    current: (call) => generatorItem(machineOf(call), generator(call), generator(call).position)?.[1] ?? null,
    key: (call) => generatorItem(machineOf(call), generator(call), generator(call).position)?.[0] ?? null,
    next: (call) => {
      startGenerator(machineOf(call), generator(call));
      generator(call).position += 1;
      return null;
    },
    valid: (call) => generatorItem(machineOf(call), generator(call), generator(call).position) !== undefined,
    rewind: () => null,
    getReturn: (call) => machineOf(call).generatorReturn(call.self!),
    send: (call) => call.php.unknown('values sent to a generator are not followed', call.range),
    throw: (call) => call.php.unknown('exceptions sent to a generator are not followed', call.range),
  },
};

interface Walk {
  readonly array: PhpArray;
  keys: readonly (string | number)[];
  position: number;
}

/** A subclass need not call the constructor. */
const walk = (call: NativeCall): Walk => {
  const self = call.self!;
  self.internal ??= { array: makeList([]), keys: [], position: 0 } satisfies Walk;
  return self.internal as Walk;
};
const storage = (call: NativeCall): PhpArray => walk(call).array;

function setStorage(call: NativeCall, array: PhpArray): null {
  call.self!.internal = { ...walk(call), array, keys: [...array.entries.keys()] };
  return null;
}

const keyOf = (key: Value): string | number => (typeof key === 'number' ? key : String(key ?? ''));

const ARRAY_ITERATOR: NativeClass = {
  name: 'ArrayIterator',
  interfaces: ['Iterator', 'ArrayAccess', 'Countable'],
  construct: (call) => {
    const given = argument(call, 0, 'array') ?? makeList([]);
    const array = isArray(given) ? given : makeList([]);
    call.self!.internal = { array, keys: [...array.entries.keys()], position: 0 } satisfies Walk;
  },
  methods: {
    current: (call) => storage(call).entries.get(walk(call).keys[walk(call).position] ?? '') ?? null,
    key: (call) => walk(call).keys[walk(call).position] ?? null,
    next: (call) => {
      walk(call).position += 1;
      return null;
    },
    valid: (call) => walk(call).position < walk(call).keys.length,
    rewind: (call) => {
      walk(call).position = 0;
      return null;
    },
    count: (call) => storage(call).entries.size,
    getArrayCopy: (call) => storage(call),
    offsetExists: (call) => storage(call).entries.has(keyOf(call.args[0] ?? null)),
    offsetGet: (call) => storage(call).entries.get(keyOf(call.args[0] ?? null)) ?? null,
    offsetSet: (call) => {
      const [key = null, value = null] = call.args;
      const at = key === null ? storage(call).nextIndex : keyOf(key);
      return setStorage(call, makeArray([...storage(call).entries, [at, value]]));
    },
    offsetUnset: (call) =>
      setStorage(
        call,
        makeArray([...storage(call).entries].filter(([key]) => key !== keyOf(call.args[0] ?? null))),
      ),
  },
};

const CLASSES: readonly NativeClass[] = [
  interfaceOf('Traversable'),
  interfaceOf('Iterator', 'Traversable'),
  interfaceOf('IteratorAggregate', 'Traversable'),
  interfaceOf('ArrayAccess'),
  interfaceOf('Countable'),
  interfaceOf('Stringable'),
  interfaceOf('JsonSerializable'),
  interfaceOf('Serializable'),
  interfaceOf('UnitEnum'),
  interfaceOf('BackedEnum', 'UnitEnum'),
  interfaceOf('Throwable', 'Stringable'),
  { name: 'stdClass' },
  { name: 'Attribute' },
  { name: 'AllowDynamicProperties' },
  { name: 'Override' },
  { name: 'ReturnTypeWillChange' },
  { name: 'SensitiveParameter' },
  CLOSURE,
  GENERATOR,
  ARRAY_ITERATOR,
  {
    name: 'ArrayObject',
    parent: 'ArrayIterator',
    interfaces: ['IteratorAggregate'],
    methods: { getIterator: (call) => call.php.instantiate('ArrayIterator', [storage(call)], call.range) },
  },
  ...EXCEPTION_CLASSES,
  ...REFLECTION_CLASSES,
];

/** PHP's own classes, by name in lower case. */
export const coreClasses: ReadonlyMap<string, NativeClass> = new Map(
  CLASSES.map((one) => [one.name.toLowerCase(), one]),
);

const UNFOLLOWED =
  /^(?:Date|Reflection|PDO|Spl|Intl|SimpleXML|DOM|XML|Iterator|Recursive|Limit|Append|Caching|Callback|Filesystem|Directory|Glob|Multiple|NoRewind|Infinite|Empty|Weak|Fiber|mysqli|Redis|Imagick|Memcached|Soap|Zip|Collator|Locale|NumberFormatter|MessageFormatter|Normalizer|Transliterator|Curl|Random|FFI|Ds)/i;

/** Classes of PHP that programs may use and that are not followed here. */
export function isUnfollowedClass(name: string): boolean {
  return !name.includes('\\') && UNFOLLOWED.test(name);
}
