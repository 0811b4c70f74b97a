import { settledActions } from './alterActions';
import { alterChecks, checkCheckActions, checkColumnsOfChecks, newChecks } from './alterChecks';
import { alterColumns, type ColumnEffects, checkColumnNames } from './alterColumns';
import {
  checkChangedColumns,
  checkDroppedColumns,
  checkKeysOfChild,
  checkKeysOfParent,
  checkOwnDrops,
  copiesForMore,
  renameInForeignKeys,
} from './alterForeignKeys';
import { alterKeys, type KeyEffects, renameInExpressions, renameKeys } from './alterKeys';
import { alterOptions } from './alterOptions';
import { checkCasts } from './casts';
import { checkCharsetsOfAlter } from './charsetNames';
import { checkFunctionsOfChecks } from './checkConstraints';
import {
  type Charset,
  checkDefaults,
  checkInvisible,
  checkMemberDefaults,
  checkSpec,
  checkTwiceMembers,
  noteZeroDates,
  resolveCharset,
} from './columns';
import { addForeignKeys, generatedKeys, inlineForeignKey, inlineKey } from './createTable';
import { checkGenerated, checkStoredValues } from './dependencies';
import { checkAddedDefault } from './disallowedFunctions';
import { type Draft, draftOf } from './draft';
import { checkExpressions } from './expressionChecks';
import { supports } from './flavour';
import { checkColumnsExist, checkForeignKeySpec, checkGeneratedColumns, writtenName } from './foreignKeys';
import { checkInnodbRow } from './innodbRow';
import { checkIndexSpec } from './keyParts';
import { checkAutoIncrement, checkOneAutoIncrement, type NewKey, settleKeys } from './keys';
import { checkEngine, checkRow } from './limits';
import { findTable, findView, isSameTable, openTable, putTable } from './lookup';
import type { Check, Column, ForeignKey, Schema, Table, TableName } from './model';
import { sameName } from './names';
import { checkOnline } from './online';
import { checkPartitioning } from './partitions';
import { referencesTo } from './references';
import { moveTable } from './renameTable';
import { doubt, Refusal, type Run, refuse } from './run';
import type { AlterAction, ForeignKeySpec, Statement } from './statement';
import { checkOptions, checkTableName } from './tableOptions';
import { resolveYears } from './yearConstants';

type AlterTable = Extract<Statement, { readonly kind: 'alterTable' }>;

/** ALTER TABLE, CREATE INDEX and DROP INDEX: all actions together succeed or fail. */
export function alterTable(run: Run, schema: Schema, statement: AlterTable): Schema {
  checkCharsetsOfAlter(run, statement.actions);
  for (const action of statement.actions) checkWritten(run, action, schema);
  if (statement.ifExists && !findTable(schema, run.server, statement.table.name) && !schema.taint)
    return schema;
  const table = openTable(run, schema, statement.table);
  if (!table) return schema;
  try {
    return altered(run, schema, table, statement.actions);
  } catch (error) {
    if (!(error instanceof Refusal) || !isUncertain(table, statement.actions)) throw error;
    doubt(run, reasonOf(table, statement.actions));
    return schema;
  }
}

/** What the server says before it opens the table. */
function checkWritten(run: Run, action: AlterAction, schemaCharset: Charset): void {
  if (action.kind === 'addColumn' || action.kind === 'changeColumn') checkSpec(run, action.column);
  if (action.kind === 'addColumn' && action.column.default?.kind === 'expression')
    checkAddedDefault(run, action.column.default.sql);
  if (action.kind === 'addIndex') checkIndexSpec(run, action.index);
  if (action.kind === 'addForeignKey' && run.server.vendor === 'mysql')
    checkForeignKeySpec(run, action.foreignKey);
  if (action.kind === 'setOptions') checkOptions(run, action.options);
  if (action.kind === 'convertCharset' && !/^default$/i.test(action.charset))
    resolveCharset(run, action.charset, action.collation, schemaCharset);
  if (action.kind === 'renameTo') checkTableName(run, action.to.name);
}

