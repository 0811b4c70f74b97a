import type { Schema, Table, View } from '../schema/model';
import { emptyTableMap, tableDifferences, tableEntries } from '../schema/tableMap';
import type { Trace, World } from '../session/trace';
import type { SourceRange, Taint } from '../source';
import type { UnknownShape } from './results';
import { ranTrace } from './steps';

/**
 * What a migration's run left unknown: why its outcome can't be told, and every part of the schema that it tainted.
 * What could not be known on the way, and did not matter in the end, is not here. Once per place and reason.
 * `inherited`: is it to be told when nothing is unknown but what an earlier migration, or a dump, left?
 */
export function doubtsOf(trace: Trace, before: World, inherited: 'tell' | 'skip'): readonly UnknownShape[] {
  const found = new Map<string, { reason: string; range: SourceRange | null; touches: Set<string> }>();
  const add = (reason: string, range: SourceRange | null, touches: string | null) => {
    const key = `${range?.file}:${range?.line}:${reason}`;
    const known = found.get(key) ?? { reason, range, touches: new Set<string>() };
    if (touches !== null) known.touches.add(touches);
    found.set(key, known);
  };
  if (trace.outcome.kind === 'unknown') {
    const taint = inheritedDoubt(trace, before);
    if (!taint) add(trace.outcome.reason, trace.outcome.range, null);
    else if (inherited === 'tell') add(restsOn(taint), trace.outcome.range, null);
  }
  for (const [name, { schema }] of trace.world.connections) {
    const old = before.connections.get(name)?.schema;
    if (old === schema) continue;
    for (const { taint, touches } of taintsOf(schema, old)) {
      const origin = taint.origin;
      if (origin && origin.migration !== trace.migration) continue;
      add(taint.reason, origin?.range ?? null, touches);
    }
  }
  return [...found.values()].map(({ reason, range, touches }) => ({
    migration: trace.migration,
    file: range?.file ?? trace.file,
    line: range?.line ?? 1,
    reason,
    touches: [...touches].sort(),
  }));
}

const known = {
  tell: new WeakMap<Trace, readonly UnknownShape[]>(),
  skip: new WeakMap<Trace, readonly UnknownShape[]>(),
};

/** The doubts of a step, which are the same as long as its run is. */
export function stepDoubts(
  step: { readonly trace: Trace; readonly before: World },
  inherited: 'tell' | 'skip',
): readonly UnknownShape[] {
  const ran = ranTrace(step);
  const there = known[inherited].get(ran);
  if (there) return there;
  const doubts = doubtsOf(step.trace, step.before, inherited);
  known[inherited].set(ran, doubts);
  return doubts;
}

/** The taint that was there before, where it alone decides that the outcome can't be told. */
export function inheritedDoubt({ outcome }: Trace, before: World): Taint | null {
  if (outcome.kind !== 'unknown') return null;
  for (const { schema } of before.connections.values()) {
    if (schema.taint?.reason === outcome.reason) return schema.taint;
    for (const [, { taint }] of tableEntries(schema.tables))
      if (taint?.reason === outcome.reason) return taint;
  }
  return null;
}

/** The same in words: the place is where the not-knowing began, not here. */
export function restsOn({ reason, origin }: Taint): string {
  const place = origin ? `${origin.range.file}:${origin.range.line}: ` : '';
  return `it rests on what is not known: ${place}${reason}`;
}

/** The taints on a schema and on those of its tables and views that are not as they were. */
function taintsOf(
  schema: Schema,
  old: Schema | undefined,
): readonly { readonly taint: Taint; readonly touches: string | null }[] {
  const found: { taint: Taint; touches: string | null }[] = [];
  const add = (touches: string | null, parts: readonly { readonly taint: Taint | null }[]) => {
    for (const { taint } of parts) if (taint) found.push({ taint, touches });
  };
  if (schema.taint !== old?.taint) add(null, [schema]);
  for (const [name, , table] of tableDifferences(old?.tables ?? emptyTableMap<Table>(), schema.tables)) {
    if (!table) continue;
    add(name, [table]);
    add(name, table.columns);
    add(name, table.indexes);
    add(name, table.foreignKeys);
  }
  for (const [name, , view] of tableDifferences(old?.views ?? emptyTableMap<View>(), schema.views))
    if (view) add(name, [view]);
  return found;
}
