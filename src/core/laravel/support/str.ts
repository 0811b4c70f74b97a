import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, listOf, surelyThere, type Value } from '../../php/values';
import { fitsStars } from '../../php/wildcards';
import { callMacro, staticMacroMethods } from '../macros';
import {
  beforeLast,
  camelCase,
  lowerFirst,
  pluralStudly,
  pluralWord,
  singularWord,
  snakeCase,
  studlyCase,
} from './inflect';
import { STRINGS, TEXT_AT } from './stringsInPhp';

/** A pure function on text: the text, then the other arguments as they are. */
type TextFunction = (text: string, rest: readonly Value[]) => Value;

const str = (value: Value | undefined): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
const strings = (value: Value | undefined): string[] =>
  value !== undefined && value !== null && isArray(value)
    ? [...value.entries.values()].map(str)
    : [str(value)];
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function slug(text: string, separator = '-'): string {
  const flip = separator === '-' ? '_' : '-';
  const mark = separator.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(new RegExp(`[${flip}]+`, 'g'), separator)
    .replaceAll('@', `${separator}at${separator}`)
    .toLowerCase()
    .replace(new RegExp(`[^${mark}\\p{L}\\p{N}\\s]+`, 'gu'), '')
    .replace(new RegExp(`[${mark}\\s]+`, 'g'), separator)
    .replace(new RegExp(`^${mark}+|${mark}+$`, 'g'), '');
}

function after(text: string, search: string): string {
  const at = search === '' ? -1 : text.indexOf(search);
  return at < 0 ? text : text.slice(at + search.length);
}

function afterLast(text: string, search: string): string {
  const at = search === '' ? -1 : text.lastIndexOf(search);
  return at < 0 ? text : text.slice(at + search.length);
}

function before(text: string, search: string): string {
  const at = search === '' ? -1 : text.indexOf(search);
  return at < 0 ? text : text.slice(0, at);
}

function is(pattern: string, text: string): boolean {
  return pattern === text || fitsStars(pattern, text);
}

function limit(text: string, rest: readonly Value[]): string {
  const most = typeof rest[0] === 'number' ? rest[0] : 100;
  const end = rest[1] === undefined ? '...' : str(rest[1]);
  return [...text].length <= most ? text : [...text].slice(0, most).join('').trimEnd() + end;
}

function substr(text: string, rest: readonly Value[]): string {
  const all = [...text];
  const start = typeof rest[0] === 'number' ? rest[0] : 0;
  const from = start < 0 ? Math.max(0, all.length + start) : start;
  const length = rest[1];
  if (typeof length !== 'number') return all.slice(from).join('');
  return all.slice(from, length < 0 ? all.length + length : from + length).join('');
}

function replaceArray(text: string, rest: readonly Value[]): string {
  const search = str(rest[0]);
  const values = strings(rest[1]);
  const [head = '', ...parts] = text.split(search);
  return parts.reduce((result, part) => result + (values.shift() ?? search) + part, head);
}

function replaceEach(text: string, rest: readonly Value[]): string {
  const searches = strings(rest[0]);
  const replacements = strings(rest[1]);
  const single = rest[1] !== null && rest[1] !== undefined && !isArray(rest[1]);
  return searches.reduce(
    (result, search, i) =>
      search === ''
        ? result
        : result.replaceAll(search, () => (single ? (replacements[0] ?? '') : (replacements[i] ?? ''))),
    text,
  );
}

