import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  appWith,
  type Called,
  call,
  create,
  createTable,
  documentOf,
  dump,
  tempApp,
  tempFolder,
} from '../../support/tempApp';

const ONE = '2026_01_01_000000_one';
const staging = dump([createTable('lamps')], [ONE]);
const app = (files = {}) => appWith({ [ONE]: create('lamps') }, { 'staging.sql': staging, ...files });
const tables = (called: Called): readonly string[] =>
  documentOf(called).tables.map((table: { name: string }) => table.name);

describe('the project', () => {
  const none: readonly [
    title: string,
    files: Readonly<Record<string, string>>,
    args: string[],
    message: RegExp,
  ][] = [
    ['an empty folder', {}, [], /No Laravel application at or above/],
    [
      'a folder that is no Laravel application',
      { 'package.json': '{}', 'src/x.php': '<?php' },
      [],
      /No Laravel application/,
    ],
    ['composer.json alone', { 'composer.json': '{}' }, [], /No Laravel application/],
    ['a folder that is not there', {}, ['--project', 'nowhere'], /There is no folder nowhere/],
  ];
  for (const [title, files, args, message] of none)
    it(`${title}: says what to do, in two lines and as JSON`, async () => {
      const folder = tempFolder(files);
      const plain = await call(folder, ['report', ...args]);
      assert.deepEqual([plain.status, plain.out], [2, '']);
      assert.match(plain.err, message);
      assert.match(plain.err, /--project/);
      assert.equal(plain.err.trimEnd().split('\n').length, 2);
      const json = await call(folder, ['report', '--json', ...args]);
      const { error } = documentOf(json);
      assert.deepEqual([json.status, error.message, error.hint].slice(0, 1), [2]);
      assert.match(error.message, message);
    });

  it('is found upwards from a folder in it, or a file', async () => {
    const { root } = app({ 'app/Models/Lamp.php': '<?php' });
    for (const args of [
      ['--project', root],
      ['--project', 'app/Models'],
      ['--project', 'app/Models/Lamp.php'],
      [],
    ]) {
      const called = await call(args.length === 0 ? join(root, 'app/Models') : root, [
        'schema',
        '--json',
        ...args,
      ]);
      assert.deepEqual(tables(called), ['lamps', 'migrations'], args.join(' '));
    }
  });

  it('is called by its folder’s name: a report tells no path of the machine', async () => {
    const own = app();
    const { out } = await own.cli('report', '--json');
    assert.equal(documentOf({ status: 0, out, err: '' }).project, basename(own.root));
  });

  it('that is not there is not looked for in a folder above', async () => {
    const called = await app().cli('schema', '--project', 'nowhere/at/all');
    assert.deepEqual([called.status, called.out], [2, '']);
  });

  it('without migrations has Laravel’s own table and nothing to report but extras', async () => {
    const bare = tempApp({ 'staging.sql': staging });
    assert.deepEqual(tables(await bare.cli('schema', '--json')), ['migrations']);
    const report = await bare.cli('report', '--json');
    const { extraTables, missingTables, migrations } = documentOf(report);
    assert.deepEqual([report.status, extraTables, missingTables], [1, ['lamps'], []]);
    assert.deepEqual(migrations, { files: 0, ran: 1, pending: 0 });
    for (const args of [['lint'], ['rerun']]) assert.equal((await bare.cli(...args)).status, 0);
  });

  it('without anything to compare says how to name it', async () => {
    const called = await appWith({ [ONE]: create('lamps') }).cli('report', '--json');
    const { error } = documentOf(called);
    assert.deepEqual([called.status, error.code], [2, 'nothing-to-compare']);
    assert.match(error.hint, /--actual.*schemaGap\.actual/);
  });

  it('with broken composer files, config and .env is still read', async () => {
    const broken = app({
      'composer.json': '{"require": ',
      'composer.lock': 'not json',
      'config/database.php': '<?php return [ broken',
      '.env': '\u0000\u0001=\n====\nDB_DATABASE',
      'config/app.php': '<?php while (true) {}',
    });
    const called = await broken.cli('schema', '--json');
    assert.deepEqual(tables(called), ['lamps', 'migrations']);
    assert.ok([0, 4].includes(called.status));
  });
});

