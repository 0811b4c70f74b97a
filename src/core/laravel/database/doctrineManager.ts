import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import {
  arrayOf,
  isArray,
  isUnknown,
  listOf,
  type PhpObject,
  type Unknown,
  type Value,
} from '../../php/values';
import { findTable } from '../../schema/lookup';
import type { Column, ForeignKey, Index, Table } from '../../schema/model';
import { databaseOf } from '../../session/session';
import { runtimeOf, serverOf, worldKey } from '../runtime';
import { doctrineType } from '../schema/doctrineColumn';
import { ConnectionState, connectionOf } from './connectionState';
import { refuseTypes } from './doctrineReading';
import { tableNames } from './tables';

const NAMESPACE = 'Doctrine\\DBAL\\Schema\\';
export const SCHEMA_MANAGER = `${NAMESPACE}AbstractSchemaManager`;

/** A part of the model behind one of doctrine's objects. */
class Asset<T> {
  constructor(readonly part: T) {}
}

/** The table as it stands; Unknown where it is uncertain. One that is not there has no columns, as for doctrine. */
function readTable(call: NativeCall, name: Value): Table | Unknown | null {
  const text = call.php.toText(name, call.range);
  if (isUnknown(text)) return text;
  const key = worldKey(call.php, connectionOf(call));
  const { session } = runtimeOf(call.php);
  const database = key === null ? null : databaseOf(session, key);
  if (key === null || !database) return call.php.unknown(`the table ${text}`, call.range);
  const table = findTable(database.schema, database.server, text);
  const parts = table ? [...table.columns, ...table.indexes, ...table.foreignKeys] : [];
  const taint = table ? (table.taint ?? parts.find((part) => part.taint)?.taint) : database.schema.taint;
  return taint ? call.php.unknown(taint.reason, call.range) : (table ?? null);
}

function asset(call: NativeCall, className: string, part: unknown): PhpObject {
  return call.php.makeNative(NAMESPACE + className, new Asset(part));
}

/** Doctrine's lists are keyed by the names in lower case. */
function keyed(parts: readonly { readonly name: string }[], make: (part: never) => Value): Value {
  return arrayOf(
    parts.map((part): [string, Value] => [
      part.name === 'PRIMARY' ? 'primary' : part.name.toLowerCase(),
      make(part as never),
    ]),
  );
}

const indexObject = (call: NativeCall) => (part: Index) => asset(call, 'Index', part);
const keyObject = (call: NativeCall) => (part: ForeignKey) => asset(call, 'ForeignKeyConstraint', part);
const columnObject = (call: NativeCall) => (part: Column) => asset(call, 'Column', part);

function about(of: (call: NativeCall, table: Table | null) => Value): NativeMethod {
  return (call) => {
    const table = readTable(call, call.args[0] ?? null);
    return table && 'kind' in table ? table : of(call, table);
  };
}

/** A method for which dbal reads the columns. */
function reading(of: (call: NativeCall, table: Table | null) => Value): NativeMethod {
  return about((call, table) => {
    const server = serverOf(call.php, connectionOf(call));
    const doubt = table && server ? refuseTypes(call, table, server) : null;
    return doubt ?? of(call, table);
  });
}

const details = reading((call, table) => asset(call, 'Table', table));

const managerMethods: Readonly<Record<string, NativeMethod>> = {
  listTableIndexes: about((call, table) => keyed(table?.indexes ?? [], indexObject(call))),
  listTableColumns: reading((call, table) => keyed(table?.columns ?? [], columnObject(call))),
  listTableForeignKeys: about((call, table) => listOf((table?.foreignKeys ?? []).map(keyObject(call)))),
  listTableDetails: details,
  introspectTable: details,
  listTableNames(call) {
    const key = worldKey(call.php, connectionOf(call));
    if (key === null) return call.php.unknown('the list of tables', call.range);
    return listOf(tableNames(runtimeOf(call.php).session, key));
  },
  tablesExist(call) {
    const given = call.args[0] ?? null;
    for (const name of isArray(given) ? given.entries.values() : [given]) {
      const table = readTable(call, name);
      if (table && 'kind' in table) return table;
      if (!table) return false;
    }
    return true;
  },
  getDatabasePlatform: (call) => call.php.makeNative('Doctrine\\DBAL\\Platforms\\AbstractPlatform', null),
  getSchemaManager: (call) => call.self,
  createSchemaManager: (call) => call.self,
};

function part<T>(call: NativeCall): T {
  if (!(call.self?.internal instanceof Asset))
    throw new Error("a method of doctrine's was called without its object");
  return call.self.internal.part as T;
}