/** Functions of Str whose subject is their first argument; on a Stringable it is the object itself. */
const SUBJECT_FIRST: Readonly<Record<string, TextFunction>> = {
  after: (text, [search]) => after(text, str(search)),
  afterLast: (text, [search]) => afterLast(text, str(search)),
  before: (text, [search]) => before(text, str(search)),
  beforeLast: (text, [search]) => beforeLast(text, str(search)),
  between: (text, [from, to]) => beforeLast(after(text, str(from)), str(to)),
  camel: camelCase,
  contains: (text, [needles, ignoreCase]) =>
    strings(needles).some(
      (each) =>
        each !== '' &&
        (ignoreCase === true ? text.toLowerCase().includes(each.toLowerCase()) : text.includes(each)),
    ),
  containsAll: (text, [needles]) => strings(needles).every((each) => text.includes(each)),
  endsWith: (text, [needles]) => strings(needles).some((each) => each !== '' && text.endsWith(each)),
  startsWith: (text, [needles]) => strings(needles).some((each) => each !== '' && text.startsWith(each)),
  finish: (text, [cap]) =>
    text.replace(new RegExp(`(?:${str(cap).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})+$`), '') + str(cap),
  start: (text, [prefix]) =>
    str(prefix) +
    text.replace(new RegExp(`^(?:${str(prefix).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})+`), ''),
  kebab: (text) => snakeCase(text, '-'),
  length: (text) => [...text].length,
  limit,
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  ucfirst: upperFirst,
  lcfirst: lowerFirst,
  title: (text) =>
    text
      .toLowerCase()
      .replace(
        /(^|[^\p{L}\p{N}'])(\p{L})/gu,
        (_, space: string, letter: string) => space + letter.toUpperCase(),
      ),
  plural: (text, [count]) => (count === 1 || count === -1 ? text : pluralWord(text)),
  pluralStudly: (text) => pluralStudly(text),
  singular: (text) => singularWord(text),
  slug: (text, [separator]) => slug(text, separator === undefined ? '-' : str(separator)),
  snake: (text, [delimiter]) => snakeCase(text, delimiter === undefined ? '_' : str(delimiter)),
  studly: (text) => studlyCase(text),
  pascal: (text) => studlyCase(text),
  substr,
  squish: (text) => text.trim().replace(/\s+/g, ' '),
  reverse: (text) => [...text].reverse().join(''),
  ascii: (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  wordCount: (text) => text.split(/\s+/).filter((word) => word !== '').length,
  wrap: (text, [left, right]) =>
    str(left) + text + (right === undefined || right === null ? str(left) : str(right)),
  isJson: (text) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  },
  isUuid: (text) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
  isUlid: (text) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i.test(text),
};

/** Functions of Str whose subject comes last; the methods of a Stringable lack it. */
const SUBJECT_LAST: Readonly<Record<string, readonly [position: number, run: TextFunction]>> = {
  is: [1, (text, [patterns]) => strings(patterns).some((each) => is(each, text))],
  replace: [2, replaceEach],
  replaceFirst: [
    2,
    (text, [search, by]) => (str(search) === '' ? text : text.replace(str(search), () => str(by))),
  ],
  replaceLast: [
    2,
    (text, [search, by]) => {
      const at = str(search) === '' ? -1 : text.lastIndexOf(str(search));
      return at < 0 ? text : text.slice(0, at) + str(by) + text.slice(at + str(search).length);
    },
  ],
  replaceArray: [2, replaceArray],
  remove: [
    1,
    (text, [search]) =>
      strings(search).reduce((result, each) => (each === '' ? result : result.replaceAll(each, '')), text),
  ],
};

const RANDOM: Readonly<Record<string, string>> = {
  random: 'a random text',
  uuid: 'a new UUID',
  uuid7: 'a new UUID',
  orderedUuid: 'a new UUID',
  ulid: 'a new ULID',
  password: 'a random password',
};

/** Calls a pure function when subject and arguments are known; else the Unknown goes on. */
function apply(call: NativeCall, subject: Value, rest: readonly Value[], run: TextFunction): Value {
  const text = call.php.toText(subject, call.range);
  if (isUnknown(text)) return text;
  const unknown = rest.find(isUnknown);
  return unknown ?? run(text, rest);
}

function statics(): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [name, run] of Object.entries(SUBJECT_FIRST)) {
    methods[name] = (call) => apply(call, call.args[0] ?? null, call.args.slice(1), run);
  }
  for (const [name, [position, run]] of Object.entries(SUBJECT_LAST)) {
    methods[name] = (call) =>
      apply(
        call,
        call.args[position] ?? null,
        call.args.filter((_, i) => i !== position),
        run,
      );
  }
  for (const name of STRINGS.names) {
    const at = TEXT_AT[name] ?? 0;
    methods[name] = (call) => {
      const rest = call.args.filter((_, i) => i !== at);
      return STRINGS.run(call, name, [call.args[at] ?? null], rest);
    };
  }
  methods.swap = (call) =>
    call.php.callValue('strtr', [call.args[1] ?? null, call.args[0] ?? null], call.range);
  for (const [name, what] of Object.entries(RANDOM))
    methods[name] = (call) => surelyThere(call.php.unknown(what, call.range));
  return methods;
}

export const STRINGABLE = 'Illuminate\\Support\\Stringable';

class Text {
  constructor(readonly text: string) {}
}

