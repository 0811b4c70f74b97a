import { DEFAULT_BUDGET } from '../php/outcome';
import type { ParseCache } from '../php/parse';
import { createProgram, type NativeLibrary } from '../php/run';
import { arrayOf, isArray, isUnknown, unknown, type Value } from '../php/values';
import type { ClassFinder } from './autoload';
import { defaultConfig } from './defaultConfig';
import type { Files } from './files';
import { mayHaveSetting } from './packageSettings';
import type { LaravelVersion } from './version';

/** The application's configuration, read lazily from config/*.php. */
export interface Config {
  /** A value by its dotted name; null if there is none, Unknown where the file is a package's or the framework's own. */
  get(key: string): Value;
  /** Files read so far. */
  readonly reads: ReadonlySet<string>;
  /** The folder of the files. */
  readonly folder: string;
}

export interface ConfigParts {
  readonly files: Files;
  readonly env: ReadonlyMap<string, string>;
  readonly parsed: ParseCache;
  readonly library: NativeLibrary;
  readonly laravel: LaravelVersion;
  readonly findClass: ClassFinder;
  /** Packages whose providers Laravel boots by itself. */
  readonly packages: readonly string[];
  /** Packages with settings of their own, perhaps, that are not there to read; null: it is not known which there are. */
  readonly unseenPackages: readonly string[] | null;
  /** Where the configuration files are. */
  readonly folder: string;
}

export function openConfig(parts: ConfigParts): Config {
  const sections = new Map<string, Value>();
  const reads = new Set<string>();
  const section = (name: string): Value => {
    const known = sections.get(name);
    if (known !== undefined) return known;
    sections.set(name, null);
    const value = readSection(parts, name, reads, get);
    sections.set(name, value);
    return value;
  };
  function get(key: string): Value {
    const [name = '', ...path] = key.split('.');
    const value = section(name);
    const [first] = path;
    if (first === undefined || !isArray(value) || entry(value.entries, first) !== undefined)
      return dig(value, path);
    const there = dig(value, path);
    const owner = there === null ? absentOwner(parts, name) : undefined;
    return owner === undefined || !mayHaveSetting(owner, first)
      ? there
      : unknown(`${key} is a setting of ${owner}`, null);
  }
  return { get, reads, folder: parts.folder };
}

/** Sets a value by its dotted name, in whole sections that lie over the configuration's. (Repository::set) */
export function setConfig(config: Config, over: Map<string, Value>, key: string, value: Value): void {
  const [name = '', ...path] = key.split('.');
  over.set(name, withEntry(over.get(name) ?? config.get(name), path, value));
}

/** What was set under the dotted name; undefined where its section was not touched. */
export function setValue(over: ReadonlyMap<string, Value>, key: string): Value | undefined {
  const [name = '', ...path] = key.split('.');
  const section = over.get(name);
  return section === undefined ? undefined : dig(section, path);
}

/** The configuration with sections set over it. */
export function configWith(config: Config, over: ReadonlyMap<string, Value>): Config {
  return over.size === 0 ? config : { ...config, get: (key) => setValue(over, key) ?? config.get(key) };
}

/** The value with another under a path of keys. (Arr::set) */
function withEntry(value: Value, path: readonly string[], inner: Value): Value {
  const [first, ...rest] = path;
  if (first === undefined) return inner;
  const entries = new Map(isArray(value) ? value.entries : []);
  const key = /^(0|[1-9]\d*)$/.test(first) ? Number(first) : first;
  entries.set(key, withEntry(entries.get(key) ?? null, rest, inner));
  return arrayOf(entries);
}

/** The value under a path of keys; null where there is none. (Arr::get) */
export function dig(value: Value, path: readonly string[]): Value {
  let current = value;
  for (const [i, key] of path.entries()) {
    if (isUnknown(current)) return current;
    if (!isArray(current)) return null;
    const rest = path.slice(i).join('.');
    const whole = entry(current.entries, rest);
    if (whole !== undefined) return whole;
    current = entry(current.entries, key) ?? null;
  }
  return current;
}

function entry(entries: ReadonlyMap<string | number, Value>, key: string): Value | undefined {
  return entries.get(key) ?? (/^(0|[1-9]\d*)$/.test(key) ? entries.get(Number(key)) : undefined);
}

/** The package whose defaults stand where the application's file of this name says nothing, if it is not installed. */
function absentOwner({ files, packages }: ConfigParts, name: string): string | undefined {
  return packages.find(
    (each) => each.split(/[/-]/).includes(name) && files.list(`vendor/${each}`).length === 0,
  );
}

/** A section of the application, over the defaults of an installed package. (ServiceProvider::mergeConfigFrom) */
function readSection(parts: ConfigParts, name: string, reads: Set<string>, get: Config['get']): Value {
  if (!/^[\w-]+$/.test(name)) return null;
  const own = readFile(parts, `${parts.folder}/${name}.php`, name, reads, get);
  const theirs = parts.packages
    .map((each) => `vendor/${each}/config/${name}.php`)
    .find((file) => parts.files.read(file) !== null);
  if (theirs === undefined) return own;
  const defaults = readFile(parts, theirs, name, reads, get);
  if (!isArray(own) || !isArray(defaults)) return isArray(own) ? own : defaults;
  return arrayOf([...defaults.entries, ...own.entries]);
}

function readFile(
  parts: ConfigParts,
  file: string,
  name: string,
  reads: Set<string>,
  get: Config['get'],
): Value {
  const text = parts.files.read(file);
  reads.add(file);
  const fallback = defaultConfig(name, parts.env, parts.laravel);
  if (text === null) {
    if (fallback !== null) return fallback;
    const unseen = parts.unseenPackages;
    return unseen === null || unseen.length > 0 ? unknown(`${file} is not in the application`, null) : null;
  }
  const program = createProgram({
    library: parts.library,
    parsed: parts.parsed,
    findClass: parts.findClass,
    readFile: parts.files.read,
    budget: { ...DEFAULT_BUDGET, steps: 200_000 },
    context: new Map<string, unknown>([
      ['env', parts.env],
      ['config', { get, reads }],
    ]),
  });
  const outcome = program.runFile(file, text);
  if (outcome.kind !== 'returned') return fallback ?? unknown(`${file} can't be read`, null);
  const value = outcome.value.returned;
  if (!isArray(value)) return fallback ?? value;
  return fallback && isArray(fallback) ? mergedOver(fallback, value) : value;
}

/** From Laravel 11 on the framework's own configuration stands where the application says nothing. */
function mergedOver(fallback: Value, value: Value): Value {
  if (!isArray(fallback) || !isArray(value)) return value;
  const merged = new Map(fallback.entries);
  for (const [key, each] of value.entries) merged.set(key, each);
  const mine = value.entries.get('connections');
  const theirs = fallback.entries.get('connections');
  if (mine && theirs && isArray(mine) && isArray(theirs)) {
    merged.set('connections', arrayOf([...theirs.entries, ...mine.entries]));
  }
  return arrayOf(merged);
}
