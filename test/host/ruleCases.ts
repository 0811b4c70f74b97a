import { LATER_RUNS } from './ruleCasesOfLaterRuns';
import { FIRST_RUN } from './ruleCasesOfTheFirstRun';

/** One rule, in a migration of its own text behind BASE: what the editor shows, and what its first proven fix makes. */
export interface RuleCase {
  readonly rule: string;
  /** The body of up(). */
  readonly up: string;
  /** The body of down(); without it there is no down(). */
  readonly down?: string;
  /** Judged by the team's policy: POLICY has to be set. */
  readonly policy?: true;
  /** The line of the diagnostic (1-based), and what it underlines there. */
  readonly at: readonly [line: number, text: string];
  readonly message: string;
  /** The title of the proven fix, and the body of the method that it changes. null: there is none. */
  readonly fix: readonly [title: string, method: 'up' | 'down', code: string] | null;
}

export const POLICY = {
  mostIndexes: 3,
  tenant: { column: 'company_id', parent: 'companies', exempt: [] },
} as const;

/** What staging has of it: one table in another form, and the rows of what ran. */
export const STAGING = `-- MySQL dump 10.13  Distrib 8.4.0, for Linux (x86_64)
-- Server version\t8.4.0
CREATE TABLE \`migrations\` (\`id\` int unsigned NOT NULL AUTO_INCREMENT, \`migration\` varchar(255) NOT NULL, \`batch\` int NOT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB;
CREATE TABLE \`lamps\` (\`id\` bigint unsigned NOT NULL AUTO_INCREMENT, \`glow\` varchar(20) DEFAULT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB;
INSERT INTO \`migrations\` VALUES (1,'2026_01_01_000000_base',1),(2,'2026_03_01_000000_later',1);
-- Dump completed
`;

/** A migration file as artisan makes them. */
export function migrationText({ up, down }: Pick<RuleCase, 'up' | 'down'>): string {
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
${indented(up)}
    }
${down === undefined ? '' : `\n    public function down(): void\n    {\n${indented(down)}\n    }\n`}};
`;
}

const indented = (body: string): string =>
  body
    .split('\n')
    .map((line) => (line === '' ? line : `        ${line}`))
    .join('\n');

/** The body of a method, outdented; null where there is none. */
export function bodyOf(text: string, method: string): string | null {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => line.includes(`function ${method}()`)) + 2;
  if (from < 2) return null;
  const to = lines.findIndex((line, i) => i >= from && line === '    }');
  return lines
    .slice(from, to)
    .map((line) => line.replace(/^ {8}/, ''))
    .join('\n');
}

/** What the migration before them has made. */
export const BASE = `Schema::create('companies', fn (Blueprint $table) => $table->id());
Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('old_users', fn (Blueprint $table) => $table->increments('id'));
Schema::create('teams', fn (Blueprint $table) => $table->uuid('id')->primary());
Schema::create('shelves', fn (Blueprint $table) => $table->id());
Schema::create('codes', function (Blueprint $table) {
    $table->id();
    $table->string('code');
    $table->string('plain', 20)->index();
});
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->nullable()->default('new')->index();
    $table->string('old')->nullable();
    $table->unsignedInteger('watts')->default(60);
    $table->string('code', 20);
    $table->softDeletes();
    $table->foreignId('owner_id')->constrained('users');
    $table->unsignedBigInteger('maker_id')->nullable();
    $table->index(['code', 'watts'], 'code_watts');
});`;

/** At least one for each rule that the text of one migration can break. */
export const CASES: readonly RuleCase[] = [...LATER_RUNS, ...FIRST_RUN];
