import { checkNotChecked } from './checkedForeignKeys';
import type { Draft } from './draft';
import { supports } from './flavour';
import { checkGeneratedColumns } from './foreignKeySpec';
import { clusteredIndex, rankOf, servesColumns } from './keys';
import { findPermanent, isForeign, isSameTable } from './lookup';
import type { Column, ForeignKey, Index, ReferenceRule, Schema, Table } from './model';
import { findNamed, nameLength, sameName } from './names';
import { foreignKeyNamed } from './references';
import { doubt, type Run, refuse } from './run';
import type { ForeignKeySpec, IndexSpec } from './statement';
import { isInnodb } from './tableOptions';
import { familyOf } from './types';

/** The key that the server makes for a foreign key; keys.ts drops it where another serves. */
export function supportingKey(spec: ForeignKeySpec): IndexSpec {
  return {
    name: spec.name ?? spec.indexName,
    kind: 'index',
    parts: spec.columns.map((column) => ({ column, length: null, descending: false })),
    visible: true,
    comment: '',
    using: null,
    parser: null,
    // MySQL gives the key of an inline reference an order of its own.
    explicitOrder: spec.inline ?? false,
  };
}

/** The name as written; MariaDB also takes that of the index for it. */
export function writtenName(run: Run, spec: ForeignKeySpec): string | null {
  return spec.name ?? (run.server.vendor === 'mariadb' ? spec.indexName : null);
}

/** `t_ibfk_3`: one more than the highest number so far. */
export function generatedForeignKeyNumber(
  table: string,
  foreignKeys: readonly { readonly name: string }[],
): number {
  let most = 0;
  const prefix = `${table}_ibfk_`.toLowerCase();
  for (const { name } of foreignKeys) {
    if (!name.toLowerCase().startsWith(prefix)) continue;
    const number = name.slice(prefix.length);
    if (/^[1-9]\d*$/.test(number)) most = Math.max(most, Number(number));
  }
  return most + 1;
}

/** Does it write NULL into the child? */
export const setsNull = ({ onDelete, onUpdate }: Pick<ForeignKey, 'onDelete' | 'onUpdate'>): boolean =>
  onDelete === 'set null' || onUpdate === 'set null';

/** The foreign key that the server makes of what is written; `name` where it is not written. */
export function makeForeignKey(run: Run, draft: Draft, spec: ForeignKeySpec, name: string): ForeignKey {
  const { server } = run;
  return {
    name,
    columns: spec.columns.map((column) => findNamed(draft.columns, column)?.name ?? column),
    referencedSchema: isForeign(server, spec.referenced) ? spec.referenced.schema : null,
    referencedTable: spec.referenced.name,
    referencedColumns: spec.referencedColumns,
    onDelete: keptRule(run, spec.onDelete),
    onUpdate: keptRule(run, spec.onUpdate),
    taint: null,
    origin: run.origin,
  };
}

/** MariaDB reads SET DEFAULT and forgets it. */
const keptRule = (run: Run, rule: ReferenceRule): ReferenceRule =>
  rule === 'set default' && run.server.vendor === 'mariadb' ? 'restrict' : rule;

/**
 * The constraint's name is free: in the whole schema, or in its table where that is what the server asks. `before`: the
 * foreign keys that the table has had; one that this statement drops still holds its name.
 */
export function checkForeignKeyName(
  run: Run,
  schema: Schema,
  draft: Draft,
  name: string,
  before: readonly ForeignKey[],
): void {
  if (findNamed(before, name)) refuse(run, 'duplicateForeignKey', [name, draft.name], draft.name);
  const twin = draft.foreignKeys.find((other) => sameName(other.name, name));
  if (twin && run.server.vendor === 'mariadb') refuse(run, 'cannotAddForeignKey', [], draft.name);
  if (twin) refuse(run, 'duplicateForeignKey', [name, draft.name], draft.name);
  if (!supports.schemaWideForeignKeyNames(run.server)) return;
  const owner = foreignKeyNamed(schema, name);
  if (!owner || owner.child.name === draft.name) return;
  if (owner.child.taint || owner.foreignKey.taint) {
    doubt(run, (owner.foreignKey.taint ?? owner.child.taint)!.reason);
    return;
  }
  refuse(run, 'duplicateForeignKey', [name, draft.name], draft.name);
}

/** The columns are there: 1072. */
export function checkColumnsExist(run: Run, draft: Draft, spec: ForeignKeySpec): void {
  for (const name of spec.columns)
    if (!findNamed(draft.columns, name)) refuse(run, 'keyColumnMissing', [name]);
}

