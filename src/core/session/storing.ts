import type { Column, Table } from '../schema/model';
import type { ServerError, ServerProfile } from '../schema/server';
import { type Cell, isMade, type Stored } from './knownRows';

/** Where a value goes: which column of which row, and whether an ALTER TABLE carries it over. */
export interface Place {
  readonly server: ServerProfile;
  readonly table: Table;
  readonly column: Column;
  /** Counted from 1. */
  readonly row: number;
  readonly altering: boolean;
  /** What the column was before an ALTER TABLE. */
  readonly before?: Column;
}

/** What a strict server says where it can't store a value that is surely meant; null where it can, or where that is not known. */
export function refusedValue(value: Cell, place: Place): ServerError | null {
  const { column, server } = place;
  if (value === undefined || !server.strict || column.taint || column.generated) return null;
  if (value === null) return refusedNull(place);
  const { base } = column.type;
  if (INTEGERS[base]) return refusedInteger(value, place);
  switch (base) {
    case 'varchar':
    case 'char':
      return refusedText(String(value), place);
    case 'enum':
      return refusedMember(value, place);
    case 'decimal':
      return refusedDecimal(value, place);
    case 'date':
    case 'datetime':
    case 'timestamp':
      return refusedMoment(value, place);
    case 'json':
      return refusedJson(value, place);
    default:
      return null;
  }
}

const error = (code: number, sqlState: string, message: string): ServerError => ({ code, sqlState, message });

/** MariaDB's name of a column in a message about its value. */
function named({ server, table, column }: Place): string {
  return server.vendor === 'mysql'
    ? `'${column.name}'`
    : `\`${server.database}\`.\`${table.name}\`.\`${column.name}\``;
}

function refusedNull({ column, server, altering, row, before }: Place): ServerError | null {
  const { base } = column.type;
  // NULL asks for the next number, or (in an old way of MySQL's) for the time.
  if (column.nullable || column.autoIncrement || (base === 'timestamp' && server.vendor === 'mariadb'))
    return null;
  if (!altering) return error(1048, '23000', `Column '${column.name}' cannot be null`);
  // MySQL copies the rows only where their type changes.
  const { type } = column;
  const inPlace =
    before?.type.base === type.base &&
    before.type.length === type.length &&
    before.type.unsigned === type.unsigned;
  return server.vendor === 'mysql' && inPlace
    ? error(1138, '22004', 'Invalid use of NULL value')
    : error(1265, '01000', `Data truncated for column '${column.name}' at row ${row}`);
}

function refusedText(value: string, { column, row }: Place): ServerError | null {
  const { length } = column.type;
  const characters = [...value.replace(/ +$/, '')].length;
  if (length === null || characters <= length) return null;
  return error(1406, '22001', `Data too long for column '${column.name}' at row ${row}`);
}

function refusedMember(value: string | number, { column, row }: Place): ServerError | null {
  const { members } = column.type;
  if (!members || column.collation?.endsWith('_bin')) return null;
  const text = String(value);
  const fold = (each: string) => each.trimEnd().toLowerCase();
  if (members.some((member) => fold(member) === fold(text))) return null;
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= members.length) return null;
  // Letters that a collation may take for others.
  if (/[^ -~]/.test(text + members.join(''))) return null;
  return error(1265, '01000', `Data truncated for column '${column.name}' at row ${row}`);
}

const INTEGERS: Readonly<Record<string, bigint>> = {
  tinyint: 8n,
  smallint: 16n,
  mediumint: 24n,
  int: 32n,
  bigint: 64n,
};

const outOfRange = ({ column, row }: Place): ServerError =>
  error(1264, '22003', `Out of range value for column '${column.name}' at row ${row}`);

