import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEFAULT_SETTINGS } from '../../src/project/settings';
import { createAnalysis } from '../../src/worker/analysis';
import { appWith, create, createTable, documentOf, dump, migration, type TempApp } from '../support/tempApp';

const ONE = '2026_01_01_000000_one';
const TWO = '2026_01_02_000000_two';
const whole = dump([createTable('lamps'), createTable('shades')], [ONE]);
const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256);

const app = (staging: string | Uint8Array, name = 'staging.sql'): TempApp =>
  appWith({ [ONE]: create('lamps'), [TWO]: create('chairs') }, { [name]: staging });

describe('a file that is no dump', () => {
  const files: readonly [title: string, name: string, content: string | Uint8Array, message: RegExp][] = [
    ['a binary file named .sql', 'staging.sql', binary, /staging\.sql: The file is binary, not SQL text/],
    ['an empty file', 'staging.sql', '', /staging\.sql: The file has no statements/],
    ['only blank lines and comments', 'staging.sql', '\n-- nothing\n\n', /no statements/],
    ['a damaged .gz', 'staging.sql.gz', gzipSync(whole).subarray(0, 120), /damaged gzip archive/],
    [
      'a .gz with wrong bytes inside',
      'staging.sql.gz',
      gzipSync(whole).fill(7, 40, 60),
      /damaged gzip archive/,
    ],
    ['a zip archive named .sql', 'staging.sql', 'PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxx', /zip archive/],
    ['a web page', 'staging.sql', '<!doctype html><html><p>502</p></html>', /web page/],
    ['a dump of PostgreSQL', 'staging.sql', '--\n-- PostgreSQL database dump\n--\n', /PostgreSQL/],
    [
      'what mysqldump says instead of a dump',
      'staging.sql',
      "mysqldump: Got error: 1045: Access denied for user 'app'@'localhost' when trying to connect\n",
      /begins with a message of the program.*1045/,
    ],
  ];
  for (const [title, name, content, message] of files) {
    it(`is refused, not taken for a database without tables: ${title}`, async () => {
      for (const args of [['report'], ['preflight', '--on', name], ['schema', name]]) {
        const called = await app(content, name).cli(...args);
        assert.deepEqual([called.status, called.out], [2, ''], args.join(' '));
        assert.match(called.err, message);
        assert.ok(called.err.trimEnd().split('\n').length <= 2, called.err);
      }
    });
  }

  it('gives one JSON document with code, message and hint', async () => {
    const called = await app(binary).cli('report', '--json');
    const { error } = documentOf(called);
    assert.deepEqual([called.status, error.code], [2, 'dump-binary']);
    assert.match(error.hint, /mysqldump/);
  });

  it('leaves the migrations in the overview', async () => {
    const { root } = app(binary);
    const overview = await createAnalysis(root, DEFAULT_SETTINGS).overview();
    assert.deepEqual(
      [
        overview.state,
        overview.migrations.map(({ name }) => name),
        overview.problems.map(({ code }) => code),
      ],
      ['no-actual', [ONE, TWO], ['dump-binary']],
    );
  });

  it('is listed among the environments with what is wrong, beside the others', async () => {
    const broken = app(binary);
    broken.write('whole.sql', whole);
    symlinkSync('round.sql', join(broken.root, 'round.sql'));
    const environments = await createAnalysis(broken.root, DEFAULT_SETTINGS).environments();
    const listed = environments.map(({ id, problem }) => [id, problem?.code ?? null]);
    assert.deepEqual(listed, [
      ['migrations', null],
      ['staging.sql', 'dump-binary'],
      ['whole.sql', null],
    ]);
  });
});

describe('a dump cut off in the middle', () => {
  const cuts: readonly [title: string, text: string][] = [
    ['in a CREATE TABLE', whole.slice(0, whole.indexOf('CREATE TABLE `shades`') + 40)],
    ['before its end', whole.slice(0, whole.indexOf('CREATE TABLE `shades`'))],
  ];
  for (const [title, text] of cuts) {
    it(`${title}: what is not in it is not certain to be missing`, async () => {
      const called = await app(text).cli('report', '--json');
      const document = documentOf(called);
      const missing = document.missingTables.map((table: { name: string; certain: boolean }) => [
        table.name,
        table.certain,
      ]);
      assert.deepEqual([called.status, missing], [4, [['chairs', false]]]);
      assert.match(called.err, /staging\.sql:\d+: The dump ends/);
      assert.match(document.unknown[0].reason, /The dump ends/);
    });

    it(`${title}: what is in it is read`, async () => {
      const { status, out } = await app(text).cli('schema', 'staging.sql');
      assert.equal(status, 4);
      assert.match(out, /^lamps {2}/m);
    });
  }

  it('inside the rows of migrations: what has run is not known', async () => {
    const rows = dump([], [ONE]).replace(
      /INSERT INTO[\s\S]*/,
      `INSERT INTO \`migrations\` VALUES (1,'${ONE}',1);\nINSERT INTO \`migrations\` VALUES (2,'2026_`,
    );
    const called = await app(rows).cli('preflight', '--on', 'staging.sql', '--json');
    const { ran, fails, unknown } = documentOf(called);
    assert.deepEqual([called.status, ran, fails, unknown.length], [4, null, null, 1]);
  });
});

