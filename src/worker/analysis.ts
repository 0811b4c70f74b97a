import { basename } from 'node:path';
import { failureOf } from '../core/analysis/failures';
import { gapReport } from '../core/analysis/gap';
import { type KeptPreflight, type Preflight, preflight } from '../core/analysis/preflight';
import { preflightDocument, unknownPreflight } from '../core/analysis/preflightDocument';
import { rerun } from '../core/analysis/rerun';
import type { ReportDocument, SchemaDocument } from '../core/analysis/results';
import { schemaDocument, sentShape } from '../core/analysis/schemaDocument';
import { migrationsTableName } from '../core/analysis/start';
import { migrationStatuses } from '../core/analysis/statuses';
import { tableStatuses } from '../core/analysis/tables';
import { printLaravelVersion } from '../core/laravel/version';
import { reportHtml } from '../core/report/html';
import { reportMarkdown } from '../core/report/markdown';
import type { ServerProfile } from '../core/schema/server';
import { getTable } from '../core/schema/tableMap';
import { findDumps } from '../project/dumps';
import { UserError } from '../project/userError';
import type { Analysis, AnalysisSettings, Overview, Pause, Problem } from './api';
import { listEnvironments } from './environments';
import { createLinting } from './linting';
import { problemOf, rowsProblem } from './problems';
import { createReplays, type Replayed } from './replays';
import { databaseOf, dedupe, type Side, sideOf, sideOfReplay, unknownOf, withActual } from './sides';
import { createSources, type LoadedSource } from './sources';

/** Dumps and environment files: what they hold is looked at again with the next question. */
const isSource = (file: string): boolean => /\.sql(?:\.gz)?$/i.test(file) || /(?:^|\/)\.env[^/]*$/.test(file);

/** The pause of those who ask nothing else meanwhile. */
const goOn: Pause = async () => {};

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

  const compare = async (loaded: LoadedSource | null, pause: Pause): Promise<Comparison> => {
    const server = serverFor(loaded);
    const replayed = replays.on(server);
    await pause();
    const expected = await side(settings.expected, server);
    if (loaded === null && settings.actual !== 'migrations') return { kind: 'no-actual', replayed, expected };
    const actual = loaded === null ? await side('migrations', server) : sideOf(loaded);
    const found = loaded && preflightOf(replayed, loaded, null);
    await pause();
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

  const buildOverview = async (pause: Pause): Promise<Overview> => {
    const failed: Problem[] = [];
    const tried = await loadedActual().catch((error: unknown) => {
      failed.push(problemOf(error, null));
      return null;
    });
    const compared = await compare(tried, pause);
    await pause();
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
  const currentOverview = (pause: Pause = goOn): Promise<Overview> => {
    if (overview) return overview;
    const made = buildOverview(pause);
    overview = made;
    made.catch(() => {
      if (overview === made) overview = null;
    });
    return made;
  };
  const comparedReport = async () => {
    const { report, problems } = reportOf(await compare(await loadedActual(), goOn));
    return { report, problems: [...problems, ...replays.problems()] };
  };
  const changed = () => {
    overview = null;
  };

  const linting = createLinting({ replays, settings: () => settings, knownActual, serverFor });
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
    ...linting,
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
  };
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
