import { findTable } from '../schema/lookup';
import type { Index, Schema, Table } from '../schema/model';
import { includesName } from '../schema/names';
import type { ServerError } from '../schema/server';
import type { AlterAction, DataStatement, Statement } from '../schema/statement';
import {
  cell,
  completeRow,
  isEmpty,
  type Key,
  keyOf,
  type Row,
  rowsOf,
  type Stored,
  sameKey,
  uniqueIndexes,
  withoutRows,
  withRows,
} from './knownRows';
import { countedColumn, type Numbered, numbered } from './numbering';
import { ANYTHING, EMPTY, type Rows, type TableRows } from './rows';
import { convertedValue, implicitValue } from './storing';
import type { Database } from './trace';

/** What is known of the rows after a statement that succeeded. `database` is as before it, `schema` as after. */
export function rowsAfter(database: Database, statement: Statement, schema: Schema): Rows {
  const { rows, server } = database;
  switch (statement.kind) {
    case 'createTable': {
      const name = statement.table.name;
      if (findTable(database.schema, server, name) && !statement.orReplace) return rows;
      // On a fresh database a table without an entry is empty: no copy of the map for each new table.
      const { firstNumber } = statement.options;
      if (rows.base === 'nothing' && !statement.asSelect && !firstNumber)
        return withoutRows(rows, server, name);
      const empty = firstNumber ? { ...EMPTY, next: firstNumber } : EMPTY;
      return withRows(rows, server, name, statement.asSelect ? ANYTHING : empty);
    }
    case 'dropTable':
      return statement.tables.reduce((before, table) => withoutRows(before, server, table.name), rows);
    case 'renameTable':
      return statement.pairs.reduce(
        (before, { from, to }) => moved({ ...database, rows: before }, from.name, to.name),
        rows,
      );
    case 'truncate':
      return withRows(rows, server, statement.table.name, EMPTY);
    case 'alterTable':
      return afterAlter(database, statement.table.name, statement.actions, schema);
    case 'data':
      return afterData(database, statement);
    default:
      return rows;
  }
}

function moved(database: Database, from: string, to: string): Rows {
  const known = rowsOf(database, from);
  return withRows(withoutRows(database.rows, database.server, from), database.server, to, known);
}

function afterAlter(database: Database, name: string, actions: readonly AlterAction[], schema: Schema): Rows {
  const renamed = actions.find((action) => action.kind === 'renameTo');
  const rows = renamed ? moved(database, name, renamed.to.name) : database.rows;
  const now = renamed ? renamed.to.name : name;
  const known = rowsOf({ ...database, rows, schema }, now);
  const table = findTable(schema, database.server, now);
  const counts = (action: AlterAction) =>
    (action.kind === 'noEffect' && action.verb === 'auto_increment') ||
    (action.kind === 'setOptions' && action.options.firstNumber !== undefined) ||
    countedColumn(table) !== countedColumn(findTable(database.schema, database.server, name));
  const isEmptyTable = known.rows.length === 0 && known.maybe.length === 0;
  const recounted = actions.some(counts) && (!isEmptyTable || countedColumn(table) !== null);
  if (isEmptyTable && !known.gone?.length)
    return recounted ? withRows(rows, database.server, now, { ...known, next: null }) : rows;
  const before = findTable(database.schema, database.server, name);
  const altered = (row: Row) =>
    actions.reduce((each, action) => alteredRow(each, action, before, table), row);
  const touched = (column: string) => actions.some((action) => includesName(touchedBy(action), column));
  const after = eachRow(known, altered, touched);
  return withRows(rows, database.server, now, recounted ? { ...after, next: null } : after);
}

/** What is known after a change to every row; `touched`: whether it may change a column's values. */
const eachRow = (
  known: TableRows,
  change: (row: Row) => Row,
  touched: (column: string) => boolean,
): TableRows => ({
  ...known,
  gone: known.gone?.filter(({ column }) => !touched(column)),
  rows: known.rows.map(change),
  maybe: known.maybe.map(change),
});

/** The columns whose values an action changes or gives to another name. */
function touchedBy(action: AlterAction): readonly string[] {
  switch (action.kind) {
    case 'renameColumn':
      return [action.from, action.to];
    case 'changeColumn':
      return [action.from, action.column.name];
    case 'dropColumn':
      return [action.column];
    default:
      return [];
  }
}

