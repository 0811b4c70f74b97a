export type Vendor = 'mysql' | 'mariadb';

/**
 * What decides how a server answers a statement: who it is, and the session variables that matter to DDL.
 * Immutable; `SET foreign_key_checks = 0` makes another one.
 */
export interface ServerProfile {
  readonly vendor: Vendor;
  /** Major, minor, patch; patch 0 where it is not known. */
  readonly version: readonly [number, number, number];
  readonly strict: boolean;
  /** Upper-case names, e.g. `NO_ZERO_DATE`, `ANSI_QUOTES`. */
  readonly sqlMode: readonly string[];
  readonly foreignKeyChecks: boolean;
  readonly innodbStrictMode: boolean;
  readonly lowerCaseTableNames: 0 | 1 | 2;
  readonly explicitDefaultsForTimestamp: boolean;
  /** The database in use; error messages quote it (`Unknown table 'booking.users'`). */
  readonly database: string;
}

/** An error as the server sends it. `message` is the server's own wording, without prefix. */
export interface ServerError {
  readonly code: number;
  readonly sqlState: string;
  readonly message: string;
}

/** Something that the server changed silently, or said as a warning. */
export interface ServerWarning {
  readonly code: number;
  readonly message: string;
}
