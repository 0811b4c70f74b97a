import { basename } from 'node:path';
import { notInBaseline, readBaseline } from '../core/analysis/baseline';
import { failureOf } from '../core/analysis/failures';
import { fixAll } from '../core/analysis/fixAll';
import { gapReport } from '../core/analysis/gap';
import { lintMigration, lintStranger, type Wanted } from '../core/analysis/lint';
import { type KeptPreflight, type Preflight, preflight } from '../core/analysis/preflight';
import { preflightDocument, unknownPreflight } from '../core/analysis/preflightDocument';
import type { ReplayStep } from '../core/analysis/replay';
import { rerun } from '../core/analysis/rerun';
import {
  FORMAT,
  type LintDocument,
  type PreflightDocument,
  type ReportDocument,
  type RerunDocument,
  type SchemaDocument,
} from '../core/analysis/results';
import { runsOf } from '../core/analysis/runs';
import { schemaDocument, sentShape } from '../core/analysis/schemaDocument';
import { migrationsTableName } from '../core/analysis/start';
import { migrationStatuses } from '../core/analysis/statuses';
import type { Surroundings } from '../core/analysis/study';
import { tableStatuses } from '../core/analysis/tables';
import { printLaravelVersion } from '../core/laravel/version';
import { reportHtml } from '../core/report/html';
import { reportMarkdown } from '../core/report/markdown';
import type { ServerProfile } from '../core/schema/server';
import { getTable } from '../core/schema/tableMap';
import { fromTheManual } from '../core/schema/tested';
import { findDumps } from '../project/dumps';
import { UserError } from '../project/userError';
import type { AnalysisApi, AnalysisChanges, AnalysisSettings, FileFindings, Overview, Problem } from './api';
import { listEnvironments } from './environments';
import { noMigration, problemOf, rowsProblem, unknownProblem } from './problems';
import { createReplays, type Replayed } from './replays';
import { databaseOf, dedupe, type Side, sideOf, sideOfReplay, unknownOf, withActual } from './sides';
import { createSources, type LoadedSource } from './sources';

/** Dumps and environment files: what they hold is looked at again with the next question. */
const isSource = (file: string): boolean => /\.sql(?:\.gz)?$/i.test(file) || /(?:^|\/)\.env[^/]*$/.test(file);

/** An answer, and what kept it from being fuller. */
interface With<T> {
  readonly document: T;
  readonly problems: readonly Problem[];
}

/** Everything that can be asked about one Laravel application; the command line and the editor ask the same object. */
export interface Analysis extends AnalysisApi, AnalysisChanges {
  readonly root: string;
  /** `statements`: with what each migration sends. */
  schema(source: string, stopAtFailure: boolean, statements?: boolean): Promise<With<SchemaDocument>>;
  report(): Promise<{ readonly report: ReportDocument; readonly problems: readonly Problem[] }>;
  /** `ran`: names that count as run, in place of the source's own rows. */
  preflight(source: string, ran: readonly string[] | null): Promise<With<PreflightDocument>>;
  rerun(on: 'after' | 'final'): Promise<With<RerunDocument>>;
  /** null: the pending migrations where it is known what ran, else all. */
  lintFiles(files: readonly string[] | null): Promise<With<LintDocument>>;
  /** The files that `lintFiles` looks at. */
  lintedFiles(files: readonly string[] | null): Promise<readonly string[]>;
  /** The file of findings that are not told again, relative to the root. */
  baseline(): string;
  textOf(file: string): string | null;
  migrationFiles(): readonly string[];
}

