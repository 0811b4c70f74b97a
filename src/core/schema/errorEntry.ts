import type { Vendor } from './server';

/** How an error reads where it does not read as everywhere else. The first that fits counts. */
export interface Variant {
  readonly vendor: Vendor;
  /** From this version on; without it, every version. */
  readonly from?: readonly [number, number, number];
  /** Before this version. */
  readonly before?: readonly [number, number, number];
  readonly code?: number;
  readonly sqlState?: string;
  readonly text?: string;
}

export interface ErrorEntry {
  readonly code: number;
  readonly sqlState: string;
  /** `{0}`, `{1}` … are what the message quotes. */
  readonly text: string;
  readonly variants?: readonly Variant[];
}

export const MY57 = { vendor: 'mysql', before: [8, 0, 0] } as const;
export const MARIA = { vendor: 'mariadb' } as const;
export const FORMED_WRONGLY = {
  ...MARIA,
  code: 1005,
  text: 'Can\'t create table `{db}`.`{table}` (errno: 150 "Foreign key constraint is incorrectly formed")',
} as const;
export const CANNOT_ADD_57 = { ...MY57, code: 1215, text: 'Cannot add foreign key constraint' } as const;
