import type { Draft } from './draft';
import { comparable } from './foreignKeys';
import { servesColumns } from './keys';
import { findPermanent, isSameTable } from './lookup';
import type { ForeignKey, Index, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { foreignKeyNamed } from './references';
import { doubt, type Run, refuse } from './run';
import type { ForeignKeySpec } from './statement';
import { isBlobLike } from './types';

/*
 * Without foreign_key_checks MariaDB adds a foreign key in place where it does not copy the table for something else.
 * InnoDB then says what is wrong, in its own order and words (innobase_get_foreign_key_info).
 */

/** The name that InnoDB takes for the constraint: that of the index first. */
export const nameInPlace = (spec: ForeignKeySpec): string | null => spec.indexName ?? spec.name;

/** 1821, 1822, 1826 and 1823, 1825. `before`: the table as it was. */
export function checkInPlace(
  run: Run,
  schema: Schema,
  draft: Draft,
  before: Table,
  spec: ForeignKeySpec,
  foreignKey: ForeignKey,
): void {
  const said = nameInPlace(spec) ?? '';
  const own = draft.indexes.filter((index) => findNamed(before.indexes, index.name));
  const isThere = own.some((index) => serves(draft, index, foreignKey.columns));
  if (!isThere && !draft.indexes.some((index) => servesAsNew(run, draft, index, foreignKey.columns)))
    refuse(run, 'childKeyMissing', [said, draft.name]);
  const parent = isSameTable(run.server, foreignKey.referencedTable, draft.name)
    ? before
    : findPermanent(schema, run.server, foreignKey.referencedTable);
  if (parent?.taint) doubt(run, parent.taint.reason);
  const fits = !parent || fitsParent(draft, parent, foreignKey);
  const isIndexed = parent?.indexes.some((index) => serves(parent, index, foreignKey.referencedColumns));
  if (parent && !parent.taint && (!isIndexed || (isThere && !fits)))
    refuse(run, 'parentKeyMissingInPlace', [said, parent.name]);
  checkName(run, schema, draft, before, foreignKey.name);
  const setsNull = foreignKey.onDelete === 'set null' || foreignKey.onUpdate === 'set null';
  const isNotNull = foreignKey.columns.some((name) => findNamed(draft.columns, name)?.nullable === false);
  const isCut = !isThere && !draft.indexes.some((index) => serves(draft, index, foreignKey.columns));
  if (!(parent?.taint || fits) || (setsNull && isNotNull) || isCut) {
    // Where the child's index was there, it is found before a name is made.
    const full = isThere && said === '' ? '(null)' : `${run.server.database}/${foreignKey.name}`;
    refuse(run, 'wrongOptionsInPlace', [draft.name, full]);
  }
}

/** No virtual column is part of it, and no prefix. */
const serves = ({ columns }: Draft | Table, index: Index, names: readonly string[]): boolean =>
  servesColumns(index, names) && names.every((name) => isStored(columns, name));

const isStored = (columns: Table['columns'], name: string): boolean =>
  findNamed(columns, name)?.generated?.stored !== false;

/** Of an index that the statement makes, the prefix of a long text counts as the whole. */
const servesAsNew = (run: Run, { columns }: Draft, index: Index, names: readonly string[]): boolean =>
  /^(?:primary|unique|index)$/.test(index.kind) &&
  names.every((name, i) => {
    const part = index.parts[i];
    if (!part || !('column' in part) || !sameName(part.column, name) || !isStored(columns, name))
      return false;
    return part.length === null || isBlobLike(findNamed(columns, name)!.type, run.server);
  });

const fitsParent = (draft: Draft, parent: Table, foreignKey: ForeignKey): boolean =>
  foreignKey.columns.every((name, i) => {
    const column = findNamed(draft.columns, name);
    const other = findNamed(parent.columns, foreignKey.referencedColumns[i]!);
    return !column || !other || comparable(column, other);
  });

/** InnoDB looks for the name among those of the table, and then in its own tables, which know no case. */
function checkName(run: Run, schema: Schema, draft: Draft, before: Table, name: string): void {
  const full = `${run.server.database}/${name}`;
  if (before.foreignKeys.some((key) => key.name === name)) refuse(run, 'duplicateForeignKeyInPlace', [full]);
  if (findNamed(before.foreignKeys, name) || findNamed(draft.foreignKeys, name))
    refuse(run, 'storeForeignKey', [full]);
  const owner = foreignKeyNamed(schema, name);
  if (!owner || owner.child.name === draft.name) return;
  const taint = owner.foreignKey.taint ?? owner.child.taint;
  if (taint) doubt(run, taint.reason);
  else refuse(run, 'storeForeignKey', [full]);
}
