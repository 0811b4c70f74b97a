import type { Token } from './token';

/** How names and operators in an expression are to be understood. */
export interface ExpressionRules {
  /** Upper-case sql_mode words. */
  readonly sqlMode?: readonly string[];
  /** `drop`: only the column's name counts (generated columns, checks, defaults). */
  readonly qualifiers?: 'drop' | 'keep';
  /** With `keep`: the one table whose columns need no qualifier. */
  readonly alone?: string | null;
  /** With `keep`: the own database's name, which is left out. */
  readonly database?: string | null;
  /** The value is used as a condition (CHECK, WHERE, ON). */
  readonly condition?: boolean;
  /** Reads the tokens of a subquery; without it an expression with one is not read. */
  readonly select?: (tokens: readonly Token[]) => string;
  /** Is told every column that the expression names, with its qualifiers before it, and its first token. */
  readonly onColumn?: (parts: readonly string[], first: Token) => void;
}
