import type { SelectText } from '../schema/statement';
import { normalTokens } from './expression';
import { parseExpression } from './expressionParse';
import { printNode, quoteName } from './expressionPrint';
import type { ExpressionRules } from './expressionRules';
import { NotRead } from './notRead';
import { readFrom } from './selectFrom';
import { type Clauses, splitBy, splitClauses, takeItem } from './selectParts';
import type { Token } from './token';

export interface SelectRules extends ExpressionRules {
  /** The view's own names for its columns. */
  readonly columns?: readonly string[];
  /** Names are left out: nobody sees them. */
  readonly unnamed?: boolean;
  /** The text that the tokens are from: it names columns that are expressions without an alias. */
  readonly source?: string;
}

/** How deep subqueries are read. */
const MAX_DEPTH = 30;

/**
 * The one text of a view's SELECT, so that both servers' spellings of one view, and what a person wrote for it, are
 * equal (NORMAL-FORM V1): one spelling of joins, no qualifiers where there is but one table, aliases only where they
 * say something. `*` stays: what it stands for is not in the text. What can't be read keeps its tokens.
 */
export function canonicalSelect(tokens: readonly Token[], rules: SelectRules): SelectText {
  const select = withoutCheckOption(tokens);
  try {
    return { sql: readQuery(select, rules, 0), unread: false };
  } catch {
    // NotRead, or too deep for the stack.
    return { sql: normalTokens(select, rules), unread: true };
  }
}

function withoutCheckOption(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1)?.word;
  if (last !== 'OPTION' || tokens.at(-2)?.word !== 'CHECK') return tokens;
  const before = tokens.at(-3)?.word;
  return tokens.slice(0, before === 'WITH' ? -3 : -4);
}

/** A SELECT, or several with UNION, or one in parentheses, with the WITH before it. */
function readQuery(tokens: readonly Token[], rules: SelectRules, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotRead();
  if (tokens[0]?.word === 'WITH') return readWith(tokens, rules, depth);
  const parts: string[] = [];
  let from = 0;
  let level = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const word = tokens[i]?.word;
    if (word === '(') level++;
    else if (word === ')') level--;
    const isSet = level === 0 && (word === 'UNION' || word === 'EXCEPT' || word === 'INTERSECT');
    if (!isSet && i < tokens.length) continue;
    // Only the first SELECT of a UNION names the columns.
    const naming = parts.length === 0 ? rules : { ...rules, columns: [], unnamed: true };
    const part = tokens.slice(from, i);
    const isOne = parts.length === 0 && !isSet;
    parts.push(isOne ? readPart(part, rules, depth) : readMember(part, naming, depth, !isSet));
    if (!isSet) break;
    const all = tokens[i + 1]?.word === 'ALL';
    const next = all || tokens[i + 1]?.word === 'DISTINCT' ? i + 2 : i + 1;
    parts.push(`${(word as string).toLowerCase()}${all ? ' all' : ''}`);
    from = next;
    i = next - 1;
  }
  return parts.join(' ');
}

/** A member of a UNION: its own ORDER BY or LIMIT stands in parentheses; behind the last one is that of the whole. */
function readMember(tokens: readonly Token[], rules: SelectRules, depth: number, isLast: boolean): string {
  if (tokens[0]?.word !== '(') return readPart(tokens, rules, depth);
  const end = closing(tokens, 0);
  const inside = tokens.slice(1, end);
  const text = readQuery(inside, rules, depth + 1);
  const member = hasOrder(inside) ? `(${text})` : text;
  const rest = tokens.slice(end + 1);
  if (rest.length === 0) return member;
  if (!isLast) throw new NotRead();
  const { clauses } = splitClauses([...SELECT_NOTHING, ...rest]);
  if (clauses.FROM || clauses.WHERE || clauses.GROUP || clauses.HAVING) throw new NotRead();
  const print = (some: readonly Token[]) =>
    printNode(parseExpression(some, { ...rules, qualifiers: 'keep' }));
  const order = clauses.ORDER ? ` order by ${sortItems(clauses.ORDER, print, new Map(), [])}` : '';
  return `${member}${order}${clauses.LIMIT ? ` limit ${limit(clauses.LIMIT)}` : ''}`;
}

const SELECT_NOTHING: readonly Token[] = [{ kind: 'word', text: 'select', word: 'SELECT', start: 0, end: 0 }];

/** Whether a query is ordered or cut as a whole. */
function hasOrder(tokens: readonly Token[]): boolean {
  let level = 0;
  return tokens.some(({ word }) => {
    if (word === '(') level++;
    else if (word === ')') level--;
    return level === 0 && (word === 'ORDER' || word === 'LIMIT');
  });
}

function readPart(tokens: readonly Token[], rules: SelectRules, depth: number): string {
  if (tokens[0]?.word === '(' && tokens.at(-1)?.word === ')')
    return readQuery(tokens.slice(1, -1), rules, depth + 1);
  if (tokens[0]?.word !== 'SELECT') throw new NotRead();
  return readSelect(tokens, rules, depth);
}

