import { MutableArray, makeList, setEntry } from '../arrays';
import { lessBytes } from '../compare';
import { isArray, phpFloat, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import {
  asciiLower,
  asciiUpper,
  byteLength,
  bytesOf,
  fromByteIndex,
  isAscii,
  sliceBytes,
  textOfBytes,
  toByteIndex,
} from './bytes';

const BLANK = ' \t\n\r\0\x0B';

/** The characters of trim's second argument, with `a..z` ranges. */
function charList(text: string): Set<string> {
  const chars = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const end = text.slice(i + 1, i + 3) === '..' ? text[i + 3] : undefined;
    if (end !== undefined && end >= text[i]!) {
      for (let code = text.charCodeAt(i); code <= end.charCodeAt(0); code++)
        chars.add(String.fromCharCode(code));
      i += 3;
    } else chars.add(text[i]!);
  }
  return chars;
}

function trim(text: string, chars: string, left: boolean, right: boolean): string {
  const set = charList(chars);
  let from = 0;
  let to = text.length;
  while (left && from < to && set.has(text[from]!)) from += 1;
  while (right && to > from && set.has(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}

/** Finds a text in another by byte offset; gives a byte offset, or false. */
function position(c: BuiltinCall, fold: (text: string) => string, last: boolean): number | false {
  const text = fold(c.text(0));
  const needle = fold(c.text(1));
  const offset = c.int(2, 0);
  const size = byteLength(text);
  if (offset > size || offset < -size)
    return c.throwValueError(2, 'must be contained in argument #1 ($haystack)');
  if (last) {
    const end = offset < 0 ? fromByteIndex(text, size + offset) : text.length;
    const found = text.lastIndexOf(needle, end);
    return found < 0 || toByteIndex(text, found) < offset ? false : toByteIndex(text, found);
  }
  const found = text.indexOf(needle, fromByteIndex(text, offset < 0 ? size + offset : offset));
  return found < 0 ? false : toByteIndex(text, found);
}

const same = (text: string): string => text;

/** strstr and its kin: the part of a text from (or before) where another is found. */
function partFrom(c: BuiltinCall, find: (text: string, needle: string) => number): Value {
  const text = c.text(0);
  const at = find(text, c.text(1));
  if (at < 0) return false;
  return c.bool(2) ? text.slice(0, at) : text.slice(at);
}

function replace(c: BuiltinCall, fold: boolean): Value {
  const search = c.value(0);
  const replacement = c.value(1);
  const subject = c.value(2);
  let count = 0;
  const pairs: [string, string][] = isArray(search)
    ? [...search.entries.values()].map((one, i) => [c.textOf(one), replacementAt(c, replacement, i)])
    : [[c.text(0), c.text(1)]];
  const one = (value: Value): string => {
    let text = c.textOf(value);
    for (const [from, to] of pairs) {
      if (from === '') continue;
      const parts = fold ? splitFolded(text, from) : text.split(from);
      count += parts.length - 1;
      c.m.charge(text.length + to.length * (parts.length - 1));
      text = parts.join(to);
    }
    return text;
  };
  const result: Value = isArray(subject) ? mapValues(subject.entries, one) : one(subject);
  if (c.has(3)) c.ref(3).write(c.m, count);
  return result;
}

function splitFolded(text: string, needle: string): string[] {
  const lower = asciiLower(text);
  const parts: string[] = [];
  const wanted = asciiLower(needle);
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at));
    from = at + needle.length;
  }
  parts.push(text.slice(from));
  return parts;
}

function replacementAt(c: BuiltinCall, replacement: Value, index: number): string {
  if (!isArray(replacement)) return c.textOf(replacement);
  return c.textOf([...replacement.entries.values()][index] ?? '');
}

function mapValues(entries: ReadonlyMap<string | number, Value>, map: (value: Value) => Value): MutableArray {
  const result = new MutableArray();
  for (const [key, value] of entries) setEntry(result, key, map(value));
  return result;
}

function pad(c: BuiltinCall, text: string, length: number, filler: string, type: number): string {
  const missing = length - byteLength(text);
  if (filler === '') return c.throwValueError(2, 'must be a non-empty string');
  if (missing <= 0) return text;
  c.m.charge(missing);
  const fill = (size: number): string => filler.repeat(Math.ceil(size / filler.length)).slice(0, size);
  if (type === 0) return fill(missing) + text;
  if (type === 2) return fill(Math.floor(missing / 2)) + text + fill(Math.ceil(missing / 2));
  return text + fill(missing);
}

