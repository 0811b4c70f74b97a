import type { Schema } from '../../schema/model';
import { sameName } from '../../schema/names';
import type { ServerError } from '../../schema/server';
import { tableEntries } from '../../schema/tableMap';
import type { TraceEntry } from '../../session/trace';
import { alteredTable } from '../altered';
import type { Cause } from '../draft';
import { dropForeignFirst, moveBefore, type OwnedKey } from '../fixes/orderDrops';
import { say } from '../said';
import type { Study } from '../study';

/** Something goes before the foreign key that needs it: 1553, 1828, 1829, 3730 and MariaDB's 1451. */
export function dropOrder(
  study: Study,
  entry: TraceEntry,
  { code, message }: ServerError,
): Cause | undefined {
  const blocking = blockingKeys(study, entry);
  const [first] = blocking;
  if (!first) return undefined;
  const later = laterDrop(study, entry, blocking);
  const { name } = first.key;
  return {
    rule: 'drop-order',
    message: later
      ? say(
          'The server refuses this: {0} {1} (what needs it, {2} of {3}, goes only later)',
          code,
          message,
          name,
          first.table,
        )
      : say('The server refuses this: {0} {1} ({2} of {3} needs it)', code, message, name, first.table),
    fixes: () => (later ? moveBefore(study, entry, later) : dropForeignFirst(study, entry, blocking)),
  };
}

function blockingKeys(study: Study, entry: TraceEntry): readonly OwnedKey[] {
  const { statement } = entry.statement;
  const keys = keysOf(entry.before);
  if (statement.kind === 'dropTable') {
    const gone = statement.tables.map(({ name }) => name);
    const isGone = (name: string) => gone.some((other) => sameName(other, name));
    return keys.filter(({ table, key }) => isGone(key.referencedTable) && !isGone(table));
  }
  const table = alteredTable(study, entry);
  if (statement.kind !== 'alterTable' || !table) return [];
  const columns = statement.actions.flatMap((action) => {
    if (action.kind === 'dropColumn') return [action.column];
    if (action.kind !== 'dropIndex') return [];
    const index = table.indexes.find(({ name }) => sameName(name, action.name));
    const part = index?.parts[0];
    return part && 'column' in part ? [part.column] : [];
  });
  const has = (names: readonly string[]) =>
    names.some((name) => columns.some((other) => sameName(other, name)));
  return keys.filter(
    ({ table: owner, key }) =>
      (sameName(owner, table.name) && has(key.columns)) ||
      (sameName(key.referencedTable, table.name) && has(key.referencedColumns)),
  );
}

function keysOf(schema: Schema): readonly OwnedKey[] {
  return [...tableEntries(schema.tables)].flatMap(([, { name, foreignKeys }]) =>
    foreignKeys.map((key) => ({ table: name, key })),
  );
}

/** The statement further down that drops what blocks; the second run passes over the refused one and comes to it. */
function laterDrop(study: Study, refused: TraceEntry, blocking: readonly OwnedKey[]): TraceEntry | null {
  const { entries } = study.second();
  const at = entries.findIndex(({ statement }) => statement.sql === refused.statement.sql);
  if (at < 0) return null;
  const frees = ({ before, after, error }: TraceEntry) => {
    if (error !== null || before === after) return false;
    const left = keysOf(after);
    return blocking.every(({ key }) => !left.some((other) => sameName(other.key.name, key.name)));
  };
  return entries.slice(at + 1).find(frees) ?? null;
}
