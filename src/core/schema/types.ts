import { bytesPerCharacter } from './charsets';
import { supports } from './flavour';
import type { ColumnType } from './model';
import type { ServerProfile } from './server';

export type TypeFamily =
  | 'integer'
  | 'decimal'
  | 'float'
  | 'bit'
  | 'char'
  | 'binary'
  | 'text'
  | 'blob'
  | 'enum'
  | 'set'
  | 'json'
  | 'spatial'
  | 'date'
  | 'time'
  | 'datetime'
  | 'timestamp'
  | 'year'
  | 'uuid'
  | 'inet'
  | 'vector'
  | 'other';

interface TypeFacts {
  readonly family: TypeFamily;
  /** Bytes stored, where it does not depend on the length. */
  readonly bytes: number;
}

const fact = (family: TypeFamily, bytes = 0): TypeFacts => ({ family, bytes });

/** MySQL manual 13.7 (data type storage), MariaDB's data type pages. */
const TYPES: Readonly<Record<string, TypeFacts>> = {
  tinyint: fact('integer', 1),
  smallint: fact('integer', 2),
  mediumint: fact('integer', 3),
  int: fact('integer', 4),
  bigint: fact('integer', 8),
  decimal: fact('decimal'),
  float: fact('float', 4),
  double: fact('float', 8),
  bit: fact('bit'),
  char: fact('char'),
  varchar: fact('char'),
  binary: fact('binary'),
  varbinary: fact('binary'),
  tinytext: fact('text'),
  text: fact('text'),
  mediumtext: fact('text'),
  longtext: fact('text'),
  tinyblob: fact('blob'),
  blob: fact('blob'),
  mediumblob: fact('blob'),
  longblob: fact('blob'),
  enum: fact('enum'),
  set: fact('set'),
  json: fact('json'),
  date: fact('date', 3),
  time: fact('time', 3),
  datetime: fact('datetime', 5),
  timestamp: fact('timestamp', 4),
  year: fact('year', 1),
  uuid: fact('uuid', 16),
  inet4: fact('inet', 4),
  inet6: fact('inet', 16),
  vector: fact('vector'),
  geometry: fact('spatial'),
  point: fact('spatial'),
  linestring: fact('spatial'),
  polygon: fact('spatial'),
  multipoint: fact('spatial'),
  multilinestring: fact('spatial'),
  multipolygon: fact('spatial'),
  geometrycollection: fact('spatial'),
  geomcollection: fact('spatial'),
};

export function familyOf(type: ColumnType): TypeFamily {
  return TYPES[type.base]?.family ?? 'other';
}

/** char, varchar, the texts, enum and set: what has a character set. */
export function hasCharset(type: ColumnType): boolean {
  const family = familyOf(type);
  return family === 'char' || family === 'text' || family === 'enum' || family === 'set';
}

/** Stored apart from the row, indexed by a prefix only. MariaDB's json is a longtext. */
export function isBlobLike(type: ColumnType, server: ServerProfile): boolean {
  const family = familyOf(type);
  return (
    family === 'text' ||
    family === 'blob' ||
    family === 'spatial' ||
    (family === 'json' && !supports.nativeJson(server))
  );
}

/** Whether a part of the column can be indexed, `KEY (name(10))`. */
export function takesPrefix(type: ColumnType, server: ServerProfile): boolean {
  const family = familyOf(type);
  return family === 'char' || family === 'binary' || isBlobLike(type, server);
}

const ZEROFILL_WIDTH: Readonly<Record<string, number>> = {
  tinyint: 3,
  smallint: 5,
  mediumint: 8,
  int: 10,
  bigint: 20,
};

const SIZES = [
  ['tiny', 255],
  ['', 65_535],
  ['medium', 16_777_215],
] as const;

/** TEXT(n) and BLOB(n) become the smallest text or blob that holds n characters. */
function sizedBlob(kind: 'text' | 'blob', bytes: number): string {
  const fitting = SIZES.find(([, most]) => bytes <= most);
  return `${fitting ? fitting[0] : 'long'}${kind}`;
}

const BINARY_TWIN: Readonly<Record<string, string>> = {
  char: 'binary',
  varchar: 'varbinary',
  tinytext: 'tinyblob',
  text: 'blob',
  mediumtext: 'mediumblob',
  longtext: 'longblob',
};

