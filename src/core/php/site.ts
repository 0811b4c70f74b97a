import type { SourceRange } from '../source';
import type { Loc } from './ast';

/** A file that is being run: how programs name it, and its text. */
export interface CodeFile {
  readonly file: string;
  readonly text: string;
}

/** A place in the code and the statement it is part of; ranges are made when somebody asks. */
export class Site {
  private made: SourceRange | null = null;
  private madeStatement: SourceRange | null = null;
  constructor(
    readonly code: CodeFile,
    private readonly loc: Loc | undefined,
    private readonly statement: Loc | undefined,
  ) {}

  /** A place that native code names, within the statement of another. */
  static at(range: SourceRange, around: Site): Site {
    const site = new Site(around.code, undefined, undefined);
    site.made = range;
    site.madeStatement = around.statementRange;
    return site;
  }

  get range(): SourceRange {
    this.made ??= rangeOf(this.code, this.loc);
    return this.made;
  }

  get statementRange(): SourceRange {
    this.madeStatement ??= rangeOf(this.code, this.statement ?? this.loc);
    return this.madeStatement;
  }

  get line(): number {
    return this.loc?.start.line ?? this.made?.line ?? 1;
  }
}

/** The range of a node, without the semicolon and white space that the parser counts in at some ends. */
function rangeOf(code: CodeFile, loc: Loc | undefined): SourceRange {
  if (!loc) return { file: code.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const { text, file } = code;
  const start = loc.start;
  let end = loc.end.offset;
  let { line: endLine, column: endColumn } = loc.end;
  while (end > start.offset && isFiller(text.charCodeAt(end - 1))) end -= 1;
  if (end < loc.end.offset) {
    const removed = text.slice(end, loc.end.offset);
    const lines = removed.split('\n').length - 1;
    endLine -= lines;
    endColumn = lines === 0 ? endColumn - removed.length : end - (text.lastIndexOf('\n', end - 1) + 1);
  }
  return { file, line: start.line, column: start.column + 1, endLine, endColumn: endColumn + 1 };
}

const SEMICOLON = 59;
function isFiller(char: number): boolean {
  return char === SEMICOLON || char === 32 || char === 9 || char === 10 || char === 13;
}

/** Where natively started work is said to be when no PHP code is running. */
export const OUTSIDE: Site = new Site({ file: '', text: '' }, undefined, undefined);
