import type { Application } from '../../laravel/application';
import type { MigrationFile } from '../../laravel/migrations';
import { nodesOf } from '../../php/enclosing';
import { parseFile } from '../../php/parse';
import type { Draft } from '../draft';
import { say } from '../said';

/** The name that the `migrations` table would record. */
export const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.php$/, '');

/**
 * Why artisan does not run a file that holds a migration: it takes `*_*.php` directly in its folders, and of several with
 * one base name the last. (Illuminate/Database/Migrations/Migrator.php, getMigrationFiles)
 */
export function strangerDrafts(
  app: Application,
  migrations: readonly MigrationFile[],
  file: string,
): readonly Draft[] {
  const text = app.files.read(file);
  if (text === null || migrations.some((migration) => migration.file === file) || !holdsMigration(text))
    return [];
  const name = baseName(file);
  const folder = file.slice(0, file.lastIndexOf('/'));
  const other = migrations.find((migration) => migration.name === name);
  if (other)
    return [
      {
        ...draftOf(
          'same-base-name',
          say('artisan runs {0} in place of this: both have the same base name', other.file),
        ),
        related: [{ range: topOf(other.file), message: say('Runs in its place') }],
      },
    ];
  if (!name.includes('_'))
    return [draftOf('not-picked-up', say('artisan does not run this file: its name has no underscore'))];
  const parent = app.migrationPaths.find((path) => folder.startsWith(`${path}/`));
  if (parent !== undefined)
    return [
      draftOf(
        'not-picked-up',
        say(
          'artisan does not look into the folders below {0}: this runs only with --path={1}',
          parent,
          folder,
        ),
      ),
    ];
  return [];
}

function draftOf(rule: Draft['rule'], message: Draft['message']): Draft {
  return { rule, method: 'up', range: null, message, subject: '', statement: '', serverError: null };
}

/** Does a class of the file, named or not, extend a class called Migration? */
function holdsMigration(text: string): boolean {
  return nodesOf(parseFile('', text).children).some((node) => {
    if (node.kind !== 'class') return false;
    const { extends: parent } = node as { readonly extends?: { readonly name?: string } | null };
    return /(?:^|\\)Migration$/.test(parent?.name ?? '');
  });
}

const topOf = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });
