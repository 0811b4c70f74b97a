import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { baselineText } from '../core/analysis/baseline';
import type { Finding, LintDocument } from '../core/analysis/results';
import { count, manualText, place } from '../core/report/describe';
import { printable } from '../core/report/printable';
import type { Paint } from '../core/report/text';
import { toRelative } from '../project/diskFiles';
import { UserError } from '../project/userError';
import type { Analysis } from '../worker/api';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor } from './paint';
import { printableDocument } from './printable';
import { warnOfProblems } from './problems';
import { isUnsure } from './unsure';

/** `schema-gap lint [FILE…]`: migrations that are not safe to run again; `--fix` applies what is proven. */
export async function lintCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const files = chosenFiles(analysis, options, io);
  const fixed = options.fix ? await applyFixes(analysis, files, io) : 0;
  const { document, problems } = await analysis.lintFiles(files);
  if (options.writeBaseline) writeBaseline(analysis, document.findings, io);
  warnOfProblems(io, problems);
  if (options.json) writeJson(io, document);
  else io.write(printText(printableDocument(document), fixed, paintFor(io, options)));
  const level = (severity: Finding['severity']) =>
    document.findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: level('error'),
    warnings: level('warning'),
    unsure: isUnsure(document, problems, false),
  };
}

/** Writes the findings that are left into the baseline, beside those that it has: they are not told again. */
function writeBaseline(analysis: Analysis, findings: readonly Finding[], io: Io): void {
  const file = analysis.baseline();
  const path = join(analysis.root, file);
  writeFileSync(path, baselineText(analysis.textOf(file), findings));
  io.warn(`schema-gap: ${count(findings.length, 'finding')} added to ${printable(file)}\n`);
}

/** The files named, or those changed since a revision; null: those that the analysis finds worth it. */
function chosenFiles(analysis: Analysis, options: Options, io: Io): readonly string[] | null {
  if (options.since !== null) {
    const migrations = new Set(analysis.migrationFiles());
    return changedSince(analysis.root, options.since).filter((file) => migrations.has(file));
  }
  if (options.positionals.length === 0) return null;
  return options.positionals.map((file) => {
    const path = toRelative(analysis.root, resolve(io.cwd, file));
    if (analysis.textOf(path) === null)
      throw new UserError(
        'cannot-read',
        `${file} can't be read, or lies outside the application.`,
        'Name migration files of this application.',
      );
    return path;
  });
}

function changedSince(root: string, revision: string): readonly string[] {
  if (revision.startsWith('-'))
    throw new UserError(
      'wrong-arguments',
      `--since takes a git revision, not "${revision}".`,
      'For example: --since origin/main',
    );
  try {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const changed = git('diff', '--name-only', '--relative', '-z', '--diff-filter=d', revision, '--', '.');
    const untracked = git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
    return `${changed}${untracked}`.split('\0');
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
    throw new UserError(
      'git-failed',
      `git could not say what changed since ${revision}: ${why}`,
      'Check the revision, or name the files.',
    );
  }
}

/** Applies what is proven to the files that have findings. Gives how many fixes. */
async function applyFixes(analysis: Analysis, files: readonly string[] | null, io: Io): Promise<number> {
  let applied = 0;
  for (const file of await analysis.lintedFiles(files)) {
    const fixed = await analysis.fixAll(file);
    if (!fixed) continue;
    if (!writeText(join(analysis.root, file), fixed.text)) {
      io.warn(`schema-gap: ${printable(file)} is not UTF-8, so it was not changed.\n  Fix it by hand.\n`);
      continue;
    }
    analysis.changed([file]);
    applied += fixed.applied.length;
  }
  return applied;
}

const BOM = '\ufeff';

/** Writes a text, a byte order mark kept. False, and nothing written, where that would change other bytes. */
function writeText(path: string, text: string): boolean {
  const bytes = readFileSync(path);
  const before = bytes.toString('utf8');
  if (!Buffer.from(before).equals(bytes)) return false;
  writeFileSync(path, (before.startsWith(BOM) ? BOM : '') + text);
  return true;
}

function printText(document: LintDocument, fixed: number, color: Paint): string {
  const lines: string[] = [];
  // What only deserves a hint would bury what matters; --json has it.
  const shown = document.findings.filter(({ severity }) => severity !== 'hint');
  for (const finding of shown) {
    const level = color(finding.severity === 'error' ? 'red' : 'yellow', finding.severity);
    lines.push(
      `${color('cyan', `${place(finding)}:${finding.column}`)}  ${level}  ${finding.message}  ${color('dim', finding.rule)}`,
    );
    for (const fix of finding.fixes.filter((candidate) => candidate.proven))
      lines.push(`    fix: ${fix.title}`);
  }
  for (const unknown of document.unknown)
    lines.push(`${color('cyan', place(unknown))}  not known: ${unknown.reason}`);
  if (fixed > 0) lines.push(`${count(fixed, 'fix', 'fixes')} applied`);
  const hints = document.findings.length - shown.length;
  lines.push(count(shown.length, 'finding') + (hints > 0 ? `, and ${count(hints, 'hint')} in --json` : ''));
  const manual = manualText(document.fromTheManual);
  if (manual && document.findings.length > 0) lines.push(color('dim', manual));
  return `${lines.join('\n')}\n`;
}
