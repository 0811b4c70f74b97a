import { computedOfAuto } from './checkedForeignKeys';
import { checkDefaultReferences, checkNamesOfDefaults } from './defaultExpressions';
import { checkGeneratedFunctions, checkIndexedFunctions } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn, renameIn } from './expressions';
import { checkGeometries } from './geometries';
import { convertTexts } from './joinedTexts';
import { checkFunctionalAutoIncrement, checkVirtualKeys } from './keyParts';
import type { Column, Expression, Table } from './model';
import { findNamed, sameName } from './names';
import { partitionColumns } from './partitions';
import { doubt, type Run, refuse } from './run';
import { asMariaDbPrints, dependsOnSqlMode } from './sessionValues';
import type { AlterAction } from './statement';

/** Generated columns refer to columns that are there, and name them as those are named. `before`: the table as it was. */
export function checkGenerated(run: Run, draft: Draft, before: Table | null): void {
  if (run.server.vendor === 'mariadb') convertTexts(draft);
  const { columns } = draft;
  if (columns.some(({ generated }) => generated && /^memory$/i.test(draft.engine)))
    refuse(run, 'engineWithoutGenerated', [draft.engine]);
  const mariadb = run.server.vendor === 'mariadb';
  if (mariadb) {
    checkNamesOfDefaults(run, draft);
    for (const { generated } of columns) if (generated) checkNames(run, columns, generated.sql);
    checkOfAutoIncrement(run, columns);
    checkStoredValues(run, draft, before);
    checkDefaultReferences(run, draft);
  }
  for (const column of columns) {
    if (!column.generated) continue;
    checkGeneratedFunctions(run, column);
    if (!mariadb) checkNames(run, columns, column.generated.sql);
    for (const name of namesIn(column.generated.sql)) {
      const used = findNamed(columns, name);
      const allowed = mariadb && !column.generated.stored;
      if (used?.autoIncrement && !allowed)
        refuse(run, 'generatedFromAutoIncrement', [column.name, used.name]);
      if (used?.generated && columns.indexOf(used) >= columns.indexOf(column))
        refuse(run, 'generatedNotPrior', [column.name, used.name]);
    }
  }
  if (!mariadb) checkFunctionalAutoIncrement(run, draft);
  if (mariadb) {
    checkVirtualKeys(run, draft);
    checkGeometries(run, draft);
  }
  draft.columns = columns.map((column) =>
    column.generated
      ? { ...column, generated: { ...column.generated, sql: asNamed(column.generated.sql, columns) } }
      : column,
  );
}

/** 1901: MariaDB computes nothing that is stored of an AUTO_INCREMENT column. */
function checkOfAutoIncrement(run: Run, columns: readonly Column[]): void {
  const computed = computedOfAuto({ columns });
  for (const { name, generated } of columns)
    for (const used of generated?.stored ? namesIn(generated.sql) : []) {
      const column = findNamed(columns, used);
      if (column?.autoIncrement) refuse(run, 'generatedFromAutoIncrement', [name, column.name]);
      if (column && computed.includes(column.name)) refuse(run, 'generatedFunction', [name, column.name]);
    }
}

function checkNames(run: Run, columns: readonly Column[], sql: Expression): void {
  const missing = namesIn(sql).find((name) => !findNamed(columns, name));
  const place = run.server.vendor === 'mariadb' ? 'GENERATED ALWAYS AS' : 'generated column function';
  if (missing !== undefined) refuse(run, 'unknownColumn', [missing, place]);
}

/** The expression with the columns' names in their own case. */
export const asNamed = (sql: Expression, columns: readonly Column[]): Expression =>
  renameIn(sql, (name) => findNamed(columns, name)?.name ?? name);

/**
 * 1901: MariaDB stores and indexes no value that depends on the session's sql_mode. What it has kept in the table before
 * (null: there was none), it keeps.
 */
function checkStoredValues(run: Run, draft: Draft, before: Table | null): void {
  for (const column of draft.columns) {
    if (!isKept(draft, column) || !column.generated) continue;
    checkIndexedFunctions(run, column);
    const depends = dependsOnSqlMode(column, draft.columns);
    if (depends) refuse(run, 'generatedFunction', [column.name, asMariaDbPrints(column.generated.sql)]);
    const reads = namesIn(column.generated.sql).map((name) => findNamed(draft.columns, name));
    // A form that is not known is doubtful where something that it reads could matter.
    if (
      depends === null &&
      run.altering &&
      !(before && wasKept(before, column)) &&
      [column, ...reads].some((one) => one && OF_SQL_MODE.test(one.type.base))
    )
      doubt(run, `whether MariaDB keeps ${column.name}, a generated column, depends on its expression`);
  }
}

/** Is the value of a generated column stored, or indexed? */
function isKept({ indexes }: Pick<Table, 'indexes'>, { name, generated }: Column): boolean {
  const indexed = () =>
    indexes.some(({ parts }) => parts.some((part) => 'column' in part && sameName(part.column, name)));
  return generated !== null && (generated.stored || indexed());
}

function wasKept(before: Table, { name, generated }: Column): boolean {
  const old = findNamed(before.columns, name);
  return old?.generated?.sql === generated?.sql && old !== undefined && isKept(before, old);
}

const OF_SQL_MODE = /^(?:char|time|datetime|timestamp)$/;

/**
 * MySQL lets no column go (`after`: null) or change its name that something else's expression needs: 3108, 3766, 3855.
 * MariaDB renames inside the expressions, and complains of a missing column when it makes the table.
 */
export function checkDependency(
  run: Run,
  draft: Draft,
  { name }: Column,
  after: string | null,
  actions: readonly AlterAction[],
): void {
  if (after !== null && sameName(after, name)) return;
  const uses = (sql: string) => namesIn(sql).some((other) => sameName(other, name));
  // What is computed of a generated column needs what that is computed of.
  const needs = (sql: string): boolean =>
    uses(sql) ||
    namesIn(sql).some((other) => {
      const generated = findNamed(draft.columns, other)?.generated;
      return generated !== undefined && generated !== null && needs(generated.sql);
    });
  for (const column of draft.columns) {
    const isGenerated = column.generated !== null && needs(column.generated.sql);
    const isDefault = column.default?.kind === 'expression' && uses(column.default.sql);
    if ((!isGenerated && !isDefault) || goesToo(column, actions)) continue;
    if (isGenerated) refuse(run, 'generatedDependency', [name]);
    refuse(run, 'defaultDependency', [name, draft.name]);
  }
  for (const index of draft.indexes) {
    const isNeeded = index.parts.some((part) => 'expression' in part && needs(part.expression));
    const goes = actions.some((action) => action.kind === 'dropIndex' && sameName(action.name, index.name));
    // A key that is renamed is found by its new name, and has lost its column then.
    const isRenamed = actions.some(
      (action) => action.kind === 'renameIndex' && sameName(action.from, index.name),
    );
    if (isNeeded && isRenamed) refuse(run, 'functionalColumn', [name]);
    if (isNeeded && !goes) refuse(run, 'functionalDependency', [name]);
  }
  if (draft.partitioning && partitionColumns(draft.partitioning).some((other) => sameName(other, name)))
    refuse(run, 'partitionDependency', [name]);
}

/** The statement drops the column that needs it, or writes it anew. */
const goesToo = ({ name }: Column, actions: readonly AlterAction[]): boolean =>
  actions.some(
    (action) =>
      (action.kind === 'dropColumn' && sameName(action.column, name)) ||
      (action.kind === 'changeColumn' && sameName(action.from, name)),
  );
