// npm run bench:editor: how fast the editor answers, measured inside VS Code's own extension host with the extension
// under development. Prints a table; nothing passes or fails, since times are those of the machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup } from '../../scripts/setup.mjs';
import { nodeStep } from '../../scripts/support/step.mjs';
import { machine, work, writeFiles } from './support.mjs';

setup();
process.chdir(root);
if ((await nodeStep('esbuild.config.mjs', ['--production'])) !== 0) process.exit(1);
const { loadTs } = await import('../run.mjs');
const [{ generatedApp }, { runHostTests }] = await loadTs(
  'test/support/generatedApp.ts',
  'test/support/hostRunner.ts',
);
const out = join(work, 'result.json');
const app = writeFiles('app', generatedApp(400));
writeFileSync(join(app, 'bench-out.txt'), out);
await runHostTests([join(root, 'test/bench/editorHost.ts')], [], app);
if (!existsSync(out)) process.exit(1);
const result = JSON.parse(readFileSync(out, 'utf8'));

const at = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const row = (what, ms, bar = '') => {
  const text = ms === undefined ? '-' : ms.toFixed(1);
  console.log(`${what.padEnd(72)} ${text.padStart(8)} ms  ${bar}`);
};
console.log(`\n${machine()}\n`);
row(
  'last key to diagnostics, one migration among 400: median',
  result.latency && at(result.latency, 0.5),
  '(bar 150)',
);
row('  99th percentile', result.latency && at(result.latency, 0.99), '(bar 150)');
row(
  'a diagnostic without any work, 60 ms after a key, side by side: median',
  result.withoutWork && at(result.withoutWork, 0.5),
);
row('  99th percentile', result.withoutWork && at(result.withoutWork, 0.99));
row('our work for one edit (processor time): median', result.work && at(result.work, 0.5), '(bar 10)');
row('  99th percentile', result.work && at(result.work, 0.99), '(bar 30)');
row('longest block of the extension host (processor time): idle', result.idleBlock);
row('  while typing', result.typingBlock, '(bar 50)');
row('  while an application of 2,000 migrations is opened', result.startBlock, '(bar 50)');
row('activation (processor time)', result.activation, '(bar 50)');
process.exit(0);
