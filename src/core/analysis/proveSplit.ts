import { evaluate } from '../laravel/evaluate';
import type { Trace } from '../session/trace';
import type { Draft, FixDraft } from './draft';
import { applyEdits } from './edits';
import { type Part, studiesOf } from './fixes/parts';
import type { Pieces } from './pieces';
import { isTextEdit } from './results';
import { ruleOf } from './rules/catalog';
import { makeRuns, type Study } from './study';
import { sameSchemas } from './worlds';

/**
 * Is an edit proven that makes several migrations of one? All of them are run in the order of their names where the one
 * stood: they send the same statements in the same order and leave the same schema; their `down()`s, the last first, come
 * to the same end as that of the one, or to what was before it; each can be run again as far as the one could; and of
 * what is found in them nothing is new.
 */
export function* proofOfSplit(
  study: Study,
  drafts: readonly Draft[],
  draft: Draft,
  { edits }: FixDraft,
  draftsOf: (study: Study) => readonly Draft[],
): Pieces<boolean> {
  const parts = partsAfter(study, edits);
  if (!parts || !haveRoom(study, parts)) return false;
  const studies = studiesOf(study, parts);
  yield;
  if (!sendTheSame(study, studies) || !rollBack(study, studies)) return false;
  for (const part of studies) {
    yield* makeRuns(part);
    if (part.second().outcome.kind !== 'done') return false;
  }
  return isNothingNew(drafts, draft, studies.flatMap(draftsOf));
}

/** The migrations that the edits leave, in the order in which they run; null where the edits do anything else. */
function partsAfter({ step: { text, migration } }: Study, edits: FixDraft['edits']): readonly Part[] | null {
  const parts: Part[] = [{ migration, text: applyEdits(text, edits) }];
  for (const edit of edits) {
    if (isTextEdit(edit) ? edit.file !== migration.file : !('create' in edit)) return null;
    if (isTextEdit(edit) || !('create' in edit)) continue;
    const name = /([^/]+)\.php$/.exec(edit.file)?.[1];
    if (name === undefined) return null;
    parts.push({ migration: { name, file: edit.file }, text: edit.create });
  }
  return parts.sort((a, b) => (a.migration.name < b.migration.name ? -1 : 1));
}

/** Do they run one straight after the other, with no other migration between them or in their place? */
function haveRoom({ around, step }: Study, parts: readonly Part[]): boolean {
  const others = around.steps
    .map((each) => each.migration.name)
    .filter((name) => name !== step.migration.name);
  const [first, last] = [parts[0]!.migration.name, parts.at(-1)!.migration.name];
  return others.every((name) => name < first || name > last) && first === step.migration.name;
}

function sendTheSame({ first }: Study, parts: readonly Study[]): boolean {
  const last = parts.at(-1)!.first.world;
  return (
    parts.every((part) => part.first.outcome.kind === 'done') &&
    sentBy([first]) === sentBy(parts.map((part) => part.first)) &&
    sameSchemas(first.world, last)
  );
}

/** What runs send, but for questions. */
function sentBy(runs: readonly Trace[]): string {
  return runs
    .flatMap(({ entries }) => entries)
    .filter(({ statement: { statement } }) => statement.kind !== 'data' || statement.verb !== 'select')
    .map(
      ({ statement: { sql }, uncertain, error, connection }) =>
        `${connection} ${uncertain} ${error?.code} ${sql}`,
    )
    .join('\n');
}

function rollBack(study: Study, parts: readonly Study[]): boolean {
  const whole = study.down();
  let { world } = parts.at(-1)!.first;
  for (const { app, step } of parts.toReversed()) {
    const back = evaluate(app, { ...step.migration, text: step.text }, 'down', world);
    if (back.outcome.kind !== 'done' && whole.outcome.kind === 'done') return false;
    world = back.world;
  }
  return sameSchemas(whole.world, world) || sameSchemas(study.step.before, world);
}

/** Each part may be about what was said of the whole. */
function isNothingNew(before: readonly Draft[], gone: Draft, after: readonly Draft[]): boolean {
  const keyOf = ({ rule, method, subject }: Draft) => `${rule} ${method} ${subject}`;
  const left = new Set(before.filter((one) => one !== gone).map(keyOf));
  return after.every((draft) => ruleOf(draft.rule).environment === true || left.has(keyOf(draft)));
}
