// npm start: sets up, builds, prints the demo's gap report, then opens the demo in an editor with the extension.
// The editor is desktop VS Code where `code` is on PATH, else VS Code's browser build on this machine. With
// CI=true it ends after the report.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';
import { nodeStep } from './support/step.mjs';

const demo = join(root, 'test/workspaces/booking');

setup();
if ((await nodeStep('esbuild.config.mjs', [], { quiet: true })) !== 0) process.exit(1);

// A gap is what the demo is there to show: findings (1) are no failure of `npm start`.
const report = await nodeStep('dist/cli.js', ['report', '--project', demo, '--actual', 'staging.sql']);
if (report > 1) process.exit(report);
if (process.env.CI === 'true') process.exit(0);

// Imported late: what it imports is there only after the set-up.
const { loadTs } = await import('../test/run.mjs');
const [{ childEnv, onPath }, { serveWorkbench }] = await loadTs(
  'test/support/processes.ts',
  'test/support/workbench.ts',
);

const desktop = onPath('code', 'code.cmd');
if (desktop && hasDisplay()) {
  console.log(`\nOpening ${demo} in VS Code…`);
  const args = [`--extensionDevelopmentPath=${root}`, demo];
  const child = spawn(desktop, args, { stdio: 'inherit', env: childEnv(), shell: desktop.endsWith('.cmd') });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  await openInBrowserBuild();
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openInBrowserBuild() {
  console.log('\nNo desktop VS Code here (`code` is not on PATH): starting its browser build.');
  const { packageExtension } = await import('./package.mjs');
  const served = await serveWorkbench({ vsix: await packageExtension(), folder: demo });
  if (!served.ok) {
    console.log(`It cannot be had (${served.why}). Install VS Code and run \`npm start\` again.`);
    process.exit(1);
  }
  console.log(`\nThe demo is open at\n\n  ${served.value.address}\n\nCtrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  setInterval(() => {}, 1 << 30);
}
