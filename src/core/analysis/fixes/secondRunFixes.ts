import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { editOf } from './change';
import { guard } from './guard';
import { insertOnce } from './insertOnce';
import { placeAt } from './place';
import { ifExistsInSql } from './rawSql';
import { isGuarded, splitGuard } from './splitGuard';

/** What may be done about a statement that a second run is refused, the best first. */
export function secondRunFixes(study: Study, entry: TraceEntry): readonly FixDraft[] {
  if (entry.statement.statement.kind === 'data') return [...insertOnce(study, entry), ...guard(study, entry)];
  // A guard that asks for something else is no use around another.
  if (isGuarded(study, entry)) return [...splitGuard(study, entry), ...guard(study, entry)];
  const drop = dropIfExists(study, entry);
  return drop.length > 0 ? drop : [...ifExistsInSql(study, entry), ...guard(study, entry)];
}

/** `Schema::dropIfExists(…)` in place of `Schema::drop(…)`. */
function dropIfExists(study: Study, { statement: { statement, origin } }: TraceEntry): readonly FixDraft[] {
  const { text, migration } = study.step;
  if (statement.kind !== 'dropTable' || !origin || origin.range.file !== migration.file) return [];
  const call = placeAt(text, origin.range)?.calls.find(({ name }) => name.toLowerCase() === 'drop');
  if (!call) return [];
  const from = text.toLowerCase().indexOf('drop', call.from);
  const edit = editOf(migration.file, text, { from, to: from + 'drop'.length, text: 'dropIfExists' });
  return [{ title: say('Drop it only if it is there: {0}', 'dropIfExists'), edits: [edit] }];
}
