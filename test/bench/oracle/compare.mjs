// Compares what the engine says of an application with the truth: counts, and a sentence for each disagreement.
import { ourTables, realTables } from './forms.mjs';

/** A count of what is exactly right. `uncertain`: not right, but said not to be known; `extra`: there is no such thing. */
const count = () => ({ of: 0, right: 0, uncertain: 0, extra: 0 });

/** How many of each kind; all applications' counts add up. */
export const noCounts = () => ({
  tables: count(),
  columns: count(),
  order: count(),
  indexes: count(),
  foreignKeys: count(),
  checks: count(),
  outcomes: count(),
  errors: count(),
  statements: count(),
  after: count(),
  final: count(),
  doubtful: 0,
});

/** Both schemas, thing by thing. */
export function compareSchemas(schema, document, counts, say) {
  const real = realTables(schema);
  const ours = ourTables(document);
  for (const [name, table] of real) {
    const mine = ours.get(name);
    compareThing(counts.tables, { name, ...table }, mine, () => `table ${name}`, say);
    for (const kind of ['columns', 'indexes', 'foreignKeys', 'checks']) {
      const label = (each) => `${kind.replace(/(e?s)$/, '')} ${name}.${each}`;
      compareLists(counts[kind], table[kind], mine?.[kind] ?? [], label, say);
    }
    const order = (columns) => columns.map((column) => column.name).join();
    counts.order.of++;
    const sure = mine?.columns.filter(
      ({ name: column, uncertain }) => !uncertain || table.columns.some((each) => each.name === column),
    );
    if (mine && order(table.columns) === order(sure)) counts.order.right++;
    else if (mine) say(`order of columns: ${name}`);
  }
  for (const [name, table] of ours) {
    if (real.has(name) || (schema.package_tables ?? []).includes(name)) continue;
    counts.tables[table.uncertain ? 'uncertain' : 'extra']++;
    say(`table ${name}: ${table.uncertain ? 'not known to be there, and not there' : 'not there in truth'}`);
  }
}

function compareLists(counts, real, ours, label, say) {
  for (const thing of real) {
    const mine = ours.find(({ name }) => name === thing.name);
    compareThing(counts, thing, mine, () => label(thing.name), say);
  }
  for (const { name, uncertain } of ours) {
    if (real.some((thing) => thing.name === name)) continue;
    counts[uncertain ? 'uncertain' : 'extra']++;
    say(`${label(name)}: ${uncertain ? 'not known to be there, and not there' : 'not there in truth'}`);
  }
}

function compareThing(counts, { about }, mine, label, say) {
  counts.of++;
  if (!mine) return say(`${label()}: missing`);
  const differing = Object.keys(about).filter((key) => String(about[key]) !== String(mine.about[key]));
  if (differing.length === 0) {
    counts.right++;
    return;
  }
  if (mine.uncertain) counts.uncertain++;
  const parts = differing.map((key) => `${key} real=${about[key]} ours=${mine.about[key]}`);
  say(`${label()}${mine.uncertain ? ' (said not to be known)' : ''}: ${parts.join('; ')}`);
}

/** Statements compare apart from spacing; the truth cuts very long ones. */
const canonical = (sql) => sql.replace(/\s+/g, ' ').trim();
const sameSql = (real, ours) =>
  real.endsWith('…') && real.length > 4000
    ? canonical(ours).startsWith(canonical(real.slice(0, -1)))
    : canonical(real) === canonical(ours);
const isDdl = (sql) => /^\s*(create|alter|drop|rename|truncate)\b/i.test(sql);

/** Each migration's first run: how it ended, and its statements in order. */
export function compareRuns(run, document, counts, say) {
  const mine = new Map(document.migrations.map((migration) => [migration.name, migration]));
  const failed = new Map(document.failed.map((failure) => [failure.migration, failure]));
  const doubts = new Map(document.unknown.map((unknown) => [unknown.migration, unknown]));
  counts.doubtful += doubts.size;
  for (const [name, { reason, line }] of doubts) say(`doubtful: ${name}:${line} ${reason}`);
  for (const migration of run.migrations) {
    const { name, ok, code } = migration;
    const got = mine.get(name);
    const real = ok ? 'done' : `failed ${code ?? 'exception'}`;
    const ours = !got
      ? 'absent'
      : got.outcome === 'failed'
        ? `failed ${failed.get(name)?.serverError?.code ?? 'exception'}`
        : got.outcome;
    tell(counts.outcomes, real, ours, `first run of ${name}`, say);
    if (!ok) tell(counts.errors, real, ours, '', () => {});
    else if (ours.startsWith('failed')) counts.errors.extra++;
    counts.statements.of++;
    const sent = migration.ddl ?? [];
    const kept = (got?.statements ?? []).filter((sql, i) => isDdl(sql) && !got.refused.includes(i));
    const at = sent.findIndex((sql, i) => kept[i] === undefined || !sameSql(sql, kept[i]));
    if (at < 0 && kept.length === sent.length) counts.statements.right++;
    else {
      const i = at < 0 ? sent.length : at;
      const cut = (sql) => canonical(sql ?? '(none)').slice(0, 600);
      say(`statement ${i} of ${name}\n      real ${cut(sent[i])}\n      ours ${cut(kept[i])}`);
    }
  }
}

/** What each migration's second run says. Where PHP itself died there is no answer to compare. */
export function compareReruns(on, truth, document, counts, say) {
  const mine = new Map(document.migrations.map((migration) => [migration.name, migration]));
  for (const { name, first_run_ok, error_code } of truth.migrations) {
    if (!first_run_ok || error_code === 'fatal') continue;
    const got = mine.get(name);
    const real = error_code === 'none' ? 'ok' : error_code;
    const ours =
      got?.outcome === 'error' ? String(got.serverError?.code ?? 'exception') : (got?.outcome ?? 'absent');
    tell(counts[on], real, ours, `rerun ${on} ${name}`, say, got?.reason);
  }
}

function tell(counts, real, ours, label, say, reason) {
  counts.of++;
  if (real === ours) {
    counts.right++;
    return;
  }
  if (ours === 'unknown') counts.uncertain++;
  say(`${label}: real=${real} ours=${ours}${reason ? ` (${reason})` : ''}`);
}

/** Adds the counts of one application to those of all. */
export function addCounts(total, counts) {
  for (const [key, value] of Object.entries(counts)) {
    if (typeof value === 'number') total[key] += value;
    else for (const part of Object.keys(value)) total[key][part] += value[part];
  }
}

/** Which bars are missed. */
export function missedBars(counts) {
  const share = ({ right, of }) => (of === 0 ? 1 : right / of);
  const reruns = [counts.after, counts.final].reduce(
    (sum, each) => ({
      of: sum.of + each.of,
      right: sum.right + each.right,
      uncertain: sum.uncertain + each.uncertain,
    }),
    count(),
  );
  const wrong = reruns.of - reruns.right - reruns.uncertain;
  const bars = {
    'a table is missing or too many': share(counts.tables) === 1 && counts.tables.extra === 0,
    'columns: 99.5 %': share(counts.columns) >= 0.995,
    'indexes: 99.5 %': share(counts.indexes) >= 0.995,
    'foreign keys: 100 %': share(counts.foreignKeys) === 1,
    'statements: 99 %': share(counts.statements) >= 0.99,
    'doubtful migrations: 1 %': counts.doubtful <= counts.statements.of * 0.01,
    'second runs: 97 %': share(reruns) >= 0.97,
    'second runs, certain and wrong: 0.5 %': wrong <= reruns.of * 0.005,
  };
  return Object.keys(bars).filter((bar) => !bars[bar]);
}
