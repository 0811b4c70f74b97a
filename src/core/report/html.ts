import type { ReportDocument } from '../analysis/results';
import {
  criticalFirst,
  differenceName,
  differentTables,
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
import { REPORT_STYLE } from './htmlStyle';
import { printable } from './printable';

/** Text that is HTML already; everything else is escaped when it is put into a page. */
interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Part[] | null | false;

/** The report as one self-contained page: no script, nothing loaded from elsewhere, fit for a screen and for paper. */
export function reportHtml(report: ReportDocument): string {
  const title = `Schema gap: ${report.actual.source} against ${report.expected.source}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: REPORT_STYLE }}</style>
</head>
<body>
<header><p class="product">Schema Gap</p><h1>${report.actual.source} <span>against</span> ${report.expected.source}</h1><p class="headline">${headline(report)}${manual(report)}</p></header>
<main>
${summary(report)}
${rootCause(report)}
${collisions(report)}
${masked(report)}
${critical(report)}
${features(report)}
${families(report)}
${missing(report)}
${differences(report)}
${extra(report)}
${unknown(report)}
</main>
</body>
</html>
`;
  return page.html;
}

function manual(report: ReportDocument): Html | null {
  const mark = manualText(report.fromTheManual);
  return mark === null ? null : html` <small>${mark}</small>`;
}

function summary(report: ReportDocument): Html {
  const present = report.expected.tables - report.missingTables.length;
  const percent = report.completePercent.toFixed(1);
  const facts: [number | string, string][] = [
    [`${present} of ${report.expected.tables}`, 'tables'],
    [report.missingTables.length, 'missing'],
    [differentTables(report), 'different'],
    [report.extraTables.length, 'extra'],
  ];
  if (report.migrations) {
    facts.push([`${report.migrations.ran} of ${report.migrations.files}`, 'migrations run']);
    facts.push([report.migrations.pending, 'pending']);
  }
  const cells = facts.map(([value, label]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return html`<section class="summary" aria-label="Summary"><div class="meter"><strong>${percent} %</strong> complete<progress max="100" value="${percent}">${percent} %</progress></div><dl>${cells}</dl></section>`;
}

function rootCause({ rootCause: cause }: ReportDocument): Html | null {
  if (!cause) return null;
  const state = cause.serverError
    ? html` <span class="dim">SQLSTATE ${cause.serverError.sqlState}</span>`
    : null;
  return section(
    'Root cause',
    html`<div class="cause"><p><strong>${cause.migration}</strong> fails</p><p class="place">${place(cause)}</p><pre><code>${cause.statement}</code></pre><p class="error">${failureText(cause)}${state}</p><p>${cause.blocks} migrations behind it are never attempted.</p></div>`,
  );
}

function collisions(report: ReportDocument): Html | null {
  const others = report.collisions.filter((collision) => collision.migration !== report.rootCause?.migration);
  if (others.length === 0) return null;
  return section(
    'Will fail too, once that is repaired',
    table(
      ['migration', 'what the server says', 'where'],
      others.map((other) => [other.migration, failureText(other), place(other)]),
    ),
  );
}

function masked(report: ReportDocument): Html | null {
  if (report.maskedDrift.length === 0) return null;
  const rows = report.maskedDrift.map((drift) => [drift.message, place(drift)]);
  return section('A guard would hide these', table(['what differs', 'where it would be made'], rows));
}

/** How the words for a state look: as the style calls them. */
const STATE_CLASSES: Readonly<Record<string, string>> = {
  there: 'yes',
  missing: 'no',
  no: 'no',
  partly: 'partly',
  yes: 'yes',
  'not known': 'partly',
};

function critical(report: ReportDocument): Html | null {
  if (report.criticalTables.length === 0) return null;
  const rows = report.criticalTables.map((critical) => [
    critical.name,
    html`<span class="${STATE_CLASSES[presenceText(critical)] ?? ''}">${presenceText(critical)}</span>`,
    critical.impact,
  ]);
  return section('Critical tables', table(['table', 'state', 'without it'], rows));
}

function features(report: ReportDocument): Html | null {
  if (report.features.length === 0) return null;
  const rows = report.features.map(({ name, now, after, certain }) => [
    name,
    ...[featureText(now, certain), featureText(after, certain)].map(
      (state) => html`<span class="${STATE_CLASSES[state] ?? ''}">${state}</span>`,
    ),
  ]);
  return section('What works', table(['feature', 'now', 'after the fix'], rows));
}

function families(report: ReportDocument): Html | null {
  const rows = report.families
    .filter((family) => family.missing > 0)
    .map(({ name, missing: gone, present, impact }) => [name, gone, present, impact ?? '']);
  if (rows.length === 0) return null;
  return section('Missing by family', table(['family', 'missing', 'present', 'what it is for'], rows));
}

function missing(report: ReportDocument): Html | null {
  if (report.missingTables.length === 0) return null;
  const rows = criticalFirst(report.missingTables).map((gone) => [
    gone.critical ? html`<strong>${gone.name}</strong>` : gone.name,
    gone.family ?? '',
    whyText(gone),
    gone.createdBy ? place(gone.createdBy) : '',
  ]);
  return section(`${rows.length} missing tables`, table(['table', 'family', 'why', 'made by'], rows));
}

function differences(report: ReportDocument): Html | null {
  if (report.differences.length === 0) return null;
  const rows = report.differences.map((difference) => [
    [differenceName(difference), difference.certain ? null : html` <span class="dim">(not certain)</span>`],
    sideText(difference, difference.expected),
    sideText(difference, difference.actual),
    difference.createdBy ? place(difference.createdBy) : '',
  ]);
  return section(`${rows.length} differences`, table(['what', 'expected', 'actual', 'made by'], rows));
}

function extra(report: ReportDocument): Html | null {
  if (report.extraTables.length === 0) return null;
  const items = extraNames(report).map(({ name, note }) => html`<li>${name}${note}</li>`);
  return section(`${report.extraTables.length} extra tables`, html`<ul>${items}</ul>`);
}

function unknown(report: ReportDocument): Html | null {
  if (report.unknown.length === 0) return null;
  return section(
    'Not known',
    table(
      ['where', 'why'],
      report.unknown.map((item) => [place(item), item.reason]),
    ),
  );
}

function section(title: string, body: Part): Html {
  return html`<section><h2>${title}</h2>${body}</section>`;
}

function table(head: readonly string[], rows: readonly (readonly Part[])[]): Html {
  const cells = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${cells}</tbody></table>`;
}

/** A template whose values are escaped unless they are Html themselves. */
function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { html: strings.reduce((done, text, i) => done + render(values[i - 1] ?? null) + text) };
}

function render(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return 'html' in part ? part.html : part.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
