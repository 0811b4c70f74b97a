/** Characters that need four bytes in UTF-8, such as emoji. */
const WIDE = /[\u{10000}-\u{10ffff}]/u;
/** What stands for a byte that was lost, on the server or when a file was read as text. */
const LOST = /[?\ufffd]/;

/**
 * Whether two texts of a schema are one. The servers keep most of a definition in three-byte UTF-8: where a person wrote
 * an emoji they show `?`, or one `?` for each of its bytes; so a `?` on one side matches a lost character on the other.
 * `bytes`: the text is bytes, of which MariaDB shows only ASCII.
 */
export function sameText(a: string, b: string, bytes = false): boolean {
  if (a === b) return true;
  const isOneLost = bytes ? LOST.test(a) || LOST.test(b) : WIDE.test(a) !== WIDE.test(b);
  return isOneLost && asShown(a, bytes) === asShown(b, bytes);
}

const asShown = (text: string, bytes: boolean): string =>
  text.replace(bytes ? /[^\0-\x7f]/g : /[\u{10000}-\u{10ffff}]/gu, '?').replace(/\?+/g, '?');

/** The same for lists of them. */
export const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => sameText(text, b[i] as string));
