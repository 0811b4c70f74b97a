import type { NativeCall } from '../../php/classes';
import { listOf, type Value } from '../../php/values';
import { findTable } from '../../schema/lookup';
import { type Cell, isEmpty, type Row, rowsOf } from '../../session/knownRows';
import { parseCached } from '../../session/parsed';
import type { TableRows } from '../../session/rows';
import { databaseOf } from '../../session/session';
import type { Database } from '../../session/trace';
import { printCreateTable } from '../../sql/print';
import { runtimeOf, worldKey } from '../runtime';
import { cellOf } from './conditions';
import { readInfoQuery, readShow } from './infoQuery';
import { type InfoRow, infoRows, isInfoTable } from './informationSchema';
import { valueIn } from './queryReads';
import { selectedRows } from './rawRows';
import { sendSql } from './send';

/**
 * What a SELECT, SHOW or DESCRIBE that the code wrote itself gives: a list of objects. Questions about the schema are
 * answered from the model where their form is understood; rows only where a table surely has none. Else Unknown.
 */
export function selectRows(
  call: NativeCall,
  connection: string,
  sql: string,
  bindings: readonly Value[],
): Value {
  const key = worldKey(call.php, connection);
  const { session } = runtimeOf(call.php);
  const database = key === null ? null : databaseOf(session, key);
  if (key === null || !database) return call.php.unknown('the rows of a query', call.range);
  const text = withBindings(sql, bindings);
  const asked =
    text === null
      ? null
      : (readShow(text, database.server.database) ?? readInfoQuery(text, database.server.database));
  if (asked) return schemaAnswer(call, database, asked);
  const created = text === null ? null : createdTable(call, database, text);
  if (created !== null) return created;
  const fixed = text === null ? null : fixedAnswer(text, database);
  if (fixed) return objects(call, [fixed]);
  return ordinary(call, connection, key, sql, bindings);
}

/** The text with its placeholders filled by literals; null where one is not known. */
function withBindings(sql: string, bindings: readonly Value[]): string | null {
  let i = 0;
  let known = true;
  const text = sql.replace(/\?|:\w+/g, (mark) => {
    if (i >= bindings.length) return mark;
    const cell = cellOf(bindings[i++] ?? null);
    if (cell === undefined) known = false;
    return typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell ?? 'null');
  });
  return known ? text : null;
}

/** The text with those of its placeholders filled whose values are known. */
export function filledIn(sql: string, bindings: readonly Value[]): string {
  let i = 0;
  return sql.replace(QUOTED_OR_MARK, (text) => {
    if (text !== '?') return text;
    const cell = cellOf(bindings[i++] ?? null);
    if (cell === undefined) return text;
    return typeof cell === 'string' ? quoted(cell) : String(cell ?? 'null');
  });
}

