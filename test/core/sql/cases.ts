import { readFileSync } from 'node:fs';
import { parseServer } from '../../../src/core/schema/profiles';
import type { ServerProfile } from '../../../src/core/schema/server';
import type { CreateTable, Statement } from '../../../src/core/schema/statement';
import { parseStatement } from '../../../src/core/sql/parse';

/** A server as the tests name it, with the sql_mode it has when nothing sets it. */
export const server = (name: string): ServerProfile => ({ ...parseServer(name, 'shop'), sqlMode: [] });

export const mysql = server('mysql-8.4');
export const mariadb = server('mariadb-10.11');

/** A file of test/core/sql/corpus. */
export const corpus = (name: string): string => readFileSync(`test/core/sql/corpus/${name}`, 'utf8');

/** The statement as the expected kind; fails with what it is. */
export function parsed<K extends Statement['kind']>(
  sql: string,
  kind: K,
  on: ServerProfile = mysql,
): Extract<Statement, { readonly kind: K }> {
  const statement = parseStatement(sql, on);
  if (statement.kind !== kind) throw new Error(`${sql}\n  is ${JSON.stringify(statement)}`);
  return statement as Extract<Statement, { readonly kind: K }>;
}

/** `create table t (…)` with this column. */
export function column(definition: string, on: ServerProfile = mysql): CreateTable['columns'][number] {
  return parsed(`create table t (${definition})`, 'createTable', on).columns[0]!;
}
