import type { IndexKind } from '../schema/model';
import type { AlterAction, ColumnPosition, ColumnSpec } from '../schema/statement';
import { readCheck } from './check';
import { literalIn, readColumn, readDefault } from './column';
import type { Cursor } from './cursor';
import { readForeignKey } from './foreignKey';
import { atLeast } from './lexicalRules';
import { readPartition, readPartitioning } from './partitions';
import { readIndex } from './tableIndex';
import { readTableOptions } from './tableOptions';
import { charsetName } from './types';

/** Reads the actions of ALTER TABLE, after the table's name. */
export function readAlterActions(cursor: Cursor): AlterAction[] {
  const actions: AlterAction[] = [];
  if (cursor.atEnd || cursor.sees(';')) return actions;
  do {
    // How the table is partitioned is said alone or at the end, without a comma.
    const isLast = seesPartitioning(cursor);
    if (isLast && actions.length > 0) cursor.refuse();
    actions.push(...readAction(cursor));
    if (!isLast && !seesPartitioning(cursor)) continue;
    if (!isLast) actions.push(...readAction(cursor));
    if (cursor.accept(',')) refuseComma(cursor);
  } while (cursor.accept(','));
  return actions;
}

/** MySQL quotes the comma, MariaDB what stands behind it. */
function refuseComma(cursor: Cursor): never {
  const comma = cursor.tokens[cursor.at - 1]!;
  return cursor.refuse(cursor.server.vendor === 'mysql' ? comma : { ...comma, start: comma.start + 1 });
}

const seesPartitioning = (cursor: Cursor): boolean =>
  cursor.sees('PARTITION', 'BY') || cursor.sees('REMOVE', 'PARTITIONING');

function readAction(cursor: Cursor): AlterAction[] {
  const verb = cursor.token.word;
  switch (verb) {
    case 'ADD':
      cursor.next();
      return readAdd(cursor);
    case 'DROP':
      cursor.next();
      return [readDrop(cursor)];
    case 'MODIFY':
    case 'CHANGE':
      cursor.next();
      return [readChange(cursor, verb)];
    case 'RENAME':
      cursor.next();
      return [readRename(cursor)];
    case 'ALTER':
      cursor.next();
      return [readAlterItem(cursor)];
    case 'CONVERT':
      return [readConvert(cursor)];
    case 'ALGORITHM':
    case 'LOCK': {
      cursor.next();
      cursor.accept('=');
      if (cursor.token.kind !== 'word') cursor.refuse();
      return [{ kind: verb === 'LOCK' ? 'lock' : 'algorithm', value: cursor.next().word }];
    }
    default:
      return readOther(cursor, verb);
  }
}

function readOther(cursor: Cursor, verb: string): AlterAction[] {
  if (cursor.accept('PARTITION', 'BY'))
    return [{ kind: 'partitionBy', partitioning: readPartitioning(cursor) }];
  if (cursor.accept('REMOVE', 'PARTITIONING')) return [{ kind: 'partitionBy', partitioning: null }];
  if (
    [
      'TRUNCATE',
      'REORGANIZE',
      'COALESCE',
      'EXCHANGE',
      'ANALYZE',
      'CHECK',
      'OPTIMIZE',
      'REBUILD',
      'REPAIR',
    ].includes(verb)
  ) {
    cursor.next();
    return [readPartitionAction(cursor, verb)];
  }
  if (cursor.accept('FORCE')) return [{ kind: 'noEffect', verb: 'force' }];
  if (cursor.acceptAny('ENABLE', 'DISABLE')) {
    cursor.expect('KEYS');
    return [{ kind: 'noEffect', verb: `${verb.toLowerCase()} keys` }];
  }
  if (cursor.acceptAny('DISCARD', 'IMPORT')) {
    cursor.expect('TABLESPACE');
    return [{ kind: 'noEffect', verb: `${verb.toLowerCase()} tablespace` }];
  }
  if (cursor.acceptAny('WITH', 'WITHOUT')) {
    cursor.expect('VALIDATION');
    return [{ kind: 'noEffect', verb: 'validation' }];
  }
  if (cursor.accept('ORDER', 'BY')) {
    cursor.list(() => cursor.skipItem());
    return [{ kind: 'noEffect', verb: 'order by' }];
  }
  const isAutoIncrement = cursor.sees('AUTO_INCREMENT');
  const options = readTableOptions(cursor);
  if (!options) return cursor.unexpected(true);
  const empty =
    options.engine === null &&
    options.charset === null &&
    options.collation === null &&
    options.comment === null;
  if (isAutoIncrement && empty && Object.keys(options.other).length === 0)
    return [{ kind: 'noEffect', verb: 'auto_increment' }];
  return [{ kind: 'setOptions', options }];
}

