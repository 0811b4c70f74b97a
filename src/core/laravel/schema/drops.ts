import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isArray, listOf, type PhpObject, type Value } from '../../php/values';
import { addCommand, compilerOf, FLUENT, stateOf, wrapFluent } from './blueprintCall';
import { addDropIndexCommand, conventionalName } from './indexCommands';
import { text, truthy } from './wrap';

/** Methods of Blueprint that drop columns, indexes and keys. */
export const dropMethods: Readonly<Record<string, NativeMethod>> = {
  dropColumn(call) {
    const first = argument(call, 0, 'columns') ?? null;
    return isArray(first)
      ? dropColumns(call, [...first.entries.values()])
      : dropColumns(call, call.args.length > 0 ? call.args : [first]);
  },
  dropTimestamps: (call) => quietly(dropColumns(call, ['created_at', 'updated_at'])),
  dropTimestampsTz: (call) => quietly(dropColumns(call, ['created_at', 'updated_at'])),
  dropSoftDeletes: (call) => quietly(dropColumns(call, [softDeleteColumn(call)])),
  dropSoftDeletesTz: (call) => quietly(dropColumns(call, [softDeleteColumn(call)])),
  dropRememberToken: (call) => quietly(dropColumns(call, ['remember_token'])),
  dropMorphs(call) {
    const c = compilerOf(call);
    const name = text(c, argument(call, 0, 'name') ?? null);
    const columns = [`${name}_type`, `${name}_id`];
    const given = argument(call, 1, 'indexName') ?? null;
    const index = truthy(c, given) ? given : conventionalName(c, stateOf(call), 'index', listOf(columns));
    addDropIndexCommand(c, stateOf(call), 'dropIndex', index, call.statementRange);
    return quietly(dropColumns(call, columns));
  },
  dropConstrainedForeignId(call) {
    const column = argument(call, 0, 'column') ?? null;
    dropForeignOf(call, column);
    return dropColumns(call, [column]);
  },
  dropPrimary: (call) => dropIndex(call, 'dropPrimary'),
  dropUnique: (call) => dropIndex(call, 'dropUnique'),
  dropIndex: (call) => dropIndex(call, 'dropIndex'),
  dropFullText: (call) => dropIndex(call, 'dropFullText'),
  dropSpatialIndex: (call) => dropIndex(call, 'dropSpatialIndex'),
  dropVectorIndex: (call) => dropIndex(call, 'dropVectorIndex'),
  dropForeign: (call) => dropIndex(call, 'dropForeign'),
};

function quietly(_command: PhpObject): Value {
  return null;
}

function softDeleteColumn(call: NativeCall): Value {
  const given = argument(call, 0, 'column');
  return given === undefined ? 'deleted_at' : given;
}

function dropIndex(call: NativeCall, kind: string): PhpObject {
  const index = argument(call, 0, 'index') ?? null;
  return wrapFluent(
    call,
    FLUENT,
    addDropIndexCommand(compilerOf(call), stateOf(call), kind, index, call.statementRange),
  );
}

/** Drops columns in one statement. */
export function dropColumns(call: NativeCall, columns: readonly Value[]): PhpObject {
  return addCommand(call, 'dropColumn', { columns: listOf(columns) });
}

/** Drops the foreign key with the column's conventional name. */
export function dropForeignOf(call: NativeCall, column: Value): PhpObject {
  const command = addDropIndexCommand(
    compilerOf(call),
    stateOf(call),
    'dropForeign',
    listOf([column]),
    call.statementRange,
  );
  return wrapFluent(call, FLUENT, command);
}
