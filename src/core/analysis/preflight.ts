import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import type { Table } from '../schema/model';
import type { Trace, World } from '../session/trace';
import type { Taint } from '../source';
import { doubtsOf, inheritedDoubt } from './doubts';
import { entryFailure, failureOf, refusedEntries } from './failures';
import { runPassingOver } from './passOver';
import { failed } from './replay';
import type { FailureShape, UnknownShape } from './results';
import { baseTables } from './shapes';

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

/**
 * Runs the pending migrations over a world. Supposing a failure repaired means: the refused statement is passed over
 * (of an ALTER with several actions, only the refused one), as a guard around it would do.
 */
export function preflight(
  app: Application,
  migrations: readonly MigrationFile[],
  ran: readonly string[],
  actual: World,
): Preflight {
  const recorded = new Set(ran);
  const files = new Set(migrations.map((migration) => migration.name));
  const pending = migrations.filter((migration) => !recorded.has(migration.name));
  const collisions: FailureShape[] = [];
  const unknown: UnknownShape[] = [];
  let fails: FailureShape | null = null;
  let failedAt = pending.length;
  let world = actual;
  const undecided: string[] = [];
  const told = new Set<string>();
  /** A dump that is cut off puts every pending migration in doubt: the first one says it for all. */
  const isNews = (taint: Taint | null) => {
    if (!taint || told.has(taint.reason)) return false;
    told.add(taint.reason);
    return true;
  };

  for (const [index, migration] of pending.entries()) {
    const source = { ...migration, text: app.files.read(migration.file) };
    let trace = evaluate(app, source, 'up', world);
    unknown.push(...doubtsOf(trace, world, isNews(inheritedDoubt(trace, world)) ? 'tell' : 'skip'));
    if (fails === null && trace.outcome.kind === 'unknown') undecided.push(migration.name);
    if (failed(trace)) {
      if (fails === null) {
        fails = failureOf(trace);
        failedAt = index;
      }
      const repaired = runPassingOver(app, source, world);
      collisions.push(...refusals(repaired, trace));
      trace = repaired;
    }
    world = trace.world;
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
    repaired: world,
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
