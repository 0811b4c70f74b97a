import type { MigrationFile } from '../laravel/migrations';
import type { Trace } from '../session/trace';
import type { Preflight } from './preflight';
import type { ReplayStep } from './replay';
import type { MigrationState, MigrationStatus } from './results';
import { ranTrace } from './steps';

/** As long as a run is the same, so is most of what is told of it. */
const known = new WeakMap<Trace, MigrationStatus>();

/** Every migration with its state against the actual environment, in Laravel's order; those without a file last. */
export function migrationStatuses(
  migrations: readonly MigrationFile[],
  steps: readonly ReplayStep[],
  found: Preflight | null,
  batches: ReadonlyMap<string, number | null>,
): readonly MigrationStatus[] {
  const ran = new Set(found?.ran);
  const neverAttempted = new Set(found?.neverAttempted);
  const failures = new Map(found?.collisions.map((failure) => [failure.migration, failure]));
  const stepOf = new Map(steps.map((step) => [step.migration.name, step]));
  const state = (name: string): MigrationState => {
    if (ran.has(name)) return 'ran';
    if (failures.has(name)) return 'would-fail';
    return neverAttempted.has(name) ? 'never-attempted' : 'pending';
  };
  const withFile = migrations.map((migration): MigrationStatus => {
    const { name, file } = migration;
    const failure = failures.get(name) ?? null;
    const batch = batches.get(name) ?? null;
    const step = stepOf.get(name);
    const trace = step && ranTrace(step);
    const told = trace && known.get(trace);
    if (told?.file === file && told.state === state(name) && told.failure === failure && told.batch === batch)
      return told;
    const first = trace?.entries[0]?.statement.origin?.range;
    const line = failure?.line ?? (first?.file === file ? first.line : 1);
    const status: MigrationStatus = { name, file, state: state(name), line, failure, batch };
    if (trace) known.set(trace, status);
    return status;
  });
  const without = (found?.recordedWithoutFile ?? []).map(
    (name): MigrationStatus => ({
      name,
      file: null,
      state: 'recorded-without-file',
      line: 1,
      failure: null,
      batch: batches.get(name) ?? null,
    }),
  );
  return [...withFile, ...without];
}
