import { type FileEdit, isTextEdit } from './results';

/** Applies the edits of a text, which do not overlap, to it; those of the set of files are passed over. Positions are 1-based, columns in UTF-16 units; line ends stay as they are. */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  const starts = lineStarts(text);
  const at = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  const placed = edits
    .filter(isTextEdit)
    .map((edit) => ({
      from: at(edit.line, edit.column),
      to: at(edit.endLine, edit.endColumn),
      text: edit.text,
    }))
    .sort((a, b) => b.from - a.from);
  let result = text;
  for (const { from, to, text: replacement } of placed)
    result = result.slice(0, from) + replacement + result.slice(to);
  return result;
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** The one stretch in which two texts differ: what stands round it stays. */
export function difference(before: string, after: string): { from: number; to: number; text: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let end = 0;
  while (
    end < before.length - from &&
    end < after.length - from &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  return { from, to: before.length - end, text: after.slice(from, after.length - end) };
}
