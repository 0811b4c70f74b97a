import type { ColumnEffects } from './alterColumns';
import type { KeyEffects } from './alterKeys';
import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import { supports } from './flavour';
import { comparable, compareColumns, isUniqueOver } from './foreignKeys';
import { servesColumns, standsForPrimary } from './keys';
import { findPermanent, isSameTable } from './lookup';
import type { Column, ForeignKey, Index, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { type Reference, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';
import type { AlterAction } from './statement';

/** A dropped column that a foreign key of the table needs: 1828, which MySQL says before it looks at keys. */
export function checkOwnDrops(run: Run, staying: readonly ForeignKey[], effects: ColumnEffects): void {
  for (const { name } of effects.dropped) {
    const own = staying.find((key) => uses(key.columns, name));
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
    const own = staying.find((key) => uses(key.columns, column.name));
    const parentsFirst = run.server.vendor === 'mariadb' && isCopied(table, draft, effects);
    if (own && !parentsFirst) refuseChildDrop(run, table, draft, column, own, effects);
    for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
      if (isSameTable(run.server, child.name, table.name) && !staying.includes(foreignKey)) continue;
      if (!uses(foreignKey.referencedColumns, column.name)) continue;
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
  if (run.server.vendor === 'mysql' || isCopied(table, draft, effects))
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
    const full = isCopied(table, draft, effects) ? key.name : `${run.server.database}/${key.name}`;
    refuse(run, 'dropParentColumn', [column.name, full, child.name]);
  }
  const index = table.indexes.find((one) => servesColumns(one, key.referencedColumns));
  const inPlace = run.server.vendor === 'mariadb' && !isCopied(table, draft, effects);
  if (inPlace && index && index.kind !== 'primary') refuse(run, 'dropIndexNeeded', [index.name]);
  refuse(run, 'dropParentColumn', [column.name, key.name, child.name]);
}

/** The rows are copied: some column is stored in another way, or the primary key goes without another. */
function isCopied(table: Table, draft: Draft, effects: ColumnEffects): boolean {
  const isClustered = (of: Table | Draft) => of.indexes.some((index) => standsForPrimary(of, index));
  const hasPrimary = (indexes: Table['indexes']) => indexes.some((index) => index.kind === 'primary');
  if (hasPrimary(table.indexes) && !hasPrimary(draft.indexes)) return true;
  if (isClustered(table) && !isClustered(draft)) return true;
  if (table.engine !== draft.engine || effects.converted || effects.copies) return true;
  return effects.changed.some(({ before, after }) => !keepsData(before, after));
}

/** MariaDB copies the table, so that its new foreign keys are not added in place. */
export function copiesForMore(
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): boolean {
  const isVirtual = ({ generated }: Column) => generated !== null && !generated.stored;
  const hasVirtual = table.columns.some(isVirtual);
  const adds = (action: AlterAction) =>
    action.kind === 'addCheck' ||
    (action.kind === 'addColumn' &&
      (action.column.generated !== null || (hasVirtual && action.position.kind !== 'last')));
  const key = draft.indexes.find(({ kind }) => kind === 'primary');
  const isNewlyNull = (part: Index['parts'][number]) =>
    'column' in part && findNamed(table.columns, part.column)?.nullable === true;
  return (
    isCopied(table, draft, effects) ||
    actions.some(adds) ||
    effects.dropped.some(isVirtual) ||
    [...table.indexes, ...draft.indexes].some(({ hash }) => hash) ||
    (key?.parts.some(isNewlyNull) ?? false)
  );
}

/**
 * A changed column must go on fitting the columns that it is tied to: 3780 where they no longer compare; 1832 and 1833
 * where the rows would be rewritten (fk_check_copy_alter_table), which MySQL 8 asks after that.
 */
export function checkChangedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  if (effects.changed.length === 0) return;
  const mysql = run.server.vendor === 'mysql';
  if (mysql) for (const { before, after } of effects.changed) checkSetNull(run, staying, before, after);
  const references = referencesTo(schema, run.server, table.name).filter(
    ({ child, foreignKey }) =>
      !isSameTable(run.server, child.name, table.name) || staying.includes(foreignKey),
  );
  if (supports.ownForeignKeyErrors(run.server)) {
    const changed = effects.changed.filter(({ before, after }) => !comparable(before, after));
    if (changed.length)
      checkStillComparable(run, schema, table, draft, staying, references, changed, effects);
  }
  if (mysql && !run.server.foreignKeyChecks) return;
  const copied = isCopied(table, draft, effects);
  if (!mysql && copied) checkRenamed(run, staying, references, effects);
  for (const inPlace of mysql ? [false] : [false, true]) {
    const matters = ({ before, after }: Change) =>
      inPlace ? !copied && !sameText(before, after) : !keepsRows(run, before, after, copied);
    const [child, name] = inPlace ? [`${run.server.database}/`, '/'] : ['', '.'];
    for (const { before } of effects.changed.filter(matters)) {
      const reference = references.find(({ foreignKey }) => uses(foreignKey.referencedColumns, before.name));
      if (!reference) continue;
      if (reference.child.taint) doubt(run, reference.child.taint.reason);
      else
        refuse(run, 'changeParentColumn', [
          before.name,
          `${child}${reference.foreignKey.name}`,
          `${run.server.database}${name}${reference.child.name}`,
        ]);
    }
    for (const { before } of effects.changed.filter(matters)) {
      const own = staying.find((foreignKey) => uses(foreignKey.columns, before.name));
      if (own) refuse(run, 'changeChildColumn', [before.name, `${child}${own.name}`]);
    }
  }
  // MariaDB's InnoDB asks after the server has.
  if (!mysql) for (const { before, after } of effects.changed) checkSetNull(run, staying, before, after);
}

/** MariaDB can't rename a column that a foreign key has while it copies the table. */
function checkRenamed(
  run: Run,
  staying: readonly ForeignKey[],
  references: readonly Reference[],
  effects: ColumnEffects,
): void {
  for (const { before, after } of effects.changed) {
    if (sameName(before.name, after.name)) continue;
    const tied =
      staying.some((foreignKey) => uses(foreignKey.columns, before.name)) ||
      references.some(({ foreignKey }) => uses(foreignKey.referencedColumns, before.name));
    if (tied) refuse(run, 'renameInForeignKey');
  }
}

/** What MySQL copies it checks more closely: AUTO_INCREMENT given or taken, NOT NULL asked. */
function keepsRows(run: Run, before: Column, after: Column, copied: boolean): boolean {
  if (!keepsData(before, after)) return false;
  if (run.server.vendor !== 'mysql') return !copied || before.collation === after.collation;
  if (before.autoIncrement !== after.autoIncrement) return false;
  return !(copied && before.nullable && !after.nullable);
}

/** MariaDB changes these in place, but not where a foreign key is. */
const sameText = (before: Column, after: Column) =>
  before.type.length === after.type.length && before.collation === after.collation;

type Change = ColumnEffects['changed'][number];

function checkStillComparable(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  references: readonly Reference[],
  changed: readonly Change[],
  effects: ColumnEffects,
): void {
  for (const foreignKey of staying) {
    const self = isSameTable(run.server, foreignKey.referencedTable, table.name);
    const touched = changed.some(
      ({ before }) =>
        uses(foreignKey.columns, before.name) || (self && uses(foreignKey.referencedColumns, before.name)),
    );
    if (!touched || foreignKey.referencedSchema !== null) continue;
    const parent = self ? draft : findPermanent(schema, run.server, foreignKey.referencedTable);
    const renamed = renamedKey(foreignKey, effects);
    if (parent)
      compareColumns(
        run,
        table.name,
        draft.columns,
        self ? renamedParentKey(renamed, effects) : renamed,
        parent.columns,
        run.server.foreignKeyChecks,
      );
  }
  for (const { child, foreignKey } of references) {
    if (isSameTable(run.server, child.name, table.name)) continue;
    if (!changed.some(({ before }) => uses(foreignKey.referencedColumns, before.name))) continue;
    if (child.taint) doubt(run, child.taint.reason);
    else
      compareColumns(
        run,
        table.name,
        child.columns,
        renamedParentKey(foreignKey, effects),
        draft.columns,
        run.server.foreignKeyChecks,
      );
  }
}

const uses = (columns: readonly string[], name: string) => columns.some((other) => sameName(other, name));

/** Whether the rows stay as they are: Field::is_equal is not IS_EQUAL_NO. */
function keepsData(before: Column, after: Column): boolean {
  const [a, b] = [before.type, after.type];
  if (a.base !== b.base || a.unsigned !== b.unsigned || before.charset !== after.charset) return false;
  if (a.members || b.members) return (a.members ?? []).every((member, i) => member === b.members?.[i]);
  if (a.base === 'varchar' || a.base === 'varbinary') {
    const unit = bytesPerCharacter(before.charset);
    const long = (length: number | null) => (length ?? 0) * unit > 255;
    return (a.length ?? 0) <= (b.length ?? 0) && long(a.length) === long(b.length);
  }
  return a.length === b.length && a.scale === b.scale;
}

function checkSetNull(run: Run, staying: readonly ForeignKey[], before: Column, after: Column): void {
  if (!before.nullable || after.nullable) return;
  const key = staying.find(
    (foreignKey) =>
      (foreignKey.onDelete === 'set null' || foreignKey.onUpdate === 'set null') &&
      uses(foreignKey.columns, before.name),
  );
  if (key) refuse(run, 'setNullNotNull', [after.name, key.name]);
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
  if (!losesKeys(run, keys, effects)) return;
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
  if (!losesKeys(run, keys, effects)) return;
  for (const { child, foreignKey } of referencesTo(schema, run.server, table.name)) {
    if (isSameTable(run.server, child.name, table.name) && !findNamed(draft.foreignKeys, foreignKey.name))
      continue;
    checkNeeded(run, table, draft, effects, foreignKey, isSameTable(run.server, child.name, table.name));
  }
}

const losesKeys = (run: Run, keys: KeyEffects, effects: ColumnEffects): boolean =>
  (keys.dropped.length > 0 || effects.dropped.length > 0) &&
  (run.server.foreignKeyChecks || run.server.vendor === 'mysql');

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
  const gone = table.indexes.find((index) => servesColumns(index, columns));
  if (!gone) return;
  // What was unique for the parent's side stays so.
  const unique = asParent && supports.uniqueParentKeyOnly(run.server) && isUniqueOver(gone, columns.length);
  const after = columns.map((name) => effects.nameAfter(name) ?? name);
  const serving = draft.indexes.filter(
    (index) => servesColumns(index, after) && (!unique || isUniqueOver(index, columns.length)),
  );
  // One key does not serve both sides.
  const both = unique && isOwn === true && pointsAtItself(foreignKey);
  if (serving.length > (both ? 1 : 0)) return;
  const isClustered = gone === table.indexes.find((index) => standsForPrimary(table, index));
  if (isClustered && run.server.vendor === 'mariadb') {
    if (!draft.indexes.some((index) => standsForPrimary(draft, index)))
      refuse(run, 'renameFailed', [`./${run.server.database}/#sql-alter`, run.renamedTo ?? table.name]);
    return;
  }
  const dropped = both && serving.length === 1 ? keyThatGoes(table, draft, columns) : gone;
  refuse(run, 'dropIndexNeeded', [(dropped ?? gone).name]);
}

const pointsAtItself = ({ columns, referencedColumns }: ForeignKey): boolean =>
  columns.every((name, i) => sameName(name, referencedColumns[i]!));

const keyThatGoes = (table: Table, draft: Draft, columns: readonly string[]): Index | undefined =>
  table.indexes.find((index) => servesColumns(index, columns) && !findNamed(draft.indexes, index.name));
