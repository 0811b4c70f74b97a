import { userInfo } from 'node:os';
import { type Connection, createConnection } from 'mysql2/promise';
import { openApplication } from '../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../src/core/laravel/evaluate';
import { filesOf } from '../../src/core/laravel/files';
import { diffSchemas } from '../../src/core/schema/diff';
import type { DiffOptions } from '../../src/core/schema/diffTypes';
import type { Schema } from '../../src/core/schema/model';
import type { ServerProfile } from '../../src/core/schema/server';
import { readDump } from '../../src/core/sql/dump';
import { connect } from '../../src/server/connect';
import { introspect } from '../../src/server/introspect';
import { debianTree } from '../support/debianTree';
import { childEnv, lastWords, onPath, run } from '../support/processes';
import { have, lack, type Real } from '../support/real';
import type { TestServer, Vendor } from '../support/servers';

/** A schema and the server that it is of. */
export interface Side {
  readonly schema: Schema;
  readonly server: ServerProfile;
}

/** The program that writes dumps, of either vendor. */
export async function dumpProgram(vendor: Vendor): Promise<Real<readonly string[]>> {
  if (vendor === 'mariadb') {
    const found = onPath('mariadb-dump');
    return found ? have([found]) : lack('no mariadb-dump on PATH');
  }
  const found = onPath('mysqldump');
  const said = found ? await run(found, ['--version']) : null;
  if (found && said && !/mariadb/i.test(said.stdout)) return have([found]);
  const tree = await debianTree();
  return tree.ok ? have(tree.value.command('usr/bin/mysqldump')) : tree;
}

const OWN_OPTIONS: Readonly<Record<Vendor, readonly string[]>> = {
  mariadb: ['--skip-ssl'],
  mysql: ['--set-gtid-purged=OFF', '--no-tablespaces', '--column-statistics=0'],
};

/** What the vendor's program writes of a database on any server, or why it can't. */
export async function dumpOf(
  client: Vendor,
  server: TestServer,
  database: string,
  options: readonly string[] = [],
): Promise<Real<string>> {
  const program = await dumpProgram(client);
  if (!program.ok) return program;
  const [command, ...args] = program.value;
  const where = ['--no-defaults', ...(await loginOf(client, server))];
  const ran = await run(command!, [...args, ...where, ...OWN_OPTIONS[client], ...options, database], {
    env: childEnv({ MYSQL_PWD: server.password }),
    timeout: 120_000,
  });
  if (ran.code === 0) return have(ran.stdout);
  throw new Error(`the dump program failed: ${lastWords(ran)}`);
}

/** MySQL 9's programs don't know the way in which MariaDB takes a password: they go by its socket, without one. */
async function loginOf(client: Vendor, server: TestServer): Promise<readonly string[]> {
  if (client === server.vendor || client === 'mariadb')
    return [`--host=${server.host}`, `--port=${server.port}`, `--user=${server.user}`];
  const connection = await createConnection(server);
  const [rows] = await connection.query('select @@socket as socket');
  await connection.end();
  return [`--socket=${(rows as { socket: string }[])[0]!.socket}`, `--user=${userInfo().username}`];
}

export async function live(server: TestServer, database: string, packets = true): Promise<Side> {
  const connection = await connect({ ...server, socket: null, tls: null, database }, { packets });
  try {
    return (await introspect(connection))!;
  } finally {
    await connection.close();
  }
}

/** A dump that must be read without a problem. */
export function dumped(text: string, server?: ServerProfile): Side {
  const read = readDump(text, { file: 'dump.sql', fallbackServer: server });
  const wrong = read.problems.filter(({ kind }) => kind !== 'unreadable-statement');
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
  return read;
}

/** The statements as raw migrations, one each, through the evaluator. */
export function migrated(statements: readonly string[], server: ServerProfile): Side {
  const app = openApplication(
    filesOf({
      'composer.json': '{}',
      '.env': `DB_DATABASE=${server.database}\n`,
      'config/database.php': CONFIG,
    }),
    { laravel: '11.57.1' },
  );
  let world = freshWorld(app, server);
  statements.forEach((sql, i) => {
    const name = `2020_01_01_${String(i).padStart(6, '0')}_statement`;
    const text = `<?php
use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Support\\Facades\\DB;
return new class extends Migration {
    public function up(): void { DB::${i % 2 ? 'statement' : 'unprepared'}(${phpString(sql)}); }
};`;
    const trace = evaluate(app, { name, file: `database/migrations/${name}.php`, text }, 'up', world);
    world = trace.world;
  });
  const { schema, server: used } = world.connections.get(world.defaultConnection)!;
  return { schema, server: used };
}

