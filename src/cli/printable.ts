import { printable } from '../core/report/printable';

/** A document as it may be shown to people: the same, with every text in it made printable. */
export function printableDocument<T>(document: T): T {
  return deeply(document) as T;
}

function deeply(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(deeply);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, deeply(part)]));
}
