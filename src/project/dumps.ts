import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A dump file of the application: its path relative to the root, and what tells one state of it from another. */
export interface DumpFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: number;
}

/** Where people leave dumps; the root itself first. `database/schema` is Laravel's own squash and not one of these. */
const FOLDERS = [
  '',
  'database',
  'database/dumps',
  'dumps',
  'dump',
  'backup',
  'backups',
  'storage/dumps',
  'storage/backups',
  'sql',
];

const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;

/** The `.sql` and `.sql.gz` files in the usual places, sorted by path. */
export function findDumps(root: string): DumpFile[] {
  return FOLDERS.flatMap((folder) => dumpsIn(root, folder)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function dumpsIn(root: string, folder: string): DumpFile[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder));
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.sql(\.gz)?$/i.test(name))
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = statSync(join(root, path), { throwIfNoEntry: false });
      return stat?.isFile() ? [{ path, bytes: stat.size, modified: stat.mtimeMs }] : [];
    });
}

export type DumpText =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | { readonly kind: 'unreadable'; readonly message: string; readonly hint: string };

/** Identity of a file's state, without reading it; null if it is not there. */
export function dumpStamp(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size}:${stat.mtimeMs}:${stat.ino}` : null;
}

/** Reads a dump, unpacking `.gz`. A cut-off archive gives what could be unpacked no text, but a reason. */
export function readDumpText(path: string): DumpText {
  const stamp = dumpStamp(path);
  if (stamp === null)
    return unreadable('there is no such file', 'Check the path, or choose another environment.');
  try {
    const bytes = readFileSync(path);
    const plain =
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED }) : bytes;
    return { kind: 'text', text: plain.toString('utf8'), stamp };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isArchive = /zlib|header|unexpected end|incorrect/i.test(message);
    return unreadable(
      isArchive ? `it is a damaged gzip archive (${message})` : message,
      isArchive
        ? 'Make the dump again, or unpack it by hand to see how much is left.'
        : 'Check that the file can be read.',
    );
  }
}

function unreadable(message: string, hint: string): DumpText {
  return { kind: 'unreadable', message, hint };
}
