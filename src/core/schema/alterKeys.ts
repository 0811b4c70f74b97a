import type { ColumnEffects } from './alterColumns';
import { bytesPerCharacter } from './charsets';
import type { Draft } from './draft';
import { renameIn } from './expressions';
import type { Column, Index, IndexPart } from './model';
import { findNamed, sameName } from './names';
import { type Run, refuse } from './run';
import type { AlterAction } from './statement';
import { isBlobLike, keyBytes, takesPrefix } from './types';

/** What an ALTER leaves of the indexes that were there, before new ones are added. */
export interface KeyEffects {
  readonly staying: readonly Index[];
  /** Those of the staying whose columns changed: they must be looked at again. */
  readonly touched: ReadonlySet<Index>;
  readonly dropped: readonly Index[];
  /** DROP INDEX actions that found none. */
  readonly notFound: readonly string[];
}

/** Drops, renames and rewrites the indexes that were there: a dropped column leaves them, an empty index goes. */
export function alterKeys(
  run: Run,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): KeyEffects {
  const drops: string[] = [];
  for (const action of actions) {
    if (action.kind === 'dropIndex') drops.push(action.name);
    else if (action.kind === 'dropPrimaryKey') drops.push('PRIMARY');
  }
  const staying: Index[] = [];
  const touched = new Set<Index>();
  const dropped: Index[] = [];
  for (const index of draft.indexes) {
    const drop = drops.findIndex((name) => sameName(name, index.name));
    if (drop >= 0) {
      drops.splice(drop, 1);
      dropped.push(index);
      continue;
    }
    const kept = rewritten(run, draft, index, effects);
    if (!kept) dropped.push(index);
    else {
      staying.push(kept);
      if (kept !== index) touched.add(kept);
    }
  }
  return { staying, touched, dropped, notFound: drops };
}

function rewritten(run: Run, draft: Draft, index: Index, effects: ColumnEffects): Index | null {
  if (effects.dropped.length === 0 && effects.changed.length === 0) return index;
  const parts: IndexPart[] = [];
  let touched = false;
  for (const part of index.parts) {
    if ('expression' in part) {
      parts.push(part);
      continue;
    }
    const change = effects.changed.find(({ before }) => sameName(before.name, part.column));
    const column = calledSo(draft, effects, part.column);
    const old = change?.before ?? findNamed(effects.dropped, part.column);
    if (old) touched = true;
    if (!old) parts.push(part);
    else if (change && column && sameName(column.name, change.after.name))
      parts.push({ ...part, column: column.name, length: keptPrefix(run, draft, part.length, column.name) });
    else if (column) parts.push({ ...part, column: column.name, length: inherited(part, old, column) });
  }
  if (!touched) return index;
  if (parts.length === 0) return null;
  const whole = index.kind === 'unique' || index.kind === 'primary';
  if (run.server.vendor === 'mariadb' && whole && parts.length < index.parts.length) {
    const gone = index.parts.findLast(
      (part) =>
        'column' in part && effects.nameAfter(part.column) === null && !calledSo(draft, effects, part.column),
    );
    if (gone && 'column' in gone) refuse(run, 'keyColumnMissing', [gone.column]);
  }
  return { ...index, parts };
}

/**
 * A new column takes the place in the key of a column that had its name, with the old length as a prefix: the servers
 * look only at the name.
 */
function inherited(part: ColumnIndexPart, old: Column, again: Column): number | null {
  const bytes = keyBytes(old.type, old.charset);
  const length = part.length ?? (bytes === null ? null : Math.floor(bytes / bytesPerCharacter(old.charset)));
  return length === 0 || length === keyBytes(again.type, again.charset) ? null : length;
}

/** The first column that was called so, or is new and is called so. */
function calledSo({ columns }: Draft, { changed }: ColumnEffects, name: string): Column | undefined {
  return columns.find((column) => {
    const change =
      changed.find(({ after }) => after === column) ??
      changed.find(({ after }) => sameName(after.name, column.name));
    return sameName(change?.before.name ?? column.name, name);
  });
}

