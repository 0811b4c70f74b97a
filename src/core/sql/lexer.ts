import { runsComment } from './lexicalRules';
import type { LexicalRules, Token } from './token';

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKTICK = 96;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const DASH = 45;
const HASH = 35;
const DOT = 46;
const AT = 64;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
/** Letters, digits, `_`, `$` and everything beyond ASCII may stand in an unquoted name. */
const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 36 ||
  code >= 128;
const isHex = (code: number): boolean =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

const THREE = new Set(['<=>', '->>']);
const TWO = new Set(['<=', '>=', '<>', '!=', '<<', '>>', '||', '&&', ':=', '->']);
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
};

/**
 * Splits a statement into tokens, in one pass and linear time, and never throws: what has no end becomes a `broken`
 * token, after which nothing is read. Comments are left out; executable ones count if the server would run them.
 */
export function tokenize(sql: string, rules: LexicalRules): Token[] {
  const tokens: Token[] = [];
  const length = sql.length;
  let at = 0;
  /** Inside how many executable comments that count. */
  let executing = 0;

  const push = (kind: Token['kind'], text: string, word: string, start: number, end: number) => {
    tokens.push({ kind, text, word, start, end });
    at = end;
  };

  while (at < length) {
    const code = sql.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const start = at;
    if (code === HASH || (code === DASH && startsDashComment(sql, at))) {
      const end = sql.indexOf('\n', at);
      at = end < 0 ? length : end + 1;
      continue;
    }
    if (code === SLASH && sql.charCodeAt(at + 1) === STAR) {
      const opened = openComment(sql, at, rules);
      if (opened.runs) executing++;
      else if (opened.end < 0) {
        push('broken', sql.slice(start), '', start, length);
        break;
      }
      at = opened.end;
      continue;
    }
    if (code === STAR && executing > 0 && sql.charCodeAt(at + 1) === SLASH) {
      executing--;
      at += 2;
      continue;
    }
    if (code === QUOTE || code === DOUBLE_QUOTE || code === BACKTICK) {
      const isName = code === BACKTICK || (code === DOUBLE_QUOTE && rules.ansiQuotes);
      const read = readQuoted(sql, at, code, !isName && !rules.noBackslashEscapes);
      if (!read) {
        push('broken', sql.slice(start), '', start, length);
        break;
      }
      push(isName ? 'name' : 'string', read.text, '', start, read.end);
      continue;
    }
    if (code === AT) {
      const end = endOfVariable(sql, at);
      push('variable', sql.slice(start, end), '', start, end);
      continue;
    }
    const afterDot = tokens.length > 0 && tokens.at(-1)!.word === '.' && tokens.at(-1)!.end === start;
    if (
      isDigit(code) ||
      (code === DOT && !afterDot && isDigit(sql.charCodeAt(at + 1)) && !isQualified(tokens, at))
    ) {
      const end = afterDot ? endOfName(sql, at) : endOfNumber(sql, at);
      if (end < 0) {
        // A name that begins with a digit: `2fa_secret`.
        const stop = endOfName(sql, at);
        push('word', sql.slice(start, stop), sql.slice(start, stop).toUpperCase(), start, stop);
        continue;
      }
      const text = sql.slice(start, end);
      if (afterDot) push('name', text, '', start, end);
      else if (text.length > 2 && (text[1] === 'x' || text[1] === 'b')) push('bytes', text, '', start, end);
      else push('number', text, '', start, end);
      continue;
    }
    if (isNamePart(code)) {
      const end = endOfName(sql, at);
      const text = sql.slice(start, end);
      const next = sql.charCodeAt(end);
      if (next === QUOTE && text.length === 1 && 'xXbB'.includes(text)) {
        const close = sql.indexOf("'", end + 1);
        const digits = close < 0 ? '' : sql.slice(end + 1, close);
        const isBit = text === 'b' || text === 'B';
        if (close >= 0 && areDigits(digits, isBit) && (isBit || digits.length % 2 === 0)) {
          push('bytes', `${text.toLowerCase()}'${digits}'`, '', start, close + 1);
          continue;
        }
      }
      if (next === QUOTE && (text === 'n' || text === 'N')) {
        push('introducer', 'utf8mb3', '', start, end);
      } else if (code === 95 && !afterDot && isIntroducer(text, sql, end)) {
        push('introducer', text.slice(1).toLowerCase(), '', start, end);
      } else if (afterDot) {
        push('name', text, '', start, end);
      } else {
        push('word', text, text.toUpperCase(), start, end);
      }
      continue;
    }
    const symbol = readSymbol(sql, at);
    push('symbol', symbol, symbol, start, start + symbol.length);
  }
  if (executing > 0 && tokens.at(-1)?.kind !== 'broken') tokens.push(token('broken', '', length));
  tokens.push(token('end', '', length));
  return tokens;
}

const token = (kind: Token['kind'], text: string, at: number): Token => ({
  kind,
  text,
  word: '',
  start: at,
  end: at,
});

/** `--` begins a comment only before white space or the end. */
export function startsDashComment(sql: string, at: number): boolean {
  if (sql.charCodeAt(at + 1) !== DASH) return false;
  const next = sql.charCodeAt(at + 2);
  return Number.isNaN(next) || next <= 32;
}

/** A `.` right after a name is a qualifier, even when digits follow: `db.1table`. */
function isQualified(tokens: readonly Token[], at: number): boolean {
  const last = tokens.at(-1);
  return last !== undefined && last.end === at && (last.kind === 'word' || last.kind === 'name');
}

