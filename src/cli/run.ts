import { findLaravelRoot } from '../project/root';
import { readWorkspaceSettings } from '../project/settings';
import { UserError } from '../project/userError';
import { type Analysis, createAnalysis } from '../worker/analysis';
import type { Io, Verdict } from './io';
import { lintCommand } from './lintCommand';
import { type Options, readOptions, USAGE } from './options';
import { preflightCommand } from './preflightCommand';
import { reportCommand } from './reportCommand';
import { rerunCommand } from './rerunCommand';
import { schemaCommand } from './schemaCommand';
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
    const { options } = invocation;
    const analysis = openAnalysis(options, io);
    return statusOf(await COMMANDS[options.command](analysis, options, io), options);
  } catch (error) {
    return explain(error, args, io);
  }
}

function openAnalysis(options: Options, io: Io): Analysis {
  const root = findLaravelRoot(options.project);
  if (root === null)
    throw new UserError(
      'no-laravel-application',
      `No Laravel application at or above ${options.project}.`,
      'Name its folder with --project (the one with artisan, or with composer.json and database/migrations).',
    );
  const { settings, problems } = readWorkspaceSettings(root);
  for (const problem of problems) io.warn(`schema-gap: ${problem}\n`);
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
  io.warn(`schema-gap: ${message}\n  ${hint}\n`);
  if (args.includes('--verbose') && error instanceof Error && error.stack) io.warn(`${error.stack}\n`);
  if (args.includes('--json')) io.write(`${JSON.stringify({ format: 1, error: { code, message, hint } })}\n`);
  return known && error.kind === 'unreachable' ? 3 : 2;
}
