import { startsDashComment } from './lexer';

/** One statement of a script, without its delimiter and the comments before it. */
export interface ScriptStatement {
  readonly sql: string;
  /** Offsets into the script. */
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** False when the script ends before a delimiter. */
  readonly ended: boolean;
  /** What is still open at the end of the script. */
  readonly open: 'string' | 'name' | 'comment' | null;
}

const DOUBLE_QUOTE = 34;
const HASH = 35;
const QUOTE = 39;
const STAR = 42;
const DASH = 45;
const SLASH = 47;
const BACKSLASH = 92;
const BACKTICK = 96;

/**
 * Iterates over the statements of an SQL script as the `mysql` client would send them: knows strings, comments,
 * executable comments (part of the statement, a delimiter inside does not count) and DELIMITER. One pass; data rows
 * are passed over without looking into them.
 */
export function* splitStatements(
  text: string,
  options: { readonly noBackslashEscapes?: boolean } = {},
): Generator<ScriptStatement, void> {
  const escapes = !options.noBackslashEscapes;
  const length = text.length;
  let delimiter = ';';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let counted = 0;
  const lineAt = (offset: number): number => {
    for (let i = text.indexOf('\n', counted); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
    counted = offset;
    return line;
  };

  while (at < length) {
    at = skipBlank(text, at);
    if (at >= length) return;
    const changed = readDelimiter(text, at);
    if (changed) {
      delimiter = changed.delimiter;
      at = changed.end;
      continue;
    }
    const start = at;
    const found = endOfStatement(text, at, delimiter, escapes);
    at = found.ended ? found.end + delimiter.length : length;
    let { end } = found;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    if (end === start) continue;
    const sql = text.slice(start, end);
    yield { sql, start, end, line: lineAt(start), ended: found.ended, open: found.open };
  }
}

/** Passes over white space and plain comments. A comment without an end goes to the end of the text. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff) at++;
    const code = text.charCodeAt(at);
    if (code === HASH || (code === DASH && startsDashComment(text, at))) {
      const end = text.indexOf('\n', at);
      if (end < 0) return text.length;
      at = end + 1;
    } else if (code === SLASH && text.charCodeAt(at + 1) === STAR && !isExecutable(text, at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return at;
      at = end + 2;
    } else return at;
  }
}

const isExecutable = (text: string, at: number): boolean =>
  text[at + 2] === '!' || (text[at + 2] === 'M' && text[at + 3] === '!');

/** The client's command `DELIMITER x`, which takes its line. */
function readDelimiter(text: string, at: number): { delimiter: string; end: number } | null {
  const code = text.charCodeAt(at);
  if (code !== 68 && code !== 100) return null;
  if (text.slice(at, at + 9).toUpperCase() !== 'DELIMITER') return null;
  const stop = text.indexOf('\n', at);
  const end = stop < 0 ? text.length : stop;
  const word = text.slice(at + 9, Math.min(end, at + 100));
  if (word.trim() === '' || word.charCodeAt(0) > 32) return null;
  return { delimiter: word.trim().split(/\s/)[0] as string, end };
}

interface Found {
  readonly end: number;
  readonly ended: boolean;
  readonly open: ScriptStatement['open'];
}

function endOfStatement(text: string, from: number, delimiter: string, escapes: boolean): Found {
  const length = text.length;
  const first = delimiter.charCodeAt(0);
  const isLong = delimiter.length > 1;
  let executing = 0;
  let at = from;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === DOUBLE_QUOTE) {
      const end = endOfString(text, at, code, escapes);
      if (end < 0) return { end: length, ended: false, open: 'string' };
      at = end;
    } else if (code === first && executing === 0 && (!isLong || text.startsWith(delimiter, at))) {
      return { end: at, ended: true, open: null };
    } else if (code === BACKTICK) {
      const end = text.indexOf('`', at + 1);
      if (end < 0) return { end: length, ended: false, open: 'name' };
      at = end + 1;
    } else if (code === HASH || (code === DASH && startsDashComment(text, at))) {
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      at = end + 1;
    } else if (code === SLASH && text.charCodeAt(at + 1) === STAR) {
      if (isExecutable(text, at)) {
        executing++;
        at += 3;
      } else {
        const end = text.indexOf('*/', at + 2);
        if (end < 0) return { end: length, ended: false, open: 'comment' };
        at = end + 2;
      }
    } else if (code === STAR && executing > 0 && text.charCodeAt(at + 1) === SLASH) {
      executing--;
      at += 2;
    } else at++;
  }
  return { end: length, ended: false, open: executing > 0 ? 'comment' : null };
}

/** After the closing quote; doubled quotes close and open again, which comes to the same. */
function endOfString(text: string, at: number, quote: number, escapes: boolean): number {
  const length = text.length;
  for (let i = at + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === BACKSLASH && escapes) i++;
  }
  return -1;
}
