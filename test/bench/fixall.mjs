// node test/bench/fixall.mjs APPS OUT [--server mariadb|mysql] [--seed N] [--sample N] [--stops N] [--keep] [app…]
//
// Applies every proven fix to every migration of the applications of oracle/apps.tsv (APPS holds their checkouts), and
// asks real Laravel on a real server what was promised by that: the finished schema is the one that the untouched
// migrations leave, up() can be run again (on the finished database, straight after its first run, and after a stop
// behind each statement), and every error that is left is one that a finding of the fixed text tells. Then a sample of
// the findings about the untouched migrations is compared with what the server said to them. A migration that sends more
// statements than --stops (12) is stopped at so many places, chosen by --seed. OUT keeps both truths and the fixed
// texts, and per application what was found; --keep takes the truth from there. Ends with 1 where something is not as
// promised. fixall/summary.mjs makes one table and one sample of all applications that OUT holds.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTs } from '../run.mjs';
import { checkFixed, stopsOnFinished } from './fixall/promises.mjs';
import { compareSample, countRules, keepFound, printRules } from './fixall/summary.mjs';

const oracle = join(dirname(fileURLToPath(import.meta.url)), 'oracle');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: 'mariadb' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sample: { type: 'string', default: '500' },
    stops: { type: 'string', default: '12' },
    keep: { type: 'boolean', default: false },
  },
});
const [apps, out, ...names] = positionals;
if (!apps || !out) {
  console.error(
    'usage: fixall.mjs APPS OUT [--server mariadb|mysql] [--seed N] [--sample N] [--stops N] [--keep] [app…]',
  );
  process.exit(2);
}

const [{ createAnalysis }, { DEFAULT_SETTINGS }] = await loadTs(
  'src/worker/analysis.ts',
  'src/project/settings.ts',
);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const rows = readFileSync(join(oracle, 'apps.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .filter(
    ([name]) =>
      (names.length === 0 || names.includes(name)) &&
      existsSync(join(resolve(apps), name.replace(/@.*/, ''))),
  );

console.log(`seed ${values.seed}, ${values.server}`);
let violations = 0;
for (const row of rows) violations += await proveApplication(row);
violations += compareSample(
  resolve(out),
  values.server,
  rows.map(([name]) => name),
  Number(values.seed),
  Number(values.sample),
);
process.exit(violations > 0 ? 1 : 0);

/** One application: what is found and mended, and what the server makes of it. */
async function proveApplication(row) {
  const [name] = row;
  const folder = join(resolve(out), 'fixed', name.replace(/@.*/, ''));
  const plain = join(resolve(out), 'plain', values.server);
  const fixed = join(resolve(out), 'result', values.server);
  record(join(resolve(apps)), plain, name, ['run', 'rerun', 'stops'], ['--pass-over']);
  const truth = readRuns(plain, name);

  const analysis = open(join(resolve(apps), name.replace(/@.*/, '')), row, truth.schema);
  const started = performance.now();
  const before = [];
  for (const file of analysis.migrationFiles())
    before.push(...((await analysis.findings(file))?.findings ?? []));
  const linted = performance.now();
  const offered = [];
  for (const file of analysis.migrationFiles())
    offered.push(...((await analysis.lint(file))?.findings ?? []));
  const proven = performance.now();
  const { document: unfixed } = await analysis.schema('migrations', false);
  const titles = await applyAll(analysis, folder);
  const fixing = performance.now();
  const { document: wanted } = await analysis.schema('migrations', false, true);
  const { document: again } = await analysis.rerun('final');
  const left = [];
  const doubtful = new Set(wanted.unknown.map(({ migration }) => migration));
  for (const file of analysis.migrationFiles()) {
    const found = await analysis.findings(file);
    left.push(...(found?.findings ?? []));
    for (const { migration } of found?.unknown ?? []) doubtful.add(migration);
  }

  record(join(resolve(out), 'fixed'), fixed, name, ['run', 'rerun', 'stops'], [], false);
  const result = readRuns(fixed, name);
  const problems = checkFixed({ truth, result, unfixed, wanted, left, titles, doubtful, again });
  console.log(`${name}: ${before.length} findings, ${left.length} left`);
  printRules(countRules(offered, left));
  keepFound(resolve(out), values.server, name, { findings: offered, left, problems });
  const time = (ms) => `${(ms / 1000).toFixed(1)} s`;
  console.log(
    `   ${titles.size} of ${analysis.migrationFiles().length} files mended; stopped at ${result.stops.points} places; ` +
      `linted in ${time(linted - started)}, each fix proven in ${time(proven - linted)}, ` +
      `mended in ${time(fixing - proven)}; ${problems.length} violations`,
  );
  console.log(
    `   stops on the finished database: ${stopsOnFinished(truth)}; mended: ${stopsOnFinished(result)}`,
  );
  for (const problem of problems) console.log(`   ! ${problem}`);
  return problems.length;
}

function open(folder, [, , , paths, extra = ''], { server, laravel }) {
  const profile = /maria/i.test(server) ? `mariadb-${server}` : `mysql-${server}`;
  return createAnalysis(folder, {
    ...DEFAULT_SETTINGS,
    actual: 'migrations',
    serverOverride: profile,
    laravel,
    migrationPaths: paths.split(/\s+/).filter((path) => path && path !== 'database/migrations'),
    useSchemaDump: !extra.includes('--no-dump'),
  });
}

/** Applies all that is proven, file after file, into a copy of the checkout; the titles by migration. */
async function applyAll(analysis, folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(analysis.root, folder, { recursive: true });
  const titles = new Map();
  for (const file of analysis.migrationFiles()) {
    const fixed = await analysis.fixAll(file);
    if (!fixed) continue;
    titles.set(/([^/]+)\.php$/.exec(file)[1], fixed.applied);
    analysis.setText(file, fixed.text);
    writeFileSync(join(folder, file), fixed.text);
  }
  return titles;
}

/** Lets real Laravel run the migrations of one application. */
function record(checkouts, into, name, modes, more, keep = values.keep) {
  const wanted = modes.filter((mode) => !keep || !existsSync(join(into, name, `${mode}.json`)));
  if (wanted.length === 0) return;
  mkdirSync(into, { recursive: true });
  const how = [
    '--server',
    values.server,
    '--modes',
    wanted.join(),
    '--stops',
    values.stops,
    '--seed',
    values.seed,
    ...more,
  ];
  const ran = spawnSync(process.execPath, [join(oracle, 'run.mjs'), checkouts, into, ...how, name], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`the runs of ${name} ended with ${ran.status}: ${ran.stderr}`);
}

function readRuns(folder, name) {
  const of = (mode) => {
    const file = join(folder, name, `${mode}.json`);
    return existsSync(file) ? read(file) : null;
  };
  return { schema: of('schema'), run: of('run'), rerun: of('rerun'), stops: of('stops') };
}
