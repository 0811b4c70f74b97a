import { findTable, findView, isForeign, isSameTable } from './lookup';
import type { NamedColumn, Schema, SelectNames } from './model';
import { findNamed } from './names';
import { type Run, refuse } from './run';
import type { ServerProfile } from './server';

/** Where the messages of 1054 and 1052 say that the column was looked for. */
const PLACE: Readonly<Record<NamedColumn['clause'], { readonly mysql: string; readonly mariadb: string }>> = {
  select: { mysql: 'field list', mariadb: 'SELECT' },
  set: { mysql: 'field list', mariadb: 'SET' },
  where: { mysql: 'where clause', mariadb: 'WHERE' },
  on: { mysql: 'on clause', mariadb: 'ON' },
  group: { mysql: 'group statement', mariadb: 'GROUP BY' },
  order: { mysql: 'order clause', mariadb: 'ORDER BY' },
};

/** Refuses a statement that names a column which none of its tables has (1054), or which two of them have (1052). */
export function checkNames(run: Run, schema: Schema, names: SelectNames, outer: readonly Scope[] = []): void {
  const { server } = run;
  for (const derived of names.derived) checkNames(run, schema, derived);
  const sources = names.sources.map(({ name, table }): Source => {
    return { name, columns: table && !isForeign(server, table) ? columnsOf(run, schema, table.name) : null };
  });
  const scopes = [{ sources, merged: names.merged }, ...outer];
  for (const column of names.columns) {
    if ('subquery' in column) for (const inner of column.subquery) checkNames(run, schema, inner, scopes);
    else checkColumn(run, column, scopes);
  }
}

/** A column is looked for in the innermost SELECT first. */
function checkColumn(run: Run, column: NamedColumn, scopes: readonly Scope[]): void {
  const { server } = run;
  const said = column.qualifier === null ? column.name : `${column.qualifier}.${column.name}`;
  const place = PLACE[column.clause][server.vendor];
  for (const { sources, merged } of scopes) {
    const meant =
      column.qualifier === null ? sources : sources.filter((source) => isNamed(server, source, column));
    if (meant.some(({ columns }) => columns === null)) return;
    const count = meant.filter(({ columns }) => columns && findNamed(columns, column.name)).length;
    if (count > 1 && !merged) refuse(run, 'ambiguousColumn', [said, place]);
    if (count > 0) return;
  }
  refuse(run, 'unknownColumn', [said, place]);
}

/** The tables of one SELECT. */
interface Scope {
  readonly sources: readonly Source[];
  readonly merged: boolean;
}

interface Source {
  readonly name: string;
  readonly columns: Named | null;
}

type Named = readonly { readonly name: string }[];

/** The columns of a table or view; null where they are not known. */
export function columnsOf({ server }: Run, schema: Schema, name: string): Named | null {
  const table = findTable(schema, server, name);
  if (table) return table.taint ? null : table.columns;
  const view = findView(schema, server, name);
  return (!view?.taint && view?.names?.columns?.map((column) => ({ name: column }))) || null;
}

const isNamed = (server: ServerProfile, source: Source, { qualifier }: NamedColumn): boolean =>
  qualifier !== null && isSameTable(server, source.name, qualifier);
