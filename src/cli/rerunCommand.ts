import { manualText } from '../core/report/describe';
import type { Analysis } from '../worker/api';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor } from './paint';
import { printableDocument } from './printable';
import { warnOfProblems } from './problems';
import { isUnsure } from './unsure';

/** `schema-gap rerun`: every `up()` a second time, straight after its first run or on the finished schema. */
export async function rerunCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const { document, problems } = await analysis.rerun(options.on === 'final' ? 'final' : 'after');
  warnOfProblems(io, problems);
  const failing = document.migrations.filter((migration) => migration.outcome === 'error');
  const unsure = document.migrations.filter((migration) => migration.outcome === 'unknown');
  if (options.json) writeJson(io, document);
  else {
    const paint = paintFor(io, options);
    const tones = { ok: 'green', error: 'red', unknown: 'yellow' } as const;
    for (const { name, outcome, serverError, reason } of printableDocument(document).migrations) {
      const said = serverError ? `${serverError.code} ${serverError.message}` : (reason ?? '');
      io.write(`${paint(tones[outcome], outcome.padEnd(7))} ${name}  ${paint('dim', said)}\n`);
    }
    const ok = document.migrations.length - failing.length - unsure.length;
    io.write(`${ok} would run again, ${failing.length} would fail, ${unsure.length} not known\n`);
    const manual = manualText(document.fromTheManual);
    if (manual) io.write(`${paint('dim', manual)}\n`);
  }
  return {
    errors: failing.length,
    warnings: 0,
    unsure: isUnsure({ unknown: [] }, problems, unsure.length > 0),
  };
}
