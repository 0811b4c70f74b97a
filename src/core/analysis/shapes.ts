import type { SchemaDifference } from '../schema/diffTypes';
import type { Check, Column, ForeignKey, Index, ReferenceRule, Schema, Table, View } from '../schema/model';
import { printType } from '../schema/printType';
import { sortedTables, type TableMap } from '../schema/tableMap';
import type { Origin, Taint } from '../source';
import type { ColumnShape, DefinedBy, ForeignKeyShape, IndexShape, TableShape } from './results';

/** Where a part of the schema comes from, as the documents say it. */
export function definedBy(origin: Origin | null): DefinedBy | null {
  // Laravel's own table of migrations is made by no file.
  if (!origin || origin.range.file === '') return null;
  return { migration: origin.migration, file: origin.range.file, line: origin.range.line };
}

/** The base tables of a schema in name order; temporary ones are gone when the session ends, and left out. */
export function baseTables(schema: Schema | undefined): readonly Table[] {
  if (!schema) return [];
  const known = sorted.get(schema.tables);
  if (known) return known;
  const tables = sortedTables(schema.tables).filter((table) => !table.temporary);
  sorted.set(schema.tables, tables);
  return tables;
}

const sorted = new WeakMap<TableMap<Table>, readonly Table[]>();

const reason = (taint: Taint | null) => taint?.reason ?? null;
const rule = (value: ReferenceRule) => (value === 'unknown' ? null : value);

const shapes = new WeakMap<Table, TableShape>();

/** A table as documents have it: made once, as long as the table is the same. */
export function tableShape(table: Table): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const shape = makeShape(table);
  shapes.set(table, shape);
  return shape;
}

function makeShape(table: Table): TableShape {
  return {
    name: table.name,
    kind: 'table',
    engine: table.engine,
    charset: table.charset,
    collation: table.collation,
    comment: table.comment,
    columns: table.columns.map(columnShape),
    indexes: table.indexes.map(indexShape),
    foreignKeys: table.foreignKeys.map(foreignKeyShape),
    checks: table.checks.map(({ name, sql }) => ({ name, sql })),
    definedBy: definedBy(table.origin),
    tainted: reason(table.taint),
  };
}

export function columnShape(column: Column): ColumnShape {
  return {
    name: column.name,
    type: printType(column.type),
    nullable: column.nullable,
    default: column.default,
    autoIncrement: column.autoIncrement,
    onUpdate: column.onUpdate,
    generated: column.generated && {
      kind: column.generated.stored ? 'stored' : 'virtual',
      sql: column.generated.sql,
    },
    charset: column.charset,
    collation: column.collation,
    comment: column.comment,
    invisible: column.invisible,
    definedBy: definedBy(column.origin),
    tainted: reason(column.taint),
  };
}

export function indexShape(index: Index): IndexShape {
  return {
    name: index.name,
    kind: index.kind,
    columns: index.parts.map((part) => {
      const order = part.descending ? 'desc' : 'asc';
      return 'column' in part
        ? { name: part.column, length: part.length, order }
        : { sql: part.expression, order };
    }),
    definedBy: definedBy(index.origin),
    tainted: reason(index.taint),
  };
}

export function foreignKeyShape(key: ForeignKey): ForeignKeyShape {
  const table = key.referencedSchema ? `${key.referencedSchema}.${key.referencedTable}` : key.referencedTable;
  return {
    name: key.name,
    columns: key.columns,
    references: { table, columns: key.referencedColumns },
    onDelete: rule(key.onDelete),
    onUpdate: rule(key.onUpdate),
    definedBy: definedBy(key.origin),
    tainted: reason(key.taint),
  };
}

/** Both sides of a difference as the documents have them; null where it is not there. */
export function partShapes({
  kind,
  expected,
  actual,
}: Pick<SchemaDifference, 'kind' | 'expected' | 'actual'>): {
  expected: unknown;
  actual: unknown;
} {
  const shape = SHAPES[kind];
  return { expected: expected && shape(expected as never), actual: actual && shape(actual as never) };
}

/** How each kind of part is written in a document. */
const SHAPES = {
  table: (part: Table) => tableShape(part),
  column: (part: Column) => columnShape(part),
  index: (part: Index) => indexShape(part),
  'foreign-key': (part: ForeignKey) => foreignKeyShape(part),
  check: ({ name, sql }: Check) => ({ name, sql }),
  view: ({ name, sql }: View) => ({ name, sql }),
  option: (value: string) => value,
};
