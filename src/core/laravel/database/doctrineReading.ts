import type { NativeCall } from '../../php/classes';
import type { Unknown } from '../../php/values';
import type { Table } from '../../schema/model';
import type { ServerProfile } from '../../schema/server';
import { listMigrations } from '../migrations';
import { runtimeOf } from '../runtime';
import { READ_TYPES } from '../schema/doctrineColumn';
import { platformOf } from '../schema/doctrinePlatform';

/** Code after which dbal reads ENUM: Laravel maps it before it changes or renames a column. */
const TEACHES_ENUM = /->change\(|renameColumn\(|registerDoctrineTypeMapping/;

/**
 * dbal reads all columns of a table, and throws at a type that it has no name for. ENUM is one until the application
 * or Laravel maps it; what came before in the same process may have. The reason is given where that can't be told.
 */
export function refuseTypes(call: NativeCall, table: Table, server: ServerProfile): Unknown | null {
  const { application, doctrineMaps } = runtimeOf(call.php);
  const refused = table.columns.find(
    ({ type }) => !READ_TYPES.has(type.base) && !doctrineMaps.has(type.base),
  );
  if (!refused) return null;
  const { base } = refused.type;
  const others = [
    ...listMigrations(application).map(({ file }) => file),
    ...application.files.list('app/Providers').map((name) => `app/Providers/${name}`),
  ];
  if (base === 'enum' && others.some((file) => TEACHES_ENUM.test(application.files.read(file) ?? '')))
    return call.php.unknown('whether doctrine/dbal was told of ENUM before', call.range);
  return call.php.throw(
    'Doctrine\\DBAL\\Exception',
    `Unknown database type ${base} requested, ${platformOf(server)} may not support it.`,
  );
}
