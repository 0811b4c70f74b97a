import { type Key, MutableArray, makeArray, makeList, setEntry } from '../arrays';
import { isArray, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { byteLength, isAscii } from './bytes';
import { type Pattern, translatePattern } from './patterns';

function pattern(c: BuiltinCall, source: string): Pattern {
  const translated = translatePattern(source);
  if (typeof translated === 'string')
    return c.known(c.unknown(`the pattern ${source}: ${translated}`)) as never;
  return translated;
}

const LONGEST = 500_000;
/** About a second. */
const MOST_COST = 1e8;
/** So much of it counts as one step of the program. */
const COST_OF_STEP = 1000;

function checked(c: BuiltinCall, text: string, source: Pattern): string {
  c.m.charge(text.length);
  const cost = source.cost(text.length);
  if (text.length > LONGEST || cost > MOST_COST)
    c.known(c.unknown('a pattern that may take too long on a text of this length'));
  c.m.steps += Math.floor(cost / COST_OF_STEP);
  c.m.step();
  if (!source.anyText && !isAscii(text)) c.known(c.unknown('a pattern on a text with foreign characters'));
  return text;
}

const OFFSET_CAPTURE = 256;
const UNMATCHED_AS_NULL = 512;
const SET_ORDER = 2;

function captured(text: string, value: string | undefined, at: number, flags: number): Value {
  const shown = value ?? (flags & UNMATCHED_AS_NULL ? null : '');
  if (!(flags & OFFSET_CAPTURE)) return shown;
  return makeList([shown, value === undefined ? -1 : byteLength(text.slice(0, at))]);
}

/** The groups of one match as PHP gives them: by name and number, without unmatched ones at the end. */
function groups(source: Pattern, match: RegExpExecArray, flags: number, all: boolean): MutableArray {
  const result = new MutableArray();
  let last = match.length - 1;
  if (!all && !(flags & UNMATCHED_AS_NULL)) while (last > 0 && match[last] === undefined) last -= 1;
  for (let i = 0; i <= last; i++) {
    const at = match.indices?.[i]?.[0] ?? -1;
    const value = captured(match.input, match[i], at, flags);
    const name = source.names.get(i);
    if (name !== undefined) setEntry(result, name, value);
    setEntry(result, i, value);
  }
  return result;
}

function* matches(c: BuiltinCall, source: Pattern, text: string): Generator<RegExpExecArray> {
  const regex = new RegExp(
    source.regex.source,
    source.regex.flags.includes('g') ? source.regex.flags : `${source.regex.flags}g`,
  );
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    c.m.step();
    if (match[0] === '') regex.lastIndex += (text.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    yield match;
  }
}

function match(c: BuiltinCall): Value {
  const source = pattern(c, c.text(0));
  const text = checked(c, c.text(1), source);
  if (c.int(4, 0) !== 0) return c.known(c.unknown('preg_match with an offset'));
  const found = new RegExp(source.regex).exec(text);
  if (c.has(2)) c.ref(2).write(c.m, found ? groups(source, found, c.int(3, 0), false) : new MutableArray());
  return found ? 1 : 0;
}

function matchAll(c: BuiltinCall): Value {
  const source = pattern(c, c.text(0));
  const text = checked(c, c.text(1), source);
  const flags = c.int(3, 0);
  const found = [...matches(c, source, text)];
  if (!c.has(2)) return found.length;
  if (flags & SET_ORDER) {
    c.ref(2).write(c.m, makeList(found.map((one) => groups(source, one, flags, false))));
    return found.length;
  }
  const rows = found.map((one) => groups(source, one, flags, true));
  const columns = new Map<Key, Value[]>();
  for (let i = 0; i < source.groups; i++) {
    const name = source.names.get(i);
    if (name !== undefined) columns.set(name, []);
    columns.set(i, []);
  }
  for (const row of rows) for (const [key, value] of row.entries) columns.get(key)?.push(value);
  c.ref(2).write(c.m, makeArray([...columns].map(([key, list]) => [key, makeList(list)])));
  return found.length;
}

/** `$1`, `${1}` and `\1` in a replacement. */
function expand(replacement: string, found: RegExpExecArray): string {
  const reference = /\\\\|\\(\d{1,2})|\$(\d{1,2})|\$\{(\d{1,2})\}/g;
  return replacement.replace(reference, (_, slash?: string, dollar?: string, braced?: string) => {
    const index = slash ?? dollar ?? braced;
    return index === undefined ? '\\' : (found[Number(index)] ?? '');
  });
}

type Replace = (found: RegExpExecArray, source: Pattern) => string;

function replaceIn(
  c: BuiltinCall,
  sources: readonly (readonly [string, Replace])[],
  text: string,
  limit: number,
  counted: { n: number },
): string {
  let current = text;
  for (const [source, replacement] of sources) {
    const compiled = pattern(c, source);
    checked(c, current, compiled);
    let result = '';
    let from = 0;
    let left = limit;
    for (const found of matches(c, compiled, current)) {
      if (left === 0) break;
      left -= 1;
      counted.n += 1;
      result += current.slice(from, found.index) + replacement(found, compiled);
      c.m.charge(found[0].length + 8);
      from = found.index + found[0].length;
    }
    current = result + current.slice(from);
  }
  return current;
}

function replaceAll(
  c: BuiltinCall,
  sources: readonly (readonly [string, Replace])[],
  subject: Value,
  limitAt: number,
): Value {
  const limit = c.raw(limitAt) === null ? -1 : c.int(limitAt);
  const counted = { n: 0 };
  const one = (value: Value): string => replaceIn(c, sources, c.textOf(value), limit, counted);
  const result: Value = isArray(subject)
    ? makeArray([...subject.entries].map(([key, value]) => [key, one(value)]))
    : one(subject);
  if (c.has(limitAt + 1)) c.ref(limitAt + 1).write(c.m, counted.n);
  return result;
}

function replace(c: BuiltinCall): Value {
  const patterns = c.value(0);
  const replacements = c.value(1);
  const list = isArray(patterns) ? [...patterns.entries.values()] : [patterns];
  const texts = isArray(replacements) ? [...replacements.entries.values()] : null;
  const sources = list.map((source, i) => {
    const replacement = c.textOf(texts ? (texts[i] ?? '') : replacements);
    return [c.textOf(source), (found: RegExpExecArray) => expand(replacement, found)] as const;
  });
  return replaceAll(c, sources, c.value(2), 3);
}

function withCallback(c: BuiltinCall, callback: Value, flags: number): Replace {
  return (found, source) => c.textOf(c.call(callback, groups(source, found, flags, false)));
}

function replaceCallback(c: BuiltinCall): Value {
  const patterns = c.value(0);
  const list = isArray(patterns) ? [...patterns.entries.values()] : [patterns];
  const replacement = withCallback(c, c.value(1), c.int(5, 0));
  return replaceAll(
    c,
    list.map((source) => [c.textOf(source), replacement] as const),
    c.value(2),
    3,
  );
}

function replaceCallbackArray(c: BuiltinCall): Value {
  const sources = [...c.array(0).entries].map(
    ([source, callback]) => [String(source), withCallback(c, callback, 0)] as const,
  );
  return replaceAll(c, sources, c.value(1), 2);
}

function split(c: BuiltinCall): Value {
  const source = pattern(c, c.text(0));
  const text = checked(c, c.text(1), source);
  const limit = c.raw(2) === null ? -1 : c.int(2);
  const flags = c.int(3, 0);
  const [noEmpty, delimiters] = [(flags & 1) !== 0, (flags & 2) !== 0];
  if (flags & 4) return c.unknown('preg_split with offsets');
  const parts: string[] = [];
  const add = (part: string): void => {
    if (part !== '' || !noEmpty) parts.push(part);
  };
  let from = 0;
  let pieces = 1;
  for (const found of matches(c, source, text)) {
    if (found[0] === '' && (found.index === from || found.index >= text.length)) continue;
    if (limit > 0 && pieces >= limit) break;
    const part = text.slice(from, found.index);
    if (part === '' && noEmpty) {
      from = found.index + found[0].length;
      if (delimiters) for (const group of found.slice(1)) add(group ?? '');
      continue;
    }
    add(part);
    pieces += 1;
    if (delimiters) for (const group of found.slice(1)) if (group !== undefined) add(group);
    from = found.index + found[0].length;
  }
  add(text.slice(from));
  return makeList(parts);
}

function grep(c: BuiltinCall): Value {
  const source = pattern(c, c.text(0));
  const invert = c.int(2, 0) === 1;
  const regex = new RegExp(source.regex);
  return makeArray(
    [...c.array(1).entries].filter(([, value]) => regex.test(checked(c, c.textOf(value), source)) !== invert),
  );
}

export const REGEX_FUNCTIONS: BuiltinTable = {
  preg_match: ['pattern subject &matches? flags? offset?', match],
  preg_match_all: ['pattern subject &matches? flags? offset?', matchAll],
  preg_replace: ['pattern replacement subject limit? &count?', replace],
  preg_replace_callback: ['pattern callback subject limit? &count? flags?', replaceCallback],
  preg_replace_callback_array: ['pattern subject limit? &count? flags?', replaceCallbackArray],
  preg_split: ['pattern subject limit? flags?', split],
  preg_grep: ['pattern array flags?', grep],
  preg_quote: [
    'str delimiter?',
    (c) => {
      const quoted = c
        .text(0)
        .replace(/[.\\+*?[^\]$(){}=!<>|:\-#/]/g, (char) => (char === '/' ? char : `\\${char}`));
      const delimiter = c.raw(1) === null ? '' : c.text(1);
      return delimiter === '/' ? quoted.replaceAll('/', '\\/') : quoted;
    },
  ],
  preg_last_error: ['', () => 0],
  preg_last_error_msg: ['', () => 'No error'],
};
