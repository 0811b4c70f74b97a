import type { NativeCall, NativeClass, NativeMethod, PhpClass } from '../../php/classes';
import type { FunctionCode } from '../../php/functionCode';
import { findMethod, RuntimeClass } from '../../php/runtimeClass';
import { isArray, isObject, type Value } from '../../php/values';
import { fitsStars } from '../../php/wildcards';
import { connectionObject } from '../database/connectionObject';
import { envValue } from '../dotenv';
import { schemaBuilder } from '../facades/schemaFacade';
import { maybeRuntime, runtimeOf } from '../runtime';
import { printLaravelVersion } from '../version';
import { configValue, setSetting } from './helpers';

export const APPLICATION = 'Illuminate\\Foundation\\Application';

/** Services of the container that migrations ask for, by their names. */
const SERVICES: Readonly<Record<string, (call: NativeCall) => Value>> = {
  db: (call) => call.php.makeNative('Illuminate\\Support\\Facades\\DB', null),
  migrator: (call) => call.php.makeNative('Illuminate\\Database\\Migrations\\Migrator', null),
  'db.connection': (call) => connectionObject(call),
  'db.schema': (call) => schemaBuilder(call),
  config: (call) => call.php.makeNative('Illuminate\\Config\\Repository', null),
  app: (call) => call.php.makeNative(APPLICATION, null),
  'illuminate\\database\\connectioninterface': (call) => connectionObject(call),
  'illuminate\\database\\connection': (call) => connectionObject(call),
  'illuminate\\database\\schema\\builder': (call) => schemaBuilder(call),
  'illuminate\\contracts\\foundation\\application': (call) => call.php.makeNative(APPLICATION, null),
};

/** `app('db')`, `app(Foo::class)`, `resolve(…)`: services that are modelled, objects of the application's classes. */
export function resolveService(call: NativeCall, name: Value, given: Value = null, depth = 0): Value {
  if (name === null) return call.php.makeNative(APPLICATION, null);
  if (typeof name !== 'string') return call.php.unknown('a service of the container', call.range);
  const lower = name.replace(/^\\/, '').toLowerCase();
  const bound = boundService(call, lower) ?? registeredService(call, name, lower);
  if (bound !== undefined) return bound;
  const service = SERVICES[lower];
  if (service) return service(call);
  const cls = call.php.findClass(name);
  if (cls?.kind !== 'class') return call.php.unknown(`the service ${name}`, call.range);
  return build(call, name, given, depth);
}

/** How deep objects may need each other; more is a circle. */
const DEEPEST = 30;

/** An object of a class; what its constructor takes comes from the container by type. (Container::build) */
function build(call: NativeCall, name: string, given: Value, depth: number): Value {
  const cls = call.php.findClass(name);
  if (depth > DEEPEST) return call.php.unknown(`the service ${name}: services need each other`, call.range);
  if (cls instanceof RuntimeClass && cls.declaration?.isAbstract)
    return call.php.unknown(`the service ${name}: the class is abstract`, call.range);
  return call.php.instantiate(name, injected(call, constructorOf(cls), given, name, depth), call.range);
}

/** What the container gives to a method of the object that it calls. (Container::call) */
export function injectedInto(call: NativeCall, cls: PhpClass, method: string): readonly Value[] {
  const code = cls instanceof RuntimeClass ? (findMethod(cls, method.toLowerCase())?.code ?? null) : null;
  return injected(call, code, null, cls.name, 0);
}

function injected(
  call: NativeCall,
  code: FunctionCode | null,
  given: Value,
  name: string,
  depth: number,
): readonly Value[] {
  const args: Value[] = [];
  for (const { name: parameter, type, default: fallback, variadic } of code?.parameters ?? []) {
    const own = isArray(given) ? given.entries.get(parameter) : undefined;
    if (own !== undefined) args.push(own);
    else if (type?.kind === 'class') args.push(resolveService(call, type.name, null, depth + 1));
    else if (fallback || variadic) break;
    else args.push(call.php.unknown(`what the container gives to $${parameter} of ${name}`, call.range));
  }
  return args;
}

/** The constructor written in the application: the class's own or an inherited one. */
function constructorOf(cls: PhpClass | null): FunctionCode | null {
  for (let each = cls; each && !each.native; each = each.parent) {
    const method = each instanceof RuntimeClass ? each.methods.get('__construct') : undefined;
    if (method?.code) return method.code;
  }
  return null;
}

/** What the run, or a provider whose text binds the name, has bound: a class, a closure or an object. */
export function boundTo(call: NativeCall, name: string): Value | undefined {
  const lower = name.toLowerCase();
  registerBinding(call, name);
  return maybeRuntime(call.php)?.container.get(lower);
}

/** What the run has bound under the name. */
function boundService(call: NativeCall, lower: string): Value | undefined {
  const bound = maybeRuntime(call.php)?.container.get(lower);
  if (bound === undefined) return undefined;
  if (typeof bound === 'string') return build(call, bound, null, 0);
  const app = call.php.makeNative(APPLICATION, null);
  return isObject(bound) && bound.class.name === 'Closure'
    ? call.php.callValue(bound, [app], call.range)
    : bound;
}

/** Interfaces are bound by the application's providers: those whose text names it are registered, once in a run. */
function registeredService(call: NativeCall, name: string, lower: string): Value | undefined {
  if (Object.hasOwn(SERVICES, lower)) return undefined;
  registerBinding(call, name);
  return boundService(call, lower);
}

