import { canonicalCharset, canonicalCollation } from '../core/schema/charsets';
import { canonicalLiteral, literalOfBytes } from '../core/schema/literals';
import type { Column, ColumnDefault, ColumnType } from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import type { ColumnSpec, WrittenDefault } from '../core/schema/statement';
import { canonicalType } from '../core/schema/types';
import { isJsonCheck } from '../core/sql/column';
import { canonicalExpression } from '../core/sql/expression';
import { parseDefault, parseType } from '../core/sql/fragments';
import type { CheckRow, ColumnRow } from './catalog';

/**
 * A column of information_schema in the model's form. `shown`: the same column in SHOW CREATE TABLE, where that was
 * read; `checks`: the table's checks, for MariaDB's json.
 */
export function columnFromRow(
  row: ColumnRow,
  shown: ColumnSpec | null,
  checks: readonly CheckRow[],
  server: ServerProfile,
): Column {
  const written = parseType(row.type, server);
  const isJson = server.vendor === 'mariadb' && isMariadbJson(row, checks);
  const type = isJson ? JSON_TYPE : canonicalType(written ?? unknownType(row.type), row.charset);
  const textual = !isJson && row.charset !== null;
  return {
    name: row.name,
    type,
    nullable: row.nullable === 'YES',
    default: isGenerated(row) ? null : defaultOf(row, shown, type, server),
    autoIncrement: /auto_increment/i.test(row.extra),
    onUpdate: /on update/i.test(row.extra) ? currentTimestamp(type) : null,
    generated: generatedOf(row, shown, server),
    charset: textual ? canonicalCharset(row.charset as string) : null,
    collation: textual && row.collation !== null ? canonicalCollation(row.collation) : null,
    comment: row.comment,
    invisible: /\bINVISIBLE\b/i.test(row.extra),
    srid: row.srid === null ? null : Number(row.srid),
    taint: written ? null : { reason: `the type ${row.type} can't be read`, origin: null },
    origin: null,
  };
}

const JSON_TYPE: ColumnType = {
  base: 'json',
  unsigned: false,
  zerofill: false,
  length: null,
  scale: null,
  members: null,
};

const unknownType = (text: string): ColumnType => ({ ...JSON_TYPE, base: text.toLowerCase() });

/** NORMAL-FORM T7. */
function isMariadbJson(row: ColumnRow, checks: readonly CheckRow[]): boolean {
  if (row.type !== 'longtext' || row.collation !== 'utf8mb4_bin') return false;
  return checks.some(
    (check) => isOwnCheck(check, row.name) && isJsonCheck(row.name, canonicalExpression(check.expr)),
  );
}

/** A column's own check has the column's name; where the server does not say the level, the name decides. */
export const isOwnCheck = (check: CheckRow, column: string): boolean =>
  check.name === column && (check.lvl === null || check.lvl === 'Column');

const isGenerated = (row: ColumnRow): boolean => row.gen !== null && row.gen !== '';

function generatedOf(row: ColumnRow, shown: ColumnSpec | null, server: ServerProfile): Column['generated'] {
  if (!isGenerated(row)) return null;
  const stored = /STORED|PERSISTENT/i.test(row.extra);
  return {
    stored,
    sql: shown?.generated?.sql ?? canonicalExpression(row.gen as string, { sqlMode: server.sqlMode }),
  };
}

const currentTimestamp = (type: ColumnType): string =>
  type.length ? `CURRENT_TIMESTAMP(${type.length})` : 'CURRENT_TIMESTAMP';

function defaultOf(
  row: ColumnRow,
  shown: ColumnSpec | null,
  type: ColumnType,
  server: ServerProfile,
): ColumnDefault | null {
  const written = shown ? (shown.default ?? null) : rawDefault(row, type, server);
  const found: ColumnDefault | null =
    written?.kind === 'bytes'
      ? { kind: 'literal', value: literalOfBytes(type, row.charset, written) }
      : written;
  if (found?.kind === 'literal') {
    const value = canonicalLiteral(server, type, found.value) ?? found.value;
    return { kind: 'literal', value };
  }
  if (found === null) return null;
  const isMoment = /^CURRENT_TIMESTAMP(?:\(\d\))?$/.test(found.sql);
  const isTime = type.base === 'timestamp' || type.base === 'datetime';
  return { kind: 'expression', sql: isMoment && isTime ? currentTimestamp(type) : found.sql };
}

function rawDefault(row: ColumnRow, type: ColumnType, server: ServerProfile): WrittenDefault | null {
  if (row.def === null) return null;
  if (quotesDefaults(server)) return parseDefault(row.def, server);
  const isTime = type.base === 'timestamp' || type.base === 'datetime';
  if (isTime && /^(?:CURRENT_TIMESTAMP|current_timestamp)/.test(row.def))
    return { kind: 'expression', sql: currentTimestamp(type) };
  if (/DEFAULT_GENERATED/i.test(row.extra))
    return { kind: 'expression', sql: canonicalExpression(row.def, { sqlMode: server.sqlMode }) };
  return { kind: 'literal', value: row.def };
}

/** MariaDB from 10.2.7 shows defaults as SQL text; everyone else the bare value (NORMAL-FORM D1, D3). */
function quotesDefaults({ vendor, version: [major, minor, patch] }: ServerProfile): boolean {
  return vendor === 'mariadb' && major * 10_000 + minor * 100 + patch >= 100_207;
}
