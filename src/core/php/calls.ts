import { makeList } from './arrays';
import { findBuiltin } from './builtins/all';
import { type Builtin, runBuiltin } from './builtins/builtin';
import type { NativeFunction } from './classes';
import { closureOf, makeClosure } from './closures';
import { looseEquals } from './compare';
import { handOver } from './escapes';
import type { FunctionCode } from './functionCode';
import { type Arg, argValue, type Captured, invokeCode } from './invoke';
import { enumCases } from './linking';
import type { Machine } from './machine';
import { shortName } from './names';
import { invokeHook, nativeCall } from './nativeCalls';
import {
  findHook,
  findMethod,
  findNativeStatic,
  isSubclass,
  type Method,
  missingAncestor,
  type RuntimeClass,
} from './runtimeClass';
import { typeName } from './types';
import { isArray, isObject, isUnknown, type PhpObject, type Unknown, type Value } from './values';

/** What a call will run, found before its arguments are evaluated (which of them go by reference depends on it). */
export type Target =
  | {
      readonly kind: 'code';
      readonly code: FunctionCode;
      readonly self: PhpObject | null;
      readonly scope: RuntimeClass | null;
      readonly static_: RuntimeClass | null;
      readonly captured: Captured | null;
    }
  | {
      readonly kind: 'native';
      readonly run: NativeFunction;
      readonly self: PhpObject | null;
      readonly static_: RuntimeClass | null;
    }
  /** A native class's `call` or `callStatic`. */
  | {
      readonly kind: 'hook';
      readonly run: (call: ReturnType<typeof nativeCall>, name: string) => Value;
      readonly self: PhpObject | null;
      readonly static_: RuntimeClass;
      readonly name: string;
    }
  /** The user's __call or __callStatic. */
  | { readonly kind: 'magic'; readonly target: Target; readonly name: string }
  | { readonly kind: 'builtin'; readonly builtin: Builtin }
  | { readonly kind: 'enum'; readonly cls: RuntimeClass; readonly method: 'cases' | 'from' | 'tryfrom' }
  | { readonly kind: 'unknown'; readonly value: Unknown };

export function isByRef(target: Target, index: number, name: string | null = null): boolean {
  switch (target.kind) {
    case 'code': {
      const parameters = target.code.parameters;
      if (name !== null) return parameters.some((one) => one.name === name && one.byRef);
      const parameter = parameters[index] ?? parameters.at(-1);
      return parameter?.byRef === true && (index < parameters.length || parameter.variadic);
    }
    case 'builtin':
      return target.builtin.isByRef(index);
    default:
      return false;
  }
}

export function currentScope(m: Machine): RuntimeClass | null {
  return m.frame?.scope ?? null;
}

export function invoke(
  m: Machine,
  target: Target,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null = null,
): Value {
  switch (target.kind) {
    case 'code':
      return invokeCode(
        m,
        target.code,
        target.self,
        target.scope,
        target.static_,
        args,
        named,
        target.captured,
      );
    case 'builtin':
      return runBuiltin(m, target.builtin, args, named);
    case 'unknown':
      return handOver(m, target.value, values(m, args, named));
    case 'enum':
      return enumMethod(m, target.cls, target.method, args[0] === undefined ? null : argValue(m, args[0]));
    case 'magic':
      return invoke(m, target.target, [target.name, makeList(values(m, args, named))]);
    case 'native':
    case 'hook': {
      m.enter();
      try {
        const call = nativeCall(m, target.self, target.static_, values(m, args, null), namedValues(m, named));
        if (target.kind === 'hook') return invokeHook(m, () => target.run(call, target.name));
        return invokeHook(m, () => target.run(call));
      } finally {
        m.depth -= 1;
      }
    }
  }
}

function values(m: Machine, args: readonly Arg[], named: ReadonlyMap<string, Arg> | null): Value[] {
  const list = args.map((arg) => argValue(m, arg));
  if (named) for (const arg of named.values()) list.push(argValue(m, arg));
  return list;
}

function namedValues(m: Machine, named: ReadonlyMap<string, Arg> | null): ReadonlyMap<string, Value> | null {
  return named && new Map([...named].map(([name, arg]) => [name, argValue(m, arg)]));
}

function methodTarget(method: Method, self: PhpObject | null, static_: RuntimeClass): Target {
  return method.code
    ? { kind: 'code', code: method.code, self, scope: method.owner, static_, captured: null }
    : { kind: 'native', run: method.native!, self, static_ };
}

function isCallable(m: Machine, method: Method): boolean {
  if (method.visibility === 'public') return true;
  const scope = currentScope(m);
  if (scope === null) return false;
  if (method.visibility === 'private') return scope === method.owner;
  return (
    isSubclass(scope, method.owner.name.toLowerCase()) || isSubclass(method.owner, scope.name.toLowerCase())
  );
}

/** The private method of the calling class, which wins over one of the same name in a subclass. */
function privateHere(m: Machine, cls: RuntimeClass, lower: string): Method | null {
  const scope = currentScope(m);
  if (scope === null || scope === cls) return null;
  const own = scope.methods.get(lower);
  return own?.visibility === 'private' && isSubclass(cls, scope.name.toLowerCase()) ? own : null;
}

