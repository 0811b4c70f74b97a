import { isList, MutableArray, makeList, setEntry, stringKey } from '../arrays';
import { callMethod } from '../calls';
import { printFloatExactly, printInt, readNumber } from '../numbers';
import { findProperty, isSubclass, type RuntimeClass } from '../runtimeClass';
import { isObject, type PhpObject, type Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';

const FLAG = {
  hexTag: 1,
  hexAmp: 2,
  hexApos: 4,
  hexQuot: 8,
  forceObject: 16,
  numericCheck: 32,
  unescapedSlashes: 64,
  prettyPrint: 128,
  unescapedUnicode: 256,
  preserveZeroFraction: 1024,
  throwOnError: 4194304,
} as const;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quote(text: string, flags: number): string {
  let result = JSON.stringify(text);
  if (!(flags & FLAG.unescapedSlashes)) result = result.replaceAll('/', '\\/');
  if (!(flags & FLAG.unescapedUnicode)) result = result.replace(/[\u0080-\uffff]/g, escaped);
  if (flags & FLAG.hexTag) result = result.replaceAll('<', '\\u003C').replaceAll('>', '\\u003E');
  if (flags & FLAG.hexAmp) result = result.replaceAll('&', '\\u0026');
  if (flags & FLAG.hexApos) result = result.replaceAll("'", '\\u0027');
  return result;
}

class Encoder {
  constructor(
    private readonly c: BuiltinCall,
    private readonly flags: number,
  ) {}

  encode(value: Value, depth: number): string {
    const { c, flags } = this;
    c.m.step();
    if (depth > 100) c.m.spend('depth', 'an object that holds itself');
    if (value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return printInt(value);
    if (typeof value === 'string') {
      c.m.charge(value.length);
      const numeric = flags & FLAG.numericCheck && value.trim() !== '' && !Number.isNaN(Number(value));
      return numeric ? String(Number(value)) : quote(value, flags);
    }
    switch (value.kind) {
      case 'float': {
        const text = printFloatExactly(value.value, 'e');
        return flags & FLAG.preserveZeroFraction && /^-?\d+$/.test(text) ? `${text}.0` : text;
      }
      case 'unknown':
        return c.known(value) as never;
      case 'array':
        return isList(value) && !(flags & FLAG.forceObject)
          ? this.block(
              '[',
              ']',
              [...value.entries.values()].map((one) => this.encode(one, depth + 1)),
              depth,
            )
          : this.members(value.entries, depth);
      case 'object':
        return this.object(value, depth);
    }
  }

  private object(object: PhpObject, depth: number): string {
    const cls = object.class as RuntimeClass;
    if (cls.kind === 'enum') return this.encode(object.properties.get('value') ?? null, depth);
    if (isSubclass(cls, 'jsonserializable') || this.c.m.hasMethod(object, 'jsonSerialize'))
      return this.encode(callMethod(this.c.m, object, 'jsonSerialize', []), depth + 1);
    if (object.internal !== null) this.c.known(this.c.unknown(`${cls.name} as JSON`));
    const visible = [...object.properties].filter(
      ([name]) => (findProperty(cls, name)?.visibility ?? 'public') === 'public',
    );
    return this.members(new Map(visible), depth);
  }

  private members(entries: ReadonlyMap<string | number, Value>, depth: number): string {
    const colon = this.flags & FLAG.prettyPrint ? ': ' : ':';
    const parts = [...entries].map(
      ([key, value]) => quote(String(key), this.flags) + colon + this.encode(value, depth + 1),
    );
    return this.block('{', '}', parts, depth);
  }

  private block(open: string, close: string, parts: readonly string[], depth: number): string {
    if (parts.length === 0) return open + close;
    if (!(this.flags & FLAG.prettyPrint)) return open + parts.join(',') + close;
    const indent = '    '.repeat(depth + 1);
    return `${open}\n${parts.map((part) => indent + part).join(',\n')}\n${'    '.repeat(depth)}${close}`;
  }
}

/** JSON text to PHP values; integers and floats apart, as PHP has them. */
function decode(c: BuiltinCall, text: string, assoc: boolean): Value | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  c.m.charge(text.length * 2);
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? [];
  let at = 0;
  const read = (): Value => {
    const token = tokens[at++]!;
    switch (token[0]) {
      case '"':
        return JSON.parse(token) as string;
      case '[': {
        const list: Value[] = [];
        while (tokens[at] !== ']') {
          list.push(read());
          if (tokens[at] === ',') at += 1;
        }
        at += 1;
        return makeList(list);
      }
      case '{':
        return members();
      case 't':
        return true;
      case 'f':
        return false;
      case 'n':
        return null;
      default:
        return readNumber(token);
    }
  };
  const members = (): Value => {
    const array = new MutableArray();
    const object = assoc ? null : c.m.makeObject(c.m.classes.find('stdClass')!);
    while (tokens[at] !== '}') {
      const name = JSON.parse(tokens[at++]!) as string;
      at += 1;
      const value = read();
      if (object) object.properties.set(name, value);
      else setEntry(array, stringKey(name), value);
      if (tokens[at] === ',') at += 1;
    }
    at += 1;
    return object ?? array;
  };
  return read();
}

function jsonDecode(c: BuiltinCall): Value {
  const flags = c.int(3, 0);
  const assoc = c.raw(1) === null ? (flags & 1) !== 0 : c.bool(1);
  const value = decode(c, c.text(0), assoc);
  c.m.jsonError = value === undefined ? 4 : 0;
  if (value !== undefined) return value;
  if (flags & FLAG.throwOnError) return c.m.throwError('JsonException', 'Syntax error', { code: 4 });
  return null;
}

export const JSON_FUNCTIONS: BuiltinTable = {
  json_encode: [
    'value flags? depth?',
    (c) => {
      c.m.jsonError = 0;
      const flags = c.int(1, 0);
      if (isObject(c.raw(0))) c.m.charge(10);
      return new Encoder(c, flags).encode(c.value(0), 0);
    },
  ],
  json_decode: ['json associative? depth? flags?', jsonDecode],
  json_last_error: ['', (c) => c.m.jsonError],
  json_last_error_msg: ['', (c) => (c.m.jsonError === 0 ? 'No error' : 'Syntax error')],
  json_validate: ['json depth? flags?', (c) => decode(c, c.text(0), true) !== undefined],
};
