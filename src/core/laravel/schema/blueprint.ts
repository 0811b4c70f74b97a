import { argument, callWith, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import { isUnknown, listOf, type PhpObject, type Value } from '../../php/values';
import { callMacro, staticMacroMethods } from '../macros';
import { runtimeOf } from '../runtime';
import { wasRead } from '../version';
import { addCommand, compilerOf, INDEX_DEFINITION, laravelOf, stateOf, wrapFluent } from './blueprintCall';
import { BlueprintState } from './blueprintState';
import { columnMethods } from './columns';
import { makeForeignKey } from './definitions';
import { dropMethods } from './drops';
import { has } from './features';
import { type FluentState, fluentOf } from './fluent';
import { addDropIndexCommand, addIndexCommand, conventionalName } from './indexCommands';
import { hasBlueprintMethod } from './methodVersions';
import { modelMethods } from './modelMethods';
import { shorthandMethods } from './shorthands';
import { ExpressionState } from './wrap';

export const BLUEPRINT = 'Illuminate\\Database\\Schema\\Blueprint';

function index(call: NativeCall, kind: string): PhpObject {
  const columns = argument(call, 0, 'columns') ?? argument(call, 0, 'column') ?? null;
  const command = addIndexCommand(
    compilerOf(call),
    stateOf(call),
    kind,
    columns,
    argument(call, 1, 'name') ?? null,
    call.statementRange,
  );
  const algorithm = kind === 'spatialIndex' || kind === 'vectorIndex' ? null : argument(call, 2, 'algorithm');
  command.set('algorithm', algorithm ?? null);
  return wrapFluent(call, INDEX_DEFINITION, command);
}

const indexMethods: Readonly<Record<string, NativeMethod>> = {
  primary: (call) => index(call, 'primary'),
  unique: (call) => index(call, 'unique'),
  index: (call) => index(call, 'index'),
  fullText: (call) => index(call, 'fulltext'),
  spatialIndex: (call) => index(call, 'spatialIndex'),
  vectorIndex(call) {
    const made = index(call, 'vectorIndex');
    fluentOf(made)?.set('operatorClass', 'M=6 DISTANCE=cosine');
    return made;
  },
  rawIndex(call) {
    const expression = new ExpressionState(argument(call, 0, 'expression') ?? null);
    const columns = listOf([call.php.makeNative('Illuminate\\Database\\Query\\Expression', expression)]);
    const name = argument(call, 1, 'name') ?? null;
    const command = addIndexCommand(
      compilerOf(call),
      stateOf(call),
      'index',
      columns,
      name,
      call.statementRange,
    );
    return wrapFluent(call, INDEX_DEFINITION, command);
  },
  foreign(call) {
    if (!call.self) throw new Error('foreign() was called without a Blueprint');
    return makeForeignKey(
      call,
      call.self,
      argument(call, 0, 'columns') ?? null,
      argument(call, 1, 'name') ?? null,
    );
  },
};

function setsProperty(name: string): NativeMethod {
  return (call) => {
    call.self?.properties.set(
      name,
      name === 'temporary' ? true : (call.args[0] ?? [...call.named.values()][0] ?? null),
    );
    return null;
  };
}

const tableMethods: Readonly<Record<string, NativeMethod>> = {
  create: (call) => addCommand(call, 'create'),
  drop: (call) => addCommand(call, 'drop'),
  dropIfExists: (call) => addCommand(call, 'dropIfExists'),
  rename: (call) => addCommand(call, 'rename', { to: argument(call, 0, 'to') ?? null }),
  renameColumn: (call) =>
    addCommand(call, 'renameColumn', {
      from: argument(call, 0, 'from') ?? null,
      to: argument(call, 1, 'to') ?? null,
    }),
  renameIndex: (call) =>
    addCommand(call, 'renameIndex', {
      from: argument(call, 0, 'from') ?? null,
      to: argument(call, 1, 'to') ?? null,
    }),
  comment: (call) => addCommand(call, 'tableComment', { comment: argument(call, 0, 'comment') ?? null }),
  engine: setsProperty('engine'),
  innoDb(call) {
    call.self?.properties.set('engine', 'InnoDB');
    return null;
  },
  charset: setsProperty('charset'),
  collation: setsProperty('collation'),
  temporary: setsProperty('temporary'),
  creating: (call) => stateOf(call).creating(),
  after(call) {
    const state = stateOf(call);
    state.after = argument(call, 0, 'column') ?? null;
    call.php.callValue(argument(call, 1, 'callback') ?? null, [call.self], call.range);
    state.after = null;
    return null;
  },
  removeColumn(call) {
    const state = stateOf(call);
    const name = argument(call, 0, 'name') ?? null;
    const others = (column: FluentState) => column.role === 'command' || column.get('name') !== name;
    state.columns = state.columns.filter((column) => column.get('name') !== name);
    state.commands = state.commands.filter(others);
    return call.self;
  },
  getTable: (call) => stateOf(call).table,
  getPrefix: (call) => compilerOf(call).flavour.connection.prefix,
  getColumns: (call) => definitions(call, () => true),
  getAddedColumns: (call) => definitions(call, (column) => column.get('change') !== true),
  getChangedColumns: (call) => definitions(call, (column) => column.get('change') === true),
  getCommands: (call) =>
    listOf(stateOf(call).commands.map((command) => wrapFluent(call, 'Illuminate\\Support\\Fluent', command))),
  createIndexName: (call) =>
    conventionalName(compilerOf(call), stateOf(call), String(call.args[0] ?? ''), call.args[1] ?? null),
  indexCommand: (call) => index(callWith(call, { args: call.args.slice(1) }), String(call.args[0] ?? '')),
  dropIndexCommand(call) {
    const kind = String(call.args[0] ?? '');
    const command = addDropIndexCommand(
      compilerOf(call),
      stateOf(call),
      kind,
      call.args[2] ?? null,
      call.statementRange,
    );
    return wrapFluent(call, 'Illuminate\\Support\\Fluent', command);
  },
  addCommand(call) {
    const parameters = argument(call, 1, 'parameters') ?? null;
    const entries =
      typeof parameters === 'object' && parameters !== null && parameters.kind === 'array'
        ? parameters.entries
        : [];
    return addCommand(
      call,
      String(call.args[0] ?? ''),
      Object.fromEntries([...entries].map(([key, value]) => [String(key), value])),
    );
  },
};

function definitions(call: NativeCall, choose: (column: FluentState) => boolean): Value {
  const columns = stateOf(call).columns.filter(choose);
  return listOf(
    columns.map((column) => wrapFluent(call, 'Illuminate\\Database\\Schema\\ColumnDefinition', column)),
  );
}

/** A method that this Laravel's Blueprint lacks goes where unknown methods go. */
function gated(methods: Readonly<Record<string, NativeMethod>>): Record<string, NativeMethod> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]): [string, NativeMethod] => [
      name,
      (call) => (hasBlueprintMethod(laravelOf(call), name) ? method(call) : unknownMethod(call, name)),
    ]),
  );
}

