import { randomBytes } from 'node:crypto';
import { type Connection, createConnection } from 'mysql2/promise';
import type { TestServer } from './servers';

/** A database of its own on a test server, and a connection to it. */
export interface TestDatabase {
  readonly name: string;
  readonly connection: Connection;
  /** Drops the database and closes the connection. */
  drop(): Promise<void>;
}

/** Makes an empty database with a name that no other run uses. The connection takes several statements at once. */
export async function freshDatabase(
  server: TestServer,
  charset = 'utf8mb4',
  collation = 'utf8mb4_unicode_ci',
): Promise<TestDatabase> {
  const name = `schema_gap_${process.pid}_${randomBytes(4).toString('hex')}`;
  const { host, port, user, password } = server;
  const connection = await createConnection({ host, port, user, password, multipleStatements: true });
  await connection.query(`create database ${name} character set ${charset} collate ${collation}`);
  await connection.query(`use ${name}`);
  return {
    name,
    connection,
    async drop() {
      await connection.query(`drop database if exists ${name}`);
      await connection.end();
    },
  };
}
