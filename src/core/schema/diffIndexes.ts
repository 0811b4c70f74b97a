import type { DiffContext, SchemaDifference } from './diffTypes';
import { supports } from './flavour';
import { servesColumns } from './keys';
import type { Index, IndexPart, Table } from './model';
import { sameName } from './names';
import { sameText } from './sameText';

export function diffIndexes(context: DiffContext, expected: Table, actual: Table): SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const there = new Map(actual.indexes.map((index) => [index.name.toLowerCase(), index]));
  const missing: Index[] = [];
  for (const index of expected.indexes) {
    const key = index.name.toLowerCase();
    const other = there.get(key);
    if (!other) {
      missing.push(index);
      continue;
    }
    there.delete(key);
    const properties = indexProperties(context, index, other);
    const taint = index.taint ?? other.taint;
    if (taint || properties.length) found.push(difference(expected, 'different', index, other, properties));
  }
  const extra = [...there.values()];
  for (const index of missing) {
    const at = extra.findIndex((other) => indexProperties(context, index, other).length === 0);
    if (at >= 0) {
      const [other] = extra.splice(at, 1);
      const isNamedByServer =
        bothMade(index, other!) || (isOfOwnKey(index, expected) && isOfOwnKey(other!, actual));
      if (!isNamedByServer) found.push(difference(expected, 'different', index, other!, ['name']));
    } else if (!isNeedless(index, expected, actual))
      found.push(difference(expected, 'missing', index, null, []));
  }
  for (const index of extra)
    if (!isNeedless(index, actual, expected)) found.push(difference(expected, 'extra', null, index, []));
  return found;
}

/** Indexes that the servers made and named themselves for a foreign key. */
const bothMade = (a: Index, b: Index) => a.implicit && b.implicit;

/** Named as the foreign key over the same columns, as the servers name it; a live server does not say who made it. */
const isOfOwnKey = (index: Index, table: Table) =>
  table.foreignKeys.some(
    ({ name, columns }) =>
      sameName(name, index.name) &&
      columns.length === index.parts.length &&
      index.parts.every((part, i) => 'column' in part && sameName(part.column, columns[i]!)),
  );

/** The properties in which two indexes of one name differ. */
export function indexProperties(context: DiffContext, expected: Index, actual: Index): string[] {
  if (expected === actual) return [];
  const properties: string[] = [];
  if (expected.kind !== actual.kind) properties.push('kind');
  if (!sameParts(context, expected, actual)) properties.push('columns');
  if (context.both(supports.invisibleIndex) && expected.visible !== actual.visible)
    properties.push('visible');
  if (!sameText(expected.comment, actual.comment)) properties.push('comment');
  if ((expected.parser ?? '') !== (actual.parser ?? '')) properties.push('parser');
  return properties;
}

function sameParts(context: DiffContext, a: Index, b: Index): boolean {
  if (a.parts.length !== b.parts.length) return false;
  const direction = context.both(supports.descendingIndex);
  return a.parts.every((part, i) => {
    const other = b.parts[i]!;
    if (direction && part.descending !== other.descending) return false;
    return samePart(part, other, a.kind === 'fulltext' || a.kind === 'spatial');
  });
}

function samePart(a: IndexPart, b: IndexPart, anyLength: boolean): boolean {
  if ('expression' in a || 'expression' in b)
    return 'expression' in a && 'expression' in b && sameText(a.expression, b.expression);
  return sameName(a.column, b.column) && (anyLength || a.length === b.length);
}

/**
 * An index that only serves a foreign key which the other side has too, and serves by another index: NORMAL-FORM I1.
 * It need not be marked as made by the server: a dump does not tell.
 */
function isNeedless(index: Index, own: Table, other: Table): boolean {
  if (index.kind !== 'index' || index.taint) return false;
  const columns = index.parts.map((part) => ('column' in part && part.length === null ? part.column : null));
  if (columns.some((name) => name === null)) return false;
  const serves = (table: Table) =>
    table.foreignKeys.find(
      (key) =>
        key.columns.length === columns.length && key.columns.every((name, i) => sameName(name, columns[i]!)),
    );
  const foreignKey = serves(own);
  if (!foreignKey || !serves(other)) return false;
  const named = sameName(index.name, foreignKey.name) || sameName(index.name, columns[0]!);
  return (index.implicit || named) && other.indexes.some((one) => servesColumns(one, foreignKey.columns));
}

function difference(
  table: Table,
  change: SchemaDifference['change'],
  expected: Index | null,
  actual: Index | null,
  properties: readonly string[],
): SchemaDifference {
  const taint = expected?.taint ?? actual?.taint ?? null;
  return {
    kind: 'index',
    table: table.name,
    name: (expected ?? actual)!.name,
    change,
    expected,
    actual,
    properties,
    certain: taint === null,
    reason: taint?.reason ?? null,
  };
}
