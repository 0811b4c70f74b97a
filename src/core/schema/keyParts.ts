import { bytesPerCharacter } from './charsets';
import { checkFunctionalFunctions } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import type { Column, IndexPart } from './model';
import { findNamed } from './names';
import { type Run, refuse, warn } from './run';
import type { IndexSpec } from './statement';
import { familyOf, isBlobLike, keyBytes, takesPrefix } from './types';

const MAX_KEY_BYTES = 3072;
/** InnoDB's old row formats allow shorter columns in a key. */
const MAX_PART_BYTES_OLD = 767;

export interface ResolvedParts {
  readonly parts: readonly IndexPart[];
  readonly hash: boolean;
}

/** What the server says of an index before it looks at any table. */
export function checkIndexSpec(run: Run, spec: IndexSpec): void {
  if (run.server.vendor !== 'mysql' || !spec.explicitOrder) return;
  if (!isOrdered(spec) || spec.using === 'hash')
    refuse(run, 'wrongUsage', ['spatial/fulltext/hash index', 'explicit index order']);
}

/** The key's parts as the server keeps them; refuses what it can't index. `afterFirst` is asked after the first part. */
export function resolveParts(
  run: Run,
  draft: Draft,
  spec: IndexSpec,
  afterFirst: () => void = () => {},
): ResolvedParts {
  const limit = partLimit(draft);
  const parts: IndexPart[] = [];
  let total = 0;
  let hash = false;
  let fulltext: string | null = null;
  const seen = new Set<string>();
  for (const [i, part] of spec.parts.entries()) {
    if (i === 1) afterFirst();
    if ('expression' in part) {
      parts.push(functionalPart(run, draft, spec, part.expression, part.descending));
      continue;
    }
    const column = findNamed(draft.columns, part.column);
    if (!column) return refuse(run, 'keyColumnMissing', [part.column]);
    if (seen.has(column.name.toLowerCase())) refuse(run, 'duplicateColumn', [part.column]);
    seen.add(column.name.toLowerCase());
    if (!isOrdered(spec)) checkSpecialColumn(run, spec, column);
    checkVirtual(run, spec, column);
    checkVirtualKey(run, draft, column);
    const sorted = isOrdered(spec) && (spec.using !== 'hash' || run.server.vendor === 'mysql');
    const descending = part.descending && supports.descendingIndex(run.server) && sorted;
    if (!isOrdered(spec)) {
      const collation = column.type.base === 'json' ? 'utf8mb4_bin' : column.collation;
      fulltext ??= collation;
      if (spec.kind === 'fulltext' && collation !== fulltext) refuse(run, 'fulltextColumn', [column.name]);
      parts.push({ column: column.name, length: null, descending: false });
      continue;
    }
    const resolved = columnPart(run, spec, column, part.length, limit);
    hash ||= resolved.hash;
    total += resolved.bytes;
    parts.push({ column: column.name, length: resolved.length, descending });
  }
  if (spec.parts.length === 1) afterFirst();
  if (total > MAX_KEY_BYTES && !hash) {
    if (spec.kind === 'unique' && supports.uniqueHash(run.server)) hash = true;
    else refuse(run, 'keyTooLong', [MAX_KEY_BYTES]);
  }
  const auto =
    hash && parts.some((part) => 'column' in part && findNamed(draft.columns, part.column)?.autoIncrement);
  if (auto) refuse(run, 'autoIncrementHash', [lastColumn(parts), spec.name ?? firstColumn(parts)]);
  return { parts: hash ? unprefixed(spec, parts) : parts, hash };
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
      : part;
  });
}

/** MariaDB indexes no virtual column that an AUTO_INCREMENT column has a part in. */
function checkVirtualKey(run: Run, draft: Draft, column: Column): void {
  if (run.server.vendor !== 'mariadb' || !column.generated || column.generated.stored) return;
  const used = namesIn(column.generated.sql).map((name) => findNamed(draft.columns, name));
  const auto = used.find((one) => one?.autoIncrement);
  if (auto) refuse(run, 'generatedFromAutoIncrement', [column.name, auto.name]);
}

/** Virtual columns are in no primary key and in no full-text index. */
function checkVirtual(run: Run, spec: IndexSpec, column: Column): void {
  if (!column.generated || (column.generated.stored && run.server.vendor === 'mysql')) return;
  if (spec.kind === 'primary') refuse(run, 'generatedPrimary');
  if (column.generated.stored) return;
  if (spec.kind === 'fulltext' || spec.kind === 'spatial')
    refuse(run, 'generatedAction', [
      `${spec.kind === 'fulltext' ? 'Fulltext' : 'Spatial'} index on virtual generated column`,
    ]);
}

