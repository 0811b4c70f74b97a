// node test/run.mjs KIND [grep…]: the tests of one kind, bundled with esbuild and run by mocha.
//
// KIND is a folder of test/: core, server, laravel, host or browser. Several greps are alternatives; each is a
// regular expression on the full title. How each kind gets the real thing it needs stands in test/support.
//
// Every run bundles into a folder of its own under out/test, so runs may overlap.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Mocha from 'mocha';
import { nodeStep } from '../scripts/support/step.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const kinds = ['core', 'server', 'laravel', 'host', 'browser'];
const timeouts = { core: 10_000, server: 60_000, laravel: 180_000, host: 60_000, browser: 120_000 };

/** The test files of a kind, as absolute paths in the order of their names. */
export function testFiles(kind) {
  const folder = join(root, 'test', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/** A folder under out/test that only this process uses; removed when the process ends. */
function ownFolder(name) {
  const parent = join(root, 'out', 'test');
  mkdirSync(parent, { recursive: true });
  for (const old of readdirSync(parent)) {
    const pid = Number(/-(\d+)$/.exec(old)?.[1]);
    if (pid && pid !== process.pid && !isAlive(pid))
      rmSync(join(parent, old), { recursive: true, force: true });
  }
  const folder = join(parent, `${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  ownFolders.add(folder);
  return folder;
}

const ownFolders = new Set();
process.once('exit', () => {
  for (const folder of ownFolders) rmSync(folder, { recursive: true, force: true });
});

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Bundles TypeScript for this Node; packages stay in node_modules. Returns the folder of the bundles. */
async function bundle(name, entryPoints) {
  const outdir = ownFolder(name);
  await build({
    entryPoints,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    define: { PROJECT_ROOT: JSON.stringify(root) },
    logLevel: 'warning',
  });
  return outdir;
}

const bundled = (outdir, file) => join(outdir, relative(root, file).replace(/\.ts$/, '.mjs'));

/** Bundles TypeScript modules of the project, named by their paths from the root, and imports them, in that order. */
export async function loadTs(...paths) {
  const files = paths.map((path) => join(root, path));
  const outdir = await bundle(`load${++loads}`, files);
  return Promise.all(files.map((file) => import(pathToFileURL(bundled(outdir, file)).href)));
}
let loads = 0;

/** Why a pending test was skipped: what the nearest of test, suite, parents says, or undefined. */
function skipReason(test) {
  for (let at = test; at; at = at.parent) if (at.skipReason) return at.skipReason;
  return undefined;
}

function collect(runner, kind) {
  const result = { kind, passed: 0, failed: [], pending: [], slowest: [] };
  const durations = [];
  runner.on('pass', (test) => {
    result.passed++;
    durations.push({ title: test.fullTitle(), ms: test.duration ?? 0 });
  });
  runner.on('fail', (test, error) => {
    result.failed.push({ title: test.fullTitle(), error: String(error?.stack ?? error) });
  });
  runner.on('pending', (test) => result.pending.push({ title: test.fullTitle(), reason: skipReason(test) }));
  runner.on('end', () => {
    result.slowest = durations.sort((a, b) => b.ms - a.ms).slice(0, 5);
  });
  return result;
}

async function runMocha(kind, greps) {
  const files = testFiles(kind);
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: timeouts[kind],
    slow: timeouts[kind] / 20,
  });
  if (greps.length) mocha.grep(new RegExp(greps.map((g) => `(?:${g})`).join('|')));
  const outdir = await bundle(kind, files);
  for (const file of files) mocha.addFile(bundled(outdir, file));
  await mocha.loadFilesAsync();
  return new Promise((done) => {
    const runner = mocha.run(() => done(result));
    const result = collect(runner, kind);
  });
}

/** The host tests use dist/, the browser tests the .vsix; who runs several kinds makes them before and says so. */
async function buildOnce() {
  if (process.env.SCHEMA_GAP_BUILT) return;
  if ((await nodeStep('esbuild.config.mjs')) !== 0) process.exit(1);
}

async function packageOnce() {
  if (process.env.SCHEMA_GAP_VSIX) return;
  const file = join(ownFolder('vsix'), 'schema-gap.vsix');
  mkdirSync(dirname(file), { recursive: true });
  if ((await nodeStep('scripts/package.mjs', ['--out', file])) !== 0) process.exit(1);
  process.env.SCHEMA_GAP_VSIX = file;
}

async function hostTests(greps) {
  const [{ runHostTests }] = await loadTs('test/support/hostRunner.ts');
  return runHostTests(testFiles('host'), greps);
}

/**
 * Runs the tests of one kind in this process.
 * Returns { kind, passed, failed: [{title, error}], pending: [{title, reason?}], slowest: [{title, ms}] }.
 */
export async function runKind(kind, greps = []) {
  if (testFiles(kind).length === 0) return { kind, passed: 0, failed: [], pending: [], slowest: [] };
  process.chdir(root);
  process.setSourceMapsEnabled(true);
  if (kind === 'host') await buildOnce();
  if (kind === 'browser') await packageOnce();
  if (kind === 'host') return hostTests(greps);
  if (kind === 'server' || kind === 'laravel') {
    const [{ serverNames, shareServers, vendors }] = await loadTs('test/support/servers.ts');
    const stop = await shareServers(kind === 'server' ? serverNames : vendors);
    try {
      return await runMocha(kind, greps);
    } finally {
      await stop();
    }
  }
  return runMocha(kind, greps);
}

async function main([kind, ...greps]) {
  if (!kinds.includes(kind)) {
    console.error(`usage: node test/run.mjs ${kinds.join('|')} [grep…]`);
    return 2;
  }
  const result = await runKind(kind, greps);
  const total = result.passed + result.failed.length;
  if (total + result.pending.length === 0) console.log(`no ${kind} tests match`);
  if (total > 5) {
    console.log('Slowest:');
    for (const { title, ms } of result.slowest) console.log(`  ${String(ms).padStart(6)} ms  ${title}`);
  }
  if (process.env.SCHEMA_GAP_TEST_RESULT) {
    writeFileSync(process.env.SCHEMA_GAP_TEST_RESULT, JSON.stringify(result));
  }
  return result.failed.length > 0 ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  }
  process.exit(await main(process.argv.slice(2)));
}
