import type { DiffContext, SchemaDifference } from './diffTypes';
import { supports } from './flavour';
import type { Check, ForeignKey, Table } from './model';
import { sameName } from './names';
import { sameText } from './sameText';

/** Foreign keys are matched by what they say; a name alone is no difference unless asked for (NORMAL-FORM X2). */
export function diffForeignKeys(context: DiffContext, expected: Table, actual: Table): SchemaDifference[] {
  const found: SchemaDifference[] = [];
  const left = [...actual.foreignKeys];
  const take = (match: (other: ForeignKey) => boolean) => {
    const at = left.findIndex(match);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched: ForeignKey[] = [];
  for (const foreignKey of expected.foreignKeys) {
    const same = (other: ForeignKey) => foreignKeyProperties(foreignKey, other).length === 0;
    const other = take((one) => same(one) && sameName(one.name, foreignKey.name)) ?? take(same);
    if (!other) unmatched.push(foreignKey);
    else if (context.options.constraintNames && !sameName(other.name, foreignKey.name))
      found.push(difference(expected, 'different', foreignKey, other, ['name']));
    else if (foreignKey.taint ?? other.taint)
      found.push(difference(expected, 'different', foreignKey, other, []));
  }
  for (const foreignKey of unmatched) {
    const other =
      take((one) => sameName(one.name, foreignKey.name)) ??
      take((one) => sameColumns(foreignKey.columns, one.columns));
    if (other)
      found.push(
        difference(expected, 'different', foreignKey, other, foreignKeyProperties(foreignKey, other)),
      );
    else found.push(difference(expected, 'missing', foreignKey, null, []));
  }
  for (const foreignKey of left) found.push(difference(expected, 'extra', null, foreignKey, []));
  return found;
}

/** The properties, but for the name, in which two foreign keys differ. */
export function foreignKeyProperties(expected: ForeignKey, actual: ForeignKey): string[] {
  if (expected === actual) return [];
  const properties: string[] = [];
  if (!sameColumns(expected.columns, actual.columns)) properties.push('columns');
  if (
    !sameName(expected.referencedTable, actual.referencedTable) ||
    (expected.referencedSchema ?? '') !== (actual.referencedSchema ?? '')
  )
    properties.push('referencedTable');
  if (!sameColumns(expected.referencedColumns, actual.referencedColumns))
    properties.push('referencedColumns');
  if (expected.onDelete !== actual.onDelete) properties.push('onDelete');
  if (expected.onUpdate !== actual.onUpdate) properties.push('onUpdate');
  return properties;
}

const sameColumns = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => sameName(name, b[i]!));

function difference(
  table: Table,
  change: SchemaDifference['change'],
  expected: ForeignKey | null,
  actual: ForeignKey | null,
  properties: readonly string[],
): SchemaDifference {
  const hidden = properties.length > 0 && properties.every((name) => isHidden(expected, actual, name));
  const taint = expected?.taint ?? actual?.taint ?? null;
  return {
    kind: 'foreign-key',
    table: table.name,
    name: (expected ?? actual)!.name,
    change,
    expected,
    actual,
    properties,
    certain: taint === null && !hidden,
    reason: taint?.reason ?? (hidden ? 'the rules are hidden: the account lacks REFERENCES' : null),
  };
}

function isHidden(a: ForeignKey | null, b: ForeignKey | null, property: string): boolean {
  if (property !== 'onDelete' && property !== 'onUpdate') return false;
  return a?.[property] === 'unknown' || b?.[property] === 'unknown';
}

/** Checks are matched by expression; a server that can't hold checks has none to compare. */
export function diffChecks(context: DiffContext, expected: Table, actual: Table): SchemaDifference[] {
  if (!context.both(supports.checks)) return [];
  const found: SchemaDifference[] = [];
  const left = [...actual.checks];
  const take = (match: (other: Check) => boolean) => {
    const at = left.findIndex(match);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const push = (change: SchemaDifference['change'], a: Check | null, b: Check | null, properties: string[]) =>
    found.push({
      kind: 'check',
      table: expected.name,
      name: (a ?? b)!.name,
      change,
      expected: a,
      actual: b,
      properties,
      certain: true,
      reason: null,
    });
  const unmatched: Check[] = [];
  for (const check of expected.checks) {
    const other =
      take(
        (one) =>
          sameText(one.sql, check.sql) && sameName(one.name, check.name) && one.enforced === check.enforced,
      ) ??
      take((one) => sameText(one.sql, check.sql) && one.enforced === check.enforced) ??
      take((one) => sameText(one.sql, check.sql));
    if (!other) unmatched.push(check);
    else if (other.enforced !== check.enforced) push('different', check, other, ['enforced']);
    else if (context.options.constraintNames && !sameName(check.name, other.name))
      push('different', check, other, ['name']);
  }
  for (const check of unmatched) {
    const other = take((one) => sameName(one.name, check.name));
    if (other) push('different', check, other, ['expression']);
    else push('missing', check, null, []);
  }
  for (const check of left) push('extra', null, check, []);
  return found;
}
