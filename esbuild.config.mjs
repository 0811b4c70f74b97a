// node esbuild.config.mjs [--production] [--watch]: makes the bundles in dist/ and prints their sizes.
//
// dist/extension.cjs   the editor's side; only `vscode` comes from outside
// dist/worker.cjs      the analysis thread
// dist/cli.js          the `schema-gap` command: it loads
// dist/cli/program.cjs which does everything; nothing comes from outside, so a `vscode` import breaks the build
// dist/webview/        the report page
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  outdir: 'dist',
};
// Some packages' CommonJS form asks for its own parts in a way that cannot be bundled: their module form comes first.
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const commonJs = { ...node, format: 'cjs', outExtension: { '.js': '.cjs' } };

const bundles = [
  {
    entryPoints: { extension: 'src/extension/main.ts' },
    options: { ...commonJs, external: ['vscode'] },
    // Activation must not read what only the worker, or an opened environment, needs.
    without: ['mysql2', 'kysely', 'php-parser'],
  },
  { entryPoints: { worker: 'src/worker/main.ts' }, options: commonJs },
  { entryPoints: { cli: 'src/cli/main.ts' }, options: { ...node, format: 'esm' }, without: ['php-parser'] },
  { entryPoints: { 'cli/program': 'src/cli/program.ts' }, options: commonJs },
  {
    entryPoints: { 'webview/report': 'webview/report.ts' },
    options: { ...common, platform: 'browser', target: 'es2022', format: 'iife' },
  },
];

/** Packages that the bundle must not contain; the names of those that it does. */
function unwanted(bundle, inputs) {
  return (bundle.without ?? []).filter((name) =>
    inputs.some((path) => path.includes(`node_modules/${name}/`)),
  );
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
}

/** What an earlier build left in dist/ under names that this one did not write. */
function removeOthers(paths) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const name of readdirSync(join(root, 'dist'), { recursive: true })) {
    const path = join('dist', name);
    if (!paths.includes(path.replaceAll('\\', '/')) && statSync(join(root, path)).isFile())
      rmSync(join(root, path));
  }
}

if (watch) {
  for (const { entryPoints, options } of bundles) {
    const watching = await context({ ...options, entryPoints, logLevel: 'info' });
    await watching.watch();
  }
} else {
  const results = await Promise.all(
    bundles.map(async (bundle) => {
      const result = await build({ ...bundle.options, entryPoints: bundle.entryPoints, write: true });
      return { bundle, result };
    }),
  ).catch(() => process.exit(1));
  const made = results.flatMap(({ result }) => Object.keys(result.metafile.outputs));
  removeOthers(made);
  const outputs = results
    .flatMap(({ result }) => Object.entries(result.metafile.outputs))
    .filter(([path]) => !path.endsWith('.map'))
    .map(([path, { bytes }]) => ({ path, bytes, gzipped: gzipSync(readFileSync(join(root, path))).length }));
  for (const { path, bytes, gzipped } of outputs) {
    console.log(`${kilobytes(bytes)}  ${kilobytes(gzipped)} gzipped  ${path}`);
  }
  for (const { bundle, result } of results) {
    const wrong = unwanted(bundle, Object.keys(result.metafile.inputs));
    if (wrong.length === 0) continue;
    console.error(`${Object.values(bundle.entryPoints)} must not contain ${wrong.join(', ')}`);
    process.exitCode = 1;
  }
}
