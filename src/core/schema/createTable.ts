import { checkCharsetsOfCreate } from './charsetNames';
import { addChecks, checkCheckSpecs, type NewCheck } from './checkConstraints';
import { checkAgainstChecks, checkChecksInTurn } from './checkedForeignKeys';
import { checkColumnFaults } from './columnFaults';
import {
  type Charset,
  checkDefaults,
  checkInvisible,
  checkSpec,
  noteZeroDates,
  promoteTimestamps,
  resolveColumn,
} from './columns';
import { checkGenerated } from './dependencies';
import { type Draft, draftOf } from './draft';
import { blocking } from './dropTable';
import { checkExpressions } from './expressionChecks';
import { supports } from './flavour';
import { checkGeneratedColumns, checkNameLength } from './foreignKeySpec';
import {
  checkChildColumns,
  checkForeignKeyName,
  checkParent,
  generatedForeignKeyNumber,
  makeForeignKey,
  supportingKey,
  writtenName,
} from './foreignKeys';
import { checkInnodbRow } from './innodbRow';
import { isFolded } from './json';
import { checkIndexSpec } from './keyParts';
import { checkAutoIncrement, type NewKey, settleKeys } from './keys';
import { checkRow, checkTable } from './limits';
import {
  findPermanent,
  findTable,
  findView,
  isForeign,
  isSameTable,
  openTable,
  putTable,
  qualified,
  removeTable,
} from './lookup';
import type { Column, ForeignKey, Schema, Table, TableName } from './model';
import { findNamed, nameLength } from './names';
import { checkAdoptedChildren } from './parents';
import { checkEngineOfPartitions, checkNoGeometry, checkPartitioning } from './partitions';
import { checkNamed } from './references';
import { doubt, Refusal, type Run, refuse, warn } from './run';
import type { ServerProfile } from './server';
import type { ColumnSpec, CreateTable, ForeignKeySpec, IndexSpec } from './statement';
import {
  checkOptions,
  checkTableName,
  isInnodb,
  mergeOptions,
  resolveEngine,
  tableCharset,
} from './tableOptions';
import { resolveYears } from './yearConstants';

/** CREATE TABLE, in its three forms: columns, LIKE, and SELECT (whose columns can't be read from the text). */
export function createTable(run: Run, schema: Schema, statement: CreateTable): Schema {
  const { server } = run;
  const { name } = statement.table;
  checkCharsetsOfCreate(run, statement);
  checkTableName(run, name);
  for (const spec of statement.columns) checkSpec(run, spec);
  for (const spec of statement.indexes) checkIndexSpec(run, spec);
  const foreignKeys = allForeignKeys(run, statement);
  if (server.vendor === 'mysql') for (const spec of foreignKeys) checkNameLength(run, spec);
  checkOptions(run, statement.options);
  if (isForeign(server, statement.table)) {
    doubt(run, `${qualified(server, statement.table)} is in another database`);
    return schema;
  }
  const checks = newChecks(run.server, [], statement);
  checkCheckSpecs(run, { name, checks: [] }, checks, statement.asSelect ? null : statement.columns);
  if (statement.partitioning) checkEngineOfPartitions(run, statement.options.engine);
  if (statement.like) checkSource(run, schema, statement.table, statement.like);
  let base = schema;
  const found = existing(run, schema, statement);
  if (found === 'view') {
    if (statement.orReplace) refuse(run, 'isView', [qualified(server, statement.table)]);
    if (!statement.ifNotExists) refuse(run, 'tableExists', [name]);
    warn(run, 'tableExists', [name]);
    return schema;
  }
  if (found) {
    if (found.taint) doubt(run, found.taint.reason);
    if (statement.orReplace) base = replaced(run, schema, found);
    else if (statement.ifNotExists) {
      warn(run, 'tableExists', [name]);
      return schema;
    } else refuse(run, 'tableExists', [name]);
  } else if (schema.taint) doubt(run, schema.taint.reason);
  try {
    const table = statement.like ? copyOf(run, base, statement) : builtFrom(run, base, statement);
    return table ? putTable(base, server, table) : { ...base, taint: base.taint };
  } catch (refusal) {
    // OR REPLACE has dropped the old table by then.
    throw refusal instanceof Refusal ? new Refusal(refusal.error, base) : refusal;
  }
}

