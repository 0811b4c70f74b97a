import type { ColumnEffects } from './alterColumns';
import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import { namesIn, renameIn } from './expressions';
import { type KeyChanges, keyChanges } from './keyChanges';
import { clusteredIndex } from './keys';
import type { Column, Index, Table } from './model';
import { findNamed, includesName, sameName } from './names';
import type { AlterAction } from './statement';
import { familyOf } from './types';

/*
 * Whether MariaDB copies a table for an ALTER, or InnoDB does it in place: fill_alter_inplace_info and
 * ha_innobase::check_if_supported_inplace_alter. It matters for what is asked of foreign keys, in which order and words.
 */

/** A column that stays, before and after. */
export interface Kept {
  readonly before: Column;
  readonly after: Column;
}

/** The columns that stay, those too that the statement leaves alone. */
export function keptColumns(table: Table, draft: Draft, effects: ColumnEffects): readonly Kept[] {
  return table.columns.flatMap((before) => {
    const after = findNamed(draft.columns, effects.nameAfter(before.name) ?? '');
    return after ? [{ before, after }] : [];
  });
}

/** An ALTER, as far as it is known when the server chooses how to do it. */
interface Alter {
  readonly table: Table;
  readonly draft: Draft;
  readonly effects: ColumnEffects;
  readonly actions: readonly AlterAction[];
  readonly kept: readonly Kept[];
  readonly added: readonly Column[];
  readonly keys: KeyChanges;
}

export function isCopiedByMariaDb(
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): boolean {
  const kept = keptColumns(table, draft, effects);
  const old = new Set(kept.map(({ after }) => after.name.toLowerCase()));
  const added = draft.columns.filter(({ name }) => !old.has(name.toLowerCase()));
  const keys = keyChanges(table, draft, effects);
  const alter: Alter = { table, draft, effects, actions, kept, added, keys };
  return (
    effects.copies ||
    table.engine !== draft.engine ||
    (clusteredIndex(table) !== undefined && clusteredIndex(draft) === undefined) ||
    actions.some(({ kind }) => kind === 'addCheck') ||
    kept.some((one) => !isEqualType(one) && !isConverted(table, one)) ||
    kept.some(startsToCount) ||
    // A TIMESTAMP that comes to be NOT NULL could take the present moment.
    kept.some(({ before, after }) => becomesNotNull(before, after) && after.type.base === 'timestamp') ||
    added.some((column) => column.generated?.stored === true || differsByRow(column)) ||
    [...table.indexes, ...draft.indexes].some(isHash) ||
    changesComputed(alter) ||
    movesVirtual(alter) ||
    hasTooManyTexts(alter)
  );
}

const isVirtual = ({ generated }: Column): boolean => generated !== null && !generated.stored;
const isHash = ({ kind, hash, using }: Index): boolean => hash || (kind === 'unique' && using === 'hash');
const startsToCount = ({ before, after }: Kept) => after.autoIncrement && !before.autoIncrement;
const becomesNotNull = (before: Column, after: Column) => before.nullable && !after.nullable;

