import { textOf } from "./snapshot-text.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PADDING = 61;

/** Bytes as Base64 (RFC 4648), which ECMAScript has no function for. */
export function toBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let place = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three =
      ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let letter = 0; letter < Math.min(4, left + 1); letter++) {
      letters[place + letter] = LETTERS.charCodeAt((three >> (18 - 6 * letter)) & 63);
    }
    place += 4;
  }
  return textOf(letters);
}

/** The bytes of a Base64 text, or `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const values = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at++) values[LETTERS.charCodeAt(at)] = at;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const value = (at: number) => values[text.charCodeAt(at)] as number;
  for (let at = 0, place = 0; at < text.length; at += 4, place += 3) {
    const three = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    bytes[place] = three >> 16;
    // What lies beyond the end of a typed array is not written.
    bytes[place + 1] = three >> 8;
    bytes[place + 2] = three;
  }
  return bytes;
}
