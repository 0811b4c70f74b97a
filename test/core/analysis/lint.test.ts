import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/analysis/results';
import { DEFAULT_SETTINGS } from '../../../src/project/settings';
import { createAnalysis } from '../../../src/worker/analysis';
import { appWith, migration } from '../../support/tempApp';

const BASE = '2026_01_01_000000_base';
const OWN = '2026_01_02_000000_own';
const FILE = `database/migrations/${OWN}.php`;

const base = `Schema::create('users', fn (Blueprint $table) => $table->id());
Schema::create('lamps', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->string('old')->nullable();
    $table->foreignId('owner_id')->constrained('users');
});`;

const lint = async (code: string, server: string | null = null): Promise<readonly Finding[]> => {
  const app = appWith({ [BASE]: base, [OWN]: code });
  const found = await createAnalysis(app.root, { ...DEFAULT_SETTINGS, server }).lint(FILE);
  assert.equal(found?.problem, null);
  // keysAndNames.test.ts has what the first run leaves behind.
  return (found?.findings ?? []).filter(
    ({ method, rule }) => method === 'up' && rule !== 'index-left-by-drop-foreign',
  );
};

const table = (...lines: string[]) =>
  `Schema::table('lamps', function (Blueprint $table) {\n${lines.map((line) => `    ${line}`).join('\n')}\n});`;

/** Code in up(), and for each finding: rule, line in up() (1 is its first), the server's error. */
const FINDS: readonly [title: string, code: string, found: readonly [string, number, string][]][] = [
  [
    'a table is made',
    "Schema::create('shades', fn (Blueprint $table) => $table->id());",
    [['create-table-unguarded', 1, "1050 Table 'shades' already exists"]],
  ],
  [
    'a table with an index and a key is made: one finding, not three',
    `Schema::create('shades', function (Blueprint $table) {
    $table->id();
    $table->string('name')->index();
    $table->foreignId('lamp_id')->constrained();
});`,
    [['create-table-unguarded', 1, "1050 Table 'shades' already exists"]],
  ],
  [
    'a column is added',
    table("$table->integer('priority');"),
    [['add-column-unguarded', 2, "1060 Duplicate column name 'priority'"]],
  ],
  [
    'two columns are added: each has its line',
    table("$table->integer('red');", "$table->integer('green');"),
    [
      ['add-column-unguarded', 2, "1060 Duplicate column name 'red'"],
      ['add-column-unguarded', 3, "1060 Duplicate column name 'green'"],
    ],
  ],
  [
    'an index is added',
    table("$table->index('old');"),
    [['add-index-unguarded', 2, "1061 Duplicate key name 'lamps_old_index'"]],
  ],
  [
    'a foreign key is added',
    table("$table->foreign('old')->references('id')->on('users');").replace(
      "'old'",
      "'owner_id', 'second_key'",
    ),
    [['add-fk-unguarded', 2, "1826 Duplicate foreign key constraint name 'second_key'"]],
  ],
  [
    'a table is dropped',
    "Schema::drop('lamps');",
    [['drop-table-no-if-exists', 1, "1051 Unknown table 'laravel.lamps'"]],
  ],
  [
    'a column is dropped',
    table("$table->dropColumn('old');"),
    [['drop-column-unguarded', 2, "1091 Can't DROP 'old'; check that column/key exists"]],
  ],
  [
    'an index is dropped',
    table("$table->dropIndex(['name']);"),
    [['drop-index-unguarded', 2, "1091 Can't DROP 'lamps_name_index'; check that column/key exists"]],
  ],
  [
    'a foreign key is dropped',
    table("$table->dropForeign(['owner_id']);"),
    [['drop-fk-unguarded', 2, "1091 Can't DROP 'lamps_owner_id_foreign'; check that column/key exists"]],
  ],
  [
    'a column is renamed',
    table("$table->renameColumn('old', 'new');"),
    [['rename-unguarded', 2, "1054 Unknown column 'old' in 'lamps'"]],
  ],
  [
    'a table is renamed',
    "Schema::rename('lamps', 'lights');",
    [['rename-unguarded', 1, "1050 Table 'lights' already exists"]],
  ],
  [
    'raw SQL adds a column',
    "DB::statement('alter table lamps add priority int');",
    [['add-column-unguarded', 1, "1060 Duplicate column name 'priority'"]],
  ],
  [
    'a fixed row is inserted under a fixed id',
    "DB::table('users')->insert(['id' => 7]);",
    [['insert-not-idempotent', 1, "1062 Duplicate entry '7' for key 'users.PRIMARY'"]],
  ],
];

