import { type ErrorEntry, MARIA, MY57 } from './errorEntry';

/** Errors about keys, checks and expressions; errors.ts says where they come from. */
export const KEY_ERRORS = {
  wrongIndexName: { code: 1280, sqlState: '42000', text: "Incorrect index name '{0}'" },
  duplicateKeyName: { code: 1061, sqlState: '42000', text: "Duplicate key name '{0}'" },
  invalidDefault: { code: 1067, sqlState: '42000', text: "Invalid default value for '{0}'" },
  decimalValue: {
    code: 1366,
    sqlState: 'HY000',
    text: "Incorrect decimal value: '{0}' for column '{1}' at row 1",
  },
  wrongConstant: { code: 1292, sqlState: '22007', text: '{0}' },
  wrongArguments: { code: 1210, sqlState: 'HY000', text: 'Incorrect arguments to {0}' },
  illegalTypes: {
    code: 4078,
    sqlState: 'HY000',
    text: "Illegal parameter data types {0} and {1} for operation '{2}'",
  },
  functionalTruncated: {
    code: 3751,
    sqlState: '01000',
    text: "Data truncated for functional index '{0}' at row 1",
  },
  noGeometry: {
    code: 1416,
    sqlState: '22003',
    text: 'Cannot get geometry object from data you send to the GEOMETRY field',
  },
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
  constraintAmbiguous: {
    code: 3939,
    sqlState: 'HY000',
    text: "Table has multiple constraints with the name '{0}'. Please use constraint specific 'DROP' clause.",
  },
  noFulltext: { code: 1214, sqlState: 'HY000', text: "The used table type doesn't support FULLTEXT indexes" },
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
  duplicateCheck: {
    code: 3822,
    sqlState: 'HY000',
    text: "Duplicate check constraint name '{0}'.",
    variants: [{ ...MARIA, code: 1826, text: "Duplicate CHECK constraint name '{0}'" }],
  },
  generatedDependency: {
    code: 3108,
    sqlState: 'HY000',
    text: "Column '{0}' has a generated column dependency.",
  },
  generatedAction: {
    code: 3106,
    sqlState: 'HY000',
    text: "'{0}' is not supported for generated columns.",
    variants: [{ ...MARIA, code: 1907, text: 'This is not yet supported for generated columns' }],
  },
  primaryInvisible: {
    code: 3522,
    sqlState: 'HY000',
    text: 'A primary key index cannot be invisible',
    variants: [{ ...MARIA, code: 4174, text: 'A primary key cannot be marked as IGNORE' }],
  },
  /** MariaDB only. */
  autoIncrementHash: {
    code: 4169,
    sqlState: 'HY000',
    text: 'AUTO_INCREMENT column `{0}` cannot be used in the UNIQUE index `{1}`',
  },
  autoIncrementUsingHash: {
    code: 1901,
    sqlState: 'HY000',
    text: "Function or expression 'AUTO_INCREMENT' cannot be used in the USING HASH clause of `{0}`",
  },
  spatialUsing: {
    code: 3729,
    sqlState: 'HY000',
    text: 'The index type {0} is not supported for spatial indexes.',
  },
  spatialUnique: {
    code: 3728,
    sqlState: 'HY000',
    text: "Spatial indexes can't be primary or unique indexes.",
  },
  functionalAutoIncrement: {
    code: 3754,
    sqlState: 'HY000',
    text: "Functional index '{0}' cannot refer to an auto-increment column.",
  },
  generatedPrimary: {
    code: 3106,
    sqlState: 'HY000',
    text: "'Defining a virtual generated column as primary key' is not supported for generated columns.",
    variants: [{ ...MARIA, code: 1903, text: 'Primary key cannot be defined upon a generated column' }],
  },
  invisibleWithoutDefault: {
    code: 4108,
    sqlState: 'HY000',
    text: 'Invisible column `{0}` must have a default value',
  },
  functionalColumn: {
    code: 1054,
    sqlState: '42S22',
    text: "Unknown column '{0}' in 'functional index'",
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
  generatedFunction: {
    code: 3763,
    sqlState: 'HY000',
    text: "Expression of generated column '{0}' contains a disallowed function: {1}.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression '{1}' cannot be used in the GENERATED ALWAYS AS clause of `{0}`",
      },
      { ...MY57, code: 3102, text: "Expression of generated column '{0}' contains a disallowed function." },
    ],
  },
  checkFunction: {
    code: 3814,
    sqlState: 'HY000',
    text: "An expression of a check constraint '{0}' contains disallowed function: {1}.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression '{1}' cannot be used in the CHECK clause of `{0}`",
      },
    ],
  },
  /** MariaDB only. */
  checkNotBoolean: {
    code: 3812,
    sqlState: 'HY000',
    text: "An expression of non-boolean type specified to a check constraint '{0}'.",
  },
  mysqlDefaultFunction: {
    code: 3770,
    sqlState: 'HY000',
    text: "Default value expression of column '{0}' contains a disallowed function: {1}.",
  },
  defaultFunction: {
    code: 1901,
    sqlState: 'HY000',
    text: "Function or expression '{1}' cannot be used in the DEFAULT clause of `{0}`",
  },
  unsafeDefault: {
    code: 1674,
    sqlState: 'HY000',
    text: 'Statement is unsafe because it uses a system function that may return a different value on the replica.',
  },
  defaultNotPrior: {
    code: 3767,
    sqlState: 'HY000',
    text: "Default value expression of column '{0}' cannot refer to a column defined after it if that column is a generated column or has an expression as default value.",
    variants: [
      {
        ...MARIA,
        code: 4029,
        sqlState: '01000',
        text: 'Expression for field `{0}` is referring to uninitialized field `{1}`',
      },
    ],
  },
  defaultFromAutoIncrement: {
    code: 3768,
    sqlState: 'HY000',
    text: "Default value expression of column '{0}' cannot refer to an auto-increment column.",
    variants: [
      {
        ...MARIA,
        code: 1901,
        text: "Function or expression 'AUTO_INCREMENT' cannot be used in the DEFAULT clause of `{1}`",
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
  checkDependency: {
    code: 3959,
    sqlState: 'HY000',
    text: "Check constraint '{0}' uses column '{1}', hence column cannot be dropped or renamed.",
  },
  /** A table that has or serves foreign keys is to be partitioned. */
  oneFulltext: {
    code: 1795,
    sqlState: 'HY000',
    text: 'InnoDB presently supports one FULLTEXT index creation at a time',
  },
  functionalBlob: {
    code: 3757,
    sqlState: 'HY000',
    text: 'Cannot create a functional index on an expression that returns a BLOB or TEXT. Please consider using CAST.',
  },
  functionalFunction: {
    code: 3758,
    sqlState: 'HY000',
    text: "Expression of functional index '{0}' contains a disallowed function.",
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
} as const satisfies Record<string, ErrorEntry>;
