import { callMethod } from './calls';
import type { Machine } from './machine';
import { leadingNumber, printFloat, printInt } from './numbers';
import { type PhpFloat, type PhpObject, phpFloat, type Unknown, type Value } from './values';

/** Truth of a value; an Unknown stays one. */
export function toBool(value: Value): boolean | Unknown {
  if (value === null) return false;
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '' && value !== '0';
  }
  switch (value.kind) {
    case 'float':
      return value.value !== 0;
    case 'array':
      return value.entries.size > 0;
    case 'object':
      return true;
    case 'unknown':
      return value.truthy ?? value;
  }
}

export function toText(m: Machine, value: Value): string | Unknown {
  if (typeof value === 'string') return value;
  if (value === null || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'number') return printInt(value);
  switch (value.kind) {
    case 'float':
      return printFloat(value.value);
    case 'array':
      m.warn('Array to string conversion');
      return 'Array';
    case 'unknown':
      return value;
    case 'object':
      return objectText(m, value);
  }
}

function objectText(m: Machine, object: PhpObject): string | Unknown {
  if (!m.hasMethod(object, '__toString')) {
    const missing = m.classes.missing(object);
    if (missing !== null) return m.unknown(`class ${missing} is not known: its text`);
    return m.throwError('Error', `Object of class ${object.class.name} could not be converted to string`);
  }
  const text = callMethod(m, object, '__toString', []);
  if (typeof text === 'string' || (typeof text === 'object' && text !== null && text.kind === 'unknown'))
    return text;
  return m.throwError('TypeError', `${object.class.name}::__toString(): Return value must be of type string`);
}

/** Number to integer as a cast does it: towards zero, what is too large wraps (which we don't follow: 0). */
export function floatToInt(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const whole = Math.trunc(value);
  return Math.abs(whole) < 2 ** 63 ? whole || 0 : 0;
}

/** (int). */
export function toInt(value: Value): number | Unknown {
  if (value === null || value === false) return 0;
  if (value === true) return 1;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    const number = leadingNumber(value);
    if (number === null) return 0;
    return typeof number === 'number' ? number : floatToInt(number.value);
  }
  switch (value.kind) {
    case 'float':
      return floatToInt(value.value);
    case 'array':
      return value.entries.size > 0 ? 1 : 0;
    case 'object':
      return 1;
    case 'unknown':
      return value;
  }
}

/** (float). */
export function toFloat(value: Value): PhpFloat | Unknown {
  if (typeof value === 'string') {
    const number = leadingNumber(value);
    return typeof number === 'object' && number !== null ? number : phpFloat(number ?? 0);
  }
  if (typeof value === 'object' && value !== null && value.kind === 'float') return value;
  const whole = toInt(value);
  return typeof whole === 'number' ? phpFloat(whole) : whole;
}
