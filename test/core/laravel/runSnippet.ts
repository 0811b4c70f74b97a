import { openApplication } from '../../../src/core/laravel/application';
import { evaluate, freshWorld } from '../../../src/core/laravel/evaluate';
import { filesOf } from '../../../src/core/laravel/files';
import type { ServerProfile } from '../../../src/core/schema/server';
import type { Trace } from '../../../src/core/session/trace';
import type { Snippet } from './snippets';

/** What was sent, and how it ended: null, or the server's error, or the exception. */
export interface Sent {
  readonly sql: readonly string[];
  readonly end: string | null;
}

/** The migration file of a snippet, or of what has to be there before it. */
export function migrationText(body: string): string {
  return `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Query\\Expression;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Schema;

return new class extends Migration {
    public function up() {
${body}
    }
};
`;
}

export interface Setting {
  /** The Laravel version, such as `11.57.1`. */
  readonly laravel: string;
  readonly driver: 'mysql' | 'mariadb';
  readonly server: ServerProfile;
  readonly doctrine?: boolean;
}

/** Runs a snippet in the engine, on an empty database with what it wants before. */
export function runSnippet(snippet: Snippet, setting: Setting): Sent {
  return sentBy(traceOf(snippet, setting));
}

export function traceOf(snippet: Snippet, { laravel, driver, server, doctrine }: Setting): Trace {
  const app = openApplication(
    filesOf({
      'composer.json': JSON.stringify({
        require: doctrine ? { 'doctrine/dbal': '^3' } : {},
        autoload: { 'psr-4': { 'App\\': 'app/' } },
      }),
      '.env': `DB_CONNECTION=mysql\nDB_DATABASE=${server.database}\n`,
      'config/database.php': databaseConfig(driver),
      ...snippet.files,
    }),
    { laravel },
  );
  const before = { name: 'before', file: 'before.php', text: migrationText(snippet.before ?? '') };
  const world = evaluate(app, before, 'up', freshWorld(app, server)).world;
  return evaluate(
    app,
    { name: 'snippet', file: 'snippet.php', text: migrationText(snippet.up) },
    'up',
    world,
  );
}

/** The connection that snippets run on: the entry `mysql` with either driver. */
export function databaseConfig(driver: string): string {
  return `<?php
return ['default' => 'mysql', 'connections' => ['mysql' => [
    'driver' => '${driver}', 'host' => env('DB_HOST'), 'port' => env('DB_PORT'), 'database' => env('DB_DATABASE', 'laravel'),
    'username' => env('DB_USERNAME'), 'password' => env('DB_PASSWORD'), 'charset' => 'utf8mb4',
    'collation' => 'utf8mb4_unicode_ci', 'prefix' => '', 'prefix_indexes' => true, 'strict' => true, 'engine' => null,
]], 'migrations' => 'migrations'];
`;
}

function sentBy({ entries, outcome }: Trace): Sent {
  const sql = entries.filter((entry) => !entry.caught).map((entry) => entry.statement.sql);
  switch (outcome.kind) {
    case 'done':
      return { sql, end: null };
    case 'raised':
      return { sql, end: `${outcome.error.code} ${outcome.error.message}` };
    case 'threw':
      return { sql, end: `${outcome.exception}: ${outcome.message}` };
    case 'unknown':
      return { sql, end: `unknown: ${outcome.reason}` };
  }
}