function altered(run: Run, schema: Schema, table: Table, actions: readonly AlterAction[]): Schema {
  const settled = settledActions(run, schema, table, actions);
  if (run.server.vendor === 'mariadb' && table.partitioning && settled.some(isOfForeignKey))
    refuse(run, 'partitionForeignKey');
  checkOnline(run, table, settled);
  const target = settled.find((action) => action.kind === 'renameTo');
  if (target) checkTarget(run, schema, table, target.to);
  if (target && run.server.vendor === 'mariadb') run.renamedTo = target.to.name;
  const draft = draftOf(table);
  noteUncertain(run, table, settled);
  if (run.server.vendor === 'mysql') checkCheckActions(run, schema, table, settled);
  alterOptions(run, schema, draft, settled);
  const effects = alterColumns(run, schema, draft, settled);
  if (!settled.every(leavesColumns)) noteZeroDates(run, unwritten(draft, settled));
  checkPrimaryRenamed(run, table, settled, effects);
  const staying = stayingForeignKeys(table, settled);
  if (run.server.vendor === 'mysql') checkOwnDrops(run, staying, effects);
  alterConstraints(run, schema, table, draft, settled, effects, staying);
  checkRow(run, draft);
  checkInnodbRow(run, draft, table);
  checkPartitioning(run, draft);
  checkCasts(run, draft.name, effects);
  let after = putTable(schema, run.server, draft);
  after = renameForChildren(run, after, table, effects);
  if (target && !isSameTable(run.server, target.to.name, table.name))
    after = moveTable(run, after, findTable(after, run.server, table.name)!, target.to.name);
  return after;
}

function alterConstraints(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
  staying: readonly ForeignKey[],
): void {
  const before = alterKeys(run, draft, actions, effects);
  const mariadb = run.server.vendor === 'mariadb';
  const foreignKeys = newForeignKeys(run, actions);
  if (mariadb) {
    for (const spec of foreignKeys) checkGeneratedColumns(run, draft, spec.columns, spec);
    for (const spec of foreignKeys) checkForeignKeySpec(run, spec);
    for (const spec of foreignKeys) checkColumnsExist(run, draft, spec);
  }
  checkDropped(run, table, actions, effects, before);
  const keys = renameKeys(run, draft, before, actions);
  checkMemberDefaults(run);
  checkColumnNames(run, draft);
  checkTwiceMembers(run);
  checkOneAutoIncrement(run, draft);
  checkEngine(run, draft);
  renameInExpressions(draft, effects, actions);
  settleKeys(run, draft, keys.staying, newKeys(run, actions), keys.touched);
  checkAutoIncrement(run, draft);
  if (!mariadb) checkDroppedColumns(run, schema, table, draft, staying, effects);
  checkInvisible(run, draft.columns);
  if (mariadb) {
    const stayingChecks = checksThatStay(table, actions);
    checkColumnsOfChecks(run, { ...draft, checks: [...stayingChecks] }, effects);
    checkTakenNames(run, stayingChecks, foreignKeys);
    checkFunctionsOfChecks(run, draft, newChecks(run.server, draft.columns, actions), stayingChecks);
  }
  if (mariadb) checkDefaults(run, draft.columns);
  const ownKeys = renameInForeignKeys(run, table, staying, effects);
  if (!mariadb) checkKeysOfChild(run, table, draft, ownKeys, keys, effects);
  alterChecks(run, schema, table, draft, actions, effects, mariadb ? [...ownKeys, ...foreignKeys] : staying);
  if (mariadb) {
    checkGenerated(run, draft);
    checkColumnsOfChecks(run, draft, effects);
  }
  checkStoredValues(run, draft, table);
  if (mariadb) checkDroppedColumns(run, schema, table, draft, staying, effects);
  checkChangedColumns(run, schema, table, draft, staying, effects);
  draft.foreignKeys = ownKeys;
  run.inPlace = mariadb && !run.server.foreignKeyChecks && !copiesForMore(table, draft, actions, effects);
  addForeignKeys(run, schema, draft, foreignKeys, table.foreignKeys, table);
  if (mariadb) checkKeysOfChild(run, table, draft, ownKeys, keys, effects);
  checkKeysOfParent(run, schema, table, draft, keys, effects);
  if (!mariadb) checkGenerated(run, draft);
  resolveYears(run.server, draft);
  checkDefaults(run, draft.columns);
  if (run.server.vendor === 'mysql') checkExpressions(run, draft);
}

