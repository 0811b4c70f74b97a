import { failureOf, unknownsOf } from '../core/analysis/failures';
import { type GapSide, gapReport, maskedDrift } from '../core/analysis/gap';
import { lintMigration } from '../core/analysis/lint';
import { type Preflight, preflight } from '../core/analysis/preflight';
import type { ReplayStep } from '../core/analysis/replay';
import { rerun } from '../core/analysis/rerun';
import {
  FORMAT,
  type LintDocument,
  type PreflightDocument,
  type ReportDocument,
  type RerunDocument,
  type SchemaDocument,
  type UnknownShape,
} from '../core/analysis/results';
import { schemaDocument } from '../core/analysis/schemaDocument';
import { baseTables } from '../core/analysis/shapes';
import { migrationsTableName } from '../core/analysis/start';
import { migrationStatuses } from '../core/analysis/statuses';
import { tableStatuses } from '../core/analysis/tables';
import { printLaravelVersion } from '../core/laravel/version';
import { reportHtml } from '../core/report/html';
import { reportMarkdown } from '../core/report/markdown';
import type { Schema } from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import { getTable } from '../core/schema/tableMap';
import { ANY_ROWS } from '../core/session/rows';
import type { Database, World } from '../core/session/trace';
import { findDumps } from '../project/dumps';
import { UserError } from '../project/userError';
import type { AnalysisApi, AnalysisChanges, AnalysisSettings, FileFindings, Overview, Problem } from './api';
import { listEnvironments } from './environments';
import { createReplays, type Replayed } from './replays';
import { createSources, type LoadedSource } from './sources';

/** An answer, and what kept it from being fuller. */
interface With<T> {
  readonly document: T;
  readonly problems: readonly Problem[];
}

/** Everything that can be asked about one Laravel application; the command line and the editor ask the same object. */
export interface Analysis extends AnalysisApi, AnalysisChanges {
  readonly root: string;
  schema(source: string, stopAtFailure: boolean): Promise<With<SchemaDocument>>;
  report(): Promise<{ readonly report: ReportDocument; readonly problems: readonly Problem[] }>;
  /** `ran`: names that count as run, in place of the source's own rows. */
  preflight(source: string, ran: readonly string[] | null): Promise<With<PreflightDocument>>;
  rerun(on: 'after' | 'final'): Promise<With<RerunDocument>>;
  /** null: the pending migrations where it is known what ran, else all. */
  lintFiles(files: readonly string[] | null): Promise<With<LintDocument>>;
  textOf(file: string): string | null;
}

