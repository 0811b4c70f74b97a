import { makeList } from '../arrays';
import { isObject, isUnknown, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { isAscii } from './bytes';
import { type CsvForm, csvRecord } from './csv';
import { contents, pathAt } from './files';

/** A file of the application that was opened for reading. */
class OpenFile {
  at = 0;
  /** Somebody has asked for more than there was. */
  ended = false;
  constructor(readonly text: string) {}
}

function open(c: BuiltinCall): Value {
  const mode = c.text(1);
  if (!/^r[bt]?$/.test(mode)) {
    const changed = c.unknown('fopen(): changes files');
    if (isUnknown(changed)) c.m.written.set(pathAt(c, 0), changed);
    return changed;
  }
  const text = contents(c);
  if (typeof text !== 'string') return text;
  // Places in a file count bytes.
  if (text.includes('\0')) return c.unknown('fopen(): works on files');
  return c.m.php.makeNative('stdClass', new OpenFile(text));
}

function fileOf(c: BuiltinCall): OpenFile {
  const handle = c.value(0);
  if (isObject(handle) && handle.internal instanceof OpenFile) return handle.internal;
  return c.known(c.unknown(`${c.builtin.name}(): works on files`)) as never;
}

/** Runs on what is left of the file; false at its end. */
const reading =
  (read: (c: BuiltinCall, file: OpenFile) => Value) =>
  (c: BuiltinCall): Value => {
    const file = fileOf(c);
    if (file.at >= file.text.length) {
      file.ended = true;
      return false;
    }
    const before = file.at;
    const answer = read(c, file);
    c.m.charge(file.at - before);
    return answer;
  };

function line(c: BuiltinCall, file: OpenFile): Value {
  if (c.has(1)) return c.unknown('fgets() with a length');
  const found = file.text.indexOf('\n', file.at);
  const end = found < 0 ? file.text.length : found + 1;
  if (found < 0) file.ended = true;
  const text = file.text.slice(file.at, end);
  file.at = end;
  return text;
}

function formFrom(c: BuiltinCall, index: number): CsvForm {
  return {
    separator: c.text(index, ','),
    enclosure: c.text(index + 1, '"'),
    escaping: c.text(index + 2, '\\'),
  };
}

function record(c: BuiltinCall, file: OpenFile): Value {
  const { fields, next } = csvRecord(file.text, file.at, formFrom(c, 2), true);
  file.at = next;
  if (next >= file.text.length && !file.text.endsWith('\n')) file.ended = true;
  return makeList(fields ?? [null]);
}

function rest(_c: BuiltinCall, file: OpenFile): Value {
  const text = file.text.slice(file.at);
  file.at = file.text.length;
  file.ended = true;
  return text;
}

function part(c: BuiltinCall, file: OpenFile): Value {
  const length = c.int(1);
  if (!isAscii(file.text)) return c.unknown('fread() of a text with letters of several bytes');
  const text = file.text.slice(file.at, file.at + length);
  file.at += text.length;
  if (text.length < length) file.ended = true;
  return text;
}

export const STREAM_FUNCTIONS: BuiltinTable = {
  fopen: ['filename mode use_include_path? context?', open],
  fclose: [
    'stream',
    (c) => {
      fileOf(c);
      return true;
    },
  ],
  feof: ['stream', (c) => fileOf(c).ended],
  rewind: [
    'stream',
    (c) => {
      const file = fileOf(c);
      file.at = 0;
      file.ended = false;
      return true;
    },
  ],
  fgets: ['stream length?', reading(line)],
  fgetcsv: ['stream length? separator? enclosure? escape?', reading(record)],
  fread: ['stream length', reading(part)],
  stream_get_contents: ['stream length? offset?', reading(rest)],
  str_getcsv: [
    'string separator? enclosure? escape?',
    (c) => {
      const text = c.text(0);
      c.m.charge(text.length);
      return makeList(csvRecord(text, 0, formFrom(c, 1), false).fields ?? [null]);
    },
  ],
};
