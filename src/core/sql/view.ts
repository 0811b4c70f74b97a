import type { ServerProfile } from '../schema/server';
import type { SelectText, Statement } from '../schema/statement';
import type { Cursor } from './cursor';
import { tokenize } from './lexer';
import { lexicalRules } from './lexicalRules';
import { canonicalSelect } from './select';
import { outputColumns, selectNames } from './selectNames';
import { touchedTables } from './touched';

type CreateView = Extract<Statement, { kind: 'createView' }>;

/** Reads what follows VIEW. `database`: the schema whose name is left out of the text. */
export function readView(cursor: Cursor, orReplace: boolean): CreateView {
  const start = cursor.token;
  const ifNotExists = cursor.acceptIf('NOT', 'EXISTS');
  if (ifNotExists && cursor.server.vendor === 'mysql' && cursor.server.version[0] < 9) cursor.refuse(start);
  const view = cursor.tableName();
  const columns = cursor.sees('(') ? cursor.parenthesised(() => cursor.name()) : [];
  cursor.expect('AS');
  if (!cursor.seesAny('SELECT', 'WITH', '(', 'VALUES', 'TABLE')) cursor.refuse();
  const from = cursor.at;
  const reads = touchedTables(cursor, from);
  let depth = 0;
  while (!cursor.atEnd && !cursor.sees(';')) {
    if (cursor.sees('(')) depth++;
    else if (cursor.sees(')') && --depth < 0) cursor.refuse();
    cursor.next();
  }
  if (depth > 0) cursor.refuse();
  const own = view.schema ?? cursor.server.database;
  const select = canonicalSelect(cursor.tokens.slice(from, cursor.at), {
    database: own,
    sqlMode: cursor.server.sqlMode,
    columns,
    source: cursor.sql,
  });
  const tokens = cursor.tokens.slice(from, cursor.at);
  const names = selectNames(tokens, cursor.sql, cursor.server);
  const output = names.length ? outputColumns(tokens, cursor.sql) : null;
  return { kind: 'createView', view, orReplace, ifNotExists, columns, select, reads, names, output };
}

/** A SELECT as information_schema.VIEWS has it, in canonical form; `columns`: the view's columns by name. */
export function parseSelect(text: string, server: ServerProfile, columns: readonly string[]): SelectText {
  const tokens = tokenize(text, lexicalRules(server)).filter(({ kind }) => kind !== 'end');
  return canonicalSelect(tokens, { database: server.database, sqlMode: server.sqlMode, columns });
}
