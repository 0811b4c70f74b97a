import { settledActions, visible } from './alterActions';
import { alterChecks, checkCheckActions, checkColumnsOfChecks, newChecks } from './alterChecks';
import { alterColumns, type ColumnEffects } from './alterColumns';
import {
  checkDroppedColumns,
  checkKeysOfChild,
  checkKeysOfParent,
  checkOwnDrops,
  renameInForeignKeys,
} from './alterForeignKeys';
import { alterForeignKeysOfMariaDb, withCopy } from './alterForeignKeysOfMariaDb';
import { alterKeys, type KeyEffects, renameInExpressions, renameKeys } from './alterKeys';
import { alterOptions } from './alterOptions';
import { checkCasts } from './casts';
import { checkChangedColumns, checkFulltextInPlace } from './changedColumns';
import { checkCharsetsOfAlter } from './charsetNames';
import { checkChecksInTurn } from './checkedForeignKeys';
import { checkColumnFaults } from './columnFaults';
import {
  type Charset,
  checkDefaults,
  checkInvisible,
  checkSpec,
  noteZeroDates,
  resolveCharset,
} from './columns';
import { isCopiedByMariaDb } from './copiedByMariaDb';
import { addForeignKeys, generatedKeys, inlineForeignKey, inlineKey } from './createTable';
import { checkGenerated } from './dependencies';
import { checkAddedDefaults } from './disallowedFunctions';
import { type Draft, draftOf } from './draft';
import { checkExpressions } from './expressionChecks';
import { supports } from './flavour';
import { checkGeneratedColumns, checkNameLength } from './foreignKeySpec';
import { checkColumnsExist } from './foreignKeys';
import { checkInnodbRow } from './innodbRow';
import { checkIndexSpec } from './keyParts';
import {
  checkAutoIncrement,
  checkPrimaryName,
  clusteredIndex,
  lookedAtAgain,
  type NewKey,
  settleKeys,
} from './keys';
import { checkRow, checkTable } from './limits';
import { findTable, findView, isSameTable, openTable, putTable } from './lookup';
import type { Check, Column, ForeignKey, Schema, Table, TableName } from './model';
import { findNamed, sameName } from './names';
import { checkOnline } from './online';
import { checkNoChildren, checkPartitioning } from './partitions';
import { referencesTo } from './references';
import { moveTable } from './renameTable';
import { doubt, Refusal, type Run, refuse } from './run';
import type { AlterAction, ForeignKeySpec, Statement } from './statement';
import { checkOptions, checkTableName, isInnodb } from './tableOptions';
import { resolveYears } from './yearConstants';

type AlterTable = Extract<Statement, { readonly kind: 'alterTable' }>;

/** ALTER TABLE, CREATE INDEX and DROP INDEX: all actions together succeed or fail. */
export function alterTable(run: Run, schema: Schema, statement: AlterTable): Schema {
  checkCharsetsOfAlter(run, statement.actions);
  for (const action of statement.actions) checkWritten(run, action, schema);
  checkAddedDefaults(run, statement.actions);
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
  if (action.kind === 'addIndex') checkIndexSpec(run, action.index);
  if (action.kind === 'addForeignKey' && run.server.vendor === 'mysql')
    checkNameLength(run, action.foreignKey);
  if (action.kind === 'setOptions') checkOptions(run, action.options);
  if (action.kind === 'convertCharset' && !/^default$/i.test(action.charset))
    resolveCharset(run, action.charset, action.collation, schemaCharset);
  if (action.kind === 'renameTo') checkTableName(run, action.to.name);
}

