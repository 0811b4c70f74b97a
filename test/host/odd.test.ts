import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { TestApi } from '../../src/extension/main';
import { migration, type Row, removeApplication, rows, testApi, until, writeApplication } from './editor';

const hostile = 'a`b; drop table users';
const script = '<script>alert(1)</script>';
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const mysqldump = '-- MySQL dump 10.13  Distrib 8.4.0, for Linux (x86_64)\n-- Server version\t8.4.0\n';

const emptyDump = `${mysqldump}CREATE TABLE \`kept\` (\`id\` int NOT NULL) ENGINE=InnoDB;\n-- Dump completed\n`;

describe('a second application in a sub-folder', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
  });
  afterEach(() => removeApplication('second'));

  /** Opens the application and gives the rows of one of its trees. */
  const openSecond = async (
    tree: keyof TestApi['trees'],
    files: Readonly<Record<string, string | Buffer>>,
  ): Promise<readonly Row[]> => {
    writeApplication('second', files);
    const application = await until('a second application', async () =>
      (await rows(api.trees[tree])).find(({ label }) => label.endsWith('second')),
    );
    return rows(api.trees[tree], application.node);
  };
  const create = (name: string): string =>
    migration(`Schema::create('${name}', fn (Blueprint $table) => $table->id());`);

  it('has an analysis of its own', async () => {
    const groups = await openSecond('migrations', {
      'database/migrations/2025_01_01_000000_one.php': create('lamps'),
      'staging.sql': `${mysqldump}CREATE TABLE \`lamps\` (\`id\` bigint unsigned NOT NULL AUTO_INCREMENT, PRIMARY KEY (\`id\`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;\n-- Dump completed\n`,
    });
    assert.deepEqual(
      groups.map(({ label, description }) => `${label} ${description}`),
      ['Would fail 1'],
    );
  });

  it('shows hostile names as they are, never as Markdown', async () => {
    const tables = [hostile, script, 'x'].map(
      (name) =>
        `CREATE TABLE ${quoted(name)} (\`id\` int NOT NULL) ENGINE=InnoDB COMMENT='<script>alert(2)</script>';\n`,
    );
    const families = await openSecond('tables', {
      'database/migrations/2025_01_01_000000_one.php': create('lamps'),
      'staging.sql': `${mysqldump}${tables.join('')}-- Dump completed\n`,
    });
    const all = (await Promise.all(families.map(({ node }) => rows(api.trees.tables, node)))).flat();
    for (const name of [hostile, script]) {
      const row = all.find(({ label }) => label === name);
      assert.ok(row, name);
      const tooltip = row.item.tooltip as vscode.MarkdownString;
      assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
      assert.doesNotMatch(tooltip.value, /(?<!\\)`|<script>/);
    }
  });

  const odd: readonly (readonly [string, string])[] = [
    ['a syntax error', '<?php return new class extends Migration { public function up() { Schema::create('],
    ['an endless loop', migration('while (true) { $i = 1; }')],
    [
      'a string of a gigabyte',
      migration("$text = str_repeat('x', 1024 * 1024 * 1024); Schema::create($text, fn ($t) => $t->id());"),
    ],
    [
      'a call to the network',
      migration("Schema::create(Http::get('https://example.com')->body(), fn ($t) => $t->id());"),
    ],
  ];
  for (const [title, text] of odd)
    it(`with ${title} in a migration goes on with the others`, async () => {
      const groups = await openSecond('migrations', {
        'database/migrations/2025_01_01_000000_one.php': create('lamps'),
        'database/migrations/2025_01_02_000000_odd.php': text,
        'database/migrations/2025_01_03_000000_three.php': create('chairs'),
        'staging.sql': emptyDump,
      });
      const named = (await Promise.all(groups.map(({ node }) => rows(api.trees.migrations, node)))).flat();
      assert.deepEqual(
        named
          .map(({ label }) => label)
          .filter((label) => /^2025/.test(label))
          .sort(),
        ['2025_01_01_000000_one', '2025_01_02_000000_odd', '2025_01_03_000000_three'],
      );
      const application = (await rows(api.trees.tables)).find(({ label }) => label.endsWith('second'))!;
      const families = await rows(api.trees.tables, application.node);
      const tables = (await Promise.all(families.map(({ node }) => rows(api.trees.tables, node)))).flat();
      assert.ok(
        tables.some(({ label }) => label === 'chairs'),
        'the third migration was not run',
      );
    });

  const dumps: readonly (readonly [string, string | Buffer])[] = [
    ['a dump cut off in the middle', `${mysqldump}CREATE TABLE \`lamps\` (\`id\` int NOT NULL,\n  \`na`],
    ['a binary file named .sql', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256))],
  ];
  for (const [title, dump] of dumps)
    it(`says what is wrong with ${title}`, async () => {
      const environments = await openSecond('environments', {
        'database/migrations/2025_01_01_000000_one.php': create('lamps'),
        'staging.sql': dump,
      });
      const staging = environments.find(({ label }) => label === 'staging.sql');
      assert.equal((staging!.item.iconPath as vscode.ThemeIcon).id, 'warning');
      assert.match(staging!.item.accessibilityInformation!.label, /staging\.sql.*\w+/);
    });

  it('without migrations says so, and nothing else', async () => {
    assert.deepEqual(await openSecond('migrations', { 'staging.sql': emptyDump }), []);
  });

  it('of 5,000 tables is shown', async () => {
    const tables = Array.from(
      { length: 5_000 },
      (_, i) =>
        `CREATE TABLE \`t${i % 500}_n${i}\` (\`id\` int NOT NULL, \`name\` varchar(20) DEFAULT NULL, PRIMARY KEY (\`id\`)) ENGINE=InnoDB;\n`,
    );
    const families = await openSecond('tables', {
      'database/migrations/2025_01_01_000000_one.php': create('lamps'),
      'staging.sql': `${mysqldump}${tables.join('')}-- Dump completed\n`,
    });
    assert.ok(families.length >= 500);
    const some = await rows(api.trees.tables, families[1]!.node);
    const sections = await rows(api.trees.tables, some[0]!.node);
    assert.equal(sections[0]?.label, 'Columns');
  });
});
