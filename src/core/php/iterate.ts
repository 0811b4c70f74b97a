import { callMethod, currentScope } from './calls';
import { type GeneratorState, generatorItem } from './generators';
import type { Machine } from './machine';
import { findMethod, findProperty, isSubclass, type RuntimeClass } from './runtimeClass';
import { isUnknown, type PhpObject, type Value } from './values';

/** The entries that foreach goes over: of an array, an Iterator, an IteratorAggregate, a generator, a plain object. */
export function* eachEntry(m: Machine, source: Value): Generator<readonly [Value, Value]> {
  if (source === null || typeof source !== 'object') return;
  switch (source.kind) {
    case 'array':
      yield* [...source.entries];
      return;
    case 'object':
      yield* objectEntries(m, source);
      return;
    case 'unknown':
      yield [source, source];
      return;
    case 'float':
      return;
  }
}

function* objectEntries(m: Machine, object: PhpObject): Generator<readonly [Value, Value]> {
  const cls = object.class as RuntimeClass;
  if (cls.name === 'Generator') {
    const state = object.internal as GeneratorState;
    for (let i = state.position; ; i++) {
      const item = generatorItem(m, state, i);
      if (!item) return;
      state.position = i;
      yield item;
      if (state.position === i) state.position = i + 1;
    }
  }
  if (findMethod(cls, 'getiterator')) {
    const inner = callMethod(m, object, 'getIterator', []);
    if (isUnknown(inner)) {
      yield [inner, inner];
      return;
    }
    m.enter();
    try {
      yield* eachEntry(m, inner);
    } finally {
      m.depth -= 1;
    }
    return;
  }
  if (isSubclass(cls, 'iterator') || (findMethod(cls, 'valid') && findMethod(cls, 'current'))) {
    yield* iterate(m, object);
    return;
  }
  const missing = m.classes.missing(object);
  if (missing !== null) {
    const unknown = m.unknown(`class ${missing} is not known: what is in it`);
    yield [unknown, unknown];
    return;
  }
  const scope = currentScope(m);
  for (const [name, value] of [...object.properties]) {
    const visibility = findProperty(cls, name)?.visibility ?? 'public';
    if (visibility === 'public' || (scope !== null && isSubclass(scope, cls.name.toLowerCase())))
      yield [name, value];
  }
}

function* iterate(m: Machine, object: PhpObject): Generator<readonly [Value, Value]> {
  callMethod(m, object, 'rewind', []);
  for (;;) {
    m.step();
    const valid = callMethod(m, object, 'valid', []);
    if (isUnknown(valid as Value)) {
      yield [valid, valid];
      return;
    }
    if (!m.truth(valid)) return;
    const value = callMethod(m, object, 'current', []);
    yield [callMethod(m, object, 'key', []), value];
    callMethod(m, object, 'next', []);
  }
}

/** All entries at once, for builtins; undefined where an Unknown takes part. */
export function entriesOf(m: Machine, source: Value): (readonly [Value, Value])[] {
  return [...eachEntry(m, source)];
}
