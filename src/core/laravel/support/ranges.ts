/** So many numbers are made at most. */
const MOST = 100_000;

/** The whole numbers from one to another, both included, downwards where the second is less. */
export function expandRange(from: number, to: number): number[] {
  const step = to < from ? -1 : 1;
  const count = Math.min(Math.abs(to - from) + 1, MOST);
  if (to < from && from === 1) return [];
  return Array.from({ length: count }, (_, i) => from + i * step);
}
