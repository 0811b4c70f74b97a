import type { Origin } from '../source';
import type {
  ColumnType,
  Expression,
  IndexKind,
  IndexPart,
  Partitioning,
  ReferenceRule,
  SelectNames,
  TableName,
} from './model';

/** One statement as the server would receive it, and where it comes from. */
export interface SourcedStatement {
  readonly statement: Statement;
  /** The text as sent. */
  readonly sql: string;
  readonly origin: Origin | null;
}

export type Statement =
  | CreateTable
  | {
      readonly kind: 'dropTable';
      readonly tables: readonly TableName[];
      readonly ifExists: boolean;
      readonly temporary: boolean;
    }
  | {
      readonly kind: 'alterTable';
      readonly table: TableName;
      readonly actions: readonly AlterAction[];
      readonly ifExists: boolean /** written as CREATE INDEX, DROP INDEX or ALTER TABLE: some messages differ */;
      readonly via: 'alter' | 'createIndex' | 'dropIndex';
    }
  | {
      readonly kind: 'renameTable';
      readonly pairs: readonly { readonly from: TableName; readonly to: TableName }[];
    }
  | { readonly kind: 'truncate'; readonly table: TableName }
  | {
      readonly kind: 'createView';
      readonly view: TableName;
      readonly orReplace: boolean;
      readonly ifNotExists: boolean;
      readonly columns: readonly string[];
      readonly select: SelectText;
      /** Tables and views that the SELECT reads. */
      readonly reads: readonly TableName[];
      readonly names: readonly SelectNames[];
      /** What the columns of the SELECT are called; null where that is not known. */
      readonly output: readonly OutputColumn[] | null;
    }
  | { readonly kind: 'dropView'; readonly views: readonly TableName[]; readonly ifExists: boolean }
  | DataStatement
  /** `SET name = value`: session variables by lower-case name, value as text (`0`, `utf8mb4`, `''`) or null if it is an expression. */
  | {
      readonly kind: 'set';
      readonly variables: readonly { readonly name: string; readonly value: string | null }[];
    }
  | { readonly kind: 'use'; readonly schema: string }
  | {
      readonly kind: 'createDatabase' | 'alterDatabase';
      readonly schema: string | null;
      readonly charset: string | null;
      readonly collation: string | null;
      readonly ifNotExists: boolean;
    }
  /** Understood, and without effect on tables, views, columns, indexes and keys (triggers, routines, LOCK TABLES, ANALYZE, COMMIT …). */
  | { readonly kind: 'noEffect'; readonly verb: string; readonly object?: StoredObjectAction }
  /**
   * The server surely refuses it with 1064; `near` is the text that the message quotes. `unknownType` is set where
   * MariaDB refuses a data type by its name instead: 4161, `Unknown data type: 'foo'`; `wrongTable` where it refuses the
   * table that qualifies a column: 1103.
   */
  | {
      readonly kind: 'syntaxError';
      readonly near: string;
      readonly line: number;
      readonly read?: Read;
      readonly unknownType?: string;
      readonly wrongTable?: string;
    }
  /** We can't read it: what it does is unknown. `touches`: table names seen in it, where any. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly touches: readonly string[] };

/** What a statement does to a trigger, a routine or an event. `guarded`: with IF EXISTS or IF NOT EXISTS. */
export interface StoredObjectAction {
  readonly verb: 'create' | 'drop';
  readonly object: 'trigger' | 'procedure' | 'function' | 'event';
  readonly name: TableName;
  /** The table of a trigger that is made. */
  readonly table: TableName | null;
  readonly guarded: boolean;
  readonly orReplace: boolean;
}

/** What a statement defines before the text that can't be read: MariaDB says what is wrong with that first. */
export interface Read {
  readonly table: string | null;
  readonly columns: readonly ColumnSpec[];
}

export interface CreateTable {
  readonly kind: 'createTable';
  readonly table: TableName;
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly columns: readonly ColumnSpec[];
  readonly indexes: readonly IndexSpec[];
  readonly foreignKeys: readonly ForeignKeySpec[];
  readonly checks: readonly CheckSpec[];
  readonly options: TableOptions;
  readonly partitioning: Partitioning | null;
  readonly like: TableName | null;
  /** CREATE TABLE … SELECT: the columns that come from the SELECT aren't known from the text. */
  readonly asSelect: boolean;
}

/**
 * A default as written. `bytes`: a hexadecimal or bit literal, or a string for a bit column; each character is a byte.
 * What they mean depends on the column: a number (where `number` says so), or text in its character set.
 */
