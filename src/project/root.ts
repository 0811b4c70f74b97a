import { existsSync, readdirSync, statSync } from 'node:fs';
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

const SKIPPED = new Set(['node_modules', 'vendor', 'storage', 'public', 'tests', 'dist', 'out']);

/** Laravel roots at or below a folder, at most `depth` folders down; a root's inside is not searched again. */
export function findLaravelRootsBelow(folder: string, depth = 3): string[] {
  if (isLaravelRoot(folder)) return [folder];
  if (depth === 0) return [];
  return subfolders(folder).flatMap((name) => findLaravelRootsBelow(join(folder, name), depth - 1));
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder).filter(
      (name) => !name.startsWith('.') && !SKIPPED.has(name) && statSync(join(folder, name)).isDirectory(),
    );
  } catch {
    return [];
  }
}
