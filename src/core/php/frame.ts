import type { FunctionCode } from './functionCode';
import type { GeneratorState } from './generators';
import type { Machine } from './machine';
import { type Ref, VarRef } from './refs';
import type { RuntimeClass } from './runtimeClass';
import type { PhpObject, Value } from './values';

/** One running call (or file): its variables and what `$this`, `self` and `static` are in it. */
export class Frame {
  readonly vars = new Map<string, Ref>();
  returned: Value = null;
  /** How many loops a break or continue still has to leave. */
  levels = 0;
  generator: GeneratorState | null = null;
  /** What the running closure took with it; its static variables are its own. */
  captured: object | null = null;
  constructor(
    readonly m: Machine,
    readonly code: FunctionCode | null,
    readonly self: PhpObject | null,
    readonly scope: RuntimeClass | null,
    readonly static_: RuntimeClass | null,
    readonly args: readonly (Value | Ref)[],
  ) {}

  /** The variable's place, made if it isn't there. */
  ref(name: string): Ref {
    let ref = this.vars.get(name);
    if (ref === undefined) {
      ref = new VarRef(name);
      this.vars.set(name, ref);
    }
    return ref;
  }
}

/** Runs an expression. */
export type Run = (f: Frame) => Value;

/** How a statement ended. */
export type Completion = 0 | 1 | 2 | 3;
export const NEXT = 0;
export const RETURN = 1;
export const BREAK = 2;
export const CONTINUE = 3;

/** Runs a statement. */
export type Exec = (f: Frame) => Completion;

/** Gives the place that an expression names. */
export type Place = (f: Frame) => Ref;