export type WrittenDefault =
  | {
      readonly kind: 'literal';
      readonly value: string;
      readonly isNumber?: boolean;
      /** TRUE or FALSE is written. */
      readonly isTruth?: boolean;
    }
  | { readonly kind: 'expression'; readonly sql: Expression; readonly inParentheses?: boolean }
  | { readonly kind: 'bytes'; readonly bytes: string; readonly number: boolean };

/** The canonical text of a view's SELECT; `unread`: it has a form that we don't read, so its words are only normalised. */
export interface SelectText {
  readonly sql: Expression;
  readonly unread: boolean;
}

/** A column as written. What is null was not said, and the server fills it in. */
export interface ColumnSpec {
  readonly name: string;
  /** Aliases resolved, lengths as written (null where not said; `apply` fills in the server's defaults). */
  readonly type: ColumnType;
  /** `SERIAL`, `NATIONAL VARCHAR`, `BINARY` after char and their like are resolved into the other fields by the parser. */
  readonly charset: string | null;
  readonly collation: string | null;
  readonly nullable: boolean | null;
  /** NULL is written, whatever stands behind it. */
  readonly saysNull?: boolean;
  /** undefined: no DEFAULT clause; null: DEFAULT NULL. */
  readonly default: WrittenDefault | null | undefined;
  readonly onUpdate: string | null;
  readonly generated: { readonly stored: boolean; readonly sql: Expression } | null;
  readonly autoIncrement: boolean;
  /** What is written behind or before a generated value that no generated column may have: 1221 names it. */
  readonly besideGenerated?: string;
  readonly key: 'primary' | 'unique' | null;
  readonly comment: string;
  readonly invisible: boolean;
  readonly srid: number | null;
  readonly check: CheckSpec | null;
  /** Inline REFERENCES: MySQL ignores it (before 9.0), MariaDB makes a foreign key from 10.5 on. */
  readonly references: Omit<ForeignKeySpec, 'name' | 'columns' | 'indexName'> | null;
}

export type ColumnPosition =
  | { readonly kind: 'last' }
  | { readonly kind: 'first' }
  | { readonly kind: 'after'; readonly column: string };

export interface IndexSpec {
  /** null: the server chooses the name. */
  readonly name: string | null;
  readonly kind: IndexKind;
  readonly parts: readonly IndexPart[];
  readonly visible: boolean;
  readonly comment: string;
  readonly using: 'btree' | 'hash' | null;
  readonly parser: string | null;
  /** ASC or DESC is written at some part. */
  readonly explicitOrder: boolean;
}

export interface ForeignKeySpec {
  readonly name: string | null;
  /** The index name some write after FOREIGN KEY. */
  readonly indexName: string | null;
  readonly columns: readonly string[];
  readonly referenced: TableName;
  readonly referencedColumns: readonly string[];
  readonly onDelete: ReferenceRule;
  readonly onUpdate: ReferenceRule;
  /** One of the rules is written as NO ACTION. */
  readonly noAction?: boolean;
  /** Written as REFERENCES at its column. */
  readonly inline?: boolean;
  /** How many of the table's keys are written before it in CREATE TABLE. */
  readonly keysBefore?: number;
}

export interface CheckSpec {
  readonly name: string | null;
  readonly sql: Expression;
  readonly enforced: boolean;
  /** Its value is surely no truth value, but a number, a text …, which MySQL refuses. */
  readonly valued: boolean;
}

export interface TableOptions {
  readonly engine: string | null;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly comment: string | null;
  /** Upper-case name to value; AUTO_INCREMENT is left out. */
  readonly other: Readonly<Record<string, string>>;
  /** AUTO_INCREMENT of a CREATE TABLE: what the first row gets. */
  readonly firstNumber?: number;
  /** All CHARACTER SET and COLLATE, where there are more than one of each, in that order. */
  readonly clauses?: readonly CharsetClause[];
}

export interface CharsetClause {
  readonly kind: 'charset' | 'collation';
  readonly name: string;
}

