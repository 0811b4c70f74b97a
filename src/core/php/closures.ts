import { keep } from './arrays';
import type { Target } from './calls';
import type { Frame } from './frame';
import type { FunctionCode } from './functionCode';
import type { Machine } from './machine';
import { type Ref, VarRef } from './refs';
import type { RuntimeClass } from './runtimeClass';
import type { PhpObject } from './values';

/** What a Closure object keeps. */
interface ClosureData {
  readonly target: Target;
}

export function makeClosure(m: Machine, target: Target): PhpObject {
  const data: ClosureData = { target };
  return m.makeObject(m.classes.find('Closure')!, data);
}

export function closureOf(object: PhpObject): ClosureData {
  return object.internal as ClosureData;
}

/** A closure or arrow function made where the frame is: it takes along what it uses. */
export function captureClosure(f: Frame, code: FunctionCode): PhpObject {
  let vars: Map<string, Ref> | null = null;
  for (const use of code.uses) {
    vars ??= new Map();
    if (use.byRef) {
      const ref = f.ref(use.name);
      if (ref.peek(f.m) === undefined) ref.write(f.m, null);
      vars.set(use.name, ref);
      continue;
    }
    const value = f.vars.get(use.name)?.peek(f.m);
    if (value !== undefined) vars.set(use.name, new VarRef(use.name, keep(value)));
    else if (!code.isArrow) {
      f.m.warn(`Undefined variable $${use.name}`);
      vars.set(use.name, new VarRef(use.name, null));
    }
  }
  return makeClosure(f.m, {
    kind: 'code',
    code,
    self: code.isStatic ? null : f.self,
    scope: f.scope,
    static_: f.static_,
    captured: { vars },
  });
}

/** The closure with another `$this` (null: none) and, if given, another class scope. */
export function rebind(
  m: Machine,
  closure: PhpObject,
  self: PhpObject | null,
  scope?: RuntimeClass | null,
): PhpObject {
  const { target } = closureOf(closure);
  if (target.kind === 'native' || target.kind === 'hook') return makeClosure(m, { ...target, self });
  if (target.kind !== 'code') return closure;
  const newScope = scope === undefined ? target.scope : scope;
  return makeClosure(m, {
    ...target,
    self,
    scope: newScope,
    static_: self ? (self.class as RuntimeClass) : newScope,
    captured: target.captured && { ...target.captured },
  });
}
