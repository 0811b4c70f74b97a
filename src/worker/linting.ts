import { notInBaseline, readBaseline } from '../core/analysis/baseline';
import { fixAll } from '../core/analysis/fixAll';
import { lintMigration, lintStranger, type Wanted } from '../core/analysis/lint';
import { atOnce, type Pieces } from '../core/analysis/pieces';
import type { ReplayStep } from '../core/analysis/replay';
import { FORMAT } from '../core/analysis/results';
import { runsOf } from '../core/analysis/runs';
import type { Surroundings } from '../core/analysis/study';
import type { ServerProfile } from '../core/schema/server';
import { fromTheManual } from '../core/schema/tested';
import type { AnalysisSettings } from '../project/settings';
import type { Analysis, FileFindings, Pause } from './api';
import { noMigration, unknownProblem } from './problems';
import type { Replayed, Replays } from './replays';
import { databaseOf, withActual } from './sides';
import type { LoadedSource } from './sources';

type Linting = Pick<Analysis, 'findings' | 'lint' | 'runs' | 'fixAll' | 'lintedFiles' | 'lintFiles'>;

export interface LintingOptions {
  readonly replays: Replays;
  readonly settings: () => AnalysisSettings;
  /** What is known of the chosen environment without connecting to it. */
  readonly knownActual: () => Promise<LoadedSource | null>;
  readonly serverFor: (loaded: LoadedSource | null) => ServerProfile;
}

/** Answers what is asked of one migration, or of several: each is run in what the others leave. */
export function createLinting({ replays, settings, knownActual, serverFor }: LintingOptions): Linting {
  let last: Around | null = null;
  /** The same object while nothing changes, so that what was studied for one question serves the next. */
  const around = ({ replay, start }: Replayed, loaded: LoadedSource | null): Surroundings => {
    const { policy } = settings();
    const isSame =
      last?.surroundings.steps === replay.steps &&
      last.loaded === loaded &&
      last.surroundings.policy === policy;
    if (!last || !isSame) {
      const actual = loaded && withActual(start.world, loaded);
      last = { loaded, surroundings: { policy, steps: replay.steps, actual, ran: ranIn(loaded) } };
    }
    return last.surroundings;
  };

  function* lintStep(step: ReplayStep, surroundings: Surroundings, wanted: Wanted): Pieces<FileFindings> {
    const { findings, unknown } = yield* lintMigration(replays.application(), step, surroundings, wanted);
    const baseline = readBaseline(replays.files.read(settings().policy.baseline) ?? '');
    return {
      file: step.migration.file,
      migration: step.migration.name,
      ran: surroundings.ran?.has(step.migration.name) ?? null,
      fromTheManual: fromTheManual(databaseOf(step.before).server),
      findings: baseline ? notInBaseline(baseline, findings) : findings,
      unknown,
      problem: unknownProblem(step),
    };
  }

  const stepOf = async (file: string) => {
    const loaded = await knownActual();
    const found = replays.stepOf(serverFor(loaded), file);
    return found && { step: found.step, surroundings: around(found.replayed, loaded) };
  };

  const lintFile = async (file: string, wanted: Wanted, pause?: Pause): Promise<FileFindings | null> => {
    const found = await stepOf(file);
    return found ? inPieces(lintStep(found.step, found.surroundings, wanted), pause) : strangerIn(file);
  };

  /** A file of a migration folder that artisan does not run; null for one that is no migration. */
  const strangerIn = (file: string): FileFindings | null => {
    const findings = lintStranger(replays.application(), replays.migrations(), file, settings().policy);
    if (findings.length === 0) return null;
    const migration = file.slice(file.lastIndexOf('/') + 1).replace(/\.php$/, '');
    return { file, migration, ran: null, fromTheManual: [], findings, unknown: [], problem: null };
  };

  return {
    findings: (file, pause) => lintFile(file, 'findings', pause),
    lint: (file, pause) => lintFile(file, 'fixes', pause),
    async runs(file) {
      const found = await stepOf(file);
      return found && runsOf(replays.application(), found.step, found.surroundings);
    },
    async fixAll(file, pause) {
      const found = await stepOf(file);
      return found && inPieces(fixAll(replays.application(), found.step, found.surroundings), pause);
    },
    async lintedFiles(files) {
      const loaded = await knownActual();
      const { steps } = replays.on(serverFor(loaded)).replay;
      return steps.filter(isLinted(files, ranIn(loaded))).map(({ migration }) => migration.file);
    },
    async lintFiles(files) {
      const loaded = await knownActual();
      const replayed = replays.on(serverFor(loaded));
      const wanted = files && new Set(files);
      const steps = replayed.replay.steps.filter(isLinted(files, ranIn(loaded)));
      const surroundings = around(replayed, loaded);
      const found = steps.map((step) => atOnce(lintStep(step, surroundings, 'fixes')));
      const strangers = [...(wanted ?? [])].filter(
        (file) => !steps.some((step) => step.migration.file === file),
      );
      return {
        document: {
          format: FORMAT,
          fromTheManual: fromTheManual(serverFor(loaded)),
          findings: found.flatMap((one) => one.findings),
          unknown: found.flatMap((one) => one.unknown),
        },
        problems: [...found.flatMap((one) => one.problem ?? []), ...strangers.map(noMigration)],
      };
    },
  };
}

interface Around {
  readonly loaded: LoadedSource | null;
  readonly surroundings: Surroundings;
}

/** Does the pieces with a pause between each two; without pauses where nobody else asks anything. */
async function inPieces<T>(work: Pieces<T>, pause: Pause | undefined): Promise<T> {
  if (!pause) return atOnce(work);
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done) return piece.value;
    await pause();
  }
}

/** Which migrations are looked at: the files named, else what has not run, as far as that is known. */
function isLinted(files: readonly string[] | null, ran: ReadonlySet<string> | null) {
  const wanted = files && new Set(files);
  return ({ migration }: ReplayStep): boolean =>
    wanted ? wanted.has(migration.file) : !ran?.has(migration.name);
}

/** The names of what has run there; null where that is not known. */
function ranIn(loaded: LoadedSource | null): ReadonlySet<string> | null {
  return loaded?.ran ? new Set(loaded.ran.map((row) => row.name)) : null;
}
