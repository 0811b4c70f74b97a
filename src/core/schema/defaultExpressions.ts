import { isConstant } from './disallowedFunctions';
import type { Draft } from './draft';
import { namesIn } from './expressions';
import type { Column } from './model';
import { findNamed } from './names';
import { type Run, refuse } from './run';

interface Reference {
  readonly column: Column;
  readonly name: string;
  readonly used: Column | undefined;
}

/** MariaDB: `nextval(sequence)` */
const OF_SEQUENCE = /\b(?:nextval|lastval|setval)\((?:`(?:[^`]|``)*`\.)?`(?:[^`]|``)*`/g;

/** What the expressions of defaults name. */
function referencesOf({ columns }: Draft): readonly Reference[] {
  return columns.flatMap((column) =>
    column.default?.kind === 'expression' && column.default.sql.includes('`')
      ? namesIn(column.default.sql.replace(OF_SEQUENCE, '')).map((name) => ({
          column,
          name,
          used: findNamed(columns, name),
        }))
      : [],
  );
}

/** A default names columns that are there: 1054. */
export function checkNamesOfDefaults(run: Run, draft: Draft): void {
  const missing = referencesOf(draft).find(({ used }) => !used);
  const place = run.server.vendor === 'mariadb' ? 'DEFAULT' : 'default value expression';
  if (missing) refuse(run, 'unknownColumn', [missing.name, place]);
}

/** A default reads no AUTO_INCREMENT column (3768, 1901) and none that has no value yet (3767, 4029). */
export function checkDefaultReferences(run: Run, draft: Draft): void {
  for (const { column, used } of referencesOf(draft)) {
    if (!used) continue;
    if (used.autoIncrement) refuse(run, 'defaultFromAutoIncrement', [column.name, used.name]);
    if (isUnset(run, draft, column, used)) refuse(run, 'defaultNotPrior', [column.name, used.name]);
  }
}

/** The server has not come to that column when it computes the default of this one. */
function isUnset(run: Run, { columns }: Draft, column: Column, used: Column): boolean {
  const mysql = run.server.vendor === 'mysql';
  if (used === column) return true;
  // MariaDB computes what is generated after all defaults.
  if (used.generated && !mysql) return true;
  if (columns.indexOf(used) < columns.indexOf(column)) return false;
  if (used.generated) return true;
  if (used.default?.kind !== 'expression') return false;
  const { sql } = used.default;
  return mysql ? !/^CURRENT_TIMESTAMP/.test(sql) : !isConstant(run, sql);
}
