import { findTable, findView, isForeign, openTable } from './lookup';
import type { Column, Schema, Table } from './model';
import { findNamed } from './names';
import { doubt, type Run, refuse } from './run';
import { checkNames } from './selectNames';
import type { ServerProfile } from './server';
import type { DataStatement } from './statement';
import { checkReadViews } from './views';

/** Where the message of 1054 says that the column was looked for. */
const PLACE = {
  insert: { mysql: 'field list', mariadb: 'INSERT INTO' },
  replace: { mysql: 'field list', mariadb: 'REPLACE' },
} as const;

/** A data statement changes no schema, but is refused where a table or a column surely is not there. */
export function checkData(run: Run, schema: Schema, statement: DataStatement): Schema {
  const { server } = run;
  for (const name of statement.tables)
    if (!isForeign(server, name) && !findView(schema, server, name.name)) openTable(run, schema, name);
  // MariaDB writes through what is left of a view.
  const asQuery = server.vendor === 'mysql' || (statement.verb !== 'update' && statement.verb !== 'delete');
  if (asQuery) checkReadViews(run, schema, statement.tables);
  const target = statement.table;
  const found = target && !isForeign(server, target) ? findTable(schema, server, target.name) : undefined;
  const table = found && !found.taint ? found : null;
  const isInsert = statement.verb === 'insert' || statement.verb === 'replace';
  if (table && isInsert && !statement.insert) checkTargets(run, table, statement);
  for (const names of statement.names ?? []) checkNames(run, schema, names);
  if (!table || (isInsert && !statement.insert)) return schema;
  if (statement.insert) checkInsert(run, table, statement, statement.insert);
  else if (statement.columns.length && !statement.names?.length) checkColumns(run, table, statement);
  return schema;
}

/** The columns that an INSERT … SELECT writes. */
function checkTargets(run: Run, table: Table, statement: DataStatement): void {
  const place = PLACE.insert[run.server.vendor];
  for (const name of statement.columns)
    if (!findNamed(table.columns, name)) refuse(run, 'unknownColumn', [name, place]);
}

type Insert = NonNullable<DataStatement['insert']>;

function checkInsert(run: Run, table: Table, statement: DataStatement, insert: Insert): void {
  const { server } = run;
  const place = PLACE[statement.verb === 'replace' ? 'replace' : 'insert'][server.vendor];
  const given = new Set<string>();
  for (const name of insert.columns ?? []) {
    const column = findNamed(table.columns, name);
    if (!column) refuse(run, 'unknownColumn', [name, place]);
    if (column!.taint) doubt(run, column!.taint.reason);
    const key = name.toLowerCase();
    if (given.has(key)) refuse(run, 'columnTwice', [name]);
    given.add(key);
    // DEFAULT is the only value that a generated column takes.
    if (column?.generated) doubt(run, `whether ${name} is given DEFAULT: it is a generated column`);
  }
  const visible = table.columns.filter((column) => !column.invisible);
  const wanted = insert.columns?.length ?? visible.length;
  insert.rows.forEach((row, i) => {
    const bare = row.length === 0 && (insert.columns === null || insert.columns.length === 0);
    if (row.length !== wanted && !bare) refuse(run, 'valueCount', [i + 1]);
  });
  if (insert.columns === null || statement.ignore) return;
  const lacking = withoutValue(server, table, given);
  if (lacking) refuse(run, 'noFieldDefault', [lacking.name]);
}

/** The first column that a strict server asks a value for and that is not among those given (in lower case). */
export function withoutValue(
  server: ServerProfile,
  table: Table,
  given: ReadonlySet<string>,
): Column | undefined {
  if (!server.strict) return undefined;
  return table.columns.find(
    (column) =>
      !given.has(column.name.toLowerCase()) &&
      !(column.nullable || column.default || column.autoIncrement || column.generated || column.taint) &&
      (column.type.base !== 'timestamp' || server.explicitDefaultsForTimestamp),
  );
}

/** Where not all names can be read, and only of statements over one table: an unqualified name could belong to another table or to an outer query. */
function checkColumns(run: Run, table: Table, statement: DataStatement): void {
  if (statement.tables.length !== 1) return;
  const { vendor } = run.server;
  for (const name of statement.columns) {
    if (findNamed(table.columns, name)) continue;
    refuse(run, 'unknownColumn', [name, placeOf(statement.verb, vendor)]);
  }
}

function placeOf(verb: DataStatement['verb'], vendor: 'mysql' | 'mariadb'): string {
  if (verb === 'update') return vendor === 'mysql' ? 'field list' : 'SET';
  if (verb === 'delete') return vendor === 'mysql' ? 'where clause' : 'WHERE';
  return vendor === 'mysql' ? 'field list' : 'SELECT';
}
