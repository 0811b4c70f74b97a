import { normalPath, readText } from '../include';
import { isArray, isUnknown, type Unknown, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { isFolder, pathAt } from './files';

/** Is the path in the application? Elsewhere nothing is known, and nothing is kept. */
function ownPath(c: BuiltinCall, index: number): string | null {
  const path = normalPath(c.m, c.text(index));
  return path.startsWith('/') || path.startsWith('..') || c.text(index).includes('://') ? null : path;
}

const changesFiles = (c: BuiltinCall): Unknown => c.unknown(`${c.builtin.name}(): changes files`) as Unknown;

const APPEND = 8;

/** What the run writes it finds again; how much that was is only known of plain text. */
function putContents(c: BuiltinCall): Value {
  const path = ownPath(c, 0);
  if (path === null) return changesFiles(c);
  const data = c.raw(1);
  const parts = isArray(data) ? [...data.entries.values()] : [data];
  let text: string | Unknown = '';
  for (const part of parts) {
    const more = c.m.toText(part);
    text = typeof text !== 'string' ? text : typeof more === 'string' ? text + more : more;
  }
  const before = c.int(2, 0) & APPEND ? (readText(c.m, path) ?? '') : '';
  const whole = typeof before !== 'string' ? before : typeof text === 'string' ? before + text : text;
  c.m.written.set(path, whole);
  // Only plain ASCII has as many bytes as characters.
  return typeof text === 'string' && /^[\x00-\x7f]*$/.test(text) ? text.length : changesFiles(c);
}

function unlink(c: BuiltinCall): Value {
  const path = ownPath(c, 0);
  if (path === null) return changesFiles(c);
  const there = fileThere(c, path);
  if (isUnknown(there)) return there;
  if (!there) return c.m.warn(`unlink(${c.text(0)}): No such file or directory`) ?? false;
  c.m.written.set(path, null);
  return true;
}

/** Copies a file, and with `moves` takes it away where it was. */
const copying =
  (moves: boolean) =>
  (c: BuiltinCall): Value => {
    const [from, to] = [ownPath(c, 0), ownPath(c, 1)];
    const text = from === null || isFolder(c, from) ? null : readText(c.m, from);
    if (from === null || to === null || text === null) return changesFiles(c);
    c.m.written.set(to, text);
    if (moves) c.m.written.set(from, null);
    return true;
  };

function makeFolder(c: BuiltinCall): Value {
  const path = ownPath(c, 0);
  if (path === null) return changesFiles(c);
  if (isFolder(c, path)) return c.m.warn('mkdir(): File exists') ?? false;
  c.m.folders.add(path);
  return true;
}

function touch(c: BuiltinCall): Value {
  const path = ownPath(c, 0);
  if (path === null) return changesFiles(c);
  if (readText(c.m, path) === null) c.m.written.set(path, '');
  return true;
}

/** What machines make for themselves, and no checkout of the application has. */
const OF_THE_MACHINE = /^(?:storage|bootstrap\/cache|public\/storage)\//;

/** Is there such a file, as far as the code and this run tell? */
export function fileThere(c: BuiltinCall, path: string): boolean | Unknown {
  const text = readText(c.m, path);
  if (text !== null) return true;
  return OF_THE_MACHINE.test(path) && !c.m.written.has(path)
    ? (c.unknown(`${c.builtin.name}(): whether ${path} is there`) as Unknown)
    : false;
}

/** Is there such a file or folder? */
export function thereAt(c: BuiltinCall): Value {
  const path = pathAt(c, 0);
  return c.m.options.listFolder !== undefined && isFolder(c, path) ? true : fileThere(c, path);
}

/** Functions that write files: the run finds again what it has written. */
export const WRITING_FUNCTIONS: BuiltinTable = {
  file_put_contents: ['filename data flags? context?', putContents],
  unlink: ['filename context?', unlink],
  copy: ['from to context?', copying(false)],
  rename: ['from to context?', copying(true)],
  mkdir: ['directory permissions? recursive? context?', makeFolder],
  touch: ['filename mtime? atime?', touch],
  file_exists: ['filename', thereAt],
  is_readable: ['filename', thereAt],
  is_file: ['filename', (c) => fileThere(c, pathAt(c, 0))],
  is_dir: [
    'filename',
    (c) => {
      const path = pathAt(c, 0);
      return isFolder(c, path) || (OF_THE_MACHINE.test(`${path}/`) && fileThere(c, path));
    },
  ],
};
