import type { UnknownShape } from '../core/analysis/results';
import type { Problem } from '../worker/api';
import { anyDoubt } from '../worker/problems';

/**
 * Is an answer not certain (exit status 4)? `unknown` and `problems`: what came with it; `parts`: does anything within
 * it say of itself that it is not certain?
 */
export function isUnsure(
  { unknown }: { readonly unknown: readonly UnknownShape[] },
  problems: readonly Problem[],
  parts: boolean,
): boolean {
  return parts || unknown.length > 0 || anyDoubt(problems);
}
