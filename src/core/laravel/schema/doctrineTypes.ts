import { runtimeOf } from '../runtime';
import type { Compiler } from './wrap';

/** doctrine/dbal's own types. */
export type DoctrineType =
  | 'string'
  | 'text'
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'date'
  | 'datetime'
  | 'timestamp'
  | 'time'
  | 'json'
  | 'blob'
  | 'binary'
  | 'guid'
  | 'simple_array';

/** Laravel's types, in lower case, by dbal's. (ChangeColumn::getDoctrineColumnType) */
const TYPES: Readonly<Record<string, DoctrineType>> = {
  string: 'string',
  char: 'string',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  biginteger: 'bigint',
  integer: 'integer',
  smallinteger: 'smallint',
  boolean: 'boolean',
  decimal: 'decimal',
  float: 'float',
  double: 'float',
  date: 'date',
  datetime: 'datetime',
  datetimetz: 'datetime',
  timestamp: 'timestamp',
  time: 'time',
  json: 'json',
  binary: 'blob',
  uuid: 'guid',
};

/** Types that dbal lacks unless Laravel maps or the application registers them: the first Laravel that maps them. */
const MAPPED_SINCE: Readonly<Record<string, number>> = { tinytext: 10, char: 9, double: 9 };

export function typeOf(laravelType: string): DoctrineType {
  return TYPES[laravelType.toLowerCase()] ?? 'string';
}

/** Throws what `Type::getType` throws for a type that dbal does not have. */
export function refuseType(c: Compiler, laravelType: string): void {
  const type = laravelType.toLowerCase();
  if (Object.hasOwn(TYPES, type)) {
    const since = MAPPED_SINCE[type];
    if (since !== undefined && c.flavour.laravel.major < since && !isRegistered(c, type))
      unknownType(c, type);
    if (type === 'timestamp' && !isRegistered(c, type)) unknownType(c, type);
    return;
  }
  if (!isRegistered(c, type)) unknownType(c, type);
}

/** `dbal.types` of config/database.php. */
function isRegistered(c: Compiler, type: string): boolean {
  return runtimeOf(c.php).application.config.get(`database.dbal.types.${type}`) !== null;
}

function unknownType(c: Compiler, type: string): never {
  return c.php.throw(
    'Doctrine\\DBAL\\Exception',
    `Unknown column type "${type}" requested. Any Doctrine type that you use has to be registered with \\Doctrine\\DBAL\\Types\\Type::addType(). You can get a list of all the known types with \\Doctrine\\DBAL\\Types\\Type::getTypesMap(). If this error occurs during database introspection then you might have forgotten to register all database types for a Doctrine Type. Use AbstractPlatform#registerDoctrineTypeMapping() or have your custom types implement Type#getMappedDatabaseTypes(). If the type name is empty you might have a problem with the cache or forgot some mapping information.`,
  );
}
