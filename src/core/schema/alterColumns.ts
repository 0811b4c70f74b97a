import { converted, convertTarget } from './alterOptions';
import { noteFault } from './columnFaults';
import { NO_LITERAL, promoteTimestamps, resolveColumn, resolveDefault, withZeroDate } from './columns';
import { checkDependency } from './dependencies';
import type { Draft } from './draft';
import type { Column, Schema } from './model';
import { findNamed, nameLength, sameName } from './names';
import { type Run, refuse } from './run';
import type { AlterAction, ColumnPosition, ColumnSpec, WrittenDefault } from './statement';
import { familyOf } from './types';

type Of<K extends AlterAction['kind']> = Extract<AlterAction, { readonly kind: K }>;

/** What an ALTER does to the columns that were there. */
export interface ColumnEffects {
  readonly dropped: readonly Column[];
  /** Columns that stay, before and after, where anything about them changed. */
  readonly changed: readonly { readonly before: Column; readonly after: Column }[];
  /** The new name of an old column, the same where it keeps it; null where it is dropped. */
  readonly nameAfter: (name: string) => string | null;
  /** CONVERT TO CHARACTER SET was one of the actions. */
  readonly converted: boolean;
  /** The server makes the table anew, whatever else is done. */
  readonly copies: boolean;
  /** DROP COLUMN actions that found no column; the server reports them after everything else. */
  readonly notFound: readonly AlterAction[];
}

interface Waiting {
  readonly column: Column;
  readonly position: ColumnPosition;
}

/**
 * Drops, changes, renames and adds columns as one step: what is dropped and changed is found by its old name, AFTER by
 * the new ones. The order of the checks is mysql_prepare_alter_table's.
 */
export function alterColumns(
  run: Run,
  schema: Schema,
  draft: Draft,
  actions: readonly AlterAction[],
): ColumnEffects {
  const drops = new Set(actions.filter((action) => action.kind === 'dropColumn'));
  const changes = actions.filter((action) => action.kind === 'changeColumn');
  const small = new Set(actions.filter(isSmall));
  const matched = new Map<AlterAction, { before: Column; after: Column }>();
  const dropped: Column[] = [];
  const changed: { before: Column; after: Column }[] = [];
  const columns: Column[] = [];
  const conversion = actions.find((action) => action.kind === 'convertCharset');
  const target = conversion ? convertTarget(run, schema, conversion) : null;
  if (run.server.vendor === 'mysql') checkInTurn(run, draft, actions);
  for (const before of draft.columns) {
    const drop = [...drops].find((action) => sameName(action.column, before.name));
    if (drop) {
      drops.delete(drop);
      dropped.push(before);
      continue;
    }
    const change = changes.find((action) => !matched.has(action) && sameName(action.from, before.name));
    if (change) {
      const after = resolve(run, draft, change.column);
      if (run.server.vendor === 'mariadb') checkStored(run, before, after);
      matched.set(change, { before, after });
      changed.push({ before, after });
      columns.push(after);
      continue;
    }
    const changedSlightly = withSmallChange(run, before, small);
    const after = target ? converted(run, changedSlightly, target) : changedSlightly;
    if (after !== before) changed.push({ before, after });
    columns.push(after);
  }
  if (run.server.vendor === 'mariadb') checkFound(run, draft, small, true);
  placeNew(run, draft, actions, columns, matched, small);
  checkFound(run, draft, small, false);
  if (columns.length === 0) refuse(run, 'cannotDropAllColumns');
  draft.columns = columns;
  return {
    dropped,
    changed,
    nameAfter: (name) => {
      if (findNamed(dropped, name)) return null;
      return changed.find(({ before }) => sameName(before.name, name))?.after.name ?? name;
    },
    converted: target !== null,
    copies: actions.some((action) => isCopying(run, action)) || isRebuilt(run, draft, changed),
    notFound: [...drops],
  };
}

/** A foreign key that is checked, ALGORITHM=COPY; to MySQL also a check and what is computed and stored. */
function isCopying({ server }: Run, action: AlterAction): boolean {
  if (action.kind === 'algorithm') return action.value === 'COPY';
  const column = action.kind === 'addColumn' && action.column;
  if (
    server.vendor === 'mysql' &&
    (action.kind === 'addCheck' || (column && (column.check || column.generated?.stored)))
  )
    return true;
  const adds = action.kind === 'addForeignKey' || (action.kind === 'addColumn' && action.column.references);
  return !!adds && server.foreignKeyChecks;
}

