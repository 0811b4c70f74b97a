import type { Chain, ChainCall } from '../../php/chains';
import type { TraceEntry } from '../../session/trace';
import { aboutEntry, type Draft, type Question } from '../draft';
import { applyEdits } from '../edits';
import { callNamed, callText, chainWithin, codeOf, isNamed, literal } from '../fixes/code';
import type { Edit } from '../results';
import { say } from '../said';
import type { Study } from '../study';
import { sameSchemas } from '../worlds';

/**
 * Which modifiers of a column stand behind `constrained()` or `references()`? Those return the foreign key, which takes
 * any call and reads only its own. It is one where the same calls in front of it make another schema.
 */
export const lostModifiers: Question = (study) =>
  study.first.entries.flatMap((entry) => draftsAt(study, entry));

function draftsAt(study: Study, entry: TraceEntry): readonly Draft[] {
  const { statement, origin } = entry.statement;
  if (statement.kind !== 'alterTable' || entry.uncertain) return [];
  return statement.actions.flatMap((action) => {
    if (action.kind !== 'addForeignKey') return [];
    const [column, more] = action.foreignKey.columns;
    if (column === undefined || more !== undefined) return [];
    const code = codeOf(study);
    const place = code.offsets(origin?.range ?? null);
    // Only a text that could hold one is parsed.
    if (!place || !MAY_BE_LOST.test(code.text.slice(...place))) return [];
    const named = ({ calls: [first] }: Chain) => literal(first?.arguments[0]) === column;
    const chain = chainWithin(code, origin?.range ?? null, (one) => behind(one).length > 0, named);
    if (!chain) return [];
    const lost = behind(chain);
    const edits = movedBefore(study, chain, lost);
    if (!matters(study, edits)) return [];
    const names = lost.map(({ name }) => `${name}()`).join(', ');
    const key = keyCall(chain)!.name;
    const draft: Draft = {
      ...aboutEntry(entry),
      subject: `${statement.table.name}.${column}`,
      serverError: null,
      rule: 'modifier-after-constrained',
      method: 'up',
      message: say(
        '{0} is lost: behind {1}() it is the foreign key that gets it, not the column',
        names,
        key,
      ),
      fixes: () => [{ title: say('Move {0} before {1}()', names, key), edits, leaves: () => true }],
    };
    return [draft];
  });
}

const keyCall = (chain: Chain): ChainCall | undefined =>
  /^foreign(?!$)/i.test(chain.calls[0]!.name) ? callNamed(chain, 'constrained', 'references') : undefined;

/** The column's modifiers behind the call that makes the foreign key. */
function behind(chain: Chain): readonly ChainCall[] {
  const key = keyCall(chain);
  if (!key) return [];
  return chain.calls
    .slice(chain.calls.indexOf(key) + 1)
    .filter((call) => MODIFIERS.some((name) => isNamed(call, name)));
}

/** Modifiers of columns that a foreign key has no use for. */
const MODIFIERS: readonly string[] = [
  ...['nullable', 'default', 'unsigned', 'comment', 'after', 'first', 'invisible', 'charset', 'collation'],
  ...['unique', 'index', 'primary', 'useCurrent', 'virtualAs', 'storedAs', 'autoIncrement', 'change'],
];

const MAY_BE_LOST = new RegExp(`(?:constrained|references)\\b[^]*->\\s*(?:${MODIFIERS.join('|')})\\b`, 'i');

function movedBefore(study: Study, chain: Chain, lost: readonly ChainCall[]): readonly Edit[] {
  const code = codeOf(study);
  const { from } = keyCall(chain)!;
  const text = lost.map((call) => callText(code, call)).join('');
  return [code.edit(from, from, text), ...lost.map((call) => code.edit(call.from, call.to, ''))];
}

/** Does it make a difference where they stand? */
function matters(study: Study, edits: readonly Edit[]): boolean {
  const { first } = study.edited(applyEdits(study.step.text, edits));
  if (first.outcome.kind !== 'done') return false;
  return study.first.outcome.kind !== 'done' || !sameSchemas(study.first.world, first.world);
}