function registerBinding(call: NativeCall, name: string): void {
  const runtime = maybeRuntime(call.php);
  if (!runtime) return;
  for (const provider of runtime.application.providers.withBinding(name)) {
    if (runtime.askedProviders.has(`register ${provider}`)) continue;
    runtime.askedProviders.add(`register ${provider}`);
    const object = call.php.instantiate(provider, [null], call.range);
    if (call.php.hasMethod(object, 'register')) call.php.callMethod(object, 'register', [], call.range);
    if (!runtime.container.has(name.toLowerCase()) && call.php.hasMethod(object, 'boot'))
      call.php.callMethod(object, 'boot', injectedInto(call, object.class, 'boot'), call.range);
  }
}

function bind(call: NativeCall): Value {
  const [name = null, concrete = null] = call.args;
  if (typeof name === 'string') runtimeOf(call.php).container.set(name.toLowerCase(), concrete);
  return null;
}

/** The environment that the application's `.env` names. */
function currentEnvironment(call: NativeCall): Value {
  const env = call.php.context.get('env') as ReadonlyMap<string, string> | undefined;
  const value = env?.get('APP_ENV');
  return value === undefined ? configValue(call, 'app.env', 'production') : envValue(value);
}

function environment(call: NativeCall): Value {
  const current = currentEnvironment(call);
  const wanted = call.args.flatMap((each) => (isArray(each) ? [...each.entries.values()] : [each]));
  if (wanted.length === 0 || typeof current !== 'string') return current;
  return wanted.some((each) => typeof each === 'string' && fitsStars(each, current));
}

const isEnvironment = (name: string) => (call: NativeCall) => currentEnvironment(call) === name;

/** What migrations and providers ask of the application. */
export const applicationMethods: Readonly<Record<string, NativeMethod>> = {
  make: (call: NativeCall) => resolveService(call, call.args[0] ?? null, call.args[1] ?? null),
  makeWith: (call: NativeCall) => resolveService(call, call.args[0] ?? null, call.args[1] ?? null),
  get: (call: NativeCall) => resolveService(call, call.args[0] ?? null),
  bind,
  singleton: bind,
  instance: bind,
  scoped: bind,
  bound: (call: NativeCall) =>
    typeof call.args[0] === 'string' && Object.hasOwn(SERVICES, call.args[0].toLowerCase()),
  environment,
  isProduction: isEnvironment('production'),
  isLocal: isEnvironment('local'),
  runningUnitTests: () => false,
  runningInConsole: () => true,
  version: (call: NativeCall) => printLaravelVersion(runtimeOf(call.php).application.laravel),
  basePath: () => '/app',
  databasePath: () => '/app/database',
  getNamespace: () => 'App\\',
  offsetGet: (call: NativeCall) => resolveService(call, call.args[0] ?? null),
  offsetExists: (call: NativeCall) =>
    typeof call.args[0] === 'string' && Object.hasOwn(SERVICES, call.args[0].toLowerCase()),
  offsetSet: bind,
  forgetInstance: () => null,
  forgetCachedPermissions: () => null,
  setLocale: () => null,
};

const configMethods = {
  get: (call: NativeCall) =>
    typeof call.args[0] === 'string'
      ? configValue(call, call.args[0], call.args[1] ?? null)
      : call.php.unknown('a configuration value', call.range),
  has: (call: NativeCall) =>
    typeof call.args[0] === 'string' ? configValue(call, call.args[0], null) !== null : null,
  set(call: NativeCall) {
    const [key = null, value = null] = call.args;
    if (typeof key === 'string') setSetting(call, key, value);
    if (isArray(key)) for (const [name, each] of key.entries) setSetting(call, String(name), each);
    return null;
  },
};
const configAccess = {
  offsetGet: configMethods.get,
  offsetExists: configMethods.has,
  offsetSet: configMethods.set,
};
const typedGetters = Object.fromEntries(
  ['string', 'integer', 'float', 'boolean', 'array'].map((name) => [name, configMethods.get]),
);

const notFollowed = (what: string) => (call: NativeCall, method: string) =>
  call.php.unknown(`${what}::${method}() is not followed`, call.range);

export const containerClasses: readonly NativeClass[] = [
  { name: 'Illuminate\\Contracts\\Container\\Container', kind: 'interface' },
  {
    name: 'Illuminate\\Contracts\\Foundation\\Application',
    kind: 'interface',
    interfaces: ['Illuminate\\Contracts\\Container\\Container'],
  },
  { name: 'Illuminate\\Contracts\\Config\\Repository', kind: 'interface' },
  {
    name: 'Illuminate\\Container\\Container',
    interfaces: ['ArrayAccess', 'Illuminate\\Contracts\\Container\\Container'],
    statics: { getInstance: (call) => call.php.makeNative(APPLICATION, null) },
  },
  {
    name: 'Illuminate\\Config\\Repository',
    interfaces: ['ArrayAccess', 'Illuminate\\Contracts\\Config\\Repository'],
    methods: { ...configMethods, ...configAccess, ...typedGetters },
    call: notFollowed('Repository'),
  },
  {
    name: 'Illuminate\\Support\\Facades\\Config',
    statics: { ...configMethods, ...typedGetters },
    callStatic: notFollowed('Config'),
  },
];
