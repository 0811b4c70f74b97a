import type { ColumnEffects } from './alterColumns';
import type { KeyEffects } from './alterKeys';
import { renamedKey, renamedParentKey } from './changedColumns';
import { isCopied } from './copying';
import type { Draft } from './draft';
import { supports } from './flavour';
import { comparable, isUniqueOver } from './foreignKeys';
import { servesColumns, standsForPrimary } from './keys';
import { isSameTable } from './lookup';
import type { Column, ForeignKey, Index, Schema, Table } from './model';
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
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  for (const column of effects.dropped) {
    const own = staying.find((key) => includesName(key.columns, column.name));
    const parentsFirst = run.server.vendor === 'mariadb' && isCopied(run, table, draft, effects);
    if (own && !parentsFirst) refuseChildDrop(run, table, draft, column, own, effects);
    for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
      if (isSameTable(run.server, child.name, table.name) && !staying.includes(foreignKey)) continue;
      if (!includesName(foreignKey.referencedColumns, column.name)) continue;
      if (child.taint) doubt(run, child.taint.reason);
      else refuseParentDrop(run, table, draft, column, child, foreignKey, effects);
    }
    if (own) refuseChildDrop(run, table, draft, column, own, effects);
  }
}

/** MariaDB alters in place where it can, and then InnoDB speaks: of the index first, and by its own names. */
function refuseChildDrop(
  run: Run,
  table: Table,
  draft: Draft,
  column: Column,
  key: ForeignKey,
  effects: ColumnEffects,
): void {
  if (run.server.vendor === 'mysql' || isCopied(run, table, draft, effects))
    refuse(run, 'dropChildColumn', [column.name, key.name]);
  const again = draft.columns.some(({ name }) => sameName(name, column.name));
  const index = table.indexes.find((one) => servesColumns(one, key.columns));
  if (index && !again && run.server.foreignKeyChecks) refuse(run, 'dropIndexNeeded', [index.name]);
  refuse(run, 'dropChildColumn', [column.name, `${run.server.database}/${key.name}`]);
}

function refuseParentDrop(
  run: Run,
  table: Table,
  draft: Draft,
  column: Column,
  child: Table,
  key: ForeignKey,
  effects: ColumnEffects,
): void {
  if (run.server.vendor === 'mariadb' && !run.server.foreignKeyChecks) {
    const full = isCopied(run, table, draft, effects) ? key.name : `${run.server.database}/${key.name}`;
    refuse(run, 'dropParentColumn', [column.name, full, child.name]);
  }
  const index = table.indexes.find((one) => servesColumns(one, key.referencedColumns));
  const inPlace = run.server.vendor === 'mariadb' && !isCopied(run, table, draft, effects);
  if (inPlace && index && index.kind !== 'primary') refuse(run, 'dropIndexNeeded', [index.name]);
  refuse(run, 'dropParentColumn', [column.name, key.name, child.name]);
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
  copies: boolean,
): void {
  if (!losesKeys(run, table, draft, keys, effects)) return;
  for (const foreignKey of staying) {
    const before = table.foreignKeys.find((key) => key.name === foreignKey.name);
    if (before) checkNeeded(run, table, draft, effects, before, null, copies);
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
  copies: boolean,
): void {
  if (!losesKeys(run, table, draft, keys, effects)) return;
  for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
    // In place MariaDB also counts an own one that this statement drops.
    const isIdle = run.server.vendor === 'mysql' || copies;
    const isOwn = isSameTable(run.server, child.name, table.name);
    if (isIdle && isOwn && !findNamed(draft.foreignKeys, foreignKey.name)) continue;
    checkNeeded(run, table, draft, effects, foreignKey, isOwn, copies);
  }
}

const losesKeys = (run: Run, table: Table, draft: Draft, keys: KeyEffects, effects: ColumnEffects): boolean =>
  (keys.dropped.length > 0 ||
    effects.dropped.length > 0 ||
    // MySQL's generated key goes when another serves.
    (run.server.vendor === 'mysql' &&
      table.indexes.some(({ implicit, name }) => implicit && !findNamed(draft.indexes, name)))) &&
  (run.server.foreignKeyChecks || run.server.vendor === 'mysql');

/** `isOwn`: on the parent's side, whether the child is the table itself; null on the child's side. */
function checkNeeded(
  run: Run,
  table: Table,
  draft: Draft,
  effects: ColumnEffects,
  foreignKey: ForeignKey,
  isOwn: boolean | null,
  copies: boolean,
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
  const isClustered = gone === table.indexes.find((index) => standsForPrimary(table, index));
  if (isClustered && run.server.vendor === 'mariadb') {
    if (!draft.indexes.some((index) => standsForPrimary(draft, index))) refuseCopy(run, table);
    return;
  }
  if (!asParent && run.server.vendor === 'mariadb' && copies) refuseCopy(run, table);
  const dropped = both && serving.length === 1 ? keyThatGoes(table, draft, columns) : gone;
  refuse(run, 'dropIndexNeeded', [(dropped ?? gone).name]);
}

/** 1025: MariaDB can't give the copy the table's name. */
function refuseCopy(run: Run, { name }: Table): never {
  return refuse(run, 'renameFailed', [`./${run.server.database}/#sql-alter`, run.renamedTo ?? name]);
}

const pointsAtItself = ({ columns, referencedColumns }: ForeignKey): boolean =>
  columns.every((name, i) => sameName(name, referencedColumns[i]!));

const keyThatGoes = (table: Table, draft: Draft, columns: readonly string[]): Index | undefined =>
  table.indexes.find((index) => servesColumns(index, columns) && !findNamed(draft.indexes, index.name));

/**
 * 1025: MariaDB gives a copy the table's name while the foreign keys by which the old table referred to itself are there,
 * also those from a column to itself that this statement drops. What they refer to must be in the copy.
 */
export function checkOwnParents(run: Run, table: Table, draft: Draft): void {
  const { server } = run;
  if (server.vendor === 'mysql' || !server.foreignKeyChecks) return;
  for (const key of [...table.foreignKeys, ...draft.foreignKeys]) {
    if (!isSameTable(server, key.referencedTable, table.name)) continue;
    const stays = draft.foreignKeys.some(({ name }) => sameName(name, key.name));
    if (!stays && !pointsAtItself(key)) continue;
    const isNew = !table.foreignKeys.includes(key);
    const fits = key.referencedColumns.every((name, i) => {
      const [child, parent] = [findNamed(draft.columns, key.columns[i]!), findNamed(draft.columns, name)];
      return parent && (!isNew || !child || comparable(child, parent));
    });
    if (!fits || !draft.indexes.some((index) => servesColumns(index, key.referencedColumns)))
      refuseCopy(run, table);
  }
}
