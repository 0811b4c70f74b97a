import { fitsWildcards, type WildcardPart } from '../../php/wildcards';
import { findTable } from '../../schema/lookup';
import type { Column, ForeignKey, Index, Table } from '../../schema/model';
import { printType } from '../../schema/printType';
import { sortedTables } from '../../schema/tableMap';
import type { Database } from '../../session/trace';
import type { Taint } from '../../source';
import type { InfoCondition, InfoQuery } from './infoQuery';

/** A row of information_schema; undefined where its value is not modelled. */
export type InfoRow = ReadonlyMap<string, string | number | null | undefined>;

export type InfoAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly InfoRow[] }
  | { readonly kind: 'unknown'; readonly reason: string };

type Build = (
  table: Table,
  database: Database,
) => readonly Record<string, string | number | null | undefined>[];

/** The tables of information_schema that can be answered: rows made of one table of the model. */
const TABLES: Readonly<Record<string, Build>> = {
  tables: (table, { server }) => [
    {
      table_catalog: 'def',
      table_schema: server.database,
      table_name: table.name,
      table_type: 'BASE TABLE',
      engine: table.engine,
      table_collation: table.collation,
      table_comment: table.comment,
    },
  ],
  columns: (table, database) => table.columns.map((column, i) => columnRow(table, column, i, database)),
  statistics: (table, { server }) =>
    table.indexes.flatMap((index) =>
      index.parts.map((part, i) => ({
        table_schema: server.database,
        table_name: table.name,
        non_unique: index.kind === 'primary' || index.kind === 'unique' ? 0 : 1,
        index_schema: server.database,
        index_name: index.name,
        seq_in_index: i + 1,
        column_name: 'column' in part ? part.column : null,
        sub_part: 'column' in part ? part.length : null,
        index_type: indexType(index),
        comment: '',
        index_comment: index.comment,
      })),
    ),
  key_column_usage: (table, { server }) => [
    ...uniqueIndexes(table).flatMap((index) =>
      index.parts.map((part, i) => ({
        ...constraint(server.database, table, index.name),
        column_name: 'column' in part ? part.column : null,
        ordinal_position: i + 1,
        referenced_table_schema: null,
        referenced_table_name: null,
        referenced_column_name: null,
      })),
    ),
    ...table.foreignKeys.flatMap((key) =>
      key.columns.map((column, i) => ({
        ...constraint(server.database, table, key.name),
        column_name: column,
        ordinal_position: i + 1,
        referenced_table_schema: key.referencedSchema ?? server.database,
        referenced_table_name: key.referencedTable,
        referenced_column_name: key.referencedColumns[i] ?? null,
      })),
    ),
  ],
  table_constraints: (table, { server }) => [
    ...uniqueIndexes(table).map((index) => ({
      ...constraint(server.database, table, index.name),
      constraint_type: index.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE',
    })),
    ...table.foreignKeys.map((key) => ({
      ...constraint(server.database, table, key.name),
      constraint_type: 'FOREIGN KEY',
    })),
    ...table.checks.map((check) => ({
      ...constraint(server.database, table, check.name),
      constraint_type: 'CHECK',
    })),
  ],
  referential_constraints: (table, { server }) =>
    table.foreignKeys.map((key) => ({
      ...constraint(server.database, table, key.name),
      referenced_table_name: key.referencedTable,
      update_rule: ruleText(key.onUpdate, server.vendor),
      delete_rule: ruleText(key.onDelete, server.vendor),
    })),
};

export function isInfoTable(name: string): boolean {
  return Object.hasOwn(TABLES, name);
}

function constraint(database: string, table: Table, name: string) {
  return {
    constraint_catalog: 'def',
    constraint_schema: database,
    constraint_name: name,
    table_schema: database,
    table_name: table.name,
  };
}

function uniqueIndexes(table: Table): Index[] {
  return table.indexes.filter((index) => index.kind === 'primary' || index.kind === 'unique');
}

function indexType(index: Index): string {
  if (index.kind === 'fulltext' || index.kind === 'spatial') return index.kind.toUpperCase();
  return 'BTREE';
}

function ruleText(rule: ForeignKey['onDelete'], vendor: string): string {
  return rule === 'restrict' ? (vendor === 'mysql' ? 'NO ACTION' : 'RESTRICT') : rule.toUpperCase();
}

function columnRow(table: Table, column: Column, i: number, { server }: Database) {
  const { type } = column;
  const isText = column.charset !== null;
  return {
    table_schema: server.database,
    table_name: table.name,
    column_name: column.name,
    ordinal_position: i + 1,
    column_default:
      column.default === null
        ? null
        : column.default.kind === 'literal'
          ? column.default.value
          : column.default.sql,
    is_nullable: column.nullable ? 'YES' : 'NO',
    data_type: type.base,
    character_maximum_length: isText || type.base.endsWith('char') ? type.length : null,
    numeric_precision: undefined,
    numeric_scale: type.scale,
    character_set_name: column.charset,
    collation_name: column.collation,
    column_type: printType(type),
    column_key: columnKey(table, column),
    extra: column.autoIncrement
      ? 'auto_increment'
      : column.generated
        ? undefined
        : column.onUpdate
          ? undefined
          : '',
    column_comment: column.comment,
    generation_expression: column.generated?.sql ?? '',
  };
}