describe('preflight on a dump cut off after the rows of migrations', () => {
  it('can not tell, and says why once', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `2026_02_01_0000${String(i).padStart(2, '0')}_t`);
    const own = app(
      `${whole.slice(0, whole.indexOf('-- Dump completed'))}${createTable('zebras').slice(0, 30)}`,
    );
    for (const name of names) own.write(`database/migrations/${name}.php`, migration(create(name)));
    const called = await own.cli('preflight', '--on', 'staging.sql', '--json');
    const { ran, pending, fails, unknown } = documentOf(called);
    assert.deepEqual([called.status, ran, pending, fails], [4, 1, 21, null]);
    assert.equal(unknown.length, 1);
    assert.match(unknown[0].reason, /it rests on what is not known: The dump ends in the middle/);
  });
});

describe('a dump that does not tell what has run', () => {
  const withoutRows = () => app(dump([createTable('lamps')], null));

  it('without the rows of migrations: preflight could not tell', async () => {
    const called = await withoutRows().cli('preflight', '--on', 'staging.sql', '--json');
    const document = documentOf(called);
    assert.deepEqual([called.status, document.ran, document.pending, document.fails], [4, null, null, null]);
    assert.match(called.err, /rows of the table of migrations are missing.*\n.*--ran/);
  });

  it('with --fail-on never the status is 0', async () => {
    const { status } = await withoutRows().cli('preflight', '--on', 'staging.sql', '--fail-on', 'never');
    assert.equal(status, 0);
  });

  it('but --ran does', async () => {
    const own = withoutRows();
    own.write('ran.txt', `${ONE}.php\n`);
    const called = await own.cli('preflight', '--on', 'staging.sql', '--ran', 'ran.txt', '--json');
    const { ran, pending, fails } = documentOf(called);
    assert.deepEqual([called.status, ran, pending, fails], [0, 1, 1, null]);
  });

  it('the report still compares', async () => {
    const called = await withoutRows().cli('report', '--json');
    const document = documentOf(called);
    assert.deepEqual(
      [
        called.status,
        document.missingTables.map((table: { name: string }) => table.name),
        document.migrations,
      ],
      [1, ['chairs'], null],
    );
  });

  it('without a table of migrations: artisan would run everything', async () => {
    const text = dump([createTable('lamps')]).replace(/CREATE TABLE `migrations`[^;]*;\n/, '');
    const called = await app(text).cli('preflight', '--on', 'staging.sql', '--json');
    const { ran, pending, fails } = documentOf(called);
    assert.deepEqual([called.status, ran, pending, fails.serverError.code], [1, 0, 2, 1050]);
    assert.equal(fails.migration, ONE);
  });
});

describe('a dump in an unusual form', () => {
  const forms: readonly [title: string, content: string | Uint8Array][] = [
    ['CRLF', whole.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${whole}`],
    ['gzip', gzipSync(whole)],
    ['no newline at the end', whole.trimEnd()],
  ];
  for (const [title, content] of forms)
    it(`is read: ${title}`, async () => {
      const called = await app(content).cli('schema', 'staging.sql', '--json');
      const names = documentOf(called).tables.map((table: { name: string }) => table.name);
      assert.deepEqual([called.status, called.err, names], [0, '', ['lamps', 'migrations', 'shades']]);
    });

  it('UTF-16 from PowerShell is read, and said', async () => {
    const called = await app(Buffer.from(`\ufeff${whole}`, 'utf16le')).cli('schema', 'staging.sql', '--json');
    assert.equal(called.status, 4);
    assert.match(called.err, /UTF-16.*\n.*--result-file/);
    assert.equal(documentOf(called).tables.length, 3);
  });
});
