import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isObject, isUnknown, listOf, type Value } from '../../php/values';
import { doubtRows, savePoint } from '../../session/session';
import type { World } from '../../session/trace';
import type { Application } from '../application';
import { declaredClasses, phpFiles } from '../autoload';
import { runtimeOf } from '../runtime';
import { arrayable } from './collectionItems';
import { injectedInto, resolveService } from './container';

/** Where Laravel looks for an application's own commands. */
const FOLDER = 'app/Console/Commands';

/** The first word of `$signature`, of `$name`, or of the attributes that stand for them. */
const NAMED =
  /(?:\$(?:signature|name)\s*=|#\[\s*(?:\\?[\w\\]*\\)?(?:AsCommand|Signature)\(\s*(?:(?:name|signature)\s*:)?)\s*['"]\s*([^\s'"{]+)/g;

const known = new WeakMap<Application, ReadonlyMap<string, string>>();

/** The application's own commands: their classes by their names. */
function commandsOf(app: Application): ReadonlyMap<string, string> {
  const there = known.get(app);
  if (there) return there;
  const found = new Map<string, string>();
  for (const [, text] of phpFiles(app.files, [FOLDER])) {
    const [declared] = declaredClasses(text);
    if (declared !== undefined) for (const [, name] of text.matchAll(NAMED)) found.set(name!, declared);
  }
  known.set(app, found);
  return found;
}

/** What a command was called with, and what it takes where it was not given: by the names of its signature. */
class Input {
  constructor(
    readonly args: ReadonlyMap<string, Value>,
    readonly options: ReadonlyMap<string, Value>,
    /** The class says by methods what it takes, so that not all of it is known. */
    readonly isPartial: boolean,
  ) {}
}

/**
 * Runs one of the application's own commands and gives its exit code; null where there is none of that name, and an
 * Unknown where what it does is not certain: then it has done nothing here.
 */
export function runOwnCommand(call: NativeCall, line: string, given: Value): Value {
  const runtime = runtimeOf(call.php);
  const { application, session, beforeEntry } = runtime;
  const [name, ...words] = line.trim().split(/\s+/);
  const cls = commandsOf(application).get(name ?? '');
  // `Artisan::call('fix:users --force')`: words of a line are told apart by the signature; rarely written.
  if (cls === undefined || words.length > 0) return null;
  const goBack = savePoint(session);
  const worlds: World[] = [];
  runtime.beforeEntry = beforeEntry && ((world) => worlds.push(world));
  let ended: Value = null;
  try {
    ended = call.php.certainly(() => handle(call, cls, given));
  } finally {
    runtime.beforeEntry = beforeEntry;
    if (!isUnknown(ended)) for (const world of worlds) beforeEntry?.(world);
  }
  if (isUnknown(ended)) goBack();
  return ended;
}

function handle(call: NativeCall, cls: string, given: Value): Value {
  const found = call.php.findClass(cls);
  if (!found || !call.php.isA(found, COMMAND)) return null;
  const command = resolveService(call, cls);
  if (!isObject(command)) return command;
  const signature = call.php.readProperty(command, 'signature');
  command.internal = inputOf(typeof signature === 'string' ? signature : null, given);
  const method = call.php.hasMethod(command, 'handle') ? 'handle' : '__invoke';
  const code = call.php.callMethod(command, method, injectedInto(call, found, method), call.range);
  return typeof code === 'number' || isUnknown(code) ? code : 0;
}

/** `mail:send {user} {ids?*} {--force} {--queue=default : a description}`. (Illuminate\Console\Parser) */
function inputOf(signature: string | null, given: Value): Input {
  const args = new Map<string, Value>();
  const options = new Map<string, Value>();
  for (const [, inner = ''] of (signature ?? '').matchAll(/\{\s*(.*?)\s*\}/gs)) {
    const token = inner.split(/\s+:\s+/)[0]!.trim();
    const into = token.startsWith('--') ? options : args;
    const [, written = '', sign, value] = /^(?:--)?(?:\w+\|)?([^=?*]+)([=?*]*)(.*)$/s.exec(token) ?? [];
    const many = sign?.includes('*') === true;
    const takesValue = into === args || sign?.includes('=') === true;
    into.set(written, value ? value : many ? listOf([]) : takesValue ? null : false);
  }
  if (isArray(given))
    for (const [key, value] of given.entries) {
      const name = String(key);
      if (name.startsWith('--')) options.set(name.slice(2), value);
      else args.set(name, value);
    }
  return new Input(args, options, signature === null);
}

const COMMAND = 'Illuminate\\Console\\Command';
const nothing: NativeMethod = () => null;

/** One of the command's arguments or options, or all of them. */
const asked =
  (of: 'args' | 'options'): NativeMethod =>
  (call) => {
    const input = call.self?.internal;
    const name = call.args[0] ?? null;
    if (!(input instanceof Input)) return call.php.unknown('what the command was called with', call.range);
    if (name === null && !input.isPartial) return arrayOf(input[of]);
    const value = typeof name === 'string' ? input[of].get(name) : undefined;
    if (value === undefined && (input.isPartial || typeof name !== 'string'))
      return call.php.unknown('what the command was called with', call.range);
    return value ?? null;
  };

/** `$this->withProgressBar($users, fn ($user) => …)`. */
function withProgressBar(call: NativeCall): Value {
  const [items = null, body = null] = call.args;
  const bar = call.php.makeNative(BAR, null);
  if (typeof items === 'number') {
    call.php.callValue(body, [bar], call.range);
    return null;
  }
  const array = arrayable(items);
  if (isUnknown(array)) {
    doubtRows(runtimeOf(call.php).session);
    return array;
  }
  for (const item of array.entries.values()) call.php.callValue(body, [item, bar], call.range);
  return items;
}

const BAR = 'Symfony\\Component\\Console\\Helper\\ProgressBar';
const OUTPUT = 'Illuminate\\Console\\OutputStyle';
const COMPONENTS = 'Illuminate\\Console\\View\\Components\\Factory';
const PARTS: Readonly<Record<string, string>> = { output: OUTPUT, components: COMPONENTS };

/** The class that an application's commands extend. `artisan`: what calls another command. */
export function commandClass(artisan: NativeMethod): NativeClass {
  const said = Object.fromEntries(
    'info line comment question error warn alert newLine table setDescription setHidden trap'
      .split(' ')
      .map((name) => [name, nothing]),
  );
  return {
    name: COMMAND,
    constants: { SUCCESS: 0, FAILURE: 1, INVALID: 2 },
    properties: { signature: null, name: null, description: null },
    construct: () => {},
    methods: {
      ...said,
      argument: asked('args'),
      arguments: asked('args'),
      option: asked('options'),
      options: asked('options'),
      call: artisan,
      callSilent: artisan,
      callSilently: artisan,
      withProgressBar,
    },
    get: (call, property) =>
      Object.hasOwn(PARTS, property)
        ? call.php.makeNative(PARTS[property]!, null)
        : call.php.unknown(`$${property} of a command`, call.range),
    call: (call, method) => call.php.unknown(`${method}() of a command is not followed`, call.range),
  };
}

/** What a command prints with: it prints nothing. */
export const consoleClasses: readonly NativeClass[] = [
  { name: BAR, call: (call) => call.self },
  {
    name: OUTPUT,
    methods: { createProgressBar: (call) => call.php.makeNative(BAR, null) },
    call: nothing,
  },
  {
    name: COMPONENTS,
    methods: {
      task: (call) => {
        if (call.args[1]) call.php.callValue(call.args[1], [], call.range);
        return null;
      },
    },
    call: nothing,
  },
];
