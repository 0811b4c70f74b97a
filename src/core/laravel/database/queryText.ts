import type { NativeCall } from '../../php/classes';
import { isArray, type Value } from '../../php/values';
import type { Row } from '../../session/knownRows';
import { compilerOn } from '../schema/compilerFor';
import {
  type Compiler,
  expressionOf,
  jsonFieldAndPath,
  jsonValueOf,
  quoteName,
  text,
  wrap,
  wrapTable,
} from '../schema/wrap';
import type { Condition, QueryState } from './queryState';

/** A narrowing that is no simple condition. */
export interface Clause {
  /** How many simple conditions came before it. */
  readonly at: number;
  /** With its boolean: ``and `a` > `b` ``. */
  readonly sql: string;
  readonly bindings: readonly Value[];
  /** Does a row fulfil it? Null: nobody can tell; without one, the conditions that came with it tell. */
  readonly test?: (row: Row) => boolean | null;
}

/** What a query has besides its simple conditions, as MySqlGrammar writes it. */
export interface QueryText {
  readonly joins: readonly { readonly sql: string; readonly table: string }[];
  readonly clauses: readonly Clause[];
  readonly orders: readonly string[];
  /** False where something was added whose text is not followed. */
  readonly whole: boolean;
}

export const NO_TEXT: QueryText = { joins: [], clauses: [], orders: [], whole: true };

export interface Fragment {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

/** The grammar's tools on the query's connection. */
export function queryCompiler(call: NativeCall, state: QueryState): Compiler {
  return compilerOn(call.php, state.name, call.statementRange);
}

/** `?`, or an expression's own text (Grammar::parameter). */
export function parameter(c: Compiler, value: Value): string {
  return expressionOf(value) ? text(c, value) : '?';
}

export const bound = (values: readonly Value[]): Value[] => values.filter((value) => !expressionOf(value));

/** The table with its alias. */
export function fromSql(c: Compiler, state: QueryState): string {
  return wrapTable(c, state.from);
}

export function joinsSql(state: QueryState): string {
  return state.text.joins.map((join) => ` ${join.sql}`).join('');
}

/** ` where …` with what it binds; a part that is not followed makes it ` where ?`. */
export function whereSql(c: Compiler, state: QueryState): Fragment {
  const { clauses, whole } = state.text;
  const parts: Clause[] = [
    ...state.conditions.flatMap((condition, at) =>
      condition.inGroup ? [] : [conditionClause(c, condition, at)],
    ),
    ...clauses,
  ];
  const bindings = parts.flatMap((part) => part.bindings);
  if (!whole) return { sql: ' where ?', bindings };
  // Stable: a clause stands before the simple condition that came after it.
  parts.sort((a, b) => order(a, clauses) - order(b, clauses));
  const sql = parts.map((part) => part.sql).join(' ');
  return { sql: sql === '' ? '' : ` where ${sql.replace(/^(?:and|or) /, '')}`, bindings };
}

const order = (part: Clause, clauses: readonly Clause[]) =>
  clauses.includes(part) ? part.at - 0.5 : part.at;

/** A column, expression or JSON selector in a condition. */
export function columnSql(c: Compiler, column: Value): string {
  return typeof column === 'string' && column.includes('->') ? jsonValueOf(c, column) : wrap(c, column);
}

function conditionClause(c: Compiler, condition: Condition, at: number): Clause {
  const { operator, values, written } = condition;
  const column = written ? columnSql(c, written.column) : quoteName(condition.column);
  const marks = values.map((value) => parameter(c, value));
  const of = (): string => {
    switch (operator) {
      case 'null':
      case 'not null':
        return `${column} is ${operator}`;
      case 'in':
      case 'not in':
        if (marks.length === 0) return operator === 'in' ? '0 = 1' : '1 = 1';
        return `${column} ${operator} (${marks.join(', ')})`;
      default:
        return `${column} ${written?.operator ?? operator} ${marks[0] ?? '?'}`;
    }
  };
  return { at, sql: `and ${of()}`, bindings: bound(values) };
}

/** ` order by … limit …`, which UPDATE and DELETE of one table may have. */
export function tailSql(state: QueryState): string {
  if (state.text.joins.length > 0) return '';
  const { orders } = state.text;
  const sorted = orders.length > 0 ? ` order by ${orders.join(', ')}` : '';
  const tail = state.limit === null ? sorted : `${sorted} limit ${state.limit}`;
  // Laravel leaves the place of WHERE where there is none.
  return tail !== '' && state.conditions.length + state.text.clauses.length === 0 ? ` ${tail}` : tail;
}

/** `` `a` = ?, `b` = json_set(`b`, '$."c"', ?) `` (MySqlGrammar::compileUpdateColumns). */
export function assignments(c: Compiler, entries: ReadonlyMap<string | number, Value>): string {
  return [...entries]
    .map(([key, value]) => {
      const name = String(key);
      if (!name.includes('->')) return `${wrap(c, name)} = ${parameter(c, value)}`;
      const { field, path } = jsonFieldAndPath(c, name);
      return `${field} = json_set(${field}, ${path}, ${jsonValue(c, value)})`;
    })
    .join(', ');
}

function jsonValue(c: Compiler, value: Value): string {
  if (typeof value === 'boolean') return String(value);
  return isArray(value) ? 'cast(? as json)' : parameter(c, value);
}

/** The SELECT of a query; null where a part of its text is not followed. */
export function selectSql(c: Compiler, state: QueryState, columns: readonly Value[]): Fragment | null {
  const wanted = state.selected ?? columns;
  const isPlain = wanted.every((column) => typeof column === 'string' || expressionOf(column));
  if (!state.text.whole || !isPlain || wanted.length === 0) return null;
  const where = whereSql(c, state);
  const names = wanted.map((column) => wrap(c, column)).join(', ');
  const { orders } = state.text;
  const sorted = orders.length > 0 ? ` order by ${orders.join(', ')}` : '';
  const most = state.limit === null ? '' : ` limit ${state.limit}`;
  const limit = state.offset === null ? most : `${most} offset ${state.offset}`;
  const sql = `select ${state.distinct ? 'distinct ' : ''}${names} from ${fromSql(c, state)}${joinsSql(state)}${where.sql}${sorted}${limit}`;
  return c.unknowns.length > 0 ? null : { sql, bindings: where.bindings };
}