/** Opens the analysis of the Laravel application at `root`. Nothing is read before the first question. */
export function createAnalysis(root: string, initial: AnalysisSettings): Analysis {
  let settings = initial;
  const replays = createReplays(root, () => settings);
  const sources = createSources();
  let overview: Promise<Overview> | null = null;

  const load = (source: string) => {
    const app = replays.application();
    return sources.load(source, {
      root,
      migrationsTable: migrationsTableName(app),
      server: replays.defaultServer(),
    });
  };
  const loadedActual = async (): Promise<LoadedSource | null> => {
    const source = settings.actual ?? findDumps(root)[0]?.path ?? null;
    return source === null || source === 'migrations' ? null : load(source);
  };
  /** The migrations are run in the model of the server that they are compared with. */
  const serverFor = (loaded: LoadedSource | null): ServerProfile =>
    settings.serverOverride ? replays.defaultServer() : (loaded?.server ?? replays.defaultServer());

  const side = async (source: string, server: ServerProfile): Promise<Side> => {
    if (source !== 'migrations') return sideOf(await load(source));
    const replayed = replays.on(server);
    return sideOfReplay(replayed);
  };

  const compare = async (): Promise<Comparison> => {
    const loaded = await loadedActual();
    const server = serverFor(loaded);
    const replayed = replays.on(server);
    const expected = await side(settings.expected, server);
    if (loaded === null && settings.actual !== 'migrations') return { kind: 'no-actual', replayed, expected };
    const actual = loaded === null ? await side('migrations', server) : sideOf(loaded);
    const ahead = loaded && preflightOf(replayed, loaded, null);
    const report = gapReport({
      project: root,
      expected,
      actual,
      replayed: sideOfReplay(replayed),
      preflight: ahead,
      migrationFiles: replays.migrations().length,
      policy: settings.policy,
      unknown: dedupe([...expected.unknown, ...actual.unknown, ...(ahead?.unknown ?? [])]),
    });
    return { kind: 'compared', replayed, expected, actual, loaded, ahead, report };
  };

  const preflightOf = (
    replayed: Replayed,
    loaded: LoadedSource,
    names: readonly string[] | null,
  ): Preflight | null => {
    const recorded = names ?? loaded.ran?.map((row) => row.name) ?? namesWhereNothingRan(loaded);
    if (recorded === null) return null;
    const world = withActual(replayed.start.world, loaded);
    return preflight(replays.application(), replays.migrations(), recorded, world);
  };
  /** A schema without the table of migrations: artisan would make it and run everything. */
  const namesWhereNothingRan = (loaded: LoadedSource): readonly string[] | null =>
    getTable(loaded.schema.tables, migrationsTableName(replays.application())) ? null : [];

  const buildOverview = async (): Promise<Overview> => {
    const compared = await compare();
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
        found?.loaded && found.ahead ? preflightDocument(found.loaded.source, replayed, found.ahead) : null,
      migrations: migrationStatuses(
        replays.migrations(),
        replayed.replay.steps,
        found?.ahead ?? null,
        batches,
      ),
      tables:
        found && report ? tableStatuses(expected.schema, found.actual.schema, report, settings.policy) : [],
      problems: [
        ...expected.problems,
        ...(found?.actual.problems ?? []),
        ...(found ? missingRows(found) : []),
      ],
      unknown: report?.unknown ?? expected.unknown,
    };
  };
  const currentOverview = (): Promise<Overview> => {
    overview ??= buildOverview();
    return overview;
  };
  const changed = () => {
    overview = null;
  };

  const lintStep = (step: ReplayStep, ran: ReadonlySet<string> | null): FileFindings => ({
    file: step.migration.file,
    migration: step.migration.name,
    ran: ran?.has(step.migration.name) ?? null,
    findings: lintMigration(replays.application(), step),
    unknown: unknownsOf(step.trace),
    problem: syntaxProblem(step),
  });
  const ranNow = async (): Promise<ReadonlySet<string> | null> => {
    const loaded = await loadedActual().catch(() => null);
    return loaded?.ran ? new Set(loaded.ran.map((row) => row.name)) : null;
  };

  return {
    root,
    textOf: (file) => replays.files.read(file),
    setText(file, text) {
      replays.setText(file, text);
      changed();
    },
    changed(files) {
      replays.changed(files);
      changed();
    },
    setSettings(next) {
      settings = next;
      replays.changed(null);
      changed();
    },
    environments: () => listEnvironments(root, replays, load),
    overview: currentOverview,
    async exportReport(format) {
      const { report } = await reportOf(compare());
      return format === 'html' ? reportHtml(report) : reportMarkdown(report);
    },
    async lint(file) {
      const loaded = await loadedActual().catch(() => null);
      const replayed = replays.on(serverFor(loaded));
      const step = replayed.replay.steps.find((candidate) => candidate.migration.file === file);
      return step ? lintStep(step, loaded?.ran ? new Set(loaded.ran.map((row) => row.name)) : null) : null;
    },
    async schema(source, stopAtFailure) {
      if (source !== 'migrations') {
        const loaded = await load(source);
        return { document: documentOf(loaded), problems: loaded.problems };
      }
      const loaded = settings.serverOverride ? null : await loadedActual().catch(() => null);
      const replayed = replays.on(serverFor(loaded), stopAtFailure);
      const { world, steps } = replayed.replay;
      const { schema, server } = databaseOf(world);
      return {
        document: schemaDocument({
          source,
          schema,
          server,
          laravel: printLaravelVersion(replays.application().laravel),
          ran: null,
          failed: steps.map((step) => failureOf(step.trace)).filter((failure) => failure !== null),
          unknown: unknownOf(replayed),
        }),
        problems: [],
      };
    },
    async report() {
      return reportOf(compare());
    },
    async preflight(source, names) {
      const loaded = await load(source);
      const replayed = replays.on(serverFor(loaded));
      const found = preflightOf(replayed, loaded, names);
      if (found) return { document: preflightDocument(source, replayed, found), problems: loaded.problems };
      const problem = rowsProblem(source);
      return {
        document: preflightDocument(
          source,
          replayed,
          preflightOf(replayed, loaded, []) as Preflight,
          problem.message,
        ),
        problems: [...loaded.problems, problem],
      };
    },
    async rerun(on) {
      const loaded = settings.serverOverride ? null : await loadedActual().catch(() => null);
      const { replay } = replays.on(serverFor(loaded));
      return { document: rerun(replays.application(), replay, on), problems: [] };
    },
    async lintFiles(files) {
      const loaded = await loadedActual().catch(() => null);
      const replayed = replays.on(serverFor(loaded));
      const ran = await ranNow();
      const wanted = files && new Set(files);
      const steps = replayed.replay.steps.filter(({ migration }) =>
        wanted ? wanted.has(migration.file) : !ran?.has(migration.name),
      );
      const found = steps.map((step) => lintStep(step, ran));
      const strangers = [...(wanted ?? [])].filter(
        (file) => !steps.some((step) => step.migration.file === file),
      );
      return {
        document: {
          format: FORMAT,
          findings: found.flatMap((one) => one.findings),
          unknown: found.flatMap((one) => one.unknown),
        },
        problems: [...found.flatMap((one) => one.problem ?? []), ...strangers.map(noMigration)],
      };
    },
  };
}

