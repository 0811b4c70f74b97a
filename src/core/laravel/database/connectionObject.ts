import { argument, callWith, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import { isArray, isObject, isUnknown, type PhpObject, unknown, type Value } from '../../php/values';
import type { Statement } from '../../schema/statement';
import { parseCached } from '../../session/parsed';
import { databaseOf, doubtTables } from '../../session/session';
import { statementsOf } from '../../sql/routines';
import { dig } from '../config';
import { schemaBuilder } from '../facades/schemaFacade';
import { callMacro, staticMacroMethods } from '../macros';
import { connectionConfig, flavourOf, runtimeOf, serverOf, worldKey } from '../runtime';
import { ExpressionState, expressionOf, quoteName } from '../schema/wrap';
import { ConnectionState, connectionOf } from './connectionState';
import { schemaManager } from './doctrineManager';
import { PDO_CONSTANTS, PDO_MYSQL_CONSTANTS, prefixed } from './pdoConstants';
import { makeQuery } from './query';
import { rawEffect } from './rawRows';
import { filledIn, selectRows } from './select';
import { sendSql } from './send';
import { transactionMethods } from './transactions';

export const CONNECTION = 'Illuminate\\Database\\Connection';

/** The connection object of a name; of the default one where none is given. */
export function connectionObject(call: NativeCall, name: Value = null): PhpObject {
  const connection = typeof name === 'string' ? name : runtimeOf(call.php).defaultConnection;
  const { driver } = connectionConfig(call.php, connection);
  const className =
    driver === 'mariadb'
      ? 'Illuminate\\Database\\MariaDbConnection'
      : 'Illuminate\\Database\\MySqlConnection';
  return call.php.makeNative(className, new ConnectionState(connection));
}

function bindingsOf(call: NativeCall): readonly Value[] {
  const bindings = argument(call, 1, 'bindings') ?? null;
  return isArray(bindings) ? [...bindings.entries.values()] : [];
}

/** The text as PDO sends it, which knows no names: `?` for each `:name` that a binding is for. */
function withoutNames(call: NativeCall, sql: string): string {
  const bindings = argument(call, 1, 'bindings') ?? null;
  const isNamed = isArray(bindings) && [...bindings.entries.keys()].some((key) => typeof key === 'string');
  if (!isNamed) return sql;
  return sql.replace(QUOTED_OR_NAME, (text, name?: string) => (name === undefined ? text : '?'));
}

const QUOTED_OR_NAME = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|::|:(\w+)/g;

/** Sends SQL that the code wrote itself; true, or Unknown where the text is not known. */
function statement(call: NativeCall): Value {
  const sql = sqlText(call);
  const connection = connectionOf(call);
  if (isUnknown(sql)) {
    const outgoing = { connection, sql: '?', range: call.statementRange };
    sendSql(call.php, {
      ...outgoing,
      statement: { kind: 'unreadable', reason: sql.reason, touches: [] },
      unknowns: [{ unknown: sql, column: null }],
    });
    return sql;
  }
  const bindings = bindingsOf(call);
  const filled = bindings.length > 0 && /^\s*(?:insert|replace|update|delete)\b/i.test(sql);
  const read = filled ? readFilled(call, connection, sql, bindings) : null;
  const database = databaseOf(runtimeOf(call.php).session, worldKey(call.php, connection) ?? '');
  const rowEffect =
    database && /^\s*(?:update|delete)\b/i.test(sql)
      ? rawEffect(database, connection, filledIn(sql, bindings))
      : null;
  sendSql(call.php, {
    connection,
    sql,
    range: call.statementRange,
    bindings,
    ...(read && { statement: read }),
    ...(rowEffect && { rowEffect }),
  });
  return true;
}

/** What a statement about rows does with the values that are bound to it. */
function readFilled(
  call: NativeCall,
  connection: string,
  sql: string,
  bindings: readonly Value[],
): Statement | null {
  const server = serverOf(call.php, connection);
  const read = server && parseCached(filledIn(sql, bindings), server);
  return read?.kind === 'data' ? read : null;
}

function sqlText(call: NativeCall): string | Extract<Value, { kind: 'unknown' }> {
  const query = argument(call, 0, 'query') ?? null;
  const sql = call.php.toText(expressionOf(query)?.value ?? query, call.range);
  return isUnknown(sql) ? sql : withoutNames(call, sql);
}

/** Several statements in one text go one after the other; the rest is not sent after one that fails. (PDO::exec) */
function unprepared(call: NativeCall): Value {
  const sql = sqlText(call);
  const parts = isUnknown(sql) ? [] : statementsOf(sql);
  if (parts.length < 2) return statement(call);
  for (const text of parts)
    sendSql(call.php, { connection: connectionOf(call), sql: text, range: call.statementRange });
  return true;
}

/** UPDATE, DELETE, INSERT by text: how many rows it changed is not known. */
function affecting(call: NativeCall): Value {
  const sent = statement(call);
  return isUnknown(sent) ? sent : unknown('how many rows a statement changes', call.range);
}

function select(call: NativeCall): Value {
  const sql = sqlText(call);
  return isUnknown(sql) ? sql : selectRows(call, connectionOf(call), sql, bindingsOf(call));
}

const harmless: NativeMethod = () => null;

const connectionMethods: Readonly<Record<string, NativeMethod>> = {
  statement,
  unprepared,
  insert: statement,
  update: affecting,
  delete: affecting,
  affectingStatement: affecting,
  select,
  selectFromWriteConnection: select,
  selectOne(call) {
    const rows = select(call);
    return isArray(rows) ? ([...rows.entries.values()][0] ?? null) : rows;
  },
  scalar(call) {
    // `DB::scalar()` came with Laravel 9.
    if (runtimeOf(call.php).application.laravel.major < 9)
      call.php.throw('Error', 'Call to undefined method Illuminate\\Database\\MySqlConnection::scalar()');
    const rows = select(call);
    if (!isArray(rows)) return rows;
    const first = [...rows.entries.values()][0] ?? null;
    return typeof first === 'object' && first?.kind === 'object'
      ? ([...first.properties.values()][0] ?? null)
      : null;
  },
  cursor: select,
  raw: (call) =>
    call.php.makeNative('Illuminate\\Database\\Query\\Expression', new ExpressionState(call.args[0] ?? null)),
  table: (call) => makeQuery(call, connectionOf(call), argument(call, 0, 'table') ?? null),
  query: (call) => makeQuery(call, connectionOf(call), null),
  ...transactionMethods,
  listen: harmless,
  enableQueryLog: harmless,
  disableQueryLog: harmless,
  flushQueryLog: harmless,
  getQueryLog: (call) => call.php.unknown('the query log is not followed', call.range),
  disconnect: harmless,
  reconnect: harmless,
  purge: harmless,
  pretend: (call) => call.php.callValue(argument(call, 0, 'callback') ?? null, [call.self], call.range),
  withoutPretending: (call) => call.php.callValue(argument(call, 0, 'callback') ?? null, [], call.range),
  getDriverName: (call) => connectionConfig(call.php, connectionOf(call)).driver,
  getDatabaseName: (call) => flavourOf(call.php, connectionOf(call)).server.database,
  getName: (call) => connectionOf(call),
  getTablePrefix: (call) => connectionConfig(call.php, connectionOf(call)).prefix,
  getConfig(call) {
    const config = connectionConfig(call.php, connectionOf(call));
    const key = argument(call, 0, 'option') ?? null;
    const raw: Value = { kind: 'array', entries: config.raw, nextIndex: 0 };
    return typeof key === 'string' ? dig(raw, key.split('.')) : raw;
  },
  getServerVersion: (call) => serverOf(call.php, connectionOf(call))?.version.join('.') ?? null,
  isMaria: (call) => serverOf(call.php, connectionOf(call))?.vendor === 'mariadb',
  getSchemaBuilder: (call) => schemaBuilder(call, connectionOf(call)),
  getSchemaGrammar: (call) => grammar(call),
  getQueryGrammar: (call) => grammar(call),
  getPostProcessor: (call) => call.php.unknown('the post processor is not followed', call.range),
  getPdo: (call) => call.php.makeNative('PDO', new ConnectionState(connectionOf(call))),
  getReadPdo: (call) => call.php.makeNative('PDO', new ConnectionState(connectionOf(call))),
  getDoctrineSchemaManager: doctrine,
  getDoctrineConnection: doctrine,
  getDoctrineColumn(call) {
    const manager = doctrine(call);
    if (!isObject(manager)) return manager;
    const table = call.php.callMethod(manager, 'listTableDetails', [call.args[0] ?? null], call.range);
    return isObject(table)
      ? call.php.callMethod(table, 'getColumn', [call.args[1] ?? null], call.range)
      : table;
  },
  registerDoctrineType: harmless,
  usingNativeSchemaOperations: (call) => !runtimeOf(call.php).application.doctrine,
  isDoctrineAvailable: (call) => runtimeOf(call.php).application.doctrine,
  escape: (call) => quoted(call),
};

/** `getDoctrineSchemaManager()`: gone with Laravel 11; before that, not followed. */
function doctrine(call: NativeCall): Value {
  const { laravel } = runtimeOf(call.php).application;
  if (laravel.major >= 11) {
    return call.php.throw(
      'BadMethodCallException',
      `Method Illuminate\\Database\\MySqlConnection::getDoctrineSchemaManager does not exist.`,
    );
  }
  return schemaManager(call);
}

function grammar(call: NativeCall): PhpObject {
  return call.php.makeNative('Illuminate\\Database\\Grammar', new ConnectionState(connectionOf(call)));
}

function quoted(call: NativeCall): Value {
  const text = call.php.toText(call.args[0] ?? null, call.range);
  return isUnknown(text) ? text : `'${text.replace(/[\\']/g, '\\$&')}'`;
}

const pdoMethods: Readonly<Record<string, NativeMethod>> = {
  exec(call) {
    const sent = unprepared(call);
    return isUnknown(sent) ? sent : unknown('how many rows a statement changes', call.range);
  },
  query: select,
  quote: quoted,
  getAttribute(call) {
    const server = serverOf(call.php, connectionOf(call));
    const attribute = call.args[0] ?? null;
    if (!server) return call.php.unknown('an attribute of the connection', call.range);
    // PDO::ATTR_SERVER_VERSION, PDO::ATTR_DRIVER_NAME
    if (attribute === 4) return server.version.join('.') + (server.vendor === 'mariadb' ? '-MariaDB' : '');
    if (attribute === 16) return 'mysql';
    return call.php.unknown('an attribute of the connection', call.range);
  },
  beginTransaction: harmless,
  commit: harmless,
  rollBack: harmless,
  inTransaction: () => false,
  setAttribute: () => true,
};

export const connectionClasses: readonly NativeClass[] = [
  {
    name: CONNECTION,
    interfaces: ['Illuminate\\Database\\ConnectionInterface'],
    methods: connectionMethods,
    call: (call, method) => call.php.unknown(`Connection::${method}() is not followed`, call.range),
  },
  { name: 'Illuminate\\Database\\ConnectionInterface', kind: 'interface' },
  { name: 'Illuminate\\Database\\MySqlConnection', parent: CONNECTION },
  { name: 'Illuminate\\Database\\MariaDbConnection', parent: 'Illuminate\\Database\\MySqlConnection' },
  {
    name: 'Illuminate\\Database\\Grammar',
    methods: {
      wrap: (call) => quoteName(String(call.args[0] ?? '')),
      wrapTable: (call) =>
        quoteName(connectionConfig(call.php, connectionOf(call)).prefix + String(call.args[0] ?? '')),
      getDateFormat: () => 'Y-m-d H:i:s',
      supportsSchemaTransactions: () => false,
    },
    call: (call, method) => call.php.unknown(`Grammar::${method}() is not followed`, call.range),
  },
  {
    name: 'PDO',
    constants: { ...PDO_CONSTANTS, ...prefixed('MYSQL_', PDO_MYSQL_CONSTANTS) },
    methods: pdoMethods,
    call: (call, method) => call.php.unknown(`PDO::${method}() is not followed`, call.range),
  },
  { name: 'Pdo\\Mysql', parent: 'PDO', constants: PDO_MYSQL_CONSTANTS },
  {
    name: 'Illuminate\\Database\\Query\\Expression',
    construct(call) {
      if (call.self) call.self.internal = new ExpressionState(call.args[0] ?? null);
    },
    methods: {
      getValue: (call) => expressionOf(call.self)?.value ?? null,
      __toString: (call) => expressionOf(call.self)?.value ?? null,
    },
  },
];

/** The callback with another default connection. (DatabaseManager::usingConnection) */
function usingConnection(call: NativeCall): Value {
  const runtime = runtimeOf(call.php);
  const before = runtime.defaultConnection;
  const name = argument(call, 0, 'name') ?? null;
  if (typeof name === 'string') runtime.defaultConnection = name;
  try {
    return call.php.callValue(argument(call, 1, 'callback') ?? null, [], call.range);
  } finally {
    runtime.defaultConnection = before;
  }
}

const managerOfConnections: Readonly<Record<string, NativeMethod>> = {
  ...connectionMethods,
  connection: (call) => connectionObject(call, argument(call, 0, 'name') ?? null),
  getDefaultConnection: (call) => runtimeOf(call.php).defaultConnection,
  setDefaultConnection(call) {
    const name = argument(call, 0, 'name') ?? null;
    if (typeof name === 'string') runtimeOf(call.php).defaultConnection = name;
    return null;
  },
  usingConnection,
  getFacadeRoot: (call) => connectionObject(call),
  prohibitDestructiveCommands: harmless,
  ...staticMacroMethods(CONNECTION),
};

/** A macro, or something that may do anything to the database. */
function unknownOfDb(call: NativeCall, method: string): Value {
  const macro = callMacro(callWith(call, { self: call.self ?? connectionObject(call) }), CONNECTION, method);
  if (macro !== undefined) return macro;
  const what = call.php.unknown(`DB::${method}() is not followed`, call.range);
  const { session } = runtimeOf(call.php);
  const key = worldKey(call.php, connectionOf(call));
  if (key !== null) doubtTables(session, key, null, what);
  return what;
}

/** The facade DB: everything goes to the default connection, but for what the manager itself does. */
export const dbFacade: NativeClass = {
  name: 'Illuminate\\Support\\Facades\\DB',
  statics: managerOfConnections,
  methods: managerOfConnections,
  call: (call, method) => unknownOfDb(call, method),
  callStatic: (call, method) => unknownOfDb(call, method),
};
