import type { Application } from '../laravel/application';
import type { MigrationSource } from '../laravel/evaluate';
import { evaluate } from '../laravel/evaluate';
import type { Repeatable } from '../laravel/turns';
import type { Trace, World } from '../session/trace';

/** More refused statements than this in one migration tell nobody more. */
const MOST = 100;

/**
 * Runs `up()` (or `down()`) supposing each failure repaired: a statement that the server refuses, and that nobody catches, is passed
 * over as a guard around it would do, and the run goes on. The refused ones stay in the trace with their error.
 * `repeatable`: runs of the same text and method that may tell what this one does.
 */
export function runPassingOver(
  app: Application,
  source: MigrationSource,
  world: World,
  method: 'up' | 'down' = 'up',
  repeatable?: Repeatable,
): Trace {
  const passOver = new Set<number>();
  // Only what some catch stands round may still end the run, and needs another.
  for (;;) {
    const trace = evaluate(app, source, method, world, {
      passOver,
      passOverUncaught: true,
      ...(repeatable && { repeatable }),
    });
    if (trace.outcome.kind !== 'raised' || passOver.size >= MOST) return trace;
    passOver.add(trace.outcome.entry);
  }
}
