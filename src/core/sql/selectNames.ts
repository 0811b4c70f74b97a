import type { NamedColumn, SelectNames } from '../schema/model';
import type { ServerProfile } from '../schema/server';
import type { OutputColumn } from '../schema/statement';
import { parseExpression } from './expressionParse';
import type { ExpressionRules } from './expressionRules';
import { UNITS } from './functionNames';
import { ungroupedBy } from './grouping';
import { NotRead } from './notRead';
import { isReserved } from './reserved';
import { readFrom } from './selectFrom';
import { splitBy, splitClauses, takeItem } from './selectParts';
import type { Token } from './token';

/** How deep subqueries are read. */
const MAX_DEPTH = 30;

interface Text {
  readonly sql: string;
  readonly server: ServerProfile;
}

/** The tables and columns that a SELECT names. What is not read names nothing: a clause, a FROM with all that rests on it. */
export function selectNames(
  tokens: readonly Token[],
  sql: string,
  server: ServerProfile,
): readonly SelectNames[] {
  return namesIn(tokens, { sql, server }, 0);
}

/** What the columns of a SELECT's result are called; null where an expression has no name of its own. */
export function outputColumns(tokens: readonly Token[], sql: string): readonly OutputColumn[] | null {
  const columns: OutputColumn[] = [];
  for (const item of splitBy(splitClauses(unionParts(tokens)[0]!).clauses.SELECT ?? [], ',')) {
    if (item.at(-1)?.word === '*' && (item.length === 1 || item.at(-2)?.word === '.')) {
      columns.push({ starOf: item.at(-3)?.text ?? null });
      continue;
    }
    const { alias } = takeItem(item, sql);
    if (alias === null) return null;
    columns.push(alias);
  }
  return columns;
}

/** The SELECTs of a query with the names that are surely looked for in them. */
export function namesIn(tokens: readonly Token[], text: Text, depth: number): readonly SelectNames[] {
  if (depth > MAX_DEPTH || tokens[0]?.word !== 'SELECT') return [];
  const parts = unionParts(tokens);
  return parts.flatMap((part) => {
    try {
      return [readSelect(part, text, depth, parts.length > 1)];
    } catch (error) {
      if (error instanceof NotRead) return [];
      throw error;
    }
  });
}

function unionParts(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let from = 0;
  let level = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { word, kind } = tokens[i] as Token;
    if (word === '(') level++;
    else if (word === ')') level--;
    if (level > 0 || kind !== 'word' || !SETS.has(word)) continue;
    parts.push(tokens.slice(from, i));
    from = ['ALL', 'DISTINCT'].includes(tokens[i + 1]?.word ?? '') ? i + 2 : i + 1;
  }
  return [...parts, tokens.slice(from)];
}

const SETS = new Set(['UNION', 'EXCEPT', 'INTERSECT']);

function readSelect(tokens: readonly Token[], text: Text, depth: number, inUnion: boolean): SelectNames {
  const parts = splitClauses(tokens);
  const { clauses } = parts;
  const derived: SelectNames[] = [];
  const on = new Names('on', text, depth);
  const inFrom = (some: readonly Token[]) => {
    derived.push(...namesIn(some, text, depth + 1));
    return '';
  };
  const from = clauses.FROM && readFrom(clauses.FROM, { ...on.rules, select: inFrom });
  const select = new Names('select', text, depth);
  const aliases = new Set<string>();
  for (const item of splitBy(clauses.SELECT ?? [], ',')) {
    if (item.length === 1 && item[0]?.word === '*') continue;
    const { expression, alias } = takeItem(item, text.sql);
    if (alias !== null) aliases.add(alias.toLowerCase());
    select.read(expression);
  }
  const where = new Names('where', text, depth);
  if (clauses.WHERE) where.read(clauses.WHERE);
  const sorted = (clause: 'group' | 'order', sorting: readonly Token[] = []) => {
    const names = new Names(clause, text, depth);
    for (const item of splitBy(sorting, ',')) {
      const last = item.at(-1)?.word;
      names.read(last === 'ASC' || last === 'DESC' ? item.slice(0, -1) : item);
    }
    // What SELECT names may stand for it.
    return names.found.filter(
      (found) => 'subquery' in found || found.qualifier !== null || !aliases.has(found.name.toLowerCase()),
    );
  };
  return {
    sources: from?.sources ?? [],
    derived,
    columns: [
      ...select.found,
      ...where.found,
      ...on.found,
      ...sorted('group', clauses.GROUP),
      // The order of a UNION is that of all its rows.
      ...(inUnion ? [] : sorted('order', clauses.ORDER)),
    ],
    merged: from?.using ?? false,
    ungroupedBy: ungroupedBy(parts, text.sql, text.server),
  };
}

/** Gathers the columns of one clause. */
export class Names {
  found: SelectNames['columns'] = [];
  readonly rules: ExpressionRules;

  constructor(
    private readonly clause: NamedColumn['clause'],
    private readonly text: Text,
    depth: number,
  ) {
    const { sqlMode, database } = text.server;
    this.rules = {
      sqlMode,
      database,
      qualifiers: 'keep',
      onColumn: (parts, first) => this.add(parts, first),
      select: (tokens) => {
        this.found = [...this.found, { subquery: namesIn(tokens, text, depth + 1) }];
        return '';
      },
    };
  }

  read(tokens: readonly Token[]): void {
    // A sequence is no column.
    if (tokens.some(({ word }) => /^(?:NEXTVAL|LASTVAL|SETVAL|NEXT|PREVIOUS)$/.test(word))) return;
    const before = this.found;
    try {
      parseExpression(tokens, this.rules);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      this.found = before;
    }
  }

  private add(parts: readonly string[], first: Token): void {
    const { server } = this.text;
    const name = parts.at(-1) as string;
    const isWord = first.kind === 'word' && parts.length === 1;
    if (isWord && (isReserved(first.word, server) || UNITS.has(first.word))) throw new NotRead();
    if (name === '*' || (parts.length > 2 && parts[0] !== server.database)) return;
    this.found = [...this.found, { qualifier: parts.at(-2) ?? null, name, clause: this.clause }];
  }
}
