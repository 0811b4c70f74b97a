import {
  argument,
  type KeptProperty,
  type NativeCall,
  type NativeClass,
  type NativeMethod,
} from '../../php/classes';
import { isObject, isUnknown, listOf, type PhpObject, type Value } from '../../php/values';
import { doubtTables } from '../../session/session';
import { bootHere, callMacro, staticMacroMethods } from '../macros';
import { flavourOf, runtimeOf, worldKey } from '../runtime';
import { BLUEPRINT } from '../schema/blueprint';
import { type BlueprintState, blueprintOf } from '../schema/blueprintState';
import { compileBlueprint } from '../schema/compile';
import { compilerOn } from '../schema/compilerFor';
import { has } from '../schema/features';
import { hasBuilderMethod } from '../schema/methodVersions';
import { reread } from '../schema/reread';
import { quoteName } from '../schema/wrap';
import { boundTo } from '../support/container';
import { ConnectionState, connectionOf } from './connectionState';
import { inspectionMethods } from './inspection';
import { schemaMethods } from './schemaMethods';
import { sendSql } from './send';
import { tableNames, viewNames } from './tables';

export const SCHEMA_BUILDER = 'Illuminate\\Database\\Schema\\Builder';

/** Makes a Blueprint for a table and lets `fill` act on it; then sends its statements. */
export function buildTable(call: NativeCall, table: Value, fill: (blueprint: PhpObject) => void): void {
  const connection = connectionOf(call);
  const runtime = runtimeOf(call.php);
  runtime.blueprintConnection = connection;
  const blueprint = makeBlueprint(call, connection, table);
  fill(blueprint);
  sendBlueprint(call, connection, blueprint);
}

function makeBlueprint(call: NativeCall, connection: string, table: Value): PhpObject {
  const runtime = runtimeOf(call.php);
  const { application } = runtime;
  for (const provider of application.providers.withBlueprint) {
    if (runtime.askedProviders.has(provider)) continue;
    runtime.askedProviders.add(provider);
    bootHere(call, provider);
  }
  const { blueprintResolver } = runtime;
  const takesConnection = has(application.laravel, 'defaultTimePrecision');
  const args: Value[] = takesConnection
    ? [connectionObject(call, connection), table, null]
    : [table, null, ''];
  if (blueprintResolver !== null && !isUnknown(blueprintResolver)) {
    const made = call.php.callValue(blueprintResolver, args, call.range);
    if (typeof made === 'object' && made?.kind === 'object' && blueprintOf(made)) return made;
  }
  const bound = boundTo(call, BLUEPRINT) ?? null;
  if (isObject(bound)) {
    const made = call.php.callValue(bound, [connectionObject(call, connection), listOf(args)], call.range);
    if (isObject(made) && blueprintOf(made)) return made;
  }
  return call.php.instantiate(typeof bound === 'string' ? bound : BLUEPRINT, args, call.range);
}

function connectionObject(call: NativeCall, name: string): PhpObject {
  return call.php.makeNative('Illuminate\\Database\\Connection', new ConnectionState(name));
}

/** Compiles all statements, then sends them one after the other, as Blueprint::build does. */
function sendBlueprint(call: NativeCall, connection: string, object: PhpObject): void {
  const blueprint = blueprintOf(object);
  if (!blueprint || worldKey(call.php, connection) === null) return;
  const c = compilerOn(call.php, connection, call.statementRange);
  for (const statement of compileBlueprint(c, blueprint, object, reread)) {
    sendSql(call.php, { connection, ...statement });
  }
  noteTaints(call, connection, blueprint);
}

/** What the Blueprint could not know makes the table uncertain. */
function noteTaints(call: NativeCall, connection: string, blueprint: BlueprintState): void {
  const [taint] = blueprint.taints;
  const key = worldKey(call.php, connection);
  if (!taint || key === null) return;
  const prefix = flavourOf(call.php, connection).connection.prefix;
  const tables = typeof blueprint.table === 'string' ? [prefix + blueprint.table] : null;
  doubtTables(runtimeOf(call.php).session, key, tables, taint);
}

/** The closure's body on a Blueprint; an unknown closure makes the table uncertain. */
function fillWith(call: NativeCall, callback: Value): (blueprint: PhpObject) => void {
  return (blueprint) => {
    if (isUnknown(callback)) blueprintOf(blueprint)?.taints.push(callback);
    else if (callback !== null) call.php.callValue(callback, [blueprint], call.range);
  };
}

