// node test/bench/artisan.mjs: how long it takes from a cold start until the schema is known, beside the real
// `php artisan migrate` of the same migrations: on an empty server with its default durability, and with --pretend.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { root, setup } from '../../scripts/setup.mjs';
import { nodeStep } from '../../scripts/support/step.mjs';
import { bundled, machine, median, seconds, timeNode, times, writeFiles } from './support.mjs';

setup();
const { loadTs } = await import('../run.mjs');
const count = 400;
const runs = 5;
const { generatedApp } = await import(pathToFileURL(await bundled()).href);
const files = generatedApp(count, 1);
const folder = writeFiles('app', files);

console.log('Bundles:');
if ((await nodeStep('esbuild.config.mjs', ['--production'])) !== 0) process.exit(1);
const cli = join(root, 'dist/cli.js');

console.log(
  `\n${count} generated migrations on ${machine()}; medians of ${runs} fresh processes, nothing cached:`,
);
const parseOnly = fileURLToPath(new URL('parseOnly.mjs', import.meta.url));
// One of each in turn: what else the machine does meets all alike.
const rounds = Array.from({ length: runs }, () => ({
  parse: timeNode(1, [parseOnly, join(folder, 'database/migrations')])[0],
  version: timeNode(1, [cli, '--version'])[0],
  schema: timeNode(1, [cli, 'schema', '--project', folder, '--fail-on', 'never'])[0],
}));
const [parse, version, schema] = ['parse', 'version', 'schema'].map((what) =>
  median(rounds.map((round) => round[what])),
);
console.log(`  ${seconds(parse)}  Node starts, reads the files and parses them (php-parser)`);
console.log(`  ${seconds(version)}  schema-gap --version`);
console.log(`  ${seconds(schema)}  schema-gap schema: ${times(schema, parse)} the first`);

const [{ startServer, vendors }, { freshDatabase }, { laravel }, { laravelApp }] = await loadTs(
  ...['servers', 'database', 'laravel', 'laravelApp'].map((name) => `test/support/${name}.ts`),
);
const framework = await laravel('11');
for (const vendor of vendors) {
  const started = await startServer(vendor, { durable: true });
  if (!started.ok || !framework.ok) {
    console.log(`\nNo ${vendor}: ${started.ok ? framework.why : started.why}`);
    continue;
  }
  const { server } = started.value;
  console.log(`\n${vendor} ${server.version} (${await durability(server)}):`);
  const migrate = await artisan(server, ['migrate', '--force']);
  const pretend = await artisan(server, ['migrate', '--force', '--pretend']);
  for (const [what, ms] of [
    ['migrate', migrate],
    ['migrate --pretend', pretend],
  ])
    console.log(`  ${seconds(ms)}  php artisan ${what}: ${times(ms, schema)} schema-gap schema`);
  await started.value.stop();
}
process.exit(0);

/** The median of some runs, each on a database without tables. */
async function artisan(server, args) {
  const spent = [];
  for (let n = 0; n < 3; n++) {
    const database = await freshDatabase(server);
    const app = laravelApp(framework.value, {
      server,
      database: database.name,
      copy: { database: join(folder, 'database') },
    });
    const start = performance.now();
    const { code, stdout, stderr } = await app.artisan(args, { timeout: 600_000 });
    spent.push(performance.now() - start);
    if (code !== 0)
      throw new Error(`artisan ${args.join(' ')} ended with ${code}: ${`${stdout}${stderr}`.slice(-500)}`);
    app.remove();
    await database.drop();
  }
  return median(spent);
}

/** What the server does so that nothing is lost. */
async function durability({ host, port, user, password }) {
  const connection = await createConnection({ host, port, user, password });
  const names = [
    'innodb_flush_log_at_trx_commit',
    'innodb_flush_method',
    'innodb_doublewrite',
    'sync_binlog',
    'log_bin',
  ];
  const [rows] = await connection.query('show global variables where variable_name in (?)', [names]);
  await connection.end();
  return rows.map(({ Variable_name, Value }) => `${Variable_name}=${Value}`).join(', ');
}
