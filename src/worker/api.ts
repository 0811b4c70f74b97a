import type { FixedText } from '../core/analysis/fixAll';
import type {
  Finding,
  LintDocument,
  MigrationStatus,
  PreflightDocument,
  ReportDocument,
  RerunDocument,
  RunDocument,
  SchemaDocument,
  TableStatus,
  UnknownShape,
} from '../core/analysis/results';
import type { AnalysisSettings } from '../project/settings';

/**
 * What the analysis of one Laravel application answers. `createAnalysis` (analysis.ts) implements it in this thread for
 * the command line; the editor asks the same object inside the worker, by messages (client.ts, main.ts).
 * Answers are remembered until a text, a dump or the settings they rest on change.
 */
export interface AnalysisApi {
  /** What there is to compare: the migrations, the dumps found, the `.env*` files. */
  environments(): Promise<readonly EnvironmentInfo[]>;
  /** Everything the views show, for the chosen pair. */
  overview(pause?: Pause): Promise<Overview>;
  /** Findings of one migration file (unsaved text where setText gave one); null for a file that is no migration. */
  findings(file: string, pause?: Pause): Promise<FileFindings | null>;
  /** The same with the fixes that are proven, which takes longer. */
  lint(file: string, pause?: Pause): Promise<FileFindings | null>;
  /** The runs of one migration, statement by statement; null for a file that is no migration. */
  runs(file: string): Promise<RunDocument | null>;
  /** The file's text with all that is proven applied; null where there is nothing to fix. */
  fixAll(file: string, pause?: Pause): Promise<FixedText | null>;
  exportReport(format: 'html' | 'markdown'): Promise<string>;
}

/**
 * What long work awaits between two pieces: others may be answered meanwhile. It rejects where the work is not wanted any
 * more, or would rest on what has changed since.
 */
export type Pause = () => Promise<void>;

export interface AnalysisChanges {
  /** The text in an editor that is not (yet) on disk; null: the disk counts again. File relative to the root, with `/`. */
  setText(file: string, text: string | null): void;
  /** Files that changed on disk; null: anything may have changed. */
  changed(files: readonly string[] | null): void;
  setSettings(settings: AnalysisSettings): void;
}

export type { AnalysisSettings } from '../project/settings';

export interface EnvironmentInfo {
  /** The SOURCE to name it by. */
  readonly id: string;
  readonly kind: 'migrations' | 'dump' | 'env';
  readonly label: string;
  /** e.g. `242 files`, `48 tables, 104 migrations recorded`, or what is wrong with it. */
  readonly detail: string;
  readonly problem: Problem | null;
}

/** Something that kept us from an answer: what happened, to what, and what to do. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface Overview {
  /** Why there may be less than everything: nothing wrong, no migrations in the application, no dump or environment to compare with. */
  readonly state: 'complete' | 'no-migrations' | 'no-actual';
  readonly expected: string;
  readonly actual: string | null;
  readonly report: ReportDocument | null;
  readonly preflight: PreflightDocument | null;
  readonly migrations: readonly MigrationStatus[];
  readonly tables: readonly TableStatus[];
  readonly problems: readonly Problem[];
  readonly unknown: readonly UnknownShape[];
}

export interface FileFindings {
  readonly file: string;
  readonly migration: string;
  /** Has it run in the chosen actual environment? null: not known. */
  readonly ran: boolean | null;
  /** The server (`MySQL 8.4`) that no test of ours asked, where the answers are from its manual. */
  readonly fromTheManual: readonly string[];
  readonly findings: readonly Finding[];
  /** What could not be known while evaluating it. */
  readonly unknown: readonly UnknownShape[];
  readonly problem: Problem | null;
}

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
