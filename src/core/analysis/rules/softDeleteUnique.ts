import { findNamed } from '../../schema/names';
import { familyOf } from '../../schema/types';
import type { Draft, Question } from '../draft';
import { say } from '../said';
import { leftTables } from '../tablesOfStudy';

/**
 * Does a unique key that this migration makes hold a nullable soft-delete column? NULLs are never equal in a unique key, so
 * of the rows that are not deleted, where that column is NULL, any number may be alike.
 */
export const softDeleteUnique: Question = (study) =>
  leftTables(study).flatMap(({ table, before }) =>
    table.indexes.flatMap((index) => {
      const own = index.origin?.migration === study.step.migration.name && !before?.indexes.includes(index);
      if (index.kind !== 'unique' || !own || index.parts.length < 2) return [];
      const marks = index.parts.flatMap((part) => {
        const column = 'column' in part ? findNamed(table.columns, part.column) : undefined;
        return column?.nullable && isSoftDelete(column.name, familyOf(column.type)) ? [column.name] : [];
      });
      const [mark] = marks;
      if (mark === undefined) return [];
      const draft: Draft = {
        rule: 'unique-with-soft-delete',
        method: 'up',
        range: index.origin?.range ?? null,
        subject: `${table.name}.${index.name}`,
        statement: '',
        serverError: null,
        message: say(
          'The unique key {0} lets two live rows of {1} be alike: {2} is NULL in both, and NULLs are never equal',
          ...[index.name, table.name, mark],
        ),
      };
      return [draft];
    }),
  );

const isSoftDelete = (name: string, family: string): boolean =>
  /(?:^|_)deleted_at$/i.test(name) && (family === 'timestamp' || family === 'datetime');
