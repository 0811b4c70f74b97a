import type { IndexKind, TableName } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { Read, Statement } from '../schema/statement';
import { readAlterActions } from './alterTable';
import { readCreateTable } from './createTable';
import { Cursor, ReadingStopped } from './cursor';
import { isDataVerb, readData } from './data';
import { atLeast } from './lexicalRules';
import { readDatabaseOptions, readSet } from './sessionStatements';
import { readIndexRest, readUsing } from './tableIndex';
import { touchedTables } from './touched';
import { readView } from './view';

/**
 * Reads one statement as this server would. Never throws: what the server surely refuses is a `syntaxError`, what we
 * can't read is `unreadable`. A `;` may end the text; anything after it is a syntax error, as in a prepared statement.
 */
export function parseStatement(sql: string, server: ServerProfile): Statement {
  let cursor: Cursor | null = null;
  try {
    cursor = new Cursor(sql, server);
    const statement = readStatement(cursor);
    if (!cursor.atEnd && !cursor.sees(';'))
      cursor.unexpected(statement.kind === 'createTable' && statement.columns.length > 0);
    while (cursor.accept(';')) {
      // The server takes these at the end, and nothing after them.
    }
    if (!cursor.atEnd) cursor.refuse();
    refuseArrows(cursor);
    return statement;
  } catch (error) {
    if (error instanceof ReadingStopped && cursor) return stopped(error, cursor);
    const reason = error instanceof RangeError ? 'too deeply nested' : String(error);
    return { kind: 'unreadable', reason, touches: [] };
  }
}

/** MariaDB has no `->` and `->>`: it stops at the `>`. */
function refuseArrows(cursor: Cursor): void {
  if (cursor.server.vendor !== 'mariadb') return;
  const arrow = cursor.tokens.find(({ word }) => word === '->' || word === '->>');
  if (arrow) cursor.refuse({ ...arrow, start: arrow.start + 1 });
}

function stopped(error: ReadingStopped, cursor: Cursor): Statement {
  if (error.verdict === 'unreadable') {
    const touches = touchedTables(cursor).map(({ name }) => name);
    return { kind: 'unreadable', reason: error.reason, touches };
  }
  const { start } = error.token;
  const near = nearText(cursor.sql, start, cursor.server);
  const where = { kind: 'syntaxError', near, line: lineOf(cursor.sql, start) } as const;
  const said = cursor.server.vendor === 'mysql' ? where : { ...where, read: readUntil(cursor, start) };
  if (error.verdict === 'wrongTable') return { ...said, wrongTable: error.reason };
  return error.verdict === 'unknownType' ? { ...said, unknownType: error.reason } : said;
}

/** The table and the columns that were read before. */
function readUntil({ table, columns, column, tokens }: Cursor, start: number): Read {
  const isWhole = column !== null && tokens[column.at]?.start === start;
  return { table: table?.name ?? null, columns: isWhole ? [...columns, column.spec] : columns };
}

/** The server quotes 80 bytes of what it could not read; MariaDB shows that there is more. */
const NEAR = 80;

function nearText(sql: string, start: number, server: ServerProfile): string {
  const rest = sql.slice(start, start + NEAR + 1);
  if (byteLength(rest) <= NEAR) return rest;
  const dots = server.vendor === 'mariadb' ? '...' : '';
  let near = rest;
  while (byteLength(near) > NEAR - dots.length) near = near.slice(0, -1);
  if (dots) return `${near}${dots}`;
  // MySQL cuts through a character, and shows the first bytes of it as they are.
  const cut = [...rest.slice(near.length)][0] ?? '';
  const bytes = new TextEncoder().encode(cut).slice(0, NEAR - byteLength(near));
  return near + String.fromCharCode(...bytes);
}

