import type { Study } from '../study';
import { changeDrops } from './changeDrops';
import type { Draft, Question } from './draft';
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

/** All questions, in the order in which their findings are told. */
const QUESTIONS: readonly Question[] = [
  firstRun,
  secondRun,
  resume,
  guards,
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

const found = new WeakMap<Study, readonly Draft[]>();

/** Everything that is found in a migration, whatever the settings say about it. */
export function draftsOf(study: Study): readonly Draft[] {
  let drafts = found.get(study);
  if (!drafts) {
    drafts = QUESTIONS.flatMap((question) => question(study));
    found.set(study, drafts);
  }
  return drafts;
}
