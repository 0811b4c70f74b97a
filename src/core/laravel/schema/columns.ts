import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isArray, isUnknown, type PhpObject, type Value } from '../../php/values';
import { runtimeOf } from '../runtime';
import { atLeast } from '../version';
import { addColumn, compilerOf, laravelOf } from './blueprintCall';
import { COLUMN_METHODS, type ColumnMethod, NEW_COLUMN_METHODS, OLD_COLUMN_METHODS } from './columnMethods';
import { has } from './features';
import { truthy } from './wrap';

/** The methods of Blueprint that add one column each. */
export const columnMethods: Readonly<Record<string, NativeMethod>> = {
  ...mapped(COLUMN_METHODS),
  ...versioned(),
  char(call) {
    const length = argument(call, 1, 'length') ?? null;
    const given = has(laravelOf(call), 'charKeepsZero') ? length !== null : truthy(compilerOf(call), length);
    return textColumn(call, 'char', given ? length : null);
  },
  string(call) {
    const length = argument(call, 1, 'length') ?? null;
    return textColumn(call, 'string', truthy(compilerOf(call), length) ? length : null);
  },
  ulid(call) {
    const length = argument(call, 1, 'length');
    return named(call, 'char', columnName(call, 'ulid', 'ulid'), {
      length: length === undefined ? 26 : length,
    });
  },
  addColumn(call) {
    const attributes = new Map<string, Value>([
      ['type', argument(call, 0, 'type') ?? null],
      ['name', argument(call, 1, 'name') ?? null],
    ]);
    const parameters = argument(call, 2, 'parameters') ?? null;
    if (isArray(parameters))
      for (const [key, value] of parameters.entries) attributes.set(String(key), value);
    return addColumn(call, attributes);
  },
};

function textColumn(call: NativeCall, type: string, length: Value): PhpObject {
  return named(call, type, columnName(call, type, undefined), {
    length: length ?? runtimeOf(call.php).switches.defaultStringLength,
  });
}

/** Adds a column of the type under the name. */
export function named(
  call: NativeCall,
  type: string,
  name: Value,
  attributes: Readonly<Record<string, Value>> = {},
): PhpObject {
  return addColumn(call, new Map<string, Value>(Object.entries({ type, name, ...attributes })));
}

/** The first argument, else the method's default name, else the ArgumentCountError that PHP throws. */
export function columnName(call: NativeCall, method: string, fallback: string | undefined): Value {
  const given = argument(call, 0, 'column');
  if (given !== undefined) return given;
  if (fallback !== undefined) return fallback;
  return call.php.throw(
    'ArgumentCountError',
    `Too few arguments to function Illuminate\\Database\\Schema\\Blueprint::${method}(), 0 passed and at least 1 expected`,
  );
}

function mapped(methods: Readonly<Record<string, ColumnMethod>>): Record<string, NativeMethod> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, (call) => simpleColumn(call, name, method)]),
  );
}

/** Methods whose arguments changed with Laravel 11. */
function versioned(): Record<string, NativeMethod> {
  const names = new Set([...Object.keys(OLD_COLUMN_METHODS), ...Object.keys(NEW_COLUMN_METHODS)]);
  return Object.fromEntries(
    [...names].map((name): [string, NativeMethod] => [
      name,
      (call) => {
        const old = OLD_COLUMN_METHODS[name];
        const method = has(laravelOf(call), 'typesOfEleven') ? (NEW_COLUMN_METHODS[name] ?? old) : old;
        return simpleColumn(call, name, method ?? { type: name });
      },
    ]),
  );
}

function simpleColumn(call: NativeCall, name: string, method: ColumnMethod): PhpObject {
  const { defaultName, namedSince = '0.0' } = method;
  const fallback = atLeast(laravelOf(call), namedSince) ? defaultName : undefined;
  const attributes = new Map<string, Value>([
    ['type', method.type],
    ['name', columnName(call, name, fallback)],
  ]);
  method.parameters?.forEach(([parameter, value], i) => {
    const given = argument(call, i + 1, parameter);
    attributes.set(parameter, given === undefined ? value : precision(call, parameter, given));
  });
  for (const [attribute, value] of Object.entries(method.fixed ?? {})) attributes.set(attribute, value);
  if (method.parameters?.[0]?.[0] === 'allowed') mustBeArray(call, name, attributes.get('allowed') ?? null);
  return addColumn(call, attributes, method.foreign ?? false);
}

/** From Laravel 12 on a null precision means the default one. */
function precision(call: NativeCall, parameter: string, given: Value): Value {
  if (parameter !== 'precision' || given !== null || !has(laravelOf(call), 'defaultTimePrecision'))
    return given;
  return runtimeOf(call.php).switches.defaultTimePrecision;
}

function mustBeArray(call: NativeCall, method: string, allowed: Value): void {
  if (isArray(allowed) || isUnknown(allowed)) return;
  call.php.throw(
    'TypeError',
    `Illuminate\\Database\\Schema\\Blueprint::${method}(): Argument #2 ($allowed) must be of type array`,
  );
}
