import { findTable } from '../../schema/lookup';
import type { Table } from '../../schema/model';
import type { DataStatement } from '../../schema/statement';
import type { TraceEntry } from '../../session/trace';
import { aboutEntry, type Question } from '../draft';
import { say } from '../said';
import type { Study } from '../study';

/**
 * Rows that a second run inserts once more: nothing refuses them, so nobody notices. Told where no unique key can stand
 * in the way, which would make it 1062 (secondRun.ts) or unknown.
 */
export const repeatedRows: Question = (study) => {
  if (study.first.outcome.kind !== 'done') return [];
  const first = new Set(study.first.entries.map(placeOf));
  const told = new Set<string>();
  return study.second().entries.flatMap((entry) => {
    const place = placeOf(entry);
    if (!isPlainInsert(study, entry) || !first.has(place) || told.has(place)) return [];
    told.add(place);
    return [
      {
        ...aboutEntry(entry),
        rule: 'insert-repeats' as const,
        method: 'up' as const,
        message: say("A second run inserts these rows of '{0}' again", tableOf(entry)?.name ?? ''),
      },
    ];
  });
};

function isPlainInsert(
  study: Study,
  { statement: { statement }, error, uncertain, before, connection }: TraceEntry,
) {
  if (statement.kind !== 'data' || statement.verb !== 'insert' || error || uncertain) return false;
  if (statement.ignore || statement.insert?.onDuplicateKeyUpdate || !statement.table) return false;
  const server = study.first.world.connections.get(connection)?.server;
  const table = server && findTable(before, server, statement.table.name);
  return table !== undefined && table !== null && !table.taint && hasNoKeyFor(table, statement);
}

/** Is there no unique key but one that numbers itself? */
function hasNoKeyFor(table: Table, { insert }: DataStatement): boolean {
  return table.indexes
    .filter(({ kind }) => kind === 'primary' || kind === 'unique')
    .every(({ parts }) =>
      parts.every(
        (part) =>
          'column' in part &&
          table.columns.some(({ name, autoIncrement }) => autoIncrement && name === part.column) &&
          insert?.columns?.includes(part.column) !== true,
      ),
    );
}

const tableOf = ({ statement: { statement } }: TraceEntry) =>
  statement.kind === 'data' ? statement.table : null;

function placeOf({ statement: { sql, origin } }: TraceEntry): string {
  return `${origin?.range.file}:${origin?.range.line}:${origin?.range.column} ${sql}`;
}