function alteredRow(row: Row, action: AlterAction, before: Table | undefined, table: Table | undefined): Row {
  switch (action.kind) {
    case 'addColumn': {
      const column = table?.columns.find((each) => each.name === action.column.name);
      const value =
        column?.default?.kind === 'literal'
          ? column.default.value
          : !column || column.default || column.generated || column.autoIncrement
            ? undefined
            : implicitValue(column);
      return new Map([...row, [action.column.name, value]]);
    }
    case 'dropColumn':
      return new Map([...row].filter(([name]) => name !== action.column));
    case 'renameColumn':
      return new Map([...row].map(([name, value]) => [name === action.from ? action.to : name, value]));
    case 'changeColumn': {
      const now = table?.columns.find((each) => each.name === action.column.name);
      const old = before?.columns.find((each) => each.name === action.from);
      return new Map(
        [...row].map(([name, value]) =>
          name === action.from
            ? [action.column.name, now && !now.generated ? convertedValue(value, old, now) : undefined]
            : [name, value],
        ),
      );
    }
    default:
      return row;
  }
}

function afterData(database: Database, statement: DataStatement): Rows {
  const { rows, server } = database;
  const name = statement.table?.name;
  if (name === undefined) return rows;
  const known = rowsOf(database, name);
  switch (statement.verb) {
    case 'insert':
    case 'replace':
      return withRows(rows, server, name, afterInsert(database, statement, name, known));
    case 'update':
      if (isEmpty(known)) return rows;
      return withRows(rows, server, name, afterUpdate(known, changedColumns(database, name, statement)));
    case 'delete':
      if (isEmpty(known)) return rows;
      return withRows(rows, server, name, { ...known, rows: [], maybe: [...known.maybe, ...known.rows] });
    case 'load':
      return withRows(rows, server, name, { ...known, uncertain: true, gone: [] });
    default:
      return rows;
  }
}

/** The columns whose values an UPDATE may change; none where it can't be told. */
function changedColumns(database: Database, name: string, { sets }: DataStatement): readonly string[] {
  if (!sets || sets.length === 0) return [];
  const table = findTable(database.schema, database.server, name);
  const own = (table?.columns ?? []).filter((column) => column.onUpdate !== null || column.generated);
  return [...sets, ...own.map((column) => column.name)];
}

/** The rows after an UPDATE whose values are not followed. */
function afterUpdate(known: TableRows, columns: readonly string[]): TableRows {
  const touched = mayChange(columns);
  return eachRow(known, (row) => blurred(row, touched), touched);
}

/** Whether a column is among those that may be changed; none: all may. */
const mayChange = (columns: readonly string[]) => (name: string) =>
  columns.length === 0 || includesName(columns, name);

const blurred = (row: Row, touched: (column: string) => boolean): Row =>
  new Map([...row].map(([name, value]) => [name, touched(name) ? undefined : value]));

/**
 * A new row where one that nobody knows may be there in its place: both have the key by which they are the same, or
 * nothing that is known where there are several keys. `numbered`: the column that the server gives it a new number in.
 */
function newOrThere(table: Table | undefined, row: Row, numbered: string | null): Row {
  const keys = (table ? uniqueIndexes(table) : [])
    .map(({ parts }) => parts.map((part) => ('column' in part ? part.column : '')))
    .filter((columns) => numbered === null || !includesName(columns, numbered));
  const [key = [], ...others] = keys;
  if (keys.length === 0) return row;
  return blurred(row, (column) => others.length > 0 || !includesName(key, column));
}

