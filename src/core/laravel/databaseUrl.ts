import type { Value } from '../php/values';

/** Other names of drivers in a URL. (ConfigurationUrlParser) */
const DRIVERS: Readonly<Record<string, string>> = {
  mssql: 'sqlsrv',
  mysql2: 'mysql',
  postgres: 'pgsql',
  postgresql: 'pgsql',
  sqlite3: 'sqlite',
  redis: 'tcp',
  rediss: 'tls',
};

/**
 * What a database URL sets in a connection, as Laravel's ConfigurationUrlParser reads it; null where it is malformed.
 * What PHP's parse_url would guess of a URL with a wrong port or a stray @ is taken for malformed, too.
 */
export function parseDatabaseUrl(url: string): ReadonlyMap<string, string> | null {
  const whole = url.replace(/^(sqlite3?):\/\/\//, '$1://null/');
  const parts = /^([a-z\d+.-]+):\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?(?:#.*)?$/is.exec(whole);
  // An @ behind the first / is the rest of a password that was not escaped: it would be shown as a database's name.
  if (!parts || /^[^/]*\/\/[^/?#]*[/?#].*@/s.test(whole)) return null;
  const [, scheme = '', authority = '', path = '', query = ''] = parts;
  const at = authority.lastIndexOf('@');
  const place = /^(\[[^\]]*\]|[^:]+)(?::(\d{0,5}))?$/.exec(authority.slice(at + 1));
  if (!place || Number(place[2] ?? 0) > 65_535) return null;
  const account = at < 0 ? null : authority.slice(0, at);
  const colon = account?.indexOf(':') ?? -1;
  const found = new Map<string, string>();
  const put = (key: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') found.set(key, decoded(value));
  };
  put('driver', DRIVERS[scheme] ?? scheme);
  put('database', path);
  put('host', place[1]);
  put('port', place[2]);
  put('username', account === null || colon < 0 ? account : account.slice(0, colon));
  if (account !== null && colon >= 0) found.set('password', decoded(account.slice(colon + 1)));
  for (const [key, value] of new URLSearchParams(query)) found.set(key, value);
  return found;
}

/** PHP's rawurldecode: what is no escape stays as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** A connection's entry with its URL resolved into it; as it is, with the URL, where that is malformed or not known. */
export function withUrl(raw: ReadonlyMap<string | number, Value>): ReadonlyMap<string | number, Value> {
  const url = raw.get('url');
  if (typeof url !== 'string' || url === '') return raw;
  const found = parseDatabaseUrl(url);
  if (!found) return raw;
  const merged = new Map<string | number, Value>([...raw, ...found]);
  merged.delete('url');
  return merged;
}