const CONFIG = `<?php return ['default' => 'mysql', 'connections' => ['mysql' => ['driver' => 'mysql',
'database' => env('DB_DATABASE'), 'charset' => 'utf8mb4', 'collation' => 'utf8mb4_unicode_ci', 'modes' => []]]];`;

const phpString = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * As phpMyAdmin exports: tables without keys first, then keys, AUTO_INCREMENT and foreign keys by ALTER TABLE. Full-text keys
 * come one by one: InnoDB makes no two at a time.
 */
export async function phpMyAdminExport(connection: Connection, version: string): Promise<string> {
  const [rows] = await connection.query('show full tables');
  const names = (rows as Record<string, string>[]).map((row) => Object.values(row) as [string, string]);
  const made: string[] = [];
  const later: string[] = [];
  const foreign: string[] = [];
  for (const [name, kind] of names) {
    if (kind !== 'BASE TABLE') continue;
    const quoted = `\`${name.replaceAll('`', '``')}\``;
    const [shown] = await connection.query(`show create table ${quoted}`);
    const parts = exportParts((shown as Record<string, string>[])[0]!['Create Table']!);
    made.push(parts.create);
    const add = (list: readonly string[]) => list.map((line) => `\n  ADD ${line}`).join(',');
    if (parts.keys.length) later.push(`ALTER TABLE ${quoted}${add(parts.keys)}`);
    for (const key of parts.fulltext) later.push(`ALTER TABLE ${quoted} ADD ${key}`);
    if (parts.counter) later.push(`ALTER TABLE ${quoted}\n  MODIFY ${parts.counter}, AUTO_INCREMENT=3`);
    if (parts.constraints.length) foreign.push(`ALTER TABLE ${quoted}${add(parts.constraints)}`);
  }
  const head = `-- phpMyAdmin SQL Dump\n-- version 5.2.1\n--\n-- Server version: ${version}\n\nSET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";\nSTART TRANSACTION;\n`;
  return `${head}${[...made, ...later, ...foreign].map((sql) => `${sql};\n\n--\n-- more\n--\n`).join('')}COMMIT;\n`;
}

function exportParts(text: string) {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.startsWith(')'));
  const body = lines.slice(1, end).map((line) => line.trim().replace(/,$/, ''));
  const isKey = (line: string) => /^(?:PRIMARY |UNIQUE |FULLTEXT |SPATIAL )?KEY /.test(line);
  const isFulltext = (line: string) => line.startsWith('FULLTEXT KEY ');
  const isForeign = (line: string) => /^CONSTRAINT .* FOREIGN KEY /.test(line);
  const isCounter = (line: string) => /^`.* AUTO_INCREMENT/.test(line);
  const kept = body
    .filter((line) => !isKey(line) && !isForeign(line))
    .map((line) => (isCounter(line) ? line.replace(' AUTO_INCREMENT', '') : line));
  return {
    create: [lines[0], kept.map((line) => `  ${line}`).join(',\n'), ...lines.slice(end)].join('\n'),
    keys: body.filter((line) => isKey(line) && !isFulltext(line)),
    fulltext: body.filter(isFulltext),
    counter: body.find(isCounter) ?? null,
    constraints: body.filter(isForeign),
  };
}

/** Everything counts: names of constraints and partitions too. */
export const STRICT: DiffOptions = { constraintNames: true, partitions: true };

/** Every difference in a line; what is not certain has a `?` in front. */
export function differences(expected: Side, actual: Side, options: DiffOptions = {}): string[] {
  return diffSchemas(expected.schema, actual.schema, {
    expectedServer: expected.server,
    actualServer: actual.server,
    ...options,
  }).map(({ kind, table, name, change, properties, certain, reason, ...sides }) => {
    const values = [sides.expected, sides.actual].map((part) => {
      const whole = part as unknown as Record<string, unknown> | null;
      const some = properties.length && whole ? properties.map((key) => whole[key]) : whole;
      return JSON.stringify(some)?.slice(0, 200);
    });
    const what = `${table}: ${kind} ${name} ${change} ${properties.join(',')}`;
    return `${certain ? '' : '?'}${what}${reason ? ` (${reason})` : ''}: ${values.join(' / ')}`;
  });
}