/** Columns and indexes that were to be dropped and are not there: the first as written is reported. */
function checkDropped(
  run: Run,
  table: Table,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
  keys: KeyEffects,
): void {
  const foreignKeys = [...table.foreignKeys];
  for (const action of actions) {
    if (action.kind === 'dropForeignKey') {
      const at = foreignKeys.findIndex((key) => sameName(key.name, action.name));
      const isAgain = at < 0 && table.foreignKeys.some((key) => sameName(key.name, action.name));
      if (at >= 0) foreignKeys.splice(at, 1);
      else if (!isAgain || !supports.dropForeignKeyTwice(run.server))
        refuse(run, 'cannotDrop', [action.name, 'FOREIGN KEY']);
    }
    if (action.kind === 'dropConstraint') refuse(run, 'constraintMissing', [action.name]);
    if (action.kind === 'dropColumn' && effects.notFound.includes(action))
      refuse(run, 'cannotDrop', [action.column, 'COLUMN']);
    if (action.kind === 'dropIndex' && keys.notFound.includes(action.name))
      refuse(run, 'cannotDrop', [action.name, 'INDEX']);
    if (action.kind === 'dropPrimaryKey' && keys.notFound.includes('PRIMARY'))
      refuse(run, 'cannotDrop', ['PRIMARY', 'INDEX']);
  }
}

/** The table's own checks that the statement does not drop. */
const checksThatStay = ({ checks }: Table, actions: readonly AlterAction[]): readonly Check[] =>
  checks.filter(
    ({ name, column }) =>
      column === null && !actions.some((one) => one.kind === 'dropCheck' && sameName(one.name, name)),
  );

/** 1826: on MariaDB a foreign key does not take the name of a check that stays. */
function checkTakenNames(run: Run, staying: readonly Check[], foreignKeys: readonly ForeignKeySpec[]): void {
  const taken = staying.find(({ name }) =>
    foreignKeys.some((key) => sameName(writtenName(run, key) ?? '', name)),
  );
  if (taken) refuse(run, 'duplicateCheck', [taken.name]);
}

const isOfForeignKey = ({ kind }: AlterAction) => kind === 'addForeignKey' || kind === 'dropForeignKey';

/** What is done without making the table anew. */
const leavesColumns = (action: AlterAction): boolean =>
  /^(?:renameTo|algorithm|lock)$/.test(action.kind) ||
  (action.kind === 'noEffect' && action.verb.endsWith(' keys'));

/** The columns that the statement does not define. */
function unwritten(draft: Draft, actions: readonly AlterAction[]): readonly Column[] {
  const written = (name: string) =>
    actions.some(
      (action) =>
        (action.kind === 'addColumn' || action.kind === 'changeColumn') && sameName(action.column.name, name),
    );
  return draft.columns.filter(({ name }) => !written(name));
}

/** The primary key's name stays: 1280, or 1176 where the key goes or is not there. */
function checkPrimaryRenamed(
  run: Run,
  table: Table,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
): void {
  for (const action of actions) {
    if (action.kind !== 'renameIndex' || !sameName(action.from, 'primary')) continue;
    const primary = table.indexes.find(({ kind }) => kind === 'primary');
    const isKept = (name: string) => effects.nameAfter(name) !== null || isAddedAs(actions, name);
    const stays = primary?.parts.some((part) => 'column' in part && isKept(part.column));
    const dropped = actions.some(
      (one) => one.kind === 'dropPrimaryKey' || (one.kind === 'dropIndex' && sameName(one.name, 'primary')),
    );
    // MariaDB does not mind that its columns go.
    if ((stays || (primary && run.server.vendor === 'mariadb')) && !dropped)
      refuse(run, 'wrongIndexName', [action.from]);
    refuse(run, 'keyMissing', [action.from, table.name]);
  }
}

const isAddedAs = (actions: readonly AlterAction[], name: string) =>
  actions.some((action) => action.kind === 'addColumn' && sameName(action.column.name, name));

function checkTarget(run: Run, schema: Schema, table: Table, to: TableName): void {
  if (isSameTable(run.server, to.name, table.name)) return;
  const taken = findTable(schema, run.server, to.name) ?? findView(schema, run.server, to.name);
  if (taken?.taint) doubt(run, taken.taint.reason);
  else if (taken) refuse(run, 'tableExists', [to.name]);
}

