import { type ErrorEntry, MARIA, MY57 } from './errorEntry';

/** Errors about tables, columns, types and names; errors.ts says where they come from. */
export const TABLE_ERRORS = {
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
  ambiguousColumn: { code: 1052, sqlState: '23000', text: "Column '{0}' in {1} is ambiguous" },
  unknownColumn: { code: 1054, sqlState: '42S22', text: "Unknown column '{0}' in '{1}'" },
  nameTooLong: { code: 1059, sqlState: '42000', text: "Identifier name '{0}' is too long" },
  wrongTableName: { code: 1103, sqlState: '42000', text: "Incorrect table name '{0}'" },
  wrongColumnName: { code: 1166, sqlState: '42000', text: "Incorrect column name '{0}'" },
  duplicateColumn: { code: 1060, sqlState: '42S21', text: "Duplicate column name '{0}'" },
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
  columnTooLong: {
    code: 1074,
    sqlState: '42000',
    text: "Column length too big for column '{0}' (max = {1}); use BLOB or TEXT instead",
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
  conflictingDeclarations: {
    code: 1302,
    sqlState: 'HY000',
    text: "Conflicting declarations: '{0} {1}' and '{2} {3}'",
  },
  unknownEngine: { code: 1286, sqlState: '42000', text: "Unknown storage engine '{0}'" },
  tooManyColumns: { code: 1117, sqlState: 'HY000', text: 'Too many columns' },
  rowTooLarge: {
    code: 1118,
    sqlState: '42000',
    text: 'Row size too large. The maximum row size for the used table type, not counting BLOBs, is {0}. This includes storage overhead, check the manual. You have to change some columns to TEXT or BLOBs',
  },
  recordTooLarge: {
    code: 1118,
    sqlState: '42000',
    text: 'Row size too large (> 8126). Changing some columns to TEXT or BLOB may help. In current row format, BLOB prefix of 0 bytes is stored inline.',
  },
  valueCount: { code: 1136, sqlState: '21S01', text: "Column count doesn't match value count at row {0}" },
  columnTwice: { code: 1110, sqlState: '42000', text: "Column '{0}' specified twice" },
  wrongUsage: { code: 1221, sqlState: 'HY000', text: 'Incorrect usage of {0} and {1}' },
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
  cannotCast: {
    code: 4078,
    sqlState: 'HY000',
    text: "Cannot cast '{0}' as '{1}' in assignment of `{db}`.`{table}`.`{2}`",
  },
  notSupportedByEngine: {
    code: 1178,
    sqlState: '42000',
    text: "The storage engine for the table doesn't support {0}",
  },
  engineWithoutBlobs: {
    code: 1163,
    sqlState: '42000',
    text: "The used table type doesn't support BLOB/TEXT columns",
    variants: [{ ...MARIA, text: "Storage engine {0} doesn't support BLOB/TEXT columns" }],
  },
  engineWithoutGenerated: {
    code: 3106,
    sqlState: 'HY000',
    text: "'Specified storage engine' is not supported for generated columns.",
    variants: [{ ...MARIA, code: 1910, text: '{0} storage engine does not support generated columns' }],
  },
  notUniqueTable: { code: 1066, sqlState: '42000', text: "Not unique table/alias: '{0}'" },
} as const satisfies Record<string, ErrorEntry>;