const command =
  (name: string, extra?: readonly [index: number, name: string]): NativeMethod =>
  (call) => {
    const table = argument(call, 0, extra ? 'from' : 'table') ?? null;
    const more = extra ? [argument(call, extra[0], extra[1]) ?? null] : [];
    buildTable(call, table, (blueprint) => {
      call.php.callMethod(blueprint, name, more, call.range);
    });
    return null;
  };

const buildMethods: Readonly<Record<string, NativeMethod>> = {
  create(call) {
    buildTable(call, argument(call, 0, 'table') ?? null, (blueprint) => {
      call.php.callMethod(blueprint, 'create', [], call.range);
      fillWith(call, argument(call, 1, 'callback') ?? null)(blueprint);
    });
    return null;
  },
  table(call) {
    buildTable(
      call,
      argument(call, 0, 'table') ?? null,
      fillWith(call, argument(call, 1, 'callback') ?? null),
    );
    return null;
  },
  drop: command('drop'),
  dropIfExists: command('dropIfExists'),
  rename: command('rename', [1, 'to']),
  dropColumns(call) {
    const columns = argument(call, 1, 'columns') ?? null;
    buildTable(call, argument(call, 0, 'table') ?? null, (blueprint) => {
      call.php.callMethod(blueprint, 'dropColumn', [columns], call.range);
    });
    return null;
  },
  whenTableHasColumn: (call) => whenHas(call, 'hasColumn', true, 2),
  whenTableDoesntHaveColumn: (call) => whenHas(call, 'hasColumn', false, 2),
  whenTableHasIndex: (call) => whenHas(call, 'hasIndex', true, 2),
  whenTableDoesntHaveIndex: (call) => whenHas(call, 'hasIndex', false, 2),
  enableForeignKeyConstraints: (call) => foreignKeyChecks(call, 1),
  disableForeignKeyConstraints: (call) => foreignKeyChecks(call, 0),
  withoutForeignKeyConstraints(call) {
    foreignKeyChecks(call, 0);
    try {
      return call.php.callValue(argument(call, 0, 'callback') ?? null, [], call.range);
    } finally {
      foreignKeyChecks(call, 1);
    }
  },
  dropAllTables: (call) => dropAll(call, 'table'),
  dropAllViews: (call) => dropAll(call, 'view'),
  dropAllTypes: (call) =>
    call.php.throw('LogicException', 'This database driver does not support dropping all types.'),
  createDatabase: (call) => databaseStatement(call, 'create database'),
  dropDatabaseIfExists: (call) => databaseStatement(call, 'drop database if exists'),
};

function whenHas(call: NativeCall, question: string, wanted: boolean, callback: number): Value {
  const answer = inspectionMethods[question]?.(call) ?? null;
  if (call.php.truth(answer, call.range) !== wanted) return null;
  buildTable(
    call,
    argument(call, 0, 'table') ?? null,
    fillWith(call, argument(call, callback, 'callback') ?? null),
  );
  return null;
}

function foreignKeyChecks(call: NativeCall, on: 0 | 1): Value {
  return sendSql(call.php, {
    connection: connectionOf(call),
    sql: `SET FOREIGN_KEY_CHECKS=${on};`,
    range: call.statementRange,
  });
}

function dropAll(call: NativeCall, kind: 'table' | 'view'): Value {
  const connection = connectionOf(call);
  const key = worldKey(call.php, connection);
  if (key === null) return null;
  const { session, application } = runtimeOf(call.php);
  const names = kind === 'table' ? tableNames(session, key) : viewNames(session, key);
  if (names.length === 0) return null;
  const qualified = has(application.laravel, 'dropAllQualified');
  const database = flavourOf(call.php, connection).server.database;
  const list = names.map((name) =>
    qualified ? `${quoteName(database)}.${quoteName(name)}` : quoteName(name),
  );
  if (kind === 'table') foreignKeyChecks(call, 0);
  const sql = `drop ${kind} ${list.join(qualified ? ', ' : ',')}`;
  sendSql(call.php, { connection, sql, range: call.statementRange });
  if (kind === 'table') foreignKeyChecks(call, 1);
  return null;
}

function databaseStatement(call: NativeCall, verb: string): Value {
  const name = argument(call, 0, 'name') ?? null;
  if (typeof name !== 'string') return call.php.unknown('the name of the database is not known', call.range);
  const sql = `${verb} ${quoteName(name)}`;
  return sendSql(call.php, { connection: connectionOf(call), sql, range: call.statementRange });
}