function stayingForeignKeys(table: Table, actions: readonly AlterAction[]): ForeignKey[] {
  const staying = [...table.foreignKeys];
  for (const action of actions) {
    if (action.kind !== 'dropForeignKey') continue;
    const at = staying.findIndex((key) => sameName(key.name, action.name));
    if (at >= 0) staying.splice(at, 1);
  }
  return staying;
}

function newKeys(run: Run, actions: readonly AlterAction[]): NewKey[] {
  const keys: NewKey[] = [];
  for (const action of actions) {
    if (action.kind === 'addIndex') keys.push({ spec: action.index, generated: false });
    else if ((action.kind === 'addColumn' || action.kind === 'changeColumn') && action.column.key)
      keys.push({ spec: inlineKey(action.column), generated: false });
    keys.push(...generatedKeys(newForeignKeys(run, [action])));
  }
  return keys;
}

function newForeignKeys(run: Run, actions: readonly AlterAction[]): ForeignKeySpec[] {
  const specs: ForeignKeySpec[] = [];
  for (const action of actions) {
    if (action.kind === 'addForeignKey') specs.push(action.foreignKey);
    else if (action.kind === 'addColumn' && action.column.references && supports.inlineReferences(run.server))
      specs.push(inlineForeignKey(action.column));
  }
  return specs;
}

/** Children's foreign keys follow a parent's renamed columns. */
function renameForChildren(run: Run, schema: Schema, table: Table, effects: ColumnEffects): Schema {
  if (effects.changed.every(({ before, after }) => before.name === after.name)) return schema;
  const children = new Set(referencesTo(schema, run.server, table.name).map(({ child }) => child));
  let after = schema;
  for (const child of children) {
    if (isSameTable(run.server, child.name, table.name)) continue;
    after = putTable(after, run.server, {
      ...child,
      foreignKeys: child.foreignKeys.map((key) =>
        isSameTable(run.server, key.referencedTable, table.name)
          ? {
              ...key,
              referencedColumns: key.referencedColumns.map((name) => effects.nameAfter(name) ?? name),
            }
          : key,
      ),
    });
  }
  return after;
}

/** The names of columns, indexes and constraints that the actions are about. */
function namesOf(actions: readonly AlterAction[]): readonly string[] {
  return actions.flatMap((action): readonly string[] => {
    switch (action.kind) {
      case 'addColumn':
        return [action.column.name, ...(action.position.kind === 'after' ? [action.position.column] : [])];
      case 'changeColumn':
        return [action.from, action.column.name];
      case 'renameColumn':
      case 'renameIndex':
        return [action.from, action.to];
      case 'dropColumn':
      case 'alterDefault':
      case 'alterColumnVisibility':
        return [action.column];
      case 'addIndex':
        return [
          ...(action.index.name === null ? [] : [action.index.name]),
          ...(action.index.kind === 'primary' ? ['PRIMARY'] : []),
          ...action.index.parts.flatMap((part) => ('column' in part ? [part.column] : [])),
        ];
      case 'dropIndex':
      case 'dropForeignKey':
      case 'dropCheck':
      case 'dropConstraint':
      case 'alterCheck':
      case 'alterIndexVisibility':
        return [action.name];
      case 'dropPrimaryKey':
        return ['PRIMARY'];
      case 'addForeignKey':
        return [
          ...(action.foreignKey.name === null ? [] : [action.foreignKey.name]),
          ...action.foreignKey.columns,
        ];
      default:
        return [];
    }
  });
}

/** The taint of a part of the table that the actions name, or of the table. */
function taintOf(table: Table, actions: readonly AlterAction[]): string | null {
  if (table.taint) return table.taint.reason;
  const tainted = [...table.columns, ...table.indexes, ...table.foreignKeys].filter((part) => part.taint);
  if (tainted.length === 0) return null;
  const names = namesOf(actions);
  return tainted.find((part) => names.some((name) => sameName(name, part.name)))?.taint?.reason ?? null;
}

const isUncertain = (table: Table, actions: readonly AlterAction[]) => taintOf(table, actions) !== null;
const reasonOf = (table: Table, actions: readonly AlterAction[]) => taintOf(table, actions) ?? '';

function noteUncertain(run: Run, table: Table, actions: readonly AlterAction[]): void {
  const reason = taintOf(table, actions);
  if (reason !== null) doubt(run, reason);
}
