import { withZeroDate } from './columns';
import type { Draft } from './draft';
import { supports } from './flavour';
import { checkForeignKeySpec, checkGeneratedColumns } from './foreignKeySpec';
import { checkFunctionalParts, checkLate, type ResolvedParts, resolveParts } from './keyParts';
import type { Index, IndexPart, Table } from './model';
import { findNamed, nameLength, sameName } from './names';
import { type Run, refuse, warn } from './run';
import type { ForeignKeySpec, IndexSpec } from './statement';
import { isInnodb } from './tableOptions';
import { familyOf } from './types';

/** A key that a statement adds. `generated`: the server makes it to serve a foreign key. */
export interface NewKey {
  readonly spec: IndexSpec;
  readonly generated: boolean;
  /** The foreign key that it serves. */
  readonly foreignKey?: ForeignKeySpec;
}

interface Entry {
  readonly existing: Index | null;
  readonly added: NewKey | null;
  readonly generated: boolean;
  readonly parts: readonly IndexPart[];
  readonly kind: Index['kind'];
  readonly ordered: boolean;
  dropped: boolean;
}

const MAX_KEYS = 64;

/**
 * The table's indexes after the new keys are added to those that stay: drops generated indexes that another serves,
 * gives names, checks limits. Source of the order: the servers' mysql_prepare_create_table.
 */
export function settleKeys(
  run: Run,
  draft: Draft,
  staying: readonly Index[],
  added: readonly NewKey[],
  touched: ReadonlySet<Index> = NONE,
): void {
  const entries: Entry[] = [
    ...sorted(draft, staying).map((index) => entryOf(run, index, null)),
    ...added.map((key) => entryOf(run, null, { ...key, spec: asSpatial(run, draft, key.spec) })),
  ];
  if (run.server.vendor === 'mysql') for (const { spec } of added) checkFunctionalParts(run, draft, spec);
  dropRedundant(run, entries);
  const kept = entries.filter((entry) => !entry.dropped);
  // MariaDB looks at the columns of all keys before it looks at their names.
  const mariadb = run.server.vendor === 'mariadb';
  const resolved = new Map<Entry, ResolvedParts>();
  if (mariadb) for (const entry of kept) resolved.set(entry, partsOf(run, draft, entry, touched));
  if (mariadb) for (const entry of entries) checkReferences(run, draft, entry);
  if (mariadb) for (const entry of kept) checkShape(run, entry);
  const result: Index[] = [];
  for (const entry of kept) {
    const isFulltext = (entry.existing?.kind ?? entry.added!.spec.kind) === 'fulltext';
    if (!mariadb) checkShape(run, entry);
    checkName(run, entry, result);
    if (!mariadb && isFulltext && draft.partitioning) {
      // A key without a name is named after its column first.
      for (const part of entry.added?.spec.name === null ? entry.added.spec.parts : [])
        if ('column' in part && !findNamed(draft.columns, part.column))
          refuse(run, 'keyColumnMissing', [part.column]);
      refuse(run, 'partitionFulltext');
    }
    const parts = resolved.get(entry) ?? partsOf(run, draft, entry, touched);
    result.push(finished(run, draft, entry, parts, result));
  }
  if (!mariadb) for (const entry of entries) checkReferences(run, draft, entry);
  if (mariadb)
    for (const entry of kept)
      if (entry.added || touched.has(entry.existing!))
        checkLate(run, draft, entry.added?.spec ?? specOf(entry.existing!));
  if (result.filter((index) => index.kind !== 'primary').length > MAX_KEYS) refuse(run, 'tooManyKeys');
  draft.indexes = primaryFirst(result);
  checkKept(run, draft);
}

/** What is said when all keys are known: 3522 (MariaDB 4174), 1478. */
function checkKept(run: Run, draft: Draft): void {
  const { columns, indexes } = draft;
  const column = (part: IndexPart) => ('column' in part ? findNamed(columns, part.column) : undefined);
  const isClustered = ({ kind, parts, hash }: Index) =>
    kind === 'primary' ||
    (kind === 'unique' && !hash && parts.every((part) => column(part)?.nullable === false));
  const clustered = indexes.find(isClustered);
  if (clustered && !clustered.visible) refuse(run, 'primaryInvisible');
  if (run.server.vendor === 'mariadb' || isInnodb(draft.engine)) return;
  const isVirtual = (part: IndexPart) => 'expression' in part || column(part)?.generated?.stored === false;
  if (indexes.some(({ parts }) => parts.some(isVirtual)))
    refuse(run, 'engineOption', [draft.engine, 'Index on virtual generated column']);
}

