import type { Draft } from './draft';
import type { ErrorName } from './errors';
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
  const isTwice = ({ error }: ColumnFault) => error === 'duplicateMember';
  const alone = byColumn(run.columnFaults.filter((fault) => !isTwice(fault)));
  const twice = byColumn(run.columnFaults.filter(isTwice));
  // Of two columns of one name the fault is the second's.
  const last = new Map(columns.map(({ name }, i) => [name.toLowerCase(), i]));
  const seen = new Set<string>();
  const checkName = (name: string) => {
    if (seen.has(name.toLowerCase())) refuse(run, 'duplicateColumn', [name]);
    seen.add(name.toLowerCase());
  };
  columns.forEach(({ name }, i) => {
    const isLast = last.get(name.toLowerCase()) === i;
    if (isLast) say(run, alone, name);
    if (!mysql) return;
    checkName(name);
    if (isLast) say(run, twice, name);
  });
  if (mysql) return;
  for (const { name } of columns) checkName(name);
  for (const { name } of columns) say(run, twice, name);
}

/** The first fault of each column, by its name in lower case. */
function byColumn(faults: readonly ColumnFault[]): ReadonlyMap<string, ColumnFault> {
  return new Map([...faults].reverse().map((fault) => [fault.column.toLowerCase(), fault]));
}

function say(run: Run, faults: ReadonlyMap<string, ColumnFault>, name: string): void {
  const found = faults.get(name.toLowerCase());
  if (found) refuse(run, found.error, found.about);
}
