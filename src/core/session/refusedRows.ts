import { findTable } from '../schema/lookup';
import type { Column, ForeignKey, Schema, Table } from '../schema/model';
import { referencesTo } from '../schema/references';
import type { ServerError } from '../schema/server';
import type { AlterAction, DataStatement, Statement } from '../schema/statement';
import { type Cell, cell, type Row, rowsOf } from './knownRows';
import { collidingIndex, duplicateError } from './rowEffects';
import type { Rows } from './rows';
import { refusedValue } from './storing';
import type { Database } from './trace';

/**
 * What the server says of rows that it surely can't store as a statement wants them: values that their columns don't
 * take, keys that are there already, rows that refer to nothing. `schema` and `rows` are as they would be afterwards.
 */
export function refusedRows(
  database: Database,
  statement: Statement,
  schema: Schema,
  rows: Rows,
): ServerError | null {
  const after: Database = { ...database, schema, rows };
  if (statement.kind === 'alterTable')
    return refusedAlter(database, after, statement.actions, statement.table.name);
  if (statement.kind !== 'data' || !statement.table || statement.ignore) return null;
  const table = findTable(schema, database.server, statement.table.name);
  if (!table || table.taint) return null;
  switch (statement.verb) {
    case 'insert':
      return statement.insert?.onDuplicateKeyUpdate ? null : refusedInsert(database, after, table, statement);
    case 'update':
      return refusedUpdate(database, after, table);
    case 'delete':
      return refusedDelete(database, after, table);
    default:
      return null;
  }
}

function refusedInsert(
  database: Database,
  after: Database,
  table: Table,
  statement: DataStatement,
): ServerError | null {
  const count = statement.insert?.rows.length ?? 0;
  const given = new Set((statement.insert?.columns ?? []).map((name) => name.toLowerCase()));
  const rows = count > 0 ? rowsOf(after, table.name).rows.slice(-count) : [];
  // A trigger, which is not followed, may give other values.
  for (const [i, row] of rows.entries()) {
    const written = table.columns.filter(({ name }) => given.size === 0 || given.has(name.toLowerCase()));
    const value = firstRefusal(database, table, written, row, i + 1, false);
    const refused = value ?? missingParent(after, table, table.foreignKeys, row);
    if (refused) return refused;
  }
  return null;
}

function firstRefusal(
  { server }: Database,
  table: Table,
  columns: readonly Column[],
  row: Row,
  number: number,
  altering: boolean,
): ServerError | null {
  for (const column of columns) {
    const refused = refusedValue(cell(row, column.name), { server, table, column, row: number, altering });
    if (refused) return refused;
  }
  return null;
}

/** Rows before and after, one by one; null where they can't be told apart. */
function changedRows(before: Database, after: Database, name: string): readonly (readonly [Row, Row])[] {
  const old = rowsOf(before, name).rows;
  const now = rowsOf(after, name).rows;
  if (old.length !== now.length) return [];
  return old.flatMap((row, i) => (now[i] && now[i] !== row ? [[row, now[i]] as const] : []));
}

function refusedUpdate(before: Database, after: Database, table: Table): ServerError | null {
  const rows = [...rowsOf(before, table.name).rows];
  for (const [i, [old, now]] of changedRows(before, after, table.name).entries()) {
    const changed = table.columns.filter(({ name }) => cell(old, name) !== cell(now, name));
    const refused =
      firstRefusal(before, table, changed, now, i + 1, false) ??
      collision(before, table, rows, old, now, changed) ??
      missingParent(after, table, referring(table, changed), now) ??
      orphanedChild(before, table, old, changed);
    if (refused) return refused;
    rows[rows.indexOf(old)] = now;
  }
  return null;
}

const referring = (table: Table, columns: readonly Column[]) =>
  table.foreignKeys.filter((key) => columns.some(({ name }) => key.columns.includes(name)));

function collision(
  database: Database,
  table: Table,
  rows: readonly Row[],
  old: Row,
  now: Row,
  changed: readonly Column[],
): ServerError | null {
  if (changed.length === 0) return null;
  for (const other of rows) {
    const found = other === old ? null : collidingIndex(table, other, now);
    if (found) return duplicateError(database, table, found.index, found.key);
  }
  return null;
}

const child = ({ server }: Database, table: Table, key: ForeignKey): string =>
  `a foreign key constraint fails (\`${server.database}\`.\`${table.name}\`, CONSTRAINT \`${key.name}\` FOREIGN KEY (${quoted(key.columns)}) REFERENCES \`${key.referencedTable}\` (${quoted(key.referencedColumns)})${rules(key)})`;

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function rules({ onDelete, onUpdate }: ForeignKey): string {
  const rule = (word: string, of: string) => (of === 'restrict' ? '' : ` ON ${word} ${of.toUpperCase()}`);
  return rule('DELETE', onDelete) + rule('UPDATE', onUpdate);
}

/** 1452 where a row surely refers to no row. */
function missingParent(
  database: Database,
  table: Table,
  keys: readonly ForeignKey[],
  row: Row,
): ServerError | null {
  const { server, schema } = database;
  if (!server.foreignKeyChecks) return null;
  for (const key of keys) {
    const values = key.columns.map((name) => cell(row, name));
    if (key.taint || key.referencedSchema || values.some((value) => value === null || value === undefined))
      continue;
    const parents = rowsOf(database, key.referencedTable);
    if (!findTable(schema, server, key.referencedTable) || parents.uncertain) continue;
    const may = [...parents.rows, ...parents.maybe].some((parent) =>
      key.referencedColumns.every((name, i) => mayEqual(cell(parent, name), values[i])),
    );
    if (!may)
      return {
        code: 1452,
        sqlState: '23000',
        message: `Cannot add or update a child row: ${child(database, table, key)}`,
      };
  }
  return null;
}

