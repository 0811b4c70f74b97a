import { type ApplyResult, apply } from '../../../src/core/schema/apply';
import { emptySchema } from '../../../src/core/schema/empty';
import type { Schema, Table } from '../../../src/core/schema/model';
import { parseServer } from '../../../src/core/schema/profiles';
import type { ServerProfile } from '../../../src/core/schema/server';
import { getTable } from '../../../src/core/schema/tableMap';
import { parseStatement } from '../../../src/core/sql/parse';

export const EMPTY: Schema = emptySchema('utf8mb4', 'utf8mb4_unicode_ci');

export const server = (name: string): ServerProfile => parseServer(name, 'booking');

/** The schema after the statements; throws where one of them is refused or can't be told. */
export function schemaOf(sqls: string | readonly string[], on = server('mysql-8.4'), from = EMPTY): Schema {
  let schema = from;
  for (const sql of typeof sqls === 'string' ? [sqls] : sqls) {
    const { schema: after, error, doubt } = tell(schema, sql, on);
    if (error) throw new Error(`${error.code} ${error.message}: ${sql}`);
    if (doubt) throw new Error(`${doubt}: ${sql}`);
    schema = after;
  }
  return schema;
}

export function tell(schema: Schema, sql: string, on = server('mysql-8.4')): ApplyResult {
  return apply(schema, parseStatement(sql, on), on);
}

/** `1060 Duplicate column name 'a'`, `doubt: …` or `ok`. */
export function said({ error, doubt }: ApplyResult): string {
  if (doubt !== null) return `doubt: ${doubt}`;
  return error ? `${error.code} ${error.message}` : 'ok';
}

export function tableOf(schema: Schema, name: string): Table {
  const table = getTable(schema.tables, name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}
