import type {
  DefinedBy,
  DifferenceKind,
  FailureShape,
  FeatureState,
  ReportDocument,
  WhyMissing,
} from '../analysis/results';
import { criticalFirst, differentTables, failureText, manualText, sideText } from './describe';

/** The gap report as its page shows it: the same facts as the document, with every shape already put into words. */
export interface ReportView {
  readonly project: string;
  readonly expected: { readonly source: string; readonly tables: number };
  readonly actual: { readonly source: string; readonly tables: number };
  readonly completePercent: number;
  /** `MySQL 8.4: from the manual`; null where tests asked the servers. */
  readonly manual: string | null;
  /** Tables that are on both sides and differ. */
  readonly different: number;
  readonly migrations: { readonly files: number; readonly ran: number; readonly pending: number } | null;
  readonly rootCause: (FailureRow & { readonly blocks: number }) | null;
  readonly collisions: readonly FailureRow[];
  readonly maskedDrift: readonly DriftRow[];
  readonly critical: readonly {
    readonly name: string;
    readonly present: boolean;
    readonly impact: string;
    readonly certain?: boolean;
    readonly place: Place | null;
  }[];
  readonly families: readonly {
    readonly name: string;
    readonly missing: number;
    readonly present: number;
    readonly impact: string | null;
  }[];
  readonly features: readonly {
    readonly name: string;
    readonly now: FeatureState;
    readonly after: FeatureState;
    readonly needs: readonly string[];
    readonly certain?: boolean;
  }[];
  readonly missing: readonly MissingRow[];
  readonly extra: readonly string[];
  readonly uncertainExtras: readonly string[];
  readonly differences: readonly DifferenceRow[];
  readonly unknown: readonly {
    readonly migration: string;
    readonly place: Place;
    readonly reason: string;
    readonly touches: readonly string[];
  }[];
  readonly problems: readonly ReportProblem[];
}

/** Something that kept us from an answer. */
export interface ReportProblem {
  readonly message: string;
  readonly hint: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** Where a link leads: a file of the project and a line, both as elsewhere (relative with `/`, 1-based). */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface FailureRow {
  readonly migration: string;
  readonly place: Place;
  readonly statement: string;
  /** `1060 Duplicate column name 'priority'`, or what the code itself threw. */
  readonly error: string;
  readonly leftBehind: readonly string[];
}

export interface DriftRow {
  readonly migration: string;
  readonly place: Place;
  readonly table: string;
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
}

export interface MissingRow {
  readonly name: string;
  readonly family: string | null;
  readonly critical: boolean;
  readonly impact: string | null;
  readonly migration: string | null;
  readonly place: Place | null;
  readonly why: WhyMissing;
  readonly certain: boolean;
  readonly reason?: string | null;
}

export interface DifferenceRow {
  readonly table: string;
  readonly kind: DifferenceKind;
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly properties: readonly string[];
  readonly migration: string | null;
  readonly place: Place | null;
  readonly why: WhyMissing | null;
  readonly certain: boolean;
  readonly reason: string | null;
}

/** Makes the page's view of a report. */
export function viewReport(report: ReportDocument, problems: readonly ReportProblem[]): ReportView {
  const makers = new Map(report.missingTables.map((table) => [table.name, table.createdBy]));
  return {
    project: report.project.split(/[\\/]/).at(-1) ?? report.project,
    expected: report.expected,
    actual: report.actual,
    completePercent: report.completePercent,
    manual: manualText(report.fromTheManual),
    different: differentTables(report),
    migrations: report.migrations,
    rootCause: report.rootCause && { ...failureRow(report.rootCause), blocks: report.rootCause.blocks },
    collisions: report.collisions.map(failureRow),
    maskedDrift: report.maskedDrift.map((drift) => ({
      migration: drift.migration,
      place: { file: drift.file, line: drift.line },
      table: drift.table,
      kind: drift.kind,
      name: drift.name,
      expected: sideText(drift, drift.expected),
      actual: sideText(drift, drift.actual),
      message: drift.message,
    })),
    critical: report.criticalTables.map((table) => ({
      ...table,
      place: placeOf(makers.get(table.name) ?? null),
    })),
    families: report.families,
    features: report.features,
    missing: criticalFirst(report.missingTables).map((table) => ({
      name: table.name,
      family: table.family,
      critical: table.critical,
      impact: table.impact,
      migration: table.createdBy?.migration ?? null,
      place: placeOf(table.createdBy),
      why: table.why,
      certain: table.certain,
      reason: table.reason ?? null,
    })),
    extra: report.extraTables,
    uncertainExtras: report.uncertainExtras,
    differences: report.differences.map((difference) => ({
      table: difference.table,
      kind: difference.kind,
      name: difference.name,
      expected: sideText(difference, difference.expected),
      actual: sideText(difference, difference.actual),
      properties: difference.properties,
      migration: difference.createdBy?.migration ?? null,
      place: placeOf(difference.createdBy),
      why: difference.why,
      certain: difference.certain,
      reason: difference.reason,
    })),
    unknown: report.unknown.map(({ migration, file, line, reason, touches }) => ({
      migration,
      place: { file, line },
      reason,
      touches,
    })),
    problems: problems.map(({ message, hint, file, line }) => ({ message, hint, file, line })),
  };
}

function failureRow(failure: FailureShape): FailureRow {
  return {
    migration: failure.migration,
    place: { file: failure.file, line: failure.line },
    statement: failure.statement,
    error: failureText(failure),
    leftBehind: failure.leftBehind ?? [],
  };
}

const placeOf = (by: DefinedBy | null): Place | null => by && { file: by.file, line: by.line };
