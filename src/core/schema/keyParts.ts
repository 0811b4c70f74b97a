import { bytesPerCharacter } from './charsets';
import { checkFunctionalFunctions } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import type { Column, IndexPart } from './model';
import { findNamed, sameName } from './names';
import { type Run, refuse, warn } from './run';
import type { IndexSpec } from './statement';
import { isInnodb } from './tableOptions';
import { familyOf, isBlobLike, keyBytes, takesPrefix } from './types';

const MAX_KEY_BYTES = 3072;
/** InnoDB's old row formats allow shorter columns in a key. */
const MAX_PART_BYTES_OLD = 767;
/** Of other engines. */
const MAX_MYISAM_BYTES = 1000;
const MAX_ARIA_BYTES = 2300;

export interface ResolvedParts {
  readonly parts: readonly IndexPart[];
  readonly hash: boolean;
}

/** What the server says of an index before it looks at any table. */
export function checkIndexSpec(run: Run, spec: IndexSpec): void {
  if (run.server.vendor !== 'mysql') return;
  if (spec.kind === 'primary' && !spec.visible) refuse(run, 'primaryInvisible');
  if (!spec.explicitOrder) return;
  if (!isOrdered(spec) || spec.using === 'hash')
    refuse(run, 'wrongUsage', ['spatial/fulltext/hash index', 'explicit index order']);
}

/** The key's parts as the server keeps them; refuses what it can't index. */
export function resolveParts(run: Run, draft: Draft, spec: IndexSpec): ResolvedParts {
  const limit = partLimit(draft);
  const parts: IndexPart[] = [];
  const mysql = run.server.vendor === 'mysql';
  let total = 0;
  let hash = false;
  let fulltext: string | null = null;
  if (spec.kind === 'fulltext' && mysql && /^memory$/i.test(draft.engine)) refuse(run, 'noFulltext');
  for (const [i, part] of spec.parts.entries()) {
    if ('expression' in part) {
      parts.push(functionalPart(run, spec, part.expression, part.descending));
      continue;
    }
    const column = findNamed(draft.columns, part.column);
    if (!column) return refuse(run, 'keyColumnMissing', [part.column]);
    if (mysql) {
      checkGeometry(run, spec, column);
      if (i > 0) checkColumnTwice(run, spec, i);
    }
    checkVirtual(run, spec, column);
    if (!isOrdered(spec)) checkSpecialColumn(run, spec, column, part.length);
    const sorted = isOrdered(spec) && (spec.using !== 'hash' || run.server.vendor === 'mysql');
    const descending = part.descending && supports.descendingIndex(run.server) && sorted;
    if (!isOrdered(spec)) {
      const collation = collationOf(column);
      fulltext ??= collation;
      if (mysql && spec.kind === 'fulltext' && collation !== fulltext)
        refuse(run, 'fulltextColumn', [column.name]);
      parts.push({ column: column.name, length: null, descending: false });
      continue;
    }
    if (mysql && descending && !isInnodb(draft.engine))
      refuse(run, 'notSupportedByEngine', ['descending indexes']);
    const resolved = columnPart(run, spec, column, part.length, limit);
    hash ||= resolved.hash;
    total += resolved.bytes;
    parts.push({ column: column.name, length: resolved.length, descending });
  }
  const most = limit === MAX_PART_BYTES_OLD ? MAX_KEY_BYTES : limit;
  if (total > most && !hash) {
    if (canHash(run, spec, limit)) hash = true;
    else refuse(run, 'keyTooLong', [most]);
  }
  const asHash = !mysql && spec.kind === 'unique' && spec.using === 'hash';
  const auto =
    (hash || asHash) &&
    parts.some((part) => 'column' in part && findNamed(draft.columns, part.column)?.autoIncrement);
  if (auto && asHash)
    refuse(run, 'autoIncrementUsingHash', [draft.columns.find(({ autoIncrement }) => autoIncrement)!.name]);
  if (auto) refuse(run, 'autoIncrementHash', [lastColumn(parts), spec.name ?? firstColumn(parts)]);
  return { parts: hash ? unprefixed(spec, parts) : parts, hash };
}

const collationOf = ({ type, collation }: Column) => (type.base === 'json' ? 'utf8mb4_bin' : collation);

