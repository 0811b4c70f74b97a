import type { NativeCall, NativeMethod, PhpClass } from '../../php/classes';
import { shortName } from '../../php/names';
import { RuntimeClass } from '../../php/runtimeClass';
import {
  isArray,
  isObject,
  isUnknown,
  listOf,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { bootHere } from '../macros';
import { resolveName } from '../providerSources';
import { runtimeOf } from '../runtime';
import { resolveService } from '../support/container';
import { missingPart } from './attributes';
import { declares, traitNames } from './facts';

/** What the boot of a model class has set up: by event what is called, and what narrows every query. */
export interface BootedModel {
  readonly listeners: Map<string, Value[]>;
  readonly scopes: Map<string, Value>;
}

/** Events of a row, in the order of Laravel's HasEvents. */
export const EVENTS =
  'retrieved creating created updating updated saving saved restoring restored replicating trashed deleting deleted forceDeleting forceDeleted'.split(
    ' ',
  );

/** Boots a model class where this run has not yet: `booting()`, `boot()`, `booted()`, and what observes it. */
export function bootModel(call: NativeCall, cls: PhpClass): BootedModel {
  const { models } = runtimeOf(call.php);
  const there = models.get(cls.name);
  if (there) return there;
  const booted: BootedModel = { listeners: new Map(), scopes: new Map() };
  models.set(cls.name, booted);
  const run = (method: string) => runStatic(call, cls, method);
  run('booting');
  if (declares(cls, 'boot')) run('boot');
  else bootTraits(call, cls);
  run('booted');
  observers(call, cls);
  return booted;
}

/** `boot{Trait}()` of each trait of the model. (Model::bootTraits) */
export function bootTraits(call: NativeCall, cls: PhpClass): void {
  for (const trait of traitNames(cls)) {
    runStatic(call, cls, `boot${shortName(trait)}`);
  }
}

/** Calls a static method where the application has it, protected or not. */
function runStatic(call: NativeCall, cls: PhpClass, method: string): void {
  if (declares(cls, method)) call.php.callMethod(call.php.makeNative(cls.name, null), method, [], call.range);
}

/** `initialize{Trait}()` of each trait of the model, for a new object. */
export function initializeTraits(call: NativeCall, model: PhpObject): void {
  for (const trait of traitNames(model.class)) {
    const method = `initialize${shortName(trait)}`;
    if (declares(model.class, method)) call.php.callMethod(model, method, [], call.range);
  }
}

/** `#[ObservedBy([X::class])]`, and what service providers let observe the class. */
function observers(call: NativeCall, cls: PhpClass): void {
  const { application, askedProviders } = runtimeOf(call.php);
  const source = application.findClass(cls.name)?.text ?? '';
  for (const [, list = ''] of source.matchAll(/#\[ObservedBy\(\s*\[?([^\])]*)\]?\s*\)/g)) {
    for (const [, short = ''] of list.matchAll(/([\w\\]+)::class/g))
      observe(call, cls, resolveName(source, short));
  }
  for (const provider of application.providers.withObserver(cls.name)) {
    if (askedProviders.has(provider)) continue;
    askedProviders.add(provider);
    bootHere(call, provider);
  }
}

/** Each method of an observer that is named like an event listens to it. */
export function observe(call: NativeCall, cls: PhpClass, observer: Value): void {
  const object = typeof observer === 'string' ? resolveService(call, observer) : observer;
  if (!isObject(object)) return;
  for (const event of EVENTS)
    if (call.php.hasMethod(object, event)) {
      const method = [listOf([object, event])];
      listen(call, cls, event, call.php.callStatic('Closure', 'fromCallable', method, call.range));
    }
}

function listen(call: NativeCall, cls: PhpClass, event: string, listener: Value): void {
  const { listeners } = bootModel(call, cls);
  listeners.set(event, [...(listeners.get(event) ?? []), listener]);
}

/** `static::creating(fn ($model) => …)`. */
export const eventMethods: Readonly<Record<string, NativeMethod>> = Object.fromEntries(
  EVENTS.map((event): [string, NativeMethod] => [
    event,
    (call) => {
      if (call.static) listen(call, call.static, event, call.args[0] ?? null);
      return null;
    },
  ]),
);

/** Tells the listeners of an event; false where one of them stops what is about to happen. */
export function fire(call: NativeCall, model: PhpObject, event: string): boolean {
  const runtime = runtimeOf(call.php);
  if (runtime.switches.muted) return true;
  // Listeners of a class hear of the objects of classes that extend it only where these boot the same code.
  for (const listener of bootModel(call, model.class).listeners.get(event) ?? []) {
    const answer = isObject(listener)
      ? call.php.callValue(listener, [model], call.range)
      : heard(call, listener, model, event);
    if (answer === false && event.endsWith('ing')) return false;
  }
  return true;
}

function heard(call: NativeCall, listener: Value, model: PhpObject, event: string): Value {
  if (typeof listener !== 'string') return null;
  const object = resolveService(call, listener.split('@')[0] ?? listener);
  return isObject(object)
    ? call.php.callMethod(object, listener.split('@')[1] ?? 'handle', [model], call.range)
    : call.php.unknown(`what listens to ${event}`, call.range);
}

/** Traits of packages that are known to give attributes or write rows of their own when a row is saved. */
const BUSY_TRAIT =
  /Slug|Uuid|Ulid|NestedSet|NodeTrait|Sort|Stamp|Blame|Tenant|Transl|Revision|Audit|LogsActivity/i;

/** Why it can't be told which columns a model writes; null where it can. */
export function hooksOf(call: NativeCall, cls: PhpClass): Unknown | null {
  if (runtimeOf(call.php).switches.muted) return null;
  const missing = missingPart(cls);
  if (missing !== null && BUSY_TRAIT.test(missing))
    return call.php.unknown(`what ${missing} does when ${cls.name} is saved`, call.range);
  for (let each: PhpClass | null = cls; each && !each.native; each = each.parent) {
    if (each instanceof RuntimeClass && each.properties.has('dispatchesEvents')) {
      const events = call.php.propertyDefault(cls, 'dispatchesEvents') ?? null;
      if (isArray(events) && ['creating', 'saving', 'updating'].some((name) => events.entries.has(name)))
        return call.php.unknown(`what ${each.name} does when it is saved`, call.range);
    }
  }
  return null;
}

/** Runs something without the models' events. */
export function muted(call: NativeCall, run: () => Value): Value {
  const { switches } = runtimeOf(call.php);
  const before = switches.muted;
  switches.muted = true;
  try {
    return run();
  } finally {
    switches.muted = before;
  }
}

/** A method without the models' events. */
export const quietly =
  (run: NativeMethod): NativeMethod =>
  (call) =>
    muted(call, () => run(call));

/** `static::addGlobalScope($scope)`, `addGlobalScope('name', fn ($query) => …)`. */
export function addGlobalScope(call: NativeCall): Value {
  const [name = null, scope = null] = call.args;
  if (!call.static) return null;
  const { scopes } = bootModel(call, call.static);
  const given =
    scope ??
    (typeof name === 'string' && call.php.findClass(name)
      ? call.php.instantiate(name, [], call.range)
      : name);
  const key =
    typeof name === 'string'
      ? name
      : isObject(name) && name.class.name !== 'Closure'
        ? name.class.name
        : `#${scopes.size}`;
  if (isUnknown(given)) return given;
  scopes.set(key, given);
  return given;
}
