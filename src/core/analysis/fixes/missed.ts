import { findNamed } from '../../schema/names';
import { getTable } from '../../schema/tableMap';
import { tablesOf } from '../../session/reads';
import type { TraceEntry } from '../../session/trace';
import type { Study } from '../study';
import type { Test } from './tests';

/**
 * What a statement about rows is refused for, where the migration itself has taken it away: the table, or a column of one of its tables.
 * null where that can't be told.
 */
export function missedBy(
  study: Study,
  { statement, error, before, connection }: TraceEntry,
): { readonly table: string; readonly test: Test } | null {
  if (connection !== study.first.world.defaultConnection) return null;
  const start = study.step.before.connections.get(connection)?.schema;
  const earlier = [...(start ? [start] : []), ...study.first.entries.map((entry) => entry.before)];
  const names = [...new Set(tablesOf(statement.statement).map(({ name }) => name))];
  const column = /^Unknown column '(?:[^'.]+\.)*([^'.]+)'/.exec(error?.message ?? '')?.[1];
  const missed = names.filter((name) => {
    const now = getTable(before.tables, name);
    const then = earlier.flatMap(({ tables }) => getTable(tables, name) ?? []);
    if (error?.code === NO_TABLE) return then.length > 0 && !now;
    const had = column !== undefined && then.some(({ columns }) => findNamed(columns, column));
    return had && now && !findNamed(now.columns, column);
  });
  const [table, more] = missed;
  if (table === undefined || more !== undefined) return null;
  const asked = error?.code === NO_TABLE ? table : column!;
  const kind = error?.code === NO_TABLE ? 'table' : 'column';
  return { table, test: { kind, there: true, names: [asked], columns: [asked], written: null } };
}

const NO_TABLE = 1146;
