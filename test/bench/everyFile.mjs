// node test/bench/everyFile.mjs DIR… [--mutants N] [--seed N] [--seconds N]
//
// Each DIR is the checkout of a Laravel application. Every .php file of it, migration or not, is parsed, run as a
// migration would be (up and down, over the empty and the finished schema) and linted; so are N damaged copies of each
// migration (3 unless said), in its place among the others. No exception may come out, and each must end: by the
// evaluator's own budget, and here at the latest after so many seconds of computing (60 unless said), however busy the
// machine is. Ends with 1 where one does not.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadTs } from '../run.mjs';

const SLOWEST = 5;

if (isMainThread) await main();
else await work(workerData);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mutants: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      seconds: { type: 'string', default: '60' },
    },
  });
  if (positionals.length === 0) {
    console.error('usage: node test/bench/everyFile.mjs DIR… [--mutants N] [--seed N] [--seconds N]');
    process.exit(2);
  }
  const [mutants, seed, seconds] = [values.mutants, values.seed, values.seconds].map(Number);
  console.log(`seed ${seed}, ${mutants} damaged copies of each migration`);
  let bad = 0;
  for (const folder of positionals) bad += await everyFileOf(resolve(folder), { mutants, seed, seconds });
  process.exit(bad > 0 ? 1 : 0);
}

/** All of one application; how many did not end well. Where one hangs the thread is ended, and a new one goes on. */
async function everyFileOf(folder, options) {
  const failures = [];
  const times = [];
  const totals = { files: 0, mutants: 0, spent: 0 };
  for (let next = 0; next !== null; ) {
    const ended = await threadFrom(folder, next, options, ({ name, isMutant, ms, spent, failure }) => {
      totals[isMutant ? 'mutants' : 'files']++;
      if (spent) totals.spent++;
      if (failure) failures.push({ name, failure });
      times.push({ name, ms });
    });
    if (ended.failure) failures.push(ended);
    next = ended.next;
  }
  times.sort((a, b) => b.ms - a.ms);
  const slowest = times.slice(0, SLOWEST).map(({ name, ms }) => `${Math.round(ms)} ms ${name}`);
  console.log(
    `${folder}: ${totals.files} files, ${totals.mutants} damaged copies, ${failures.length} failures, ` +
      `${totals.spent} ended by the budget; slowest: ${slowest.join(', ')}`,
  );
  for (const { name, failure } of failures) console.log(`  ${name}: ${failure}`);
  return failures.length;
}

/** Runs a thread from the item `from`. `next`: the item to go on with after one that hung; null: all are done. */
function threadFrom(folder, from, { mutants, seed, seconds }, onDone) {
  return new Promise((resolveWith) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { folder, from, mutants, seed },
      resourceLimits: { maxOldGenerationSizeMb: 2_000 },
    });
    // What keeps the start from its end would keep it from it again.
    let current = { at: Number.POSITIVE_INFINITY, name: '(the start)' };
    let computed = process.cpuUsage();
    let most = seconds * 5;
    const clock = setInterval(() => {
      const { user, system } = process.cpuUsage(computed);
      if ((user + system) / 1e6 > most) end(current.at + 1, `did not end in ${most} s`);
    }, 500);
    const end = (next, failure) => {
      clearInterval(clock);
      resolveWith({ next: Number.isFinite(next) ? next : null, name: current.name, failure });
      worker.terminate();
    };
    // The replay of all migrations comes before the first item, and may take longer.
    const next = () => {
      computed = process.cpuUsage();
      most = seconds;
    };
    worker.on('message', (message) => {
      next();
      if (message.done) end(null);
      else if (message.began) current = message;
      else onDone(message);
    });
    worker.on('error', (error) => end(current.at + 1, String(error.stack ?? error)));
  });
}

