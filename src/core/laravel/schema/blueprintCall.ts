import type { NativeCall } from '../../php/classes';
import type { PhpObject, Value } from '../../php/values';
import { runtimeOf } from '../runtime';
import type { LaravelVersion } from '../version';
import { type BlueprintState, blueprintOf } from './blueprintState';
import { compilerFor } from './compilerFor';
import type { FluentState } from './fluent';
import { FluentState as Fluent } from './fluent';
import type { Compiler } from './wrap';

export const COLUMN_DEFINITION = 'Illuminate\\Database\\Schema\\ColumnDefinition';
export const FOREIGN_ID_COLUMN = 'Illuminate\\Database\\Schema\\ForeignIdColumnDefinition';
export const FOREIGN_KEY = 'Illuminate\\Database\\Schema\\ForeignKeyDefinition';
export const INDEX_DEFINITION = 'Illuminate\\Database\\Schema\\IndexDefinition';
export const FLUENT = 'Illuminate\\Support\\Fluent';

/** The Blueprint that a native method was called on. */
export function stateOf(call: NativeCall): BlueprintState {
  const state = blueprintOf(call.self);
  if (!state) throw new Error('a Blueprint method was called without a Blueprint');
  return state;
}

export function laravelOf(call: NativeCall): LaravelVersion {
  return runtimeOf(call.php).application.laravel;
}

export function compilerOf(call: NativeCall): Compiler {
  return compilerFor(call.php, stateOf(call), call.statementRange);
}

/** Adds a column; gives the definition that PHP sees. (Blueprint::addColumnDefinition) */
export function addColumn(call: NativeCall, attributes: Map<string, Value>, foreign = false): PhpObject {
  const state = stateOf(call);
  const column = new Fluent(attributes, call.statementRange, 'column', foreign ? call.self : null);
  state.columns.push(column);
  if (!state.creating()) state.commands.push(column);
  if (state.after !== null) {
    column.set('after', state.after);
    state.after = column.get('name');
  }
  return call.php.makeNative(foreign ? FOREIGN_ID_COLUMN : COLUMN_DEFINITION, column);
}

/** Adds a command; gives the Fluent that PHP sees. (Blueprint::addCommand) */
export function addCommand(
  call: NativeCall,
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
): PhpObject {
  const command = new Fluent(
    new Map(Object.entries({ name, ...attributes })),
    call.statementRange,
    'command',
  );
  stateOf(call).commands.push(command);
  return wrapFluent(call, FLUENT, command);
}

export function wrapFluent(call: NativeCall, className: string, state: FluentState): PhpObject {
  return call.php.makeNative(className, state);
}
