import type { Application } from '../laravel/application';
import type { Draft } from './draft';
import { applyEdits } from './edits';
import { isShown } from './lint';
import type { Pieces } from './pieces';
import { type Mending, proof, proofOfAll } from './prove';
import type { ReplayStep } from './replay';
import { type Edit, isTextEdit } from './results';
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
 * Applies what is proven, some fixes after the others and looking again after each, until nothing is left. Only fixes of this
 * file's text: a new or renamed file is for people to decide. Rules that are off, and findings that a comment
 * suppresses, are left alone. null: nothing to fix.
 */
export function* fixAll(
  app: Application,
  { migration, text, before, trace }: ReplayStep,
  around: Surroundings,
): Pieces<FixedText | null> {
  if (text === null) return null;
  let study = studyOf(app, { migration, text, before, trace }, around);
  const applied: Said[] = [];
  /** What no fix was proven for: it is tried again only when nothing else is left. */
  const hopeless = new Set<string>();
  while (applied.length < MOST_FIXES) {
    yield* makeRuns(study);
    const mendings = yield* nextMendings(study, hopeless);
    if (mendings.length === 0) break;
    applied.push(...mendings.map(({ fix }) => fix.title));
    const edits = mendings.flatMap(({ fix }) => fix.edits);
    study = study.edited(applyEdits(study.step.text, edits));
  }
  return applied.length > 0 ? { text: study.step.text, applied } : null;
}

/** Fixes that are proven: as many at once as can be, since every proof runs the migration many times. */
function* nextMendings(study: Study, hopeless: Set<string>): Pieces<readonly Mending[]> {
  const drafts = draftsOfCode(study);
  const shown = drafts.filter((draft) => isShown(study, draft));
  const tried = new Set<Draft>();
  function* prove(draft: Draft): Pieces<Mending | null> {
    tried.add(draft);
    return yield* provenMending(study, drafts, draft);
  }
  for (const turn of inTurns(shown)) {
    for (;;) {
      const wanted = turn.filter((draft) => !hopeless.has(keyOf(draft)));
      const [first] = wanted;
      if (!first) break;
      let together = apart(wanted.flatMap((draft) => firstMending(draft) ?? []));
      while (together.length > 1) {
        if (yield* proofOfAll(study, drafts, together, draftsOfCode)) return together;
        together = together.slice(0, Math.floor(together.length / 2));
      }
      const draft = together[0]?.draft ?? first;
      const own = yield* prove(draft);
      if (own) return [own];
      hopeless.add(keyOf(draft));
    }
  }
  // What was hopeless beside others may be proven now.
  for (const draft of shown) {
    const own = tried.has(draft) ? null : yield* prove(draft);
    if (own) return [own];
  }
  return [];
}

/**
 * What `up()` makes is put right before it is guarded, so that no guard is left around nothing; `down()` comes last, so that
 * it is written from what `up()` makes in the end.
 */
function inTurns(shown: readonly Draft[]): readonly (readonly Draft[])[] {
  const ups = shown.filter(({ method }) => method === 'up');
  return [ups.filter((draft) => draft.fixes?.()[0]?.leaves), ups, shown];
}

const keyOf = ({ rule, method, subject }: Draft): string => `${rule} ${method} ${subject}`;

function* provenMending(study: Study, drafts: readonly Draft[], draft: Draft): Pieces<Mending | null> {
  for (const fix of draft.fixes?.() ?? [])
    if (fix.edits.every(isTextEdit) && (yield* proof(study, drafts, draft, fix, draftsOfCode)))
      return { draft, fix };
  return null;
}

/** The first fix of a finding, where it leaves the schema as it is: others have to be seen each by itself. */
function firstMending(draft: Draft): Mending | null {
  const [fix] = draft.fixes?.() ?? [];
  return fix && !fix.leaves && fix.edits.every(isTextEdit) ? { draft, fix } : null;
}

/** Those whose edits touch no line of an earlier one's. */
function apart(mendings: readonly Mending[]): readonly Mending[] {
  const taken: Edit[] = [];
  return mendings.filter(({ fix }) => {
    const edits = fix.edits.filter(isTextEdit);
    const isFree = edits.every((edit) =>
      taken.every((other) => edit.endLine < other.line || other.endLine < edit.line),
    );
    if (isFree) taken.push(...edits);
    return isFree;
  });
}
