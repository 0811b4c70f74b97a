// What the benches share: applications in temporary folders, bundles of the code, medians.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/setup.mjs';

/** A folder that is gone when the process ends. */
export const work = mkdtempSync(join(tmpdir(), 'schema-gap-bench-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** Writes files into a folder of `work`; gives its path. */
export function writeFiles(name, files) {
  const folder = join(work, name);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const PARTS = `
export { createAnalysis } from './src/worker/analysis';
export { DEFAULT_SETTINGS } from './src/project/settings';
export { readDump } from './src/core/sql/dump';
export { generatedApp } from './test/support/generatedApp';
`;

/** Packages written for CommonJS ask for node's own modules with `require`. */
const REQUIRE = `import { createRequire as createRequireForPackages } from 'node:module';
const require = createRequireForPackages(import.meta.url);`;

/** The code as the command is built: one file, and what only a live server needs beside it. */
export async function bundled() {
  const outdir = join(work, 'parts');
  await build({
    absWorkingDir: root,
    stdin: { contents: PARTS, resolveDir: root, loader: 'ts', sourcefile: 'parts.ts' },
    entryNames: 'parts',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return join(outdir, 'parts.mjs');
}

export function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Runs Node so many times; milliseconds from start to end of each. */
export function timeNode(count, args) {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  });
}

/** As the editor's analysis thread has it (worker/client.ts: three times as much in all). */
const YOUNG = '--max-semi-space-size=32';

/** What a script of the benches prints as JSON, and how long its process took. */
export function measured(args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', YOUNG, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const spent = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  const figures = JSON.parse(stdout);
  return Array.isArray(figures) ? figures : { ...figures, process: spent };
}

export function machine() {
  const all = cpus();
  return `${all.length} × ${all[0]?.model.trim()}, Node ${process.versions.node}`;
}

export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const times = (a, b) => `${(a / b).toFixed(2)} ×`;
