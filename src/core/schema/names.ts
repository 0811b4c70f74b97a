/** Column, index and constraint names compare without case on every server. */
export function sameName(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

export function includesName(names: readonly string[], name: string): boolean {
  return names.some((other) => sameName(other, name));
}

export function findNamed<T extends { readonly name: string }>(
  list: readonly T[],
  name: string,
): T | undefined {
  return list.find((item) => sameName(item.name, name));
}

/** The name's length as the server counts it: characters, not UTF-16 units. */
export function nameLength(name: string): number {
  return name.length > 64 ? [...name].length : name.length;
}
