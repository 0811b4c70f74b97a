import { isArray, isObject, isUnknown, type Value } from '../../php/values';
import { has } from './features';
import { serverAtLeast } from './flavour';
import type { FluentState } from './fluent';
import { type Compiler, ExpressionState, list, text, truthy } from './wrap';

type TypeWriter = (c: Compiler, column: FluentState) => string;

const fixed =
  (sql: string): TypeWriter =>
  () =>
    sql;
const sized =
  (name: string): TypeWriter =>
  (c, column) =>
    `${name}(${text(c, column.get('length'))})`;

/** How the MySQL and MariaDB grammars write a column's type, by the type's name in lower case. */
const TYPES: Readonly<Record<string, TypeWriter>> = {
  char: sized('char'),
  string: sized('varchar'),
  tinytext: fixed('tinytext'),
  text: fixed('text'),
  mediumtext: fixed('mediumtext'),
  longtext: fixed('longtext'),
  biginteger: fixed('bigint'),
  integer: fixed('int'),
  mediuminteger: fixed('mediumint'),
  smallinteger: fixed('smallint'),
  tinyinteger: fixed('tinyint'),
  float: floatType,
  double: doubleType,
  decimal: (c, column) => `decimal(${text(c, column.get('total'))}, ${text(c, column.get('places'))})`,
  boolean: fixed('tinyint(1)'),
  enum: (c, column) => `enum(${members(c, column)})`,
  set: (c, column) => `set(${members(c, column)})`,
  json: fixed('json'),
  jsonb: fixed('json'),
  date: currentDate('date', '(CURDATE())'),
  year: currentDate('year', '(YEAR(CURDATE()))'),
  datetime: moment('datetime'),
  datetimetz: moment('datetime'),
  timestamp: moment('timestamp'),
  timestamptz: moment('timestamp'),
  time: precise('time'),
  timetz: precise('time'),
  binary(c, column) {
    if (!has(c.flavour.laravel, 'typesOfEleven') || !truthy(c, column.get('length'))) return 'blob';
    const name = truthy(c, column.get('fixed')) ? 'binary' : 'varbinary';
    return `${name}(${text(c, column.get('length'))})`;
  },
  uuid: uuidType,
  ipaddress: fixed('varchar(45)'),
  macaddress: fixed('varchar(17)'),
  geometry: geometryType,
  geography: geometryType,
  computed: (c) =>
    c.php.throw(
      'RuntimeException',
      'This database driver requires a type, see the virtualAs / storedAs modifiers.',
    ),
  vector(c, column) {
    const dimensions = column.get('dimensions');
    return dimensions === null || dimensions === '' ? 'vector' : `vector(${text(c, dimensions)})`;
  },
  tsvector: (c) =>
    c.php.throw('RuntimeException', 'This database driver does not support the tsvector type.'),
  raw: (c, column) => text(c, column.get('definition')),
};

/** The geometry types that had methods of their own up to Laravel 10. */
const OLD_GEOMETRY = [
  'point',
  'linestring',
  'polygon',
  'geometrycollection',
  'multipoint',
  'multilinestring',
  'multipolygon',
];

/** The SQL type of a column, as the grammar's `type…` method gives it. Throws into PHP what Laravel throws. */
export function columnType(c: Compiler, column: FluentState): string {
  const given = column.get('type');
  if (isUnknown(given)) return text(c, given);
  const type = String(given);
  const name = type.toLowerCase();
  if (!has(c.flavour.laravel, 'typesOfEleven') && OLD_GEOMETRY.includes(name)) return name;
  const writer = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (writer) return writer(c, column);
  const grammar = c.flavour.driver === 'mariadb' ? 'MariaDbGrammar' : 'MySqlGrammar';
  const method = type.charAt(0).toUpperCase() + type.slice(1);
  return c.php.throw(
    'BadMethodCallException',
    `Method Illuminate\\Database\\Schema\\Grammars\\${grammar}::type${method} does not exist.`,
  );
}

