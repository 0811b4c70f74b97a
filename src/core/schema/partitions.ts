import type { Draft } from './draft';
import { namesIn } from './expressions';
import { supports } from './flavour';
import { clusteredIndex } from './keys';
import type { Column, Partitioning, Schema } from './model';
import { findNamed, sameName } from './names';
import { referencesTo } from './references';
import { type Run, refuse } from './run';
import { dependsOnSqlMode } from './sessionValues';
import type { AlterAction } from './statement';
import { familyOf } from './types';

/** The partitioning's columns exist, and every unique key has them all: 1488, 1517, 1503. */
export function checkPartitioning(run: Run, draft: Draft): void {
  const { partitioning } = draft;
  if (!partitioning) return;
  const columns = partitionColumns(partitioning);
  for (const name of columns) {
    if (findNamed(draft.columns, name)) continue;
    if (/COLUMNS|KEY/.test(partitioning.method)) refuse(run, 'partitionColumnMissing');
    refuse(run, 'unknownColumn', [
      name,
      run.server.vendor === 'mariadb' ? 'PARTITION BY' : 'partition function',
    ]);
  }
  checkNoGeometry(run, draft);
  for (const name of columns) {
    const column = findNamed(draft.columns, name)!;
    if (run.server.vendor === 'mariadb' && dependsOnSqlMode(column, draft.columns))
      refuse(run, 'partitionFunction');
    checkPartitionColumn(run, partitioning, column);
  }
  if (run.server.vendor === 'mysql' && draft.indexes.some(({ kind }) => kind === 'fulltext'))
    refuse(run, 'partitionFulltext');
  const seen = new Set<string>();
  for (const { name } of partitioning.partitions) {
    if (seen.has(name.toLowerCase())) refuse(run, 'duplicatePartition', [name]);
    seen.add(name.toLowerCase());
  }
  if (run.server.vendor === 'mysql' && /KEY/.test(partitioning.method)) checkNoPrefix(run, draft, columns);
  const clustered = clusteredIndex(draft);
  for (const index of clustered ? [clustered, ...draft.indexes] : draft.indexes) {
    if ((index.kind !== 'primary' && index.kind !== 'unique') || index.hash) continue;
    const holds = (name: string) =>
      index.parts.some((part) => 'column' in part && part.length === null && sameName(part.column, name));
    if (!columns.every(holds))
      refuse(run, 'partitionKeyColumns', [index === clustered ? 'PRIMARY KEY' : 'UNIQUE INDEX']);
  }
}

/** 6123 */
function checkNoPrefix(run: Run, { name, indexes }: Draft, columns: readonly string[]): void {
  for (const { parts } of indexes)
    for (const part of parts)
      if ('column' in part && part.length !== null && columns.some((one) => sameName(one, part.column)))
        refuse(run, 'partitionPrefix', [`${name}.${part.column}`, `${part.column}(${part.length})`]);
}

export function checkNoGeometry(
  run: Run,
  { columns }: { readonly columns: readonly Pick<Column, 'type'>[] },
): void {
  if (supports.partitionedGeometry(run.server)) return;
  if (columns.some(({ type }) => familyOf(type) === 'spatial'))
    refuse(run, 'notSupportedByEngine', ['GEOMETRY']);
}

/** MySQL partitions only tables of InnoDB and NDB. */
export function checkEngineOfPartitions(run: Run, engine: string | null): void {
  if (run.server.vendor === 'mysql' && engine !== null && !/^(?:innodb|ndb(?:cluster)?)$/i.test(engine))
    refuse(run, 'notSupportedByEngine', ['native partitioning']);
}

/** 1502, 1659: what a table can be partitioned by. A function of a column is not looked at. */
function checkPartitionColumn(run: Run, { method, expression }: Partitioning, column: Column): void {
  const family = familyOf(column.type);
  if (/^(?:text|blob|json|spatial)$/.test(family)) refuse(run, 'partitionBlob');
  if (/KEY/.test(method)) return;
  const isColumn = expression === `\`${column.name.replaceAll('`', '``')}\``;
  const mariadb = run.server.vendor === 'mariadb';
  const isRange = family === 'decimal' && !/HASH/.test(method);
  const isAllowed = /COLUMNS/.test(method)
    ? /^(?:integer|char|binary|date|datetime|time|year|enum|set)$/.test(family)
    : !isColumn || family === 'integer' || family === 'year' || family === 'bit' || (mariadb && isRange);
  if (!isAllowed) refuse(run, 'partitionType', [column.name]);
}

