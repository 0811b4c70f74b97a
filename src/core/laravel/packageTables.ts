import type { Application } from './application';
import { listMigrations } from './migrations';

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
export function tableElsewhere(app: Application, table: string): string | null {
  const suspects = app.discoveredPackages.filter((name) => mayHaveTables(app, name));
  if (suspects.length === 0 || madeByApplication(app, table)) return null;
  const names = suspects.length > 3 ? `${suspects.length} packages` : suspects.join(', ');
  return `whether ${table} exists: no migration of the application makes it, but ${names} may`;
}

function mayHaveTables({ files }: Application, name: string): boolean {
  if (WITHOUT_TABLES.has(name)) return false;
  const folder = `vendor/${name}`;
  const installed = files.list(folder).length > 0;
  return !installed || FOLDERS.some((each) => files.list(`${folder}/${each}`).length > 0);
}

function madeByApplication(app: Application, table: string): boolean {
  const { prefix } = app;
  const bare = prefix !== '' && table.startsWith(prefix) ? table.slice(prefix.length) : table;
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const makes = new RegExp(
    `(?:create|rename)\\s*\\([^;]{0,80}['"]${escaped}['"]|create\\s+table[^;]{0,40}\\b${escaped}\\b`,
    'i',
  );
  return (
    app.schemaDumps.some(({ file }) => app.files.read(file)?.includes(`\`${table}\``)) ||
    listMigrations(app).some(({ file }) => makes.test(app.files.read(file) ?? ''))
  );
}
