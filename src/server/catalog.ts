import { type RawBuilder, sql } from 'kysely';
import type { ServerConnection } from './connect';

/*
 * The queries of a snapshot: a constant number of them, whatever the database's size (reference/NORMAL-FORM.md 2).
 * Foreign keys are read from two tables apart and joined in memory; statistics are never read.
 */

export interface SchemaRow {
  readonly charset: string;
  readonly collation: string;
}

export interface TableRow {
  readonly t: string;
  readonly type: string;
  readonly engine: string | null;
  readonly collation: string | null;
  readonly opts: string | null;
  readonly comment: string;
}

export interface ColumnRow {
  readonly t: string;
  readonly pos: number;
  readonly name: string;
  readonly type: string;
  readonly nullable: string;
  readonly def: string | null;
  readonly extra: string;
  readonly charset: string | null;
  readonly collation: string | null;
  readonly gen: string | null;
  readonly comment: string;
  readonly srid: number | null;
}

export interface IndexRow {
  readonly t: string;
  readonly name: string;
  readonly nonuniq: number;
  readonly seq: number;
  readonly col: string | null;
  readonly dir: string | null;
  readonly sub: number | null;
  readonly type: string;
  readonly comment: string;
  readonly expr: string | null;
  readonly visible: string;
}

export interface KeyColumnRow {
  readonly t: string;
  readonly name: string;
  readonly pos: number;
  readonly col: string;
  readonly rs: string;
  readonly rt: string;
  readonly rc: string;
}

export interface RuleRow {
  readonly t: string;
  readonly name: string;
  readonly onupd: string;
  readonly ondel: string;
}

export interface CheckRow {
  readonly t: string;
  readonly name: string;
  readonly expr: string;
  readonly enforced: string;
  /** MariaDB: `Column` or `Table`; null where the server does not say. */
  readonly lvl: string | null;
}

export interface PartitionRow {
  readonly t: string;
  readonly p: string;
  readonly sp: string | null;
  readonly pos: number;
  readonly m: string;
  readonly e: string | null;
  readonly d: string | null;
  readonly sm: string | null;
  readonly se: string | null;
}

export interface ViewRow {
  readonly t: string;
  readonly def: string;
}

/** Everything that information_schema says about one database, as it says it. */
export interface Catalog {
  readonly schema: SchemaRow | null;
  readonly tables: readonly TableRow[];
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly keyColumns: readonly KeyColumnRow[];
  readonly rules: readonly RuleRow[];
  readonly checks: readonly CheckRow[];
  readonly partitions: readonly PartitionRow[];
  readonly views: readonly ViewRow[];
}

