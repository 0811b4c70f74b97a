import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/analysis/results';
import { findingsIn, lensText, oneLine, shiftFindings, type TextChange } from '../../../src/extension/lint';

const finding = (line: number, endLine = line, rest: Partial<Finding> = {}): Finding => ({
  rule: 'add-column-unguarded',
  severity: 'warning',
  file: 'database/migrations/x.php',
  line,
  column: 9,
  endLine,
  endColumn: 40,
  migration: 'x',
  method: 'up',
  message: 'A second run stops here',
  said: { text: 'A second run stops here', args: [] },
  statement: 'alter table `t` add `c` int',
  serverError: { code: 1060, sqlState: '42S21', message: "Duplicate column name 'c'" },
  related: [],
  fixes: [],
  ...rest,
});

describe('a finding stays over its statement while somebody types', () => {
  // The finding is from 10:9 to 12:40, 1-based; the edit is from line:character to line:character, 0-based.
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a line typed above', '3:0 3:0', '\n', '11:9 13:40'],
    ['two lines deleted above', '3:0 5:0', '', '8:9 10:40'],
    ['lines replaced by as many', '3:0 4:2', 'a\nb', '10:9 12:40'],
    ['a paste with CRLF above', '0:0 0:0', 'a\r\nb\r\n', '12:9 14:40'],
    ['a line typed before it on its own line', '9:0 9:0', '$a = 1;\n', '11:9 13:40'],
    ['a word typed before it on its own line', '9:2 9:2', 'word', '10:13 12:40'],
    ['a letter typed in it', '10:3 10:3', 'x', '10:9 12:40'],
    ['a line typed in it', '10:0 10:0', '\n', '10:9 13:40'],
    ['a letter typed on its last line', '11:2 11:2', 'x', '10:9 12:41'],
    ['a line typed below', '20:0 20:0', '\n', '10:9 12:40'],
    ['its end deleted', '11:2 11:39', '', '10:9 12:3'],
  ];
  const place = (text: string) => {
    const [line, character] = text.split(':').map(Number);
    return { line: line!, character: character! };
  };
  for (const [title, replaced, text, expected] of cases)
    it(title, () => {
      const [start, end] = replaced.split(' ').map(place);
      const [moved] = shiftFindings(
        [finding(10, 12)],
        [{ start: start!, end: end!, text } satisfies TextChange],
      );
      assert.equal(`${moved?.line}:${moved?.column} ${moved?.endLine}:${moved?.endColumn}`, expected);
    });
});

describe('a finding whose statement is replaced', () => {
  it('is gone until the new text has been run', () => {
    const change = { start: { line: 9, character: 8 }, end: { line: 11, character: 39 }, text: 'if (…) {}' };
    assert.deepEqual(shiftFindings([finding(10, 12)], [change]), []);
  });
});

describe('the line above a statement', () => {
  it('is the message as a part of a line', () =>
    assert.equal(
      lensText(finding(1, 1, { message: "A second run stops here: 1060 Duplicate column name 'c'" }).message),
      "a second run stops here: 1060 Duplicate column name 'c'",
    ));
  it('stays one short line whatever a name holds', () =>
    assert.equal(oneLine(`a\n${'b'.repeat(500)}`).length, 160));
});

describe('a finding in a class that the migration uses', () => {
  it('is told at the top of the migration', () => {
    const file = 'database/migrations/x.php';
    const [own, other] = findingsIn({
      file,
      findings: [finding(7), finding(3, 3, { file: 'app/Adds.php' })],
    });
    assert.deepEqual([own?.line, other?.line], [7, 1]);
    assert.match(other!.message, /\(app\/Adds\.php:3\)$/);
  });
});
