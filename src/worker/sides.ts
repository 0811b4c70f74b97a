import { stepDoubts } from '../core/analysis/doubts';
import type { GapSide } from '../core/analysis/gap';
import type { UnknownShape } from '../core/analysis/results';
import type { ServerProfile } from '../core/schema/server';
import { ANY_ROWS } from '../core/session/rows';
import type { Database, World } from '../core/session/trace';
import type { Problem } from './api';
import type { Replayed } from './replays';
import type { LoadedSource } from './sources';

/** One side of a comparison, with what is not known of it. */
export interface Side extends GapSide {
  readonly unknown: readonly UnknownShape[];
  readonly problems: readonly Problem[];
}

export function sideOf(loaded: LoadedSource): Side {
  const { source, schema, server, problems } = loaded;
  const line = problems.find((problem) => problem.line !== null)?.line ?? 1;
  const reason = schema.taint?.reason;
  const unknown = reason ? [{ migration: '', file: source, line, reason, touches: [] }] : [];
  const limited = problems.some((problem) => problem.code === 'limited-by-privileges');
  return { source, schema, server, unknown, problems, limited };
}

export function sideOfReplay(replayed: Replayed): Side {
  return {
    source: 'migrations',
    ...databaseOf(replayed.replay.world),
    unknown: unknownOf(replayed),
    problems: [],
  };
}

export function databaseOf(world: World): Database {
  const database = world.connections.get(world.defaultConnection);
  if (!database) throw new Error(`the world has no connection ${world.defaultConnection}`);
  return database;
}

/** The world in which migrations run over an actual schema: its default connection's database, with rows we can't know. */
export function withActual(world: World, loaded: LoadedSource): World {
  const connections = new Map(world.connections);
  const server: ServerProfile = connections.get(world.defaultConnection)?.server ?? loaded.server;
  connections.set(world.defaultConnection, { schema: loaded.schema, server, rows: ANY_ROWS });
  return { ...world, connections };
}

const unknowns = new WeakMap<Replayed, readonly UnknownShape[]>();

export function unknownOf(replayed: Replayed): readonly UnknownShape[] {
  const known = unknowns.get(replayed);
  if (known) return known;
  const found = [...replayed.start.unknown];
  for (const step of replayed.replay.steps) {
    const doubts = stepDoubts(step, 'skip');
    if (doubts.length > 0) found.push(...doubts);
  }
  const once = dedupe(found);
  unknowns.set(replayed, once);
  return once;
}

/** Once per place and reason. */
export function dedupe(items: readonly UnknownShape[]): readonly UnknownShape[] {
  return [...new Map(items.map((item) => [`${item.file}:${item.line}:${item.reason}`, item])).values()];
}
