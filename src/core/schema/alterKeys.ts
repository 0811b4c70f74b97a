import type { ColumnEffects } from './alterColumns';
import { checkFunctionalIndex } from './dependencies';
import type { Draft } from './draft';
import { renameIn } from './expressions';
import { resolveParts } from './keyParts';
import type { Index, IndexPart } from './model';
import { findNamed, sameName } from './names';
import { type Run, refuse } from './run';
import type { AlterAction, IndexSpec } from './statement';
import { isBlobLike, takesPrefix } from './types';

/** What an ALTER leaves of the indexes that were there, before new ones are added. */
export interface KeyEffects {
  readonly staying: readonly Index[];
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
  const drops = new Set<string>();
  for (const action of actions) {
    if (action.kind === 'dropIndex') drops.add(action.name);
    else if (action.kind === 'dropPrimaryKey') drops.add('PRIMARY');
  }
  const staying: Index[] = [];
  const dropped: Index[] = [];
  for (const index of draft.indexes) {
    const drop = [...drops].find((name) => sameName(name, index.name));
    if (drop !== undefined) {
      drops.delete(drop);
      dropped.push(index);
      continue;
    }
    const kept = rewritten(run, draft, index, effects);
    if (kept) staying.push(kept);
    else dropped.push(index);
  }
  return { staying: renamed(run, draft, staying, actions), dropped, notFound: [...drops] };
}

function rewritten(run: Run, draft: Draft, index: Index, effects: ColumnEffects): Index | null {
  if (effects.dropped.length === 0 && effects.changed.length === 0) return index;
  checkFunctionalIndex(run, index, effects);
  const parts: IndexPart[] = [];
  let touched = false;
  for (const part of index.parts) {
    if ('expression' in part) {
      parts.push(part);
      continue;
    }
    const name = effects.nameAfter(part.column);
    if (name === null) {
      touched = true;
      continue;
    }
    const change = effects.changed.find(({ before }) => sameName(before.name, part.column));
    if (change) touched = true;
    parts.push(change ? { ...part, column: name, length: keptPrefix(run, draft, part.length, name) } : part);
  }
  if (!touched) return index;
  if (parts.length === 0) return null;
  const whole = index.kind === 'unique' || index.kind === 'primary';
  if (run.server.vendor === 'mariadb' && whole && parts.length < index.parts.length) {
    const gone = index.parts.find((part) => 'column' in part && effects.nameAfter(part.column) === null);
    if (gone && 'column' in gone) refuse(run, 'keyColumnMissing', [gone.column]);
  }
  const resolved = resolveParts(run, draft, specOf(index, parts));
  return { ...index, parts: resolved.parts, hash: resolved.hash };
}

/** A prefix stays while the column's new type takes it and is longer. */
function keptPrefix(run: Run, draft: Draft, length: number | null, name: string): number | null {
  if (length === null) return null;
  const column = findNamed(draft.columns, name);
  if (!column || !takesPrefix(column.type, run.server)) return null;
  if (isBlobLike(column.type, run.server)) return length;
  return column.type.length !== null && length >= column.type.length ? null : length;
}

/** The specification that an index could have been made from. */
function specOf(index: Index, parts: readonly IndexPart[]): IndexSpec {
  return {
    name: index.name,
    kind: index.kind,
    parts,
    visible: index.visible,
    comment: index.comment,
    using: null,
    parser: index.parser,
  };
}

/** RENAME INDEX and ALTER INDEX … [IN]VISIBLE: 1176, 1061. */
function renamed(
  run: Run,
  draft: Draft,
  staying: readonly Index[],
  actions: readonly AlterAction[],
): Index[] {
  const result = [...staying];
  for (const action of actions) {
    if (action.kind === 'renameIndex') {
      const at = staying.findIndex((index) => sameName(index.name, action.from));
      if (at < 0) refuse(run, 'keyMissing', [action.from, draft.name]);
      if (action.to.toLowerCase() === 'primary') refuse(run, 'wrongIndexName', [action.to]);
      result[at] = { ...result[at]!, name: action.to };
    } else if (action.kind === 'alterIndexVisibility') {
      const at = staying.findIndex((index) => sameName(index.name, action.name));
      if (at < 0) refuse(run, 'keyMissing', [action.name, draft.name]);
      result[at] = { ...result[at]!, visible: action.visible };
    }
  }
  return result;
}

/** Renamed columns in generated columns, functional indexes, checks and partitioning. */
export function renameInExpressions(draft: Draft, effects: ColumnEffects): void {
  const renamed = effects.changed.some(({ before, after }) => before.name !== after.name);
  if (!renamed) return;
  const rename = (name: string) => effects.nameAfter(name) ?? name;
  draft.columns = draft.columns.map((column) => {
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
