import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isModelled } from '../core/laravel/connections';
import type { ConnectionConfig } from '../core/laravel/schema/flavour';
import { isArray, isUnknown } from '../core/php/values';
import { UserError } from '../project/userError';
import type { ConnectionSettings, TlsSettings } from '../server/settings';

/** PDO::MYSQL_ATTR_SSL_CA and PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT. */
const SSL_CA = 1009;
const SSL_VERIFY = 1014;
const MOST_BYTES = 1024 * 1024;

/**
 * How to reach the server of a connection. Throws UserError where that is not certain: what is not known is no reason to
 * connect to another server, or as somebody else. No message holds a value that may be secret.
 */
export function connectionSettings(
  config: ConnectionConfig,
  file: string,
  root: string,
  env: ReadonlyMap<string, string>,
): ConnectionSettings {
  const refuse = (code: string, message: string, hint: string) =>
    new UserError(code, `${file}: the connection "${config.name}" ${message}`, hint);
  const url = config.raw.get('url') ?? null;
  if (url !== null && url !== '' && url !== false)
    throw isUnknown(url)
      ? refuse('unknown-connection', `has a URL that is not known: ${url.reason}.`, 'Set DB_URL.')
      : refuse(
          'bad-database-url',
          'has a malformed URL.',
          'Check DB_URL: #, /, ?, @ and : in a password are written %23, %2F, %3F, %40 and %3A.',
        );
  if (!isModelled(config))
    throw refuse(
      'unsupported-driver',
      `has the driver "${config.driver}".`,
      'Only mysql and mariadb can be compared with; name another connection: env:NAME/CONNECTION.',
    );
  const text = (key: string): string => {
    const value = config.raw.get(key) ?? null;
    if (value === null || value === false) return '';
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    const why = isUnknown(value) ? `: ${value.reason}` : ' from config/database.php';
    throw refuse('unknown-connection', `has a ${key} that is not known${why}.`, `Set its ${key} in ${file}.`);
  };
  const needed = (key: string, variable: string): string => {
    const value = text(key);
    if (value === '') throw refuse(`no-${key}`, `names no ${key}.`, `Set ${variable}.`);
    return value;
  };
  const socket = text('unix_socket');
  const database = needed('database', 'DB_DATABASE');
  const user = needed('username', 'DB_USERNAME');
  const host = socket === '' ? needed('host', 'DB_HOST') : text('host');
  const port = Number(text('port') || 3306);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw refuse('bad-port', 'has a port that is no number from 1 to 65535.', 'Check DB_PORT.');
  return {
    host,
    port,
    socket: socket === '' ? null : socket,
    user,
    password: text('password'),
    database,
    tls: tlsOf(config, root, env, refuse),
  };
}

/** Laravel's own configuration reads MYSQL_ATTR_SSL_CA where PHP has MySQL, which is supposed here. */
function tlsOf(
  config: ConnectionConfig,
  root: string,
  env: ReadonlyMap<string, string>,
  refuse: (code: string, message: string, hint: string) => UserError,
): TlsSettings | null {
  const options = config.raw.get('options') ?? null;
  const given = options !== null && isArray(options) ? options.entries : null;
  const ca = given?.get(SSL_CA) ?? env.get('MYSQL_ATTR_SSL_CA') ?? '';
  if (ca === '' || ca === null) return null;
  const pem = typeof ca === 'string' ? readCertificate(ca, root) : null;
  if (pem === null)
    throw refuse(
      'unreadable-ca',
      'wants TLS with a certificate (MYSQL_ATTR_SSL_CA) that can’t be read.',
      'Check its path: it is read on this machine.',
    );
  return { verify: given?.get(SSL_VERIFY) !== false, ca: pem };
}

/** `base_path()` is `/app` to the configuration. */
function readCertificate(path: string, root: string): string | null {
  const places = [path.startsWith('/') ? path : join(root, path)];
  if (path.startsWith('/app/')) places.push(join(root, path.slice('/app/'.length)));
  for (const place of places) {
    try {
      const stat = statSync(place);
      if (stat.isFile() && stat.size <= MOST_BYTES) return readFileSync(place, 'utf8');
    } catch {
      // The next place.
    }
  }
  return null;
}