/** What `$object->name(…)` runs. */
export function methodOf(m: Machine, object: Value, name: string): Target {
  if (!isObject(object)) {
    if (object !== null && isUnknown(object)) {
      if (object.object && m.decide(object, m.at.range)) return methodOf(m, object.object(), name);
      return { kind: 'unknown', value: m.derive(object, `->${name}()`, object.after?.(name)) };
    }
    return m.throwError('Error', `Call to a member function ${name}() on ${typeName(object)}`);
  }
  const cls = object.class as RuntimeClass;
  const lower = name.toLowerCase();
  const method = privateHere(m, cls, lower) ?? findMethod(cls, lower);
  if (method && !(method.isAbstract && !method.native) && isCallable(m, method))
    return methodTarget(method, method.isStatic && method.code ? null : object, cls);
  if (cls.name === 'Closure' && lower === '__invoke') return closureOf(object).target;
  const magic = findMethod(cls, '__call');
  if (magic) return { kind: 'magic', target: methodTarget(magic, object, cls), name };
  const hook = findHook(cls, 'call');
  if (hook) return { kind: 'hook', run: hook, self: object, static_: cls, name };
  const missing = missingAncestor(cls);
  if (missing !== null)
    return {
      kind: 'unknown',
      value: m.unknown(`class ${missing} is not known: what ${name}() of it does`),
    };
  if (method && !method.isAbstract)
    return m.throwError(
      'Error',
      `Call to ${method.visibility} method ${cls.name}::${method.name}() from ${scopeName(m)}`,
    );
  return m.throwError('Error', `Call to undefined method ${cls.name}::${name}()`);
}

function scopeName(m: Machine): string {
  const scope = currentScope(m);
  return scope ? `scope ${scope.name}` : 'global scope';
}

/** What `Class::name(…)` runs; `relative` for self::, parent:: and static::, which keep `$this` and `static`. */
export function staticMethodOf(m: Machine, cls: RuntimeClass, name: string, relative: boolean): Target {
  const lower = name.toLowerCase();
  const frame = m.frame;
  const self = frame?.self ?? null;
  const inside = self !== null && isSubclass(self.class as RuntimeClass, cls.name.toLowerCase());
  const static_ = relative && frame?.static_ ? frame.static_ : cls;
  const native = findNativeStatic(cls, lower);
  if (native && !(inside && findMethod(cls, lower)?.isStatic === false))
    return { kind: 'native', run: native, self: null, static_ };
  const method = findMethod(cls, lower);
  if (method && !method.isAbstract && isCallable(m, method)) {
    if (method.isStatic) return methodTarget(method, null, static_);
    if (inside) return methodTarget(method, self, self.class as RuntimeClass);
  }
  if (
    cls.kind === 'enum' &&
    (lower === 'cases' || ((lower === 'from' || lower === 'tryfrom') && cls.declaration?.backed))
  )
    return { kind: 'enum', cls, method: lower };
  if (lower === '__construct' && inside) return constructorOf(m, cls, self) ?? NO_CONSTRUCTOR;
  if (inside) {
    const magic = findMethod(cls, '__call');
    if (magic) return { kind: 'magic', target: methodTarget(magic, self, cls), name };
    const hook = findHook(cls, 'call');
    if (hook) return { kind: 'hook', run: hook, self, static_, name };
  }
  const magic = findMethod(cls, '__callstatic');
  if (magic) return { kind: 'magic', target: methodTarget(magic, null, static_), name };
  const hook = findHook(cls, 'callStatic');
  if (hook) return { kind: 'hook', run: hook, self: null, static_, name };
  const missing = missingAncestor(cls);
  if (missing !== null)
    return {
      kind: 'unknown',
      value: m.unknown(`class ${missing} is not known: what ${name}() of it does`),
    };
  if (method && !method.isAbstract && isCallable(m, method))
    return m.throwError(
      'Error',
      `Non-static method ${cls.name}::${method.name}() cannot be called statically`,
    );
  if (method?.isAbstract)
    return m.throwError('Error', `Cannot call abstract method ${cls.name}::${method.name}()`);
  if (method)
    return m.throwError(
      'Error',
      `Call to ${method.visibility} method ${cls.name}::${method.name}() from ${scopeName(m)}`,
    );
  return m.throwError('Error', `Call to undefined method ${cls.name}::${name}()`);
}

const NO_CONSTRUCTOR: Target = { kind: 'native', run: () => null, self: null, static_: null };

/** The constructor that a new object of the class runs. */
export function constructorOf(m: Machine, cls: RuntimeClass, object: PhpObject): Target | null {
  for (let at: RuntimeClass | null = cls; at; at = at.parent) {
    const method = at.methods.get('__construct');
    if (method?.code && !method.isAbstract) {
      if (!isCallable(m, method))
        return m.throwError(
          'Error',
          `Call to ${method.visibility} ${cls.name}::__construct() from ${scopeName(m)}`,
        );
      return methodTarget(method, object, cls);
    }
    const native = at.native?.construct;
    if (native)
      return {
        kind: 'native',
        self: object,
        static_: cls,
        run: (call) => {
          native(call);
          return null;
        },
      };
  }
  return null;
}

