import { fitsStars } from '../php/wildcards';

/**
 * The application's files, as the core sees them: paths relative to the Laravel root, with `/`.
 * src/project implements it over the disk and unsaved editors; tests over a Map.
 */
export interface Files {
  /** The text of a file, or null if there is none (or it is no readable text). */
  read(path: string): string | null;
  /** The names directly in a folder: files as they are, folders with a `/` at the end; empty if there is no such folder. */
  list(folder: string): readonly string[];
}

/** A Files over a plain record; for tests and for single unsaved files. */
export function filesOf(record: Readonly<Record<string, string>>): Files {
  return {
    read: (path) => record[path] ?? null,
    list: (folder) => {
      const prefix = folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`;
      const names = new Set<string>();
      for (const path of Object.keys(record)) {
        if (!path.startsWith(prefix)) continue;
        const rest = path.slice(prefix.length);
        const slash = rest.indexOf('/');
        names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
      }
      return [...names].sort();
    },
  };
}

/** The paths that a pattern with `*` in some of its segments stands for, in the order of their names; without `*`, itself. */
export function expandPattern(files: Files, pattern: string): readonly string[] {
  let found = [''];
  for (const segment of pattern.split('/')) {
    const join = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);
    if (!segment.includes('*')) found = found.map((folder) => join(folder, segment));
    else {
      found = found.flatMap((folder) =>
        files
          .list(folder)
          .map((name) => name.replace(/\/$/, ''))
          .filter((name) => !name.startsWith('.') && fitsStars(segment, name))
          .map((name) => join(folder, name)),
      );
    }
  }
  return found;
}