/** A default that the server computes for each row. */
const differsByRow = ({ default: value }: Column): boolean =>
  value?.kind === 'expression' && (namesIn(value.sql).length > 0 || /\b(?:rand|uuid\w*)\(/i.test(value.sql));

/** MariaDB's json is a longtext. */
const baseOf = ({ type }: Column) => (type.base === 'json' ? 'longtext' : type.base);
/** The model gives json no character set. */
const charsetOf = ({ type, charset }: Column) => (type.base === 'json' ? 'utf8mb4' : charset);

/** The column is stored as it was: Field::is_equal. */
export function isEqualType({ before, after }: Kept): boolean {
  const [a, b] = [before.type, after.type];
  if (familyOf(a) === 'spatial' && familyOf(b) === 'spatial')
    return a.base === b.base || b.base === 'geometry';
  if (baseOf(before) !== baseOf(after) || a.unsigned !== b.unsigned) return false;
  if (/^(?:integer|float|year)$/.test(familyOf(a))) return true;
  if (charsetOf(before) !== charsetOf(after) || before.collation !== after.collation) return false;
  if (a.members || b.members)
    return (
      sizeOf(before) === sizeOf(after) && (a.members ?? []).every((member, i) => member === b.members?.[i])
    );
  return a.length === b.length && a.scale === b.scale;
}

/** The bytes of an ENUM or SET. */
function sizeOf({ type }: Column): number {
  const count = type.members?.length ?? 0;
  if (type.base === 'enum') return count > 255 ? 2 : 1;
  const bytes = Math.ceil(count / 8);
  return bytes > 4 ? 8 : bytes;
}

/** InnoDB takes the new type for the rows that are there: ha_innobase::can_convert_nocopy. */
function isConverted(table: Table, { before, after }: Kept): boolean {
  if (baseOf(before) !== baseOf(after)) return false;
  const family = familyOf(before.type);
  const isVaried = before.type.base === 'varchar' || before.type.base === 'varbinary';
  if (isVaried && !isEnlarged(table, before, after)) return false;
  if (family === 'char' || family === 'binary') {
    if (!isVaried && before.type.length !== after.type.length) return false;
  } else if (family !== 'text' && family !== 'blob' && before.type.base !== 'json') return false;
  const [from, to] = [charsetOf(before), charsetOf(after)];
  if (from === to && before.collation === after.collation) return true;
  if (from !== to && !(from === 'utf8mb3' && to === 'utf8mb4')) return false;
  const isBlob = family !== 'char' && family !== 'binary';
  if (ending(before.collation) !== ending(after.collation))
    return !partsOver(
      table.indexes.filter((index) => isBlob || index === clusteredIndex(table)),
      before,
    ).length;
  return !partsOver(table.indexes, before).some(({ length }) => length !== null);
}

const partsOver = (indexes: readonly Index[], { name }: Column) =>
  indexes.flatMap(({ parts }) =>
    parts.flatMap((part) => ('column' in part && sameName(part.column, name) ? [part] : [])),
  );

/** `general_ci` of `utf8mb4_general_ci`. */
const ending = (collation: string | null) => collation?.replace(/^[^_]*_?/, '');

/** InnoDB has kept the length of what is shorter than 128 bytes as that of a longer text all the time. */
function isEnlarged(table: Table, before: Column, after: Column): boolean {
  const bytes = ({ type, charset }: Column) => (type.length ?? 0) * bytesPerCharacter(charset);
  const [from, to] = [bytes(before), bytes(after)];
  if (to < from || (after.type.length ?? 0) < (before.type.length ?? 0)) return false;
  return from <= 127 || to <= 255 || from > 255 || /^redundant$/i.test(table.options.ROW_FORMAT ?? '');
}

/** A stored value would change, or an indexed one might. */
function changesComputed({ table, kept, effects }: Alter): boolean {
  const rename = (name: string) => effects.nameAfter(name) ?? name;
  const isKept = ({ name, generated }: Column) =>
    generated !== null &&
    (generated.stored ||
      table.partitioning !== null ||
      partsOver(table.indexes, { name } as Column).length > 0);
  for (const one of kept) {
    const [before, after] = [one.before.generated, one.after.generated];
    if (!before !== !after && !(isVirtual(one.before) || isVirtual(one.after))) return true;
    if (!before || !after || !isKept(one.before)) continue;
    const isSame = renameIn(before.sql, rename).toLowerCase() === after.sql.toLowerCase();
    if (!isSame || !isEqualType(one)) return true;
  }
  return (
    kept.some(({ before, after }) => before.generated && after.generated && isKept(before)) &&
    kept.some(({ before, after }) => becomesNotNull(before, after))
  );
}

/** What may be done beside when virtual columns come, go or move. */
const BESIDE_VIRTUAL = /^(?:addColumn|dropColumn|addIndex|dropIndex|algorithm|lock)$/;

/** Virtual columns come, go or move, and that is not all that is done. */
function movesVirtual(alter: Alter): boolean {
  const { table, draft, effects, actions, kept, added, keys } = alter;
  const virtualAdded = added.filter(isVirtual);
  const place = (columns: readonly Column[], { name }: Column) =>
    columns.findIndex((column) => sameName(column.name, name));
  const isMoved = ({ before, after }: Kept) => place(table.columns, before) !== place(draft.columns, after);
  const moved = kept.filter((one) => isVirtual(one.before) && isMoved(one));
  if (!virtualAdded.length && !moved.length && !effects.dropped.some(isVirtual)) return false;
  if (table.partitioning || actions.some(({ kind }) => !BESIDE_VIRTUAL.test(kind))) return true;
  if (added.some((column) => !isVirtual(column))) return true;
  if ([...keys.dropped, ...keys.added].some(({ kind }) => kind === 'unique' || kind === 'primary'))
    return true;
  if (draft.indexes.some(({ kind }) => kind === 'fulltext')) return true;
  if (effects.dropped.some((column) => !isVirtual(column)) && !isInstant(alter)) return true;
  const isNew = (column: Column) => added.includes(column);
  const virtual = draft.columns.filter(isVirtual);
  const firstNew = virtual.findIndex(isNew);
  if (firstNew >= 0 && virtual.slice(firstNew).some((column) => !isNew(column))) return true;
  // What is dropped leaves the others in their order.
  const old = kept.filter(({ before }) => isVirtual(before));
  return moved.length > 0 && old.some(({ before }, i) => !sameName(virtual[i]?.name ?? '', before.name));
}

/** instant_alter_column_possible */
function isInstant({ table, draft, keys }: Alter): boolean {
  const isText = ({ kind }: Index) => kind === 'fulltext';
  const virtual = table.columns.filter(isVirtual).map(({ name }) => name);
  const overVirtual = ({ parts }: Index) =>
    parts.some((part) => 'column' in part && includesName(virtual, part.column));
  return (
    keys.added.length === 0 &&
    !table.indexes.some(isText) &&
    !draft.indexes.some(isText) &&
    !table.indexes.some(overVirtual)
  );
}

/** InnoDB makes a table with several full-text keys anew by a copy only, and no two of them at once. */
function hasTooManyTexts(alter: Alter): boolean {
  const { table, draft, effects, actions, kept, added, keys } = alter;
  const texts = (indexes: readonly Index[]) => indexes.filter(({ kind }) => kind === 'fulltext').length;
  if (texts(keys.added) > 1) return true;
  if (texts(draft.indexes) < 2) return false;
  const stored = (columns: readonly Column[]) => columns.filter((column) => !isVirtual(column));
  const order = (columns: readonly Column[]) => stored(columns).map(({ name }) => name.toLowerCase());
  const after = order(draft.columns);
  const [was, is] = [clusteredIndex(table), clusteredIndex(draft)];
  return (
    stored(added).length > 0 ||
    stored(effects.dropped).length > 0 ||
    kept.some(({ before, after: now }) => before.nullable !== now.nullable) ||
    order(kept.map(({ after: now }) => now)).some((name, i) => after[i] !== name) ||
    (was && keys.dropped.includes(was)) ||
    (is && keys.added.includes(is)) ||
    actions.some(isRebuilding)
  );
}

const isRebuilding = (action: AlterAction): boolean =>
  (action.kind === 'noEffect' && /force/i.test(action.verb)) ||
  (action.kind === 'setOptions' &&
    (action.options.engine !== null ||
      /^(?:ROW_FORMAT|KEY_BLOCK_SIZE)$/.test(Object.keys(action.options.other).join())));