const QUOTED_OR_MARK = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`[^`]*`|\?/g;
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function objects(call: NativeCall, rows: readonly InfoRow[]): Value {
  return listOf(
    rows.map((row) => {
      const object = call.php.makeNative('stdClass', null);
      for (const [name, cell] of row) {
        object.properties.set(
          name,
          cell === undefined ? call.php.unknown(`${name} in information_schema`, call.range) : cell,
        );
      }
      return object;
    }),
  );
}

/** A row as an object: what of it nobody knows is not known. */
function rowObject(call: NativeCall, row: Row): Value {
  const object = call.php.makeNative('stdClass', null);
  for (const name of row.keys()) object.properties.set(name, valueIn(call, row, name));
  return object;
}

function schemaAnswer(call: NativeCall, database: Database, asked: ReturnType<typeof readShow>): Value {
  if (!asked || !isInfoTable(asked.table))
    return call.php.unknown('a question to information_schema', call.range);
  const answer = infoRows(database, asked);
  return answer.kind === 'rows' ? objects(call, answer.rows) : call.php.unknown(answer.reason, call.range);
}

/** `SHOW CREATE TABLE t`; null for another text, or a table that is not there. */
function createdTable(call: NativeCall, { schema, server }: Database, text: string): Value {
  const name = /^\s*show\s+create\s+table\s+`?([\w$-]+)`?\s*;?\s*$/i.exec(text)?.[1];
  const table = name === undefined ? undefined : findTable(schema, server, name);
  if (!table) return null;
  const isSure =
    !table.taint && ![...table.columns, ...table.indexes, ...table.foreignKeys].some(({ taint }) => taint);
  const created = isSure ? printCreateTable(table, server) : undefined;
  return objects(call, [
    new Map([
      ['Table', table.name],
      ['Create Table', created],
    ]),
  ]);
}

/** `select version()`, `select database()`, `select 1`. */
function fixedAnswer(text: string, { server }: Database): InfoRow | null {
  const match =
    /^\s*select\s+(version\(\)|@@version|database\(\)|schema\(\)|1)\s*(?:as\s+[`'"]?(\w+)[`'"]?)?\s*;?\s*$/i.exec(
      text,
    );
  const [, what, alias] = match ?? [];
  if (what === undefined) return null;
  const name = alias ?? what;
  const lower = what.toLowerCase();
  if (lower === '1') return new Map([[name, 1]]);
  if (lower === 'database()' || lower === 'schema()') return new Map([[name, server.database]]);
  return new Map([[name, server.version.join('.') + (server.vendor === 'mariadb' ? '-MariaDB' : '')]]);
}

const AGGREGATE = /^(count|sum|max|min|avg)\s*\(([^()]*)\)(?:\s+(?:as\s+)?[`'"]?(\w+)[`'"]?)?$/i;

/** What aggregates over a whole table come to: over no rows, or where they only count all; null for another SELECT. */
function aggregateRow(sql: string, known: TableRows): readonly InfoRow[] | null {
  const [, list, rest = ''] = /^\s*select\s+(.*?)\s+from\s+(.*?)\s*;?\s*$/is.exec(sql) ?? [];
  if (list === undefined || /\b(?:union|select|right\s+join|having|limit)\b/i.test(rest)) return null;
  const none = isEmpty(known);
  if (/\bgroup\s+by\b/i.test(rest)) return none ? [] : null;
  const all = !none && !known.uncertain && known.maybe.length === 0 && /^`?\w+`?$/.test(rest);
  if (!none && !all) return null;
  const row = new Map<string, Cell>();
  for (const part of list.split(/,(?![^(]*\))/)) {
    const [, name = '', of = '', alias] = AGGREGATE.exec(part.trim()) ?? [];
    const counts = name.toLowerCase() === 'count';
    if (name === '' || (!none && !(counts && /^\s*[*1]\s*$/.test(of)))) return null;
    row.set(alias ?? part.trim(), counts ? known.rows.length : null);
  }
  return [row];
}

/** A SELECT on tables: refused where the server would; nothing where the first table surely has no rows. */
function ordinary(
  call: NativeCall,
  connection: string,
  key: string,
  sql: string,
  bindings: readonly Value[],
): Value {
  sendSql(call.php, { connection, sql, range: call.statementRange, bindings, quiet: true });
  const database = databaseOf(runtimeOf(call.php).session, key);
  const statement = database ? parseCached(sql, database.server) : null;
  const table = statement?.kind === 'data' && statement.verb === 'select' ? statement.table : null;
  if (database && table && table.schema === null) {
    const known = rowsOf(database, table.name);
    const aggregates = /\b(count|sum|max|min|avg|exists|union|group_concat|right\s+join)\b/i.test(sql);
    if (isEmpty(known) && !aggregates) return listOf([]);
    const row = aggregateRow(sql, known);
    if (row) return objects(call, row);
    const found = selectedRows(call, connection, filledIn(sql, bindings));
    if (found) return listOf(found.map((each) => rowObject(call, each)));
  }
  return call.php.unknown('the rows of a query', call.range);
}
