import type { ReferenceRule } from '../schema/model';
import type { ForeignKeySpec } from '../schema/statement';
import type { Cursor } from './cursor';

export type References = Omit<ForeignKeySpec, 'name' | 'columns' | 'indexName'>;

/** `REFERENCES t (a, b) [MATCH …] [ON DELETE …] [ON UPDATE …]`. */
export function readReferences(cursor: Cursor): References {
  cursor.expect('REFERENCES');
  const referenced = cursor.tableName();
  const referencedColumns = cursor.sees('(') ? cursor.parenthesised(() => cursor.name()) : [];
  if (cursor.accept('MATCH') && !cursor.acceptAny('FULL', 'PARTIAL', 'SIMPLE')) cursor.refuse();
  let onDelete: ReferenceRule = 'restrict';
  let onUpdate: ReferenceRule = 'restrict';
  let noAction = false;
  for (;;) {
    noAction ||= cursor.sees('ON', 'DELETE', 'NO') || cursor.sees('ON', 'UPDATE', 'NO');
    if (cursor.accept('ON', 'DELETE')) onDelete = readRule(cursor);
    else if (cursor.accept('ON', 'UPDATE')) onUpdate = readRule(cursor);
    else return { referenced, referencedColumns, onDelete, onUpdate, ...(noAction ? { noAction } : {}) };
  }
}

function readRule(cursor: Cursor): ReferenceRule {
  if (cursor.accept('CASCADE')) return 'cascade';
  if (cursor.accept('RESTRICT') || cursor.accept('NO', 'ACTION')) return 'restrict';
  if (cursor.accept('SET', 'NULL')) return 'set null';
  if (cursor.accept('SET', 'DEFAULT')) return 'set default';
  return cursor.refuse();
}

/** What follows `[CONSTRAINT name] FOREIGN KEY`. */
export function readForeignKey(cursor: Cursor, name: string | null): ForeignKeySpec {
  const indexName = cursor.seesName() ? cursor.name() : null;
  const columns = cursor.parenthesised(() => cursor.name());
  return { name, indexName, columns, ...readReferences(cursor) };
}
