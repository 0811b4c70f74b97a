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

/** One edit of a document, as the editor tells it: 0-based lines, and the text that came in their place. */
export interface TextChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** Findings moved along with an edit, so that they stay over their statement until the new text has been run. */
export function shiftFindings(
  findings: readonly Finding[],
  changes: readonly TextChange[],
): readonly Finding[] {
  return changes.reduce<readonly Finding[]>((moved, change) => {
    const delta = change.text.split('\n').length - 1 - (change.endLine - change.startLine);
    if (delta === 0) return moved;
    return moved.map((finding) => {
      const isBelow =
        finding.line - 1 > change.endLine ||
        (finding.line - 1 === change.endLine && delta > 0 && change.startLine < finding.line - 1);
      const endsBelow = finding.endLine - 1 > change.endLine;
      if (isBelow) return { ...finding, line: finding.line + delta, endLine: finding.endLine + delta };
      return endsBelow ? { ...finding, endLine: Math.max(finding.line, finding.endLine + delta) } : finding;
    });
  }, findings);
}

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
