import { inheritedDoubt, restsOn } from '../core/analysis/doubts';
import type { ReplayStep } from '../core/analysis/replay';
import { parseFile } from '../core/php/parse';
import { UserError } from '../project/userError';
import type { Problem } from './api';

/** Problems that are worth a word, and leave every answer as certain as it was. */
const HARMLESS: ReadonlySet<string> = new Set(['no-such-folder']);

/** Does one of the problems keep the answer from being certain? */
export function anyDoubt(problems: readonly Problem[]): boolean {
  return problems.some((problem) => !HARMLESS.has(problem.code));
}

/** An error as a problem to show beside the rest. */
export function problemOf(error: unknown, file: string | null): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof UserError;
  return {
    code: known ? error.code : 'internal-error',
    message,
    hint: known ? error.hint : '',
    file,
    line: null,
  };
}

export function rowsProblem(source: string): Problem {
  return {
    code: 'migrations-rows-missing',
    message: `${source} does not tell what has run there: the rows of the table of migrations are missing.`,
    hint: 'Dump that table with its data, or give the names with --ran.',
    file: null,
    line: null,
  };
}

export function noMigration(file: string): Problem {
  return {
    code: 'no-migration',
    message: `${file} is no migration that Laravel would run.`,
    hint: 'Laravel takes files named *_*.php directly in a migration folder; name further folders with --path.',
    file,
    line: null,
  };
}

/** `2026_01_01_000000_x.php/`: artisan takes it for a migration and stops before it runs any. */
export function folderProblem(folder: string): Problem {
  return {
    code: 'folder-as-migration',
    message: `${folder} is a folder, but named like a migration: artisan stops at it (FileNotFoundException).`,
    hint: 'Rename it, or move it out of the migration folder.',
    file: folder,
    line: null,
  };
}

export function emptyFolder(path: string): Problem {
  return {
    code: 'no-such-folder',
    message: `${path}: there is no such folder with migrations.`,
    hint: 'Folders given by --path or schemaGap.migrationPaths count from the application’s root.',
    file: null,
    line: null,
  };
}

/** A migration that can't be read is a problem to show, not a finding. */
export function unknownProblem({ migration, text, trace, before }: ReplayStep): Problem | null {
  const { outcome } = trace;
  if (outcome.kind !== 'unknown') return null;
  const error = text === null ? null : parseFile(migration.file, text).error;
  if (error)
    return {
      code: 'unreadable',
      message: outcome.reason,
      hint: 'PHP would not read this file either.',
      file: migration.file,
      line: error.range.line,
    };
  const taint = inheritedDoubt(trace, before);
  return {
    code: taint ? 'rests-on-unknown' : 'not-known',
    message: taint ? restsOn(taint) : outcome.reason,
    hint: 'What this migration does is not known, and neither is what rests on it.',
    file: migration.file,
    line: outcome.range?.line ?? null,
  };
}
