import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isObject,
  isUnknown,
  type PhpArray,
  type Unknown,
  unknown,
  type Value,
} from '../../php/values';
import { findTable } from '../../schema/lookup';
import { sameName } from '../../schema/names';
import type { DataStatement, MadeValue } from '../../schema/statement';
import {
  type Cell,
  cell,
  choices,
  choicesOf,
  eitherOf,
  isMade,
  plain,
  type Row,
  rowsOf,
  type Stored,
} from '../../session/knownRows';
import { countedColumn } from '../../session/numbering';
import { parseCached } from '../../session/parsed';
import { EMPTY, type Gone, type TableRows } from '../../session/rows';
import { databaseOf } from '../../session/session';
import { runtimeOf, worldKey } from '../runtime';
import { type Compiler, ExpressionState, expressionOf, quoteName, wrap } from '../schema/wrap';
import { runTime } from '../support/carbon';
import { cellOf, equal, matchesWhere, storedOf } from './conditions';
import { foundRows } from './queryReads';
import { fullTable, type QueryState, queryOf, scoped } from './queryState';
import {
  assignments,
  bound,
  type Fragment,
  fromSql,
  joinsSql,
  parameter,
  queryCompiler,
  tailSql,
  whereSql,
} from './queryText';
import { sendSql } from './send';
import { isSubquery, subselect } from './subqueries';

type Verb = DataStatement['verb'];

interface Write {
  readonly verb: Verb;
  readonly sql: string;
  readonly bindings: readonly Value[];
  readonly insert?: DataStatement['insert'];
  readonly ignore?: boolean;
  readonly columns?: readonly string[];
  readonly sets?: readonly string[];
  readonly rowEffect?: (known: TableRows) => TableRows;
}

/** Sends a statement on the query's table; the Unknown name of the table comes back where it has one. */
function send(
  call: NativeCall,
  state: QueryState,
  of: (table: string, c: Compiler) => Write,
): Unknown | null {
  const table = fullTable(call, state);
  if (isUnknown(table)) return table;
  const c = queryCompiler(call, state);
  const { verb, sql, bindings, insert = null, ignore = false, columns = [], sets, rowEffect } = of(table, c);
  const name = { schema: null, name: table };
  const joined = state.text.joins.map((join) => ({ schema: null, name: joinedTable(c, join.table) }));
  const tables = [name, ...joined];
  const database = databaseOf(runtimeOf(call.php).session, worldKey(call.php, state.name) ?? '');
  const read = database && (verb === 'update' || verb === 'delete') && parseCached(sql, database.server);
  const names = read && read.kind === 'data' ? read.names : undefined;
  const statement: DataStatement = {
    kind: 'data',
    verb,
    table: name,
    tables,
    ignore,
    insert,
    columns,
    ...(sets && { sets }),
    ...(names && { names }),
  };
  sendSql(call.php, {
    connection: state.name,
    sql,
    range: call.statementRange,
    bindings,
    statement,
    ...(rowEffect && { rowEffect }),
  });
  return null;
}

const joinedTable = (c: Compiler, given: string) =>
  c.flavour.connection.prefix + (given.split(/\s+as\s+|\s+/i)[0] ?? given);

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

/** Sends an INSERT. `ignore`: `insert ignore`. `upsert`: what stands after `on duplicate key update`. */
export function insertRows(
  call: NativeCall,
  state: QueryState,
  values: Value,
  ignore = false,
  upsert: ((c: Compiler, columns: readonly string[]) => Upsert) | null = null,
): Value {
  const rows = sortedRows(values, givenRows(values));
  if (rows?.length === 0) return true;
  const columns = [...(rows?.[0]?.entries.keys() ?? [])].map(String);
  const unknownTable = send(call, state, (_, c) => {
    const cells = (rows ?? []).map((row) => columns.map((column) => entry(row, column)));
    const tuples = cells.map((row) => `(${row.map((value) => parameter(c, value)).join(', ')})`).join(', ');
    const verb = ignore ? 'insert ignore' : 'insert';
    const update = upsert?.(c, columns) ?? { sql: '', bindings: [], sets: [] };
    const names = columns.map((column) => wrap(c, column)).join(', ');
    return {
      verb: 'insert',
      sql: `${verb} into ${fromSql(c, state)} (${rows ? names : '?'}) values ${rows ? tuples : '(?)'}${update.sql}`,
      bindings: [...bound(cells.flat()), ...update.bindings],
      ignore,
      insert: rows
        ? { columns, rows: cells.map((row) => row.map(insertedValue)), onDuplicateKeyUpdate: upsert !== null }
        : null,
      columns,
      sets: update.sets,
    };
  });
  return unknownTable ?? true;
}

