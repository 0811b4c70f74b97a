import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The application that the demo scripts run: test/workspaces/booking. */
export const bookingFolder = fileURLToPath(new URL('../../test/workspaces/booking', import.meta.url));

/** The first migration that staging has not run. Names sort as Laravel sorts them. */
export const firstPending = '2025_10_23_162250_add_priority_to_services_table';

/**
 * @typedef {object} Server
 * @property {string} host
 * @property {number} port
 * @property {string} user an account that may create databases
 * @property {string} password
 *
 * @typedef {object} Runtime what runs artisan
 * @property {readonly string[]} php program and first arguments
 * @property {string} vendor a Composer vendor folder with Laravel in it
 * @property {NodeJS.ProcessEnv} [env] what this PHP needs in its environment
 *
 * @typedef {object} Ran
 * @property {number} code the exit status
 * @property {string} output standard output and error, in the order in which they were written
 */

/** Server and runtime as the environment names them: DB_*, PHP_BIN (a program, or a JSON array), DEMO_VENDOR. */
export function fromEnvironment(env = process.env) {
  if (!env.DB_HOST || !env.DB_USERNAME) throw new Error('Set DB_HOST, DB_PORT, DB_USERNAME and DB_PASSWORD.');
  if (!env.DEMO_VENDOR) throw new Error('Set DEMO_VENDOR to a vendor folder with Laravel 11 in it.');
  return {
    server: {
      host: env.DB_HOST,
      port: Number(env.DB_PORT || 3306),
      user: env.DB_USERNAME,
      password: env.DB_PASSWORD ?? '',
    },
    runtime: { php: commandLine(env.PHP_BIN ?? 'php'), vendor: env.DEMO_VENDOR },
  };
}

/** `php8.4`, or `["loader", "php8.4", "-d", "…"]` where a program alone does not do. */
export const commandLine = (text) => (text.startsWith('[') ? JSON.parse(text) : [text]);

/** The names of an application's migrations, without .php, in the order in which Laravel runs them. */
export const migrationNames = (application) =>
  readdirSync(join(application, 'database/migrations'))
    .filter((name) => name.endsWith('.php'))
    .map((name) => name.slice(0, -'.php'.length))
    .sort();

/**
 * A runnable copy of an application. The original is only read, so several copies can work at the same time.
 * `show` decides which migrations artisan sees; call `remove` in the end.
 *
 * @param {string} application folder with artisan, config and database/migrations
 * @param {{ server: Server, database: string, runtime: Runtime }} on an existing database
 */
export function openApplication(application, { server, database, runtime }) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-gap-demo-'));
  const migrations = join(folder, 'database/migrations');
  for (const path of [...emptyFolders, 'database/migrations'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['artisan', 'composer.json', 'app', 'config']) {
    cpSync(join(application, path), join(folder, path), { recursive: true });
  }
  const env = {
    ...process.env,
    ...runtime.env,
    ...quiet,
    DEMO_VENDOR: runtime.vendor,
    DB_CONNECTION: 'mysql',
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_DATABASE: database,
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
  };
  return {
    folder,
    /** @param {(name: string) => boolean} wanted by name without .php */
    show(wanted) {
      rmSync(migrations, { recursive: true });
      mkdirSync(migrations);
      for (const name of migrationNames(application).filter(wanted)) {
        symlinkSync(join(application, 'database/migrations', `${name}.php`), join(migrations, `${name}.php`));
      }
    },
    /** @returns {Promise<Ran>} */
    artisan: (...args) =>
      run([...runtime.php, 'artisan', ...args, '--no-interaction', '--no-ansi'], folder, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs an application's migrations on a database, all or those that `wanted` picks, with its real artisan.
 *
 * @param {string} application
 * @param {{ server: Server, database: string, runtime: Runtime, wanted?: (name: string) => boolean }} options
 * @returns {Promise<Ran>}
 */
export async function runMigrations(application, { wanted = () => true, ...on }) {
  const opened = openApplication(application, on);
  try {
    opened.show(wanted);
    return await opened.artisan('migrate', '--force');
  } finally {
    opened.remove();
  }
}

const emptyFolders = [
  'bootstrap/cache',
  'routes',
  'resources/views',
  ...['cache', 'views', 'sessions'].map((name) => `storage/framework/${name}`),
  'storage/logs',
];

/** Nothing but the database is used, messages are not wrapped. */
const quiet = {
  APP_ENV: 'local',
  APP_KEY: `base64:${Buffer.alloc(32, 'k').toString('base64')}`,
  CACHE_STORE: 'array',
  QUEUE_CONNECTION: 'sync',
  SESSION_DRIVER: 'array',
  LOG_CHANNEL: 'null',
  COLUMNS: '2000',
};

/** @returns {Promise<Ran>} */
function run([program, ...args], cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const add = (text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
