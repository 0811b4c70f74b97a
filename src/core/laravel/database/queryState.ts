import type { NativeCall } from '../../php/classes';
import { isObject, isUnknown, type PhpObject, type Unknown, type Value } from '../../php/values';
import { connectionConfig } from '../runtime';
import { expressionOf } from '../schema/wrap';
import { ConnectionState } from './connectionState';
import { NO_TEXT, type QueryText } from './queryText';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'null' | 'not null';

/** What SQL writes for the operators that compare. */
export const COMPARISONS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A simple condition on one column. */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly values: readonly Value[];
  /** The column and operator as the code has them, for the text. */
  readonly written?: { readonly column: Value; readonly operator: string };
  /** Its text is that of the group which it is in. */
  readonly inGroup?: true;
  /** It is about a joined table. */
  readonly isElsewhere?: true;
}

/** `order by` one column. */
export interface Sort {
  readonly column: string | null;
  readonly descends: boolean;
}

/** What a query builder has gathered. */
export class QueryState extends ConnectionState {
  conditions: Condition[] = [];
  /** Columns of SELECT, where given as plain names. */
  columns: string[] | null = null;
  /** What was given to `select()` and `addSelect()`; null: nothing yet. */
  selected: readonly Value[] | null = null;
  limit: number | null = null;
  /** Rows that are alike in what is selected count as one. */
  distinct = false;
  /** The table's name has the connection's prefix already. */
  prefixed = false;
  /** So many of the rows found are passed over. */
  offset: number | null = null;
  /** How the rows are sorted; a column that is null is not followed. */
  sorts: readonly Sort[] = [];
  /** Why the rows that it matches can't be told from literal rows; null while they can. */
  opaque: string | null = null;
  /** The model's class for Eloquent's builders. */
  model: string | null = null;
  /** The column that `find()` asks for. */
  keyName = 'id';
  /** The column that keeps when a row of the model was last changed; null: none. */
  updatedAt: string | null = null;
  /** The column that says when a row of the model was deleted (SoftDeletes); null: deleted rows are gone. */
  deletedAt: string | null = null;
  /** Rows that are marked as deleted count, too. */
  trashed = false;
  text: QueryText = NO_TEXT;

  constructor(
    connection: string,
    /** Without prefix and alias; Unknown where the name is not known, null where none was given yet. */
    public table: string | Unknown | null,
    /** The table as it was given, with its alias. */
    public from: Value = table,
  ) {
    super(connection);
  }

  /** The model's global scopes by their names. */
  scopes: ReadonlyMap<string, Value> = new Map();

  copy(): this {
    const copy: this = Object.assign(Object.create(Object.getPrototypeOf(this)), this);
    copy.conditions = [...this.conditions];
    return copy;
  }
}

/** The query with what the model's global scopes add to it when it is sent. */
export function scoped(call: NativeCall, given: QueryState): QueryState {
  const state = undeleted(given);
  if (state.scopes.size === 0) return state;
  const copy = state.copy();
  copy.scopes = new Map();
  const query = call.php.makeNative(ELOQUENT_BUILDER, copy);
  for (const scope of state.scopes.values()) {
    if (!isObject(scope)) continue;
    if (scope.class.name === 'Closure') call.php.callValue(scope, [query], call.range);
    else
      call.php.callMethod(
        scope,
        'apply',
        [query, state.model === null ? null : call.php.makeNative(state.model, null)],
        call.range,
      );
  }
  return copy;
}

/** The query with the condition that SoftDeletes adds. */
function undeleted(state: QueryState): QueryState {
  const { deletedAt, trashed, table } = state;
  if (deletedAt === null || trashed) return state;
  const copy = state.copy();
  copy.trashed = true;
  const written = {
    column: typeof table === 'string' ? `${table}.${deletedAt}` : deletedAt,
    operator: 'null',
  };
  copy.conditions.push({ column: deletedAt, operator: 'null', values: [], written });
  return copy;
}

export function queryOf(call: NativeCall): QueryState {
  const state = call.self?.internal;
  if (!(state instanceof QueryState)) throw new Error('a query method was called without a query builder');
  return state;
}

export const QUERY_BUILDER = 'Illuminate\\Database\\Query\\Builder';
export const ELOQUENT_BUILDER = 'Illuminate\\Database\\Eloquent\\Builder';

/** A query builder on a table. */
export function makeQuery(call: NativeCall, connection: string, table: Value): PhpObject {
  return call.php.makeNative(QUERY_BUILDER, new QueryState(connection, tableName(call, table), table));
}

export function tableName(call: NativeCall, table: Value): string | Unknown | null {
  if (table === null) return null;
  const name = call.php.toText(expressionOf(table)?.value ?? table, call.range);
  if (isUnknown(name)) return name;
  return name.split(/\s+as\s+|\s+/i)[0] ?? name;
}

/** The table's name with the connection's prefix. */
export function fullTable(call: NativeCall, state: QueryState): string | Unknown {
  if (state.table === null) return call.php.unknown('a query without a table', call.range);
  if (isUnknown(state.table)) return state.table;
  // An expression is the whole name as it is sent, its prefix included.
  if (expressionOf(state.from)) {
    const name = /^`?(\w+)`?$/.exec(state.table)?.[1];
    return name ?? call.php.unknown(`which table ${state.table} is`, call.range);
  }
  return state.prefixed ? state.table : connectionConfig(call.php, state.name).prefix + state.table;
}
