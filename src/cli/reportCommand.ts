import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reportHtml } from '../core/report/html';
import { reportMarkdown } from '../core/report/markdown';
import { printable } from '../core/report/printable';
import { reportText } from '../core/report/text';
import { UserError } from '../project/userError';
import type { Analysis } from '../worker/api';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor } from './paint';
import { printableDocument } from './printable';
import { warnOfProblems } from './problems';
import { isUnsure } from './unsure';

/** `schema-gap report`: expected against actual, for people, for a pull request, for paper, or as JSON. */
export async function reportCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const { report, problems } = await analysis.report();
  warnOfProblems(io, problems);
  if (options.html !== null) writeReport(io, options.html, reportHtml(report));
  if (options.markdown !== null) writeReport(io, options.markdown, reportMarkdown(report));
  if (options.json) writeJson(io, report);
  else
    io.write(
      reportText(printableDocument(report), {
        paint: paintFor(io, options),
        limit: options.verbose ? Number.POSITIVE_INFINITY : 25,
      }),
    );
  const tooFew = options.minTables !== null && report.actual.tables < options.minTables;
  if (tooFew)
    io.warn(
      `schema-gap: ${printable(report.actual.source)} has ${report.actual.tables} tables, fewer than ${options.minTables}.\n`,
    );
  const gaps = [...report.missingTables, ...report.differences];
  const certain = gaps.filter((gap) => gap.certain).length;
  const extras = report.extraTables.length - report.uncertainExtras.length;
  return {
    errors: certain + extras + (report.rootCause ? 1 : 0) + (tooFew ? 1 : 0),
    warnings: report.maskedDrift.length,
    unsure: isUnsure(report, problems, certain < gaps.length || report.uncertainExtras.length > 0),
  };
}

function writeReport(io: Io, path: string, text: string): void {
  const file = resolve(io.cwd, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'cannot-write',
      `The report could not be written to ${path}: ${why}`,
      'Choose another file.',
    );
  }
  io.warn(`Wrote ${printable(path)}\n`);
}