function enumMethod(
  m: Machine,
  cls: RuntimeClass,
  method: 'cases' | 'from' | 'tryfrom',
  value: Value,
): Value {
  const cases = enumCases(m, cls);
  if (method === 'cases') return makeList(cases);
  if (isUnknown(value as Value)) return m.derive(value as Unknown, `${cls.name} case`);
  for (const one of cases) {
    const backed = (one as PhpObject).properties.get('value') ?? null;
    if (looseEquals(m, backed, value) === true) return one;
  }
  if (method === 'tryfrom') return null;
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(m.toText(value));
  return m.throwError('ValueError', `${shown} is not a valid backing value for enum ${cls.name}`);
}

/** What a function name runs; `namespaced` is tried first. */
export function functionOf(m: Machine, name: string, namespaced: string | null): Target {
  const lower = name.toLowerCase();
  const own = (namespaced !== null && m.functions.get(namespaced.toLowerCase())) || m.functions.get(lower);
  if (own) return { kind: 'code', code: own, self: null, scope: null, static_: null, captured: null };
  const base = shortName(lower);
  const native = m.library.functions.get(lower) ?? m.library.functions.get(base);
  if (native && !m.options.lacksFunction?.(base))
    return { kind: 'native', run: native, self: null, static_: null };
  const builtin = findBuiltin(lower);
  if (builtin) return { kind: 'builtin', builtin };
  const loaded = m.autoloadedFunction(namespaced?.toLowerCase() ?? lower, lower);
  if (loaded === 'absent') return m.throwError('Error', `Call to undefined function ${namespaced ?? name}()`);
  if (loaded) return { kind: 'code', code: loaded, self: null, scope: null, static_: null, captured: null };
  return { kind: 'unknown', value: m.unknown(`function ${name} is not known`) };
}

/** What a callable value runs; null where it is not callable. */
export function callableTarget(m: Machine, callable: Value): Target | null {
  if (isObject(callable)) {
    if (callable.class.name === 'Closure') return closureOf(callable).target;
    return findMethod(callable.class as RuntimeClass, '__invoke') ? methodOf(m, callable, '__invoke') : null;
  }
  if (typeof callable === 'string') {
    const at = callable.indexOf('::');
    if (at < 0) return functionOf(m, callable.replace(/^\\/, ''), null);
    return classMethodTarget(m, callable.slice(0, at), callable.slice(at + 2));
  }
  if (isArray(callable) && callable.entries.size === 2) {
    const target = callable.entries.get(0);
    const name = callable.entries.get(1);
    if (typeof name !== 'string' || target === undefined) return null;
    if (typeof target === 'string') return classMethodTarget(m, target, name);
    if (isObject(target)) return methodOf(m, target, name.replace(/^parent::/, ''));
    if (isUnknown(target)) return { kind: 'unknown', value: m.derive(target, `->${name}()`) };
  }
  if (isUnknown(callable)) return { kind: 'unknown', value: m.derive(callable, '()') };
  return null;
}

function classMethodTarget(m: Machine, className: string, name: string): Target {
  const cls = m.classes.find(className);
  return cls ? staticMethodOf(m, cls, name, false) : unknownClass(m, className, `what ${name}() of it does`);
}

/** Nothing is known of the class: a call on it gives an Unknown. */
export function unknownClass(m: Machine, name: string, what: string): Target {
  if (m.classes.isAbsent(name)) return m.throwError('Error', `Class "${name}" not found`);
  return { kind: 'unknown', value: m.unknown(`class ${name} is not known: ${what}`) };
}

export function callValue(
  m: Machine,
  callable: Value,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null = null,
): Value {
  const target = callableTarget(m, callable);
  if (target === null)
    return m.throwError(
      'Error',
      isArray(callable) ? 'Array callback must have exactly two elements' : 'Value not callable',
    );
  return invoke(m, target, args, named);
}

export function callMethod(m: Machine, object: PhpObject, name: string, args: readonly Arg[]): Value {
  const cls = object.class as RuntimeClass;
  const method = findMethod(cls, name.toLowerCase());
  if (method && (method.code || method.native) && !method.isAbstract)
    return invoke(m, methodTarget(method, method.isStatic ? null : object, cls), args);
  return invoke(m, methodOf(m, object, name), args);
}

/** A new object of the class, its constructor run. */
export function instantiate(
  m: Machine,
  cls: RuntimeClass,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null = null,
): PhpObject {
  const object = m.newObject(cls);
  const initial = constructorOf(m, cls, object);
  if (initial) invoke(m, initial, args, named);
  return object;
}

/** A closure over a target: `foo(...)`, Closure::fromCallable. */
export function closureFor(m: Machine, target: Target): Value {
  return target.kind === 'unknown' ? target.value : makeClosure(m, target);
}
