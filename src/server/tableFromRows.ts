import { canonicalCharset, canonicalCollation } from '../core/schema/charsets';
import type {
  Check,
  Column,
  ForeignKey,
  Index,
  IndexPart,
  Partitioning,
  ReferenceRule,
  Table,
} from '../core/schema/model';
import type { ServerProfile } from '../core/schema/server';
import type { CreateTable } from '../core/schema/statement';
import { mergeOptions } from '../core/schema/tableOptions';
import { canonicalExpression } from '../core/sql/expression';
import { parsePartitionExpression, parsePartitionValues } from '../core/sql/fragments';
import type { CheckRow, ColumnRow, IndexRow, KeyColumnRow, PartitionRow, RuleRow, TableRow } from './catalog';
import { columnFromRow, isOwnCheck } from './columnFromRow';
import { groupBy } from './group';

/** What the catalog says about one table, and its SHOW CREATE TABLE where that was read. */
export interface TableRows {
  readonly table: TableRow;
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly keyColumns: readonly KeyColumnRow[];
  readonly rules: readonly RuleRow[];
  readonly checks: readonly CheckRow[];
  readonly partitions: readonly PartitionRow[];
  readonly shown: CreateTable | null;
}

/** One table in the model's form. */
export function tableFromRows(rows: TableRows, database: string, server: ServerProfile): Table {
  const { table, shown } = rows;
  const collation = canonicalCollation(table.collation ?? 'utf8mb4_general_ci');
  const columns = [...rows.columns]
    .sort((a, b) => a.pos - b.pos)
    .map((row) => {
      const spec = shown?.columns.find(({ name }) => name === row.name) ?? null;
      return columnFromRow(row, spec, rows.checks, server);
    });
  return {
    name: table.t,
    engine: table.engine ?? '',
    charset: canonicalCharset(collation === 'binary' ? 'binary' : (collation.split('_')[0] as string)),
    collation,
    comment: table.comment,
    columns,
    indexes: indexesOf(rows, columns),
    foreignKeys: foreignKeysOf(rows, database),
    checks: checksOf(rows, columns, server),
    partitioning: partitioningOf(rows.partitions, server),
    options: optionsOf(table),
    temporary: false,
    taint: null,
    origin: null,
  };
}

