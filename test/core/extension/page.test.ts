import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFromPage, readPageState, readToPage } from '../../../webview/protocol';

describe('what the report page may ask', () => {
  const cases: readonly (readonly [unknown, boolean])[] = [
    [{ kind: 'ready' }, true],
    [{ kind: 'open', file: 'database/migrations/x.php', line: 3 }, true],
    [{ kind: 'export', format: 'html' }, true],
    [{ kind: 'export', format: 'exe' }, false],
    [{ kind: 'open', file: 'x.php', line: '3' }, false],
    [{ kind: 'open', line: 3 }, false],
    [{ kind: 'run', command: 'workbench.action.terminal.new' }, false],
    [null, false],
    ['ready', false],
  ];
  for (const [message, isGood] of cases)
    it(`${isGood ? 'takes' : 'refuses'} ${JSON.stringify(message)}`, () =>
      assert.deepEqual(readFromPage(message), isGood ? message : null));
});

describe('what the report page believes', () => {
  it('is a report with all its lists', () => {
    assert.equal(readToPage({ kind: 'report', view: {} }), null);
    assert.equal(readToPage({ kind: 'report', view: { expected: { source: 'x', tables: 1 } } }), null);
  });
  it('is kept by root', () => {
    assert.deepEqual(readPageState({ root: 'file:///x', more: 1 }), { root: 'file:///x' });
    assert.equal(readPageState(undefined), null);
  });
});

describe('the report page', () => {
  const texts = readdirSync('webview')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(`webview/${name}`, 'utf8') }));

  it('never reads data as HTML', () => {
    const risky = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/;
    assert.deepEqual(
      texts.filter(({ text }) => risky.test(text)).map(({ name }) => name),
      [],
    );
  });

  it('knows the component library in one module only', () => {
    const users = texts.filter(({ text }) => text.includes('@vscode/webview-ui-toolkit'));
    assert.deepEqual(
      users.map(({ name }) => name),
      ['toolkit.ts'],
    );
  });

  it("takes every colour from the editor's theme", () => {
    const css = readFileSync('webview/report.css', 'utf8');
    assert.doesNotMatch(css, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });
});
