import { copyArray, setEntry } from './arrays';
import { compareValues, looseEquals, strictEquals } from './compare';
import { floatToInt, toInt, toText } from './convert';
import { type Machine, operandKey } from './machine';
import { INT_MAX, isExact, leadingNumber, numericString } from './numbers';
import { typeName } from './types';
import { isArray, isFloat, isUnknown, type PhpFloat, phpFloat, type Unknown, type Value } from './values';

type Operator = (m: Machine, a: Value, b: Value) => Value;

function passUnknown(m: Machine, op: string, a: Value, b: Value): Unknown | null {
  const left = isUnknown(a as Value);
  if (!left && !isUnknown(b as Value)) return null;
  const base = (left ? a : b) as Unknown;
  const key = operandKey(left ? b : a);
  return m.derive(base, key === null ? `${op} ${m.steps}` : `${left ? '' : 'r'}${op}${key}`, {
    notNull: true,
  });
}

/** An operand of an arithmetic operator as the number it is taken for. */
function operand(m: Machine, op: string, value: Value, a: Value, b: Value): number | PhpFloat {
  if (typeof value === 'number') return value;
  if (value === null || value === false) return 0;
  if (value === true) return 1;
  if (typeof value === 'string') {
    const number = numericString(value);
    if (number !== null) return number;
    const leading = leadingNumber(value);
    if (leading !== null) {
      m.warn('A non-numeric value encountered');
      return leading;
    }
    return m.throwError('TypeError', `Unsupported operand types: ${typeName(a)} ${op} ${typeName(b)}`);
  }
  if (isFloat(value)) return value;
  return m.throwError('TypeError', `Unsupported operand types: ${typeName(a)} ${op} ${typeName(b)}`);
}

const raw = (value: number | PhpFloat): number => (typeof value === 'number' ? value : value.value);

/** The result of integers: an integer while it is one and exact, a float beyond PHP's range, else not known. */
function whole(m: Machine, result: number): Value {
  if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
  if (result > INT_MAX || result < -INT_MAX) return phpFloat(result);
  return isExact(result) ? result : m.unknown('an integer too large to be followed exactly');
}

function arithmetic(op: string, compute: (a: number, b: number) => number): Operator {
  return (m, a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return whole(m, compute(a, b));
    const unknown = passUnknown(m, op, a, b);
    if (unknown) return unknown;
    const left = operand(m, op, a, a, b);
    const right = operand(m, op, b, a, b);
    const result = compute(raw(left), raw(right));
    return typeof left === 'number' && typeof right === 'number' ? whole(m, result) : phpFloat(result);
  };
}

const sum = arithmetic('+', (a, b) => a + b);

function union(m: Machine, a: Value, b: Value): Value {
  if (!isArray(a) || !isArray(b)) return sum(m, a, b);
  m.charge((a.entries.size + b.entries.size) * 2);
  const result = copyArray(a);
  for (const [key, value] of b.entries) if (!result.entries.has(key)) setEntry(result, key, value);
  return result;
}

function divide(m: Machine, a: Value, b: Value): Value {
  const unknown = passUnknown(m, '/', a, b);
  if (unknown) return unknown;
  const left = operand(m, '/', a, a, b);
  const right = operand(m, '/', b, a, b);
  if (raw(right) === 0) return m.throwError('DivisionByZeroError', 'Division by zero');
  const result = raw(left) / raw(right);
  const integers = typeof left === 'number' && typeof right === 'number';
  return integers && Number.isSafeInteger(result) ? result || 0 : phpFloat(result);
}

function integers(op: string, compute: (m: Machine, a: number, b: number) => Value): Operator {
  return (m, a, b) => {
    const unknown = passUnknown(m, op, a, b);
    if (unknown) return unknown;
    const [left, right] = [operand(m, op, a, a, b), operand(m, op, b, a, b)].map((one) =>
      typeof one === 'number' ? one : floatToInt(one.value),
    );
    return compute(m, left!, right!);
  };
}

const bits = (compute: (a: bigint, b: bigint) => bigint): ((m: Machine, a: number, b: number) => Value) => {
  return (m, a, b) => {
    if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b))
      return m.unknown('an integer too large to be followed exactly');
    return whole(m, Number(BigInt.asIntN(64, compute(BigInt(a), BigInt(b)))));
  };
};

function shift(compute: (a: bigint, b: bigint) => bigint, beyond: (a: number) => number) {
  return (m: Machine, a: number, b: number): Value => {
    if (b < 0) return m.throwError('ArithmeticError', 'Bit shift by negative number');
    return b >= 64 ? beyond(a) : bits(compute)(m, a, b);
  };
}

function modulo(m: Machine, a: number, b: number): Value {
  if (b === 0) return m.throwError('DivisionByZeroError', 'Modulo by zero');
  return a % b || 0;
}

function power(m: Machine, a: Value, b: Value): Value {
  const unknown = passUnknown(m, '**', a, b);
  if (unknown) return unknown;
  const left = operand(m, '**', a, a, b);
  const right = operand(m, '**', b, a, b);
  const result = raw(left) ** raw(right);
  const integer = typeof left === 'number' && typeof right === 'number' && right >= 0;
  return integer ? whole(m, result) : phpFloat(result);
}