const wanted = (call: NativeCall) => String(call.args[0] ?? '').toLowerCase();
const sameName = (name: string, lower: string) =>
  (name === 'PRIMARY' ? 'primary' : name.toLowerCase()) === lower;
const table = (call: NativeCall) => part<Table | null>(call);
const columnsOf = (index: Index) => index.parts.flatMap((each) => ('column' in each ? [each.column] : []));

const tableMethods: Readonly<Record<string, NativeMethod>> = {
  getName: (call) => table(call)?.name ?? null,
  hasIndex: (call) => (table(call)?.indexes ?? []).some((each) => sameName(each.name, wanted(call))),
  hasColumn: (call) => (table(call)?.columns ?? []).some((each) => sameName(each.name, wanted(call))),
  hasForeignKey: (call) => (table(call)?.foreignKeys ?? []).some((each) => sameName(each.name, wanted(call))),
  hasPrimaryKey: (call) => (table(call)?.indexes ?? []).some((each) => each.kind === 'primary'),
  getIndexes: (call) => keyed(table(call)?.indexes ?? [], indexObject(call)),
  getColumns: (call) => keyed(table(call)?.columns ?? [], columnObject(call)),
  getForeignKeys: (call) => keyed(table(call)?.foreignKeys ?? [], keyObject(call)),
  getIndex(call) {
    const found = (table(call)?.indexes ?? []).find((each) => sameName(each.name, wanted(call)));
    return found ? asset(call, 'Index', found) : call.php.unknown('an index that is not there', call.range);
  },
  getColumn(call) {
    const found = (table(call)?.columns ?? []).find((each) => sameName(each.name, wanted(call)));
    return found ? asset(call, 'Column', found) : call.php.unknown('a column that is not there', call.range);
  },
};

const indexMethods: Readonly<Record<string, NativeMethod>> = {
  getName: (call) => part<Index>(call).name,
  getColumns: (call) => listOf(columnsOf(part<Index>(call))),
  isUnique: (call) => part<Index>(call).kind === 'unique' || part<Index>(call).kind === 'primary',
  isPrimary: (call) => part<Index>(call).kind === 'primary',
};

const keyMethods: Readonly<Record<string, NativeMethod>> = {
  getName: (call) => part<ForeignKey>(call).name,
  getColumns: (call) => listOf(part<ForeignKey>(call).columns),
  getLocalColumns: (call) => listOf(part<ForeignKey>(call).columns),
  getForeignColumns: (call) => listOf(part<ForeignKey>(call).referencedColumns),
  getForeignTableName: (call) => part<ForeignKey>(call).referencedTable,
};

const columnMethods: Readonly<Record<string, NativeMethod>> = {
  getName: (call) => part<Column>(call).name,
  getNotnull: (call) => !part<Column>(call).nullable,
  getLength: (call) => part<Column>(call).type.length,
  getAutoincrement: (call) => part<Column>(call).autoIncrement,
  getUnsigned: (call) => part<Column>(call).type.unsigned,
  getComment: (call) => part<Column>(call).comment,
  getDefault(call) {
    const given = part<Column>(call).default;
    return given === null ? null : given.kind === 'literal' ? given.value : given.sql;
  },
  getType: (call) => call.php.makeNative('Doctrine\\DBAL\\Types\\Type', new Asset(part<Column>(call))),
};

const notFollowed = (call: NativeCall, method: string): Value =>
  call.php.unknown(`doctrine's ${method}() is not followed`, call.range);

/** doctrine/dbal's view of the schema, answered from the model: Laravel 8 to 10 hand it out. */
export const doctrineClasses: readonly NativeClass[] = [
  { name: SCHEMA_MANAGER, methods: managerMethods, call: notFollowed },
  { name: `${NAMESPACE}Table`, methods: tableMethods, call: notFollowed },
  { name: `${NAMESPACE}Index`, methods: indexMethods, call: notFollowed },
  { name: `${NAMESPACE}ForeignKeyConstraint`, methods: keyMethods, call: notFollowed },
  { name: `${NAMESPACE}Column`, methods: columnMethods, call: notFollowed },
  {
    name: 'Doctrine\\DBAL\\Types\\Type',
    methods: { getName: (call) => doctrineType(part<Column>(call).type.base) },
    call: notFollowed,
  },
  {
    name: 'Doctrine\\DBAL\\Platforms\\AbstractPlatform',
    methods: {
      registerDoctrineTypeMapping(call) {
        runtimeOf(call.php).doctrineMaps.add(String(call.args[0] ?? '').toLowerCase());
        return null;
      },
    },
    call: notFollowed,
  },
];

/** The schema manager of a connection. */
export function schemaManager(call: NativeCall): PhpObject {
  return call.php.makeNative(SCHEMA_MANAGER, new ConnectionState(connectionOf(call)));
}
