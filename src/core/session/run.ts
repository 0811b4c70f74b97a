import type { Fork } from '../php/outcome';
import type { Unknown } from '../php/values';
import { mergeTraces, type PossibleRun } from './mergeTraces';
import { sameSchemas } from './mergeWorlds';
import { openSession, type Session, worldOf } from './session';
import type { Outcome, ReadSet, Trace, World } from './trace';

/** How one run of the method ended, and what could not be known on its way. */
export interface RunEnd {
  readonly outcome: Outcome;
  readonly forks: readonly Fork[];
  readonly unknowns: readonly Unknown[];
  readonly files: ReadonlySet<string>;
}

export interface MethodRun {
  readonly migration: string;
  readonly file: string;
  readonly world: World;
  /** Runs the method from its beginning in the session; unknown conditions go as `decisions` say, later ones true. */
  start(session: Session, decisions: readonly boolean[]): RunEnd;
}

/** So many runs are tried for one method. */
const MOST_RUNS = 64;

/**
 * Runs a method against a World. Where it meets an unknown condition it is run again from the start with the other
 * answer: first every condition of the first run flipped alone, then those met only in these runs, and so on, up to
 * 64 runs. Where the runs end alike it did not matter; else what differs is tainted, and entries that only some runs
 * have are uncertain.
 */
export function runMethod(run: MethodRun): Trace {
  const first = once(run, []);
  if (first.forks.length === 0) return first.trace;
  const runs = [first];
  const met = new Set(keysOf(first.forks));
  const pending = flips(first.forks, 0);
  let cut = false;
  while (pending.length > 0) {
    if (runs.length >= MOST_RUNS) {
      cut = true;
      break;
    }
    const decisions = pending.shift() ?? [];
    const next = once(run, decisions);
    runs.push(next);
    // A condition whose other answer leads to the same end does not matter: it is not combined with those that the
    // first run met. What only this run met is tried.
    pending.push(...flips(next.forks, decisions.length, endsAlike(first, next) ? met : undefined));
  }
  return mergeTraces(runs, cut ? MOST_RUNS : null);
}

function endsAlike(a: PossibleRun, b: PossibleRun): boolean {
  const ends = [a, b].map(({ trace: { outcome } }) =>
    outcome.kind === 'done' ? 'done' : JSON.stringify(outcome),
  );
  return ends[0] === ends[1] && sameSchemas(a.trace.world, b.trace.world);
}

/** The decisions that lead to the other answer of each condition met from `start` on. */
function flips(
  forks: readonly Fork[],
  start: number,
  passedOver: ReadonlySet<string> = new Set(),
): boolean[][] {
  const taken = forks.map((fork) => fork.taken);
  const keys = keysOf(forks);
  return forks.flatMap((fork, i) =>
    i >= start && !passedOver.has(keys[i] ?? '') ? [[...taken.slice(0, i), !fork.taken]] : [],
  );
}

/** What tells the same condition in several runs: where it stands, why it is not known, and how often it was met before. */
function keysOf(forks: readonly Fork[]): string[] {
  const times = new Map<string, number>();
  return forks.map(({ range, reason }) => {
    const key = `${range?.file}:${range?.line}:${range?.column}:${reason}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return `${key}#${before}`;
  });
}

function once(run: MethodRun, decisions: readonly boolean[]): PossibleRun {
  const session = openSession(run.world, run.migration, run.file);
  const end = run.start(session, decisions);
  const { plainSchema } = session.watched;
  const entries = session.entries.map((entry, i) => ({
    ...entry,
    before: plainSchema(entry.before),
    after: plainSchema(entry.after),
    caught: entry.caught && !(end.outcome.kind === 'raised' && end.outcome.entry === i),
  }));
  const reads: ReadSet = { ...session.reads, files: new Set([...session.reads.files, ...end.files]) };
  return {
    trace: {
      migration: run.migration,
      file: run.file,
      entries,
      world: worldOf(session),
      outcome: doubtful(session, end.outcome),
      unknowns: end.unknowns,
      reads,
    },
    forks: end.forks,
  };
}

/**
 * A run that came to its end although a statement may have been refused ends unknown. So does one that a later
 * statement stops, where the statement in doubt is not known itself.
 */
function doubtful(session: Session, outcome: Outcome): Outcome {
  const doubt =
    outcome.kind === 'done' ? session.doubts[0] : session.doubts.find(({ unknownText }) => unknownText);
  return doubt && outcome.kind !== 'unknown'
    ? { kind: 'unknown', reason: doubt.reason, range: doubt.range }
    : outcome;
}
