import type { Finding } from '../core/analysis/results';
import { manualText } from '../core/report/describe';
import type { FileFindings } from '../worker/api';

/** What is known about a file: its findings, and the text they were made from. */
export interface KnownFindings {
  readonly findings: readonly Finding[];
  /** Version of the document that was read; null: the file on disk. */
  readonly version: number | null;
  /** Has it run in the chosen actual environment? null: not known. */
  readonly ran: boolean | null;
  /** `MySQL 8.4: from the manual`; null where tests asked the server. */
  readonly manual: string | null;
  /** True where the text could not be read since: these are the findings of the last readable text. */
  readonly stale: boolean;
  /** Have the fixes been looked for? */
  readonly proven: boolean;
}

/** Findings as they are shown. */
export interface ShownFindings extends KnownFindings {
  /** It ran there, and nobody is changing it: worth knowing, nothing to warn of. */
  readonly history: boolean;
}

/** What was found, for keeping. `before`: what was known, of which the last readable text's findings stay. */
export function knownFrom(
  found: FileFindings,
  {
    version,
    proven,
    before,
  }: {
    readonly version: number | null;
    readonly proven: boolean;
    readonly before: KnownFindings | null;
  },
): KnownFindings {
  const unreadable = found.problem?.code === 'unreadable';
  if (unreadable && before) return { ...before, stale: true };
  const findings = findingsIn(found);
  return {
    findings: proven || !before ? findings : withEarlierFixes(findings, before.findings),
    version,
    ran: found.ran,
    manual: manualText(found.fromTheManual),
    stale: unreadable,
    proven,
  };
}

/** Until the fixes have been proven for the new text, those of the same finding stay, so that nothing flickers. */
const withEarlierFixes = (findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => {
    const same = before.find(
      ({ rule, statement, message }) =>
        rule === finding.rule && statement === finding.statement && message === finding.message,
    );
    return same ? { ...finding, fixes: same.fixes } : finding;
  });

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

/** One line for above a statement: a finding's message, as a part of a line. */
export function lensText(message: string): string {
  const text = oneLine(message);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The findings that get a line above their statement, the worst first; those of one line of text share it. */
export function lensGroups(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<number, [Finding, ...Finding[]]>();
  const order = ['error', 'warning', 'info'];
  const shown = findings.filter(({ severity }) => order.includes(severity));
  for (const finding of shown.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))) {
    const group = groups.get(finding.line);
    if (group) group.push(finding);
    else groups.set(finding.line, [finding]);
  }
  return [...groups.values()];
}

/** A file's findings, each in that file: one in a class that the migration uses is told at the migration's top. */
export const findingsIn = ({ file, findings }: Pick<FileFindings, 'file' | 'findings'>): readonly Finding[] =>
  findings.map((finding) =>
    finding.file === file
      ? finding
      : {
          ...finding,
          message: `${finding.message} (${finding.file}:${finding.line})`,
          ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
        },
  );

const MAX_TEXT = 160;

/** A text from a server or a file as a short single line. */
export function oneLine(text: string, most = MAX_TEXT): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}
