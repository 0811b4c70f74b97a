import type { ForeignKey } from '../schema/model';
import { referencesTo } from '../schema/references';
import { cell, isEmpty, type Row, rowsOf, withRows } from './knownRows';
import type { Rows, TableRows } from './rows';
import type { Database } from './trace';

/** So many foreign keys are followed from one table to the next. */
const DEEPEST = 15;

/** Rows of a table that a statement has deleted, and those that it may have. */
export interface Gone {
  readonly surely: readonly Row[];
  readonly maybe: readonly Row[];
}

/** What is gone from a table whose rows were known before. */
export function goneRows(before: TableRows, after: TableRows): Gone {
  const left = new Set(after.rows);
  const doubtful = new Set(after.maybe);
  const missing = before.rows.filter((row) => !left.has(row));
  return {
    surely: missing.filter((row) => !doubtful.has(row)),
    maybe: [...missing.filter((row) => doubtful.has(row)), ...before.maybe],
  };
}

/**
 * What deleting rows of a table does to those that refer to it: with ON DELETE CASCADE they are gone, too, with SET
 * NULL they have lost what they refer to.
 */
export function afterCascade(database: Database, rows: Rows, parent: string, gone: Gone, depth = 0): Rows {
  const { schema, server } = database;
  if (!server.foreignKeyChecks || depth > DEEPEST) return rows;
  let after = rows;
  for (const { child, foreignKey } of referencesTo(schema, server, parent)) {
    const known = rowsOf({ ...database, rows: after }, child.name);
    if (isEmpty(known)) continue;
    const refers = (row: Row) => refersTo(row, foreignKey, gone);
    if (foreignKey.onDelete === 'cascade') {
      const now: TableRows = {
        ...known,
        rows: known.rows.filter((row) => refers(row) === false),
        maybe: [
          ...known.maybe.filter((row) => refers(row) !== true),
          ...known.rows.filter((row) => refers(row) === null),
        ],
      };
      if (now.rows.length === known.rows.length && now.maybe.length === known.maybe.length) continue;
      after = withRows(after, server, child.name, now);
      after = afterCascade(database, after, child.name, goneRows(known, now), depth + 1);
    } else if (foreignKey.onDelete === 'set null') {
      const loosened = (row: Row): Row => {
        const answer = refers(row);
        if (answer === false) return row;
        const value = answer ? null : undefined;
        return new Map([...row, ...foreignKey.columns.map((name) => [name, value] as const)]);
      };
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

/** Does a row refer to one that is gone? null where that can't be told. */
function refersTo(row: Row, key: ForeignKey, { surely, maybe }: Gone): boolean | null {
  const values = key.columns.map((column) => cell(row, column));
  if (values.includes(null)) return false;
  const matches = (parent: Row): boolean | null => {
    const parts = key.referencedColumns.map((name) => cell(parent, name));
    const same = parts.map((part, i) =>
      part === undefined || values[i] === undefined ? null : String(part) === String(values[i]),
    );
    return same.includes(false) ? false : same.includes(null) ? null : true;
  };
  const answers = surely.map(matches);
  if (answers.includes(true)) return true;
  return answers.includes(null) || maybe.some((parent) => matches(parent) !== false) ? null : false;
}
