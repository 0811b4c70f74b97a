import type { Draft } from './draft';
import type { ErrorName } from './errors';
import { type Run, refuse } from './run';

/** What is wrong with a column by itself; the server says so when it comes to make the table. */
export interface ColumnFault {
  readonly column: string;
  /** Which of a new table's columns it is; without it, of two columns of one name, the last. */
  readonly at?: number;
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
  const isTwice = ({ error }: ColumnFault) => error === 'duplicateMember';
  const last = new Map(columns.map(({ name }, i) => [name.toLowerCase(), i]));
  const faultsOf = (faults: readonly ColumnFault[]) =>
    new Map([...faults].reverse().map((fault) => [fault.at ?? last.get(fault.column.toLowerCase()), fault]));
  const alone = faultsOf(run.columnFaults.filter((fault) => !isTwice(fault)));
  const twice = faultsOf(run.columnFaults.filter(isTwice));
  const seen = new Set<string>();
  const checkName = (name: string) => {
    if (seen.has(name.toLowerCase())) refuse(run, 'duplicateColumn', [name]);
    seen.add(name.toLowerCase());
  };
  columns.forEach(({ name }, i) => {
    say(run, alone.get(i));
    if (!mysql) return;
    checkName(name);
    say(run, twice.get(i));
  });
  if (mysql) return;
  for (const { name } of columns) checkName(name);
  columns.forEach((_, i) => {
    say(run, twice.get(i));
  });
}

function say(run: Run, fault: ColumnFault | undefined): void {
  if (fault) refuse(run, fault.error, fault.about);
}
