import type { Study } from '../study';
import type { Draft, Question } from './draft';
import { firstRun } from './firstRun';
import { guards } from './guards';
import { order } from './order';
import { repeatedRows } from './repeatedRows';
import { resume } from './resume';
import { rollback } from './rollback';
import { secondRun } from './secondRun';

/** All questions, in the order in which their findings are told. */
const QUESTIONS: readonly Question[] = [firstRun, secondRun, resume, guards, repeatedRows, rollback, order];

/** Everything that is found in a migration, whatever the settings say about it. */
export function draftsOf(study: Study): readonly Draft[] {
  return QUESTIONS.flatMap((question) => question(study));
}
