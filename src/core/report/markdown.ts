import type { ReportDocument } from '../analysis/results';
import {
  criticalFirst,
  differenceName,
  extraNames,
  failureText,
  featureText,
  headline,
  manualText,
  place,
  presenceText,
  sideText,
  whyText,
} from './describe';
import { printable } from './printable';

/** The report for a pull request: GitHub's Markdown, no raw HTML but `<details>` and empty comments; every name is escaped. */
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
  const manual = manualText(report.fromTheManual);
  if (manual) out.push('', `_${text(manual)}_`);
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
      cell(t.name),
      t.present ? 'there' : `**${presenceText(t)}**`,
      text(t.impact),
    ]);
    out.push(...table(['table', 'state', 'without it'], rows));
  }
  if (report.features.length > 0) {
    out.push('', '### What works', '');
    out.push(
      ...table(
        ['feature', 'now', 'after the fix'],
        report.features.map((f) => [
          text(f.name),
          featureText(f.now, f.certain),
          featureText(f.after, f.certain),
        ]),
      ),
    );
  }
  if (report.missingTables.length > 0) {
    const rows = criticalFirst(report.missingTables).map((missing) => [
      cell(missing.name),
      text(missing.family ?? ''),
      text(whyText(missing)),
      missing.createdBy ? cell(place(missing.createdBy)) : '',
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
      difference.createdBy ? cell(place(difference.createdBy)) : '',
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
        extraNames(report).map(({ name, note }) => `- ${code(name)}${note}`),
      ),
    );
  if (report.unknown.length > 0) {
    const items = report.unknown.map((unknown) => `- ${code(place(unknown))}: ${text(unknown.reason)}`);
    out.push('', ...details(`${items.length} things not known`, items));
  }
  return `${out.join('\n')}\n`;
}

/**
 * Escapes what Markdown or HTML would take for more than text. A mention or address of somebody's making stays text, too:
 * a comment within it keeps GitHub from seeing one.
 */
function text(value: string): string {
  return printable(value)
    .replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, (character) =>
      character === '<'
        ? '&lt;'
        : character === '>'
          ? '&gt;'
          : character === '&'
            ? '&amp;'
            : `\\${character}`,
    )
    .replace(/@(?=[\w-])/g, '@<!-- -->')
    .replace(/:(?=\/\/)|(?<=www)(?=\\\.)/gi, (found) => `${found}<!-- -->`);
}

/** A code span that holds backticks. */
function code(value: string): string {
  const flat = printable(value);
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  if (longest === 0) return `\`${flat}\``;
  const ticks = '`'.repeat(longest + 1);
  return `${ticks} ${flat} ${ticks}`;
}

/** The same inside a table, where a pipe would end the cell even within code. */
const cell = (value: string): string => code(value).replaceAll('|', '\\|');

function fence(given: string): string {
  const value = given.split('\n').map(printable).join('\n');
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
