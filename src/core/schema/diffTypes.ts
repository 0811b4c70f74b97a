import type { Check, Column, ForeignKey, Index, Table, View } from './model';
import type { ServerProfile } from './server';

export type DifferenceKind = 'table' | 'column' | 'index' | 'foreign-key' | 'check' | 'view' | 'option';

/** What a difference is about, as it is on one side; an option is its value. */
export type Part = Table | Column | Index | ForeignKey | Check | View | string;

/** One difference between what is expected and what is there. */
export interface SchemaDifference {
  readonly kind: DifferenceKind;
  /** The table; for a view its name, for the database's own options ''. */
  readonly table: string;
  /** The name of the part; on a renamed index or key the expected one. */
  readonly name: string;
  /** `missing`: expected, not there. `extra`: there, not expected. */
  readonly change: 'missing' | 'extra' | 'different';
  readonly expected: Part | null;
  readonly actual: Part | null;
  /** For `different`: which properties: `type`, `nullable`, `default`, `position`, `name` … */
  readonly properties: readonly string[];
  /** False where something unknown decides whether they differ. */
  readonly certain: boolean;
  /** Why it is not certain. */
  readonly reason: string | null;
}

export interface DiffOptions {
  /** The servers that the two sides stand on, where known: what one can't hold is no difference. */
  readonly expectedServer?: ServerProfile;
  readonly actualServer?: ServerProfile;
  /** Report columns that stand elsewhere (default true). */
  readonly columnOrder?: boolean;
  /** Report foreign keys and checks that differ in nothing but their name (default false). */
  readonly constraintNames?: boolean;
  /** Compare the members of RANGE and LIST partitioning, which rotation changes daily (default false). */
  readonly partitions?: boolean;
  /** Names of tables fold case (default: where either server does). */
  readonly foldTableNames?: boolean;
  /** Pass over what both have from one place, also where it is not known what it is (default false). */
  readonly passOverShared?: boolean;
  /** Tables and views that are not compared, by name. */
  readonly ignore?: (name: string) => boolean;
}

/** What the comparison of one pair of tables needs to know. */
export interface DiffContext {
  readonly options: DiffOptions;
  /** True unless one of the servers surely can't do it. */
  readonly both: (can: (server: ServerProfile) => boolean) => boolean;
  readonly sameVendor: boolean;
  readonly collations: (expected: string | null, actual: string | null) => boolean;
}
