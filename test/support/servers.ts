import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { cached } from './cache';
import { memoryServer } from './memoryServer';
import { childEnv, freePort, lastWords, type Ran, run, start, until } from './processes';
import { firstOf, have, lack, once, type Real } from './real';
import { type ServerProgram, serverWays } from './serverPrograms';

export type Vendor = 'mysql' | 'mariadb';
export const vendors: readonly Vendor[] = ['mysql', 'mariadb'];

/** A vendor's server as it comes to hand, or one of a further series. */
export type ServerName = Vendor | 'mariadb-11.8';
export const serverNames: readonly ServerName[] = [...vendors, 'mariadb-11.8'];
const vendorOf = (name: ServerName): Vendor => (name === 'mysql' ? 'mysql' : 'mariadb');

/** A running server and an account on it that may do everything. */
export interface TestServer {
  readonly vendor: Vendor;
  /** As `select version()` says it. */
  readonly version: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

const variable = (name: ServerName) => `SCHEMA_GAP_TEST_${name.toUpperCase().replace(/\W/g, '_')}`;
const none = 'none: ';

/** The server that the run shares (see shareServers), or that the environment names, or a private one. */
export const testServer = (name: ServerName): Promise<Real<TestServer>> => servers[name]();
const servers: Readonly<Record<ServerName, () => Promise<Real<TestServer>>>> = {
  mysql: once(() => find('mysql')),
  mariadb: once(() => find('mariadb')),
  'mariadb-11.8': once(() => find('mariadb-11.8')),
};

async function find(name: ServerName): Promise<Real<TestServer>> {
  const named = process.env[variable(name)];
  if (named?.startsWith(none)) return lack(named.slice(none.length));
  if (named) return fromUrl(name, named);
  const started = await startServer(name);
  return started.ok ? have(started.value.server) : started;
}

/**
 * Has the servers ready for this process and its children, named in the environment; those that are already named
 * stay as they are. Returns what stops the servers that were started.
 */
export async function shareServers(names: readonly ServerName[] = vendors): Promise<() => Promise<void>> {
  const wanted = names.filter((name) => !process.env[variable(name)]);
  const started = await Promise.all(wanted.map(async (name) => ({ name, got: await startServer(name) })));
  for (const { name, got } of started) {
    process.env[variable(name)] = got.ok ? toUrl(got.value.server) : `${none}${got.why}`;
    const what = got.ok ? `${got.value.server.version}, ${got.value.origin}` : `none (${got.why})`;
    console.log(`${name}: ${what}`);
  }
  return async () => {
    for (const { name, got } of started) {
      delete process.env[variable(name)];
      if (got.ok) await got.value.stop();
    }
  };
}

/** The server as mysql://user:password@host:port. */
export function toUrl(server: TestServer): string {
  return `mysql://${server.user}:${encodeURIComponent(server.password)}@${server.host}:${server.port}`;
}

async function fromUrl(name: ServerName, text: string): Promise<Real<TestServer>> {
  const vendor = vendorOf(name);
  if (!URL.canParse(text)) return lack(`${variable(name)} is not a mysql:// address`);
  const url = new URL(text);
  const account = {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  const version = await versionOf(account);
  if (!version.ok) return lack(`the server that ${variable(name)} names: ${version.why}`);
  const real: Vendor = /mariadb/i.test(version.value) ? 'mariadb' : 'mysql';
  if (real !== vendor) return lack(`${variable(name)} names a ${real} server`);
  return have({ vendor, version: version.value, ...account });
}

async function versionOf(account: Omit<TestServer, 'vendor' | 'version'>): Promise<Real<string>> {
  try {
    const connection = await createConnection({ ...account, connectTimeout: 3_000 });
    const [rows] = await connection.query('select version() as version');
    await connection.end();
    return have((rows as { version: string }[])[0]!.version);
  } catch (error) {
    return lack((error as Error).message);
  }
}

/** A private server of our own, with how it was had. It ends with this process at the latest. */
export interface StartedServer {
  readonly server: TestServer;
  readonly origin: string;
  stop(): Promise<void>;
}

/** How a private server is set up: `durable`: as it comes; `foldNames`: table names are kept in lower case. */
export interface ServerSetup {
  readonly durable?: boolean;
  readonly foldNames?: boolean;
}

/** Starts a private server: own data folder, port and socket; never the machine's service. */
export function startServer(name: ServerName, setup: ServerSetup = {}): Promise<Real<StartedServer>> {
  const vendor = vendorOf(name);
  const programs = serverWays(name).map((way) => async () => {
    const program = await way();
    return program.ok ? launch(vendor, program.value, setup) : program;
  });
  return firstOf(vendor === 'mysql' ? [...programs, fromMemoryServer] : programs);
}

const makeAccount = (password: string): string => `
create user 'schema_gap'@'%' identified by '${password}';
grant all privileges on *.* to 'schema_gap'@'%' with grant option;
`;

/** MariaDB's account for the machine's user by the socket: MySQL's own programs can't log in with its passwords. */
const socketAccount = (): string => {
  const account = `'${userInfo().username}'@'localhost'`;
  return `create or replace user ${account} identified via unix_socket;\ngrant all privileges on *.* to ${account};\n`;
};

async function fromMemoryServer(): Promise<Real<StartedServer>> {
  const password = randomBytes(12).toString('hex');
  const started = await memoryServer(makeAccount(password));
  if (!started.ok) return started;
  const { port, running } = started.value;
  const account = { host: '127.0.0.1', port, user: 'schema_gap', password };
  const version = await versionOf(account);
  if (!version.ok) return version;
  const server: TestServer = { vendor: 'mysql', version: version.value, ...account };
  return have({ server, origin: 'downloaded by mysql-memory-server', stop: () => running.stop() });
}

/** Nothing that a test makes has to survive a power cut. */
const quick = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=64M',
  '--performance-schema=OFF',
  '--skip-log-bin',
  '--skip-name-resolve',
  '--max-connections=100',
];
const quickOn: Record<Vendor, readonly string[]> = {
  mysql: ['--innodb-redo-log-capacity=8M', '--mysqlx=OFF', '--secure-file-priv=NULL'],
  mariadb: [
    '--innodb-log-file-size=8M',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    '--sync-frm=0',
  ],
};

/** With what a server does of itself so that nothing is lost. */
const durableOn: Record<Vendor, readonly string[]> = {
  mysql: ['--mysqlx=OFF', '--secure-file-priv=NULL', '--log-bin'],
  mariadb: ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_general_ci'],
};

const asUser = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

async function launch(
  vendor: Vendor,
  program: ServerProgram,
  { durable = false, foldNames = false }: ServerSetup,
): Promise<Real<StartedServer>> {
  const folding = foldNames ? FOLDING : [];
  const empty = await emptyData(vendor, program, folding);
  if (!empty.ok) return empty;
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-'));
  const data = join(folder, 'data');
  cpSync(empty.value, data, { recursive: true });

  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const account = { host: '127.0.0.1', port, user: 'schema_gap', password };
  // The root account of the empty data folder has no password (MySQL) or is of the machine's root (MariaDB).
  const accounts = `alter user 'root'@'localhost' account lock;\n${makeAccount(password)}${vendor === 'mariadb' ? socketAccount() : ''}`;
  writeFileSync(join(folder, 'accounts.sql'), accounts, { mode: 0o600 });
  const [command, ...args] = [
    ...program.command,
    '--no-defaults',
    ...program.options,
    ...asUser(),
    ...(durable ? durableOn[vendor] : [...quick, ...quickOn[vendor]]),
    ...folding,
    `--datadir=${data}`,
    `--tmpdir=${folder}`,
    `--init-file=${join(folder, 'accounts.sql')}`,
    '--skip-networking=0',
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--socket=${join(folder, 's.sock')}`,
    `--pid-file=${join(folder, 'm.pid')}`,
  ];
  const logFile = join(folder, 'server.log');
  const running = start(command!, args, { logFile, folder });
  const version = await until(
    async () => {
      const answer = await versionOf(account);
      if (answer.ok) return answer;
      return running.exited() ? lack(`${program.origin} did not start: ${tail(logFile)}`) : undefined;
    },
    { timeout: 30_000 },
  );
  if (!version?.ok) {
    const why = version?.why ?? `${program.origin} did not answer in 30 s: ${tail(logFile)}`;
    await running.stop();
    return lack(why);
  }
  const server: TestServer = { vendor, version: version.value, ...account };
  return have({ server, origin: program.origin, stop: () => running.stop() });
}

function tail(file: string): string {
  if (!existsSync(file)) return 'no log';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ');
}

/** MySQL keeps to what its data folder was initialised with. */
const FOLDING = ['--lower-case-table-names=1'];

/** An initialised data folder without databases, made once per server version and copied for each start. */
function emptyData(
  vendor: Vendor,
  program: ServerProgram,
  folding: readonly string[],
): Promise<Real<string>> {
  const kind = vendor === 'mysql' && folding.length > 0 ? '-folded' : '';
  return cached(`data-${vendor}-${program.version}${kind}`, async (folder) => {
    const data = join(folder, 'data');
    const [command, ...args] =
      vendor === 'mysql'
        ? [
            ...program.command,
            '--no-defaults',
            ...program.options,
            ...asUser(),
            ...quick,
            ...quickOn.mysql,
            ...folding,
            '--initialize-insecure',
            `--datadir=${data}`,
          ]
        : [
            join(dirname(program.command[0]!), '../bin/mariadb-install-db'),
            '--no-defaults',
            ...asUser(),
            `--datadir=${data}`,
            '--skip-test-db',
            '--auth-root-authentication-method=socket',
            '--innodb-log-file-size=8M',
          ];
    const ran = program.systemTables
      ? await bootstrap(program, program.systemTables, data)
      : await run(command!, args, { env: childEnv(), timeout: 120_000 });
    if (ran.code !== 0) return `${program.origin} could not initialise a data folder: ${lastWords(ran)}`;
    rmSync(join(data, 'ib_buffer_pool'), { force: true });
    return undefined;
  }).then((made) => (made.ok ? have(join(made.value, 'data')) : made));
}

/** What mariadb-install-db does, for a program that it can't call: the system tables' files, as statements. */
function bootstrap(program: ServerProgram, files: readonly string[], data: string): Promise<Ran> {
  mkdirSync(data);
  const [command, ...args] = [
    ...program.command,
    '--no-defaults',
    ...program.options,
    ...asUser(),
    '--bootstrap',
    '--innodb-log-file-size=8M',
    '--enforce-storage-engine=',
    `--datadir=${data}`,
  ];
  const tables = files.map((file) => readFileSync(file, 'utf8'));
  const input = ['create database mysql;', 'use mysql;', 'set @auth_root_socket=NULL;', ...tables].join('\n');
  return run(command!, args, { input, timeout: 120_000 });
}
