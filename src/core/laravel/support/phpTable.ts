import type { NativeCall } from '../../php/classes';
import { compileFile } from '../../php/compile/files';
import { Frame } from '../../php/frame';
import type { Machine } from '../../php/machine';
import { machineOf } from '../../php/machineOf';
import { isArray, type Value } from '../../php/values';

/** Methods that are written as PHP: what they do to keys, order, comparison and texts is PHP's own business. */
export interface PhpTable {
  readonly names: readonly string[];
  /** Calls the method with these arguments before those of the call. */
  run(call: NativeCall, method: string, first: readonly Value[], rest?: readonly Value[]): Value;
}

/** A table of a PHP text that returns an array of closures, each on a line of its own with four spaces before its name. */
export function phpTable(file: string, source: string): PhpTable {
  const made = new WeakMap<Machine, ReadonlyMap<string | number, Value>>();
  const closuresOf = (m: Machine): ReadonlyMap<string | number, Value> => {
    const known = made.get(m);
    if (known) return known;
    const frame = new Frame(m, null, null, null, null, []);
    const caller = m.frame;
    m.frame = frame;
    compileFile(m.options.parsed, file, source).run(frame);
    m.frame = caller;
    const closures = isArray(frame.returned) ? frame.returned.entries : new Map<string, Value>();
    made.set(m, closures);
    return closures;
  };
  return {
    names: [...source.matchAll(/^ {4}'([\w:]+)' =>/gm)].map((match) => match[1] ?? ''),
    run(call, method, first, rest = call.args) {
      const closure = closuresOf(machineOf(call)).get(method) ?? null;
      return call.php.callValue(closure, [...first, ...rest], call.range, call.named);
    },
  };
}