/** Values that nobody knows count as different ones. */
const insertedValue = (value: Value): Cell | MadeValue => {
  const stored = storedOf(value, {});
  return isMade(stored) ? stored : plain(stored);
};

/** Of several rows each is sorted by column (Builder::insert: ksort), so that all have one order. */
function sortedRows(values: Value, rows: readonly PhpArray[] | null): readonly PhpArray[] | null {
  if (!rows || !isArray(values) || rows[0] === values) return rows;
  const byKey = ([a]: [string | number, Value], [b]: [string | number, Value]) =>
    a < b ? -1 : a > b ? 1 : 0;
  return rows.map((row) => ({ ...row, entries: new Map([...row.entries].sort(byKey)) }));
}

function entry(row: PhpArray, column: string): Value {
  const direct = row.entries.get(column);
  if (direct !== undefined) return direct;
  return row.entries.get(Number(column)) ?? null;
}

function conditionColumns(state: QueryState): string[] {
  return state.opaque === null ? state.conditions.map((condition) => condition.column) : [];
}

/** Whether every row that fulfils the conditions is meant: what limits them lets all of them through. */
function reachesAll({ rows, maybe, uncertain }: TableRows, state: QueryState): boolean {
  if (state.opaque !== null || state.conditions.some((each) => each.isElsewhere)) return false;
  if (state.limit === null) return true;
  const matching = [...rows, ...maybe].filter((row) => matchesWhere(row, state) !== false);
  return !uncertain && matching.length <= state.limit;
}

/** What a cell becomes: the value, or what a step from a column that is known comes to; else it is not known. */
function newCell(row: Row, value: Value, token: object | null): Stored {
  const written = expressionOf(value)?.value;
  if (typeof written !== 'string') return token ? storedOf(value, token) : cellOf(value);
  const [, column = '', sign, by] = /^\s*`?(\w+)`?\s*([-+])\s*(\d+)\s*$/.exec(written) ?? [];
  const before = column === '' ? undefined : cell(row, column);
  if (before === null) return null;
  if (before === undefined || !/^-?\d{1,15}$/.test(String(before))) return undefined;
  return sign === '-' ? Number(before) - Number(by) : Number(before) + Number(by);
}

/** The rows after an UPDATE; where it can't be told whether a row is meant, it may have either value. */
export function updatedRows(
  known: TableRows,
  state: QueryState,
  columns: readonly string[],
  values: readonly Value[],
): TableRows {
  const precise = reachesAll(known, state);
  const tokens = columns.map((_, i) => (values[i] === JSON_PART ? null : {}));
  const updated = (row: Row): Row => {
    const meant = precise ? matchesWhere(row, state) : null;
    if (meant === false) return row;
    const changed = new Map(row);
    columns.forEach((column, i) => {
      const name = [...row.keys()].find((each) => each.toLowerCase() === column.toLowerCase()) ?? column;
      const now = newCell(row, values[i] ?? null, tokens[i] ?? null);
      changed.set(name, meant ? now : eitherOf(choices(row, name), choicesOf(now)));
    });
    return changed;
  };
  const comesBack = ({ column, value }: Gone) =>
    columns.some((name, i) => {
      const now = cellOf(values[i] ?? null);
      return sameName(name, column) && (now === undefined || equal(value, now));
    });
  const gone = known.gone?.filter((each) => !comesBack(each));
  return { ...known, gone, rows: known.rows.map(updated), maybe: known.maybe.map(updated) };
}

/** The rows after a DELETE. */
export function remainingRows(known: TableRows, state: QueryState): TableRows {
  const precise = reachesAll(known, state);
  if (precise && state.conditions.length + state.text.clauses.length === 0 && state.limit === null)
    return { ...EMPTY, next: known.next };
  const meant = (row: Row) => (precise ? matchesWhere(row, state) : null);
  const [asked] = state.conditions;
  const value =
    asked?.operator === '=' && state.conditions.length === 1 && state.text.clauses.length === 0
      ? cellOf(asked.values[0] ?? null)
      : null;
  const isGone = precise && known.uncertain && asked && value !== null && value !== undefined;
  return {
    ...known,
    gone: isGone ? [...(known.gone ?? []), { column: asked.column, value }] : known.gone,
    rows: known.rows.filter((row) => meant(row) === false),
    maybe: [
      ...known.maybe.filter((row) => meant(row) !== true),
      ...known.rows.filter((row) => meant(row) === null),
    ],
  };
}

/** What a JSON document is after one of its parts was set. */
const JSON_PART = unknown('a JSON document after a change', null);

