import type { ServerProfile } from '../schema/server';
import { UNITS } from './functionNames';
import { isReserved } from './reserved';
import { type Clauses, splitBy, takeItem } from './selectParts';
import type { Token } from './token';

const AGGREGATES: ReadonlySet<string> = new Set(
  `ANY_VALUE AVG BIT_AND BIT_OR BIT_XOR COUNT GROUP_CONCAT JSON_ARRAYAGG JSON_OBJECTAGG MAX MIN STD STDDEV STDDEV_POP
  STDDEV_SAMP SUM VARIANCE VAR_POP VAR_SAMP`.split(/\s+/),
);

/**
 * The columns that a SELECT groups by, where it shows another one outside of an aggregate: ONLY_FULL_GROUP_BY refuses that
 * (1055), unless the server finds that the groups decide it. null where it shows none.
 */
export function ungroupedBy(
  { clauses }: Clauses,
  sql: string,
  server: ServerProfile,
): readonly string[] | null {
  if (!clauses.GROUP) return null;
  const groups = splitBy(clauses.GROUP, ',');
  const texts = new Set(groups.map(plainText));
  const columns = new Set(groups.flatMap((group) => columnsOf(group, server)).map(lower));
  const shows = splitBy(clauses.SELECT ?? [], ',').some((item, i) => {
    const { expression, alias } = takeItem(item, sql);
    if (texts.has(String(i + 1)) || texts.has(plainText(expression))) return false;
    if (alias !== null && texts.has(alias.toLowerCase())) return false;
    if (item.at(-1)?.word === '*') return true;
    return columnsOf(expression, server).some((name) => !columns.has(lower(name)));
  });
  return shows ? [...columns] : null;
}

const lower = (text: string): string => text.toLowerCase();
const plainText = (tokens: readonly Token[]): string => tokens.map(({ text }) => lower(text)).join(' ');

/** The names of the columns in an expression, but for those inside aggregates. */
function columnsOf(tokens: readonly Token[], server: ServerProfile): readonly string[] {
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, word, text } = tokens[i] as Token;
    const next = tokens[i + 1]?.word;
    if (AGGREGATES.has(word) && next === '(') i = closing(tokens, i + 1);
    else if (next === '.' || next === '(') continue;
    else if (kind === 'name' || (kind === 'word' && !isReserved(word, server) && !UNITS.has(word)))
      names.push(text);
  }
  return names;
}

function closing(tokens: readonly Token[], open: number): number {
  let level = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.word === '(') level++;
    else if (tokens[i]?.word === ')' && --level === 0) return i;
  }
  return tokens.length;
}