/** The keys that are there come as the server shows them: those first that are unique. */
function sorted({ columns }: Draft, indexes: readonly Index[]): readonly Index[] {
  return [...indexes].sort((a, b) => rankOf(columns, a) - rankOf(columns, b));
}

/** The place of a key among those of its table: the primary key, then the unique ones, those without NULL before. */
export function rankOf(columns: Table['columns'], { kind, parts }: Index): number {
  if (kind === 'primary') return 0;
  if (kind === 'fulltext') return 4;
  if (kind !== 'unique') return 3;
  return parts.some((part) => 'column' in part && findNamed(columns, part.column)?.nullable) ? 2 : 1;
}

function checkReferences(run: Run, draft: Draft, { added }: Entry): void {
  if (!added?.foreignKey) return;
  checkForeignKeySpec(run, added.foreignKey);
  // An ALTER has said it before (alterTable.ts).
  if (run.server.vendor === 'mariadb' && !run.altering)
    checkGeneratedColumns(run, draft, added.foreignKey.columns, added.foreignKey);
}

function partsOf(run: Run, draft: Draft, entry: Entry, touched: ReadonlySet<Index>): ResolvedParts {
  if (entry.added) return resolveParts(run, draft, entry.added.spec);
  const index = entry.existing!;
  // To MySQL a key that is there has an order, which a spatial one can't have.
  return touched.has(index)
    ? resolveParts(
        run,
        draft,
        asSpatial(run, draft, { ...specOf(index), explicitOrder: index.kind === 'index' }),
      )
    : index;
}

/**
 * The keys that are looked at as if they were new: those whose columns changed; on MariaDB also the hash of a geometry,
 * which is a key over a part of it then, and all where the row format changes.
 */
export function lookedAtAgain(
  run: Run,
  before: Table,
  draft: Draft,
  { staying, touched }: { readonly staying: readonly Index[]; readonly touched: ReadonlySet<Index> },
): ReadonlySet<Index> {
  const isRowFormat = before.options.ROW_FORMAT !== draft.options.ROW_FORMAT;
  if (run.server.vendor === 'mysql') return isRowFormat ? new Set(staying) : touched;
  const isGeometry = (part: IndexPart) => {
    const column = 'column' in part && findNamed(draft.columns, part.column);
    return column && familyOf(column.type) === 'spatial';
  };
  return new Set(
    staying.filter(
      (index) => touched.has(index) || isRowFormat || (index.hash && index.parts.some(isGeometry)),
    ),
  );
}

/** 1068 and 1061: of the keys before this one. */
function checkName(run: Run, entry: Entry, before: readonly Index[]): void {
  const kind = entry.existing?.kind ?? entry.added!.spec.kind;
  const name = kind === 'primary' ? 'PRIMARY' : (entry.existing?.name ?? entry.added!.spec.name);
  if (name === null || !before.some((index) => sameName(index.name, name))) return;
  if (kind === 'primary') refuse(run, 'multiplePrimaryKeys');
  refuse(run, 'duplicateKeyName', [name]);
}

const NONE: ReadonlySet<Index> = new Set();

/** The specification that an index could have been made from. */
function specOf(index: Index): IndexSpec {
  const { name, kind, parts, visible, comment, parser } = index;
  return { name, kind, parts, visible, comment, using: index.using ?? null, parser, explicitOrder: false };
}

function entryOf(run: Run, existing: Index | null, added: NewKey | null): Entry {
  const kind = existing?.kind ?? added!.spec.kind;
  return {
    existing,
    added,
    generated: existing?.implicit ?? added!.generated,
    parts: existing?.parts ?? added!.spec.parts,
    kind,
    ordered:
      (kind === 'primary' || kind === 'unique' || kind === 'index') &&
      !existing?.hash &&
      existing?.using !== 'hash' &&
      (added?.spec.using !== 'hash' || run.server.vendor === 'mysql'),
    dropped: false,
  };
}