/** What MariaDB says of a key's columns after it has looked at the names of all keys: 1060, 1252, 1283. */
export function checkLate(run: Run, { columns }: Draft, spec: IndexSpec): void {
  let fulltext: string | null = null;
  spec.parts.forEach((part, i) => {
    const column = 'column' in part ? findNamed(columns, part.column) : undefined;
    if (!column) return;
    if (i > 0) checkColumnTwice(run, spec, i);
    if (spec.kind === 'spatial' && column.nullable) refuse(run, 'spatialNull');
    fulltext ??= collationOf(column);
    if (spec.kind === 'fulltext' && collationOf(column) !== fulltext)
      refuse(run, 'fulltextColumn', [column.name]);
  });
}

/** 1060: up to the part `last`. */
function checkColumnTwice(run: Run, { parts }: IndexSpec, last = parts.length - 1): void {
  for (let i = 1; i <= last; i++) {
    const part = parts[i]!;
    const isSame = (other: IndexPart) =>
      'column' in part && 'column' in other && sameName(other.column, part.column);
    if ('column' in part && parts.slice(0, i).some(isSame)) refuse(run, 'duplicateColumn', [part.column]);
  }
}

const firstColumn = (parts: readonly IndexPart[]) =>
  parts[0] && 'column' in parts[0] ? parts[0].column : '';
/** The message names the last column, whichever it is about. */
const lastColumn = (parts: readonly IndexPart[]) => firstColumn(parts.slice(-1));

/** What MariaDB says of a geometry that it hashes. */
const SPATIAL_PREFIX = 8;

/** A hash covers what was written: prefixes that were asked for stay, none are added. */
function unprefixed(spec: IndexSpec, parts: readonly IndexPart[]): IndexPart[] {
  return parts.map((part, i) => {
    const written = spec.parts[i]!;
    return 'column' in part &&
      'column' in written &&
      written.length === null &&
      part.length !== SPATIAL_PREFIX
      ? { ...part, length: null, descending: false }
      : { ...part, descending: false };
  });
}

/** 3754: MySQL asks it when it has looked at all columns. */
export function checkFunctionalAutoIncrement(run: Run, { columns, indexes }: Draft): void {
  for (const { name, parts } of indexes)
    for (const part of parts)
      if (
        'expression' in part &&
        namesIn(part.expression).some((one) => findNamed(columns, one)?.autoIncrement)
      )
        refuse(run, 'functionalAutoIncrement', [name]);
}

/** MariaDB indexes no virtual column that an AUTO_INCREMENT column has a part in; InnoDB none in a full-text index. */
export function checkVirtualKeys(run: Run, { columns, indexes }: Draft): void {
  if (!columns.some(isVirtual)) return;
  for (const { kind, parts } of indexes)
    for (const part of parts) {
      const column = 'column' in part ? findNamed(columns, part.column) : undefined;
      if (!column?.generated || column.generated.stored) continue;
      const used = namesIn(column.generated.sql).map((name) => findNamed(columns, name));
      const auto = used.find((one) => one?.autoIncrement);
      if (auto) refuse(run, 'generatedFromAutoIncrement', [column.name, auto.name]);
      if (kind === 'fulltext' || kind === 'spatial')
        refuse(run, 'generatedAction', [
          `${kind === 'fulltext' ? 'Fulltext' : 'Spatial'} index on virtual generated column`,
        ]);
    }
}

const isVirtual = ({ generated }: Column): boolean => generated !== null && !generated.stored;

/** Virtual columns are in no primary key and in no full-text index. */
function checkVirtual(run: Run, spec: IndexSpec, column: Column): void {
  if (!column.generated || (column.generated.stored && run.server.vendor === 'mysql')) return;
  const spatial = run.server.vendor === 'mysql' && familyOf(column.type) === 'spatial';
  if (spec.kind === 'primary' && !spatial) refuse(run, 'generatedPrimary');
  if (run.server.vendor === 'mariadb') return;
  if (spec.kind === 'fulltext' || spec.kind === 'spatial' || spatial)
    refuse(run, 'generatedAction', [
      `${spec.kind === 'fulltext' ? 'Fulltext' : 'Spatial'} index on virtual generated column`,
    ]);
}

