// node test/bench/speed.mjs: how the core's costs grow, as ratios of two measurements made side by side in this run.
// Nothing here passes or fails: absolute times depend on the machine, ratios say whether something has gone wrong.
import { join } from 'node:path';
import { root, setup } from '../../scripts/setup.mjs';

setup();
const { loadTs } = await import('../run.mjs');
const [
  { apply },
  { emptySchema },
  { parseServer },
  { parseStatement },
  { readDump },
  { createAnalysis },
  settings,
] = await loadTs(
  'src/core/schema/apply.ts',
  'src/core/schema/empty.ts',
  'src/core/schema/profiles.ts',
  'src/core/sql/parse.ts',
  'src/core/sql/dump.ts',
  'src/worker/analysis.ts',
  'src/project/settings.ts',
);
const demo = join(root, 'test/workspaces/booking');
const server = parseServer('mysql-8.4');

/** The smallest of several measurements, in milliseconds: what else the machine does only adds. */
async function best(action, count = 7) {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await action();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function row(what, a, b) {
  const ratio = (a / b).toFixed(2).padStart(8);
  console.log(`${ratio}  ${what}  (${a.toFixed(2)} ms : ${b.toFixed(2)} ms)`);
}

function statements(tables) {
  return Array.from({ length: tables }, (_, i) => [
    `create table t${i} (id bigint unsigned auto_increment primary key, a varchar(255), p bigint unsigned)`,
    `alter table t${i} add c datetime null after a`,
    `alter table t${i} add unique t${i}_a_unique (a)`,
    `alter table t${i} add constraint t${i}_p_foreign foreign key (p) references t${i >> 1} (id)`,
  ])
    .flat()
    .map((sql) => parseStatement(sql, server));
}

function applyAll(list) {
  let schema = emptySchema('utf8mb4', 'utf8mb4_unicode_ci');
  for (const statement of list) schema = apply(schema, statement, server).schema;
}

const [few, many] = [statements(100), statements(1000)];
row(
  'applying 4,000 statements : 400 (10 is linear)',
  await best(() => applyAll(many)),
  await best(() => applyAll(few)),
);

const insert = `INSERT INTO \`t\` VALUES ${Array(5_000).fill("(1,'it\\'s','2024-01-01',NULL,3.14)").join(',')};\n`;
const text = `create table t (a int);\n${insert.repeat(40)}`;
const dump = await best(() => readDump(text, { file: 'big.sql' }));
row(
  `passing over ${(text.length / 1e6).toFixed(0)} MB of rows : splitting the text into lines of fields`,
  dump,
  await best(() => text.split(',')),
);

const options = { ...settings.DEFAULT_SETTINGS, actual: 'staging.sql' };
const migration = 'database/migrations/2025_10_23_162250_add_priority_to_services_table.php';
const cold = await best(() => createAnalysis(demo, options).overview(), 3);
const warm = createAnalysis(demo, options);
await warm.overview();
const original = warm.textOf(migration);
let edits = 0;
const edit = await best(async () => {
  warm.setText(migration, `${original}// ${edits++}\n`);
  await warm.lint(migration);
}, 30);
row('the first overview of the demo : findings after one more key in a migration', cold, edit);
process.exit(0);
