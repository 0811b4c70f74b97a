import type { NativeCall } from '../../php/classes';
import type { Value } from '../../php/values';
import { queryOf } from './queryState';
import { bound } from './queryText';

/** A narrowing of which neither the rows nor the text is followed. */
export function opaque(call: NativeCall, reason: string): Value {
  const state = queryOf(call);
  state.opaque ??= reason;
  state.text = { ...state.text, whole: false };
  return call.self;
}

/** A narrowing whose rows are not followed, but whose text is. */
export function clause(
  call: NativeCall,
  reason: string,
  sql: string,
  bindings: readonly Value[] = [],
): Value {
  const state = queryOf(call);
  state.opaque ??= reason;
  const added = { at: state.conditions.length, sql, bindings: bound(bindings) };
  state.text = { ...state.text, clauses: [...state.text.clauses, added] };
  return call.self;
}
