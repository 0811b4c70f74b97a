import assert from 'node:assert/strict';
import { parseServer } from '../../../src/core/schema/profiles';
import { sortedTables } from '../../../src/core/schema/tableMap';
import { type DumpOptions, readDump } from '../../../src/core/sql/dump';
import { splitStatements } from '../../../src/core/sql/split';

const read = (text: string, options: Partial<DumpOptions> = {}) =>
  readDump(text, { file: 'dump.sql', fallbackServer: parseServer('mysql-8.4'), ...options });
const tables = (text: string, options: Partial<DumpOptions> = {}) =>
  sortedTables(read(text, options).schema.tables).map(({ name }) => name);
const problems = (text: string, options: Partial<DumpOptions> = {}) =>
  read(text, options).problems.map(({ kind, line }) => `${kind}${line === null ? '' : `:${line}`}`);

const MYSQLDUMP = `-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: booking
-- ------------------------------------------------------
-- Server version	8.0.36-0ubuntu0.22.04.1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

DROP TABLE IF EXISTS \`children\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE \`children\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`parent_id\` int DEFAULT NULL,
  \`note\` varchar(50) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'it''s; -- not a comment',
  PRIMARY KEY (\`id\`),
  KEY \`children_parent_id_foreign\` (\`parent_id\`),
  CONSTRAINT \`children_parent_id_foreign\` FOREIGN KEY (\`parent_id\`) REFERENCES \`parents\` (\`id\`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

LOCK TABLES \`children\` WRITE;
/*!40000 ALTER TABLE \`children\` DISABLE KEYS */;
INSERT INTO \`children\` VALUES (1,NULL,'a; CREATE TABLE fake (a int);'),(2,1,'it\\'s "x" -- \\\\'),(3,NULL,'/*');
/*!40000 ALTER TABLE \`children\` ENABLE KEYS */;
UNLOCK TABLES;

CREATE TABLE \`migrations\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`migration\` varchar(255) NOT NULL,
  \`batch\` int NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
INSERT INTO \`migrations\` VALUES (1,'2024_01_01_000000_create_parents',1),(2,'2024_01_02_000000_create_children',2);

CREATE TABLE \`parents\` (
  \`id\` int NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;

/*!50001 CREATE VIEW \`overview\` AS SELECT
 1 AS \`id\`*/;

DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER t BEFORE INSERT ON parents FOR EACH ROW BEGIN
  SET NEW.id = 1; -- don't stop here
END */;;
DELIMITER ;

/*!50001 DROP VIEW IF EXISTS \`overview\`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`localhost\` SQL SECURITY DEFINER */
/*!50001 VIEW \`overview\` AS select \`children\`.\`id\` AS \`id\` from \`children\` where (\`children\`.\`id\` > 1) */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
-- Dump completed on 2024-05-01 10:00:00
`;

const lineOf = (needle: string) => MYSQLDUMP.slice(0, MYSQLDUMP.indexOf(needle)).split('\n').length;
const PARENTS = lineOf('CREATE TABLE `parents`');
const LAST = lineOf('/*!40101 SET SQL_MODE=@OLD');

describe('a dump of mysqldump', () => {
  const dump = read(MYSQLDUMP);

  it('has its tables, also those that refer to later ones', () => {
    assert.deepEqual(tables(MYSQLDUMP), ['children', 'migrations', 'parents']);
    const [children] = sortedTables(dump.schema.tables);
    assert.equal(children?.foreignKeys[0]?.referencedTable, 'parents');
    assert.deepEqual(dump.problems, []);
  });

  it('says what server it comes from', () => {
    assert.equal(dump.server.vendor, 'mysql');
    assert.deepEqual(dump.server.version, [8, 0, 36]);
    assert.equal(dump.server.database, 'booking');
  });

  it('has the rows of the migrations table', () => {
    assert.deepEqual(dump.migrations, [
      { name: '2024_01_01_000000_create_parents', batch: 1 },
      { name: '2024_01_02_000000_create_children', batch: 2 },
    ]);
  });

  it('has the view as it is at the end, not its placeholder', () => {
    assert.deepEqual(
      sortedTables(dump.schema.views).map(({ name, sql }) => [name, sql]),
      [['overview', 'select `id` from `children` where `id` > 1']],
    );
  });

  it('knows the line of each table', () => {
    assert.equal(sortedTables(dump.schema.tables)[2]?.origin?.range.line, PARENTS);
  });
});

