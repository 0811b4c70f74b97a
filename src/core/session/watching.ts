import type { Schema } from '../schema/model';
import { type Asked, type Watch, watched } from '../schema/tableMap';
import type { Database, ReadSet, World } from './trace';

/** What of a database a name is in. */
export type Part = 'tables' | 'views' | 'rows';

/** How a name stands in a ReadSet. */
export function readKey(connection: string, part: Part, name: string, of: Asked = 'value'): string {
  return `${connection}/${of === 'value' ? part : of}/${name}`;
}

/** What a run notes of what it asks. */
export interface MutableReadSet extends ReadSet {
  readonly world: Set<string>;
  readonly code: Set<string>;
  readonly files: Set<string>;
}

/** A World's databases while a run uses them: what is asked of them is noted. */
export interface WatchedWorld {
  /** Is it the server that asks, to carry out a statement? */
  isServer: boolean;
  readonly connections: Map<string, Database>;
  /** A schema of the run as it is kept: without anybody watching. */
  plainSchema(schema: Schema): Schema;
  plainDatabase(database: Database): Database;
}

/**
 * Notes in `reads` what is looked up, listed or changed, until the schemas are made plain again. `noticed`: told each time,
 * also of what was noted before.
 */
export function watchWorld(world: World, reads: MutableReadSet, noticed: () => void): WatchedWorld {
  const connections = new Map<string, Database>();
  const plain = new Map<Schema | Database, Schema | Database>();
  for (const [connection, database] of world.connections) {
    const noting = (part: Part): Watch => {
      const [byServer, byCode] = [new Set<string>(), new Set<string>()];
      return (name, of) => {
        noticed();
        if (of === 'value') {
          const noted = result.isServer ? byServer : byCode;
          if (noted.has(name)) return;
          noted.add(name);
        }
        const key = readKey(connection, part, name, of);
        reads.world.add(key);
        if (!result.isServer) reads.code.add(key);
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
  const result: WatchedWorld = {
    isServer: false,
    connections,
    plainSchema,
    plainDatabase: (database) =>
      made(database, () => ({
        ...database,
        schema: plainSchema(database.schema),
        rows: { ...database.rows, tables: watched(database.rows.tables, null) },
      })),
  };
  return result;
}
