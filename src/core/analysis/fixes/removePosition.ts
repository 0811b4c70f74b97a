import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { codeOf, columnChain, isNamed } from './code';

/**
 * The edit that takes `->after(…)` (or `->first()`) out of the chain that writes a column; for all columns of the
 * statement where none is named.
 */
export function removePosition(
  study: Study,
  { statement }: TraceEntry,
  column: string | null,
): readonly FixDraft[] {
  const code = codeOf(study);
  const range = statement.origin?.range ?? null;
  const place = code.offsets(range);
  if (!place) return [];
  const chain = column === null ? null : columnChain(code, range, column);
  const chains =
    column === null
      ? code.chains.filter(({ from, to }) => from >= place[0] && to <= place[1])
      : chain
        ? [chain]
        : [];
  const calls = chains.flatMap(({ calls: [, ...modifiers] }) =>
    modifiers.filter((call) => isNamed(call, 'after') || (column === null && isNamed(call, 'first'))),
  );
  if (calls.length === 0) return [];
  const names = [...new Set(calls.map(({ name }) => `${name}()`))].join(', ');
  return [
    {
      title: say('Remove {0}', names),
      edits: calls.map(({ from, to }) => code.edit(from, to, '')),
      // That the statement is not refused any more is asked of every fix.
      leaves: () => true,
    },
  ];
}
