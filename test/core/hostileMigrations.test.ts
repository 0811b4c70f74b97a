import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../src/project/settings';
import { createAnalysis } from '../../src/worker/analysis';
import { appWith, create, createTable, documentOf, dump, migration, type TempApp } from '../support/tempApp';

const ONE = '2026_01_01_000000_one';
const ODD = '2026_01_02_000000_odd';
const THREE = '2026_01_03_000000_three';
const ODD_FILE = `database/migrations/${ODD}.php`;

const appAround = (odd: string): TempApp =>
  appWith(
    { [ONE]: create('lamps'), [ODD]: odd, [THREE]: create('chairs') },
    { 'staging.sql': dump([createTable('lamps')], [ONE]) },
  );

/** Code in up() whose end or result can't be known, and what is said about it. */
const ENDLESS: readonly [title: string, code: string, reason: RegExp][] = [
  ['loops for ever', 'while (true) { $i = 1; }', /does not end: gave up after/],
  ['loops for ever over goto-less recursion', '$f = fn ($f) => $f($f); $f($f);', /calls itself too deeply/],
  [
    'recurses for ever through a method',
    `<?php
return new class extends Illuminate\\Database\\Migrations\\Migration {
    public function up() { $this->again(1); }
    private function again($n) { return $this->again($n + 1); }
};`,
    /calls itself too deeply/,
  ],
  [
    'builds a string of a gigabyte',
    "$s = str_repeat('x', 1024 * 1024 * 1024);",
    /more data than is followed/,
  ],
  ['doubles a string until it is huge', "$s = 'x'; while (true) { $s .= $s; }", /more data than is followed/],
  ['pads a string to a gigabyte', "$s = str_pad('x', 1 << 30);", /more data than is followed/],
  [
    'fills an array without end',
    '$a = []; for (;;) { $a[] = 1; }',
    /does not end|more data than is followed/,
  ],
  ['makes a range of a thousand million', '$a = range(1, 1000000000);', /more data than is followed/],
  [
    'generates without end',
    '$g = (function () { while (true) yield 1; })(); foreach ($g as $x) {}',
    /gave more than 5000 values/,
  ],
];

/** Code that asks the world outside: the answer is not known, and nothing is asked. */
const OUTSIDE: readonly [title: string, expression: string, reason: RegExp][] = [
  ['Http::get', "Http::get('https://example.com/name')->body()", /calls the network/],
  [
    'file_get_contents of an address',
    "file_get_contents('https://example.com/name')",
    /file_get_contents|https/,
  ],
  ['curl', "curl_exec(curl_init('https://example.com'))", /curl/],
  ['fopen of an address', "fgets(fopen('https://example.com', 'r'))", /fopen|fgets/],
  ['exec', "exec('id')", /exec/],
  ['shell_exec', "shell_exec('id')", /shell_exec/],
  ['backticks', '`id`', /runs a program/],
  ['Process::run', "\\Illuminate\\Support\\Facades\\Process::run('id')->output()", /runs another program/],
  ['random bytes', 'bin2hex(random_bytes(4))', /random/],
  ['the time', "date('Y_m')", /date|time|clock/],
];

describe('a migration whose end can not be known', () => {
  for (const [title, code, reason] of ENDLESS) {
    it(`${title}: says so in time, and the others go on`, async () => {
      const called = await appAround(code).cli('schema', '--json');
      const document = documentOf(called);
      assert.deepEqual(
        document.tables.map((table: { name: string }) => table.name),
        ['chairs', 'lamps', 'migrations'],
      );
      assert.deepEqual([called.status, document.failed], [4, []]);
      const [first] = document.unknown;
      assert.deepEqual([first.migration, first.file], [ODD, ODD_FILE]);
      assert.match(first.reason, reason);
    });
  }

  it('preflight: what comes after can not be told', async () => {
    const called = await appAround('while (true) {}').cli('preflight', '--on', 'staging.sql', '--json');
    const { fails, unknown, pending } = documentOf(called);
    assert.deepEqual([called.status, pending, fails], [4, 2, null]);
    assert.match(unknown[0].reason, /does not end/);
  });

  it('rerun says which one', async () => {
    const called = await appAround('while (true) {}').cli('rerun', '--json');
    const outcomes = documentOf(called).migrations.map((one: { outcome: string }) => one.outcome);
    assert.equal(outcomes[1], 'unknown');
    assert.equal(outcomes[0], 'error');
  });
});

