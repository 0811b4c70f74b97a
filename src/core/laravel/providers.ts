import type { ParseCache } from '../php/parse';
import { createProgram, type NativeLibrary } from '../php/run';
import { isArray, type Value } from '../php/values';
import type { ClassFinder } from './autoload';
import type { Config } from './config';
import type { Connections } from './connections';
import type { Files } from './files';
import { type BuilderSwitches, initialSwitches } from './schema/flavour';
import type { LaravelVersion } from './version';

/** What the application's service providers set up that migrations can tell. */
export interface Providers {
  readonly switches: BuilderSwitches;
  /** Folders given to `loadMigrationsFrom`, relative to the root. */
  readonly migrationPaths: readonly string[];
  /** Providers whose text registers a macro of the name. */
  withMacro(method: string): readonly string[];
  /** Providers whose text binds the class or service name in the container. */
  withBinding(name: string): readonly string[];
  /** Files that were read. */
  readonly files: readonly string[];
}

export interface ProviderParts {
  readonly files: Files;
  readonly env: ReadonlyMap<string, string>;
  readonly parsed: ParseCache;
  readonly library: NativeLibrary;
  readonly config: Config;
  readonly connections: Connections;
  readonly findClass: ClassFinder;
  readonly laravel: LaravelVersion;
  readonly doctrine: boolean;
}

interface Source {
  readonly className: string;
  readonly file: string;
  readonly text: string;
}

/** Words that make a provider worth evaluating. */
const RELEVANT =
  /defaultStringLength|defaultMorphKeyType|morphUsing(?:Uuids|Ulids)|defaultTimePrecision|useNativeSchemaOperations|loadMigrationsFrom|unguard/;

/** Looks through the providers' texts and evaluates those calls that decide about migrations. */
export function readProviders(parts: ProviderParts): Providers {
  const sources = providerSources(parts);
  const switches = initialSwitches();
  const migrationPaths: string[] = [];
  for (const source of sources) {
    if (RELEVANT.test(source.text)) evaluateCalls(parts, source, switches, migrationPaths);
  }
  return {
    switches,
    migrationPaths,
    withMacro: (method) => {
      const pattern = new RegExp(`macro\\s*\\(\\s*['"]${method.replace(/\W/g, '')}['"]`, 'i');
      return sources.filter((source) => pattern.test(source.text)).map((source) => source.className);
    },
    withBinding: (name) => {
      return sources
        .filter(({ text }) => bindingPattern(name, text).test(text))
        .map((source) => source.className);
    },
    files: sources.map((source) => source.file),
  };
}

/** A call that binds the name in a text, under the alias that the text gives to it. */
function bindingPattern(name: string, text: string): RegExp {
  const base = name.slice(name.lastIndexOf('\\') + 1).replace(/\W/g, '');
  const imported = new RegExp(`^use\\s+\\\\?${name.replaceAll('\\', '\\\\')}\\s+as\\s+(\\w+);`, 'm').exec(
    text,
  )?.[1];
  const called = imported ?? base;
  return new RegExp(
    `(?:bind|singleton|scoped|instance)(?:If)?\\s*\\(\\s*(?:[\\w\\\\]*\\b${called}::class|['"]${base}['"])`,
    'i',
  );
}

/** The files in app/Providers, and those that config/app.php or bootstrap/providers.php name. */
function providerSources(parts: ProviderParts): Source[] {
  const byFile = new Map<string, Source>();
  const add = (file: string, text: string | null) => {
    const className = text === null ? null : declaredClass(text);
    if (text !== null && className !== null) byFile.set(file, { className, file, text });
  };
  for (const name of parts.files.list('app/Providers')) {
    if (name.endsWith('.php')) add(`app/Providers/${name}`, parts.files.read(`app/Providers/${name}`));
  }
  for (const name of namedProviders(parts)) {
    const found = parts.findClass(name);
    if (found) add(found.file, found.text);
  }
  return [...byFile.values()];
}

