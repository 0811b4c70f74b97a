import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Files } from '../core/laravel/files';
import { MAX_DUMP_BYTES } from './dumps';

/** The application's files on disk, each read once until told that it changed, with unsaved editor texts on top. */
export interface DiskFiles extends Files {
  /** An editor's unsaved text; null: the disk counts again. */
  setText(path: string, text: string | null): void;
  /** Was this path asked for, and is the answer remembered? */
  wasRead(path: string): boolean;
  /** Forget everything that was read. */
  forget(): void;
  /** Reads files again that may have changed; gives those that had been read and are another text now. */
  refresh(paths: readonly string[]): readonly string[];
}

/** Larger files are no PHP that anybody wrote, and would only cost memory. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Laravel's squashed migrations are a dump, and may be as large as one. */
const SQUASHED = /[\\/]schema[\\/][^\\/]+\.(?:sql|dump)$/;

/** Files below `root`. A path that leads out of it does not exist. */
export function diskFiles(root: string): DiskFiles {
  const texts = new Map<string, string | null>();
  const folders = new Map<string, readonly string[]>();
  const unsaved = new Map<string, string>();

  const locate = (path: string): string | null => {
    const absolute = resolve(root, path);
    return absolute === root || absolute.startsWith(root + sep) ? absolute : null;
  };

  return {
    read(path) {
      const open = unsaved.get(path);
      if (open !== undefined) return open;
      let text = texts.get(path);
      if (text === undefined) {
        text = readText(locate(path));
        texts.set(path, text);
      }
      return text;
    },
    list(folder) {
      let names = folders.get(folder);
      if (!names) {
        names = readNames(locate(folder));
        folders.set(folder, names);
      }
      return names;
    },
    setText(path, text) {
      if (text === null) unsaved.delete(path);
      else unsaved.set(path, text);
    },
    wasRead: (path) => texts.has(path),
    forget() {
      folders.clear();
      texts.clear();
    },
    refresh(paths) {
      folders.clear();
      return paths.filter((path) => {
        const before = texts.get(path);
        if (before === undefined) return false;
        const now = readText(locate(path));
        texts.set(path, now);
        return now !== before;
      });
    },
  };
}

/** A path relative to the root with `/`, as the core names files. */
export function toRelative(root: string, path: string): string {
  return relative(root, resolve(root, path)).split(sep).join('/');
}

function readText(path: string | null): string | null {
  if (path === null) return null;
  try {
    // Before reading: a pipe may never end, and neither does a link to a device.
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > (SQUASHED.test(path) ? MAX_DUMP_BYTES : MAX_BYTES)) return null;
    const text = readFileSync(path, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return null;
  }
}

function readNames(path: string | null): readonly string[] {
  if (path === null) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => (isFolder(path, entry) ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** Links to folders count as folders: Laravel follows them, too. */
function isFolder(
  parent: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    readdirSync(join(parent, entry.name));
    return true;
  } catch {
    return false;
  }
}
