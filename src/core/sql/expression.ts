import type { Expression } from '../schema/model';
import { canonicalBytes } from './canonicalText';
import { isComparison } from './expressionNodes';
import { parseExpression } from './expressionParse';
import { printNode, quoteName, quoteString } from './expressionPrint';
import type { ExpressionRules } from './expressionRules';
import { tokenize } from './lexer';
import { CANONICAL } from './lexicalRules';
import type { LexicalRules, Token } from './token';

/**
 * The one text of an expression, whichever server printed it or however a person wrote it (NORMAL-FORM D8, G1, G2, F1):
 * equal text means equal expression. What the parser can't read (subqueries, window functions) comes back with its
 * tokens in one spelling.
 */
export function canonicalExpression(
  text: string,
  options: ExpressionRules & { readonly lexical?: LexicalRules } = {},
): Expression {
  const tokens = tokenize(text, options.lexical ?? CANONICAL).filter((token) => token.kind !== 'end');
  return canonicalTokens(tokens, options);
}

/** Functions whose value is no truth value. */
const VALUES = new Set(['if', 'ifnull', 'nullif', 'coalesce', 'length', 'char_length', 'concat']);

/** Whether the expression surely has a value that is no truth value. */
export function isValue(tokens: readonly Token[], rules: ExpressionRules = {}): boolean {
  try {
    const node = parseExpression(tokens, rules);
    switch (node.kind) {
      case 'case':
      case 'unary':
        return true;
      case 'atom':
        return node.text.startsWith('`');
      case 'binary':
        return !isComparison(node.operator);
      case 'call':
        return VALUES.has(node.name);
      default:
        return false;
    }
  } catch {
    return false;
  }
}

/** The same for tokens that are read already. */
export function canonicalTokens(tokens: readonly Token[], rules: ExpressionRules = {}): Expression {
  try {
    return printNode(parseExpression(tokens, rules));
  } catch {
    // NotRead, or a stack that is too deep: the tokens say the same.
    return normalTokens(tokens, rules);
  }
}

/** Tokens in one spelling: keywords and functions in lower case, names in backticks, single spaces. */
export function normalTokens(tokens: readonly Token[], rules: ExpressionRules = {}): Expression {
  let text = '';
  let glue = true;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'introducer') continue;
    const next = tokens[i + 1];
    const isSchema =
      rules.database != null &&
      next?.word === '.' &&
      token.text === rules.database &&
      tokens[i - 1]?.word !== '.';
    if (isSchema) {
      i++;
      continue;
    }
    const spelled = spell(token);
    const tight =
      glue || spelled === ',' || spelled === ')' || spelled === '.' || (spelled === '(' && isCall(tokens, i));
    text += tight ? spelled : ` ${spelled}`;
    glue = spelled === '(' || spelled === '.';
  }
  return text;
}

const isCall = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'word' && before.end === tokens[at]?.start;
};

function spell(token: Token): string {
  switch (token.kind) {
    case 'word':
      return token.text.toLowerCase();
    case 'name':
      return quoteName(token.text);
    case 'string':
      return quoteString(token.text);
    case 'bytes':
      return canonicalBytes(token.text);
    case 'introducer':
      return `_${token.text}`;
    default:
      return token.word === '!=' ? '<>' : token.text;
  }
}