function explode(c: BuiltinCall): Value {
  const separator = c.text(0);
  if (separator === '') return c.throwValueError(0, 'cannot be empty');
  const text = c.text(1);
  const parts = text.split(separator);
  c.m.charge(text.length + parts.length * 2);
  if (!c.has(2)) return makeList(parts);
  const limit = c.int(2);
  if (limit < 0) return makeList(parts.slice(0, limit));
  const most = Math.max(1, limit);
  if (parts.length <= most) return makeList(parts);
  return makeList([...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]);
}

function implode(c: BuiltinCall): Value {
  const first = c.value(0);
  const list = isArray(first) ? first : c.array(1);
  const separator = isArray(first) ? (c.has(1) ? c.text(1) : '') : c.text(0);
  const parts = [...list.entries.values()].map((value) => c.textOf(value));
  c.m.charge(parts.reduce((sum, part) => sum + part.length + separator.length, 0));
  return parts.join(separator);
}

function words(text: string, map: (char: string) => string, delimiters: string): string {
  let result = '';
  let start = true;
  for (const char of text) {
    result += start ? map(char) : char;
    start = delimiters.includes(char);
  }
  return result;
}

function substringReplace(text: string, replacement: string, start: number, length: number | null): string {
  if (!isAscii(text)) {
    const before = sliceBytes(text, 0, start < 0 ? Math.max(0, byteLength(text) + start) : start);
    const middle = sliceBytes(text, start, length);
    return before + replacement + text.slice(before.length + middle.length);
  }
  const from = start < 0 ? Math.max(0, text.length + start) : Math.min(start, text.length);
  const to = length === null ? text.length : length < 0 ? text.length + length : from + length;
  return text.slice(0, from) + replacement + text.slice(Math.max(from, to));
}

const order = (a: string, b: string): number => (a === b ? 0 : lessBytes(a, b) ? -1 : 1);

function wordwrap(text: string, width: number, glue: string, cut: boolean): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    const candidate = line === '' ? rest : `${line} ${rest}`;
    if (line !== '' && candidate.length > width) {
      lines.push(line);
      line = '';
    }
    while (cut && rest.length > width) {
      if (line !== '') lines.push(line);
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
      line = '';
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return [...lines, line].join(glue);
}

function translate(c: BuiltinCall): Value {
  const text = c.text(0);
  const table = new Map<string, string>();
  if (c.has(2)) {
    const from = [...c.text(1)];
    const to = [...c.text(2)];
    if (!isAscii(c.text(1) + c.text(2))) return c.unknown('strtr replaces bytes of longer characters');
    from.slice(0, to.length).forEach((char, i) => {
      table.set(char, to[i]!);
    });
  } else for (const [from, to] of c.array(1).entries) table.set(String(from), c.textOf(to));
  table.delete('');
  const longest = Math.max(0, ...[...table.keys()].map((key) => key.length));
  let result = '';
  for (let i = 0; i < text.length; ) {
    let size = Math.min(longest, text.length - i);
    while (size > 0 && !table.has(text.slice(i, i + size))) size -= 1;
    result += size > 0 ? table.get(text.slice(i, i + size)) : text[i];
    i += Math.max(1, size);
  }
  c.m.charge(result.length);
  return result;
}

