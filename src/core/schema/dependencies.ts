import type { ColumnEffects } from './alterColumns';
import { checkGeneratedFunctions } from './disallowedFunctions';
import { namesIn } from './expressions';
import type { Column, Index, Table } from './model';
import { findNamed, sameName } from './names';
import { partitionColumns } from './partitions';
import { type Run, refuse } from './run';

/** Generated columns refer to columns that are there. */
export function checkGenerated(run: Run, columns: readonly Column[]): void {
  for (const column of columns) {
    if (!column.generated) continue;
    checkGeneratedFunctions(run, column);
    for (const name of namesIn(column.generated.sql)) {
      const used = findNamed(columns, name);
      const allowed = run.server.vendor === 'mariadb' && !column.generated.stored;
      if (used?.autoIncrement && !allowed)
        refuse(run, 'generatedFromAutoIncrement', [column.name, used.name]);
      if (used?.generated && columns.indexOf(used) >= columns.indexOf(column))
        refuse(run, 'generatedNotPrior', [column.name, used.name]);
      if (used) continue;
      const place = run.server.vendor === 'mariadb' ? 'GENERATED ALWAYS AS' : 'generated column function';
      refuse(run, 'unknownColumn', [name, place]);
    }
  }
}

/**
 * MySQL lets no column go or change its name that something else's expression needs: 3108, 3766, 3837, 3855.
 * MariaDB renames inside the expressions, and complains of a missing column when it makes the table.
 */
export function checkDependencies(run: Run, table: Table, effects: ColumnEffects): void {
  if (run.server.vendor !== 'mysql') return;
  const leaving = table.columns.filter(({ name }) => {
    const after = effects.nameAfter(name);
    return after === null || !sameName(after, name);
  });
  for (const { name } of leaving) {
    for (const column of table.columns) {
      if (effects.nameAfter(column.name) === null) continue;
      const uses = (sql: string) => namesIn(sql).some((other) => sameName(other, name));
      if (column.generated && uses(column.generated.sql)) refuse(run, 'generatedDependency', [name]);
      if (column.default?.kind === 'expression' && uses(column.default.sql))
        refuse(run, 'defaultDependency', [name, table.name]);
    }
    if (table.partitioning && partitionColumns(table.partitioning).some((other) => sameName(other, name)))
      refuse(run, 'partitionDependency', [name]);
  }
}

/** An index over an expression keeps the columns that it reads, unless it goes too. */
export function checkFunctionalIndex(run: Run, index: Index, effects: ColumnEffects): void {
  for (const part of index.parts) {
    if (!('expression' in part)) continue;
    for (const name of namesIn(part.expression)) {
      const after = effects.nameAfter(name);
      if (after === null || !sameName(after, name)) refuse(run, 'functionalDependency', [name]);
    }
  }
}
