import { isEqualType, keptColumns } from './copiedByMariaDb';
import { namesIn } from './expressions';
import { supports } from './flavour';
import { asKept, generatedForeignKeyNumber, makeForeignKey, setsNull } from './foreignKeys';
import {
  type AlteredTable,
  areAlike,
  isInnodbTable,
  serves,
  setsNullOnNotNull,
  sortedByName,
} from './foreignKeysOfCopy';
import { type KeyChanges, keyChanges } from './keyChanges';
import { clusteredIndex, servesColumns } from './keys';
import { findPermanent, isSameTable } from './lookup';
import type { Column, ForeignKey, Index, Schema, Table } from './model';
import { findNamed, includesName, sameName } from './names';
import { foreignKeyNamed, type Reference, referencesTo } from './references';
import { doubt, type Run, refuse } from './run';
import type { ForeignKeySpec } from './statement';
import { hasCharset, isBlobLike } from './types';

/*
 * What InnoDB asks of foreign keys where MariaDB alters a table in place, in its own order and words
 * (ha_innobase::prepare_inplace_alter_table): the keys that go, the foreign keys that come (only without
 * foreign_key_checks are they added in place), the types that change, the columns that go or come to be NULL or NOT NULL.
 */

/** 1553; 1821, 1822, 1826, 1825, 138; 1832, 1833; 1828, 1829, 1830; 1825, 1823. Adds the foreign keys to the draft. */
export function alterInPlace(
  run: Run,
  schema: Schema,
  altered: AlteredTable,
  specs: readonly ForeignKeySpec[],
): void {
  const { table, draft, effects } = altered;
  const keys = keyChanges(table, draft, effects);
  const references = referencesTo(schema, run.server, table.name);
  if (run.server.foreignKeyChecks) checkDroppedKeys(run, altered, keys, references);
  let number = generatedForeignKeyNumber(table.name, table.foreignKeys);
  const added: Added[] = specs.map((spec) => {
    const name = nameInPlace(spec) ?? `${table.name}_ibfk_${number++}`;
    const foreignKey = makeForeignKey(run, draft, spec, name);
    return { spec, foreignKey, ...checkAdded(run, schema, altered, keys, spec, foreignKey) };
  });
  checkTypes(run, altered, references);
  checkColumns(run, schema, altered, references);
  for (const one of added) store(run, schema, altered, one);
}

interface Added {
  readonly spec: ForeignKeySpec;
  readonly foreignKey: ForeignKey;
  /** The child's key was there. */
  readonly isThere: boolean;
  readonly parent: Table | undefined;
}

/** The name that InnoDB takes for the constraint: that of the index first. */
const nameInPlace = (spec: ForeignKeySpec): string | null => spec.indexName ?? spec.name;

const fullName = (run: Run, { name }: ForeignKey) => `${run.server.database}/${name}`;

/** No key goes that a foreign key needs, if no other serves it: 1553. The clustered one is asked last. */
function checkDroppedKeys(
  run: Run,
  { table, draft, effects, staying }: AlteredTable,
  keys: KeyChanges,
  references: readonly Reference[],
): void {
  const isClustered = (index: Index) => index === clusteredIndex(table);
  const used = (columns: readonly string[]) => {
    const serving = table.indexes.filter((index) => servesColumns(asKept(run, table, index), columns));
    return serving.find(isClustered) ?? serving[0];
  };
  // The names of the columns are the new ones already, those in the foreign keys are not.
  const isServed = (columns: readonly string[]) =>
    draft.indexes.some((index) =>
      keys.added.includes(index)
        ? servesAsNew(run, draft.columns, index, columns)
        : servesColumns(asKept(run, draft, index), columns),
    );
  // The clustered key that goes is still found.
  const keepsItself = (index: Index, columns: readonly string[]) =>
    isClustered(index) && columns.every((name) => sameName(effects.nameAfter(name) ?? name, name));
  const dropped = [...keys.dropped].sort((a, b) => Number(isClustered(a)) - Number(isClustered(b)));
  for (const index of dropped) {
    const isLost = (columns: readonly string[]) =>
      used(columns) === index && !isServed(columns) && !keepsItself(index, columns);
    // One that this statement drops counts as well.
    const asParent = references.find(({ foreignKey }) => isLost(foreignKey.referencedColumns));
    if (asParent?.child.taint) doubt(run, asParent.child.taint.reason);
    else if (asParent || staying.some(({ columns }) => isLost(columns)))
      refuse(run, 'dropIndexNeeded', [index.name]);
  }
}

