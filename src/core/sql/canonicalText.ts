import { quoteName } from './expressionPrint';
import type { ExpressionRules } from './expressionRules';

/** Qualified columns: without the own schema, or the bare name. */
export function canonicalColumn(parts: readonly string[], rules: ExpressionRules): string {
  const last = parts.at(-1) as string;
  const quote = (part: string) => (part === '*' ? '*' : quoteName(part));
  if ((rules.qualifiers ?? 'drop') === 'drop') return quote(last);
  const own = parts.length > 2 && parts[0] === rules.database ? parts.slice(1) : parts;
  if (own.length === 2 && own[0] === rules.alone) return quote(last);
  return own.map(quote).join('.');
}

export function canonicalNumber(text: string): string {
  if (text.endsWith('.')) return text.slice(0, -1);
  return text.startsWith('.') ? `0${text}` : text.toLowerCase();
}

/** `x'4a'`, `0x4A` and `b'1001010'` are one. */
export function canonicalBytes(text: string): string {
  const digits = text[1] === "'" ? text.slice(2, -1) : text.slice(2);
  const isBits = text[0] === 'b' || text[1] === 'b';
  if (!isBits) return `0x${digits.toUpperCase()}`;
  const hex = BigInt(`0b${digits || '0'}`)
    .toString(16)
    .toUpperCase();
  return `0x${hex.padStart(Math.ceil(hex.length / 2) * 2, '0')}`;
}

/** `char charset utf8mb4` → `char`, `signed integer` → `signed`, `decimal` → `decimal(10, 0)`. */
export function canonicalCast(words: readonly string[]): string {
  const text = words
    .join(' ')
    .replace(/ ?\( ?/g, '(')
    .replace(/ ?\) ?/g, ') ')
    .replace(/ ?, ?/g, ', ')
    .trim();
  const bare = text.replace(/ (?:charset|character set) (\S+)/, (_, charset: string) =>
    charset === 'binary' ? ' binary' : /^utf8/.test(charset) ? '' : ` charset ${charset}`,
  );
  if (bare.startsWith('char') && bare.endsWith(' binary'))
    return bare.replace(/^char/, 'binary').replace(/ binary$/, '');
  if (/^(un)?signed int(eger)?$/.test(bare)) return bare.split(' ')[0] as string;
  if (/^nchar\b/.test(bare)) return bare.slice(1);
  const decimal = /^(?:decimal|dec|numeric)(?:\((\d+)(?:, (\d+))?\))?$/.exec(bare);
  if (decimal) return `decimal(${decimal[1] ?? '10'}, ${decimal[2] ?? '0'})`;
  return bare;
}
