import { type ErrorEntry, MARIA } from './errorEntry';

/** Errors about partitions; errors.ts says where they come from. */
export const PARTITION_ERRORS = {
  partitionDependency: {
    code: 3855,
    sqlState: 'HY000',
    text: "Column '{0}' has a partitioning function dependency and cannot be dropped or renamed.",
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
  partitionBlob: {
    code: 1502,
    sqlState: 'HY000',
    text: 'A BLOB field is not allowed in partition function',
  },
  partitionType: {
    code: 1659,
    sqlState: 'HY000',
    text: "Field '{0}' is of a not allowed type for this type of partitioning",
  },
  partitionFulltext: {
    code: 1214,
    sqlState: 'HY000',
    text: "The used table type doesn't support FULLTEXT indexes",
  },
  partitionFunction: {
    code: 1486,
    sqlState: 'HY000',
    text: 'Constant, random or timezone-dependent expressions in (sub)partitioning function are not allowed',
  },
  partitionPrefix: {
    code: 6123,
    sqlState: 'HY000',
    text: "Column '{db}.{0}' having prefix key part '{1}' in the PARTITION BY KEY() clause is not supported.",
  },
  maxvalueNotLast: {
    code: 1481,
    sqlState: 'HY000',
    text: 'MAXVALUE can only be used in last partition definition',
  },
  rangeNotIncreasing: {
    code: 1493,
    sqlState: 'HY000',
    text: 'VALUES LESS THAN value must be strictly increasing for each partition',
  },
  partitionRangeOnly: {
    code: 1512,
    sqlState: 'HY000',
    text: '{0} PARTITION can only be used on RANGE/LIST partitions',
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
} as const satisfies Record<string, ErrorEntry>;
