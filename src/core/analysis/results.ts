import type { ServerError } from '../schema/server';
import type { SourceRange } from '../source';
import type { Said } from './said';

/**
 * The shapes in which answers leave the core: what the command line prints with `--json` (a contract; fields may be
 * added, none changed or dropped), what the worker sends to the editor, and what the reports are written from.
 * Positions are 1-based, end-exclusive, columns in UTF-16 units, files relative to the project with `/`.
 */
export const FORMAT = 1;

export interface DefinedBy {
  /** null where a dump made it. */
  readonly migration: string | null;
  readonly file: string;
  readonly line: number;
}

export interface SchemaDocument {
  readonly format: typeof FORMAT;
  /** Servers (`MySQL 8.4`) that this rests on and no test of ours asked: what is said of them is from the manual. */
  readonly fromTheManual: readonly string[];
  readonly source: string;
  readonly server: { readonly vendor: string; readonly version: string };
  readonly laravel: string | null;
  readonly tables: readonly TableShape[];
  readonly views: readonly { readonly name: string; readonly sql: string | null }[];
  readonly ran: readonly string[] | null;
  readonly failed: readonly FailureShape[];
  readonly unknown: readonly UnknownShape[];
  /** Why there may be other tables than these; null where there are none. */
  readonly tainted: string | null;
  /** `--statements`: what each migration sends. */
  readonly migrations?: readonly SentShape[];
}

/** What one migration's `up()` sends to the server, in order. */
export interface SentShape {
  readonly name: string;
  readonly file: string;
  /** done, failed, or unknown: it can't be told how it ends. */
  readonly outcome: 'done' | 'failed' | 'unknown';
  /** The texts as sent, values bound as `?`. */
  readonly statements: readonly string[];
  /** Those of them (by index) that the server refuses. */
  readonly refused: readonly number[];
  /** Those of them that are sent only if something unknown is so. */
  readonly uncertain: readonly number[];
}

export interface TableShape {
  readonly name: string;
  readonly kind: 'table';
  readonly engine: string;
  readonly charset: string;
  readonly collation: string;
  readonly comment: string;
  readonly columns: readonly ColumnShape[];
  readonly indexes: readonly IndexShape[];
  readonly foreignKeys: readonly ForeignKeyShape[];
  readonly checks: readonly { readonly name: string; readonly sql: string }[];
  readonly definedBy: DefinedBy | null;
  readonly tainted: string | null;
}

export interface ColumnShape {
  readonly name: string;
  /** As MySQL 8.4 prints COLUMN_TYPE, lower case. */
  readonly type: string;
  readonly nullable: boolean;
  readonly default:
    | { readonly kind: 'literal'; readonly value: string }
    | { readonly kind: 'expression'; readonly sql: string }
    | null;
  readonly autoIncrement: boolean;
  readonly onUpdate: string | null;
  readonly generated: { readonly kind: 'stored' | 'virtual'; readonly sql: string } | null;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly comment: string;
  readonly invisible: boolean;
  readonly definedBy: DefinedBy | null;
  readonly tainted?: string | null;
}

export interface IndexShape {
  readonly name: string;
  readonly kind: string;
  readonly columns: readonly (
    | { readonly name: string; readonly length: number | null; readonly order: 'asc' | 'desc' }
    | { readonly sql: string; readonly order: 'asc' | 'desc' }
  )[];
  readonly definedBy: DefinedBy | null;
  readonly tainted?: string | null;
}

export interface ForeignKeyShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
  /** null where privileges hide it. */
  readonly onDelete: string | null;
  readonly onUpdate: string | null;
  readonly definedBy: DefinedBy | null;
  readonly tainted?: string | null;
}

export interface FailureShape {
  readonly migration: string;
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly statement: string;
  /** null where the code itself threw; `message` says what then. */
  readonly serverError: ServerError | null;
  readonly message?: string;
  /** preflight: what the failed migration had already made (`table x`, `column x.y`). */
  readonly leftBehind?: readonly string[];
}

