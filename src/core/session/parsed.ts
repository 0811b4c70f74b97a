import type { ServerProfile } from '../schema/server';
import type { Statement } from '../schema/statement';
import { parseStatement } from '../sql/parse';

const LIMIT = 20_000;
const caches = new Map<string, Map<string, Statement>>();

/** `parseStatement`, remembering what it said: the same statements come again with every run of a migration. */
export function parseCached(sql: string, server: ServerProfile): Statement {
  const key = `${server.vendor} ${server.version.join('.')} ${server.sqlMode.join(',')}`;
  let cache = caches.get(key);
  if (!cache) {
    cache = new Map();
    caches.set(key, cache);
  }
  const known = cache.get(sql);
  if (known) return known;
  const statement = parseStatement(sql, server);
  if (cache.size >= LIMIT) cache.clear();
  if (sql.length < 10_000) cache.set(sql, statement);
  return statement;
}
