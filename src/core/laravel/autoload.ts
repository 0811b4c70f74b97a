import type { PhpFile } from '../php/run';
import type { Composer } from './composer';
import type { Files } from './files';

/** Finds the file of a class by its full name; null if the application has none. */
export type ClassFinder = (name: string) => PhpFile | null;

/** PSR-4 first, then the classmap's folders, by Composer's rules. */
export function classFinder(files: Files, composer: Composer): ClassFinder {
  let classmap: ReadonlyMap<string, string> | null = null;
  return (name) => {
    const wanted = name.replace(/^\\/, '');
    for (const [prefix, folder] of composer.autoload) {
      if (!wanted.startsWith(prefix)) continue;
      const file = `${folder}${wanted.slice(prefix.length).replaceAll('\\', '/')}.php`;
      const text = files.read(file);
      if (text !== null) return { file, text };
    }
    classmap ??= readClassmap(files, composer.classmap);
    const file = classmap.get(wanted.toLowerCase());
    const text = file === undefined ? null : files.read(file);
    return file === undefined || text === null ? null : { file, text };
  };
}

/**
 * Is it certain that PHP finds no such class? Its name is of the application's own, by its composer.json, and the folder
 * that stands for this part of its name is there without a file for it.
 */
export function isAbsentClass({ files, composer }: AutoloadParts, name: string): boolean {
  const owner = composer.ownPrefixes.find(([prefix]) => name.startsWith(prefix));
  if (!owner) return false;
  const [prefix, folder] = owner;
  const root = folder.replace(/\/+$/, '');
  if (root === '' || files.list(root).length === 0) return false;
  const parts = `${root}/${name.slice(prefix.length).replaceAll('\\', '/')}.php`.split('/');
  const base = parts.pop() ?? '';
  return !files.list(parts.join('/')).some((each) => each.toLowerCase() === base.toLowerCase());
}

interface AutoloadParts {
  readonly files: Files;
  readonly composer: Pick<Composer, 'ownPrefixes'>;
}

const MOST_FILES = 2000;

/** Class names declared in the classmap's files. Migrations are left out: they are loaded by name. */
function readClassmap(files: Files, paths: readonly string[]): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  const roots = paths.map((path) => path.replace(/\/+$/, ''));
  for (const [path, text] of phpFiles(files, roots, (path) => path !== 'database/migrations'))
    for (const name of declaredClasses(text)) classes.set(name.toLowerCase(), path);
  return classes;
}

/** The PHP files at these paths and in the folders below them, with their texts; not too many. */
export function* phpFiles(
  files: Files,
  paths: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): Generator<readonly [path: string, text: string]> {
  const pending = paths.filter(isWanted);
  for (let seen = 0; pending.length > 0 && seen < MOST_FILES; seen++) {
    const path = pending.pop() ?? '';
    if (path.endsWith('.php')) {
      yield [path, files.read(path) ?? ''];
      continue;
    }
    for (const name of files.list(path)) {
      const child = `${path}/${name.replace(/\/$/, '')}`;
      if (isWanted(child) && (name.endsWith('/') || name.endsWith('.php'))) pending.push(child);
    }
  }
}

/** The full names of the classes that a file declares, in the order written. */
export function declaredClasses(text: string): string[] {
  const namespace = /(?:^|<\?php)\s*namespace\s+([\w\\]+)/m.exec(text)?.[1];
  const pattern = /^\s*(?:(?:abstract|final|readonly)\s+)*(?:class|interface|trait|enum)\s+(\w+)/gm;
  return [...text.matchAll(pattern)].map((match) =>
    namespace ? `${namespace}\\${match[1]}` : (match[1] ?? ''),
  );
}
