import type { SourceRange } from '../source';
import type { PhpObject } from './values';

/** How a piece of a program's run ended. What PHP code does is never a JavaScript exception outside core/php. */
export type Outcome<T> =
  | { readonly kind: 'returned'; readonly value: T }
  /** A PHP exception that nobody caught. */
  | {
      readonly kind: 'threw';
      readonly exception: PhpObject;
      /** The exception's class, without leading backslash. */
      readonly className: string;
      readonly message: string;
      /** Where it was made. */
      readonly range: SourceRange | null;
    }
  /** A budget was spent: nothing is known of what would have come next. */
  | {
      readonly kind: 'spent';
      readonly budget: keyof Budget;
      readonly reason: string;
      readonly range: SourceRange | null;
    }
  /** `exit` or `die`. */
  | { readonly kind: 'exited'; readonly range: SourceRange }
  /** The file is no PHP that can be read. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly range: SourceRange };

export interface Budget {
  /** Statements, loop rounds and calls. */
  readonly steps: number;
  /** Bytes of strings and slots of arrays made, kept or not. */
  readonly memory: number;
  /** Calls inside calls. */
  readonly depth: number;
  /** Unknown conditions met. */
  readonly forks: number;
}

export const DEFAULT_BUDGET: Budget = { steps: 2_000_000, memory: 64_000_000, depth: 200, forks: 200 };

/** One unknown condition that the run met, and which way it went. */
export interface Fork {
  readonly range: SourceRange | null;
  readonly reason: string;
  readonly taken: boolean;
}
