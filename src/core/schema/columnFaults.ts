import type { Draft } from './draft';
import type { ErrorName } from './errors';
import { findNamed } from './names';
import { type Run, refuse } from './run';

/** What is wrong with a column by itself; the server says so when it comes to make the table. */
export interface ColumnFault {
  readonly column: string;
  readonly error: ErrorName;
  readonly about: readonly (string | number)[];
}

/** Remembers it until all columns are known. */
export function noteFault(run: Run, column: string, error: ErrorName, about: ColumnFault['about']): void {
  run.columnFaults.push({ column, error, about });
}

/**
 * Says what is wrong with columns by themselves (1166, 1074, 1067 of an enum's default, 1291) and with their names
 * (1060). MySQL takes one column after the other; MariaDB looks at the names of all, and then for members given twice.
 */
export function checkColumnFaults(run: Run, { columns }: Draft): void {
  const mysql = run.server.vendor === 'mysql';
  const faults = (twice: boolean) =>
    run.columnFaults.filter(({ error }) => (error === 'duplicateMember') === twice);
  const [alone, twice] = [faults(false), faults(true)];
  const seen = new Set<string>();
  const checkName = (name: string) => {
    if (seen.has(name.toLowerCase())) refuse(run, 'duplicateColumn', [name]);
    seen.add(name.toLowerCase());
  };
  for (const { name } of columns) {
    say(run, alone, name);
    if (!mysql) continue;
    checkName(name);
    say(run, twice, name);
  }
  if (mysql) return;
  for (const { name } of columns) checkName(name);
  for (const { name } of columns) say(run, twice, name);
}

function say(run: Run, faults: readonly ColumnFault[], name: string): void {
  const found = findNamed(
    faults.map((fault) => ({ ...fault, name: fault.column })),
    name,
  );
  if (found) refuse(run, found.error, found.about);
}
