import type { Interpreter, NativeCall } from '../php/classes';
import { shortName } from '../php/names';
import { OUTSIDE } from '../php/site';
import { isArray, isObject, type Value } from '../php/values';
import { DEFAULT_SERVER } from '../schema/profiles';
import { openSession } from '../session/session';
import type { Application } from './application';
import { freshWorld } from './evaluate';
import { newProgram, newRuntime } from './program';
import { evaluateCalls } from './providerCalls';
import { type ProviderSource, providerSources } from './providerSources';
import type { Boot, LaravelRuntime } from './runtime';
import { type BuilderSwitches, initialSwitches } from './schema/flavour';
import { bootProvider, registerProvider } from './support/serviceProvider';

/** What the application's service providers set up that migrations can tell. */
export interface Providers {
  readonly switches: BuilderSwitches;
  /** Folders given to `loadMigrationsFrom`, relative to the root. */
  readonly migrationPaths: readonly string[];
  /** Sections of the configuration as the providers leave them, by name. */
  readonly configured: ReadonlyMap<string, Value>;
  /** Providers whose text registers a macro of the name on the class, or on it macros whose names it does not say. */
  withMacro(className: string, method: string): readonly string[];
  /** Providers whose text binds the class or service name in the container. */
  withBinding(name: string): readonly string[];
  /** Providers whose text lets something observe the model class. */
  withObserver(className: string): readonly string[];
  /** Does any give models other names in polymorphic relations? */
  readonly mapsMorphs: boolean;
  /** Providers whose text says how a Blueprint is made. */
  readonly withBlueprint: readonly string[];
}