interface Side extends GapSide {
  readonly unknown: readonly UnknownShape[];
  readonly problems: readonly Problem[];
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

async function reportOf(comparison: Promise<Comparison>) {
  const compared = await comparison;
  if (compared.kind === 'no-actual')
    throw new UserError(
      'nothing-to-compare',
      `There is nothing to compare ${compared.expected.source} with: no dump was found, and none is configured.`,
      'Name one with --actual, or in the setting schemaGap.actual.',
    );
  const { report, expected, actual } = compared;
  return { report, problems: [...expected.problems, ...actual.problems, ...missingRows(compared)] };
}

function sideOf(loaded: LoadedSource): Side {
  const { source, schema, server, problems } = loaded;
  return { source, schema, server, unknown: [], problems };
}

function sideOfReplay(replayed: Replayed): Side {
  return {
    source: 'migrations',
    ...databaseOf(replayed.replay.world),
    unknown: unknownOf(replayed),
    problems: [],
  };
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

function databaseOf(world: World): Database {
  const database = world.connections.get(world.defaultConnection);
  if (!database) throw new Error(`the world has no connection ${world.defaultConnection}`);
  return database;
}

function schemaOf(world: World): Schema {
  return databaseOf(world).schema;
}

/** The world in which migrations run over an actual schema: its default connection's database, with rows we can't know. */
function withActual(world: World, loaded: LoadedSource): World {
  const connections = new Map(world.connections);
  const server = connections.get(world.defaultConnection)?.server ?? loaded.server;
  connections.set(world.defaultConnection, { schema: loaded.schema, server, rows: ANY_ROWS });
  return { ...world, connections };
}

function unknownOf({ start, replay }: Replayed): readonly UnknownShape[] {
  return dedupe([...start.unknown, ...replay.steps.flatMap((step) => unknownsOf(step.trace))]);
}

function dedupe(items: readonly UnknownShape[]): readonly UnknownShape[] {
  return [...new Map(items.map((item) => [`${item.file}:${item.line}:${item.reason}`, item])).values()];
}

function preflightDocument(
  on: string,
  replayed: Replayed,
  found: Preflight,
  doubt?: string,
): PreflightDocument {
  const actual = new Set(found.before.map((table) => table.name));
  const blocked = found.fails
    ? baseTables(schemaOf(found.repaired)).filter((table) => !actual.has(table.name))
    : [];
  const early = new Set(found.succeed);
  return {
    format: FORMAT,
    on,
    ran: found.ran.length,
    pending: found.pending.length,
    fails: found.fails,
    collisions: found.collisions,
    succeed: found.succeed,
    neverAttempted: found.neverAttempted,
    blockedTables: blocked
      .filter((table) => !early.has(table.origin?.migration ?? ''))
      .map((table) => table.name),
    maskedDrift: maskedDrift(sideOfReplay(replayed), found),
    recordedWithoutFile: found.recordedWithoutFile,
    unknown: doubt
      ? [...found.unknown, { migration: '', file: on, line: 1, reason: doubt, touches: [] }]
      : found.unknown,
  };
}

function missingRows(compared: Extract<Comparison, { kind: 'compared' }>): readonly Problem[] {
  return compared.loaded && !compared.ahead ? [rowsProblem(compared.loaded.source)] : [];
}

function rowsProblem(source: string): Problem {
  return {
    code: 'migrations-rows-missing',
    message: `${source} has a table of migrations, but not its rows: what has run there is not known.`,
    hint: 'Dump that table with its data, or give the names with --ran.',
    file: null,
    line: null,
  };
}

function noMigration(file: string): Problem {
  return {
    code: 'no-migration',
    message: `${file} is no migration that Laravel would run.`,
    hint: 'Laravel takes files named *_*.php directly in a migration folder; name further folders with --path.',
    file,
    line: null,
  };
}

/** A migration that can't be read is a problem to show, not a finding. */
function syntaxProblem({ migration, trace }: ReplayStep): Problem | null {
  const { outcome } = trace;
  if (outcome.kind !== 'unknown') return null;
  return {
    code: 'not-known',
    message: outcome.reason,
    hint: 'What this migration does is not known, and neither is what rests on it.',
    file: migration.file,
    line: outcome.range?.line ?? null,
  };
}
