import type { ColumnEffects } from './alterColumns';
import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { standsForPrimary } from './keys';
import type { Column, ColumnType, Index, Table } from './model';
import { findNamed, sameName } from './names';
import type { Run } from './run';
import type { AlterAction } from './statement';
import { familyOf } from './types';

/*
 * Whether an ALTER copies the table's rows, or only some of its parts change: what is asked of foreign keys depends on it.
 */

/** The rows are copied: some column is stored in another way, or the primary key goes without another. */
export function isCopied(run: Run, table: Table, draft: Draft, effects: ColumnEffects): boolean {
  const isClustered = (of: Table | Draft) => of.indexes.some((index) => standsForPrimary(of, index));
  const hasPrimary = (indexes: Table['indexes']) => indexes.some((index) => index.kind === 'primary');
  if (hasPrimary(table.indexes) && !hasPrimary(draft.indexes))
    if (run.server.vendor === 'mysql' || !isClustered(draft)) return true;
  if (isClustered(table) && !isClustered(draft)) return true;
  if (table.engine !== draft.engine || effects.copies) return true;
  if (effects.converted && run.server.vendor === 'mysql') return true;
  if (run.server.vendor === 'mariadb' && sortsAnew(table, effects)) return true;
  return effects.changed.some(({ before, after }) => !keepsData(run, before, after));
}

/** The rows are kept by a text that gets another collation. */
function sortsAnew(table: Table, { changed }: ColumnEffects): boolean {
  const clustered = table.indexes.find((index) => standsForPrimary(table, index));
  return changed.some(
    ({ before, after }) =>
      before.collation !== after.collation &&
      clustered?.parts.some((part) => 'column' in part && sameName(part.column, before.name)),
  );
}

/** MariaDB copies the table, so that its new foreign keys are not added in place. */
export function copiesForMore(
  run: Run,
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
  const isRead = (name: string) =>
    table.columns.some(
      (one) => isVirtual(one) && namesIn(one.generated!.sql).some((other) => sameName(other, name)),
    );
  const key = draft.indexes.find(({ kind }) => kind === 'primary');
  const isNewlyNull = (part: Index['parts'][number]) =>
    'column' in part && findNamed(table.columns, part.column)?.nullable === true;
  return (
    isCopied(run, table, draft, effects) ||
    actions.some(adds) ||
    effects.dropped.some(isVirtual) ||
    effects.changed.some(({ before }) => isRead(before.name)) ||
    [...table.indexes, ...draft.indexes].some(({ hash }) => hash) ||
    (key?.parts.some(isNewlyNull) ?? false)
  );
}

/** MariaDB leaves texts as they are where the new character set has them as they are written. */
const holdsAsWritten = (before: Column, after: Column): boolean =>
  (before.charset === 'utf8mb3' || before.type.base === 'json') && after.charset === 'utf8mb4';

/** Whether the rows stay as they are: Field::is_equal is not IS_EQUAL_NO. */
export function keepsData(run: Run, before: Column, after: Column): boolean {
  const [a, b] = [before.type, after.type];
  const mariadb = run.server.vendor === 'mariadb';
  const baseOf = ({ base }: ColumnType) => (mariadb && base === 'json' ? 'longtext' : base);
  if (baseOf(a) !== baseOf(b) || a.unsigned !== b.unsigned) return false;
  if (before.charset !== after.charset && !(mariadb && holdsAsWritten(before, after))) return false;
  if (/^(?:integer|float|year)$/.test(familyOf(a))) return true;
  // MariaDB makes an enum or set anew for another collation.
  if (mariadb && a.members && before.collation !== after.collation) return false;
  if (a.members || b.members) return (a.members ?? []).every((member, i) => member === b.members?.[i]);
  if (a.base === 'varchar' || a.base === 'varbinary') {
    const unit = bytesPerCharacter(before.charset);
    const bytes = (length: number | null) => (length ?? 0) * unit;
    // InnoDB has kept the length of what is shorter than 128 bytes as that of a longer text all the time.
    const short = mariadb && bytes(a.length) < 128;
    const same = short || bytes(a.length) > 255 === bytes(b.length) > 255;
    return (a.length ?? 0) <= (b.length ?? 0) && same;
  }
  return a.length === b.length && a.scale === b.scale;
}