/** Without the table that OR REPLACE drops first, which another may refer to. */
function replaced(run: Run, schema: Schema, table: Table): Schema {
  const reference = blocking(run, schema, table, [table], false);
  if (reference)
    refuse(run, 'dropParentTable', [table.name, reference.foreignKey.name, reference.child.name]);
  return removeTable(schema, run.server, table);
}

/** The source is opened first: 1066 for the table itself, 1146 where it is not there. */
function checkSource(run: Run, schema: Schema, table: TableName, like: TableName): void {
  if (qualified(run.server, table) === qualified(run.server, like))
    refuse(run, 'notUniqueTable', [like.name]);
  if (run.server.vendor === 'mysql') openTable(run, schema, like);
}

function existing(run: Run, schema: Schema, statement: CreateTable): Table | 'view' | undefined {
  const { server } = run;
  const { name } = statement.table;
  if (statement.temporary) {
    const table = findTable(schema, server, name);
    return table?.temporary ? table : undefined;
  }
  return findPermanent(schema, server, name) ?? (findView(schema, server, name) ? 'view' : undefined);
}

function copyOf(run: Run, schema: Schema, statement: CreateTable): Table | null {
  const source = openTable(run, schema, statement.like!);
  if (!source) return null;
  const { name } = statement.table;
  let number = 0;
  const copy: Table = {
    ...source,
    name,
    columns: source.columns.map((column) => ({ ...column, origin: run.origin })),
    indexes: source.indexes.map((index) => ({ ...index, origin: run.origin })),
    foreignKeys: [],
    // Check names are unique in the whole schema on MySQL: the copies are all named anew.
    checks: supports.schemaWideCheckNames(run.server)
      ? [...source.checks]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map((check) => ({ ...check, name: `${name}_chk_${++number}` }))
      : source.checks,
    temporary: statement.temporary,
    origin: run.origin,
  };
  noteZeroDates(run, copy.columns);
  checkDefaults(run, copy.columns);
  for (const check of copy.checks) {
    const owner = supports.schemaWideCheckNames(run.server) ? checkNamed(schema, check.name) : undefined;
    if (owner) refuse(run, 'duplicateCheck', [check.name]);
  }
  if (!copy.temporary) checkAdoptedChildren(run, schema, draftOf(copy), false);
  return copy;
}

/** Written out and at columns, in the order in which the server names them. */
export function allForeignKeys(run: Run, statement: CreateTable): readonly ForeignKeySpec[] {
  if (!supports.inlineReferences(run.server)) return statement.foreignKeys;
  const inline = statement.columns.filter((spec) => spec.references).map(inlineForeignKey);
  return inline.length ? [...inline, ...statement.foreignKeys] : statement.foreignKeys;
}

export function inlineForeignKey(spec: ColumnSpec): ForeignKeySpec {
  return { name: null, indexName: null, columns: [spec.name], ...spec.references!, inline: true };
}

