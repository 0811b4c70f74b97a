import { nodesOf, type PlacedNode } from '../../php/enclosing';
import { parseFile } from '../../php/parse';
import { lineStarts } from '../edits';
import type { Edit } from '../results';

/** A replacement of a stretch of a text, by offsets. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of a text with the changes that lie in it. */
export function changed(text: string, from: number, to: number, changes: readonly Change[]): string {
  let result = '';
  let at = from;
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, change.from) + change.text;
    at = change.to;
  }
  return result + text.slice(at, to);
}

/** How a file is laid out at a statement: null where it does not begin its line. */
export interface Layout {
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  readonly eol: string;
}

export function layoutAt(text: string, { loc }: PlacedNode): Layout | null {
  const lineStart = text.lastIndexOf('\n', loc.start.offset - 1) + 1;
  const indent = text.slice(lineStart, loc.start.offset);
  if (indent.trim() !== '') return null;
  return { indent, unit: indent.includes('\t') ? '\t' : '    ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The lines of a stretch that has them for itself, with the end of the last; null where anything else stands in them. */
export function wholeLines(
  text: string,
  from: number,
  to: number,
): readonly [from: number, to: number] | null {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) + 1;
  return end > 0 && (text.slice(start, from) + text.slice(to, end)).trim() === '' ? [start, end] : null;
}

/**
 * The change that takes a stretch away with its lines, and with the blank one before them where that would stand before
 * another or at the end of a block; null where the lines hold anything else.
 */
export function withoutLine(text: string, { start, end }: PlacedNode['loc']): Change | null {
  const lines = wholeLines(text, start.offset, end.offset);
  if (!lines) return null;
  const [from, to] = lines;
  const blank = /\n[^\S\n]*\n$/.exec(text.slice(0, from));
  const isNeedless = blank && /^[^\S\n]*(\r?\n|\})/.test(text.slice(to));
  return { from: isNeedless ? blank.index + 1 : from, to, text: '' };
}

/** `if (condition) { … }` around code whose first line is not indented yet; its own first line is not either. */
export function wrapped({ indent, unit, eol }: Layout, condition: string, code: string): string {
  return [`if (${condition}) {`, `${indent}${unit}${indented(code, unit)}`, `${indent}}`].join(eol);
}

/** Every line of code but its first further in; those within a quoted string stay, as they are its value. */
export function indented(code: string, unit: string): string {
  const quoted = quotedLines(code);
  return code.replace(/\n(?=([^\r\n]*))/g, (end, line: string, at: number) =>
    line.trim() === '' || quoted.some(({ from, to }) => from <= at && at < to) ? end : `${end}${unit}`,
  );
}

/** The reverse: lines that begin with the unit lose it. */
export function outdented(code: string, unit: string): string {
  const quoted = quotedLines(code);
  return code.replace(new RegExp(`\\n${unit}`, 'g'), (text, at: number) =>
    quoted.some(({ from, to }) => from <= at && at < to) ? text : '\n',
  );
}

/** The strings in quotes that go over several lines. */
function quotedLines(code: string): readonly { readonly from: number; readonly to: number }[] {
  const start = '<?php ';
  return nodesOf(parseFile('', start + code).children)
    .filter(({ kind, loc }) => (kind === 'string' || kind === 'encapsed') && loc.end.line > loc.start.line)
    .map(({ loc }) => ({ from: loc.start.offset - start.length, to: loc.end.offset - start.length }))
    .filter(({ from }) => /["']/.test(code[from] ?? ''));
}

/** A change as an edit of a file. */
export function editOf(file: string, text: string, { from, to, text: replacement }: Change): Edit {
  const starts = lineStarts(text);
  const lineOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const [startLine, endLine] = [lineOf(from), lineOf(to)];
  return {
    file,
    line: startLine + 1,
    column: from - starts[startLine]! + 1,
    endLine: endLine + 1,
    endColumn: to - starts[endLine]! + 1,
    text: replacement,
  };
}
