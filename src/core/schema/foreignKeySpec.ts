import type { Draft } from './draft';
import type { ForeignKey } from './model';
import { findNamed, nameLength } from './names';
import { type Run, refuse } from './run';
import type { ForeignKeySpec } from './statement';

/** 1239: the server says it when it comes to the foreign key among the keys. */
export function checkForeignKeySpec(run: Run, spec: ForeignKeySpec): void {
  if (spec.columns.length !== spec.referencedColumns.length)
    refuse(run, 'wrongForeignKey', [spec.name ?? spec.indexName ?? 'foreign key without name']);
}

export function checkNameLength(run: Run, spec: ForeignKeySpec): void {
  if (spec.name !== null && nameLength(spec.name) > 64) refuse(run, 'nameTooLong', [spec.name]);
  if (spec.indexName !== null && nameLength(spec.indexName) > 64 && run.server.vendor === 'mysql')
    refuse(run, 'nameTooLong', [spec.indexName]);
}

/** 3104: a value that is computed is not set by a foreign key. */
export function checkGeneratedColumns(
  run: Run,
  draft: Draft,
  columns: readonly string[],
  rules: Pick<ForeignKey, 'onDelete' | 'onUpdate'>,
): void {
  const clause = generatedClause(rules);
  if (clause && columns.some((name) => findNamed(draft.columns, name)?.generated))
    refuse(run, 'foreignKeyOnGenerated', [clause]);
}

function generatedClause(foreignKey: Pick<ForeignKey, 'onDelete' | 'onUpdate'>): string | null {
  const { onUpdate, onDelete } = foreignKey;
  if (onDelete === 'set null') return 'ON DELETE SET NULL';
  if (onUpdate === 'cascade' || onUpdate === 'set null') return `ON UPDATE ${onUpdate.toUpperCase()}`;
  return null;
}
