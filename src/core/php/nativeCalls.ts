import { freeze } from './arrays';
import type { NativeCall } from './classes';
import type { Machine } from './machine';
import type { RuntimeClass } from './runtimeClass';
import { UnknownMet } from './signals';
import type { PhpObject, Value } from './values';

const NOTHING: ReadonlyMap<string, Value> = new Map();

/** A call into native code from where the program is. */
export function nativeCall(
  m: Machine,
  self: PhpObject | null,
  static_: RuntimeClass | null,
  args: readonly Value[],
  named: ReadonlyMap<string, Value> | null = null,
): NativeCall {
  const site = m.at;
  for (const value of args) freeze(value);
  if (named) for (const value of named.values()) freeze(value);
  return {
    php: m.php,
    self,
    static: static_,
    args,
    named: named ?? NOTHING,
    get range() {
      return site.range;
    },
    get statementRange() {
      return site.statementRange;
    },
  };
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
