import { defaultCollation } from './charsets';
import { holds } from './facts';
import type { ServerProfile, Vendor } from './server';

/** What Laravel's connection sets with `strict => true`, whatever the server. */
export const LARAVEL_STRICT_MODE: readonly string[] = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
];

/** The version that is meant where only the vendor is named. */
const NEWEST: Readonly<Record<Vendor, readonly [number, number, number]>> = {
  mysql: [8, 4, 0],
  mariadb: [11, 8, 0],
};

/**
 * A profile from `mysql-8.4`, `mariadb-10.11`, `mysql`, or what a server says of itself (`10.11.6-MariaDB-log`, `8.0.36`).
 * Throws where neither a vendor nor a version can be made out.
 */
export function parseServer(text: string, database = 'laravel'): ServerProfile {
  const vendor: Vendor = /maria/i.test(text) ? 'mariadb' : 'mysql';
  const numbers = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text.replace(/^5\.5\.5-(?=\d)/, ''));
  if (!numbers && !/mysql|maria/i.test(text)) throw new Error(`not a server: ${text}`);
  const version = numbers
    ? ([Number(numbers[1]), Number(numbers[2] ?? 0), Number(numbers[3] ?? 0)] as const)
    : NEWEST[vendor];
  return serverProfile(vendor, completeVersion(vendor, version, numbers?.[3] !== undefined), database);
}

/** `8.0` and `5.7` without a patch mean their last releases: their behaviour changed within the series. */
const LAST_PATCH: Readonly<Record<string, number>> = {
  'mysql-5.7': 44,
  'mysql-8.0': 40,
  'mariadb-10.4': 34,
  'mariadb-10.5': 29,
  'mariadb-10.6': 25,
  'mariadb-10.11': 19,
  'mariadb-11.4': 9,
  'mariadb-11.8': 5,
};

function completeVersion(
  vendor: Vendor,
  version: readonly [number, number, number],
  exact: boolean,
): readonly [number, number, number] {
  const patch = LAST_PATCH[`${vendor}-${version[0]}.${version[1]}`];
  return exact || patch === undefined ? version : [version[0], version[1], patch];
}

/** A server as it is out of the box, with Laravel's strict mode. */
export function serverProfile(
  vendor: Vendor,
  version: readonly [number, number, number],
  database: string,
): ServerProfile {
  const profile: ServerProfile = {
    vendor,
    version,
    strict: true,
    sqlMode: LARAVEL_STRICT_MODE,
    foreignKeyChecks: true,
    innodbStrictMode: true,
    lowerCaseTableNames: 0,
    explicitDefaultsForTimestamp: false,
    database,
  };
  return { ...profile, explicitDefaultsForTimestamp: holds(profile, 'explicitTimestamps') };
}

/** The server's default character set and collation, out of the box. */
export function serverCharset(server: ServerProfile): {
  readonly charset: string;
  readonly collation: string;
} {
  const charset = holds(server, 'utf8mb4Server') ? 'utf8mb4' : 'latin1';
  return { charset, collation: defaultCollation(server, charset) };
}

export const DEFAULT_SERVER: ServerProfile = parseServer('mysql-8.4');

const isStrict = (mode: readonly string[]) =>
  mode.includes('STRICT_TRANS_TABLES') || mode.includes('STRICT_ALL_TABLES') || mode.includes('TRADITIONAL');

/** The profile with another sql_mode (names in any case). */
export function withSqlMode(server: ServerProfile, mode: readonly string[]): ServerProfile {
  const sqlMode = mode.map((name) => name.trim().toUpperCase()).filter(Boolean);
  return { ...server, sqlMode, strict: isStrict(sqlMode) };
}

/** What `SET name = value` makes of the session; variables that do not matter to DDL are passed over. */
export function afterSet(
  server: ServerProfile,
  variables: readonly { readonly name: string; readonly value: string | null }[],
): ServerProfile {
  let next = server;
  for (const { name, value } of variables) {
    if (value === null) continue;
    const on = /^(?:1|on|true)$/i.test(value);
    if (name === 'foreign_key_checks') next = { ...next, foreignKeyChecks: on };
    else if (name === 'innodb_strict_mode') next = { ...next, innodbStrictMode: on };
    else if (name === 'sql_mode') next = withSqlMode(next, value.replace(/^'|'$/g, '').split(','));
    else if (name === 'explicit_defaults_for_timestamp') next = { ...next, explicitDefaultsForTimestamp: on };
  }
  return next;
}
