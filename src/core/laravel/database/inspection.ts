import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { arrayOf, isArray, isUnknown, listOf, type Value } from '../../php/values';
import { findTable, findView } from '../../schema/lookup';
import type { Column, ForeignKey, Index, Table } from '../../schema/model';
import { printType } from '../../schema/printType';
import { tableEntries } from '../../schema/tableMap';
import { databaseOf } from '../../session/session';
import type { Database } from '../../session/trace';
import type { Taint } from '../../source';
import { flavourOf, runtimeOf, serverOf, worldKey } from '../runtime';
import { doctrineType } from '../schema/doctrineColumn';
import { has } from '../schema/features';
import { asTurn } from '../turns';
import { connectionOf } from './connectionState';
import { refuseTypes } from './doctrineReading';
import { tableNames, viewNames } from './tables';

/** Where a question about a table leads. */
interface Asked {
  readonly database: Database;
  readonly table: Table | undefined;
  /** Why the answer can't be known: the table, or whether it is there, is uncertain. */
  readonly doubt: Taint | null;
}

function ask(call: NativeCall, name: string): Asked | null {
  const connection = connectionOf(call);
  const key = worldKey(call.php, connection);
  const { session } = runtimeOf(call.php);
  const database = key === null ? null : databaseOf(session, key);
  if (key === null || !database) return null;
  const { prefix } = flavourOf(call.php, connection).connection;
  const full = prefix + name.replace(new RegExp(`^${escapeRegExp(database.server.database)}\\.`), '');
  const table = findTable(database.schema, database.server, full) ?? sameButForCase(call, database, full);
  const missing = !table && !findView(database.schema, database.server, full);
  return { database, table, doubt: table ? table.taint : missing ? database.schema.taint : null };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** For a time Laravel compared the names of tables itself, in lower case. */
function sameButForCase(call: NativeCall, database: Database, name: string): Table | undefined {
  const { laravel } = runtimeOf(call.php).application;
  if (!has(laravel, 'tableNamesLowered') || has(laravel, 'tableNameAsked')) return undefined;
  for (const [, table] of tableEntries(database.schema.tables)) {
    if (table.name.toLowerCase() === name.toLowerCase()) return table;
  }
  return undefined;
}

/** An Unknown for a question that can't be answered. */
function unsure(call: NativeCall, question: string, taint: Taint | null): Value {
  return call.php.unknown(taint ? `${question}: ${taint.reason}` : question, call.range);
}

/** Reads the table argument and asks; Unknown where the name or the connection's database is not known. */
function withTable(call: NativeCall, question: string, answer: (asked: Asked, name: string) => Value): Value {
  const given = argument(call, 0, 'table') ?? argument(call, 0, 'view') ?? null;
  const name = call.php.toText(given, call.range);
  if (isUnknown(name)) return name;
  const asked = ask(call, name);
  return asked
    ? answer(asked, name)
    : unsure(call, `${question} on a database that is neither MySQL nor MariaDB`, null);
}

function hasTable(call: NativeCall): Value {
  return withTable(call, 'whether the table exists', ({ table, doubt }, name) => {
    if (table)
      return table.taint?.mayBeAbsent
        ? unsure(call, `whether ${name} exists`, table.taint)
        : !table.temporary;
    return doubt ? unsure(call, `whether ${name} exists`, doubt) : false;
  });
}

function findColumn(table: Table | undefined, name: string): Column | undefined {
  return table?.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}

function hasColumn(call: NativeCall): Value {
  const wanted = call.php.toText(argument(call, 1, 'column') ?? null, call.range);
  if (isUnknown(wanted)) return wanted;
  return withTable(call, 'whether the column exists', (asked, name) =>
    columnAnswer(call, asked, name, wanted),
  );
}

function columnAnswer(
  call: NativeCall,
  { table, doubt, database }: Asked,
  name: string,
  wanted: string,
): Value {
  const column = findColumn(table, wanted);
  const question = `whether ${name}.${wanted} exists`;
  if (column) {
    const maybe = column.taint?.mayBeAbsent ? column.taint : table?.taint?.mayBeAbsent ? table.taint : null;
    return maybe ? unsure(call, question, maybe) : true;
  }
  if (doubt) return unsure(call, question, doubt);
  const view = table ? undefined : findView(database.schema, database.server, name);
  return view ? unsure(call, `${question}: the columns of views are not followed`, null) : false;
}

function hasColumns(call: NativeCall): Value {
  const columns = argument(call, 1, 'columns') ?? null;
  if (isUnknown(columns)) return columns;
  return withTable(call, 'whether the columns exist', (asked, name) => {
    const names = isArray(columns) ? [...columns.entries.values()] : [columns];
    let unknown: Value = null;
    for (const each of names) {
      const wanted = call.php.toText(each, call.range);
      const answer = isUnknown(wanted) ? wanted : columnAnswer(call, asked, name, wanted);
      if (answer === false) return false;
      if (isUnknown(answer)) unknown = answer;
    }
    return unknown === null ? true : unknown;
  });
}

/** An answer about a table's parts, which must all be certain. */
function certainParts(
  call: NativeCall,
  question: string,
  answer: (table: Table | undefined, asked: Asked) => Value,
): Value {
  return withTable(call, question, (asked, name) => {
    const { table } = asked;
    const parts = table ? [...table.columns, ...table.indexes, ...table.foreignKeys] : [];
    const taint = asked.doubt ?? parts.find((part) => part.taint)?.taint ?? null;
    return taint ? unsure(call, `${question} of ${name}`, taint) : answer(table, asked);
  });
}

function columnRow(column: Column): Value {
  const { generated } = column;
  return arrayOf([
    ['name', column.name],
    ['type_name', column.type.base],
    ['type', printType(column.type)],
    ['collation', column.collation],
    ['nullable', column.nullable],
    [
      'default',
      column.default === null
        ? null
        : column.default.kind === 'literal'
          ? column.default.value
          : column.default.sql,
    ],
    ['auto_increment', column.autoIncrement],
    ['comment', column.comment === '' ? null : column.comment],
    [
      'generation',
      generated
        ? arrayOf([
            ['type', generated.stored ? 'stored' : 'virtual'],
            ['expression', generated.sql],
          ])
        : null,
    ],
  ]);
}

const INDEX_TYPES: Readonly<Record<Index['kind'], string>> = {
  primary: 'btree',
  unique: 'btree',
  index: 'btree',
  fulltext: 'fulltext',
  spatial: 'spatial',
  vector: 'vector',
};

function indexColumns(index: Index): string[] {
  return index.parts.flatMap((part) => ('column' in part ? part.column : []));
}

function indexRow(index: Index): Value {
  return arrayOf([
    ['name', index.name.toLowerCase()],
    ['columns', listOf(indexColumns(index))],
    ['type', INDEX_TYPES[index.kind]],
    ['unique', index.kind === 'primary' || index.kind === 'unique'],
    ['primary', index.kind === 'primary'],
  ]);
}

function foreignKeyRow(key: ForeignKey, database: Database): Value {
  const rule = (each: string) =>
    each === 'restrict' && database.server.vendor === 'mysql' ? 'no action' : each;
  return arrayOf([
    ['name', key.name],
    ['columns', listOf(key.columns)],
    ['foreign_schema', key.referencedSchema ?? database.server.database],
    ['foreign_table', key.referencedTable],
    ['foreign_columns', listOf(key.referencedColumns)],
    ['on_update', rule(key.onUpdate)],
    ['on_delete', rule(key.onDelete)],
  ]);
}

function getColumnType(call: NativeCall): Value {
  const wanted = call.php.toText(argument(call, 1, 'column') ?? null, call.range);
  if (isUnknown(wanted)) return wanted;
  const { application, switches } = runtimeOf(call.php);
  const doctrine =
    !has(application.laravel, 'changeAlwaysNative') &&
    (!has(application.laravel, 'changeNativeWithoutDoctrine') || application.doctrine) &&
    !switches.nativeSchemaOperations;
  return withTable(call, 'the type of the column', ({ table, doubt }, name) => {
    const server = serverOf(call.php, connectionOf(call));
    const refused = doctrine && table && server ? refuseTypes(call, table, server) : null;
    if (refused) return refused;
    const column = findColumn(table, wanted);
    const taint = column?.taint ?? doubt;
    if (taint) return unsure(call, `the type of ${name}.${wanted}`, taint);
    if (!column) {
      const message = `There is no column with name '${wanted}' on table '${name}'.`;
      return call.php.throw('InvalidArgumentException', message);
    }
    if (doctrine) return doctrineType(column.type.base);
    const full = argument(call, 2, 'fullDefinition') === true;
    return full ? printType(column.type) : column.type.base;
  });
}

function hasIndex(call: NativeCall): Value {
  const wanted = argument(call, 1, 'index') ?? null;
  const type = argument(call, 2, 'type') ?? null;
  if (isUnknown(wanted)) return wanted;
  const lowers = has(runtimeOf(call.php).application.laravel, 'hasIndexLowersName');
  const columns = isArray(wanted) ? [...wanted.entries.values()].join('\0') : null;
  const name = typeof wanted === 'string' && lowers ? wanted.toLowerCase() : wanted;
  return certainParts(call, 'the indexes', (table) =>
    (table?.indexes ?? []).some((index) => {
      const named =
        index.name.toLowerCase() === name || (columns !== null && indexColumns(index).join('\0') === columns);
      return named && typeMatches(index, type);
    }),
  );
}

function typeMatches(index: Index, type: Value): boolean {
  if (typeof type !== 'string') return true;
  const wanted = type.toLowerCase();
  const unique = index.kind === 'primary' || index.kind === 'unique';
  return (
    (wanted === 'primary' && index.kind === 'primary') ||
    (wanted === 'unique' && unique) ||
    wanted === INDEX_TYPES[index.kind]
  );
}

function hasForeignKey(call: NativeCall): Value {
  const wanted = argument(call, 1, 'foreignKey') ?? null;
  if (isUnknown(wanted)) return wanted;
  const columns = isArray(wanted) ? [...wanted.entries.values()].join('\0') : null;
  return certainParts(call, 'the foreign keys', (table) =>
    (table?.foreignKeys ?? []).some((key) => key.name === wanted || key.columns.join('\0') === columns),
  );
}

/** A list of all tables or views; Unknown where some may be there that are not known. */
function listing(
  call: NativeCall,
  names: (key: string) => readonly string[],
  row: (name: string) => Value,
): Value {
  const key = worldKey(call.php, connectionOf(call));
  const database = key === null ? null : databaseOf(runtimeOf(call.php).session, key);
  if (key === null || !database) return unsure(call, 'the list of tables', null);
  const listed = names(key);
  const { schema } = database;
  const doubtful = listed
    .map((name) => findTable(schema, database.server, name)?.taint)
    .find((taint) => taint?.mayBeAbsent);
  const taint = schema.taint ?? doubtful ?? null;
  return taint ? unsure(call, 'the list of tables', taint) : listOf(listed.map(row));
}

function allTables(call: NativeCall, row: (name: string) => Value): Value {
  return listing(call, (key) => tableNames(runtimeOf(call.php).session, key), row);
}

function allViews(call: NativeCall, row: (name: string) => Value): Value {
  return listing(call, (key) => viewNames(runtimeOf(call.php).session, key), row);
}

function tableRow(call: NativeCall, name: string): Value {
  const { server } = flavourOf(call.php, connectionOf(call));
  const key = worldKey(call.php, connectionOf(call));
  const database = key === null ? null : databaseOf(runtimeOf(call.php).session, key);
  const table = database ? findTable(database.schema, database.server, name) : null;
  const known = (value: string | undefined): Value =>
    table && !table.taint ? (value ?? null) : call.php.unknown(`the table ${name}`, call.range);
  return arrayOf([
    ['name', name],
    ['schema', server.database],
    ['schema_qualified_name', `${server.database}.${name}`],
    ['size', call.php.unknown('the size of a table', call.range)],
    ['comment', known(table?.comment)],
    ['collation', known(table?.collation)],
    ['engine', known(table?.engine)],
  ]);
}

/** Laravel 8 to 10: one object for each row, with the database's name in the property's. */
function oldTableRow(call: NativeCall, name: string, type = 'BASE TABLE'): Value {
  const { server } = flavourOf(call.php, connectionOf(call));
  const row = call.php.makeNative('stdClass', null);
  row.properties.set(`Tables_in_${server.database}`, name);
  row.properties.set('Table_type', type);
  return row;
}

function getTableListing(call: NativeCall): Value {
  const { laravel } = runtimeOf(call.php).application;
  const named = call.named.has('schemaQualified');
  if (named && !has(laravel, 'dropAllQualified'))
    return call.php.throw('Error', 'Unknown named parameter $schemaQualified');
  const qualified = has(laravel, 'dropAllQualified') && argument(call, 1, 'schemaQualified') !== false;
  const { server } = flavourOf(call.php, connectionOf(call));
  return allTables(call, (name) => (qualified ? `${server.database}.${name}` : name));
}

const questions: Readonly<Record<string, NativeMethod>> = {
  hasTable,
  hasView: (call) =>
    withTable(call, 'whether the view exists', ({ database }, name) => {
      const { prefix } = flavourOf(call.php, connectionOf(call)).connection;
      const view = findView(database.schema, database.server, prefix + name);
      const taint = view ? view.taint : database.schema.taint;
      return taint ? unsure(call, `whether the view ${name} exists`, taint) : view !== undefined;
    }),
  hasColumn,
  hasColumns,
  hasIndex,
  hasForeignKey,
  getColumnListing: (call) =>
    certainParts(call, 'the columns', (table) => listOf((table?.columns ?? []).map((column) => column.name))),
  getColumns: (call) =>
    certainParts(call, 'the columns', (table) => listOf((table?.columns ?? []).map(columnRow))),
  getColumn(call) {
    const wanted = call.php.toText(argument(call, 1, 'column') ?? null, call.range);
    if (isUnknown(wanted)) return wanted;
    return certainParts(call, 'the columns', (table) => {
      const column = findColumn(table, wanted);
      return column ? columnRow(column) : listOf([]);
    });
  },
  getIndexes: (call) =>
    certainParts(call, 'the indexes', (table) => listOf((table?.indexes ?? []).map(indexRow))),
  getIndexListing: (call) =>
    certainParts(call, 'the indexes', (table) =>
      listOf((table?.indexes ?? []).map((index) => index.name.toLowerCase())),
    ),
  getForeignKeys: (call) =>
    certainParts(call, 'the foreign keys', (table, { database }) =>
      listOf((table?.foreignKeys ?? []).map((key) => foreignKeyRow(key, database))),
    ),
  getTables: (call) => allTables(call, (name) => tableRow(call, name)),
  getAllTables: (call) => allTables(call, (name) => oldTableRow(call, name)),
  getTableListing,
  getAllViews: (call) => allViews(call, (name) => oldTableRow(call, name, 'VIEW')),
  getViews: (call) => allViews(call, (name) => arrayOf([['name', name]])),
};

/** The methods of the schema builder that ask and change nothing. */
export const inspectionMethods: Readonly<Record<string, NativeMethod>> = {
  ...Object.fromEntries(Object.entries(questions).map(([name, method]) => [name, asTurn(method)])),
  getColumnType,
};