describe('a migration that asks the world outside', () => {
  for (const [title, expression, reason] of OUTSIDE)
    it(`${title}: what rests on the answer is not known, the rest is`, async () => {
      const odd = `${create('before')}\nSchema::create('t_' . ${expression}, fn (Blueprint $table) => $table->id());`;
      const called = await appAround(odd).cli('schema', '--json');
      const document = documentOf(called);
      const names = document.tables.map((table: { name: string }) => table.name);
      for (const name of ['before', 'chairs', 'lamps'])
        assert.ok(names.includes(name), `${name} in ${names}`);
      assert.equal(called.status, 4);
      assert.deepEqual(document.failed, []);
      assert.match(document.unknown.map((one: { reason: string }) => one.reason).join('\n'), reason);
    });

  it('what does not rest on the answer is certain', async () => {
    const odd = `Http::post('https://example.com/hook', ['done' => true]);\n${create('after')}`;
    const called = await appAround(odd).cli('schema', '--json');
    const document = documentOf(called);
    assert.deepEqual([called.status, document.tainted], [0, null]);
    assert.ok(document.tables.some((table: { name: string }) => table.name === 'after'));
  });

  const unknownColumn = "$table->integer(Http::get('https://example.com')->body())";

  it('a schema change that is not known may be refused: a second run is not promised', async () => {
    const odd = `Schema::create('one', fn (Blueprint $table) => ${unknownColumn});`;
    const called = await appAround(odd).cli('rerun', '--json');
    const found = documentOf(called).migrations.find((one: { name: string }) => one.name === ODD);
    assert.equal(found.outcome, 'unknown');
    assert.match(found.reason, /calls the network/);
  });

  it('a table that is there for sure can not be made again, whatever its columns', async () => {
    const odd = `Schema::create('lamps', fn (Blueprint $table) => ${unknownColumn});`;
    const called = await appAround(odd).cli('preflight', '--on', 'staging.sql', '--json');
    const { fails } = documentOf(called);
    assert.deepEqual([called.status, fails.migration, fails.serverError.code], [1, ODD, 1050]);
  });

  it('an unknown default is said to be not known, never shown as a value', async () => {
    const odd = `Schema::table('lamps', fn (Blueprint $table) => $table->integer('n')->default(Http::get('https://example.com')->body()));`;
    const app = appAround(odd);
    const called = await app.cli('schema', '--json');
    const { columns } = documentOf(called).tables.find((table: { name: string }) => table.name === 'lamps');
    const column = columns.find(({ name }: { name: string }) => name === 'n');
    assert.deepEqual([called.status, documentOf(called).failed, column.default], [4, [], null]);
    assert.match(column.tainted, /calls the network/);
    const { out } = await app.cli('schema');
    assert.match(out, /n +int not null \(details not known\)/);
  });

  it('rows whose values are not known are accepted', async () => {
    const odd = "DB::table('lamps')->insert(['id' => Http::get('https://example.com')->body()]);";
    const called = await appAround(odd).cli('preflight', '--on', 'staging.sql', '--json');
    assert.deepEqual(documentOf(called).succeed, [ODD, THREE]);
  });

  it('a condition on the answer is taken both ways', async () => {
    const odd = `if (Http::get('https://example.com')->successful()) {\n    ${create('maybe')}\n}`;
    const document = documentOf(await appAround(odd).cli('schema', '--json'));
    const maybe = document.tables.find((table: { name: string }) => table.name === 'maybe');
    assert.notEqual(maybe.tainted, null);
  });
});

