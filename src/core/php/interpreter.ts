import type { SourceRange } from '../source';
import { freeze } from './arrays';
import { callMethod, callValue, instantiate, invoke, staticMethodOf, unknownClass } from './calls';
import type { Interpreter } from './classes';
import { rebind } from './closures';
import { looseEquals } from './compare';
import { toInt } from './convert';
import { Frame } from './frame';
import { includePath } from './include';
import { classConstant, propertyDefault } from './linking';
import type { Machine } from './machine';
import { registerMachine } from './machineOf';
import { isSubclass, type RuntimeClass } from './runtimeClass';
import { UnknownMet } from './signals';
import { Site } from './site';

/** Calls that native code makes are said to be where it says, in the statement that called it. */
function placed<T>(m: Machine, range: SourceRange, body: () => T): T {
  const at = m.at;
  m.at = at.range === range ? at : Site.at(range, at);
  try {
    return body();
  } finally {
    m.at = at;
  }
}

/** The Interpreter that native code sees of a machine. */
export function makeInterpreter(m: Machine): Interpreter {
  const php: Interpreter = {
    callValue: (callable, args, range, named) =>
      placed(m, range, () => freeze(callValue(m, callable, args, named ?? null))),
    include: (path) => freeze(includePath(new Frame(m, null, null, null, null, []), path, false, true)),
    callMethod: (object, method, args, range) =>
      placed(m, range, () => freeze(callMethod(m, object, method, args))),
    callStatic: (className, method, args, range) =>
      placed(m, range, () => {
        const cls = m.classes.find(className);
        const target = cls
          ? staticMethodOf(m, cls, method, false)
          : unknownClass(m, className, `what ${method}() of it does`);
        return freeze(invoke(m, target, args));
      }),
    hasMethod: (object, method) => m.hasMethod(object, method),
    instantiate: (className, args, range) =>
      placed(m, range, () => {
        const cls = m.classes.find(className);
        if (cls) return instantiate(m, cls, args);
        const target = unknownClass(m, className, 'an object of it');
        if (target.kind === 'unknown') throw new UnknownMet(target.value);
        return m.throwError('Error', `Class "${className}" not found`);
      }),
    makeNative: (className, internal) => {
      const cls = m.classes.find(className);
      if (!cls) return m.throwError('Error', `Class "${className}" not found`);
      const object = m.newObject(cls);
      object.internal = internal;
      return object;
    },
    catching: (run) => {
      const { catchers } = m;
      m.catchers += 1;
      try {
        return run();
      } finally {
        m.catchers = catchers;
      }
    },
    certainly: (run) => m.certainly(run),
    get isCatching() {
      return m.catchers > 0;
    },
    findClass: (name) => m.classes.find(name),
    isA: (cls, name) => isSubclass(cls as RuntimeClass, m.canonicalClassName(name).toLowerCase()),
    readProperty: (object, name) => {
      const value = object.properties.get(name);
      return value === undefined ? classConstant(m, object.class as RuntimeClass, name) : freeze(value);
    },
    classConstant: (cls, name) => classConstant(m, cls as RuntimeClass, name),
    propertyDefault: (cls, name) => propertyDefault(m, cls as RuntimeClass, name),
    throw: (className, message, options) => m.throwError(className, message, options),
    toText: (value, range) => placed(m, range, () => m.toText(value)),
    toInt: (value) => toInt(value),
    truth: (value, range) => placed(m, range, () => m.truth(value)),
    looseEquals: (a, b) => looseEquals(m, a, b),
    unknown: (reason, range) => m.unknown(reason, range),
    context: m.options.context ?? new Map<string, unknown>(),
    bindClosure: (closure, self) => rebind(m, closure, self, self.class as RuntimeClass),
  };
  registerMachine(php, m);
  return php;
}
