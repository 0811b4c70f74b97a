import { argument, callWith, type NativeCall, type NativeMethod } from '../../php/classes';
import {
  type Answer,
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  listOf,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { findTable } from '../../schema/lookup';
import type { Index, Table, TableName } from '../../schema/model';
import type { DataStatement } from '../../schema/statement';
import { cell, choices, isEmpty, isThere, type Row, rowsOf, uniqueIndexes } from '../../session/knownRows';
import { parseCached } from '../../session/parsed';
import type { TableRows } from '../../session/rows';
import { databaseOf } from '../../session/session';
import { markStored, setRaw } from '../eloquent/attributes';
import { pivotQuery, RelationState } from '../eloquent/relationValues';
import { runtimeOf, worldKey } from '../runtime';
import { cellOf, hasAlternatives, inOrder, matches, matchesWhere } from './conditions';
import { infoRows, isInfoTable } from './informationSchema';
import { fullTable, type QueryState, queryOf, type Sort, scoped } from './queryState';
import { queryCompiler, selectSql } from './queryText';
import { sendSql } from './send';
import { oneOf, severalOf } from './standIns';

/** The columns that a query asks for where its code has selected none. */
const ALL: readonly Value[] = ['*'];

/** The literal rows that a query finds, in the order they came; Unknown where they can't be told. */
export function foundRows(call: NativeCall, query: QueryState, columns = ALL): readonly Row[] | Unknown {
  const state = scoped(call, query);
  if (state instanceof RelationState && state.pivot) {
    const between = foundRows(call, pivotQuery(state, state.pivot, null));
    if ('kind' in between) return between;
    const { relatedKey, relatedKeyName } = state.pivot;
    const ids = between.map((row) => cell(row, relatedKey) ?? call.php.unknown('a key', call.range));
    state.conditions.push({ column: relatedKeyName, operator: 'in', values: ids, inGroup: true });
  }
  const table = fullTable(call, state);
  if (isUnknown(table)) return table;
  const key = worldKey(call.php, state.name);
  const { session } = runtimeOf(call.php);
  if (key === null) return call.php.unknown(`the rows of ${table}`, call.range);
  const question = /^information_schema\.(\w+)$/i.exec(table)?.[1]?.toLowerCase();
  if (question !== undefined) return schemaRows(call, state, key, question);
  ask(call, state, table, columns);
  const database = databaseOf(session, key);
  const known = database ? rowsOf(database, table) : null;
  const only = database && known && onlyRow(findTable(database.schema, database.server, table), known, state);
  if (only) return matchesWhere(only, state) ? [only] : [];
  if (!known || (known.uncertain && !othersAreGone(known, state)))
    return call.php.unknown(`the rows of ${table}`, call.range);
  if (isEmpty(known)) return [];
  if (state.opaque !== null)
    return call.php.unknown(`which rows of ${table} a query finds: ${state.opaque}`, call.range);
  const found: Row[] = [];
  for (const row of known.rows) {
    const answer = matchesWhere(row, state);
    if (answer === null) return call.php.unknown(`which rows of ${table} a query finds`, call.range);
    if (answer) found.push(row);
  }
  if (known.maybe.some((row) => matchesWhere(row, state) !== false))
    return call.php.unknown(`which rows of ${table} are still there`, call.range);
  const sorted = inOrder(found, state.sorts);
  const start = state.offset ?? 0;
  if (!sorted && ((state.limit !== null && state.limit < found.length) || start > 0))
    return call.php.unknown(`which rows of ${table} come first`, call.range);
  return (sorted ?? found).slice(start, state.limit === null ? undefined : start + state.limit);
}

/** The rows that aren't known do not have what is asked for. */
const othersAreGone = ({ gone }: TableRows, state: QueryState): boolean =>
  state.opaque === null &&
  !hasAlternatives(state) &&
  state.conditions.some(
    ({ column, operator, values, isElsewhere }) =>
      operator === '=' &&
      !isElsewhere &&
      gone?.some((lost) => lost.column === column && lost.value === cellOf(values[0] ?? null)),
  );

/**
 * The row that is asked for by the whole of a unique key: whatever else is in the table, no other can be meant. null
 * where there is none, or where it can't be told whether it fulfils the other conditions.
 */
function onlyRow(table: Table | undefined, { rows }: TableRows, state: QueryState): Row | null {
  if (!table || state.opaque !== null || state.limit === 0 || state.offset) return null;
  if (state.conditions.some(({ isElsewhere }) => isElsewhere) || hasAlternatives(state)) return null;
  const asks = (part: Index['parts'][number]) =>
    state.conditions.find(
      ({ column, operator }) =>
        operator === '=' && 'column' in part && column.toLowerCase() === part.column.toLowerCase(),
    );
  for (const { parts } of uniqueIndexes(table)) {
    const asked = parts.map(asks);
    const isMeant = (row: Row) => asked.every((condition) => condition && matches(row, condition));
    const row = rows.find(isMeant);
    if (row && matchesWhere(row, state) !== null) return row;
  }
  return null;
}

/** Rows of information_schema, made from the model. */
function schemaRows(
  call: NativeCall,
  state: QueryState,
  key: string,
  table: string,
): readonly Row[] | Unknown {
  const { session } = runtimeOf(call.php);
  const database = databaseOf(session, key);
  const named = state.conditions.find(
    ({ column, operator }) => column.toLowerCase() === 'table_name' && operator === '=',
  );
  if (!database || !isInfoTable(table) || state.opaque !== null) {
    return call.php.unknown(`a question to information_schema.${table}`, call.range);
  }
  const conditions = named
    ? [{ column: 'table_name', operator: '=' as const, values: [String(named.values[0])] }]
    : [];
  const answer = infoRows(database, { table, conditions, select: null, show: null });
  if (answer.kind === 'unknown') return call.php.unknown(answer.reason, call.range);
  const matching = answer.rows.map((row) => [row, matchesWhere(row, state)] as const);
  if (matching.some(([, match]) => match === null)) {
    return call.php.unknown(`a question to information_schema.${table}`, call.range);
  }
  return matching.flatMap(([row, match]) => (match ? [row] : []));
}

/** The server refuses a SELECT of what is not there. */
function ask(call: NativeCall, state: QueryState, table: string, columns: readonly Value[]): void {
  const written = selectSql(queryCompiler(call, state), state, columns);
  const database = databaseOf(runtimeOf(call.php).session, worldKey(call.php, state.name) ?? '');
  const isRead = written && database && parseCached(written.sql, database.server).kind === 'data';
  const name = { schema: null, name: table };
  sendSql(call.php, {
    connection: state.name,
    range: call.statementRange,
    quiet: true,
    ...(isRead ? written : { sql: `select * from \`${table}\``, statement: selectFrom(name) }),
  });
}

const selectFrom = (table: TableName): DataStatement => ({
  kind: 'data',
  verb: 'select',
  table,
  tables: [table],
  ignore: false,
  insert: null,
  columns: [],
});

/** The row's value as the code sees it. */
export function valueIn(call: NativeCall, row: Row, column: string): Value {
  const values = choices(row, column);
  if (values?.length === 1) return values[0] as Value;
  const unknown = call.php.unknown('a value in a row', call.range);
  return values ? { ...unknown, oneOf: values } : unknown;
}

/** A row as the code sees it: an object with the columns as properties. */
function rowObject(call: NativeCall, state: QueryState, row: Row): PhpObject {
  const names = state.columns ?? [...row.keys()];
  const cells = names.map((name): [string, Value] => [name, valueIn(call, row, name)]);
  if (state.model === null) {
    const plain = call.php.makeNative('stdClass', null);
    for (const [name, content] of cells) plain.properties.set(name, content);
    return plain;
  }
  const object = call.php.makeNative(state.model, null);
  setRaw(object, arrayOf(cells));
  object.properties.set('wasRecentlyCreated', false);
  markStored(object);
  return object;
}

function collect(call: NativeCall, values: readonly Value[]): Value {
  return call.php.instantiate('Illuminate\\Support\\Collection', [listOf(values)], call.range);
}

/** Answers with what `of` makes of the rows, or passes the Unknown on. `columns`: those that are asked for. */
function answered(
  of: (call: NativeCall, rows: readonly Row[], state: QueryState) => Value,
  columns: (call: NativeCall) => readonly Value[] = () => ALL,
  held?: (call: NativeCall, state: QueryState) => Answer,
): NativeMethod {
  return (call) => {
    const state = queryOf(call);
    const rows = foundRows(call, state, columns(call));
    if ('kind' in rows) return { ...rows, ...(held?.(call, state) ?? {}) };
    const isCut = (state.limit ?? 0) > 1 || state.offset !== null;
    const alike = () => (isCut ? null : distinctRows(rows, state.columns ?? columns(call), state.sorts));
    const told = state.distinct ? alike() : rows;
    return told ? of(call, told, state) : call.php.unknown('which rows of a query are alike', call.range);
  };
}

/** One of the rows that have the same values in the columns, as they came; null where that can't be told. */
function distinctRows(
  rows: readonly Row[],
  columns: readonly Value[],
  sorts: readonly Sort[],
): readonly Row[] | null {
  const names = columns.filter((name): name is string => typeof name === 'string' && /^[\w.]+$/.test(name));
  if (names.length === 0 || names.length < columns.length) return null;
  // MySQL refuses to sort by what is not selected; of MariaDB it is not known which of the rows it sorts by.
  if (sorts.some(({ column }) => !names.some((name) => name.split('.').pop() === column))) return null;
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const values = names.map((name) => cell(row, name.split('.').pop() ?? name));
    // Letters beyond ASCII are alike in ways of their own.
    if (values.some((value) => value === undefined || /[^ -~]/.test(String(value)))) return null;
    const key = JSON.stringify(
      values.map((value) => (value === null ? null : String(value).trimEnd().toLowerCase())),
    );
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

/** The `$columns` of `get()` and `first()`. */
function givenColumns(call: NativeCall): readonly Value[] {
  const given = argument(call, 0, 'columns') ?? null;
  if (given === null) return ALL;
  return isArray(given) ? [...given.entries.values()] : [given];
}

/** The query for its first row only. */
const one =
  (method: NativeMethod): NativeMethod =>
  (call) => {
    const state = queryOf(call).copy();
    state.limit = 1;
    return method(callWith(call, { self: call.php.makeNative(call.self?.class.name ?? '', state) }));
  };

const first: NativeMethod = one(
  answered(
    (call, rows, state) => {
      const [row] = rows;
      return row ? rowObject(call, state, row) : null;
    },
    givenColumns,
    (call, state) => oneOf(standIn(call, state)),
  ),
);

const get: NativeMethod = answered(
  (call, rows, state) =>
    collect(
      call,
      rows.map((row) => rowObject(call, state, row)),
    ),
  givenColumns,
  (call, state) => severalOf(standIn(call, state)),
);

/** Makes an object of the query's model for a row that nobody knows; null where it may have more than its columns. */
function standIn(call: NativeCall, state: QueryState): (() => PhpObject) | null {
  const { model, selected, text } = state;
  const hasMore = selected !== null || !text.whole || text.joins.length > 0;
  const columns = model === null || hasMore ? null : tableColumns(call, state);
  return columns && (() => rowObject(call, state, new Map(columns.map((name) => [name, undefined]))));
}

/** The columns that a method is given by name, such as `pluck('name', 'id')`. */
const namedColumns = (call: NativeCall): readonly Value[] => call.args.filter((each) => each !== null);

const orFail =
  (ids: readonly Value[]): NativeMethod =>
  (call) => {
    const found = first(call);
    if (found !== null) return found;
    const model = queryOf(call).model ?? '';
    const which = ids.length > 0 ? ` ${ids.map(String).join(', ')}` : '.';
    return call.php.throw(
      'Illuminate\\Database\\Eloquent\\ModelNotFoundException',
      `No query results for model [${model}]${which}`,
    );
  };
const firstOrFail = orFail([]);

function find(call: NativeCall, then: NativeMethod): Value {
  const state = queryOf(call).copy();
  const id = call.args[0] ?? null;
  if (isArray(id)) state.opaque = 'several keys';
  else state.conditions.push({ column: state.keyName, operator: '=', values: [id] });
  const query = call.php.makeNative(call.self?.class.name ?? '', state);
  return then(callWith(call, { self: query, args: [] }));
}

/** `findOr($id, fn () => …)`, `firstOr(fn () => …)`: what the callback gives where there is no row. */
const orElse =
  (found: (call: NativeCall) => Value, at: number): NativeMethod =>
  (call) => {
    const row = found(callWith(call, { args: call.args.slice(0, at) }));
    if (row !== null && !isUnknown(row)) return row;
    const some = isUnknown(row)
      ? call.php.unknown(`whether there is a row: ${row.reason}`, call.range)
      : false;
    if (call.php.truth(some, call.range)) return row;
    const callback = call.args.slice(at).find((each) => isObject(each)) ?? null;
    return call.php.callValue(callback, [], call.range);
  };

function columnName(call: NativeCall, index = 0): string | null {
  const name = call.args[index] ?? null;
  return typeof name === 'string' ? (name.split('.').pop() ?? name) : null;
}

function pluck(call: NativeCall): Value {
  const column = columnName(call);
  const key = columnName(call, 1);
  return answered((_, rows) => {
    if (column === null) return call.php.unknown('the values of a column', call.range);
    if (key === null)
      return collect(
        call,
        rows.map((row) => valueIn(call, row, column)),
      );
    const entries = rows.map((row): [string | number, Value] => [
      cell(row, key) ?? '',
      valueIn(call, row, column),
    ]);
    const array: Value = { kind: 'array', entries: new Map(entries), nextIndex: 0 };
    return call.php.instantiate('Illuminate\\Support\\Collection', [array], call.range);
  }, namedColumns)(call);
}

function aggregate(of: (numbers: readonly number[]) => string | number | null): NativeMethod {
  return (call) => {
    const column = columnName(call);
    return answered((_, rows) => {
      const cells = column === null ? [undefined] : rows.map((row) => cell(row, column));
      const numbers = cells.filter((each) => each !== null).map(Number);
      if (numbers.some(Number.isNaN)) return call.php.unknown('an aggregate over rows', call.range);
      const answer = of(numbers);
      return Number.isNaN(answer) ? call.php.unknown('an aggregate over rows', call.range) : answer;
    }, namedColumns)(call);
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The servers give sums as text; Laravel makes 0 of what is nothing. */
const sum = aggregate((numbers) => {
  const all = total(numbers);
  return all !== 0 && numbers.every(Number.isSafeInteger) ? String(all) : all;
});

/** `count()` of all rows, `count('a')` of those that have something there. */
const count = answered(
  (call, rows) => {
    const column = columnName(call);
    if (column === null || column === '*') return rows.length;
    const there = rows.map((row) => isThere(row, column));
    return there.includes(null)
      ? call.php.unknown('how many rows have a value', call.range)
      : there.filter((is) => is).length;
  },
  (call) => (call.args.length > 0 ? namedColumns(call) : ALL),
);

/** Of whole numbers the servers give four digits more, as text. */
const average = aggregate((numbers) => {
  if (numbers.length === 0) return null;
  if (!numbers.every(Number.isSafeInteger)) return Number.NaN;
  return (total(numbers) / numbers.length).toFixed(4);
});

/** `chunk`, `each` and their like: the callback gets the rows; unknown rows may be there or not. */
function eachRow(callbackIndex: number, wholeChunk: boolean): NativeMethod {
  return (call) => {
    const state = queryOf(call);
    const callback = call.args[callbackIndex] ?? argument(call, callbackIndex, 'callback') ?? null;
    const rows = foundRows(call, state);
    if ('kind' in rows) {
      const some = call.php.unknown(`whether there are rows: ${rows.reason}`, call.range);
      const make = standIn(call, state);
      const given = wholeChunk || !make ? { ...rows, ...severalOf(make) } : make();
      if (call.php.truth(some, call.range)) call.php.callValue(callback, [given], call.range);
      return true;
    }
    const objects = rows.map((row) => rowObject(call, state, row));
    if (wholeChunk && objects.length > 0)
      call.php.callValue(callback, [collect(call, objects), 1], call.range);
    if (!wholeChunk)
      for (const [i, object] of objects.entries()) call.php.callValue(callback, [object, i], call.range);
    return true;
  };
}

/** The columns of the table that the query is on, where they are known. */
function tableColumns(call: NativeCall, state: QueryState): readonly string[] | null {
  const key = worldKey(call.php, state.name);
  const database = key === null ? null : databaseOf(runtimeOf(call.php).session, key);
  const table = fullTable(call, state);
  if (!database || isUnknown(table)) return null;
  return findTable(database.schema, database.server, table)?.columns.map((column) => column.name) ?? null;
}

/** Methods of query builders that read rows. */
export const queryReads: Readonly<Record<string, NativeMethod>> = {
  get,
  all: get,
  getModels: get,
  first,
  sole: first,
  firstOrFail,
  find: (call) => find(call, first),
  findOr: orElse((call) => find(call, first), 1),
  firstOr: orElse(first, 0),
  findOrFail: (call) => find(call, orFail(call.args.slice(0, 1))),
  count,
  exists: answered((_call, rows) => rows.length > 0),
  doesntExist: answered((_call, rows) => rows.length === 0),
  value(call) {
    const column = columnName(call);
    return one(
      answered((_, rows) => {
        const [row] = rows;
        return row && column !== null ? valueIn(call, row, column) : null;
      }, namedColumns),
    )(call);
  },
  pluck,
  max: aggregate((numbers) => (numbers.length > 0 ? Math.max(...numbers) : null)),
  min: aggregate((numbers) => (numbers.length > 0 ? Math.min(...numbers) : null)),
  sum,
  avg: average,
  average,
  chunk: eachRow(1, true),
  chunkById: eachRow(1, true),
  each: eachRow(0, false),
  eachById: eachRow(0, false),
  chunkMap: (call) => call.php.unknown('chunkMap is not followed', call.range),
  cursor: get,
  lazy: get,
  lazyById: get,
  lazyByIdDesc: get,
  getColumnListing: (call) => {
    const columns = tableColumns(call, queryOf(call));
    return columns ? listOf(columns) : call.php.unknown('the columns of a table', call.range);
  },
  toSql: (call) => call.php.unknown('the text of a query', call.range),
};
