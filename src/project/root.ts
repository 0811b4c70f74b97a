import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Is this folder the root of a Laravel application? */
export function isLaravelRoot(folder: string): boolean {
  return (
    existsSync(join(folder, 'artisan')) ||
    (existsSync(join(folder, 'composer.json')) && existsSync(join(folder, 'database/migrations')))
  );
}

/** The Laravel root at or above a folder (or file), or null. */
export function findLaravelRoot(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isLaravelRoot(folder)) return folder;
    if (dirname(folder) === folder) return null;
  }
}
