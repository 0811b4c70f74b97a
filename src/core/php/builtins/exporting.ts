import { INT_MAX, printFloatExactly, printInt } from '../numbers';
import { findProperty, type RuntimeClass } from '../runtimeClass';
import { isArray, isObject, type PhpObject, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { byteLength } from './bytes';

function quoted(text: string): string {
  const plain = `'${text.replace(/['\\]/g, '\\$&')}'`;
  return plain.includes('\0') ? plain.replaceAll('\0', '\' . "\\0" . \'') : plain;
}

function floatText(value: number): string {
  const text = printFloatExactly(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** var_export's text. */
export function exported(c: BuiltinCall, value: Value, indent = ''): string {
  c.m.step();
  if (indent.length > 200) c.m.spend('depth', 'an object that holds itself');
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return value === -INT_MAX ? '-9223372036854775807-1' : printInt(value);
  if (typeof value === 'string') {
    c.m.charge(value.length);
    return quoted(value);
  }
  switch (value.kind) {
    case 'float':
      return floatText(value.value);
    case 'unknown':
      return c.known(value) as never;
    case 'array': {
      const lines = [...value.entries].map(([key, one]) => {
        const name = typeof key === 'number' ? printInt(key) : quoted(key);
        return `${indent}  ${name} => ${nested(one) ? `\n${indent}  ` : ''}${exported(c, one, `${indent}  `)},\n`;
      });
      return `array (\n${lines.join('')}${indent})`;
    }
    case 'object':
      return exportedObject(c, value, indent);
  }
}

const nested = (value: Value): boolean => isArray(value) || isObject(value);

function exportedObject(c: BuiltinCall, object: PhpObject, indent: string): string {
  const cls = object.class as RuntimeClass;
  if (cls.kind === 'enum') return `\\${cls.name}::${c.textOf(object.properties.get('name') ?? '')}`;
  opaque(c, object);
  const lines = [...object.properties].map(
    ([name, one]) =>
      `${indent}   ${quoted(name)} => ${nested(one) ? `\n${indent}  ` : ''}${exported(c, one, `${indent}  `)},\n`,
  );
  if (cls.name === 'stdClass') return `(object) array(\n${lines.join('')}${indent})`;
  return `\\${cls.name}::__set_state(array(\n${lines.join('')}${indent}))`;
}

/** What is in a native object can't be printed. */
function opaque(c: BuiltinCall, object: PhpObject): void {
  if (object.internal !== null || c.m.classes.missing(object) !== null)
    c.known(c.unknown(`what is in an object of ${object.class.name}`));
}

function printed(c: BuiltinCall, value: Value, indent: string): string {
  c.m.step();
  if (indent.length > 400) c.m.spend('depth', 'an object that holds itself');
  if (isArray(value)) {
    const lines = [...value.entries].map(
      ([key, one]) => `${indent}    [${key}] => ${printed(c, one, `${indent}        `)}\n`,
    );
    return `Array\n${indent}(\n${lines.join('')}${indent})\n`;
  }
  if (!isObject(value)) return c.textOf(value);
  opaque(c, value);
  const cls = value.class as RuntimeClass;
  const lines = [...value.properties].map(([name, one]) => {
    const property = findProperty(cls, name);
    const suffix =
      property === null || property.visibility === 'public'
        ? ''
        : property.visibility === 'private'
          ? `:${property.owner.name}:private`
          : ':protected';
    return `${indent}    [${name}${suffix}] => ${printed(c, one, `${indent}        `)}\n`;
  });
  const title = cls.kind === 'enum' ? `${cls.name} Enum` : `${cls.name} Object`;
  return `${title}\n${indent}(\n${lines.join('')}${indent})\n`;
}

function serialized(c: BuiltinCall, value: Value): string {
  c.m.step();
  if (value === null) return 'N;';
  if (typeof value === 'boolean') return `b:${Number(value)};`;
  if (typeof value === 'number') return `i:${printInt(value)};`;
  if (typeof value === 'string') return `s:${byteLength(value)}:"${value}";`;
  switch (value.kind) {
    case 'float':
      return `d:${printFloatExactly(value.value)};`;
    case 'array': {
      const parts = [...value.entries].map(([key, one]) => serialized(c, key) + serialized(c, one));
      return `a:${parts.length}:{${parts.join('')}}`;
    }
    case 'unknown':
      return c.known(value) as never;
    case 'object':
      return c.textOf(c.unknown('serialized objects'));
  }
}

/** unserialize of plain values. */
function unserialize(c: BuiltinCall): Value {
  const text = c.text(0);
  const simple = /^(?:i:(-?\d+)|b:([01])|N|d:([-+.\deE]+));$/.exec(text);
  if (!simple) return c.unknown('unserialize');
  if (simple[1] !== undefined) return Number(simple[1]);
  if (simple[2] !== undefined) return simple[2] === '1';
  return simple[3] === undefined ? null : { kind: 'float', value: Number(simple[3]) };
}

function giveOrPrint(c: BuiltinCall, text: string, given: Value): Value {
  if (c.bool(1)) return text;
  c.m.print(text);
  return given;
}

export const EXPORTING_FUNCTIONS: BuiltinTable = {
  var_export: ['value return?', (c) => giveOrPrint(c, exported(c, c.value(0)), null)],
  print_r: ['value return?', (c) => giveOrPrint(c, printed(c, c.value(0), ''), true)],
  var_dump: ['value ...values', () => null],
  serialize: ['value', (c) => serialized(c, c.value(0))],
  unserialize: ['data options?', unserialize],
};
