import type { TableName } from '../schema/model';
import type { DataStatement } from '../schema/statement';
import type { Cursor } from './cursor';
import { isReserved } from './reserved';
import { selectNames } from './selectNames';
import type { Token } from './token';
import { touchedTables } from './touched';
import { writeNames } from './writeNames';

type Verb = DataStatement['verb'];
type Literal = string | number | null | undefined;

const VERBS: Readonly<Record<string, Verb>> = {
  INSERT: 'insert',
  REPLACE: 'replace',
  UPDATE: 'update',
  DELETE: 'delete',
  SELECT: 'select',
  WITH: 'select',
  VALUES: 'select',
  TABLE: 'select',
  '(': 'select',
  LOAD: 'load',
  CALL: 'call',
  DO: 'other',
  HANDLER: 'other',
};

export const isDataVerb = (word: string): boolean => VERBS[word] !== undefined;

/** Reads INSERT, UPDATE, DELETE, SELECT …, for what they touch; nothing in them but INSERT rows is taken apart. */
export function readData(cursor: Cursor): DataStatement {
  const word = cursor.token.word;
  const verb = VERBS[word] as Verb;
  const from = cursor.at;
  if (word !== '(') cursor.next();
  const tables = touchedTables(cursor, from);
  const ignore = saysIgnore(cursor);
  const base = { kind: 'data', verb, tables, ignore, insert: null, columns: [] } as const;
  if (verb === 'insert' || verb === 'replace') return readInsert(cursor, base);
  let columns: readonly string[] = [];
  let table: TableName | null = tables[0] ?? null;
  if (verb === 'update') {
    while (cursor.acceptAny('LOW_PRIORITY', 'IGNORE')) {
      // modifiers
    }
    if (!cursor.seesName() && !cursor.sees('(')) cursor.refuse();
    if (cursor.seesName()) table = cursor.tableName();
    if (cursor.accept('AS') || cursor.seesName()) cursor.name();
    if (!cursor.seesAny('SET', ',', '(', '.', 'PARTITION', 'FOR') && !JOINS.has(cursor.token.word))
      cursor.refuse();
  }
  if (verb === 'delete') {
    while (cursor.acceptAny('LOW_PRIORITY', 'QUICK', 'IGNORE')) {
      // modifiers
    }
    if (!cursor.sees('FROM')) {
      cursor.list(() => readTarget(cursor));
      if (!cursor.sees('FROM')) cursor.refuse();
    }
  }
  if (verb === 'call') table = null;
  const tokens = finish(cursor);
  if ((verb === 'update' || verb === 'delete') && tables.length === 1) columns = namedColumns(tokens, cursor);
  const readNames = verb === 'update' || verb === 'delete' ? writeNames : selectNames;
  const names = readNames(cursor.tokens.slice(from, cursor.at), cursor.sql, cursor.server);
  if (verb === 'update' && tables.length === 1)
    return { ...base, table, columns, names, sets: assigned(tokens, 'SET') };
  return { ...base, table, columns, names };
}

function saysIgnore(cursor: Cursor): boolean {
  for (let i = 0; i < 4; i++) if (cursor.peek(i).word === 'IGNORE') return true;
  return false;
}

const JOINS = new Set([
  'JOIN',
  'INNER',
  'CROSS',
  'LEFT',
  'RIGHT',
  'NATURAL',
  'STRAIGHT_JOIN',
  'USE',
  'FORCE',
  'IGNORE',
]);
/** Words that something must follow. */
const OPEN = new Set([
  'FROM',
  'WHERE',
  'AND',
  'OR',
  'XOR',
  'NOT',
  'SET',
  'BY',
  'JOIN',
  'ON',
  'HAVING',
  'UNION',
  'SELECT',
  '=',
  ',',
  '<',
  '>',
  'IN',
  'LIKE',
  'INTO',
  'LIMIT',
  'AS',
]);

/** A table of DELETE: `t` or `t.*`. */
function readTarget(cursor: Cursor): void {
  cursor.name();
  while (cursor.accept('.')) if (!cursor.accept('*')) cursor.name();
}

/** Reads to the end of the statement; parentheses must match. */
function finish(cursor: Cursor): readonly Token[] {
  const from = cursor.at;
  let depth = 0;
  while (!cursor.atEnd && !cursor.sees(';')) {
    const { word } = cursor.token;
    if (word === '(') depth++;
    else if (word === ')' && --depth < 0) cursor.refuse();
    cursor.next();
  }
  if (depth > 0 || (cursor.at > from && OPEN.has(cursor.previous.word))) cursor.refuse();
  return cursor.tokens.slice(from, cursor.at);
}

const COMPARED = new Set([
  '=',
  '<>',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '<=>',
  'IS',
  'IN',
  'LIKE',
  'BETWEEN',
  'NOT',
]);

/** Names that can only be columns: set in SET, or compared with something. Only for statements over one table. */
function namedColumns(tokens: readonly Token[], cursor: Cursor): string[] {
  const found = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.word === 'SELECT') return [];
    if (token.kind !== 'name' && (token.kind !== 'word' || isReserved(token.word, cursor.server))) continue;
    const next = tokens[i + 1]?.word ?? '';
    if (COMPARED.has(next) && tokens[i - 1]?.word !== '@') found.add(token.text);
  }
  return [...found];
}

