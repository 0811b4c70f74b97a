import type { Outcome, TraceEntry } from '../../session/trace';
import {
  aboutEntry,
  aboutThrown,
  type Draft,
  type FixDraft,
  type Question,
  type Related,
  wordsOf,
} from '../draft';
import { applyEdits } from '../edits';
import { refusedEntries } from '../failures';
import { secondRunFixes } from '../fixes/secondRunFixes';
import { splitGuard } from '../fixes/splitGuard';
import { splitMigration } from '../fixes/splitMigration';
import { say } from '../said';
import { type Crash, isResumed, type Study } from '../study';
import { diffWorlds, nameOf, someNames } from '../worlds';

/**
 * Does the next run bring a migration to its end that was stopped half-way (a lost connection, a killed process, a
 * statement that was refused)? Every DDL statement commits at once, so what was done stays, and `up()` begins again at
 * the top. Statements that any second run stops at are told by secondRun.ts; here are those that only such a run meets.
 */
export const resume: Question = (study) => {
  if (!isResumed(study)) return [];
  const known = new Set(refusedEntries(study.second()).map((entry) => entry.statement.sql));
  const drafts: Draft[] = [];
  const told = new Set<string>();
  /** What was said to differ after an earlier stop: the same guard passes over it after a later one. */
  const differs = new Set<string>();
  const add = (draft: Draft) => {
    if (told.has(draft.subject)) return;
    told.add(draft.subject);
    drafts.push(draft);
  };
  for (const crash of study.crashes()) {
    const again = crash.again();
    const refused = refusedEntries(again);
    const news = refused.filter((entry) => !known.has(entry.statement.sql));
    for (const entry of news) add(stops(study, crash, entry));
    if (refused.length === 0) for (const draft of thrown(study, crash, again.outcome)) add(draft);
    // What any second run is refused hides nothing here: it is told by itself, and passed over as if it were repaired.
    if (news.length > 0 || again.outcome.kind !== 'done') continue;
    const missing = diffWorlds(study.first.world, again.world);
    const isNews = missing.some((difference) => !differs.has(nameOf(difference)));
    const skipped = study.first.entries.slice(crash.done).findIndex((entry) => entry.after !== entry.before);
    const entry = study.first.entries[crash.done + skipped];
    if (!entry || !isNews || !missing.every(({ certain }) => certain)) continue;
    for (const difference of missing) differs.add(nameOf(difference));
    add({
      ...aboutEntry(entry),
      rule: 'resume-differs',
      method: 'up',
      message: say(
        'If a run stops before this (statement {0} of {1}), the next one passes over it: {2} differs or is missing',
        ...[crash.done + skipped + 1, crash.of, someNames(missing)],
      ),
      related: lastDone(study, crash),
      fixes: () => [...splitGuard(study, entry), ...splitMigrations(study, entry)],
    });
  }
  return drafts;
};

function stops(study: Study, crash: Crash, entry: TraceEntry): Draft {
  const { code = 0, message = '' } = entry.error ?? {};
  return {
    ...aboutEntry(entry),
    rule: 'resume-stops',
    method: 'up',
    message: say(
      'After a run that stopped behind statement {0} of {1}, the next one stops here: {2} {3}',
      ...[crash.done, crash.of, code, message],
    ),
    related: lastDone(study, crash),
    fixes: () => [...secondRunFixes(study, entry), ...splitMigrations(study, entry)],
  };
}

/** An exception of the code's own that a second run after a whole one does not meet. */
function thrown(study: Study, crash: Crash, outcome: Outcome): readonly Draft[] {
  const { outcome: whole } = study.second();
  if (outcome.kind !== 'threw' || (whole.kind === 'threw' && whole.message === outcome.message)) return [];
  const message = say(
    'After a run that stopped behind statement {0} of {1}, the next one stops here: {2}: {3}',
    ...[crash.done, crash.of, ...wordsOf(outcome)],
  );
  const related = lastDone(study, crash);
  return [{ ...aboutThrown(outcome), rule: 'resume-stops', method: 'up', message, related }];
}

/** The migration split as it stands, or with a guard around several statements made one for each. */
function splitMigrations(study: Study, entry: TraceEntry): readonly FixDraft[] {
  const guarded = splitGuard(study, entry).map(({ edits }) =>
    study.edited(applyEdits(study.step.text, edits)),
  );
  return [study, ...guarded].flatMap((each) => splitMigration(each, study.step.text));
}

function lastDone(study: Study, { done, of }: Crash): readonly Related[] {
  const range = study.first.entries[done - 1]?.statement.origin?.range;
  return range
    ? [{ range, message: say('Statement {0} of {1}, the last that the stopped run did', done, of) }]
    : [];
}

/** Where a run that stops behind a statement makes the next one stop at it: said beside the second run's finding. */
export function resumeStopsAt(study: Study, sql: string): readonly Related[] {
  if (study.first.outcome.kind !== 'done' || study.first.entries.length < 2) return [];
  const crash = study
    .crashes()
    .find(({ again }) => refusedEntries(again()).some((one) => one.statement.sql === sql));
  const range = crash && study.first.entries[crash.done - 1]?.statement.origin?.range;
  if (!range) return [];
  const message = say(
    'Already if a run stops behind this (statement {0} of {1}), the next one stops there',
    ...[crash.done, crash.of],
  );
  return [{ range, message }];
}
