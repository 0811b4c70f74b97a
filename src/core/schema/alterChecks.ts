import type { ColumnEffects } from './alterColumns';
import { addChecks, checkCheckSpecs, type NewCheck } from './checkConstraints';
import { type CheckedForeignKey, checkAgainstChecks } from './checkedForeignKeys';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { isFolded } from './json';
import type { Check, Column, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { checkNamed } from './references';
import { followed } from './renameTable';
import { type Run, refuse } from './run';
import type { ServerProfile } from './server';
import type { AlterAction } from './statement';

/** Drops, enforces and adds checks, and lets those of dropped and changed columns go. */
export function alterChecks(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
  foreignKeys: readonly CheckedForeignKey[],
): void {
  const isAgain = (action: AlterAction, i: number) =>
    run.server.vendor === 'mysql' &&
    actions.some(
      (one, j) => j < i && one.kind === 'dropCheck' && sameName(one.name, (action as typeof one).name),
    );
  for (const [i, action] of actions.entries()) {
    if (action.kind === 'dropCheck' && isAgain(action, i)) continue;
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
  const added = newChecks(run.server, draft.columns, actions);
  if (run.server.vendor === 'mysql') checkAgainstChecks(run, draft, foreignKeys, added);
  // MariaDB looks at those of columns first.
  const ofColumns = added.filter(({ column }) => column !== null);
  const inTurn =
    run.server.vendor === 'mysql'
      ? added
      : [...ofColumns, ...added.filter((one) => !ofColumns.includes(one))];
  addChecks(run, schema, draft, inTurn, true);
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
    if (actions.some((action) => action.kind === 'changeColumn' && sameName(action.column.name, column)))
      return false;
    return true;
  }
  const original = table.checks.find((other) => other.name === check.name) ?? check;
  const names = run.server.vendor === 'mariadb' ? baseOf(original, table.columns) : columnsOf(original);
  const gone = names.find((name) => effects.nameAfter(name) === null);
  if (gone === undefined) return true;
  if (names.length > 1) refuse(run, 'checkColumnMissing', [check.name, gone]);
  return false;
}

/** MariaDB: a check has lost one of its columns: 1054. Those of columns it asks after it has looked at generated ones. */
export function checkColumnsOfChecks(run: Run, { checks, columns }: Draft, effects: ColumnEffects): void {
  if (effects.dropped.length === 0) return;
  const before = [...effects.dropped, ...columns];
  for (const check of checks) {
    const names = baseOf(check, before);
    if (check.column === null && names.length === 1) continue;
    const isGone = (name: string) => effects.nameAfter(name) === null && !findNamed(columns, name);
    const missing = names.find(isGone);
    if (missing !== undefined) refuse(run, 'checkColumnMissing', [check.name, missing]);
  }
}

/** With what the generated columns among them are computed of. */
function baseOf(check: Check, columns: readonly Column[]): readonly string[] {
  const names = namesIn(check.sql).filter(
    (name, i, all) => all.findIndex((one) => sameName(one, name)) === i,
  );
  for (const name of names) {
    const generated = findNamed(columns, name)?.generated;
    for (const used of generated ? namesIn(generated.sql) : [])
      if (!names.some((one) => sameName(one, used))) names.push(used);
  }
  return names;
}

const columnsOf = (check: Check) => [...new Set(namesIn(check.sql).map((name) => name.toLowerCase()))];

/** What MySQL says of checks before it looks at the columns: 3821, 3959, what is wrong with new ones, 3822. */
export function checkCheckActions(
  run: Run,
  schema: Schema,
  table: Table,
  actions: readonly AlterAction[],
): void {
  if (table.checks.length === 0 && !actions.some(isAboutChecks)) return;
  for (const action of actions) {
    if (action.kind !== 'dropCheck' && action.kind !== 'alterCheck') continue;
    if (indexOf(table.checks, action.name) < 0) refuse(run, 'checkMissing', [action.name]);
  }
  const dropped = (check: Check) =>
    actions.some((action) => action.kind === 'dropCheck' && sameName(action.name, check.name));
  const staying = [...table.checks]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((check) => !dropped(check));
  // What is dropped is looked at first.
  for (const dropsColumns of [true, false])
    for (const check of staying)
      checkDependency(run, table, renamedWith(run, table, check), actions, dropsColumns);
  const checks = staying.filter((check) => !goesWithColumn(check, actions));
  for (const action of actions)
    if (action.kind === 'alterCheck' && indexOf(checks, action.name) < 0)
      refuse(run, 'checkMissing', [action.name]);
  const names = checkCheckSpecs(
    run,
    { name: run.renamedTo ?? table.name, checks: checks.map((check) => renamedWith(run, table, check)) },
    newChecks(run.server, table.columns, actions),
  );
  names.forEach((name, i) => {
    const owner = checkNamed(schema, name);
    const taken = owner && (owner.name !== table.name || findNamed(checks, name));
    if (taken || names.slice(0, i).some((other) => sameName(other, name)))
      refuse(run, 'duplicateCheck', [name]);
  });
}

/** The name of a check that follows its table's is the new one already. */
const renamedWith = ({ renamedTo }: Run, { name }: Table, check: Check): Check =>
  renamedTo === null ? check : { ...check, name: followed(check.name, name, renamedTo, 'chk') };

const isAboutChecks = (action: AlterAction): boolean =>
  /Check$/.test(action.kind) ||
  ('column' in action && typeof action.column === 'object' && !!action.column.check);

/** Its only column is dropped. */
function goesWithColumn(check: Check, actions: readonly AlterAction[]): boolean {
  const [name, ...others] = columnsOf(check);
  return (
    others.length === 0 &&
    actions.some((action) => action.kind === 'dropColumn' && sameName(action.column, name ?? ''))
  );
}

/** MySQL lets no column go or change its name that a check needs beside others. */
function checkDependency(
  run: Run,
  table: Table,
  check: Check,
  actions: readonly AlterAction[],
  ofDrops: boolean,
): void {
  const names = columnsOf(check);
  for (const { name } of table.columns) {
    if (!names.includes(name.toLowerCase())) continue;
    const dropped = actions.some((action) => action.kind === 'dropColumn' && sameName(action.column, name));
    if (dropped && names.length === 1) continue;
    for (const action of actions) {
      const { from, to } = movedBy(action);
      if (from === null || !sameName(from, name) || (to === null) !== ofDrops) continue;
      if (to === null ? names.length > 1 : !sameName(to, name))
        refuse(run, 'checkDependency', [check.name, from]);
    }
  }
}

/** The column whose name the action changes, as it writes it; `to` is null where it drops it. */
function movedBy(action: AlterAction): { readonly from: string | null; readonly to: string | null } {
  if (action.kind === 'dropColumn') return { from: action.column, to: null };
  if (action.kind === 'renameColumn') return action;
  if (action.kind === 'changeColumn') return { from: action.from, to: action.column.name };
  return { from: null, to: null };
}

export function newChecks(
  server: ServerProfile,
  columns: readonly Column[],
  actions: readonly AlterAction[],
): NewCheck[] {
  const added: NewCheck[] = [];
  for (const action of actions) {
    if (action.kind === 'addCheck') added.push({ spec: action.check, column: null });
    else if (
      (action.kind === 'addColumn' || action.kind === 'changeColumn') &&
      action.column.check &&
      !isFolded(server, action.column, columns)
    )
      added.push({ spec: action.column.check, column: action.column.name });
  }
  return added;
}
