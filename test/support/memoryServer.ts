import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from './cache';
import { childEnv, lastWords, type Running, reachable, run, start, until } from './processes';
import { have, lack, type Real } from './real';

/** A MySQL server that mysql-memory-server downloaded and started, with the account that we asked for. */
export interface MemoryServer {
  readonly port: number;
  readonly running: Running;
}

/** Writes down the port when the server is ready. It lives as long as this script. */
const script = `
const { createDB } = require(process.argv[1]);
createDB({ version: '8.4.x', logLevel: 'ERROR', initSQLString: process.env.SCHEMA_GAP_ACCOUNT }).then(
  (db) => { require('node:fs').writeFileSync(process.argv[2], String(db.port)); setInterval(() => {}, 1 << 30); },
  (error) => { console.error(error); process.exit(1); },
);
`;

/**
 * The last way to a MySQL server, for a developer's machine without one: the npm package mysql-memory-server, which
 * downloads it from MySQL's own site. `account` is the SQL that makes our account.
 */
export async function memoryServer(account: string): Promise<Real<MemoryServer>> {
  const open = await reachable('https://dev.mysql.com/downloads/mysql/');
  if (!open.ok) return lack(`a download of MySQL: ${open.why}`);
  const home = await cached('mysql-memory-server-1', async (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const ran = await run('npm', ['install', 'mysql-memory-server@1', '--no-audit', '--no-fund'], {
      cwd: folder,
    });
    return ran.code === 0 ? undefined : lastWords(ran);
  });
  if (!home.ok) return home;
  console.log('Downloading MySQL with mysql-memory-server (once)…');
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-'));
  const portFile = join(folder, 'port');
  const logFile = join(folder, 'server.log');
  const library = join(home.value, 'node_modules/mysql-memory-server');
  const env = childEnv({ SCHEMA_GAP_ACCOUNT: account });
  const running = start(process.execPath, ['-e', script, library, portFile], { logFile, env, folder });
  const port = await until(
    () => {
      if (existsSync(portFile)) return Number(readFileSync(portFile, 'utf8')) || undefined;
      return running.exited() ? 0 : undefined;
    },
    { timeout: 300_000, every: 200 },
  );
  if (port) return have({ port, running });
  const said = readFileSync(logFile, 'utf8').trim().slice(-300);
  await running.stop();
  return lack(`mysql-memory-server: ${said || 'no server after five minutes'}`);
}
