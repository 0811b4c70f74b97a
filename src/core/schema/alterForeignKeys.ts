import type { ColumnEffects } from './alterColumns';
import type { KeyEffects } from './alterKeys';
import type { Draft } from './draft';
import { checkAgainstParent, comparable } from './foreignKeys';
import { servesColumns } from './keys';
import { findPermanent } from './lookup';
import type { Column, ForeignKey, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { referencesTo } from './references';
import { doubt, type Run, refuse } from './run';

/** A dropped column that a foreign key needs, on either side: 1828, 1829 (MariaDB names the index first: 1553). */
export function checkDroppedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  if (!run.server.foreignKeyChecks && run.server.vendor === 'mariadb') return;
  for (const column of effects.dropped) {
    const own = staying.find((key) => key.columns.some((name) => sameName(name, column.name)));
    if (own) refuse(run, 'dropChildColumn', [column.name, own.name]);
    for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
      if (sameName(child.name, table.name) && !staying.includes(foreignKey)) continue;
      if (!foreignKey.referencedColumns.some((name) => sameName(name, column.name))) continue;
      if (child.taint) doubt(run, child.taint.reason);
      else refuse(run, 'dropParentColumn', [column.name, foreignKey.name, child.name]);
    }
  }
}

/** A changed column must go on fitting the columns that it is tied to: 3780, or 1832 and 1833. */
export function checkChangedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  const changed = effects.changed.filter(({ before, after }) => !sameStorage(run, before, after));
  for (const { before, after } of effects.changed) checkSetNull(run, staying, before, after);
  if (changed.length === 0) return;
  for (const foreignKey of staying) {
    const change = changed.find(({ before }) =>
      foreignKey.columns.some((name) => sameName(name, before.name)),
    );
    if (!change) continue;
    if (run.server.vendor === 'mariadb' || isOld(run)) {
      if (run.server.foreignKeyChecks)
        refuse(run, 'changeChildColumn', [change.before.name, foreignKey.name]);
      continue;
    }
    const parent = sameName(foreignKey.referencedTable, table.name)
      ? draft
      : findPermanent(schema, run.server, foreignKey.referencedTable);
    if (!parent || foreignKey.referencedSchema !== null) continue;
    checkAgainstParent(run, table.name, draft.columns, renamedKey(foreignKey, effects), parent);
  }
  for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
    if (sameName(child.name, table.name)) continue;
    const change = changed.find(({ before }) =>
      foreignKey.referencedColumns.some((name) => sameName(name, before.name)),
    );
    if (!change) continue;
    if (child.taint) doubt(run, child.taint.reason);
    else if (run.server.vendor === 'mariadb' || isOld(run)) {
      if (run.server.foreignKeyChecks)
        refuse(run, 'changeParentColumn', [
          change.before.name,
          foreignKey.name,
          run.server.vendor === 'mariadb' ? `${run.server.database}.${child.name}` : child.name,
        ]);
    } else checkAgainstParent(run, table.name, child.columns, renamedParentKey(foreignKey, effects), draft);
  }
}

const isOld = (run: Run) => run.server.version[0] < 8;

/** Whether the rows need not be rewritten for the foreign key's sake. */
function sameStorage(run: Run, before: Column, after: Column): boolean {
  if (!comparable(before, after)) return false;
  if (run.server.vendor === 'mysql' && !isOld(run)) return true;
  const { type } = before;
  return type.base === after.type.base && (type.length ?? 0) <= (after.type.length ?? 0);
}

function checkSetNull(run: Run, staying: readonly ForeignKey[], before: Column, after: Column): void {
  if (!before.nullable || after.nullable) return;
  const key = staying.find(
    (foreignKey) =>
      (foreignKey.onDelete === 'set null' || foreignKey.onUpdate === 'set null') &&
      foreignKey.columns.some((name) => sameName(name, before.name)),
  );
  if (!key) return;
  if (run.server.vendor === 'mysql') refuse(run, 'setNullOnNotNull', [after.name, key.name]);
  refuse(run, 'changeToNotNull', [before.name, key.name]);
}

function renamedKey(foreignKey: ForeignKey, effects: ColumnEffects): ForeignKey {
  return { ...foreignKey, columns: foreignKey.columns.map((name) => effects.nameAfter(name) ?? name) };
}

function renamedParentKey(foreignKey: ForeignKey, effects: ColumnEffects): ForeignKey {
  return {
    ...foreignKey,
    referencedColumns: foreignKey.referencedColumns.map((name) => effects.nameAfter(name) ?? name),
  };
}

/** The foreign keys that stay, with the columns' new names. */
export function renameInForeignKeys(
  table: Table,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): ForeignKey[] {
  if (effects.changed.every(({ before, after }) => before.name === after.name)) return [...staying];
  return staying.map((foreignKey) => {
    const own = renamedKey(foreignKey, effects);
    return sameName(foreignKey.referencedTable, table.name) ? renamedParentKey(own, effects) : own;
  });
}

/** An index that goes must not be the last that serves a foreign key, on either side: 1553. */
export function checkNeededIndexes(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  keys: KeyEffects,
  effects: ColumnEffects,
): void {
  if (keys.dropped.length === 0 && effects.dropped.length === 0) return;
  if (!run.server.foreignKeyChecks && run.server.vendor === 'mariadb') return;
  const needed = (columns: readonly string[]) => {
    const served = (list: readonly string[]) => draft.indexes.some((index) => servesColumns(index, list));
    if (served(columns.map((name) => effects.nameAfter(name) ?? name))) return;
    const gone = table.indexes.find((index) => servesColumns(index, columns));
    if (gone) refuse(run, 'dropIndexNeeded', [gone.name]);
  };
  for (const foreignKey of draft.foreignKeys) {
    const before = table.foreignKeys.find((key) => key.name === foreignKey.name);
    if (before) needed(before.columns);
  }
  for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
    if (sameName(child.name, table.name) && !findNamed(draft.foreignKeys, foreignKey.name)) continue;
    needed(foreignKey.referencedColumns);
  }
}
