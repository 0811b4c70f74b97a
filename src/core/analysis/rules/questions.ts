import type { Draft, Question } from '../draft';
import type { Study } from '../study';
import { changeDrops } from './changeDrops';
import { firstRun } from './firstRun';
import { guards } from './guards';
import { indexes } from './indexes';
import { indexLeft } from './indexLeft';
import { lostModifiers } from './lostModifiers';
import { order } from './order';
import { repeatedRows } from './repeatedRows';
import { resume } from './resume';
import { rollback } from './rollback';
import { secondRun } from './secondRun';
import { softDeleteUnique } from './softDeleteUnique';
import { tenant } from './tenant';

/** About the code, in the order in which their findings are told. */
const OF_CODE: readonly Question[] = [
  firstRun,
  secondRun,
  resume,
  repeatedRows,
  rollback,
  order,
  changeDrops,
  lostModifiers,
  indexes,
  indexLeft,
  softDeleteUnique,
  tenant,
];

/** About the chosen environment, for whose state no edit of the code answers: they have no fixes. */
const OF_ENVIRONMENT: readonly Question[] = [guards];

const foundInCode = new WeakMap<Study, readonly Draft[]>();

/** Everything that is found in a migration, whatever the settings say about it. */
export function draftsOf(study: Study): readonly Draft[] {
  return [...draftsOfCode(study), ...OF_ENVIRONMENT.flatMap((question) => question(study))];
}

/** What is found without stopping a run half-way: a small part of the work. */
export function draftsOfWholeRuns(study: Study): readonly Draft[] {
  return OF_CODE.filter((question) => question !== resume).flatMap((question) => question(study));
}

/** The same without what is asked of the chosen environment only. */
export function draftsOfCode(study: Study): readonly Draft[] {
  let drafts = foundInCode.get(study);
  if (!drafts) {
    drafts = OF_CODE.flatMap((question) => question(study));
    foundInCode.set(study, drafts);
  }
  return drafts;
}
