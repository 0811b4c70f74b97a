import type { SourceRange } from '../source';
import type { PhpArray, PhpObject, Unknown, Value } from './values';

/** A class, interface, trait or enum as the running program sees it; the evaluator owns what is behind `declaration`. */
export interface PhpClass {
  /** Fully qualified, without leading backslash; `class@anonymous` for anonymous classes. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'trait' | 'enum';
  readonly parent: PhpClass | null;
  readonly interfaces: readonly PhpClass[];
  /** The native part, where the class (not its parent) is one of ours. */
  readonly native: NativeClass | null;
  /** The user-written part; opaque outside core/php. */
  readonly declaration: unknown;
}

/**
 * A class that the program uses but that is written here, in TypeScript: `Illuminate\Support\Facades\Schema`,
 * `Illuminate\Database\Schema\Blueprint`, `Exception`, … User classes may extend one.
 * Method names are given in Laravel's own spelling and found without regard to case.
 */
export interface NativeClass {
  readonly name: string;
  readonly kind?: 'class' | 'interface' | 'trait';
  readonly parent?: string;
  readonly interfaces?: readonly string[];
  readonly constants?: Readonly<Record<string, Value>>;
  /** A constant whose value the run decides. */
  readonly constant?: (php: Interpreter, name: string) => Value | undefined;
  /** Default values of declared properties. */
  readonly properties?: Readonly<Record<string, Value>>;
  /** Static properties that the run's own state holds. */
  readonly kept?: Readonly<Record<string, KeptProperty>>;
  readonly construct?: (call: NativeCall) => void;
  readonly methods?: Readonly<Record<string, NativeMethod>>;
  readonly statics?: Readonly<Record<string, NativeMethod>>;
  /** `__call`, `__callStatic`, `__get`, `__set`: asked after the methods, user-written ones included. */
  readonly call?: (call: NativeCall, method: string) => Value;
  readonly callStatic?: (call: NativeCall, method: string) => Value;
  readonly get?: (call: NativeCall, property: string) => Value;
  readonly set?: (call: NativeCall, property: string, value: Value) => void;
}

export interface KeptProperty {
  read(php: Interpreter): Value;
  write(php: Interpreter, value: Value): void;
}

export type NativeMethod = (call: NativeCall) => Value;
export type NativeFunction = (call: NativeCall) => Value;

/** One call from PHP into native code. */
export interface NativeCall {
  readonly php: Interpreter;
  /** `$this`, or null for static calls and functions. */
  readonly self: PhpObject | null;
  /** The class named in a static call (late static binding), else the object's class, else null. */
  readonly static: PhpClass | null;
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** The call expression itself. */
  readonly range: SourceRange;
  /** The whole statement in the user's code that this call is part of, without its semicolon. */
  readonly statementRange: SourceRange;
}

/** What native code may ask of the running program. Every method may end the run by a PHP exception or a spent budget. */
export interface Interpreter {
  /** Calls a closure, callable array, callable string or invokable object. */
  callValue(
    callable: Value,
    args: readonly Value[],
    range: SourceRange,
    named?: ReadonlyMap<string, Value>,
  ): Value;
  callMethod(object: PhpObject, method: string, args: readonly Value[], range: SourceRange): Value;
  callStatic(className: string, method: string, args: readonly Value[], range: SourceRange): Value;
  hasMethod(object: PhpObject, method: string): boolean;
  instantiate(className: string, args: readonly Value[], range: SourceRange): PhpObject;
  /** What including a file gives, as `require` says; the file's path as the program names it. */
  include(path: Value): Value;
  /** A native object without running a constructor. */
  makeNative(className: string, internal: unknown): PhpObject;
  /** Finds (and autoloads) a class; null if there is none. */
  findClass(name: string): PhpClass | null;
  /** Is `cls` the named class, or does it extend or implement it? */
  isA(cls: PhpClass, name: string): boolean;
  /** A declared property's or constant's value, inherited ones included; undefined if there is none. */
  readProperty(object: PhpObject, name: string): Value | undefined;
  classConstant(cls: PhpClass, name: string): Value | undefined;
  /** The default value of a declared property (static or not), inherited ones included, without an instance. */
  propertyDefault(cls: PhpClass, name: string): Value | undefined;
  /** Runs what throws PHP exceptions that the caller catches. */
  catching<T>(run: () => T): T;
  /** Runs what is given up, as if it had not begun, where its course is not certain: gives the Unknown that it met. */
  certainly<T>(run: () => T): T | Unknown;
  /** Could a PHP exception that is thrown now be caught before it ends the run? */
  readonly isCatching: boolean;
  /** Throws a PHP exception of the class into the program; `internal` becomes the exception object's own. */
  throw(
    className: string,
    message: string,
    options?: { code?: Value; internal?: unknown; properties?: Readonly<Record<string, Value>> },
  ): never;
  /** PHP's conversions; an Unknown comes back as it is. Arrays to string and their like throw what PHP throws. */
  toText(value: Value, range: SourceRange): string | Unknown;
  toInt(value: Value): number | Unknown;
  /** Truth of a value; on an Unknown the run is forked and both answers are tried in separate runs. */
  truth(value: Value, range: SourceRange): boolean;
  looseEquals(a: Value, b: Value): boolean | Unknown;
  /** An Unknown with this call's range, noted in the run's list of what could not be known. */
  unknown(reason: string, range: SourceRange): Unknown;
  /** Whatever core/session or core/laravel put beside the run (the Session, the Application …), by name. */
  readonly context: ReadonlyMap<string, unknown>;
  /** Closure objects bound to another `$this` (Closure::bind, macros). */
  bindClosure(closure: PhpObject, self: PhpObject): PhpObject;
}

/** The same call with something else in it. A spread would lose its places, which are only made when somebody asks. */
export function callWith(
  call: NativeCall,
  more: Partial<Pick<NativeCall, 'self' | 'args' | 'named'>>,
): NativeCall {
  const { php, self, static: cls, args, named } = call;
  return {
    ...{ php, self, static: cls, args, named, ...more },
    get range() {
      return call.range;
    },
    get statementRange() {
      return call.statementRange;
    },
  };
}

/** Reading helper for native code: the n-th argument, or the one given by name. */
export function argument(call: NativeCall, index: number, name: string): Value | undefined {
  return call.args[index] ?? (index < call.args.length ? null : call.named.get(name));
}

export type { PhpArray };
