import type { Value } from '../values';
import type { BuiltinCall, BuiltinTable } from './builtin';
import { bytesOf, textOfBytes } from './bytes';

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/** The message with its padding and length, as 32-bit words. */
function words(bytes: Uint8Array, littleEndian: boolean): Uint32Array {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = bytes.length * 8;
  view.setUint32(littleEndian ? size - 8 : size - 4, bits >>> 0, littleEndian);
  view.setUint32(littleEndian ? size - 4 : size - 8, Math.floor(bits / 2 ** 32), littleEndian);
  return Uint32Array.from({ length: size / 4 }, (_, i) => view.getUint32(i * 4, littleEndian));
}

function digest(state: readonly number[], littleEndian: boolean): string {
  const out = new DataView(new ArrayBuffer(state.length * 4));
  state.forEach((word, i) => {
    out.setUint32(i * 4, word >>> 0, littleEndian);
  });
  return hex(new Uint8Array(out.buffer));
}

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/** RFC 1321. */
export function md5(bytes: Uint8Array): string {
  const message = words(bytes, true);
  let state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < message.length; block += 16) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round]!;
      const index = [i, 5 * i + 1, 3 * i + 5, 7 * i][round]! % 16;
      const sum = (a + mixed + MD5_SINES[i]! + message[block + index]!) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, MD5_SHIFTS[round * 4 + (i % 4)]!)) | 0];
    }
    state = [a, b, c, d].map((word, i) => (word + state[i]!) | 0);
  }
  return digest(state, true);
}

/** RFC 3174. */
export function sha1(bytes: Uint8Array): string {
  const message = words(bytes, false);
  let state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const w = new Int32Array(80);
  for (let block = 0; block < message.length; block += 16) {
    for (let i = 0; i < 80; i++)
      w[i] = i < 16 ? message[block + i]! : rotate(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1);
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const round = Math.floor(i / 20);
      const mixed = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round]!;
      const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][round]!;
      const next = (rotate(a, 5) + mixed + e + constant + w[i]!) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    state = [a, b, c, d, e].map((word, i) => (word + state[i]!) | 0);
  }
  return digest(state, false);
}

const PRIMES = ((): number[] => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
})();
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
const SHA256_ROUNDS = PRIMES.map((p) => fraction(Math.cbrt(p)));
const SHA256_START = PRIMES.slice(0, 8).map((p) => fraction(Math.sqrt(p)));

/** FIPS 180-4. */
export function sha256(bytes: Uint8Array): string {
  const message = words(bytes, false);
  let state = SHA256_START;
  const w = new Int32Array(64);
  const right = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
  for (let block = 0; block < message.length; block += 16) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = message[block + i]!;
        continue;
      }
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      w[i] =
        (w[i - 16]! +
          w[i - 7]! +
          (right(x, 7) ^ right(x, 18) ^ (x >>> 3)) +
          (right(y, 17) ^ right(y, 19) ^ (y >>> 10))) |
        0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one =
        (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + SHA256_ROUNDS[i]! + w[i]!) |
        0;
      const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    state = [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]!) | 0);
  }
  return digest(state, false);
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  md5,
  sha1,
  sha256,
  crc32b: (bytes) => crc32(bytes).toString(16).padStart(8, '0'),
};

function charged(c: BuiltinCall, index: number): Uint8Array {
  const bytes = bytesOf(c.text(index));
  c.m.charge(bytes.length * 4);
  return bytes;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const chars = [18, 12, 6, 0].map((shift) => BASE64[(group >> shift) & 63]);
    const left = bytes.length - i;
    text += left >= 3 ? chars.join('') : `${chars.slice(0, left + 1).join('')}${'='.repeat(3 - left)}`;
  }
  return text;
}

function fromBase64(text: string): string {
  const bytes: number[] = [];
  let group = 0;
  let size = 0;
  for (const char of text) {
    const digit = BASE64.indexOf(char);
    if (digit < 0) continue;
    group = (group << 6) | digit;
    size += 6;
    if (size >= 8) {
      size -= 8;
      bytes.push((group >> size) & 255);
    }
  }
  return textOfBytes(Uint8Array.from(bytes));
}

const plain = (c: BuiltinCall, index: number): boolean => !c.bool(index);

export const HASH_FUNCTIONS: BuiltinTable = {
  md5: ['string binary?', (c) => (plain(c, 1) ? md5(charged(c, 0)) : c.unknown('binary hashes'))],
  sha1: ['string binary?', (c) => (plain(c, 1) ? sha1(charged(c, 0)) : c.unknown('binary hashes'))],
  crc32: ['string', (c) => crc32(charged(c, 0))],
  hash: [
    'algo data binary? options?',
    (c): Value => {
      const algorithm = HASHES[c.text(0).toLowerCase()];
      return algorithm && plain(c, 2) ? algorithm(charged(c, 1)) : c.unknown(`the hash ${c.text(0)}`);
    },
  ],
  hash_equals: ['known_string user_string', (c) => c.text(0) === c.text(1)],
  bin2hex: ['string', (c) => hex(charged(c, 0))],
  hex2bin: [
    'string',
    (c) => {
      const pairs = c.text(0).match(/^(?:[0-9a-f]{2})*$/i) ? (c.text(0).match(/../g) ?? []) : null;
      return pairs === null
        ? false
        : textOfBytes(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
    },
  ],
  base64_encode: ['string', (c) => base64(charged(c, 0))],
  base64_decode: ['string strict?', (c) => fromBase64(c.text(0))],
  urlencode: [
    'string',
    (c) =>
      encodeURIComponent(c.text(0))
        .replace(/[!'()*~]/g, percent)
        .replaceAll('%20', '+'),
  ],
  rawurlencode: ['string', (c) => encodeURIComponent(c.text(0)).replace(/[!'()*]/g, percent)],
  urldecode: ['string', (c) => unescapeUrl(c.text(0).replaceAll('+', ' '))],
  rawurldecode: ['string', (c) => unescapeUrl(c.text(0))],
};

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

function unescapeUrl(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    textOfBytes(Uint8Array.from(run.slice(1).split('%'), (code) => Number.parseInt(code, 16))),
  );
}