/** Reads `/*…`: either the start of an executable comment that runs, or where the comment ends (-1: nowhere). */
function openComment(sql: string, at: number, rules: LexicalRules): { runs: boolean; end: number } {
  const marker = sql[at + 2] === '!' ? '!' : sql[at + 2] === 'M' && sql[at + 3] === '!' ? 'M!' : null;
  if (marker === null) {
    const end = sql.indexOf('*/', at + 2);
    return { runs: false, end: end < 0 ? -1 : end + 2 };
  }
  let body = at + 2 + marker.length;
  const digits = body;
  while (body < digits + 6 && isDigit(sql.charCodeAt(body))) body++;
  const count = body - digits;
  if (count > 0 && count < 5) body = digits;
  const version = count >= 5 ? Number(sql.slice(digits, body)) : null;
  if (runsComment(rules, marker, version)) return { runs: true, end: body };
  return { runs: false, end: endOfSkipped(sql, body) };
}

/** The end of an executable comment that does not run; it may hold plain comments, one level deep. */
function endOfSkipped(sql: string, from: number): number {
  let at = from;
  for (;;) {
    const close = sql.indexOf('*/', at);
    if (close < 0) return -1;
    const open = sql.indexOf('/*', at);
    if (open < 0 || open > close) return close + 2;
    const inner = sql.indexOf('*/', open + 2);
    if (inner < 0) return -1;
    at = inner + 2;
  }
}

/** Decodes a quoted string or name that begins at `at`; null without an end. */
function readQuoted(
  sql: string,
  at: number,
  quote: number,
  escapes: boolean,
): { text: string; end: number } | null {
  let text = '';
  let from = at + 1;
  for (let i = from; i < sql.length; i++) {
    const code = sql.charCodeAt(i);
    if (code === quote) {
      text += sql.slice(from, i);
      if (sql.charCodeAt(i + 1) !== quote) return { text, end: i + 1 };
      text += sql[i];
      from = i + 2;
      i++;
    } else if (escapes && code === BACKSLASH) {
      const next = sql[i + 1];
      if (next === undefined) return null;
      // `\%` and `\_` keep their backslash: only LIKE reads them.
      const kept = next === '%' || next === '_' ? `\\${next}` : (ESCAPES[next] ?? next);
      text += sql.slice(from, i) + kept;
      from = i + 2;
      i++;
    }
  }
  return null;
}

function endOfName(sql: string, at: number): number {
  let end = at;
  while (end < sql.length && isNamePart(sql.charCodeAt(end))) end++;
  return end;
}

/** The end of a number that begins at `at`, or -1 if it is a name that begins with digits. */
function endOfNumber(sql: string, at: number): number {
  if (sql.charCodeAt(at) === 48 && (sql[at + 1] === 'x' || sql[at + 1] === 'b')) {
    const isBit = sql[at + 1] === 'b';
    const end = endOfName(sql, at);
    return end > at + 2 && areDigits(sql.slice(at + 2, end), isBit) ? end : -1;
  }
  let end = at;
  while (isDigit(sql.charCodeAt(end))) end++;
  const isPlain = end > at;
  if (
    sql.charCodeAt(end) === DOT &&
    !(isNamePart(sql.charCodeAt(end + 1)) && !isDigit(sql.charCodeAt(end + 1)))
  ) {
    end++;
    while (isDigit(sql.charCodeAt(end))) end++;
  }
  if (sql[end] === 'e' || sql[end] === 'E') {
    let exponent = end + 1;
    if (sql[exponent] === '+' || sql[exponent] === '-') exponent++;
    if (isDigit(sql.charCodeAt(exponent))) {
      while (isDigit(sql.charCodeAt(exponent))) exponent++;
      end = exponent;
    }
  }
  return isPlain && isNamePart(sql.charCodeAt(end)) ? -1 : end;
}

function areDigits(text: string, bits: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (bits ? code !== 48 && code !== 49 : !isHex(code)) return false;
  }
  return true;
}

const CHARSETS = new Set(
  'armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16 utf16le utf32 utf8 utf8mb3 utf8mb4'.split(
    ' ',
  ),
);

const isCharset = (name: string): boolean => CHARSETS.has(name.toLowerCase());

/** `_utf8mb4'…'`, `_binary 0x61`: a character set's name before a literal. */
function isIntroducer(text: string, sql: string, end: number): boolean {
  if (!isCharset(text.slice(1))) return false;
  let at = end;
  while (isSpace(sql.charCodeAt(at))) at++;
  const next = sql[at];
  if (next === "'" || next === '"') return true;
  if (next === '0') return sql[at + 1] === 'x' || sql[at + 1] === 'b';
  return (next === 'x' || next === 'X' || next === 'b' || next === 'B') && sql[at + 1] === "'";
}

function endOfVariable(sql: string, at: number): number {
  let end = at + 1;
  if (sql.charCodeAt(end) === AT) end++;
  const quote = sql.charCodeAt(end);
  if (quote === QUOTE || quote === DOUBLE_QUOTE || quote === BACKTICK) {
    return readQuoted(sql, end, quote, quote !== BACKTICK)?.end ?? sql.length;
  }
  while (end < sql.length && (isNamePart(sql.charCodeAt(end)) || sql.charCodeAt(end) === DOT)) end++;
  return end;
}

/** The characters that symbols of several begin with. */
const OPENERS = new Set('<>!|&:-');

function readSymbol(sql: string, at: number): string {
  const one = sql[at] as string;
  if (!OPENERS.has(one)) return one;
  const three = sql.slice(at, at + 3);
  if (THREE.has(three)) return three;
  const two = three.slice(0, 2);
  return TWO.has(two) ? two : one;
}
