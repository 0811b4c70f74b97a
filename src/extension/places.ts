import { type Command, l10n, Range, Uri } from 'vscode';

/** The range of a finding or an edit: ours are 1-based and end-exclusive, the editor's 0-based. */
export const toRange = (at: {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}): Range => new Range(at.line - 1, at.column - 1, at.endLine - 1, at.endColumn - 1);

const LINE_END = 10_000;

/** What of a finding is underlined: a statement over many lines only to the end of its first. */
export const shownRange = (finding: Parameters<typeof toRange>[0]): Range => {
  const range = toRange(finding);
  return range.isSingleLine ? range : new Range(range.start, range.start.with({ character: LINE_END }));
};

/** A file of the application; null for a path that leads out of it. */
export function fileUri(root: Uri, file: string): Uri | null {
  const isOutside = file === '' || /^([\\/]|[a-z]:)/i.test(file) || file.split(/[\\/]/).includes('..');
  return isOutside ? null : Uri.joinPath(root, ...file.split('/'));
}

/** The path of a file below `root`, with `/`; null where it is elsewhere. */
export function relativePath(root: Uri, file: Uri): string | null {
  if (file.scheme !== root.scheme || file.authority !== root.authority) return null;
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : null;
}

/** Opens a file of the application at a line (1-based). */
export function openCommand(root: Uri, file: string, line: number, column = 1): Command | undefined {
  const uri = fileUri(root, file);
  if (!uri) return undefined;
  const at = new Range(
    Math.max(0, line - 1),
    Math.max(0, column - 1),
    Math.max(0, line - 1),
    Math.max(0, column - 1),
  );
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, { selection: at }] };
}
