import { CompiledQuery, Kysely, MysqlDialect, sql } from 'kysely';
import { createPool, type PoolOptions } from 'mysql2';
import { serverProfile } from '../core/schema/profiles';
import type { ServerProfile, Vendor } from '../core/schema/server';
import { CLEAR_TEXT_CODE, connectError } from './connectError';
import { type ConnectionSettings, describeServer, type TlsSettings } from './settings';
import { type RawPool, timedPool } from './timedPool';

/** An open connection. All text that goes through it is ours, or parsed by us before. */
export interface ServerConnection {
  // biome-ignore lint/suspicious/noExplicitAny: the tables of a user's database have no type of ours
  readonly db: Kysely<any>;
  readonly profile: ServerProfile;
  /** `VERSION()` as the server says it. */
  readonly version: string;
  /** The database in use; '' if none. */
  readonly database: string;
  /** For messages: server and database, never the password. */
  readonly label: string;
  /** Whether one packet may hold several statements. */
  readonly packets: boolean;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** The session refuses to write; it is set again after every reconnect. True if not given. */
  readonly readOnly?: boolean;
  /** Several statements in one packet: only for connections that send nothing but our own fixed text. */
  readonly packets?: boolean;
  /** Milliseconds to connect; 10 s if not given. */
  readonly timeout?: number;
  /** Milliseconds for each query; 60 s if not given. */
  readonly queryTimeout?: number;
}

/**
 * Connects with one connection that comes back by itself when it is lost. LOCAL INFILE and clear-text passwords are
 * off, since a server may be hostile. Throws ConnectError.
 */
export async function connect(
  settings: ConnectionSettings,
  options: ConnectOptions = {},
): Promise<ServerConnection> {
  const pool = createPool(poolOptions(settings, options));
  const dialect = new MysqlDialect({
    pool: timedPool(pool as unknown as RawPool, options.queryTimeout ?? 60_000),
    onCreateConnection: async (connection) => {
      for (const text of sessionSetUp(options.readOnly ?? true))
        await connection.executeQuery(CompiledQuery.raw(text));
    },
  });
  const db = new Kysely<unknown>({ dialect });
  try {
    const { rows } = await sql<About>`
      select version() as version, @@version_comment as comment, @@lower_case_table_names as lctn,
             @@explicit_defaults_for_timestamp as explicitTimestamps, database() as db`.execute(db);
    const about = rows[0] as About;
    return {
      db,
      profile: profileOf(about),
      version: about.version,
      database: about.db ?? '',
      label: describeServer(settings),
      packets: options.packets ?? false,
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw connectError(error, settings);
  }
}

interface About {
  readonly version: string;
  readonly comment: string;
  readonly lctn: number;
  readonly explicitTimestamps: number;
  readonly db: string | null;
}

function poolOptions(settings: ConnectionSettings, options: ConnectOptions): PoolOptions {
  const where = settings.socket
    ? { socketPath: settings.socket }
    : { host: settings.host, port: settings.port };
  return {
    ...where,
    user: settings.user,
    password: settings.password,
    ...(settings.database === null ? {} : { database: settings.database }),
    ...(settings.tls === null ? {} : { ssl: tlsOptions(settings.tls) }),
    connectionLimit: 1,
    connectTimeout: options.timeout ?? 10_000,
    charset: 'utf8mb4',
    dateStrings: true,
    supportBigNumbers: true,
    multipleStatements: options.packets ?? false,
    flags: ['-LOCAL_FILES'],
    authPlugins: { mysql_clear_password: refuseClearText },
  };
}

function refuseClearText(): never {
  throw new Error(CLEAR_TEXT_CODE);
}

const tlsOptions = (tls: TlsSettings) => ({
  rejectUnauthorized: tls.verify,
  ...(tls.ca === undefined ? {} : { ca: tls.ca }),
  ...(tls.cert === undefined ? {} : { cert: tls.cert }),
  ...(tls.key === undefined ? {} : { key: tls.key }),
});

/** NORMAL-FORM S1 and section 2: what SHOW CREATE prints depends on these. */
function sessionSetUp(readOnly: boolean): readonly string[] {
  const common = [
    'set names utf8mb4',
    "set session sql_mode = '', sql_quote_show_create = 1",
    // Statistics as they are: reading the cache would compute and store them.
    '/*!80003 set session information_schema_stats_expiry = 0 */',
  ];
  return readOnly ? [...common, 'set session transaction read only'] : common;
}

function profileOf(about: About): ServerProfile {
  const vendor: Vendor = /mariadb/i.test(`${about.version} ${about.comment}`) ? 'mariadb' : 'mysql';
  const numbers = /^(?:5\.5\.5-)?(\d+)\.(\d+)\.(\d+)/.exec(about.version);
  const version = [Number(numbers?.[1] ?? 8), Number(numbers?.[2] ?? 0), Number(numbers?.[3] ?? 0)] as const;
  return {
    ...serverProfile(vendor, version, about.db ?? ''),
    lowerCaseTableNames: about.lctn === 1 ? 1 : about.lctn === 2 ? 2 : 0,
    explicitDefaultsForTimestamp: Number(about.explicitTimestamps) === 1,
  };
}
