import type { ColumnType } from './model';
import type { ServerProfile } from './server';
import type { WrittenDefault } from './statement';
import { familyOf } from './types';

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

const INTEGER_BITS: Readonly<Record<string, number>> = {
  tinyint: 8,
  smallint: 16,
  mediumint: 24,
  int: 32,
  bigint: 64,
};

/**
 * A literal default as the server keeps it: `1.5` of a decimal(8,2) is `1.50`, `2020-1-1` of a datetime is
 * `2020-01-01 00:00:00`. Null where the server refuses it with 1067 in strict mode. `isNumber`: written without quotes.
 */
export function canonicalLiteral(
  server: ServerProfile,
  type: ColumnType,
  value: string,
  isNumber = false,
): string | null {
  switch (familyOf(type)) {
    case 'integer':
      return integer(type, value);
    case 'decimal':
      return decimal(type, value);
    case 'float':
      return NUMBER.test(value) ? float(type, value, server.vendor === 'mariadb' && !isNumber) : null;
    case 'bit':
      return bit(type, value);
    case 'char':
      return text(type, value);
    case 'binary': {
      const most = type.length ?? 1;
      if (value.length > most) return null;
      return type.base === 'binary' ? value.padEnd(most, '\0') : value;
    }
    case 'enum':
      return member(type.members ?? [], value);
    case 'set':
      return setMembers(type.members ?? [], value);
    case 'date':
      return date(server, value);
    case 'datetime':
    case 'timestamp':
      return dateTime(server, type, value);
    case 'time':
      return time(server, type, value);
    case 'year':
      return year(value, isNumber);
    case 'uuid':
      return uuid(value);
    case 'inet':
      return INET.test(value) ? value : null;
    default:
      return value;
  }
}

/** A default of bytes as the literal that the column takes it for: a number, bits, or text in its character set. */
export function literalOfBytes(
  type: ColumnType,
  charset: string | null,
  { bytes, number }: Extract<WrittenDefault, { kind: 'bytes' }>,
): string {
  const family = familyOf(type);
  const isNumber = /^(?:integer|decimal|float|bit)$/.test(family);
  if (!isNumber || !(number || family === 'bit')) return decoded(bytes, charset);
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte.charCodeAt(0));
  return family === 'bit' ? `b'${value.toString(2)}'` : value.toString();
}

/** Bytes as text; what is no text in the character set stays bytes. */
function decoded(bytes: string, charset: string | null): string {
  const codes = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  const isWide = /^(?:ucs2|utf16|utf32)$/.test(charset ?? '');
  if (!isWide && charset !== null && !/^(?:utf8mb[34]|binary)$/.test(charset)) return bytes;
  if (isWide) {
    const width = charset === 'utf32' ? 4 : 2;
    let text = '';
    for (let i = 0; i + width <= codes.length; i += width) {
      const code = codes.subarray(i, i + width).reduce((sum, byte) => sum * 256 + byte, 0);
      text += width === 4 && code <= 0x10ffff ? String.fromCodePoint(code) : String.fromCharCode(code);
    }
    return text;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(codes);
  } catch {
    return bytes;
  }
}

/** A char has no trailing spaces; those beyond the length never count. */
function text(type: ColumnType, value: string): string | null {
  const kept = type.base === 'char' ? value.replace(/ +$/, '') : value;
  return [...kept].length <= (type.length ?? 1) ? kept : null;
}

/** Rounds a plain decimal text half away from zero; digits are text so that bigint and decimal(65) stay exact. */
function rounded(text: string, scale: number): string | null {
  const match = /^\s*([+-]?)0*(\d*)\.?(\d*)\s*$/.exec(expandExponent(text));
  if (!match) return null;
  const digits = `${match[2]}${match[3]!.padEnd(scale + 1, '0')}`;
  const kept = BigInt(digits.slice(0, match[2]!.length + scale) || '0');
  const up = digits.charCodeAt(match[2]!.length + scale) >= 53;
  const whole = String(up ? kept + 1n : kept).padStart(scale + 1, '0');
  const at = whole.length - scale;
  const result = scale === 0 ? whole : `${whole.slice(0, at)}.${whole.slice(at)}`;
  return match[1] === '-' && /[1-9]/.test(result) ? `-${result}` : result;
}

function expandExponent(text: string): string {
  const match = /^\s*([+-]?)(\d*)\.?(\d*)e([+-]?\d+)\s*$/i.exec(text);
  if (!match) return text;
  const exponent = Number(match[4]);
  const all = `${match[2]}${match[3]}`;
  const point = match[2]!.length + exponent;
  if (Math.abs(point) > 400) return text;
  if (point <= 0) return `${match[1]}0.${'0'.repeat(-point)}${all}`;
  if (point >= all.length) return `${match[1]}${all}${'0'.repeat(point - all.length)}`;
  return `${match[1]}${all.slice(0, point)}.${all.slice(point)}`;
}

