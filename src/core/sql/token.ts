/**
 * One lexical element of an SQL statement.
 * `word`: an unquoted name or keyword; `name`: a quoted identifier (decoded); `string`: decoded; `number`: as written;
 * `bytes`: a hexadecimal or bit literal (`text` as written, lower-case prefix); `variable`: `@a`, `@@b`;
 * `introducer`: `_utf8mb4`, `N` before a string; `broken`: a string, name or comment without an end; `end`: after all.
 */
export interface Token {
  readonly kind:
    | 'word'
    | 'name'
    | 'string'
    | 'number'
    | 'bytes'
    | 'variable'
    | 'introducer'
    | 'symbol'
    | 'broken'
    | 'end';
  /** Decoded for names and strings, else as written. */
  readonly text: string;
  /** Upper case of a word or the symbol itself, `''` for everything else: what keywords and punctuation compare with. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** How the server reads text: which executable comments count, and what the quotes mean. */
export interface LexicalRules {
  readonly vendor: 'mysql' | 'mariadb';
  /** As in executable comments: 80036, 101119. */
  readonly version: number;
  readonly ansiQuotes: boolean;
  readonly noBackslashEscapes: boolean;
}