/** MySQL copies for AUTO_INCREMENT, and for NULL where a full-text key is in the way. */
function isRebuilt(run: Run, { indexes }: Draft, changed: ColumnEffects['changed']): boolean {
  if (run.server.vendor === 'mariadb') return false;
  const hasFulltext = indexes.some(({ kind }) => kind === 'fulltext');
  return changed.some(
    ({ before, after }) =>
      before.autoIncrement !== after.autoIncrement || (hasFulltext && before.nullable !== after.nullable),
  );
}

function resolve(run: Run, draft: Draft, spec: ColumnSpec): Column {
  const list = [resolveColumn(run, spec, draft)];
  promoteTimestamps(run, [spec], list);
  return list[0]!;
}

function checkFound(run: Run, draft: Draft, small: ReadonlySet<Small>, renamesOnly: boolean): void {
  for (const action of small)
    if (!renamesOnly || action.kind === 'renameColumn')
      refuse(run, 'unknownColumn', [subjectOf(action), draft.name]);
}

type Small = Of<'renameColumn'> | Of<'alterDefault'> | Of<'alterColumnVisibility'>;
const isSmall = (action: AlterAction): action is Small =>
  action.kind === 'renameColumn' || action.kind === 'alterDefault' || action.kind === 'alterColumnVisibility';
const subjectOf = (action: Small) => (action.kind === 'renameColumn' ? action.from : action.column);

/** What MySQL says in one pass over the columns that are there, before it looks at what is written of them. */
function checkInTurn(run: Run, draft: Draft, actions: readonly AlterAction[]): void {
  const about = actions.filter(
    (action) => action.kind === 'dropColumn' || action.kind === 'changeColumn' || isSmall(action),
  );
  if (about.length === 0) return;
  for (const before of draft.columns) {
    const its = about.filter((action) => sameName(oldNameIn(action), before.name));
    const action =
      its.find(({ kind }) => kind === 'dropColumn') ??
      its.find(({ kind }) => kind === 'changeColumn') ??
      its[0];
    if (!action) continue;
    if (action.kind === 'changeColumn') {
      checkStored(run, before, action.column);
      checkDependency(run, draft, before, action.column.name, actions);
    } else if (action.kind !== 'alterDefault') {
      if (action.kind !== 'alterColumnVisibility') checkDependency(run, draft, before, null, actions);
    } else if (action.default !== undefined) {
      if (action.default?.kind !== 'expression' || before.generated) checkLiteral(run, before);
      if (before.generated) refuse(run, 'wrongUsage', ['DEFAULT', 'generated column']);
    }
  }
}

/** 1101: some types take no literal. */
function checkLiteral(run: Run, { name, type }: Column): void {
  if (NO_LITERAL.test(familyOf(type))) refuse(run, 'blobDefault', [name]);
}

function oldNameIn(action: AlterAction): string {
  if (action.kind === 'dropColumn') return action.column;
  return action.kind === 'changeColumn' ? action.from : subjectOf(action as Small);
}

