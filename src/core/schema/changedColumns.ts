import type { ColumnEffects } from './alterColumns';
import { isCopied, keepsData } from './copying';
import type { Draft } from './draft';
import { supports } from './flavour';
import { comparable, compareColumns } from './foreignKeys';
import { findPermanent, isSameTable } from './lookup';
import type { Column, ForeignKey, Schema, Table } from './model';
import { findNamed, includesName, sameName } from './names';
import { type Reference, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';

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
  copies: boolean,
): void {
  if (effects.changed.length) checkTiedColumns(run, schema, table, draft, staying, effects, copies);
  // MariaDB's InnoDB asks after the server has.
  if (run.server.vendor === 'mariadb') checkKeyNulls(run, schema, table, draft, staying, effects);
}

function checkTiedColumns(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
  copies: boolean,
): void {
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
  const copied = mysql ? isCopied(run, table, draft, effects) : copies;
  if (mysql) {
    if (copied) checkCopied(run, staying, references, effects);
    return;
  }
  if (copied) checkRenamed(run, staying, references, effects);
  for (const { before, after } of effects.changed)
    refuseParent(
      run,
      references.filter(
        ({ child, foreignKey }) =>
          !keepsRows(run, before, after, copied) || bringsNull(run, child, foreignKey, before, after),
      ),
      before,
      '',
    );
  for (const { before, after } of effects.changed)
    if (!keepsRows(run, before, after, copied)) refuseChild(run, staying, before, '');
  // MariaDB's InnoDB asks after that, and of the own foreign keys first.
  const texts = effects.changed.filter(({ before, after }) => !copied && !sameText(before, after));
  for (const { before } of texts) refuseChild(run, staying, before, `${run.server.database}/`);
  for (const { before } of texts) refuseParent(run, references, before, `${run.server.database}/`);
}

/** 1833. `place`: how InnoDB says where the foreign key is. */
function refuseParent(run: Run, references: readonly Reference[], { name }: Column, place: string): void {
  const reference = references.find(({ foreignKey }) => includesName(foreignKey.referencedColumns, name));
  if (!reference) return;
  const { child, foreignKey } = reference;
  if (child.taint) {
    doubt(run, child.taint.reason);
    return;
  }
  refuse(run, 'changeParentColumn', [
    name,
    `${place}${foreignKey.name}`,
    `${run.server.database}${place === '' ? '.' : '/'}${child.name}`,
  ]);
}

/** 1832 */
function refuseChild(run: Run, staying: readonly ForeignKey[], { name }: Column, place: string): void {
  const own = staying.find((foreignKey) => includesName(foreignKey.columns, name));
  if (own) refuse(run, 'changeChildColumn', [name, `${place}${own.name}`]);
}

/** Does the server mind that the foreign key takes over a parent's NULL? It passes over one that also deletes. */
const passesNulls = ({ server }: Run, { onUpdate, onDelete }: ForeignKey): boolean =>
  onUpdate === 'cascade' && onDelete === 'restrict' && server.strict && supports.refusesNullCascade(server);

/** The parent's column may come to be NULL, and a child that takes over its values may not. */
function bringsNull(run: Run, child: Table, foreignKey: ForeignKey, before: Column, after: Column): boolean {
  if (before.nullable || !after.nullable || !passesNulls(run, foreignKey)) return false;
  const { columns, referencedColumns } = foreignKey;
  const at = referencedColumns.findIndex((name) => sameName(name, before.name));
  return at >= 0 && findNamed(child.columns, columns[at]!)?.nullable === false;
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
        !sameName(before.name, after.name) || (foreignKeyChecks && !keepsRows(run, before, after, true)),
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
      staying.some((foreignKey) => includesName(foreignKey.columns, before.name)) ||
      references.some(({ foreignKey }) => includesName(foreignKey.referencedColumns, before.name));
    if (tied) refuse(run, 'renameInForeignKey');
  }
}

/** What MySQL copies it checks more closely: AUTO_INCREMENT given or taken, NOT NULL asked. */
function keepsRows(run: Run, before: Column, after: Column, copied: boolean): boolean {
  if (!keepsData(run, before, after)) return false;
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
    (foreignKey) =>
      (foreignKey.onDelete === 'set null' || foreignKey.onUpdate === 'set null') &&
      includesName(foreignKey.columns, before.name),
  );
  if (key) refuse(run, 'setNullNotNull', [after.name, key.name]);
}

/** 1830: MariaDB's primary key makes a column NOT NULL that a foreign key sets to NULL. */
function checkKeyNulls(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  staying: readonly ForeignKey[],
  effects: ColumnEffects,
): void {
  for (const key of staying)
    for (const name of key.columns) {
      const before = findNamed(table.columns, name);
      const after = findNamed(draft.columns, effects.nameAfter(name) ?? '');
      if (!before?.nullable || !after || after.nullable) continue;
      if (key.onDelete === 'set null' || key.onUpdate === 'set null' || takesNulls(run, schema, key, name))
        refuse(run, 'setNullNotNull', [after.name, key.name]);
    }
}

/** The parent's column may be NULL, which the foreign key takes over. */
function takesNulls(run: Run, schema: Schema, key: ForeignKey, name: string): boolean {
  if (!passesNulls(run, key)) return false;
  const parent = findPermanent(schema, run.server, key.referencedTable);
  const at = key.columns.findIndex((one) => sameName(one, name));
  return findNamed(parent?.columns ?? [], key.referencedColumns[at] ?? '')?.nullable === true;
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
