import { atLeast, type LaravelVersion } from '../version';

/**
 * What Laravel's schema builder does differently from version to version, each with the first version that does it.
 * Read from Laravel's source: Illuminate/Database/Schema/{Blueprint,Builder}.php and Grammars/MySqlGrammar.php, the
 * first version from its releases up to 13.26; what 13.42 has and 13.26 has not counts from 13.27 on.
 */
const SINCE = {
  /** One ALTER per added or changed column, in source order, in place of one ALTER for all in front (#51373). */
  alterPerColumn: '11.15',
  /** `primary()` becomes part of CREATE TABLE (#49374). */
  primaryInCreate: '10.38',
  /** A primary key is added under its conventional name no more. */
  primaryWithoutName: '9.47',
  /** `auto_increment = n` is a statement of its own after everything else. */
  startingValueLast: '10.0',
  /** doctrine/dbal compares definitions and leaves out columns that stay as they are. */
  doctrineCompares: '10.0',
  /** `change()` never asks doctrine/dbal. */
  changeAlwaysNative: '11.0',
  /** `change()` and `renameColumn()` work without doctrine/dbal. */
  changeNativeWithoutDoctrine: '10.0',
  /** `Schema::useNativeSchemaOperationsIfPossible()` counts. */
  nativeOnRequest: '9.44',
  /** `->index(false)->change()` drops the conventional index. */
  dropFluentIndex: '9.48',
  /** `char('c', 0)` is taken at its word. */
  charKeepsZero: '9.0',
  /** Modifiers in the order Default, OnUpdate, Invisible; before that Invisible and Srid came first. */
  invisibleAfterDefault: '10.0',
  /** `useCurrent` sets a default; before that it was glued to the type. */
  useCurrentIsDefault: '10.0',
  /** `float(53)`, plain `double`, no unsigned decimal; `geometry($c, $subtype, $srid)` in place of `point()` …; `binary($c, $length)`. */
  typesOfEleven: '11.0',
  /** `date` and `year` know `useCurrent`. */
  useCurrentOnDates: '12.14',
  /** A quote in a default value is doubled. */
  quoteDefaults: '12.20',
  /** A backed enum may be a default value. */
  enumDefaults: '10.24',
  /** A pure enum may be a default value. */
  pureEnumDefaults: '12.29',
  /** Enum cases may be members of `enum()`. */
  enumMembers: '12.22',
  /** `dropForeignIdFor` drops the column in place of the foreign key. */
  foreignIdForDropsColumn: '12.0',
  /** `constrained(…, indexName: …)`. */
  constrainedIndexName: '10.8',
  /** `foreignIdFor` remembers the model's table for `constrained()`. */
  modelTable: '11.28',
  /** … and the model's key. */
  modelKey: '11.31',
  /** `foreignIdFor` no longer asks whether the key increments. */
  modelKeyTypeOnly: '11.35',
  /** HasUlids models make `char(26)`. */
  modelUlids: '10.9',
  /** `keyType` may also be spelled `integer`. */
  modelKeyTypeInteger: '13.27',
  /** The dot of `schema.table` is minded when an index gets its name. */
  dottedIndexNames: '11.0',
  /** A primary command takes ` primary key` from an auto-incrementing column. */
  incrementMindsPrimary: '11.0',
  /** `algorithm=instant` and `lock=…`. */
  instant: '12.40.1',
  lock: '12.46',
  inplace: '13.27',
  /** uuid() on the mariadb driver asks the server's version (uuid from 10.7 on). */
  uuidAsksVersion: '12.7',
  /** The names of `drop table a, b` are joined with a space and carry the schema. */
  dropAllQualified: '12.0',
  /** MariaDB's generated JSON columns use json_value. */
  jsonValue: '12.35',
  virtualAsJson: '9.0',
  vectorFluentIndex: '12.47',
  vectorOnMariaDb: '13.13',
  /** `renameColumn` re-reads the column for servers without RENAME COLUMN. */
  legacyRenameColumn: '11.3',
  /** The message of a QueryException names the connection. */
  messageNamesConnection: '10.0',
  /** … and host, port and database. */
  messageNamesHost: '12.45',
  /** The `mariadb` driver. */
  mariadbDriver: '11.0',
  morphUlids: '9.33',
  defaultTimePrecision: '12.0',
  /** `timestamps()` and its like return a Collection of the columns. */
  timestampsCollection: '12.17',
  /** `morphs($name, $indexName, $after)`. */
  morphsAfter: '12.23',
  /** The names of tables are compared in lower case … */
  tableNamesLowered: '10.34',
  /** … until the server is asked about one table. */
  tableNameAsked: '11.27',
  /** The schema builder takes macros. */
  builderMacros: '10.40',
  /** hasIndex compares names in lower case. */
  hasIndexLowersName: '13.27',
} as const;

export type Feature = keyof typeof SINCE;

/** Does this Laravel do it? */
export function has(version: LaravelVersion, feature: Feature): boolean {
  return atLeast(version, SINCE[feature]);
}