function afterInsert(
  database: Database,
  statement: DataStatement,
  name: string,
  known: TableRows,
): TableRows {
  const made = insertedRows(database, statement, name, known);
  if (!made)
    return readsNothing(database, statement, name)
      ? known
      : { ...known, uncertain: true, gone: [], next: null };
  const { rows: inserted, next } = made;
  const plain = statement.verb === 'insert' && !statement.ignore && !statement.insert?.onDuplicateKeyUpdate;
  if (plain) return { ...known, rows: [...known.rows, ...inserted], next };
  const table = findTable(database.schema, database.server, name);
  const all = [...known.rows];
  const maybe = [...known.maybe];
  const column = countedColumn(table);
  const isGiven = statement.insert?.columns?.some((each) => each.toLowerCase() === column?.toLowerCase());
  let skipped: number | null = 0;
  const touched = mayChange(changedColumns(database, name, statement));
  const isSure = !known.uncertain || statement.verb === 'replace';
  for (const numberedRow of inserted) {
    // The number of a row that was not new goes to the next one.
    const row = column === null || isGiven ? numberedRow : earlier(numberedRow, column, skipped);
    const same = all.findIndex((each) => table && collidingIndex(table, each, row) !== null);
    if (same < 0 && table && all.some((each) => mayCollide(table, each, row))) {
      maybe.push(row);
      skipped = null;
    } else if (same < 0) all.push(isSure ? row : newOrThere(table, row, isGiven ? null : column));
    else if (statement.verb === 'replace') all[same] = row;
    else if (skipped !== null) skipped++;
    if (same >= 0 && statement.verb !== 'replace' && !statement.ignore)
      all[same] = blurred(all[same] as Row, touched);
  }
  // Numbers of rows that were not new are lost, or not, by the server's settings.
  const allNew = all.length === known.rows.length + inserted.length;
  // New rows are among those that are known; what is updated in place of one may be another.
  const updates = statement.insert?.onDuplicateKeyUpdate === true;
  const gone = updates ? known.gone?.filter(({ column }) => !touched(column)) : known.gone;
  return { ...known, rows: all, maybe, gone, next: allNew ? next : null };
}

/** The row with its number less by so much; not known where that is not. */
function earlier(row: Row, column: string, by: number | null): Row {
  const number = cell(row, column);
  if (by === 0 || typeof number !== 'number') return row;
  return new Map([...row]).set(column, by === null ? undefined : number - by);
}

/** What a refused INSERT leaves: the numbers that it has taken are gone. */
export function afterRefusedInsert(database: Database, statement: DataStatement): Rows {
  const name = statement.table?.name;
  if (name === undefined || (statement.verb !== 'insert' && statement.verb !== 'replace'))
    return database.rows;
  const known = rowsOf(database, name);
  if (known.uncertain || countedColumn(findTable(database.schema, database.server, name)) === null)
    return database.rows;
  const next = insertedRows(database, statement, name, known)?.next ?? null;
  return withRows(database.rows, database.server, name, { ...known, next });
}

/** INSERT … SELECT from tables that are surely empty inserts nothing. */
function readsNothing(database: Database, statement: DataStatement, name: string): boolean {
  const others = statement.tables.filter((table) => table.name !== name);
  return (
    others.length > 0 &&
    others.some((table) => {
      const known = rowsOf(database, table.name);
      return table.schema === null && isEmpty(known);
    }) &&
    others.length === 1
  );
}

/** The literal rows of an INSERT, completed by defaults; null where they are not literal. */
function insertedRows(
  database: Database,
  statement: DataStatement,
  name: string,
  known: TableRows,
): Numbered | null {
  const insert = statement.insert;
  if (!insert) return null;
  const table = findTable(database.schema, database.server, name);
  const columns = insert.columns ?? table?.columns.map((column) => column.name);
  if (!columns) return null;
  const rows = insert.rows.map((values) =>
    completeRow(table, new Map(columns.map((column, i): [string, Stored] => [column, values[i]]))),
  );
  return numbered(table, columns, rows, known, database.server);
}

export function collidingIndex(table: Table, a: Row, b: Row): { index: Index; key: Key } | null {
  for (const index of uniqueIndexes(table)) {
    const mine = keyOf(index, b);
    const theirs = keyOf(index, a);
    if (mine && theirs && sameKey(table, index, mine, theirs)) return { index, key: mine };
  }
  return null;
}

/** Whether a row whose values are not all known may have the key of a new one. */
function mayCollide(table: Table, there: Row, row: Row): boolean {
  return uniqueIndexes(table).some((index) => {
    const cells = index.parts.map((part) => {
      const name = 'column' in part ? part.column : '';
      const column = table.columns.find((each) => each.name === name);
      return {
        name,
        theirs: cell(there, name),
        mine: cell(row, name),
        counted: column?.autoIncrement ?? false,
      };
    });
    // A new value that is not known is mostly one of its own: a UUID, a token.
    if (cells.some(({ mine, theirs, counted }) => mine == null || theirs === null || counted)) return false;
    if (!cells.some(({ theirs }) => theirs === undefined)) return false;
    const [theirs, mine] = [
      cells.map((each) => each.theirs ?? each.mine ?? ''),
      cells.map((each) => each.mine ?? ''),
    ];
    return sameKey(table, index, theirs, mine);
  });
}