export function updateRows(call: NativeCall, query: QueryState, given: Value): Value {
  const state = scoped(call, query);
  const values = isArray(given) ? touched(call, state, withSubqueries(call, given)) : given;
  const columns = isArray(values) ? [...values.entries.keys()].map(String) : [];
  const plain = columns.map((column) => (column.split('.').pop() ?? column).split('->')[0] ?? column);
  const entries = isArray(values) ? values.entries : new Map<string, Value>();
  const unknownTable = send(call, state, (_, c) => {
    const where = whereSql(c, state);
    const set = assignments(c, entries);
    return {
      verb: 'update',
      sql: `update ${fromSql(c, state)}${joinsSql(state)} set ${set}${where.sql}${tailSql(state)}`,
      bindings: [...bound([...entries.values()]), ...where.bindings],
      // With joins a column may be another table's.
      columns: state.text.joins.length > 0 ? [] : [...plain, ...conditionColumns(state)],
      rowEffect: (known) =>
        updatedRows(
          known,
          state,
          plain,
          columns.map((column) => (column.includes('->') ? JSON_PART : (entries.get(column) ?? null))),
        ),
    };
  });
  return unknownTable ?? unknown('how many rows an update changes', call.range);
}

/** A query among the values stands there as its text; up to Laravel 9 it can't. (Builder::update) */
function withSubqueries(call: NativeCall, values: PhpArray): PhpArray {
  if (![...values.entries.values()].some((value) => isObject(value) && isSubquery(call, value)))
    return values;
  return arrayOf(
    [...values.entries].map(([name, value]): [string | number, Value] => {
      if (!isObject(value) || !isSubquery(call, value)) return [name, value];
      const found = subselect(call, value);
      if (!found) return [name, call.php.unknown('a subquery', call.range)];
      return [name, call.php.makeNative(EXPRESSION, new ExpressionState(found.sql))];
    }),
  );
}

/** An UPDATE by a model's query also says when, as the last of its values. (Eloquent\Builder::addUpdatedAtColumn) */
function touched(call: NativeCall, { updatedAt, from }: QueryState, values: PhpArray): PhpArray {
  if (updatedAt === null || typeof from !== 'string') return values;
  const qualified = `${from.split(/\s+as\s+/i).at(-1) ?? from}.${updatedAt}`;
  const time = values.entries.get(qualified) ?? values.entries.get(updatedAt);
  const rest = [...values.entries].filter(([name]) => name !== updatedAt && name !== qualified);
  return arrayOf([...rest, [qualified, time ?? runTime(call)]]);
}

/** Deletes the rows, or marks them as deleted where the model does so. */
export function deleteRows(call: NativeCall, state: QueryState): Value {
  if (state.deletedAt === null) return destroyRows(call, scoped(call, state));
  return updateRows(call, state, arrayOf([[state.deletedAt, runTime(call)]]));
}

/** Deletes the rows, those marked as deleted, too. */
export function destroyRows(call: NativeCall, state: QueryState): Value {
  const unknownTable = send(call, state, (_, c) => {
    const where = whereSql(c, state);
    const from = fromSql(c, state);
    const alias = state.text.joins.length > 0 ? `${from.split(' as ').at(-1)} ` : '';
    return {
      verb: 'delete',
      sql: `delete ${alias}from ${from}${joinsSql(state)}${where.sql}${tailSql(state)}`,
      bindings: where.bindings,
      columns: conditionColumns(state),
      rowEffect: (known) => remainingRows(known, state),
    };
  });
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
  if (!isArray(attributes)) return call.php.unknown('updateOrInsert with unknown attributes', call.range);
  const query = state.copy();
  const builder = call.php.makeNative(call.self?.class.name ?? '', query);
  call.php.callMethod(builder, 'where', [attributes], call.range);
  const found = foundRows(call, query);
  const exists = call.php.truth('kind' in found ? found : found.length > 0, call.range);
  const given = argument(call, 1, 'values') ?? null;
  const values = isObject(given) ? call.php.callValue(given, [exists], call.range) : given;
  if (exists) {
    query.limit = 1;
    if (!isArray(values) || values.entries.size > 0) updateRows(call, query, values);
    return true;
  }
  const merged: Value = {
    kind: 'array',
    entries: new Map([...attributes.entries, ...(isArray(values) ? values.entries : [])]),
    nextIndex: 0,
  };
  return insertRows(call, state, merged);
}

