/** Characters that need four bytes in UTF-8, such as emoji. */
const WIDE = /[\u{10000}-\u{10ffff}]/u;
/** What is beyond ASCII, or was lost when bytes were read as text. */
const BEYOND_ASCII = /[^\0-\x7f\ufffd]/;

/**
 * Whether two texts of a schema are one. The servers keep most of a definition in three-byte UTF-8: where a person wrote
 * an emoji they show `?`, or one `?` for each of its bytes; so a `?` on one side matches a lost character on the other.
 * `bytes`: the text is bytes, of which MariaDB shows only ASCII.
 */
export function sameText(a: string, b: string, bytes = false): boolean {
  if (a === b) return true;
  const lost = bytes ? BEYOND_ASCII : WIDE;
  return lost.test(a) !== lost.test(b) && asShown(a, bytes) === asShown(b, bytes);
}

const asShown = (text: string, bytes: boolean): string =>
  text.replace(bytes ? /[^\0-\x7f]/g : /[\u{10000}-\u{10ffff}]/gu, '?').replace(/\?+/g, '?');

/** The same for lists of them. */
export const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => sameText(text, b[i] as string));
