import type { Expression } from './model';

/** The names in backticks in a canonical expression. Strings hold no names. */
export function namesIn(sql: Expression): readonly string[] {
  const names: string[] = [];
  const pattern = /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`((?:[^`]|``)*)`/gs;
  for (const match of sql.matchAll(pattern))
    if (match[1] !== undefined) names.push(match[1].replaceAll('``', '`'));
  return names;
}

const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;

/** The expression after columns were renamed. `rename` gives the new name, or the same. */
export function renameIn(sql: Expression, rename: (name: string) => string): Expression {
  const pattern = /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`((?:[^`]|``)*)`/gs;
  return sql.replace(pattern, (text, name: string | undefined) =>
    name === undefined ? text : quoted(rename(name.replaceAll('``', '`'))),
  );
}
