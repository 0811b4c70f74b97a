import type { NativeCall } from '../../php/classes';
import { isObject, isUnknown, type Value } from '../../php/values';
import { ELOQUENT_BUILDER, QUERY_BUILDER, QueryState, queryOf, scoped } from './queryState';
import { type Fragment, queryCompiler, selectSql, whereSql } from './queryText';

/** A closure, which is given a query to narrow, or a query. */
export const isSubquery = (call: NativeCall, value: Value): boolean =>
  isObject(value) && (value.internal instanceof QueryState || call.php.isA(value.class, 'Closure'));

/** The query that a closure narrows, or that was given; null where that is not known. */
function narrowed(call: NativeCall, given: Value, fresh: QueryState): QueryState | null {
  if (isObject(given) && given.internal instanceof QueryState) return given.internal;
  const className = fresh.model === null ? QUERY_BUILDER : ELOQUENT_BUILDER;
  const answer = call.php.callValue(given, [call.php.makeNative(className, fresh)], call.range);
  return isUnknown(answer) ? null : fresh;
}

/** `(select …)` of a subquery; null where its text is not followed. */
export function subselect(call: NativeCall, given: Value): Fragment | null {
  const { name } = queryOf(call);
  const state = narrowed(call, given, new QueryState(name, null));
  if (!state || state.from === null) return null;
  const written = selectSql(queryCompiler(call, state), scoped(call, state), ['*']);
  return written && { sql: `(${written.sql})`, bindings: written.bindings };
}

/** What a closure narrows by `where(fn ($query) => …)`: a query on the same table. */
export function group(call: NativeCall, given: Value): QueryState | null {
  const { name, table, from, model } = queryOf(call);
  const fresh = new QueryState(name, table, from);
  fresh.model = model;
  return narrowed(call, given, fresh);
}

/** The text of a group's conditions; null where it is not followed, empty where there are none. */
export function groupSql(call: NativeCall, state: QueryState): Fragment | null {
  if (!state.text.whole) return null;
  const { sql, bindings } = whereSql(queryCompiler(call, state), state);
  return { sql: sql === '' ? '' : `(${sql.replace(/^ where /, '')})`, bindings };
}
