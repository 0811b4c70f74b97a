import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { surelyThere, type Value } from '../../php/values';
import { fileMethods } from './files';

/** What a facade's methods are for the schema: nothing, and what they answer. */
interface FacadeKind {
  /** Answers are Unknown for this reason; null: every method answers the facade's own object. */
  readonly unknown: string | null;
  /** Methods with another answer. */
  readonly methods?: Readonly<Record<string, NativeMethod>>;
}

const chain: NativeMethod = (call) => call.self ?? null;
const nothing: NativeMethod = () => null;

const madeOf =
  (what: string): NativeMethod =>
  (call) =>
    surelyThere(call.php.unknown(`${what} is different every time`, call.range));

/** Facades and services that touch no schema. What they answer is Unknown, or something to go on with. */
const FACADES: Readonly<Record<string, FacadeKind>> = {
  Log: { unknown: null },
  Event: { unknown: null, methods: { listen: nothing, fake: nothing, dispatch: nothing } },
  Bus: { unknown: null },
  Queue: { unknown: null },
  Notification: { unknown: null },
  Mail: { unknown: null },
  Broadcast: { unknown: null },
  RateLimiter: { unknown: null },
  Cache: {
    unknown: 'the cache is not followed',
    methods: {
      forget: () => true,
      flush: () => true,
      put: () => true,
      forever: () => true,
      store: chainCache,
      tags: chainCache,
    },
  },
  Storage: { unknown: 'files outside the code are not followed' },
  File: { unknown: 'files outside the code are not followed', methods: fileMethods },
  Http: { unknown: 'it calls the network' },
  Redis: { unknown: 'it asks Redis' },
  Hash: { unknown: 'a hash is different every time', methods: { make: madeOf('a hash') } },
  Crypt: {
    unknown: 'an encrypted value is different every time',
    methods: { encrypt: madeOf('an encrypted value'), encryptString: madeOf('an encrypted value') },
  },
  Session: { unknown: 'there is no session' },
  Auth: { unknown: 'who is signed in is not known' },
  Gate: { unknown: null },
  Process: { unknown: 'it runs another program' },
  Request: { unknown: 'there is no request' },
  Route: { unknown: null },
  URL: { unknown: 'an address is not known' },
  View: { unknown: 'views are not followed' },
  Validator: { unknown: 'validation is not followed' },
  Lang: { unknown: 'translations are not followed' },
  Cookie: { unknown: null },
  Date: { unknown: 'the time of a run is not known' },
  Blade: { unknown: null },
};

function chainCache(call: NativeCall): Value {
  return call.php.makeNative('Illuminate\\Support\\Facades\\Cache', null);
}

export const harmlessFacades: readonly NativeClass[] = Object.entries(FACADES).map(([name, kind]) => {
  const methods = kind.methods ?? {};
  const className = `Illuminate\\Support\\Facades\\${name}`;
  // `Log::channel('x')->info(…)`, `Bus::chain([…])->dispatch()`, `Mail::to(…)->send(…)`: what is called goes on.
  const answer = (call: NativeCall): Value =>
    kind.unknown === null ? call.php.makeNative(className, null) : call.php.unknown(kind.unknown, call.range);
  return {
    name: className,
    statics: methods,
    methods,
    call: (call) => answer(call),
    callStatic: (call) => answer(call),
  };
});

/** What a migration prints to the console goes nowhere. */
const console: NativeClass = {
  name: 'Symfony\\Component\\Console\\Output\\ConsoleOutput',
  methods: {
    writeln: nothing,
    write: nothing,
    getFormatter: chain,
    section: (call) => call.php.makeNative('Symfony\\Component\\Console\\Output\\ConsoleSectionOutput', null),
  },
  call: nothing,
};

const section: NativeClass = {
  name: 'Symfony\\Component\\Console\\Output\\ConsoleSectionOutput',
  methods: { writeln: nothing, write: nothing, overwrite: nothing, clear: nothing },
  call: nothing,
};

/** A job on its way to the queue. */
const pending: NativeClass = { name: 'Illuminate\\Foundation\\Bus\\PendingDispatch', call: chain };

export const otherServices: readonly NativeClass[] = [console, section, pending];
