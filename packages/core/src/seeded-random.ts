import { murmur3 } from "./hash.ts";
import { invalidInput } from "./parse-input.ts";

/** Numbers that look random and come in the same order for the same seed. */
export interface SeededRandom {
  /** The next number, at least 0 and less than 1, with 53 random bits. */
  readonly next: () => number;
  /**
   * The next whole number, at least 0 and less than `limit`, each as likely as any other.
   *
   * @param limit - from 1 to 2^32
   * @throws {@link InvalidInputError} for any other limit
   */
  readonly integer: (limit: number) => number;
}

/**
 * A source of numbers for simulations and tests (xoshiro128**): the same for the same seed, on every machine. Anyone who
 * sees some numbers can tell the next ones: never make secrets, codes or prizes of it.
 *
 * @throws {@link InvalidInputError} when the seed is no text
 *
 * @example
 * ```ts
 * import { seededRandom } from "@kefu/core";
 *
 * seededRandom("autumn").integer(6) === seededRandom("autumn").integer(6); // => true
 * ```
 */
export function seededRandom(seed: string): SeededRandom {
  const word = xoshiro128StarStar([0, 1, 2, 3].map((index) => murmur3(seed, index)));
  return {
    next: () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53,
    integer: (limit) => integerBelow(limit, word),
  };
}

/**
 * The generator of 32-bit words, from four words of state of which one at least is not zero.
 *
 * @see David Blackman, Sebastiano Vigna: Scrambled Linear Pseudorandom Number Generators, 2021
 */
export function xoshiro128StarStar(state: readonly number[]): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  return () => {
    const word = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return word;
  };
}

/** Draws again above the last multiple of the limit, where the remainder would favour small numbers. */
function integerBelow(limit: number, word: () => number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
    throw invalidInput("limit", "must be a whole number from 1 to 2^32");
  }
  const fairLimit = 2 ** 32 - (2 ** 32 % limit);
  let drawn = word();
  while (drawn >= fairLimit) drawn = word();
  return drawn % limit;
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
