import type { ColumnEffects } from './alterColumns';
import { addChecks, type NewCheck } from './checkConstraints';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import type { Check, Schema, Table } from './model';
import { sameName } from './names';
import { type Run, refuse } from './run';
import type { AlterAction } from './statement';

/** Drops, enforces and adds checks, and lets those of dropped and changed columns go. */
export function alterChecks(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): void {
  for (const action of actions) {
    if (action.kind === 'dropCheck') dropCheck(run, draft, action.name);
    else if (action.kind === 'alterCheck') {
      const at = indexOf(draft.checks, action.name);
      if (at < 0) refuse(run, 'checkMissing', [action.name]);
      draft.checks[at] = { ...draft.checks[at]!, enforced: action.enforced };
    }
  }
  draft.checks = draft.checks.filter((check) => survives(run, table, check, actions, effects));
  addChecks(run, schema, draft, newChecks(actions));
}

const indexOf = (checks: readonly Check[], name: string) =>
  checks.findIndex((check) => check.column === null && sameName(check.name, name));

function dropCheck(run: Run, draft: Draft, name: string): void {
  const at = indexOf(draft.checks, name);
  if (at < 0) refuse(run, 'checkMissing', [name]);
  draft.checks.splice(at, 1);
}

/** A check goes with its only column; one that needs a dropped or renamed column beside others forbids that. */
function survives(
  run: Run,
  table: Table,
  check: Check,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): boolean {
  if (check.column !== null) {
    const column = check.column;
    if (effects.dropped.some(({ name }) => sameName(name, column))) return false;
    return !actions.some((action) => action.kind === 'changeColumn' && sameName(action.column.name, column));
  }
  const original = table.checks.find((other) => other.name === check.name) ?? check;
  const names = new Set(namesIn(original.sql).map((name) => name.toLowerCase()));
  const gone = [...names].find((name) => effects.nameAfter(name) === null);
  if (gone !== undefined) {
    if (names.size === 1) return false;
    if (run.server.vendor === 'mariadb') refuse(run, 'checkColumnMissing', [check.name, gone]);
    refuse(run, 'checkDependency', [check.name, gone]);
  }
  if (run.server.vendor === 'mysql') {
    const renamed = effects.changed.find(
      ({ before, after }) => !sameName(before.name, after.name) && names.has(before.name.toLowerCase()),
    );
    if (renamed) refuse(run, 'checkDependency', [check.name, renamed.before.name]);
  }
  return true;
}

function newChecks(actions: readonly AlterAction[]): NewCheck[] {
  const added: NewCheck[] = [];
  for (const action of actions) {
    if (action.kind === 'addCheck') added.push({ spec: action.check, column: null });
    else if ((action.kind === 'addColumn' || action.kind === 'changeColumn') && action.column.check)
      added.push({ spec: action.column.check, column: action.column.name });
  }
  return added;
}
