import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import { fromTheManual } from '../schema/tested';
import type { Trace } from '../session/trace';
import { failureOf } from './failures';
import type { Replay } from './replay';
import { FORMAT, type RerunDocument } from './results';

/**
 * Every migration's `up()` a second time. `after`: straight after its own first run, with only the earlier ones run.
 * `final`: each from the same finished schema, never one on top of another.
 */
export function rerun(app: Application, replayed: Replay, on: 'after' | 'final'): RerunDocument {
  const { connections, defaultConnection } = replayed.world;
  const server = connections.get(defaultConnection)?.server;
  return {
    format: FORMAT,
    fromTheManual: server ? fromTheManual(server) : [],
    on,
    migrations: replayed.steps.map(({ migration, text, trace }) =>
      describe(evaluate(app, { ...migration, text }, 'up', on === 'after' ? trace.world : replayed.world)),
    ),
  };
}

function describe(trace: Trace): RerunDocument['migrations'][number] {
  const { outcome } = trace;
  const failure = failureOf(trace);
  return {
    name: trace.migration,
    outcome: outcome.kind === 'done' ? 'ok' : outcome.kind === 'unknown' ? 'unknown' : 'error',
    statements: trace.entries.length,
    serverError: failure?.serverError ?? null,
    line: failure?.line ?? (outcome.kind === 'unknown' ? (outcome.range?.line ?? null) : null),
    reason: outcome.kind === 'unknown' ? outcome.reason : (failure?.message ?? null),
  };
}
