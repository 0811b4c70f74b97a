import type { NativeCall, PhpClass } from '../../php/classes';
import { isObject, type PhpObject, type Value } from '../../php/values';
import { QueryState } from '../database/queryState';
import { declares } from './facts';

/** The table between two models that belong to many of each other. */
export interface Pivot {
  readonly table: string;
  readonly foreignKey: string;
  readonly relatedKey: string;
  readonly parentValue: Value;
  readonly parentKeyName: string;
  readonly relatedKeyName: string;
  /** The columns of times that it keeps: created, then updated. */
  times: readonly string[];
  /** Columns that every row of the relation has. */
  given: readonly (readonly [string, Value])[];
  using: string | null;
}

/** How a query of the relation's rows is tied to the parent's: by columns of both tables, for `whereHas`. */
export interface Tie {
  /** The parent's column, and the column of the related table or the pivot's. */
  readonly parentColumn: string;
  readonly ownColumn: string;
  readonly isParentFirst: boolean;
  readonly morphType: string | null;
}

/** A relation as a query on the related rows. */
export class RelationState extends QueryState {
  /** One related object, or a list. */
  isOne = false;
  /** What a new object of the relation is given. */
  given: (readonly [string, Value])[] = [];
  parent: PhpObject | null = null;
  /** The parent's column that belongsTo() keeps. */
  foreignKey: string | null = null;
  ownerKey: string | null = null;
  /** The parent's column that morphTo() keeps the model's name in. */
  morphType: string | null = null;
  pivot: Pivot | null = null;
  tie: Tie | null = null;
  /** Nothing can be related: the parent keeps no key. */
  isEmpty = false;
}

/** A query on the rows between that are the parent's. */
export function pivotQuery(state: RelationState, pivot: Pivot, ids: readonly Value[] | null): QueryState {
  const query = new QueryState(state.name, pivot.table);
  const add = (column: string, operator: '=' | 'in', values: readonly Value[], isQualified: boolean) => {
    const written = { column: isQualified ? `${pivot.table}.${column}` : column, operator };
    query.conditions.push({ column, operator, values, written });
  };
  add(pivot.foreignKey, '=', [pivot.parentValue], true);
  for (const [column, value] of pivot.given) add(column, '=', [value], false);
  if (ids) add(pivot.relatedKey, 'in', ids, true);
  return query;
}

/** Does the model have a method of the application by the name, which can be a relation? */
export const isRelation = (cls: PhpClass, name: string): boolean => declares(cls, name);

/** What a relation finds: one object or none, or a collection. */
export function results(call: NativeCall, relation: PhpObject): Value {
  const state = relation.internal;
  if (!(state instanceof RelationState)) return call.php.unknown('what a relation finds', call.range);
  if (state.isEmpty) return state.isOne ? null : call.php.callValue('collect', [], call.range);
  return call.php.callMethod(relation, state.isOne ? 'first' : 'get', [], call.range);
}

/** `$model->posts`: what the relation of the name finds. */
export function related(call: NativeCall, model: PhpObject, name: string): Value {
  const relation = call.php.callMethod(model, name, [], call.range);
  return isObject(relation) ? results(call, relation) : relation;
}
