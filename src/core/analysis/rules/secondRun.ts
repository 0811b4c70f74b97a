import type { Statement } from '../../schema/statement';
import type { Trace, TraceEntry } from '../../session/trace';
import { aboutEntry, aboutThrown, type Draft, type Question, wordsOf } from '../draft';
import { refusedEntries } from '../failures';
import { secondRunFixes } from '../fixes/secondRunFixes';
import { isGuarded } from '../fixes/splitGuard';
import { say } from '../said';
import type { Study } from '../study';
import type { RuleId } from './catalog';
import { resumeStopsAt } from './resume';

/** What a statement makes is there already: a guard helps, whether it is the first run that meets it or the second. */
const ALREADY_THERE: ReadonlySet<number> = new Set([1022, 1050, 1060, 1061, 1062, 1068, 1826]);

/**
 * Is `up()` safe to run again on the schema that it leaves? Each statement that the server refuses then is a finding;
 * of those that it refuses the first time already, what is refused for another reason is told by firstRun.ts. So is an
 * exception of the code's own, unless a refused statement stops the run before it.
 */
export const secondRun: Question = (study) => {
  const second = study.second();
  const refused = refusedEntries(second);
  if (refused.length === 0) return thrown(study, second);
  const always = new Set(refusedEntries(study.first).map((entry) => entry.statement.sql));
  return refused
    .filter((entry) => !always.has(entry.statement.sql) || isThereAlready(entry))
    .map((entry, i) => {
      const { code = 0, message = '' } = entry.error ?? {};
      const guarded = isThereAlready(entry) && isGuarded(study, entry);
      const rule = guarded ? 'guard-mismatch' : secondRunRule(entry.statement.statement, code);
      return {
        ...aboutEntry(entry),
        rule,
        method: 'up',
        // The others are met only when those before them are guarded.
        message: guarded
          ? say('The guard asks for something else, so a second run stops here: {0} {1}', code, message)
          : i === 0
            ? say('A second run stops here: {0} {1}', code, message)
            : say('A second run would stop here next: {0} {1}', code, message),
        // Read only when the finding is told: it asks what comes after every stop.
        get related() {
          return resumeStopsAt(study, entry.statement.sql);
        },
        fixes: () => secondRunFixes(study, entry),
      };
    });
};

function thrown({ first }: Study, { outcome }: Trace): readonly Draft[] {
  if (outcome.kind !== 'threw' || first.outcome.kind === 'threw') return [];
  const message = say('A second run stops here: {0}: {1}', ...wordsOf(outcome));
  return [{ ...aboutThrown(outcome), rule: 'second-run-fails', method: 'up', message }];
}

function isThereAlready({ statement: { statement }, error }: TraceEntry): boolean {
  const { code = 0, message = '' } = error ?? {};
  // A CREATE TABLE that names a column twice meets itself; MariaDB has one code for all that is wrong with a foreign key.
  if (statement.kind === 'createTable') return code === 1050;
  return ALREADY_THERE.has(code) || (code === 1005 && message.includes('errno: 121'));
}

/** Error code to rule, where the code alone tells what a person would do about it. */
const BY_CODE: Readonly<Record<number, RuleId>> = {
  1050: 'create-table-unguarded',
  1051: 'drop-table-no-if-exists',
  1060: 'add-column-unguarded',
  1061: 'add-index-unguarded',
  1062: 'insert-not-idempotent',
  1068: 'add-index-unguarded',
  1022: 'add-fk-unguarded',
  1826: 'add-fk-unguarded',
  1005: 'add-fk-unguarded',
};

/** Kind of the ALTER's action to rule, for codes that several share (1054, 1091, 1146, 1176). */
const BY_ACTION: Readonly<Record<string, RuleId>> = {
  dropColumn: 'drop-column-unguarded',
  dropIndex: 'drop-index-unguarded',
  dropForeignKey: 'drop-fk-unguarded',
  dropPrimaryKey: 'drop-primary-unguarded',
  changeColumn: 'change-unguarded',
};

function secondRunRule(statement: Statement, code: number): RuleId {
  const actions = statement.kind === 'alterTable' ? statement.actions : [];
  // What a rename meets may be the old name's absence or the new one's presence.
  if (statement.kind === 'renameTable' || actions.some(({ kind }) => kind.startsWith('rename')))
    return 'rename-unguarded';
  const byCode = BY_CODE[code];
  if (byCode) return byCode;
  const action = actions.find(({ kind }) => kind in BY_ACTION);
  return (action && BY_ACTION[action.kind]) ?? 'second-run-fails';
}
