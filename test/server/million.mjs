// node test/server/million.mjs [STATEMENTS] [FIRST SEED] [SUMMARY]: a long run of random DDL against both servers.
//
// Sends about so many statements to each server (half a million), in sequences of 40 from the first seed (1) on, and
// writes what it counted, as Markdown, to SUMMARY (million.md) every minute and at the end. The servers are private,
// or those that SCHEMA_GAP_TEST_MYSQL and SCHEMA_GAP_TEST_MARIADB name. Ends with status 1 where anything is unexplained.
//
// Each disagreement is also a line of SUMMARY.jsonl with all its statements. `node test/server/million.mjs --again FILE`
// sends those of such a file again and says, by signature, how many are still answered otherwise than by the model.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { loadTs } from '../run.mjs';

const again = process.argv[2] === '--again' ? process.argv[3] : null;
const [statements = '500000', first = '1', summary = 'million.md'] = process.argv.slice(2);
const LENGTH = 40;
const EVERY = 60_000;

const [{ openArena, signature }, { shareServers, testServer, vendors }] = await loadTs(
  'test/server/sequences.ts',
  'test/support/servers.ts',
);

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
const kindOf = (sql) =>
  (/^(?:create (?:or replace )?|alter |drop |rename |truncate |set )\w*/.exec(sql) ?? [sql])[0];

/** Counts of one server, and what has not been explained: by signature, with the first seed that shows it. */
async function run(vendor, tally) {
  const server = await testServer(vendor);
  if (!server.ok) throw new Error(server.why);
  tally.version = server.value.version;
  const arena = await openArena(server.value);
  for (let seed = Number(first); tally.sent < Number(statements); seed++) {
    const sequence = arena.sequence(seed, LENGTH);
    const outcome = await arena.run(sequence).catch((error) => {
      count(tally.unread, String(error.message).split('\n')[0].slice(0, 100));
      return null;
    });
    tally.seed = seed;
    if (!outcome) continue;
    tally.sent += outcome.sent;
    tally.succeeded += outcome.succeeded;
    tally.doubts += outcome.doubts.length;
    for (const sql of sequence.slice(0, outcome.sent)) count(tally.kinds, kindOf(sql));
    for (const { why } of outcome.oddities) count(tally.oddities, why);
    for (const one of outcome.disagreements) {
      const key = signature(one);
      const known = tally.disagreements.get(key);
      tally.disagreements.set(key, { times: (known?.times ?? 0) + 1, seed: known?.seed ?? seed });
      appendFileSync(`${summary}.jsonl`, `${JSON.stringify({ vendor, seed, key, ...one })}\n`);
    }
  }
  tally.done = true;
  await arena.close();
}

const sorted = (map) => [...map].sort(([, a], [, b]) => (b.times ?? b) - (a.times ?? a));
const rows = (map) => sorted(map).map(([key, n]) => `| ${n} | ${key.replaceAll('|', '\\|')} |`);

function report({
  vendor,
  version,
  seed,
  sent,
  succeeded,
  doubts,
  kinds,
  oddities,
  disagreements,
  unread,
  done,
}) {
  const open = [...disagreements.values()].reduce((sum, { times }) => sum + times, 0);
  return [
    `## ${vendor} ${version}`,
    '',
    `${sent} statements${done ? '' : ' so far'}, seeds ${first} to ${seed}, ${LENGTH} a sequence; ${succeeded} succeeded; in doubt: ${doubts};`,
    `answered otherwise as oddities.ts says: ${[...oddities.values()].reduce((a, b) => a + b, 0)}; otherwise and not in that table: ${open}.`,
    '',
    '| statements | kind |',
    '| ---: | --- |',
    ...rows(kinds),
    '',
    '| times | oddity |',
    '| ---: | --- |',
    ...rows(oddities),
    '',
    '| times | first seed | server / model |',
    '| ---: | ---: | --- |',
    ...sorted(disagreements).map(
      ([key, { times, seed: at }]) => `| ${times} | ${at} | ${key.replaceAll('|', '\\|')} |`,
    ),
    ...rows(unread).map((row) => `not read back: ${row}`),
    '',
  ].join('\n');
}

/** Sends the disagreements of a file again, and prints those that are left. */
async function runAgain(vendor, lines) {
  const server = await testServer(vendor);
  if (!server.ok) throw new Error(server.why);
  const arena = await openArena(server.value);
  const left = [];
  const alike = new Map();
  for (const line of lines.filter((one) => one.vendor === vendor)) {
    const outcome = await arena.run(line.statements, line.schema.length > 0).catch(() => null);
    if (!outcome) {
      left.push({ ...line, now: 'not read back' });
      continue;
    }
    const { disagreements, oddities, sent } = outcome;
    const last = line.statements.length;
    const isHere = (one) => one.statements.length === last;
    const found = disagreements.find(isHere) ?? (sent < last ? disagreements.at(-1) : undefined);
    if (found) left.push({ ...line, now: signature(found) });
    else count(alike, oddities.length > 0 ? 'an oddity' : 'alike');
  }
  await arena.close();
  const kept = new Map();
  for (const { key, now, seed } of left) {
    const name = key === now ? key : `${key} (now: ${now})`;
    kept.set(name, { times: (kept.get(name)?.times ?? 0) + 1, seed: kept.get(name)?.seed ?? seed });
  }
  console.log(
    `${vendor}: ${sorted(alike).map(([what, n]) => `${n} ${what}`)}; still otherwise: ${left.length}`,
  );
  for (const [key, { times, seed }] of sorted(kept)) console.log(`  ${times}  ${seed}  ${key}`);
  return left;
}

const stop = await shareServers();
if (again) {
  const lines = readFileSync(again, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
  const left = (await Promise.all(vendors.map((vendor) => runAgain(vendor, lines)))).flat();
  writeFileSync(`${again}.left`, left.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await stop();
  process.exit(left.length > 0 ? 1 : 0);
}
const tallies = vendors.map((vendor) => ({
  vendor,
  version: '',
  seed: 0,
  sent: 0,
  succeeded: 0,
  doubts: 0,
  kinds: new Map(),
  oddities: new Map(),
  disagreements: new Map(),
  unread: new Map(),
  done: false,
}));
const write = () =>
  writeFileSync(summary, `# Random DDL on real servers\n\n${tallies.map(report).join('\n')}`);
const timer = setInterval(write, EVERY);
try {
  await Promise.all(tallies.map((tally) => run(tally.vendor, tally)));
} finally {
  clearInterval(timer);
  write();
  await stop();
}
process.exit(tallies.some(({ disagreements }) => disagreements.size > 0) ? 1 : 0);
