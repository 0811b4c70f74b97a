import type { Column } from '../../schema/model';
import { platformOf } from './doctrinePlatform';
import type { DoctrineType } from './doctrineTypes';
import type { Compiler } from './wrap';

/** A column as doctrine/dbal sees it. */
export interface DoctrineColumn {
  readonly type: DoctrineType;
  readonly length: number | null;
  readonly precision: string | null;
  readonly scale: string | null;
  readonly fixed: boolean;
  readonly unsigned: boolean;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly autoIncrement: boolean;
  readonly comment: string;
  readonly charset: string | null;
  readonly collation: string | null;
}

/** The server's types by dbal's, with the length by which dbal tells text and blob types apart. */
const READ: Readonly<Record<string, readonly [type: DoctrineType, length?: number]>> = {
  tinyint: ['boolean'],
  smallint: ['smallint'],
  mediumint: ['integer'],
  int: ['integer'],
  bigint: ['bigint'],
  tinytext: ['text', 255],
  text: ['text', 65_535],
  mediumtext: ['text', 16_777_215],
  longtext: ['text'],
  varchar: ['string'],
  char: ['string'],
  enum: ['string'],
  date: ['date'],
  datetime: ['datetime'],
  timestamp: ['datetime'],
  time: ['time'],
  float: ['float'],
  double: ['float'],
  decimal: ['decimal'],
  year: ['date'],
  longblob: ['blob'],
  blob: ['blob', 65_535],
  mediumblob: ['blob', 16_777_215],
  tinyblob: ['blob', 255],
  binary: ['binary'],
  varbinary: ['binary'],
  set: ['simple_array'],
  json: ['json'],
};

/** The server's types that dbal reads without being told of them. */
export const READ_TYPES: ReadonlySet<string> = new Set(Object.keys(READ).filter((type) => type !== 'enum'));

/** What dbal calls a type of the server. */
export const doctrineType = (base: string): string => READ[base]?.[0] ?? base;

/** What dbal makes of a column that it reads from the server. */
export function doctrineColumn(c: Compiler, column: Column): DoctrineColumn {
  const { type } = column;
  const read = READ[type.base];
  if (!read) {
    return c.php.throw(
      'Doctrine\\DBAL\\Exception',
      `Unknown database type ${type.base} requested, ${platformOf(c.flavour.server)} may not support it.`,
    );
  }
  const [kind, length] = read;
  // MariaDB keeps json as longtext: dbal knows it again by the check, on old servers only by the hint in the comment.
  const json =
    kind === 'json' &&
    platformOf(c.flavour.server).endsWith('MariaDb1027Platform') &&
    !column.comment.includes('(DC2Type:json)');
  return {
    type: json ? 'text' : kind,
    length: length ?? (kind === 'string' || kind === 'binary' ? type.length : null),
    precision: type.base === 'decimal' && type.length !== null ? String(type.length) : null,
    scale: type.scale === null ? null : String(type.scale),
    fixed: type.base === 'char' || type.base === 'binary',
    unsigned: type.unsigned,
    notNull: !column.nullable,
    default:
      column.default === null
        ? null
        : column.default.kind === 'literal'
          ? column.default.value
          : column.default.sql,
    autoIncrement: column.autoIncrement,
    comment: column.comment.replace(/\(DC2Type:\w+\)/, ''),
    charset: column.charset,
    collation: column.collation,
  };
}

/** The type's SQL, and the hint that dbal adds to the comment to know the type again. */
export function typeClause(
  c: Compiler,
  column: DoctrineColumn,
): { readonly sql: string; readonly hint: string } {
  const unsigned = column.unsigned ? ' UNSIGNED' : '';
  const integer = unsigned + (column.autoIncrement ? ' AUTO_INCREMENT' : '');
  const plain = (sql: string) => ({ sql, hint: '' });
  switch (column.type) {
    case 'string':
      return plain(`${column.fixed ? 'CHAR' : 'VARCHAR'}(${column.length || 255})`);
    case 'text':
      return plain(`${sizeName(column.length)}TEXT`);
    case 'blob':
      return plain(`${sizeName(column.length)}BLOB`);
    case 'binary':
      return plain(`${column.fixed ? 'BINARY' : 'VARBINARY'}(${column.length || 255})`);
    case 'boolean':
      return plain('TINYINT(1)');
    case 'smallint':
      return plain(`SMALLINT${integer}`);
    case 'integer':
      return plain(`INT${integer}`);
    case 'bigint':
      return plain(`BIGINT${integer}`);
    case 'decimal':
      return plain(`NUMERIC(${column.precision || '10'}, ${column.scale || '0'})${unsigned}`);
    case 'float':
      return plain(`DOUBLE PRECISION${unsigned}`);
    case 'timestamp':
      return plain(
        `TIMESTAMP${Number(column.precision) > 0 ? `(${column.precision})` : ''}${column.notNull ? '' : ' NULL'}`,
      );
    case 'json':
      return { sql: 'JSON', hint: c.flavour.server.vendor === 'mariadb' ? '(DC2Type:json)' : '' };
    case 'guid':
      return { sql: 'CHAR(36)', hint: '(DC2Type:guid)' };
    case 'simple_array':
      return { sql: `${sizeName(column.length)}TEXT`, hint: '(DC2Type:simple_array)' };
    case 'date':
    case 'datetime':
    case 'time':
      return plain(column.type.toUpperCase());
  }
}

function sizeName(length: number | null): string {
  if (length === null || length === 0) return 'LONG';
  if (length <= 255) return 'TINY';
  if (length <= 65_535) return '';
  return length <= 16_777_215 ? 'MEDIUM' : 'LONG';
}

/** Integers and booleans have their default bare, everything else quoted; text and blobs have none. */
export function defaultClause(column: DoctrineColumn): string {
  const none = column.notNull ? '' : ' DEFAULT NULL';
  const value = column.default;
  if (value === null || column.type === 'text' || column.type === 'blob') return none;
  switch (column.type) {
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'boolean':
      return ` DEFAULT ${value}`;
    case 'datetime':
      return value === 'CURRENT_TIMESTAMP' ? ` DEFAULT ${value}` : ` DEFAULT '${quoted(value)}'`;
    default:
      return ` DEFAULT '${quoted(value)}'`;
  }
}

function quoted(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll("'", "''");
}