function altered(run: Run, schema: Schema, table: Table, actions: readonly AlterAction[]): Schema {
  const written = actions.findLast((action) => action.kind === 'renameTo');
  if (written && run.server.vendor === 'mysql') checkTarget(run, schema, table, written.to);
  const settled = settledActions(run, schema, table, actions);
  if (run.server.vendor === 'mariadb' && table.partitioning && settled.some(isOfForeignKey))
    refuse(run, 'partitionForeignKey');
  checkOnline(run, table, settled);
  const target = settled.findLast((action) => action.kind === 'renameTo');
  if (target) checkTarget(run, schema, table, target.to);
  if (target) run.renamedTo = target.to.name;
  const draft = draftOf(table);
  noteUncertain(run, table, settled);
  if (run.server.vendor === 'mysql') checkCheckActions(run, schema, table, settled);
  alterOptions(run, schema, draft, settled);
  const effects = alterColumns(run, schema, draft, settled);
  if (!settled.every(leavesColumns)) noteZeroDates(run, unwritten(draft, settled));
  checkPrimaryRenamed(run, table, settled, effects);
  const staying = stayingForeignKeys(table, settled);
  if (run.server.vendor === 'mysql') checkOwnDrops(run, staying, effects);
  const copies = alterConstraints(run, schema, table, draft, settled, effects, staying);
  checkRow(run, draft);
  checkInnodbRow(run, draft, table);
  checkPartitioning(run, draft);
  if (settled.some((action) => action.kind === 'partitionBy' && action.partitioning))
    checkNoChildren(run, schema, draft);
  checkCasts(run, draft.name, effects);
  if (copies) return withCopy(run, schema, table, draft, settled);
  let after = putTable(schema, run.server, draft);
  after = renameForChildren(run, after, table, effects);
  if (target && !isSameTable(run.server, target.to.name, table.name))
    after = moveTable(run, after, findTable(after, run.server, table.name)!, target.to.name);
  return after;
}

/** All but the columns; tells whether MariaDB copies the table for it. */
function alterConstraints(
  run: Run,
  schema: Schema,
  table: Table,
  draft: Draft,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
  staying: readonly ForeignKey[],
): boolean {
  const before = alterKeys(run, draft, actions, effects);
  const mariadb = run.server.vendor === 'mariadb';
  const foreignKeys = newForeignKeys(run, actions);
  const added = newKeys(run, actions);
  if (mariadb) for (const { spec } of added) checkPrimaryName(run, spec);
  if (mariadb) {
    for (const spec of foreignKeys) checkGeneratedColumns(run, draft, spec.columns, spec);
    for (const spec of foreignKeys) checkColumnsExist(run, draft, spec);
  }
  const stayingChecks = checksThatStay(table, actions);
  if (mariadb) {
    checkColumnsOfChecks(run, { ...draft, checks: [...stayingChecks] }, effects);
  }
  checkIgnored(run, table, actions, before);
  checkDropped(run, table, actions, effects, before);
  const keys = renameKeys(run, draft, before, actions);
  checkColumnFaults(run, draft);
  checkTable(run, draft);
  renameInExpressions(draft, effects, actions);
  const isLeft = actions.every(leavesColumns);
  settleKeys(run, draft, keys.staying, added, isLeft ? keys.touched : lookedAtAgain(run, table, draft, keys));
  checkAutoIncrement(run, draft);
  if (!mariadb) checkDroppedColumns(run, schema, table, staying, effects);
  checkInvisible(run, draft.columns);
  if (mariadb) {
    const added = newChecks(run.server, draft.columns, actions);
    checkChecksInTurn(
      run,
      draft,
      [...staying, ...foreignKeys],
      [...stayingChecks, ...columnChecks(draft)],
      added,
    );
  }
  if (mariadb) checkRow(run, draft);
  if (mariadb) checkDefaults(run, draft.columns);
  const ownKeys = renameInForeignKeys(run, table, staying, effects);
  if (mariadb) checkGenerated(run, draft, table);
  else checkKeysOfChild(run, table, draft, ownKeys, keys, effects);
  alterChecks(run, schema, table, draft, actions, effects, staying);
  if (mariadb) checkColumnsOfChecks(run, draft, effects);
  draft.foreignKeys = ownKeys;
  const isCopied = mariadb && (draft.temporary || isCopiedByMariaDb(table, draft, actions, effects));
  if (mariadb)
    alterForeignKeysOfMariaDb(run, schema, { table, draft, effects, staying }, foreignKeys, isCopied);
  else {
    checkChangedColumns(run, schema, table, draft, staying, effects);
    checkFulltextInPlace(run, table, draft, effects);
    addForeignKeys(run, schema, draft, foreignKeys, table.foreignKeys, table);
    checkKeysOfParent(run, schema, table, draft, keys, effects);
  }
  checkDefaults(run, draft.columns);
  if (!mariadb) checkGenerated(run, draft, table);
  resolveYears(run.server, draft, table.checks);
  if (run.server.vendor === 'mysql') checkExpressions(run, draft);
  return isCopied;
}