function indexesOf(rows: TableRows, columns: readonly Column[]): Index[] {
  const shown = new Map(rows.shown?.indexes.map((index) => [index.name ?? 'PRIMARY', index]));
  const indexes = [...groupBy(rows.indexes, ({ name }) => name)].map(([name, parts]): Index => {
    const first = parts[0] as IndexRow;
    const spec = shown.get(name);
    const kind = kindOf(first);
    const sorted = [...parts].sort((a, b) => a.seq - b.seq);
    return {
      name,
      kind,
      parts: sorted.map((row, i) => partOf(row, spec?.parts[i], kind, columns)),
      visible: first.visible === 'YES',
      comment: first.comment,
      hash: first.type === 'HASH' && rows.table.engine === 'InnoDB',
      parser: spec?.parser ?? null,
      implicit: false,
      taint: null,
      origin: null,
    };
  });
  return indexes.sort((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'));
}

function kindOf(row: IndexRow): Index['kind'] {
  if (row.name === 'PRIMARY') return 'primary';
  if (row.type === 'FULLTEXT') return 'fulltext';
  if (row.type === 'SPATIAL') return 'spatial';
  if (row.type === 'VECTOR') return 'vector';
  return Number(row.nonuniq) === 0 ? 'unique' : 'index';
}

/** NORMAL-FORM I4: prefixes of spatial indexes, and those as long as the column, mean nothing. */
function partOf(
  row: IndexRow,
  shown: IndexPart | undefined,
  kind: Index['kind'],
  columns: readonly Column[],
): IndexPart {
  const descending = row.dir === 'D';
  if (row.col === null) {
    const expression =
      shown && 'expression' in shown ? shown.expression : canonicalExpression(row.expr ?? '');
    return { expression, descending };
  }
  const type = columns.find(({ name }) => name === row.col)?.type;
  const isWhole = kind === 'spatial' || kind === 'fulltext' || kind === 'vector' || row.sub === type?.length;
  return { column: row.col, length: isWhole || row.sub === null ? null : Number(row.sub), descending };
}

const RULES: Readonly<Record<string, ReferenceRule>> = {
  CASCADE: 'cascade',
  RESTRICT: 'restrict',
  'NO ACTION': 'restrict',
  'SET NULL': 'set null',
  'SET DEFAULT': 'set default',
};

/** Rules that the account may not see are unknown, not RESTRICT (NORMAL-FORM X4). */
function foreignKeysOf(rows: TableRows, database: string): ForeignKey[] {
  const rules = new Map(rows.rules.map((rule) => [rule.name, rule]));
  return [...groupBy(rows.keyColumns, ({ name }) => name)].map(([name, parts]): ForeignKey => {
    const sorted = [...parts].sort((a, b) => a.pos - b.pos);
    const first = sorted[0] as KeyColumnRow;
    const rule = rules.get(name);
    return {
      name,
      columns: sorted.map(({ col }) => col),
      referencedSchema: first.rs === database ? null : first.rs,
      referencedTable: first.rt,
      referencedColumns: sorted.map(({ rc }) => rc),
      onDelete: RULES[rule?.ondel ?? ''] ?? 'unknown',
      onUpdate: RULES[rule?.onupd ?? ''] ?? 'unknown',
      taint: null,
      origin: null,
    };
  });
}

function checksOf(rows: TableRows, columns: readonly Column[], server: ServerProfile): Check[] {
  const shown = new Map<string, string>();
  for (const check of rows.shown?.checks ?? []) if (check.name !== null) shown.set(check.name, check.sql);
  const json = new Set(columns.filter(({ type }) => type.base === 'json').map(({ name }) => name));
  return rows.checks.flatMap((row): Check[] => {
    const column =
      server.vendor === 'mariadb' && columns.some(({ name }) => isOwnCheck(row, name)) ? row.name : null;
    if (column !== null && json.has(column)) return [];
    const own = column === null ? null : rows.shown?.columns.find(({ name }) => name === column)?.check?.sql;
    const sql =
      own ??
      shown.get(row.name) ??
      canonicalExpression(row.expr, { condition: true, sqlMode: server.sqlMode });
    return [{ name: row.name, sql, enforced: row.enforced === 'YES', column }];
  });
}

function partitioningOf(rows: readonly PartitionRow[], server: ServerProfile): Partitioning | null {
  const first = rows[0];
  if (!first) return null;
  const isColumns = /KEY|COLUMNS/.test(first.m);
  const names = new Map([...rows].sort((a, b) => a.pos - b.pos).map((row) => [row.p, row]));
  const partitions = [...names.values()].map(({ p, d }) => ({
    name: p,
    description: d === null ? '' : parsePartitionValues(d, server),
  }));
  const count = rows.filter(({ p }) => p === first.p).length;
  const subpartition =
    first.sm === null
      ? null
      : `${first.sm} (${parsePartitionExpression(first.se ?? '', /KEY/.test(first.sm), server)}) ${count}`;
  return {
    method: first.m,
    expression: parsePartitionExpression(first.e ?? '', isColumns, server),
    partitions,
    subpartition,
  };
}

/** `row_format=COMPRESSED key_block_size=8 partitioned` as the model's options (NORMAL-FORM O3, S6). */
function optionsOf(table: TableRow): Readonly<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const [, name, value] of (table.opts ?? '').matchAll(/([\w`]+)=("[^"]*"|'[^']*'|\S*)/g))
    written[(name as string).replaceAll('`', '').toUpperCase()] = (value as string)
      .replace(/^["']|["']$/g, '')
      .toUpperCase();
  if (table.type === 'SYSTEM VERSIONED') written.SYSTEM_VERSIONING = 'ON';
  return mergeOptions({}, written);
}
