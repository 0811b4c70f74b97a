import { withTableAt } from '../schema/lookup';
import type { Table, View } from '../schema/model';
import { parentsOf } from '../schema/references';
import {
  type Difference,
  getTable,
  type TableMap,
  tableDifferences,
  withoutTable,
  withTable,
} from '../schema/tableMap';
import type { TableRows } from './rows';
import { same } from './same';
import type { Database, World } from './trace';
import { type Part, readKey } from './watching';

/** One name's value in the later of two worlds; undefined: it is not there. */
interface Change {
  readonly connection: string;
  readonly part: Part;
  readonly name: string;
  readonly value: Table | View | TableRows | undefined;
}

/** What of a world is not as it was. */
export interface Changes {
  readonly values: ReadonlyMap<string, Change>;
  /** All that a ReadSet may name and that is not as it was: the names, constraints, and lists that have them. */
  readonly keys: ReadonlySet<string>;
  /** More has changed than can be said name by name: the server, the character set, a taint on all. */
  readonly everything: boolean;
}

/** `world` is `now` with what is equal taken from `before`, so that the two share all they can. */
export interface Compared {
  readonly world: World;
  readonly changes: Changes;
}

/** Compares two worlds of one application, value by value. */
export function compareWorlds(before: World, now: World): Compared {
  const values = new Map<string, Change>();
  const keys = new Set<string>();
  const found = { values, keys };
  let everything =
    before.defaultConnection !== now.defaultConnection || before.connections.size !== now.connections.size;
  let connections = now.connections;
  for (const [connection, database] of now.connections) {
    const old = before.connections.get(connection);
    if (old === database) continue;
    if (!old || !sameWhole(old, database)) everything = true;
    if (!old) continue;
    const { schema, rows } = database;
    const tables = compareMaps(found, connection, 'tables', old.schema.tables, schema.tables);
    const views = compareMaps(found, connection, 'views', old.schema.views, schema.views);
    const known = compareMaps(found, connection, 'rows', old.rows.tables, rows.tables);
    if (tables === schema.tables && views === schema.views && known === rows.tables) continue;
    connections = new Map(connections);
    (connections as Map<string, Database>).set(connection, {
      ...database,
      schema: { ...schema, tables, views },
      rows: { ...rows, tables: known },
    });
  }
  const world = connections === now.connections ? now : { ...now, connections };
  return { world, changes: { values, keys, everything } };
}

/** Are two databases alike in all that is not said of one table, view or table's rows? */
function sameWhole(a: Database, b: Database): boolean {
  const { tables: _t, views: _v, ...mine } = a.schema;
  const { tables: _u, views: _w, ...theirs } = b.schema;
  return same(mine, theirs) && same(a.server, b.server) && a.rows.base === b.rows.base;
}

function compareMaps<V extends Table | View | TableRows>(
  { values, keys }: { values: Map<string, Change>; keys: Set<string> },
  connection: string,
  part: Part,
  before: TableMap<V>,
  now: TableMap<V>,
): TableMap<V> {
  let shared = now;
  for (const [name, old, value] of tableDifferences(before, now)) {
    if (old && value && same(old, value)) {
      shared = withTable(shared, name, old);
      continue;
    }
    const key = readKey(connection, part, name);
    values.set(key, { connection, part, name, value });
    keys.add(key).add(readKey(connection, part, '*'));
    if (part === 'tables')
      for (const constraint of constraints([name, old, value] as Difference<Table>, connection))
        keys.add(constraint);
  }
  return shared;
}

/** The constraints that a table had, or has now: who asked for them by name may get another answer. */
function* constraints([, old, now]: Difference<Table>, connection: string): Generator<string> {
  for (const table of [old, now]) {
    if (!table) continue;
    for (const parent of parentsOf(table.foreignKeys)) yield readKey(connection, 'tables', parent, 'parent');
    for (const { name } of table.foreignKeys)
      yield readKey(connection, 'tables', name.toLowerCase(), 'foreignKey');
    for (const { name } of table.checks) yield readKey(connection, 'tables', name.toLowerCase(), 'check');
  }
}

