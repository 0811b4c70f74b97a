import { constants } from 'node:buffer';
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
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

/** No text can be longer. */
export const MAX_DUMP_BYTES = constants.MAX_STRING_LENGTH;
const TOO_LARGE = new Set(['ERR_FS_FILE_TOO_LARGE', 'ERR_STRING_TOO_LONG', 'ERR_BUFFER_TOO_LARGE']);

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
      const stat = statOf(join(root, path));
      return stat?.isFile() ? [{ path, bytes: stat.size, modified: stat.mtimeMs }] : [];
    });
}

export type DumpText =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | { readonly kind: 'unreadable'; readonly message: string; readonly hint: string };

/** Identity of a file's state, without reading it; null if it is not there. */
export function dumpStamp(path: string): string | null {
  const stat = statOf(path);
  return stat ? `${stat.size}:${stat.mtimeMs}:${stat.ino}` : null;
}

/** null also where a link leads in a circle or a folder may not be entered. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Reads a dump, unpacking `.gz`. A cut-off archive gives what could be unpacked no text, but a reason. */
export function readDumpText(path: string): DumpText {
  const stamp = dumpStamp(path);
  if (stamp === null)
    return unreadable('there is no such file', 'Check the path, or choose another environment.');
  // A folder, or a pipe that nobody writes to.
  const stat = statOf(path);
  if (!stat?.isFile()) return unreadable('it is no file', 'Name a .sql or .sql.gz file.');
  if (stat.size > MAX_DUMP_BYTES) return tooLarge();
  try {
    const bytes = readFileSync(path);
    const plain =
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_DUMP_BYTES }) : bytes;
    return { kind: 'text', text: plain.toString('utf8'), stamp };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_'))
      return unreadable(
        `it is a damaged gzip archive (${message})`,
        'Make the dump again, or unpack it by hand to see how much is left.',
      );
    if (TOO_LARGE.has(code)) return tooLarge();
    return unreadable(message, 'Check that the file can be read.');
  }
}

function tooLarge(): DumpText {
  return unreadable(
    `it is too large: more than ${Math.floor(MAX_DUMP_BYTES / 1024 / 1024)} MB can’t be read`,
    'Dump the structure alone (--no-data), and the table of migrations.',
  );
}

function unreadable(message: string, hint: string): DumpText {
  return { kind: 'unreadable', message, hint };
}
