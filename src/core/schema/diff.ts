import { charsetOfCollation, defaultCollation } from './charsets';
import { diffColumns } from './diffColumns';
import { diffChecks, diffForeignKeys } from './diffConstraints';
import { diffIndexes } from './diffIndexes';
import type { DiffContext, DiffOptions, SchemaDifference } from './diffTypes';
import type { Partitioning, Schema, Table, View } from './model';
import { sameSelect } from './sameSelect';
import { sameText } from './sameText';
import type { ServerProfile } from './server';
import { type Difference, getTable, type TableMap, tableDifferences, tableEntries } from './tableMap';

/**
 * How `actual` differs from `expected`, by table. Empty exactly where the two mean the same. What something unknown
 * decides is in the list too, with `certain: false`. Equivalences: NORMAL-FORM 1.
 */
export function diffSchemas(
  expected: Schema,
  actual: Schema,
  options: DiffOptions = {},
): readonly SchemaDifference[] {
  const context = contextOf(options, expected, actual);
  const fold = options.foldTableNames ?? foldsCase(options);
  const found = [...databaseOptions(context, expected, actual)];
  pairs(expected.tables, actual.tables, { ...options, fold }, (a, b) => {
    const name = (a ?? b)!.name;
    if (options.ignore?.(name) || (a ?? b)!.temporary || isSequence((a ?? b)!)) return;
    if (a && b) found.push(...diffTables(a, b, context));
    else found.push(absent(expected, actual, a, b));
  });
  pairs(expected.views, actual.views, { ...options, fold }, (a, b) => {
    if (options.ignore?.((a ?? b)!.name)) return;
    const difference = diffViews(expected, actual, a, b);
    if (difference) found.push(difference);
  });
  return found;
}

/** Whether nothing is known to differ and nothing is unknown. */
export function sameSchema(a: Schema, b: Schema, options: DiffOptions = {}): boolean {
  return a === b || diffSchemas(a, b, options).length === 0;
}

const foldsCase = (options: DiffOptions) =>
  (options.expectedServer?.lowerCaseTableNames ?? 0) !== 0 ||
  (options.actualServer?.lowerCaseTableNames ?? 0) !== 0;

interface Named {
  readonly name: string;
  readonly taint: unknown;
}

/** Calls `visit` with what has one name in both maps, in the order of names; what is surely the same is passed over. */
function pairs<V extends Named>(
  expected: TableMap<V>,
  actual: TableMap<V>,
  { fold, passOverShared = false }: { readonly fold: boolean; readonly passOverShared?: boolean },
  visit: (a: V | null, b: V | null) => void,
): void {
  const differing = fold ? foldedPairs(expected, actual) : plainPairs(expected, actual, passOverShared);
  differing.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [, a = null, b = null] of differing) visit(a, b);
}

function plainPairs<V extends Named>(
  expected: TableMap<V>,
  actual: TableMap<V>,
  passOverShared: boolean,
): Difference<V>[] {
  const found = tableDifferences(expected, actual);
  if (passOverShared) return found;
  for (const [name, value] of tableEntries(expected))
    if (value.taint && getTable(actual, name) === value) found.push([name, value, value]);
  return found;
}

function foldedPairs<V extends Named>(expected: TableMap<V>, actual: TableMap<V>): Difference<V>[] {
  const both = new Map<string, Difference<V>>();
  for (const [key, a] of tableEntries(expected))
    both.set(key.toLowerCase(), [key.toLowerCase(), a, undefined]);
  for (const [key, b] of tableEntries(actual)) {
    const name = key.toLowerCase();
    both.set(name, [name, both.get(name)?.[1], b]);
  }
  return [...both.values()].filter(([, a, b]) => a !== b || a?.taint);
}

function contextOf(options: DiffOptions, expected: Schema, actual: Schema): DiffContext {
  const { expectedServer, actualServer } = options;
  const sameVendor = !expectedServer || !actualServer || expectedServer.vendor === actualServer.vendor;
  return {
    options,
    both: (can) => (!expectedServer || can(expectedServer)) && (!actualServer || can(actualServer)),
    sameVendor,
    collations: (a, b) =>
      a === b || (!sameVendor && areCounterparts(expectedServer!, actualServer!, a, b, expected, actual)),
  };
}

/** Two collations that only one server each has, and that both are what their database gives by default. */
function areCounterparts(
  expectedServer: ServerProfile,
  actualServer: ServerProfile,
  a: string | null,
  b: string | null,
  expected: Schema,
  actual: Schema,
): boolean {
  if (a === null || b === null) return a === b;
  const charset = charsetOfCollation(expectedServer, a);
  if (charset === null || charset !== charsetOfCollation(actualServer, b)) return false;
  const foreign =
    charsetOfCollation(actualServer, a) === null || charsetOfCollation(expectedServer, b) === null;
  if (!foreign) return false;
  const usual = (server: ServerProfile, schema: Schema, collation: string) =>
    collation === schema.collation || collation === defaultCollation(server, charset);
  return usual(expectedServer, expected, a) && usual(actualServer, actual, b);
}

function databaseOptions(context: DiffContext, expected: Schema, actual: Schema): SchemaDifference[] {
  if (expected.charsetGuessed || actual.charsetGuessed) return [];
  return [
    ...option('', 'charset', expected.charset, actual.charset),
    ...(context.collations(expected.collation, actual.collation)
      ? []
      : option('', 'collation', expected.collation, actual.collation)),
  ];
}

