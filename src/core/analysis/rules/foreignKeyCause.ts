import { comparable, setsNull } from '../../schema/foreignKeys';
import { servesColumns } from '../../schema/keys';
import { findTable } from '../../schema/lookup';
import type { Column } from '../../schema/model';
import { findNamed } from '../../schema/names';
import { printType } from '../../schema/printType';
import type { ServerError } from '../../schema/server';
import type { ForeignKeySpec } from '../../schema/statement';
import { isInnodb } from '../../schema/tableOptions';
import type { TraceEntry } from '../../session/trace';
import { alteredTable } from '../altered';
import type { Cause } from '../draft';
import { matchParentType } from '../fixes/matchParentType';
import { nullableFirst } from '../fixes/nullableFirst';
import { keyBehindParent, uniqueParent } from '../fixes/parentKey';
import { say } from '../said';
import type { Study } from '../study';

/**
 * What is wrong with a foreign key that the server refuses. MySQL 8 says it in its code; MariaDB and MySQL 5.7 have one
 * error for all, so it is read off the two tables as they stand.
 */
export function foreignKeyCause(study: Study, entry: TraceEntry, error: ServerError): Cause | undefined {
  const { statement } = entry.statement;
  if (statement.kind !== 'alterTable') return BY_CODE[error.code];
  for (const action of statement.actions) {
    const cause = action.kind === 'addForeignKey' ? causeOfKey(study, entry, action.foreignKey, error) : null;
    if (cause) return cause;
  }
  return undefined;
}

/** For keys within CREATE TABLE, whose columns are in no schema. */
const BY_CODE: Readonly<Record<number, Cause>> = {
  1824: { rule: 'fk-parent-missing' },
  3734: { rule: 'fk-parent-missing' },
  3780: { rule: 'fk-type-mismatch' },
  1822: { rule: 'fk-parent-not-unique' },
  6125: { rule: 'fk-parent-not-unique' },
  1830: { rule: 'set-null-not-null' },
};

function causeOfKey(study: Study, entry: TraceEntry, key: ForeignKeySpec, error: ServerError): Cause | null {
  const server = study.step.before.connections.get(entry.connection)?.server;
  const table = alteredTable(study, entry);
  if (!server || !table) return null;
  const { code, message } = error;
  const columns = key.columns.map((name) => findNamed(table.columns, name));
  const notNull = columns.find((column) => column && !column.nullable);
  if (notNull && setsNull(key))
    return {
      rule: 'set-null-not-null',
      message: say(
        'The server refuses this: {0} {1} (SET NULL, but {2} is NOT NULL)',
        code,
        message,
        notNull.name,
      ),
      fixes: () => nullableFirst(study, entry, key, notNull.name),
    };
  const parent = findTable(entry.before, server, key.referenced.name);
  if (!parent)
    return {
      rule: 'fk-parent-missing',
      message: say(
        'The server refuses this: {0} {1} (there is no table {2})',
        code,
        message,
        key.referenced.name,
      ),
      fixes: () => keyBehindParent(study, entry, key),
    };
  if (!isInnodb(parent.engine))
    return {
      rule: 'fk-type-mismatch',
      message: say(
        'The server refuses this: {0} {1} ({2} has the engine {3})',
        code,
        message,
        parent.name,
        parent.engine,
      ),
    };
  for (const [i, name] of key.referencedColumns.entries()) {
    const referenced = findNamed(parent.columns, name);
    const column = columns[i];
    if (!referenced)
      return {
        rule: 'fk-parent-missing',
        message: say(
          'The server refuses this: {0} {1} ({2} has no column {3})',
          code,
          message,
          parent.name,
          name,
        ),
      };
    if (!column || comparable(column, referenced)) continue;
    const [a, b] = shownApart(column, referenced);
    return {
      rule: 'fk-type-mismatch',
      message: say(
        'The server refuses this: {0} {1} ({2} is {3}, {4} is {5})',
        ...[code, message, `${table.name}.${column.name}`, a, `${parent.name}.${referenced.name}`, b],
      ),
      fixes: () => matchParentType(study, entry, key, column, referenced),
    };
  }
  const serving = parent.indexes.some((index) => servesColumns(index, key.referencedColumns));
  if (serving && code !== 6125) return null;
  return {
    rule: 'fk-parent-not-unique',
    message: say(
      'The server refuses this: {0} {1} (no unique key of {2} is ({3}))',
      ...[code, message, parent.name, key.referencedColumns.join(', ')],
    ),
    fixes: () => uniqueParent(study, parent, key),
  };
}

/** The types of two columns, with what tells them apart where the type does not. */
function shownApart(a: Column, b: Column): readonly [string, string] {
  const [left, right] = [printType(a.type), printType(b.type)];
  const isText = a.collation !== null && b.collation !== null && a.collation !== b.collation;
  return isText ? [`${left} ${a.collation}`, `${right} ${b.collation}`] : [left, right];
}