/** KEY () without columns takes those of the primary key, so it always fits. */
export function partitionColumns(partitioning: Partitioning): readonly string[] {
  return [...namesIn(partitioning.expression), ...namesIn(partitioning.subpartition ?? '')];
}

/** ADD, DROP, TRUNCATE … PARTITION. */
export function alterPartitions(
  run: Run,
  draft: Draft,
  { verb, names, partitions: added, count }: Extract<AlterAction, { kind: 'partition' }>,
): void {
  const { partitioning } = draft;
  if (!partitioning) refuse(run, 'notPartitioned');
  const has = (name: string) => partitioning.partitions.some((partition) => sameName(partition.name, name));
  const action = verb.toUpperCase();
  if (action === 'ADD') {
    for (const { name } of added) if (has(name)) refuse(run, 'duplicatePartition', [name]);
    checkIncreasing(run, partitioning.method, [...partitioning.partitions, ...added]);
    const { length } = partitioning.partitions;
    const numbered = Array.from({ length: count }, (_, i) => ({ name: `p${length + i}`, description: '' }));
    draft.partitioning = { ...partitioning, partitions: [...partitioning.partitions, ...added, ...numbered] };
    return;
  }
  if (action === 'DROP' && /HASH|KEY/.test(partitioning.method)) refuse(run, 'partitionRangeOnly', [action]);
  if (action === 'DROP' && names.length === partitioning.partitions.length) refuse(run, 'dropLastPartition');
  for (const name of names)
    if (!has(name) && name.toUpperCase() !== 'ALL') refuse(run, 'partitionMissing', [action]);
  if (action === 'COALESCE' && count < partitioning.partitions.length)
    draft.partitioning = {
      ...partitioning,
      partitions: partitioning.partitions.slice(0, -count || undefined),
    };
  if (action === 'DROP') {
    const left = partitioning.partitions.filter(({ name }) => !names.some((gone) => sameName(gone, name)));
    if (left.length === 0) refuse(run, 'dropLastPartition');
    draft.partitioning = { ...partitioning, partitions: left };
  }
  if (action === 'REORGANIZE') {
    const at = partitioning.partitions.findIndex(({ name }) => names.some((gone) => sameName(gone, name)));
    const left = partitioning.partitions.filter(({ name }) => !names.some((gone) => sameName(gone, name)));
    left.splice(at, 0, ...added);
    draft.partitioning = { ...partitioning, partitions: left };
  }
}

/** 1481, 1493: of RANGE each partition ends after the one before. Values that are no whole numbers are not looked at. */
function checkIncreasing(run: Run, method: string, partitions: Partitioning['partitions']): void {
  if (method !== 'RANGE') return;
  partitions.forEach(({ description }, i) => {
    const before = partitions[i - 1]?.description;
    if (before === undefined) return;
    if (before === 'maxvalue') refuse(run, 'maxvalueNotLast');
    if (/^-?\d+$/.test(before) && /^-?\d+$/.test(description) && BigInt(description) <= BigInt(before))
      refuse(run, 'rangeNotIncreasing');
  });
}

/** Nor does MySQL partition a table that others refer to, which it asks at last. */
export function checkNoChildren(run: Run, schema: Schema, { name }: Draft): void {
  if (referencesTo(schema, run.server, name).length) refuse(run, 'partitionInForeignKey');
}

/** A partitioned table can neither have foreign keys nor be referred to. */
export function checkPartitionable(run: Run, schema: Schema, draft: Draft): void {
  if (run.server.vendor === 'mysql') {
    checkNoGeometry(run, draft);
    if (draft.indexes.some(({ kind }) => kind === 'fulltext')) refuse(run, 'partitionFulltext');
  }
  if (draft.foreignKeys.length) refuse(run, 'partitionInForeignKey');
  if (run.server.vendor === 'mariadb') checkNoChildren(run, schema, draft);
}
