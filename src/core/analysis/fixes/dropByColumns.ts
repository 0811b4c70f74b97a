import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { chainWithin, codeOf, literal } from './code';

/** The edit that makes `dropForeign('user_id')`, which means a key of that name, `dropForeign(['user_id'])`. */
export function dropByColumns(study: Study, { statement }: TraceEntry, column: string): readonly FixDraft[] {
  const code = codeOf(study);
  const chain = chainWithin(
    code,
    statement.origin?.range ?? null,
    ({ calls: [call] }) =>
      /^drop(?:foreign|index|unique|fulltext)$/i.test(call!.name) && literal(call!.arguments[0]) === column,
  );
  const call = chain?.calls[0];
  const loc = call?.arguments[0]?.loc;
  if (!call || !loc) return [];
  const [from, to] = [loc.start.offset, loc.end.offset];
  const written = `[${code.text.slice(from, to)}]`;
  return [
    {
      title: say('Name the column: {0}', `${call.name}(${written})`),
      edits: [code.edit(from, to, written)],
      leaves: () => true,
    },
  ];
}
