import { sortedTables } from '../../schema/tableMap';
import { databaseOf, type Session } from '../../session/session';

/** The names of all tables, sorted, as `getTables` gives them. */
export function tableNames(session: Session, key: string): string[] {
  const database = databaseOf(session, key);
  if (!database) return [];
  const names = sortedTables(database.schema.tables)
    .filter((table) => !table.temporary)
    .map((table) => table.name);
  if (database.server.vendor === 'mysql') return names;
  // MariaDB sorts them without regard to case, by capital letters: `posts` before `post_tag`.
  const sorted = names.map((name) => [name.toUpperCase(), name] as const);
  return sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, name]) => name);
}

export function viewNames(session: Session, key: string): string[] {
  const schema = databaseOf(session, key)?.schema;
  return schema ? sortedTables(schema.views).map((view) => view.name) : [];
}
