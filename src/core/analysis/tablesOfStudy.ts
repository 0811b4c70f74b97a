import { findPermanent } from '../schema/lookup';
import type { Table } from '../schema/model';
import { changedTablesOf } from '../session/reads';
import type { Origin, SourceRange } from '../source';
import type { Study } from './study';

/** A table as a migration leaves it. */
export interface LeftTable {
  readonly connection: string;
  readonly table: Table;
  /** As it was before the migration; null where it is this one's. */
  readonly before: Table | null;
  /** The place of the last statement that changed it. */
  readonly range: SourceRange | null;
}

/** The tables that a migration makes or changes, where it is known for sure how it leaves them. */
export function leftTables(study: Study): readonly LeftTable[] {
  const { first, step } = study;
  if (first.outcome.kind !== 'done') return [];
  const byName = new Map<string, Pick<LeftTable, 'connection' | 'range'> & { readonly name: string }>();
  for (const { statement, connection, error, before, after } of first.entries) {
    if (error || before === after) continue;
    for (const { name } of changedTablesOf(statement.statement))
      byName.set(`${connection}:${name}`, { connection, name, range: statement.origin?.range ?? null });
  }
  return [...byName.values()].flatMap(({ connection, name, range }) => {
    const [now, start] = [first.world, step.before].map((world) => world.connections.get(connection));
    const table = now && findPermanent(now.schema, now.server, name);
    if (
      !table ||
      table.taint ||
      table.columns.some(({ taint }) => taint) ||
      table.indexes.some(({ taint }) => taint)
    )
      return [];
    const before = (start && findPermanent(start.schema, start.server, name)) ?? null;
    return [{ connection, table, before, range }];
  });
}

/** Where this migration makes a part of a table; of an older part, where it last changes the table. */
export function placeOf(study: Study, left: LeftTable, part: { readonly origin: Origin | null } | undefined) {
  return part?.origin?.migration === study.step.migration.name ? part.origin.range : left.range;
}
