import { createProgram, type Program } from '../php/run';
import type { Session } from '../session/session';
import type { Application } from './application';
import type { EvaluateOptions } from './evaluate';
import { type LaravelRuntime, RUNTIME } from './runtime';
import { blueprintOf } from './schema/blueprintState';
import { hasHelper } from './since';
import { notesOf } from './turns';

/** Laravel's own state at the start of a run: what the service providers set up. */
export function newRuntime(
  app: Application,
  session: Session,
  options: EvaluateOptions = {},
): LaravelRuntime {
  return {
    application: app,
    session,
    switches: { ...app.providers.switches },
    macros: new Map(),
    askedProviders: new Set(),
    models: new Map(),
    configured: new Map(),
    boot: null,
    container: new Map(),
    defaultConnection: app.connections.default,
    blueprintResolver: null,
    connectionObjects: new Map(),
    doctrineMaps: new Set(),
    transactions: new Map(),
    passOver: options.passOver ?? new Set(),
    passOverUncaught: options.passOverUncaught ?? false,
    beforeEntry: options.beforeEntry ?? null,
    notes: options.repeatable ? notesOf(session) : null,
    blueprintConnection: app.connections.default,
  };
}

/** A PHP program that sees the application's files, classes and settings, and Laravel. */
export function newProgram(
  app: Application,
  runtime: LaravelRuntime,
  decisions: readonly boolean[],
  file: string,
): Program {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return createProgram({
    library: app.library,
    parsed: app.parsed,
    findClass: (name) => app.findClass(name) ?? (app.isAbsent(name) ? 'absent' : null),
    findFunction: (name) => {
      const found = app.findFunction(name);
      if (found === 'absent') runtime.session.reads.files.add('*');
      return found;
    },
    lacksFunction: (name) => hasHelper(app.laravel, name) === false,
    // PHP looks for a relative path beside the running script, too.
    readFile: (path) => app.files.read(path) ?? (path.startsWith('/') ? null : app.files.read(folder + path)),
    listFolder: (path) => {
      runtime.session.reads.files.add('*');
      return app.files.list(path.replace(/\/+$/, ''));
    },
    isUtc: (app.config.get('app.timezone') ?? 'UTC') === 'UTC',
    phpLeast: app.phpLeast,
    decisions,
    onEscape: (object, unknown) => {
      blueprintOf(object)?.taints.push(unknown);
    },
    context: new Map<string, unknown>([
      [RUNTIME, runtime],
      ['env', app.env],
      ['config', app.config],
      ['session', runtime.session],
    ]),
  });
}