function mayEqual(a: Cell, b: Cell): boolean {
  if (a === undefined || b === undefined) return true;
  if (a === null || b === null) return false;
  return String(a).trimEnd().toLowerCase() === String(b).trimEnd().toLowerCase() || Number(a) === Number(b);
}

/** 1451 where a row surely refers to one that goes, or whose key changes. */
function orphanedChild(
  database: Database,
  parent: Table,
  row: Row,
  changed: readonly Column[] | null,
): ServerError | null {
  const { server, schema } = database;
  if (!server.foreignKeyChecks) return null;
  for (const { child: table, foreignKey: key } of referencesTo(schema, server, parent.name)) {
    const rule = changed ? key.onUpdate : key.onDelete;
    if (rule !== 'restrict' || key.taint || table.taint) continue;
    if (changed && !changed.some(({ name }) => key.referencedColumns.includes(name))) continue;
    const values = key.referencedColumns.map((name) => cell(row, name));
    if (values.some((value) => value === null || value === undefined)) continue;
    const refers = rowsOf(database, table.name).rows.some((other) =>
      key.columns.every((name, i) => surelyEqual(cell(other, name), values[i])),
    );
    if (refers)
      return {
        code: 1451,
        sqlState: '23000',
        message: `Cannot delete or update a parent row: ${child(database, table, key)}`,
      };
  }
  return null;
}

const surelyEqual = (a: Cell, b: Cell): boolean =>
  a !== undefined && b !== undefined && a !== null && b !== null && String(a) === String(b);

function refusedDelete(before: Database, after: Database, table: Table): ServerError | null {
  const there = rowsOf(after, table.name);
  const left = new Set([...there.rows, ...there.maybe]);
  // Rows that refer to rows of their own table may go with them.
  for (const row of rowsOf(before, table.name).rows) {
    const refused = left.has(row) ? null : orphanedChild(before, table, row, null);
    if (refused) return refused;
  }
  return null;
}

/** What an ALTER TABLE meets in the rows that are there. */
function refusedAlter(
  before: Database,
  after: Database,
  actions: readonly AlterAction[],
  name: string,
): ServerError | null {
  const { server } = before;
  const renamed = actions.find((action) => action.kind === 'renameTo');
  const table = findTable(after.schema, server, renamed?.to.name ?? name);
  const old = rowsOf(before, name).rows;
  if (!table || table.taint || old.length === 0) return null;
  const now = rowsOf(after, table.name).rows;
  for (const action of actions) {
    if (action.kind === 'changeColumn') {
      const column = table.columns.find((each) => each.name === action.column.name);
      const was = findTable(before.schema, server, name)?.columns.find((each) => each.name === action.from);
      for (const [i, row] of old.entries()) {
        const place = column && {
          server,
          table,
          column,
          row: i + 1,
          altering: true,
          ...(was && { before: was }),
        };
        const refused = place ? refusedValue(cell(row, action.from), place) : null;
        if (refused) return refused;
      }
    }
    if (action.kind === 'addColumn') {
      const column = table.columns.find((each) => each.name === action.column.name);
      const refused = column ? (zeroMoment(after, table, column) ?? noGeometry(after, column)) : null;
      if (refused) return refused;
    }
  }
  const added = actions.flatMap((action) =>
    action.kind === 'addForeignKey' ? [action.foreignKey.columns.join()] : [],
  );
  const keys = table.foreignKeys.filter((key) => added.includes(key.columns.join()));
  for (const row of now) {
    const refused = missingParent(after, table, keys, row);
    if (refused) return refused;
  }
  return null;
}

/** A new column of moments without a default has zeros in the rows that are there, which strict modes refuse. */
function zeroMoment({ server }: Database, table: Table, column: Column): ServerError | null {
  const { base } = column.type;
  const refuses = server.strict && server.sqlMode.includes('NO_ZERO_DATE');
  if (!refuses || column.nullable || column.default || !/^date(?:time)?$/.test(base)) return null;
  const zero = base === 'date' ? '0000-00-00' : '0000-00-00 00:00:00';
  const where =
    server.vendor === 'mysql'
      ? `'${column.name}'`
      : `\`${server.database}\`.\`${table.name}\`.\`${column.name}\``;
  return {
    code: 1292,
    sqlState: '22007',
    message: `Incorrect ${base} value: '${zero}' for column ${where} at row 1`,
  };
}

/** Rows that are there have no geometry to give to a new column: MySQL says so. */
function noGeometry({ server }: Database, { type, nullable }: Column): ServerError | null {
  const isGeometry = /^(?:geometry|point|linestring|polygon|multi\w+|geom\w*)$/.test(type.base);
  return isGeometry && !nullable && server.vendor === 'mysql' && server.strict
    ? { code: 1138, sqlState: '22004', message: 'Invalid use of NULL value' }
    : null;
}

/** Why it can't be told whether rows that are there fulfil a new check. */
export function checkDoubt(database: Database, statement: Statement): string | null {
  if (statement.kind !== 'alterTable' || !statement.actions.some(({ kind }) => kind === 'addCheck'))
    return null;
  const { name } = statement.table;
  return rowsOf(database, name).rows.length > 0 ? `whether the rows of ${name} fulfil a new check` : null;
}
