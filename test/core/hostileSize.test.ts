import assert from 'node:assert/strict';
import { appWith, createTable, documentOf, dump, migration } from '../support/tempApp';

const COUNT = 5_000;
const names = Array.from({ length: COUNT }, (_, i) => `t${i % 50}_n${String(i).padStart(4, '0')}`);
const lines = [
  '`id` bigint unsigned NOT NULL AUTO_INCREMENT',
  '`name` varchar(255) DEFAULT NULL',
  'PRIMARY KEY (`id`)',
];
const body = (from: number, to: number) =>
  `for ($i = ${from}; $i < ${to}; $i++) {
    Schema::create(sprintf('t%d_n%04d', $i % 50, $i), function (Blueprint $table) {
        $table->id();
        $table->string('name')->nullable();
    });
}`;

describe('5,000 tables', function () {
  this.timeout(120_000);
  const half = names.slice(0, COUNT / 2).map((name) => createTable(name, ...lines));
  const whole = names.map((name) => createTable(name, ...lines));

  it('in a dump are read and listed', async () => {
    const app = appWith({}, { 'big.sql': dump(whole) });
    const called = await app.cli('schema', 'big.sql', '--json');
    assert.deepEqual([called.status, documentOf(called).tables.length], [0, COUNT + 1]);
  });

  it('from 500 migrations are replayed and compared', async () => {
    const migrations = Object.fromEntries(
      Array.from({ length: COUNT / 10 }, (_, i) => [
        `2026_01_01_${String(i).padStart(6, '0')}_n`,
        migration(body(i * 10, i * 10 + 10)),
      ]),
    );
    const app = appWith(migrations, { 'half.sql': dump(half) });
    const called = await app.cli('report', '--json');
    const { expected, actual, missingTables, extraTables, differences } = documentOf(called);
    assert.deepEqual(
      [expected.tables, actual.tables, missingTables.length, extraTables, differences],
      [COUNT + 1, COUNT / 2 + 1, COUNT / 2, [], []],
    );
  });

  it('from one migration’s loop are made or, past its budget, said to be not known', async () => {
    const app = appWith({ '2026_01_01_000000_all': body(0, COUNT) }, { 'big.sql': dump(whole) });
    const called = await app.cli('schema', '--json');
    const document = documentOf(called);
    assert.deepEqual([called.status, document.tables.length, document.unknown], [0, COUNT + 1, []]);
  });

  it('missing in the report are shortened for a terminal, whole in HTML', async () => {
    const app = appWith({ '2026_01_01_000000_all': body(0, COUNT) }, { 'none.sql': dump([]) });
    const called = await app.cli('report', '--html', 'report.html');
    assert.ok(called.out.split('\n').length < 100, called.out.slice(0, 2000));
    assert.match(called.out, /… and 4,?975 more/);
    assert.ok(app.read('report.html').includes('t49_n4999'));
  });
});

describe('one long line', () => {
  it('of a megabyte in a dump is no trouble', async () => {
    const row = `(1,'${'x'.repeat(1_000_000)}')`;
    const app = appWith(
      {},
      {
        'long.sql': dump([createTable('t', ...lines)]).replace(
          '-- Dump completed',
          `INSERT INTO \`t\` VALUES ${row};\n-- Dump completed`,
        ),
      },
    );
    const called = await app.cli('schema', 'long.sql', '--json');
    assert.deepEqual([called.status, documentOf(called).tables.length], [0, 2]);
  });

  it('with ten thousand nested parentheses is an error with a place, not a crash', async () => {
    const deep = `CREATE TABLE \`t\` (\`a\` int DEFAULT ${'('.repeat(10_000)}1${')'.repeat(10_000)});`;
    const app = appWith({}, { 'deep.sql': dump([createTable('ok'), deep]) });
    const called = await app.cli('schema', 'deep.sql', '--json');
    assert.ok(called.status === 4 || called.status === 0, called.err);
    assert.ok(documentOf(called).tables.some((one: { name: string }) => one.name === 'ok'));
  });

  it('with ten thousand nested PHP arrays is an error with a place, not a crash', async () => {
    const app = appWith({ '2026_01_01_000000_deep': `$a = ${'['.repeat(10_000)}${']'.repeat(10_000)};` });
    const called = await app.cli('schema', '--json');
    assert.ok(called.status === 4 || called.status === 0, called.err);
    assert.equal(documentOf(called).tables.length, 1);
  });
});
