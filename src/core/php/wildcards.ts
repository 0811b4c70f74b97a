/** One part of a pattern: a character that must be there, any one, or any number of them. */
export type WildcardPart = { readonly char: string } | 'one' | 'many';

/**
 * Whether the whole text fits. Only the last `many` is ever tried again, so that no pattern takes longer than its length
 * times the text's: a regular expression of the same meaning may take for ever.
 */
export function fitsWildcards(parts: readonly WildcardPart[], text: string): boolean {
  const chars = [...text];
  let [at, part, many, from] = [0, 0, -1, 0];
  while (at < chars.length) {
    const wanted = parts[part];
    if (wanted === 'many') {
      many = part;
      from = at;
      part += 1;
    } else if (wanted === 'one' || (wanted !== undefined && wanted.char === chars[at])) {
      part += 1;
      at += 1;
    } else if (many >= 0) {
      from += 1;
      at = from;
      part = many + 1;
    } else return false;
  }
  while (parts[part] === 'many') part += 1;
  return part === parts.length;
}

/** Whether the whole text fits a pattern in which only `*` has a meaning. */
export function fitsStars(pattern: string, text: string): boolean {
  const parts = [...pattern].map((char): WildcardPart => (char === '*' ? 'many' : { char }));
  return fitsWildcards(parts, text);
}
