import { hasUnknown } from '../arrays';
import { callableTarget } from '../calls';
import { castTo } from '../casts';
import { isExact, numericString } from '../numbers';
import { findMethod, isSubclass, type RuntimeClass } from '../runtimeClass';
import { typeName } from '../types';
import { isArray, isFloat, isObject, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';

const GETTYPE: Readonly<Record<string, string>> = {
  null: 'NULL',
  bool: 'boolean',
  int: 'integer',
  float: 'double',
};

function test(of: (value: Value) => boolean): (c: BuiltinCall) => Value {
  return (c) => of(c.value(0));
}

function isIterable(value: Value): boolean {
  return isArray(value) || (isObject(value) && isSubclass(value.class as RuntimeClass, 'traversable'));
}

/** Is the value callable? Only asked: an undefined function is none, an Unknown one Unknown. */
function isCallable(c: BuiltinCall): Value {
  const value = c.value(0);
  if (isObject(value))
    return value.class.name === 'Closure' || findMethod(value.class as RuntimeClass, '__invoke') !== null;
  if (typeof value === 'string' && !value.includes('::')) {
    const target = callableTarget(c.m, value);
    return target === null ? false : target.kind === 'unknown' ? target.value : true;
  }
  if (isArray(value) && hasUnknown(value)) return c.unknown('whether it can be called');
  const parts =
    typeof value === 'string' ? value.split('::') : isArray(value) ? [...value.entries.values()] : [];
  const [first = null, name = null] = parts;
  if (parts.length !== 2 || typeof name !== 'string') return false;
  const cls = isObject(first)
    ? (first.class as RuntimeClass)
    : typeof first === 'string'
      ? c.m.classes.find(first)
      : null;
  if (!cls) return typeof first === 'string' ? c.unknown(`class ${first} is not known`) : false;
  return (
    findMethod(cls, name.toLowerCase()) !== null ||
    findMethod(cls, '__call') !== null ||
    cls.native?.call !== undefined
  );
}

function intval(c: BuiltinCall): Value {
  const base = c.int(1, 10);
  if (base === 10 || typeof c.value(0) !== 'string') return castTo(c.m, 'int', c.value(0));
  const text = c.text(0).trim().toLowerCase();
  const detected =
    base === 0
      ? /^[+-]?0x/.test(text)
        ? 16
        : /^[+-]?0b/.test(text)
          ? 2
          : /^[+-]?0/.test(text)
            ? 8
            : 10
      : base;
  const digits = text.replace(/^([+-]?)0[xbo]/, '$1');
  const number = Number.parseInt(digits, detected);
  if (Number.isNaN(number)) return 0;
  return isExact(number) ? number || 0 : c.unknown('an integer too large to be followed exactly');
}

function debugType(c: BuiltinCall): Value {
  const value = c.value(0);
  return isObject(value) ? value.class.name : typeName(value);
}

export const TYPE_FUNCTIONS: BuiltinTable = {
  gettype: [
    'value',
    (c) => {
      const value = c.value(0);
      const name = isObject(value) ? 'object' : typeName(value);
      return GETTYPE[name] ?? name;
    },
  ],
  get_debug_type: ['value', debugType],
  is_null: ['value', test((value) => value === null)],
  is_bool: ['value', test((value) => typeof value === 'boolean')],
  is_int: ['value', test((value) => typeof value === 'number')],
  is_integer: ['value', test((value) => typeof value === 'number')],
  is_long: ['value', test((value) => typeof value === 'number')],
  is_float: ['value', test(isFloat)],
  is_double: ['value', test(isFloat)],
  is_string: ['value', test((value) => typeof value === 'string')],
  is_array: ['value', test(isArray)],
  is_object: ['value', test(isObject)],
  is_resource: ['value', test(() => false)],
  is_scalar: ['value', test((value) => (value !== null && typeof value !== 'object') || isFloat(value))],
  is_numeric: [
    'value',
    test((value) =>
      typeof value === 'string' ? numericString(value) !== null : typeof value === 'number' || isFloat(value),
    ),
  ],
  is_iterable: ['value', test(isIterable)],
  is_countable: [
    'value',
    test(
      (value) => isArray(value) || (isObject(value) && isSubclass(value.class as RuntimeClass, 'countable')),
    ),
  ],
  is_callable: ['value syntax_only? &callable_name?', isCallable],
  intval: ['value base?', intval],
  floatval: ['value', (c) => castTo(c.m, 'float', c.value(0))],
  doubleval: ['value', (c) => castTo(c.m, 'float', c.value(0))],
  strval: ['value', (c) => castTo(c.m, 'string', c.value(0))],
  boolval: ['value', (c) => castTo(c.m, 'bool', c.value(0))],
  settype: [
    '&var type',
    (c) => {
      c.ref(0).write(c.m, castTo(c.m, c.text(1).toLowerCase(), c.known(c.ref(0).peek(c.m) ?? null)));
      return true;
    },
  ],
  spl_object_id: ['object', (c) => objectId(c)],
  spl_object_hash: ['object', (c) => String(objectId(c)).padStart(32, '0')],
  ctype_digit: ['text', (c) => ctype(c, /^\d+$/)],
  ctype_alpha: ['text', (c) => ctype(c, /^[A-Za-z]+$/)],
  ctype_alnum: ['text', (c) => ctype(c, /^[A-Za-z0-9]+$/)],
  ctype_upper: ['text', (c) => ctype(c, /^[A-Z]+$/)],
  ctype_lower: ['text', (c) => ctype(c, /^[a-z]+$/)],
  ctype_space: ['text', (c) => ctype(c, /^[ \t\n\r\v\f]+$/)],
  ctype_xdigit: ['text', (c) => ctype(c, /^[0-9A-Fa-f]+$/)],
  ctype_punct: ['text', (c) => ctype(c, /^[!-/:-@[-`{-~]+$/)],
  ctype_cntrl: ['text', (c) => ctype(c, /^[\0-\x1f\x7f]+$/)],
  ctype_print: ['text', (c) => ctype(c, /^[ -~]+$/)],
  ctype_graph: ['text', (c) => ctype(c, /^[!-~]+$/)],
  filter_var: ['value filter? options?', filterVar],
};

function objectId(c: BuiltinCall): number {
  const value = c.value(0);
  return isObject(value) ? value.id : c.wrongType(0, 'object', value);
}

function ctype(c: BuiltinCall, pattern: RegExp): Value {
  const value = c.value(0);
  return typeof value === 'string' && pattern.test(value);
}

const EMAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]*[A-Za-z0-9]$/;

/** filter_var for the filters that code for schemas uses; others are not followed. */
function filterVar(c: BuiltinCall): Value {
  const value = c.value(0);
  const filter = c.int(1, 516);
  const options = c.has(2) ? c.value(2) : 0;
  if (isArray(value) || isArray(options)) return c.unknown('filter_var with options');
  const nullOnFailure = typeof options === 'number' && (options & 134217728) !== 0;
  const text = c.textOf(value).trim();
  const failed = nullOnFailure ? null : false;
  switch (filter) {
    case 257: {
      const number = /^[+-]?(?:0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
      return Number.isSafeInteger(number) ? number || 0 : failed;
    }
    case 258:
      if (/^(?:1|true|on|yes)$/i.test(text)) return true;
      return /^(?:0|false|off|no|)$/i.test(text) ? false : failed;
    case 259: {
      const number = numericString(text);
      if (number === null) return failed;
      return castTo(c.m, 'float', number);
    }
    case 274:
      return EMAIL.test(text) ? text : failed;
    case 516:
      return c.textOf(value);
    default:
      return c.unknown('a filter of filter_var');
  }
}
