import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Connection } from 'mysql2/promise';
import { diffSchemas } from '../../src/core/schema/diff';
import type { Schema } from '../../src/core/schema/model';
import { parseServer } from '../../src/core/schema/profiles';
import { tableEntries } from '../../src/core/schema/tableMap';
import { readDump } from '../../src/core/sql/dump';
import { parseStatement } from '../../src/core/sql/parse';
import { connect } from '../../src/server/connect';
import { introspect } from '../../src/server/introspect';
import { freshDatabase, type TestDatabase } from '../support/database';
import { needs } from '../support/real';
import { type TestServer, testServer, type Vendor, vendors } from '../support/servers';
import { dumpOf } from './identitySources';

const corpus = (name: string) => readFileSync(`test/core/sql/corpus/${name}`, 'utf8');

/** Tables that only one of the servers can hold. */
const OWN = new Set(['only_my', 'only_ma', 'ucase', 'sysv', 'sqd']);

async function live(server: TestServer, database: string, packets: boolean): Promise<Schema> {
  const connection = await connect({ ...server, socket: null, tls: null, database }, { packets });
  try {
    return (await introspect(connection))!.schema;
  } finally {
    await connection.close();
  }
}

/** Everything counts: names of constraints and partitions too. */
const STRICT = { constraintNames: true, partitions: true } as const;

/** The schemas without what only one server has, for the comparison across servers. */
function describeDifferences(expected: Schema, actual: Schema, options = {}): string[] {
  return diffSchemas(expected, actual, options).map(
    ({ kind, table, name, change, properties, reason }) =>
      `${table}: ${kind} ${name} ${change} ${properties.join(',')}${reason ? ` (${reason})` : ''}`,
  );
}

const found = new Map<Vendor, Schema>();

describe('one schema, however it is read', () => {
  for (const vendor of vendors) {
    describe(`of a real ${vendor} server`, () => {
      let server: TestServer;
      let database: TestDatabase;

      before(async function () {
        this.timeout(60_000);
        server = needs(this, await testServer(vendor));
        database = await freshDatabase(server);
        await database.connection.query(`${corpus('common.sql')}\n${corpus(`${vendor}.sql`)}`);
        found.set(vendor, await live(server, database.name, true));
      });
      after(() => database?.drop());

      it('live as in its own dump', async function () {
        this.timeout(60_000);
        const text = needs(this, await dumpOf(vendor, server, database.name));
        const read = readDump(text, { file: 'dump.sql' });
        assert.deepEqual(read.problems, []);
        assert.equal(read.server.vendor, vendor);
        assert.ok(found.get(vendor)!.tables.size > 20);
        assert.deepEqual(describeDifferences(found.get(vendor)!, read.schema, STRICT), []);
      });

      it('the same in one packet and statement by statement', async () => {
        const single = await live(server, database.name, false);
        assert.deepEqual(describeDifferences(found.get(vendor)!, single, STRICT), []);
      });

      it('as the statements that made it say', () => {
        const made = `alter database character set utf8mb4 collate utf8mb4_unicode_ci;\n${corpus('common.sql')}\n${corpus(`${vendor}.sql`)}`;
        const profile = { ...parseServer(server.version), sqlMode: [], strict: false };
        const read = readDump(made, {
          file: 'corpus.sql',
          server: { ...profile, explicitDefaultsForTimestamp: true },
        });
        assert.deepEqual(read.problems, []);
        assert.deepEqual(describeDifferences(found.get(vendor)!, read.schema, { partitions: true }), []);
      });
    });
  }
});

describe('one schema on both servers', () => {
  // The suites before this one have read it.
  it('the same on MySQL and MariaDB, where both can hold it', function () {
    const mysql = found.get('mysql');
    const mariadb = found.get('mariadb');
    if (!mysql || !mariadb) return this.skip();
    const shared = [...tableEntries(mysql.tables)].filter(([name]) => !OWN.has(name));
    assert.ok(shared.length > 18);
    const options = { ignore: (name: string) => OWN.has(name) };
    assert.deepEqual(describeDifferences(mysql, mariadb, options), []);
  });
});

describe('a syntax error', () => {
  for (const vendor of vendors) {
    describe(`of a real ${vendor} server`, () => {
      let server: TestServer;
      let database: TestDatabase;

      before(async function () {
        server = needs(this, await testServer(vendor));
        database = await freshDatabase(server);
      });
      after(() => database?.drop());

      it('is ours, with the same words', async function () {
        this.timeout(120_000);
        const profile = { ...parseServer(server.version), sqlMode: [] };
        const wrong: string[] = [];
        await database.connection.query("set sql_mode = ''");
        for (const sql of corpus('statements.txt').split('\n').filter(Boolean)) {
          const said = await answer(database.connection, sql);
          await dropAll(database.connection);
          const statement = parseStatement(sql, profile);
          const ours =
            statement.kind === 'syntaxError'
              ? statement.unknownType
                ? 'unknown type'
                : statement.near
              : null;
          if (statement.kind !== 'unreadable' && said !== ours)
            wrong.push(`${sql}\n  server: ${JSON.stringify(said)}, ours: ${JSON.stringify(ours)}`);
        }
        assert.deepEqual(wrong, []);
      });
    });
  }
});

/** What the server quotes in its 1064; null if it takes the statement, or refuses it for another reason. */
async function answer(connection: Connection, sql: string): Promise<string | null> {
  try {
    await connection.query(sql);
    return null;
  } catch (error) {
    const { errno, sqlMessage = '' } = error as { errno?: number; sqlMessage?: string };
    if (errno === 4161) return 'unknown type';
    return errno === 1064 ? (/near '([\s\S]*)' at line \d+$/.exec(sqlMessage)?.[1] ?? sqlMessage) : null;
  }
}

/** Takes away what a statement has made, so that each one meets an empty database. */
async function dropAll(connection: Connection): Promise<void> {
  const [rows] = await connection.query('show full tables');
  for (const row of rows as Record<string, string>[]) {
    const [name, type] = Object.values(row) as [string, string];
    const kind = type === 'VIEW' ? 'view' : type === 'SEQUENCE' ? 'sequence' : 'table';
    await connection.query(`drop ${kind} if exists \`${name.replaceAll('`', '``')}\``);
  }
}
