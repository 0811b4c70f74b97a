/** A stretch of a source file. 1-based, end-exclusive, columns in UTF-16 units; file relative to the project, with `/`. */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where something in a schema comes from: the migration (its base name without `.php`; null for a dump) and the place. */
export interface Origin {
  readonly migration: string | null;
  readonly range: SourceRange;
}

/** Something that can't be known: why, and where the not-knowing began. */
export interface Taint {
  readonly reason: string;
  readonly origin: Origin | null;
  /** Not even whether the thing is there is known (else only its details are not). */
  readonly mayBeAbsent?: true;
}
