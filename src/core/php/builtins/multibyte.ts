import { makeList } from '../arrays';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { sliceBounds } from './bytes';

const chars = (text: string): string[] => Array.from(text);

function position(c: BuiltinCall, fold: (text: string) => string, last: boolean): number | false {
  const text = chars(fold(c.text(0)));
  const needle = chars(fold(c.text(1)));
  const offset = c.int(2, 0);
  if (Math.abs(offset) > text.length)
    return c.throwValueError(2, 'must be contained in argument #1 ($haystack)');
  const from = offset < 0 ? text.length + offset : offset;
  const joined = text.join('');
  const at = last
    ? joined.lastIndexOf(needle.join(''))
    : joined.indexOf(needle.join(''), text.slice(0, from).join('').length);
  if (at < 0) return false;
  const index = chars(joined.slice(0, at)).length;
  return last && index < from ? false : index;
}

const same = (text: string): string => text;
const lower = (text: string): string => text.toLowerCase();

/** Each character's width as mb_strwidth counts it: two for East Asian wide ones. */
function width(char: string): number {
  const code = char.codePointAt(0)!;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x11a3 && code <= 0x11a7) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

const widthOf = (text: string): number => chars(text).reduce((sum, char) => sum + width(char), 0);

function trimWidth(c: BuiltinCall): string {
  const marker = c.text(3, '');
  const all = chars(c.text(0)).slice(c.int(1));
  const most = c.int(2);
  if (widthOf(all.join('')) <= most) return all.join('');
  const room = most - widthOf(marker);
  let result = '';
  for (const char of all) {
    if (widthOf(result + char) > room) break;
    result += char;
  }
  return result + marker;
}

function convertCase(text: string, mode: number): string {
  switch (mode) {
    case 0:
      return text.toUpperCase();
    case 1:
      return text.toLowerCase();
    default:
      return text
        .toLowerCase()
        .replace(
          /(^|[^\p{L}\p{N}'])(\p{L})/gu,
          (_, before: string, char: string) => before + char.toUpperCase(),
        );
  }
}

/** Encodings other than UTF-8 are not followed. */
function utf8<T>(c: BuiltinCall, index: number, body: () => T): T {
  const encoding = c.raw(index) === null ? 'utf-8' : c.text(index).toLowerCase();
  if (encoding !== 'utf-8' && encoding !== 'utf8') c.known(c.unknown(`the encoding ${encoding}`));
  return body();
}

export const MULTIBYTE_FUNCTIONS: BuiltinTable = {
  mb_strlen: ['string encoding?', (c) => utf8(c, 1, () => chars(c.text(0)).length)],
  mb_strtolower: ['string encoding?', (c) => utf8(c, 1, () => c.text(0).toLowerCase())],
  mb_strtoupper: ['string encoding?', (c) => utf8(c, 1, () => c.text(0).toUpperCase())],
  mb_convert_case: ['string mode encoding?', (c) => utf8(c, 2, () => convertCase(c.text(0), c.int(1) & 3))],
  mb_substr: [
    'string start length? encoding?',
    (c) =>
      utf8(c, 3, () => {
        const all = chars(c.text(0));
        return all.slice(...sliceBounds(all.length, c.int(1), c.raw(2) === null ? null : c.int(2))).join('');
      }),
  ],
  mb_strpos: ['haystack needle offset? encoding?', (c) => position(c, same, false)],
  mb_stripos: ['haystack needle offset? encoding?', (c) => position(c, lower, false)],
  mb_strrpos: ['haystack needle offset? encoding?', (c) => position(c, same, true)],
  mb_substr_count: ['haystack needle encoding?', (c) => c.text(0).split(c.text(1)).length - 1],
  mb_str_split: [
    'string length? encoding?',
    (c) => {
      const all = chars(c.text(0));
      const size = Math.max(1, c.int(1, 1));
      c.m.charge(all.length * 2);
      const parts: string[] = [];
      for (let i = 0; i < all.length; i += size) parts.push(all.slice(i, i + size).join(''));
      return makeList(parts);
    },
  ],
  mb_strwidth: ['string encoding?', (c) => widthOf(c.text(0))],
  mb_strimwidth: ['string start width trim_marker? encoding?', trimWidth],
  mb_internal_encoding: ['encoding?', (c) => (c.has(0) ? true : 'UTF-8')],
  mb_detect_encoding: [
    'string encodings? strict?',
    (c) => (/^[\0-\x7f]*$/.test(c.text(0)) ? 'ASCII' : 'UTF-8'),
  ],
  mb_check_encoding: ['value? encoding?', (c) => utf8(c, 1, () => typeof c.text(0) === 'string')],
  mb_convert_encoding: [
    'string to_encoding from_encoding?',
    (c) => utf8(c, 1, () => utf8(c, 2, () => c.text(0))),
  ],
  utf8_encode: [
    'string',
    (c) => (/^[\0-\x7f]*$/.test(c.text(0)) ? c.text(0) : c.unknown('text in ISO-8859-1')),
  ],
  utf8_decode: [
    'string',
    (c) => (/^[\0-\x7f]*$/.test(c.text(0)) ? c.text(0) : c.unknown('text in ISO-8859-1')),
  ],
  iconv: [
    'from_encoding to_encoding string',
    (c) => (/^[\0-\x7f]*$/.test(c.text(2)) ? c.text(2) : c.unknown('iconv')),
  ],
  iconv_strlen: ['string encoding?', (c) => chars(c.text(0)).length],
  htmlspecialchars: ['string flags? encoding? double_encode?', (c) => escapeHtml(c.text(0), c.int(1, 11))],
  htmlentities: [
    'string flags? encoding? double_encode?',
    (c) => (/^[\0-\x7f]*$/.test(c.text(0)) ? escapeHtml(c.text(0), c.int(1, 11)) : c.unknown('htmlentities')),
  ],
  htmlspecialchars_decode: [
    'string flags?',
    (c) => c.text(0).replace(/&(amp|lt|gt|quot|#0*39|apos);/g, (_, name: string) => HTML_NAMES[name] ?? "'"),
  ],
  html_entity_decode: [
    'string flags? encoding?',
    (c) => {
      const text = c
        .text(0)
        .replace(/&(amp|lt|gt|quot|#0*39|apos);/g, (_, name: string) => HTML_NAMES[name] ?? "'");
      return /&[a-zA-Z#]/.test(c.text(0).replace(/&(amp|lt|gt|quot|#0*39|apos);/g, ''))
        ? c.unknown('html_entity_decode')
        : text;
    },
  ],
  strip_tags: [
    'string allowed_tags?',
    (c) =>
      c.raw(1) !== null ? c.unknown('strip_tags with allowed tags') : c.text(0).replace(/<[^>]*>/g, ''),
  ],
};

const HTML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function escapeHtml(text: string, flags: number): string {
  let result = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (flags & 2) result = result.replaceAll('"', '&quot;');
  if ((flags & 3) === 3) result = result.replaceAll("'", '&#039;');
  return result;
}
