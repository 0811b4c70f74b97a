import { patternShape } from './patternCost';

/** A PCRE pattern as a JavaScript one. */
export interface Pattern {
  readonly regex: RegExp;
  /** How many groups there are, the whole match included. */
  readonly groups: number;
  readonly names: ReadonlyMap<number, string>;
  /** How many steps a text of this length may take at worst. */
  readonly cost: (length: number) => number;
  /** Whether it means the same for other than ASCII texts: PCRE works on bytes, or has other ideas of a word. */
  readonly anyText: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};

/** What JavaScript has no word for. */
const FOREIGN = /\(\?(?:[>|&RP+-]|\(|\d|P=|P>|#)|\\[GKXC]|[*+?}]\+|\(\*/;

const translated = new Map<string, Pattern | string>();

/** Translates a PCRE pattern with its delimiters; gives the reason where it can't. */
export function translatePattern(source: string): Pattern | string {
  let result = translated.get(source);
  if (result === undefined) {
    result = translate(source);
    if (translated.size > 1000) translated.clear();
    translated.set(source, result);
  }
  return result;
}

function translate(source: string): Pattern | string {
  const text = source.trimStart();
  const open = text[0] ?? '';
  if (open === '' || /[\w\\]/.test(open)) return 'it has no delimiters';
  const end = text.lastIndexOf(CLOSING[open] ?? open);
  if (end <= 0) return 'it does not end';
  const modifiers = text.slice(end + 1).trim();
  if (/[^imsuxDUSXJn]/.test(modifiers)) return 'it has a modifier that is not known';
  if (/[UXJn]/.test(modifiers)) return 'it has a modifier that is not followed';
  let body = text.slice(1, end);
  if (modifiers.includes('x')) body = withoutSpaces(body);
  const bare = body.replace(/\\[^GKXC]/g, '').replace(/\[(?:\\.|[^\]])*\]/g, '[]');
  if (FOREIGN.test(bare.replace(/\(\?P?<|\(\?P?'/g, '(?<'))) return 'it is not followed';
  const inline = /^\(\?([imsx]+)\)/.exec(body);
  const flags = new Set([...modifiers].filter((flag) => 'ims'.includes(flag)));
  if (inline) {
    for (const flag of inline[1]!) if ('ims'.includes(flag)) flags.add(flag);
    body = body.slice(inline[0].length);
  }
  if (/\(\?[imsx-]+[):]/.test(bare.slice(inline?.[0].length ?? 0))) return 'it is not followed';
  const names = new Map<number, string>();
  const js = rewrite(body, names, flags, modifiers.includes('D'));
  flags.delete('m');
  try {
    const regex = new RegExp(js, `d${[...flags].join('')}u`);
    return {
      regex,
      ...patternShape(js),
      names,
      anyText: meansAnyText(body, modifiers.includes('u')),
    };
  } catch {
    return 'it is not understood';
  }
}

function meansAnyText(body: string, unicode: boolean): boolean {
  if (unicode) return !/\\[wWdDbB]|\[:/.test(body);
  return /^[\0-\x7f]*$/.test(body) && !/(?<!\\)\.|\[\^|\\[WDSNRxBb]/.test(body);
}

function withoutSpaces(body: string): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    if (char === '\\') {
      result += char + (body[i + 1] ?? '');
      i += 1;
    } else if (inClass) {
      inClass = char !== ']';
      result += char;
    } else if (char === '#') while (i < body.length && body[i] !== '\n') i += 1;
    else if (!/\s/.test(char)) {
      inClass = char === '[';
      result += char;
    }
  }
  return result;
}

const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<![^])',
  z: '(?![^])',
  Z: '(?=\\n?(?![^]))',
  h: '[ \\t]',
  e: '\\x1b',
  a: '\\x07',
};
const NEEDS_NO_SLASH = /[\s"#%&',:;<=>@_`~!-]/;

/** The body in JavaScript's words, for the `u` flag, which refuses needless escapes. */
function rewrite(
  body: string,
  names: Map<number, string>,
  flags: ReadonlySet<string>,
  dollarEnd: boolean,
): string {
  let out = '';
  let group = 0;
  let inClass = false;
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    const rest = body.slice(i);
    if (char === '\\') {
      const next = body[i + 1] ?? '';
      i += 1;
      const braced = /^\\x\{([0-9a-fA-F]+)\}/.exec(rest);
      if (braced) {
        out += `\\u{${braced[1]}}`;
        i += braced[0].length - 2;
      } else if (/^\\[pP]\{\w+\}/.test(rest)) {
        const named = /^\\[pP]\{\w+\}/.exec(rest)![0];
        out += named;
        i += named.length - 2;
      } else if (next === 'R' && !inClass) out += '(?:\\r\\n|[\\n\\v\\f\\r\\x85\\u2028\\u2029])';
      else if (/^\\[pP][A-Z](?![a-z{])/.test(rest)) {
        out += `\\${next}{${body[i + 1]}}`;
        i += 1;
      } else if (next === 'Q') {
        const end = body.indexOf('\\E', i);
        const literal = body.slice(i + 1, end < 0 ? undefined : end);
        out += literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        i = end < 0 ? body.length : end + 1;
      } else if (inClass && next === '-') out += '\\-';
      else if (!inClass && next in ESCAPES) out += ESCAPES[next];
      else if (next === 'h') out += ' \\t';
      else if (NEEDS_NO_SLASH.test(next) || next.charCodeAt(0) > 127) out += next;
      else out += `\\${next}`;
      continue;
    }
    if (inClass) {
      const posix = /^\[:(\^?)(\w+):\]/.exec(rest);
      if (posix && POSIX[posix[2]!] !== undefined && posix[1] === '') {
        out += POSIX[posix[2]!];
        i += posix[0].length - 1;
      } else if (char === '[') out += '\\[';
      else {
        if (char === ']') inClass = false;
        out += char;
      }
      continue;
    }
    if (char === '[') {
      inClass = true;
      out += '[';
      if (body[i + 1] === '^') {
        out += '^';
        i += 1;
      }
      if (body[i + 1] === ']') {
        out += '\\]';
        i += 1;
      }
      continue;
    }
    if (char === '(') {
      const named = /^\(\?P?(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest);
      if (named) {
        group += 1;
        names.set(group, named[1] ?? named[2]!);
        out += '(';
        i += named[0].length - 1;
        continue;
      }
      if (body[i + 1] !== '?') group += 1;
    }
    if (char === '$' && flags.has('m')) out += '(?![^\\n])';
    else if (char === '^' && flags.has('m')) out += '(?<![^\\n])(?!(?<=\\n)(?![^]))';
    else if (char === '.' && !flags.has('s')) out += '[^\\n]';
    else if (char === '$') out += dollarEnd ? '(?![^])' : '(?=\\n?(?![^]))';
    else if (char === '{' && !/^\{\d+(?:,\d*)?\}/.test(rest)) out += '\\{';
    else if (char === '}' && !/\{\d+(?:,\d*)?$/.test(body.slice(0, i))) out += '\\}';
    else if (char === ']') out += '\\]';
    else out += char;
  }
  return out;
}
