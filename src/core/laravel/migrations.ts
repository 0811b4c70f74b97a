import type { Application } from './application';
import { expandPattern } from './files';

/** A migration file; `name` is what the `migrations` table records: the base name without `.php`. */
export interface MigrationFile {
  readonly name: string;
  /** Relative to the root. */
  readonly file: string;
}

/**
 * All migrations in the order in which artisan runs them: `*_*.php` directly in each folder, keyed by base name (a
 * later folder's file takes the place of an earlier one's), sorted by base name.
 * (Illuminate/Database/Migrations/Migrator.php, getMigrationFiles)
 */
export function listMigrations(app: Application, furtherPaths: readonly string[] = []): MigrationFile[] {
  const byName = new Map<string, MigrationFile>();
  // The application's own folder comes last in Laravel's list, after the packages' and the ones given.
  const [own = '', ...others] = app.migrationPaths;
  for (const path of [...others, ...furtherPaths, own]) {
    for (const file of migrationsIn(app, path)) {
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.php$/, '');
      byName.set(name, { name, file });
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function migrationsIn(app: Application, path: string): string[] {
  return expandPattern(app.files, path.replace(/\/+$/, '')).flatMap((folder) => filesIn(app, folder));
}

function filesIn(app: Application, folder: string): string[] {
  if (folder.endsWith('.php')) return app.files.read(folder) === null ? [] : [folder];
  // A glob's `*` matches no leading dot.
  return app.files
    .list(folder)
    .filter((name) => /^[^.].*_.*\.php$/.test(name) || /^_.*\.php$/.test(name))
    .map((name) => `${folder}/${name}`);
}
