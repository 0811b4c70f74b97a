import { callValue } from '../calls';
import { toFloat, toInt } from '../convert';
import { type Arg, argValue } from '../invoke';
import type { Machine } from '../machine';
import { operandKey } from '../machine';
import { Ref, temporary } from '../refs';
import { UnknownMet } from '../signals';
import { coerce, printType, typeName } from '../types';
import { isArray, isFloat, isUnknown, type PhpArray, type Value } from '../values';

interface Parameter {
  readonly name: string;
  readonly byRef: boolean;
  readonly optional: boolean;
  readonly variadic: boolean;
}

/** One of PHP's own functions. */
export interface Builtin {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  isByRef(index: number): boolean;
  readonly run: (call: BuiltinCall) => Value;
}

export type BuiltinTable = Readonly<
  Record<string, readonly [signature: string, run: (call: BuiltinCall) => Value]>
>;

const NO_SCOPE = { scope: null, static_: null };

/** The arguments of one call. What a builtin asks of an Unknown argument ends it: its result is Unknown then. */
export class BuiltinCall {
  constructor(
    readonly m: Machine,
    readonly builtin: Builtin,
    readonly args: readonly (Arg | undefined)[],
  ) {}

  get count(): number {
    return this.args.length;
  }

  has(index: number): boolean {
    return this.args[index] !== undefined;
  }

  /** The argument as it is, Unknown or not; null if it isn't given. */
  raw(index: number): Value {
    const arg = this.args[index];
    return arg === undefined ? null : argValue(this.m, arg);
  }

  /** The argument, which is not Unknown itself (something in it may be). */
  value(index: number): Value {
    return this.known(this.raw(index));
  }

  known<T extends Value>(value: T): T {
    if (value !== null && isUnknown(value)) throw new UnknownMet(value);
    return value;
  }

  text(index: number, otherwise?: string): string {
    if (otherwise !== undefined && !this.has(index)) return otherwise;
    const value = this.value(index);
    return typeof value === 'string' ? value : (this.scalar(index, value, 'string', '') as string);
  }

  int(index: number, otherwise?: number): number {
    if (otherwise !== undefined && !this.has(index)) return otherwise;
    const value = this.value(index);
    return typeof value === 'number' ? value : (this.scalar(index, value, 'int', 0) as number);
  }

  float(index: number): number {
    const value = this.scalar(index, this.value(index), 'float', { kind: 'float', value: 0 });
    return isFloat(value) ? value.value : Number(value);
  }

  bool(index: number, otherwise = false): boolean {
    return this.has(index) ? this.m.truth(this.value(index)) : otherwise;
  }

  array(index: number): PhpArray {
    const value = this.value(index);
    return isArray(value) ? value : this.wrongType(index, 'array', value);
  }

  /** The place of an argument that is taken by reference. */
  ref(index: number): Ref {
    const arg = this.args[index];
    return arg instanceof Ref ? arg : temporary(arg ?? null);
  }

  /** The values of a variadic parameter that begins at an index. */
  rest(index: number): Value[] {
    return this.args.slice(index).map((arg) => (arg === undefined ? null : argValue(this.m, arg)));
  }

  call(callable: Value, ...args: Arg[]): Value {
    return callValue(this.m, callable, args);
  }

  callNamed(callable: Value, args: readonly Arg[], named: ReadonlyMap<string, Arg>): Value {
    return callValue(this.m, callable, args, named.size > 0 ? named : null);
  }

  /** Text of a value by PHP's conversion; ends the builtin on an Unknown. */
  textOf(value: Value): string {
    const text = this.m.toText(value);
    if (typeof text === 'string') return text;
    throw new UnknownMet(text);
  }

  intOf(value: Value): number {
    return this.known(toInt(value)) as number;
  }

  floatOf(value: Value): number {
    const number = this.known(toFloat(value));
    return isFloat(number) ? number.value : 0;
  }

  unknown(reason: string): Value {
    return this.m.unknown(reason);
  }

  throwValueError(index: number, rest: string): never {
    return this.m.throwError('ValueError', `${this.label(index)} ${rest}`);
  }

