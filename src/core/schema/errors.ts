import { isAtLeast } from './flavour';
import type { ServerError, ServerProfile, Vendor } from './server';

/** How an error reads where it does not read as everywhere else. The first that fits counts. */
interface Variant {
  readonly vendor: Vendor;
  /** From this version on; without it, every version. */
  readonly from?: readonly [number, number, number];
  /** Before this version. */
  readonly before?: readonly [number, number, number];
  readonly code?: number;
  readonly sqlState?: string;
  readonly text?: string;
}

interface ErrorEntry {
  readonly code: number;
  readonly sqlState: string;
  /** `{0}`, `{1}` … are what the message quotes. */
  readonly text: string;
  readonly variants?: readonly Variant[];
}

const MY57 = { vendor: 'mysql', before: [8, 0, 0] } as const;
const MARIA = { vendor: 'mariadb' } as const;
const FORMED_WRONGLY = {
  ...MARIA,
  code: 1005,
  text: 'Can\'t create table `{db}`.`{table}` (errno: 150 "Foreign key constraint is incorrectly formed")',
} as const;
const CANNOT_ADD_57 = { ...MY57, code: 1215, text: 'Cannot add foreign key constraint' } as const;

/**
 * The errors that DDL can raise, by what they are about. Sources: the servers' own answers (MySQL 9.7, MariaDB 10.11)
 * and their message files; MySQL 5.7 and 8.0 from the manual's error reference.
 * Named placeholders `{db}` and `{table}` stand for the current database and the altered table.
 */
