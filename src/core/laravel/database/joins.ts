import type { NativeCall, NativeMethod } from '../../php/classes';
import { isObject, type PhpObject, type Value } from '../../php/values';
import { type Compiler, expressionOf, wrap, wrapTable } from '../schema/wrap';
import { clause, opaque } from './narrowing';
import { QueryState, queryOf } from './queryState';
import { queryCompiler, whereSql } from './queryText';

/** `whereColumn('a', 'b')`, `whereColumn('a', '>', 'b')`. */
export function whereColumn(call: NativeCall): Value {
  const [first = null, operator = null, second = null] = call.args;
  const sql = comparison(queryCompiler(call, queryOf(call)), first, operator, second);
  return sql === null
    ? opaque(call, 'a comparison of columns')
    : clause(call, 'a comparison of columns', `and ${sql}`);
}

/** Two columns compared; null where that is not simple. */
function comparison(c: Compiler, first: Value, operator: Value, second: Value): string | null {
  const known = [first, operator, second].every((each) => each === null || typeof each === 'string');
  if (!known || operator === null || first === null) return null;
  return second === null
    ? `${wrap(c, first)} = ${wrap(c, operator)}`
    : `${wrap(c, first)} ${String(operator)} ${wrap(c, second)}`;
}

/** What a closure says of a join: `fn ($join) => $join->on('b.id', '=', 'a.b_id')->where(…)`. */
function joinedBy(call: NativeCall, closure: PhpObject): string | null {
  const state = new QueryState(queryOf(call).name, null);
  call.php.callValue(closure, [call.php.makeNative(JOIN_CLAUSE, state)], call.range);
  if (!state.text.whole) return null;
  return whereSql(queryCompiler(call, state), state).sql.replace(/^ where /, '') || null;
}

export const JOIN_CLAUSE = 'Illuminate\\Database\\Query\\JoinClause';

/** `join('b', 'b.id', '=', 'a.b_id')`, or with a closure that says on what. */
export function join(type: 'inner' | 'left' | 'right'): NativeMethod {
  return (call) => {
    const [table = null, first = null, operator = null, second = null] = call.args;
    const state = queryOf(call);
    const c = queryCompiler(call, state);
    const sql =
      isObject(first) && !expressionOf(first)
        ? joinedBy(call, first)
        : comparison(c, first, operator, second);
    if (sql === null || typeof table !== 'string') return opaque(call, 'a join');
    state.opaque ??= 'a join';
    const joined = { sql: `${type} join ${wrapTable(c, table)} on ${sql}`, table };
    state.text = { ...state.text, joins: [...state.text.joins, joined] };
    return call.self;
  };
}