/** RENAME COLUMN, SET DEFAULT, DROP DEFAULT, SET INVISIBLE: the first for the column, which is taken off the list. */
function withSmallChange(run: Run, before: Column, small: Set<Small>): Column {
  const action = [...small].find((one) => sameName(subjectOf(one), before.name));
  if (!action) return before;
  small.delete(action);
  if (action.kind === 'renameColumn') {
    if (nameLength(action.to) > 64) {
      if (run.server.vendor === 'mysql') refuse(run, 'wrongColumnName', [action.to]);
      noteFault(run, action.to, 'wrongColumnName', [action.to]);
    }
    return { ...before, name: action.to };
  }
  if (action.kind === 'alterColumnVisibility') return { ...before, invisible: action.invisible };
  const written = asBits(before, action.default);
  // MariaDB and MySQL look at it when the table is made.
  if (action.default === null && !before.nullable) run.badDefaults.push(before.name);
  if (action.default === null) run.nullDefaults.add(before.name.toLowerCase());
  const mysql = run.server.vendor === 'mysql';
  if (mysql && before.autoIncrement && action.default?.kind === 'expression')
    refuse(run, 'invalidDefault', [before.name]);
  // What an AUTO_INCREMENT column is given, or on MariaDB a generated one, must fit, and is forgotten.
  if ((before.autoIncrement || before.generated) && action.default?.kind === 'literal')
    resolveDefault(run, before.name, before.type, before.charset, action.default);
  if (before.autoIncrement || (before.generated && !mysql)) return before;
  // On MariaDB ON UPDATE goes with a default of the current time.
  const wasNow = before.default?.kind === 'expression' && /^CURRENT_TIMESTAMP/.test(before.default.sql);
  const onUpdate = mysql || !wasNow ? before.onUpdate : null;
  return withZeroDate(run, {
    ...before,
    onUpdate,
    default: resolveDefault(run, before.name, before.type, before.charset, written),
  });
}

/** A text is the bytes of bits. */
function asBits(
  { type }: Column,
  written: WrittenDefault | null | undefined,
): WrittenDefault | null | undefined {
  if (type.base !== 'bit' || written?.kind !== 'literal' || written.isNumber || written.isTruth)
    return written;
  return { kind: 'bytes', bytes: written.value, number: true };
}

/** MariaDB gives a default also to a column that the same statement adds or moves; MySQL does not find it. */
function withNewDefault(run: Run, column: Column, small: Set<Small>): Column {
  if (run.server.vendor === 'mysql') return column;
  const its = [...small].find((one) => one.kind === 'alterDefault' && sameName(one.column, column.name));
  return its ? withSmallChange(run, column, small) : column;
}

function placeNew(
  run: Run,
  draft: Draft,
  actions: readonly AlterAction[],
  columns: Column[],
  matched: ReadonlyMap<AlterAction, { readonly after: Column }>,
  small: Set<Small>,
): void {
  const added = new Set<Column>();
  for (const action of actions) {
    let waiting: Waiting;
    if (action.kind === 'addColumn') {
      const column = withNewDefault(run, resolve(run, draft, action.column), small);
      added.add(column);
      waiting = { column, position: action.position };
    } else if (action.kind === 'changeColumn') {
      const found = matched.get(action);
      if (!found) {
        replaceAdded(run, draft, action, columns, added);
        continue;
      }
      if (!action.position || action.position.kind === 'last') continue;
      // It has kept its place until now.
      columns.splice(
        columns.findIndex(({ name }) => sameName(name, found.after.name)),
        1,
      );
      waiting = { column: withNewDefault(run, found.after, small), position: action.position };
    } else continue;
    place(run, draft, columns, waiting);
  }
}

/** MariaDB takes MODIFY and CHANGE of a column that the same statement adds: it is made as they say. */
function replaceAdded(
  run: Run,
  draft: Draft,
  action: Of<'changeColumn'>,
  columns: Column[],
  added: ReadonlySet<Column>,
): void {
  const at = columns.findIndex((column) => sameName(column.name, action.column.name) && added.has(column));
  if (at < 0 || run.server.vendor === 'mysql') refuse(run, 'unknownColumn', [action.from, draft.name]);
  columns.splice(at, 1);
  const column = resolve(run, draft, action.column);
  place(run, draft, columns, { column, position: action.position ?? { kind: 'last' } });
}

/** A value that is computed when it is read does not come to be stored, nor the other way round. */
function checkStored(run: Run, before: Column, after: Pick<Column, 'generated'>): void {
  const isVirtual = ({ generated }: Pick<Column, 'generated'>) => generated !== null && !generated.stored;
  if (isVirtual(before) !== isVirtual(after)) refuse(run, 'generatedAction', ['Changing the STORED status']);
}

function place(run: Run, draft: Draft, columns: Column[], { column, position }: Waiting): void {
  if (position.kind === 'first') columns.unshift(column);
  else if (position.kind === 'last') columns.push(column);
  else {
    const at = columns.findIndex((other) => sameName(other.name, position.column));
    if (at < 0) refuse(run, 'unknownColumn', [position.column, draft.name]);
    columns.splice(at + 1, 0, column);
  }
}