/** Opens the analysis of the Laravel application at `root`. Nothing is read before the first question. */
export function createAnalysis(root: string, initial: AnalysisSettings): Analysis {
  let settings = initial;
  const replays = createReplays(root, () => settings);
  const sources = createSources();
  let overview: Promise<Overview> | null = null;
  let lastSeen: LoadedSource | null = null;
  /** The last preflight, of which the next keeps what did not change. */
  let ahead: KeptPreflight | null = null;

  const load = (source: string) => {
    const app = replays.application();
    return sources.load(source, {
      root,
      migrationsTable: migrationsTableName(app),
      server: replays.defaultServer(),
    });
  };
  /** Where people leave dumps is looked at once, and again when one of them has changed. */
  let dumpFound: string | null = null;
  const actualSource = () => {
    dumpFound ??= findDumps(root)[0]?.path ?? 'migrations';
    return settings.actual ?? dumpFound;
  };
  const loadedActual = async (): Promise<LoadedSource | null> => {
    const source = actualSource();
    if (source === 'migrations') return null;
    const loaded = await load(source);
    if (source.startsWith('env:')) lastSeen = loaded;
    return loaded;
  };
  /** For what only reads files: nothing is connected to, but what a comparison has seen of a server still serves. */
  const knownActual = async (): Promise<LoadedSource | null> => {
    const source = actualSource();
    if (source.startsWith('env:')) return lastSeen?.source === source ? lastSeen : null;
    return loadedActual().catch(() => null);
  };
  /** The migrations are run in the model of the server that they are compared with. */
  const serverFor = (loaded: LoadedSource | null): ServerProfile =>
    settings.serverOverride ? replays.defaultServer() : (loaded?.server ?? replays.defaultServer());

  const side = async (source: string, server: ServerProfile): Promise<Side> => {
    if (source !== 'migrations') return sideOf(await load(source));
    const replayed = replays.on(server);
    return sideOfReplay(replayed);
  };

  const compare = async (loaded: LoadedSource | null): Promise<Comparison> => {
    const server = serverFor(loaded);
    const replayed = replays.on(server);
    const expected = await side(settings.expected, server);
    if (loaded === null && settings.actual !== 'migrations') return { kind: 'no-actual', replayed, expected };
    const actual = loaded === null ? await side('migrations', server) : sideOf(loaded);
    const found = loaded && preflightOf(replayed, loaded, null);
    const report = gapReport({
      project: basename(root),
      expected,
      actual,
      replayed: sideOfReplay(replayed),
      preflight: found,
      migrationFiles: replays.migrations().length,
      policy: settings.policy,
      unknown: dedupe([...expected.unknown, ...actual.unknown, ...(found?.unknown ?? [])]),
    });
    return { kind: 'compared', replayed, expected, actual, loaded, ahead: found, report };
  };

  const preflightOf = (
    replayed: Replayed,
    loaded: LoadedSource,
    names: readonly string[] | null,
  ): Preflight | null => {
    const recorded = names ?? loaded.ran?.map((row) => row.name) ?? namesWhereNothingRan(loaded);
    if (recorded === null) return null;
    const world = withActual(replayed.start.world, loaded);
    ahead = preflight(replays.application(), replays.migrations(), recorded, world, ahead);
    return ahead;
  };
  /** A schema without the table of migrations: artisan would make it and run everything. */
  const namesWhereNothingRan = (loaded: LoadedSource): readonly string[] | null =>
    loaded.schema.taint || getTable(loaded.schema.tables, migrationsTableName(replays.application()))
      ? null
      : [];

  const buildOverview = async (): Promise<Overview> => {
    const failed: Problem[] = [];
    const tried = await loadedActual().catch((error: unknown) => {
      failed.push(problemOf(error, null));
      return null;
    });
    const compared = await compare(tried);
    const { replayed, expected } = compared;
    const found = compared.kind === 'compared' ? compared : null;
    const batches = new Map(found?.loaded?.ran?.map((row) => [row.name, row.batch]));
    const report = found?.report ?? null;
    return {
      state: replays.migrations().length === 0 ? 'no-migrations' : found ? 'complete' : 'no-actual',
      expected: settings.expected,
      actual: found?.actual.source ?? null,
      report,
      preflight:
        found?.loaded && found.ahead
          ? preflightDocument(found.loaded.source, sideOfReplay(replayed), found.ahead)
          : null,
      migrations: migrationStatuses(
        replays.migrations(),
        replayed.replay.steps,
        found?.ahead ?? null,
        batches,
      ),
      tables:
        found && report ? tableStatuses(expected.schema, found.actual.schema, report, settings.policy) : [],
      problems: [
        ...failed,
        ...expected.problems,
        ...(found?.actual.problems ?? []),
        ...(found ? missingRows(found) : []),
        ...replays.problems(),
      ],
      unknown: report?.unknown ?? expected.unknown,
    };
  };
  const currentOverview = (): Promise<Overview> => {
    overview ??= buildOverview();
    return overview;
  };
  const comparedReport = async () => {
    const { report, problems } = reportOf(await compare(await loadedActual()));
    return { report, problems: [...problems, ...replays.problems()] };
  };
  const changed = () => {
    overview = null;
  };

  const around = (replayed: Replayed, loaded: LoadedSource | null): Surroundings => ({
    policy: settings.policy,
    steps: replayed.replay.steps,
    actual: loaded && withActual(replayed.start.world, loaded),
    ran: ranIn(loaded),
  });
  const lintStep = (step: ReplayStep, surroundings: Surroundings, wanted: Wanted): FileFindings => {
    const { findings, unknown } = lintMigration(replays.application(), step, surroundings, wanted);
    const baseline = readBaseline(replays.files.read(settings.policy.baseline) ?? '');
    return {
      file: step.migration.file,
      migration: step.migration.name,
      ran: surroundings.ran?.has(step.migration.name) ?? null,
      fromTheManual: fromTheManual(databaseOf(step.before).server),
      findings: baseline ? notInBaseline(baseline, findings) : findings,
      unknown,
      problem: unknownProblem(step),
    };
  };
  const lintFile = async (file: string, wanted: Wanted): Promise<FileFindings | null> => {
    const loaded = await knownActual();
    const found = replays.stepOf(serverFor(loaded), file);
    return found ? lintStep(found.step, around(found.replayed, loaded), wanted) : strangerIn(file);
  };
  /** A file of a migration folder that artisan does not run; null for one that is no migration. */
  const strangerIn = (file: string): FileFindings | null => {
    const findings = lintStranger(replays.application(), replays.migrations(), file, settings.policy);
    if (findings.length === 0) return null;
    const migration = file.slice(file.lastIndexOf('/') + 1).replace(/\.php$/, '');
    return { file, migration, ran: null, fromTheManual: [], findings, unknown: [], problem: null };
  };
  return {
    root,
    textOf: (file) => replays.files.read(file),
    migrationFiles: () => replays.migrations().map((migration) => migration.file),
    setText(file, text) {
      replays.setText(file, text);
      changed();
    },
    changed(files) {
      if (files === null || files.some(isSource)) dumpFound = null;
      if (replays.changed(files) || files === null || files.some(isSource)) changed();
    },
    setSettings(next) {
      settings = next;
      replays.changed(null);
      changed();
    },
    environments: () => listEnvironments(root, replays, load),
    overview: currentOverview,
    async exportReport(format) {
      const { report } = await comparedReport();
      return format === 'html' ? reportHtml(report) : reportMarkdown(report);
    },
    findings: (file) => lintFile(file, 'findings'),
    lint: (file) => lintFile(file, 'fixes'),
    async runs(file) {
      const loaded = await knownActual();
      const found = replays.stepOf(serverFor(loaded), file);
      return found && runsOf(replays.application(), found.step, around(found.replayed, loaded));
    },
    async fixAll(file) {
      const loaded = await knownActual();
      const found = replays.stepOf(serverFor(loaded), file);
      return found && fixAll(replays.application(), found.step, around(found.replayed, loaded));
    },
    async schema(source, stopAtFailure, statements = false) {
      if (source !== 'migrations') {
        const loaded = await load(source);
        return { document: documentOf(loaded), problems: loaded.problems };
      }
      const loaded = settings.serverOverride ? null : await knownActual();
      const replayed = replays.on(serverFor(loaded), stopAtFailure);
      const { world, steps } = replayed.replay;
      const { schema, server } = databaseOf(world);
      return {
        document: schemaDocument({
          source,
          schema,
          server,
          migrations: statements ? steps.map((step) => sentShape(step.trace)) : undefined,
          laravel: printLaravelVersion(replays.application().laravel),
          ran: null,
          failed: steps.map((step) => failureOf(step.trace)).filter((failure) => failure !== null),
          unknown: unknownOf(replayed),
        }),
        problems: replays.problems(),
      };
    },
    async report() {
      return comparedReport();
    },
    async preflight(source, names) {
      const loaded = await load(source);
      const replayed = replays.on(serverFor(loaded));
      const found = preflightOf(replayed, loaded, names);
      const problems = [...loaded.problems, ...replays.problems()];
      if (found) return { document: preflightDocument(source, sideOfReplay(replayed), found), problems };
      const problem = rowsProblem(source);
      return {
        document: unknownPreflight(source, problem.message),
        problems: [...problems, problem],
      };
    },
    async rerun(on) {
      const loaded = settings.serverOverride ? null : await knownActual();
      const { replay } = replays.on(serverFor(loaded));
      return { document: rerun(replays.application(), replay, on), problems: replays.problems() };
    },
    baseline: () => settings.policy.baseline,
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
      const found = steps.map((step) => lintStep(step, surroundings, 'fixes'));
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

type Comparison =
  | { readonly kind: 'no-actual'; readonly replayed: Replayed; readonly expected: Side }
  | {
      readonly kind: 'compared';
      readonly replayed: Replayed;
      readonly expected: Side;
      readonly actual: Side;
      readonly loaded: LoadedSource | null;
      readonly ahead: Preflight | null;
      readonly report: ReportDocument;
    };

function reportOf(compared: Comparison) {
  if (compared.kind === 'no-actual')
    throw new UserError(
      'nothing-to-compare',
      `There is nothing to compare ${compared.expected.source} with: no dump was found, and none is configured.`,
      'Name one with --actual, or in the setting schemaGap.actual.',
    );
  const { report, expected, actual } = compared;
  return { report, problems: [...expected.problems, ...actual.problems, ...missingRows(compared)] };
}

function documentOf(loaded: LoadedSource): SchemaDocument {
  return schemaDocument({
    source: loaded.source,
    schema: loaded.schema,
    server: loaded.server,
    laravel: null,
    ran: loaded.ran?.map((row) => row.name) ?? null,
    failed: [],
    unknown: [],
  });
}

function missingRows(compared: Extract<Comparison, { kind: 'compared' }>): readonly Problem[] {
  return compared.loaded && !compared.ahead ? [rowsProblem(compared.loaded.source)] : [];
}