export const ERRORS = {
  tableExists: { code: 1050, sqlState: '42S01', text: "Table '{0}' already exists" },
  unknownTable: { code: 1051, sqlState: '42S02', text: "Unknown table '{0}'" },
  unknownView: {
    code: 1051,
    sqlState: '42S02',
    text: "Unknown table '{0}'",
    variants: [{ ...MARIA, code: 4092, text: "Unknown VIEW: '{0}'" }],
  },
  dropTableIsView: {
    code: 1051,
    sqlState: '42S02',
    text: "Unknown table '{0}'",
    variants: [{ ...MARIA, code: 1965, text: "'{0}' is a view" }],
  },
  dropViewIsTable: {
    code: 1347,
    sqlState: 'HY000',
    text: "'{0}' is not VIEW",
    variants: [{ ...MARIA, code: 4092, sqlState: '42S02', text: "Unknown VIEW: '{0}'" }],
  },
  notBaseTable: {
    code: 1347,
    sqlState: 'HY000',
    text: "'{0}' is not BASE TABLE",
    variants: [{ ...MARIA, text: "'{0}' is not of type 'BASE TABLE'" }],
  },
  notView: {
    code: 1347,
    sqlState: 'HY000',
    text: "'{0}' is not VIEW",
    variants: [{ ...MARIA, text: "'{0}' is not of type 'VIEW'" }],
  },
  noSuchTable: { code: 1146, sqlState: '42S02', text: "Table '{0}' doesn't exist" },
  viewInvalid: {
    code: 1356,
    sqlState: 'HY000',
    text: "View '{0}' references invalid table(s) or column(s) or function(s) or definer/invoker of view lack rights to use them",
  },
  viewColumnCount: {
    code: 1353,
    sqlState: 'HY000',
    text: 'In definition of view, derived table or common table expression, SELECT list and column names list have different column counts',
    variants: [{ ...MARIA, text: "View's SELECT and view's field list have different column counts" }],
  },
  unknownColumn: { code: 1054, sqlState: '42S22', text: "Unknown column '{0}' in '{1}'" },
  nameTooLong: { code: 1059, sqlState: '42000', text: "Identifier name '{0}' is too long" },
  wrongTableName: { code: 1103, sqlState: '42000', text: "Incorrect table name '{0}'" },
  wrongColumnName: { code: 1166, sqlState: '42000', text: "Incorrect column name '{0}'" },
  wrongIndexName: { code: 1280, sqlState: '42000', text: "Incorrect index name '{0}'" },
  duplicateColumn: { code: 1060, sqlState: '42S21', text: "Duplicate column name '{0}'" },
  duplicateKeyName: { code: 1061, sqlState: '42000', text: "Duplicate key name '{0}'" },
  wrongColumnSpecifier: {
    code: 1063,
    sqlState: '42000',
    text: "Incorrect column specifier for column '{0}'",
  },
  syntax: {
    code: 1064,
    sqlState: '42000',
    text: "You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '{0}' at line {1}",
    variants: [
      {
        ...MARIA,
        text: "You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near '{0}' at line {1}",
      },
    ],
  },
  unknownDataType: { code: 4161, sqlState: 'HY000', text: "Unknown data type: '{0}'" },
  invalidDefault: { code: 1067, sqlState: '42000', text: "Invalid default value for '{0}'" },
  multiplePrimaryKeys: { code: 1068, sqlState: '42000', text: 'Multiple primary key defined' },
  tooManyKeys: { code: 1069, sqlState: '42000', text: 'Too many keys specified; max 64 keys allowed' },
  tooManyKeyParts: {
    code: 1070,
    sqlState: '42000',
    text: 'Too many key parts specified; max {0} parts allowed',
  },
  keyTooLong: {
    code: 1071,
    sqlState: '42000',
    text: 'Specified key was too long; max key length is {0} bytes',
  },
  /** InnoDB's old row formats. */
  keyColumnTooLong: {
    code: 1709,
    sqlState: 'HY000',
    text: 'Index column size too large. The maximum column size is {0} bytes',
  },
  keyColumnMissing: { code: 1072, sqlState: '42000', text: "Key column '{0}' doesn't exist in table" },
  columnTooLong: {
    code: 1074,
    sqlState: '42000',
    text: "Column length too big for column '{0}' (max = {1}); use BLOB or TEXT instead",
  },
  oneAutoColumn: {
    code: 1075,
    sqlState: '42000',
    text: 'Incorrect table definition; there can be only one auto column and it must be defined as a key',
  },
  wrongPrefix: {
    code: 1089,
    sqlState: 'HY000',
    text: "Incorrect prefix key; the used key part isn't a string, the used length is longer than the key part, or the storage engine doesn't support unique prefix keys",
  },
  cannotDropAllColumns: {
    code: 1090,
    sqlState: '42000',
    text: "You can't delete all columns with ALTER TABLE; use DROP TABLE instead",
  },
  /** {1} is what is dropped, as MariaDB says it: COLUMN, INDEX, FOREIGN KEY, CONSTRAINT. */
  cannotDrop: {
    code: 1091,
    sqlState: '42000',
    text: "Can't DROP '{0}'; check that column/key exists",
    variants: [{ ...MARIA, text: "Can't DROP {1} `{0}`; check that it exists" }],
  },
  constraintMissing: {
    code: 3940,
    sqlState: 'HY000',
    text: "Constraint '{0}' does not exist.",
    variants: [
      { ...MARIA, code: 1091, sqlState: '42000', text: "Can't DROP CONSTRAINT `{0}`; check that it exists" },
    ],
  },
  checkMissing: {
    code: 3821,
    sqlState: 'HY000',
    text: "Check constraint '{0}' is not found in the table.",
    variants: [
      { ...MARIA, code: 1091, sqlState: '42000', text: "Can't DROP CONSTRAINT `{0}`; check that it exists" },
    ],
  },
  blobDefault: {
    code: 1101,
    sqlState: '42000',
    text: "BLOB, TEXT, GEOMETRY or JSON column '{0}' can't have a default value",
  },
  noColumns: {
    code: 4028,
    sqlState: 'HY000',
    text: 'A table must have at least one visible column.',
    variants: [
      { ...MARIA, code: 1113, sqlState: '42000', text: 'A table must have at least 1 column' },
      { ...MY57, code: 1113, sqlState: '42000', text: 'A table must have at least 1 column' },
    ],
  },
  unknownCharset: { code: 1115, sqlState: '42000', text: "Unknown character set: '{0}'" },
  unknownCollation: { code: 1273, sqlState: 'HY000', text: "Unknown collation: '{0}'" },
  collationMismatch: {
    code: 1253,
    sqlState: '42000',
    text: "COLLATION '{0}' is not valid for CHARACTER SET '{1}'",
  },
  conflictingCharsets: {
    code: 1302,
    sqlState: 'HY000',
    text: "Conflicting declarations: 'CHARACTER SET {0}' and 'CHARACTER SET {1}'",
  },
  unknownEngine: { code: 1286, sqlState: '42000', text: "Unknown storage engine '{0}'" },
  tooManyColumns: { code: 1117, sqlState: 'HY000', text: 'Too many columns' },
  rowTooLarge: {
    code: 1118,
    sqlState: '42000',
    text: 'Row size too large. The maximum row size for the used table type, not counting BLOBs, is 65535. This includes storage overhead, check the manual. You have to change some columns to TEXT or BLOBs',
  },
  valueCount: { code: 1136, sqlState: '21S01', text: "Column count doesn't match value count at row {0}" },
  columnTwice: { code: 1110, sqlState: '42000', text: "Column '{0}' specified twice" },
  noFieldDefault: { code: 1364, sqlState: 'HY000', text: "Field '{0}' doesn't have a default value" },
  cannotIndexColumn: {
    code: 1167,
    sqlState: '42000',
    text: "The used storage engine can't index column '{0}'",
    variants: [{ ...MARIA, text: "The storage engine InnoDB can't index column `{0}`" }],
  },
  blobKeyWithoutLength: {
    code: 1170,
    sqlState: '42000',
    text: "BLOB/TEXT column '{0}' used in key specification without a key length",
  },
  primaryKeyNull: {
    code: 1171,
    sqlState: '42000',
    text: 'All parts of a PRIMARY KEY must be NOT NULL; if you need NULL in a key, use UNIQUE instead',
  },
  keyMissing: { code: 1176, sqlState: '42000', text: "Key '{0}' doesn't exist in table '{1}'" },
  wrongUsage: { code: 1221, sqlState: 'HY000', text: 'Incorrect usage of {0} and {1}' },
  wrongForeignKey: {
    code: 1239,
    sqlState: '42000',
    text: "Incorrect foreign key definition for '{0}': Key reference and table reference don't match",
  },
  spatialNull: {
    code: 1252,
    sqlState: '42000',
    text: 'All parts of a SPATIAL index must be NOT NULL',
  },
  spatialType: {
    code: 1687,
    sqlState: '42000',
    text: 'A SPATIAL index may only contain a geometrical type column',
    variants: [{ ...MARIA, code: 1210, sqlState: 'HY000', text: 'Incorrect arguments to SPATIAL INDEX' }],
  },
  fulltextColumn: { code: 1283, sqlState: 'HY000', text: "Column '{0}' cannot be part of FULLTEXT index" },
  duplicateMember: { code: 1291, sqlState: 'HY000', text: "Column '{0}' has duplicated value '{1}' in {2}" },
  invalidOnUpdate: { code: 1294, sqlState: 'HY000', text: "Invalid ON UPDATE clause for '{0}' column" },
  precisionTooBig: {
    code: 1426,
    sqlState: '42000',
    text: "Too-big precision {1} specified for '{0}'. Maximum is {2}.",
    variants: [{ ...MARIA, text: "Too big precision specified for '{0}'. Maximum is {2}" }],
  },
  scaleTooBig: {
    code: 1425,
    sqlState: '42000',
    text: "Too big scale {1} specified for column '{0}'. Maximum is {2}.",
    variants: [{ ...MARIA, text: "Too big scale specified for '{0}'. Maximum is {2}" }],
  },
  scaleBeyondPrecision: {
    code: 1427,
    sqlState: '42000',
    text: "For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column '{0}').",
    variants: [
      { ...MARIA, text: "For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column '{0}')" },
    ],
  },
  widthOutOfRange: {
    code: 1439,
    sqlState: '42000',
    text: "Display width out of range for column '{0}' (max = {1})",
    variants: [{ ...MARIA, text: "Display width out of range for '{0}' (max = {1})" }],
  },
  commentTooLong: { code: 1629, sqlState: 'HY000', text: "Comment for field '{0}' is too long (max = 1024)" },
  indexCommentTooLong: {
    code: 1688,
    sqlState: 'HY000',
    text: "Comment for index '{0}' is too long (max = 1024)",
  },
  tableCommentTooLong: {
    code: 1628,
    sqlState: 'HY000',
    text: "Comment for table '{0}' is too long (max = 2048)",
  },
  /** MariaDB copies the table when its primary key goes; the first file name has numbers that can't be known. */
  renameFailed: {
    code: 1025,
    sqlState: 'HY000',
    text: "Error on rename of './{db}/#sql-alter' to './{db}/{0}' (errno: 150 \"Foreign key constraint is incorrectly formed\")",
  },
  dropIndexNeeded: {
    code: 1553,
    sqlState: 'HY000',
    text: "Cannot drop index '{0}': needed in a foreign key constraint",
  },
  truncateParent: {
    code: 1701,
    sqlState: '42000',
    text: 'Cannot truncate a table referenced in a foreign key constraint ({0})',
  },
  /** The referenced table is missing. */
  parentMissing: {
    code: 1824,
    sqlState: 'HY000',
    text: "Failed to open the referenced table '{0}'",
    variants: [FORMED_WRONGLY, CANNOT_ADD_57],
  },
  parentColumnMissing: {
    code: 3734,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing column '{0}' for constraint '{1}' in the referenced table '{2}'",
    variants: [FORMED_WRONGLY, CANNOT_ADD_57],
  },
  columnsIncompatible: {
    code: 3780,
    sqlState: 'HY000',
    text: "Referencing column '{0}' and referenced column '{1}' in foreign key constraint '{2}' are incompatible.",
    variants: [FORMED_WRONGLY, CANNOT_ADD_57],
  },
  parentKeyMissing: {
    code: 1822,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing index for constraint '{0}' in the referenced table '{1}'",
    variants: [FORMED_WRONGLY, CANNOT_ADD_57],
  },
  /** MariaDB adds a foreign key in place where foreign_key_checks = 0, and InnoDB then says what is wrong. */
  wrongOptionsInPlace: {
    code: 1825,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint on table '{0}'. Incorrect options in FOREIGN KEY constraint '{1}'",
  },
  parentKeyMissingInPlace: {
    code: 1822,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing index for constraint '{0}' in the referenced table '{1}'",
  },
  parentKeyNotUnique: {
    code: 6125,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing unique key for constraint '{0}' in the referenced table '{1}'",
  },
  setNullOnNotNull: {
    code: 1830,
    sqlState: 'HY000',
    text: "Column '{0}' cannot be NOT NULL: needed in a foreign key constraint '{1}' SET NULL",
    variants: [FORMED_WRONGLY, CANNOT_ADD_57],
  },
  cannotAddForeignKey: {
    code: 1215,
    sqlState: 'HY000',
    text: 'Cannot add foreign key constraint',
    variants: [FORMED_WRONGLY],
  },
  duplicateForeignKey: {
    code: 1826,
    sqlState: 'HY000',
    text: "Duplicate foreign key constraint name '{0}'",
    variants: [
      {
        ...MARIA,
        code: 1005,
        text: 'Can\'t create table `{db}`.`{table}` (errno: 121 "Duplicate key on write or update")',
      },
      { ...MY57, code: 1022, sqlState: '23000', text: "Can't write; duplicate key in table '{1}'" },
    ],
  },
  duplicateConstraint: {
    code: 1826,
    sqlState: 'HY000',
    text: "Duplicate foreign key constraint name '{0}'",
    variants: [{ ...MARIA, text: "Duplicate {1} constraint name '{0}'" }],
  },
  duplicateCheck: {
    code: 3822,
    sqlState: 'HY000',
    text: "Duplicate check constraint name '{0}'.",
    variants: [{ ...MARIA, code: 1826, text: "Duplicate CHECK constraint name '{0}'" }],
  },
  dropParentTable: {
    code: 3730,
    sqlState: 'HY000',
    text: "Cannot drop table '{0}' referenced by a foreign key constraint '{1}' on table '{2}'.",
    variants: [
      {
        ...MARIA,
        code: 1451,
        sqlState: '23000',
        text: 'Cannot delete or update a parent row: a foreign key constraint fails',
      },
      {
        ...MY57,
        code: 1217,
        sqlState: '23000',
        text: 'Cannot delete or update a parent row: a foreign key constraint fails',
      },
    ],
  },
  dropChildColumn: {
    code: 1828,
    sqlState: 'HY000',
    text: "Cannot drop column '{0}': needed in a foreign key constraint '{1}'",
  },
  dropParentColumn: {
    code: 1829,
    sqlState: 'HY000',
    text: "Cannot drop column '{0}': needed in a foreign key constraint '{1}' of table '{2}'",
    variants: [
      {
        ...MARIA,
        text: "Cannot drop column '{0}': needed in a foreign key constraint '{1}' of table `{db}`.`{2}`",
      },
    ],
  },
  changeChildColumn: {
    code: 1832,
    sqlState: 'HY000',
    text: "Cannot change column '{0}': used in a foreign key constraint '{1}'",
  },
  changeParentColumn: {
    code: 1833,
    sqlState: 'HY000',
    text: "Cannot change column '{0}': used in a foreign key constraint '{1}' of table '{2}'",
  },
  /** A column that a foreign key sets to NULL is changed to NOT NULL. */
  setNullNotNull: {
    code: 1830,
    sqlState: 'HY000',
    text: "Column '{0}' cannot be NOT NULL: needed in a foreign key constraint '{1}' SET NULL",
  },
  changeEngine: {
    code: 3776,
    sqlState: 'HY000',
    text: "Cannot change table's storage engine because the table participates in a foreign key constraint.",
    variants: [
      {
        ...MARIA,
        code: 1217,
        sqlState: '23000',
        text: 'Cannot delete or update a parent row: a foreign key constraint fails',
      },
    ],
  },
  generatedDependency: {
    code: 3108,
    sqlState: 'HY000',
    text: "Column '{0}' has a generated column dependency.",
  },
  foreignKeyOnGenerated: {
    code: 3104,
    sqlState: 'HY000',
    text: 'Cannot define foreign key with {0} clause on a generated column.',
    variants: [
      { ...MARIA, code: 1905, text: 'Cannot define foreign key with {0} clause on a generated column' },
    ],
  },
  foreignKeyVirtual: {
    code: 3733,
    sqlState: 'HY000',
    text: "Foreign key '{0}' uses virtual column '{1}' which is not supported.",
  },
  generatedAction: {
    code: 3106,
    sqlState: 'HY000',
    text: "'{0}' is not supported for generated columns.",
  },
  jsonKey: {
    code: 3152,
    sqlState: '42000',
    text: "JSON column '{0}' supports indexing only via generated columns on a specified JSON path.",
  },
  functionalPrimary: { code: 3756, sqlState: 'HY000', text: 'The primary key cannot be a functional index' },
  fulltextFunctional: { code: 3759, sqlState: 'HY000', text: 'Fulltext functional index is not supported.' },
  spatialFunctional: { code: 3760, sqlState: 'HY000', text: 'Spatial functional index is not supported.' },
  functionalOnColumn: {
    code: 3762,
    sqlState: 'HY000',
    text: 'Functional index on a column is not supported. Consider using a regular index instead.',
  },
  defaultDependency: {
    code: 3766,
    sqlState: 'HY000',
    text: "Column '{0}' of table '{1}' has a default value expression dependency and cannot be dropped or renamed.",
  },
  checkColumnMissing: {
    code: 3820,
    sqlState: 'HY000',
    text: "Check constraint '{0}' refers to non-existing column '{1}'.",
    variants: [{ ...MARIA, code: 1054, sqlState: '42S22', text: "Unknown column '{1}' in 'CHECK'" }],
  },
  checkOnAutoIncrement: {
    code: 3818,
    sqlState: 'HY000',
    text: "Check constraint '{0}' cannot refer to an auto-increment column.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression 'AUTO_INCREMENT' cannot be used in the CHECK clause of `{1}`",
      },
    ],
  },
  generatedNotPrior: {
    code: 3107,
    sqlState: 'HY000',
    text: 'Generated column can refer only to generated columns defined prior to it.',
    variants: [
      {
        ...MARIA,
        code: 4029,
        sqlState: '01000',
        text: 'Expression for field `{0}` is referring to uninitialized field `{1}`',
      },
    ],
  },
  generatedFromAutoIncrement: {
    code: 3109,
    sqlState: 'HY000',
    text: "Generated column '{0}' cannot refer to auto-increment column.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression 'AUTO_INCREMENT' cannot be used in the GENERATED ALWAYS AS clause of `{1}`",
      },
    ],
  },
  checkOnForeignKeyColumn: {
    code: 3823,
    sqlState: 'HY000',
    text: "Column '{0}' cannot be used in a check constraint '{1}': needed in a foreign key constraint '{2}' referential action.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression '{0}' cannot be used in the CHECK clause of `{1}`",
      },
    ],
  },
  columnCheckReferencesOther: {
    code: 3813,
    sqlState: 'HY000',
    text: "Column check constraint '{0}' references other column.",
  },
  functionalDependency: {
    code: 3837,
    sqlState: 'HY000',
    text: "Column '{0}' has a functional index dependency and cannot be dropped or renamed.",
  },
  partitionDependency: {
    code: 3855,
    sqlState: 'HY000',
    text: "Column '{0}' has a partitioning function dependency and cannot be dropped or renamed.",
  },
  checkDependency: {
    code: 3959,
    sqlState: 'HY000',
    text: "Check constraint '{0}' uses column '{1}', hence column cannot be dropped or renamed.",
  },
  partitionKeyColumns: {
    code: 1503,
    sqlState: 'HY000',
    text: "A {0} must include all columns in the table's partitioning function (prefixed columns are not considered).",
    variants: [{ ...MARIA, text: "A {0} must include all columns in the table's partitioning function" }],
  },
  partitionForeignKey: {
    code: 1506,
    sqlState: 'HY000',
    text: 'Foreign keys are not yet supported in conjunction with partitioning',
    variants: [{ ...MARIA, text: 'Partitioned tables do not support FOREIGN KEY' }],
  },
  /** A table that has or serves foreign keys is to be partitioned. */
  partitionInForeignKey: {
    code: 1506,
    sqlState: 'HY000',
    text: 'Foreign keys are not yet supported in conjunction with partitioning',
    variants: [
      {
        ...MARIA,
        code: 1217,
        sqlState: '23000',
        text: 'Cannot delete or update a parent row: a foreign key constraint fails',
      },
    ],
  },
  notPartitioned: {
    code: 1505,
    sqlState: 'HY000',
    text: 'Partition management on a not partitioned table is not possible',
  },
  partitionMissing: {
    code: 1507,
    sqlState: 'HY000',
    text: 'Error in list of partitions to {0}',
    variants: [{ ...MARIA, text: 'Wrong partition name or partition list' }],
  },
  duplicatePartition: { code: 1517, sqlState: 'HY000', text: 'Duplicate partition name {0}' },
  dropLastPartition: {
    code: 1508,
    sqlState: 'HY000',
    text: 'Cannot remove all partitions, use DROP TABLE instead',
  },
  partitionColumnMissing: {
    code: 1488,
    sqlState: 'HY000',
    text: 'Field in list of fields for partition function not found in table',
  },
  duplicateIndex: {
    code: 1831,
    sqlState: 'HY000',
    text: "Duplicate index '{0}' defined on the table '{db}.{table}'. This is deprecated and will be disallowed in a future release.",
    variants: [
      {
        ...MARIA,
        text: 'Duplicate index `{0}`. This is deprecated and will be disallowed in a future release',
      },
    ],
  },
  renameInForeignKey: {
    code: 1846,
    sqlState: '0A000',
    text: 'ALGORITHM=COPY is not supported. Reason: Columns participating in a foreign key are renamed. Try ALGORITHM=INPLACE',
  },
  notUniqueTable: { code: 1066, sqlState: '42000', text: "Not unique table/alias: '{0}'" },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorName = keyof typeof ERRORS;

/** Fits the profile: the vendor, and the version in the half-open range. */
function fits(variant: Variant, server: ServerProfile): boolean {
  if (variant.vendor !== server.vendor) return false;
  if (variant.from && !isAtLeast(server, variant.from)) return false;
  return !(variant.before && isAtLeast(server, variant.before));
}

/** The error as that server words it. `about` fills `{0}`, `{1}` …; `table` fills `{table}`. */
export function serverError(
  server: ServerProfile,
  name: ErrorName,
  about: readonly (string | number)[],
  table = '',
): ServerError {
  const entry: ErrorEntry = ERRORS[name];
  const variant = entry.variants?.find((candidate) => fits(candidate, server));
  const text = variant?.text ?? entry.text;
  return {
    code: variant?.code ?? entry.code,
    sqlState: variant?.sqlState ?? entry.sqlState,
    message: text.replace(/\{(\w+)\}/g, (_, key: string) =>
      key === 'db' ? server.database : key === 'table' ? table : String(about[Number(key)] ?? ''),
    ),
  };
}
