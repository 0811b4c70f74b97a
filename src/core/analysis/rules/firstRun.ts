import { changedTablesOf } from '../../session/reads';
import type { TraceEntry } from '../../session/trace';
import { aboutEntry, aboutThrown, type Draft, type Question, type Thrown, wordsOf } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { needsLater } from './order';
import { causeOf } from './refusals';

/**
 * Does `up()` come to its end where the migrations before it have run? The statement that the server refuses is a
 * finding, by its cause: the server's words alone (1005 for all that can be wrong with a foreign key) say little.
 */
export const firstRun: Question = (study) => {
  const { outcome, entries } = study.first;
  if (outcome.kind === 'threw') return [thrown(outcome)];
  const entry = outcome.kind === 'raised' ? entries[outcome.entry] : undefined;
  if (!entry?.error || entry.uncertain) return [];
  const cause = causeOf(study, entry, entry.error);
  // What only a later migration makes is told by order.ts.
  if (!cause || needsLater(study).length > 0) return [];
  const { code, message } = entry.error;
  const made = halfMade(study, entry);
  const plain = made
    ? say('The server refuses this, and the half-made table {2} stays: {0} {1}', code, message, made.name)
    : say('The server refuses this: {0} {1}', code, message);
  return [
    {
      ...aboutEntry(entry),
      rule: cause.rule,
      method: 'up',
      message: cause.message ?? plain,
      related: made?.range
        ? [{ range: made.range, message: say('The table {0} is made here', made.name) }]
        : [],
      fixes: () => cause.fixes?.() ?? [],
    },
  ];
};

const thrown = (outcome: Thrown): Draft => ({
  ...aboutThrown(outcome),
  rule: 'first-run-fails',
  method: 'up',
  message: say('The code stops here: {0}: {1}', ...wordsOf(outcome)),
});

/** The table that this migration made and did not finish: the refused statement is one of those that were to complete it. */
function halfMade(study: Study, refused: TraceEntry) {
  const [table] = changedTablesOf(refused.statement.statement);
  const made = study.first.entries.find(
    ({ statement: { statement }, error, connection }) =>
      statement.kind === 'createTable' &&
      statement.table.name === table?.name &&
      error === null &&
      connection === refused.connection,
  );
  return made && made !== refused && table
    ? { name: table.name, range: made.statement.origin?.range ?? null }
    : null;
}