function integer(type: ColumnType, value: string): string | null {
  const hex = /^0x[\da-f]+$/i.test(value);
  if (!hex && !NUMBER.test(value)) return null;
  const text = hex ? BigInt(value).toString() : rounded(value, 0);
  const bits = INTEGER_BITS[type.base];
  if (text === null || bits === undefined) return null;
  const number = BigInt(text);
  const least = type.unsigned ? 0n : -(1n << BigInt(bits - 1));
  const most = type.unsigned ? (1n << BigInt(bits)) - 1n : (1n << BigInt(bits - 1)) - 1n;
  if (number < least || number > most) return null;
  return type.zerofill && type.length ? text.padStart(type.length, '0') : text;
}

function decimal(type: ColumnType, value: string): string | null {
  if (!NUMBER.test(value)) return null;
  const scale = type.scale ?? 0;
  const text = rounded(value, scale);
  if (text === null || (type.unsigned && text.startsWith('-'))) return null;
  const whole = text.replace(/^-/, '').split('.')[0]!.replace(/^0+/, '');
  return whole.length > (type.length ?? 10) - scale ? null : text;
}

/** `clamps`: MariaDB takes the nearest value of what is written as a text and out of range. */
function float(type: ColumnType, value: string, clamps: boolean): string | null {
  const number = Number(value);
  if (type.unsigned && number < 0) return clamps ? float(type, '0', false) : null;
  if (type.scale !== null) {
    const text = rounded(value, type.scale);
    const whole = (type.length ?? 0) - type.scale;
    const digits = text?.replace(/^-/, '').split('.')[0]?.replace(/^0+/, '') ?? '';
    if (digits.length <= whole) return text;
    return clamps ? `${number < 0 ? '-' : ''}${'9'.repeat(whole) || '0'}.${'9'.repeat(type.scale)}` : null;
  }
  const isFloat = type.base === 'float';
  const isOut = !Number.isFinite(number) || (isFloat && Math.abs(number) > MAX_FLOAT);
  if (isOut && !(clamps && isFloat)) return null;
  const kept = isOut ? Math.sign(number) * MAX_FLOAT : number;
  // A float is shown with six digits.
  return String(isFloat ? Number(kept.toPrecision(6)) : kept);
}

const MAX_FLOAT = 3.402823466e38;

function bit(type: ColumnType, value: string): string | null {
  const binary = /^b'([01]*)'$/i.exec(value)?.[1];
  const number =
    binary !== undefined ? BigInt(`0b${binary || '0'}`) : /^\d+$/.test(value) ? BigInt(value) : null;
  if (number === null || number >= 1n << BigInt(type.length ?? 1)) return null;
  return `b'${number.toString(2)}'`;
}

function member(members: readonly string[], value: string): string | null {
  const wanted = value.replace(/ +$/, '');
  return (
    members.find((name) => name === wanted) ??
    members.find((name) => name.toLowerCase() === wanted.toLowerCase()) ??
    (value === '' && members.includes('') ? '' : null)
  );
}

function setMembers(members: readonly string[], value: string): string | null {
  if (value === '') return '';
  const found = new Set<string>();
  for (const part of value.split(',')) {
    const name = member(members, part);
    if (name === null) return null;
    found.add(name);
  }
  return members.filter((name) => found.has(name)).join(',');
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (text: string | undefined) => (text ?? '0').padStart(2, '0');

/** Year, month and day as text of fixed width, or null where there is no such day in this sql_mode. */
function day(server: ServerProfile, yearText: string, monthText: string, dayText: string): string | null {
  const y =
    yearText.length === 2 ? String(Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900)) : yearText;
  const month = Number(monthText);
  const dayNumber = Number(dayText);
  const text = `${y.padStart(4, '0')}-${two(monthText)}-${two(dayText)}`;
  if (text === '0000-00-00') return server.strict && server.sqlMode.includes('NO_ZERO_DATE') ? null : text;
  if (month > 12 || dayNumber > 31) return null;
  if (month === 0 || dayNumber === 0)
    return server.strict && server.sqlMode.includes('NO_ZERO_IN_DATE') ? null : text;
  const leap = Number(y) % 4 === 0 && (Number(y) % 100 !== 0 || Number(y) % 400 === 0);
  if (dayNumber > DAYS[month - 1]! || (month === 2 && dayNumber === 29 && !leap)) return null;
  return text;
}

