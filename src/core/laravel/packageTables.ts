import type { Application } from './application';
import { listMigrations } from './migrations';
import type { LaravelRuntime } from './runtime';

/**
 * Packages whose service provider is discovered but that bring no tables: nearly every application has some of them.
 */
const WITHOUT_TABLES = new Set(
  `barryvdh/laravel-debugbar barryvdh/laravel-ide-helper facade/ignition fideloper/proxy fruitcake/laravel-cors
  inertiajs/inertia-laravel laravel/boost laravel/breeze laravel/mcp laravel/pail laravel/roster laravel/sail
  laravel/socialite laravel/tinker laravel/ui livewire/livewire nesbot/carbon nunomaduro/collision nunomaduro/termwind
  spatie/laravel-ignition tightenco/ziggy`.split(/\s+/),
);

/** Where packages keep migrations that their provider loads. */
const FOLDERS = [
  'database/migrations',
  'migrations',
  'src/database/migrations',
  'src/Database/Migrations',
  'src/migrations',
];

/**
 * Why a table may be there although no migration that we see has made it: packages load migrations of their own, and
 * no migration or squashed dump of the application makes such a table. null where nothing like that is known.
 */
export function tableElsewhere(runtime: LaravelRuntime, table: string): string | null {
  const app = runtime.application;
  const suspects = app.discoveredPackages.filter((name) => mayHaveTables(app, name));
  if (suspects.length === 0 || madeByApplication(runtime, table)) return null;
  const names = suspects.length > 3 ? `${suspects.length} packages` : suspects.join(', ');
  return `whether ${table} exists: no migration of the application makes it, but ${names} may`;
}

function mayHaveTables({ files }: Application, name: string): boolean {
  if (WITHOUT_TABLES.has(name)) return false;
  const folder = `vendor/${name}`;
  const installed = files.list(folder).length > 0;
  return !installed || FOLDERS.some((each) => files.list(`${folder}/${each}`).length > 0);
}

/** The migrations' texts, read once in a run: many statements of one may ask. */
const texts = new WeakMap<LaravelRuntime, readonly string[]>();

function textsOf(runtime: LaravelRuntime): readonly string[] {
  const { application } = runtime;
  const found =
    texts.get(runtime) ?? listMigrations(application).map(({ file }) => application.files.read(file) ?? '');
  texts.set(runtime, found);
  return found;
}

function madeByApplication(runtime: LaravelRuntime, table: string): boolean {
  const { application } = runtime;
  const { prefix, files, schemaDumps } = application;
  const bare = prefix !== '' && table.startsWith(prefix) ? table.slice(prefix.length) : table;
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const makes = new RegExp(
    `(?:create|rename)\\s*\\([^;]{0,80}['"]${escaped}['"]|create\\s+table[^;]{0,40}\\b${escaped}\\b`,
    'i',
  );
  return (
    schemaDumps.some(({ file }) => files.read(file)?.includes(`\`${table}\``)) ||
    textsOf(runtime).some((text) => makes.test(text))
  );
}
