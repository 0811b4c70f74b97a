import { canonicalCharset, canonicalCollation } from '../schema/charsets';
import type { ColumnType } from '../schema/model';
import { type Cursor, ReadingStopped } from './cursor';
import { atLeast, versionNumber } from './lexicalRules';

/** A type as written, with what its name says about the character set. */
export interface TypeSpec {
  readonly type: ColumnType;
  readonly charset: string | null;
  readonly collation: string | null;
  /** `binary` after a character type: the character set's binary collation. */
  readonly binary: boolean;
  /** SERIAL: NOT NULL AUTO_INCREMENT UNIQUE as well. */
  readonly serial: boolean;
}

type Arguments =
  | 'none'
  | 'width' /** a display width, which the canonical form drops */
  | 'length'
  | 'fraction' /** fractional seconds */
  | 'decimal' /** (m[,d]) */
  | 'members';

interface TypeFact {
  readonly base: string;
  readonly arguments: Arguments;
  readonly numeric?: true;
  readonly text?: true;
  readonly spatial?: true;
  /** The first version that knows the type, per vendor; absent: that vendor does not. */
  readonly mysql?: number;
  readonly mariadb?: number;
}

const both = { mysql: 0, mariadb: 0 } as const;
const int = (base: string): TypeFact => ({ base, arguments: 'width', numeric: true, ...both });
const text = (base: string, args: Arguments): TypeFact => ({ base, arguments: args, text: true, ...both });
const plain = (base: string, args: Arguments): TypeFact => ({ base, arguments: args, ...both });
const decimal = (base: string): TypeFact => ({ base, arguments: 'decimal', numeric: true, ...both });
const spatial = (base: string): TypeFact => ({ base, arguments: 'none', spatial: true, ...both });

/** Types by the word that begins them (MySQL 8.4 manual, chapter 11; MariaDB: "Data Types"). */
const TYPES: Readonly<Record<string, TypeFact>> = {
  TINYINT: int('tinyint'),
  INT1: int('tinyint'),
  SMALLINT: int('smallint'),
  INT2: int('smallint'),
  MEDIUMINT: int('mediumint'),
  INT3: int('mediumint'),
  MIDDLEINT: int('mediumint'),
  INT: int('int'),
  INTEGER: int('int'),
  INT4: int('int'),
  BIGINT: int('bigint'),
  INT8: int('bigint'),
  DECIMAL: decimal('decimal'),
  NUMERIC: decimal('decimal'),
  DEC: decimal('decimal'),
  FIXED: decimal('decimal'),
  NUMBER: { base: 'decimal', arguments: 'decimal', numeric: true, mariadb: Number.MAX_SAFE_INTEGER },
  FLOAT: decimal('float'),
  FLOAT4: decimal('float'),
  DOUBLE: decimal('double'),
  FLOAT8: decimal('double'),
  REAL: decimal('double'),
  BIT: plain('bit', 'length'),
  CHAR: text('char', 'length'),
  CHARACTER: text('char', 'length'),
  VARCHAR: text('varchar', 'length'),
  VARCHARACTER: text('varchar', 'length'),
  BINARY: plain('binary', 'length'),
  VARBINARY: plain('varbinary', 'length'),
  TINYTEXT: text('tinytext', 'none'),
  TEXT: text('text', 'length'),
  MEDIUMTEXT: text('mediumtext', 'none'),
  LONGTEXT: text('longtext', 'none'),
  TINYBLOB: plain('tinyblob', 'none'),
  BLOB: plain('blob', 'length'),
  MEDIUMBLOB: plain('mediumblob', 'none'),
  LONGBLOB: plain('longblob', 'none'),
  ENUM: text('enum', 'members'),
  SET: text('set', 'members'),
  DATE: plain('date', 'none'),
  TIME: plain('time', 'fraction'),
  DATETIME: plain('datetime', 'fraction'),
  TIMESTAMP: plain('timestamp', 'fraction'),
  YEAR: plain('year', 'width'),
  JSON: { base: 'json', arguments: 'none', mysql: 50_708, mariadb: 100_207 },
  GEOMETRY: spatial('geometry'),
  POINT: spatial('point'),
  LINESTRING: spatial('linestring'),
  POLYGON: spatial('polygon'),
  MULTIPOINT: spatial('multipoint'),
  MULTILINESTRING: spatial('multilinestring'),
  MULTIPOLYGON: spatial('multipolygon'),
  GEOMETRYCOLLECTION: spatial('geometrycollection'),
  GEOMCOLLECTION: { base: 'geometrycollection', arguments: 'none', spatial: true, mysql: 80_000 },
  VECTOR: { base: 'vector', arguments: 'length', mysql: 90_000, mariadb: 110_700 },
  UUID: { base: 'uuid', arguments: 'none', mariadb: 100_700 },
  INET4: { base: 'inet4', arguments: 'none', mariadb: 101_000 },
  INET6: { base: 'inet6', arguments: 'none', mariadb: 100_500 },
  XMLTYPE: { base: 'xmltype', arguments: 'none', mariadb: 120_300 },
};

