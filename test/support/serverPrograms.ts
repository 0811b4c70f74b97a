import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt';
import { debianTree, mariadbTree } from './debianTree';
import { onPath, run } from './processes';
import { have, lack, type Real } from './real';
import type { ServerName, Vendor } from './servers';

/** A server's program: how to call it, what options it always needs, and where it came from. */
export interface ServerProgram {
  readonly command: readonly string[];
  readonly options: readonly string[];
  readonly version: string;
  readonly origin: string;
  /** The SQL files that make its system tables, where it has no program of its own for that. */
  readonly systemTables?: readonly string[];
}

type Way = () => Promise<Real<ServerProgram>>;

/** The ways to a server's program, cheapest first. */
export function serverWays(name: ServerName): readonly Way[] {
  if (name === 'mariadb-11.8') return [mariadbFromTree];
  return name === 'mariadb'
    ? [() => fromPath('mariadb'), mariadbFromDebian]
    : [() => fromPath('mysql'), mysqlFromTree];
}

async function fromPath(vendor: Vendor): Promise<Real<ServerProgram>> {
  const found = vendor === 'mariadb' ? onPath('mariadbd', 'mysqld') : onPath('mysqld');
  if (!found) return lack(`no ${vendor} server on PATH`);
  return identify(vendor, [realpathSync(found)], [], 'on PATH');
}

async function mariadbFromDebian(): Promise<Real<ServerProgram>> {
  const installed = await aptInstall('mariadb-server-core', 'mariadb-client');
  return installed.ok ? fromPath('mariadb') : installed;
}

async function mysqlFromTree(): Promise<Real<ServerProgram>> {
  const tree = await debianTree();
  if (!tree.ok) return tree;
  const share = join(tree.value.folder, 'usr/share/mysql');
  const options = [
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
    `--plugin-dir=${join(tree.value.folder, 'usr/lib/mysql/plugin')}`,
  ];
  return identify('mysql', tree.value.command('usr/sbin/mysqld'), options, "from Debian's unstable release");
}

async function mariadbFromTree(): Promise<Real<ServerProgram>> {
  const tree = await mariadbTree();
  if (!tree.ok) return tree;
  const share = join(tree.value.folder, 'usr/share/mariadb');
  const options = [`--lc-messages-dir=${share}`, `--character-sets-dir=${join(share, 'charsets')}`];
  const command = tree.value.command('usr/sbin/mariadbd');
  const found = await identify('mariadb', command, options, 'from Debian 13');
  const systemTables = [
    'mariadb_system_tables.sql',
    'mariadb_performance_tables.sql',
    'mariadb_system_tables_data.sql',
    'maria_add_gis_sp_bootstrap.sql',
    'mariadb_sys_schema.sql',
  ].map((file) => join(share, file));
  return found.ok ? have({ ...found.value, systemTables }) : found;
}

/** What the program says that it is: MariaDB's server also answers to the name mysqld. */
async function identify(
  vendor: Vendor,
  command: readonly string[],
  options: readonly string[],
  where: string,
): Promise<Real<ServerProgram>> {
  const [program, ...args] = command;
  const ran = await run(program!, [...args, '--no-defaults', '--version'], { timeout: 10_000 });
  const version = /\bVer (\d+\.\d+\.\d+)/.exec(ran.stdout)?.[1];
  const real: Vendor = /mariadb/i.test(ran.stdout) ? 'mariadb' : 'mysql';
  if (!version) return lack(`${program} does not say its version`);
  if (real !== vendor) return lack(`${program} is a ${real} server`);
  return have({ command, options, version, origin: `${vendor} ${version} ${where}` });
}
