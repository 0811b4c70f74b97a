import type { Interpreter, NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, type PhpObject, type Value } from '../../php/values';
import { maybeRuntime, runtimeOf } from '../runtime';
import { printLaravelVersion } from '../version';
import { APPLICATION, applicationMethods, injectedInto } from './container';
import { configValue, setSetting } from './helpers';

const PROVIDER = 'Illuminate\\Support\\ServiceProvider';
const MIGRATOR = 'Illuminate\\Database\\Migrations\\Migrator';

const nothing: NativeMethod = () => null;

/** Folders for the migrator, where the run is the providers' boot. */
function addPaths(call: NativeCall): Value {
  const given = call.args[0] ?? call.named.get('paths') ?? null;
  const paths = maybeRuntime(call.php)?.boot?.migrationPaths;
  paths?.push(...(isArray(given) ? given.entries.values() : [given]));
  return null;
}

/** The package's settings below those that there are. (ServiceProvider::mergeConfigFrom) */
function mergeConfig(call: NativeCall): Value {
  const [file = null, key = null] = call.args;
  if (typeof key !== 'string') return null;
  const theirs = call.php.include(file);
  const found = configValue(call, key, null);
  const { files, config } = runtimeOf(call.php).application;
  // A section without a file of the application's own is the package's alone.
  const own = isUnknown(found) && files.read(`${config.folder}/${key}.php`) === null ? null : found;
  if (isArray(theirs) && (own === null || isArray(own))) {
    setSetting(call, key, arrayOf([...theirs.entries, ...(own?.entries ?? [])]));
  }
  return null;
}

/** `$app->register(Provider::class)`: its `register()` at once, its `boot()` after those of the providers before it. */
export function registerProvider(call: NativeCall): Value {
  const given = call.args[0] ?? null;
  const object =
    typeof given === 'string'
      ? call.php.instantiate(given, [call.php.makeNative(APPLICATION, null)], call.range)
      : given;
  if (!isObject(object)) return null;
  const providers = maybeRuntime(call.php)?.boot?.providers;
  const name = object.class.name.toLowerCase();
  if (providers?.has(name)) return object;
  providers?.set(name, object);
  if (call.php.hasMethod(object, 'register')) call.php.callMethod(object, 'register', [], call.range);
  return object;
}

/** Runs a provider's `boot()`, with what the container gives to it. */
export function bootProvider(call: NativeCall, provider: PhpObject): void {
  if (!call.php.hasMethod(provider, 'boot')) return;
  call.php.callMethod(provider, 'boot', injectedInto(call, provider.class, 'boot'), call.range);
}

/** Services that providers wait for and that are there: the callback runs at once. */
function whenResolved(call: NativeCall): Value {
  const [name = null, callback = null] = call.args;
  if (name === 'migrator' || name === MIGRATOR) {
    const app = call.php.makeNative(APPLICATION, null);
    call.php.callValue(callback, [call.php.makeNative(MIGRATOR, null), app], call.range);
  }
  return null;
}

/** Callbacks that Laravel runs around boot. */
function atBoot(call: NativeCall): Value {
  const callback = call.args[0] ?? null;
  if (callback !== null) call.php.callValue(callback, [call.php.makeNative(APPLICATION, null)], call.range);
  return null;
}

/** What a provider may ask of the application besides services. */
const bootMethods: Readonly<Record<string, NativeMethod>> = {
  register: registerProvider,
  afterResolving: whenResolved,
  resolving: whenResolved,
  booted: atBoot,
  booting: atBoot,
};

function laravelVersion(php: Interpreter): Value {
  return printLaravelVersion(runtimeOf(php).application.laravel);
}

/** Laravel's own providers that applications extend: their `boot()` tells migrations nothing. */
const PARENTS = ['RouteServiceProvider', 'AuthServiceProvider', 'EventServiceProvider'];

/** Methods that add what no migration meets. */
const WITHOUT_EFFECT = `publishes publishesMigrations loadViewsFrom loadRoutesFrom loadTranslationsFrom
  loadJsonTranslationsFrom loadViewComponentsAs loadFactoriesFrom commands optimizes register boot`.split(
  /\s+/,
);

export const providerClasses: readonly NativeClass[] = [
  {
    name: APPLICATION,
    parent: 'Illuminate\\Container\\Container',
    interfaces: ['Illuminate\\Contracts\\Foundation\\Application'],
    constant: (php, name) => (name === 'VERSION' ? laravelVersion(php) : undefined),
    methods: { ...applicationMethods, ...bootMethods },
    call: (call, method) => call.php.unknown(`Application::${method}() is not followed`, call.range),
  },
  {
    name: 'Illuminate\\Support\\Facades\\App',
    statics: { ...applicationMethods, ...bootMethods },
    callStatic: (call, method) => call.php.unknown(`App::${method}() is not followed`, call.range),
  },
  {
    name: PROVIDER,
    construct: nothing,
    methods: {
      ...Object.fromEntries(WITHOUT_EFFECT.map((name) => [name, nothing])),
      loadMigrationsFrom: addPaths,
      mergeConfigFrom: mergeConfig,
      callAfterResolving: whenResolved,
      booted: atBoot,
      booting: atBoot,
    },
    get: (call, property) =>
      property === 'app'
        ? call.php.makeNative(APPLICATION, null)
        : call.php.unknown('a property of a provider', call.range),
    call: (call, method) => call.php.unknown(`ServiceProvider::${method}() is not followed`, call.range),
  },
  ...PARENTS.map((name) => ({
    name: `Illuminate\\Foundation\\Support\\Providers\\${name}`,
    parent: PROVIDER,
  })),
  { name: MIGRATOR, methods: { path: addPaths, paths: () => arrayOf([]) } },
];
