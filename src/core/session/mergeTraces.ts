import type { Fork } from '../php/outcome';
import { unknown } from '../php/values';
import type { Taint } from '../source';
import { mergeWorlds } from './mergeWorlds';
import type { Outcome, Trace, TraceEntry } from './trace';

/** One of the possible runs. */
export interface PossibleRun {
  readonly trace: Trace;
  readonly forks: readonly Fork[];
}

/**
 * One Trace of several possible runs. `cut`: after how many runs no more were tried, or null if all were.
 * Runs that end by an exception of the code's own don't count for the world where others come to the end.
 */
export function mergeTraces(runs: readonly PossibleRun[], cut: number | null): Trace {
  const [first] = runs;
  if (!first) throw new Error('there is always one run');
  const counted = runs.filter((run) => run.trace.outcome.kind !== 'threw');
  const [base = first, ...others] = counted.length > 0 ? counted : runs;
  const entries = mergeEntries([base, ...others]);
  const world = others.reduce(
    (merged, other) => mergeWorlds(merged, other.trace.world, taintOf(base, other)),
    base.trace.world,
  );
  const capped = unknown(`more than ${cut} ways through it: not all of them were followed`, null);
  return {
    ...base.trace,
    entries: entries.list,
    world,
    outcome:
      cut === null
        ? mergeOutcomes(runs, base, entries.indexOf)
        : { kind: 'unknown', reason: capped.reason, range: null },
    unknowns: [...new Set(runs.flatMap((run) => run.trace.unknowns)), ...(cut === null ? [] : [capped])],
    reads: {
      world: union(runs, (trace) => trace.reads.world),
      code: union(runs, (trace) => trace.reads.code),
      files: union(runs, (trace) => trace.reads.files),
    },
  };
}

function union(runs: readonly PossibleRun[], of: (trace: Trace) => ReadonlySet<string>): ReadonlySet<string> {
  return new Set(runs.flatMap((run) => [...of(run.trace)]));
}

/** Why two runs differ: the first condition that went another way. */
function taintOf(base: PossibleRun, other: PossibleRun): Taint {
  const fork = differingFork(base, other);
  const reason = fork?.reason ?? 'it depends on something that is not known';
  return { reason, origin: fork?.range ? { migration: base.trace.migration, range: fork.range } : null };
}

function differingFork(base: PossibleRun, other: PossibleRun): Fork | undefined {
  return base.forks.find((fork, i) => fork.taken !== other.forks[i]?.taken) ?? base.forks[0];
}

interface MergedEntries {
  readonly list: readonly TraceEntry[];
  /** Where an entry of a run went. */
  readonly indexOf: (run: PossibleRun, entry: number) => number;
}

/** Entries are the same where connection, place, text and error are; what not all runs have is uncertain. */
function mergeEntries(runs: readonly PossibleRun[]): MergedEntries {
  const keyed = runs.map((run) => keysOf(run.trace.entries));
  const counts = new Map<string, number>();
  for (const keys of keyed) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  /** Which key comes after which; the first after ''. */
  const next = new Map<string, string | undefined>();
  const entryOf = new Map<string, TraceEntry>();
  runs.forEach((run, r) => {
    let at = '';
    keyed[r]?.forEach((key, i) => {
      const entry = run.trace.entries[i];
      if (!entryOf.has(key)) {
        next.set(key, next.get(at));
        next.set(at, key);
        if (entry) entryOf.set(key, entry);
      }
      at = key;
    });
  });
  const order: string[] = [];
  for (let key = next.get(''); key !== undefined; key = next.get(key)) order.push(key);
  const places = new Map(order.map((key, i) => [key, i]));
  const list = order.flatMap((key) => {
    const entry = entryOf.get(key);
    return entry ? [(counts.get(key) ?? 0) < runs.length ? { ...entry, uncertain: true } : entry] : [];
  });
  return {
    list,
    indexOf: (run, entry) => places.get(keysOf(run.trace.entries)[entry] ?? '') ?? 0,
  };
}

function keysOf(entries: readonly TraceEntry[]): string[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { statement } = entry;
    const range = statement.origin?.range;
    const key = `${entry.connection}\0${range?.file}:${range?.line}:${range?.column}\0${statement.sql}\0${entry.error?.code ?? ''}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${key}\0${nth}`;
  });
}

/** Runs that end alike, by the same error in the same place, end certainly; else it can't be told, and the reason is the condition on which it hangs. */
function mergeOutcomes(
  runs: readonly PossibleRun[],
  base: PossibleRun,
  indexOf: MergedEntries['indexOf'],
): Outcome {
  const { outcome } = base.trace;
  const different = runs.find((run) => endOf(run) !== endOf(base));
  if (different) {
    const fork = differingFork(base, different);
    return {
      kind: 'unknown',
      reason: `whether it succeeds depends on something that is not known: ${fork?.reason ?? 'a condition'}`,
      range: fork?.range ?? null,
    };
  }
  return outcome.kind === 'raised' ? { ...outcome, entry: indexOf(base, outcome.entry) } : outcome;
}

function endOf({ trace: { outcome, entries } }: PossibleRun): string {
  switch (outcome.kind) {
    case 'done':
      return 'done';
    case 'raised': {
      const range = entries[outcome.entry]?.statement.origin?.range;
      return `raised ${outcome.error.code} ${range?.file}:${range?.line}:${range?.column}`;
    }
    case 'threw':
      return `threw ${outcome.exception} ${outcome.message}`;
    case 'unknown':
      return `unknown ${outcome.reason}`;
  }
}
