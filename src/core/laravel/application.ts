import { type ParseCache, parseCache } from '../php/parse';
import type { NativeLibrary, PhpFile } from '../php/run';
import type { Value } from '../php/values';
import { type ClassFinder, classFinder, isAbsentClass } from './autoload';
import { type Composer, readComposer } from './composer';
import { type Config, configWith, openConfig } from './config';
import { configFolder } from './configFolder';
import { type Connections, connectionsOf } from './connections';
import { parseDotenv } from './dotenv';
import type { Files } from './files';
import { type FunctionFinder, functionFinder } from './functions';
import { laravelLibrary } from './library';
import { NO_PROVIDERS, type Providers, readProviders } from './providers';
import type { LaravelVersion } from './version';

export interface ApplicationOptions {
  /** `11.57`; null: from composer.lock. */
  readonly laravel?: string | null;
  /** Further folders with migrations, relative to the root. */
  readonly migrationPaths?: readonly string[];
  /** The environment file whose values `env()` gives; `.env` if absent. */
  readonly envFile?: string;
}

/** A Laravel application as far as its migrations can see it. Made anew when one of the files that it read changes. */
export interface Application {
  readonly files: Files;
  readonly laravel: LaravelVersion;
  readonly laravelFrom: Composer['laravelFrom'];
  /** The oldest PHP that composer.json and this Laravel allow, as PHP_VERSION_ID tells it. */
  readonly phpLeast: number;
  /** doctrine/dbal is installed. */
  readonly doctrine: boolean;
  readonly env: ReadonlyMap<string, string>;
  readonly config: Config;
  readonly connections: Connections;
  /** The default connection's name and table prefix. */
  readonly defaultConnection: string;
  readonly prefix: string;
  /** The name of the table that records migrations. */
  readonly migrationsTable: string;
  /** Folders with migrations, in Laravel's order: packages' and providers' first come last. */
  readonly migrationPaths: readonly string[];
  /** The squashed dumps that there are. */
  readonly schemaDumps: readonly SchemaDump[];
  readonly providers: Providers;
  readonly findClass: ClassFinder;
  /** Is it certain that there is no class of the name? */
  readonly isAbsent: (name: string) => boolean;
  /** Where a function is that neither Laravel nor PHP has. */
  readonly findFunction: FunctionFinder;
  readonly discoveredPackages: Composer['discoveredPackages'];
  readonly unseenPackages: Composer['unseenPackages'];
  readonly packageProviders: Composer['packageProviders'];
  readonly library: NativeLibrary;
  readonly parsed: ParseCache;
}

/** `database/schema/mysql-schema.sql`: loaded before the first migration runs on an empty database. */
export interface SchemaDump {
  readonly connection: string;
  readonly file: string;
}

const MIGRATIONS = 'database/migrations';

/** Reads what decides how an application's migrations run. Nothing of the application is executed but evaluated. */
export function openApplication(files: Files, options: ApplicationOptions = {}): Application {
  const composer = readComposer(files, options.laravel ?? null);
  const env = parseDotenv(files.read(options.envFile ?? '.env') ?? files.read('.env.example') ?? '');
  const parsed = parseCache();
  const library = laravelLibrary;
  const findClass = classFinder(files, composer);
  const { discoveredPackages: packages, unseenPackages } = composer;
  const reading = {
    files,
    env,
    parsed,
    library,
    laravel: composer.laravel,
    findClass,
    packages,
    unseenPackages,
  };
  const config = openConfig({ ...reading, folder: configFolder(reading) });
  const connections = connectionsOf(config);
  const bare: Application = {
    ...{ files, env, parsed, library, config, connections, findClass },
    laravel: composer.laravel,
    laravelFrom: composer.laravelFrom,
    phpLeast: composer.phpLeast,
    doctrine: composer.doctrine,
    isAbsent: (name) => isAbsentClass({ files, composer }, name),
    findFunction: functionFinder(files, composer),
    discoveredPackages: composer.discoveredPackages,
    unseenPackages,
    packageProviders: composer.packageProviders,
    defaultConnection: connections.default,
    prefix: connections.byName.get(connections.default)?.prefix ?? '',
    migrationsTable: migrationsTable(config.get('database.migrations')),
    migrationPaths: [MIGRATIONS],
    schemaDumps: schemaDumps(files),
    providers: NO_PROVIDERS,
  };
  return booted(bare, options);
}

/** The application with what its service providers set up. */
function booted(bare: Application, options: ApplicationOptions): Application {
  const providers = readProviders(bare);
  const config = configWith(bare.config, providers.configured);
  const connections = providers.configured.has('database') ? connectionsOf(config) : bare.connections;
  return {
    ...bare,
    ...{ config, connections, providers },
    defaultConnection: connections.default,
    prefix: connections.byName.get(connections.default)?.prefix ?? '',
    migrationsTable: migrationsTable(config.get('database.migrations')),
    migrationPaths: [
      ...new Set([MIGRATIONS, ...providers.migrationPaths, ...(options.migrationPaths ?? [])]),
    ],
  };
}

function migrationsTable(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value?.kind === 'array') {
    const table = value.entries.get('table');
    if (typeof table === 'string') return table;
  }
  return 'migrations';
}

function schemaDumps(files: Files): SchemaDump[] {
  return files.list('database/schema').flatMap((name) => {
    const match = /^(.+)-schema\.(sql|dump)$/.exec(name);
    return match?.[1] === undefined ? [] : [{ connection: match[1], file: `database/schema/${name}` }];
  });
}

export type { PhpFile };