describe('a migration with an error of its own', () => {
  const syntax: readonly [title: string, text: string, line: number][] = [
    [
      'ends in the middle',
      '<?php\nreturn new class extends Migration {\n    public function up() { Schema::create(',
      3,
    ],
    ['lacks a semicolon', migration('$a = 1\n$b = 2;').replace(/\r/g, ''), 14],
    ['is no PHP at all', '\u0000\u0001\u0002<?php \u0007 ((((', 1],
  ];
  for (const [title, text, line] of syntax)
    it(`that ${title}: is named with file and line, and the others go on`, async () => {
      const called = await appAround(text).cli('schema', '--json');
      const document = documentOf(called);
      const [first] = document.unknown;
      assert.deepEqual([called.status, first.file, first.line], [4, ODD_FILE, line]);
      assert.match(first.reason, /can't be read/);
      assert.deepEqual(
        document.tables.map((table: { name: string }) => table.name),
        ['chairs', 'lamps', 'migrations'],
      );
    });

  it('lint says it, too', async () => {
    const called = await appAround('<?php return new class {').cli('lint', ODD_FILE);
    assert.equal(called.status, 4);
    assert.match(called.err, new RegExp(`${ODD_FILE}:1: .*can't be read`));
  });

  const throws: readonly [title: string, code: string, message: RegExp][] = [
    ['a method that is not there', '$this->nowhere();', /undefined method.*nowhere/i],
    ['an exception of its own', "throw new \\RuntimeException('not on Sundays');", /not on Sundays/],
    ['a division by zero', '$a = 1 / 0;', /Division by zero/],
  ];
  for (const [title, code, message] of throws)
    it(`${title}: fails as artisan would, and the others go on`, async () => {
      const called = await appAround(`${create('before')}\n${code}`).cli('schema', '--json');
      const document = documentOf(called);
      const [failure] = document.failed;
      assert.deepEqual([called.status, failure.migration, failure.line], [1, ODD, 14]);
      assert.match(failure.message, message);
      assert.deepEqual(
        document.tables.map((table: { name: string }) => table.name),
        ['before', 'chairs', 'lamps', 'migrations'],
      );
    });

  it('an empty file: the class that Laravel looks for is not known', async () => {
    const app = appAround('');
    app.write(ODD_FILE, '');
    const called = await app.cli('schema', '--json');
    assert.equal(called.status, 4);
    assert.match(documentOf(called).unknown[0].reason, /Odd/);
  });
});

describe('a file in the migration folder that can not be one', () => {
  it('a folder named like a migration is said, and artisan’s error with it', async () => {
    const app = appAround(create('tables'));
    mkdirSync(join(app.root, 'database/migrations/2026_02_01_000000_x_y.php'));
    const called = await app.cli('report', '--json');
    assert.match(called.err, /2026_02_01_000000_x_y\.php.*is a folder.*FileNotFoundException/);
    assert.equal(documentOf(called).migrations.files, 3);
  });

  it('a link to nowhere is not known, never taken for empty', async () => {
    const app = appAround(create('tables'));
    symlinkSync('nowhere.php', join(app.root, 'database/migrations/2026_02_01_000000_link.php'));
    const called = await app.cli('schema', '--json');
    const document = documentOf(called);
    assert.deepEqual([called.status, document.failed.length], [4, 0]);
    assert.match(document.unknown[0].reason, /can't be read/);
  });

  it('a link out of the application is followed no further than PHP would', async () => {
    const other = appWith({ [ONE]: create('elsewhere') });
    const app = appAround(create('tables'));
    symlinkSync(
      join(other.root, `database/migrations/${ONE}.php`),
      join(app.root, 'database/migrations/2026_02_01_000000_link.php'),
    );
    const document = documentOf(await app.cli('schema', '--json'));
    assert.ok(document.tables.some((table: { name: string }) => table.name === 'elsewhere'));
  });

  it('other files are passed over, as Laravel does', async () => {
    const app = appAround(create('tables'));
    for (const name of ['README.md', 'nounderscore.php', '.2026_hidden.php', '2026_01_01_x.php.bak'])
      app.write(`database/migrations/${name}`, '<?php throw new Exception;');
    app.write('database/migrations/archive/2020_01_01_000000_old.php', '<?php throw new Exception;');
    const called = await app.cli('schema', '--json');
    assert.deepEqual([called.status, documentOf(called).failed], [0, []]);
  });
});

describe('a migration in an unusual form', () => {
  const text = migration(`Schema::create('grüße', function (Blueprint $table) {
    $table->id();
    $table->string('straße')->comment('日本語 🏮');
});`);
  const forms: readonly [title: string, text: string][] = [
    ['as it is', text],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${text}`],
    ['with a closing tag and text behind it', `${text}?>\nbye\n`],
  ];
  for (const [title, form] of forms)
    it(`${title}: names are as written, lines and columns as in the editor`, async () => {
      const document = documentOf(await appAround(form).cli('schema', '--json'));
      const table = document.tables.find((one: { name: string }) => one.name === 'grüße');
      const column = table.columns[1];
      assert.deepEqual([column.name, column.comment, column.definedBy.line], ['straße', '日本語 🏮', 15]);
    });
});

describe('the editor’s answers about a broken migration', () => {
  it('lint gives the problem, the overview all migrations', async () => {
    const { root } = appAround('<?php return new class {');
    const analysis = createAnalysis(root, DEFAULT_SETTINGS);
    const found = await analysis.lint(ODD_FILE);
    assert.match(found?.problem?.message ?? '', /can't be read/);
    const overview = await analysis.overview();
    assert.deepEqual(
      overview.migrations.map(({ name, state }) => [name, state]),
      [
        [ONE, 'ran'],
        [ODD, 'pending'],
        [THREE, 'pending'],
      ],
    );
  });
});
