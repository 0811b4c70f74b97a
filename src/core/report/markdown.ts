import type { ReportDocument } from '../analysis/results';
import { criticalFirst, differenceName, failureText, headline, place, sideText, WHY } from './describe';

/** The report for a pull request: GitHub's Markdown, no raw HTML but `<details>`; every name is escaped. */
export function reportMarkdown(report: ReportDocument): string {
  const out: string[] = [];
  out.push(`## Schema gap: ${text(report.actual.source)} against ${text(report.expected.source)}`, '');
  out.push(text(headline(report)), '');
  out.push(
    ...table(
      ['', 'expected', 'actual'],
      [
        ['tables', String(report.expected.tables), String(report.actual.tables)],
        ['missing', '', String(report.missingTables.length)],
        ['extra', '', String(report.extraTables.length)],
        ...(report.migrations
          ? [['migrations run', String(report.migrations.files), String(report.migrations.ran)]]
          : []),
      ],
    ),
  );
  const cause = report.rootCause;
  if (cause) {
    out.push('', '### Root cause', '');
    out.push(`${code(cause.migration)} fails at ${code(place(cause))}:`, '');
    out.push(fence(`${cause.statement}\n${failureText(cause)}`), '');
    out.push(`${cause.blocks} migrations behind it are never attempted.`);
  }
  const others = report.collisions.filter((collision) => collision.migration !== cause?.migration);
  if (others.length > 0) {
    out.push('', '### Will fail too, once that is repaired', '');
    for (const other of others)
      out.push(`- ${code(other.migration)} at ${code(place(other))}: ${text(failureText(other))}`);
  }
  if (report.maskedDrift.length > 0) {
    out.push('', '### A guard would hide these', '');
    for (const drift of report.maskedDrift) out.push(`- ${text(drift.message)} (${code(place(drift))})`);
  }
  if (report.criticalTables.length > 0) {
    out.push('', '### Critical tables', '');
    const rows = report.criticalTables.map((t) => [
      code(t.name),
      t.present ? 'there' : '**missing**',
      text(t.impact),
    ]);
    out.push(...table(['table', 'state', 'without it'], rows));
  }
  if (report.features.length > 0) {
    out.push('', '### What works', '');
    out.push(
      ...table(
        ['feature', 'now', 'after the fix'],
        report.features.map((f) => [text(f.name), f.now, f.after]),
      ),
    );
  }
  if (report.missingTables.length > 0) {
    const rows = criticalFirst(report.missingTables).map((missing) => [
      code(missing.name),
      text(missing.family ?? ''),
      WHY[missing.why],
      missing.createdBy ? code(place(missing.createdBy)) : '',
    ]);
    out.push(
      '',
      ...details(`${rows.length} missing tables`, table(['table', 'family', 'why', 'made by'], rows)),
    );
  }
  if (report.differences.length > 0) {
    const rows = report.differences.map((difference) => [
      text(differenceName(difference)) + (difference.certain ? '' : ' (not certain)'),
      text(sideText(difference, difference.expected)),
      text(sideText(difference, difference.actual)),
      difference.createdBy ? code(place(difference.createdBy)) : '',
    ]);
    out.push(
      '',
      ...details(`${rows.length} differences`, table(['what', 'expected', 'actual', 'made by'], rows)),
    );
  }
  if (report.extraTables.length > 0)
    out.push(
      '',
      ...details(
        `${report.extraTables.length} extra tables`,
        report.extraTables.map((name) => `- ${code(name)}`),
      ),
    );
  if (report.unknown.length > 0) {
    const items = report.unknown.map((unknown) => `- ${code(place(unknown))}: ${text(unknown.reason)}`);
    out.push('', ...details(`${items.length} things not known`, items));
  }
  return `${out.join('\n')}\n`;
}

/** Escapes what Markdown or HTML would take for more than text. */
function text(value: string): string {
  return value
    .replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, (character) =>
      character === '<'
        ? '&lt;'
        : character === '>'
          ? '&gt;'
          : character === '&'
            ? '&amp;'
            : `\\${character}`,
    )
    .replace(/\s*\n\s*/g, ' ');
}

/** A code span that holds backticks and pipes, also inside a table. */
function code(value: string): string {
  const flat = value.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  if (longest === 0) return `\`${flat}\``;
  const ticks = '`'.repeat(longest + 1);
  return `${ticks} ${flat} ${ticks}`;
}

function fence(value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}\n${value}\n${ticks}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function details(summary: string, body: readonly string[]): string[] {
  return ['<details>', `<summary>${summary}</summary>`, '', ...body, '', '</details>'];
}
