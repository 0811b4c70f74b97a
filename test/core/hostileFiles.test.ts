import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from '../../src/project/diskFiles';
import { readDumpText } from '../../src/project/dumps';
import { tornTables } from '../../src/server/tornTables';
import { appWith, create, createTable, documentOf, dump, tempApp } from '../support/tempApp';

const ONE = '2026_01_01_000000_one';
const TWO = '2026_01_02_000000_two';
const SQUASHED = 'database/schema/mysql-schema.sql';
const pipe = (root: string, path: string) => execFileSync('mkfifo', [join(root, path)]);

describe('what is no file', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is not read: a pipe that nobody writes to, a link to a device, a folder', () => {
    const { root } = tempApp();
    pipe(root, 'pipe.php');
    symlinkSync('/dev/zero', join(root, 'zero.php'));
    mkdirSync(join(root, 'folder.php'));
    const files = diskFiles(root);
    for (const name of ['pipe.php', 'zero.php', 'folder.php']) assert.equal(files.read(name), null, name);
  });

  it('may stand where Laravel has its squashed migrations: what is in it is not known', async () => {
    const app = appWith({ [ONE]: create('lamps') });
    mkdirSync(join(app.root, 'database/schema'));
    pipe(app.root, SQUASHED);
    const [first] = documentOf(await app.cli('schema', '--json')).unknown;
    assert.match(first.reason, /mysql-schema\.sql can't be read/);
  });
});

describe('a dump', () => {
  it('of squashed migrations may be larger than any PHP file', async () => {
    const text = dump([createTable('lamps'), `-- ${'x'.repeat(9 * 1024 * 1024)}`], [ONE]);
    const app = appWith({ [ONE]: create('lamps'), [TWO]: create('chairs') }, { [SQUASHED]: text });
    const { tables, unknown } = documentOf(await app.cli('schema', '--json'));
    assert.deepEqual(
      [tables.map(({ name }: { name: string }) => name), unknown],
      [['chairs', 'lamps', 'migrations'], []],
    );
  });

  it('too large for any text is refused before it is read', () => {
    const app = tempApp({ 'big.sql': '' });
    truncateSync(join(app.root, 'big.sql'), 3 * 1024 ** 3);
    const read = readDumpText(join(app.root, 'big.sql'));
    assert.match(read.kind === 'unreadable' ? read.message : '', /too large: more than \d+ MB/);
  });
});

describe('a table that was read in the midst of a change', () => {
  const table = { t: 'lamps', type: 'BASE TABLE' };
  const column = { t: 'lamps', name: 'id' };
  const catalog = (given: object) =>
    tornTables({ tables: [table], columns: [column], indexes: [], keyColumns: [], ...given } as never);
  const cases: readonly [title: string, given: object, torn: readonly string[]][] = [
    ['whole', { indexes: [{ t: 'lamps', col: 'id' }] }, []],
    ['an index over a column that is not there', { indexes: [{ t: 'lamps', col: 'gone' }] }, ['lamps']],
    ['a key over a column that is not there', { keyColumns: [{ t: 'lamps', col: 'gone' }] }, ['lamps']],
    ['an index over an expression', { indexes: [{ t: 'lamps', col: null }] }, []],
    ['no columns', { columns: [] }, ['lamps']],
  ];
  for (const [title, given, torn] of cases) it(title, () => assert.deepEqual([...catalog(given)], torn));
});