function builtFrom(run: Run, schema: Schema, statement: CreateTable): Table {
  const { options } = statement;
  const around: Charset = tableCharset(run, options, schema);
  const draft: Draft = {
    name: statement.table.name,
    engine: resolveEngine(run, options.engine),
    charset: around.charset,
    collation: around.collation,
    comment: options.comment ?? '',
    columns: [],
    indexes: [],
    foreignKeys: [],
    checks: [],
    partitioning: statement.partitioning,
    options: mergeOptions(/^aria$/i.test(options.engine ?? '') ? { PAGE_CHECKSUM: '1' } : {}, options.other),
    temporary: statement.temporary,
    taint: statement.asSelect ? { reason: 'its columns come from a SELECT', origin: run.origin } : null,
    origin: run.origin,
  };
  if (statement.columns.length === 0 && !statement.asSelect) {
    const key = statement.indexes[0]?.parts[0];
    if (run.server.vendor === 'mysql' && key && 'column' in key)
      refuse(run, 'keyColumnMissing', [key.column]);
    refuse(run, 'noColumns');
  }
  const foreignKeys = allForeignKeys(run, statement);
  if (run.server.vendor === 'mariadb' && foreignKeys.length > 0 && draft.partitioning)
    refuse(run, 'partitionForeignKey');
  const mysql = run.server.vendor === 'mysql';
  if (draft.partitioning && mysql) checkNoGeometry(run, statement);
  buildColumns(run, draft, statement, around);
  if (draft.partitioning && !mysql) checkNoGeometry(run, draft);
  checkTable(run, draft);
  settleKeys(run, draft, [], keysInOrder(run, statement));
  checkAutoIncrement(run, draft);
  checkInvisible(run, draft.columns);
  const checks = newChecks(run.server, draft.columns, statement);
  if (run.server.vendor === 'mariadb') {
    checkChecksInTurn(run, draft, foreignKeys, [], checks);
    checkDefaults(run, draft.columns);
    checkGenerated(run, draft, null);
  } else {
    for (const spec of foreignKeys) checkGeneratedColumns(run, draft, spec.columns, spec);
    checkAgainstChecks(run, draft, foreignKeys, checks);
  }
  // MariaDB leaves the foreign keys to InnoDB, which comes last.
  if (run.server.vendor === 'mariadb') {
    addChecks(run, schema, draft, checks, false);
    if (!statement.asSelect) {
      checkRow(run, draft);
      checkInnodbRow(run, draft, null);
    }
  }
  addForeignKeys(run, schema, draft, foreignKeys);
  if (run.server.vendor === 'mysql') addChecks(run, schema, draft, checks, false);
  checkDefaults(run, draft.columns);
  if (run.server.vendor === 'mysql' && !statement.asSelect) {
    checkRow(run, draft);
    checkInnodbRow(run, draft, null);
  }
  if (run.server.vendor === 'mysql') checkGenerated(run, draft, null);
  resolveYears(run.server, draft, []);
  checkPartitioning(run, draft);
  if (run.server.vendor === 'mysql') checkExpressions(run, draft);
  if (!statement.temporary) checkAdoptedChildren(run, schema, draft, true);
  return draft;
}

function buildColumns(run: Run, draft: Draft, statement: CreateTable, around: Charset): void {
  statement.columns.forEach((spec, at) => {
    const noted = run.columnFaults.length;
    draft.columns.push(resolveColumn(run, spec, around));
    run.columnFaults.push(...run.columnFaults.splice(noted).map((fault) => ({ ...fault, at })));
  });
  checkColumnFaults(run, draft);
  promoteTimestamps(run, statement.columns, draft.columns);
}

/** The key that PRIMARY KEY or UNIQUE at a column makes. */
export function inlineKey(spec: ColumnSpec): IndexSpec {
  return {
    name: null,
    kind: spec.key === 'primary' ? 'primary' : 'unique',
    parts: [{ column: spec.name, length: null, descending: false }],
    visible: true,
    comment: '',
    using: null,
    parser: null,
    explicitOrder: false,
  };
}

