// Scores `schema-gap schema` and `schema-gap rerun` against what real Laravel did on a real server.
// usage: node score.mjs ORACLE_DIR APPS_DIR CLI_JS [--detail] [--table TSV] APP...
//   ORACLE_DIR/APP/{schema,run,rerun,twice}.json come from run.mjs; APPS_DIR/APP is the application's checkout.
// Ends with 1 where a bar is missed (see `pass` at the end).

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { detail: { type: 'boolean' }, table: { type: 'string' } },
});
const { detail, table } = values;
const node = process.env.NODE_BIN ?? process.execPath;
const [oracleDir, appsDir, cli, ...apps] = positionals;
const read = (p) => JSON.parse(fs.readFileSync(p, 'utf8'));
const list = fs
  .readFileSync(table ?? new URL('./apps.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((l) => l && !l.startsWith('#'))
  .map((l) => l.split('\t'));

const jsonCols = (t) =>
  new Set(
    (t.checks ?? []).flatMap((c) =>
      [
        ...String(c.clause ?? c.sql ?? c.expression ?? JSON.stringify(c)).matchAll(
          /json_valid\(`([^`]+)`\)/gi,
        ),
      ].map((m) => m[1].toLowerCase()),
    ),
  );
const canonType = (type, isJson) => {
  let t = String(type).toLowerCase().replace(/\s+/g, ' ').trim();
  t = t.replace(/^(tinyint|smallint|mediumint|int|bigint)\((\d+)\)/, (m, n, w) =>
    n === 'tinyint' && w === '1' ? m : n,
  );
  if (/^year\(4\)$/.test(t)) t = 'year';
  if (isJson && t === 'longtext') t = 'json';
  return t.replace(/, /g, ',');
};
const canonDefault = (d) => {
  if (d == null || d.kind === 'none' || d.kind === 'null') return 'null';
  let v = String(d.value ?? d.sql ?? '');
  if (d.kind === 'expression')
    return (
      'e:' +
      v
        .toLowerCase()
        .replace(/current_timestamp(\(\))?/g, 'current_timestamp')
        .replace(/[()\s`]/g, '')
    );
  if (/^-?\d+(\.\d+)?$/.test(v)) v = String(Number(v));
  return `l:${v}`;
};
const rule = (r) => {
  const s = String(r ?? 'no action')
    .toLowerCase()
    .replace('_', ' ');
  return s === 'restrict' ? 'no action' : s;
};

function fromOracle(s) {
  const out = new Map();
  for (const [name, t] of Object.entries(s.tables)) {
    if (name === 'migrations' || t.type !== 'table' || (s.package_tables ?? []).includes(name)) continue;
    const js = jsonCols(t);
    out.set(name.toLowerCase(), {
      columns: t.columns.map((c) => ({
        name: c.name.toLowerCase(),
        type: canonType(c.type, c.json || js.has(c.name.toLowerCase())),
        nullable: !!c.nullable,
        def: canonDefault(c.default),
        ai: /auto_increment/.test(c.extra),
        gen: !!c.generated,
        onUpdate: /on update/.test(c.extra),
      })),
      indexes: t.indexes.map((i) => ({
        name: i.name.toLowerCase(),
        kind: i.primary
          ? 'primary'
          : i.type === 'FULLTEXT'
            ? 'fulltext'
            : i.type === 'SPATIAL'
              ? 'spatial'
              : i.unique
                ? 'unique'
                : 'index',
        cols: i.columns.map((c) => `${c.name}${c.prefix ? `(${c.prefix})` : ''}`.toLowerCase()).join(','),
      })),
      fks: t.foreign_keys.map((f) => ({
        name: f.name.toLowerCase(),
        sig: `${f.columns}->${f.ref_table}.${f.ref_columns} ${rule(f.on_delete)} ${rule(f.on_update)}`.toLowerCase(),
      })),
    });
  }
  return out;
}
function fromCli(s) {
  const out = new Map();
  for (const t of s.tables) {
    if (t.name === 'migrations' || (t.kind ?? 'table') !== 'table') continue;
    const js = jsonCols(t);
    out.set(t.name.toLowerCase(), {
      columns: t.columns.map((c) => ({
        name: c.name.toLowerCase(),
        type: canonType(c.type, js.has(c.name.toLowerCase())),
        nullable: !!c.nullable,
        def: canonDefault(c.default),
        ai: !!c.autoIncrement,
        gen: !!c.generated,
        onUpdate: !!c.onUpdate,
      })),
      indexes: t.indexes.map((i) => ({
        name: i.name.toLowerCase(),
        kind: i.kind,
        cols: i.columns
          .map((c) => `${c.name ?? c.sql}${c.length ? `(${c.length})` : ''}`.toLowerCase())
          .join(','),
      })),
      fks: t.foreignKeys.map((f) => ({
        name: f.name.toLowerCase(),
        sig: `${f.columns}->${f.references.table}.${f.references.columns} ${rule(f.onDelete)} ${rule(f.onUpdate)}`.toLowerCase(),
      })),
    });
  }
  return out;
}
/** Statements compare apart from spacing; the truth cuts very long ones. */
const canonSql = (sql) => sql.replace(/\s+/g, ' ').trim();
const sameSql = (real, ours) =>
  real.endsWith('…') && real.length > 4000
    ? canonSql(ours).startsWith(canonSql(real.slice(0, -1)))
    : canonSql(real) === canonSql(ours);
const isDdl = (sql) => /^\s*(create|alter|drop|rename|truncate)\b/i.test(sql);

/** Each migration's first run: how it ended, and its statements in order. */
function scoreRuns(truth, mine, s, bad) {
  const got = new Map((mine.migrations ?? []).map((m) => [m.name, m]));
  const failed = new Map(mine.failed.map((f) => [f.migration, f]));
  s.doubtful = new Set(mine.unknown.map((u) => u.migration)).size;
  for (const m of truth.migrations) {
    s.migrations++;
    const ddl = m.ddl ?? [];
    const g = got.get(m.name);
    const real = m.ok ? 'done' : `failed ${m.code ?? 'exception'}`;
    const code = failed.get(m.name)?.serverError?.code ?? 'exception';
    const ours = !g ? 'absent' : g.outcome === 'failed' ? `failed ${code}` : g.outcome;
    if (real === ours) s.outcomesOk++;
    else bad.push(`outcome: ${m.name} real=${real} ours=${ours}`);
    const sent = (g?.statements ?? []).filter((sql, i) => isDdl(sql) && !g.refused.includes(i));
    const at = ddl.findIndex((sql, i) => sent[i] === undefined || !sameSql(sql, sent[i]));
    if (at < 0 && sent.length === ddl.length) s.statementsOk++;
    else {
      const i = at < 0 ? ddl.length : at;
      const cut = (sql) => canonSql(sql ?? '-').slice(0, 600);
      bad.push(`statements: ${m.name} #${i}\n      real ${cut(ddl[i])}\n      ours ${cut(sent[i])}`);
    }
  }
}

const total = {
  apps: 0,
  tables: 0,
  tablesOk: 0,
  extraTables: 0,
  columns: 0,
  columnsOk: 0,
  extraColumns: 0,
  order: 0,
  orderOk: 0,
  indexes: 0,
  indexesOk: 0,
  extraIndexes: 0,
  fks: 0,
  fksOk: 0,
  extraFks: 0,
  rerun: 0,
  rerunOk: 0,
  rerunWrong: 0,
  rerunUnknown: 0,
  crashed: 0,
  migrations: 0,
  outcomesOk: 0,
  statementsOk: 0,
  doubtful: 0,
};
const pct = (a, b) => (b ? `${((100 * a) / b).toFixed(2)}%` : '-');

for (const app of apps) {
  const row = list.find((r) => r[0] === app) ?? [app, '', '', 'database/migrations', ''];
  const oracle = read(path.join(oracleDir, app, 'schema.json'));
  const dir = path.join(appsDir, app.split('@')[0]);
  const common = [
    '--project',
    dir,
    '--server',
    'mariadb-10.11',
    '--laravel',
    oracle.laravel,
    '--json',
    ...String(row[3])
      .split(/\s+/)
      .filter((p) => p && p !== 'database/migrations')
      .flatMap((p) => ['--path', p]),
  ];
  if (/--no-dump/.test(row[4] ?? '')) common.push('--no-dump');
  const t0 = performance.now();
  const run = spawnSync(node, [cli, 'schema', '--statements', ...common], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120000,
  });
  const ms = performance.now() - t0;
  let mine;
  try {
    mine = JSON.parse(run.stdout);
  } catch {
    console.log(
      `${app}: CRASHED status ${run.status} ${(run.stderr || run.error || '').toString().slice(0, 200)}`,
    );
    total.crashed++;
    continue;
  }
  const a = fromOracle(oracle),
    b = fromCli(mine);
  const bad = [];
  const s = structuredClone(total);
  for (const k in s) s[k] = 0;
  s.apps = 1;
  scoreRuns(read(path.join(oracleDir, app, 'run.json')), mine, s, bad);
  for (const [n, ta] of a) {
    s.tables++;
    const tb = b.get(n);
    s.columns += ta.columns.length;
    s.indexes += ta.indexes.length;
    s.fks += ta.fks.length;
    s.order++;
    if (!tb) {
      bad.push(`table missing: ${n}`);
      continue;
    }
    s.tablesOk++;
    for (const c of ta.columns) {
      const d = tb.columns.find((x) => x.name === c.name);
      if (!d) {
        bad.push(`column missing: ${n}.${c.name}`);
        continue;
      }
      const diff = ['type', 'nullable', 'def', 'ai', 'gen', 'onUpdate'].filter(
        (k) => String(c[k]) !== String(d[k]),
      );
      if (diff.length)
        bad.push(
          `column differs: ${n}.${c.name} ${diff.map((k) => `${k} real=${c[k]} ours=${d[k]}`).join('; ')}`,
        );
      else s.columnsOk++;
    }
    for (const d of tb.columns)
      if (!ta.columns.some((c) => c.name === d.name)) {
        s.extraColumns++;
        bad.push(`column extra: ${n}.${d.name}`);
      }
    if (ta.columns.map((c) => c.name).join() === tb.columns.map((c) => c.name).join()) s.orderOk++;
    else bad.push(`column order: ${n}`);
    for (const i of ta.indexes) {
      const d = tb.indexes.find((x) => x.name === i.name);
      if (d && d.kind === i.kind && d.cols === i.cols) s.indexesOk++;
      else
        bad.push(
          `index: ${n}.${i.name} real=${i.kind}(${i.cols}) ours=${d ? `${d.kind}(${d.cols})` : 'none'}`,
        );
    }
    for (const d of tb.indexes)
      if (!ta.indexes.some((i) => i.name === d.name)) {
        s.extraIndexes++;
        bad.push(`index extra: ${n}.${d.name}`);
      }
    for (const f of ta.fks) {
      const d = tb.fks.find((x) => x.name === f.name);
      if (d?.sig === f.sig) s.fksOk++;
      else bad.push(`fk: ${n}.${f.name} real=${f.sig} ours=${d?.sig ?? 'none'}`);
    }
    for (const d of tb.fks)
      if (!ta.fks.some((f) => f.name === d.name)) {
        s.extraFks++;
        bad.push(`fk extra: ${n}.${d.name}`);
      }
  }
  for (const n of b.keys())
    if (!a.has(n) && !(oracle.package_tables ?? []).includes(n)) {
      s.extraTables++;
      bad.push(`table extra: ${n}`);
    }

  for (const [file, on] of [
    ['rerun.json', 'final'],
    ['twice.json', 'after'],
  ]) {
    const rr = path.join(oracleDir, app, file);
    if (!fs.existsSync(rr)) continue;
    const truth = read(rr);
    const p = spawnSync(node, [cli, 'rerun', '--on', on, ...common], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 120000,
    });
    try {
      const got = new Map(JSON.parse(p.stdout).migrations.map((m) => [m.name, m]));
      for (const m of truth.migrations) {
        if (!m.first_run_ok || m.error_code === 'exception' || m.error_code === 'fatal') continue;
        s.rerun++;
        const g = got.get(m.name);
        const real = m.error_code === 'none' || m.error_code == null ? 'ok' : String(m.error_code);
        const ours = !g
          ? 'absent'
          : g.outcome === 'ok'
            ? 'ok'
            : g.outcome === 'error'
              ? String(g.serverError?.code)
              : 'unknown';
        if (ours === real) s.rerunOk++;
        else if (ours === 'unknown') {
          s.rerunUnknown++;
          bad.push(`${on} unknown: ${m.name} real=${real} reason=${g.reason ?? ''}`);
        } else {
          s.rerunWrong++;
          bad.push(`${on} WRONG: ${m.name} real=${real} ours=${ours}`);
        }
      }
    } catch {
      bad.push(`rerun --on ${on} crashed: ${(p.stderr || '').slice(0, 160)}`);
      total.crashed++;
    }
  }
  for (const k in s) total[k] += s[k];
  console.log(
    `${app.padEnd(20)} tables ${s.tablesOk}/${s.tables} +${s.extraTables}  columns ${pct(s.columnsOk, s.columns)} of ${s.columns} +${s.extraColumns}  order ${s.orderOk}/${s.order}  indexes ${pct(s.indexesOk, s.indexes)} of ${s.indexes} +${s.extraIndexes}  fks ${s.fksOk}/${s.fks} +${s.extraFks}  rerun ${s.rerunOk}/${s.rerun} wrong ${s.rerunWrong} unknown ${s.rerunUnknown}  outcomes ${s.outcomesOk}/${s.migrations}  statements ${s.statementsOk}/${s.migrations}  doubtful ${s.doubtful}  ${Math.round(ms)} ms`,
  );
  if (detail) for (const x of bad) console.log(`   ${x}`);
}
const T = total;
console.log(
  `TOTAL apps ${T.apps} crashed ${T.crashed}  tables ${pct(T.tablesOk, T.tables)} of ${T.tables} +${T.extraTables}  columns ${pct(T.columnsOk, T.columns)} of ${T.columns} +${T.extraColumns}  order ${pct(T.orderOk, T.order)}  indexes ${pct(T.indexesOk, T.indexes)} of ${T.indexes} +${T.extraIndexes}  fks ${pct(T.fksOk, T.fks)} of ${T.fks} +${T.extraFks}  rerun ${pct(T.rerunOk, T.rerun)} of ${T.rerun} wrong ${pct(T.rerunWrong, T.rerun)} unknown ${pct(T.rerunUnknown, T.rerun)}  outcomes ${pct(T.outcomesOk, T.migrations)} of ${T.migrations}  statements ${pct(T.statementsOk, T.migrations)}  doubtful ${pct(T.doubtful, T.migrations)}`,
);
const pass =
  T.apps &&
  !T.crashed &&
  T.tablesOk === T.tables &&
  !T.extraTables &&
  T.columnsOk / T.columns >= 0.995 &&
  T.indexesOk / T.indexes >= 0.995 &&
  T.fksOk === T.fks &&
  T.doubtful / (T.migrations || 1) <= 0.01 &&
  T.statementsOk / (T.migrations || 1) >= 0.99 &&
  (!T.rerun || (T.rerunOk / T.rerun >= 0.97 && T.rerunWrong / T.rerun <= 0.005));
process.exit(pass ? 0 : 1);
