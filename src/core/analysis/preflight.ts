import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import type { Table } from '../schema/model';
import type { Trace, World } from '../session/trace';
import type { Taint } from '../source';
import { inheritedDoubt, stepDoubts } from './doubts';
import { entryFailure, failureOf, refusedEntries } from './failures';
import { runPassingOver } from './passOver';
import { failed } from './replay';
import type { FailureShape, UnknownShape } from './results';
import { baseTables } from './shapes';
import { ranTrace, runSteps, type Steps } from './steps';

/** What the pending migrations would do to an actual schema. */
export interface Preflight {
  readonly ran: readonly string[];
  readonly pending: readonly MigrationFile[];
  /** In `migrations`, but there is no such file. */
  readonly recordedWithoutFile: readonly string[];
  /** The first that surely fails, as artisan would stop there unless at one of the undecided; null where none does. */
  readonly fails: FailureShape | null;
  /** Those before it that run to their end. */
  readonly succeed: readonly string[];
  /** Those before it of which it can't be told whether they do: artisan may stop at one of them. */
  readonly undecided: readonly string[];
  readonly neverAttempted: readonly string[];
  /** Every statement that fails, each earlier one supposed repaired. */
  readonly collisions: readonly FailureShape[];
  /** The tables that were there before. */
  readonly before: readonly Table[];
  /** The world after all pending ones, each failure supposed repaired. */
  readonly repaired: World;
  readonly unknown: readonly UnknownShape[];
}

/** With the runs that a later preflight may keep. */
export interface KeptPreflight extends Preflight {
  readonly runs: Steps;
}

/**
 * Runs the pending migrations over a world. Supposing a failure repaired means: the refused statement is passed over
 * (of an ALTER with several actions, only the refused one), as a guard around it would do. `previous`: an earlier
 * answer, of which what did not change is kept.
 */
export function preflight(
  app: Application,
  migrations: readonly MigrationFile[],
  ran: readonly string[],
  actual: World,
  previous: KeptPreflight | null = null,
): KeptPreflight {
  const recorded = new Set(ran);
  const files = new Set(migrations.map((migration) => migration.name));
  const pending = migrations.filter((migration) => !recorded.has(migration.name));
  const collisions: FailureShape[] = [];
  const unknown: UnknownShape[] = [];
  let fails: FailureShape | null = null;
  let failedAt = pending.length;
  const undecided: string[] = [];
  const told = new Set<string>();
  /** A dump that is cut off puts every pending migration in doubt: the first one says it for all. */
  const isNews = (taint: Taint | null) => {
    if (!taint || told.has(taint.reason)) return false;
    told.add(taint.reason);
    return true;
  };

  const runs = runSteps(app, pending, actual, {
    run(source, before) {
      const trace = evaluate(app, source, 'up', before);
      return { trace, repaired: failed(trace) ? runPassingOver(app, source, before) : null };
    },
    previous: previous?.runs ?? null,
  });
  for (const [index, step] of runs.steps.entries()) {
    const { migration, repaired } = step;
    const trace = ranTrace(step);
    const inherited = trace.outcome.kind === 'unknown' ? inheritedDoubt(trace, step.before) : null;
    unknown.push(...stepDoubts(step, isNews(inherited) ? 'tell' : 'skip'));
    if (fails === null && trace.outcome.kind === 'unknown') undecided.push(migration.name);
    if (!repaired) continue;
    if (fails === null) {
      fails = failureOf(trace);
      failedAt = index;
    }
    collisions.push(...refusals(repaired, trace));
  }
  const names = pending.map((migration) => migration.name);
  return {
    ran,
    pending,
    before: baseTables(actual.connections.get(actual.defaultConnection)?.schema),
    recordedWithoutFile: ran.filter((name) => !files.has(name)),
    fails,
    succeed: names.slice(0, failedAt).filter((name) => !undecided.includes(name)),
    undecided,
    neverAttempted: names.slice(failedAt + 1),
    collisions,
    runs,
    repaired: runs.world,
    unknown,
  };
}

/** The statements that were refused in a repaired run; where its own code threw, the failure of the plain run. */
function refusals(repaired: Trace, plain: Trace): FailureShape[] {
  const refused = refusedEntries(repaired).map((entry) => entryFailure(repaired, entry));
  if (refused.length > 0) return refused;
  const failure = failureOf(plain);
  return failure ? [failure] : [];
}