type ColumnIndexPart = Extract<IndexPart, { readonly column: string }>;

/** A prefix stays while the column's new type takes it and is longer. */
function keptPrefix(run: Run, draft: Draft, length: number | null, name: string): number | null {
  if (length === null) return null;
  const column = findNamed(draft.columns, name);
  if (!column || !takesPrefix(column.type, run.server)) return null;
  if (isBlobLike(column.type, run.server)) return length;
  return column.type.length !== null && length >= column.type.length ? null : length;
}

/** RENAME INDEX and ALTER INDEX … [IN]VISIBLE: 1176, 1061. */
export function renameKeys(
  run: Run,
  draft: Draft,
  keys: KeyEffects,
  actions: readonly AlterAction[],
): KeyEffects {
  const { staying } = keys;
  const result = [...staying];
  const touched = new Set(keys.touched);
  const replace = (at: number, index: Index) => {
    if (touched.has(result[at]!)) touched.add(index);
    result[at] = index;
  };
  const renamed = new Set<Index>();
  // MariaDB renames first.
  const isLate = ({ kind }: AlterAction) =>
    run.server.vendor === 'mariadb' && kind === 'alterIndexVisibility';
  for (const action of [...actions].sort((a, b) => Number(isLate(a)) - Number(isLate(b)))) {
    if (action.kind === 'renameIndex') {
      const at = staying.findIndex((index) => sameName(index.name, action.from) && !renamed.has(index));
      const wentWithColumns =
        run.server.vendor === 'mariadb' &&
        findNamed(keys.dropped, action.from) &&
        !actions.some((other) => other.kind === 'dropIndex' && sameName(other.name, action.from)) &&
        !(sameName(action.from, 'primary') && actions.some(({ kind }) => kind === 'dropPrimaryKey'));
      if (at < 0 && wentWithColumns) continue;
      if (at < 0) refuse(run, 'keyMissing', [action.from, draft.name]);
      if (action.to.toLowerCase() === 'primary') refuse(run, 'wrongIndexName', [action.to]);
      renamed.add(staying[at]!);
      replace(at, { ...result[at]!, name: action.to, implicit: false });
    } else if (action.kind === 'alterIndexVisibility') {
      const at = staying.findIndex((index) => sameName(index.name, action.name));
      if (at < 0) refuse(run, 'keyMissing', [action.name, draft.name]);
      if (staying[at]!.kind === 'primary') refuse(run, 'primaryInvisible');
      replace(at, { ...result[at]!, visible: action.visible });
    }
  }
  return { ...keys, staying: result, touched };
}

/** Renamed columns in generated columns, functional indexes, checks and partitioning. */
export function renameInExpressions(
  draft: Draft,
  effects: ColumnEffects,
  actions: readonly AlterAction[],
): void {
  const renamed = effects.changed.some(({ before, after }) => before.name !== after.name);
  if (!renamed) return;
  const rename = (name: string) => effects.nameAfter(name) ?? name;
  const written = new Set(
    actions.flatMap((action) =>
      'column' in action && typeof action.column === 'object' ? [action.column.name.toLowerCase()] : [],
    ),
  );
  draft.columns = draft.columns.map((column) => {
    // What the statement writes itself uses the new names.
    if (written.has(column.name.toLowerCase())) return column;
    if (column.generated)
      return { ...column, generated: { ...column.generated, sql: renameIn(column.generated.sql, rename) } };
    if (column.default?.kind !== 'expression') return column;
    return { ...column, default: { kind: 'expression', sql: renameIn(column.default.sql, rename) } };
  });
  draft.checks = draft.checks.map((check) => ({
    ...check,
    sql: renameIn(check.sql, rename),
    column: check.column === null ? null : rename(check.column),
    name: check.column !== null && check.name === check.column ? rename(check.column) : check.name,
  }));
  if (draft.partitioning)
    draft.partitioning = {
      ...draft.partitioning,
      expression: renameIn(draft.partitioning.expression, rename),
    };
}