function stringable(call: NativeCall, value: Value): Value {
  if (typeof value !== 'string') return value;
  return call.php.makeNative(STRINGABLE, new Text(value));
}

function textOf(call: NativeCall): string {
  return call.self?.internal instanceof Text ? call.self.internal.text : '';
}

/** Calls one of the two callbacks by the condition; what it gives, or the text itself. (Conditionable) */
function conditional(call: NativeCall, wanted: boolean): Value {
  const [given = null, then = null, otherwise = null] = call.args;
  const isClosure = isObject(given) && given.class.name === 'Closure';
  const condition = isClosure ? call.php.callValue(given, [call.self], call.range) : given;
  const chosen = call.php.truth(condition, call.range) === wanted ? then : otherwise;
  if (chosen === null) return call.self;
  return call.php.callValue(chosen, [call.self, condition], call.range) ?? call.self;
}

function methods(): Record<string, NativeMethod> {
  const result: Record<string, NativeMethod> = {};
  const all: [string, TextFunction][] = [
    ...Object.entries(SUBJECT_FIRST),
    ...Object.entries(SUBJECT_LAST).map(([name, [, run]]): [string, TextFunction] => [name, run]),
  ];
  for (const [name, run] of all) {
    result[name] = (call) => stringable(call, apply(call, textOf(call), call.args, run));
  }
  for (const name of STRINGS.names) {
    result[name] = (call) => stringable(call, STRINGS.run(call, name, [textOf(call)]));
  }
  const plain = (name: string) => (call: NativeCall) =>
    stringable(call, call.php.callValue(name, [textOf(call), ...call.args], call.range));
  return {
    ...result,
    ...Object.fromEntries(['ltrim', 'rtrim', 'basename', 'dirname'].map((name) => [name, plain(name)])),
    trim: plain('trim'),
    test: (call) => STRINGS.run(call, 'isMatch', [textOf(call)]),
    swap: (call) => stringable(call, call.php.callValue('strtr', [textOf(call), ...call.args], call.range)),
    split: (call) =>
      call.php.callStatic(
        'Illuminate\\Support\\Collection',
        'make',
        [call.php.callValue('preg_split', [call.args[0] ?? null, textOf(call)], call.range)],
        call.range,
      ),
    pipe: (call) => stringable(call, call.php.callValue(call.args[0] ?? null, [call.self], call.range)),
    tap(call) {
      call.php.callValue(call.args[0] ?? null, [call.self], call.range);
      return call.self;
    },
    when: (call) => conditional(call, true),
    unless: (call) => conditional(call, false),
    newLine: (call) => stringable(call, textOf(call) + '\n'.repeat(Number(call.args[0] ?? 1))),
    append: (call) => stringable(call, textOf(call) + call.args.map(str).join('')),
    prepend: (call) => stringable(call, call.args.map(str).join('') + textOf(call)),
    classBasename: (call) => stringable(call, afterLast(textOf(call).replaceAll('\\', '/'), '/')),
    explode: (call: NativeCall) =>
      call.php.instantiate(
        'Illuminate\\Support\\Collection',
        [listOf(textOf(call).split(str(call.args[0])))],
        call.range,
      ),
    isEmpty: (call) => textOf(call) === '',
    isNotEmpty: (call) => textOf(call) !== '',
    exactly: (call) => textOf(call) === str(call.args[0]),
    toString: (call: NativeCall) => textOf(call),
    value: (call) => textOf(call),
    __toString: (call) => textOf(call),
    jsonSerialize: (call) => textOf(call),
    toInteger: (call) => Number.parseInt(textOf(call), 10) || 0,
  };
}

const stringableMethods: Readonly<Record<string, NativeMethod>> = methods();

export const strClasses: readonly NativeClass[] = [
  {
    name: 'Illuminate\\Support\\Str',
    statics: {
      ...statics(),
      of: (call) => {
        const text = call.php.toText(call.args[0] ?? '', call.range);
        return isUnknown(text) ? text : stringable(call, text);
      },
      ...staticMacroMethods('Illuminate\\Support\\Str'),
    },
    callStatic(call, method) {
      const macro = callMacro(call, 'Illuminate\\Support\\Str', method);
      return macro ?? call.php.unknown(`Str::${method}() is not followed`, call.range);
    },
  },
  {
    name: STRINGABLE,
    interfaces: ['Stringable', 'JsonSerializable'],
    methods: stringableMethods,
    call: (call, method) => call.php.unknown(`Stringable::${method}() is not followed`, call.range),
  },
];
