import type { Chain } from '../../php/chains';
import { sameSchema } from '../../schema/diff';
import { findTable, putTable } from '../../schema/lookup';
import type { Column, Schema } from '../../schema/model';
import type { ServerProfile } from '../../schema/server';
import type { TraceEntry } from '../../session/trace';
import type { FixDraft } from '../draft';
import { say } from '../said';
import type { Study } from '../study';
import { callNamed, codeOf } from './code';
import { defaultCalls, phpString } from './writeBlueprint';

/** A column as a `change()` leaves it. */
export interface ChangedColumn {
  readonly entry: TraceEntry;
  readonly table: string;
  readonly after: Column;
  readonly chain: Chain;
}

/** The edit that names in the chain of a `change()` what the kept column has and the changed one has not. */
export function completeChange(study: Study, changed: ChangedColumn, kept: Column): readonly FixDraft[] {
  const { entry, after, chain } = changed;
  const change = callNamed(chain, 'change');
  const calls = callsOf(after, kept);
  if (!change || !calls) return [];
  const code = codeOf(study);
  const database = study.first.world.connections.get(entry.connection);
  const wanted = database && withColumn(database.schema, database.server, changed, kept);
  return [
    {
      title: say('Keep them: {0}', calls),
      edits: [code.edit(change.from, change.from, calls)],
      leaves: (edited) => {
        const left = edited.first.world.connections.get(entry.connection)?.schema;
        return Boolean(wanted && left && sameSchema(wanted, left));
      },
    },
  ];
}

/** The calls for what the kept column has more than the changed one; null where there is none for it. */
function callsOf(changed: Column, kept: Column): string | null {
  const calls: string[] = [];
  if (kept.type.unsigned !== changed.type.unsigned) calls.push('unsigned()');
  if (kept.charset !== changed.charset) calls.push(`charset(${phpString(kept.charset ?? '')})`);
  if (kept.collation !== changed.collation) calls.push(`collation(${phpString(kept.collation ?? '')})`);
  if (kept.nullable !== changed.nullable) calls.push('nullable()');
  const standard = defaultCalls({
    ...kept,
    default: kept.default === changed.default ? null : kept.default,
    onUpdate: kept.onUpdate === changed.onUpdate ? null : kept.onUpdate,
  });
  if (standard === null) return null;
  calls.push(...standard);
  if (kept.autoIncrement !== changed.autoIncrement) calls.push('autoIncrement()');
  if (kept.invisible !== changed.invisible) calls.push('invisible()');
  if (kept.comment !== changed.comment) calls.push(`comment(${phpString(kept.comment)})`);
  return calls.map((call) => `->${call}`).join('');
}

/** The schema with the kept column in the place of the changed one; null where a later statement has changed it again. */
function withColumn(
  schema: Schema,
  server: ServerProfile,
  { table, after }: ChangedColumn,
  kept: Column,
): Schema | null {
  const left = findTable(schema, server, table);
  if (!left?.columns.includes(after)) return null;
  const columns = left.columns.map((column) => (column === after ? kept : column));
  return putTable(schema, server, { ...left, columns });
}
