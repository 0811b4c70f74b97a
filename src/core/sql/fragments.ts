import type { ColumnType } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { WrittenDefault } from '../schema/statement';
import { readDefault } from './column';
import { Cursor } from './cursor';
import { canonicalExpression } from './expression';
import { tokenize } from './lexer';
import { lexicalRules } from './lexicalRules';
import { nameList, values } from './partitions';
import { readType } from './types';

/*
 * Parts of statements as information_schema shows them.
 */

/** A COLUMN_TYPE, `int(11) unsigned` or `enum('a','b')`; null if it can't be read. */
export function parseType(text: string, server: ServerProfile): ColumnType | null {
  try {
    return readType(new Cursor(text, server)).type;
  } catch {
    return null;
  }
}

/** A default as SQL text, as MariaDB's COLUMN_DEFAULT has it: null for `NULL`. */
export function parseDefault(text: string, server: ServerProfile): WrittenDefault | null {
  try {
    const cursor = new Cursor(text, server);
    const found = readDefault(cursor, null);
    if (cursor.atEnd) return found;
  } catch {
    // An expression then.
  }
  return { kind: 'expression', sql: canonicalExpression(text, { sqlMode: server.sqlMode }) };
}

/** PARTITION_EXPRESSION; `columns`: it lists columns (KEY, RANGE COLUMNS, LIST COLUMNS). */
export function parsePartitionExpression(text: string, columns: boolean, server: ServerProfile): string {
  return columns ? nameList(tokensOf(text, server)) : canonicalExpression(text, { sqlMode: server.sqlMode });
}

/** PARTITION_DESCRIPTION: `2000`, `MAXVALUE`, `'a','b'`. */
export const parsePartitionValues = (text: string, server: ServerProfile): string =>
  values(tokensOf(text, server));

const tokensOf = (text: string, server: ServerProfile) =>
  tokenize(text, lexicalRules(server)).filter(({ kind }) => kind !== 'end');
