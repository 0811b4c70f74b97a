import type { ColumnEffects } from './alterColumns';
import type { KeyEffects } from './alterKeys';
import { renamedKey, renamedParentKey } from './changedColumns';
import type { Draft } from './draft';
import { supports } from './flavour';
import { isUniqueOver } from './foreignKeys';
import { servesColumns } from './keys';
import { isSameTable } from './lookup';
import type { ForeignKey, Index, Schema, Table } from './model';
import { findNamed, includesName, sameName } from './names';
import { referencesTo } from './references';
import { doubt, type Run, refuse } from './run';

/** A dropped column that a foreign key of the table needs: 1828, which MySQL says before it looks at keys. */
export function checkOwnDrops(run: Run, staying: readonly ForeignKey[], effects: ColumnEffects): void {
  for (const { name } of effects.dropped) {
    const own = staying.find((key) => includesName(key.columns, name));
    if (own) refuse(run, 'dropChildColumn', [name, own.name]);
  }
}

/** A dropped column that a foreign key needs, on either side: 1828, 1829. */
export function checkDroppedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  for (const column of effects.dropped) {
    const own = staying.find((key) => includesName(key.columns, column.name));
    if (own) refuse(run, 'dropChildColumn', [column.name, own.name]);
    for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
      if (isSameTable(run.server, child.name, table.name) && !staying.includes(foreignKey)) continue;
      if (!includesName(foreignKey.referencedColumns, column.name)) continue;
      if (child.taint) doubt(run, child.taint.reason);
      else refuse(run, 'dropParentColumn', [column.name, foreignKey.name, child.name]);
    }
  }
}

/** The foreign keys that stay, with the columns' new names. */
export function renameInForeignKeys(
  run: Run,
  table: Table,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): ForeignKey[] {
  if (effects.changed.every(({ before, after }) => before.name === after.name)) return [...staying];
  return staying.map((foreignKey) => {
    const own = renamedKey(foreignKey, effects);
    return isSameTable(run.server, foreignKey.referencedTable, table.name)
      ? renamedParentKey(own, effects)
      : own;
  });
}

/** An index that goes must not be the last that serves a foreign key: 1553. `staying`: the keys that stay. */
export function checkKeysOfChild(
  run: Run,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  keys: KeyEffects,
  effects: ColumnEffects,
): void {
  if (!losesKeys(table, draft, keys, effects)) return;
  for (const foreignKey of staying) {
    const before = table.foreignKeys.find((key) => key.name === foreignKey.name);
    if (before) checkNeeded(run, table, draft, effects, before, null);
  }
}

/** Likewise on the parent's side. */
export function checkKeysOfParent(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  keys: KeyEffects,
  effects: ColumnEffects,
): void {
  if (!losesKeys(table, draft, keys, effects)) return;
  for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
    const isOwn = isSameTable(run.server, child.name, table.name);
    if (isOwn && !findNamed(draft.foreignKeys, foreignKey.name)) continue;
    checkNeeded(run, table, draft, effects, foreignKey, isOwn);
  }
}

/** A generated key goes also when another serves. */
const losesKeys = (table: Table, draft: Draft, keys: KeyEffects, effects: ColumnEffects): boolean =>
  keys.dropped.length > 0 ||
  effects.dropped.length > 0 ||
  table.indexes.some(({ implicit, name }) => implicit && !findNamed(draft.indexes, name));

/** `isOwn`: on the parent's side, whether the child is the table itself; null on the child's side. */
function checkNeeded(
  run: Run,
  table: Table,
  draft: Draft,
  effects: ColumnEffects,
  foreignKey: ForeignKey,
  isOwn: boolean | null,
): void {
  const asParent = isOwn !== null;
  const columns = asParent ? foreignKey.referencedColumns : foreignKey.columns;
  const before = table.indexes.filter((index) => servesColumns(index, columns));
  const uniqueBefore = before.find((index) => isUniqueOver(index, columns.length));
  // What was unique for the parent's side stays so.
  const unique = asParent && supports.uniqueParentKeyOnly(run.server) && uniqueBefore !== undefined;
  const gone = unique ? uniqueBefore : before[0];
  if (!gone) return;
  const after = columns.map((name) => effects.nameAfter(name) ?? name);
  const serving = draft.indexes.filter(
    (index) => servesColumns(index, after) && (!unique || isUniqueOver(index, columns.length)),
  );
  // One key does not serve both sides.
  const both = unique && isOwn === true && pointsAtItself(foreignKey);
  if (serving.length > (both ? 1 : 0)) return;
  const dropped = both && serving.length === 1 ? keyThatGoes(table, draft, columns) : gone;
  refuse(run, 'dropIndexNeeded', [(dropped ?? gone).name]);
}

const pointsAtItself = ({ columns, referencedColumns }: ForeignKey): boolean =>
  columns.every((name, i) => sameName(name, referencedColumns[i]!));

const keyThatGoes = (table: Table, draft: Draft, columns: readonly string[]): Index | undefined =>
  table.indexes.find((index) => servesColumns(index, columns) && !findNamed(draft.indexes, index.name));