/** IF EXISTS and IF NOT EXISTS inside ALTER TABLE are MariaDB's. */
function ifClause(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!cursor.sees('IF')) return false;
  if (cursor.server.vendor === 'mysql') cursor.refuse();
  return cursor.acceptIf(...words);
}
const ifNotExists = (cursor: Cursor): boolean => ifClause(cursor, 'NOT', 'EXISTS');
const ifExists = (cursor: Cursor): boolean => ifClause(cursor, 'EXISTS');

function readAdd(cursor: Cursor): AlterAction[] {
  let constraint: string | null = null;
  const isConstraint = cursor.accept('CONSTRAINT');
  let guarded = isConstraint && ifNotExists(cursor);
  if (isConstraint && cursor.seesName()) constraint = cursor.name();
  if (cursor.accept('PRIMARY', 'KEY')) return [addIndex(cursor, 'primary', constraint)];
  if (cursor.accept('UNIQUE')) {
    cursor.acceptAny('INDEX', 'KEY');
    return [addIndex(cursor, 'unique', constraint)];
  }
  if (cursor.accept('FOREIGN', 'KEY')) {
    guarded = ifNotExists(cursor) || guarded;
    return [{ kind: 'addForeignKey', foreignKey: readForeignKey(cursor, constraint), ifNotExists: guarded }];
  }
  if (cursor.accept('CHECK')) return [{ kind: 'addCheck', check: readCheck(cursor, constraint) }];
  if (isConstraint) cursor.refuse();
  if (cursor.acceptAny('INDEX', 'KEY')) return [addIndex(cursor, 'index', null)];
  if (cursor.accept('FULLTEXT')) {
    cursor.acceptAny('INDEX', 'KEY');
    return [addIndex(cursor, 'fulltext', null)];
  }
  if (cursor.accept('SPATIAL')) {
    cursor.acceptAny('INDEX', 'KEY');
    return [addIndex(cursor, 'spatial', null)];
  }
  const hasVectors = atLeast(cursor.server, 'mariadb', 11, 7);
  if (hasVectors && (cursor.accept('VECTOR', 'INDEX') || cursor.accept('VECTOR', 'KEY')))
    return [addIndex(cursor, 'vector', null)];
  if (cursor.sees('PARTITION')) return [readAddPartition(cursor)];
  if (cursor.seesAny('SYSTEM', 'PERIOD')) cursor.giveUp('system versioning');
  cursor.accept('COLUMN');
  const guardedColumn = ifNotExists(cursor);
  if (cursor.sees('(')) {
    return cursor
      .parenthesised(() => readColumn(cursor, cursor.columnName(), 'create'))
      .map((column) => ({
        kind: 'addColumn',
        column,
        position: { kind: 'last' },
        ifNotExists: guardedColumn,
      }));
  }
  const column = readColumn(cursor, cursor.columnName(), 'alter');
  const position = readPosition(cursor) ?? { kind: 'last' };
  return [{ kind: 'addColumn', column, position, ifNotExists: guardedColumn }];
}

function addIndex(cursor: Cursor, kind: IndexKind, constraint: string | null): AlterAction {
  const guarded = ifNotExists(cursor);
  return { kind: 'addIndex', index: readIndex(cursor, kind, constraint), ifNotExists: guarded };
}

