import { parseArgs } from 'node:util';
import { UserError } from '../project/userError';

export type Command = 'schema' | 'report' | 'lint' | 'rerun' | 'preflight';
export type FailOn = 'error' | 'warning' | 'never';

export interface Options {
  readonly command: Command;
  readonly positionals: readonly string[];
  readonly project: string;
  readonly path: readonly string[];
  readonly noDump: boolean;
  readonly server: string | null;
  readonly laravel: string | null;
  readonly failOn: FailOn;
  readonly json: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
  readonly stopAtFailure: boolean;
  readonly statements: boolean;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly html: string | null;
  readonly markdown: string | null;
  readonly minTables: number | null;
  readonly fix: boolean;
  readonly writeBaseline: boolean;
  readonly since: string | null;
  readonly on: string | null;
  readonly ran: string | null;
}

const GLOBAL = {
  project: { type: 'string' },
  path: { type: 'string', multiple: true },
  'no-dump': { type: 'boolean' },
  server: { type: 'string' },
  laravel: { type: 'string' },
  'fail-on': { type: 'string' },
  json: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Flag = { readonly type: 'string' | 'boolean' };

/** What each command takes beside the global options, and how many arguments. */
const COMMANDS: Readonly<
  Record<Command, { readonly flags: Readonly<Record<string, Flag>>; readonly most: number }>
> = {
  schema: { flags: { 'stop-at-failure': { type: 'boolean' }, statements: { type: 'boolean' } }, most: 1 },
  report: {
    flags: {
      expected: { type: 'string' },
      actual: { type: 'string' },
      html: { type: 'string' },
      markdown: { type: 'string' },
      'min-tables': { type: 'string' },
    },
    most: 0,
  },
  lint: {
    flags: { fix: { type: 'boolean' }, 'write-baseline': { type: 'boolean' }, since: { type: 'string' } },
    most: Number.POSITIVE_INFINITY,
  },
  rerun: { flags: { on: { type: 'string' } }, most: 0 },
  preflight: { flags: { on: { type: 'string' }, ran: { type: 'string' } }, most: 0 },
};

export const USAGE = `schema-gap: knows what MySQL and MariaDB will do with your Laravel migrations

  schema-gap schema    [SOURCE] [--stop-at-failure] [--statements]
                                                           the schema of a source (and what makes it)
  schema-gap report    [--expected SOURCE] [--actual SOURCE] [--html F] [--markdown F] [--min-tables N]
  schema-gap lint      [FILE...] [--fix] [--since REF] [--write-baseline]
                                                           what would hurt: second runs, rollbacks, order, keys
  schema-gap rerun     [--on after|final]                  run each migration's up() a second time, in the model
  schema-gap preflight --on SOURCE [--ran FILE]            run the pending migrations, in the model

SOURCE is "migrations", the path of a .sql or .sql.gz file (FILE#database for a dump of several),
or env:NAME (.env.NAME; "env:" is .env).

  --project DIR       the application (default: here; the Laravel root is found upwards)
  --path GLOB         further migration folders; may be given again     --no-dump   leave database/schema out
  --server NAME       mysql-8.4, mariadb-10.11, ...                     --laravel VERSION   such as 11.57
  --fail-on LEVEL     error (default), warning or never
  --json  --no-color  --verbose  --help  --version

Exit status: 0 fine, 1 findings, 2 wrong call, 3 an environment can't be reached, 4 could not tell.
`;

export type Invocation =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** Reads the arguments after the program's name. Throws a UserError that names what is wrong with them. */
export function readOptions(args: readonly string[], cwd: string): Invocation {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help')
    return { kind: 'help' };
  if (first === '--version') return { kind: 'version' };
  if (!Object.hasOwn(COMMANDS, first))
    throw new UserError(
      'unknown-command',
      `There is no command "${first}".`,
      'schema-gap --help lists the commands.',
    );
  const command = first as Command;
  const { flags, most } = COMMANDS[command];
  const { values, positionals } = parse(command, rest, flags);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (positionals.length > most)
    throw wrong(`"${command}" does not take the argument "${positionals[most]}".`);
  const text = (name: string) => (values[name] as string | undefined) ?? null;
  const failOn = text('fail-on') ?? 'error';
  if (!isFailOn(failOn)) throw wrong(`--fail-on is error, warning or never, not "${failOn}".`);
  const on = text('on');
  if (command === 'rerun' && on !== null && on !== 'after' && on !== 'final')
    throw wrong(`rerun --on is after or final, not "${on}".`);
  return {
    kind: 'run',
    options: {
      command,
      positionals,
      project: text('project') ?? cwd,
      path: (values.path as string[] | undefined) ?? [],
      noDump: values['no-dump'] === true,
      server: text('server'),
      laravel: text('laravel'),
      failOn,
      json: values.json === true,
      color: values['no-color'] !== true,
      verbose: values.verbose === true,
      stopAtFailure: values['stop-at-failure'] === true,
      statements: values.statements === true,
      expected: text('expected'),
      actual: text('actual'),
      html: text('html'),
      markdown: text('markdown'),
      minTables: wholeNumber('--min-tables', text('min-tables')),
      fix: values.fix === true,
      writeBaseline: values['write-baseline'] === true,
      since: text('since'),
      on,
      ran: text('ran'),
    },
  };
}

function parse(command: Command, args: readonly string[], flags: Readonly<Record<string, Flag>>) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...GLOBAL, ...flags },
      allowPositionals: true,
      strict: true,
    }) as {
      values: Record<string, unknown>;
      positionals: string[];
    };
  } catch (error) {
    const message = error instanceof Error ? error.message.split(/[.\n] ?To specify/)[0] : String(error);
    throw wrong(`${command}: ${message}`);
  }
}

function isFailOn(value: string): value is FailOn {
  return value === 'error' || value === 'warning' || value === 'never';
}

function wholeNumber(name: string, text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw wrong(`${name} takes a whole number, not "${text}".`);
  return Number(text);
}

function wrong(message: string): UserError {
  return new UserError('wrong-arguments', message, 'schema-gap --help shows the options.');
}
