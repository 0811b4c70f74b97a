import { servesColumns } from '../../schema/keys';
import type { ForeignKey, Index } from '../../schema/model';
import { findNamed } from '../../schema/names';
import type { TraceEntry } from '../../session/trace';
import { dropIndexToo } from '../fixes/dropIndexToo';
import { say } from '../said';
import type { Study } from '../study';
import { alteredTable, tableIn } from './altered';
import { aboutEntry, type Draft, type Question } from './draft';

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
  const last = tableIn(
    study.around.steps.at(-1)?.trace.world ?? study.first.world,
    entry.connection,
    table.name,
  );
  if (!end || end.taint || !last) return [];
  return statement.actions.flatMap((action) => {
    const key = action.kind === 'dropForeignKey' ? findNamed(table.foreignKeys, action.name) : undefined;
    const isBack = ({ name, columns }: ForeignKey) =>
      name === key?.name || columns.join() === key?.columns.join();
    if (!key || end.foreignKeys.some(isBack) || last.foreignKeys.some(isBack)) return [];
    const madeForIt = (index: Index) =>
      index.implicit && index.parts.length === key.columns.length && servesColumns(index, key.columns);
    const index = end.indexes.find(madeForIt);
    if (!index || index.taint || !findNamed(table.indexes, index.name)) return [];
    if (!findNamed(last.indexes, index.name)) return [];
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
