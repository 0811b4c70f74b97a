// npm run package: makes schema-gap-<version>.vsix, or the file named by --out, from a production build.
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, setup } from './setup.mjs';
import { nodeStep } from './support/step.mjs';

/** Packages what dist/ holds into the .vsix; ends the process when that fails. Returns its path. */
export async function packageExtension(out) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = out ?? join(root, `schema-gap-${version}.vsix`);
  const known = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const args = ['package', '--no-dependencies', ...known, '--out', file];
  if ((await nodeStep('node_modules/@vscode/vsce/vsce', args, { quiet: true })) !== 0) process.exit(1);
  console.log(`${(statSync(file).size / 1024).toFixed(1)} KB  ${relative(root, file)}`);
  return file;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setup();
  if ((await nodeStep('esbuild.config.mjs', ['--production'])) !== 0) process.exit(1);
  const at = process.argv.indexOf('--out');
  await packageExtension(at > 0 ? resolve(process.argv[at + 1]) : undefined);
}
