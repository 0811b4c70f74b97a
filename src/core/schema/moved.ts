/**
 * The least set of items to move so that `actual` has the order of `expected`: all outside a longest increasing run.
 * Both hold the same items. One item put in front of many is the only one moved.
 */
export function movedItems(expected: readonly string[], actual: readonly string[]): ReadonlySet<string> {
  const wanted = new Map(expected.map((name, i) => [name, i]));
  const order = actual.map((name) => wanted.get(name) ?? -1);
  const ends: number[] = [];
  const before: number[] = [];
  order.forEach((value, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const staying = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) staying.add(at);
  return new Set(actual.filter((_, i) => !staying.has(i)));
}