/** All keys as they are written, with those that the foreign keys ask for in their places. */
function keysInOrder(run: Run, { columns, indexes, foreignKeys }: CreateTable): NewKey[] {
  const keys: NewKey[] = [];
  for (const spec of columns) {
    if (spec.key) keys.push({ spec: inlineKey(spec), generated: false });
    if (spec.references && supports.inlineReferences(run.server))
      keys.push(...generatedKeys([inlineForeignKey(spec)]));
  }
  const upTo = (at: number) =>
    generatedKeys(foreignKeys.filter(({ keysBefore = indexes.length }) => keysBefore === at));
  indexes.forEach((spec, i) => {
    keys.push(...upTo(i), { spec, generated: false });
  });
  return [...keys, ...upTo(indexes.length)];
}

export const generatedKeys = (foreignKeys: readonly ForeignKeySpec[]): NewKey[] =>
  foreignKeys.map((spec) => ({ spec: supportingKey(spec), generated: true, foreignKey: spec }));

/** With the columns and indexes that were there before this ALTER. */
const asItWas = (draft: Draft, { columns, indexes }: Table): Draft => ({
  ...draft,
  columns: [...columns],
  indexes: [...indexes],
});

/** Names the foreign keys, checks both sides, and adds them to the table. */
export function addForeignKeys(
  run: Run,
  schema: Schema,
  draft: Draft,
  specs: readonly ForeignKeySpec[],
  before: readonly ForeignKey[] = [],
  altered: Table | null = null,
): void {
  if (!isInnodb(draft.engine)) return;
  if (specs.length && draft.temporary) refuse(run, 'cannotAddForeignKey', [], draft.name);
  // While MariaDB alters a table it sees of the table itself only the indexes that were there.
  const mariadb = run.server.vendor === 'mariadb';
  const self = altered && mariadb ? asItWas(draft, altered) : draft;
  let number = generatedForeignKeyNumber(draft.name, before);
  for (const spec of specs) {
    checkNameLength(run, spec);
    const written = writtenName(run, spec);
    const name =
      written ?? `${mariadb && altered ? (run.renamedTo ?? draft.name) : draft.name}_ibfk_${number++}`;
    // MariaDB's ALTER leaves it to InnoDB.
    if ((run.server.vendor === 'mysql' || !altered) && nameLength(name) > 64)
      refuse(run, 'nameTooLong', [name]);
    const foreignKey = makeForeignKey(run, draft, spec, name);
    if (run.server.vendor === 'mysql' && findNamed(before, name))
      refuse(run, 'duplicateForeignKey', [name, draft.name], draft.name);
    checkChildColumns(run, draft, { ...foreignKey, columns: spec.columns });
    if (draft.partitioning) refuse(run, 'partitionForeignKey');
    // MariaDB asks nothing of NULLs where NO ACTION is written.
    const onUpdate = spec.noAction ? 'restrict' : foreignKey.onUpdate;
    checkParent(run, schema, draft, { ...foreignKey, columns: spec.columns, onUpdate }, self);
    // The name that MariaDB makes for one of a copy it takes only with the table's (alterForeignKeysOfMariaDb.ts).
    if (written || !mariadb || !altered) checkForeignKeyName(run, schema, draft, foreignKey.name, before);
    draft.foreignKeys.push(mariadb ? asParentSays(run, schema, draft, foreignKey) : foreignKey);
  }
}

/** MariaDB's names of a parent's columns are the parent's own. */
function asParentSays(run: Run, schema: Schema, draft: Draft, key: ForeignKey): ForeignKey {
  const isOwn = isSameTable(run.server, key.referencedTable, draft.name);
  const parent = isOwn ? draft : findPermanent(schema, run.server, key.referencedTable);
  const named = (name: string) => findNamed(parent?.columns ?? [], name)?.name ?? name;
  return { ...key, referencedColumns: key.referencedColumns.map(named) };
}

function newChecks(server: ServerProfile, columns: readonly Column[], statement: CreateTable): NewCheck[] {
  const inline = statement.columns
    .filter((spec) => spec.check && !isFolded(server, spec, columns))
    .map((spec) => ({ spec: spec.check!, column: spec.name }));
  return [...inline, ...statement.checks.map((spec) => ({ spec, column: null }))];
}
