/*
 * Makes the demo workspace's dumps anew: `node scripts/demo/remake.mjs [folder to write to]`.
 *
 * production.sql       all migrations, run by the real artisan on a MySQL server
 * staging.sql          those before the first pending one, two stray columns, and a failed `artisan migrate`
 * artisan-failure.txt  what that last run said
 *
 * Environment: DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD (an account that may create databases), DEMO_VENDOR (a
 * vendor folder with Laravel 11), PHP_BIN and MYSQLDUMP (programs, or JSON arrays of a program and its arguments).
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { rows } from './rows.mjs';
import {
  bookingFolder,
  commandLine,
  firstPending,
  fromEnvironment,
  migrationNames,
  openApplication,
} from './run-migrations.mjs';

const isStaged = (name) => name < firstPending;

/** The migration that makes the second stray column. */
function sentimentMigration() {
  const text = (name) => readFileSync(join(bookingFolder, 'database/migrations', `${name}.php`), 'utf8');
  const found = migrationNames(bookingFolder).filter((name) =>
    /Schema::table\('calls'[\s\S]*'sentiment_score'/.test(text(name)),
  );
  if (found.length !== 1)
    throw new Error(`Expected one migration for calls.sentiment_score, not ${found.length}.`);
  return found[0];
}

/** Writes the three files into `folder`, working in two databases of its own on the server. */
export async function remake({ server, runtime, mysqldump, folder = bookingFolder }) {
  const on = { server, runtime, mysqldump };
  const production = await withDatabase(on, makeProduction);
  const staging = await withDatabase(on, makeStaging);
  writeFileSync(join(folder, 'production.sql'), production);
  writeFileSync(join(folder, 'staging.sql'), staging.dump);
  writeFileSync(join(folder, 'artisan-failure.txt'), staging.failure);
}

async function makeProduction({ artisan, show, query, connection, dump }) {
  // Deployed month by month: that is where the batches come from.
  const months = [...new Set(migrationNames(bookingFolder).map((name) => name.slice(0, '2025_10'.length)))];
  for (const month of months) {
    show((name) => name.slice(0, month.length) <= month);
    must(await artisan('migrate', '--force'));
  }
  await insertRows(connection, query);
  return dump();
}

async function makeStaging({ artisan, show, query, connection, dump, anonymous }) {
  show(isStaged);
  must(await artisan('migrate', '--force'));

  const stray = sentimentMigration();
  show((name) => isStaged(name) || name === stray);
  must(await artisan('migrate', '--force'));
  await query(`delete from migrations where migration = '${stray}'`);
  await query('alter table migrations auto_increment = 1');
  await query('alter table services add priority int null default 0');
  await insertRows(connection, query);

  show(() => true);
  const failed = await artisan('migrate', '--force');
  if (failed.code === 0) throw new Error('artisan migrate was expected to fail on staging.');
  return { dump: await dump(), failure: anonymous(failed.output) };
}

/** Runs `work` with an application on a database that exists only meanwhile. */
async function withDatabase({ server, runtime, mysqldump }, work) {
  const database = `demo_${process.pid}_${randomBytes(4).toString('hex')}`;
  const connection = await createConnection({ ...server, timezone: 'Z' });
  const query = async (sql) => (await connection.query(sql))[0];
  await query(`create database ${database} character set utf8mb4 collate utf8mb4_unicode_ci`);
  const application = openApplication(bookingFolder, { server, database, runtime });
  try {
    await query(`use ${database}`);
    await query("set time_zone = '+00:00'");
    return await work({
      artisan: application.artisan,
      show: application.show,
      connection,
      query,
      dump: () => dumpOf({ server, database, mysqldump }),
      anonymous: (text) => withoutMachine(text, { server, database, runtime, folder: application.folder }),
    });
  } finally {
    application.remove();
    await query(`drop database ${database}`);
    await connection.end();
  }
}

/** The invented rows, and for the rows that migrations made a time that is the same at every remake. */
async function insertRows(connection, query) {
  const seeded = await query(`
    select c.table_name as name, c.column_name as col from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = database() and table_type = 'BASE TABLE' and data_type in ('timestamp', 'datetime')
      and generation_expression = ''`);
  for (const { name, col } of seeded) {
    await query(`update \`${name}\` set \`${col}\` = '2025-10-20 08:00:00' where \`${col}\` is not null`);
  }
  for (const [table, list] of rows) {
    for (const row of list) await connection.query('insert into ?? set ?', [table, row]);
  }
}

async function dumpOf({ server, database, mysqldump }) {
  const args = [
    `--host=${server.host}`,
    `--port=${server.port}`,
    '--protocol=tcp',
    `--user=${server.user}`,
    '--no-tablespaces',
    '--single-transaction',
    '--skip-dump-date',
    '--default-character-set=utf8mb4',
    // MySQL's own would write a statement that only a server with the same GTID mode takes; MariaDB's has no such option.
    ...((await outputOf([...mysqldump, '--version'])).includes('MariaDB') ? [] : ['--set-gtid-purged=OFF']),
    database,
  ];
  const env = { ...process.env, MYSQL_PWD: server.password };
  return (await outputOf([...mysqldump, ...args], env))
    .replace(/^-- Host: .*$/m, '-- Host: 127.0.0.1    Database: booking')
    .replaceAll(/DEFINER=`[^`]*`@`[^`]*`/g, 'DEFINER=CURRENT_USER')
    .replaceAll(`\`${database}\`.`, '');
}

const outputOf = async ([program, ...args], env = process.env) =>
  (await promisify(execFile)(program, args, { env, maxBuffer: 64 << 20 })).stdout;

/** Command output without what belongs to this machine or this run: folders, address, database, durations. */
function withoutMachine(text, { server, database, runtime, folder }) {
  return text
    .replaceAll(runtime.vendor, 'vendor')
    .replaceAll(`${folder}/`, '')
    .replaceAll(bookingFolder, '')
    .replaceAll(database, 'booking')
    .replaceAll(`Host: ${server.host}, Port: ${server.port}`, 'Host: 127.0.0.1, Port: 3306')
    .replaceAll(/(\.+) [\d.]+m?s (DONE|FAIL)/g, '$1 $2')
    .replaceAll(/[ \t]+$/gm, '')
    .replace(/^\n+/, '')
    .replace(/\n+$/, '\n');
}

function must({ code, output }) {
  if (code !== 0) throw new Error(`artisan migrate ended with ${code}:\n${output}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const mysqldump = commandLine(process.env.MYSQLDUMP ?? 'mysqldump');
  await remake({ ...fromEnvironment(), mysqldump, folder: process.argv[2] });
}
