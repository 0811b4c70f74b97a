import type { CreateTable } from '../schema/statement';
import type { Cursor } from './cursor';
import { canonicalTokens, isValue } from './expression';

/** What follows `[CONSTRAINT name] CHECK`. */
export function readCheck(cursor: Cursor, name: string | null): CreateTable['checks'][number] {
  const inside = cursor.balanced();
  const rules = { condition: true, sqlMode: cursor.server.sqlMode };
  const sql = canonicalTokens(inside, rules);
  const valued = isValue(inside, { ...rules, condition: false });
  let enforced = true;
  if (cursor.server.vendor === 'mysql') {
    if (cursor.accept('NOT', 'ENFORCED')) enforced = false;
    else cursor.accept('ENFORCED');
  }
  return { name, sql, enforced, valued };
}
