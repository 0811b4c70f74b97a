import type { Draft } from './draft';
import { namesIn } from './expressions';
import type { Partitioning, Schema } from './model';
import { findNamed, sameName } from './names';
import { referencesTo } from './references';
import { type Run, refuse } from './run';

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
  const seen = new Set<string>();
  for (const { name } of partitioning.partitions) {
    if (seen.has(name.toLowerCase())) refuse(run, 'duplicatePartition', [name]);
    seen.add(name.toLowerCase());
  }
  for (const index of draft.indexes) {
    if (index.kind !== 'primary' && index.kind !== 'unique') continue;
    const holds = (name: string) =>
      index.parts.some((part) => 'column' in part && part.length === null && sameName(part.column, name));
    if (!columns.every(holds))
      refuse(run, 'partitionKeyColumns', [index.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE INDEX']);
  }
}

/** KEY () without columns takes those of the primary key, so it always fits. */
export function partitionColumns(partitioning: Partitioning): readonly string[] {
  return [...namesIn(partitioning.expression), ...namesIn(partitioning.subpartition ?? '')];
}

/** ADD, DROP, TRUNCATE … PARTITION. */
export function alterPartitions(
  run: Run,
  draft: Draft,
  verb: string,
  names: readonly string[],
  added: Partitioning['partitions'],
): void {
  const { partitioning } = draft;
  if (!partitioning) refuse(run, 'notPartitioned');
  const has = (name: string) => partitioning.partitions.some((partition) => sameName(partition.name, name));
  const action = verb.toUpperCase();
  if (action === 'ADD') {
    for (const { name } of added) if (has(name)) refuse(run, 'duplicatePartition', [name]);
    draft.partitioning = { ...partitioning, partitions: [...partitioning.partitions, ...added] };
    return;
  }
  for (const name of names)
    if (!has(name) && name.toUpperCase() !== 'ALL') refuse(run, 'partitionMissing', [action]);
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

/** A partitioned table can neither have foreign keys nor be referred to. */
export function checkPartitionable(run: Run, schema: Schema, draft: Draft): void {
  if (draft.foreignKeys.length || referencesTo(schema, run.server, draft.name).length)
    refuse(run, 'partitionInForeignKey');
}
