import { sortedTables } from '../../schema/tableMap';
import { databaseOf, type Session } from '../../session/session';

/** The names of all tables, sorted, as `getTables` gives them. */
export function tableNames(session: Session, key: string): string[] {
  const schema = databaseOf(session, key)?.schema;
  return schema
    ? sortedTables(schema.tables)
        .filter((table) => !table.temporary)
        .map((table) => table.name)
    : [];
}

export function viewNames(session: Session, key: string): string[] {
  const schema = databaseOf(session, key)?.schema;
  return schema ? sortedTables(schema.views).map((view) => view.name) : [];
}
