import type { Expression } from '../schema/model';
import { normalTokens } from './expression';
import type { ExpressionRules } from './expressionRules';
import type { Token } from './token';

/** The one text of a view's SELECT, so that both servers' spellings of one view are equal (NORMAL-FORM V1). */
export function canonicalSelect(
  tokens: readonly Token[],
  rules: ExpressionRules & { readonly columns?: readonly string[] },
): Expression {
  return normalTokens(tokens, rules);
}
