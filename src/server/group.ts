/** Rows by their table, in the order given. */
export function byTable<T extends { readonly t: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return groupBy(rows, ({ t }) => t);
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