/** MySQL makes a spatial index of a plain one over a geometry. */
function asSpatial(run: Run, draft: Draft, spec: IndexSpec): IndexSpec {
  const [part, ...others] = spec.parts;
  if (run.server.vendor !== 'mysql' || spec.kind !== 'index' || others.length) return spec;
  const column = part && 'column' in part && findNamed(draft.columns, part.column);
  return column && familyOf(column.type) === 'spatial' ? { ...spec, kind: 'spatial' } : spec;
}

/** A generated key that is the beginning of another key is not needed. */
function dropRedundant(run: Run, entries: readonly Entry[]): void {
  if (!entries.some((entry) => entry.generated)) return;
  entries.forEach((entry, i) => {
    for (let j = 0; j < i; j++) {
      const other = entries[j]!;
      if (other.dropped || !servesAsWell(run, entry, other)) continue;
      const shorter = entry.generated && entry.parts.length < other.parts.length;
      if (!other.generated || shorter) entry.dropped = true;
      else other.dropped = true;
      return;
    }
  });
}

function servesAsWell(run: Run, a: Entry, b: Entry): boolean {
  let [generated, other] = [a, b];
  if (!a.generated || (b.generated && a.parts.length > b.parts.length)) [generated, other] = [b, a];
  const either = run.server.vendor === 'mariadb';
  // MySQL passes over a full-text key only where that comes first.
  const isText = other.kind === 'fulltext' && (!run.altering || generated.existing !== null);
  const counts = either ? other.ordered || isText : b.kind !== 'fulltext' && b.kind !== 'spatial';
  if (!generated.generated || !counts || generated.parts.length > other.parts.length) return false;
  // To MySQL a descending key is another.
  return generated.parts.every(
    (part, i) =>
      samePart(
        either && other.kind === 'fulltext' ? whole(part) : part,
        either && other.kind === 'fulltext' ? whole(other.parts[i]!) : other.parts[i]!,
      ) &&
      (either || part.descending === other.parts[i]!.descending),
  );
}

const whole = (part: IndexPart): IndexPart => ('column' in part ? { ...part, length: null } : part);

function samePart(a: IndexPart, b: IndexPart): boolean {
  if ('expression' in a || 'expression' in b) return false;
  return sameName(a.column, b.column) && a.length === b.length;
}

function checkShape(run: Run, entry: Entry): void {
  if (entry.existing && nameLength(entry.existing.name) > 64)
    refuse(run, 'nameTooLong', [entry.existing.name]);
  if (!entry.added) return;
  const { spec } = entry.added;
  const most = run.server.vendor === 'mariadb' ? 32 : 16;
  if (spec.parts.length > most) refuse(run, 'tooManyKeyParts', [most]);
  if (spec.name === null || spec.kind === 'primary') return;
  if (nameLength(spec.name) > 64) refuse(run, 'nameTooLong', [spec.name]);
  if (spec.name === '') refuse(run, 'wrongIndexName', [spec.name]);
  checkPrimaryName(run, spec);
}

/** 1280: only the primary key is called PRIMARY. */
export function checkPrimaryName(run: Run, { kind, name }: IndexSpec): void {
  if (kind !== 'primary' && name?.toLowerCase() === 'primary') refuse(run, 'wrongIndexName', [name]);
}

function finished(
  run: Run,
  draft: Draft,
  entry: Entry,
  { parts, hash }: ResolvedParts,
  before: readonly Index[],
): Index {
  const { existing, added } = entry;
  if ((existing?.kind ?? added!.spec.kind) === 'primary') forbidNulls(run, draft, parts);
  if (existing)
    return existing.parts === parts ? withoutHash(existing) : { ...withoutHash(existing), parts, hash };
  const { spec, generated } = added!;
  if (nameLength(spec.comment) > 1024) refuse(run, 'indexCommentTooLong', [spec.name ?? '']);
  const taken = (name: string) => before.some((index) => sameName(index.name, name));
  const name = spec.kind === 'primary' ? 'PRIMARY' : (spec.name ?? freeName(run, parts, taken));
  if (run.server.vendor === 'mariadb' && nameLength(name) > 64) refuse(run, 'wrongIndexName', [name]);
  const twin = before.find((other) => other.kind === spec.kind && sameParts(other.parts, parts));
  if (twin && !generated) warn(run, 'duplicateIndex', [name], draft.name);
  return {
    name,
    kind: spec.kind,
    parts,
    visible: spec.visible || !supports.invisibleIndex(run.server),
    comment: spec.comment,
    hash,
    ...(spec.using && run.server.vendor === 'mariadb' ? { using: spec.using } : {}),
    parser: spec.kind === 'fulltext' ? spec.parser : null,
    implicit: generated,
    taint: null,
    origin: run.origin,
  };
}

