import type { ColumnEffects } from './alterColumns';
import { isCopied, keepsData } from './copying';
import type { Draft } from './draft';
import { supports } from './flavour';
import { comparable, compareColumns, setsNull } from './foreignKeys';
import { sortedByName } from './foreignKeysOfCopy';
import { findPermanent, isSameTable } from './lookup';
import type { Column, ForeignKey, Schema, Table } from './model';
import { findNamed, includesName, sameName } from './names';
import { type Reference, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';
import { isInnodb } from './tableOptions';

/**
 * What MySQL asks where a changed column is tied to others by a foreign key: that it goes on fitting them (3780), and
 * where the rows would be rewritten 1832 and 1833 (fk_check_copy_alter_table). MariaDB's questions are in foreignKeysOfCopy.ts
 * and foreignKeysInPlace.ts.
 */
export function checkChangedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  for (const before of table.columns) {
    const after = findNamed(draft.columns, effects.nameAfter(before.name) ?? '');
    if (after) checkSetNull(run, staying, before, after);
  }
  if (effects.changed.length === 0) return;
  const references = referencesTo(schema, run.server, table.name).filter(
    ({ child, foreignKey }) =>
      !isSameTable(run.server, child.name, table.name) || staying.includes(foreignKey),
  );
  if (supports.ownForeignKeyErrors(run.server)) {
    const changed = effects.changed.filter(({ before, after }) => !comparable(before, after));
    if (changed.length)
      checkStillComparable(run, schema, table, draft, staying, references, changed, effects);
  }
  if (isCopied(table, draft, effects)) checkCopied(run, staying, references, effects);
}

/** What MySQL copies it asks of one foreign key after the other (fk_check_copy_alter_table): 1846, 1833, 1832. */
function checkCopied(
  run: Run,
  staying: readonly ForeignKey[],
  references: readonly Reference[],
  { changed }: ColumnEffects,
): void {
  const { database, foreignKeyChecks } = run.server;
  const firstOf = (columns: readonly string[]) => {
    const its = changed.filter(({ before }) => includesName(columns, before.name));
    return its.find(
      ({ before, after }) =>
        !sameName(before.name, after.name) || (foreignKeyChecks && !keepsRows(before, after)),
    );
  };
  const isRenamed = ({ before, after }: Change) => !sameName(before.name, after.name);
  for (const { child, foreignKey } of references) {
    const found = firstOf(foreignKey.referencedColumns);
    if (found && child.taint) doubt(run, child.taint.reason);
    else if (found && isRenamed(found)) refuse(run, 'renameInForeignKey');
    else if (found)
      refuse(run, 'changeParentColumn', [found.before.name, foreignKey.name, `${database}.${child.name}`]);
  }
  for (const foreignKey of staying) {
    const found = firstOf(foreignKey.columns);
    if (found && isRenamed(found)) refuse(run, 'renameInForeignKey');
    if (found) refuse(run, 'changeChildColumn', [found.before.name, foreignKey.name]);
  }
}

/** What MySQL copies it checks more closely: AUTO_INCREMENT given or taken, NOT NULL asked. */
const keepsRows = (before: Column, after: Column): boolean =>
  keepsData(before, after) &&
  before.autoIncrement === after.autoIncrement &&
  !(before.nullable && !after.nullable);

/** 1795: in place InnoDB makes one full-text key at a time. */
export function checkFulltextInPlace(run: Run, table: Table, draft: Draft, effects: ColumnEffects): void {
  const added = draft.indexes.filter(
    ({ kind, name }) => kind === 'fulltext' && !findNamed(table.indexes, name),
  );
  if (added.length > 1 && isInnodb(draft.engine) && !isCopied(table, draft, effects))
    refuse(run, 'oneFulltext');
}

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
  for (const foreignKey of sortedByName(staying)) {
    const self = isSameTable(run.server, foreignKey.referencedTable, table.name);
    const touched = changed.some(
      ({ before }) =>
        includesName(foreignKey.columns, before.name) ||
        (self && includesName(foreignKey.referencedColumns, before.name)),
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
    if (!changed.some(({ before }) => includesName(foreignKey.referencedColumns, before.name))) continue;
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

function checkSetNull(run: Run, staying: readonly ForeignKey[], before: Column, after: Column): void {
  if (!before.nullable || after.nullable) return;
  const key = staying.find(
    (foreignKey) => setsNull(foreignKey) && includesName(foreignKey.columns, before.name),
  );
  if (key) refuse(run, 'setNullNotNull', [after.name, key.name]);
}

export function renamedKey(foreignKey: ForeignKey, effects: ColumnEffects): ForeignKey {
  return { ...foreignKey, columns: foreignKey.columns.map((name) => effects.nameAfter(name) ?? name) };
}

export function renamedParentKey(foreignKey: ForeignKey, effects: ColumnEffects): ForeignKey {
  return {
    ...foreignKey,
    referencedColumns: foreignKey.referencedColumns.map((name) => effects.nameAfter(name) ?? name),
  };
}