const isStored = (columns: Table['columns'], name: string): boolean =>
  findNamed(columns, name)?.generated?.stored !== false;

/** innobase_get_foreign_key_info */
function checkAdded(
  run: Run,
  schema: Schema,
  { table, draft }: AlteredTable,
  keys: KeyChanges,
  spec: ForeignKeySpec,
  foreignKey: ForeignKey,
): Pick<Added, 'isThere' | 'parent'> {
  const said = nameInPlace(spec) ?? '';
  const { columns, referencedColumns } = foreignKey;
  const isThere = draft.indexes.some(
    (index) => !keys.added.includes(index) && servesColumns(asKept(run, draft, index), columns),
  );
  if (!isThere && !keys.added.some((index) => servesAsNew(run, draft.columns, index, columns)))
    refuse(run, 'childKeyMissing', [said, table.name]);
  const parent = parentOf(run, schema, table, keys, foreignKey);
  if (parent?.taint) doubt(run, parent.taint.reason);
  else if (parent) {
    if (!serves(run, parent, referencedColumns) || (isThere && !areAlike(draft, parent, foreignKey)))
      refuse(run, 'parentKeyMissingInPlace', [said, spec.referenced.name]);
  }
  if (said !== '' && table.foreignKeys.some(({ name }) => name === foreignKey.name))
    refuse(run, 'duplicateForeignKeyInPlace', [fullName(run, foreignKey)]);
  // A name is made only later.
  const id = said === '' ? '(null)' : fullName(run, foreignKey);
  if (isThere && setsNullOnNotNull(draft, foreignKey)) refuse(run, 'wrongOptionsInPlace', [table.name, id]);
  const base = draft.columns.flatMap(({ generated }) => (generated?.stored ? namesIn(generated.sql) : []));
  const changes = foreignKey.onDelete !== 'restrict' || foreignKey.onUpdate !== 'restrict';
  if (changes && columns.some((name) => includesName(base, name))) refuse(run, 'foreignKeyOnBaseInPlace');
  return { isThere, parent };
}

/** The parent as InnoDB knows it: of the table itself the columns and keys that were there and stay. */
function parentOf(
  run: Run,
  schema: Schema,
  table: Table,
  { dropped }: KeyChanges,
  { referencedTable }: ForeignKey,
): Table | undefined {
  if (isSameTable(run.server, referencedTable, table.name))
    return { ...table, indexes: table.indexes.filter((index) => !dropped.includes(index)) };
  const parent = findPermanent(schema, run.server, referencedTable);
  return parent && isInnodbTable(parent) ? parent : undefined;
}

/** Of an index that the statement makes, the prefix of a long text counts as the whole. */
const servesAsNew = (run: Run, columns: Table['columns'], index: Index, names: readonly string[]): boolean =>
  index.kind !== 'spatial' &&
  names.every((name, i) => {
    const part = index.parts[i];
    if (!part || !('column' in part) || !sameName(part.column, name) || !isStored(columns, name))
      return false;
    return (
      index.kind === 'fulltext' ||
      part.length === null ||
      isBlobLike(findNamed(columns, name)!.type, run.server)
    );
  });

/** What InnoDB converts without a copy it does not convert in a foreign key: 1832, 1833. */
function checkTypes(
  run: Run,
  { table, draft, effects, staying }: AlteredTable,
  references: readonly Reference[],
): void {
  for (const one of keptColumns(table, draft, effects)) {
    const { name, generated, type } = one.before;
    if (
      isEqualType(one) ||
      generated ||
      !(hasCharset(type) || isBlobLike(type, run.server) || isBytes(type.base))
    )
      continue;
    const own = sortedByName(staying).find(
      ({ columns }) => includesName(columns, name) && isServed(table, columns),
    );
    if (own) refuse(run, 'changeChildColumn', [name, fullName(run, own)]);
    const found = references.find(
      ({ foreignKey: { referencedColumns } }) =>
        includesName(referencedColumns, name) && isServed(table, referencedColumns),
    );
    if (found) refuseParent(run, found, name, '/');
  }
}

const isServed = ({ indexes }: Table, columns: readonly string[]): boolean =>
  indexes.some((index) => servesColumns(index, columns));

