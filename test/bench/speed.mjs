// node test/bench/speed.mjs: what the analysis costs without any server, and how that grows: medians of runs in
// processes of their own, as times and as ratios of two measured side by side. Nothing here passes or fails: times
// depend on the machine, ratios say whether something has gone wrong.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setup } from '../../scripts/setup.mjs';
import { bundled, machine, measured, median, seconds, timeNode, times, writeFiles } from './support.mjs';

setup();
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const seed = 1;
const parts = await bundled();
const { generatedApp, readDump } = await import(pathToFileURL(parts).href);
const sizes = [100, 400, 1_000, 10_000];
const apps = new Map(sizes.map((count) => [count, writeFiles(`app-${count}`, generatedApp(count, seed))]));
console.log(`On ${machine()}; applications generated from seed ${seed}.`);

console.log('\nReplay of generated migrations, from the start of a process to its end (median of 3):');
const replays = [];
for (const [count, folder] of apps) {
  const runs = [1, 2, 3].map(() => measured([here('inProcess.mjs'), parts, folder, 'replay']));
  const parse = median(timeNode(3, [here('parseOnly.mjs'), join(folder, 'database/migrations')]));
  const [ms, heap, peak] = ['process', 'heap', 'peak'].map((key) => median(runs.map((run) => run[key])));
  replays.push({ count, ms });
  const per = times(ms / count, replays[0].ms / replays[0].count);
  console.log(
    `${String(count).padStart(7)}  ${seconds(ms)}, ${times(ms, parse)} what Node needs to start and parse them; ` +
      `each ${per} one of ${sizes[0]}; heap ${heap.toFixed(0)} MB, at most ${peak.toFixed(0)} MB resident`,
  );
}

console.log('\nOne file edited, until the whole overview is current again (median, worst):');
for (const [count, sample] of [
  [400, 400],
  [10_000, 100],
]) {
  const edits = measured([here('inProcess.mjs'), parts, apps.get(count), 'edits', String(sample)]);
  const worst = edits.reduce((a, b) => (b.ms > a.ms ? b : a));
  const users = edits.find(({ file }) => file.includes('create_users_table'));
  console.log(
    `${String(count).padStart(7)}  ${median(edits.map(({ ms }) => ms)).toFixed(1)} ms of ${sample} files; ` +
      `worst ${worst.ms.toFixed(0)} ms (${worst.file.split('/').pop()}), create_users ${users?.ms.toFixed(0)} ms`,
  );
  const third = Math.floor(edits.length / 3);
  const [early, late] = [edits.slice(0, third), edits.slice(-third)].map((some) =>
    median(some.map(({ ms }) => ms)),
  );
  console.log(`         the last third of the files against the first: ${times(late, early)}`);
}

console.log('\nDumps:');
const table = (i) => `DROP TABLE IF EXISTS \`t${i}\`;
CREATE TABLE \`t${i}\` (
  \`id\` bigint unsigned NOT NULL AUTO_INCREMENT,
  \`name\` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL,
  \`parent_id\` bigint unsigned DEFAULT NULL,
  \`amount\` decimal(10,2) NOT NULL DEFAULT '0.00',
  \`created_at\` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`t${i}_name_unique\` (\`name\`),
  KEY \`t${i}_parent_id_foreign\` (\`parent_id\`),
  CONSTRAINT \`t${i}_parent_id_foreign\` FOREIGN KEY (\`parent_id\`) REFERENCES \`t${i >> 1}\` (\`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
`;
const dumpOf = (tables) =>
  `-- MySQL dump 10.13  Distrib 8.4.3\nSET FOREIGN_KEY_CHECKS=0;\n${Array.from({ length: tables }, (_, i) => table(i)).join('\n')}`;
const read = (text) =>
  median(
    [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      readDump(text, { file: 'dump.sql' });
      return performance.now() - start;
    }),
  );
read(dumpOf(500));
const [few, many] = [read(dumpOf(500)), read(dumpOf(5_000))];
console.log(`   5,000 tables in ${seconds(many)}: ${times(many, few)} the time of 500`);
const insert = `INSERT INTO \`t0\` VALUES ${Array(5_000).fill("(1,'it\\'s','2024-01-01',NULL,3.14)").join(',')};\n`;
const rows = `${dumpOf(1)}\n${insert.repeat(40)}`;
const split = median([1, 2, 3].map(() => timeOf(() => rows.split(','))));
console.log(
  `   ${(rows.length / 1e6).toFixed(0)} MB of rows passed over in ${times(read(rows), split)} the time of splitting the text at its commas`,
);

function timeOf(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}
process.exit(0);