function namedProviders(parts: ProviderParts): string[] {
  const text =
    parts.files.read('bootstrap/providers.php') ?? parts.files.read(`${parts.config.folder}/app.php`) ?? '';
  const uses = new Map(
    [...text.matchAll(/^use\s+([\w\\]+?)(?:\s+as\s+(\w+))?;/gm)].map((match) => {
      const full = match[1] ?? '';
      return [match[2] ?? full.slice(full.lastIndexOf('\\') + 1), full] as const;
    }),
  );
  return [...text.matchAll(/([\w\\]+)::class/g)].map((match) => {
    const name = (match[1] ?? '').replace(/^\\/, '');
    return uses.get(name) ?? name;
  });
}

function declaredClass(text: string): string | null {
  const name = /^\s*(?:final\s+)?class\s+(\w+)/m.exec(text)?.[1];
  if (name === undefined) return null;
  const namespace = /^\s*namespace\s+([\w\\]+)/m.exec(text)?.[1];
  return namespace === undefined ? name : `${namespace}\\${name}`;
}

/**
 * Takes the relevant calls out of the provider's text and evaluates their arguments. Booting the whole provider would
 * mean following everything else it does; these calls are written on their own practically always.
 */
function evaluateCalls(
  parts: ProviderParts,
  source: Source,
  switches: BuilderSwitches,
  paths: string[],
): void {
  const call =
    /(?:::|->)(defaultStringLength|defaultMorphKeyType|morphUsingUuids|morphUsingUlids|defaultTimePrecision|useNativeSchemaOperationsIfPossible|loadMigrationsFrom|unguard)\s*\(/g;
  const text = withoutComments(source.text);
  for (const match of text.matchAll(call)) {
    const argument = evaluateArgument(parts, source, argumentText(text, match.index + match[0].length));
    applyCall(match[1] ?? '', argument, switches, paths);
  }
}

function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\/|(?:\/\/|#(?!\[))[^\n]*/g,
    (_, quoted?: string) => quoted ?? '',
  );
}

/** The text up to the bracket that closes the call. */
function argumentText(text: string, start: number): string {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (depth === 0) return text.slice(start, i);
  }
  return '';
}

function evaluateArgument(parts: ProviderParts, source: Source, argument: string): Value {
  if (argument.trim() === '') return null;
  const program = createProgram({
    library: parts.library,
    parsed: parts.parsed,
    findClass: parts.findClass,
    budget: { steps: 100_000 },
    context: new Map<string, unknown>([
      ['env', parts.env],
      ['config', parts.config],
    ]),
  });
  const outcome = program.runFile(source.file, `<?php return [${argument}];`);
  const value = outcome.kind === 'returned' ? outcome.value.returned : null;
  return isArray(value) ? (value.entries.get(0) ?? null) : null;
}

function applyCall(name: string, value: Value, switches: BuilderSwitches, paths: string[]): void {
  switch (name) {
    case 'defaultStringLength':
      switches.defaultStringLength = value;
      return;
    case 'defaultTimePrecision':
      switches.defaultTimePrecision = value;
      return;
    case 'defaultMorphKeyType':
      if (value === 'uuid' || value === 'ulid' || value === 'int') switches.defaultMorphKeyType = value;
      return;
    case 'morphUsingUuids':
      switches.defaultMorphKeyType = 'uuid';
      return;
    case 'morphUsingUlids':
      switches.defaultMorphKeyType = 'ulid';
      return;
    case 'useNativeSchemaOperationsIfPossible':
      switches.nativeSchemaOperations = value !== false;
      return;
    case 'unguard':
      switches.unguarded = value !== false;
      return;
    case 'loadMigrationsFrom':
      for (const each of isArray(value) ? value.entries.values() : [value]) {
        if (typeof each === 'string') paths.push(relativePath(each));
      }
      return;
  }
}

/** `/app/modules/../database/x` → `database/x`: what `__DIR__` and base_path() make, relative to the root. */
function relativePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/^\/app(\/|$)/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
