import type { Application } from '../laravel/application';
import { applyEdits } from './edits';
import { proof } from './fixes/prove';
import { isShown } from './lint';
import type { Pieces } from './pieces';
import type { ReplayStep } from './replay';
import { isTextEdit } from './results';
import type { FixDraft } from './rules/draft';
import { draftsOfCode } from './rules/questions';
import type { Said } from './said';
import { makeRuns, type Study, type Surroundings, studyOf } from './study';

export interface FixedText {
  readonly text: string;
  /** The titles of the fixes, in order. */
  readonly applied: readonly Said[];
}

/** So many fixes are applied to one file; more would mean that they undo each other. */
const MOST_FIXES = 200;

/**
 * Applies what is proven, one fix after the other and looking again after each, until nothing is left. Only fixes of this
 * file's text: a new or renamed file is for people to decide. Rules that are off, and findings that a comment
 * suppresses, are left alone. null: nothing to fix.
 */
export function* fixAll(
  app: Application,
  { text, ...rest }: ReplayStep,
  around: Surroundings,
): Pieces<FixedText | null> {
  if (text === null) return null;
  let study = studyOf(app, { ...rest, text }, around);
  const applied: Said[] = [];
  while (applied.length < MOST_FIXES) {
    const fix = yield* nextFix(study);
    if (!fix) break;
    applied.push(fix.title);
    study = study.edited(applyEdits(study.step.text, fix.edits));
  }
  return applied.length > 0 ? { text: study.step.text, applied } : null;
}

function* nextFix(study: Study): Pieces<FixDraft | null> {
  yield* makeRuns(study);
  const drafts = draftsOfCode(study);
  for (const draft of drafts) {
    if (!isShown(study, draft)) continue;
    for (const fix of draft.fixes?.() ?? [])
      if (fix.edits.every(isTextEdit) && (yield* proof(study, drafts, draft, fix, draftsOfCode))) return fix;
  }
  return null;
}
