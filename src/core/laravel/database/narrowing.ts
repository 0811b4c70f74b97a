import type { NativeCall } from '../../php/classes';
import type { Value } from '../../php/values';
import type { Row } from '../../session/knownRows';
import { queryOf } from './queryState';
import { bound } from './queryText';

/** A narrowing of which neither the rows nor the text is followed. */
export function opaque(call: NativeCall, reason: string): Value {
  const state = queryOf(call);
  state.opaque ??= reason;
  state.text = { ...state.text, whole: false };
  return call.self;
}

/** A narrowing that is followed as text; which rows it finds, only where `test` tells. */
export function clause(
  call: NativeCall,
  reason: string,
  sql: string,
  bindings: readonly Value[] = [],
  test?: (row: Row) => boolean | null,
): Value {
  const state = queryOf(call);
  if (!test) state.opaque ??= reason;
  const added = { at: state.conditions.length, sql, bindings: bound(bindings), ...(test && { test }) };
  state.text = { ...state.text, clauses: [...state.text.clauses, added] };
  return call.self;
}
