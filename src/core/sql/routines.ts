import { splitStatements } from './split';

/** The statements of a text as the server tells them apart: the body of a routine has statements of its own. */
export function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  let body: { start: number; depth: number } | null = null;
  for (const { sql, start, end } of splitStatements(text)) {
    if (!body) {
      const depth = ROUTINE.test(sql) ? openBlocks(sql) : 0;
      if (depth > 0) body = { start, depth };
      else statements.push(sql);
      continue;
    }
    body.depth += openBlocks(sql);
    if (body.depth > 0) continue;
    statements.push(text.slice(body.start, end));
    body = null;
  }
  if (body) statements.push(text.slice(body.start));
  return statements;
}

const ROUTINE =
  /^\s*create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+\s+)?(?:aggregate\s+)?(?:procedure|function|trigger|event|package)\b/i;

/** How many blocks a part of a body leaves open: BEGIN and CASE up to their END. */
function openBlocks(sql: string): number {
  const plain = sql.replace(
    /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`[^`]*`|--[ \t][^\n]*|#[^\n]*|\/\*.*?\*\//gs,
    ' ',
  );
  let open = 0;
  for (const [word] of plain.matchAll(
    /\bend\s+(?:if|loop|while|repeat)\b|\bend(?:\s+case)?\b|\bbegin\b|\bcase\b/gi,
  )) {
    if (/^(?:begin|case)$/i.test(word)) open++;
    else if (/^end(?:\s+case)?$/i.test(word)) open--;
  }
  return open;
}
