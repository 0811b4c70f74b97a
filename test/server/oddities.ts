import type { Vendor } from '../support/servers';
import type { Said } from './realAnswers';

/**
 * Answers of a server that the model does not give. Each is a statement with two mistakes, of which the server names
 * the other one: both refuse it, and nothing is changed. generated.test.ts asks the server for each of them.
 */
export interface Oddity {
  readonly vendor: Vendor;
  /** The server's code. */
  readonly server: number;
  /** The model's code. */
  readonly model: number;
  readonly why: string;
  /** A statement, on an empty database, that is answered so. */
  readonly example: string;
}

/** All that are known: what is not in this table is a mistake of the model. */
export const ODDITIES: readonly Oddity[] = [];

export function oddityOf(vendor: Vendor, server: Said, model: Said): Oddity | undefined {
  const [said, told] = [server, model].map((text) => Number(text.split(' ')[0]));
  return ODDITIES.find((one) => one.vendor === vendor && one.server === said && one.model === told);
}