/** What no edit is known for. */
const UNMENDED: typeof FINDS = [
  [
    'a value is taken from a column that is dropped behind it',
    "DB::table('lamps')->update(['lamps.name' => DB::raw('lamps.old')]);\nSchema::dropColumns('lamps', 'old');",
    [
      ['second-run-fails', 1, "1054 Unknown column 'lamps.old' in 'field list'"],
      ['drop-column-unguarded', 2, "1091 Can't DROP 'old'; check that column/key exists"],
    ],
  ],
  [
    'an update joins by a column that is dropped behind it',
    "DB::table('lamps')->join('users', 'users.id', '=', 'lamps.old')->update(['lamps.name' => 'x']);\nSchema::dropColumns('lamps', 'old');",
    [
      ['second-run-fails', 1, "1054 Unknown column 'lamps.old' in 'on clause'"],
      ['drop-column-unguarded', 2, "1091 Can't DROP 'old'; check that column/key exists"],
    ],
  ],
];

/** Code that a second run passes, or that catches what is raised. */
const SILENT: readonly [title: string, code: string][] = [
  ['dropIfExists', "Schema::dropIfExists('lamps');"],
  ['a change of a column', table("$table->string('name', 100)->change();")],
  [
    'hasTable around create',
    `if (! Schema::hasTable('shades')) {\n    Schema::create('shades', fn (Blueprint $table) => $table->id());\n}`,
  ],
  [
    'hasColumn around table',
    `if (! Schema::hasColumn('lamps', 'priority')) {\n    ${table("$table->integer('priority');").replaceAll('\n', '\n    ')}\n}`,
  ],
  [
    'hasColumn in the closure',
    table("if (! Schema::hasColumn('lamps', 'priority')) $table->integer('priority');"),
  ],
  [
    'getColumnListing',
    `if (! in_array('priority', Schema::getColumnListing('lamps'), true)) {\n    ${table("$table->integer('priority');").replaceAll('\n', '\n    ')}\n}`,
  ],
  [
    'an early return',
    `if (Schema::hasColumn('lamps', 'priority')) {\n    return;\n}\n${table("$table->integer('priority');")}`,
  ],
  [
    'whenTableDoesntHaveColumn',
    `Schema::whenTableDoesntHaveColumn('lamps', 'priority', function (Blueprint $table) {\n    $table->integer('priority');\n});`,
  ],
  [
    'try and catch of the error',
    `try {\n    ${table("$table->integer('priority');").replaceAll('\n', '\n    ')}\n} catch (\\Illuminate\\Database\\QueryException $e) {\n    if ($e->errorInfo[1] !== 1060) {\n        throw $e;\n    }\n}`,
  ],
  [
    'information_schema',
    `$there = DB::selectOne("select count(*) as n from information_schema.columns where table_schema = database() and table_name = 'lamps' and column_name = 'priority'");\nif ($there->n == 0) {\n    ${table("$table->integer('priority');").replaceAll('\n', '\n    ')}\n}`,
  ],
  [
    'a drop before it',
    `Schema::dropIfExists('shades');\nSchema::create('shades', fn (Blueprint $table) => $table->id());`,
  ],
  ['updateOrInsert', "DB::table('users')->updateOrInsert(['id' => 7], ['id' => 7]);"],
  ['insertOrIgnore', "DB::table('users')->insertOrIgnore(['id' => 7]);"],
  ['nothing at all', '//'],
];

describe('lint: what a second run raises', () => {
  for (const [title, code, expected] of [...FINDS, ...UNMENDED])
    it(title, async () => {
      const found = await lint(code);
      assert.deepEqual(
        found.map(({ rule, line, serverError }) => [
          rule,
          line - 12,
          `${serverError?.code} ${serverError?.message}`,
        ]),
        expected,
      );
      for (const finding of found) {
        assert.deepEqual([finding.migration, finding.file, finding.method], [OWN, FILE, 'up']);
        assert.ok(finding.message.includes(finding.serverError?.message ?? '?'), finding.message);
        assert.notEqual(finding.statement, '');
      }
    });

  for (const [title, code] of FINDS)
    it(`offers a fix that has been run: ${title}`, async () => {
      for (const { rule, fixes } of await lint(code))
        if (!rule.startsWith('down-')) assert.equal(fixes[0]?.proven, true, rule);
    });

  for (const [title, code] of SILENT)
    it(`is silent: ${title}`, async () => {
      assert.deepEqual(
        (await lint(code)).map(({ message }) => message),
        [],
      );
    });

  it('speaks as the server does: MariaDB', async () => {
    const [key] = await lint(
      table("$table->foreign('owner_id', 'second_key')->references('id')->on('users');"),
      'mariadb-10.11',
    );
    assert.deepEqual([key?.rule, key?.serverError?.code], ['add-fk-unguarded', 1005]);
    const unchecked = `Schema::disableForeignKeyConstraints();\n${table("$table->foreign('owner_id', 'second_key')->references('id')->on('users');")}`;
    const [inPlace] = await lint(unchecked, 'mariadb-10.11');
    assert.deepEqual(
      [inPlace?.rule, inPlace?.serverError?.message],
      ['add-fk-unguarded', "Duplicate FOREIGN KEY constraint name 'laravel/second_key'"],
    );
  });

  it('a migration that fails already has that as its finding, too', async () => {
    const found = await lint(table("$table->integer('name');"));
    assert.deepEqual(
      found.map(({ rule, line }) => [rule, line - 12]),
      [['add-column-unguarded', 2]],
    );
  });
});

