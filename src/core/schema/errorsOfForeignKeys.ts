import { CANNOT_ADD_57, type ErrorEntry, FORMED_WRONGLY, MARIA, MY57 } from './errorEntry';

/** Errors about foreign keys; errors.ts says where they come from. */
export const FOREIGN_KEY_ERRORS = {
  wrongForeignKey: {
    code: 1239,
    sqlState: '42000',
    text: "Incorrect foreign key definition for '{0}': Key reference and table reference don't match",
  },
  /** MariaDB copies the table when its primary key goes; the first file name has numbers that can't be known. */
  renameFailed: {
    code: 1025,
    sqlState: 'HY000',
    text: "Error on rename of '{0}' to './{db}/{1}' (errno: 150 \"Foreign key constraint is incorrectly formed\")",
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
  foreignKeyOnBaseInPlace: {
    code: 138,
    sqlState: '0A000',
    text: 'Cannot add foreign key on the base column of stored column',
  },
  parentKeyMissingInPlace: {
    code: 1822,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing index for constraint '{0}' in the referenced table '{1}'",
  },
  childKeyMissing: {
    code: 1821,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint. Missing index for constraint '{0}' in the foreign table '{1}'",
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
  duplicateForeignKeyInPlace: {
    code: 1826,
    sqlState: 'HY000',
    text: "Duplicate FOREIGN KEY constraint name '{0}'",
  },
  storeForeignKey: {
    code: 1823,
    sqlState: 'HY000',
    text: "Failed to add the foreign key constraint '{0}' to system tables",
  },
  duplicateConstraint: {
    code: 1826,
    sqlState: 'HY000',
    text: "Duplicate foreign key constraint name '{0}'",
    variants: [{ ...MARIA, text: "Duplicate {1} constraint name '{0}'" }],
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
  renameInForeignKey: {
    code: 1846,
    sqlState: '0A000',
    text: 'ALGORITHM=COPY is not supported. Reason: Columns participating in a foreign key are renamed. Try ALGORITHM=INPLACE.',
    variants: [
      {
        ...MARIA,
        text: 'ALGORITHM=COPY is not supported. Reason: Columns participating in a foreign key are renamed. Try ALGORITHM=INPLACE',
      },
    ],
  },
} as const satisfies Record<string, ErrorEntry>;
