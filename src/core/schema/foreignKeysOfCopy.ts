import type { ColumnEffects } from './alterColumns';
import { isEqualType, keptColumns } from './copiedByMariaDb';
import type { Draft } from './draft';
import { asKept, comparable, setsNull } from './foreignKeys';
import { servesColumns } from './keys';
import { findPermanent, isSameTable } from './lookup';
import type { Column, ForeignKey, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { type Reference, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';
import { isInnodb } from './tableOptions';

/*
 * What MariaDB asks of foreign keys where an ALTER copies the table: first of the columns that they are over
 * (fk_prepare_copy_alter_table), then, when the copy gets the table's name, of their keys (dict_load_foreigns).
 */

/** An ALTER of a table that has foreign keys, or that they refer to. */
export interface AlteredTable {
  readonly table: Table;
  readonly draft: Draft;
  readonly effects: ColumnEffects;
  /** The table's own that are not dropped. */
  readonly staying: readonly ForeignKey[];
}

/** 1846, 1833, 1829 of those that refer to the table, then 1846, 1832, 1830, 1828 of its own. */
export function checkForeignKeysOfCopy(run: Run, schema: Schema, altered: AlteredTable): void {
  const { table, staying } = altered;
  const { server } = run;
  for (const { child, foreignKey } of referencesTo(schema, server, table.name)) {
    const isOwn = isSameTable(server, child.name, table.name);
    if (isOwn && (foreignKey.hidden || !staying.includes(foreignKey))) continue;
    const bringsNull = (after: Column, i: number) =>
      after.nullable &&
      foreignKey.onUpdate === 'cascade' &&
      findNamed(child.columns, foreignKey.columns[i]!)?.nullable === false;
    const fault = firstFault(run, altered, foreignKey.referencedColumns, bringsNull);
    if (!fault) continue;
    if (child.taint) {
      doubt(run, child.taint.reason);
      continue;
    }
    if (fault.kind === 'renamed') refuse(run, 'renameInForeignKey');
    if (fault.kind === 'dropped') refuse(run, 'dropParentColumn', [fault.name, foreignKey.name, child.name]);
    refuse(run, 'changeParentColumn', [fault.name, foreignKey.name, `${server.database}.${child.name}`]);
  }
  for (const foreignKey of sortedByName(staying.filter(({ hidden }) => !hidden))) {
    const takesNull = (after: Column, i: number) =>
      !after.nullable &&
      (setsNull(foreignKey) ||
        (foreignKey.onUpdate === 'cascade' &&
          parentOf(run, schema, altered, foreignKey, i)?.nullable === true));
    const fault = firstFault(run, altered, foreignKey.columns, takesNull);
    if (!fault) continue;
    if (fault.kind === 'renamed') refuse(run, 'renameInForeignKey');
    if (fault.kind === 'dropped') refuse(run, 'dropChildColumn', [fault.name, foreignKey.name]);
    if (fault.kind === 'nulls') refuse(run, 'setNullNotNull', [fault.name, foreignKey.name]);
    refuse(run, 'changeChildColumn', [fault.name, foreignKey.name]);
  }
}

export const sortedByName = (keys: readonly ForeignKey[]): readonly ForeignKey[] =>
  [...keys].sort((a, b) => (a.name < b.name ? -1 : 1));

function parentOf(
  run: Run,
  schema: Schema,
  { table }: AlteredTable,
  { referencedTable, referencedColumns }: ForeignKey,
  i: number,
): Column | undefined {
  const isOwn = isSameTable(run.server, referencedTable, table.name);
  const parent = isOwn ? table : findPermanent(schema, run.server, referencedTable);
  return parent && findNamed(parent.columns, referencedColumns[i]!);
}

interface Fault {
  readonly kind: 'renamed' | 'dropped' | 'changed' | 'nulls';
  /** The column's name. */
  readonly name: string;
}

function firstFault(
  run: Run,
  { table, draft, effects }: AlteredTable,
  names: readonly string[],
  nullsMatter: (after: Column, i: number) => boolean,
): Fault | null {
  const kept = keptColumns(table, draft, effects);
  for (const [i, name] of names.entries()) {
    const found = kept.find(({ before }) => sameName(before.name, name));
    if (!found) return { kind: 'dropped', name };
    const { before, after } = found;
    if (!sameName(before.name, after.name)) return { kind: 'renamed', name };
    if (!isEqualType(found)) return { kind: 'changed', name };
    if (run.server.strict && before.nullable !== after.nullable && nullsMatter(after, i))
      return { kind: 'nulls', name };
  }
  return null;
}

/**
 * Whether InnoDB takes the foreign keys of a table that gets its name, and those that refer to that name: it looks for
 * the parent's key first, and the child's must be over columns like that one's. It knows none of a copy.
 */
export function fitCopy(run: Run, schema: Schema, copy: Table): boolean {
  return (
    copy.foreignKeys.every((key) => isOwnLoaded(run, schema, copy, key)) &&
    referencesTo(schema, run.server, copy.name).every((one) => isTaken(run, one, copy))
  );
}

/** Of a table that is renamed InnoDB knows its own and those that refer to it, but those that it has hidden. */
export function fitRenamed(run: Run, schema: Schema, table: Table, moved: Table): boolean {
  const { server } = run;
  return (
    moved.foreignKeys.every((key) => !key.hidden || isOwnLoaded(run, schema, moved, key)) &&
    referencesTo(schema, server, table.name).every(
      (one) => !one.foreignKey.hidden || one.child === table || isTaken(run, one, moved),
    ) &&
    referencesTo(schema, server, moved.name).every((one) => isTaken(run, one, moved))
  );
}

const isTaken = (run: Run, { child, foreignKey }: Reference, parent: Table): boolean =>
  child.taint !== null ||
  isSameTable(run.server, child.name, parent.name) ||
  (foreignKey.hidden ? isLoaded : isFound)(run, child, parent, foreignKey);

/** The table's own foreign keys as they are shown after it got its name: InnoDB stops at the first that it can't take. */
export function loadedForeignKeys(run: Run, schema: Schema, table: Draft | Table): ForeignKey[] {
  const failed = sortedByName(table.foreignKeys).find((key) => !isOwnLoaded(run, schema, table, key));
  return table.foreignKeys.map((key) => {
    const hidden = failed !== undefined && key.name >= failed.name;
    return hidden === (key.hidden ?? false) ? key : { ...key, hidden };
  });
}

/** Altered in place, the table gets back those that fit again, and hides one whose key in the table itself went. */
export const foundForeignKeys = (run: Run, schema: Schema, table: Draft | Table): ForeignKey[] =>
  table.foreignKeys.map((key) => {
    const isOwn = isSameTable(run.server, key.referencedTable, table.name);
    if (key.hidden) return isOwnLoaded(run, schema, table, key) ? { ...key, hidden: false } : key;
    const isGone = isOwn && !run.server.foreignKeyChecks && !serves(run, table, key.referencedColumns);
    return isGone ? { ...key, hidden: true } : key;
  });

function isOwnLoaded(run: Run, schema: Schema, table: Draft | Table, key: ForeignKey): boolean {
  if (key.taint || key.referencedSchema !== null) return true;
  const isOwn = isSameTable(run.server, key.referencedTable, table.name);
  const parent = isOwn ? table : findPermanent(schema, run.server, key.referencedTable);
  if (parent?.taint && !isOwn) return true;
  return isLoaded(run, table, parent && isInnodbTable(parent) ? parent : null, key);
}

/** A partitioned table is many to InnoDB, none of that name. */
export const isInnodbTable = ({ engine, partitioning }: Draft | Table): boolean =>
  isInnodb(engine) && partitioning === null;

/** Has the table a key over the columns, as InnoDB keeps its keys? */
export const serves = (run: Run, table: Draft | Table, columns: readonly string[]): boolean =>
  table.indexes.some((index) => servesColumns(asKept(run, table, index), columns));

/** A foreign key that is known already: where the child's own key went in place, the columns are not compared. */
const isFound = (run: Run, child: Table, parent: Draft | Table, key: ForeignKey): boolean =>
  serves(run, parent, key.referencedColumns) &&
  (!serves(run, child, key.columns) || areAlike(child, parent, key));

export const setsNullOnNotNull = ({ columns }: Draft | Table, key: ForeignKey): boolean =>
  setsNull(key) && key.columns.some((name) => findNamed(columns, name)?.nullable === false);

function isLoaded(run: Run, child: Draft | Table, parent: Draft | Table | null, key: ForeignKey): boolean {
  if (parent && !serves(run, parent, key.referencedColumns)) return false;
  return (
    serves(run, child, key.columns) &&
    !setsNullOnNotNull(child, key) &&
    (parent === null || areAlike(child, parent, key))
  );
}

/** Can the columns of a foreign key be compared, as far as they are there? */
export const areAlike = (child: Draft | Table, parent: Draft | Table, key: ForeignKey): boolean =>
  key.columns.every((name, i) => {
    const [column, other] = [
      findNamed(child.columns, name),
      findNamed(parent.columns, key.referencedColumns[i]!),
    ];
    return !column || !other || comparable(column, other);
  });
