import type { TableName } from '../schema/model';
import type { Cursor } from './cursor';
import { isReserved } from './reserved';
import type { Token } from './token';

const LEADING = new Set([
  'FROM',
  'JOIN',
  'INTO',
  'UPDATE',
  'TABLE',
  'STRAIGHT_JOIN',
  'REFERENCES',
  'VIEW',
  'TRUNCATE',
]);
/** After these a parenthesis begins the table's columns; after others a function's arguments. */
const TAKES_COLUMNS = new Set(['INTO', 'TABLE', 'REFERENCES', 'VIEW']);
const BETWEEN = new Set([
  'LOW_PRIORITY',
  'IGNORE',
  'QUICK',
  'DELAYED',
  'HIGH_PRIORITY',
  'IF',
  'NOT',
  'EXISTS',
  'ONLY',
  'LATERAL',
  'TABLE',
]);

const MAX_BETWEEN = 20;

/** Every table that the tokens name after FROM, JOIN, INTO, UPDATE, TABLE …, each once, in order. */
export function touchedTables(cursor: Cursor, from = 0): TableName[] {
  const found = new Map<string, TableName>();
  const { tokens } = cursor;
  const made = commonTables(tokens, from);
  const add = (name: TableName | null) => {
    if (name && (name.schema !== null || !made.has(name.name)))
      found.set(`${name.schema ?? ''}\0${name.name}`, name);
  };
  /** For each open parenthesis: whether a FROM directly inside belongs to a function. */
  const open: boolean[] = [];
  for (let i = from; i < tokens.length; i++) {
    const { word, kind } = tokens[i] as Token;
    if (word === '(') open.push(TAKES_FROM.has(tokens[i - 1]?.word ?? ''));
    else if (word === ')') open.pop();
    else if (word === 'SELECT' && open.length > 0) open[open.length - 1] = false;
    if (kind !== 'word' || !LEADING.has(word)) continue;
    // `extract(year from d)`, `trim(both from s)`, `on update cascade`, `for update`
    const before = tokens[i - 1]?.word ?? '';
    if (word === 'UPDATE' && (before === 'ON' || before === 'FOR' || before === 'KEY')) continue;
    if (word === 'FROM' && open.at(-1)) continue;
    // `truncate(x, 2)`
    if (word === 'TRUNCATE' && tokens[i + 1]?.word === '(') continue;
    let at = i + 1;
    while (at < i + MAX_BETWEEN && (BETWEEN.has(tokens[at]?.word ?? '') || tokens[at]?.word === '(')) at++;
    for (;;) {
      const read = nameAt(tokens, at, cursor, TAKES_COLUMNS.has(word));
      if (!read) break;
      add(read.name);
      at = read.next;
      if (tokens[at]?.word === 'AS') at += 2;
      else if (isAlias(tokens[at], cursor)) at++;
      if (tokens[at]?.word !== ',') break;
      at++;
    }
  }
  return [...found.values()];
}

/** Names of `WITH a AS (…), b (x) AS (…)`: no tables of the database. */
function commonTables(tokens: readonly Token[], from: number): ReadonlySet<string> {
  const found = new Set<string>();
  if (!tokens.some(({ word }) => word === 'WITH')) return found;
  for (let i = from; i < tokens.length; i++) {
    const { word, text } = tokens[i + 1] ?? NONE;
    if (!['WITH', 'RECURSIVE', ','].includes(tokens[i]?.word ?? '') || word === 'RECURSIVE') continue;
    let at = i + 2;
    if (tokens[at]?.word === '(') {
      while (at < tokens.length && tokens[at]?.word !== ')' && at < i + MAX_COLUMNS) at++;
      at++;
    }
    if (tokens[at]?.word === 'AS' && tokens[at + 1]?.word === '(') found.add(text);
  }
  return found;
}

const MAX_COLUMNS = 200;
const NONE = { word: '', text: '' };

const TAKES_FROM = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'SUBSTR', 'MID']);

function nameAt(
  tokens: readonly Token[],
  at: number,
  cursor: Cursor,
  takesColumns: boolean,
): { name: TableName; next: number } | null {
  const first = tokens[at];
  if (!first || !isName(first, cursor)) return null;
  if (tokens[at + 1]?.word === '(' && !takesColumns) return null;
  const second = tokens[at + 2];
  if (tokens[at + 1]?.word === '.' && second && (second.kind === 'name' || second.kind === 'word'))
    return { name: { schema: first.text, name: second.text }, next: at + 3 };
  return { name: { schema: null, name: first.text }, next: at + 1 };
}

const isName = (token: Token, cursor: Cursor): boolean =>
  token.kind === 'name' || (token.kind === 'word' && !isReserved(token.word, cursor.server));

const isAlias = (token: Token | undefined, cursor: Cursor): boolean =>
  token !== undefined && isName(token, cursor);
