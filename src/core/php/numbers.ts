import { type PhpFloat, phpFloat } from './values';

/** PHP_INT_MAX; as a JS number it is one too large, which is right for everything but arithmetic close to it. */
export const INT_MAX = 2 ** 63;

/** Is a whole JS number certain to be the integer PHP has? Those beyond 2^53 are not. */
export function isExact(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** An integer as PHP prints it. */
export function printInt(value: number): string {
  if (value === INT_MAX) return '9223372036854775807';
  if (value === -INT_MAX) return '-9223372036854775808';
  return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
}

function digits(text: string, exponent: number, precision: number, e: string): string {
  const negative = text.startsWith('-');
  const figures = text.replace('-', '').replace(/0+$/, '') || '0';
  const sign = negative ? '-' : '';
  if (exponent < -4 || exponent >= precision) {
    const rest = figures.slice(1) || '0';
    const power = Math.abs(exponent);
    return `${sign}${figures[0]}.${rest}${e}${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${figures}`;
  if (figures.length <= exponent + 1) return sign + figures.padEnd(exponent + 1, '0');
  return `${sign}${figures.slice(0, exponent + 1)}.${figures.slice(exponent + 1)}`;
}

function special(value: number): string | null {
  if (Number.isNaN(value)) return 'NAN';
  if (value === Infinity) return 'INF';
  if (value === -Infinity) return '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  return null;
}

function split(text: string): { figures: string; exponent: number } {
  const at = text.indexOf('e');
  return { figures: text.slice(0, at).replace('.', ''), exponent: Number(text.slice(at + 1)) };
}

/** A float as echo and string conversion print it (ini `precision` 14). */
export function printFloat(value: number): string {
  const known = special(value);
  if (known !== null) return known;
  const { figures, exponent } = split(value.toExponential(13));
  return digits(figures, exponent, 14, 'E');
}

/** A float with all its digits, as var_export and json_encode print it (ini `serialize_precision` -1). */
export function printFloatExactly(value: number, e = 'E'): string {
  const known = special(value);
  if (known !== null) return known;
  const { figures, exponent } = split(value.toExponential());
  return digits(figures, exponent, 17, e);
}

/** What a numeric literal or a numeric string says: an integer, a float where it has a point or is too large. */
export function readNumber(text: string): number | PhpFloat {
  const value = Number(text);
  if (!/[.eE]/.test(text) && Math.abs(value) <= INT_MAX) {
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    const exact = BigInt(text.trim());
    if (exact <= 9223372036854775807n && exact >= -9223372036854775808n) return value;
  }
  return phpFloat(value);
}

/** A PHP number literal: decimal, hex, octal, binary, with underscores. */
export function readLiteral(source: string): number | PhpFloat {
  const text = source.replaceAll('_', '').toLowerCase();
  const based = /^0[xbo]/.test(text) ? text : /^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : null;
  if (based === null) return readNumber(text);
  const exact = BigInt(based);
  return exact <= 9223372036854775807n ? Number(exact) : phpFloat(Number(exact));
}
const NUMERIC = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\r\v\f]*$/;
const LEADING = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/;

/** The number that a numeric string is (leading and trailing white space allowed), else null. */
export function numericString(text: string): number | PhpFloat | null {
  if (text.length === 0) return null;
  const last = text.charCodeAt(text.length - 1);
  if (last > 57) return null;
  const match = NUMERIC.exec(text);
  return match ? readNumber(match[1]!) : null;
}

/** The number that a string begins with, else null. */
export function leadingNumber(text: string): number | PhpFloat | null {
  const match = LEADING.exec(text);
  return match ? readNumber(match[1]!) : null;
}
