import { appendEntry, keep, MutableArray, setEntry } from './arrays';
import { Frame, RETURN } from './frame';
import type { FunctionCode, ParameterCode } from './functionCode';
import { makeGenerator } from './generators';
import type { Machine } from './machine';
import { Ref, VarRef } from './refs';
import type { RuntimeClass } from './runtimeClass';
import { coerce, printType, typeName } from './types';
import type { PhpObject, Value } from './values';

/** An argument: a value, or the place of one that may be taken by reference. */
export type Arg = Value | Ref;

/** What a closure takes with it. */
export interface Captured {
  readonly vars: ReadonlyMap<string, Ref> | null;
}

export function argValue(m: Machine, arg: Arg): Value {
  return arg instanceof Ref ? arg.read(m) : arg;
}

/** Calls user code. `named` holds arguments given by name; names it doesn't have go to a variadic parameter. */
export function invokeCode(
  m: Machine,
  code: FunctionCode,
  self: PhpObject | null,
  scope: RuntimeClass | null,
  static_: RuntimeClass | null,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null,
  captured: Captured | null = null,
): Value {
  const caller = m.frame;
  const at = m.at;
  m.enter();
  const frame = new Frame(m, code, self, scope, static_, args);
  frame.captured = captured;
  if (captured?.vars) {
    for (const use of code.uses) {
      const ref = captured.vars.get(use.name);
      if (ref) frame.vars.set(use.name, use.byRef ? ref : new VarRef(use.name, keep(ref.peek(m) ?? null)));
    }
  }
  try {
    bind(m, frame, code, args, named, caller?.code?.strict ?? false);
    m.frame = frame;
    if (code.isGenerator) {
      const generator = m.makeObject(m.classes.find('Generator')!);
      generator.internal = makeGenerator(frame, code.body());
      return generator;
    }
    const done = code.body()(frame);
    const returned = done === RETURN ? frame.returned : null;
    return code.returnType ? checkReturn(m, frame, code, returned) : returned;
  } finally {
    m.depth -= 1;
    m.frame = caller;
    m.at = at;
  }
}

/** How PHP's messages call a function. */
export function functionName(code: FunctionCode, scope: RuntimeClass | null): string {
  return scope && code.node.kind === 'method' ? `${scope.name}::${code.name}` : code.name;
}

function bind(
  m: Machine,
  frame: Frame,
  code: FunctionCode,
  args: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null,
  strict: boolean,
): void {
  const parameters = code.parameters;
  const used = named ? new Set<string>() : null;
  if (named) refuseNames(m, parameters, named);
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i]!;
    if (parameter.variadic) {
      bindRest(m, frame, parameter, args.slice(i), named, used);
      return;
    }
    let arg = i < args.length ? args[i] : undefined;
    if (named?.has(parameter.name)) {
      if (arg !== undefined)
        m.throwError('Error', `Named parameter $${parameter.name} overwrites previous argument`);
      arg = named.get(parameter.name);
      used!.add(parameter.name);
    }
    bindOne(m, frame, code, parameter, i, arg, strict, args.length + (named?.size ?? 0));
  }
}

function refuseNames(
  m: Machine,
  parameters: readonly ParameterCode[],
  named: ReadonlyMap<string, Arg>,
): void {
  if (parameters.at(-1)?.variadic) return;
  for (const name of named.keys())
    if (!parameters.some((one) => one.name === name))
      m.throwError('Error', `Unknown named parameter $${name}`);
}

function bindOne(
  m: Machine,
  frame: Frame,
  code: FunctionCode,
  parameter: ParameterCode,
  index: number,
  arg: Arg | undefined,
  strict: boolean,
  given: number,
): void {
  const name = parameter.name;
  if (parameter.byRef) {
    const ref = arg instanceof Ref ? arg : new VarRef(name);
    if (arg === undefined)
      ref.write(m, parameter.default ? parameter.default(frame) : tooFew(m, code, frame.scope, given));
    else if (!(arg instanceof Ref)) ref.write(m, arg);
    else if (arg.peek(m) === undefined) arg.write(m, null);
    frame.vars.set(name, ref);
    if (parameter.promoted) promote(m, frame, parameter, ref.peek(m) ?? null);
    return;
  }
  let value: Value;
  if (arg === undefined) {
    value = parameter.default ? parameter.default(frame) : tooFew(m, code, frame.scope, given);
  } else {
    value = argValue(m, arg);
    if (parameter.type) {
      const fitting = coerce(m, parameter.type, value, strict, frame);
      if (fitting === undefined) {
        const nullByDefault = value === null && parameter.default?.(frame) === null;
        if (!nullByDefault) wrongType(m, code, frame.scope, index, parameter, value);
      } else value = fitting;
    }
  }
  frame.vars.set(name, new VarRef(name, keep(value)));
  if (parameter.promoted) promote(m, frame, parameter, value);
}

function promote(_m: Machine, frame: Frame, parameter: ParameterCode, value: Value): void {
  frame.self?.properties.set(parameter.name, keep(value));
}

function bindRest(
  m: Machine,
  frame: Frame,
  parameter: ParameterCode,
  rest: readonly Arg[],
  named: ReadonlyMap<string, Arg> | null,
  used: Set<string> | null,
): void {
  const list = new MutableArray();
  m.charge(rest.length * 2);
  for (const arg of rest) appendEntry(list, argValue(m, arg));
  if (named) for (const [name, arg] of named) if (!used!.has(name)) setEntry(list, name, argValue(m, arg));
  frame.vars.set(parameter.name, new VarRef(parameter.name, keep(list)));
}

function tooFew(m: Machine, code: FunctionCode, scope: RuntimeClass | null, given: number): never {
  const needed = code.parameters.filter((one) => !one.default && !one.variadic).length;
  const exactly = needed === code.parameters.length ? 'exactly' : 'at least';
  return m.throwError(
    'ArgumentCountError',
    `Too few arguments to function ${functionName(code, scope)}(), ${given} passed in ${m.at.code.file} on line ${m.at.line} and ${exactly} ${needed} expected`,
  );
}

function wrongType(
  m: Machine,
  code: FunctionCode,
  scope: RuntimeClass | null,
  index: number,
  parameter: ParameterCode,
  value: Value,
): never {
  return m.throwError(
    'TypeError',
    `${functionName(code, scope)}(): Argument #${index + 1} ($${parameter.name}) must be of type ${printType(parameter.type!)}, ${typeName(value)} given, called in ${m.at.code.file} on line ${m.at.line}`,
  );
}

function checkReturn(m: Machine, frame: Frame, code: FunctionCode, value: Value): Value {
  const type = code.returnType!;
  if (type.kind === 'builtin' && (type.name === 'void' || type.name === 'never' || type.name === 'mixed'))
    return value;
  const fitting = coerce(m, type, value, code.strict, frame);
  if (fitting !== undefined) return fitting;
  const what = value === null && frame.returned === null ? 'none' : typeName(value);
  return m.throwError(
    'TypeError',
    `${functionName(code, frame.scope)}(): Return value must be of type ${printType(type)}, ${what} returned`,
  );
}
