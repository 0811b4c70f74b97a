import { increment, OPERATORS } from '../arithmetic';
import { compareValues } from '../compare';
import { floatToInt, toFloat } from '../convert';
import { INT_MAX } from '../numbers';
import { isArray, isFloat, type PhpFloat, phpFloat, surelyThere, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { roundTo } from './formatting';

/** The argument as a number, integers staying integers. */
function number(c: BuiltinCall, index: number): number | PhpFloat {
  const value = c.value(index);
  if (typeof value === 'number' || isFloat(value)) return value;
  const sum = OPERATORS['+']!(c.m, value, 0);
  return typeof sum === 'number' || isFloat(sum) ? sum : c.wrongType(index, 'int|float', value);
}

const raw = (value: number | PhpFloat): number => (typeof value === 'number' ? value : value.value);

function real(compute: (x: number) => number): (c: BuiltinCall) => Value {
  return (c) => phpFloat(compute(c.float(0)));
}

/** max and min: the first of equals wins. */
function extreme(c: BuiltinCall, sign: 1 | -1): Value {
  const list = c.count === 1 ? [...c.array(0).entries.values()] : c.rest(0);
  if (list.length === 0) return c.throwValueError(0, 'must contain at least one element');
  let best: Value = c.known(list[0]!);
  for (const value of list.slice(1)) {
    const order = c.known(compareValues(c.m, c.known(value), best)) as number;
    if (order * sign > 0) best = value;
  }
  return best;
}

function sumOf(c: BuiltinCall, op: string, start: number): Value {
  let result: Value = start;
  for (const value of c.array(0).entries.values()) {
    c.known(value);
    if (isArray(value)) c.m.warn('Unsupported operand types: array + int');
    else result = OPERATORS[op]!(c.m, result, typeof value === 'string' ? firstNumber(value) : value);
  }
  return result;
}

const firstNumber = (text: string): Value => {
  const value = toFloat(text) as PhpFloat;
  return /^\s*[+-]?\d+\s*$/.test(text) && Number.isSafeInteger(value.value) ? value.value : value;
};

function round(c: BuiltinCall): Value {
  const value = number(c, 0);
  const places = c.int(1, 0);
  if (typeof value === 'number' && places >= 0) return phpFloat(value);
  return phpFloat(roundTo(raw(value), places));
}

function fromBase(c: BuiltinCall, text: string, base: number): Value {
  let result = 0;
  for (const char of text.toLowerCase()) {
    const digit = Number.parseInt(char, 36);
    if (!Number.isNaN(digit) && digit < base) result = result * base + digit;
  }
  if (Number.isSafeInteger(result)) return result;
  return result >= INT_MAX ? phpFloat(result) : c.unknown('an integer too large to be followed exactly');
}

const random = (c: BuiltinCall): Value => surelyThere(c.m.unknown(`${c.builtin.name}() gives random values`));

export const MATH_FUNCTIONS: BuiltinTable = {
  abs: [
    'num',
    (c) => {
      const value = number(c, 0);
      return typeof value === 'number' ? Math.abs(value) : phpFloat(Math.abs(value.value));
    },
  ],
  ceil: ['num', (c) => phpFloat(Math.ceil(raw(number(c, 0))))],
  floor: ['num', (c) => phpFloat(Math.floor(raw(number(c, 0))))],
  round: ['num precision? mode?', (c) => (c.has(2) ? c.unknown('a rounding mode') : round(c))],
  intdiv: [
    'num1 num2',
    (c) => {
      if (c.int(1) === 0) return c.m.throwError('DivisionByZeroError', 'Division by zero');
      return Math.trunc(c.int(0) / c.int(1)) || 0;
    },
  ],
  fmod: ['num1 num2', (c) => phpFloat(c.float(0) % c.float(1))],
  fdiv: ['num1 num2', (c) => phpFloat(c.float(0) / c.float(1))],
  pow: ['num exponent', (c) => OPERATORS['**']!(c.m, c.value(0), c.value(1))],
  sqrt: ['num', real(Math.sqrt)],
  exp: ['num', real(Math.exp)],
  log: [
    'num base?',
    (c) => phpFloat(c.has(1) ? Math.log(c.float(0)) / Math.log(c.float(1)) : Math.log(c.float(0))),
  ],
  log10: ['num', real(Math.log10)],
  log2: ['num', real(Math.log2)],
  sin: ['num', real(Math.sin)],
  cos: ['num', real(Math.cos)],
  tan: ['num', real(Math.tan)],
  asin: ['num', real(Math.asin)],
  acos: ['num', real(Math.acos)],
  atan: ['num', real(Math.atan)],
  atan2: ['y x', (c) => phpFloat(Math.atan2(c.float(0), c.float(1)))],
  pi: ['', () => phpFloat(Math.PI)],
  hypot: ['x y', (c) => phpFloat(Math.hypot(c.float(0), c.float(1)))],
  deg2rad: ['num', real((x) => (x / 180) * Math.PI)],
  rad2deg: ['num', real((x) => (x / Math.PI) * 180)],
  max: ['value ...values', (c) => extreme(c, 1)],
  min: ['value ...values', (c) => extreme(c, -1)],
  array_sum: ['array', (c) => sumOf(c, '+', 0)],
  array_product: ['array', (c) => sumOf(c, '*', 1)],
  is_nan: ['num', (c) => Number.isNaN(c.float(0))],
  is_infinite: ['num', (c) => Math.abs(c.float(0)) === Number.POSITIVE_INFINITY],
  is_finite: ['num', (c) => Number.isFinite(c.float(0))],
  bindec: ['binary_string', (c) => fromBase(c, c.text(0), 2)],
  octdec: ['octal_string', (c) => fromBase(c, c.text(0), 8)],
  hexdec: ['hex_string', (c) => fromBase(c, c.text(0), 16)],
  decbin: ['num', (c) => unsigned(c.int(0)).toString(2)],
  decoct: ['num', (c) => unsigned(c.int(0)).toString(8)],
  dechex: ['num', (c) => unsigned(c.int(0)).toString(16)],
  base_convert: [
    'num from_base to_base',
    (c) => {
      const value = fromBase(c, c.text(0), c.int(1));
      return typeof value === 'number' ? value.toString(c.int(2)) : c.unknown('a number too large');
    },
  ],
  rand: ['min? max?', random],
  mt_rand: ['min? max?', random],
  random_int: ['min max', (c) => (c.int(0) === c.int(1) ? c.int(0) : random(c))],
  random_bytes: ['length', random],
  lcg_value: ['', random],
  mt_srand: ['seed? mode?', () => null],
  srand: ['seed? mode?', () => null],
  mt_getrandmax: ['', () => 2147483647],
  getrandmax: ['', () => 2147483647],
  str_increment: ['string', (c) => increment(c.m, c.text(0), 1)],
};

function unsigned(value: number): bigint {
  return value < 0 ? BigInt(value) + 2n ** 64n : BigInt(floatToInt(value));
}
