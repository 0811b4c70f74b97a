import { referencesTo } from '../schema/references';
import { cell, isEmpty, type Row, rowsOf, withRows } from './knownRows';
import type { Rows } from './rows';
import type { Database } from './trace';

/** So many foreign keys are followed from one table to the next. */
const DEEPEST = 15;

/**
 * What deleting rows of a table does to those that refer to it: with ON DELETE CASCADE they may be gone, too, with SET
 * NULL they may have lost what they refer to. Which of them did refer to a deleted row is not followed.
 */
export function afterCascade(database: Database, rows: Rows, parent: string, depth = 0): Rows {
  const { schema, server } = database;
  if (!server.foreignKeyChecks || depth > DEEPEST) return rows;
  let after = rows;
  for (const { child, foreignKey } of referencesTo(schema, server, parent)) {
    const known = rowsOf({ ...database, rows: after }, child.name);
    if (isEmpty(known)) continue;
    const refers = (row: Row) => foreignKey.columns.every((column) => cell(row, column) !== null);
    if (foreignKey.onDelete === 'cascade') {
      const staying = known.rows.filter((row) => !refers(row));
      if (staying.length === known.rows.length) continue;
      const maybe = [...known.maybe, ...known.rows.filter(refers)];
      after = withRows(after, server, child.name, { ...known, rows: staying, maybe });
      after = afterCascade(database, after, child.name, depth + 1);
    } else if (foreignKey.onDelete === 'set null') {
      const loosened = (row: Row): Row =>
        refers(row)
          ? new Map([...row, ...foreignKey.columns.map((name) => [name, undefined] as const)])
          : row;
      const { rows: there, maybe } = known;
      after = withRows(after, server, child.name, {
        ...known,
        rows: there.map(loosened),
        maybe: maybe.map(loosened),
      });
    }
  }
  return after;
}