const isOrdered = (spec: IndexSpec) =>
  spec.kind === 'primary' || spec.kind === 'unique' || spec.kind === 'index';

function partLimit(draft: Draft): number {
  const format = draft.options.ROW_FORMAT?.toUpperCase();
  return format === 'COMPACT' || format === 'REDUNDANT' ? MAX_PART_BYTES_OLD : MAX_KEY_BYTES;
}

function functionalPart(
  run: Run,
  draft: Draft,
  spec: IndexSpec,
  expression: string,
  descending: boolean,
): IndexPart {
  if (spec.kind === 'primary') refuse(run, 'functionalPrimary');
  if (spec.kind === 'fulltext') refuse(run, 'fulltextFunctional');
  if (spec.kind === 'spatial') refuse(run, 'spatialFunctional');
  if (/^\(*`(?:[^`]|``)*`\)*$/.test(expression)) refuse(run, 'functionalOnColumn');
  checkFunctionalFunctions(run, spec.name ?? 'functional_index', expression);
  for (const name of namesIn(expression)) {
    const column = findNamed(draft.columns, name);
    if (!column) refuse(run, 'functionalColumn', [name]);
    if (column.autoIncrement) refuse(run, 'functionalAutoIncrement', [spec.name ?? 'functional_index']);
  }
  return { expression, descending };
}

function checkSpecialColumn(run: Run, spec: IndexSpec, column: Column): void {
  const family = familyOf(column.type);
  if (spec.kind === 'fulltext') {
    if (family === 'json' && supports.nativeJson(run.server)) refuse(run, 'jsonKey', [column.name]);
    const wide = /^(?:ucs2|utf16|utf16le|utf32)$/.test(column.charset ?? '');
    if (wide || (family !== 'char' && family !== 'text' && family !== 'json'))
      refuse(run, 'fulltextColumn', [column.name]);
    return;
  }
  if (spec.kind === 'spatial') {
    if (family !== 'spatial') refuse(run, 'spatialType');
    if (column.nullable) refuse(run, 'spatialNull');
  }
}

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
  if (spec.kind === 'primary' && length === null && !isBlobLike(type, server)) checkNotNull(run, column);
  const unit = bytesPerCharacter(column.charset);
  if (length !== null) {
    if (!takesPrefix(type, server)) {
      if (length === keyBytes(type, column.charset) && !type.members)
        return columnPart(run, spec, column, null, limit);
      return refuse(run, 'wrongPrefix');
    }
    if (!isBlobLike(type, server)) {
      if (length > (type.length ?? 1)) return refuse(run, 'wrongPrefix');
      if (length === type.length) return columnPart(run, spec, column, null, limit);
    }
    const tiny = type.base.startsWith('tiny');
    if (tiny && server.vendor === 'mariadb')
      return { length: Math.min(length, 255), bytes: 255, hash: false };
    return fitted(run, spec, length, length * unit, unit, tiny ? 255 : limit, true);
  }
  if (isBlobLike(type, server)) {
    if (type.base === 'point' && server.vendor === 'mariadb') return { length: 25, bytes: 25, hash: false };
    if (familyOf(type) === 'spatial' && server.vendor === 'mysql') {
      if (spec.kind !== 'index') return refuse(run, 'spatialUnique');
      if (column.nullable) return refuse(run, 'spatialNull');
    }
    if (!supports.silentKeyPrefix(server) || spec.kind === 'primary')
      return refuse(run, 'blobKeyWithoutLength', [column.name]);
    if (spec.kind === 'unique')
      return { length: familyOf(type) === 'spatial' ? SPATIAL_PREFIX : null, bytes: 0, hash: true };
    warn(run, 'keyTooLong', [limit]);
    const characters = Math.floor(limit / unitOf(type.base, unit));
    return { length: characters, bytes: limit, hash: false };
  }
  const bytes = keyBytes(type, column.charset) ?? 0;
  if (bytes === 0 && server.vendor === 'mysql') return refuse(run, 'cannotIndexColumn', [column.name]);
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
  if (spec.kind === 'unique' && supports.uniqueHash(server)) return { length, bytes, hash: true };
  const cuts = supports.silentKeyPrefix(server) || !server.strict;
  if (spec.kind !== 'index' || !cuts || !canCut) return refuse(run, 'keyTooLong', [limit]);
  warn(run, 'keyTooLong', [limit]);
  const characters = Math.floor(limit / unit);
  return { length: characters, bytes: characters * unit, hash: false };
}
