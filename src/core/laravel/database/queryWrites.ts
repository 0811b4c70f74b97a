import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isArray, isUnknown, type PhpArray, type Unknown, unknown, type Value } from '../../php/values';
import type { DataStatement } from '../../schema/statement';
import { expressionOf, quoteName } from '../schema/wrap';
import { cellOf } from './conditions';
import { foundRows } from './queryReads';
import { fullTable, type QueryState, queryOf } from './queryState';
import { sendSql } from './send';

type Verb = DataStatement['verb'];

interface Write {
  readonly verb: Verb;
  readonly sql: string;
  readonly bindings: readonly Value[];
  readonly insert?: DataStatement['insert'];
  readonly ignore?: boolean;
  readonly columns?: readonly string[];
}

/** Sends a statement on the query's table; the Unknown name of the table comes back where it has one. */
function send(call: NativeCall, state: QueryState, of: (table: string) => Write): Unknown | null {
  const table = fullTable(call, state);
  if (isUnknown(table)) return table;
  const { verb, sql, bindings, insert = null, ignore = false, columns = [] } = of(table);
  const name = { schema: null, name: table };
  const statement: DataStatement = {
    kind: 'data',
    verb,
    table: name,
    tables: [name],
    ignore,
    insert,
    columns,
  };
  sendSql(call.php, { connection: state.name, sql, range: call.statementRange, bindings, statement });
  return null;
}

/** The rows given to `insert`: one associative array, or a list of them. */
function givenRows(values: Value): readonly PhpArray[] | null {
  if (!isArray(values)) return null;
  const all = [...values.entries.values()];
  if (all.length === 0) return [];
  const nested = all.filter(isArray);
  return nested.length === all.length
    ? nested
    : nested.length === 0 || !values.entries.has(0)
      ? [values]
      : null;
}

/** Sends an INSERT. `keyword`: `insert` or `insert ignore`. */
export function insertRows(
  call: NativeCall,
  state: QueryState,
  values: Value,
  ignore = false,
  upsert = false,
): Value {
  const rows = givenRows(values);
  if (rows?.length === 0) return true;
  const columns = [...(rows?.[0]?.entries.keys() ?? [])].map(String);
  const asText = (value: Value) => (expressionOf(value) ? String(expressionOf(value)?.value) : '?');
  const unknownTable = send(call, state, (table) => {
    const cells = (rows ?? []).map((row) => columns.map((column) => entry(row, column)));
    const tuples = cells.map((row) => `(${row.map(asText).join(', ')})`).join(', ');
    const verb = ignore ? 'insert ignore' : 'insert';
    return {
      verb: 'insert',
      sql: `${verb} into ${quoteName(table)} (${columns.map(quoteName).join(', ')}) values ${tuples}`,
      bindings: cells.flat().filter((each) => !expressionOf(each)),
      ignore,
      insert: rows
        ? { columns, rows: cells.map((row) => row.map(cellOf)), onDuplicateKeyUpdate: upsert }
        : null,
      columns,
    };
  });
  return unknownTable ?? true;
}

function entry(row: PhpArray, column: string): Value {
  const direct = row.entries.get(column);
  if (direct !== undefined) return direct;
  return row.entries.get(Number(column)) ?? null;
}

function whereSql(state: QueryState): string {
  if (state.opaque !== null) return ' where ?';
  if (state.conditions.length === 0) return '';
  const parts = state.conditions.map(({ column, operator, values }) => {
    if (operator === 'null' || operator === 'not null') return `${quoteName(column)} is ${operator}`;
    if (operator === 'in' || operator === 'not in') {
      return `${quoteName(column)} ${operator} (${values.map(() => '?').join(', ')})`;
    }
    return `${quoteName(column)} ${operator} ?`;
  });
  return ` where ${parts.join(' and ')}`;
}

function conditionColumns(state: QueryState): string[] {
  return state.opaque === null ? state.conditions.map((condition) => condition.column) : [];
}