/** The bytes in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function lineOf(sql: string, at: number): number {
  let line = 1;
  for (let i = sql.indexOf('\n'); i >= 0 && i < at; i = sql.indexOf('\n', i + 1)) line++;
  return line;
}

function readStatement(cursor: Cursor): Statement {
  const { word, kind } = cursor.token;
  if (kind === 'end' || word === ';') return { kind: 'noEffect', verb: '' };
  if (isDataVerb(word)) return readData(cursor);
  switch (word) {
    case 'CREATE':
      cursor.next();
      return readCreate(cursor);
    case 'ALTER':
      cursor.next();
      return readAlter(cursor);
    case 'DROP':
      cursor.next();
      return readDrop(cursor);
    case 'RENAME':
      return readRename(cursor);
    case 'TRUNCATE': {
      cursor.next();
      cursor.accept('TABLE');
      return { kind: 'truncate', table: cursor.tableName() };
    }
    case 'SET':
      cursor.next();
      return readSet(cursor);
    case 'USE':
      cursor.next();
      return { kind: 'use', schema: cursor.name() };
    case 'EXECUTE':
      return cursor.giveUp('the text of a prepared statement');
    default:
      return readWithoutEffect(cursor, word);
  }
}

const WITHOUT_EFFECT = new Set(
  `ANALYZE BEGIN BINLOG CACHE CHECK CHECKSUM COMMIT DEALLOCATE DESC DESCRIBE EXPLAIN FLUSH GRANT HELP INSTALL KILL LOCK
OPTIMIZE PREPARE PURGE RELEASE REPAIR RESET REVOKE ROLLBACK SAVEPOINT SHOW SHUTDOWN START STOP UNINSTALL UNLOCK XA`.split(
    /\s+/,
  ),
);
/** Statements that exist but whose effect we don't follow. */
const UNKNOWN_EFFECT = new Set(
  'CASE CHANGE CLONE DECLARE GET IF IMPORT LOOP REPEAT RESIGNAL RESTART RETURN SIGNAL WHILE BACKUP'.split(
    ' ',
  ),
);

function readWithoutEffect(cursor: Cursor, word: string): Statement {
  if (word === 'BEGIN' && !['', ';', 'WORK'].includes(cursor.peek().word))
    cursor.giveUp('a compound statement');
  if (WITHOUT_EFFECT.has(word)) return withoutEffect(cursor, word.toLowerCase());
  if (UNKNOWN_EFFECT.has(word)) cursor.giveUp(`${cursor.token.text} …`);
  return cursor.refuse();
}

/** Passes over the rest of the text, `;` and all (bodies of triggers and routines have them). */
function withoutEffect(cursor: Cursor, verb: string): Statement {
  while (!cursor.atEnd) cursor.next();
  return { kind: 'noEffect', verb };
}

const INDEX_KINDS: Readonly<Record<string, IndexKind>> = {
  UNIQUE: 'unique',
  FULLTEXT: 'fulltext',
  SPATIAL: 'spatial',
  VECTOR: 'vector',
};

const OTHER_OBJECTS = new Set(
  'TRIGGER PROCEDURE FUNCTION EVENT USER ROLE SERVER AGGREGATE TABLESPACE LOGFILE PACKAGE UNDO RESOURCE LIBRARY SEQUENCE'.split(
    ' ',
  ),
);

function readCreate(cursor: Cursor): Statement {
  const orReplace = cursor.accept('OR', 'REPLACE');
  skipDefiner(cursor);
  if (cursor.accept('VIEW')) return readView(cursor, orReplace);
  if (cursor.sees('MATERIALIZED') && atLeast(cursor.server, 'mysql', 9)) cursor.giveUp('a materialized view');
  if (orReplace && cursor.server.vendor === 'mysql' && !cursor.sees('SPATIAL')) cursor.refuse();
  const temporary = cursor.accept('TEMPORARY');
  if (cursor.accept('TABLE')) return readCreateTable(cursor, { orReplace, temporary });
  if (cursor.accept('DATABASE') || cursor.accept('SCHEMA')) {
    const ifNotExists = cursor.acceptIf('NOT', 'EXISTS');
    const schema = cursor.name();
    return { kind: 'createDatabase', schema, ifNotExists, ...readDatabaseOptions(cursor) };
  }
  if (cursor.sees('SEQUENCE') && cursor.server.vendor === 'mysql') cursor.refuse();
  if (OTHER_OBJECTS.has(cursor.token.word)) return readObject(cursor, 'create', orReplace);
  if (cursor.sees('SPATIAL', 'REFERENCE')) return withoutEffect(cursor, 'create spatial reference system');
  if (cursor.server.vendor === 'mysql') {
    if (cursor.sees('ONLINE') || cursor.sees('OFFLINE')) cursor.refuse();
  } else cursor.acceptAny('ONLINE', 'OFFLINE');
  return readCreateIndex(cursor);
}