const DATE = /^\s*(\d{4}|\d{2})[^\d\s](\d{1,2})[^\d\s](\d{1,2})(?:[T\s]+(.*?))?\s*$/;
const COMPACT = /^\s*(\d{4}|\d{2})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?\s*$/;
const CLOCK = /^(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?(?:\.(\d*))?$/;

function dateParts(value: string): readonly [string, string, string, string] | null {
  const written = DATE.exec(value);
  if (written) return [written[1]!, written[2]!, written[3]!, written[4] ?? ''];
  const compact = COMPACT.exec(value);
  if (compact) {
    const clock = compact[4] === undefined ? '' : `${compact[4]}:${compact[5]}:${compact[6]}`;
    return [compact[1]!, compact[2]!, compact[3]!, clock];
  }
  return /^\s*0\s*$/.test(value) ? ['0000', '00', '00', ''] : null;
}

function date(server: ServerProfile, value: string): string | null {
  const parts = dateParts(value);
  return parts && day(server, parts[0], parts[1], parts[2]);
}

function fraction(type: ColumnType, digits: string | undefined): string {
  return type.length ? `.${(digits ?? '').slice(0, type.length).padEnd(type.length, '0')}` : '';
}

/** MySQL rounds a fraction that is too long, up to the next second and day; MariaDB cuts it. */
function roundedFraction(
  server: ServerProfile,
  text: string,
  type: ColumnType,
  digits: string | undefined,
): string {
  const places = type.length ?? 0;
  const cut = `${text}${fraction(type, digits)}`;
  const up = server.vendor === 'mysql' && (digits ?? '').charCodeAt(places) >= 53;
  if (!up || text.startsWith('0000')) return cut;
  const time = Date.parse(`${text.replace(' ', 'T')}Z`);
  const units =
    BigInt(time / 1000) * 10n ** BigInt(places) + BigInt((digits ?? '').slice(0, places) || '0') + 1n;
  const second = new Date(Number(units / 10n ** BigInt(places)) * 1000).toISOString();
  const rest = String(units % 10n ** BigInt(places)).padStart(places, '0');
  return `${second.slice(0, 10)} ${second.slice(11, 19)}${places ? `.${rest}` : ''}`;
}

function dateTime(server: ServerProfile, type: ColumnType, value: string): string | null {
  const parts = dateParts(value);
  if (!parts) return null;
  const dayText = day(server, parts[0], parts[1], parts[2]);
  const clock = CLOCK.exec(parts[3] || '0');
  if (dayText === null || !clock) return null;
  const [, h, m, s, f] = clock;
  if (Number(h) > 23 || Number(m ?? 0) > 59 || Number(s ?? 0) > 59) return null;
  if (type.base === 'timestamp' && dayText !== '0000-00-00') {
    const y = Number(dayText.slice(0, 4));
    if (y < 1970 || y > 2106 || (y > 2038 && server.vendor === 'mysql')) return null;
  }
  return roundedFraction(server, `${dayText} ${two(h)}:${two(m)}:${two(s)}`, type, f);
}

const MOMENT = /^\s*\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|1\d|2[0-8])[ T]+(.+)$/;
const NO_DATE = /^\s*0000-0?0-0?0[ T]+(.+)$/;

function time(server: ServerProfile, type: ColumnType, value: string): string | null {
  // Of a moment its time is taken; MySQL's may have no date.
  const moment = MOMENT.exec(value) ?? (server.vendor === 'mysql' ? NO_DATE.exec(value) : null);
  if (moment) return time(server, type, moment[1]!);
  const written = /^\s*(-?)(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?(?:\.(\d*))?\s*$/.exec(value);
  const compact = /^\s*(-?)(\d{1,3}?)(\d\d)(\d\d)(?:\.(\d*))?\s*$/.exec(value.trim().padStart(6, '0'));
  const match = written ?? compact;
  if (!match || Number(match[2]) > 838 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return null;
  const clock = `${two(match[3])}:${two(match[4])}`;
  const shown = roundedFraction(server, `2000-01-01 00:${clock}`, type, match[5]).slice(14);
  // An hour that rounding has filled goes to the hours.
  const hours = Number(match[2]) + (clock.startsWith('59') && shown.startsWith('00') ? 1 : 0);
  return `${match[1]}${two(String(hours))}:${shown}`;
}

const INET = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)$/i;

/** Hyphens stand where one likes; the server writes its own. */
function uuid(value: string): string | null {
  const digits = value.replaceAll('-', '').toLowerCase();
  if (!/^[\da-f]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function year(value: string, isNumber: boolean): string | null {
  if (!/^\s*\d{1,4}(?:\.\d*)?\s*$/.test(value)) return null;
  const number = Math.round(Number(value));
  if (number >= 1901 && number <= 2155) return String(number);
  if (number > 99) return null;
  if (number === 0) return isNumber || value.trim().length === 4 ? '0000' : '2000';
  return String(number + (number < 70 ? 2000 : 1900));
}
