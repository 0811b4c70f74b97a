/** An expression as a tree; only what its canonical text needs. */
export type Node =
  /** A literal, name or variable, as it is printed. */
  | { readonly kind: 'atom'; readonly text: string; readonly literal: boolean }
  | { readonly kind: 'unary'; readonly operator: '-' | '~'; readonly operand: Node }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  /** and, or, xor over two or more */
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or' | 'xor'; readonly operands: readonly Node[] }
  /** `is null`, `is true`, … after the operand */
  | { readonly kind: 'is'; readonly operand: Node; readonly negated: boolean; readonly what: string }
  | {
      readonly kind: 'in';
      readonly operand: Node;
      readonly negated: boolean;
      readonly members: readonly Node[];
    }
  | {
      readonly kind: 'between';
      readonly operand: Node;
      readonly negated: boolean;
      readonly low: Node;
      readonly high: Node;
    }
  | {
      readonly kind: 'like';
      readonly operator: 'like' | 'regexp';
      readonly operand: Node;
      readonly negated: boolean;
      readonly pattern: Node;
      readonly escape: Node | null;
    }
  | { readonly kind: 'collate'; readonly operand: Node; readonly collation: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly prefix: string }
  | { readonly kind: 'row'; readonly members: readonly Node[] }
  | {
      readonly kind: 'case';
      readonly subject: Node | null;
      readonly arms: readonly Arm[];
      readonly other: Node | null;
    }
  /** `cast(x as type)`, `convert(x using charset)`, `extract(unit from x)`, `trim(both a from b)` */
  | { readonly kind: 'special'; readonly parts: readonly (string | Node)[] }
  | { readonly kind: 'interval'; readonly amount: Node; readonly unit: string };

export interface Arm {
  readonly when: Node;
  readonly value: Node;
}

export const atom = (text: string, literal = false): Node => ({ kind: 'atom', text, literal });
export const call = (name: string, args: readonly Node[], prefix = ''): Node => ({
  kind: 'call',
  name,
  args,
  prefix,
});
export const binary = (operator: string, left: Node, right: Node): Node => ({
  kind: 'binary',
  operator,
  left,
  right,
});

const COMPARISONS = new Set(['=', '<=>', '<>', '<', '>', '<=', '>=']);
export const isComparison = (operator: string): boolean => COMPARISONS.has(operator);

/** True when the value can only be true, false or null, from the form alone. */
function isTruth(node: Node): boolean {
  switch (node.kind) {
    case 'not':
    case 'logic':
    case 'is':
    case 'in':
    case 'between':
    case 'like':
      return true;
    case 'binary':
      return isComparison(node.operator);
    default:
      return false;
  }
}

const isZero = (node: Node): boolean => node.kind === 'atom' && node.text === '0';

/**
 * In a condition, `x <> 0` says no more than `x`; MySQL prints `0 <> x`, MariaDB `x <> 0`, people write `x`.
 * MySQL also makes `x not in (select …)` into `x in (select …) is false`.
 */
export function condition(node: Node): Node {
  const isFalse = node.kind === 'is' && node.what === 'false' && !node.negated;
  if (isFalse && node.operand.kind === 'in') return not(node.operand);
  if (node.kind === 'binary' && node.operator === '<>' && isZero(node.right) && !isTruth(node.left))
    return node.left;
  return node;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** `not x` as both servers move it inwards: `x = 0`, `x not in …`, `a <= 5` for `not a > 5`, De Morgan's laws. */
export function not(operand: Node): Node {
  const inner = condition(operand);
  switch (inner.kind) {
    case 'is':
    case 'in':
    case 'between':
    case 'like':
      return { ...inner, negated: !inner.negated };
    case 'logic': {
      const [first, ...others] = inner.operands;
      if (inner.operator === 'xor') return logic('xor', [not(first as Node), ...others]);
      return logic(inner.operator === 'and' ? 'or' : 'and', inner.operands.map(not));
    }
    case 'binary': {
      const opposite = OPPOSITE[inner.operator];
      if (opposite) return compare(opposite, inner.left, inner.right);
      break;
    }
    default:
      break;
  }
  return isTruth(inner) ? { kind: 'not', operand: inner } : binary('=', inner, atom('0', true));
}

/** A comparison; a zero on the left goes to the right, as MySQL puts it there when it makes conditions explicit. */
export function compare(operator: string, left: Node, right: Node): Node {
  if ((operator === '=' || operator === '<>') && isZero(left) && !isZero(right))
    return binary(operator, right, left);
  const isEither = operator === '=' || operator === '<>' || operator === '<=>';
  if (isEither && isColumn(left) && isColumn(right) && columnKey(right) < columnKey(left))
    return binary(operator, right, left);
  return binary(operator, left, right);
}

const isColumn = (node: Node): node is Extract<Node, { kind: 'atom' }> =>
  node.kind === 'atom' && node.text.startsWith('`');

/** Columns that are compared stand in the order of their names, whichever a server or a person wrote first. */
const columnKey = ({ text }: Extract<Node, { kind: 'atom' }>): string => `${text.split('.').at(-1)} ${text}`;

export function logic(operator: 'and' | 'or' | 'xor', parts: readonly Node[]): Node {
  if (parts.length === 1) return parts[0] as Node;
  const operands = parts.flatMap((node) =>
    node.kind === 'logic' && node.operator === operator ? node.operands : [condition(node)],
  );
  return { kind: 'logic', operator, operands };
}