/** `with [recursive] a [(x)] as (…), b as (…) select …` */
function readWith(tokens: readonly Token[], rules: SelectRules, depth: number): string {
  const recursive = tokens[1]?.word === 'RECURSIVE';
  const parts: string[] = [];
  let at = recursive ? 2 : 1;
  for (;;) {
    const name = tokens[at];
    if (name?.kind !== 'word' && name?.kind !== 'name') throw new NotRead();
    at++;
    let columns = '';
    let named: readonly string[] = [];
    if (tokens[at]?.word === '(') {
      const end = closing(tokens, at);
      const names = tokens.slice(at + 1, end).filter(({ kind }) => kind === 'word' || kind === 'name');
      named = names.map(({ text }) => text);
      columns = ` (${named.map(quoteName).join(', ')})`;
      at = end + 1;
    }
    if (tokens[at]?.word !== 'AS' || tokens[at + 1]?.word !== '(') throw new NotRead();
    const end = closing(tokens, at + 1);
    const inner = { ...rules, columns: named };
    parts.push(
      `${quoteName(name.text)}${columns} as (${readQuery(tokens.slice(at + 2, end), inner, depth + 1)})`,
    );
    at = end + 1;
    if (tokens[at]?.word !== ',') break;
    at++;
  }
  return `with ${recursive ? 'recursive ' : ''}${parts.join(', ')} ${readQuery(tokens.slice(at), rules, depth + 1)}`;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const { word } = tokens[i] as Token;
    if (word === '(') depth++;
    else if (word === ')' && --depth === 0) return i;
  }
  throw new NotRead();
}

function readSelect(tokens: readonly Token[], rules: SelectRules, depth: number): string {
  const { clauses, distinct } = splitClauses(tokens);
  const inner = (subquery: readonly Token[]) =>
    readQuery(subquery, { ...rules, columns: [], source: undefined }, depth + 1);
  const base: ExpressionRules = { ...rules, qualifiers: 'keep', condition: false, select: inner };
  const from = clauses.FROM ? readFrom(clauses.FROM, base) : null;

  // With one table its qualifiers say nothing; those of an outer query's tables stay.
  const isAlone = from === null || from.names.length === 1;
  const own: ExpressionRules = { ...base, alone: isAlone ? from?.names[0] : null };
  const print = (some: readonly Token[], condition = false) =>
    printNode(parseExpression(some, { ...own, condition }));

  const aliases = new Map<string, string>();
  const texts: (string | null)[] = [];
  const items = splitBy(clauses.SELECT ?? [], ',').map((item, i) => {
    const { expression, alias } = takeItem(item, rules.source);
    if (expression.length === 1 && expression[0]?.word === '*') {
      texts.push(null);
      return '*';
    }
    const text = print(expression);
    texts.push(text);
    const name = rules.columns?.[i] ?? alias;
    if (name !== null) aliases.set(quoteName(name), text);
    const says =
      !rules.unnamed && name !== null && text !== quoteName(name) && !text.endsWith(`.${quoteName(name)}`);
    return says ? `${text} as ${quoteName(name)}` : text;
  });

  const parts = [`select ${distinct ? 'distinct ' : ''}${items.join(', ')}`];
  if (from) parts.push(`from ${from.bare !== null && !needsAlias(clauses) ? from.bare : from.text}`);
  if (clauses.WHERE) parts.push(`where ${print(clauses.WHERE, true)}`);
  const sorted = (some: readonly Token[]) => sortItems(some, print, aliases, texts);
  if (clauses.GROUP) {
    const isRollup = clauses.GROUP.at(-2)?.word === 'WITH' && clauses.GROUP.at(-1)?.word === 'ROLLUP';
    const groups = isRollup ? clauses.GROUP.slice(0, -2) : clauses.GROUP;
    parts.push(`group by ${sorted(groups)}${isRollup ? ' with rollup' : ''}`);
  }
  if (clauses.HAVING) parts.push(`having ${print(clauses.HAVING, true)}`);
  if (clauses.ORDER) parts.push(`order by ${sorted(clauses.ORDER)}`);
  if (clauses.LIMIT) parts.push(`limit ${limit(clauses.LIMIT)}`);
  return parts.join(' ');
}

/** A subquery may name the table by its alias. */
const needsAlias = (clauses: Clauses['clauses']): boolean =>
  Object.entries(clauses).some(
    ([name, tokens]) => name !== 'FROM' && tokens.some(({ word }) => word === 'SELECT'),
  );

/** The items of ORDER BY or GROUP BY: what an alias or the number of a column stands for, then its direction. */
function sortItems(
  tokens: readonly Token[],
  print: (tokens: readonly Token[]) => string,
  aliases: ReadonlyMap<string, string>,
  columns: readonly (string | null)[],
): string {
  const one = (item: readonly Token[]) => {
    const last = item.at(-1)?.word;
    const bare = last === 'ASC' || last === 'DESC' ? item.slice(0, -1) : item;
    const text = print(bare);
    const number = bare.length === 1 && bare[0]?.kind === 'number' ? Number(bare[0].text) : 0;
    const numbered = columns.slice(0, number).includes(null) ? null : columns[number - 1];
    return `${numbered ?? aliases.get(text) ?? text}${last === 'DESC' ? ' desc' : ''}`;
  };
  return splitBy(tokens, ',').map(one).join(', ');
}

/** `5, 10` and `10 offset 5` are one. */
function limit(tokens: readonly Token[]): string {
  const [first, middle, second] = tokens;
  if (tokens.length === 1) return (first as Token).text;
  if (tokens.length !== 3 || !first || !second) throw new NotRead();
  if (middle?.word === ',') return `${second.text} offset ${first.text}`;
  return `${first.text} offset ${second.text}`;
}
