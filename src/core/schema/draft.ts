import type { Table } from './model';

/** A table while a statement builds it. Its lists are its own; what they hold stays shared and unchanged. */
export type Draft = {
  -readonly [K in keyof Table]: Table[K] extends readonly (infer Item)[] ? Item[] : Table[K];
};

export function draftOf(table: Table): Draft {
  return {
    ...table,
    columns: [...table.columns],
    indexes: [...table.indexes],
    foreignKeys: [...table.foreignKeys],
    checks: [...table.checks],
  };
}
