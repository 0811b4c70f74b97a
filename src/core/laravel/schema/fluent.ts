import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, type PhpObject, type Value } from '../../php/values';
import type { SourceRange } from '../../source';
import { callMacro, staticMacroMethods } from '../macros';
import { runtimeOf } from '../runtime';
import { atLeast } from '../version';

/** What an Illuminate\Support\Fluent keeps: its attributes, and the statement of the user's code that made it. */
export class FluentState {
  constructor(
    readonly attributes: Map<string, Value>,
    readonly range: SourceRange,
    /** For a command or column of a Blueprint. */
    readonly role: 'plain' | 'command' | 'column' = 'plain',
    /** The Blueprint that a foreign id column belongs to. */
    readonly blueprint: PhpObject | null = null,
  ) {}

  get(name: string): Value {
    return this.attributes.get(name) ?? null;
  }

  set(name: string, value: Value): void {
    this.attributes.set(name, value);
  }
}

export function fluentOf(value: Value): FluentState | null {
  return isObject(value) && value.internal instanceof FluentState ? value.internal : null;
}

function state(call: NativeCall): FluentState {
  const self = call.self;
  if (!self) throw new Error('a Fluent method was called without an object');
  if (!(self.internal instanceof FluentState))
    self.internal = new FluentState(new Map(), call.statementRange);
  return self.internal as FluentState;
}

/** The first argument of a magic call, wherever it was named; true where there is none. */
export function firstArgument(call: NativeCall): Value {
  if (call.args.length > 0) return call.args[0] ?? null;
  for (const value of call.named.values()) return value;
  return true;
}

/** Before Laravel 11 a Fluent had no macros. */
function sinceEleven(name: string, method: NativeMethod): NativeMethod {
  return (call) =>
    atLeast(runtimeOf(call.php).application.laravel, '11')
      ? method(call)
      : call.php.throw('Error', `Call to undefined method ${call.static?.name ?? FLUENT}::${name}()`);
}

/** `->when($condition, fn ($column) => …, fn ($column) => …)`. (Conditionable) */
function conditional(call: NativeCall, wanted: boolean): Value {
  const [given = null, then = null, otherwise = null] = call.args;
  const isClosure = isObject(given) && given.class.name === 'Closure';
  const value = isClosure ? call.php.callValue(given, [call.self], call.range) : given;
  const chosen = call.php.truth(value, call.range) === wanted ? then : otherwise;
  const result = chosen === null ? null : call.php.callValue(chosen, [call.self, value], call.range);
  return result ?? call.self;
}

const FLUENT = 'Illuminate\\Support\\Fluent';

export const fluentClass: NativeClass = {
  name: FLUENT,
  interfaces: ['ArrayAccess', 'JsonSerializable', 'Illuminate\\Contracts\\Support\\Arrayable'],
  construct(call) {
    const attributes = new Map<string, Value>();
    const given = call.args[0] ?? null;
    if (isArray(given)) for (const [key, value] of given.entries) attributes.set(String(key), value);
    if (call.self) call.self.internal = new FluentState(attributes, call.statementRange);
  },
  methods: {
    get: (call) => read(call) ?? call.args[1] ?? null,
    value: (call) => read(call) ?? call.args[1] ?? null,
    set: (call) => write(call),
    getAttributes: (call) => arrayOf(state(call).attributes),
    toArray: (call) => arrayOf(state(call).attributes),
    all: (call) => arrayOf(state(call).attributes),
    offsetExists: (call) => read(call) !== null,
    offsetGet: (call) => read(call),
    offsetSet: (call) => write(call),
    offsetUnset(call) {
      state(call).attributes.delete(String(call.args[0] ?? ''));
      return null;
    },
  },
  statics: Object.fromEntries(
    Object.entries(staticMacroMethods(FLUENT)).map(([name, method]) => [name, sinceEleven(name, method)]),
  ),
  call(call, method) {
    const { laravel } = runtimeOf(call.php).application;
    const macro = atLeast(laravel, '11') ? callMacro(call, FLUENT, method) : undefined;
    if (macro !== undefined) return macro;
    if (method === 'when' || method === 'unless') {
      if (atLeast(laravel, '12')) return conditional(call, method === 'when');
    }
    state(call).set(method, firstArgument(call));
    return call.self;
  },
  get: (call, property) => state(call).get(property),
  set: (call, property, value) => state(call).set(property, value),
};

function read(call: NativeCall): Value {
  const key = call.args[0] ?? null;
  return typeof key === 'string' || typeof key === 'number' ? state(call).get(String(key)) : null;
}

function write(call: NativeCall): Value {
  const key = call.args[0] ?? null;
  if (typeof key === 'string' || typeof key === 'number') state(call).set(String(key), call.args[1] ?? null);
  return call.self;
}
