import type { NativeCall, NativeClass } from '../../php/classes';
import { callWith } from '../../php/classes';
import { arrayOf, isArray, isUnknown, type Value } from '../../php/values';
import { doubtRows, doubtTables } from '../../session/session';
import { runtimeOf } from '../runtime';
import { commandClass, consoleClasses, runOwnCommand } from './commands';

/** Artisan commands may change anything; those named here don't touch a schema. */
const QUIET_COMMANDS =
  /^(cache|config|route|view|event|queue|optimize|storage|permission:cache|key|passport:keys|horizon|telescope:(clear|prune)|icons|filament:(upgrade|assets)|package|schedule|vendor:publish|clear-compiled|up|down)(:|$)/;

function artisan(given: NativeCall): Value {
  const call = spelledOut(given);
  const command = call.args[0] ?? null;
  if (typeof command === 'string' && QUIET_COMMANDS.test(command)) return 0;
  if (command === 'db:seed') return seed(call);
  const name = typeof command === 'string' ? command : '';
  const code = runOwnCommand(call, name, call.args[1] ?? null);
  if (code !== null && !isUnknown(code)) return code;
  const unknown = call.php.unknown(`what the artisan command ${name} does`, call.range);
  const { session } = runtimeOf(call.php);
  doubtRows(session);
  if (name === '' || /migrate|schema|db:wipe/.test(name)) {
    for (const connection of session.connections.keys()) doubtTables(session, connection, null, unknown);
  }
  return unknown;
}

/** `Artisan::call('db:seed --class=UserSeeder --force')` as `Artisan::call('db:seed', ['--class' => 'UserSeeder', …])`. */
function spelledOut(call: NativeCall): NativeCall {
  const line = call.args[0] ?? null;
  if (typeof line !== 'string' || !/^[\w:-]+(?:\s+--[\w-]+(?:=[^\s'"]+)?)+\s*$/.test(line)) return call;
  const [name = '', ...words] = line.trim().split(/\s+/);
  const options = words.map((word): [string, Value] => {
    const [option = '', value] = word.split(/=(.*)/s);
    return [option, value ?? true];
  });
  return callWith(call, { args: [name, arrayOf(options)] });
}

/** `Artisan::call('db:seed', ['--class' => 'UserSeeder'])`. */
function seed(call: NativeCall): Value {
  const options = call.args[1] ?? null;
  const given = isArray(options) ? (options.entries.get('--class') ?? options.entries.get('class')) : null;
  const name = given ?? 'DatabaseSeeder';
  const database = isArray(options) ? (options.entries.get('--database') ?? null) : null;
  if (typeof name !== 'string' || database !== null) {
    doubtRows(runtimeOf(call.php).session);
    return call.php.unknown('which seeder runs', call.range);
  }
  const full = name.includes('\\') ? name : `Database\\Seeders\\${name}`;
  const seeder = call.php.instantiate(full, [], call.range);
  call.php.callMethod(seeder, 'run', [], call.range);
  return 0;
}

/** `$this->call([UserSeeder::class])`: runs the seeders' `run()`. */
function runSeeders(call: NativeCall): Value {
  const given = call.args[0] ?? null;
  const names = isArray(given) ? [...given.entries.values()] : [given];
  for (const name of names) {
    if (typeof name !== 'string') {
      doubtRows(runtimeOf(call.php).session);
      continue;
    }
    const seeder = call.php.instantiate(name, [], call.range);
    call.php.callMethod(seeder, 'run', [], call.range);
  }
  return call.self;
}

export const artisanClasses: readonly NativeClass[] = [
  {
    name: 'Illuminate\\Support\\Facades\\Artisan',
    statics: {
      call: artisan,
      queue: artisan,
      output: (call) => call.php.unknown('what a command prints', call.range),
    },
    callStatic: (call, method) => call.php.unknown(`Artisan::${method}() is not followed`, call.range),
  },
  commandClass(artisan),
  ...consoleClasses,
  {
    name: 'Illuminate\\Database\\Seeder',
    methods: {
      call: runSeeders,
      callWith: runSeeders,
      callSilent: runSeeders,
    },
  },
];
