import type { ServerProfile } from './server';

export type Version = readonly [number, number, number];

/** The versions that do it. */
interface Span {
  readonly from?: Version;
  /** Fixes that older series got: within such a series it counts from that patch on. */
  readonly also?: readonly Version[];
  /** The first version that does it no more. */
  readonly before?: Version;
}

/** The first version that does it; or all of that vendor, or none. */
type Reach = Version | Span | boolean;

/** Something in which servers differ, by vendor or from version to version. */
export interface Fact {
  readonly mysql: Reach;
  readonly mariadb: Reach;
  /** Where the versions stand: the manual's page, or what the servers of the tests answered. */
  readonly source: string;
}

/** The release of each series that came with the fix of MDEV-34392. */
const NULL_CASCADE: Span = {
  from: [11, 7, 1],
  also: [
    [10, 5, 27],
    [10, 6, 20],
    [10, 11, 10],
    [11, 2, 6],
    [11, 4, 4],
    [11, 6, 2],
  ],
};

/**
 * Every question about what one kind of server can do and another can't. What MySQL 9.7 and MariaDB 10.11 and 11.8
 * answer is tested (see tested.ts); the versions in between are the manuals'.
 */
export const FACTS = {
  /** A failing multi-table DROP or RENAME leaves nothing changed. */
  atomicDdl: { mysql: [8, 0, 0], mariadb: false, source: 'MySQL: Atomic Data Definition Statement Support' },
  /** DESC in an index is kept; elsewhere it is read and ignored. */
  descendingIndex: {
    mysql: [8, 0, 1],
    mariadb: [10, 8, 1],
    source: 'MySQL: Descending Indexes; MariaDB: Changes & Improvements in 10.8',
  },
  invisibleIndex: {
    mysql: [8, 0, 0],
    mariadb: [10, 6, 0],
    source: 'MySQL: Invisible Indexes; MariaDB: Ignored Indexes',
  },
  invisibleColumn: {
    mysql: [8, 0, 23],
    mariadb: [10, 3, 3],
    source: 'MySQL: Invisible Columns; MariaDB: Invisible Columns',
  },
  functionalIndex: { mysql: [8, 0, 13], mariadb: false, source: 'MySQL: CREATE INDEX, Functional Key Parts' },
  /** CHECK is kept and enforced; MySQL before reads and discards it. */
  checks: { mysql: [8, 0, 16], mariadb: [10, 2, 1], source: 'MySQL: CHECK Constraints; MariaDB: CONSTRAINT' },
  /** A real JSON type; MariaDB's is a longtext with a check. */
  nativeJson: { mysql: true, mariadb: false, source: 'MariaDB: JSON Data Type' },
  expressionDefault: {
    mysql: [8, 0, 13],
    mariadb: [10, 2, 1],
    source: 'MySQL: Data Type Default Values; MariaDB: CREATE TABLE, DEFAULT',
  },
  /** A literal DEFAULT on TEXT, BLOB and JSON. */
  blobDefault: { mysql: false, mariadb: [10, 2, 1], source: 'MariaDB: CREATE TABLE, DEFAULT' },
  /** A key that is too long becomes a prefix, or a unique one a hash, instead of error 1071. */
  silentKeyPrefix: { mysql: false, mariadb: true, source: 'tested' },
  uniqueHash: {
    mysql: false,
    mariadb: [10, 4, 0],
    source: 'MariaDB: Getting Started with Indexes, Unique Index',
  },
  /** A column is given only what its type can be cast from: MODIFY from a number to a UUID is refused. */
  assignmentCasts: { mysql: false, mariadb: [10, 7, 0], source: 'tested' },
  /** A partitioned table may have spatial columns. */
  partitionedGeometry: {
    mysql: false,
    mariadb: [11, 8, 0],
    source: 'tested (10.11 refuses, 11.8 takes it)',
  },
  uuidType: { mysql: false, mariadb: [10, 7, 0], source: 'MariaDB: UUID Data Type' },
  vectorType: { mysql: [9, 0, 0], mariadb: [11, 7, 1], source: 'MySQL: The VECTOR Type; MariaDB: VECTOR' },
  /** `restrict_fk_on_non_standard_key` is on by default: the parent's key must be unique and whole. */
  uniqueParentKeyOnly: { mysql: [8, 4, 0], mariadb: false, source: 'MySQL: FOREIGN KEY Constraints' },
  /** REFERENCES written at a column makes a foreign key; elsewhere it is read and ignored. */
  inlineReferences: {
    mysql: [9, 0, 0],
    mariadb: [10, 5, 0],
    source: "MySQL: What Is New in MySQL 9.0 (WL#16130); MariaDB's MDEV-20729",
  },
  /** Foreign key names are unique in the whole database; else only in their table. */
  schemaWideForeignKeyNames: {
    mysql: true,
    mariadb: { before: [12, 1, 0] },
    source: 'MariaDB: Changes & Improvements in 12.1',
  },
  schemaWideCheckNames: { mysql: [8, 0, 16], mariadb: false, source: 'MySQL: CHECK Constraints' },
  /** ON UPDATE CASCADE could bring a parent's NULL into a NOT NULL column: refused since MDEV-34392. */
  refusesNullCascade: { mysql: false, mariadb: NULL_CASCADE, source: "MariaDB's MDEV-34392" },
  /** AUTO_INCREMENT on FLOAT and DOUBLE. */
  floatAutoIncrement: {
    mysql: { before: [8, 4, 0] },
    mariadb: true,
    source: 'MySQL 8.4: What Is New, Features Removed',
  },
  displayWidth: { mysql: { before: [8, 0, 19] }, mariadb: true, source: 'MySQL: Numeric Data Type Syntax' },
  renameColumn: {
    mysql: [8, 0, 3],
    mariadb: [10, 5, 2],
    source: 'MySQL: ALTER TABLE; MariaDB: ALTER TABLE, RENAME COLUMN',
  },
  /** IF [NOT] EXISTS within ALTER TABLE. */
  ifExistsInAlter: { mysql: false, mariadb: true, source: 'MariaDB: ALTER TABLE' },
  /** One ALTER may drop the same foreign key twice; elsewhere 1091. */
  dropForeignKeyTwice: { mysql: false, mariadb: [11, 8, 0], source: 'tested (10.11 refuses, 11.8 takes it)' },
  /** A TIMESTAMP has no defaults of its own: `explicit_defaults_for_timestamp` is on. */
  explicitTimestamps: {
    mysql: [8, 0, 2],
    mariadb: [10, 10, 0],
    source: 'MySQL, MariaDB: explicit_defaults_for_timestamp',
  },
  /** The server's character set is utf8mb4 out of the box; before latin1. */
  utf8mb4Server: {
    mysql: [8, 0, 1],
    mariadb: [11, 6, 1],
    source: 'MySQL: Server Character Set; MariaDB: Setting Character Sets and Collations',
  },
  /** The collations utf8mb4_0900_…; MariaDB reads these names as aliases. */
  uca0900: {
    mysql: [8, 0, 0],
    mariadb: [11, 4, 5],
    source: 'MySQL: Unicode Character Sets; MariaDB 11.4.5 Release Notes',
  },
  /** utf8mb4_0900_ai_ci is what CHARSET utf8mb4 alone means. */
  uca0900Default: { mysql: [8, 0, 1], mariadb: false, source: 'MySQL: The utf8mb4 Character Set' },
  uca1400: { mysql: false, mariadb: [10, 10, 1], source: 'MariaDB: Supported Character Sets and Collations' },
  /** …_uca1400_ai_ci is what a Unicode CHARSET alone means. */
  uca1400Default: { mysql: false, mariadb: [11, 5, 1], source: 'MariaDB: character_set_collations' },
  /** The clearer foreign key errors (1824, 1822, 1826, 3730, 3780 …) in place of 1215 and 1217. */
  ownForeignKeyErrors: { mysql: [8, 0, 0], mariadb: false, source: 'MySQL: Server Error Message Reference' },
  /** A geometry can have the empty text for a default. */
  emptyGeometry: { mysql: false, mariadb: [11, 8, 0], source: '10.11 and 11.8 tested' },
  /** Names in an UPDATE of one table are looked for as in one of several: its targets first, its values in a SELECT. */
  updateAsQuery: { mysql: false, mariadb: [11, 1, 0], source: "MariaDB's MDEV-28883; 10.11 and 11.8 tested" },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

export function isAtLeast(server: ServerProfile, version: Version): boolean {
  for (let i = 0; i < 3; i++) {
    const difference = server.version[i]! - version[i]!;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Whether it holds on that server. */
export function holds(server: ServerProfile, name: FactName): boolean {
  const fact: Fact = FACTS[name];
  const reach = fact[server.vendor];
  if (typeof reach === 'boolean') return reach;
  if (isVersion(reach)) return isAtLeast(server, reach);
  if (reach.before && isAtLeast(server, reach.before)) return false;
  const own = reach.also?.find((version) => sameSeries(version, server.version));
  const from = own ?? reach.from;
  return from === undefined || isAtLeast(server, from);
}

const isVersion = (reach: Version | Span): reach is Version => Array.isArray(reach);

export const sameSeries = (a: Version, b: Version) => a[0] === b[0] && a[1] === b[1];
