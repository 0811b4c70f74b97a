import type { Vendor } from '../support/servers';
import type { Said } from './realAnswers';

/** An answer of a server that the model does not give, and why it is left at that. */
export interface Oddity {
  readonly vendor: Vendor;
  /** The error codes of the server and of the model; `ok` where it refuses nothing. */
  readonly server: readonly (number | 'ok')[];
  readonly model: readonly (number | 'ok')[];
  /** Only statements of this form. */
  readonly statement?: RegExp;
  readonly why: string;
}

/** Every oddity that is known: what is not in this table is a mistake of the model. */
export const ODDITIES: readonly Oddity[] = [];

export function oddityOf(vendor: Vendor, sql: string, server: Said, model: Said): Oddity | undefined {
  const code = (said: Said) => (said === 'ok' ? 'ok' : Number(said.split(' ')[0]));
  return ODDITIES.find(
    (oddity) =>
      oddity.vendor === vendor &&
      oddity.server.includes(code(server)) &&
      oddity.model.includes(code(model)) &&
      (oddity.statement?.test(sql) ?? true),
  );
}
