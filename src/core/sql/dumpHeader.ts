import { parseServer, withSqlMode } from '../schema/profiles';
import type { ServerProfile } from '../schema/server';

/** What the comments at the top of a dump say. */
export interface DumpHeader {
  /** The program, where it is one that ends its dumps with `-- Dump completed`. */
  readonly program: 'mysqldump' | 'mariadb-dump' | null;
  readonly server: ServerProfile | null;
  readonly database: string | null;
}

const HEAD = 8192;

/** Reads the header of mysqldump, mariadb-dump, phpMyAdmin, HeidiSQL, Adminer and their like. */
export function readHeader(text: string): DumpHeader {
  const head = text.slice(0, HEAD);
  const made = /^-- (MySQL|MariaDB) dump \d+\.\d+.*$/m.exec(head);
  const program = made ? (made[1] === 'MySQL' ? 'mysqldump' : 'mariadb-dump') : null;
  const database =
    /^-- (?:Host: \S+ +Database: |Database: |Datenbank: |Base de données ?: )[`']?([^\s`']+)/m.exec(
      head,
    )?.[1];
  return { program, server: readServer(head), database: database ?? null };
}

/** `-- Server version	8.0.36`, `-- Server version: 10.4.28-MariaDB`, `-- Server-Version: …`, `-- Version du serveur : …` */
const SERVER =
  /^-- (?:Server[ -][Vv]ersi[^\s:\d]*|[Vv]ersion du serveur|Adminer [\d.]+ (?:MySQL|MariaDB)) ?:? *\t? *(.*\d+\.\d+.*)$/m;
const DISTRIB = /^-- (MySQL|MariaDB) dump .*?(?:Distrib |\d-)(\d+\.\d+\.\d+\S*)/m;

function readServer(head: string): ServerProfile | null {
  const said = SERVER.exec(head)?.[1];
  const isMariadb = /^-- MariaDB dump|MariaDB/m.test(said ?? '') || /^-- Adminer [\d.]+ MariaDB/m.test(head);
  if (said) return fromDump(vendorOf(said, isMariadb));
  const client = DISTRIB.exec(head);
  return client ? fromDump(vendorOf(client[2] as string, client[1] === 'MariaDB')) : null;
}

/** No MySQL has a number like MariaDB's 10 and 11. */
function vendorOf(version: string, isMariadb: boolean): string {
  const bare = version.trim().split(/\s/)[0] as string;
  const major = Number(/^(?:5\.5\.5-)?(\d+)/.exec(bare)?.[1] ?? 0);
  return isMariadb || (major >= 10 && major <= 13)
    ? `mariadb-${bare.replace(/^5\.5\.5-/, '')}`
    : `mysql-${bare}`;
}

function fromDump(text: string): ServerProfile {
  return asDumped(parseServer(text));
}

/**
 * A dump shows what a server has already taken: nothing in it is refused for the sql_mode or for a parent that comes
 * later, and its timestamps say NULL or NOT NULL themselves (NORMAL-FORM D11).
 */
export function asDumped(server: ServerProfile): ServerProfile {
  return {
    ...withSqlMode(server, []),
    explicitDefaultsForTimestamp: true,
    foreignKeyChecks: false,
    innodbStrictMode: false,
  };
}

/** What gives a server away where no header does; the first that is found counts. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['/*M!', 'mariadb-10.11'],
  ['_uca1400_', 'mariadb-11.8'],
  ['utf8mb4_0900_', 'mysql-8.4'],
  ['/*!80', 'mysql-8.4'],
];

/** The server of a dump without a header: the one that is expected, unless the text speaks against its vendor. */
export function guessServer(text: string, expected: ServerProfile): ServerProfile {
  for (const [sign, name] of SIGNS) {
    if (!text.includes(sign)) continue;
    const guessed = parseServer(name, expected.database);
    return guessed.vendor === expected.vendor && guessed.version[0] <= expected.version[0]
      ? expected
      : guessed;
  }
  return expected;
}