/** Reads the catalog of one database. */
export async function readCatalog(connection: ServerConnection, database: string): Promise<Catalog> {
  const { db, profile } = connection;
  const [major, minor, patch] = profile.version;
  const number = major * 10_000 + minor * 100 + patch;
  const isMysql = profile.vendor === 'mysql';
  const all = async <T>(query: RawBuilder<T>): Promise<readonly T[]> => (await query.execute(db)).rows;

  const schemas = await all(sql<SchemaRow>`
    select DEFAULT_CHARACTER_SET_NAME as charset, DEFAULT_COLLATION_NAME as collation
      from information_schema.SCHEMATA where SCHEMA_NAME = ${database}`);
  const tables = await all(sql<TableRow>`
    select TABLE_NAME as t, TABLE_TYPE as type, ENGINE as engine, TABLE_COLLATION as collation, CREATE_OPTIONS as opts,
           TABLE_COMMENT as comment
      from information_schema.TABLES where TABLE_SCHEMA = ${database}`);
  const srid = isMysql && number >= 80_000 ? sql`SRS_ID` : sql`null`;
  const columns = await all(sql<ColumnRow>`
    select TABLE_NAME as t, ORDINAL_POSITION as pos, COLUMN_NAME as name, COLUMN_TYPE as type, IS_NULLABLE as nullable,
           COLUMN_DEFAULT as def, EXTRA as extra, CHARACTER_SET_NAME as charset, COLLATION_NAME as collation,
           GENERATION_EXPRESSION as gen, COLUMN_COMMENT as comment, ${srid} as srid
      from information_schema.COLUMNS where TABLE_SCHEMA = ${database}`);
  const expression = isMysql && number >= 80_013 ? sql`EXPRESSION` : sql`null`;
  const visible =
    isMysql && number >= 80_000
      ? sql`IS_VISIBLE`
      : !isMysql && number >= 100_600
        ? sql`if(IGNORED = 'YES', 'NO', 'YES')`
        : sql`'YES'`;
  const indexes = await all(sql<IndexRow>`
    select TABLE_NAME as t, INDEX_NAME as name, NON_UNIQUE as nonuniq, SEQ_IN_INDEX as seq, COLUMN_NAME as col,
           COLLATION as dir, SUB_PART as sub, INDEX_TYPE as type, INDEX_COMMENT as comment, ${expression} as expr,
           ${visible} as visible
      from information_schema.STATISTICS where TABLE_SCHEMA = ${database}`);
  const keyColumns = await all(sql<KeyColumnRow>`
    select TABLE_NAME as t, CONSTRAINT_NAME as name, ORDINAL_POSITION as pos, COLUMN_NAME as col,
           REFERENCED_TABLE_SCHEMA as rs, REFERENCED_TABLE_NAME as rt, REFERENCED_COLUMN_NAME as rc
      from information_schema.KEY_COLUMN_USAGE
     where TABLE_SCHEMA = ${database} and REFERENCED_TABLE_NAME is not null`);
  const rules = await all(sql<RuleRow>`
    select TABLE_NAME as t, CONSTRAINT_NAME as name, UPDATE_RULE as onupd, DELETE_RULE as ondel
      from information_schema.REFERENTIAL_CONSTRAINTS where CONSTRAINT_SCHEMA = ${database}`);
  const checks = await readChecks(all, isMysql, number, database);
  const partitions = await all(sql<PartitionRow>`
    select TABLE_NAME as t, PARTITION_NAME as p, SUBPARTITION_NAME as sp, PARTITION_ORDINAL_POSITION as pos,
           PARTITION_METHOD as m, PARTITION_EXPRESSION as e, PARTITION_DESCRIPTION as d, SUBPARTITION_METHOD as sm,
           SUBPARTITION_EXPRESSION as se
      from information_schema.PARTITIONS where TABLE_SCHEMA = ${database} and PARTITION_NAME is not null`);
  const views = await all(sql<ViewRow>`
    select TABLE_NAME as t, VIEW_DEFINITION as def from information_schema.VIEWS where TABLE_SCHEMA = ${database}`);
  return {
    schema: schemas[0] ?? null,
    tables,
    columns,
    indexes,
    keyColumns,
    rules,
    checks,
    partitions,
    views,
  };
}

/** MySQL before 8.0.16 and MariaDB before 10.2.22 have no table of checks (the latter: checks come from SHOW CREATE). */
async function readChecks(
  all: <T>(query: RawBuilder<T>) => Promise<readonly T[]>,
  isMysql: boolean,
  number: number,
  database: string,
): Promise<readonly CheckRow[]> {
  if (isMysql) {
    if (number < 80_016) return [];
    return all(sql<CheckRow>`
      select tc.TABLE_NAME as t, tc.CONSTRAINT_NAME as name, tc.ENFORCED as enforced, cc.CHECK_CLAUSE as expr,
             null as lvl
        from information_schema.TABLE_CONSTRAINTS tc join information_schema.CHECK_CONSTRAINTS cc
          on cc.CONSTRAINT_SCHEMA = tc.CONSTRAINT_SCHEMA and cc.CONSTRAINT_NAME = tc.CONSTRAINT_NAME
       where tc.TABLE_SCHEMA = ${database} and tc.CONSTRAINT_TYPE = 'CHECK'`);
  }
  if (number < 100_222) return [];
  const level = number >= 100_510 ? sql`LEVEL` : sql`null`;
  return all(sql<CheckRow>`
    select TABLE_NAME as t, CONSTRAINT_NAME as name, CHECK_CLAUSE as expr, 'YES' as enforced, ${level} as lvl
      from information_schema.CHECK_CONSTRAINTS where CONSTRAINT_SCHEMA = ${database}`);
}