  wrongType(index: number, type: string, value: Value): never {
    return this.m.throwError(
      'TypeError',
      `${this.label(index)} must be of type ${type}, ${typeName(value)} given`,
    );
  }

  private label(index: number): string {
    const parameter = this.builtin.parameters[index];
    return `${this.builtin.name}(): Argument #${index + 1}${parameter ? ` ($${parameter.name})` : ''}`;
  }

  private scalar(index: number, value: Value, type: 'string' | 'int' | 'float', empty: Value): Value {
    if (value === null) return empty;
    const code = { kind: 'builtin', name: type } as const;
    const strict = this.m.frame?.code?.strict ?? false;
    const given = coerce(this.m, code, value, strict, NO_SCOPE);
    if (given === undefined) return this.wrongType(index, printType(code), value);
    return this.known(given);
  }
}

function parameter(text: string): Parameter {
  const [, byRef, variadic, name, optional] = /^(&?)((?:\.\.\.)?)(\w+)(\??)$/.exec(text)!;
  return {
    byRef: byRef === '&',
    variadic: variadic !== '',
    name: name!,
    optional: optional === '?' || variadic !== '',
  };
}

/** Makes builtins of a table: the signature is `name other? &place ...rest`. */
export function builtinsOf(table: BuiltinTable): Builtin[] {
  return Object.entries(table).map(([name, [signature, run]]) => {
    let parameters: readonly Parameter[] | null = null;
    const get = (): readonly Parameter[] => {
      parameters ??= signature === '' ? [] : signature.split(' ').map(parameter);
      return parameters;
    };
    const takesRefs = signature.includes('&');
    return {
      name,
      get parameters() {
        return get();
      },
      isByRef: (index) => {
        if (!takesRefs) return false;
        const all = get();
        const one = all[index] ?? all.at(-1);
        return one?.byRef === true && (index < all.length || one.variadic);
      },
      run,
    };
  });
}

/** Puts named arguments in their places. */
function positional(
  m: Machine,
  builtin: Builtin,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg>,
): (Arg | undefined)[] {
  const all: (Arg | undefined)[] = [...args];
  for (const [name, arg] of named) {
    const index = builtin.parameters.findIndex((one) => one.name === name);
    if (index < 0) m.throwError('Error', `Unknown named parameter $${name}`);
    while (all.length < index) all.push(undefined);
    all[index] = arg;
  }
  return all;
}

export function runBuiltin(
  m: Machine,
  builtin: Builtin,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null,
): Value {
  m.enter();
  const all = named ? positional(m, builtin, args, named) : args;
  try {
    checkCount(m, builtin, all);
    return builtin.run(new BuiltinCall(m, builtin, all));
  } catch (signal) {
    if (!(signal instanceof UnknownMet)) throw signal;
    const keys = all.map((arg) =>
      arg instanceof Ref || arg === undefined
        ? null
        : (operandKey(arg) ?? (isUnknown(arg as Value) ? '?' : null)),
    );
    const result = m.derive(signal.value, `${builtin.name}(${keys.includes(null) ? m.steps : keys.join()})`);
    all.forEach((arg, i) => {
      if (arg instanceof Ref && builtin.isByRef(i)) arg.write(m, m.derive(result, `place ${i}`));
    });
    return result;
  } finally {
    m.depth -= 1;
  }
}

function checkCount(m: Machine, builtin: Builtin, args: readonly unknown[]): void {
  const parameters = builtin.parameters;
  const needed = parameters.filter((one) => !one.optional).length;
  const last = parameters.at(-1);
  const most = last?.variadic ? Number.POSITIVE_INFINITY : parameters.length;
  if (args.length >= needed && args.length <= most) return;
  const [word, count] =
    args.length < needed
      ? [needed === most ? 'exactly' : 'at least', needed]
      : [needed === most ? 'exactly' : 'at most', most];
  m.throwError(
    'ArgumentCountError',
    `${builtin.name}() expects ${word} ${count} argument${count === 1 ? '' : 's'}, ${args.length} given`,
  );
}