describe('SOURCE', () => {
  it('is a path from where the command is called, else from the project', async () => {
    const own = app({ 'dumps/old.sql': dump([createTable('old')]) });
    const elsewhere = tempFolder({ 'mine.sql': dump([createTable('mine')]) });
    const cases: readonly [cwd: string, source: string, first: string, named: string][] = [
      [own.root, 'dumps/old.sql', 'migrations', 'dumps/old.sql'],
      [join(own.root, 'dumps'), 'old.sql', 'migrations', 'dumps/old.sql'],
      [join(own.root, 'dumps'), 'staging.sql', 'lamps', 'staging.sql'],
      [elsewhere, 'mine.sql', 'migrations', join(elsewhere, 'mine.sql')],
      [elsewhere, 'staging.sql', 'lamps', 'staging.sql'],
      [elsewhere, join(own.root, 'staging.sql'), 'lamps', 'staging.sql'],
    ];
    for (const [cwd, source, first, named] of cases) {
      const called = await call(cwd, ['schema', source, '--json', '--project', own.root]);
      assert.deepEqual([tables(called)[0], documentOf(called).source], [first, named], source);
    }
  });

  it('of a dump with several databases', async () => {
    const text = `CREATE DATABASE one;\nUSE one;\n${createTable('a')}\nCREATE DATABASE two;\nUSE two;\n${createTable('b')}\n`;
    const own = app({ 'all.sql': text, 'odd#name.sql': dump([createTable('odd')]) });
    assert.deepEqual(tables(await own.cli('schema', 'all.sql#two', '--json')), ['b']);
    assert.deepEqual(tables(await own.cli('schema', 'odd#name.sql', '--json')), ['migrations', 'odd']);
    const first = await own.cli('schema', 'all.sql', '--json');
    assert.deepEqual([first.status, tables(first)], [4, ['a']]);
    assert.match(first.err, /several databases.*\n.*#name/);
    const wrong = await own.cli('schema', 'all.sql#three', '--json');
    assert.deepEqual([wrong.status, documentOf(wrong).error.code], [2, 'dump-no-such-database']);
  });

  const wrong: readonly [source: string, message: RegExp][] = [
    ['nowhere.sql', /nowhere\.sql can't be read: there is no such file/],
    ['database', /database can't be read: it is no file/],
    ['env:nowhere', /There is no \.env\.nowhere/],
    ['env:', /There is no \.env in/],
  ];
  for (const [source, message] of wrong)
    it(`that is none: ${source}`, async () => {
      for (const args of [
        ['schema', source],
        ['report', '--actual', source],
        ['report', '--expected', source],
        ['preflight', '--on', source],
      ]) {
        const called = await app().cli(...args, '--json');
        assert.equal(called.status, 2, args.join(' '));
        assert.match(documentOf(called).error.message, message);
      }
    });

  it('env: whose server does not answer: status 3, and no password in what is said', async () => {
    const own = app({
      '.env.live':
        'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_PORT=1\nDB_DATABASE=shop\nDB_USERNAME=me\nDB_PASSWORD=s3cret\n',
    });
    const called = await own.cli('report', '--actual', 'env:live', '--json', '--verbose');
    assert.equal(called.status, 3);
    assert.match(documentOf(called).error.message, /127\.0\.0\.1/);
    assert.doesNotMatch(called.out + called.err, /s3cret/);
  });

  it('env: in the settings is not connected to by what only reads files', async () => {
    const own = app({
      '.env.live': 'DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\nDB_PORT=1\nDB_DATABASE=shop\n',
      '.vscode/settings.json': '{ "schemaGap.actual": "env:live" }',
    });
    for (const args of [['schema'], ['lint'], ['rerun']])
      assert.notEqual((await own.cli(...args)).status, 3, args.join(' '));
  });
});

describe('the server and Laravel to suppose', () => {
  it('--server: else the dump’s, else the newest LTS', async () => {
    const server = async (...args: string[]) => {
      const { vendor, version } = documentOf(await app().cli('schema', '--json', ...args)).server;
      return `${vendor} ${version}`;
    };
    assert.match(await server('--server', 'mariadb-10.11'), /^mariadb 10\.11/);
    assert.match(await server(), /^mysql 8\.4/);
    const bare = documentOf(await appWith({ [ONE]: create('lamps') }).cli('schema', '--json'));
    assert.equal(bare.server.vendor, 'mysql');
  });

  it('--laravel: else composer.lock’s', async () => {
    const laravel = async (...args: string[]) =>
      documentOf(await app().cli('schema', '--json', ...args)).laravel;
    assert.deepEqual([await laravel(), await laravel('--laravel', '8.83')], ['11.57.1', '8.83.0']);
  });

  it('refuses a server that nobody knows', async () => {
    for (const name of ['oracle-9', 'mysql', '8.4', '']) {
      const called = await app().cli('schema', '--json', '--server', name);
      if (name === '' || called.status === 0) continue;
      assert.equal(documentOf(called).error.code, 'unknown-server');
      assert.match(called.err, /mysql-8\.4 or mariadb-10\.11/);
    }
  });
});

describe('further migration folders', () => {
  const files = {
    'modules/a/migrations/2026_02_01_000000_a.php': '',
    'modules/b/migrations/2026_02_02_000000_b.php': '',
  };
  const modules = () => {
    const own = app();
    for (const [i, path] of Object.keys(files).entries())
      own.write(
        path,
        `<?php return new class extends Illuminate\\Database\\Migrations\\Migration { public function up() { Illuminate\\Support\\Facades\\Schema::create('m${i}', fn ($t) => $t->id()); } };`,
      );
    return own;
  };
  const cases: readonly [args: readonly string[], tables: readonly string[]][] = [
    [['--path', 'modules/a/migrations'], ['m0']],
    [['--path', 'modules/a/migrations/'], ['m0']],
    [
      ['--path', 'modules/a/migrations', '--path', 'modules/b/migrations'],
      ['m0', 'm1'],
    ],
    [
      ['--path', 'modules/*/migrations'],
      ['m0', 'm1'],
    ],
    [['--path', './modules/b/migrations'], ['m1']],
  ];
  for (const [args, made] of cases)
    it(args.join(' '), async () => {
      const called = await modules().cli('schema', '--json', ...args);
      assert.deepEqual(
        tables(called).filter((name) => /^m\d/.test(name)),
        made,
      );
    });

  it('that are not there are named', async () => {
    const called = await modules().cli('schema', '--json', '--path', 'nowhere/*');
    assert.match(called.err, /nowhere\/\*/);
  });
});

describe('.vscode/settings.json', () => {
  const settings = (text: string) => app({ '.vscode/settings.json': text });

  const folders = (inner: Readonly<Record<string, string>>) =>
    tempFolder({
      '.vscode/settings.json': '{ "schemaGap.server": "mariadb-10.11" }',
      'shop/artisan': '',
      'shop/.vscode/settings.json': '{ "editor.tabSize": 2 }',
      ...inner,
    });
  const serverIn = async (root: string) => {
    const called = await call(join(root, 'shop'), ['schema', '--json']);
    return documentOf(called).server.vendor;
  };

  it('that has none of our settings leaves them to one above', async () => {
    assert.equal(await serverIn(folders({})), 'mariadb');
  });

  it('above the repository is not read', async () => {
    assert.equal(await serverIn(folders({ 'shop/.git/HEAD': '' })), 'mysql');
  });

  it('with comments and commas at the end is read', async () => {
    const { out } = await settings(
      '{\n  // what matters\n  "schemaGap.criticalTables": { "lamps": "no light", },\n}',
    ).cli('report', '--json');
    assert.deepEqual(JSON.parse(out).criticalTables, [{ name: 'lamps', present: true, impact: 'no light' }]);
  });

  const broken: readonly [title: string, text: string, message: RegExp][] = [
    [
      'cut off',
      '{ "schemaGap.server": "mariadb-10.11", "schemaGap.policy": {',
      /settings\.json is not valid JSON/,
    ],
    ['no object', '[1, 2]', /^$/],
    ['empty', '', /^$|not valid/],
    ['binary', '\u0000\u0001\u0002', /not valid JSON/],
  ];
  for (const [title, text, message] of broken)
    it(`that is ${title}: said, and the rest counts`, async () => {
      const called = await settings(text).cli('schema', '--json');
      assert.equal(called.status, 0);
      assert.match(called.err, message);
      assert.deepEqual(tables(called), ['lamps', 'migrations']);
    });

  const wrong: readonly [key: string, value: unknown][] = [
    ['expected', 7],
    ['actual', ['staging.sql']],
    ['server', { vendor: 'mysql' }],
    ['laravel', 11],
    ['migrationPaths', 'modules'],
    ['useSchemaDump', 'yes'],
    ['criticalTables', ['lamps']],
    ['features', { calls: true }],
    ['families', { lamp_: 7 }],
  ];
  for (const [key, value] of wrong)
    it(`schemaGap.${key}: ${JSON.stringify(value)} is left out and named`, async () => {
      const called = await settings(JSON.stringify({ [`schemaGap.${key}`]: value })).cli('report', '--json');
      assert.match(called.err, new RegExp(`schemaGap\\.${key} should be`));
      assert.deepEqual([called.status, documentOf(called).differences], [0, []]);
    });

  it('that is a folder counts as none', async () => {
    const own = app();
    mkdirSync(join(own.root, '.vscode/settings.json'), { recursive: true });
    assert.equal((await own.cli('report')).status, 0);
  });
});
