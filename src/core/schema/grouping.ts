import { findTable, isForeign } from './lookup';
import type { Schema, SelectNames } from './model';
import { includesName } from './names';
import type { ServerProfile } from './server';

/**
 * Why the server may refuse a query that shows what it does not group by: ONLY_FULL_GROUP_BY does (1055), unless the
 * server finds that the groups decide it. null where there is nothing like that.
 */
export function groupingDoubt(
  schema: Schema,
  server: ServerProfile,
  queries: readonly SelectNames[],
): string | null {
  if (!server.sqlMode.includes('ONLY_FULL_GROUP_BY')) return null;
  return queries.some((query) => showsUngrouped(schema, server, query))
    ? 'whether ONLY_FULL_GROUP_BY lets a query show what it does not group by (1055)'
    : null;
}

function showsUngrouped(schema: Schema, server: ServerProfile, query: SelectNames): boolean {
  const inner = query.columns.flatMap((column) => ('subquery' in column ? column.subquery : []));
  if ([...query.derived, ...inner].some((each) => showsUngrouped(schema, server, each))) return true;
  return query.ungroupedBy !== null && !isDecided(schema, server, query, query.ungroupedBy);
}

/** MySQL lets the columns of a table be shown whose primary key is grouped by. */
function isDecided(
  schema: Schema,
  server: ServerProfile,
  { sources }: SelectNames,
  groups: readonly string[],
): boolean {
  const [source, ...others] = sources;
  if (server.vendor !== 'mysql' || others.length > 0 || !source?.table || isForeign(server, source.table))
    return false;
  const primary = findTable(schema, server, source.table.name)?.indexes.find(
    ({ kind }) => kind === 'primary',
  );
  return primary?.parts.every((part) => 'column' in part && includesName(groups, part.column)) ?? false;
}