function switchMorphs(kind: 'uuid' | 'ulid'): NativeMethod {
  return (call) => {
    runtimeOf(call.php).switches.defaultMorphKeyType = kind;
    return null;
  };
}

const keptLength: KeptProperty = {
  read: (php) => runtimeOf(php).switches.defaultStringLength,
  write(php, value) {
    runtimeOf(php).switches.defaultStringLength = value;
  },
};

const keptPrecision: KeptProperty = {
  read: (php) => runtimeOf(php).switches.defaultTimePrecision,
  write(php, value) {
    runtimeOf(php).switches.defaultTimePrecision = value;
  },
};

const keptKeyType: KeptProperty = {
  read: (php) => runtimeOf(php).switches.defaultMorphKeyType,
  write(php, value) {
    if (value === 'int' || value === 'uuid' || value === 'ulid')
      runtimeOf(php).switches.defaultMorphKeyType = value;
  },
};

const switchMethods: Readonly<Record<string, NativeMethod>> = {
  defaultStringLength(call) {
    runtimeOf(call.php).switches.defaultStringLength = argument(call, 0, 'length') ?? null;
    return null;
  },
  defaultTimePrecision(call) {
    runtimeOf(call.php).switches.defaultTimePrecision = argument(call, 0, 'precision') ?? null;
    return null;
  },
  defaultMorphKeyType(call) {
    const kind = argument(call, 0, 'type') ?? null;
    if (kind === 'int' || kind === 'uuid' || kind === 'ulid')
      runtimeOf(call.php).switches.defaultMorphKeyType = kind;
    return null;
  },
  morphUsingUuids: switchMorphs('uuid'),
  morphUsingUlids: switchMorphs('ulid'),
  useNativeSchemaOperationsIfPossible(call) {
    runtimeOf(call.php).switches.nativeSchemaOperations = argument(call, 0, 'value') !== false;
    return null;
  },
  blueprintResolver(call) {
    runtimeOf(call.php).blueprintResolver = argument(call, 0, 'resolver') ?? null;
    return null;
  },
};

const otherMethods: Readonly<Record<string, NativeMethod>> = {
  getConnection: (call) => connectionObject(call, connectionOf(call)),
  setConnection: (call) => call.self,
  registerCustomDoctrineType: () => null,
  ensureVectorExtensionExists: postgresOnly,
  ensureExtensionExists: postgresOnly,
};

function postgresOnly(call: NativeCall): Value {
  return call.php.throw('RuntimeException', 'Extensions are only supported by Postgres.');
}

/** All methods of the schema builder; the facade calls them on the default connection's. */
export const schemaBuilderMethods = gated({
  ...buildMethods,
  ...inspectionMethods,
  ...schemaMethods,
  ...switchMethods,
  ...otherMethods,
});

/** A method that this Laravel's builder lacks goes where unknown methods go. */
function gated(methods: Readonly<Record<string, NativeMethod>>): Readonly<Record<string, NativeMethod>> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]): [string, NativeMethod] => [
      name,
      (call) =>
        hasBuilderMethod(runtimeOf(call.php).application.laravel, name) ? method(call) : noMethod(call, name),
    ]),
  );
}

/** A macro of that name, or what PHP throws where the schema builder has no such method. */
export function noMethod(call: NativeCall, method: string): Value {
  const macro = callMacro(call, SCHEMA_BUILDER, method);
  if (macro !== undefined) return macro;
  const { driver } = flavourOf(call.php, connectionOf(call)).connection;
  const name = `Illuminate\\Database\\Schema\\${driver === 'mariadb' ? 'MariaDbBuilder' : 'MySqlBuilder'}::${method}`;
  return has(runtimeOf(call.php).application.laravel, 'builderMacros')
    ? call.php.throw('BadMethodCallException', `Method ${name} does not exist.`)
    : call.php.throw('Error', `Call to undefined method ${name}()`);
}

export const schemaBuilderClasses: readonly NativeClass[] = [
  {
    name: SCHEMA_BUILDER,
    kept: {
      defaultStringLength: keptLength,
      defaultTimePrecision: keptPrecision,
      defaultMorphKeyType: keptKeyType,
    },
    methods: schemaBuilderMethods,
    statics: { ...switchMethods, ...staticMacroMethods(SCHEMA_BUILDER) },
    call: noMethod,
  },
  { name: 'Illuminate\\Database\\Schema\\MySqlBuilder', parent: SCHEMA_BUILDER },
  {
    name: 'Illuminate\\Database\\Schema\\MariaDbBuilder',
    parent: 'Illuminate\\Database\\Schema\\MySqlBuilder',
  },
];
