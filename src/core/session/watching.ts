import type { Schema } from '../schema/model';
import { type Asked, type Watch, watched } from '../schema/tableMap';
import type { Database, World } from './trace';

/** What of a database a name is in. */
export type Part = 'tables' | 'views' | 'rows';

/** How a name stands in a ReadSet. */
export function readKey(connection: string, part: Part, name: string, of: Asked = 'value'): string {
  return `${connection}/${of === 'value' ? part : of}/${name}`;
}

/** A World's databases while a run uses them: what is asked of them is noted. */
export interface WatchedWorld {
  readonly connections: Map<string, Database>;
  /** A schema of the run as it is kept: without anybody watching. */
  plainSchema(schema: Schema): Schema;
  plainDatabase(database: Database): Database;
}

/** Notes in `reads` what is looked up, listed or changed, until the schemas are made plain again. */
export function watchWorld(world: World, reads: Set<string>): WatchedWorld {
  const connections = new Map<string, Database>();
  const plain = new Map<Schema | Database, Schema | Database>();
  for (const [connection, database] of world.connections) {
    const noting = (part: Part): Watch => {
      const noted = new Set<string>();
      return (name, of) => {
        if (of === 'value') {
          if (noted.has(name)) return;
          noted.add(name);
        }
        reads.add(readKey(connection, part, name, of));
      };
    };
    const { schema, rows } = database;
    const own: Database = {
      ...database,
      schema: {
        ...schema,
        tables: watched(schema.tables, noting('tables')),
        views: watched(schema.views, noting('views')),
      },
      rows: { ...rows, tables: watched(rows.tables, noting('rows')) },
    };
    connections.set(connection, own);
    plain.set(own, database).set(own.schema, schema);
  }
  const made = <T extends Schema | Database>(given: T, make: () => T): T => {
    const there = plain.get(given) as T | undefined;
    if (there) return there;
    const fresh = make();
    plain.set(given, fresh);
    return fresh;
  };
  const plainSchema = (schema: Schema): Schema =>
    made(schema, () => ({
      ...schema,
      tables: watched(schema.tables, null),
      views: watched(schema.views, null),
    }));
  return {
    connections,
    plainSchema,
    plainDatabase: (database) =>
      made(database, () => ({
        ...database,
        schema: plainSchema(database.schema),
        rows: { ...database.rows, tables: watched(database.rows.tables, null) },
      })),
  };
}
