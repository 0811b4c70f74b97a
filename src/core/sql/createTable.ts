import type { TableName } from '../schema/model';
import type { ColumnSpec, CreateTable, IndexSpec, TableOptions } from '../schema/statement';
import { readCheck } from './check';
import { readColumn } from './column';
import type { Cursor } from './cursor';
import { readForeignKey } from './foreignKey';
import { atLeast } from './lexicalRules';
import { readPartitioning } from './partitions';
import { readIndex } from './tableIndex';
import { readTableOptions } from './tableOptions';

export const NO_OPTIONS: TableOptions = {
  engine: null,
  charset: null,
  collation: null,
  comment: null,
  other: {},
};

type Mutable = { -readonly [K in keyof CreateTable]: CreateTable[K] } & {
  columns: ColumnSpec[];
  indexes: IndexSpec[];
  foreignKeys: CreateTable['foreignKeys'][number][];
  checks: CreateTable['checks'][number][];
};

/** Reads what follows `CREATE [OR REPLACE] [TEMPORARY] TABLE`. */
export function readCreateTable(
  cursor: Cursor,
  said: { readonly orReplace: boolean; readonly temporary: boolean },
): CreateTable {
  const ifNotExists = cursor.acceptIf('NOT', 'EXISTS');
  const create: Mutable = {
    kind: 'createTable',
    table: cursor.tableName(),
    ifNotExists,
    ...said,
    columns: [],
    indexes: [],
    foreignKeys: [],
    checks: [],
    options: NO_OPTIONS,
    partitioning: null,
    like: null,
    asSelect: false,
  };
  cursor.table = create.table;
  if (cursor.accept('LIKE')) return { ...create, like: cursor.tableName() };
  if (cursor.sees('(', 'LIKE')) return { ...create, like: readLikeInside(cursor) };
  if (cursor.sees('(') && !['SELECT', 'WITH', '('].includes(cursor.peek().word)) {
    cursor.next();
    cursor.list(() => readDefinition(cursor, create));
    if (!cursor.accept(')')) cursor.unexpected();
  }
  create.options = readTableOptions(cursor) ?? NO_OPTIONS;
  if (cursor.accept('PARTITION', 'BY')) create.partitioning = readPartitioning(cursor);
  if (cursor.acceptAny('IGNORE', 'REPLACE') || cursor.seesAny('AS', 'SELECT', 'WITH', '(', 'VALUES')) {
    create.asSelect = true;
    if (cursor.accept('AS') && cursor.atEnd) cursor.refuse();
    skipSelect(cursor);
  }
  return create;
}

function readLikeInside(cursor: Cursor): TableName {
  cursor.next();
  cursor.next();
  const like = cursor.tableName();
  cursor.expect(')');
  return like;
}

/** Passes over a SELECT that we need not read; parentheses must match. */
function skipSelect(cursor: Cursor): void {
  while (!cursor.atEnd && !cursor.sees(';')) {
    if (cursor.sees('(')) cursor.balanced();
    else cursor.next();
  }
}

/** One column, index, key or check of the list. */
function readDefinition(cursor: Cursor, create: Mutable): void {
  let constraint: string | null = null;
  const isConstraint = cursor.accept('CONSTRAINT');
  if (isConstraint && cursor.seesName()) constraint = cursor.name();
  if (cursor.accept('PRIMARY', 'KEY')) {
    create.indexes.push(readIndex(cursor, 'primary', constraint));
  } else if (cursor.accept('UNIQUE')) {
    cursor.acceptAny('INDEX', 'KEY');
    create.indexes.push(readIndex(cursor, 'unique', constraint));
  } else if (cursor.accept('FOREIGN', 'KEY')) {
    create.foreignKeys.push({ ...readForeignKey(cursor, constraint), keysBefore: create.indexes.length });
  } else if (cursor.accept('CHECK')) {
    create.checks.push(readCheck(cursor, constraint));
  } else if (isConstraint) {
    cursor.refuse();
  } else if (cursor.acceptAny('INDEX', 'KEY')) {
    create.indexes.push(readIndex(cursor, 'index', null));
  } else if (cursor.accept('FULLTEXT')) {
    cursor.acceptAny('INDEX', 'KEY');
    create.indexes.push(readIndex(cursor, 'fulltext', null));
  } else if (cursor.accept('SPATIAL')) {
    cursor.acceptAny('INDEX', 'KEY');
    create.indexes.push(readIndex(cursor, 'spatial', null));
  } else if (
    atLeast(cursor.server, 'mariadb', 11, 7) &&
    (cursor.sees('VECTOR', 'INDEX') || cursor.sees('VECTOR', 'KEY') || isBareVectorIndex(cursor))
  ) {
    cursor.next();
    cursor.acceptAny('INDEX', 'KEY');
    create.indexes.push(readIndex(cursor, 'vector', null));
  } else if (cursor.sees('PERIOD', 'FOR')) {
    cursor.giveUp('a table with a period');
  } else {
    create.columns.push(readColumn(cursor, cursor.columnName(), 'create'));
  }
  if (!cursor.seesAny(',', ')')) cursor.unexpected();
}

const isBareVectorIndex = (cursor: Cursor): boolean =>
  cursor.sees('VECTOR') &&
  (cursor.peek().word === '(' || (cursor.peek().kind === 'name' && cursor.peek(2).word === '('));