const BOOLEAN: ColumnType = {
  base: 'tinyint',
  unsigned: false,
  zerofill: false,
  length: 1,
  scale: null,
  members: null,
};

/** Reads a data type with its attributes UNSIGNED, ZEROFILL, CHARACTER SET, ASCII, UNICODE, BINARY. */
export function readType(cursor: Cursor): TypeSpec {
  const spec = { charset: null, collation: null, binary: false, serial: false };
  if (cursor.acceptAny('BOOL', 'BOOLEAN')) return { ...spec, type: BOOLEAN };
  if (cursor.accept('SERIAL'))
    return { ...spec, serial: true, type: { ...BOOLEAN, base: 'bigint', unsigned: true, length: null } };
  const national = cursor.accept('NATIONAL') || cursor.seesAny('NCHAR', 'NVARCHAR');
  const charset = national ? 'utf8mb3' : null;
  if (cursor.acceptAny('NVARCHAR')) return characters(cursor, 'varchar', charset);
  if (cursor.accept('NCHAR'))
    return characters(
      cursor,
      cursor.acceptAny('VARYING', 'VARCHAR', 'VARCHARACTER') ? 'varchar' : 'char',
      charset,
    );
  if (cursor.accept('LONG')) {
    if (cursor.accept('VARBINARY'))
      return { ...spec, type: { ...BOOLEAN, base: 'mediumblob', length: null } };
    cursor.acceptAny('VARCHAR', 'VARCHARACTER') ?? (cursor.accept('CHAR', 'VARYING') || null);
    return attributes(cursor, { ...BOOLEAN, base: 'mediumtext', length: null }, true, charset);
  }
  const { kind, word } = cursor.token;
  if (kind !== 'word') cursor.refuse();
  const fact = TYPES[word];
  if (!fact) return unknownType(cursor);
  const since = cursor.server.vendor === 'mysql' ? fact.mysql : fact.mariadb;
  if (since === undefined || versionNumber(cursor.server.version) < since) return unknownType(cursor);
  cursor.next();
  let { base } = fact;
  if (base === 'double') cursor.accept('PRECISION');
  if (fact.base === 'char' && cursor.acceptAny('VARYING')) base = 'varchar';
  const type = readArguments(cursor, { ...fact, base });
  if (fact.text) return attributes(cursor, type, true, charset);
  return attributes(cursor, type, false, null);
}

/** MariaDB (10.3 on) reads any name as a type and answers 4161; MySQL and older MariaDB know no such syntax. */
function unknownType(cursor: Cursor): never {
  if (atLeast(cursor.server, 'mariadb', 10, 5) && cursor.seesName())
    throw new ReadingStopped('unknownType', cursor.token, cursor.token.text);
  return cursor.refuse();
}

function characters(cursor: Cursor, base: string, charset: string | null): TypeSpec {
  const type = readArguments(cursor, { base, arguments: 'length' });
  return attributes(cursor, type, true, charset);
}

