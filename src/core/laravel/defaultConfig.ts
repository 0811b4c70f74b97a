import { arrayOf, type Value } from '../php/values';
import { envValue } from './dotenv';
import { atLeast, type LaravelVersion } from './version';

/**
 * The framework's own configuration where an application has none of that name: from Laravel 11 on
 * (vendor/laravel/framework/config). Only what migrations ask of it; null: unknown.
 */
export function defaultConfig(
  name: string,
  env: ReadonlyMap<string, string>,
  laravel: LaravelVersion,
): Value {
  const e = (key: string, fallback: Value): Value => {
    const value = env.get(key);
    return value === undefined ? fallback : envValue(value);
  };
  if (!atLeast(laravel, '11.0') && name !== 'database') return null;
  switch (name) {
    case 'database':
      return database(e, laravel);
    case 'app':
      return arrayOf([
        ['name', e('APP_NAME', 'Laravel')],
        ['env', e('APP_ENV', 'production')],
        ['debug', e('APP_DEBUG', false)],
        ['url', e('APP_URL', 'http://localhost')],
        ['timezone', e('APP_TIMEZONE', 'UTC')],
        ['locale', e('APP_LOCALE', 'en')],
        ['fallback_locale', e('APP_FALLBACK_LOCALE', 'en')],
      ]);
    default:
      return null;
  }
}

type Env = (key: string, fallback: Value) => Value;

function database(e: Env, laravel: LaravelVersion): Value {
  const server = (driver: string): Value =>
    arrayOf([
      ['driver', driver],
      ['url', e('DB_URL', null)],
      ['host', e('DB_HOST', '127.0.0.1')],
      ['port', e('DB_PORT', '3306')],
      ['database', e('DB_DATABASE', 'laravel')],
      ['username', e('DB_USERNAME', 'root')],
      ['password', e('DB_PASSWORD', '')],
      ['unix_socket', e('DB_SOCKET', '')],
      ['charset', e('DB_CHARSET', 'utf8mb4')],
      ['collation', e('DB_COLLATION', 'utf8mb4_unicode_ci')],
      ['prefix', ''],
      ['prefix_indexes', true],
      ['strict', true],
      ['engine', null],
    ]);
  const names = atLeast(laravel, '11.0') ? ['mysql', 'mariadb'] : ['mysql'];
  return arrayOf([
    ['default', e('DB_CONNECTION', 'mysql')],
    ['connections', arrayOf(names.map((name): [string, Value] => [name, server(name)]))],
    ['migrations', 'migrations'],
  ]);
}
