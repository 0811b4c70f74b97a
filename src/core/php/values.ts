import type { SourceRange } from '../source';
import type { PhpClass } from './classes';

/**
 * A PHP value. Integers are JS numbers (always whole), floats are `PhpFloat`, strings are JS strings.
 * Anything that can't be known is `Unknown`: a value like any other, which every operation passes on.
 */
export type Value = null | boolean | number | PhpFloat | string | PhpArray | PhpObject | Unknown;

export interface PhpFloat {
  readonly kind: 'float';
  readonly value: number;
}

/** A value that can't be known, why, and where the not-knowing began. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly range: SourceRange | null;
  /** Whatever it is, it is true as a condition: the key of a row, an object. */
  readonly truthy?: true;
  /** It is surely not null. */
  readonly notNull?: true;
  /** Makes what stands for one of the things that it holds, for code that goes over them. */
  readonly item?: () => Value;
  /** What it is where it is not null: always the same object. */
  readonly object?: () => PhpObject;
  /** What is known of the answer of one of its methods. */
  readonly after?: (method: string) => Answer;
  /** What a closure that is given to it gets first. */
  readonly gives?: () => Value;
  /** It is a number (or a version told by one), surely not less than this. */
  readonly least?: number;
  /** It is surely one of these. */
  readonly oneOf?: readonly (string | number | null)[];
}

/** What is known of a value that is not known. */
export type Answer = Partial<Pick<Unknown, 'item' | 'object' | 'after' | 'gives' | 'notNull'>>;

/**
 * A PHP array: ordered, with value semantics. Treat one as immutable; `with` and `append` make another.
 * (The evaluator may change an array in place when nobody else holds it; natives never do.)
 */
export interface PhpArray {
  readonly kind: 'array';
  readonly entries: ReadonlyMap<string | number, Value>;
  readonly nextIndex: number;
}

/** An object: always a reference. `internal` is what a native class keeps for itself. */
export interface PhpObject {
  readonly kind: 'object';
  readonly id: number;
  readonly class: PhpClass;
  readonly properties: Map<string, Value>;
  internal: unknown;
}

export function phpFloat(value: number): PhpFloat {
  return { kind: 'float', value };
}

export function unknown(reason: string, range: SourceRange | null): Unknown {
  return { kind: 'unknown', reason, range };
}

/** The same value, which is surely not null. */
export const surelyThere = (value: Unknown): Unknown => ({ ...value, notNull: true });

export function isUnknown(value: Value): value is Unknown {
  return typeof value === 'object' && value !== null && value.kind === 'unknown';
}

export function isArray(value: Value): value is PhpArray {
  return typeof value === 'object' && value !== null && value.kind === 'array';
}

export function isObject(value: Value): value is PhpObject {
  return typeof value === 'object' && value !== null && value.kind === 'object';
}

export function isFloat(value: Value): value is PhpFloat {
  return typeof value === 'object' && value !== null && value.kind === 'float';
}

/** A PHP list of the given values. */
export function listOf(values: readonly Value[]): PhpArray {
  return { kind: 'array', entries: new Map(values.map((value, i) => [i, value])), nextIndex: values.length };
}

/** A PHP array with string keys (numeric strings must already be numbers). */
export function arrayOf(entries: Iterable<readonly [string | number, Value]>): PhpArray {
  const map = new Map(entries);
  let nextIndex = 0;
  for (const key of map.keys()) if (typeof key === 'number' && key >= nextIndex) nextIndex = key + 1;
  return { kind: 'array', entries: map, nextIndex };
}
