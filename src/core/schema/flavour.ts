import type { ServerProfile } from './server';

type Version = readonly [number, number, number];

export function isAtLeast(server: ServerProfile, version: Version): boolean {
  for (let i = 0; i < 3; i++) {
    const difference = server.version[i]! - version[i]!;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

const isMysql = (server: ServerProfile, from: Version) =>
  server.vendor === 'mysql' && isAtLeast(server, from);
const isMariadb = (server: ServerProfile, from: Version) =>
  server.vendor === 'mariadb' && isAtLeast(server, from);

/** The release of each series that came with the fix of MDEV-34392. */
const NULL_CASCADE: Readonly<Record<string, Version>> = {
  '10.5': [10, 5, 27],
  '10.6': [10, 6, 20],
  '10.11': [10, 11, 10],
};

/** Every question about what one kind of server can do and another can't. */
export const supports = {
  /** A failing multi-table DROP or RENAME leaves nothing changed. */
  atomicDdl: (server: ServerProfile) => isMysql(server, [8, 0, 0]),
  /** DESC in an index is kept; elsewhere it is read and ignored. */
  descendingIndex: (server: ServerProfile) => isMysql(server, [8, 0, 1]) || isMariadb(server, [10, 8, 1]),
  invisibleIndex: (server: ServerProfile) => isMysql(server, [8, 0, 0]) || isMariadb(server, [10, 6, 0]),
  invisibleColumn: (server: ServerProfile) => isMysql(server, [8, 0, 23]) || isMariadb(server, [10, 3, 3]),
  functionalIndex: (server: ServerProfile) => isMysql(server, [8, 0, 13]),
  /** CHECK is kept and enforced; MySQL before reads and discards it. */
  checks: (server: ServerProfile) => isMysql(server, [8, 0, 16]) || isMariadb(server, [10, 2, 1]),
  /** A real JSON type; MariaDB's is a longtext with a check. */
  nativeJson: (server: ServerProfile) => server.vendor === 'mysql',
  expressionDefault: (server: ServerProfile) => isMysql(server, [8, 0, 13]) || isMariadb(server, [10, 2, 1]),
  /** A literal DEFAULT on TEXT, BLOB and JSON. */
  blobDefault: (server: ServerProfile) => isMariadb(server, [10, 2, 1]),
  /** A key that is too long becomes a prefix, or a unique one a hash, instead of error 1071. */
  silentKeyPrefix: (server: ServerProfile) => server.vendor === 'mariadb',
  uniqueHash: (server: ServerProfile) => isMariadb(server, [10, 4, 0]),
  uuidType: (server: ServerProfile) => isMariadb(server, [10, 7, 0]),
  vectorType: (server: ServerProfile) => isMysql(server, [9, 0, 0]) || isMariadb(server, [11, 7, 1]),
  /** `restrict_fk_on_non_standard_key` is on by default: the parent's key must be unique and whole. */
  uniqueParentKeyOnly: (server: ServerProfile) => isMysql(server, [8, 4, 0]),
  /** REFERENCES written at a column makes a foreign key; elsewhere it is read and ignored. */
  inlineReferences: (server: ServerProfile) => isMysql(server, [9, 0, 0]) || isMariadb(server, [10, 5, 0]),
  /** Foreign key names are unique in the whole database; else only in their table. */
  schemaWideForeignKeyNames: (server: ServerProfile) => !isMariadb(server, [12, 1, 0]),
  schemaWideCheckNames: (server: ServerProfile) => isMysql(server, [8, 0, 16]),
  /** ON UPDATE CASCADE could bring a parent's NULL into a NOT NULL column: refused since MDEV-34392. */
  refusesNullCascade: (server: ServerProfile) =>
    server.vendor === 'mariadb' &&
    isAtLeast(server, NULL_CASCADE[server.version.slice(0, 2).join('.')] ?? [11, 2, 6]),
  displayWidth: (server: ServerProfile) => !isMysql(server, [8, 0, 19]),
  renameColumn: (server: ServerProfile) => isMysql(server, [8, 0, 3]) || isMariadb(server, [10, 5, 2]),
  /** IF [NOT] EXISTS within ALTER TABLE. */
  ifExistsInAlter: (server: ServerProfile) => server.vendor === 'mariadb',
} as const;