function readPosition(cursor: Cursor): ColumnPosition | null {
  if (cursor.accept('FIRST')) return { kind: 'first' };
  if (cursor.accept('AFTER')) return { kind: 'after', column: cursor.name() };
  return null;
}

function readDrop(cursor: Cursor): AlterAction {
  if (cursor.accept('PRIMARY')) {
    cursor.expect('KEY');
    return { kind: 'dropPrimaryKey' };
  }
  if (cursor.acceptAny('INDEX', 'KEY')) return { kind: 'dropIndex', ...guardedName(cursor) };
  if (cursor.accept('FOREIGN')) {
    cursor.expect('KEY');
    return { kind: 'dropForeignKey', ...guardedName(cursor) };
  }
  if (cursor.sees('CHECK')) {
    if (!atLeast(cursor.server, 'mysql', 8, 0, 16)) cursor.refuse();
    cursor.next();
    return { kind: 'dropCheck', ...guardedName(cursor) };
  }
  if (cursor.sees('CONSTRAINT')) {
    if (!atLeast(cursor.server, 'mysql', 8, 0, 19) && cursor.server.vendor === 'mysql') cursor.refuse();
    cursor.next();
    const guarded = ifExists(cursor);
    const name = cursor.accept('PRIMARY') ? 'PRIMARY' : cursor.name();
    return { kind: 'dropConstraint', name, ifExists: guarded };
  }
  if (cursor.accept('PARTITION')) {
    ifExists(cursor);
    const names = cursor.list(() => cursor.name());
    return { kind: 'partition', verb: 'drop', names, partitions: [], count: 0 };
  }
  if (cursor.sees('SYSTEM', 'VERSIONING') || cursor.sees('PERIOD', 'FOR')) cursor.giveUp('system versioning');
  cursor.accept('COLUMN');
  const guarded = ifExists(cursor);
  const column = cursor.columnName();
  cursor.acceptAny('RESTRICT', 'CASCADE');
  return { kind: 'dropColumn', column, ifExists: guarded };
}

function guardedName(cursor: Cursor): { name: string; ifExists: boolean } {
  const guarded = ifExists(cursor);
  const name = cursor.accept('PRIMARY') ? 'PRIMARY' : cursor.name();
  return { name, ifExists: guarded };
}

function readChange(cursor: Cursor, verb: 'MODIFY' | 'CHANGE'): AlterAction {
  cursor.accept('COLUMN');
  const guarded = ifExists(cursor);
  const from = cursor.columnName();
  const name = verb === 'CHANGE' ? cursor.columnName() : from;
  const column: ColumnSpec = readColumn(cursor, name, 'alter');
  return { kind: 'changeColumn', from, column, position: readPosition(cursor), ifExists: guarded };
}

function readRename(cursor: Cursor): AlterAction {
  const { server } = cursor;
  if (cursor.sees('COLUMN')) {
    if (!atLeast(server, 'mysql', 8) && !atLeast(server, 'mariadb', 10, 5, 2)) cursor.refuse();
    cursor.next();
    const guarded = ifExists(cursor);
    const from = cursor.name();
    cursor.expect('TO');
    return { kind: 'renameColumn', from, to: cursor.name(), ifExists: guarded };
  }
  if (cursor.seesAny('INDEX', 'KEY')) {
    if (!atLeast(server, 'mysql', 5, 7) && !atLeast(server, 'mariadb', 10, 5, 2)) cursor.refuse();
    cursor.next();
    ifExists(cursor);
    const from = cursor.name();
    cursor.expect('TO');
    return { kind: 'renameIndex', from, to: cursor.name() };
  }
  if (!cursor.acceptAny('TO', 'AS')) cursor.accept('=');
  return { kind: 'renameTo', to: cursor.tableName() };
}

