import { invalidInput } from "./parse-input.ts";

/**
 * The 32-bit MurmurHash3 (x86) of a text, over its bytes in UTF-8; half of a surrogate pair counts as U+FFFD. Spreads
 * evenly and is quick; it is no protection against someone who looks for collisions.
 *
 * @param seed - the generator's own seed, taken modulo 2^32
 * @returns a whole number from 0 to 2^32 − 1
 * @throws {@link InvalidInputError} when `text` is no text or `seed` no number
 * @see Austin Appleby, SMHasher, MurmurHash3_x86_32
 *
 * @example
 * ```ts
 * import { murmur3 } from "@kefu/core";
 *
 * murmur3("Hello, world!"); // => 0xc0363e43
 * ```
 */
export function murmur3(text: string, seed = 0): number {
  const bytes = utf8Of(requireText(text));
  if (!Number.isFinite(seed)) throw invalidInput("seed", "must be a number");
  const tail = bytes.length - (bytes.length % 4);
  let hash = seed | 0;
  for (let at = 0; at < tail; at += 4) {
    hash ^= scrambled(wordAt(bytes, at));
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= scrambled(wordAt(bytes, tail)) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The 32-bit FNV-1a hash of a text, over its UTF-16 code units, as experiment platforms compute it in the browser. For
 * ASCII it is FNV-1a over bytes.
 *
 * @returns a whole number from 0 to 2^32 − 1
 * @throws {@link InvalidInputError} when `text` is no text
 * @see Fowler, Noll, Vo: the FNV non-cryptographic hash algorithm (RFC 9923)
 *
 * @example
 * ```ts
 * import { fnv1a32 } from "@kefu/core";
 *
 * fnv1a32("foobar"); // => 0xbf9cf968
 * ```
 */
export function fnv1a32(text: string): number {
  requireText(text);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Where someone falls between 0 and 1 in a draw: the same for the same seed and id, everywhere and always; different
 * seeds draw independently. A share of 10 % is everyone below 0.1, so that growing a share keeps all who are in.
 *
 * @param seed - names the draw, as in the name of an experiment
 * @param id - who draws; `42` and `"42"` are the same
 * @returns at least 0 and less than 1, in steps of 2^−32
 * @throws {@link InvalidInputError} when an argument is neither a text nor a finite number
 *
 * @example
 * ```ts
 * import { bucketOf } from "@kefu/core";
 *
 * bucketOf("free-delivery", 42) === bucketOf("free-delivery", "42"); // => true
 * ```
 */
export function bucketOf(seed: string | number, id: string | number): number {
  return murmur3(textOf(id), murmur3(textOf(seed))) / 2 ** 32;
}

function requireText(text: unknown): string {
  if (typeof text === "string") return text;
  throw invalidInput("text", "must be a text");
}

function textOf(value: string | number): string {
  return requireText(Number.isFinite(value) ? String(value) : value);
}

/** Four bytes, the lowest first; past the end there are zeros, which is what NaN shifts to. */
function wordAt(bytes: string, at: number): number {
  const byte = (offset: number) => bytes.charCodeAt(at + offset) << (8 * offset);
  return byte(0) | byte(1) | byte(2) | byte(3);
}

function scrambled(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** ECMAScript has no encoder but this one. Gives the bytes as characters; lone surrogates would make it throw. */
function utf8Of(text: string): string {
  // Percent signs back to bytes in one native pass: a callback for each byte takes seconds on long texts.
  return unescape(encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")));
}