const STORED = { TRIGGER: 'trigger', PROCEDURE: 'procedure', FUNCTION: 'function', EVENT: 'event' } as const;

/** `create trigger a before insert on t …`, `drop procedure if exists p`: which object; its body is passed over. */
function readObject(cursor: Cursor, verb: 'create' | 'drop', orReplace: boolean): Statement {
  const { word } = cursor.token;
  const object = STORED[word as keyof typeof STORED];
  if (!object) return withoutEffect(cursor, `${verb} ${word.toLowerCase()}`);
  cursor.next();
  const guarded = verb === 'create' ? cursor.acceptIf('NOT', 'EXISTS') : cursor.acceptIf('EXISTS');
  if (!cursor.seesName()) return withoutEffect(cursor, `${verb} ${object}`);
  const name = cursor.tableName();
  let table: TableName | null = null;
  if (object === 'trigger' && verb === 'create') {
    while (!cursor.atEnd && !cursor.accept('ON')) cursor.next();
    table = cursor.seesName() ? cursor.tableName() : null;
  }
  const rest = withoutEffect(cursor, `${verb} ${object}`);
  // A loadable function (`… returns string soname 'x.so'`) is the server's own, not the database's.
  return { ...rest, object: { verb, object, name, table, guarded, orReplace } } as Statement;
}

/** `ALGORITHM = x DEFINER = user SQL SECURITY y`, before VIEW, TRIGGER and the like. */
function skipDefiner(cursor: Cursor): void {
  for (;;) {
    if (cursor.sees('ALGORITHM') && cursor.peek().word === '=') {
      cursor.at += 2;
      cursor.next();
    } else if (cursor.sees('DEFINER') && cursor.peek().word === '=') {
      cursor.at += 2;
      cursor.next();
      if (cursor.sees('(')) cursor.balanced();
      if (cursor.token.kind === 'variable') {
        // `@` alone before a quoted host is its own token.
        cursor.next();
      }
    } else if (cursor.accept('SQL', 'SECURITY')) {
      if (!cursor.acceptAny('DEFINER', 'INVOKER')) cursor.refuse();
    } else return;
  }
}

function readCreateIndex(cursor: Cursor): Statement {
  const word = cursor.acceptAny('UNIQUE', 'FULLTEXT', 'SPATIAL', 'VECTOR');
  cursor.expect('INDEX');
  const ifNotExists = mariadbClause(cursor, 'NOT', 'EXISTS');
  const index = {
    name: cursor.name() as string | null,
    kind: (word && INDEX_KINDS[word]) || ('index' as IndexKind),
    parts: [],
    visible: true,
    comment: '',
    using: null,
    parser: null,
    explicitOrder: false,
  };
  readUsing(cursor, index);
  cursor.expect('ON');
  const table = cursor.tableName();
  readIndexRest(cursor, index);
  const actions = [{ kind: 'addIndex', index, ifNotExists } as const, ...readOnline(cursor)];
  return { kind: 'alterTable', table, actions, ifExists: false, via: 'createIndex' };
}

/** `ALGORITHM = x LOCK = y` after CREATE INDEX and DROP INDEX. */
function readOnline(cursor: Cursor): { readonly kind: 'algorithm' | 'lock'; readonly value: string }[] {
  const found: { kind: 'algorithm' | 'lock'; value: string }[] = [];
  for (;;) {
    const word = cursor.acceptAny('ALGORITHM', 'LOCK', 'WAIT', 'NOWAIT');
    if (!word) return found;
    if (word === 'NOWAIT') continue;
    cursor.accept('=');
    const { text } = cursor.next();
    if (word !== 'WAIT')
      found.push({ kind: word === 'LOCK' ? 'lock' : 'algorithm', value: text.toUpperCase() });
  }
}

