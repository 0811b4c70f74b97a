import type { Finding } from '../core/analysis/results';

/** What is known about a file: its findings, and the text they were made from. */
export interface KnownFindings {
  readonly findings: readonly Finding[];
  /** Version of the document that was read; null: the file on disk. */
  readonly version: number | null;
  /** Has it run in the chosen actual environment? null: not known. */
  readonly ran: boolean | null;
  /** True where the text could not be read since: these are the findings of the last readable text. */
  readonly stale: boolean;
}

/** A place in a document as the editor tells it: 0-based. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** One edit of a document: what was replaced, and the text that came in its place. */
export interface TextChange {
  readonly start: TextPosition;
  readonly end: TextPosition;
  readonly text: string;
}

/**
 * Findings moved along with an edit, so that they stay over their statement until the new text has been run. One whose
 * whole statement was replaced is gone.
 */
export function shiftFindings(
  findings: readonly Finding[],
  changes: readonly TextChange[],
): readonly Finding[] {
  return changes.reduce<readonly Finding[]>((moved, change) => {
    const shift = shifter(change);
    return moved.flatMap((finding) => {
      const [from, to] = endsOf(finding);
      const isReplaced = !isBefore(from, change.start) && !isBefore(change.end, to);
      if (isReplaced) return [];
      const [start, end] = [shift(from), shift(to)];
      return [
        {
          ...finding,
          line: start.line + 1,
          column: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
      ];
    });
  }, findings);
}

const endsOf = (finding: Finding): readonly [TextPosition, TextPosition] => [
  { line: finding.line - 1, character: finding.column - 1 },
  { line: finding.endLine - 1, character: finding.endColumn - 1 },
];

/** Where a place is after a change: what lay behind it moves, what was replaced is now at its start. */
function shifter({ start, end, text }: TextChange): (at: TextPosition) => TextPosition {
  const lines = text.split(/\r?\n/);
  const last = lines.at(-1)!.length;
  const newEnd = {
    line: start.line + lines.length - 1,
    character: lines.length === 1 ? start.character + last : last,
  };
  return (at) => {
    if (isBefore(at, end)) return isBefore(start, at) ? start : at;
    return {
      line: at.line + newEnd.line - end.line,
      character: at.line === end.line ? at.character + newEnd.character - end.character : at.character,
    };
  };
}

const isBefore = (a: TextPosition, b: TextPosition): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const MAX_TEXT = 160;

/** One line for above a statement: what the server will say, or what is wrong. */
export function lensText(finding: Finding, words: LensWords): string {
  const { serverError } = finding;
  if (!serverError) return oneLine(finding.message);
  const error = oneLine(`${serverError.code} ${serverError.message}`);
  return finding.method === 'down' ? words.rollbackStops(error) : words.secondRunStops(error);
}

export interface LensWords {
  secondRunStops(error: string): string;
  rollbackStops(error: string): string;
}

/** A text from a server or a file as a short single line. */
export function oneLine(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX_TEXT ? `${flat.slice(0, MAX_TEXT - 1)}…` : flat;
}
