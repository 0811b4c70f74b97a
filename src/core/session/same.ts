/** Equal in everything. */
export function same(a: unknown, b: unknown): boolean {
  return equal(a, b, null);
}

/** Equal in everything but where they come from. */
export function sameButOrigin(a: unknown, b: unknown): boolean {
  return equal(a, b, 'origin');
}

function equal(a: unknown, b: unknown, ignored: string | null): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((each, i) => equal(each, b[i], ignored));
  if (a instanceof Map) return b instanceof Map && equal([...a], [...b], ignored);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      key === ignored ||
      equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], ignored),
  );
}