const isBytes = (base: string) => base === 'binary' || base === 'varbinary';

function refuseParent(run: Run, { child, foreignKey }: Reference, name: string, between: '/' | '.'): void {
  if (child.taint) {
    doubt(run, child.taint.reason);
    return;
  }
  const id = between === '/' ? fullName(run, foreignKey) : foreignKey.name;
  refuse(run, 'changeParentColumn', [name, id, `${run.server.database}${between}${child.name}`]);
}

/** innobase_check_foreigns: 1828, 1829, and 1830, 1833 for NULL. */
function checkColumns(
  run: Run,
  schema: Schema,
  { table, draft, effects, staying }: AlteredTable,
  references: readonly Reference[],
): void {
  const kept = keptColumns(table, draft, effects);
  for (const column of table.columns) {
    const { name } = column;
    const after = kept.find(({ before }) => before === column)?.after;
    if (!after) {
      const own = staying.find(({ columns }) => includesName(columns, name));
      if (own) refuse(run, 'dropChildColumn', [name, fullName(run, own)]);
      const found = references.find(
        ({ child, foreignKey }) =>
          includesName(foreignKey.referencedColumns, name) &&
          (!isSameTable(run.server, child.name, table.name) || staying.includes(foreignKey)),
      );
      if (found?.child.taint) doubt(run, found.child.taint.reason);
      else if (found)
        refuse(run, 'dropParentColumn', [name, fullName(run, found.foreignKey), found.child.name]);
    } else if (column.nullable && !after.nullable) {
      const own = staying.find(
        (key) =>
          includesName(key.columns, name) && (setsNull(key) || takesNulls(run, schema, table, key, name)),
      );
      if (own) refuse(run, 'setNullNotNull', [name, own.name]);
    } else if (!column.nullable && after.nullable) {
      const found = references.find((one) => bringsNulls(run, one, name));
      if (found) refuseParent(run, found, name, '.');
    }
  }
}

/** Does the server mind that the foreign key takes over a parent's NULL? It passes over one that also deletes. */
const passesNulls = ({ server }: Run, { onUpdate, onDelete }: ForeignKey): boolean =>
  onUpdate === 'cascade' && onDelete === 'restrict' && server.strict && supports.refusesNullCascade(server);

/** The parent's column may be NULL, which the foreign key takes over. */
function takesNulls(run: Run, schema: Schema, table: Table, key: ForeignKey, name: string): boolean {
  if (!passesNulls(run, key)) return false;
  const isOwn = isSameTable(run.server, key.referencedTable, table.name);
  const parent = isOwn ? table : findPermanent(schema, run.server, key.referencedTable);
  const at = key.columns.findIndex((one) => sameName(one, name));
  return findNamed(parent?.columns ?? [], key.referencedColumns[at] ?? '')?.nullable === true;
}

/** The parent's column comes to be NULL, and a child that takes over its values may not. */
function bringsNulls(run: Run, { child, foreignKey }: Reference, name: string): boolean {
  const at = foreignKey.referencedColumns.findIndex((one) => sameName(one, name));
  const column: Column | undefined = findNamed(child.columns, foreignKey.columns[at] ?? '');
  return at >= 0 && passesNulls(run, foreignKey) && column?.nullable === false;
}

/** innobase_update_foreign_try: 1825, and 1823 where InnoDB's own tables, which know no case, have the name. */
function store(
  run: Run,
  schema: Schema,
  { table, draft }: AlteredTable,
  { foreignKey, isThere, parent }: Added,
): void {
  const full = fullName(run, foreignKey);
  const { columns, name } = foreignKey;
  const isServed =
    isThere ||
    (serves(run, draft, columns) &&
      (!parent || parent.taint !== null || areAlike(draft, parent, foreignKey)) &&
      !setsNullOnNotNull(draft, foreignKey));
  if (!isServed) refuse(run, 'wrongOptionsInPlace', [table.name, full]);
  if (findNamed(table.foreignKeys, name) || findNamed(draft.foreignKeys, name))
    refuse(run, 'storeForeignKey', [full]);
  const owner = foreignKeyNamed(schema, name);
  const taint = owner && (owner.foreignKey.taint ?? owner.child.taint);
  if (taint) doubt(run, taint.reason);
  else if (owner && owner.child.name !== table.name) refuse(run, 'storeForeignKey', [full]);
  draft.foreignKeys.push(foreignKey);
}
