// node test/bench/fixall/summary.mjs OUT [--server mariadb|mysql] [--seed N] [--sample N]
//
// One table and one sample of all that fixall.mjs kept in OUT: findings per rule, how many have a fix that may be tried
// or is proven, and what the server said of a random sample of them. Ends with 1 where a finding was wrong.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { definitionsOf } from './definitions.mjs';
import { checkSample, sampleOf } from './sample.mjs';

const fileOf = (out, server, name) => join(out, 'found', server, `${name}.json`);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Keeps what was found in one application: `findings` with their fixes, and what is `left` when all is mended. */
export function keepFound(out, server, name, found) {
  const file = fileOf(out, server, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(found, null, 1));
}

/** Per rule: found, with any fix, with a proven one, and left. */
export function countRules(findings, left) {
  const rules = [...new Set([...findings, ...left].map(({ rule }) => rule))].sort();
  return rules.map((rule) => {
    const of = findings.filter((each) => each.rule === rule);
    return {
      rule,
      found: of.length,
      offered: of.filter(({ fixes }) => fixes.length > 0).length,
      proven: of.filter(({ fixes }) => fixes.some(({ proven }) => proven)).length,
      left: left.filter((each) => each.rule === rule).length,
    };
  });
}

export function printRules(rows) {
  const kinds = ['found', 'offered', 'proven', 'left'];
  const line = (rule, cells) =>
    console.log(`   ${rule.padEnd(30)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  line('', kinds);
  for (const row of rows)
    line(
      row.rule,
      kinds.map((kind) => row[kind]),
    );
  line(
    'all',
    kinds.map((kind) => rows.reduce((sum, row) => sum + row[kind], 0)),
  );
}

/** Compares a random sample of the findings of several applications with what the server said; how many were wrong. */
export function compareSample(out, server, names, seed, most) {
  const findings = names.flatMap((name) => {
    const { migrations } = read(join(out, 'plain', server, name, 'stops.json'));
    const definitions = definitionsOf(migrations);
    const stops = new Map(
      migrations.map((each) => [each.name, { ...each, definitions: definitions.get(each.name) }]),
    );
    return read(fileOf(out, server, name)).findings.map((finding) => ({
      finding: { ...finding, app: name },
      real: stops.get(finding.migration),
    }));
  });
  return printSample(checkSample(sampleOf(findings, seed, most)), findings.length);
}

/** The sample per rule; how many were wrong. */
function printSample(checked, all) {
  const count = (list, verdict) => list.filter((each) => each.verdict === verdict).length;
  const counts = (list) =>
    ['right', 'wrong', 'not asked'].map((verdict) => `${verdict} ${count(list, verdict)}`).join(', ');
  console.log(`findings against the server: ${checked.length} of ${all}: ${counts(checked)}`);
  const rules = [...new Set(checked.map(({ finding }) => finding.rule))].sort();
  for (const rule of rules)
    console.log(`   ${rule.padEnd(28)} ${counts(checked.filter(({ finding }) => finding.rule === rule))}`);
  const wrong = checked.filter(({ verdict }) => verdict === 'wrong');
  for (const { finding, why } of wrong)
    console.log(
      `   ! ${finding.app} ${finding.migration}:${finding.line} ${finding.rule}: ${finding.message}\n       ${why}`,
    );
  return wrong.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string', default: 'mariadb' },
      seed: { type: 'string', default: '1' },
      sample: { type: 'string', default: '500' },
    },
  });
  const out = resolve(positionals[0] ?? '.');
  const folder = join(out, 'found', values.server);
  if (!existsSync(folder)) {
    console.error('usage: summary.mjs OUT [--server mariadb|mysql] [--seed N] [--sample N]');
    process.exit(2);
  }
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  const all = names.map((name) => read(fileOf(out, values.server, name)));
  console.log(`${values.server}, seed ${values.seed}: ${names.join(', ')}`);
  printRules(countRules(...['findings', 'left'].map((kind) => all.flatMap((each) => each[kind]))));
  const wrong = compareSample(out, values.server, names, Number(values.seed), Number(values.sample));
  process.exit(wrong > 0 ? 1 : 0);
}