/** Is one of these names, as a ReadSet has them, not as it was? */
export function meets(names: ReadonlySet<string>, { keys, everything }: Changes): boolean {
  if (everything) return true;
  const [few, many] = names.size < keys.size ? [names, keys] : [keys, names];
  for (const key of few) if (many.has(key)) return true;
  return false;
}

/** The world with the changed values in the place of its own. */
export function withChanges(world: World, { values }: Changes): World {
  if (values.size === 0) return world;
  const connections = new Map(world.connections);
  for (const { connection, part, name, value } of values.values()) {
    const database = connections.get(connection);
    if (!database) continue;
    const { schema, rows } = database;
    connections.set(
      connection,
      part === 'rows'
        ? { ...database, rows: { ...rows, tables: withValue(rows.tables, name, value as TableRows) } }
        : part === 'views'
          ? { ...database, schema: { ...schema, views: withValue(schema.views, name, value as View) } }
          : { ...database, schema: withTableAt(schema, name, value as Table | undefined) },
    );
  }
  return { ...world, connections };
}

function withValue<V>(map: TableMap<V>, name: string, value: V | undefined): TableMap<V> {
  return value === undefined ? withoutTable(map, name) : withTable(map, name, value);
}

/** So many are kept apart: what nobody asks for in a long time of editing must not grow with it. */
const MOST_APART = 64;

/** Changes of a world one after the other, joined when somebody asks for them. */
export class Shift {
  private known: Changes | null = null;
  private last: { readonly earlier: Shift; readonly both: Shift } | null = null;

  private constructor(
    private readonly earlier: Shift | null,
    private readonly own: Changes,
    private readonly depth: number,
  ) {}

  static of(changes: Changes): Shift {
    return new Shift(null, changes, 1);
  }

  /** First the earlier ones, then these. Who asks it of the same two in a row gets the same object. */
  after(earlier: Shift): Shift {
    if (this.last?.earlier !== earlier) this.last = { earlier, both: this.joinedTo(earlier) };
    return this.last.both;
  }

  private joinedTo(earlier: Shift): Shift {
    // Who types changes the same things over and over.
    if (isWithin(earlier.own, this.own))
      return earlier.earlier ? this.joinedTo(earlier.earlier) : Shift.of(this.own);
    const kept = earlier.depth < MOST_APART ? earlier : Shift.of(earlier.changes);
    return new Shift(kept, this.own, kept.depth + 1);
  }

  /** Does this world have all of it, the very same? What it would take long to find out is not so. */
  leaves(world: World): boolean {
    if (this.earlier || this.own.everything) return false;
    for (const { connection, part, name, value } of this.own.values.values()) {
      const database = world.connections.get(connection);
      const { tables, views } = database?.schema ?? {};
      const there = part === 'rows' ? database?.rows.tables : part === 'views' ? views : tables;
      if (!there || getTable<unknown>(there, name) !== value) return false;
    }
    return true;
  }

  get changes(): Changes {
    this.known ??= this.earlier ? this.joined() : this.own;
    return this.known;
  }

  private joined(): Changes {
    const all = [this.own];
    for (let at = this.earlier; at; at = at.known ? null : at.earlier) all.unshift(at.known ?? at.own);
    const values = new Map<string, Change>();
    const keys = new Set<string>();
    for (const each of all) {
      for (const [key, value] of each.values) values.set(key, value);
      for (const key of each.keys) keys.add(key);
    }
    return { values, keys, everything: all.some(({ everything }) => everything) };
  }
}

/** Is all that the one says said anew by the other? */
function isWithin(one: Changes, other: Changes): boolean {
  if (one.everything || one.keys.size > other.keys.size) return false;
  for (const key of one.values.keys()) if (!other.values.has(key)) return false;
  for (const key of one.keys) if (!other.keys.has(key)) return false;
  return true;
}