function unknownMethod(call: NativeCall, method: string): Value {
  const macro = callMacro(call, BLUEPRINT, method);
  if (macro !== undefined) return macro;
  if (hasAnyVersion(method) || isNobodys(call, method)) {
    return call.php.throw('BadMethodCallException', `Method ${BLUEPRINT}::${method} does not exist.`);
  }
  const unknown = call.php.unknown(
    `Blueprint::${method}() is not Laravel's, and no provider that could be read defines it`,
    call.range,
  );
  stateOf(call).taints.push(unknown);
  return unknown;
}

/** Laravel's own methods that nothing here follows. */
const NOT_MODELLED = new Set(
  `build tosql ensurecommandsarevalid commandsnamed addimpliedcommands addfluentindexes addfluentcommands
  addaltercommands addcolumndefinition createcommand getstate defaulttimeprecision hasautoincrementcolumn
  autoincrementingstartingvalues macro mixin hasmacro flushmacros macrocall`.split(/\s+/),
);

/** Whether no code that defines a method for every Blueprint can be hidden: all packages are there to read. */
function isNobodys(call: NativeCall, method: string): boolean {
  const { unseenPackages, laravel } = runtimeOf(call.php).application;
  return unseenPackages?.length === 0 && wasRead(laravel) && !NOT_MODELLED.has(method.toLowerCase());
}

const allMethods = {
  ...columnMethods,
  ...shorthandMethods,
  ...modelMethods,
  ...indexMethods,
  ...dropMethods,
  ...tableMethods,
};

const lowerNames = new Set(Object.keys(allMethods).map((name) => name.toLowerCase()));

function hasAnyVersion(method: string): boolean {
  return lowerNames.has(method.toLowerCase());
}

export const blueprintClass: NativeClass = {
  name: BLUEPRINT,
  properties: { engine: null, charset: null, collation: null, temporary: false, after: null },
  construct(call) {
    if (!call.self) return;
    const takesConnection = has(laravelOf(call), 'defaultTimePrecision');
    const [table, callback] = takesConnection ? [call.args[1], call.args[2]] : [call.args[0], call.args[1]];
    const named = call.named.get('table') ?? table ?? null;
    const state = new BlueprintState(named, call.statementRange, runtimeOf(call.php).blueprintConnection);
    call.self.internal = state;
    const body = call.named.get('callback') ?? callback ?? null;
    if (body !== null && !isUnknown(body)) call.php.callValue(body, [call.self], call.range);
  },
  methods: gated(allMethods),
  statics: staticMacroMethods(BLUEPRINT),
  call: unknownMethod,
};
