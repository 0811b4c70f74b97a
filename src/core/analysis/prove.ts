import type { Trace } from '../session/trace';
import type { Origin } from '../source';
import type { Draft, FixDraft } from './draft';
import { applyEdits } from './edits';
import { failureOf } from './failures';
import { atOnce, type Pieces } from './pieces';
import { proofOfSplit } from './proveSplit';
import { isTextEdit } from './results';
import { ruleOf } from './rules/catalog';
import { draftsOfWholeRuns } from './rules/questions';
import { makeRuns, type Study } from './study';
import { sameSchemas } from './worlds';

/** A finding with an edit that may take it away. */
export interface Mending {
  readonly draft: Draft;
  readonly fix: FixDraft;
}

/**
 * Is a fix proven? The edited text's first run ends as before and leaves the same schema (or the one that the fix wants);
 * of what was found before, this finding is gone and nothing new came; and the second run comes to its end, or to one that
 * it came to before: an end that can't be told proves nothing. `draftsOf` gives all findings of a study.
 */
export function* proof(
  study: Study,
  drafts: readonly Draft[],
  draft: Draft,
  fix: FixDraft,
  draftsOf: (study: Study) => readonly Draft[],
): Pieces<boolean> {
  if (fix.edits.some((edit) => 'create' in edit))
    return yield* proofOfSplit(study, drafts, draft, fix, draftsOf);
  return yield* proofOfAll(study, drafts, [{ draft, fix }], draftsOf);
}

/** The same at once. */
export const isProven = (...about: Parameters<typeof proof>): boolean => atOnce(proof(...about));

/** The same for several fixes together, whose edits do not touch each other: together they take all their findings away. */
export function* proofOfAll(
  study: Study,
  drafts: readonly Draft[],
  mendings: readonly Mending[],
  draftsOf: (study: Study) => readonly Draft[],
): Pieces<boolean> {
  const edits = mendings.flatMap(({ fix }) => fix.edits);
  // What an edit of other files does is not run here.
  if (!edits.every((edit) => isTextEdit(edit) && edit.file === study.step.migration.file)) return false;
  const edited = study.edited(applyEdits(study.step.text, edits));
  yield;
  if (!mendings.every(({ fix }) => endsAsWanted(study, edited, fix))) return false;
  yield;
  const gone = new Set(mendings.map(({ draft }) => draft));
  const compared = comparing(study, edited);
  // What is wrong with most edits shows without stopping a run behind each of its statements.
  if (!isOnlyGone(drafts, gone, draftsOfWholeRuns(edited), compared)) return false;
  yield* makeRuns(edited);
  return isOnlyGone(drafts, gone, draftsOf(edited), compared);
}

function endsAsWanted(study: Study, edited: Study, { leaves }: FixDraft): boolean {
  if (leaves) return getsFurther(study.first, edited.first) && leaves(edited);
  if (!endsLike(edited.first, study.first) || !sameSchemas(edited.first.world, study.first.world))
    return false;
  if (writesOf(edited.first) !== writesOf(study.first)) return false;
  const again = edited.second();
  return again.outcome.kind === 'done' || (failureOf(again) !== null && endsLike(again, study.second()));
}

/** The statements of a run that write rows. */
function writesOf({ entries }: Trace): string {
  return entries
    .filter(({ statement: { statement } }) => statement.kind === 'data' && statement.verb !== 'select')
    .map(({ statement: { sql }, uncertain }) => `${uncertain} ${sql}`)
    .join('\n');
}

/** Does the edited run come to its end, or, where the run before the edit was stopped, only to a later statement's refusal? */
function getsFurther({ outcome, entries }: Trace, edited: Trace): boolean {
  if (edited.outcome.kind !== 'raised') return edited.outcome.kind === 'done';
  if (outcome.kind !== 'raised' || edited.outcome.entry < outcome.entry) return false;
  const stopped = edited.entries[edited.outcome.entry]?.statement;
  const before = entries[outcome.entry]?.statement;
  return stopped !== undefined && before !== undefined && !isSamePlace(stopped.origin, before.origin);
}

const isSamePlace = (a: Origin | null, b: Origin | null): boolean =>
  a?.range.line === b?.range.line && a?.range.column === b?.range.column;

/** What findings before and after an edit are compared by. */
interface Comparing {
  keyOf(draft: Draft): string;
  /** Could it not be found before, since the run was stopped before the statement that it is about? */
  isFurther(draft: Draft): boolean;
}

function comparing(study: Study, edited: Study): Comparing {
  const before = new Set(study.first.entries.map(({ statement }) => statement.sql));
  const after = new Set(edited.first.entries.map(({ statement }) => statement.sql));
  const done = new Set(
    study.first.entries.filter(({ error }) => !error).map(({ statement }) => statement.sql),
  );
  const stopped = study.first.outcome.kind === 'raised';
  return {
    // A statement that the edit wrote anew is the one that it wrote anew before.
    keyOf({ rule, method, subject, statement }) {
      const rewritten = before.has(statement) !== after.has(statement);
      return `${rule} ${method} ${rewritten ? '' : subject}`;
    },
    isFurther: ({ method, statement }) => stopped && (method === 'down' || !done.has(statement)),
  };
}

/**
 * Are these findings gone, and no other there that was not there before? A statement at which any second run stopped, and now
 * only one after a run that stopped half-way, is no news.
 */
function isOnlyGone(
  before: readonly Draft[],
  gone: ReadonlySet<Draft>,
  after: readonly Draft[],
  { keyOf, isFurther }: Comparing,
): boolean {
  const left = before.filter((draft) => !gone.has(draft)).map(keyOf);
  const stopped = new Set(before.map(({ subject }) => subject));
  return after.every((draft) => {
    if (ruleOf(draft.rule).environment) return true;
    if (draft.rule === 'resume-stops' && stopped.has(draft.subject)) return true;
    const at = left.indexOf(keyOf(draft));
    if (at >= 0) left.splice(at, 1);
    return at >= 0 || isFurther(draft);
  });
}

/** Do two runs come to their end, or fail by the same statement or the same exception of their own? */
function endsLike(run: Trace, other: Trace): boolean {
  if (run.outcome.kind !== other.outcome.kind) return false;
  const [a, b] = [failureOf(run), failureOf(other)];
  return a?.statement === b?.statement && a?.message === b?.message;
}
