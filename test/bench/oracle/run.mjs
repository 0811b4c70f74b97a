// node test/bench/oracle/run.mjs APPS OUT [--server mariadb|mysql] [--modes run,rerun,twice,stops] [--pass-over] [--seed N] [--stops N] [--seconds N] [--table TSV] [app…]
//
// Writes down what real Laravel (by its mysql driver) does to a real MariaDB or MySQL with the migrations of the
// applications in apps.tsv, one at a time. APPS holds their checkouts (checkout.sh makes them), OUT gets a folder per
// application. The server, PHP and Laravel are had as the tests have them (test/support/real.ts). --seconds is the time
// for the second runs of one application (1800 unless said).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTs } from '../../run.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: 'mariadb' },
    modes: { type: 'string', default: 'run' },
    seconds: { type: 'string', default: '1800' },
    'pass-over': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    stops: { type: 'string', default: '12' },
    table: { type: 'string', default: join(here, 'apps.tsv') },
  },
});
const [apps, out, ...names] = positionals;
if (!apps || !out || !['mariadb', 'mysql'].includes(values.server))
  fail(
    'usage: run.mjs APPS OUT [--server mariadb|mysql] [--modes run,rerun,twice,stops] [--pass-over] [--seed N] [--stops N] [--seconds N] [app…]',
  );

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
const [{ startServer }, { findPhp }, { laravel }, { cached }, { childEnv, run, lastWords }] = await loadTs(
  ...['servers', 'php', 'laravel', 'cache', 'processes'].map((name) => `test/support/${name}.ts`),
);
const started = wanted(await startServer(values.server));
// The newest applications use syntax of PHP 8.4.
const php = wanted(await findPhp('8.4'));
const extras = wanted(await cached('laravel-extras', installExtras));

const table = resolve(values.table);
const rows = readFileSync(table, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'));
for (const [name, , framework, paths, extra = ''] of rows) {
  if (names.length > 0 && !names.includes(name)) continue;
  const app = join(resolve(apps), name.replace(/@.*/, ''));
  if (!existsSync(app)) {
    console.error(`${name}: no checkout`);
    continue;
  }
  const { vendor } = wanted(await laravel(framework.replace(/^l/, '')));
  for (const mode of values.modes.split(',')) {
    const args = [
      mode,
      ...['--name', name, '--app', app, '--framework', dirname(vendor), '--paths', paths],
      ...['--db', `o_${name.replaceAll(/[^a-z0-9]/g, '_')}`, '--out', join(resolve(out), name)],
      ...['--budget', values.seconds, '--seed', values.seed, '--stops', values.stops],
      ...(values['pass-over'] ? ['--pass-over'] : []),
      ...extra.split(' ').filter(Boolean),
    ];
    const status = runOracle('oracle.php', args);
    if (status !== 0) console.error(`${name}: ${mode} ended with ${status}`);
  }
}
runOracle('table.php', [table, resolve(out)]);
await started.stop();
process.exit(0);

function runOracle(script, args) {
  const { host, port, user, password } = started.server;
  const [program, ...first] = php.command;
  const env = childEnv({
    ...php.env,
    ORACLE_DB_HOST: host,
    ORACLE_DB_PORT: String(port),
    ORACLE_DB_USER: user,
    ORACLE_DB_PASSWORD: password,
    ORACLE_EXTRAS: extras,
  });
  mkdirSync(resolve(out), { recursive: true });
  return spawnSync(program, [...first, join(here, script), ...args], { env, stdio: 'inherit' }).status;
}

/** Packages that some application's helpers need. */
async function installExtras(folder) {
  writeFileSync(join(folder, 'composer.json'), JSON.stringify({ require: { 'thecodingmachine/safe': '*' } }));
  const args = ['update', '--no-interaction', '--prefer-dist', '--no-audit', '--ignore-platform-reqs'];
  const ran = await run('composer', args, { cwd: folder, env: childEnv({ COMPOSER_ALLOW_SUPERUSER: '1' }) });
  return ran.code === 0 ? undefined : lastWords(ran);
}

function wanted(real) {
  if (!real.ok) fail(real.why);
  return real.value;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
