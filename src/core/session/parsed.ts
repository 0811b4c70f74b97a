import type { ServerProfile } from '../schema/server';
import type { Statement } from '../schema/statement';
import { parseStatement } from '../sql/parse';

const LIMIT = 20_000;
const caches = new Map<string, Map<string, Statement>>();
const cacheOf = new WeakMap<ServerProfile, Map<string, Statement>>();

/** `parseStatement`, remembering what it said: the same statements come again with every run of a migration. */
export function parseCached(sql: string, server: ServerProfile): Statement {
  const cache = cacheOf.get(server) ?? openCache(server);
  const known = cache.get(sql);
  if (known) return known;
  const statement = parseStatement(sql, server);
  if (cache.size >= LIMIT) cache.clear();
  if (sql.length < 10_000) cache.set(sql, statement);
  return statement;
}

/** Profiles that read alike share what was read. */
function openCache(server: ServerProfile): Map<string, Statement> {
  const key = `${server.vendor} ${server.version.join('.')} ${server.sqlMode.join(',')}`;
  const cache = caches.get(key) ?? new Map<string, Statement>();
  caches.set(key, cache);
  cacheOf.set(server, cache);
  return cache;
}
