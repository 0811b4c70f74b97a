/** How tightly the operators bind, from MySQL's grammar (sql_yacc.yy: expr, bit_expr): the higher the tighter. */
export const LOGIC_PRECEDENCE = { or: 1, xor: 2, and: 3 } as const;

export const BIT_PRECEDENCE: Readonly<Record<string, number>> = {
  '|': 8,
  '&': 9,
  '<<': 10,
  '>>': 10,
  '+': 11,
  '-': 11,
  '*': 12,
  '/': 12,
  '%': 12,
  div: 12,
  '^': 13,
};
