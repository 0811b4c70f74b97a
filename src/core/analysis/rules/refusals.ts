import { findTable } from '../../schema/lookup';
import type { Table } from '../../schema/model';
import { findNamed, sameName } from '../../schema/names';
import type { ServerError } from '../../schema/server';
import { changedTablesOf } from '../../session/reads';
import type { TraceEntry } from '../../session/trace';
import { alteredTable } from '../altered';
import type { Cause } from '../draft';
import { dropByColumns } from '../fixes/dropByColumns';
import { indexPrefix } from '../fixes/indexPrefix';
import { leaveOutTwice } from '../fixes/leaveOutTwice';
import { nameIndex } from '../fixes/nameIndex';
import { removePosition } from '../fixes/removePosition';
import { say } from '../said';
import type { Study } from '../study';
import type { RuleId } from './catalog';
import { dropOrder } from './dropOrder';
import { foreignKeyCause } from './foreignKeyCause';

/** null: secondRun.ts tells it. */
export function causeOf(study: Study, entry: TraceEntry, error: ServerError): Cause | null {
  const cause = BY_CODE[error.code]?.(study, entry, error);
  return cause === undefined ? { rule: 'first-run-fails' } : cause;
}

type Reader = (study: Study, entry: TraceEntry, error: ServerError) => Cause | null | undefined;

/** By code; undefined where the code has another cause here than the one that it has a rule for. */
const BY_CODE: Readonly<Record<number, Reader>> = {
  // What is there already is told by secondRun.ts, unless this migration makes it twice itself.
  1050: (study, entry) => twice(study, entry, 'first-run-fails'),
  1060: (study, entry) => twice(study, entry, 'column-twice'),
  1061: (study, entry) => twice(study, entry, 'index-twice'),
  1068: (study, entry) => twice(study, entry, 'index-twice'),
  1062: () => null,
  1022: (study, entry) => twice(study, entry, 'foreign-key-twice'),
  1826: (study, entry) => twice(study, entry, 'foreign-key-twice'),
  1059: (study, entry) => ({ rule: 'name-too-long', fixes: () => nameIndex(study, entry) }),
  1071: (study, entry) => ({ rule: 'key-too-long', fixes: () => indexPrefix(study, entry) }),
  1170: (study, entry) => ({ rule: 'index-needs-length', fixes: () => indexPrefix(study, entry) }),
  1054: afterMissing,
  1064: afterInCreate,
  1091: dropByName,
  1005: foreignKey,
  1215: foreignKey,
  1824: foreignKey,
  3734: foreignKey,
  3780: foreignKey,
  1822: foreignKey,
  6125: foreignKey,
  1830: foreignKey,
  1553: dropOrder,
  1828: dropOrder,
  1829: dropOrder,
  3730: dropOrder,
  1217: dropOrder,
  1451: (study, entry, error) =>
    entry.statement.statement.kind === 'dropTable' ? dropOrder(study, entry, error) : undefined,
};

function foreignKey(study: Study, entry: TraceEntry, error: ServerError): Cause | null | undefined {
  if (/errno: 121\b/.test(error.message)) return twice(study, entry, 'foreign-key-twice');
  return foreignKeyCause(study, entry, error);
}

/** null where what is met was there before this migration. */
function twice(study: Study, entry: TraceEntry, rule: RuleId): Cause | null {
  const { connection, statement } = entry;
  const start = study.step.before.connections.get(connection);
  const [table] = changedTablesOf(statement.statement);
  return start && table && !findTable(start.schema, start.server, table.name)
    ? { rule, fixes: () => leaveOutTwice(study, entry) }
    : null;
}

/** `after('x')`: there is no column x. */
function afterMissing(study: Study, entry: TraceEntry): Cause | undefined {
  const { statement } = entry.statement;
  const table = alteredTable(study, entry);
  if (statement.kind !== 'alterTable' || !table) return undefined;
  const added: string[] = [];
  for (const action of statement.actions) {
    if (action.kind !== 'addColumn' && action.kind !== 'changeColumn') continue;
    const { position, column } = action;
    if (position?.kind === 'after') {
      const { column: wanted } = position;
      const there = findNamed(table.columns, wanted) || added.some((name) => sameName(name, wanted));
      if (!there)
        return {
          rule: 'after-missing-column',
          fixes: () => removePosition(study, entry, column.name),
        };
    }
    added.push(column.name);
  }
  return undefined;
}

/** AFTER and FIRST are for ALTER TABLE only. */
function afterInCreate(study: Study, entry: TraceEntry): Cause | undefined {
  const { statement, sql } = entry.statement;
  if (statement.kind !== 'syntaxError' || !/^(?:after\s+`|first\b)/i.test(statement.near)) return undefined;
  if (!/^create\s/i.test(sql)) return undefined;
  return { rule: 'after-in-create', fixes: () => removePosition(study, entry, null) };
}

/** `dropForeign('user_id')` drops the foreign key of that name, not the one of that column. */
function dropByName(study: Study, entry: TraceEntry): Cause | undefined {
  const { statement } = entry.statement;
  const table = alteredTable(study, entry);
  if (statement.kind !== 'alterTable' || !table) return undefined;
  for (const action of statement.actions) {
    if (action.kind !== 'dropForeignKey' && action.kind !== 'dropIndex') continue;
    const { name } = action;
    if (!findNamed(table.columns, name)) continue;
    const keys: readonly { readonly name: string }[] =
      action.kind === 'dropForeignKey' ? table.foreignKeys : table.indexes;
    const meant = keyOver(table, action.kind, name);
    if (!meant || findNamed(keys, name)) continue;
    const { code = 0, message = '' } = entry.error ?? {};
    return {
      rule: 'drop-by-column-name',
      message:
        action.kind === 'dropForeignKey'
          ? say(
              'The server refuses this: {0} {1} (a string is the name of the foreign key, which is {2})',
              code,
              message,
              meant.name,
            )
          : say(
              'The server refuses this: {0} {1} (a string is the name of the index, which is {2})',
              code,
              message,
              meant.name,
            ),
      fixes: () => dropByColumns(study, entry, name),
    };
  }
  return undefined;
}

/** The key whose one column has the name. */
function keyOver(
  { foreignKeys, indexes }: Table,
  action: 'dropForeignKey' | 'dropIndex',
  column: string,
): { readonly name: string } | undefined {
  if (action === 'dropForeignKey')
    return foreignKeys.find(({ columns }) => columns.length === 1 && sameName(columns[0]!, column));
  return indexes.find(
    ({ parts: [part, more], kind }) =>
      kind !== 'primary' && !more && part && 'column' in part && sameName(part.column, column),
  );
}