function option(table: string, name: string, expected: string, actual: string): SchemaDifference[] {
  if (sameText(expected, actual)) return [];
  return [
    {
      kind: 'option',
      table,
      name,
      change: 'different',
      expected,
      actual,
      properties: [name],
      certain: true,
      reason: null,
    },
  ];
}

function absent(expected: Schema, actual: Schema, a: Table | null, b: Table | null): SchemaDifference {
  const taint = a ? (a.taint ?? actual.taint) : (b!.taint ?? expected.taint);
  return {
    kind: 'table',
    table: (a ?? b)!.name,
    name: (a ?? b)!.name,
    change: a ? 'missing' : 'extra',
    expected: a,
    actual: b,
    properties: [],
    certain: taint === null,
    reason: taint?.reason ?? null,
  };
}

/** How two tables of one name differ; a tainted side makes everything about them uncertain. */
export function diffTables(
  expected: Table,
  actual: Table,
  context: DiffContext = contextOf({}, NO_SCHEMA, NO_SCHEMA),
): SchemaDifference[] {
  const taint = expected.taint ?? actual.taint;
  if (expected === actual && !taint) return [];
  const found = [
    ...diffColumns(context, expected, actual),
    ...diffIndexes(context, expected, actual),
    ...diffForeignKeys(context, expected, actual),
    ...diffChecks(context, expected, actual),
    ...tableOptions(context, expected, actual),
  ];
  if (!taint) return found;
  if (found.length)
    return found.map((one) => ({ ...one, certain: false, reason: one.reason ?? taint.reason }));
  return [
    {
      kind: 'table',
      table: expected.name,
      name: expected.name,
      change: 'different',
      expected,
      actual,
      properties: [],
      certain: false,
      reason: taint.reason,
    },
  ];
}

const NO_SCHEMA = { charset: '', collation: '' } as Schema;

/** Options that tune storage, not meaning, or differ by server without being asked for. */
const PASSED_OVER =
  /^(?:ROW_FORMAT|STATS_\w+|AVG_ROW_LENGTH|M(?:AX|IN)_ROWS|PACK_KEYS|CHECKSUM|DELAY_KEY_WRITE|KEY_BLOCK_SIZE|TRANSACTIONAL|PAGE_CHECKSUM|AUTO_INCREMENT|AUTOEXTEND_SIZE)$/;

function tableOptions(context: DiffContext, expected: Table, actual: Table): SchemaDifference[] {
  const { name } = expected;
  const found = [
    ...(expected.engine.toLowerCase() === actual.engine.toLowerCase()
      ? []
      : option(name, 'engine', expected.engine, actual.engine)),
    ...option(name, 'charset', expected.charset, actual.charset),
    ...(context.collations(expected.collation, actual.collation)
      ? []
      : option(name, 'collation', expected.collation, actual.collation)),
    ...option(name, 'comment', expected.comment, actual.comment),
  ];
  if (context.sameVendor) {
    const names = new Set([...Object.keys(expected.options), ...Object.keys(actual.options)]);
    for (const key of [...names].sort())
      if (!PASSED_OVER.test(key))
        found.push(...option(name, key, expected.options[key] ?? '', actual.options[key] ?? ''));
  }
  const partitioned = (table: Table) => describe(table.partitioning, context.options.partitions ?? false);
  found.push(...option(name, 'partitioning', partitioned(expected), partitioned(actual)));
  return found;
}

function describe(partitioning: Partitioning | null, members: boolean): string {
  if (!partitioning) return '';
  const { method, expression, partitions, subpartition } = partitioning;
  const counted = /HASH|KEY/.test(method) ? ` ${partitions.length}` : '';
  const listed = members
    ? ` ${partitions.map(({ name, description }) => `${name} ${description}`).join(', ')}`
    : counted;
  return `${method} (${expression})${subpartition ? ` ${subpartition}` : ''}${listed}`;
}

const UNREAD = 'its SELECT has a form that can’t be compared, and the server has rewritten it';

function diffViews(
  expected: Schema,
  actual: Schema,
  a: View | null,
  b: View | null,
): SchemaDifference | null {
  const name = (a ?? b)!.name;
  const of = (
    change: SchemaDifference['change'],
    properties: readonly string[],
    reason: string | null,
  ): SchemaDifference => ({
    kind: 'view',
    table: name,
    name,
    change,
    expected: a,
    actual: b,
    properties,
    certain: reason === null,
    reason,
  });
  if (!b) return of('missing', [], a?.taint?.reason ?? actual.taint?.reason ?? null);
  if (!a) return of('extra', [], b.taint?.reason ?? expected.taint?.reason ?? null);
  const taint = a.taint ?? b.taint;
  if (taint) return of('different', [], taint.reason);
  if (a.sql === null || b.sql === null)
    return of('different', ['sql'], 'the SELECT is hidden: the account lacks SHOW VIEW');
  switch (sameSelect(a.sql, b.sql)) {
    case 'same':
      return null;
    case 'different':
      return of('different', ['sql'], a.unread || b.unread ? UNREAD : null);
    case 'unknown':
      return of(
        'different',
        ['sql'],
        'the server has rewritten the SELECT: `*` expanded, or conditions reordered',
      );
  }
}

/** A sequence of MariaDB's as MySQL's mysqldump writes it, which knows only tables; no other source tells of them. */
const isSequence = ({ options }: Table): boolean => options.SEQUENCE !== undefined;
