import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/analysis/results';
import { lensText, oneLine, shiftFindings, type TextChange } from '../../../src/extension/lint';

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
  statement: 'alter table `t` add `c` int',
  serverError: { code: 1060, sqlState: '42S21', message: "Duplicate column name 'c'" },
  fixes: [],
  ...rest,
});

describe('a finding stays over its statement while somebody types', () => {
  // The finding is at lines 10 to 12 (1-based); the edit's lines are 0-based, as the editor tells them.
  const cases: readonly (readonly [string, TextChange, readonly [number, number]])[] = [
    ['a line typed above', { startLine: 3, endLine: 3, text: '\n' }, [11, 13]],
    ['two lines deleted above', { startLine: 3, endLine: 5, text: '' }, [8, 10]],
    ['lines replaced by as many', { startLine: 3, endLine: 4, text: 'a\nb' }, [10, 12]],
    ['a letter typed in it', { startLine: 10, endLine: 10, text: 'x' }, [10, 12]],
    ['a line typed in it', { startLine: 10, endLine: 10, text: '\n' }, [10, 13]],
    ['a line typed below', { startLine: 20, endLine: 20, text: '\n' }, [10, 12]],
    ['a paste with CRLF above', { startLine: 0, endLine: 0, text: 'a\r\nb\r\n' }, [12, 14]],
  ];
  for (const [title, change, expected] of cases)
    it(title, () => {
      const [moved] = shiftFindings([finding(10, 12)], [change]);
      assert.deepEqual([moved?.line, moved?.endLine], expected);
    });
});

describe('the line above a statement', () => {
  const words = {
    secondRunStops: (error: string) => `a second run stops here: ${error}`,
    rollbackStops: (error: string) => `the rollback stops here: ${error}`,
  };
  it("says the server's error", () =>
    assert.equal(lensText(finding(1), words), "a second run stops here: 1060 Duplicate column name 'c'"));
  it('says what is wrong where nothing fails', () =>
    assert.equal(
      lensText(finding(1, 1, { serverError: null, message: 'too many\n  indexes' }), words),
      'too many indexes',
    ));
  it('tells a rollback from a second run', () =>
    assert.match(lensText(finding(1, 1, { method: 'down' }), words), /^the rollback/));
  it('stays one short line whatever a name holds', () =>
    assert.equal(oneLine(`a\n${'b'.repeat(500)}`).length, 160));
});
