import { grown } from "./growing-array.ts";

/** Numbers for pairs of numbers, there and back: a hash table with open addressing over typed arrays. */
export interface PairTable {
  /** The number stored for a pair, or -1. */
  readonly get: (left: number, right: number) => number;
  /** Stores a number from 0 up for a pair that has none. */
  readonly add: (left: number, right: number, value: number) => void;
  /** The left of the pair that a number is stored for, or -1. */
  readonly leftOf: (value: number) => number;
  /** The right of the pair that a number is stored for, or -1. */
  readonly rightOf: (value: number) => number;
}

/** Where a pair is looked for first; another seed scatters pairs that one seed brings together. */
export function hashOfPair(left: number, right: number, seed: number): number {
  let hash = Math.imul(left ^ seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16) ^ right, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Chance alone hardly ever makes a search longer; texts chosen for it could make every search as long as the table. */
const LONGEST_SEARCH = 256;
const NOWHERE = -1;

/** An empty table. */
export function createPairTable(): PairTable {
  let size = 0;
  let mask = 1023;
  let seed = 0;
  // Everything is stored plus one, so that zero means nothing.
  let slots = new Uint32Array(mask + 1);
  let lefts = new Uint32Array(mask + 1);
  let rights = new Uint32Array(mask + 1);

  /** Where a pair is, or belongs; nowhere when the search gets too long. */
  const slotOf = (left: number, right: number): number => {
    const first = hashOfPair(left, right, seed);
    for (let step = 0; step < LONGEST_SEARCH; step++) {
      const slot = (first + step) & mask;
      const stored = slots[slot] as number;
      if (stored === 0) return slot;
      if (lefts[stored - 1] === left + 1 && rights[stored - 1] === right + 1) return slot;
    }
    return NOWHERE;
  };
  const put = (value: number): boolean => {
    const slot = slotOf((lefts[value] as number) - 1, (rights[value] as number) - 1);
    if (slot !== NOWHERE) slots[slot] = value + 1;
    return slot !== NOWHERE;
  };
  /** Twice the room, and another seed, until every pair is found within the longest search. */
  const enlarge = (): void => {
    const old = slots;
    do {
      mask = mask * 2 + 1;
      seed = Math.imul(seed + 1, 0x9e3779b1);
      slots = new Uint32Array(mask + 1);
    } while (!old.every((stored) => stored === 0 || put(stored - 1)));
  };
  return {
    get: (left, right) => {
      const slot = slotOf(left, right);
      return slot === NOWHERE ? -1 : (slots[slot] as number) - 1;
    },
    add: (left, right, value) => {
      if (++size * 1.5 > mask) enlarge();
      lefts = grown(lefts, value + 1);
      rights = grown(rights, value + 1);
      lefts[value] = left + 1;
      rights[value] = right + 1;
      while (!put(value)) enlarge();
    },
    leftOf: (value) => (lefts[value] ?? 0) - 1,
    rightOf: (value) => (rights[value] ?? 0) - 1,
  };
}
