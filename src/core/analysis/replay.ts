import type { Application } from '../laravel/application';
import { evaluate } from '../laravel/evaluate';
import type { MigrationFile } from '../laravel/migrations';
import type { Trace, World } from '../session/trace';

/** One migration's first run in a replay. */
export interface ReplayStep {
  readonly migration: MigrationFile;
  /** null: the file can't be read. */
  readonly text: string | null;
  readonly before: World;
  readonly trace: Trace;
}

/** A step whose file can be read, and so edited. */
export interface ReadStep extends ReplayStep {
  readonly text: string;
}

export interface Replay {
  readonly app: Application;
  /** The world before the first step: empty, or what the squashed dump makes. */
  readonly start: World;
  readonly steps: readonly ReplayStep[];
  /** The world after the last step. */
  readonly world: World;
}

export interface ReplayOptions {
  /** Stop at the first migration that fails, as artisan does; else go on with the next one. */
  readonly stopAtFailure?: boolean;
  /** An earlier replay of the same application: its steps serve again as far as text and world before are the same. */
  readonly previous?: Replay | null;
  /** The file of the last migration to run; the steps of `previous` behind it are kept as they are, perhaps outdated. */
  readonly until?: string;
}

/** Runs `up()` of the migrations in order. `migrations` leaves out what the squashed dump has already. */
export function replay(
  app: Application,
  migrations: readonly MigrationFile[],
  start: World,
  options: ReplayOptions = {},
): Replay {
  const known =
    options.previous?.app === app ? new Map(options.previous.steps.map((s) => [s.migration.file, s])) : null;
  const steps: ReplayStep[] = [];
  let world = start;
  for (const migration of migrations) {
    const text = app.files.read(migration.file);
    const old = known?.get(migration.file);
    const step: ReplayStep =
      old && old.text === text && old.before === world
        ? old
        : { migration, text, before: world, trace: evaluate(app, { ...migration, text }, 'up', world) };
    steps.push(step);
    world = step.trace.world;
    if (options.stopAtFailure && failed(step.trace)) break;
    if (migration.file === options.until) {
      steps.push(...(options.previous?.steps.slice(steps.length) ?? []));
      break;
    }
  }
  return { app, start, steps, world };
}

/** Did the run end by an error or exception that nobody caught? */
export function failed(trace: Trace): boolean {
  return trace.outcome.kind === 'raised' || trace.outcome.kind === 'threw';
}
