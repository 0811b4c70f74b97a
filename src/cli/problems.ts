import { printable } from '../core/report/printable';
import type { Problem } from '../worker/api';
import type { Io } from './io';

/** Tells on stderr what kept us from a full answer. */
export function warnOfProblems(io: Io, problems: readonly Problem[]): void {
  for (const { message, hint, file, line } of problems) {
    const where = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    io.warn(`schema-gap: ${printable(where + message)}\n  ${printable(hint)}\n`);
  }
}
