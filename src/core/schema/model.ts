import type { Origin, Taint } from '../source';
import type { TableMap } from './tableMap';

/**
 * The immutable model of one MySQL or MariaDB database, in canonical form: two schemas mean the same exactly when
 * `diff` finds nothing between them, whether they came from a dump, a live server or a replay.
 * `origin` and the order of names in maps never take part in a comparison.
 */
export interface Schema {
  readonly tables: TableMap<Table>;
  readonly views: TableMap<View>;
  /** The database's default character set and collation, e.g. `utf8mb4`, `utf8mb4_unicode_ci`. */
  readonly charset: string;
  readonly collation: string;
  /** True where those two are a guess (most dumps don't say); then they are not compared. */
  readonly charsetGuessed?: boolean;
  /** Set when something unknown may have added, changed or removed tables: no absence is certain then. */
  readonly taint: Taint | null;
  /** Triggers, routines and events; undefined where it is not known which there are. They are not compared. */
  readonly objects?: StoredObjects | undefined;
}

/** Triggers, routines and events: by kind and name the table of a trigger, else ''. */
export type StoredObjects = Readonly<Record<string, string>>;

export interface Table {
  readonly name: string;
  /** As the server prints it, e.g. `InnoDB`. */
  readonly engine: string;
  readonly charset: string;
  readonly collation: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  /** The primary key first, then in the order they were made. */
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly partitioning: Partitioning | null;
  /** Other table options that are not the server's default: upper-case name to value (`ROW_FORMAT` → `COMPRESSED`). */
  readonly options: Readonly<Record<string, string>>;
  readonly temporary: boolean;
  readonly taint: Taint | null;
  readonly origin: Origin | null;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** null: no default, or `DEFAULT NULL` (which a nullable column has anyway). */
  readonly default: ColumnDefault | null;
  readonly autoIncrement: boolean;
  /** `CURRENT_TIMESTAMP` or `CURRENT_TIMESTAMP(n)`, else null. */
  readonly onUpdate: string | null;
  readonly generated: Generated | null;
  /** The effective character set and collation of a text column, else null. */
  readonly charset: string | null;
  readonly collation: string | null;
  readonly comment: string;
  readonly invisible: boolean;
  readonly srid: number | null;
  readonly taint: Taint | null;
  readonly origin: Origin | null;
}

/**
 * A column's type in canonical form: aliases resolved, display widths dropped (but `tinyint(1)` and zerofill keep
 * theirs), `year` without width, MariaDB's longtext + json_valid check folded to `json`.
 */
export interface ColumnType {
  /** Lower case: `int`, `bigint`, `varchar`, `decimal`, `enum`, `json`, `timestamp`, `uuid`, … */
  readonly base: string;
  readonly unsigned: boolean;
  readonly zerofill: boolean;
  /** Characters, bytes, bits, digits or fractional-second digits; null where the type has none. */
  readonly length: number | null;
  readonly scale: number | null;
  /** The members of an enum or set, decoded, in order. */
  readonly members: readonly string[] | null;
}

export type ColumnDefault =
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'expression'; readonly sql: Expression };

/**
 * An expression in canonical text (core/sql/expression.ts makes it): identifiers in backticks, function names in
 * lower case, no redundant parentheses, no character set introducers, single spaces. Equal text means equal expression.
 * `CURRENT_TIMESTAMP` and `CURRENT_TIMESTAMP(n)` are the canonical forms of all its spellings.
 */
export type Expression = string;

export interface Generated {
  readonly stored: boolean;
  readonly sql: Expression;
}

export type IndexKind = 'primary' | 'unique' | 'index' | 'fulltext' | 'spatial' | 'vector';

export interface Index {
  /** `PRIMARY` for the primary key. */
  readonly name: string;
  readonly kind: IndexKind;
  readonly parts: readonly IndexPart[];
  readonly visible: boolean;
  readonly comment: string;
  /** MariaDB's unique index over a hash, which it makes where a key would be too long. */
  readonly hash: boolean;
  /** USING as written, which MariaDB keeps; no part of a comparison. */
  readonly using?: 'btree' | 'hash';
  readonly parser: string | null;
  /** Made by the server to serve a foreign key, and dropped by it again when another index can serve. */
  readonly implicit: boolean;
  readonly taint: Taint | null;
  readonly origin: Origin | null;
}

export type IndexPart =
  | { readonly column: string; readonly length: number | null; readonly descending: boolean }
  | { readonly expression: Expression; readonly descending: boolean };

/** `restrict` also stands for NO ACTION and for no rule given; `unknown` where privileges hide it. */
export type ReferenceRule = 'restrict' | 'cascade' | 'set null' | 'set default' | 'unknown';

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  /** Another database's name, or null for the own one. */
  readonly referencedSchema: string | null;
  readonly referencedTable: string;
  readonly referencedColumns: readonly string[];
  readonly onDelete: ReferenceRule;
  readonly onUpdate: ReferenceRule;
  /** MariaDB's InnoDB has found no keys for it when it looked last: it is not shown and can't be dropped. */
  readonly hidden?: boolean;
  readonly taint: Taint | null;
  readonly origin: Origin | null;
}

export interface Check {
  readonly name: string;
  readonly sql: Expression;
  readonly enforced: boolean;
  /** MariaDB's unnamed column check: the column it belongs to. */
  readonly column: string | null;
}

export interface Partitioning {
  /** `RANGE`, `LIST`, `HASH`, `KEY`, `RANGE COLUMNS`, `LIST COLUMNS`, with `LINEAR ` in front where said. */
  readonly method: string;
  readonly expression: Expression;
  readonly partitions: readonly { readonly name: string; readonly description: string }[];
  readonly subpartition: string | null;
}

export interface View {
  readonly name: string;
  /** The canonical SELECT, without the own schema's name; null where privileges hide it. */
  readonly sql: Expression | null;
  /** The SELECT has a form that we don't read, so its text is not canonical. */
  readonly unread: boolean;
  /** What its columns are called and what it names, where it was read from a statement; no part of a comparison. */
  readonly names?: ViewNames;
  readonly taint: Taint | null;
  readonly origin: Origin | null;
}

export interface ViewNames {
  /** null: not known. */
  readonly columns: readonly string[] | null;
  readonly reads: readonly TableName[];
  readonly selects: readonly SelectNames[];
}

export interface TableName {
  /** null: the database in use. */
  readonly schema: string | null;
  readonly name: string;
}

/** The names of one SELECT. */
export interface SelectNames {
  /** The tables of FROM under the names that qualify columns; `table` is null for a subquery's rows. */
  readonly sources: readonly { readonly name: string; readonly table: TableName | null }[];
  /** The subqueries in FROM. */
  readonly derived: readonly SelectNames[];
  /** The columns, and the subqueries among them, in the order in which the server looks for them. */
  readonly columns: readonly (NamedColumn | { readonly subquery: readonly SelectNames[] })[];
  /** Columns of one name in two tables may be one: `join … using (…)`. */
  readonly merged: boolean;
  /** The columns that it groups by, where it shows one that is not surely decided by them; else null. */
  readonly ungroupedBy: readonly string[] | null;
}

export interface NamedColumn {
  readonly qualifier: string | null;
  readonly name: string;
  readonly clause: 'select' | 'set' | 'where' | 'on' | 'group' | 'order';
}
