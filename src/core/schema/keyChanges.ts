import type { ColumnEffects } from './alterColumns';
import type { Draft } from './draft';
import { clusteredIndex } from './keys';
import type { Index, IndexPart, Table } from './model';
import { sameName } from './names';

/** The keys that MariaDB drops and makes for an ALTER; one that only changes its name is in neither. */
export interface KeyChanges {
  readonly dropped: readonly Index[];
  readonly added: readonly Index[];
}

/**
 * fill_alter_inplace_info: a key is another where its columns, its kind or its being the clustered one changes, or where
 * KEY_BLOCK_SIZE of the table does.
 */
export function keyChanges(table: Table, draft: Draft, effects: ColumnEffects): KeyChanges {
  const [was, is] = [clusteredIndex(table), clusteredIndex(draft)];
  const isResized = table.options.KEY_BLOCK_SIZE !== draft.options.KEY_BLOCK_SIZE;
  const isSame = (a: Index, b: Index) =>
    a.kind === b.kind &&
    a.hash === b.hash &&
    a.implicit === b.implicit &&
    !isResized &&
    (a === was) === (b === is) &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => samePart(part, b.parts[i]!, effects));
  const stays = (a: Index, b: Index) => a.name === b.name && isSame(a, b);
  const dropped = table.indexes.filter((a) => !draft.indexes.some((b) => stays(a, b)));
  const added = draft.indexes.filter((b) => !table.indexes.some((a) => stays(a, b)));
  for (const b of [...added]) {
    const at = dropped.findIndex((a) => a.name !== b.name && a.comment === b.comment && isSame(a, b));
    if (at < 0) continue;
    dropped.splice(at, 1);
    added.splice(added.indexOf(b), 1);
  }
  return { dropped, added };
}

function samePart(a: IndexPart, b: IndexPart, { nameAfter }: ColumnEffects): boolean {
  if ('expression' in a || 'expression' in b) return false;
  const name = nameAfter(a.column);
  return name !== null && sameName(name, b.column) && a.length === b.length && a.descending === b.descending;
}
