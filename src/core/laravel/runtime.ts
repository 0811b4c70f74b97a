import type { Interpreter } from '../php/classes';
import { isArray, type PhpObject, type Value } from '../php/values';
import type { ServerProfile } from '../schema/server';
import type { Rows } from '../session/rows';
import type { Session } from '../session/session';
import { databaseOf } from '../session/session';
import type { World } from '../session/trace';
import type { Application } from './application';
import { setValue } from './config';
import { isModelled, placeOf, connectionConfig as readConnection } from './connections';
import type { BootedModel } from './eloquent/events';
import type { BuilderSwitches, ConnectionConfig, Flavour } from './schema/flavour';
import type { Notes } from './turns';

/** What one run of a migration has beside the PHP program: the application, the session, and Laravel's own state. */
export interface LaravelRuntime {
  readonly application: Application;
  readonly session: Session;
  readonly switches: BuilderSwitches;
  /** Macros by class name and method, both in lower case. */
  readonly macros: Map<string, Map<string, Value>>;
  /** Providers that were asked for their macros already. */
  readonly askedProviders: Set<string>;
  /** Model classes that this run has booted, by name. */
  readonly models: Map<string, BootedModel>;
  /** `config([...])`, `Config::set`: whole sections of the configuration by name. */
  readonly configured: Map<string, Value>;
  /** What booting the service providers has collected; null in the run of a migration. */
  readonly boot: Boot | null;
  /** Objects and closures bound or made in the container, by lower-case name. */
  readonly container: Map<string, Value>;
  /** `DB::setDefaultConnection`, the migration's own `$connection`. */
  defaultConnection: string;
  /** Types of the server that doctrine/dbal was told of in this run. */
  readonly doctrineMaps: Set<string>;
  /** `Schema::blueprintResolver`. */
  blueprintResolver: Value;
  /** Statements that `DB::pretend`, `DB::listen` and their like look at: not followed. */
  readonly connectionObjects: Map<string, PhpObject>;
  /** Open transactions by connection. */
  readonly transactions: Map<string, Transaction>;
  /** Errors of statements with these numbers in the trace are passed over. */
  readonly passOver: ReadonlySet<number>;
  /** So are all that the code surely does not catch. */
  readonly passOverUncaught: boolean;
  beforeEntry: ((world: World) => void) | null;
  /** What the code does with the world, where that is noted. */
  readonly notes: Notes | null;
  /** The connection of the Blueprint being made. */
  blueprintConnection: string;
}

/** What service providers do at boot that outlasts them. */
export interface Boot {
  /** Folders given to `loadMigrationsFrom` or the migrator. */
  readonly migrationPaths: Value[];
  /** Providers that were registered, by lower-case name, in order. */
  readonly providers: Map<string, PhpObject>;
}

export interface Transaction {
  level: number;
  /** The rows of the database where each level began. */
  readonly before: (Rows | null)[];
  /** False once the server has committed it on its own, before a statement that changes the schema. */
  active: boolean;
}

export const RUNTIME = 'laravel';

export function runtimeOf(php: Interpreter): LaravelRuntime {
  const runtime = php.context.get(RUNTIME);
  if (!runtime) throw new Error('this program was started without a Laravel runtime');
  return runtime as LaravelRuntime;
}

/** The runtime, or null in programs that only read configuration. */
export function maybeRuntime(php: Interpreter): LaravelRuntime | null {
  return (php.context.get(RUNTIME) as LaravelRuntime | undefined) ?? null;
}

/** The configuration of a connection by name; throws what Laravel throws for a name that is not configured. */
export function connectionConfig(php: Interpreter, name: string): ConnectionConfig {
  const { application } = runtimeOf(php);
  const config = application.connections.byName.get(name) ?? madeConnection(php, name);
  if (config) return config;
  return php.throw('InvalidArgumentException', `Database connection [${name}] not configured.`);
}

/** The World's name of a connection, or null where its driver is not modelled. */
export function worldKey(php: Interpreter, name: string): string | null {
  const config = connectionConfig(php, name);
  const { byName, keyOf } = runtimeOf(php).application.connections;
  if (!isModelled(config)) return null;
  if (byName.has(name)) return keyOf(name);
  const there = [...byName.values()].find((each) => isModelled(each) && placeOf(each) === placeOf(config));
  return there ? keyOf(there.name) : null;
}

/** A connection that the run itself has put into the configuration. */
function madeConnection(php: Interpreter, name: string): ConnectionConfig | null {
  const entry = setValue(runtimeOf(php).configured, `database.connections.${name}`) ?? null;
  return isArray(entry) ? readConnection(name, entry.entries) : null;
}

export function serverOf(php: Interpreter, name: string): ServerProfile | null {
  const key = worldKey(php, name);
  return key === null ? null : (databaseOf(runtimeOf(php).session, key)?.server ?? null);
}

/** What decides the text of statements on a connection. */
export function flavourOf(php: Interpreter, name: string): Flavour {
  const { application, session } = runtimeOf(php);
  const connection = connectionConfig(php, name);
  const server = serverOf(php, name) ?? databaseOf(session, session.defaultConnection)?.server;
  if (!server) throw new Error(`the World has no connection ${name}`);
  return {
    laravel: application.laravel,
    driver: connection.driver === 'mariadb' ? 'mariadb' : 'mysql',
    server,
    connection,
    doctrine: application.doctrine,
  };
}