const ENDS_SET = new Set(['WHERE', 'ORDER', 'LIMIT', 'RETURNING']);

/** The columns that are given values in the list after the word: each name that a `=` follows where an item begins. */
function assigned(tokens: readonly Token[], after: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let begins = false;
  let inList = false;
  tokens.forEach(({ word, kind, text }, i) => {
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (depth > 0) return;
    if (!inList) inList = begins = word === after;
    else if (ENDS_SET.has(word)) inList = false;
    else if (begins && (kind === 'name' || kind === 'word') && tokens[i + 1]?.word === '=') found.push(text);
    // `t`.`a` = 1
    if (inList && word !== after) begins = word === ',' || (begins && tokens[i + 1]?.word !== '=');
  });
  return found;
}

function readInsert(cursor: Cursor, base: Omit<DataStatement, 'table'>): DataStatement {
  while (cursor.acceptAny('LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'IGNORE')) {
    // modifiers
  }
  cursor.accept('INTO');
  const table = cursor.tableName();
  if (cursor.accept('PARTITION')) cursor.balanced();
  let columns: string[] | null = null;
  if (cursor.sees('(') && !['SELECT', 'WITH', '('].includes(cursor.peek().word)) {
    columns = cursor.peek().word === ')' ? [] : null;
    if (columns) cursor.balanced();
    else columns = cursor.parenthesised(() => columnName(cursor));
  }
  const said = { ...base, table, tables: base.tables.length > 0 ? base.tables : [table] };
  if (cursor.acceptAny('VALUES', 'VALUE')) {
    const rows = cursor.list(() => readRow(cursor));
    const mayFollow = cursor.server.vendor === 'mysql' ? ['ON', 'AS'] : ['ON', 'RETURNING'];
    if (!cursor.atEnd && !cursor.seesAny(';', ...mayFollow)) cursor.refuse();
    return { ...said, ...onDuplicate(finish(cursor), { columns, rows }) };
  }
  if (cursor.accept('SET')) {
    const names: string[] = [];
    const row: Literal[] = [];
    do {
      names.push(columnName(cursor));
      cursor.expect('=');
      row.push(readValue(cursor));
    } while (cursor.accept(','));
    return { ...said, ...onDuplicate(finish(cursor), { columns: names, rows: [row] }) };
  }
  if (!cursor.seesAny('SELECT', 'WITH', '(', 'TABLE')) cursor.refuse();
  const names = selectNames(finish(cursor), cursor.sql, cursor.server);
  return { ...said, columns: columns ?? [], names };
}

type Insert = NonNullable<DataStatement['insert']>;

/** What follows the rows. */
function onDuplicate(
  tokens: readonly Token[],
  insert: Omit<Insert, 'onDuplicateKeyUpdate'>,
): Pick<DataStatement, 'insert' | 'sets'> {
  const onDuplicateKeyUpdate = tokens.some(({ word }) => word === 'DUPLICATE');
  const said = { insert: { ...insert, onDuplicateKeyUpdate } };
  return onDuplicateKeyUpdate ? { ...said, sets: assigned(tokens, 'UPDATE') } : said;
}

/** `a` or `t`.`a` */
function columnName(cursor: Cursor): string {
  let name = cursor.name();
  while (cursor.accept('.')) name = cursor.name();
  return name;
}

function readRow(cursor: Cursor): Literal[] {
  if (cursor.server.vendor === 'mysql') cursor.accept('ROW');
  cursor.expect('(');
  const row: Literal[] = [];
  if (cursor.accept(')')) return row;
  do row.push(readValue(cursor));
  while (cursor.accept(','));
  cursor.expect(')');
  return row;
}

/** One value: decoded if it is a literal, else undefined. */
function readValue(cursor: Cursor): Literal {
  const from = cursor.at;
  const value = literal(cursor);
  if (cursor.seesAny(',', ')', ';') || cursor.atEnd || cursor.sees('ON')) {
    if (cursor.at > from) return value;
    return cursor.refuse();
  }
  cursor.at = from;
  while (!cursor.atEnd && !cursor.seesAny(',', ')', ';') && !cursor.sees('ON', 'DUPLICATE')) {
    if (cursor.sees('(')) cursor.balanced();
    else cursor.next();
  }
  return undefined;
}

function literal(cursor: Cursor): Literal {
  const { kind, word, text } = cursor.token;
  if (kind === 'introducer' && cursor.peek().kind !== 'string') return undefined;
  if (kind === 'string' || kind === 'introducer') return cursor.string();
  if (kind === 'number') {
    cursor.next();
    return numeric(text);
  }
  if (word === 'NULL') {
    cursor.next();
    return null;
  }
  if (word === 'TRUE' || word === 'FALSE') {
    cursor.next();
    return word === 'TRUE' ? 1 : 0;
  }
  if ((word === '-' || word === '+') && cursor.peek().kind === 'number') {
    cursor.next();
    const value = numeric(cursor.next().text);
    return word === '+' ? value : typeof value === 'number' ? -value : `-${value}`;
  }
  if (kind !== 'end' && kind !== 'broken' && word !== ',' && word !== ')') cursor.next();
  return undefined;
}

/** Numbers that a double can't hold stay text. */
function numeric(text: string): string | number {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}