/** `increment('a', 2, ['b' => 1])`: ``set `a` = `a` + 2, `b` = ?``. */
function step(sign: '+' | '-'): NativeMethod {
  return (call) => {
    const column = argument(call, 0, 'column') ?? null;
    const amount = argument(call, 1, 'amount') ?? 1;
    const extra = argument(call, 2, 'extra') ?? null;
    const state = queryOf(call);
    const c = queryCompiler(call, state);
    const by = typeof amount === 'string' || typeof amount === 'number' ? String(amount) : '?';
    const computed = call.php.makeNative(EXPRESSION, new ExpressionState(`${wrap(c, column)} ${sign} ${by}`));
    const entries = new Map<string | number, Value>([[String(column), computed]]);
    for (const [name, value] of isArray(extra) ? extra.entries : []) entries.set(name, value);
    return updateRows(call, state, { kind: 'array', entries, nextIndex: 0 });
  };
}

const EXPRESSION = 'Illuminate\\Database\\Query\\Expression';

/** What follows the rows, and the columns that it gives values. */
interface Upsert extends Fragment {
  readonly sets: readonly string[];
}

/** `upsert($rows, $uniqueBy, $update)`: `$update` lists columns, or has a value for a column. */
function upsert(call: NativeCall): Value {
  const update = argument(call, 2, 'update') ?? null;
  const listed = isArray(update) ? [...update.entries] : null;
  if (listed?.length === 0) return insertRows(call, queryOf(call), call.args[0] ?? null);
  const written = (c: Compiler, columns: readonly string[]): Upsert => {
    const parts = listed ?? columns.map((column, i): [number, Value] => [i, column]);
    const sql = parts.map(([key, value]) => {
      if (typeof key === 'string') return `${wrap(c, key)} = ${parameter(c, value)}`;
      return `${wrap(c, value)} = values(${wrap(c, value)})`;
    });
    const given = parts.flatMap(([key, value]) => (typeof key === 'string' ? [value] : []));
    const sets = parts.map(([key, value]) => String(typeof key === 'string' ? key : value));
    return { sql: ` on duplicate key update ${sql.join(', ')}`, bindings: bound(given), sets };
  };
  const sent = insertRows(call, queryOf(call), call.args[0] ?? null, false, written);
  return isUnknown(sent) ? sent : unknown('how many rows an upsert changes', call.range);
}

/** What the driver says of the row just inserted: its number. */
export function newKey(call: NativeCall, state: QueryState): Value {
  const table = fullTable(call, state);
  const database = databaseOf(runtimeOf(call.php).session, worldKey(call.php, state.name) ?? '');
  if (database && !isUnknown(table)) {
    const counted = countedColumn(findTable(database.schema, database.server, table));
    const last = rowsOf(database, table).rows.at(-1);
    const number = counted !== null && last ? cell(last, counted) : undefined;
    if (typeof number === 'number') return number;
  }
  return { ...unknown('the key of a new row', call.range), truthy: true };
}

/** Inserts the rows given; where nobody knows them, there may be none. */
function insertGiven(call: NativeCall, ignore: boolean): Value {
  const rows = call.args[0] ?? null;
  const some = isUnknown(rows) && call.php.unknown(`whether there are rows: ${rows.reason}`, call.range);
  if (some && !call.php.truth(some, call.range)) return true;
  return insertRows(call, queryOf(call), rows, ignore);
}

/** Methods of query builders that change rows. */
export const queryWrites: Readonly<Record<string, NativeMethod>> = {
  insert: (call) => insertGiven(call, false),
  insertOrIgnore: (call) => insertGiven(call, true),
  insertGetId(call) {
    const sent = insertRows(call, queryOf(call), call.args[0] ?? null);
    return isUnknown(sent) ? sent : newKey(call, queryOf(call));
  },
  insertUsing(call) {
    const state = queryOf(call);
    const columns = argument(call, 0, 'columns') ?? null;
    const names = isArray(columns) ? [...columns.entries.values()] : [];
    const found = subselect(call, argument(call, 1, 'query') ?? null);
    const unknownTable = send(call, state, (_, c) => {
      const list = names.map((name) => wrap(c, name)).join(', ');
      const into = `insert into ${fromSql(c, state)}${names.length > 0 && names[0] !== '*' ? ` (${list})` : ''}`;
      const select = found?.sql.replace(/^\(|\)$/g, '') ?? 'select ?';
      return { verb: 'insert', sql: `${into} ${select}`, bindings: found?.bindings ?? [] };
    });
    return unknownTable ?? unknown('how many rows an insert makes', call.range);
  },
  upsert,
  update: (call) => updateRows(call, queryOf(call), call.args[0] ?? null),
  updateOrInsert,
  delete: (call) => deleteRows(call, queryOf(call)),
  forceDelete: (call) => destroyRows(call, queryOf(call)),
  truncate,
  increment: step('+'),
  decrement: step('-'),
};
