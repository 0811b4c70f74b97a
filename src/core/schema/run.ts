import type { Origin } from '../source';
import type { ColumnFault } from './columnFaults';
import { type ErrorName, serverError } from './errors';
import type { Schema } from './model';
import type { ServerError, ServerProfile, ServerWarning } from './server';

/** One statement being applied: who asks whom, and what comes up on the way. */
export interface Run {
  readonly server: ServerProfile;
  readonly origin: Origin | null;
  readonly warnings: ServerWarning[];
  /** Columns that the statement says are NULL, in lower case: MySQL refuses them in a primary key. */
  readonly explicitNulls: Set<string>;
  /** Columns whose literal default their type can't hold; the server says so when it comes to make the table. */
  readonly badDefaults: string[];
  /** Columns that are given NULL for a default, in lower case: MariaDB takes none of them into a primary key. */
  readonly nullDefaults: Set<string>;
  /** What else is wrong with columns by themselves, which it says sooner. */
  readonly columnFaults: ColumnFault[];
  /** It is an ALTER TABLE. */
  readonly altering: boolean;
  /** The table's new name: MariaDB speaks of a copy that fails by it, MySQL names checks by it. */
  renamedTo: string | null;
  /** Why it can't be told whether the statement succeeds. */
  doubt: string | null;
}

/** Thrown inside this folder where the server refuses a statement; `apply` catches it and returns the error. */
export class Refusal {
  constructor(
    readonly error: ServerError,
    /** What the statement leaves, where that is not all that was there. */
    readonly left: Schema | null = null,
  ) {}
}

/** The server refuses the statement. */
export function refuse(
  run: Run,
  name: ErrorName,
  about: readonly (string | number)[] = [],
  table = '',
): never {
  throw new Refusal(
    serverError(
      run.server,
      name,
      about,
      table && run.server.vendor === 'mariadb' ? (run.renamedTo ?? table) : table,
    ),
  );
}

/** The server does it, and says this beside. */
export function warn(run: Run, name: ErrorName, about: readonly (string | number)[], table = ''): void {
  const { code, message } = serverError(run.server, name, about, table);
  run.warnings.push({ code, message });
}

/** It can't be told whether the server refuses; the first reason is kept. */
export function doubt(run: Run, reason: string): void {
  run.doubt ??= reason;
}
