import { fromTheManual } from '../schema/tested';
import { type GapSide, maskedDrift } from './gap';
import type { Preflight } from './preflight';
import { FORMAT, type PreflightDocument } from './results';
import { baseTables } from './shapes';

/** A preflight as a document. `replayed`: what the migrations make on an empty database. */
export function preflightDocument(on: string, replayed: GapSide, found: Preflight): PreflightDocument {
  const actual = new Set(found.before.map((table) => table.name));
  const early = new Set([...found.succeed, ...found.undecided]);
  const { defaultConnection, connections } = found.repaired;
  const blocked = found.fails ? baseTables(connections.get(defaultConnection)?.schema) : [];
  return {
    format: FORMAT,
    fromTheManual: fromTheManual(replayed.server),
    on,
    ran: found.ran.length,
    pending: found.pending.length,
    fails: found.fails,
    collisions: found.collisions,
    succeed: found.succeed,
    undecided: found.undecided,
    neverAttempted: found.neverAttempted,
    blockedTables: blocked
      .filter((table) => !actual.has(table.name) && !early.has(table.origin?.migration ?? ''))
      .map((table) => table.name),
    maskedDrift: maskedDrift(replayed, found),
    recordedWithoutFile: found.recordedWithoutFile,
    unknown: found.unknown,
  };
}

/** The answer where it is not known what has run, and so neither what is pending nor what would fail. */
export function unknownPreflight(on: string, reason: string): PreflightDocument {
  return {
    format: FORMAT,
    fromTheManual: [],
    on,
    ran: null,
    pending: null,
    fails: null,
    collisions: [],
    succeed: [],
    undecided: [],
    neverAttempted: [],
    blockedTables: [],
    maskedDrift: [],
    recordedWithoutFile: [],
    unknown: [{ migration: '', file: on, line: 1, reason, touches: [] }],
  };
}
