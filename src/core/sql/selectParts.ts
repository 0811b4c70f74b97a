import { NotRead } from './notRead';
import type { Token } from './token';

export type Clause = 'SELECT' | 'FROM' | 'WHERE' | 'GROUP' | 'HAVING' | 'ORDER' | 'LIMIT';
const CLAUSES: ReadonlySet<string> = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT']);
const UNREAD: ReadonlySet<string> = new Set(['WINDOW', 'INTO', 'PROCEDURE', 'LOCK', 'FETCH']);
const MODIFIERS: ReadonlySet<string> = new Set([
  'ALL',
  'DISTINCT',
  'DISTINCTROW',
  'HIGH_PRIORITY',
  'SQL_SMALL_RESULT',
  'SQL_BIG_RESULT',
  'SQL_BUFFER_RESULT',
  'SQL_NO_CACHE',
  'SQL_CACHE',
  'STRAIGHT_JOIN',
  'SQL_CALC_FOUND_ROWS',
]);

export interface Clauses {
  readonly distinct: boolean;
  readonly clauses: Partial<Record<Clause, readonly Token[]>>;
}

/** The clauses of one SELECT, without their keywords. */
export function splitClauses(tokens: readonly Token[]): Clauses {
  let from = 1;
  let distinct = false;
  for (; MODIFIERS.has(tokens[from]?.word ?? ''); from++)
    distinct ||= /^DISTINCT/.test(tokens[from]?.word ?? '');
  const clauses: Partial<Record<Clause, readonly Token[]>> = {};
  let clause: Clause = 'SELECT';
  let level = 0;
  for (let i = from; i < tokens.length; i++) {
    const { word, kind } = tokens[i] as Token;
    if (word === '(') level++;
    else if (word === ')') level--;
    if (level > 0 || kind !== 'word') continue;
    if (UNREAD.has(word) || (word === 'FOR' && clause !== 'FROM')) throw new NotRead();
    if (!CLAUSES.has(word)) continue;
    clauses[clause] = tokens.slice(from, i);
    clause = word as Clause;
    if (clauses[clause]) throw new NotRead();
    if (word === 'GROUP' || word === 'ORDER') {
      i++;
      if (tokens[i]?.word !== 'BY') throw new NotRead();
    }
    from = i + 1;
  }
  clauses[clause] = tokens.slice(from);
  return { clauses, distinct };
}

/** The tokens between separators of this level. */
export function splitBy(tokens: readonly Token[], separator: string): (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  let level = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token;
    if (word === '(') level++;
    else if (word === ')') level--;
    else if (word === separator && level === 0) {
      parts.push(tokens.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, tokens.slice(from)];
}

const NO_ALIAS = new Set([
  'NULL',
  'TRUE',
  'FALSE',
  'END',
  'UNKNOWN',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
  'CURRENT_USER',
]);
const BEFORE_VALUE = new Set([
  'IS',
  'NOT',
  'AND',
  'OR',
  'XOR',
  'LIKE',
  'IN',
  'DIV',
  'MOD',
  'COLLATE',
  'BETWEEN',
  'REGEXP',
  'RLIKE',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
  'INTERVAL',
  'BINARY',
  'ESCAPE',
]);

/**
 * A select item as its expression and the name that it gets: the alias, or a column's own name, or the text as it was
 * written (null where that is not known).
 */
export function takeItem(
  item: readonly Token[],
  source: string | undefined,
): { readonly expression: readonly Token[]; readonly alias: string | null } {
  const last = item.at(-1);
  const before = item.at(-2);
  if (!last) throw new NotRead();
  if (before?.word === 'AS') return { expression: item.slice(0, -2), alias: last.text };
  const isName =
    last.kind === 'name' || last.kind === 'string' || (last.kind === 'word' && !NO_ALIAS.has(last.word));
  const follows =
    before !== undefined &&
    (before.kind === 'symbol'
      ? before.word === ')'
      : before.kind !== 'introducer' && !BEFORE_VALUE.has(before.word));
  const isLiteral = last.kind === 'string' && before?.kind === 'string';
  if (isName && follows && !isLiteral) return { expression: item.slice(0, -1), alias: last.text };
  return { expression: item, alias: ownName(item, source) };
}

function ownName(item: readonly Token[], source: string | undefined): string | null {
  const last = item.at(-1) as Token;
  const isColumn = item.every(({ kind, word }) => kind === 'name' || kind === 'word' || word === '.');
  if (isColumn || (item.length === 1 && last.kind === 'string')) return last.text;
  return source === undefined ? null : source.slice((item[0] as Token).start, last.end);
}
