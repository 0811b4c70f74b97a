import { argument, callWith, type NativeCall, type NativeClass, type NativeMethod } from '../../php/classes';
import type { PhpObject, Value } from '../../php/values';
import { ConnectionState } from '../database/connectionState';
import { noMethod, SCHEMA_BUILDER, schemaBuilderMethods } from '../database/schemaBuilder';
import { staticMacroMethods } from '../macros';
import { connectionConfig, runtimeOf } from '../runtime';

/** The schema builder of a connection; of the default one where no name is given. */
export function schemaBuilder(call: NativeCall, name: Value = null): PhpObject {
  const connection = typeof name === 'string' ? name : runtimeOf(call.php).defaultConnection;
  const { driver } = connectionConfig(call.php, connection);
  const className = driver === 'mariadb' ? 'MariaDbBuilder' : 'MySqlBuilder';
  return call.php.makeNative(`Illuminate\\Database\\Schema\\${className}`, new ConnectionState(connection));
}

/** The facade's static methods act on the default connection's builder. */
const statics: Record<string, NativeMethod> = {
  ...schemaBuilderMethods,
  ...staticMacroMethods(SCHEMA_BUILDER),
  connection: (call) => schemaBuilder(call, argument(call, 0, 'name') ?? null),
  getFacadeRoot: (call) => schemaBuilder(call),
};

export const schemaFacade: NativeClass = {
  name: 'Illuminate\\Support\\Facades\\Schema',
  statics,
  callStatic: (call, method) => noMethod(callWith(call, { self: schemaBuilder(call) }), method),
};
