import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMAT } from '../core/analysis/results';
import { printable } from '../core/report/printable';
import { findLaravelRoot } from '../project/root';
import { readWorkspaceSettings } from '../project/settings';
import { UserError } from '../project/userError';
import { createAnalysis } from '../worker/analysis';
import type { Analysis } from '../worker/api';
import { type Io, type Verdict, writeJson } from './io';
import { lintCommand } from './lintCommand';
import { type Options, readOptions, USAGE } from './options';
import { preflightCommand } from './preflightCommand';
import { reportCommand } from './reportCommand';
import { rerunCommand } from './rerunCommand';
import { schemaCommand } from './schemaCommand';
import { withSourcePaths } from './sourcePaths';
import { VERSION } from './version';

const COMMANDS: Readonly<
  Record<Options['command'], (analysis: Analysis, options: Options, io: Io) => Promise<Verdict>>
> = {
  schema: schemaCommand,
  report: reportCommand,
  lint: lintCommand,
  rerun: rerunCommand,
  preflight: preflightCommand,
};

/** Runs the command line once and gives its exit status (CLI: 0 fine, 1 findings, 2 wrong call, 3 unreachable, 4 could not tell). */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  try {
    const invocation = readOptions(args, io.cwd);
    if (invocation.kind === 'help') {
      io.write(USAGE);
      return 0;
    }
    if (invocation.kind === 'version') {
      io.write(`schema-gap ${VERSION}\n`);
      return 0;
    }
    const root = projectRoot(invocation.options.project, io.cwd);
    const options = withSourcePaths(invocation.options, io.cwd, root);
    const analysis = openAnalysis(root, options, io);
    return statusOf(await COMMANDS[options.command](analysis, options, io), options);
  } catch (error) {
    return explain(error, args, io);
  }
}

/** A folder that is not there is a mistake, even where one above it has an application. */
function projectRoot(project: string, cwd: string): string {
  const from = resolve(cwd, project);
  if (!statSync(from, { throwIfNoEntry: false }))
    throw new UserError(
      'no-such-folder',
      `There is no folder ${project}.`,
      'Name the application’s folder with --project.',
    );
  const root = findLaravelRoot(from);
  if (root === null)
    throw new UserError(
      'no-laravel-application',
      `No Laravel application at or above ${project}.`,
      'Name its folder with --project (the one with artisan, or with composer.json and database/migrations).',
    );
  return root;
}

function openAnalysis(root: string, options: Options, io: Io): Analysis {
  const { settings, problems } = readWorkspaceSettings(root);
  for (const problem of problems) io.warn(`schema-gap: ${printable(problem)}\n`);
  return createAnalysis(root, {
    ...settings,
    expected: options.expected ?? settings.expected,
    actual: options.actual ?? (options.command === 'preflight' ? options.on : null) ?? settings.actual,
    serverOverride: options.server,
    laravel: options.laravel ?? settings.laravel,
    migrationPaths: [...settings.migrationPaths, ...options.path],
    useSchemaDump: settings.useSchemaDump && !options.noDump,
  });
}

function statusOf(verdict: Verdict, { failOn }: Options): number {
  if (failOn === 'never') return 0;
  if (verdict.errors > 0 || (failOn === 'warning' && verdict.warnings > 0)) return 1;
  return verdict.unsure ? 4 : 0;
}

/** Says what went wrong in one or two lines; the stack only with --verbose. */
function explain(error: unknown, args: readonly string[], io: Io): number {
  const known = error instanceof UserError;
  const message = error instanceof Error ? error.message : String(error);
  const code = known ? error.code : 'internal-error';
  const hint = known
    ? error.hint
    : 'This is a mistake in Schema Gap: please report it with the output of --verbose.';
  io.warn(`schema-gap: ${printable(message)}\n  ${printable(hint)}\n`);
  if (args.includes('--verbose') && error instanceof Error && error.stack) io.warn(`${error.stack}\n`);
  if (args.includes('--json')) writeJson(io, { format: FORMAT, error: { code, message, hint } });
  return known && error.kind === 'unreachable' ? 3 : 2;
}
