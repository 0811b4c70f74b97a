import type { Expression } from './model';

const TOKEN =
  /'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|\d+(?:\.\d*)?(?:e[+-]?\d+)?|[a-z_]\w*|<=>|<=|>=|<>|<<|>>|->>?|\S/giy;

/** The words, names, literals and signs of a canonical expression. */
export const tokensOf = (sql: Expression): readonly string[] =>
  sql.match(new RegExp(TOKEN.source, 'gi')) ?? [];
