import { isArray, isFloat, isUnknown, type Value } from '../php/values';
import type { Config } from './config';
import { withUrl } from './databaseUrl';
import type { ConnectionConfig } from './schema/flavour';

/** The connections of config/database.php. */
export interface Connections {
  /** The name of the default one: what the configuration says, or the first of MySQL's where that is another driver. */
  readonly default: string;
  readonly byName: ReadonlyMap<string, ConnectionConfig>;
  /** Several names may stand for one database: the name under which a World has it. */
  keyOf(name: string): string;
}

const MODELLED = new Set(['mysql', 'mariadb']);

export function isModelled(connection: ConnectionConfig): boolean {
  return MODELLED.has(connection.driver);
}

export function connectionsOf(config: Config): Connections {
  const byName = new Map<string, ConnectionConfig>();
  const entries = config.get('database.connections');
  if (isArray(entries)) {
    for (const [name, entry] of entries.entries) {
      if (isArray(entry)) byName.set(String(name), connectionConfig(String(name), entry.entries));
    }
  }
  if (![...byName.values()].some(isModelled)) byName.set('mysql', connectionConfig('mysql', FALLBACK));
  const chosen = defaultName(config.get('database.default'), byName);
  const keys = sharedKeys(byName, chosen);
  return { default: chosen, byName, keyOf: (name) => keys.get(name) ?? name };
}

const FALLBACK: ReadonlyMap<string | number, Value> = new Map<string, Value>([
  ['driver', 'mysql'],
  ['database', 'laravel'],
  ['charset', 'utf8mb4'],
  ['collation', 'utf8mb4_unicode_ci'],
  ['prefix_indexes', true],
  ['strict', true],
]);

function defaultName(wanted: Value, byName: ReadonlyMap<string, ConnectionConfig>): string {
  const named = typeof wanted === 'string' ? byName.get(wanted) : undefined;
  if (named && isModelled(named)) return named.name;
  const mysql = byName.get('mysql') ?? byName.get('mariadb');
  if (mysql && isModelled(mysql)) return mysql.name;
  const first = [...byName.values()].find(isModelled);
  return first?.name ?? 'mysql';
}

/** Which database of which server a connection leads to. */
export const placeOf = ({ host, port, unixSocket, database }: ConnectionConfig): string =>
  JSON.stringify([host, port, unixSocket, database]);

/** Connections to the same database of the same server share one entry: the default's name, or the first. */
function sharedKeys(
  byName: ReadonlyMap<string, ConnectionConfig>,
  chosen: string,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const keys = new Map<string, string>();
  const ordered = [...byName.values()].sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen));
  for (const connection of ordered) {
    if (!isModelled(connection) || connection.database === '') continue;
    const place = placeOf(connection);
    const key = places.get(place) ?? connection.name;
    places.set(place, key);
    keys.set(connection.name, key);
  }
  return keys;
}

/** A connection by its name and its entry in the configuration. */
export function connectionConfig(name: string, entry: ReadonlyMap<string | number, Value>): ConnectionConfig {
  const raw = withUrl(entry);
  const text = (key: string): string | null => {
    const value = raw.get(key) ?? null;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    return null;
  };
  const truthy = (key: string) => isTruthy(raw.get(key) ?? null);
  const modes = raw.get('modes') ?? null;
  return {
    name,
    driver: text('driver') ?? 'mysql',
    database: text('database') ?? '',
    prefix: text('prefix') ?? '',
    prefixIndexes: truthy('prefix_indexes'),
    charset: text('charset'),
    collation: text('collation'),
    engine: text('engine'),
    strict: truthy('strict'),
    modes: isArray(modes) ? [...modes.entries.values()].map(String) : null,
    host: text('host') ?? '',
    port: text('port') ?? '',
    unixSocket: text('unix_socket') ?? '',
    raw,
  };
}

function isTruthy(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (isFloat(value)) return value.value !== 0;
  return value !== null && value !== false && value !== 0 && value !== '' && value !== '0';
}