function refusedInteger(value: string | number, place: Place): ServerError | null {
  const { type } = place.column;
  const text = String(value);
  if (!/^\s*[+-]?\d+\s*$/.test(text)) return refusedNumber(text, place, 'integer');
  const bits = INTEGERS[type.base] ?? 64n;
  const number = BigInt(text.trim().replace(/^\+/, ''));
  const least = type.unsigned ? 0n : -(1n << (bits - 1n));
  const most = (1n << (type.unsigned ? bits : bits - 1n)) - 1n;
  return number < least || number > most ? outOfRange(place) : null;
}

function refusedDecimal(value: string | number, place: Place): ServerError | null {
  const { length, scale, unsigned } = place.column.type;
  const text = String(value).trim();
  const written = /^([+-]?)0*(\d*)(?:\.\d*)?$/.exec(text);
  if (!written || !/\d/.test(text)) return refusedNumber(String(value), place, 'decimal');
  const tooLong = length !== null && (written[2] ?? '').length > length - (scale ?? 0);
  return tooLong || (unsigned && written[1] === '-' && /[1-9]/.test(text)) ? outOfRange(place) : null;
}

/** A text that surely is no number at all; what begins with one is left open. */
function refusedNumber(text: string, place: Place, kind: 'integer' | 'decimal'): ServerError | null {
  if (/^\s*[+-]?\.?\d/.test(text)) return null;
  if (place.altering && place.server.vendor === 'mariadb')
    return error(1292, '22007', `Truncated incorrect ${kind.toUpperCase()} value: '${text}'`);
  return error(
    1366,
    'HY000',
    `Incorrect ${kind} value: '${text}' for column ${named(place)} at row ${place.row}`,
  );
}

/** Only what no server takes for a moment: no digit at its start, or a zone's letter at its end. */
function refusedMoment(value: string | number, place: Place): ServerError | null {
  const text = String(value);
  if (/^\s*\d/.test(text) && !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)) return null;
  const { altering, server, column } = place;
  const isDate = column.type.base === 'date' && !(altering && server.vendor === 'mariadb');
  const kind = isDate ? 'date' : 'datetime';
  return error(
    1292,
    '22007',
    `Incorrect ${kind} value: '${text}' for column ${named(place)} at row ${place.row}`,
  );
}

function refusedJson(value: string | number, place: Place): ServerError | null {
  const { server, table, column } = place;
  try {
    JSON.parse(String(value));
    return null;
  } catch {
    return server.vendor === 'mysql'
      ? error(
          3140,
          '22032',
          `Invalid JSON text: "Invalid value." at position 0 in value for column '${table.name}.${column.name}'.`,
        )
      : error(
          4025,
          '23000',
          `CONSTRAINT \`${table.name}.${column.name}\` failed for \`${server.database}\`.\`${table.name}\``,
        );
  }
}

/** What a column that may not be NULL has in rows that gave it nothing; undefined where that is not followed. */
export function implicitValue({ type, nullable }: Column): Cell {
  if (nullable) return null;
  if (INTEGERS[type.base] || /^(?:decimal|float|double)$/.test(type.base)) return 0;
  if (/^(?:var)?char$|text$/.test(type.base)) return '';
  return type.base === 'enum' ? type.members?.[0] : undefined;
}

/** A value of a row after its column was changed; undefined where the conversion is not followed. */
export function convertedValue(value: Stored, before: Column | undefined, after: Column): Stored {
  // Whatever it is, it is the same of all that were the same.
  if (isMade(value)) return value;
  if (typeof value === 'object' && value !== null) return undefined;
  if (value === null) return after.nullable ? null : undefined;
  if (value === undefined || !before) return undefined;
  const from = before.type.base;
  const to = after.type.base;
  if (from === to && from !== 'decimal' && before.type.length === after.type.length) return value;
  if (INTEGERS[to] && /^\s*-?\d{1,15}\s*$/.test(String(value))) return Number(value);
  if (
    /char$|text$|^enum$/.test(to) &&
    (typeof value === 'string' ? /char$|text$|^enum$/ : INTEGER_NAME).test(from)
  )
    return String(value);
  return undefined;
}

const INTEGER_NAME = /^(?:tiny|small|medium|big)?int$/;