export interface UnknownShape {
  readonly migration: string;
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly touches: readonly string[];
}

export interface PreflightDocument {
  readonly format: typeof FORMAT;
  readonly fromTheManual: readonly string[];
  readonly on: string;
  /** null where it is not known what has run; then nothing else is either. */
  readonly ran: number | null;
  readonly pending: number | null;
  readonly fails: FailureShape | null;
  readonly collisions: readonly FailureShape[];
  /** Pending migrations before the first failure (all of them where nothing fails) that run to their end. */
  readonly succeed: readonly string[];
  /** Those before it of which it can't be told; artisan may stop at one of them. */
  readonly undecided: readonly string[];
  readonly neverAttempted: readonly string[];
  readonly blockedTables: readonly string[];
  readonly maskedDrift: readonly MaskedDrift[];
  /** Recorded in `migrations` but without a file. */
  readonly recordedWithoutFile: readonly string[];
  readonly unknown: readonly UnknownShape[];
}

/** A thing that is there already, but differs from what a pending migration would make: a guard would hide it. */
export interface MaskedDrift {
  readonly migration: string;
  readonly file: string;
  readonly line: number;
  readonly table: string;
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly message: string;
}

export type WhyMissing =
  | 'never-attempted'
  | 'pending'
  | 'failed'
  | 'ran-but-absent'
  | 'not-in-migrations'
  | 'hidden-by-privileges'
  /** It is not known what has run. */
  | 'not-known';
export type DifferenceKind = 'table' | 'column' | 'index' | 'foreign-key' | 'check' | 'view' | 'option';

export interface MissingTable {
  readonly name: string;
  readonly family: string | null;
  readonly critical: boolean;
  readonly impact: string | null;
  readonly createdBy: DefinedBy | null;
  readonly why: WhyMissing;
  /** False where something unknown decides whether it is there; `reason` says what. */
  readonly certain: boolean;
  readonly reason?: string | null;
}

export interface Difference {
  readonly table: string;
  readonly kind: DifferenceKind;
  readonly name: string;
  /** The shapes above, or null where it is not there. */
  readonly expected: unknown;
  readonly actual: unknown;
  /** Which properties differ, where both are there (`nullable`, `default`, `position` …). */
  readonly properties: readonly string[];
  readonly createdBy: DefinedBy | null;
  readonly why: WhyMissing | null;
  /** False where something unknown decides. */
  readonly certain: boolean;
  readonly reason: string | null;
}

export type FeatureState = 'no' | 'partly' | 'yes';

