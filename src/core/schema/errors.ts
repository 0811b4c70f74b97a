import type { ErrorEntry, Variant } from './errorEntry';
import { FOREIGN_KEY_ERRORS } from './errorsOfForeignKeys';
import { KEY_ERRORS } from './errorsOfKeys';
import { PARTITION_ERRORS } from './errorsOfPartitions';
import { TABLE_ERRORS } from './errorsOfTables';
import { isAtLeast } from './flavour';
import type { ServerError, ServerProfile } from './server';

/**
 * The errors that DDL can raise, by what they are about. Sources: the servers' own answers (MySQL 9.7, MariaDB 10.11)
 * and their message files; MySQL 5.7 and 8.0 from the manual's error reference.
 * Named placeholders `{db}` and `{table}` stand for the current database and the altered table.
 */
export const ERRORS = {
  ...TABLE_ERRORS,
  ...KEY_ERRORS,
  ...FOREIGN_KEY_ERRORS,
  ...PARTITION_ERRORS,
} as const;

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
