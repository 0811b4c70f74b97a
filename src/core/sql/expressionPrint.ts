import { BIT_PRECEDENCE, LOGIC_PRECEDENCE } from '../schema/precedence';
import { isComparison, type Node } from './expressionNodes';

/** How tightly each other form binds (precedence.ts has the operators), from MySQL's grammar (sql_yacc.yy: expr, bool_pri, predicate, bit_expr, simple_expr). */
const NOT = 4;
const COMPARE = 6;
const PREDICATE = 7;
const UNARY = 14;
const COLLATE = 15;
const ATOM = 16;

function precedence(node: Node): number {
  switch (node.kind) {
    case 'logic':
      return LOGIC_PRECEDENCE[node.operator];
    case 'not':
      return NOT;
    case 'binary':
      return isComparison(node.operator) ? COMPARE : (BIT_PRECEDENCE[node.operator] ?? ATOM);
    case 'is':
      return COMPARE;
    case 'in':
    case 'between':
    case 'like':
      return PREDICATE;
    case 'unary':
      return UNARY;
    case 'collate':
      return COLLATE;
    default:
      return ATOM;
  }
}

const wrapped = (node: Node, least: number): string =>
  precedence(node) < least ? `(${printNode(node)})` : printNode(node);

/** The one text of an expression: single spaces, no parentheses that the grammar does not need. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case 'atom':
      return node.text;
    case 'unary':
      return `${node.operator}${wrapped(node.operand, COLLATE)}`;
    case 'not':
      return `not ${wrapped(node.operand, NOT + 1)}`;
    case 'logic': {
      const least = LOGIC_PRECEDENCE[node.operator] + 1;
      return node.operands.map((operand) => wrapped(operand, least)).join(` ${node.operator} `);
    }
    case 'binary': {
      const own = precedence(node);
      return `${wrapped(node.left, own)} ${node.operator} ${wrapped(node.right, own + 1)}`;
    }
    case 'is':
      return `${wrapped(node.operand, COMPARE)} is ${node.negated ? 'not ' : ''}${node.what}`;
    case 'in':
      return `${wrapped(node.operand, PREDICATE + 1)} ${node.negated ? 'not ' : ''}in (${list(node.members)})`;
    case 'between':
      return `${wrapped(node.operand, PREDICATE + 1)} ${node.negated ? 'not ' : ''}between ${wrapped(node.low, PREDICATE + 1)} and ${wrapped(node.high, PREDICATE + 1)}`;
    case 'like': {
      const escaped = node.escape ? ` escape ${wrapped(node.escape, UNARY)}` : '';
      const pattern = wrapped(node.pattern, PREDICATE + 1);
      return `${wrapped(node.operand, PREDICATE + 1)} ${node.negated ? 'not ' : ''}${node.operator} ${pattern}${escaped}`;
    }
    case 'collate':
      return `${wrapped(node.operand, COLLATE)} collate ${node.collation}`;
    case 'call':
      return `${node.name}(${node.prefix}${list(node.args)})`;
    case 'row':
      return `(${list(node.members)})`;
    case 'case': {
      const subject = node.subject ? ` ${printNode(node.subject)}` : '';
      const arms = node.arms
        .map(({ when, value }) => ` when ${printNode(when)} then ${printNode(value)}`)
        .join('');
      return `case${subject}${arms}${node.other ? ` else ${printNode(node.other)}` : ''} end`;
    }
    case 'special':
      return node.parts.map((part) => (typeof part === 'string' ? part : printNode(part))).join('');
    case 'interval':
      return `interval ${wrapped(node.amount, UNARY)} ${node.unit}`;
  }
}

const list = (nodes: readonly Node[]): string => nodes.map(printNode).join(', ');

/** A string literal in canonical form. */
export function quoteString(value: string): string {
  return `'${value.replace(/['\\\n\r\0\x1a]/g, (char) => ESCAPED[char] ?? char)}'`;
}

const ESCAPED: Readonly<Record<string, string>> = {
  "'": "''",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\x1a': '\\Z',
};

/** A name in backticks. */
export const quoteName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
