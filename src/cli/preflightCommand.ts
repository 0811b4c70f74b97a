import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FailureShape, PreflightDocument } from '../core/analysis/results';
import { count, failureText, manualText, place } from '../core/report/describe';
import type { Paint } from '../core/report/text';
import { UserError } from '../project/userError';
import type { Analysis, Problem } from '../worker/api';
import { anyDoubt } from '../worker/problems';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor } from './paint';
import { printableDocument } from './printable';
import { warnOfProblems } from './problems';
import { isUnsure } from './unsure';

/** `schema-gap preflight --on SOURCE`: what `artisan migrate` would do there now. */
export async function preflightCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  if (options.on === null)
    throw new UserError(
      'wrong-arguments',
      'preflight needs --on SOURCE.',
      'Name a dump, or env:NAME: the place to be migrated.',
    );
  const ran = options.ran === null ? null : readRan(resolve(io.cwd, options.ran), options.ran);
  const { document, problems } = await analysis.preflight(options.on, ran);
  warnOfProblems(io, problems);
  if (options.json) writeJson(io, document);
  else io.write(printText(printableDocument(document), problems, paintFor(io, options)));
  return {
    errors: document.fails ? 1 : 0,
    warnings: document.maskedDrift.length,
    unsure: isUnsure(document, problems, document.undecided.length > 0),
  };
}

/** Names of migrations that have run: one a line, or a JSON list; `.php` and folders are forgiven. */
function readRan(file: string, shown: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UserError(
      'cannot-read',
      `${shown} could not be read.`,
      'Give a file with one migration name a line, or a JSON list.',
    );
  }
  const lines: unknown = text.trimStart().startsWith('[') ? parseJson(text, shown) : text.split('\n');
  if (!Array.isArray(lines) || lines.some((line) => typeof line !== 'string'))
    throw new UserError(
      'cannot-read',
      `${shown} is no list of names.`,
      'Give one migration name a line, or a JSON list of strings.',
    );
  return (lines as string[])
    .map((line) =>
      line
        .trim()
        .replace(/^.*\//, '')
        .replace(/\.php$/, ''),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      'cannot-read',
      `${shown} is no valid JSON.`,
      'Give one migration name a line, or a JSON list of strings.',
    );
  }
}

function printText(document: PreflightDocument, problems: readonly Problem[], paint: Paint): string {
  const { ran, pending } = document;
  const recorded =
    ran === null || pending === null
      ? 'what has run is not known'
      : `${count(ran, 'migration')} recorded as run, ${pending} pending`;
  const lines = [`${paint('bold', document.on)}: ${recorded}`];
  const manual = manualText(document.fromTheManual);
  if (manual) lines.push(paint('dim', manual));
  const failure = (found: FailureShape) => {
    lines.push(`    ${paint('cyan', place(found))}`, `    ${found.statement}`);
    lines.push(`    ${paint('red', failureText(found))}`);
  };
  const fails = document.fails;
  if (fails) {
    lines.push(
      '',
      `  ${paint('bold', fails.migration)} fails after ${count(document.succeed.length + document.undecided.length, 'migration')}:`,
    );
    failure(fails);
    if (fails.leftBehind && fails.leftBehind.length > 0)
      lines.push(`    it leaves behind: ${fails.leftBehind.join(', ')}`);
    lines.push(
      `  ${count(document.neverAttempted.length, 'migration')} never attempted; ${count(document.blockedTables.length, 'table')} not made`,
    );
  } else if (document.undecided.length > 0)
    lines.push('', `  ${paint('yellow', 'could not tell whether all of them would run:')}`);
  else if ((pending ?? 0) > 0)
    lines.push(
      '',
      anyDoubt(problems)
        ? `  ${paint('yellow', 'could not tell whether all of them would run')}`
        : `  ${paint('green', 'all of them would run')}`,
    );
  if (document.undecided.length > 0) {
    if (fails)
      lines.push('', `  ${paint('yellow', 'artisan may stop before that: could not tell how these end')}`);
    for (const name of document.undecided) lines.push(`    ${name}`);
  }
  const others = document.collisions.slice(1);
  if (others.length > 0) {
    lines.push('', '  once that is repaired, these fail too:');
    for (const other of others) {
      lines.push(`  ${paint('bold', other.migration)}`);
      failure(other);
    }
  }
  for (const drift of document.maskedDrift)
    lines.push(
      '',
      `  ${paint('yellow', `a guard would hide this: ${drift.message}`)}`,
      `    ${paint('cyan', place(drift))}`,
    );
  for (const item of document.unknown)
    lines.push('', `  not known: ${paint('cyan', place(item))} ${item.reason}`);
  return `${lines.join('\n')}\n`;
}
