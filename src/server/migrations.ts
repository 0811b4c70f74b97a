import { sql } from 'kysely';
import type { MigrationRow } from '../core/sql/dumpRows';
import type { ServerConnection } from './connect';

/**
 * The rows of Laravel's migrations table in the order they ran (batch, then name: DatabaseMigrationRepository::getRan);
 * null if there is no such table.
 */
export async function readMigrations(
  connection: ServerConnection,
  table: string,
  database: string = connection.database,
): Promise<readonly MigrationRow[] | null> {
  try {
    const { rows } = await sql<{ readonly migration: string; readonly batch: number | string }>`
      select migration, batch from ${sql.id(database, table)} order by batch, migration`.execute(
      connection.db,
    );
    return rows.map(({ migration, batch }) => ({ name: migration, batch: Number(batch) }));
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ER_NO_SUCH_TABLE' || code === 'ER_BAD_FIELD_ERROR') return null;
    throw error;
  }
}
