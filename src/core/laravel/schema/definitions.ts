import type { NativeCall, NativeClass, NativeMethod } from '../../php/classes';
import { argument } from '../../php/classes';
import type { PhpObject, Value } from '../../php/values';
import { runtimeOf } from '../runtime';
import { beforeLast, pluralWord } from '../support/inflect';
import { atLeast } from '../version';
import { blueprintOf } from './blueprintState';
import { compilerFor } from './compilerFor';
import { has } from './features';
import { type FluentState, fluentClass, fluentOf } from './fluent';
import { addIndexCommand } from './indexCommands';

const NAMESPACE = 'Illuminate\\Database\\Schema\\';

export const COLUMN_DEFINITION = `${NAMESPACE}ColumnDefinition`;
export const FOREIGN_ID_COLUMN = `${NAMESPACE}ForeignIdColumnDefinition`;
export const FOREIGN_KEY = `${NAMESPACE}ForeignKeyDefinition`;
export const INDEX_DEFINITION = `${NAMESPACE}IndexDefinition`;

function fluent(call: NativeCall): FluentState {
  const state = call.self ? fluentOf(call.self) : null;
  if (!state) throw new Error('a definition method was called without a definition');
  return state;
}

/** Shorthands of foreign keys: the attribute, its value, and the first Laravel with the method. */
const FOREIGN_SHORTHANDS: Readonly<
  Record<string, readonly [attribute: string, value: string, since: string]>
> = {
  cascadeOnUpdate: ['onUpdate', 'cascade', '8.0'],
  restrictOnUpdate: ['onUpdate', 'restrict', '8.68'],
  nullOnUpdate: ['onUpdate', 'set null', '11.24'],
  noActionOnUpdate: ['onUpdate', 'no action', '10.36'],
  cascadeOnDelete: ['onDelete', 'cascade', '8.0'],
  restrictOnDelete: ['onDelete', 'restrict', '8.10'],
  nullOnDelete: ['onDelete', 'set null', '8.0'],
  noActionOnDelete: ['onDelete', 'no action', '9.49'],
};

/** A shorthand that this Laravel lacks sets an attribute of its own name, which nobody reads. */
function foreignShorthand(method: string): NativeMethod {
  const [attribute, value, since] = FOREIGN_SHORTHANDS[method] ?? [method, '', '8.0'];
  return (call) => {
    const known = atLeast(runtimeOf(call.php).application.laravel, since);
    fluent(call).set(known ? attribute : method, known ? value : true);
    return call.self;
  };
}

/** Adds the foreign-key command for columns and wraps it. (Blueprint::foreign) */
export function makeForeignKey(
  call: NativeCall,
  blueprint: PhpObject,
  columns: Value,
  name: Value,
): PhpObject {
  const state = blueprintOf(blueprint);
  if (!state) throw new Error('a foreign key needs a Blueprint');
  const c = compilerFor(call.php, state, call.statementRange);
  const command = addIndexCommand(c, state, 'foreign', columns, name, call.statementRange);
  return call.php.makeNative(FOREIGN_KEY, command);
}

function references(call: NativeCall, column: Value, name: Value): PhpObject {
  const state = fluent(call);
  if (!state.blueprint) throw new Error('a foreign id column without a Blueprint');
  const key = makeForeignKey(call, state.blueprint, state.get('name'), name);
  fluentOf(key)?.set('references', column);
  return key;
}

function constrained(call: NativeCall): Value {
  const { laravel } = runtimeOf(call.php).application;
  const state = fluent(call);
  const remembered = (feature: 'modelTable' | 'modelKey', attribute: string) =>
    has(laravel, feature) ? state.get(attribute) : null;
  const column = argument(call, 1, 'column') ?? remembered('modelKey', 'referencesModelColumn') ?? 'id';
  const name = has(laravel, 'constrainedIndexName') ? (argument(call, 2, 'indexName') ?? null) : null;
  const table = argument(call, 0, 'table') ?? remembered('modelTable', 'table') ?? guessTable(state, column);
  const key = references(call, column, name);
  fluentOf(key)?.set('on', table);
  return key;
}

/** `user_id` → `users`. */
function guessTable(state: FluentState, column: Value): Value {
  const name = state.get('name');
  if (typeof name !== 'string') return name;
  return pluralWord(beforeLast(name, `_${String(column)}`));
}

export const definitionClasses: readonly NativeClass[] = [
  fluentClass,
  { name: COLUMN_DEFINITION, parent: fluentClass.name },
  {
    name: FOREIGN_ID_COLUMN,
    parent: COLUMN_DEFINITION,
    methods: {
      constrained,
      references(call) {
        const { laravel } = runtimeOf(call.php).application;
        const name = has(laravel, 'constrainedIndexName') ? (argument(call, 1, 'indexName') ?? null) : null;
        return references(call, argument(call, 0, 'column') ?? null, name);
      },
    },
  },
  {
    name: FOREIGN_KEY,
    parent: fluentClass.name,
    methods: Object.fromEntries(
      Object.keys(FOREIGN_SHORTHANDS).map((name) => [name, foreignShorthand(name)]),
    ),
  },
  { name: INDEX_DEFINITION, parent: fluentClass.name },
];
