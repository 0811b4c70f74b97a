import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyEdits } from '../core/analysis/edits';
import type { Finding, LintDocument } from '../core/analysis/results';
import { count, place } from '../core/report/describe';
import { toRelative } from '../project/diskFiles';
import { UserError } from '../project/userError';
import type { Analysis } from '../worker/analysis';
import { type Io, type Verdict, writeJson } from './io';
import type { Options } from './options';
import { paintFor, printable } from './paint';
import { warnOfProblems } from './problems';

/** `schema-gap lint [FILE…]`: migrations that are not safe to run again; `--fix` applies what is proven. */
export async function lintCommand(analysis: Analysis, options: Options, io: Io): Promise<Verdict> {
  const files = chosenFiles(analysis, options, io);
  const fixed = options.fix ? await fixAll(analysis, files) : 0;
  const { document, problems } = await analysis.lintFiles(files);
  warnOfProblems(io, problems);
  if (options.json) writeJson(io, document);
  else io.write(printText(document, fixed, options, io));
  const level = (severity: Finding['severity']) =>
    document.findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: level('error'),
    warnings: level('warning'),
    unsure: document.unknown.length > 0 || problems.length > 0,
  };
}

/** The files named, or those changed since a revision; null: those that the analysis finds worth it. */
function chosenFiles(analysis: Analysis, options: Options, io: Io): readonly string[] | null {
  if (options.since !== null) return changedSince(analysis.root, options.since);
  if (options.positionals.length === 0) return null;
  return options.positionals.map((file) => toRelative(analysis.root, resolve(io.cwd, file)));
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
    return `${changed}${untracked}`.split('\0').filter((file) => file.endsWith('.php'));
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
    throw new UserError(
      'git-failed',
      `git could not say what changed since ${revision}: ${why}`,
      'Check the revision, or name the files.',
    );
  }
}

/** Applies proven fixes, one at a time and looking again after each, until none is left. Gives how many. */
async function fixAll(analysis: Analysis, files: readonly string[] | null): Promise<number> {
  let applied = 0;
  for (const file of files ??
    (await analysis.lintFiles(null)).document.findings.map((finding) => finding.file)) {
    for (let round = 0; round < 200; round++) {
      const found = await analysis.lint(file);
      const fix = found?.findings.flatMap((finding) => finding.fixes).find((candidate) => candidate.proven);
      const text = analysis.textOf(file);
      if (!fix || text === null) break;
      writeFileSync(join(analysis.root, file), applyEdits(text, fix.edits));
      analysis.changed([file]);
      applied++;
    }
  }
  return applied;
}

function printText(document: LintDocument, fixed: number, options: Options, io: Io): string {
  const color = paintFor(io, options);
  const lines: string[] = [];
  for (const finding of document.findings) {
    const level = color(finding.severity === 'error' ? 'red' : 'yellow', finding.severity);
    lines.push(
      `${color('cyan', printable(`${place(finding)}:${finding.column}`))}  ${level}  ${printable(finding.message)}  ${color('dim', finding.rule)}`,
    );
    for (const fix of finding.fixes.filter((candidate) => candidate.proven))
      lines.push(`    fix: ${printable(fix.title)}`);
  }
  for (const unknown of document.unknown)
    lines.push(`${color('cyan', printable(place(unknown)))}  not known: ${printable(unknown.reason)}`);
  if (fixed > 0) lines.push(`${count(fixed, 'fix', 'fixes')} applied`);
  lines.push(count(document.findings.length, 'finding'));
  return `${lines.join('\n')}\n`;
}