/** What the child's side must be: 3104, 1830, 3733. */
export function checkChildColumns(run: Run, draft: Draft, foreignKey: ForeignKey): void {
  if (run.server.vendor === 'mysql') {
    const bad = foreignKey.referencedColumns.find(isWrongName);
    if (bad !== undefined) refuse(run, 'wrongColumnName', [bad]);
    checkGeneratedColumns(run, draft, foreignKey.columns, foreignKey);
  }
  for (const name of foreignKey.columns) {
    const column = findNamed(draft.columns, name);
    if (!column) refuse(run, 'keyColumnMissing', [name]);
    if (setsNull(foreignKey) && !column.nullable)
      refuse(run, 'setNullOnNotNull', [name, foreignKey.name], draft.name);
    checkNotChecked(run, draft, foreignKey, column.name);
    if (!column.generated) continue;
    if (!column.generated.stored && run.server.vendor === 'mysql')
      refuse(run, 'foreignKeyVirtual', [foreignKey.name, name], draft.name);
  }
  // MariaDB cuts the key it makes for a long column to a prefix, MySQL makes a spatial one for a geometry: neither serves.
  if (draft.indexes.some((index) => servesColumns(index, foreignKey.columns))) return;
  if (run.server.vendor === 'mariadb') refuse(run, 'cannotAddForeignKey', [], draft.name);
  if (supports.ownForeignKeyErrors(run.server)) refuse(run, 'childKeyMissing', [foreignKey.name, draft.name]);
}

const isWrongName = (name: string) => name === '' || name.endsWith(' ') || nameLength(name) > 64;

/**
 * `self`: the table as the server sees it where it refers to itself.
 * The parent's side: 1824, 3734, 3780, 1822 / 6125. A parent that is missing is allowed with foreign_key_checks = 0.
 * `draft` is the child, and the parent of itself.
 */
export function checkParent(
  run: Run,
  schema: Schema,
  draft: Draft,
  foreignKey: ForeignKey,
  self: Draft,
): void {
  const { server } = run;
  if (foreignKey.referencedSchema !== null) {
    doubt(run, `${foreignKey.referencedSchema}.${foreignKey.referencedTable} is in another database`);
    return;
  }
  const parent = isSameTable(server, foreignKey.referencedTable, draft.name)
    ? self
    : findPermanent(schema, server, foreignKey.referencedTable);
  if (!parent) {
    if (!server.foreignKeyChecks) return;
    if (schema.taint) doubt(run, schema.taint.reason);
    else refuse(run, 'parentMissing', [foreignKey.referencedTable], draft.name);
    return;
  }
  if (parent.taint) {
    doubt(run, parent.taint.reason);
    return;
  }
  checkAgainstParent(run, draft.name, draft.columns, foreignKey, parent);
}

/** The foreign key's columns fit those of the parent that is there. `table` is the one being made or altered. */
export function checkAgainstParent(
  run: Run,
  table: string,
  childColumns: readonly Column[],
  foreignKey: ForeignKey,
  parent: Draft | Table,
): void {
  const { server } = run;
  if (!isInnodb(parent.engine)) {
    if (server.vendor === 'mariadb' && !server.foreignKeyChecks) return;
    refuse(run, 'parentMissing', [parent.name], table);
  }
  if (parent.partitioning) {
    if (server.vendor === 'mysql') refuse(run, 'partitionForeignKey');
    if (server.foreignKeyChecks) refuse(run, 'cannotAddForeignKey', [], table);
    return;
  }
  foreignKey.referencedColumns.forEach((name, i) => {
    const column = findNamed(parent.columns, name);
    if (!column) refuse(run, 'parentColumnMissing', [name, foreignKey.name, parent.name], table);
    if (run.server.vendor !== 'mysql') return;
    if (isVirtual(column)) refuse(run, 'foreignKeyVirtual', [foreignKey.name, name], table);
    // MySQL takes one pair of columns after the other.
    const pair = { ...foreignKey, columns: [foreignKey.columns[i]!], referencedColumns: [name] };
    compareColumns(run, table, childColumns, pair, parent.columns);
  });
  if (run.server.vendor === 'mariadb') compareColumns(run, table, childColumns, foreignKey, parent.columns);
  checkParentKey(run, table, childColumns, foreignKey, parent);
}

const isVirtual = ({ generated }: Column) => generated !== null && !generated.stored;

