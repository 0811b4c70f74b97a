import { UnknownMet } from '../signals';
import { unknown } from '../values';

/** PHP's strings are bytes (of UTF-8, as good as always); ours are UTF-16. These work on the bytes. */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Bytes as text again. Where they are no UTF-8 (a character was taken apart) the text can't be known. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnknownMet(unknown('bytes that are no UTF-8 text', null));
  }
}

export function byteLength(text: string): number {
  return isAscii(text) ? text.length : bytesOf(text).length;
}

/** Where a range given by PHP's rules (negative: from the end) begins and ends. */
export function sliceBounds(size: number, offset: number, length: number | null): readonly [number, number] {
  const from = offset < 0 ? Math.max(0, size + offset) : Math.min(offset, size);
  let to = size;
  if (length !== null) to = length < 0 ? size + length : Math.min(size, from + length);
  return [from, Math.max(from, to)];
}

/** substr. */
export function sliceBytes(text: string, offset: number, length: number | null): string {
  if (isAscii(text)) return text.slice(...sliceBounds(text.length, offset, length));
  const bytes = bytesOf(text);
  return textOfBytes(bytes.subarray(...sliceBounds(bytes.length, offset, length)));
}

/** The byte position of a UTF-16 index, and the way back. */
export function toByteIndex(text: string, index: number): number {
  return byteLength(text.slice(0, index));
}

export function fromByteIndex(text: string, index: number): number {
  if (isAscii(text)) return index;
  let bytes = 0;
  let at = 0;
  for (const char of text) {
    if (bytes >= index) break;
    bytes += byteLength(char);
    at += char.length;
  }
  return at;
}

/** Changes only the letters A to Z, as PHP 8's strtoupper and strtolower do. */
export const asciiUpper = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase());
export const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
