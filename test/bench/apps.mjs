// npm run bench:apps -- DIR… [--server mariadb|mysql]… [--truth FOLDER] [--modes run,twice,rerun] [--every-file]
//
// Each DIR is the checkout of a Laravel application. Its migrations run one at a time with real Laravel on a real
// MariaDB (or MySQL, or both), the engine replays the same files, and what differs is named; ends with 1 where a bar is
// missed. Applications of oracle/apps.tsv are known by their folder's name; of others the Laravel is taken from the lock
// file and the migrations from database/migrations. --truth keeps what the server did (what MySQL did in FOLDER-mysql),
// and takes it from there if it is there. --modes: which runs are made: the first (run), the second straight after it
// (twice), the second on the finished schema (rerun). --every-file also puts each .php file through the engine
// (everyFile.mjs).
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = join(dirname(fileURLToPath(import.meta.url)), 'oracle');
const root = resolve(here, '../../..');
const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', multiple: true, default: ['mariadb'] },
    truth: { type: 'string' },
    modes: { type: 'string', default: 'run,twice,rerun' },
    'every-file': { type: 'boolean', default: false },
  },
});
if (folders.length === 0) {
  console.error(
    'usage: npm run bench:apps -- DIR… [--server mariadb|mysql]… [--truth FOLDER] [--modes run,twice,rerun] [--every-file]',
  );
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'schema-gap-apps-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

const known = readFileSync(join(here, 'apps.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const apps = join(work, 'apps');
mkdirSync(apps);
const rows = folders.flatMap((folder) => {
  const name = basename(resolve(folder));
  symlinkSync(resolve(folder), join(apps, name));
  const own = known.filter((line) => line.split('\t')[0].replace(/@.*/, '') === name);
  return own.length > 0 ? own : [[name, '', `l${nearestLaravel(folder)}`, 'database/migrations'].join('\t')];
});
const table = join(work, 'apps.tsv');
writeFileSync(table, `${rows.join('\n')}\n`);
const names = rows.map((row) => row.split('\t')[0]);

const statuses = [node([join(root, 'esbuild.config.mjs')])];
for (const server of values.server) statuses.push(bench(server));
if (values['every-file']) statuses.push(node([join(here, '../everyFile.mjs'), ...folders]));
process.exit(statuses.some((status) => status !== 0) ? 1 : 0);

/** Records what is not recorded yet, and scores. */
function bench(server) {
  const truth = resolve(values.truth ?? join(work, 'truth')) + (server === 'mariadb' ? '' : `-${server}`);
  const wanted = values.modes.split(',');
  const missing = names.filter((name) =>
    wanted.some((mode) => !existsSync(join(truth, name, `${mode}.json`))),
  );
  if (missing.length > 0) {
    const how = ['--server', server, '--table', table, '--modes', values.modes];
    node([join(here, 'run.mjs'), apps, truth, ...how, ...missing]);
  }
  return node([
    join(here, 'score.mjs'),
    ...[truth, apps, join(root, 'dist/cli.js'), '--detail', '--table', table],
    ...names.filter((name) => existsSync(join(truth, name, 'schema.json'))),
  ]);
}

/** The Laravel of the lock file, or the next newer one that the tests can have. */
function nearestLaravel(folder) {
  const lock = join(folder, 'composer.lock');
  const packages = existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : [];
  const version = packages.find((each) => each.name === 'laravel/framework')?.version ?? '';
  const major = Number(/\d+/.exec(version)?.[0] ?? 13);
  return [8, 10, 11, 12].find((each) => each >= major) ?? 13;
}

function node(args) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root });
  if (error) console.error(error.message);
  return status ?? 1;
}
