import { debianTree } from '../support/debianTree';
import { childEnv, lastWords, onPath, run } from '../support/processes';
import { firstOf, have, lack, once, type Real } from '../support/real';
import type { TestServer, Vendor } from '../support/servers';

/** A vendor's own program that writes dumps: its command line. */
export const dumpProgram = (vendor: Vendor): Promise<Real<readonly string[]>> => programs[vendor]();

const programs: Record<Vendor, () => Promise<Real<readonly string[]>>> = {
  mysql: once(() => firstOf([() => identify('mysql', fromPath('mysqldump')), fromTree])),
  mariadb: once(() => identify('mariadb', fromPath('mariadb-dump', 'mysqldump'))),
};

const fromPath = (...names: string[]) => {
  const found = onPath(...names);
  return found ? [found] : undefined;
};

async function fromTree(): Promise<Real<readonly string[]>> {
  const tree = await debianTree();
  return tree.ok ? identify('mysql', tree.value.command('usr/bin/mysqldump')) : tree;
}

/** MariaDB's program also answers to the name mysqldump. */
async function identify(
  vendor: Vendor,
  command: readonly string[] | undefined,
): Promise<Real<readonly string[]>> {
  if (!command) return lack(`no ${vendor} dump program on PATH`);
  const [program, ...args] = command;
  const ran = await run(program!, [...args, '--version'], { timeout: 10_000 });
  if (ran.code !== 0) return lack(`${program}: ${lastWords(ran)}`);
  const real: Vendor = /mariadb/i.test(ran.stdout) ? 'mariadb' : 'mysql';
  return real === vendor ? have(command) : lack(`${program} is of ${real}`);
}

/** The text of a dump as people make it: `mysqldump DATABASE`. */
export async function dumpOf(
  command: readonly string[],
  server: TestServer,
  database: string,
): Promise<string> {
  const [program, ...first] = command;
  const own = server.vendor === 'mysql' ? ['--set-gtid-purged=OFF'] : [];
  const where = [`--host=${server.host}`, `--port=${server.port}`, '--protocol=tcp', `--user=${server.user}`];
  const args = [...first, ...where, '--no-tablespaces', '--single-transaction', ...own, database];
  const ran = await run(program!, args, { env: childEnv({ MYSQL_PWD: server.password }) });
  if (ran.code !== 0) throw new Error(`${program}: ${lastWords(ran)}`);
  return ran.stdout;
}