/** IF [NOT] EXISTS where only MariaDB has it. */
function mariadbClause(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!cursor.sees('IF')) return false;
  if (cursor.server.vendor === 'mysql') cursor.refuse();
  return cursor.acceptIf(...words);
}

function readAlter(cursor: Cursor): Statement {
  if (cursor.server.vendor === 'mariadb') cursor.accept('ONLINE');
  if (cursor.server.vendor === 'mariadb') cursor.accept('IGNORE');
  if (cursor.accept('TABLE')) {
    const ifExists = mariadbClause(cursor, 'EXISTS');
    const table = cursor.tableName();
    if (cursor.server.vendor === 'mariadb' && !cursor.accept('NOWAIT') && cursor.accept('WAIT'))
      cursor.integer();
    cursor.table = table;
    return { kind: 'alterTable', table, actions: readAlterActions(cursor), ifExists, via: 'alter' };
  }
  if (cursor.accept('DATABASE') || cursor.accept('SCHEMA')) {
    const isNamed =
      cursor.token.kind === 'name' ||
      !cursor.seesAny('DEFAULT', 'CHARACTER', 'CHARSET', 'COLLATE', 'ENCRYPTION', 'READ');
    const schema = isNamed ? cursor.name() : null;
    return { kind: 'alterDatabase', schema, ifNotExists: false, ...readDatabaseOptions(cursor) };
  }
  skipDefiner(cursor);
  if (cursor.accept('VIEW')) return readView(cursor, true);
  const verb = `alter ${cursor.token.word.toLowerCase()}`;
  if (OTHER_OBJECTS.has(cursor.token.word) || cursor.seesAny('INSTANCE')) return withoutEffect(cursor, verb);
  return cursor.refuse();
}

function readDrop(cursor: Cursor): Statement {
  const temporary = cursor.accept('TEMPORARY');
  if (cursor.acceptAny('TABLE', 'TABLES')) {
    const ifExists = cursor.acceptIf('EXISTS');
    const tables = cursor.list(() => cursor.tableName());
    cursor.acceptAny('RESTRICT', 'CASCADE');
    return { kind: 'dropTable', tables, ifExists, temporary };
  }
  if (temporary) cursor.refuse();
  if (cursor.accept('VIEW')) {
    const ifExists = cursor.acceptIf('EXISTS');
    const views = cursor.list(() => cursor.tableName());
    cursor.acceptAny('RESTRICT', 'CASCADE');
    return { kind: 'dropView', views, ifExists };
  }
  if (cursor.accept('INDEX')) {
    const ifExists = mariadbClause(cursor, 'EXISTS');
    const name = cursor.accept('PRIMARY') ? 'PRIMARY' : cursor.name();
    cursor.expect('ON');
    const table = cursor.tableName();
    const action =
      name === 'PRIMARY'
        ? ({ kind: 'dropPrimaryKey' } as const)
        : ({ kind: 'dropIndex', name, ifExists } as const);
    const online = cursor.server.vendor === 'mysql' ? readOnline(cursor) : [];
    return {
      kind: 'alterTable',
      table,
      actions: [action, ...online],
      ifExists: false,
      via: 'dropIndex',
    };
  }
  if (cursor.seesAny('DATABASE', 'SCHEMA')) cursor.giveUp('drops a whole database');
  if (OTHER_OBJECTS.has(cursor.token.word) || cursor.seesAny('PREPARE', 'SPATIAL'))
    return readObject(cursor, 'drop', false);
  return cursor.refuse();
}

function readRename(cursor: Cursor): Statement {
  cursor.next();
  if (cursor.sees('USER')) return withoutEffect(cursor, 'rename user');
  if (!cursor.acceptAny('TABLE', 'TABLES')) cursor.refuse();
  mariadbClause(cursor, 'EXISTS');
  const pairs = cursor.list(() => {
    const from = cursor.tableName();
    cursor.expect('TO');
    return { from, to: cursor.tableName() };
  });
  return { kind: 'renameTable', pairs };
}
