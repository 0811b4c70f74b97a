/** A class's or function's name without its namespace. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf('\\') + 1);
