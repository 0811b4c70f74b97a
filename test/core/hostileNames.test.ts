import assert from 'node:assert/strict';
import { appWith, create, createTable, documentOf, dump, type TempApp } from '../support/tempApp';

const INJECTION = 'a`b; drop table users';
const SCRIPT = '<script>alert(1)</script>';
const ESCAPE = '\u001b[2J\u001b]0;owned\u0007';
const QUOTES = `it's "quoted"`;
const php = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', `' . "\\n" . '`)}'`;
const sql = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "''");

/** Every hostile name as a table that the migrations make, and as one that only the dump has. */
function app(names: readonly string[]): TempApp {
  const makes = names.map(
    (name) =>
      `Schema::create(${php(name)}, function (Blueprint $table) {\n    $table->id();\n    $table->string(${php(name)})->nullable()->comment(${php(name)});\n    $table->comment(${php(name)});\n});`,
  );
  const extras = names.map((name) => createTable(`x${name}`, `\`id\` int NOT NULL COMMENT '${sql(name)}'`));
  return appWith(
    { '2026_01_01_000000_odd': makes.join('\n') },
    { 'staging.sql': dump([createTable('users'), ...extras]) },
  );
}

describe('hostile names', () => {
  const names = [INJECTION, SCRIPT, QUOTES, 'constructor', '__proto__', 'toString', '日本語 🏮', '$x {$y}'];

  it('are tables, columns and comments like any other', async () => {
    const document = documentOf(await app(names).cli('schema', '--json'));
    for (const name of names) {
      const table = document.tables.find((one: { name: string }) => one.name === name);
      assert.deepEqual(
        [table?.columns[1].name, table?.columns[1].comment, table?.comment],
        [name, name, name],
      );
    }
    assert.equal(document.tables.length, names.length + 1);
  });

  it('are read from a dump', async () => {
    const document = documentOf(await app(names).cli('schema', 'staging.sql', '--json'));
    const read = document.tables.map((one: { name: string }) => one.name);
    for (const name of [...names.map((one) => `x${one}`), 'users']) assert.ok(read.includes(name), name);
  });

  it('as JSON are what they are, and not critical for being words of JavaScript', async () => {
    const called = await app(names).cli('report', '--json');
    const { missingTables, extraTables, criticalTables, families } = documentOf(called);
    assert.equal(called.status, 1);
    assert.deepEqual(missingTables.map((one: { name: string }) => one.name).sort(), [...names].sort());
    assert.ok(
      missingTables.every((one: { critical: boolean; impact: null }) => !one.critical && !one.impact),
    );
    assert.ok(families.every((one: { impact: null }) => one.impact === null));
    assert.ok(extraTables.includes(`x${SCRIPT}`));
    assert.deepEqual(criticalTables, []);
  });

  it('are text in the HTML and Markdown reports', async () => {
    const own = app(names);
    await own.cli('report', '--html', 'out/report.html', '--markdown', 'out/report.md');
    const page = own.read('out/report.html');
    assert.doesNotMatch(page, /<script/i);
    assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    const text = own.read('out/report.md');
    const outsideCode = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    assert.doesNotMatch(outsideCode, /<script/i);
    assert.ok(text.includes('`` a`b; drop table users ``'));
  });

  it('are quoted in statements as Laravel quotes them', async () => {
    const document = documentOf(await app([INJECTION]).cli('lint', '--json'));
    assert.match(document.findings[0].statement, /^create table `a``b; drop table users` \(/);
  });
});

describe('control characters in names', () => {
  const names = [ESCAPE, 'line\nbreak', 'right\u202eleft', 'csi\u009b31m'];
  const commands = [
    ['schema'],
    ['schema', 'staging.sql'],
    ['report', '--verbose'],
    ['lint'],
    ['rerun'],
    ['preflight', '--on', 'staging.sql'],
  ];
  for (const args of commands)
    it(`never reach the terminal: ${args.join(' ')}`, async () => {
      const { out, err } = await app(names).terminal(...args);
      const ours = /\u001b\[\d{1,2}m/g;
      assert.doesNotMatch(out.replace(ours, '') + err, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
      assert.doesNotMatch(out, /^break/m);
    });

  it('are shown as what they are', async () => {
    const { out } = await app(names).terminal('schema', '--no-color');
    assert.ok(out.includes('\\x1b[2J\\x1b]0;owned\\x07'));
    assert.ok(out.includes('right\\u202eleft'));
  });

  it('are escaped in JSON', async () => {
    const called = await app(names).cli('schema', '--json');
    assert.doesNotMatch(called.out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    const read = documentOf(called).tables.map((one: { name: string }) => one.name);
    for (const name of names) assert.ok(read.includes(name), JSON.stringify(name));
  });

  it('of a path on the command line, neither', async () => {
    const { err, status } = await appWith({ '2026_01_01_000000_one': create('lamps') }).terminal(
      'schema',
      `${ESCAPE}.sql`,
    );
    assert.equal(status, 2);
    assert.doesNotMatch(err, /[\u0007\u001b]/);
  });
});
