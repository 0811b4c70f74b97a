import { printFloatExactly } from '../numbers';
import type { Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { byteLength } from './bytes';

const DIRECTIVE = /%(?:%|(\d+\$)?([-+ 0]|'.)*(\d+)?(?:\.(\d+))?([bcdeEfFgGosuxX]))/gs;

/** sprintf's own language: https://www.php.net/manual/en/function.sprintf.php */
function format(c: BuiltinCall, text: string, values: readonly Value[]): string {
  let next = 0;
  return text.replace(
    DIRECTIVE,
    (whole, position?: string, _flag?: string, width?: string, precision?: string, type?: string) => {
      if (type === undefined) return '%';
      const flags = /^%(?:\d+\$)?((?:[-+ 0]|'.)*)/s.exec(whole)?.[1] ?? '';
      const index = position ? Number.parseInt(position, 10) - 1 : next++;
      const value = values[index];
      if (value === undefined)
        return c.m.throwError(
          'ArgumentCountError',
          `${index + 2} arguments are required, ${values.length + 1} given`,
        );
      const shown = directive(
        c,
        type,
        value,
        precision === undefined ? null : Number(precision),
        flags.replace(/'./gs, '').includes('+'),
      );
      return padded(shown, flags, Number(width ?? 0));
    },
  );
}

function padded(text: string, flags: string, width: number): string {
  const missing = width - byteLength(text);
  if (missing <= 0) return text;
  const custom = /'(.)/s.exec(flags)?.[1];
  const plain = flags.replace(/'./gs, '');
  const filler = custom ?? (plain.includes('0') ? '0' : ' ');
  if (plain.includes('-')) return text + filler.repeat(missing);
  if (filler === '0' && /^[-+]/.test(text)) return text[0] + filler.repeat(missing) + text.slice(1);
  return filler.repeat(missing) + text;
}

function directive(
  c: BuiltinCall,
  type: string,
  value: Value,
  precision: number | null,
  plus: boolean,
): string {
  const signed = (text: string, number: number): string => (plus && number >= 0 ? `+${text}` : text);
  switch (type) {
    case 's': {
      const text = c.textOf(value);
      return precision === null ? text : text.slice(0, precision);
    }
    case 'd': {
      const number = c.intOf(value);
      return signed(String(number), number);
    }
    case 'u': {
      const number = c.intOf(value);
      return number < 0 ? (BigInt(number) + 2n ** 64n).toString() : String(number);
    }
    case 'f':
    case 'F': {
      const number = c.floatOf(value);
      return signed(fixed(number, precision ?? 6), number);
    }
    case 'e':
    case 'E': {
      const number = c.floatOf(value);
      const text = number.toExponential(precision ?? 6);
      return signed(type === 'e' ? text : text.toUpperCase(), number);
    }
    case 'g':
    case 'G': {
      const text = printFloatExactly(Number(c.floatOf(value).toPrecision(precision || 6)), 'e');
      return type === 'g' ? text : text.toUpperCase();
    }
    case 'c':
      return String.fromCharCode(c.intOf(value) & 127);
    default:
      return based(c.intOf(value), type);
  }
}

function based(number: number, type: string): string {
  const positive = number < 0 ? BigInt(number) + 2n ** 64n : BigInt(number);
  const text = positive.toString(type === 'b' ? 2 : type === 'o' ? 8 : 16);
  return type === 'X' ? text.toUpperCase() : text;
}

/** PHP's round: half away from zero, on the decimal digits that the float is shown with. */
export function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value) || Math.abs(places) > 300) return value;
  const shifted = shift(Math.abs(value), places);
  const result = shift(Math.floor(shifted + 0.5), -places);
  return value < 0 ? -result : result;
}

/** Moves the decimal point without binary noise. */
function shift(value: number, places: number): number {
  const [figures, exponent = '0'] = String(value).split('e');
  return Number(`${figures}e${Number(exponent) + places}`);
}

function fixed(value: number, places: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return roundTo(value, Math.min(places, 20)).toFixed(Math.min(places, 100));
}

function numberFormat(c: BuiltinCall): string {
  const places = Math.max(0, c.int(1, 0));
  const text = fixed(c.float(0), places);
  const [whole, fraction] = text.replace('-', '').split('.');
  const point = c.raw(2) === null ? '.' : c.text(2);
  const separator = c.raw(3) === null ? ',' : c.text(3);
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, () => separator);
  const sign = text.startsWith('-') && /[1-9]/.test(text) ? '-' : '';
  return sign + grouped + (fraction === undefined ? '' : point + fraction);
}

export const FORMATTING_FUNCTIONS: BuiltinTable = {
  sprintf: ['format ...values', (c) => charged(c, format(c, c.text(0), c.rest(1)))],
  vsprintf: ['format values', (c) => charged(c, format(c, c.text(0), [...c.array(1).entries.values()]))],
  printf: [
    'format ...values',
    (c) => {
      const text = format(c, c.text(0), c.rest(1));
      c.m.print(text);
      return byteLength(text);
    },
  ],
  number_format: ['num decimals? decimal_separator? thousands_separator?', numberFormat],
};

function charged(c: BuiltinCall, text: string): string {
  c.m.charge(text.length);
  return text;
}