/** String concatenation; memory is charged for the shorter part, as the longer one is shared. */
export function concat(m: Machine, a: Value, b: Value): Value {
  const left = typeof a === 'string' ? a : toText(m, a);
  const right = typeof b === 'string' ? b : toText(m, b);
  if (typeof left === 'string' && typeof right === 'string') {
    m.charge(Math.min(left.length, right.length));
    return left + right;
  }
  return passUnknown(m, '.', left, right)!;
}

function compared(op: string, test: (order: number) => boolean, swap = false): Operator {
  return (m, a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return test(a === b ? 0 : a < b ? -1 : 1);
    if (involvesNan(a) || involvesNan(b)) return false;
    const least = orderByLeast(a, b, test);
    if (least !== undefined) return least;
    const order = swap ? compareValues(m, b, a) : compareValues(m, a, b);
    return typeof order === 'number' ? test(swap ? -order : order) : m.derive(order, op);
  };
}

/** The answer where one side is only known not to be less than a number, and that decides. */
function orderByLeast(a: Value, b: Value, test: (order: number) => boolean): boolean | undefined {
  const [first, second] = [leastOf(a), leastOf(b)];
  if (first !== undefined && typeof b === 'number')
    return alike(test, b < first ? [1] : b === first ? [0, 1] : []);
  if (second !== undefined && typeof a === 'number')
    return alike(test, a < second ? [-1] : a === second ? [0, -1] : []);
  return undefined;
}

const leastOf = (value: Value): number | undefined =>
  value !== null && isUnknown(value) ? value.least : undefined;

/** What all these orders lead to; undefined where they do not agree, or any may be. */
export function alike(test: (order: number) => boolean, orders: readonly number[]): boolean | undefined {
  const answers = new Set(orders.map(test));
  return answers.size === 1 ? [...answers][0] : undefined;
}

const involvesNan = (value: Value): boolean => isFloat(value) && Number.isNaN(value.value);

function negated(of: Operator): Operator {
  return (m, a, b) => {
    const answer = of(m, a, b);
    return typeof answer === 'boolean' ? !answer : m.opposite(answer as Unknown);
  };
}

/** PHP's binary operators on values, but for those that don't always evaluate their right side. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': union,
  '-': arithmetic('-', (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b),
  '/': divide,
  '%': integers('%', modulo),
  '**': power,
  '.': concat,
  '&': integers(
    '&',
    bits((a, b) => a & b),
  ),
  '|': integers(
    '|',
    bits((a, b) => a | b),
  ),
  '^': integers(
    '^',
    bits((a, b) => a ^ b),
  ),
  '<<': integers(
    '<<',
    shift(
      (a, b) => a << b,
      () => 0,
    ),
  ),
  '>>': integers(
    '>>',
    shift(
      (a, b) => a >> b,
      (a) => (a < 0 ? -1 : 0),
    ),
  ),
  '==': (m, a, b) => looseEquals(m, a, b),
  '!=': negated((m, a, b) => looseEquals(m, a, b)),
  '<>': negated((m, a, b) => looseEquals(m, a, b)),
  '===': (m, a, b) => strictEquals(m, a, b),
  '!==': negated((m, a, b) => strictEquals(m, a, b)),
  '<': compared('<', (order) => order < 0),
  '<=': compared('<=', (order) => order <= 0),
  '>': compared('>', (order) => order > 0, true),
  '>=': compared('>=', (order) => order >= 0, true),
  '<=>': (m, a, b) => compareValues(m, a, b),
};

export function negate(m: Machine, value: Value): Value {
  if (typeof value === 'number') return value === 0 ? 0 : whole(m, -value);
  return OPERATORS['*']!(m, value, -1);
}

export function complement(m: Machine, value: Value): Value {
  const number = toInt(value);
  return typeof number === 'number' ? (~BigInt(number) === 0n ? 0 : whole(m, -number - 1)) : number;
}

/** `++` and `--`; on letters, `++` goes to the next string as Perl does. */
export function increment(m: Machine, value: Value, by: 1 | -1): Value {
  if (value === null) return by === 1 ? 1 : null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && numericString(value) === null) {
    if (value === '') return by === 1 ? '1' : -1;
    return by === 1 ? nextText(value) : value;
  }
  return sum(m, value, by);
}

function nextText(text: string): string {
  const chars = [...text];
  for (let i = chars.length - 1; i >= 0; i--) {
    const char = chars[i]!;
    if (!/[a-zA-Z0-9]/.test(char)) return chars.join('');
    if (char !== 'z' && char !== 'Z' && char !== '9') {
      chars[i] = String.fromCharCode(char.charCodeAt(0) + 1);
      return chars.join('');
    }
    const first = char === '9' ? '0' : char === 'z' ? 'a' : 'A';
    chars[i] = first;
    if (i === 0) chars.unshift(char === '9' ? '1' : first);
  }
  return chars.join('');
}
