import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt';
import { debianTree } from './debianTree';
import { onPath, run } from './processes';
import { have, lack, type Real } from './real';
import type { Vendor } from './servers';

/** A server's program: how to call it, what options it always needs, and where it came from. */
export interface ServerProgram {
  readonly command: readonly string[];
  readonly options: readonly string[];
  readonly version: string;
  readonly origin: string;
}

type Way = () => Promise<Real<ServerProgram>>;

/** The ways to a server's program, cheapest first. */
export function serverWays(vendor: Vendor): readonly Way[] {
  return vendor === 'mariadb'
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