describe('schema-gap lint', () => {
  const code = `${table("$table->integer('red');", '$table->timestamps();')}
Schema::create('shades', fn (Blueprint $table) => $table->id());`;

  it('--fix applies what is proven, and has nothing to do a second time', async () => {
    const app = appWith({ [BASE]: base, [OWN]: code });
    const first = await app.cli('lint', FILE, '--fix');
    const once = app.read(FILE);
    assert.match(first.out, /\d fixes applied\n0 findings/);
    assert.match(once, /hasColumn\('lamps', 'red'\)/);
    assert.match(once, /hasColumn\('lamps', 'created_at'\)/);
    assert.match(once, /hasColumn\('lamps', 'updated_at'\)/);
    assert.match(once, /hasTable\('shades'\)/);
    const second = await app.cli('lint', FILE, '--fix');
    assert.equal(app.read(FILE), once);
    assert.doesNotMatch(second.out, /applied/);
    assert.match(second.out, /^0 findings$/m);
  });

  it('--fix keeps a byte order mark and line ends', async () => {
    const text = `\ufeff${migration(table("$table->integer('red');")).replaceAll('\n', '\r\n')}`;
    const app = appWith({ [BASE]: base, [OWN]: text });
    await app.cli('lint', FILE, '--fix');
    const fixed = app.read(FILE);
    assert.ok(fixed.startsWith('\ufeff<?php\r\n'));
    assert.doesNotMatch(fixed, /[^\r]\n/);
    assert.match(fixed, /hasColumn/);
  });

  it('--fix leaves a file alone that is not UTF-8, and says so', async () => {
    const app = appWith({ [BASE]: base });
    const bytes = Buffer.from(migration(`// gr\u00fcn\n${table("$table->integer('red');")}`), 'latin1');
    app.write(FILE, bytes);
    const { err } = await app.cli('lint', FILE, '--fix');
    assert.match(err, /not UTF-8/);
    assert.equal(app.read(FILE), bytes.toString('utf8'));
  });

  it('findings are warnings: status 0, and 1 with --fail-on warning', async () => {
    const app = appWith({ [BASE]: base, [OWN]: code });
    assert.equal((await app.cli('lint')).status, 0);
    assert.equal((await app.cli('lint', '--fail-on', 'warning')).status, 1);
    assert.equal((await app.cli('lint', '--fail-on', 'never')).status, 0);
  });

  it('takes files as the shell gives them, and names those that it can not read', async () => {
    const app = appWith({ [BASE]: base, [OWN]: code });
    const one = await app.cli('lint', FILE, '--json');
    assert.ok(JSON.parse(one.out).findings.every((finding: Finding) => finding.file === FILE));
    const gone = await app.cli('lint', 'database/migrations/nowhere.php');
    assert.deepEqual([gone.status, gone.out], [2, '']);
    assert.match(gone.err, /nowhere\.php can't be read/);
    const outside = await app.cli('lint', '../../etc/passwd');
    assert.equal(outside.status, 2);
    app.write('app/Models/User.php', '<?php class User {}');
    const other = await app.cli('lint', 'app/Models/User.php');
    assert.match(other.err, /app\/Models\/User\.php is no migration/);
  });

  it('--since wants a revision, and git', async () => {
    const app = appWith({ [BASE]: base });
    for (const revision of ['HEAD', '--output=x']) {
      const { status, err } = await app.cli('lint', `--since=${revision}`);
      assert.equal(status, 2);
      assert.match(err, /git|revision/);
    }
  });
});

describe('lint of a migration whose second run can not be told', () => {
  const open = async (code: string) => {
    const app = appWith({ [BASE]: base, [OWN]: code });
    const found = await createAnalysis(app.root, DEFAULT_SETTINGS).lint(FILE);
    return found && { ...found, findings: found.findings.filter(({ method }) => method === 'up') };
  };

  it('says what is not known of it, though the first run is', async () => {
    const found = await open(
      `if (Schema::hasTable('shades')) {\n    while (true) {}\n}\n${"Schema::create('shades', fn (Blueprint $table) => $table->id());"}`,
    );
    assert.deepEqual(found?.findings, []);
    assert.match(found?.unknown.map(({ reason }) => reason).join() ?? '', /does not end/);
  });

  it('calls no fix proven after which the second run does not come to its end', async () => {
    const found = await open(
      `$again = Schema::hasColumn('lamps', 'priority');\n${table("$table->integer('priority');")}\nif ($again) {\n    while (true) {}\n}`,
    );
    assert.deepEqual(
      found?.findings.map(({ rule, fixes }) => [rule, fixes.filter(({ proven }) => proven)]),
      [['add-column-unguarded', []]],
    );
  });
});
