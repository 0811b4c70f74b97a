import type { NativeCall, NativeMethod } from '../php/classes';
import { argument } from '../php/classes';
import { PhpThrow } from '../php/signals';
import { isObject, type Value } from '../php/values';
import { runtimeOf } from './runtime';

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
    flushMacros: () => null,
  };
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
  registerFrom(call, method);
  return macrosOf(call, className).get(method.toLowerCase());
}

/** Runs the methods of the providers whose text registers a macro of that name; each provider once in a run. */
function registerFrom(call: NativeCall, method: string): void {
  const { application, askedProviders } = runtimeOf(call.php);
  for (const provider of application.providers.withMacro(method)) {
    if (askedProviders.has(provider)) continue;
    askedProviders.add(provider);
    for (const step of ['register', 'boot']) bootStep(call, provider, step);
  }
}

/** One step of a provider; an exception in it leaves what was registered before. */
function bootStep(call: NativeCall, provider: string, step: string): void {
  try {
    const object = call.php.instantiate(provider, [null], call.range);
    if (call.php.hasMethod(object, step)) call.php.callMethod(object, step, [], call.range);
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
  return call.php.callValue(bound, call.args, call.range);
}
