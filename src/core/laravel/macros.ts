import type { NativeCall, NativeMethod, PhpClass } from '../php/classes';
import { argument, callWith } from '../php/classes';
import { RuntimeClass } from '../php/runtimeClass';
import { PhpThrow } from '../php/signals';
import { isObject, type PhpObject, type Value } from '../php/values';
import { runtimeOf } from './runtime';
import { bootProvider, registerProvider } from './support/serviceProvider';

/** `X::macro`, `X::hasMacro`, `X::mixin` for a Macroable class. */
export function staticMacroMethods(className: string): Record<string, NativeMethod> {
  return {
    macro(call) {
      const name = argument(call, 0, 'name') ?? null;
      if (typeof name === 'string')
        macrosOf(call, className).set(name.toLowerCase(), argument(call, 1, 'macro') ?? null);
      return null;
    },
    hasMacro(call) {
      const name = argument(call, 0, 'name') ?? null;
      return typeof name === 'string' ? findMacro(call, className, name) !== undefined : false;
    },
    mixin(call) {
      const object = argument(call, 0, 'mixin') ?? null;
      const replace = argument(call, 1, 'replace') ?? true;
      if (isObject(object)) mixIn(call, className, object, replace !== false);
      return null;
    },
    flushMacros: () => null,
  };
}

/** Each method of the object gives a macro of its name. (Macroable::mixin) */
function mixIn(call: NativeCall, className: string, object: PhpObject, replace: boolean): void {
  const macros = macrosOf(call, className);
  for (let cls: PhpClass | null = object.class; cls instanceof RuntimeClass; cls = cls.parent) {
    for (const { name, code, isStatic, visibility } of cls.methods.values()) {
      const known = macros.has(name.toLowerCase()) && !replace;
      if (!code || isStatic || visibility === 'private' || name.startsWith('__') || known) continue;
      macros.set(name.toLowerCase(), call.php.callMethod(object, name, [], call.range));
    }
  }
}

function macrosOf(call: NativeCall, className: string): Map<string, Value> {
  const { macros } = runtimeOf(call.php);
  const key = className.toLowerCase();
  let known = macros.get(key);
  if (!known) {
    known = new Map();
    macros.set(key, known);
  }
  return known;
}

function findMacro(call: NativeCall, className: string, method: string): Value | undefined {
  const known = macrosOf(call, className).get(method.toLowerCase());
  if (known !== undefined) return known;
  registerFrom(call, className, method);
  return macrosOf(call, className).get(method.toLowerCase());
}

/** Runs the methods of the providers whose text registers a macro of that name; each provider once in a run. */
function registerFrom(call: NativeCall, className: string, method: string): void {
  const { application, askedProviders } = runtimeOf(call.php);
  for (const provider of application.providers.withMacro(className, method)) {
    if (askedProviders.has(provider)) continue;
    askedProviders.add(provider);
    bootHere(call, provider);
  }
}

/** Registers and boots a provider in this run; an exception in it leaves what was registered before. */
export function bootHere(call: NativeCall, provider: string): void {
  try {
    const object = registerProvider(callWith(call, { args: [provider] }));
    if (isObject(object)) bootProvider(call, object);
  } catch (signal) {
    if (!(signal instanceof PhpThrow)) throw signal;
  }
}

/** Calls a macro of the class, bound to the object; undefined if there is none of that name. */
export function callMacro(call: NativeCall, className: string, method: string): Value | undefined {
  const macro = findMacro(call, className, method);
  if (macro === undefined) return undefined;
  const isClosure = isObject(macro) && macro.class.name === 'Closure';
  const bound = isClosure && call.self ? call.php.bindClosure(macro, call.self) : macro;
  return call.php.callValue(bound, call.args, call.range, call.named);
}