describe('a dump that says where it comes from', () => {
  const headers: readonly (readonly [string, string])[] = [
    ['-- Server version\t5.7.44-log', 'mysql 5.7.44'],
    ['-- Server version\t10.11.6-MariaDB-0+deb12u1', 'mariadb 10.11.6'],
    ['-- Server version\t5.5.5-10.3.39-MariaDB', 'mariadb 10.3.39'],
    ['-- phpMyAdmin SQL Dump\n-- version 5.2.1\n-- Server version: 10.4.28-MariaDB', 'mariadb 10.4.28'],
    ['-- phpMyAdmin SQL Dump\n-- Server-Version: 8.0.31', 'mysql 8.0.31'],
    [
      '-- HeidiSQL Version: 12.5\n-- Server-Version:               11.4.2-MariaDB - mariadb.org',
      'mariadb 11.4.2',
    ],
    [
      '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19-11.4.2-MariaDB, for Linux',
      'mariadb 11.4.2',
    ],
    ['-- MySQL dump 10.13  Distrib 9.1.0, for Linux (x86_64)', 'mysql 9.1.0'],
  ];
  for (const [header, server] of headers) {
    it(server, () => {
      const { vendor, version } = read(`${header}\n\ncreate table a (a int);\n-- Dump completed\n`).server;
      assert.equal(`${vendor} ${version.join('.')}`, server);
    });
  }

  it('counts as the expected server without a header, unless its text speaks against it', () => {
    const expected = parseServer('mariadb-10.6');
    assert.equal(read('create table a (a int);', { fallbackServer: expected }).server.version[1], 6);
    const other = read('create table a (a int) collate utf8mb4_0900_ai_ci;', { fallbackServer: expected });
    assert.equal(other.server.vendor, 'mysql');
  });
});

describe('a dump with several databases', () => {
  const text = `CREATE DATABASE /*!32312 IF NOT EXISTS*/ \`one\` /*!40100 DEFAULT CHARACTER SET latin1 */;
USE \`one\`;
create table a (a int);
CREATE DATABASE \`two\`;
USE \`two\`;
create table b (b int);
`;
  it('gives the one that is asked for', () => {
    assert.deepEqual(tables(text, { database: 'two' }), ['b']);
    assert.equal(read(text, { database: 'one' }).schema.charset, 'latin1');
    assert.deepEqual(problems(text, { database: 'two' }), []);
  });
  it('says that there are more', () => {
    assert.deepEqual(tables(text), ['a']);
    assert.deepEqual(problems(text), ['several-databases']);
    assert.deepEqual(read(text).databases, ['one', 'two']);
  });
  it('says when the one is not there', () => {
    assert.deepEqual(problems(text, { database: 'three' }), ['no-such-database']);
  });
});

describe('a dump that is damaged', () => {
  const cut = MYSQLDUMP.slice(0, MYSQLDUMP.indexOf('CREATE TABLE `parents`') + 40);
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', '', ['empty']],
    ['only comments', '-- MySQL dump\n', ['empty']],
    ['the middle of a statement', cut, [`truncated:${PARENTS}`]],
    ['the middle of a string', "create table a (a int);\ninsert into a values ('x", ['truncated:2']],
    [
      'no end, though mysqldump writes one',
      MYSQLDUMP.replace(/-- Dump completed.*\n/, ''),
      [`truncated:${LAST}`],
    ],
    ['gzip', '\x1f\ufffd\b\0\0\0', ['compressed']],
    ['zip', 'PK\x03\x04\x14\0', ['compressed']],
    ['a binary file', `\x7fELF${'\0\x01\x02'.repeat(50)}`, ['binary']],
    ['an SQLite database', 'SQLite format 3\0', ['not-mysql']],
    ['a PostgreSQL dump', '--\n-- PostgreSQL database dump\n--\n', ['not-mysql']],
    ['a web page', '<!DOCTYPE html><html>', ['not-mysql']],
    [
      'a warning of mysqldump',
      'mysqldump: [Warning] Using a password is insecure.\ncreate table a (a int);\n',
      ['tool-message:1'],
    ],
    [
      'a statement that no server takes',
      'create table a (a int);\ncreate table a (b int);\n',
      ['refused-statement:2'],
    ],
    ['a statement that can’t be read', 'create table a (a int);\nexecute x;\n', ['unreadable-statement:2']],
  ];
  for (const [name, text, expected] of cases)
    it(`says: ${name}`, () => {
      assert.deepEqual(problems(text), expected);
      for (const { message, hint } of read(text).problems) assert.ok(message.length > 10 && hint.length > 10);
    });

  it('still has what was readable, and makes no absence certain', () => {
    assert.deepEqual(tables(cut), ['children', 'migrations']);
    assert.match(read(cut).schema.taint?.reason ?? '', /ends in the middle/);
    assert.equal(read(MYSQLDUMP).schema.taint, null);
  });

  it('keeps in doubt what its server had, though we would refuse it', () => {
    const text = `create table a (a int, b varchar(20000), c varchar(20000), key k (missing));
create view v as select * from nothing;
`;
    const { schema } = read(text);
    assert.match(sortedTables(schema.tables)[0]?.taint?.reason ?? '', /1072|1074|1118/);
    assert.match(sortedTables(schema.views)[0]?.taint?.reason ?? '', /1146/);
  });

  it('is read although PowerShell made it UTF-16', () => {
    const utf16 = `\ufffd\ufffd${[...'create table abcdefgh (a int, b int);\n'].map((char) => `${char}\0`).join('')}`;
    assert.deepEqual(tables(utf16), ['abcdefgh']);
    assert.deepEqual(problems(utf16), ['utf16']);
  });

  it('may lack the last semicolon', () => {
    assert.deepEqual(problems('create table a (a int)'), []);
  });
});