/** MySQL: a key with a geometry is a spatial one, of that column alone. */
function checkGeometry(run: Run, spec: IndexSpec, column: Column): void {
  if (spec.kind === 'fulltext') return;
  const geometry = familyOf(column.type) === 'spatial';
  if (geometry && column.generated && !column.generated.stored) return;
  if ((geometry || spec.kind === 'spatial') && spec.parts.length > 1) refuse(run, 'tooManyKeyParts', [1]);
  if (!geometry) return;
  if (spec.using) refuse(run, 'spatialUsing', [spec.using.toUpperCase()]);
  if (spec.kind === 'spatial' && spec.explicitOrder)
    refuse(run, 'wrongUsage', ['spatial/fulltext/hash index', 'explicit index order']);
}

const isOrdered = (spec: IndexSpec) =>
  spec.kind === 'primary' || spec.kind === 'unique' || spec.kind === 'index';

function partLimit(draft: Draft): number {
  if (/^myisam$/i.test(draft.engine)) return MAX_MYISAM_BYTES;
  if (/^aria$/i.test(draft.engine)) return MAX_ARIA_BYTES;
  const format = draft.options.ROW_FORMAT?.toUpperCase();
  return format === 'COMPACT' || format === 'REDUNDANT' ? MAX_PART_BYTES_OLD : MAX_KEY_BYTES;
}