/** MariaDB forgets USING HASH of a unique key as soon as the table is altered. */
function withoutHash(index: Index): Index {
  if (index.using !== 'hash' || index.kind !== 'unique') return index;
  const { using, ...rest } = index;
  return rest;
}

function sameParts(a: readonly IndexPart[], b: readonly IndexPart[]): boolean {
  return (
    a.length === b.length &&
    a.every((part, i) => samePart(part, b[i]!) && part.descending === b[i]!.descending)
  );
}

/** `col`, `col_2`, `col_3` … after the first column; a functional index is named `functional_index`. */
function freeName(run: Run, parts: readonly IndexPart[], taken: (name: string) => boolean): string {
  const first = parts[0];
  const isPlain = parts.every((part) => 'column' in part);
  const base = first && 'column' in first && isPlain ? first.column : 'functional_index';
  if (base.toLowerCase() !== 'primary' && !taken(base)) return base;
  const short = run.server.vendor === 'mysql' ? base.slice(0, 61) : base;
  for (let i = 2; ; i++) if (!taken(`${short}_${i}`)) return `${short}_${i}`;
}

/** A column of the primary key is NOT NULL, said or not. */
function forbidNulls(run: Run, draft: Draft, parts: readonly IndexPart[]): void {
  for (const part of parts) {
    if ('expression' in part) continue;
    const at = draft.columns.findIndex((column) => sameName(column.name, part.column));
    const column = draft.columns[at]!;
    if (run.explicitNulls.has(column.name.toLowerCase()) && run.server.vendor === 'mysql')
      refuse(run, 'primaryKeyNull');
    if (run.nullDefaults.has(column.name.toLowerCase()) && run.server.vendor === 'mariadb')
      run.badDefaults.push(column.name);
    if (column.nullable) draft.columns[at] = withZeroDate(run, { ...column, nullable: false });
  }
}

function primaryFirst(indexes: Index[]): Index[] {
  const at = indexes.findIndex((index) => index.kind === 'primary');
  if (at > 0) indexes.unshift(...indexes.splice(at, 1));
  return indexes;
}

/** The key by which InnoDB keeps the rows; undefined where it makes a hidden one. */
export const clusteredIndex = (of: Pick<Table, 'columns' | 'indexes'>): Index | undefined =>
  of.indexes.find((index) => standsForPrimary(of, index));

/** The primary key, or the unique key without NULLs that InnoDB takes for it. */
export function standsForPrimary({ columns }: Pick<Table, 'columns'>, index: Index): boolean {
  if (index.kind !== 'unique') return index.kind === 'primary';
  if (index.hash) return false;
  return index.parts.every(
    (part) => 'column' in part && part.length === null && findNamed(columns, part.column)?.nullable === false,
  );
}

/** At most one AUTO_INCREMENT column; asked before the keys are looked at. */
export function checkOneAutoIncrement(run: Run, draft: Draft): void {
  if (draft.columns.filter((column) => column.autoIncrement).length > 1) refuse(run, 'oneAutoColumn');
}

/** The AUTO_INCREMENT column is the first of some key. */
export function checkAutoIncrement(run: Run, draft: Draft): void {
  const auto = draft.columns.filter((column) => column.autoIncrement);
  if (auto.length === 0) return;
  const served = draft.indexes.some((index) => {
    const first = index.parts[0];
    return first && 'column' in first && sameName(first.column, auto[0]!.name) && first.length === null;
  });
  if (!served) refuse(run, 'oneAutoColumn');
}

/** The index can serve a foreign key over those columns: they are its first, whole, in that order. */
export function servesColumns(index: Index, columns: readonly string[]): boolean {
  if (index.kind === 'fulltext' || index.kind === 'spatial' || index.kind === 'vector' || index.hash)
    return false;
  if (index.kind === 'unique' && index.using === 'hash') return false;
  return columns.every((name, i) => {
    const part = index.parts[i];
    return part !== undefined && 'column' in part && part.length === null && sameName(part.column, name);
  });
}
