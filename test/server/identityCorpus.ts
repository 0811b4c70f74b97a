import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vendor } from '../support/servers';

declare const PROJECT_ROOT: string;

const read = (name: string) => readFileSync(join(PROJECT_ROOT, 'test/server/identity', name), 'utf8');

const statementsOf = (name: string): string[] =>
  read(`${name}.sql`)
    .split(/;\n/)
    .map((sql) => sql.replace(/^--.*\n/, '').trim())
    .filter((sql) => sql !== '');

/** The table that the expressions are about. */
const COLUMNS = 'a int, b int, c varchar(50), d date, e datetime(3), f double, j json';

/** Each expression of expressions.txt as a generated column, a check, a default-free view column and a WHERE. */
export function expressionStatements(): string[] {
  const expressions = read('expressions.txt').split('\n').filter(Boolean);
  return [
    `create table x_base (${COLUMNS})`,
    ...expressions.flatMap((sql, i) => [
      `create table x${i}_generated (${COLUMNS}, g varchar(255) as (${sql}))`,
      `create table x${i}_check (${COLUMNS}, constraint x${i}_chk check (${sql}))`,
      `create view x${i}_view as select ${sql} as x from x_base where ${sql}`,
    ]),
  ];
}

const COMMON = ['types', 'defaults', 'expressions', 'keys', 'tables'];

/** All statements of the corpus but for those about expressions; some are refused by one of the servers, or by both. */
export const corpusFor = (vendor: Vendor): readonly string[] => [
  ...COMMON.flatMap(statementsOf),
  ...statementsOf(vendor),
];
