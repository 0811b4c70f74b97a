import type { ColumnEffects } from './alterColumns';
import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import { clusteredIndex } from './keys';
import type { Column, Table } from './model';
import { familyOf } from './types';

/*
 * Whether MySQL's ALTER copies the table's rows, or only some of its parts change: what is asked of foreign keys depends
 * on it. MariaDB's own rules are in copiedByMariaDb.ts.
 */

/** The rows are copied: some column is stored in another way, or the primary key goes without another. */
export function isCopied(table: Table, draft: Draft, effects: ColumnEffects): boolean {
  const hasPrimary = (indexes: Table['indexes']) => indexes.some((index) => index.kind === 'primary');
  if (hasPrimary(table.indexes) && !hasPrimary(draft.indexes)) return true;
  if (clusteredIndex(table) && !clusteredIndex(draft)) return true;
  if (table.engine !== draft.engine || effects.copies || effects.converted) return true;
  return effects.changed.some(({ before, after }) => !keepsData(before, after));
}

/** Whether the rows stay as they are: Field::is_equal is not IS_EQUAL_NO. */
export function keepsData(before: Column, after: Column): boolean {
  const [a, b] = [before.type, after.type];
  if (a.base !== b.base || a.unsigned !== b.unsigned) return false;
  // The members of an ENUM or SET are numbers in the rows.
  const isText = !a.members && before.charset !== after.charset;
  if (isText && !(before.charset === 'utf8mb3' && after.charset === 'utf8mb4')) return false;
  if (/^(?:integer|float|year)$/.test(familyOf(a))) return true;
  if (a.members || b.members) return (a.members ?? []).every((member, i) => member === b.members?.[i]);
  if (a.base === 'varchar' || a.base === 'varbinary') {
    const isLong = ({ type, charset }: Column) => (type.length ?? 0) * bytesPerCharacter(charset) > 255;
    return (a.length ?? 0) <= (b.length ?? 0) && isLong(before) === isLong(after);
  }
  return a.length === b.length && a.scale === b.scale;
}
