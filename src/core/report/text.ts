import type { ReportDocument } from '../analysis/results';
import {
  count,
  criticalFirst,
  differenceName,
  differentTables,
  extraNames,
  failureText,
  featureText,
  manualText,
  missingText,
  place,
  presenceText,
  sideText,
  whyText,
} from './describe';

/** Paints a stretch of terminal text; the identity where colours are not wanted. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string;

export interface TextOptions {
  readonly paint: Paint;
  /** Rows to print of a long list before saying how many more there are; Infinity for all. */
  readonly limit: number;
}

/** The report for a terminal, ending with a newline. */
export function reportText(report: ReportDocument, { paint, limit }: TextOptions): string {
  const lines: string[] = [];
  const section = (title: string) => lines.push('', paint('bold', title));
  const line = (text: string) => lines.push(`  ${text}`);
  const list = <T>(items: readonly T[], write: (item: T) => void) => {
    for (const item of items.slice(0, limit)) write(item);
    if (items.length > limit) line(paint('dim', `… and ${items.length - limit} more (--verbose shows all)`));
  };

  const missing = report.missingTables.length;
  const tone = missing > 0 || report.differences.length > 0 ? 'red' : 'green';
  lines.push(`${paint('bold', report.actual.source)} against ${paint('bold', report.expected.source)}`, '');
  line(
    `${paint(tone, `${report.expected.tables - missing} of ${report.expected.tables} tables`)}  ${bar(report.completePercent, paint)}  ${paint('bold', `${report.completePercent.toFixed(1)} %`)} complete`,
  );
  line(
    `${missingText(report)} · ${differentTables(report)} different · ${report.extraTables.length} extra` +
      (report.migrations
        ? ` · ${report.migrations.ran} of ${report.migrations.files} migrations ran, ${report.migrations.pending} pending`
        : ''),
  );

  const manual = manualText(report.fromTheManual);
  if (manual) line(paint('dim', manual));

  const cause = report.rootCause;
  if (cause) {
    section('Root cause');
    line(paint('red', `${cause.migration} fails`));
    line(`  ${paint('cyan', place(cause))}`);
    line(`  ${cause.statement}`);
    line(
      `  ${paint('red', failureText(cause))}${cause.serverError ? paint('dim', `  SQLSTATE ${cause.serverError.sqlState}`) : ''}`,
    );
    line(
      `${count(cause.blocks, 'migration')} behind it ${cause.blocks === 1 ? 'is' : 'are'} never attempted.`,
    );
  }
  const others = report.collisions.filter((collision) => collision.migration !== cause?.migration);
  if (others.length > 0) {
    section('Will fail too, once that is repaired');
    list(others, (collision) => {
      line(`${paint('yellow', collision.migration)}  ${failureText(collision)}`);
      line(`  ${paint('cyan', place(collision))}`);
    });
  }
  if (report.maskedDrift.length > 0) {
    section('A guard would hide these');
    list(report.maskedDrift, (drift) => {
      line(`${paint('yellow', drift.message)}`);
      line(`  ${paint('cyan', place(drift))}`);
    });
  }
  if (report.criticalTables.length > 0) {
    section('Critical tables');
    const width = Math.max(...report.criticalTables.map((table) => table.name.length));
    for (const table of [...report.criticalTables].sort((a, b) => Number(a.present) - Number(b.present)))
      line(
        table.present
          ? `${paint('green', '✓')} ${table.name}`
          : table.certain === false
            ? `${paint('yellow', '?')} ${table.name.padEnd(width)}  ${presenceText(table)}  ${table.impact}`
            : `${paint('red', '✗')} ${table.name.padEnd(width)}  ${table.impact}`,
      );
  }
  if (report.features.length > 0) {
    section('What works');
    const width = Math.max('feature'.length, ...report.features.map((feature) => feature.name.length));
    const wide = Math.max(
      6,
      ...report.features.map((feature) => featureText(feature.now, feature.certain).length),
    );
    line(paint('dim', `${'feature'.padEnd(width)}  ${'now'.padEnd(wide)}  after the fix`));
    const tones = { no: 'red', partly: 'yellow', yes: 'green', 'not known': 'yellow' } as const;
    for (const feature of report.features) {
      const now = featureText(feature.now, feature.certain);
      const after = featureText(feature.after, feature.certain);
      line(
        `${feature.name.padEnd(width)}  ${paint(tones[now], now.padEnd(wide))}  ${paint(tones[after], after)}`,
      );
    }
  }
  const families = report.families.filter((family) => family.missing > 0);
  if (families.length > 0) {
    section('Missing by family');
    const width = Math.max(...families.map((family) => family.name.length));
    list(
      [...families].sort((a, b) => b.missing - a.missing || (a.name < b.name ? -1 : 1)),
      (family) =>
        line(
          `${family.name.padEnd(width)}  ${String(family.missing).padStart(3)} missing${family.present > 0 ? `, ${family.present} present` : ''}${family.impact ? `  ${paint('dim', family.impact)}` : ''}`,
        ),
    );
  }
  if (missing > 0) {
    section('Missing tables');
    const tables = criticalFirst(report.missingTables);
    const width = Math.max(...tables.map((table) => table.name.length));
    list(tables, (table) =>
      line(
        `${table.critical ? paint('red', table.name.padEnd(width)) : table.name.padEnd(width)}  ${whyText(table)}${table.createdBy ? paint('dim', `  ${place(table.createdBy)}`) : ''}`,
      ),
    );
  }
  if (report.differences.length > 0) {
    section('Differences in tables that are on both sides');
    list(report.differences, (difference) => {
      line(
        `${paint('yellow', differenceName(difference))}${difference.certain ? '' : paint('dim', `  (not certain: ${difference.reason ?? 'unknown'})`)}`,
      );
      line(`  expected ${sideText(difference, difference.expected)}`);
      line(`  actual   ${sideText(difference, difference.actual)}`);
      if (difference.createdBy) line(`  ${paint('cyan', place(difference.createdBy))}`);
    });
  }
  if (report.extraTables.length > 0) {
    section('Extra tables');
    list(extraNames(report), ({ name, note }) => line(`${name}${paint('dim', note)}`));
  }
  if (report.unknown.length > 0) {
    section('Not known');
    list(report.unknown, (unknown) => line(`${paint('cyan', place(unknown))}  ${unknown.reason}`));
  }
  return `${lines.join('\n')}\n`;
}

function bar(percent: number, paint: Paint): string {
  const full = Math.round(percent / 5);
  return paint('green', '█'.repeat(full)) + paint('dim', '░'.repeat(20 - full));
}