describe('other ways to write a dump', () => {
  it('Laravel’s schema:dump: no comments, migrations with columns', () => {
    const text = `/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`migrations\`;
CREATE TABLE \`migrations\` (\`id\` int unsigned NOT NULL AUTO_INCREMENT, \`migration\` varchar(255) NOT NULL, \`batch\` int NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB;
INSERT INTO \`migrations\` (\`id\`, \`migration\`, \`batch\`) VALUES (1,'2014_10_12_000000_create_users_table',1);
INSERT INTO \`migrations\` (\`id\`, \`migration\`, \`batch\`) VALUES (2,'2019_08_19_000000_create_failed_jobs_table',1);
`;
    assert.deepEqual(
      read(text).migrations?.map(({ name }) => name),
      ['2014_10_12_000000_create_users_table', '2019_08_19_000000_create_failed_jobs_table'],
    );
    assert.deepEqual(problems(text), []);
  });

  it('phpMyAdmin: keys and foreign keys at the end', () => {
    const text = `-- phpMyAdmin SQL Dump
-- Server version: 10.4.28-MariaDB
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
CREATE TABLE \`a\` (\`id\` int(11) NOT NULL, \`b_id\` int(11) DEFAULT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE \`b\` (\`id\` int(11) NOT NULL) ENGINE=InnoDB;
ALTER TABLE \`a\` ADD PRIMARY KEY (\`id\`), ADD KEY \`b_id\` (\`b_id\`);
ALTER TABLE \`b\` ADD PRIMARY KEY (\`id\`);
ALTER TABLE \`a\` MODIFY \`id\` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=5;
ALTER TABLE \`a\` ADD CONSTRAINT \`a_b\` FOREIGN KEY (\`b_id\`) REFERENCES \`b\` (\`id\`);
COMMIT;
`;
    const [a] = sortedTables(read(text).schema.tables);
    assert.deepEqual(problems(text), []);
    assert.deepEqual(
      a?.indexes.map(({ name }) => name),
      ['PRIMARY', 'b_id'],
    );
    assert.equal(a?.columns[0]?.autoIncrement, true);
    assert.equal(a?.foreignKeys[0]?.name, 'a_b');
  });

  it('another name for the migrations table', () => {
    const text =
      "create table m (id int, migration varchar(9), batch int);\ninsert into m values (1, 'x', 3);\n";
    assert.deepEqual(read(text, { migrationsTable: 'm' }).migrations, [{ name: 'x', batch: 3 }]);
    assert.equal(read(text).migrations, null);
  });

  it('what it does not say of the database’s collation is a guess', () => {
    assert.equal(read('create table a (a int) collate utf8mb4_bin;').schema.charsetGuessed, true);
    assert.equal(read('create table a (a int) collate utf8mb4_bin;').schema.collation, 'utf8mb4_bin');
  });
});

describe('a script in statements', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["a; b 'x;y'; c", ['a', "b 'x;y'", 'c']],
    ['a \'it\\\'s;\'; b "q;""q"; c `n;``;`', ["a 'it\\'s;'", 'b "q;""q"', 'c `n;``;`']],
    ['-- x;\na; # y;\nb; /* z; */ c', ['a', 'b', 'c']],
    ['a -- x;\n b; c', ['a -- x;\n b', 'c']],
    ['/*!50001 a; b */; c', ['/*!50001 a; b */', 'c']],
    ['delimiter //\na; b//\nDELIMITER ;\nc; d', ['a; b', 'c', 'd']],
    ['a--b; c', ['a--b', 'c']],
    [' ;; ; a', ['a']],
    ['\ufeffa;', ['a']],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        [...splitStatements(text)].map(({ sql }) => sql),
        expected,
      ),
    );

  it('knows lines, and what is still open at the end', () => {
    assert.deepEqual(
      [...splitStatements("a;\n\n-- x\nb;\nc 'd\n")].map(({ line, ended, open }) => [line, ended, open]),
      [
        [1, true, null],
        [4, true, null],
        [5, false, 'string'],
      ],
    );
  });
});

describe('a big dump', () => {
  it('is passed over, rows and all', () => {
    const row = `(1,'some text with it\\'s and \\\\ "q"; -- x','2024-01-01 00:00:00',NULL,3.14,'${'lorem ipsum '.repeat(12)}')`;
    const insert = `INSERT INTO \`t\` VALUES ${Array(5_000).fill(row).join(',')};\n`;
    const text = `create table t (a int);\n${insert.repeat(20)}create table u (a int);\n`;
    assert.deepEqual(tables(text), ['t', 'u']);
  });
});