/** The thread: each file, then each damaged copy, from an item on. */
async function work({ folder, from, mutants, seed }) {
  const engine = await loadEngine();
  const around = engine.open(folder);
  const files = phpFiles(folder);
  const random = randomFrom(seed);
  const items = [
    ...files.map((file) => () => ({ name: file, file, text: readFileSync(join(folder, file), 'latin1') })),
    ...around.steps.flatMap((step) =>
      Array.from({ length: mutants }, (_, i) => {
        const own = random();
        return () => ({
          name: `${step.migration.file} damaged ${i + 1}`,
          file: step.migration.file,
          text: damaged(step.text ?? '', randomFrom(own)),
          step,
        });
      }),
    ),
  ];
  for (let at = from; at < items.length; at++) {
    const item = items[at]();
    parentPort.postMessage({ began: true, at, name: item.name });
    const started = performance.now();
    let spent = false;
    let failure;
    try {
      spent = engine.tryAll(around, item);
    } catch (error) {
      failure = String(error.stack ?? error);
    }
    const ms = performance.now() - started;
    parentPort.postMessage({ name: item.name, isMutant: item.step !== undefined, ms, spent, failure });
  }
  parentPort.postMessage({ done: true });
}

async function loadEngine() {
  const names = [
    'project/diskFiles',
    'core/laravel/application',
    'core/laravel/migrations',
    'core/laravel/evaluate',
    'core/analysis/start',
    'core/analysis/replay',
    'core/analysis/lint',
    'core/schema/profiles',
    'core/policy/policy',
    'core/php/parse',
  ];
  const [disk, application, migrations, evaluator, start, replaying, linting, profiles, policies, parser] =
    await loadTs(...names.map((name) => `src/${name}.ts`));
  return {
    open(folder) {
      const app = application.openApplication(disk.diskFiles(folder));
      const fresh = start.startWorld(app, profiles.parseServer('mysql-9.7'), true).world;
      const { steps, world } = replaying.replay(app, migrations.listMigrations(app), fresh);
      return { app, fresh, steps, world };
    },
    /** Everything that is done with a file; whether a budget ended some of it. */
    tryAll({ app, fresh, steps, world }, { file, text, step }) {
      parser.parseFile(file, text);
      const source = { name: file, file, text };
      const worlds = step ? [step.before] : [fresh, world];
      const traces = worlds.flatMap((before) => [
        evaluator.evaluate(app, source, 'up', before),
        evaluator.evaluate(app, source, 'down', before),
      ]);
      const before = worlds.at(-1);
      const trace = evaluator.evaluate(app, source, 'up', before);
      const migration = step?.migration ?? { name: file, file };
      const surroundings = { policy: policies.NO_POLICY, steps, actual: null, ran: null };
      const pieces = linting.lintMigration(app, { migration, text, before, trace }, surroundings, 'findings');
      while (!pieces.next().done);
      return traces.some(({ unknowns }) => unknowns.some(({ reason }) => /gave up|more than/.test(reason)));
    },
  };
}

function phpFiles(folder) {
  const found = [];
  const walk = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.name === 'vendor' || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) walk(join(at, entry.name));
      else if (entry.isFile() && entry.name.endsWith('.php'))
        found.push(relative(folder, join(at, entry.name)));
    }
  };
  walk(folder);
  return found.sort();
}

/** Mulberry32: numbers in 0…1 from a seed. */
function randomFrom(seed) {
  let state = Math.floor(seed < 1 ? seed * 2 ** 32 : seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text as it is while somebody types, or after an accident: cut off, with a part gone, doubled, moved or garbled. */
function damaged(text, random) {
  const at = () => Math.floor(random() * (text.length + 1));
  const [a, b] = [at(), at()].sort((x, y) => x - y);
  const short = a + Math.floor(random() * 20);
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, a);
    case 1:
      return text.slice(0, a) + text.slice(short);
    case 2:
      return text.slice(0, a) + text.slice(b);
    case 3:
      return text.slice(0, b) + text.slice(a, b) + text.slice(b);
    case 4:
      return text.slice(0, a) + text.slice(b) + text.slice(a, b);
    default: {
      const odd = '{}()[];,$\'"`\\<>?:|&#/*@\0\u{1F600}-=.0a';
      const mark = [...odd][Math.floor(random() * [...odd].length)];
      return text.slice(0, a) + mark + text.slice(short);
    }
  }
}
