/**
 * Reads a `.env` file as Laravel's Dotenv does: comments, `export`, quotes, escapes in double quotes, `${NAME}`.
 * Lines that are no assignment are passed over.
 */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const pattern =
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*("(?:[^"\\]|\\[\s\S])*"|'[^']*'|[^\r\n]*)/gm;
  for (const [, name = '', raw = ''] of text.matchAll(pattern)) values.set(name, valueFrom(raw, values));
  return values;
}

function valueFrom(raw: string, known: ReadonlyMap<string, string>): string {
  if (raw.startsWith("'") && raw.endsWith("'") && raw.length > 1) return raw.slice(1, -1);
  if (raw.startsWith('"') && raw.endsWith('"') && raw.length > 1) {
    return expand(
      raw.slice(1, -1).replace(/\\([nrt"\\$])/g, (_, letter: string) => ESCAPES[letter] ?? letter),
      known,
    );
  }
  return expand(raw.replace(/(^|\s)#.*$/, '').trim(), known);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{([\w.]+)\}/g, (whole, name: string) => known.get(name) ?? whole);
}

/** What `env()` makes of a value: `true`, `(false)`, `null`, `empty` are words. */
export function envValue(text: string): string | boolean | null {
  switch (text.toLowerCase()) {
    case 'true':
    case '(true)':
      return true;
    case 'false':
    case '(false)':
      return false;
    case 'empty':
    case '(empty)':
      return '';
    case 'null':
    case '(null)':
      return null;
    default:
      return /^(['"])(.*)\1$/.exec(text)?.[2] ?? text;
  }
}
