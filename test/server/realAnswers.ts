import type { Connection } from 'mysql2/promise';
import { apply } from '../../src/core/schema/apply';
import { emptySchema } from '../../src/core/schema/empty';
import { servesColumns } from '../../src/core/schema/keys';
import type { Schema, Table } from '../../src/core/schema/model';
import { afterSet, parseServer } from '../../src/core/schema/profiles';
import type { ServerProfile } from '../../src/core/schema/server';
import { sortedTables } from '../../src/core/schema/tableMap';
import { parseStatement } from '../../src/core/sql/parse';

/** What a server, or the model in its place, said to a statement. */
export type Said = 'ok' | `${number} ${string} ${string}`;

/** One statement, what the server said, what the model said, and both schemas after it. */
export interface Answer {
  readonly sql: string;
  readonly server: Said;
  readonly model: Said;
  readonly serverSchema: unknown;
  readonly modelSchema: unknown;
}

/** The same statements on a real server and on the model, side by side. */
export interface Duel {
  readonly profile: ServerProfile;
  /** Sends one statement to both. `look`: also read the schema back (it is not where there is no need). */
  send(sql: string, look?: boolean): Promise<Answer>;
}

/** Starts from the connection's database, which is empty. */
export async function startDuel(connection: Connection, version: string, database: string): Promise<Duel> {
  const empty = await startSession(connection, parseServer(version, database));
  const model = startModel(parseServer(version, database), empty);
  return {
    get profile() {
      return model.profile;
    },
    async send(sql, look = true) {
      const said = model.send(sql);
      const server = await ask(connection, sql);
      const read = look ? await readBack(connection, empty, model.profile) : null;
      return { sql, server, model: said, serverSchema: read, modelSchema: read && plain(model.schema) };
    },
  };
}

/** Gives the session the profile's sql_mode; returns the schema of the database, which is empty. */
export async function startSession(connection: Connection, profile: ServerProfile): Promise<Schema> {
  await connection.query(`set session sql_mode='${profile.sqlMode.join(',')}'`);
  const [rows] = await connection.query(
    'select @@character_set_database as charset, @@collation_database as collation',
  );
  const { charset, collation } = (rows as { charset: string; collation: string }[])[0]!;
  return { ...emptySchema(charset, collation), objects: {} };
}

/** The model in the place of a server's session. */
export interface ModelSession {
  readonly profile: ServerProfile;
  readonly schema: Schema;
  send(sql: string): Said;
}

export function startModel(start: ServerProfile, empty: Schema): ModelSession {
  let profile = start;
  let schema = empty;
  return {
    get profile() {
      return profile;
    },
    get schema() {
      return schema;
    },
    send(sql) {
      const statement = parseStatement(sql, profile);
      const result = apply(schema, statement, profile);
      schema = result.schema;
      if (statement.kind === 'set') profile = afterSet(profile, statement.variables);
      if (result.error) return `${result.error.code} ${result.error.sqlState} ${result.error.message}`;
      return result.doubt === null ? 'ok' : `0 doubt ${result.doubt}`;
    },
  };
}

/** Sends a statement to a server. */
export async function ask(connection: Connection, sql: string): Promise<Said> {
  try {
    await connection.query(sql);
    return 'ok';
  } catch (error) {
    const { errno, sqlState, sqlMessage } = error as { errno: number; sqlState: string; sqlMessage: string };
    if (errno === undefined || sqlState === undefined) throw error;
    return `${errno} ${sqlState} ${sqlMessage}`;
  }
}

/** What MariaDB says of a table that it shows and would not make: a foreign key does not fit, or has a name twice. */
const CANNOT_BE_READ = new Set([1005, 1061, 1826]);

/**
 * The server's schema, read from SHOW CREATE by our own reader, as plain data; null where MariaDB keeps foreign keys
 * that no longer fit, but would take none such: that can't be read back.
 */
export async function readBack(
  connection: Connection,
  empty: Schema,
  profile: ServerProfile,
): Promise<unknown | null> {
  const [rows] = await connection.query('show full tables');
  const loose = {
    ...profile,
    foreignKeyChecks: false,
    innodbStrictMode: false,
    strict: false,
    sqlMode: [],
  };
  let schema = empty;
  const byView = (rows as Record<string, string>[])
    .map((row) => Object.values(row) as [string, string])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const views: string[] = [];
  for (const [name, kind] of byView) {
    if (kind === 'VIEW') {
      views.push(name);
      continue;
    }
    const [created] = await connection.query(`show create table \`${name.replaceAll('`', '``')}\``);
    const sql = (created as Record<string, string>[])[0]!['Create Table']!;
    const result = apply(schema, parseStatement(sql, profile), loose);
    if (result.error && CANNOT_BE_READ.has(result.error.code)) return null;
    if (result.error || result.doubt)
      throw new Error(`not read: ${result.error?.message ?? result.doubt}\n${sql}`);
    schema = result.schema;
  }
  return { ...plain(schema, true), views: views.sort() };
}

interface Plain {
  readonly tables: unknown;
  readonly views: readonly string[];
}

/** What the schema says, without where it comes from. `read`: it was read from what the server shows. */
export function plain(schema: Schema, read = false): Plain {
  return {
    tables: sortedTables(schema.tables)
      .filter((table) => !table.temporary)
      .map((table) => plainTable(read ? asShown(table) : table)),
    views: sortedTables(schema.views).map(({ name }) => name),
  };
}

/** A key that only our reader has made, to serve a foreign key, is not there: the server shows all that are. */
const asShown = (table: Table): Table => ({
  ...table,
  indexes: table.indexes.filter(({ implicit }) => !implicit),
});

function plainTable(table: Table): unknown {
  return {
    name: table.name,
    charset: `${table.charset} ${table.collation}`,
    engine: table.engine,
    comment: table.comment,
    columns: table.columns.map(({ taint, origin, ...column }) => column),
    indexes: table.indexes
      .map(({ taint, origin, implicit, hash, using, ...index }) => index)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    // MariaDB hides one whose index went while it did not check, and shows it again with its index.
    foreignKeys: table.foreignKeys
      .filter(
        ({ hidden, columns }) => !hidden && table.indexes.some((index) => servesColumns(index, columns)),
      )
      .map(({ taint, origin, hidden, ...key }) => key)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    checks: [...table.checks].sort((a, b) => (`${a.sql} ${a.name}` < `${b.sql} ${b.name}` ? -1 : 1)),
    partitioning: table.partitioning,
    options: table.options,
  };
}

/** What was said, but for what no one can foretell: MariaDB's names of temporary files. */
export function sameSaid(said: Said): string {
  return said.replace(/#sql-alter[-\w]*/g, '#sql-alter');
}