/** Words that make a provider worth booting. */
const RELEVANT =
  /defaultStringLength|defaultMorphKeyType|morphUsing(?:Uuids|Ulids)|defaultTimePrecision|useNativeSchemaOperations|loadMigrationsFrom|migrator\b|unguard|mergeConfigFrom|config\(\s*\[|Config::set|config'\]->set|->set\(\s*['"]database|->register\(/i;

/**
 * Registers and boots the providers that say anything about migrations, as Laravel would before artisan migrates, and
 * gives what they set up. Where a provider's run can't be followed to its end, the calls in its text count.
 */
export function readProviders(app: Application): Providers {
  const sources = providerSources(app);
  const lookups = providerLookups(sources);
  const start = { ...app, providers: { ...NO_PROVIDERS, ...lookups } };
  const booted = bootAll(
    start,
    sources.filter(({ texts }) => texts.some((text) => RELEVANT.test(text))),
  );
  return { ...lookups, ...booted };
}

export const NO_PROVIDERS: Providers = {
  switches: initialSwitches(),
  migrationPaths: [],
  configured: new Map(),
  withMacro: () => [],
  withBinding: () => [],
  withObserver: () => [],
  mapsMorphs: false,
  withBlueprint: [],
};

/** What a text calls a class on which it registers macros, where that is not the class's own name. */
const MACRO_CLASSES: Readonly<Record<string, string>> = {
  'Illuminate\\Database\\Connection': '\\w*Connection|DB',
  'Illuminate\\Database\\Schema\\Builder': '\\w*Builder|Schema',
  'Illuminate\\Support\\Fluent': 'Fluent|\\w+Definition',
};

function providerLookups(sources: readonly ProviderSource[]) {
  const macros = new Map<string, readonly string[]>();
  // Every Schema::table asks whether a Blueprint is bound.
  const bindings = new Map<string, readonly string[]>();
  const observers = new Map<string, readonly string[]>();
  const having = (pattern: RegExp) =>
    sources.filter(({ texts }) => texts.some((text) => pattern.test(text))).map(({ className }) => className);
  return {
    withMacro(className: string, method: string) {
      const key = `${className}::${method}`.toLowerCase();
      let found = macros.get(key);
      if (!found) {
        const call = `\\b(?:${MACRO_CLASSES[className] ?? shortName(className)})::`;
        const named = having(new RegExp(`${call}macro\\s*\\(\\s*['"]${method.replace(/\W/g, '')}['"]`, 'i'));
        found =
          named.length > 0
            ? named
            : having(new RegExp(`${call}(?:mixin\\s*\\(|macro\\s*\\(\\s*[^'"\\s])`, 'i'));
        macros.set(key, found);
      }
      return found;
    },
    withBinding(name: string) {
      let found = bindings.get(name);
      if (!found) {
        found = sources
          .filter(({ texts }) => texts.some((text) => bindingPattern(name, text).test(text)))
          .map(({ className }) => className);
        bindings.set(name, found);
      }
      return found;
    },
    withObserver(className: string) {
      let found = observers.get(className);
      if (!found) {
        const short = shortName(className);
        const events =
          'observe|creating|created|updating|updated|saving|saved|deleting|deleted|addGlobalScope';
        found = having(new RegExp(`\\b${short}::(?:${events})\\s*\\(`));
        observers.set(className, found);
      }
      return found;
    },
    mapsMorphs: having(/\b(?:m|enforceM)orphMap\s*\(/).length > 0,
    withBlueprint: having(/\bblueprintResolver\b/i),
  };
}

/** A call that binds the name in a text, under the alias that the text gives to it. */
function bindingPattern(name: string, text: string): RegExp {
  const base = shortName(name).replace(/\W/g, '');
  const imported = new RegExp(`^use\\s+\\\\?${name.replaceAll('\\', '\\\\')}\\s+as\\s+(\\w+);`, 'm').exec(
    text,
  )?.[1];
  const called = imported ?? base;
  return new RegExp(
    `(?:bind|singleton|scoped|instance)(?:If)?\\s*\\(\\s*(?:[\\w\\\\]*\\b${called}::class|['"]${base}['"])`,
    'i',
  );
}

interface Booted {
  readonly switches: BuilderSwitches;
  readonly migrationPaths: readonly string[];
  readonly configured: ReadonlyMap<string, Value>;
}

function bootAll(app: Application, sources: readonly ProviderSource[]): Booted {
  const boot: Boot = { migrationPaths: [], providers: new Map() };
  const session = openSession(freshWorld(app, DEFAULT_SERVER), '', '');
  const runtime: LaravelRuntime = { ...newRuntime(app, session), boot };
  const unclear: ProviderSource[] = [];
  if (sources.length > 0) runProviders(app, runtime, sources, unclear);
  const paths = boot.migrationPaths.filter((path) => typeof path === 'string');
  for (const source of unclear) {
    // What a package would do is not guessed from its text.
    if (!source.isPackage) evaluateCalls(app, source, runtime.switches, paths);
  }
  return {
    switches: { ...runtime.switches },
    migrationPaths: [...new Set(paths.map(relativePath))],
    configured: new Map([...runtime.configured].map(([name, value]) => [name, plain(value)])),
  };
}

/** Registers all, then boots all; those whose run does not end, or hangs on what can't be known, are `unclear`. */
function runProviders(
  app: Application,
  runtime: LaravelRuntime,
  sources: readonly ProviderSource[],
  unclear: ProviderSource[],
): void {
  const program = newProgram(app, runtime, [], '');
  const attempt = (source: ProviderSource | undefined, body: () => unknown): void => {
    const forks = program.forks.length;
    const outcome = program.attempt(body);
    const followed = outcome.kind === 'returned' && program.forks.length === forks;
    if (!followed && source && !unclear.includes(source)) unclear.push(source);
  };
  const call = callWith(program.php, []);
  for (const source of sources)
    attempt(source, () => registerProvider(callWith(program.php, [source.className])));
  // The list grows while it is gone through: a `boot()` may register further providers.
  for (const [name, object] of runtime.boot?.providers ?? []) {
    const source = sources.find(({ className }) => className.toLowerCase() === name);
    attempt(source, () => bootProvider(call, object));
  }
}

function callWith(php: Interpreter, args: readonly Value[]): NativeCall {
  const { range } = OUTSIDE;
  return { php, self: null, static: null, args, named: new Map(), range, statementRange: range };
}

/** Objects belong to the run that made them. */
function plain(value: Value): Value {
  if (isObject(value)) return { kind: 'unknown', reason: 'an object in the configuration', range: null };
  if (!isArray(value)) return value;
  return { ...value, entries: new Map([...value.entries].map(([key, each]) => [key, plain(each)])) };
}

/** `/app/modules/../database/x` → `database/x`: what `__DIR__` and base_path() make, relative to the root. */
export function relativePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/^\/app(\/|$)/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
