import type { SourceRange } from '../source';
import { freeze } from './arrays';
import type { Interpreter, NativeCall } from './classes';
import type { Machine } from './machine';
import type { RuntimeClass } from './runtimeClass';
import { UnknownMet } from './signals';
import type { Site } from './site';
import type { PhpObject, Value } from './values';

const NOTHING: ReadonlyMap<string, Value> = new Map();

class Call implements NativeCall {
  readonly php: Interpreter;
  readonly static: RuntimeClass | null;
  constructor(
    m: Machine,
    readonly self: PhpObject | null,
    static_: RuntimeClass | null,
    readonly args: readonly Value[],
    readonly named: ReadonlyMap<string, Value>,
    private readonly site: Site,
  ) {
    this.php = m.php;
    this.static = static_;
  }
  get range(): SourceRange {
    return this.site.range;
  }
  get statementRange(): SourceRange {
    return this.site.statementRange;
  }
}

/** A call into native code from where the program is. */
export function nativeCall(
  m: Machine,
  self: PhpObject | null,
  static_: RuntimeClass | null,
  args: readonly Value[],
  named: ReadonlyMap<string, Value> | null = null,
): NativeCall {
  for (const value of args) freeze(value);
  if (named) for (const value of named.values()) freeze(value);
  return new Call(m, self, static_, args, named ?? NOTHING, m.at);
}

/** Runs native code; it may leave by what it can't know. */
export function invokeHook(m: Machine, body: () => Value): Value {
  const at = m.at;
  try {
    return freeze(body());
  } catch (signal) {
    if (signal instanceof UnknownMet) return signal.value;
    throw signal;
  } finally {
    m.at = at;
  }
}
