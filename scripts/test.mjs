// npm test [KIND…]: sets up, builds, checks, and runs the tests of every kind (or of those named) in turn.
// How the tests get real servers, a real Laravel and a real editor stands in test/support/real.ts.
// Ends with the line "N passed, N failed". With CI=true a skipped real thing is a failure.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';
import { nodeStep, secondsSince } from './support/step.mjs';

const began = performance.now();
setup();

// Imported late: what it imports is there only after the set-up.
const { kinds, loadTs, testFiles } = await import('../test/run.mjs');
const { packageExtension } = await import('./package.mjs');

const named = process.argv.slice(2);
const unknown = named.filter((kind) => !kinds.includes(kind));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: the kinds of tests are ${kinds.join(', ')}`);
  process.exit(2);
}
const wanted = kinds.filter(
  (kind) => (named.length === 0 || named.includes(kind)) && testFiles(kind).length > 0,
);
const needsAny = (...of) => wanted.some((kind) => of.includes(kind));

const folder = mkdtempSync(join(tmpdir(), 'schema-gap-test-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const times = [];
async function timed(what, action) {
  const start = performance.now();
  const result = await action();
  times.push({ what, ms: performance.now() - start });
  return result;
}

/** The result of one thing that has no mocha of its own. */
const single = (kind, title, ok) => ({
  kind,
  passed: ok ? 1 : 0,
  failed: ok ? [] : [{ title, error: 'see above' }],
  pending: [],
  slowest: [],
});

async function buildAndPackage() {
  if ((await nodeStep('esbuild.config.mjs', ['--production'])) !== 0)
    return single('build', 'esbuild', false);
  process.env.SCHEMA_GAP_BUILT = '1';
  if (!existsSync(join(root, 'dist/extension.cjs'))) return single('build', 'esbuild', true);
  process.env.SCHEMA_GAP_VSIX = await packageExtension(join(folder, 'schema-gap.vsix'));
  return single('build', 'build and package', true);
}

/** What `npm run check` does, one after the other. */
async function check() {
  const tsc = 'node_modules/typescript/bin/tsc';
  const checks = [
    ['type check', tsc, '--noEmit'],
    ['type check of the webview', tsc, '--noEmit', '-p', 'webview'],
    ['biome check', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ];
  const done = [];
  for (const [title, script, ...args] of checks) {
    done.push(single('check', title, (await nodeStep(script, args)) === 0));
  }
  return done;
}

/** Fetches what the wanted kinds need all at once, so that a first run is not the sum of its downloads. */
async function prepare() {
  if (!needsAny('server', 'laravel', 'host', 'browser')) return;
  const [{ serverNames, shareServers, vendors }, { laravel }, { codeServer }, { findChromium }] =
    await loadTs(
      ...['servers', 'laravel', 'codeServer', 'chromium'].map((name) => `test/support/${name}.ts`),
    );
  await Promise.all([
    needsAny('server', 'laravel') && shareServers(needsAny('server') ? serverNames : vendors),
    needsAny('laravel') && laravel('11'),
    needsAny('host', 'browser') && findChromium().then(codeServer),
  ]);
}

async function runTests(kind) {
  console.log(`\n── ${kind} ${'─'.repeat(Math.max(0, 60 - kind.length))}`);
  const file = join(folder, `${kind}.json`);
  const code = await nodeStep('test/run.mjs', [kind], { env: { SCHEMA_GAP_TEST_RESULT: file } });
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return {
    ...single(kind, `${kind} tests`, false),
    failed: [{ title: `${kind} tests`, error: `ended with ${code}` }],
  };
}

mkdirSync(folder, { recursive: true });
const results = [];
const prepared = timed('preparing servers, Laravel, editor', prepare);
results.push(await timed('build', buildAndPackage));
results.push(...(await timed('check', check)));
await prepared;
for (const kind of wanted) results.push(await timed(`${kind} tests`, () => runTests(kind)));

const failures = results.flatMap(({ kind, failed }) => failed.map((one) => ({ kind, ...one })));
const skips = results.flatMap(({ kind, pending }) => pending.map((one) => ({ kind, ...one })));
const needReal = skips.filter(({ kind, reason }) => reason !== undefined || kind !== 'core');

console.log(`\nTime: ${secondsSince(began)}`);
for (const { what, ms } of times) console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${what}`);
console.log('Slowest tests:');
const slowest = results.flatMap((result) => result.slowest).sort((a, b) => b.ms - a.ms);
for (const { ms, title } of slowest.slice(0, 10))
  console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`);
if (skips.length > 0) console.log('Skipped:');
for (const { kind, title, reason } of skips)
  console.log(`  ${kind}: ${title}: ${reason ?? 'no reason given'}`);
if (failures.length > 0) console.log('Failed:');
for (const { kind, title, error } of failures) console.log(`  ${kind}: ${title}: ${error.split('\n')[0]}`);

const ci = process.env.CI === 'true';
if (ci && needReal.length > 0) console.log(`CI allows no skipped real thing: ${needReal.length} more failed`);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = failures.length + (ci ? needReal.length : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
