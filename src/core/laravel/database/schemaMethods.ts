import { argument, type NativeCall, type NativeMethod } from '../../php/classes';
import { isUnknown, listOf, type Value } from '../../php/values';
import { flavourOf, runtimeOf } from '../runtime';
import { connectionOf } from './connectionState';

/** Methods of the schema builder about databases ("schemas") and types instead of tables. */
export const schemaMethods: Readonly<Record<string, NativeMethod>> = {
  getCurrentSchemaName: (call) => currentDatabase(call),
  getCurrentSchemaListing: (call) => listOf([currentDatabase(call)]),
  getSchemas: (call) => call.php.unknown("the server's list of databases is not known", call.range),
  getTypes: (call) =>
    runtimeOf(call.php).application.laravel.major < 12
      ? call.php.throw('LogicException', 'This database driver does not support user-defined types.')
      : call.php.throw(
          'RuntimeException',
          'This database driver does not support retrieving user-defined types.',
        ),
  parseSchemaAndTable,
};

function currentDatabase(call: NativeCall): string {
  return flavourOf(call.php, connectionOf(call)).server.database;
}

/** `schema.table` as [schema, table]; the schema is null where it is not written. */
function parseSchemaAndTable(call: NativeCall): Value {
  const reference = call.php.toText(argument(call, 0, 'reference') ?? null, call.range);
  if (isUnknown(reference)) return reference;
  const segments = reference.split('.');
  if (segments.length > 2) {
    const message = `Using three-part references is not supported, you may use \`Schema::connection('${segments[0]}')\` instead.`;
    return call.php.throw('InvalidArgumentException', message);
  }
  if (segments.length === 2) return listOf(segments);
  const fallback = argument(call, 1, 'withDefaultSchema') ?? null;
  if (typeof fallback === 'string') return listOf([fallback, reference]);
  const schema = call.php.truth(fallback, call.range) ? currentDatabase(call) : null;
  return listOf([schema, reference]);
}