/** The child's columns are comparable with the parent's: 3780. Columns that are not there are passed over. */
export function compareColumns(
  run: Run,
  table: string,
  childColumns: readonly Column[],
  foreignKey: ForeignKey,
  parentColumns: readonly Column[],
  // What is read from a server or its dump, never strictly, was let in once.
  charsets = run.server.foreignKeyChecks || run.server.strict || run.server.vendor === 'mariadb',
): void {
  foreignKey.referencedColumns.forEach((name, i) => {
    const parentColumn = findNamed(parentColumns, name);
    const column = findNamed(childColumns, foreignKey.columns[i]!);
    if (!column || !parentColumn) return;
    if (column.taint || parentColumn.taint) doubt(run, (column.taint ?? parentColumn.taint)!.reason);
    else if (bringsNull(run, foreignKey, column, parentColumn)) refuse(run, 'cannotAddForeignKey', [], table);
    else if (!comparable(column, parentColumn, charsets)) {
      refuse(run, 'columnsIncompatible', [foreignKey.columns[i]!, name, foreignKey.name], table);
    }
  });
}

const bringsNull = (run: Run, foreignKey: ForeignKey, column: Column, parentColumn: Column) =>
  foreignKey.onUpdate === 'cascade' &&
  foreignKey.onDelete !== 'cascade' &&
  parentColumn.nullable &&
  !column.nullable &&
  run.server.strict &&
  supports.refusesNullCascade(run.server);

/** Whether InnoDB can compare the two columns (innobase_check_fk_column_compat, cmp_cols_are_equal). */
export function comparable(a: Column, b: Column, charsets = true): boolean {
  const [left, right] = [storedAs(a), storedAs(b)];
  return left === right || (!charsets && left.startsWith('text ') && right.startsWith('text '));
}

/** A set is a number of so many bytes. */
const SET_BYTES = ['', 'tinyint', 'smallint', 'mediumint', 'int'].map((base) => `${base} unsigned`);

function storedAs(column: Column): string {
  const { type } = column;
  switch (familyOf(type)) {
    case 'integer':
      return `${type.base}${type.unsigned ? ' unsigned' : ''}`;
    case 'char':
    case 'text':
      return `text ${column.collation}`;
    case 'float':
      return type.base;
    case 'date':
      return 'mediumint';
    case 'year':
      return 'tinyint unsigned';
    case 'enum':
      return (type.members?.length ?? 0) > 255 ? 'smallint unsigned' : 'tinyint unsigned';
    case 'set':
      return SET_BYTES[Math.ceil((type.members?.length ?? 0) / 8)] ?? 'bigint unsigned';
    case 'spatial':
      return 'geometry';
    default:
      return 'binary';
  }
}

function checkParentKey(
  run: Run,
  table: string,
  childColumns: readonly Column[],
  foreignKey: ForeignKey,
  parent: Draft | Table,
): void {
  const { server } = run;
  const wanted = foreignKey.referencedColumns;
  const serving = parent.indexes.filter((index) => servesColumns(asKept(run, parent, index), wanted));
  if (supports.uniqueParentKeyOnly(server)) {
    const itself =
      parent.columns === childColumns && foreignKey.columns.every((name, i) => sameName(name, wanted[i]!));
    // A key can't serve both sides at once: the first that can serves the child's.
    const child = itself ? firstOf(serving, parent) : null;
    if (!serving.some((index) => index !== child && isUniqueOver(index, wanted.length)))
      refuse(run, 'parentKeyNotUnique', [foreignKey.name, parent.name]);
    return;
  }
  if (serving.length > 0) return;
  refuse(run, 'parentKeyMissing', [foreignKey.name, parent.name], table);
}

/** InnoDB ends every key with the columns of the clustered one, and MariaDB lets a foreign key refer to them. */
export function asKept(run: Run, table: Draft | Table, index: Index): Index {
  const clustered = clusteredIndex(table);
  if (run.server.vendor === 'mysql' || !clustered || clustered === index) return index;
  return { ...index, parts: [...index.parts, ...clustered.parts] };
}

/** The first index as MySQL sorts them. */
const firstOf = (indexes: readonly Index[], { columns }: Draft | Table): Index | undefined =>
  [...indexes].sort((a, b) => rankOf(columns, a) - rankOf(columns, b))[0];

/** A unique key of exactly so many columns. */
export const isUniqueOver = (index: Index, columns: number) =>
  (index.kind === 'primary' || index.kind === 'unique') && index.parts.length === columns;