function members(c: Compiler, column: FluentState): string {
  return list(c, column.get('allowed'))
    .map((member) => `'${text(c, enumMember(c, member))}'`)
    .join(', ');
}

function enumMember(c: Compiler, member: Value): Value {
  if (!has(c.flavour.laravel, 'enumMembers') || !isObject(member)) return member;
  return enumValue(c, member) ?? member;
}

/** What `enum_value()` gives: a backed enum's value, a pure enum's name; undefined for anything else. */
export function enumValue(c: Compiler, value: Value): Value | undefined {
  if (!isObject(value) || value.class.kind !== 'enum') return undefined;
  return c.php.readProperty(value, 'value') ?? c.php.readProperty(value, 'name');
}

function floatType(c: Compiler, column: FluentState): string {
  if (!has(c.flavour.laravel, 'typesOfEleven')) return doubleType(c, column);
  const precision = column.get('precision');
  return truthy(c, precision) ? `float(${text(c, precision)})` : 'float';
}

function doubleType(c: Compiler, column: FluentState): string {
  if (has(c.flavour.laravel, 'typesOfEleven')) return 'double';
  const total = column.get('total');
  const places = column.get('places');
  return truthy(c, total) && truthy(c, places) ? `double(${text(c, total)}, ${text(c, places)})` : 'double';
}

function precise(name: string): TypeWriter {
  return (c, column) => {
    const precision = column.get('precision');
    return truthy(c, precision) ? `${name}(${text(c, precision)})` : name;
  };
}

/** DATETIME and TIMESTAMP with useCurrent and useCurrentOnUpdate. */
function moment(name: string): TypeWriter {
  const withPrecision = precise(name);
  const now = precise('CURRENT_TIMESTAMP');
  return (c, column) => {
    const current = now(c, column);
    const useCurrent = truthy(c, column.get('useCurrent'));
    const onUpdate = truthy(c, column.get('useCurrentOnUpdate'));
    let sql = withPrecision(c, column);
    if (has(c.flavour.laravel, 'useCurrentIsDefault')) {
      if (useCurrent) setExpression(c, column, 'default', current);
      if (onUpdate) setExpression(c, column, 'onUpdate', current);
      return sql;
    }
    if (useCurrent) sql += ` default ${current}`;
    if (onUpdate) sql += ` on update ${current}`;
    return sql;
  };
}

function currentDate(name: string, current: string): TypeWriter {
  return (c, column) => {
    const { laravel, server } = c.flavour;
    const served = server.vendor === 'mariadb' || serverAtLeast(server, [8, 0, 13]);
    if (has(laravel, 'useCurrentOnDates') && served && truthy(c, column.get('useCurrent'))) {
      setExpression(c, column, 'default', current);
    }
    return name;
  };
}

function setExpression(c: Compiler, column: FluentState, attribute: string, sql: string): void {
  column.set(
    attribute,
    c.php.makeNative('Illuminate\\Database\\Query\\Expression', new ExpressionState(sql)),
  );
}

function uuidType(c: Compiler): string {
  const { driver, laravel, server } = c.flavour;
  if (driver !== 'mariadb') return 'char(36)';
  if (has(laravel, 'uuidAsksVersion') && !serverAtLeast(server, [10, 7, 0])) return 'char(36)';
  return 'uuid';
}

function geometryType(c: Compiler, column: FluentState): string {
  if (!has(c.flavour.laravel, 'typesOfEleven')) return 'geometry';
  const given = column.get('subtype');
  const subtype = isArray(given) || given === null ? '' : text(c, given).toLowerCase();
  const name = OLD_GEOMETRY.includes(subtype) ? subtype : 'geometry';
  const srid = column.get('srid');
  if (!truthy(c, srid)) return name;
  const maria = c.flavour.driver === 'mariadb' || c.flavour.server.vendor === 'mariadb';
  return `${name}${maria ? ' ref_system_id=' : ' srid '}${text(c, srid)}`;
}
