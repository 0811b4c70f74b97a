import type { NativeCall, NativeFunction } from '../../php/classes';
import { machineOf } from '../../php/machineOf';
import { peekProperty } from '../../php/properties';
import { PhpThrow } from '../../php/signals';
import { isArray, isObject, isUnknown, listOf, surelyThere, type Value } from '../../php/values';
import { type Config, dig, setConfig, setValue } from '../config';
import { envValue } from '../dotenv';
import { moduleFolder } from '../modules';
import { maybeRuntime } from '../runtime';
import { arrayable, itemsOf } from './collectionItems';
import { resolveService } from './container';
import { around, OPTIONAL, TAP_PROXY } from './proxies';

function textArgument(call: NativeCall, index: number): string | null {
  const value = call.args[index] ?? null;
  return typeof value === 'string' ? value : null;
}

/** The value, or what the closure gives. (value()) */
export function valueFrom(call: NativeCall, value: Value): Value {
  return isObject(value) && value.class.name === 'Closure'
    ? call.php.callValue(value, [], call.range)
    : value;
}

function env(call: NativeCall): Value {
  const values = call.php.context.get('env') as ReadonlyMap<string, string> | undefined;
  const key = textArgument(call, 0);
  const found = key === null ? undefined : values?.get(key);
  return found === undefined
    ? valueFrom(call, call.args[1] ?? call.named.get('default') ?? null)
    : envValue(found);
}

/** A configuration value: what the run itself has set, else the application's. */
export function configValue(call: NativeCall, key: string, fallback: Value): Value {
  const set = maybeRuntime(call.php)?.configured;
  const own = set ? setValue(set, key) : undefined;
  if (own !== undefined) return own === null ? valueFrom(call, fallback) : own;
  const config = call.php.context.get('config') as Config | undefined;
  const value = config?.get(key) ?? null;
  if (isUnknown(value)) return call.php.unknown(value.reason, call.range);
  return value === null ? valueFrom(call, fallback) : value;
}

/** `config([name => value])`: for this run, or where a provider boots, for all. */
export function setSetting(call: NativeCall, key: string, value: Value): void {
  const configured = maybeRuntime(call.php)?.configured;
  const config = call.php.context.get('config') as Config | undefined;
  if (configured && config) setConfig(config, configured, key, value);
}

function config(call: NativeCall): Value {
  const key = call.args[0] ?? null;
  if (key === null) return call.php.makeNative('Illuminate\\Config\\Repository', null);
  if (isArray(key)) {
    for (const [name, value] of key.entries) setSetting(call, String(name), value);
    return null;
  }
  if (typeof key !== 'string') return call.php.unknown('a configuration value', call.range);
  return configValue(call, key, call.args[1] ?? call.named.get('default') ?? null);
}

/** Paths of the application begin with its root, as `__DIR__` does. */
const ROOT = '/app';

function path(folder: string): NativeFunction {
  return (call) => {
    const rest = call.php.toText(call.args[0] ?? '', call.range);
    if (isUnknown(rest)) return rest;
    return [ROOT, folder, rest.replace(/^\/+/, '')].filter((part) => part !== '').join('/');
  };
}

/** `module_path('Blog', 'Database/Migrations')` of nwidart/laravel-modules. */
const modulePath: NativeFunction = (call) => {
  const name = call.php.toText(call.args[0] ?? '', call.range);
  const rest = call.php.toText(call.args[1] ?? '', call.range);
  if (isUnknown(name)) return name;
  if (isUnknown(rest)) return rest;
  const application = maybeRuntime(call.php)?.application;
  const folder = application ? moduleFolder(application.files, name) : null;
  if (folder === null) return call.php.unknown(`where the module ${name} is`, call.range);
  return rest === '' ? `${ROOT}/${folder}` : `${ROOT}/${folder}/${rest}`;
};

const unknownTime: NativeFunction = (call) =>
  call.php.instantiate('Illuminate\\Support\\Carbon', [], call.range);

function throwIf(wanted: boolean): NativeFunction {
  return (call) => {
    if (call.php.truth(call.args[0] ?? null, call.range) !== wanted) return call.args[0] ?? null;
    const given = call.args[1] ?? 'RuntimeException';
    const made =
      isObject(given) && given.class.name === 'Closure'
        ? call.php.callValue(given, call.args.slice(2), call.range)
        : given;
    if (isObject(made)) throw new PhpThrow(made);
    // A text that names no exception class is the message of a RuntimeException.
    if (typeof made === 'string' && call.php.findClass(made))
      throw new PhpThrow(call.php.instantiate(made, call.args.slice(2), call.range));
    return call.php.throw('RuntimeException', typeof made === 'string' ? made : '');
  };
}

