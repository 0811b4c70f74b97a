import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/analysis/edits';

const edit = (line: number, column: number, endLine: number, endColumn: number, text: string) => ({
  file: 'a.php',
  line,
  column,
  endLine,
  endColumn,
  text,
});

describe('applying edits', () => {
  const cases: [title: string, text: string, edits: ReturnType<typeof edit>[], expected: string][] = [
    ['replaces within a line', 'one two', [edit(1, 5, 1, 8, '2')], 'one 2'],
    ['inserts where the range is empty', 'ac', [edit(1, 2, 1, 2, 'b')], 'abc'],
    ['spans lines and keeps CRLF', 'a\r\nb\r\nc', [edit(1, 2, 3, 1, '-')], 'a-c'],
    ['counts UTF-16 units', '😀x', [edit(1, 3, 1, 4, 'y')], '😀y'],
    ['takes several in any order', 'abc', [edit(1, 1, 1, 2, '1'), edit(1, 3, 1, 4, '3')], '1b3'],
  ];
  for (const [title, text, edits, expected] of cases)
    it(title, () => assert.equal(applyEdits(text, edits), expected));
});
