import { asNamed } from './dependencies';
import { checkCheckFunctions } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import { checkGeometry } from './geometries';
import type { Check, Schema } from './model';
import { findNamed, nameLength, sameName } from './names';
import { checkNamed } from './references';
import { type Run, refuse } from './run';
import type { CheckSpec, ColumnSpec } from './statement';

/** A check that a statement adds; `column` where it is written at a column. */
export interface NewCheck {
  readonly spec: CheckSpec;
  readonly column: string | null;
}

/** Adds the checks to the table: `t_chk_1` on MySQL; on MariaDB `CONSTRAINT_1`, and a column's own is unnamed. */
export function addChecks(
  run: Run,
  schema: Schema,
  draft: Draft,
  added: readonly NewCheck[],
  altering: boolean,
): void {
  if (!supports.checks(run.server)) return;
  const named = run.server.vendor === 'mysql';
  let number = named ? highestNumber(draft) : 0;
  const table = (named && run.renamedTo) || draft.name;
  for (const check of draft.checks) checkKeyName(run, draft, check);
  for (const { spec, column } of added) {
    if (spec.name !== null && nameLength(spec.name) > 64) refuse(run, 'nameTooLong', [spec.name]);
    const ownColumn = named ? null : column;
    let name = spec.name;
    if (name === null && ownColumn !== null) name = ownColumn;
    if (name === null) {
      if (named) name = `${table}_chk_${++number}`;
      else name = nextConstraint(draft);
    }
    const check: Check = {
      name,
      sql: named ? spec.sql : asNamed(spec.sql, draft.columns),
      enforced: spec.enforced || !named,
      column: spec.name === null ? ownColumn : null,
    };
    checkName(run, schema, draft, check);
    if (spec.valued && run.server.vendor === 'mysql') refuse(run, 'checkNotBoolean', [name]);
    if (!named) checkColumns(run, draft, check, altering);
    if (!named) checkGeometry(run, draft, check.sql);
    draft.checks.push(check);
  }
}

/**
 * What MySQL says of new checks before it looks at any column: 1059, 3814, 3813; and of those of a new table (`columns`)
 * 3820 and 3812. MariaDB says it in its turn. `table` has the checks that are there. Returns the names of the new ones.
 */
export function checkCheckSpecs(
  run: Run,
  table: { readonly name: string; readonly checks: readonly Check[] },
  added: readonly NewCheck[],
  columns: readonly ColumnSpec[] | null = null,
): readonly string[] {
  if (added.length === 0 || run.server.vendor !== 'mysql' || !supports.checks(run.server)) return [];
  let number = highestNumber(table);
  return added.map(({ spec, column }) => {
    const name = spec.name ?? `${table.name}_chk_${++number}`;
    if (nameLength(name) > 64) refuse(run, 'nameTooLong', [name]);
    checkCheckFunctions(run, name, spec.sql);
    const names = namesIn(spec.sql);
    const isOther = (used: string) => column !== null && !sameName(used, column);
    if (names.some(isOther)) refuse(run, 'columnCheckReferencesOther', [name]);
    const missing = columns && names.find((used) => !findNamed(columns, used));
    if (missing) refuse(run, 'checkColumnMissing', [name, missing]);
    if (columns && spec.valued) refuse(run, 'checkNotBoolean', [name]);
    return name;
  });
}

function highestNumber(draft: { readonly name: string; readonly checks: readonly Check[] }): number {
  let most = 0;
  const prefix = `${draft.name}_chk_`.toLowerCase();
  for (const { name } of draft.checks) {
    const number = name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : '';
    if (/^[1-9]\d*$/.test(number)) most = Math.max(most, Number(number));
  }
  return most;
}

function nextConstraint(draft: Draft, from = 1): string {
  for (let i = from; ; i++) if (!findNamed(draft.checks, `CONSTRAINT_${i}`)) return `CONSTRAINT_${i}`;
}

/** MariaDB lets no check have the name of a unique key. */
function checkKeyName(run: Run, draft: Draft, check: Check): void {
  if (run.server.vendor !== 'mariadb' || check.column !== null) return;
  const unique = draft.indexes.filter(({ kind }) => kind === 'unique');
  if (findNamed(unique, check.name)) refuse(run, 'duplicateCheck', [check.name]);
}

function checkName(run: Run, schema: Schema, draft: Draft, check: Check): void {
  if (check.column !== null) return;
  if (draft.checks.some((other) => other.column === null && sameName(other.name, check.name)))
    refuse(run, 'duplicateCheck', [check.name]);
  checkKeyName(run, draft, check);
  if (run.server.vendor === 'mariadb' && findNamed(draft.foreignKeys, check.name))
    refuse(run, 'duplicateCheck', [check.name]);
  if (!supports.schemaWideCheckNames(run.server)) return;
  const owner = checkNamed(schema, check.name);
  if (owner && owner.name !== draft.name) refuse(run, 'duplicateCheck', [check.name]);
}

/** What MySQL says of all checks after all else: 1054, 3818. */
export function checkColumnsOfAllChecks(run: Run, draft: Draft): void {
  for (const check of draft.checks) checkColumns(run, draft, check, run.altering);
}

function checkColumns(run: Run, draft: Draft, check: Check, altering: boolean): void {
  checkCheckFunctions(run, check.name, check.sql);
  for (const name of namesIn(check.sql)) {
    const column = findNamed(draft.columns, name);
    if (column?.autoIncrement) refuse(run, 'checkOnAutoIncrement', [check.name, column.name]);
    if (column) continue;
    if (altering && run.server.vendor === 'mysql')
      refuse(run, 'unknownColumn', [name, `check constraint ${check.name} expression`]);
    refuse(run, 'checkColumnMissing', [check.name, name]);
  }
}
