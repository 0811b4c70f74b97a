import { supports } from './flavour';
import type { Column } from './model';
import { sameName } from './names';
import type { ServerProfile } from './server';
import type { ColumnSpec } from './statement';

/** Whether the column's check is the one that MariaDB gives a json. */
function hasJsonCheck(spec: ColumnSpec): boolean {
  const checked = /^json_valid\(`((?:[^`]|``)*)`\)$/.exec(spec.check?.sql ?? '')?.[1];
  return (
    checked !== undefined && spec.check?.name === null && sameName(checked.replaceAll('``', '`'), spec.name)
  );
}

/** MariaDB's json is written as a longtext of utf8mb4_bin with a check, here or by its table: NORMAL-FORM T7. */
export function foldJson(server: ServerProfile, spec: ColumnSpec, column: Column): Column {
  if (column.type.base === 'json' && !supports.nativeJson(server) && spec.check && !hasJsonCheck(spec))
    return {
      ...column,
      type: { ...column.type, base: 'longtext' },
      charset: 'utf8mb4',
      collation: 'utf8mb4_bin',
    };
  const isText = column.type.base === 'longtext' && column.collation === 'utf8mb4_bin';
  if (!isText || supports.nativeJson(server) || !hasJsonCheck(spec)) return column;
  return { ...column, type: { ...column.type, base: 'json' }, charset: null, collation: null };
}

/** The check that is part of the type is not kept beside it. */
export function isFolded(server: ServerProfile, spec: ColumnSpec, columns: readonly Column[]): boolean {
  if (supports.nativeJson(server) || !hasJsonCheck(spec)) return false;
  return columns.some(({ name, type }) => type.base === 'json' && sameName(name, spec.name));
}
