import type { ColumnEffects } from './alterColumns';
import { addChecks, type NewCheck } from './checkConstraints';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { isFolded } from './json';
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
  for (const { before, after } of effects.changed) {
    if (!effects.converted || before.type.base !== 'json' || after.type.base !== 'longtext') continue;
    const { name } = after;
    draft.checks.push({ name, sql: `json_valid(\`${name}\`)`, enforced: true, column: name });
  }
  draft.checks = draft.checks.filter((check) => survives(run, table, check, actions, effects));
  addChecks(run, schema, draft, newChecks(draft, actions), true);
}

const indexOf = (checks: readonly Check[], name: string) =>
  checks.findIndex((check) => check.column === null && sameName(check.name, name));

function dropCheck(run: Run, draft: Draft, name: string): void {
  const at = indexOf(draft.checks, name);
  if (at < 0) refuse(run, 'checkMissing', [name]);
  draft.checks.splice(at, 1);
}

/** A check goes with its only column. */
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
  const names = columnsOf(original);
  const gone = names.find((name) => effects.nameAfter(name) === null);
  if (gone === undefined) return true;
  if (names.length > 1) refuse(run, 'checkColumnMissing', [check.name, gone]);
  return false;
}

const columnsOf = (check: Check) => [...new Set(namesIn(check.sql).map((name) => name.toLowerCase()))];

/** MySQL lets no column go or change its name that a check needs beside others: 3959. */
export function checkCheckDependencies(
  run: Run,
  table: Table,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): void {
  if (run.server.vendor !== 'mysql') return;
  const dropped = (check: Check) =>
    actions.some((action) => action.kind === 'dropCheck' && sameName(action.name, check.name));
  for (const check of table.checks) {
    if (dropped(check)) continue;
    const names = columnsOf(check);
    for (const { name } of table.columns) {
      if (!names.includes(name.toLowerCase())) continue;
      const after = effects.nameAfter(name);
      const forbidden = after === null ? names.length > 1 : !sameName(after, name);
      if (forbidden) refuse(run, 'checkDependency', [check.name, name]);
    }
  }
}

function newChecks(draft: Draft, actions: readonly AlterAction[]): NewCheck[] {
  const added: NewCheck[] = [];
  for (const action of actions) {
    if (action.kind === 'addCheck') added.push({ spec: action.check, column: null });
    else if (
      (action.kind === 'addColumn' || action.kind === 'changeColumn') &&
      action.column.check &&
      !isFolded(action.column, draft.columns)
    )
      added.push({ spec: action.column.check, column: action.column.name });
  }
  return added;
}