function tap(call: NativeCall): Value {
  const [value = null, callback = null] = call.args;
  if (callback === null) return call.args.length > 1 ? value : around(call, TAP_PROXY, value);
  call.php.callValue(callback, [value], call.range);
  return value;
}

function optional(call: NativeCall): Value {
  const [value = null, callback = null] = call.args;
  if (callback === null) return around(call, OPTIONAL, value);
  return value === null ? null : call.php.callValue(callback, [value], call.range);
}

function withValue(call: NativeCall): Value {
  const [value = null, callback = null] = call.args;
  return callback === null ? value : call.php.callValue(callback, [value], call.range);
}

/** Calls the callback again after an exception, as often as said; the last exception goes on. */
/** `abort(404, 'Gone.')`. (Application::abort) */
function abort(call: NativeCall, [code = null, message = '']: readonly Value[]): Value {
  if (typeof code !== 'number' || isUnknown(message))
    return call.php.unknown('what abort() throws', call.range);
  const name = code === 404 ? 'NotFoundHttpException' : 'HttpException';
  return call.php.throw(`Symfony\\Component\\HttpKernel\\Exception\\${name}`, String(message ?? ''), {
    properties: { statusCode: code },
  });
}

function abortIf(wanted: boolean): NativeFunction {
  return (call) =>
    call.php.truth(call.args[0] ?? null, call.range) === wanted ? abort(call, call.args.slice(1)) : null;
}

function retry(call: NativeCall): Value {
  const given = call.args[0] ?? null;
  const times = isArray(given) ? given.entries.size + 1 : typeof given === 'number' ? Math.min(given, 20) : 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return call.php.catching(() => call.php.callValue(call.args[1] ?? null, [attempt], call.range));
    } catch (signal) {
      if (!(signal instanceof PhpThrow) || attempt >= times) throw signal;
    }
  }
}

function rescue(call: NativeCall): Value {
  try {
    return call.php.catching(() => call.php.callValue(call.args[0] ?? null, [], call.range));
  } catch (signal) {
    if (!(signal instanceof PhpThrow)) throw signal;
    const fallback = call.args[1] ?? null;
    return isObject(fallback) && fallback.class.name === 'Closure'
      ? call.php.callValue(fallback, [signal.exception], call.range)
      : fallback;
  }
}

function dataGet(call: NativeCall): Value {
  const [target = null, key = null, fallback = null] = call.args;
  if (isUnknown(target) || isUnknown(key)) return isUnknown(target) ? target : key;
  const keys =
    typeof key === 'string'
      ? key.split('.')
      : isArray(key)
        ? [...key.entries.values()].map(String)
        : [String(key)];
  const found = dataAt(call, target, keys);
  return found ?? valueFrom(call, fallback);
}

/** The value under the keys; null where there is none. `*` stands for each item. */
function dataAt(call: NativeCall, target: Value, keys: readonly string[]): Value {
  const [key, ...rest] = keys;
  if (key === undefined || isUnknown(target)) return target;
  const inner = isObject(target) ? arrayable(target) : target;
  if (key === '*') {
    if (isUnknown(inner)) return inner;
    if (!isArray(inner)) return null;
    const all = [...inner.entries.values()].map((each) => dataAt(call, each, rest));
    if (!rest.includes('*')) return listOf(all);
    return listOf(all.flatMap((each) => (isArray(each) ? [...each.entries.values()] : [each])));
  }
  if (key === '{first}' || key === '{last}')
    return call.php.unknown(`data_get() with ${key} is not followed`, call.range);
  if (isArray(target)) return dataAt(call, dig(target, [key]), rest);
  if (!isObject(target)) return null;
  if (itemsOf(target) !== null) return isArray(inner) ? dataAt(call, dig(inner, [key]), rest) : inner;
  return dataAt(call, peekProperty(machineOf(call), target, key) ?? null, rest);
}

function atEnd(value: Value, index: 0 | -1): Value {
  if (!isArray(value)) return isUnknown(value) ? value : null;
  return [...value.entries.values()].at(index) ?? false;
}

