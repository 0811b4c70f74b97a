import { holds } from '../schema/facts';
import type { SelectNames } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import { NotRead } from './notRead';
import { readFrom } from './selectFrom';
import { Names, namesIn } from './selectNames';
import { splitBy } from './selectParts';
import type { Token } from './token';

const MODIFIERS = new Set(['LOW_PRIORITY', 'QUICK', 'IGNORE']);
const CLAUSES = new Set(['FROM', 'SET', 'WHERE', 'ORDER', 'LIMIT', 'RETURNING']);

/**
 * The tables and columns that an UPDATE or DELETE names, as those of a SELECT. Each server looks for them in an order of
 * its own.
 */
export function writeNames(
  tokens: readonly Token[],
  sql: string,
  server: ServerProfile,
): readonly SelectNames[] {
  const clauses = clausesOf(tokens);
  const from = tokens[0]?.word === 'UPDATE' ? clauses.get('UPDATE') : clauses.get('FROM');
  if (!from) return [];
  const text = { sql, server };
  try {
    const on = new Names('on', text, 0);
    const derived: SelectNames[] = [];
    const select = (some: readonly Token[]) => {
      derived.push(...namesIn(some, text, 1));
      return '';
    };
    const { sources, using } = readFrom(from, { ...on.rules, select });
    const isMariadb = server.vendor === 'mariadb';
    // MariaDB looks for the values of several tables, and newer ones for all, in a SELECT of their own.
    const asQuery = isMariadb && (sources.length > 1 || holds(server, 'updateAsQuery'));
    const items = splitBy(clauses.get('SET') ?? [], ',').filter((item) => item.length > 0);
    const left = items.map((item) => item.slice(0, assignmentOf(item)));
    const values = items.map((item) => item.slice(assignmentOf(item) + 1));
    const read = (names: Names, parts: readonly (readonly Token[])[]) => {
      for (const part of parts) names.read(part);
      return names.found;
    };
    const targets = read(new Names('set', text, 0), left);
    const given = read(new Names(asQuery ? 'select' : 'set', text, 0), values);
    const where = read(new Names('where', text, 0), [clauses.get('WHERE') ?? []]);
    const order = read(new Names('order', text, 0), sortedBy(clauses.get('ORDER')));
    const columns = !isMariadb
      ? [where, on.found, targets, given, order]
      : asQuery
        ? [targets, where, on.found, order, given]
        : [where, order, targets, given];
    return [{ sources, derived, columns: columns.flat(), merged: using, ungroupedBy: null }];
  } catch (error) {
    if (error instanceof NotRead) return [];
    throw error;
  }
}

/** The tokens behind each keyword; behind UPDATE stand its tables. */
function clausesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, readonly Token[]>();
  let from = 1;
  while (MODIFIERS.has(tokens[from]?.word ?? '')) from++;
  let clause = tokens[0]?.word ?? '';
  let level = 0;
  for (let i = from; i < tokens.length; i++) {
    const { word, kind } = tokens[i] as Token;
    if (word === '(') level++;
    else if (word === ')') level--;
    if (level > 0 || kind !== 'word' || !CLAUSES.has(word)) continue;
    found.set(clause, tokens.slice(from, i));
    clause = word;
    from = i + 1;
  }
  return found.set(clause, tokens.slice(from));
}

function assignmentOf(item: readonly Token[]): number {
  const at = item.findIndex(({ word }) => word === '=' || word === ':=');
  if (at < 0) throw new NotRead();
  return at;
}

/** What stands behind ORDER BY, without the directions. */
function sortedBy(tokens: readonly Token[] = []): readonly (readonly Token[])[] {
  return splitBy(tokens.slice(1), ',').map((item) => {
    const last = item.at(-1)?.word;
    return last === 'ASC' || last === 'DESC' ? item.slice(0, -1) : item;
  });
}