/** 1062 where literal rows that are surely there collide in a unique index; null where none is known to. */
export function duplicateEntry(database: Database, statement: Statement): ServerError | null {
  if (statement.kind === 'data') return duplicateOnInsert(database, statement);
  return duplicateInIndex(database, statement, false);
}

/** 1062 where rows have the same key in an index that is added; `supposing` that no value which is made is NULL. */
function duplicateInIndex(database: Database, statement: Statement, supposing: boolean): ServerError | null {
  if (statement.kind !== 'alterTable') return null;
  const name = statement.table.name;
  const table = findTable(database.schema, database.server, name);
  const known = rowsOf(database, name);
  if (!table || table.taint || known.rows.length < 2) return null;
  for (const action of statement.actions) {
    if (action.kind !== 'addIndex' || (action.index.kind !== 'unique' && action.index.kind !== 'primary'))
      continue;
    const index = uniqueIndexes({ ...table, indexes: [indexFrom(action.index.name, action.index)] })[0];
    const found = index ? firstDuplicate(table, index, known.rows, supposing) : null;
    if (index && found) return duplicateError(database, table, index, found);
  }
  return null;
}

function indexFrom(name: string | null, spec: { kind: Index['kind']; parts: Index['parts'] }): Index {
  const kind = spec.kind;
  return {
    name: kind === 'primary' ? 'PRIMARY' : (name ?? ''),
    kind,
    parts: spec.parts,
    visible: true,
    comment: '',
    hash: false,
    parser: null,
    implicit: false,
    taint: null,
    origin: null,
  };
}

function firstDuplicate(table: Table, index: Index, rows: readonly Row[], supposing = false): Key | null {
  const keys: Key[] = [];
  for (const row of rows) {
    const key = keyOf(index, row, supposing);
    if (!key) continue;
    if (keys.some((other) => sameKey(table, index, key, other))) return key;
    keys.push(key);
  }
  return null;
}

function duplicateOnInsert(database: Database, statement: DataStatement): ServerError | null {
  const found = insertInto(database, statement);
  if (!found) return null;
  const there: Row[] = [...found.known.rows];
  for (const row of found.inserted) {
    for (const other of there) {
      const collision = collidingIndex(found.table, other, row);
      if (collision) return duplicateError(database, found.table, collision.index, collision.key);
    }
    there.push(row);
  }
  return null;
}

/** Why it can't be told whether a statement that collides with no row that is there does with one that may be. */
export function duplicateDoubt(database: Database, statement: Statement): string | null {
  if (statement.kind === 'alterTable' && duplicateInIndex(database, statement, true))
    return `whether rows of ${statement.table.name} have the same value in a new key is not known`;
  const found = statement.kind === 'data' ? insertInto(database, statement) : null;
  if (!found) return null;
  const { table, known, inserted } = found;
  const collides =
    known.maybe.some((other) => inserted.some((row) => collidingIndex(table, other, row) !== null)) ||
    [...known.maybe, ...known.rows].some((other) => inserted.some((row) => mayCollide(table, other, row)));
  return collides ? `whether a row with the same key is there in ${found.table.name} is not known` : null;
}

/** What an INSERT that no duplicate may be in meets. */
function insertInto(database: Database, statement: DataStatement) {
  const name = statement.table?.name;
  if (name === undefined || statement.verb !== 'insert') return null;
  if (statement.ignore || statement.insert?.onDuplicateKeyUpdate) return null;
  const table = findTable(database.schema, database.server, name);
  const known = rowsOf(database, name);
  const made = insertedRows(database, statement, name, known);
  // Of a table that is not known, a column or another key may be what is refused first.
  if (!table || table.taint || !made) return null;
  return { table, inserted: made.rows, known };
}

export function duplicateError({ server }: Database, table: Table, index: Index, key: Key): ServerError {
  const [major, minor, patch] = server.version;
  // MySQL 8.0.19 and later say the table, too.
  const qualified = server.vendor === 'mysql' && (major > 8 || (major === 8 && (minor > 0 || patch >= 19)));
  const name = qualified ? `${table.name}.${index.name}` : index.name;
  const entry = key.map((value) => (typeof value === 'object' ? '?' : value)).join('-');
  return { code: 1062, sqlState: '23000', message: `Duplicate entry '${entry}' for key '${name}'` };
}
