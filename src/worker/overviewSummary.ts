import type { MigrationStatus, TableStatus, UnknownShape } from '../core/analysis/results';
import { manualText } from '../core/report/describe';
import type { Overview, Problem } from './api';

/**
 * An overview without what only an expanded row or the report needs: thousands of tables' shapes would be copied between
 * threads, and unpacked in the extension host, for nothing.
 */
export interface OverviewSummary {
  readonly state: Overview['state'];
  readonly expected: string;
  readonly actual: string | null;
  readonly counts: Counts | null;
  /** `MySQL 8.4: from the manual`; null where tests asked the servers. */
  readonly manual: string | null;
  /** False: nothing says what has run in the actual environment, so no migration is known to be pending. */
  readonly isRanKnown: boolean;
  readonly migrations: readonly MigrationStatus[];
  readonly tables: readonly TableSummary[];
  readonly problems: readonly Problem[];
  readonly unknown: readonly UnknownShape[];
}

export interface Counts {
  readonly expected: number;
  readonly actual: number;
  readonly missing: number;
  readonly completePercent: number;
  readonly pending: number | null;
}

export interface TableSummary
  extends Pick<TableStatus, 'name' | 'family' | 'state' | 'critical' | 'definedBy' | 'why'> {
  readonly differences: number;
}

export function summariseOverview(overview: Overview): OverviewSummary {
  const { report } = overview;
  return {
    state: overview.state,
    expected: overview.expected,
    actual: overview.actual,
    counts: report && {
      expected: report.expected.tables,
      actual: report.actual.tables,
      missing: report.missingTables.length,
      completePercent: report.completePercent,
      pending: report.migrations?.pending ?? null,
    },
    manual: report && manualText(report.fromTheManual),
    isRanKnown: (report?.migrations ?? null) !== null,
    migrations: overview.migrations,
    tables: overview.tables.map(({ name, family, state, critical, definedBy, why, differences }) => ({
      name,
      family,
      state,
      critical,
      definedBy,
      why,
      differences: differences.length,
    })),
    problems: overview.problems,
    unknown: overview.unknown,
  };
}
