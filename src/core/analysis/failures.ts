import type { Trace, TraceEntry } from '../session/trace';
import type { SourceRange } from '../source';
import type { FailureShape } from './results';

/** The failure that ended a run, or null where none did (or it can't be told). */
export function failureOf(trace: Trace): FailureShape | null {
  const { outcome } = trace;
  if (outcome.kind === 'raised') {
    const entry = trace.entries[outcome.entry];
    return entry ? entryFailure(trace, entry) : null;
  }
  if (outcome.kind !== 'threw') return null;
  return {
    migration: trace.migration,
    ...at(trace, outcome.range),
    statement: '',
    serverError: null,
    message: `${outcome.exception}: ${outcome.message}`,
    leftBehind: leftBehind(trace),
  };
}

/** A refused statement as a failure of its migration. */
export function entryFailure(trace: Trace, entry: TraceEntry): FailureShape {
  return {
    migration: trace.migration,
    ...at(trace, entry.statement.origin?.range ?? null),
    statement: entry.statement.sql,
    serverError: entry.error,
    leftBehind: leftBehind(trace, entry),
  };
}

/**
 * The statements that the server refused and nobody caught, in a run that passes over them. One of the same code as an
 * earlier one (a column and its key), or of a `Schema::create` that failed, falls with it and is left out.
 */
export function refusedEntries(trace: Trace): TraceEntry[] {
  const refused: TraceEntry[] = [];
  for (const entry of trace.entries) {
    if (entry.error === null || entry.caught || entry.uncertain) continue;
    const range = entry.statement.origin?.range;
    const falls = refused.some(({ statement: { statement, origin } }) => {
      const outer = origin?.range;
      if (!range || !contains(outer, range)) return false;
      return statement.kind === 'createTable' || contains(range, outer!);
    });
    if (!falls) refused.push(entry);
  }
  return refused;
}

function contains(outer: SourceRange | undefined, inner: SourceRange): boolean {
  if (!outer || outer.file !== inner.file) return false;
  const from = outer.line - inner.line || outer.column - inner.column;
  const to = outer.endLine - inner.endLine || outer.endColumn - inner.endColumn;
  return from <= 0 && to >= 0;
}

function at(trace: Trace, range: SourceRange | null): { file: string; line: number; column: number } {
  return { file: range?.file ?? trace.file, line: range?.line ?? 1, column: range?.column ?? 1 };
}

/** The DDL that a migration had already done when it stopped: each implicitly committed, so still there. */
function leftBehind(trace: Trace, end?: TraceEntry): string[] {
  const done = end ? trace.entries.slice(0, trace.entries.indexOf(end)) : trace.entries;
  return done
    .filter((entry) => entry.error === null && entry.after !== entry.before)
    .map((entry) => entry.statement.sql);
}
