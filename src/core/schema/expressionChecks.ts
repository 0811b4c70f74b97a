import { checkColumnsOfAllChecks } from './checkConstraints';
import { checkConstants } from './constants';
import { checkDefaultReferences, checkNamesOfDefaults } from './defaultExpressions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { checkGeometries } from './geometries';
import { sameName } from './names';
import { type Run, refuse } from './run';

/** What MySQL says of a table's expressions after all else. */
export function checkExpressions(run: Run, draft: Draft): void {
  checkStoredBases(run, draft);
  checkGeometries(run, draft);
  checkNamesOfDefaults(run, draft);
  checkDefaultReferences(run, draft);
  checkColumnsOfAllChecks(run, draft);
  checkConstants(run, draft);
}

const SETS = /^(?:cascade|set null)$/;

/** A foreign key sets no column that a stored generated one is computed of (MySQL: FOREIGN KEY Constraints): 1215. */
function checkStoredBases(run: Run, { columns, foreignKeys, name: table }: Draft): void {
  if (foreignKeys.length === 0 || !columns.some(({ generated }) => generated?.stored)) return;
  for (const key of foreignKeys) {
    if (!SETS.test(key.onDelete) && !SETS.test(key.onUpdate)) continue;
    const set = [...key.columns];
    for (const { name, generated } of columns) {
      const reads =
        generated && namesIn(generated.sql).some((used) => set.some((one) => sameName(one, used)));
      if (reads && generated.stored) refuse(run, 'cannotAddForeignKey', [], table);
      if (reads) set.push(name);
    }
  }
}