/** What MySQL says of the expressions in all keys before it looks at any key: 3756, 3762, 3758, 1054. */
export function checkFunctionalParts(run: Run, draft: Draft, spec: IndexSpec): void {
  for (const part of spec.parts) {
    if (!('expression' in part)) continue;
    if (spec.kind === 'primary') refuse(run, 'functionalPrimary');
    if (spec.kind === 'fulltext' || spec.kind === 'spatial') continue;
    if (/^\(*`(?:[^`]|``)*`\)*$/.test(part.expression)) refuse(run, 'functionalOnColumn');
    checkFunctionalFunctions(run, spec.name ?? 'functional_index', part.expression);
    for (const name of namesIn(part.expression))
      if (!findNamed(draft.columns, name)) refuse(run, 'functionalColumn', [name]);
    if (isLongText(part.expression, draft)) refuse(run, 'functionalBlob');
  }
}

/** MySQL keeps the result of a text function in a blob where it is longer than that. */
const MAX_TEXT_RESULT = 512;

/** Of functions that surely make a long text. */
function isLongText(expression: string, { columns }: Draft): boolean {
  const call = /^(upper|lower|ucase|lcase|concat)\((.*)\)$/is.exec(expression);
  if (!call || /[()]/.test(call[2]!)) return false;
  const lengths = namesIn(call[2]!).map((name) => {
    const type = findNamed(columns, name)?.type;
    return type?.base === 'varchar' ? (type.length ?? 0) : 0;
  });
  return lengths.reduce((sum, length) => sum + length, 0) > MAX_TEXT_RESULT;
}

function functionalPart(run: Run, spec: IndexSpec, expression: string, descending: boolean): IndexPart {
  if (spec.kind === 'fulltext') refuse(run, 'fulltextFunctional');
  if (spec.kind === 'spatial') refuse(run, 'spatialFunctional');
  return { expression, descending };
}

function checkSpecialColumn(run: Run, spec: IndexSpec, column: Column, length: number | null): void {
  const family = familyOf(column.type);
  if (spec.kind === 'fulltext') {
    if (family === 'json' && supports.nativeJson(run.server)) refuse(run, 'jsonKey', [column.name]);
    const wide = /^(?:ucs2|utf16|utf16le|utf32)$/.test(column.charset ?? '');
    if (wide || (family !== 'char' && family !== 'text' && family !== 'json'))
      refuse(run, 'fulltextColumn', [column.name]);
    if (column.type.length === 0 && (run.server.vendor === 'mysql' || !column.nullable))
      refuse(run, 'cannotIndexColumn', [column.name]);
    return;
  }
  if (spec.kind === 'spatial') {
    if (family === 'json' && supports.nativeJson(run.server)) refuse(run, 'jsonKey', [column.name]);
    if (length !== null && run.server.vendor === 'mysql') refuse(run, 'wrongPrefix');
    if (family !== 'spatial') refuse(run, 'spatialType');
    if (column.nullable && run.server.vendor === 'mysql') refuse(run, 'spatialNull');
  }
}

/** MariaDB makes a hash of a unique key that is too long, unless another kind is asked for. */
const canHash = (run: Run, { kind, using }: IndexSpec, limit: number): boolean =>
  limit !== MAX_ARIA_BYTES && kind === 'unique' && using !== 'btree' && supports.uniqueHash(run.server);

/** What a tinytext and a tinyblob can hold. */
const TINY = 255;

interface ColumnPart {
  readonly length: number | null;
  readonly bytes: number;
  readonly hash: boolean;
}

function columnPart(
  run: Run,
  spec: IndexSpec,
  column: Column,
  length: number | null,
  limit: number,
): ColumnPart {
  const { server } = run;
  const { type } = column;
  if (type.base === 'json' && supports.nativeJson(server)) return refuse(run, 'jsonKey', [column.name]);
  if (spec.kind === 'primary' && (length !== null || !isBlobLike(type, server))) checkNotNull(run, column);
  const unit = bytesPerCharacter(column.charset);
  if (length !== null) {
    if (server.vendor === 'mysql' && familyOf(type) === 'spatial') return refuse(run, 'wrongPrefix');
    if (!takesPrefix(type, server)) {
      const isByte = !type.members || unit === 1;
      if (length === keyBytes(type, column.charset) && isByte)
        return columnPart(run, spec, column, null, limit);
      return refuse(run, 'wrongPrefix');
    }
    if (!isBlobLike(type, server)) {
      if (length > (type.length ?? 1)) return refuse(run, 'wrongPrefix');
      if (length === type.length) return columnPart(run, spec, column, null, limit);
    }
    if (type.base === 'point' && server.vendor === 'mariadb') return { length: 25, bytes: 25, hash: false };
    const tiny = type.base.startsWith('tiny');
    const kept = tiny && server.vendor === 'mariadb' ? Math.min(length, TINY) : length;
    return fitted(run, spec, kept, kept * unit, unit, tiny && server.vendor === 'mysql' ? TINY : limit, true);
  }
  if (isBlobLike(type, server)) {
    if (type.base === 'point' && server.vendor === 'mariadb') return { length: 25, bytes: 25, hash: false };
    if (familyOf(type) === 'spatial' && server.vendor === 'mysql') {
      return refuse(run, 'spatialUnique');
    }
    if (!supports.silentKeyPrefix(server) || spec.kind === 'primary')
      return refuse(run, 'blobKeyWithoutLength', [column.name]);
    if (spec.kind === 'unique' && !canHash(run, spec, limit)) return refuse(run, 'keyTooLong', [limit]);
    if (spec.kind === 'unique')
      return { length: familyOf(type) === 'spatial' ? SPATIAL_PREFIX : null, bytes: 0, hash: true };
    if (type.base.startsWith('tiny')) return { length: TINY, bytes: TINY * unit, hash: false };
    warn(run, 'keyTooLong', [limit]);
    const characters = Math.floor(limit / unitOf(type.base, unit));
    return { length: characters, bytes: limit, hash: false };
  }
  const bytes = keyBytes(type, column.charset) ?? 0;
  if (bytes === 0 && (server.vendor === 'mysql' || !column.nullable))
    return refuse(run, 'cannotIndexColumn', [column.name]);
  return fitted(run, spec, null, bytes, unit, limit, takesPrefix(type, server));
}

/** MySQL asks for NOT NULL before it asks for a length. */
function checkNotNull(run: Run, column: Column): void {
  if (run.server.vendor === 'mysql' && run.explicitNulls.has(column.name.toLowerCase()))
    refuse(run, 'primaryKeyNull');
}

/** MariaDB's json is a longtext of utf8mb4, though the model gives it no character set. */
const unitOf = (base: string, unit: number) => (base === 'json' ? 4 : unit);

/** Cuts, hashes or refuses a part that is longer than the limit. */
function fitted(
  run: Run,
  spec: IndexSpec,
  length: number | null,
  bytes: number,
  unit: number,
  limit: number,
  canCut: boolean,
): ColumnPart {
  if (bytes <= limit) return { length, bytes, hash: false };
  const { server } = run;
  if (limit === MAX_PART_BYTES_OLD && server.vendor === 'mariadb') refuse(run, 'keyColumnTooLong', [limit]);
  if (canHash(run, spec, limit)) return { length, bytes, hash: true };
  const cuts = supports.silentKeyPrefix(server) || !server.strict;
  if (spec.kind !== 'index' || !cuts || !canCut) return refuse(run, 'keyTooLong', [limit]);
  warn(run, 'keyTooLong', [limit]);
  const characters = Math.floor(limit / unit);
  return { length: characters, bytes: characters * unit, hash: false };
}