/** The type in the model's form, with the server's defaults filled in. `charset` is the column's own. */
export function canonicalType(type: ColumnType, charset: string | null): ColumnType {
  const twin = charset === 'binary' ? BINARY_TWIN[type.base] : undefined;
  if (twin) return canonicalType({ ...type, base: twin }, null);
  const { base, length } = type;
  switch (familyOf(type)) {
    case 'integer': {
      if (type.zerofill)
        return { ...type, unsigned: true, length: length ?? ZEROFILL_WIDTH[base] ?? null, scale: null };
      const kept = base === 'tinyint' && length === 1 && !type.unsigned ? 1 : null;
      return kept === length && type.scale === null ? type : { ...type, length: kept, scale: null };
    }
    case 'decimal':
      return {
        ...type,
        unsigned: type.unsigned || type.zerofill,
        length: length || 10,
        scale: type.scale ?? 0,
      };
    case 'float':
      if (length !== null && type.scale === null)
        return { ...type, base: base === 'float' && length <= 24 ? 'float' : 'double', length: null };
      return type.zerofill && !type.unsigned ? { ...type, unsigned: true } : type;
    case 'bit':
      return { ...type, length: length || 1 };
    case 'char':
    case 'binary':
      return length === null && (base === 'char' || base === 'binary') ? { ...type, length: 1 } : type;
    case 'text':
    case 'blob':
      if (length === null) return type;
      if (base !== 'text' && base !== 'blob') return { ...type, length: null };
      return { ...type, base: sizedBlob(base, length * bytesPerCharacter(charset)), length: null };
    case 'year':
      return length === null ? type : { ...type, length: null };
    case 'time':
    case 'datetime':
    case 'timestamp':
      return length === 0 ? { ...type, length: null } : type;
    case 'vector':
      return length === null ? { ...type, length: 2048 } : type;
    case 'spatial':
      return base === 'geometrycollection' ? { ...type, base: 'geomcollection' } : type;
    default:
      return type;
  }
}

/** Bytes that a whole column takes in an index key. Null for what has no such length (blobs). */
export function keyBytes(type: ColumnType, charset: string | null): number | null {
  const { length, scale } = type;
  switch (familyOf(type)) {
    case 'char':
      return (length ?? 1) * bytesPerCharacter(charset);
    case 'binary':
      return length ?? 1;
    case 'decimal':
      return decimalBytes(length ?? 10, scale ?? 0);
    case 'bit':
      return Math.ceil((length ?? 1) / 8);
    case 'enum':
      return (type.members?.length ?? 0) > 255 ? 2 : 1;
    case 'set': {
      const bytes = Math.ceil((type.members?.length ?? 0) / 8);
      return bytes > 4 ? 8 : Math.max(1, bytes);
    }
    case 'time':
    case 'datetime':
    case 'timestamp':
      return (TYPES[type.base]?.bytes ?? 0) + Math.ceil((length ?? 0) / 2);
    case 'text':
    case 'blob':
    case 'json':
    case 'spatial':
      return null;
    case 'vector':
      return (length ?? 0) * 4;
    default:
      return TYPES[type.base]?.bytes ?? 0;
  }
}

const DIGIT_BYTES = [0, 1, 1, 2, 2, 3, 3, 4, 4, 4];

function decimalBytes(precision: number, scale: number): number {
  const part = (digits: number) => Math.floor(digits / 9) * 4 + DIGIT_BYTES[digits % 9]!;
  return part(precision - scale) + part(scale);
}

/** Bytes of a column in the 65,535-byte row that the server counts (MySQL manual 10.4.7). */
export function rowBytes(type: ColumnType, charset: string | null): number {
  switch (familyOf(type)) {
    case 'char': {
      const bytes = (type.length ?? 1) * bytesPerCharacter(charset);
      return type.base === 'varchar' ? bytes + (bytes > 255 ? 2 : 1) : bytes;
    }
    case 'binary': {
      const bytes = type.length ?? 1;
      return type.base === 'varbinary' ? bytes + (bytes > 255 ? 2 : 1) : bytes;
    }
    case 'text':
    case 'blob':
      return { tiny: 9, medium: 11, long: 12 }[/^(tiny|medium|long)/.exec(type.base)?.[1] ?? ''] ?? 10;
    case 'json':
    case 'spatial':
      return 12;
    case 'vector':
      return 12;
    default:
      return keyBytes(type, charset) ?? 0;
  }
}
