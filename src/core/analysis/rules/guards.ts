import { evaluate } from '../../laravel/evaluate';
import { diffSchemas } from '../../schema/diff';
import type { SchemaDifference } from '../../schema/diffTypes';
import { findTable, putTable, removeTable } from '../../schema/lookup';
import { getTable } from '../../schema/tableMap';
import { ANY_ROWS } from '../../session/rows';
import type { Trace, World } from '../../session/trace';
import { readKey } from '../../session/watching';
import type { Origin } from '../../source';
import { aboutEntry, type Draft, type Question } from '../draft';
import { refusedEntries } from '../failures';
import { isGuarded } from '../fixes/splitGuard';
import { runPassingOver } from '../passOver';
import { say } from '../said';
import type { Study } from '../study';
import { someNames } from '../worlds';

/**
 * What do the guards of a pending migration do where it will run? Its tables are taken as the chosen environment has
 * them. A guard that passes over what is there in another form hides that for ever; one that asks for a column of a table
 * that is not there lets through what the server then refuses. Tables that another pending migration has to do with
 * before it are left out: what that makes of them is not known here.
 */
export const guards: Question = (study) => {
  const tables = tablesThere(study);
  const world = tables && worldThere(study, tables);
  if (!world || !isCertain(study.first)) return [];
  const { app, step } = study;
  const source = { ...step.migration, text: step.text };
  const plain = evaluate(app, source, 'up', world);
  const there = plain.outcome.kind === 'raised' ? runPassingOver(app, source, world) : plain;
  return isCertain(there) ? [...tableAbsent(study, there), ...hidden(study, there, tables)] : [];
};

const isCertain = ({ outcome, entries }: Trace): boolean =>
  outcome.kind === 'done' && !entries.some(({ uncertain }) => uncertain);

/** The tables that the migration has to do with; null where nothing is known of the environment, or it has run there. */
function tablesThere({ around, first }: Study): ReadonlySet<string> | null {
  const { actual, ran, steps } = around;
  const at = steps.findIndex((step) => step.migration.name === first.migration);
  if (!actual || !ran || ran.has(first.migration) || at < 0) return null;
  const pending = steps.slice(0, at).filter(({ migration }) => !ran.has(migration.name));
  const earlier = new Set(pending.flatMap(({ trace }) => namesIn(trace, first)));
  if (earlier.has('*')) return null;
  return new Set(namesIn(first, first).filter((name) => name !== '*' && !earlier.has(name)));
}

/** The tables of the default connection that a run asked about or touched. */
function namesIn({ reads }: Trace, { world }: Trace): readonly string[] {
  const prefix = readKey(world.defaultConnection, 'tables', '');
  return [...reads.world].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** The world before the migration with these tables as the environment has them. */
function worldThere({ step: { before }, around }: Study, tables: ReadonlySet<string>): World | null {
  const key = before.defaultConnection;
  const replayed = before.connections.get(key);
  const actual = around.actual?.connections.get(around.actual.defaultConnection);
  if (!replayed || !actual || actual.schema.taint || replayed.schema.taint) return null;
  const { server } = actual;
  let { schema } = replayed;
  for (const name of tables) {
    const there = findTable(actual.schema, server, name);
    const known = findTable(schema, server, name);
    if (there) schema = putTable(schema, server, there);
    else if (known) schema = removeTable(schema, server, known);
  }
  const database = { schema, server, rows: ANY_ROWS };
  return { ...before, connections: new Map([...before.connections, [key, database]]) };
}

/** `! hasColumn` on a table that is not there is true, and what it guards is refused. */
function tableAbsent(study: Study, there: Trace): readonly Draft[] {
  return refusedEntries(there)
    .filter((entry) => entry.error?.code === 1146 && isGuarded(study, entry))
    .map((entry) => ({
      ...aboutEntry(entry),
      rule: 'guard-without-table',
      method: 'up',
      message: say(
        'The table is not there where this will run, so the guard lets it through: {0} {1}',
        ...[entry.error?.code ?? 0, entry.error?.message ?? ''],
      ),
    }));
}

/** What the migration makes, and is not so after it ran there, though nothing was refused: one finding for each table. */
function hidden(study: Study, there: Trace, tables: ReadonlySet<string>): readonly Draft[] {
  const { first, around } = study;
  const [expected, actual] = [first, there].map(({ world }) =>
    world.connections.get(world.defaultConnection),
  );
  const before = around.actual?.connections.get(around.actual.defaultConnection);
  if (!expected || !actual || !before) return [];
  const refused = new Set(refusedEntries(there).flatMap(({ statement }) => tableIn(statement.statement)));
  const found = diffSchemas(expected.schema, actual.schema, {
    expectedServer: expected.server,
    actualServer: actual.server,
    columnOrder: false,
    ignore: (name) => !tables.has(name) || refused.has(name) || !getTable(before.schema.tables, name),
  });
  const byTable = new Map<string, SchemaDifference[]>();
  for (const one of found) {
    const origin = originOf(one);
    if (one.change === 'extra' || !one.certain || origin?.migration !== first.migration) continue;
    if (isSent(study, there, origin)) continue;
    byTable.set(one.table, [...(byTable.get(one.table) ?? []), one]);
  }
  return [...byTable].map(([table, differences]) => ({
    rule: 'guard-hides-drift',
    method: 'up',
    range: originOf(differences[0]!)?.range ?? null,
    message: say(
      "Where this will run, a guard passes over what is there already in table '{0}': {1} will differ or be missing",
      ...[table, someNames(differences)],
    ),
    subject: table,
    statement: '',
    serverError: null,
  }));
}

function tableIn(statement: Trace['entries'][number]['statement']['statement']): readonly string[] {
  return 'table' in statement && statement.table ? [statement.table.name] : [];
}

function originOf({ expected }: SchemaDifference): Origin | null {
  return expected !== null && typeof expected === 'object' && 'origin' in expected ? expected.origin : null;
}

/** Was the statement that makes a thing sent there, too? Then no guard has to do with the difference. */
function isSent({ first }: Study, there: Trace, { range }: Origin): boolean {
  const sent = new Set(there.entries.filter(({ error }) => !error).map(({ statement }) => statement.sql));
  return first.entries.some(({ statement: { origin, sql } }) => {
    const own = origin?.range;
    const holds = own && own.file === range.file && own.line <= range.line && own.endLine >= range.endLine;
    return holds === true && sent.has(sql);
  });
}
