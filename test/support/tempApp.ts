import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/cli/run';

/** A Laravel application in a temporary folder, as far as the analysis reads it; gone after the test. */
export interface TempApp {
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Runs the command line in the application's folder. */
  cli(...args: string[]): Promise<Called>;
  /** The same as a person sees it who sits at a terminal. */
  terminal(...args: string[]): Promise<Called>;
}

export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** `files`: path to content. A bare `laravel` version goes into composer.lock. */
export function tempApp(files: Files = {}, laravel = '11.57.1'): TempApp {
  const root = tempFolder({
    artisan: '#!/usr/bin/env php\n',
    'composer.json': '{"require": {"laravel/framework": "*"}}',
    'composer.lock': JSON.stringify({ packages: [{ name: 'laravel/framework', version: `v${laravel}` }] }),
    ...files,
  });
  return {
    root,
    write: (path, content) => writeBelow(root, path, content),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    cli: (...args) => call(root, args, false),
    terminal: (...args) => call(root, args, true),
  };
}

/** An application with migrations: name (without folder and `.php`) to the body of up(), or to a whole file. */
export function appWith(
  migrations: Readonly<Record<string, string>>,
  files: Files = {},
  laravel?: string,
): TempApp {
  const placed = Object.entries(migrations).map(([name, code]) => [
    `database/migrations/${name}.php`,
    code.includes('<?php') ? code : migration(code),
  ]);
  return tempApp({ ...Object.fromEntries(placed), ...files }, laravel);
}

/** A migration file as artisan makes them; `body` is that of up(). */
export function migration(body: string, more = ''): string {
  return `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\DB;
use Illuminate\\Support\\Facades\\Http;
use Illuminate\\Support\\Facades\\Schema;

return new class extends Migration
{
    public function up(): void
    {
${body
  .split('\n')
  .map((line) => (line === '' ? line : `        ${line}`))
  .join('\n')}
    }
${more}};
`;
}

/** `Schema::create('name', …)` with an id and nothing else. */
export function create(table: string): string {
  return `Schema::create('${table}', fn (Blueprint $table) => $table->id());`;
}

/** A folder with files, removed when the running test (or suite) is over. */
export function tempFolder(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'schema-gap-app-'));
  made.add(root);
  for (const [path, content] of Object.entries(files)) writeBelow(root, path, content);
  return root;
}

const made = new Set<string>();
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function writeBelow(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Runs the command line in a folder and keeps what it says. */
export async function call(cwd: string, args: readonly string[], isTerminal = false): Promise<Called> {
  let out = '';
  let err = '';
  const status = await runCli(args, {
    cwd,
    isTerminal,
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
  });
  return { status, out, err };
}

/** The one JSON document that a call with --json prints; anything beside it fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: documents are asserted on, field by field
export function documentOf({ out }: Called): any {
  const document = JSON.parse(out);
  assert.equal(document.format, 1);
  return document;
}

const HEADER = '-- MySQL dump 10.13  Distrib 8.4.0, for Linux (x86_64)\n-- Server version\t8.4.0\n\n';
const FOOTER = '\n-- Dump completed on 2026-01-01  0:00:00\n';

/** A dump as mysqldump writes it, of these CREATE TABLE statements and the rows of `migrations` (null: no rows). */
export function dump(tables: readonly string[], ran: readonly string[] | null = []): string {
  const rows = ran?.map((name, i) => `(${i + 1},'${name}',1)`).join(',') ?? '';
  const insert = rows === '' ? '' : `INSERT INTO \`migrations\` VALUES ${rows};\n`;
  return `${HEADER}${[MIGRATIONS, ...tables].join('\n')}\n${insert}${FOOTER}`;
}

const MIGRATIONS = createTable(
  'migrations',
  '`id` int unsigned NOT NULL AUTO_INCREMENT',
  '`migration` varchar(255) COLLATE utf8mb4_unicode_ci NOT NULL',
  '`batch` int NOT NULL',
  'PRIMARY KEY (`id`)',
);

/** A CREATE TABLE as mysqldump writes it; without lines, the table that `create()` makes. */
export function createTable(name: string, ...lines: string[]): string {
  const body =
    lines.length > 0 ? lines : ['`id` bigint unsigned NOT NULL AUTO_INCREMENT', 'PRIMARY KEY (`id`)'];
  return `CREATE TABLE \`${name.replaceAll('`', '``')}\` (\n  ${body.join(',\n  ')}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;`;
}
