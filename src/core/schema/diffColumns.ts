import type { DiffContext, SchemaDifference } from './diffTypes';
import { supports } from './flavour';
import type { Column, ColumnDefault, ColumnType, Table } from './model';
import { movedItems } from './moved';
import { sameText, sameTexts } from './sameText';

const key = (column: Column) => column.name.toLowerCase();

export function diffColumns(context: DiffContext, expected: Table, actual: Table): SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const there = new Map(actual.columns.map((column) => [key(column), column]));
  const wanted = new Map(expected.columns.map((column) => [key(column), column]));
  const moved =
    context.options.columnOrder === false
      ? new Set<string>()
      : movedItems(
          expected.columns.map(key).filter((name) => there.has(name)),
          actual.columns.map(key).filter((name) => wanted.has(name)),
        );
  const add = (
    change: SchemaDifference['change'],
    before: Column | null,
    after: Column | null,
    properties: readonly string[],
  ) => {
    const taint = before?.taint ?? after?.taint ?? null;
    found.push({
      kind: 'column',
      table: expected.name,
      name: (before ?? after)!.name,
      change,
      expected: before,
      actual: after,
      properties,
      certain: taint === null,
      reason: taint?.reason ?? null,
    });
  };
  for (const column of expected.columns) {
    const other = there.get(key(column));
    if (!other) add('missing', column, null, []);
    else if (column.taint || other.taint) add('different', column, other, []);
    else {
      const properties = columnProperties(context, column, other);
      if (moved.has(key(column))) properties.push('position');
      if (properties.length) add('different', column, other, properties);
    }
  }
  for (const column of actual.columns) if (!wanted.has(key(column))) add('extra', null, column, []);
  return found;
}

/** The properties in which two columns of one name differ. */
export function columnProperties(context: DiffContext, expected: Column, actual: Column): string[] {
  if (expected === actual) return [];
  const properties: string[] = [];
  const check = (name: string, same: boolean) => {
    if (!same) properties.push(name);
  };
  const uuids = !context.sameVendor && isUuid(expected.type) && isUuid(actual.type);
  check('name', key(expected) === key(actual));
  check('type', uuids || sameType(expected.type, actual.type));
  check('nullable', expected.nullable === actual.nullable);
  check('default', sameDefault(expected.type, expected.default, actual.default));
  check('autoIncrement', expected.autoIncrement === actual.autoIncrement);
  check('onUpdate', expected.onUpdate === actual.onUpdate);
  check('generated', sameGenerated(expected, actual));
  const texts = expected.collation !== null && actual.collation !== null && !uuids;
  if (texts) {
    check('charset', expected.charset === actual.charset);
    check('collation', context.collations(expected.collation, actual.collation));
  }
  check('comment', sameText(expected.comment, actual.comment));
  if (context.both(supports.invisibleColumn)) check('invisible', expected.invisible === actual.invisible);
  if (context.both(supports.nativeJson)) check('srid', expected.srid === actual.srid);
  return properties;
}

/** MariaDB's uuid and the char(36) that other servers have in its place. */
const isUuid = (type: ColumnType) => type.base === 'uuid' || (type.base === 'char' && type.length === 36);

export function sameType(a: ColumnType, b: ColumnType): boolean {
  return (
    a === b ||
    (a.base === b.base &&
      a.unsigned === b.unsigned &&
      a.zerofill === b.zerofill &&
      a.length === b.length &&
      a.scale === b.scale &&
      sameTexts(a.members ?? [], b.members ?? []))
  );
}

function sameDefault(type: ColumnType, a: ColumnDefault | null, b: ColumnDefault | null): boolean {
  if (a === null || b === null) return isNull(a) && isNull(b);
  if (a.kind === 'literal' && b.kind === 'literal')
    return sameText(a.value, b.value, isBinary(type)) || (isNumeric(type) && sameNumber(a.value, b.value));
  if (a.kind === 'expression' && b.kind === 'expression') return sameText(a.sql, b.sql);
  return asExpression(a) === asExpression(b);
}

/** MySQL keeps `DEFAULT (NULL)` as an expression, MariaDB as no default. */
const isNull = (value: ColumnDefault | null) =>
  value === null || (value.kind === 'expression' && value.sql === 'null');

/** MariaDB stores `DEFAULT ('x')` as the literal, MySQL as an expression. */
const asExpression = (value: ColumnDefault) =>
  value.kind === 'expression' ? value.sql : `'${value.value.replaceAll("'", "''")}'`;

const isNumeric = (type: ColumnType) =>
  /^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double)$/.test(type.base);
const isBinary = (type: ColumnType) => /^(?:var)?binary$/.test(type.base);
const sameNumber = (a: string, b: string) => a !== '' && b !== '' && Number(a) === Number(b);

function sameGenerated(a: Column, b: Column): boolean {
  if (a.generated === null || b.generated === null) return a.generated === b.generated;
  return a.generated.stored === b.generated.stored && sameText(a.generated.sql, b.generated.sql);
}