/** What `dispatch()` answers: an object whose methods all answer itself. */
const PENDING = 'Illuminate\\Foundation\\Bus\\PendingDispatch';

const notKnown =
  (reason: string): NativeFunction =>
  (call) =>
    call.php.unknown(reason, call.range);

const newEachTime =
  (reason: string): NativeFunction =>
  (call) =>
    surelyThere(call.php.unknown(reason, call.range));

/** Laravel's global functions. */
export const helperFunctions: Readonly<Record<string, NativeFunction>> = {
  env,
  config,
  base_path: path(''),
  app_path: path('app'),
  config_path: path('config'),
  database_path: path('database'),
  resource_path: path('resources'),
  storage_path: path('storage'),
  public_path: path('public'),
  lang_path: path('lang'),
  module_path: modulePath,
  app: (call) => resolveService(call, call.args[0] ?? null),
  resolve: (call) => resolveService(call, call.args[0] ?? null),
  value: (call) => valueFrom(call, call.args[0] ?? null),
  with: withValue,
  tap,
  when(call) {
    const [condition = null, value = null, fallback = null] = call.args;
    const given = isObject(condition) ? valueFrom(call, condition) : condition;
    return valueFrom(call, call.php.truth(given, call.range) ? value : fallback);
  },
  retry,
  rescue,
  once: (call) => call.php.callValue(call.args[0] ?? null, [], call.range),
  optional,
  transform(call) {
    const [value = null, callback = null, fallback = null] = call.args;
    return isFilled(value) ? call.php.callValue(callback, [value], call.range) : valueFrom(call, fallback);
  },
  throw_if: throwIf(true),
  throw_unless: throwIf(false),
  abort: (call) => abort(call, call.args),
  abort_if: abortIf(true),
  abort_unless: abortIf(false),
  blank: (call) =>
    isUnknown(call.args[0] ?? null) ? (call.args[0] ?? null) : !isFilled(call.args[0] ?? null),
  filled: (call) =>
    isUnknown(call.args[0] ?? null) ? (call.args[0] ?? null) : isFilled(call.args[0] ?? null),
  collect: (call) =>
    call.php.instantiate('Illuminate\\Support\\Collection', [call.args[0] ?? null], call.range),
  data_get: dataGet,
  head: (call) => atEnd(call.args[0] ?? null, 0),
  last: (call) => atEnd(call.args[0] ?? null, -1),
  now: unknownTime,
  today: unknownTime,
  class_basename(call) {
    const given = call.args[0] ?? null;
    const name = isObject(given) ? given.class.name : typeof given === 'string' ? given : null;
    return name === null ? given : name.slice(Math.max(name.lastIndexOf('\\'), name.lastIndexOf('/')) + 1);
  },
  str(call) {
    return call.php.callStatic('Illuminate\\Support\\Str', 'of', [call.args[0] ?? ''], call.range);
  },
  logger: (call) =>
    call.args.length > 0 ? null : call.php.makeNative('Illuminate\\Support\\Facades\\Log', null),
  info: () => null,
  report: () => null,
  report_if: () => null,
  event: () => null,
  dispatch: (call) => call.php.makeNative(PENDING, null),
  dispatch_sync: notKnown('a job is not followed'),
  dump: () => null,
  bcrypt: newEachTime('a hash is different every time'),
  encrypt: newEachTime('an encrypted value is different every time'),
  decrypt: notKnown('an encrypted value'),
  cache: notKnown('the cache is not followed'),
  session: notKnown('there is no session'),
  request: notKnown('there is no request'),
  auth: notKnown('who is signed in is not known'),
  url: notKnown('an address is not known'),
  route: notKnown('an address is not known'),
  asset: notKnown('an address is not known'),
  trans: notKnown('translations are not followed'),
  __: notKnown('translations are not followed'),
  view: notKnown('views are not followed'),
  fake: notKnown('made-up data is different every time'),
  e: (call) => call.php.callValue('htmlspecialchars', [call.args[0] ?? '', 3, 'UTF-8'], call.range),
};

function isFilled(value: Value): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  // What can be counted is filled where it counts something.
  const items = isObject(value) ? itemsOf(value) : value;
  return items !== null && isArray(items) ? items.entries.size > 0 : true;
}