function readArguments(cursor: Cursor, fact: TypeFact): ColumnType {
  const type: ColumnType = {
    base: fact.base,
    unsigned: false,
    zerofill: false,
    length: null,
    scale: null,
    members: null,
  };
  if (fact.arguments === 'members') {
    return { ...type, members: cursor.parenthesised(() => trimEnd(cursor.oneString())) };
  }
  if (!cursor.sees('(')) {
    if (fact.base === 'varchar' || fact.base === 'varbinary') cursor.refuse();
    return type;
  }
  if (fact.spatial && cursor.server.vendor === 'mysql') cursor.refuse();
  if (fact.arguments === 'none' && !fact.spatial) {
    cursor.refuse();
  }
  cursor.next();
  const length = cursor.integer();
  const scale = fact.arguments === 'decimal' && cursor.accept(',') ? cursor.integer() : null;
  cursor.expect(')');
  switch (fact.arguments) {
    case 'width':
      return fact.base === 'year' ? type : { ...type, length };
    case 'decimal':
      if (fact.base === 'float' && scale === null) {
        // float(p) only chooses between the two sizes.
        return { ...type, base: length > 24 ? 'double' : 'float' };
      }
      return { ...type, length, scale };
    case 'fraction':
      return length === 0 ? type : { ...type, length };
    case 'length':
      return { ...type, length };
    case 'none':
      return type;
  }
}

/** The server cuts trailing spaces off the members of an enum or set. */
function trimEnd(member: string): string {
  let end = member.length;
  while (end > 0 && member[end - 1] === ' ') end--;
  return member.slice(0, end);
}

function attributes(cursor: Cursor, written: ColumnType, isText: boolean, national: string | null): TypeSpec {
  const isNumber = NUMBERS.test(written.base);
  let type = written;
  let charset = national;
  let binary = false;
  for (;;) {
    if (isNumber && cursor.acceptAny('UNSIGNED')) type = { ...type, unsigned: true };
    else if (isNumber && cursor.acceptAny('SIGNED')) type = { ...type, unsigned: false };
    else if (isNumber && cursor.acceptAny('ZEROFILL')) type = { ...type, unsigned: true, zerofill: true };
    else if (isText && cursor.accept('BINARY')) binary = true;
    else if (isText && cursor.accept('ASCII')) charset = 'latin1';
    else if (isText && cursor.accept('UNICODE')) charset = 'ucs2';
    else if (isText && cursor.accept('BYTE')) charset = 'binary';
    else if (
      isText &&
      (cursor.accept('CHARACTER', 'SET') || cursor.accept('CHAR', 'SET') || cursor.accept('CHARSET'))
    )
      charset = charsetName(cursor);
    else break;
  }
  // The members of an ENUM or SET stay texts.
  if (charset === 'binary' && !type.members)
    return { type: asBytes(type), charset: null, collation: null, binary: false, serial: false };
  return { type: dropWidth(type), charset, collation: null, binary, serial: false };
}

/** Characters in the character set `binary` are bytes. */
function asBytes(type: ColumnType): ColumnType {
  if (type.base === 'char') return { ...type, base: 'binary' };
  if (type.base === 'varchar') return { ...type, base: 'varbinary' };
  return { ...type, base: type.base.replace('text', 'blob') };
}

const NUMBERS = /^(?:tiny|small|medium|big)?int$|^(?:decimal|float|double|year)$/;

/** Display widths mean nothing but for `tinyint(1)` and zerofill. */
function dropWidth(type: ColumnType): ColumnType {
  if (type.length === null || !/int$/.test(type.base) || type.zerofill) return type;
  if (type.base === 'tinyint' && type.length === 1 && !type.unsigned) return type;
  // Wider than there is: the server says so.
  if (type.length > 255) return type;
  return { ...type, length: null };
}

/** A character set's or collation's name, quoted or not, in its present-day spelling. */
export function charsetName(cursor: Cursor): string {
  const { kind, text, word } = cursor.token;
  const isName = kind === 'string' || cursor.seesName() || word === 'BINARY' || word === 'DEFAULT';
  if (!isName) cursor.refuse();
  cursor.next();
  return text.includes('_') ? canonicalCollation(text) : canonicalCharset(text);
}