function columnKey(table: Table, column: Column): string {
  const first = (index: Index) => {
    const [part] = index.parts;
    return part && 'column' in part && part.column === column.name;
  };
  const primary = table.indexes.find((index) => index.kind === 'primary');
  if (primary?.parts.some((part) => 'column' in part && part.column === column.name)) return 'PRI';
  if (table.indexes.some((index) => index.kind === 'unique' && index.parts.length === 1 && first(index)))
    return 'UNI';
  return table.indexes.some(first) ? 'MUL' : '';
}

/** Answers a question from the model; Unknown where a table that it may be about is uncertain. */
export function infoRows(database: Database, query: InfoQuery): InfoAnswer {
  const build = TABLES[query.table];
  if (!build) return { kind: 'unknown', reason: `information_schema.${query.table} is not modelled` };
  const named = query.conditions.find((each) => each.column === 'table_name' && each.operator === '=');
  const { schema, server } = database;
  const tables = named
    ? named.values.flatMap((name) => findTable(schema, server, String(name)) ?? [])
    : sortedTables(schema.tables);
  const absent = named ? tables.length < named.values.length : true;
  const doubt =
    tables.map((table) => doubtOf(table, query.table)).find((each) => each) ?? (absent ? schema.taint : null);
  if (doubt) return { kind: 'unknown', reason: doubt.reason };
  const rows = tables
    .flatMap((table) => build(table, database))
    .filter((row) => query.conditions.every((each) => holds(row, each)));
  return shaped(query, rows, database);
}

/** What makes an answer about the table uncertain; for a list of tables only whether they are there counts. */
function doubtOf(table: Table, question: string): Taint | null {
  if (question === 'tables') return table.taint?.mayBeAbsent ? table.taint : null;
  const parts = [...table.columns, ...table.indexes, ...table.foreignKeys];
  return table.taint ?? parts.find((part) => part.taint)?.taint ?? null;
}

function holds(row: Record<string, string | number | null | undefined>, condition: InfoCondition): boolean {
  const value = row[condition.column];
  switch (condition.operator) {
    case 'null':
      return value === null;
    case 'not null':
      return value !== null;
    case 'like':
    case 'not like':
      return isLike(String(value ?? ''), String(condition.values[0])) === (condition.operator === 'like');
    case '=':
      return condition.values.some((wanted) => same(value, wanted));
    case '!=':
      return !condition.values.some((wanted) => same(value, wanted));
  }
}

function isLike(text: string, pattern: string): boolean {
  const parts = [...pattern.toLowerCase().matchAll(/\\?([\s\S])/gu)].map(
    ([mark, char = '']): WildcardPart => {
      if (mark === '%') return 'many';
      return mark === '_' ? 'one' : { char };
    },
  );
  return fitsWildcards(parts, text.toLowerCase());
}

function same(a: string | number | null | undefined, b: string | number | null): boolean {
  return String(a ?? '').toLowerCase() === String(b ?? '').toLowerCase();
}

type Raw = Record<string, string | number | null | undefined>;

function shaped(query: InfoQuery, rows: readonly Raw[], database: Database): InfoAnswer {
  if (query.show) return { kind: 'rows', rows: rows.map((row) => showRow(query.show, row, database)) };
  const { select } = query;
  if (!select) {
    // `select *` gives upper-case names on MySQL 8 and MariaDB.
    return {
      kind: 'rows',
      rows: rows.map((row) => new Map(Object.entries(row).map(([name, cell]) => [name.toUpperCase(), cell]))),
    };
  }
  if (select.some((part) => part.column === 'count(*)')) {
    return {
      kind: 'rows',
      rows: [
        new Map(select.map((part) => [part.name, part.column === 'count(*)' ? rows.length : undefined])),
      ],
    };
  }
  return {
    kind: 'rows',
    rows: rows.map(
      (row) => new Map(select.map((part) => [part.name, part.column === '1' ? 1 : row[part.column]])),
    ),
  };
}

function showRow(show: InfoQuery['show'], row: Raw, { server }: Database): InfoRow {
  switch (show) {
    case 'tables':
      return new Map([[`Tables_in_${server.database}`, row.table_name]]);
    case 'columns':
      return new Map([
        ['Field', row.column_name],
        ['Type', row.column_type],
        ['Null', row.is_nullable],
        ['Key', row.column_key],
        ['Default', row.column_default],
        ['Extra', row.extra],
        ['Collation', row.collation_name],
        ['Comment', row.column_comment],
      ]);
    default:
      return new Map([
        ['Table', row.table_name],
        ['Non_unique', row.non_unique],
        ['Key_name', row.index_name],
        ['Seq_in_index', row.seq_in_index],
        ['Column_name', row.column_name],
        ['Sub_part', row.sub_part],
        ['Index_type', row.index_type],
      ]);
  }
}
