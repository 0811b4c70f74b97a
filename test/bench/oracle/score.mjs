// node test/bench/oracle/score.mjs TRUTH APPS CLI_JS [--detail] [--table TSV] app…
//
// Compares what `schema-gap schema` and `schema-gap rerun` say of each application with what real Laravel did on a real
// server: TRUTH/app/{schema,run,rerun,twice}.json (run.mjs makes them); APPS/app is the checkout. Prints a line for
// each application, with --detail every disagreement, too. Ends with 1 where a bar is missed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addCounts, compareReruns, compareRuns, compareSchemas, missedBars, noCounts } from './compare.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { detail: { type: 'boolean' }, table: { type: 'string' } },
});
const [truth, checkouts, cli, ...apps] = positionals;
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const rows = readFileSync(values.table ?? new URL('./apps.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'));

const COLUMNS = {
  tables: 'tables',
  columns: 'columns',
  indexes: 'indexes',
  foreignKeys: 'foreign keys',
  checks: 'checks',
  errors: 'errors',
  statements: 'statements',
  after: 'rerun after',
  final: 'rerun final',
};
const line = (cells) =>
  cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(19) : String(cell).padStart(i === 1 ? 9 : 13)))
    .join(' ');
// 99/100 ?1 +2: one that is not known, two that are not there in truth.
const figure = ({ of, right, uncertain, extra }) =>
  of + uncertain + extra === 0
    ? '-'
    : `${right}/${of}${uncertain ? ` ?${uncertain}` : ''}${extra ? ` +${extra}` : ''}`;
const figures = (counts) => [...Object.keys(COLUMNS).map((key) => figure(counts[key])), counts.doubtful];

const total = noCounts();
const versions = new Set();
let crashed = 0;
console.log(line(['application', 'laravel', ...Object.values(COLUMNS), 'doubtful', 'ms']));
for (const app of apps) {
  const disagreements = [];
  const say = (text) => disagreements.push(text);
  const counts = noCounts();
  const schema = read(join(truth, app, 'schema.json'));
  versions.add(schema.server);
  const started = performance.now();
  const document = ask(app, schema, ['schema', '--statements']);
  const ms = Math.round(performance.now() - started);
  if (document) {
    compareSchemas(schema, document, counts, say);
    compareRuns(read(join(truth, app, 'run.json')), document, counts, say);
    for (const [file, on] of [
      ['twice', 'after'],
      ['rerun', 'final'],
    ]) {
      const there = join(truth, app, `${file}.json`);
      const reruns = existsSync(there) && ask(app, schema, ['rerun', '--on', on]);
      if (reruns) compareReruns(on, read(there), reruns, counts, say);
    }
  }
  addCounts(total, counts);
  console.log(line([app, schema.laravel, ...figures(counts), ms]));
  if (values.detail) for (const text of disagreements) console.log(`   ${text}`);
}
console.log(line(['all', '', ...figures(total), '']));
console.log(`on ${[...versions].join(', ')}; ${crashed} crashed`);
const missed = missedBars(total);
for (const bar of missed) console.log(`missed: ${bar}`);
process.exit(missed.length > 0 || crashed > 0 ? 1 : 0);

/** What the command line answers about an application; undefined where it answers nothing that can be read. */
function ask(app, { laravel, server }, command) {
  const [, , , paths = '', extra = ''] = rows.find(([name]) => name === app) ?? [];
  const folders = paths.split(/\s+/).filter((path) => path && path !== 'database/migrations');
  const args = [
    ...[cli, ...command, '--json', '--project', join(checkouts, app.replace(/@.*/, ''))],
    ...['--server', /maria/i.test(server) ? `mariadb-${server}` : `mysql-${server}`],
    ...['--laravel', laravel],
    ...folders.flatMap((path) => ['--path', path]),
    ...(/--no-dump/.test(extra) ? ['--no-dump'] : []),
  ];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 });
  try {
    return JSON.parse(ran.stdout);
  } catch {
    crashed++;
    console.log(
      `${app}: ${command.join(' ')} crashed (${ran.status ?? ran.signal}) ${ran.stderr.slice(0, 300)}`,
    );
    return undefined;
  }
}
