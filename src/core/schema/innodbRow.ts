import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import type { Column, Table } from './model';
import { findNamed } from './names';
import { doubt, type Run, refuse } from './run';
import type { Vendor } from './server';
import { isInnodb } from './tableOptions';
import { familyOf, keyBytes } from './types';

/** A record has to fit twice on a page of 16 KB (dict_index_too_big_for_tree, dict_index_t::record_size_info). */
const MAX_RECORD_BYTES = 8126;
const HEADER_BYTES = 5;
/** DB_TRX_ID and DB_ROLL_PTR. */
const SYSTEM_BYTES = 13;
/** DB_ROW_ID, of a table without a primary key. */
const ROW_ID_BYTES = 6;

/** What counts of a long value, which may be stored elsewhere: with the byte for its length, and from how many bytes on. */
const LONG: Readonly<Record<Vendor, { readonly from: number; readonly bytes: number }>> = {
  mysql: { from: 40, bytes: 41 },
  mariadb: { from: 256, bytes: 21 },
};

/**
 * 1118: the columns together are too long for InnoDB's pages, though each of them could be. `before`: what an ALTER
 * changes. MariaDB lets a column that is added in place pass, and remembers one that was dropped in place; MySQL does
 * not look where a column only grows; what either makes of a table that was too long before is not known.
 */
export function checkInnodbRow(run: Run, draft: Draft, before: Table | null): void {
  const { vendor, innodbStrictMode } = run.server;
  if (!innodbStrictMode || draft.temporary || isSmall(draft, vendor)) return;
  if (!before) refuse(run, 'recordTooLarge');
  const made = draft.columns.filter((column) => !before.columns.includes(column));
  const copied = made.some((column) => {
    const old = findNamed(before.columns, column.name);
    return old ? old.type.base !== column.type.base : column.generated?.stored;
  });
  if (made.length === 0) return;
  if (vendor === 'mariadb' || !isSmall(before, vendor))
    doubt(run, `whether the server takes a row of over ${MAX_RECORD_BYTES} bytes in ${draft.name}`);
  else if (copied) refuse(run, 'recordTooLarge');
  else if (made.some(({ name }) => !findNamed(before.columns, name)))
    refuse(run, 'rowTooLarge', [`${MAX_RECORD_BYTES}`]);
}

function isSmall({ engine, columns, indexes }: Table | Draft, vendor: Vendor): boolean {
  if (!isInnodb(engine)) return true;
  const stored = columns.filter(({ generated }) => generated === null || generated.stored);
  const nullable = new Set(stored.filter((column) => column.nullable).map(({ name }) => name));
  const hasKey = indexes.some(
    ({ kind, parts }) =>
      kind === 'primary' ||
      (kind === 'unique' && parts.every((part) => 'column' in part && !nullable.has(part.column))),
  );
  const bytes = stored.reduce(
    (sum, column) => sum + recordBytes(vendor, column),
    Math.ceil(nullable.size / 8),
  );
  return HEADER_BYTES + SYSTEM_BYTES + (hasKey ? 0 : ROW_ID_BYTES) + bytes < MAX_RECORD_BYTES;
}

/** The most that a column takes of a record. */
function recordBytes(vendor: Vendor, { type, charset }: Column): number {
  const { from, bytes: long } = LONG[vendor];
  const bytes = keyBytes(type, charset);
  if (bytes === null || familyOf(type) === 'vector') return long;
  if (!isVariable(type.base, charset)) return bytes;
  return bytes >= from ? long : bytes + 1;
}

/** A CHAR is of one length only where all characters are. */
const isVariable = (base: string, charset: string | null): boolean =>
  /^var/.test(base) ||
  (base === 'char' && bytesPerCharacter(charset) > 1 && !/^(?:ucs2|utf32)$/.test(charset ?? ''));
