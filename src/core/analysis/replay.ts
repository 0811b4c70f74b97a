import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import type { Trace, World } from '../session/trace';
import { ranTrace, runSteps, type Step, type Steps } from './steps';

/** One migration's first run in a replay. */
export type ReplayStep = Omit<Step, 'repaired'>;

/** A step whose file can be read, and so edited. */
export interface ReadStep extends ReplayStep {
  readonly text: string;
}

export type Replay = Steps;

export interface ReplayOptions {
  /** Stop at the first migration that fails, as artisan does; else go on with the next one. */
  readonly stopAtFailure?: boolean;
  /** An earlier replay of the same application: what did not change is kept. */
  readonly previous?: Replay | null;
  /** The file of the last migration to run; the steps of `previous` behind it are kept as they are, perhaps outdated. */
  readonly until?: string | undefined;
}

/** Runs `up()` of the migrations in order. `migrations` leaves out what the squashed dump has already. */
export function replay(
  app: Application,
  migrations: readonly MigrationFile[],
  start: World,
  { stopAtFailure = false, previous = null, until }: ReplayOptions = {},
): Replay {
  return runSteps(app, migrations, start, {
    run: (source, before) => ({ trace: evaluate(app, source, 'up', before), repaired: null }),
    isLast: (step) => stopAtFailure && failed(ranTrace(step)),
    previous,
    until,
  });
}

/** Did the run end by an error or exception that nobody caught? */
export function failed(trace: Trace): boolean {
  return trace.outcome.kind === 'raised' || trace.outcome.kind === 'threw';
}
