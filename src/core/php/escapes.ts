import { invoke } from './calls';
import { closureOf } from './closures';
import type { Machine } from './machine';
import { isArray, isObject, type Unknown, type Value } from './values';

/**
 * A call of something unknown: its result is the Unknown. A closure among its arguments may or may not be called by
 * it; where that matters (the closure reaches beyond its own variables) the run is forked: called once, with Unknown
 * arguments, or not called. Native objects among the arguments are named to `onEscape`: they may be changed.
 */
export function handOver(m: Machine, result: Unknown, args: readonly Value[]): Unknown {
  m.step();
  for (const value of args) visit(m, result, value, 0);
  return result;
}

function visit(m: Machine, result: Unknown, value: Value, depth: number): void {
  if (isArray(value)) {
    if (depth < 3) for (const entry of value.entries.values()) visit(m, result, entry, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  if (value.class.name !== 'Closure') {
    if (value.internal !== null) m.options.onEscape?.(value, result);
    return;
  }
  const { target } = closureOf(value);
  if (target.kind !== 'code' || !(target.code.reachesOut || result.gives)) return;
  const whether = m.unknown(`it is not known whether this closure is called: ${result.reason}`);
  if (!m.decide(whether, m.at.range)) return;
  const args: Value[] = target.code.parameters.map((parameter, i) =>
    i === 0 && result.gives ? result.gives() : m.derive(result, `gives ${parameter.name}`),
  );
  invoke(m, target, args);
}
