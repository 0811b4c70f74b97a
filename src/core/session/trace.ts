import type { Unknown } from '../php/values';
import type { Schema } from '../schema/model';
import type { ServerError, ServerProfile, ServerWarning } from '../schema/server';
import type { SourcedStatement } from '../schema/statement';
import type { Origin, SourceRange } from '../source';
import type { Rows } from './rows';

/** One connection's database as it stands: its schema, what the server is, and what is known of its rows. */
export interface Database {
  readonly schema: Schema;
  readonly server: ServerProfile;
  readonly rows: Rows;
}

/** Everything that a migration can see and change: a Database per connection name. */
export interface World {
  readonly defaultConnection: string;
  readonly connections: ReadonlyMap<string, Database>;
}

/** One statement that was sent, with the schema before and after it. */
export interface TraceEntry {
  readonly statement: SourcedStatement;
  readonly connection: string;
  readonly before: Schema;
  readonly after: Schema;
  readonly error: ServerError | null;
  readonly warnings: readonly ServerWarning[];
  /** True where the migration's own code caught the error. */
  readonly caught: boolean;
  /** True where only some of the possible runs (after an unknown condition) send it. */
  readonly uncertain: boolean;
}

export type Outcome =
  | { readonly kind: 'done' }
  /** The server refused a statement and nobody caught it: `entry` is its index in the trace. */
  | {
      readonly kind: 'raised';
      readonly entry: number;
      readonly error: ServerError;
      readonly origin: Origin | null;
    }
  /** The code itself threw (a BadMethodCallException, a RuntimeException of its own …). */
  | {
      readonly kind: 'threw';
      readonly exception: string;
      readonly message: string;
      readonly range: SourceRange | null;
    }
  /** Can't be told: the possible runs end differently, the file can't be read, or a budget was spent. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly range: SourceRange | null };

/** The record of one run of `up()` or `down()`. */
export interface Trace {
  readonly migration: string;
  readonly file: string;
  readonly entries: readonly TraceEntry[];
  /** The world that is left, also after an error. What differs between possible runs is tainted in it. */
  readonly world: World;
  readonly outcome: Outcome;
  /** Everything that could not be known on the way (also what did not matter in the end). */
  readonly unknowns: readonly Unknown[];
  /** Names whose state decided this run; the trace may be kept while none of them and no text it read changes. */
  readonly reads: ReadSet;
}

export interface ReadSet {
  /** Tables, views and rows that were looked up or changed, and constraints by their names, as `readKey` writes them. */
  readonly world: ReadonlySet<string>;
  /** Those of them that the code itself asked about; of the others only the server did, to carry out a statement. */
  readonly code: ReadonlySet<string>;
  /** Files whose text was read (classes, configuration); `*`: which files there are, or all migrations' texts. */
  readonly files: ReadonlySet<string>;
}