export interface ReportDocument {
  readonly format: typeof FORMAT;
  readonly fromTheManual: readonly string[];
  readonly project: string;
  readonly expected: { readonly source: string; readonly tables: number };
  readonly actual: { readonly source: string; readonly tables: number };
  readonly completePercent: number;
  readonly missingTables: readonly MissingTable[];
  readonly extraTables: readonly string[];
  /** Those of them that the expected side may have too: something unknown decides. */
  readonly uncertainExtras: readonly string[];
  readonly differences: readonly Difference[];
  readonly families: readonly {
    readonly name: string;
    readonly missing: number;
    readonly present: number;
    readonly impact: string | null;
  }[];
  readonly criticalTables: readonly {
    readonly name: string;
    readonly present: boolean;
    readonly impact: string;
    /** False where it may be there unseen. */
    readonly certain?: boolean;
  }[];
  readonly features: readonly {
    readonly name: string;
    readonly now: FeatureState;
    readonly after: FeatureState;
    readonly needs: readonly string[];
    /** False where a table that it needs may be there unseen. */
    readonly certain?: boolean;
  }[];
  readonly rootCause: (FailureShape & { readonly blocks: number }) | null;
  readonly collisions: readonly FailureShape[];
  readonly maskedDrift: readonly MaskedDrift[];
  /** null where the actual source has no `migrations` rows. */
  readonly migrations: { readonly files: number; readonly ran: number; readonly pending: number } | null;
  readonly unknown: readonly UnknownShape[];
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A change of one file's text. */
export interface Edit {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A change of a file, or of the set of files. */
export type FileEdit =
  | Edit
  | { readonly file: string; readonly create: string }
  | { readonly file: string; readonly renameTo: string };

export const isTextEdit = (edit: FileEdit): edit is Edit => 'text' in edit;

export interface Fix {
  readonly title: string;
  readonly said: Said;
  /** True: the engine ran the edited text, this finding is gone and nothing new came. */
  readonly proven: boolean;
  readonly edits: readonly FileEdit[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly migration: string;
  readonly method: 'up' | 'down';
  readonly message: string;
  /** The message before its places were filled in, for translation. */
  readonly said: Said;
  /** '' where it is about no one statement. */
  readonly statement: string;
  readonly serverError: ServerError | null;
  /** Other places that belong to it, such as the statement that it conflicts with. */
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

export interface RelatedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly said: Said;
}

export interface LintDocument {
  readonly format: typeof FORMAT;
  readonly fromTheManual: readonly string[];
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownShape[];
}

/** The runs of one migration in the model, for people who want to see them. */
export interface RunDocument {
  readonly migration: string;
  readonly file: string;
  readonly first: RunShape;
  /** `up()` again on what the first run left, each refused statement passed over. */
  readonly second: RunShape;
  readonly down: RunShape;
}

export interface RunShape {
  readonly outcome: 'done' | 'stops' | 'unknown';
  /** Why it can't be told how it ends, or what the code itself threw. */
  readonly reason: string | null;
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  readonly sql: string;
  readonly range: SourceRange | null;
  readonly serverError: ServerError | null;
  /** The migration's own code catches the error. */
  readonly caught: boolean;
  /** Sent only if something unknown is so. */
  readonly uncertain: boolean;
  readonly changes: readonly {
    readonly kind: DifferenceKind;
    readonly table: string;
    readonly name: string;
    /** The shapes above; null where it is not there. */
    readonly before: unknown;
    readonly after: unknown;
    readonly properties: readonly string[];
    readonly certain: boolean;
  }[];
  /** What is there already of that which a refused statement would have made. */
  readonly held: readonly HeldShape[];
}

export interface HeldShape {
  readonly kind: DifferenceKind;
  readonly table: string;
  readonly name: string;
  readonly shape: unknown;
  readonly definedBy: DefinedBy | null;
}

export interface RerunDocument {
  readonly format: typeof FORMAT;
  readonly fromTheManual: readonly string[];
  readonly on: 'after' | 'final';
  readonly migrations: readonly {
    readonly name: string;
    readonly outcome: 'ok' | 'error' | 'unknown';
    readonly statements: number;
    readonly serverError: ServerError | null;
    readonly line: number | null;
    readonly reason: string | null;
  }[];
}

/** The state of one migration against the chosen actual environment. */
export type MigrationState = 'would-fail' | 'never-attempted' | 'pending' | 'ran' | 'recorded-without-file';

/** What the Migrations tree shows. */
export interface MigrationStatus {
  readonly name: string;
  /** null for one recorded without a file. */
  readonly file: string | null;
  readonly state: MigrationState;
  /** Where a click goes: the failing statement, else the first statement of up(), else 1. */
  readonly line: number;
  readonly failure: FailureShape | null;
  readonly batch: number | null;
}

/** What the Tables tree shows. */
export type TableState = 'missing' | 'different' | 'extra' | 'complete' | 'unknown';

export interface TableStatus {
  readonly name: string;
  readonly family: string | null;
  readonly state: TableState;
  readonly critical: boolean;
  readonly expected: TableShape | null;
  readonly actual: TableShape | null;
  readonly differences: readonly Difference[];
  readonly definedBy: DefinedBy | null;
  readonly why: WhyMissing | null;
}
