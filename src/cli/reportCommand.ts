import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reportHtml } from '../core/report/html';
import { reportMarkdown } from '../core/report/markdown';
import { reportText } from '../core/report/text';
import { UserError } from '../project/userError';
import type { Analysis } from '../worker/analysis';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor, printable } from './paint';
import { warnOfProblems } from './problems';

/** `schema-gap report`: expected against actual, for people, for a pull request, for paper, or as JSON. */
export async function reportCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const { report, problems } = await analysis.report();
  warnOfProblems(io, problems);
  if (options.html !== null) writeReport(io, options.html, reportHtml(report));
  if (options.markdown !== null) writeReport(io, options.markdown, reportMarkdown(report));
  if (options.json) writeJson(io, report);
  else
    io.write(
      reportText(report, {
        paint: (style, text) => paintFor(io, options)(style, printable(text)),
        limit: options.verbose ? Number.POSITIVE_INFINITY : 25,
      }),
    );
  const tooFew = options.minTables !== null && report.actual.tables < options.minTables;
  if (tooFew)
    io.warn(
      `schema-gap: ${report.actual.source} has ${report.actual.tables} tables, fewer than ${options.minTables}.\n`,
    );
  const uncertain = report.differences.filter((difference) => !difference.certain).length;
  const certain = report.differences.length - uncertain;
  return {
    errors:
      report.missingTables.length +
      certain +
      report.extraTables.length +
      (report.rootCause ? 1 : 0) +
      (tooFew ? 1 : 0),
    warnings: report.maskedDrift.length,
    unsure: uncertain > 0 || problems.length > 0,
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
  io.warn(`Wrote ${path}\n`);
}
