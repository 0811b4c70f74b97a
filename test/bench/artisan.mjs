// node test/bench/artisan.mjs: how long a cold report of the demo takes, beside what it predicts: the real
// `php artisan migrate` of the same migrations on an empty server.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from '../../scripts/setup.mjs';
import { nodeStep } from '../../scripts/support/step.mjs';

setup();
const { loadTs } = await import('../run.mjs');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
const demo = join(root, 'test/workspaces/booking');
const runs = 7;

/** The middle of several measurements, in milliseconds. */
async function median(count, action) {
  const times = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)];
}

function line(what, ms) {
  console.log(`${(ms / 1000).toFixed(2).padStart(8)} s  ${what}`);
}

console.log('Bundles:');
if ((await nodeStep('esbuild.config.mjs', ['--production'])) !== 0) process.exit(1);

console.log(`\nThe demo, median of ${runs} fresh processes:`);
const cli = (...args) => spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: demo });
line('node dist/cli.js --version', await median(runs, () => cli('--version')));
const against = ['--project', demo, '--actual', 'staging.sql'];
line('node dist/cli.js report --actual staging.sql', await median(runs, () => cli('report', ...against)));
line('node dist/cli.js schema --json', await median(runs, () => cli('schema', '--project', demo, '--json')));

const [{ startServer, vendors }, { freshDatabase }, { laravel }, { laravelApp }] = await loadTs(
  ...['servers', 'database', 'laravel', 'laravelApp'].map((name) => `test/support/${name}.ts`),
);
const framework = await laravel('11');
for (const vendor of vendors) {
  const started = await startServer(vendor);
  if (!started.ok || !framework.ok) {
    console.log(`   (no ${vendor}: ${started.ok ? framework.why : started.why})`);
    continue;
  }
  const { server } = started.value;
  const database = await freshDatabase(server);
  const app = laravelApp(framework.value, {
    server,
    database: database.name,
    copy: Object.fromEntries(['app', 'config', 'database'].map((name) => [name, join(demo, name)])),
  });
  const start = performance.now();
  const { code, stdout, stderr } = await app.artisan(['migrate', '--force']);
  line(`php artisan migrate on an empty ${vendor} ${server.version}`, performance.now() - start);
  if (code !== 0) console.log(`   ended with ${code}: ${`${stdout}${stderr}`.slice(-500)}`);
  app.remove();
  await database.drop();
  await started.value.stop();
}
process.exit(0);