export type AlterAction =
  | {
      readonly kind: 'addColumn';
      readonly column: ColumnSpec;
      readonly position: ColumnPosition;
      readonly ifNotExists: boolean;
    }
  /** MODIFY (from = column.name) and CHANGE. */
  | {
      readonly kind: 'changeColumn';
      readonly from: string;
      readonly column: ColumnSpec;
      readonly position: ColumnPosition | null;
      readonly ifExists: boolean;
    }
  | { readonly kind: 'renameColumn'; readonly from: string; readonly to: string; readonly ifExists: boolean }
  | { readonly kind: 'dropColumn'; readonly column: string; readonly ifExists: boolean }
  /** SET DEFAULT (null: DEFAULT NULL) or DROP DEFAULT (undefined). */
  | {
      readonly kind: 'alterDefault';
      readonly column: string;
      readonly default: WrittenDefault | null | undefined;
    }
  | { readonly kind: 'alterColumnVisibility'; readonly column: string; readonly invisible: boolean }
  | { readonly kind: 'addIndex'; readonly index: IndexSpec; readonly ifNotExists: boolean }
  | { readonly kind: 'dropIndex'; readonly name: string; readonly ifExists: boolean }
  | { readonly kind: 'dropPrimaryKey' }
  | { readonly kind: 'renameIndex'; readonly from: string; readonly to: string }
  | { readonly kind: 'alterIndexVisibility'; readonly name: string; readonly visible: boolean }
  | { readonly kind: 'addForeignKey'; readonly foreignKey: ForeignKeySpec; readonly ifNotExists: boolean }
  | {
      readonly kind: 'dropForeignKey';
      readonly name: string;
      readonly ifExists: boolean;
      /** It is written as DROP CONSTRAINT. */
      readonly asConstraint?: boolean;
    }
  | { readonly kind: 'addCheck'; readonly check: CheckSpec }
  | { readonly kind: 'dropCheck'; readonly name: string; readonly ifExists: boolean }
  | { readonly kind: 'alterCheck'; readonly name: string; readonly enforced: boolean }
  /** DROP CONSTRAINT: whichever of foreign key, check, unique or primary has the name. */
  | { readonly kind: 'dropConstraint'; readonly name: string; readonly ifExists: boolean }
  | { readonly kind: 'renameTo'; readonly to: TableName }
  | { readonly kind: 'setOptions'; readonly options: TableOptions }
  | { readonly kind: 'convertCharset'; readonly charset: string; readonly collation: string | null }
  | { readonly kind: 'partitionBy'; readonly partitioning: Partitioning | null }
  /** ADD, DROP, TRUNCATE … PARTITION */
  | {
      readonly kind: 'partition';
      readonly verb: string;
      readonly names: readonly string[];
      readonly partitions: Partitioning['partitions'];
      /** How many HASH or KEY partitions ADD and COALESCE speak of. */
      readonly count: number;
    }
  /** ALGORITHM=, LOCK=: no effect on the result, but some combinations are refused. */
  | { readonly kind: 'algorithm' | 'lock'; readonly value: string }
  /** ORDER BY, ENABLE KEYS, FORCE, AUTO_INCREMENT = n … */
  | { readonly kind: 'noEffect'; readonly verb: string };

/** A value that code makes, and nobody knows. Where two have the same token, they are the same value. */
export interface MadeValue {
  readonly token: object;
  /** Is it surely not NULL? */
  readonly isThere: boolean;
}

/** INSERT, REPLACE, UPDATE, DELETE, SELECT, LOAD DATA …: kept for what it touches. */
export interface DataStatement {
  readonly kind: 'data';
  readonly verb: 'insert' | 'replace' | 'update' | 'delete' | 'select' | 'load' | 'call' | 'other';
  /** The table written to (for a SELECT: the first one read), where it is clear from the text. */
  readonly table: TableName | null;
  /** All tables named. */
  readonly tables: readonly TableName[];
  readonly ignore: boolean;
  /** An INSERT of literal rows: its columns (null: all, in table order) and rows; a value that is no literal is undefined. */
  readonly insert: {
    readonly columns: readonly string[] | null;
    readonly rows: readonly (readonly (string | number | null | undefined | MadeValue)[])[];
    readonly onDuplicateKeyUpdate: boolean;
  } | null;
  /** The columns that an UPDATE of one table, or what stands after ON DUPLICATE KEY UPDATE, gives values; for what is known of rows. */
  readonly sets?: readonly string[];
  /** Columns named in SET, WHERE and their like that are simple names; for 1054. */
  readonly columns: readonly string[];
  /** What a SELECT, UPDATE or DELETE names, where that can be read: more than one of a UNION; for 1054 and 1052. */
  readonly names?: readonly SelectNames[];
}

/** A column of a SELECT's result: its name, or the columns of all tables (`*`) or of one (`t.*`). */
export type OutputColumn = string | { readonly starOf: string | null };
