import { inlineForeignKey, inlineKey } from './createTable';
import { supports } from './flavour';
import type { Index, Schema, Table } from './model';
import { findNamed, sameName } from './names';
import { foreignKeyNamed } from './references';
import { type Run, refuse, warn } from './run';
import type { AlterAction } from './statement';

/**
 * The actions that are left to do: those whose IF [NOT] EXISTS makes them idle fall away, DROP CONSTRAINT becomes the
 * drop of what has the name.
 */
export function settledActions(
  run: Run,
  schema: Schema,
  table: Table,
  actions: readonly AlterAction[],
): readonly AlterAction[] {
  const settled: AlterAction[] = [];
  for (const action of actions) {
    if (isIdle(run, schema, table, action, settled)) {
      settled.push(...whatStays(run, action).filter((one) => !isIdle(run, schema, table, one, settled)));
      continue;
    }
    if (action.kind === 'dropConstraint') settled.push(whatItDrops(run, table, action.name));
    else settled.push(withoutIdleKey(run, schema, table, action));
  }
  return settled;
}

function isIdle(
  run: Run,
  schema: Schema,
  table: Table,
  action: AlterAction,
  before: readonly AlterAction[],
): boolean {
  if (!supports.ifExistsInAlter(run.server)) return false;
  switch (action.kind) {
    case 'addColumn':
      if (!action.ifNotExists) return false;
      if (!findNamed(table.columns, action.column.name) && !isAdded(before, action.column.name)) return false;
      warn(run, 'duplicateColumn', [action.column.name]);
      return true;
    case 'addIndex': {
      const [first] = action.index.parts;
      const named = action.index.name ?? (first && 'column' in first ? first.column : null);
      const name = action.index.kind === 'primary' ? 'PRIMARY' : named;
      if (!action.ifNotExists || name === null || !findNamed(table.indexes, name)) return false;
      if (name === 'PRIMARY') warn(run, 'multiplePrimaryKeys', []);
      else warn(run, 'duplicateKeyName', [name]);
      return true;
    }
    case 'addForeignKey': {
      const { name } = action.foreignKey;
      if (!action.ifNotExists || name === null || !findNamed(table.foreignKeys, name)) return false;
      warn(run, 'duplicateKeyName', [name]);
      return foreignKeyNamed(schema, name) !== undefined;
    }
    case 'dropColumn':
      return idleDrop(run, action, table.columns, action.column, 'COLUMN', before);
    case 'changeColumn':
      if (!action.ifExists || findNamed(table.columns, action.from)) return false;
      warn(run, 'unknownColumn', [action.from, table.name]);
      return true;
    case 'renameColumn':
      if (!action.ifExists || findNamed(table.columns, action.from)) return false;
      warn(run, 'unknownColumn', [action.from, table.name]);
      return true;
    case 'dropIndex':
      return idleDrop(run, action, table.indexes, action.name, 'INDEX', before);
    case 'dropForeignKey':
      return idleDrop(run, action, visible(table), action.name, 'FOREIGN KEY', before);
    case 'dropCheck':
      return idleDrop(run, action, named(table), action.name, 'CONSTRAINT', before);
    case 'dropConstraint': {
      if (!action.ifExists) return false;
      const found = whatItDrops(run, table, action.name);
      if (found.kind !== 'dropConstraint')
        return isIdle(run, schema, table, { ...found, ifExists: true } as AlterAction, before);
      warn(run, 'cannotDrop', [action.name, 'CONSTRAINT']);
      return true;
    }
    default:
      return false;
  }
}

/** MariaDB makes the key and the foreign key that are written at a column which IF [NOT] EXISTS leaves as it is. */
function whatStays({ server }: Run, action: AlterAction): readonly AlterAction[] {
  if (action.kind !== 'addColumn' && action.kind !== 'changeColumn') return [];
  const { column } = action;
  const stays: AlterAction[] = [];
  if (column.key) stays.push({ kind: 'addIndex', index: inlineKey(column), ifNotExists: true });
  if (column.references && action.kind === 'addColumn' && supports.inlineReferences(server))
    stays.push({ kind: 'addForeignKey', foreignKey: inlineForeignKey(column), ifNotExists: true });
  return stays;
}

/** A check at its column has no name. */
const named = ({ checks }: Table) => checks.filter(({ column }) => column === null);

/** The key at a column that is written with IF [NOT] EXISTS is itself only made if there is none of its name. */
function withoutIdleKey(run: Run, schema: Schema, table: Table, action: AlterAction): AlterAction {
  if (action.kind !== 'addColumn' && action.kind !== 'changeColumn') return action;
  const isIf = action.kind === 'addColumn' ? action.ifNotExists : action.ifExists;
  if (!isIf || !action.column.key) return action;
  const key: AlterAction = { kind: 'addIndex', index: inlineKey(action.column), ifNotExists: true };
  const isPrimary = action.column.key === 'primary';
  return isIdle(run, schema, table, key, [])
    ? {
        ...action,
        column: { ...action.column, key: null, nullable: isPrimary ? false : action.column.nullable },
      }
    : action;
}

const isAdded = (before: readonly AlterAction[], name: string) =>
  before.some((action) => action.kind === 'addColumn' && sameName(action.column.name, name));

type Drop = Extract<AlterAction, { readonly ifExists: boolean }>;

/** IF EXISTS, and it is not there, or something before it drops it. */
function idleDrop(
  run: Run,
  { kind, ifExists }: Drop,
  list: readonly { readonly name: string }[],
  name: string,
  what: string,
  before: readonly AlterAction[],
): boolean {
  const isAgain = before.some((one) => one.kind === kind && sameName(droppedBy(one), name));
  if (!ifExists || (findNamed(list, name) && !isAgain)) return false;
  warn(run, 'cannotDrop', [name, what]);
  return true;
}

const droppedBy = (action: AlterAction): string =>
  action.kind === 'dropColumn'
    ? action.column
    : action.kind === 'dropPrimaryKey'
      ? 'PRIMARY'
      : 'name' in action
        ? action.name
        : '';

/** The foreign keys that can be dropped. */
export const visible = ({ foreignKeys }: Table) => foreignKeys.filter(({ hidden }) => !hidden);

/** MariaDB does not find a key that is a hash. */
const isConstraint = ({ kind, hash, using }: Index) =>
  kind === 'primary' || (kind === 'unique' && !hash && using !== 'hash');

function whatItDrops(run: Run, table: Table, name: string): AlterAction {
  const key = findNamed(table.indexes.filter(isConstraint), name);
  const foreignKey = findNamed(visible(table), name);
  const found = [foreignKey, findNamed(named(table), name), key].filter(Boolean);
  if (found.length > 1 && run.server.vendor === 'mysql') refuse(run, 'constraintAmbiguous', [name]);
  if (foreignKey) return { kind: 'dropForeignKey', name, ifExists: false, asConstraint: true };
  if (table.checks.some((check) => check.column === null && sameName(check.name, name)))
    return { kind: 'dropCheck', name, ifExists: false };
  if (key) return { kind: 'dropIndex', name: key.name, ifExists: false };
  // MariaDB reports it in its turn, with the other drops (alterTable.ts).
  if (run.server.vendor === 'mysql') refuse(run, 'constraintMissing', [name]);
  return { kind: 'dropConstraint', name, ifExists: false };
}