export function updateRows(call: NativeCall, state: QueryState, values: Value): Value {
  const columns = isArray(values) ? [...values.entries.keys()].map(String) : [];
  const plain = columns.map((column) => (column.split('.').pop() ?? column).split('->')[0] ?? column);
  const unknownTable = send(call, state, (table) => ({
    verb: 'update',
    sql: `update ${quoteName(table)} set ${plain.map((column) => `${quoteName(column)} = ?`).join(', ')}${whereSql(state)}`,
    bindings: isArray(values) ? [...values.entries.values()] : [],
    columns: [...plain, ...conditionColumns(state)],
  }));
  return unknownTable ?? unknown('how many rows an update changes', call.range);
}

export function deleteRows(call: NativeCall, state: QueryState): Value {
  const unknownTable = send(call, state, (table) => ({
    verb: 'delete',
    sql: `delete from ${quoteName(table)}${whereSql(state)}`,
    bindings: state.conditions.flatMap((condition) => condition.values),
    columns: conditionColumns(state),
  }));
  return unknownTable ?? unknown('how many rows a delete takes', call.range);
}

function truncate(call: NativeCall): Value {
  const state = queryOf(call);
  const table = fullTable(call, state);
  if (isUnknown(table)) return table;
  sendSql(call.php, {
    connection: state.name,
    sql: `truncate table ${quoteName(table)}`,
    range: call.statementRange,
  });
  return null;
}

function updateOrInsert(call: NativeCall): Value {
  const state = queryOf(call);
  const attributes = argument(call, 0, 'attributes') ?? null;
  const values = argument(call, 1, 'values') ?? null;
  if (!isArray(attributes)) return call.php.unknown('updateOrInsert with unknown attributes', call.range);
  const query = state.copy();
  for (const [column, value] of attributes.entries) {
    query.conditions.push(
      value === null
        ? { column: String(column), operator: 'null', values: [] }
        : { column: String(column), operator: '=', values: [value] },
    );
  }
  const found = foundRows(call, query);
  const exists = 'kind' in found ? found : found.length > 0;
  if (call.php.truth(exists, call.range)) {
    if (isArray(values) && values.entries.size > 0) updateRows(call, query, values);
    return true;
  }
  const merged: Value = {
    kind: 'array',
    entries: new Map([...attributes.entries, ...(isArray(values) ? values.entries : [])]),
    nextIndex: 0,
  };
  return insertRows(call, state, merged);
}

function step(call: NativeCall): Value {
  const column = argument(call, 0, 'column') ?? null;
  const values: Value = {
    kind: 'array',
    entries: new Map([
      [String(column), call.php.unknown('a value computed from the row', call.range) as Value],
    ]),
    nextIndex: 0,
  };
  return updateRows(call, queryOf(call), values);
}

/** Methods of query builders that change rows. */
export const queryWrites: Readonly<Record<string, NativeMethod>> = {
  insert: (call) => insertRows(call, queryOf(call), call.args[0] ?? null),
  insertOrIgnore: (call) => insertRows(call, queryOf(call), call.args[0] ?? null, true),
  insertGetId(call) {
    const sent = insertRows(call, queryOf(call), call.args[0] ?? null);
    return isUnknown(sent) ? sent : unknown('the key of a new row', call.range);
  },
  insertUsing(call) {
    const state = queryOf(call);
    const unknownTable = send(call, state, (table) => ({
      verb: 'insert',
      sql: `insert into ${quoteName(table)} select ?`,
      bindings: [],
    }));
    return unknownTable ?? unknown('how many rows an insert makes', call.range);
  },
  upsert(call) {
    const sent = insertRows(call, queryOf(call), call.args[0] ?? null, false, true);
    return isUnknown(sent) ? sent : unknown('how many rows an upsert changes', call.range);
  },
  update: (call) => updateRows(call, queryOf(call), call.args[0] ?? null),
  updateOrInsert,
  delete: (call) => deleteRows(call, queryOf(call)),
  forceDelete: (call) => deleteRows(call, queryOf(call)),
  truncate,
  increment: step,
  decrement: step,
};