/** Columns and indexes that were to be dropped and are not there: the first as written is reported. */
function checkDropped(
  run: Run,
  table: Table,
  actions: readonly AlterAction[],
  effects: ColumnEffects,
  keys: KeyEffects,
): void {
  const foreignKeys = [...visible(table)];
  const seen = new Set<string>();
  const isMissing = (name: string) => {
    const isFirst = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return keys.notFound.includes(name) && !(isFirst && findNamed(table.indexes, name));
  };
  for (const action of actions) {
    if (action.kind === 'dropForeignKey') {
      // MySQL asks no other engine for foreign keys.
      if (run.server.vendor === 'mysql' && !isInnodb(table.engine)) continue;
      const at = foreignKeys.findIndex((key) => sameName(key.name, action.name));
      const earlier = dropsOf(actions.slice(0, actions.indexOf(action)), action.name);
      const isTaken = supports.dropForeignKeyTwice(run.server) || earlier.every(({ ifExists }) => ifExists);
      if (at >= 0) foreignKeys.splice(at, 1);
      else if (earlier.length === 0 || !isTaken) refuse(run, 'cannotDrop', [action.name, 'FOREIGN KEY']);
    }
    if (action.kind === 'dropConstraint') refuse(run, 'constraintMissing', [action.name]);
    if (action.kind === 'dropColumn' && effects.notFound.includes(action))
      refuse(run, 'cannotDrop', [action.column, 'COLUMN']);
    if (action.kind === 'dropIndex' && isMissing(action.name))
      refuse(run, 'cannotDrop', [action.name, 'INDEX']);
    if (action.kind === 'dropPrimaryKey' && isMissing('PRIMARY'))
      refuse(run, 'cannotDrop', ['PRIMARY', 'INDEX']);
  }
}

const dropsOf = (actions: readonly AlterAction[], name: string) =>
  actions.flatMap((one) => (one.kind === 'dropForeignKey' && sameName(one.name, name) ? [one] : []));

/** The table's own checks that the statement does not drop. */
const checksThatStay = ({ checks }: Table, actions: readonly AlterAction[]): readonly Check[] =>
  checks.filter(
    ({ name, column }) =>
      column === null && !actions.some((one) => one.kind === 'dropCheck' && sameName(one.name, name)),
  );

/** Those of columns that stay as they are. */
const columnChecks = ({ checks, columns }: Draft): readonly Check[] =>
  checks.filter(({ column }) => column !== null && findNamed(columns, column));

/** 4174: MariaDB lets nobody alter whether the key that stands for the primary key is ignored. */
function checkIgnored(
  run: Run,
  table: Table,
  actions: readonly AlterAction[],
  { dropped }: KeyEffects,
): void {
  const clustered = clusteredIndex(table);
  if (!clustered || dropped.includes(clustered)) return;
  for (const action of actions)
    if (action.kind === 'alterIndexVisibility' && sameName(action.name, clustered.name))
      refuse(run, 'primaryInvisible');
}

const isOfForeignKey = ({ kind }: AlterAction) => kind === 'addForeignKey' || kind === 'dropForeignKey';

/** What is done without making the table anew. */
const leavesColumns = (action: AlterAction): boolean =>
  /^(?:renameTo|algorithm|lock)$/.test(action.kind) ||
  (action.kind === 'partition' && /^truncate$/i.test(action.verb)) ||
  (action.kind === 'noEffect' && action.verb.endsWith(' keys'));

/** The columns that the statement does not define. */
function unwritten(draft: Draft, actions: readonly AlterAction[]): readonly Column[] {
  const written = (name: string) =>
    actions.some(
      (action) =>
        ((action.kind === 'addColumn' || action.kind === 'changeColumn') &&
          sameName(action.column.name, name)) ||
        (action.kind === 'alterDefault' && sameName(action.column, name)),
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
    if (!dropped) refuse(run, 'keyMissing', [action.from, table.name]);
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
