import type { NativeCall } from '../../php/classes';
import type { Value } from '../../php/values';
import { findTable } from '../../schema/lookup';
import { type Cell, cell, type Row } from '../../session/knownRows';
import type { TableRows } from '../../session/rows';
import type { Database } from '../../session/trace';
import { likeTest } from './conditions';
import { foundRows } from './queryReads';
import { COMPARISONS, type Operator, QueryState, type Sort } from './queryState';
import { remainingRows, updatedRows } from './queryWrites';

const NAME = '(?:`?\\w+`?\\.)?`?(\\w+)`?';
const LITERAL = /'((?:[^'\\]|'')*)'|"((?:[^"\\]|"")*)"|(-?\d{1,15})(?![\w.])|(null)\b/iy;

/** Reads a text from left to right. */
class Reader {
  at = 0;
  constructor(readonly text: string) {}

  take(pattern: string): RegExpExecArray | null {
    const sticky = new RegExp(`\\s*${pattern}`, 'iy');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  /** A text, a whole number or NULL; undefined for anything else. */
  literal(): string | number | null | undefined {
    this.take('');
    LITERAL.lastIndex = this.at;
    const found = LITERAL.exec(this.text);
    if (!found) return undefined;
    this.at = LITERAL.lastIndex;
    const [, single, double, number] = found;
    if (single !== undefined) return single.replaceAll("''", "'");
    if (double !== undefined) return double.replaceAll('""', '"');
    return number === undefined ? null : Number(number);
  }

  get isDone(): boolean {
    return /^\s*;?\s*$/.test(this.text.slice(this.at));
  }
}

/** Adds one condition on a column with literals to the query; false for any other condition. */
function addCondition(reader: Reader, state: QueryState): boolean {
  const column = reader.take(NAME)?.[1];
  if (column === undefined) return false;
  const add = (operator: Operator, values: readonly Value[]): boolean => {
    state.conditions.push({ column, operator, values });
    return true;
  };
  if (reader.take('is\\s+not\\s+null\\b')) return add('not null', []);
  if (reader.take('is\\s+null\\b')) return add('null', []);
  const isIn = reader.take('(not\\s+)?in\\s*\\(');
  if (isIn) {
    const values: Cell[] = [];
    do values.push(reader.literal());
    while (reader.take(','));
    if (!reader.take('\\)') || values.includes(undefined)) return false;
    return add(isIn[1] === undefined ? 'in' : 'not in', values as Value[]);
  }
  const like = reader.take('(not\\s+)?like\\b');
  const operator = like ? null : COMPARISONS[reader.take('(<=|>=|<>|!=|=|<|>)')?.[1] ?? ''];
  const value = reader.literal();
  if (value === undefined || value === null || (!like && !operator)) return false;
  if (operator) return add(operator, [value]);
  const test = likeTest(column, String(value), like?.[1] !== undefined);
  const clause = { at: state.conditions.length, sql: 'and', bindings: [], test };
  state.text = { ...state.text, clauses: [...state.text.clauses, clause] };
  return true;
}

/** ` where a = 1 and b is null order by c limit 1`; false where it is not as simple. */
function readTail(reader: Reader, state: QueryState): boolean {
  if (reader.take('where\\b')) {
    do if (!addCondition(reader, state)) return false;
    while (reader.take('and\\b'));
  }
  if (reader.take('order\\s+by\\b')) {
    const sorts: Sort[] = [];
    do {
      const column = reader.take(NAME)?.[1];
      if (column === undefined) return false;
      sorts.push({ column, descends: reader.take('(asc|desc)\\b')?.[1]?.toLowerCase() === 'desc' });
    } while (reader.take(','));
    state.sorts = sorts;
  }
  const limit = reader.take('limit\\s+(\\d+)')?.[1];
  if (limit !== undefined) state.limit = Number(limit);
  return reader.isDone;
}

/** A query on the one table that comes next in the text; null where there is another form. */
function tableAfter(reader: Reader, connection: string): QueryState | null {
  const name = reader.take('`?(\\w+)`?')?.[1];
  if (name === undefined || /^(?:where|set|join)$/i.test(name)) return null;
  return new QueryState(connection, name);
}

/** The rows that `select a, b from t where …` gives, as names and values; null where the text is not as simple. */
export function selectedRows(call: NativeCall, connection: string, text: string): Row[] | null {
  const reader = new Reader(text);
  if (!reader.take('select\\b')) return null;
  const names: (readonly [column: string, alias: string])[] = [];
  const isAll = reader.take('\\*(?=\\s)') !== null;
  if (!isAll)
    do {
      const column = reader.take(NAME)?.[1];
      if (column === undefined) return null;
      names.push([column, reader.take('as\\s+[`\'"]?(\\w+)[`\'"]?')?.[1] ?? column]);
    } while (reader.take(','));
  const state = reader.take('from\\b') ? tableAfter(reader, connection) : null;
  if (!state || !readTail(reader, state)) return null;
  state.prefixed = true;
  const rows = foundRows(call, state);
  if ('kind' in rows) return null;
  return isAll
    ? [...rows]
    : rows.map((row) => new Map(names.map(([column, alias]) => [alias, cell(row, column)])));
}

/** What `update t set a = 1 where …` and `delete from t where …` do to the rows; null where it is not as simple. */
export function rawEffect(
  database: Database,
  connection: string,
  text: string,
): ((known: TableRows) => TableRows) | null {
  const reader = new Reader(text);
  if (reader.take('delete\\s+from\\b')) {
    const state = tableAfter(reader, connection);
    return state && readTail(reader, state) ? (known) => remainingRows(known, state) : null;
  }
  const state = reader.take('update\\b') ? tableAfter(reader, connection) : null;
  const table = state && findTable(database.schema, database.server, String(state.table));
  const changesMore = table?.columns.some((column) => column.onUpdate !== null || column.generated);
  if (!state || !table || changesMore || !reader.take('set\\b')) return null;
  const columns: string[] = [];
  const values: Value[] = [];
  do {
    const column = reader.take(`${NAME}\\s*=`)?.[1];
    const value = column === undefined ? undefined : reader.literal();
    if (column === undefined || value === undefined) return null;
    columns.push(column);
    values.push(value);
  } while (reader.take(','));
  return readTail(reader, state) ? (known) => updatedRows(known, state, columns, values) : null;
}
