import { servesColumns } from '../../schema/keys';
import type { ForeignKey, Index } from '../../schema/model';
import { findNamed } from '../../schema/names';
import type { TraceEntry } from '../../session/trace';
import { alteredTable, tableIn } from '../altered';
import { aboutEntry, type Draft, type Question } from '../draft';
import { dropIndexToo } from '../fixes/dropIndexToo';
import { say } from '../said';
import type { Study } from '../study';
import { stepsBehind } from './order';

/**
 * Does a foreign key go and the index stay that the server made for nothing else? Not where the key comes back, or the
 * index goes, in a later migration.
 */
export const indexLeft: Question = (study) =>
  study.first.outcome.kind === 'done' ? study.first.entries.flatMap((entry) => leftBy(study, entry)) : [];

function leftBy(study: Study, entry: TraceEntry): readonly Draft[] {
  const { statement } = entry.statement;
  const table = alteredTable(study, entry);
  if (statement.kind !== 'alterTable' || !table || table.taint || entry.error || entry.uncertain) return [];
  const end = tableIn(study.first.world, entry.connection, table.name);
  if (!end || end.taint) return [];
  return statement.actions.flatMap((action) => {
    const key = action.kind === 'dropForeignKey' ? findNamed(table.foreignKeys, action.name) : undefined;
    const isBack = ({ name, columns }: ForeignKey) =>
      name === key?.name || columns.join() === key?.columns.join();
    if (!key || end.foreignKeys.some(isBack)) return [];
    const madeForIt = (index: Index) =>
      index.implicit && index.parts.length === key.columns.length && servesColumns(index, key.columns);
    const index = end.indexes.find(madeForIt);
    if (!index || index.taint || !findNamed(table.indexes, index.name)) return [];
    if (isMendedLater(study, table.name, index.name, key.columns)) return [];
    const draft: Draft = {
      ...aboutEntry(entry),
      rule: 'index-left-by-drop-foreign',
      method: 'up',
      message: say(
        'The index {0} that the server made for the foreign key stays on {1}',
        index.name,
        table.name,
      ),
      fixes: () => dropIndexToo(study, entry, table.name, index),
    };
    return [draft];
  });
}

/**
 * Does a later migration drop the index, or make a foreign key over the same columns? Only what they send is asked: their
 * schemas may rest on an older text.
 */
function isMendedLater(study: Study, table: string, index: string, columns: readonly string[]): boolean {
  const sent = stepsBehind(study).flatMap(({ trace }) =>
    trace.entries.map((entry) => entry.statement.statement),
  );
  return sent.some(
    (statement) =>
      statement.kind === 'alterTable' &&
      statement.table.name === table &&
      statement.actions.some((action) =>
        action.kind === 'addForeignKey'
          ? action.foreignKey.columns.join() === columns.join()
          : action.kind === 'dropIndex' && action.name === index,
      ),
  );
}