export const STRING_FUNCTIONS: BuiltinTable = {
  strlen: ['string', (c) => byteLength(c.text(0))],
  strtolower: ['string', (c) => asciiLower(c.text(0))],
  strtoupper: ['string', (c) => asciiUpper(c.text(0))],
  ucfirst: ['string', (c) => c.text(0).replace(/^[a-z]/, asciiUpper)],
  lcfirst: ['string', (c) => c.text(0).replace(/^[A-Z]/, asciiLower)],
  ucwords: ['string separators?', (c) => words(c.text(0), asciiUpper, c.text(1, ' \t\r\n\f\v'))],
  trim: ['string characters?', (c) => trim(c.text(0), c.text(1, BLANK), true, true)],
  ltrim: ['string characters?', (c) => trim(c.text(0), c.text(1, BLANK), true, false)],
  rtrim: ['string characters?', (c) => trim(c.text(0), c.text(1, BLANK), false, true)],
  chop: ['string characters?', (c) => trim(c.text(0), c.text(1, BLANK), false, true)],
  substr: [
    'string offset length?',
    (c) => sliceBytes(c.text(0), c.int(1), c.raw(2) === null ? null : c.int(2)),
  ],
  substr_count: [
    'haystack needle offset? length?',
    (c) => {
      const needle = c.text(1);
      if (needle === '') return c.throwValueError(1, 'cannot be empty');
      return sliceBytes(c.text(0), c.int(2, 0), c.raw(3) === null ? null : c.int(3)).split(needle).length - 1;
    },
  ],
  substr_replace: [
    'string replace offset length?',
    (c) => {
      if (isArray(c.value(0))) return c.unknown('substr_replace on an array');
      return substringReplace(c.text(0), c.text(1), c.int(2), c.raw(3) === null ? null : c.int(3));
    },
  ],
  strpos: ['haystack needle offset?', (c) => position(c, same, false)],
  stripos: ['haystack needle offset?', (c) => position(c, asciiLower, false)],
  strrpos: ['haystack needle offset?', (c) => position(c, same, true)],
  strripos: ['haystack needle offset?', (c) => position(c, asciiLower, true)],
  strstr: ['haystack needle before_needle?', (c) => partFrom(c, (text, needle) => text.indexOf(needle))],
  stristr: [
    'haystack needle before_needle?',
    (c) => partFrom(c, (text, needle) => asciiLower(text).indexOf(asciiLower(needle))),
  ],
  strrchr: ['haystack needle', (c) => partFrom(c, (text, needle) => text.lastIndexOf(needle.slice(0, 1)))],
  str_contains: ['haystack needle', (c) => c.text(0).includes(c.text(1))],
  str_starts_with: ['haystack needle', (c) => c.text(0).startsWith(c.text(1))],
  str_ends_with: ['haystack needle', (c) => c.text(0).endsWith(c.text(1))],
  str_replace: ['search replace subject &count?', (c) => replace(c, false)],
  str_ireplace: ['search replace subject &count?', (c) => replace(c, true)],
  str_repeat: [
    'string times',
    (c) => {
      const times = c.int(1);
      if (times < 0) return c.throwValueError(1, 'must be greater than or equal to 0');
      c.m.charge(c.text(0).length * times);
      return c.text(0).repeat(times);
    },
  ],
  str_pad: [
    'string length pad_string? pad_type?',
    (c) => pad(c, c.text(0), c.int(1), c.text(2, ' '), c.int(3, 1)),
  ],
  str_split: [
    'string length?',
    (c) => {
      const size = c.int(1, 1);
      if (size < 1) return c.throwValueError(1, 'must be greater than 0');
      const bytes = bytesOf(c.text(0));
      c.m.charge(bytes.length * 2);
      const parts: string[] = [];
      for (let i = 0; i < bytes.length; i += size) parts.push(textOfBytes(bytes.subarray(i, i + size)));
      return makeList(parts);
    },
  ],
  str_word_count: [
    'string format? characters?',
    (c) => {
      const found = c.text(0).match(/[A-Za-z'-]+/g) ?? [];
      return c.int(1, 0) === 0 ? found.length : makeList(found);
    },
  ],
  strrev: ['string', (c) => textOfBytes(bytesOf(c.text(0)).reverse())],
  explode: ['separator string limit?', explode],
  implode: ['separator array?', implode],
  join: ['separator array?', implode],
  nl2br: ['string use_xhtml?', (c) => c.text(0).replace(/\r\n|\n\r|\n|\r/g, (end) => `<br />${end}`)],
  strcmp: ['string1 string2', (c) => order(c.text(0), c.text(1))],
  strcasecmp: ['string1 string2', (c) => order(asciiLower(c.text(0)), asciiLower(c.text(1)))],
  strncmp: [
    'string1 string2 length',
    (c) => order(sliceBytes(c.text(0), 0, c.int(2)), sliceBytes(c.text(1), 0, c.int(2))),
  ],
  strncasecmp: [
    'string1 string2 length',
    (c) =>
      order(asciiLower(sliceBytes(c.text(0), 0, c.int(2))), asciiLower(sliceBytes(c.text(1), 0, c.int(2)))),
  ],
  strtr: ['string from to?', translate],
  wordwrap: [
    'string width? break? cut_long_words?',
    (c) => wordwrap(c.text(0), c.int(1, 75), c.text(2, '\n'), c.bool(3)),
  ],
  chr: [
    'codepoint',
    (c) => {
      const code = ((c.int(0) % 256) + 256) % 256;
      return code < 128 ? String.fromCharCode(code) : c.unknown('a byte that is no character');
    },
  ],
  ord: ['character', (c) => bytesOf(c.text(0))[0] ?? 0],
  addslashes: [
    'string',
    (c) =>
      c
        .text(0)
        .replace(/['"\\]/g, '\\$&')
        .replaceAll('\0', '\\0'),
  ],
  stripslashes: [
    'string',
    (c) => c.text(0).replace(/\\(.?)/gs, (_, char: string) => (char === '0' ? '\0' : char)),
  ],
  quotemeta: ['string', (c) => c.text(0).replace(/[.\\+*?[^\]$()]/g, '\\$&')],
  chunk_split: [
    'string length? separator?',
    (c) =>
      c
        .text(0)
        .replace(new RegExp(`[^]{1,${Math.max(1, c.int(1, 76))}}`, 'g'), (part) => part + c.text(2, '\r\n')),
  ],
  similar_text: ['string1 string2 &percent?', (c) => similarText(c)],
  levenshtein: [
    'string1 string2 insertion_cost? replacement_cost? deletion_cost?',
    (c) => levenshtein(c.text(0), c.text(1)),
  ],
  soundex: ['string', (c) => c.unknown('soundex')],
  metaphone: ['string max_phonemes?', (c) => c.unknown('metaphone')],
  strpbrk: [
    'string characters',
    (c) => {
      const chars = c.text(1);
      const at = [...c.text(0)].findIndex((char) => chars.includes(char));
      return at < 0 ? false : [...c.text(0)].slice(at).join('');
    },
  ],
  strspn: ['string characters offset? length?', (c) => span(c, true)],
  strcspn: ['string characters offset? length?', (c) => span(c, false)],
  strnatcmp: ['string1 string2', (c) => naturalOrder(c.text(0), c.text(1))],
  strnatcasecmp: ['string1 string2', (c) => naturalOrder(asciiLower(c.text(0)), asciiLower(c.text(1)))],
};

function span(c: BuiltinCall, inside: boolean): number {
  const text = sliceBytes(c.text(0), c.int(2, 0), c.raw(3) === null ? null : c.int(3));
  const chars = c.text(1);
  let size = 0;
  while (size < text.length && chars.includes(text[size]!) === inside) size += 1;
  return size;
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** Natural order: runs of digits by their number, the rest by bytes. */
export function naturalOrder(a: string, b: string): number {
  const split = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const left = split(a);
  const right = split(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i]!;
    const y = right[i]!;
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    const result = numbers ? Math.sign(Number(x) - Number(y)) : order(x, y);
    if (result !== 0) return result;
  }
  return Math.sign(left.length - right.length);
}

/** The characters that two texts share, by the longest common part and what is left and right of it. */
function similar(c: BuiltinCall, a: string, b: string): number {
  let best = 0;
  let [left, right] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    c.m.step();
    for (let j = 0; j < b.length; j++) {
      let size = 0;
      while (i + size < a.length && a[i + size] === b[j + size]) size += 1;
      if (size > best) [best, left, right] = [size, i, j];
    }
  }
  if (best === 0) return 0;
  const before = similar(c, a.slice(0, left), b.slice(0, right));
  return best + before + similar(c, a.slice(left + best), b.slice(right + best));
}

function similarText(c: BuiltinCall): Value {
  const [a, b] = [c.text(0), c.text(1)];
  if (!isAscii(a + b) || a.length * b.length > 250_000)
    return c.unknown('similar_text on long or foreign texts');
  const shared = similar(c, a, b);
  const size = a.length + b.length;
  if (c.has(2)) c.ref(2).write(c.m, phpFloat(size === 0 ? 0 : (shared * 2 * 100) / size));
  return shared;
}