function readAlterItem(cursor: Cursor): AlterAction {
  const { server } = cursor;
  if (cursor.seesAny('INDEX', 'KEY')) {
    cursor.next();
    ifExists(cursor);
    const name = cursor.name();
    if (server.vendor === 'mariadb') {
      if (!atLeast(server, 'mariadb', 10, 6)) cursor.refuse();
      const visible = cursor.accept('NOT');
      cursor.expect('IGNORED');
      return { kind: 'alterIndexVisibility', name, visible };
    }
    if (!atLeast(server, 'mysql', 8)) cursor.refuse();
    const word = cursor.acceptAny('VISIBLE', 'INVISIBLE') ?? cursor.refuse();
    return { kind: 'alterIndexVisibility', name, visible: word === 'VISIBLE' };
  }
  if (cursor.seesAny('CHECK', 'CONSTRAINT')) {
    if (!atLeast(server, 'mysql', 8, 0, 16)) cursor.refuse();
    cursor.next();
    const name = cursor.name();
    const enforced = !cursor.accept('NOT');
    cursor.expect('ENFORCED');
    return { kind: 'alterCheck', name, enforced };
  }
  cursor.accept('COLUMN');
  ifExists(cursor);
  const column = cursor.name();
  if (cursor.accept('DROP', 'DEFAULT')) return { kind: 'alterDefault', column, default: undefined };
  cursor.expect('SET');
  if (cursor.seesAny('VISIBLE', 'INVISIBLE')) {
    if (!atLeast(server, 'mysql', 8, 0, 23)) cursor.refuse();
    return { kind: 'alterColumnVisibility', column, invisible: cursor.next().word === 'INVISIBLE' };
  }
  cursor.expect('DEFAULT');
  if (server.vendor === 'mysql' && cursor.seesAny('CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP'))
    cursor.refuse();
  const written = readDefault(cursor, null);
  return { kind: 'alterDefault', column, default: (written && literalIn(written)) ?? written };
}

function readConvert(cursor: Cursor): AlterAction {
  if (cursor.sees('CONVERT', 'PARTITION') || cursor.sees('CONVERT', 'TABLE'))
    cursor.giveUp('partitions made tables');
  cursor.expect('CONVERT', 'TO');
  if (!cursor.accept('CHARSET')) cursor.expect('CHARACTER', 'SET');
  const charset = charsetName(cursor);
  let collation: string | null = null;
  if (cursor.accept('COLLATE')) {
    cursor.accept('=');
    collation = charsetName(cursor);
  }
  return { kind: 'convertCharset', charset, collation };
}

function readOne(cursor: Cursor) {
  const { name, description } = readPartition(cursor);
  return { name, description };
}

function readAddPartition(cursor: Cursor): AlterAction {
  cursor.expect('PARTITION');
  ifNotExists(cursor);
  if (cursor.accept('PARTITIONS')) {
    return { kind: 'partition', verb: 'add', names: [], partitions: [], count: cursor.integer() };
  }
  const partitions = cursor.parenthesised(() => readOne(cursor));
  return { kind: 'partition', verb: 'add', names: partitions.map(({ name }) => name), partitions, count: 0 };
}

function readPartitionAction(cursor: Cursor, verb: string): AlterAction {
  cursor.expect('PARTITION');
  const names: string[] = [];
  let count = 0;
  if (cursor.token.kind === 'number') count = cursor.integer();
  else if (!cursor.accept('ALL') && cursor.seesName()) names.push(...cursor.list(() => cursor.name()));
  let partitions: ReturnType<typeof readOne>[] = [];
  if (verb === 'REORGANIZE' && cursor.accept('INTO'))
    partitions = cursor.parenthesised(() => readOne(cursor));
  if (verb === 'EXCHANGE') {
    cursor.expect('WITH', 'TABLE');
    cursor.tableName();
    if (cursor.acceptAny('WITH', 'WITHOUT')) cursor.expect('VALIDATION');
  }
  return { kind: 'partition', verb: verb.toLowerCase(), names, partitions, count };
}
