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

const hash = (left: number, right: number): number => {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** An empty table. */
export function createPairTable(): PairTable {
  let size = 0;
  let mask = 1023;
  // Everything is stored plus one, so that zero means nothing.
  let slots = new Uint32Array(mask + 1);
  let lefts = new Uint32Array(mask + 1);
  let rights = new Uint32Array(mask + 1);

  const slotOf = (left: number, right: number): number => {
    let slot = hash(left, right) & mask;
    for (;;) {
      const stored = slots[slot] as number;
      if (stored === 0) return slot;
      if (lefts[stored - 1] === left + 1 && rights[stored - 1] === right + 1) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const enlarge = (): void => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Uint32Array(mask + 1);
    for (const stored of old) {
      if (stored === 0) continue;
      const [left, right] = [lefts[stored - 1] as number, rights[stored - 1] as number];
      slots[slotOf(left - 1, right - 1)] = stored;
    }
  };
  return {
    get: (left, right) => (slots[slotOf(left, right)] as number) - 1,
    add: (left, right, value) => {
      if (++size * 1.5 > mask) enlarge();
      const slot = slotOf(left, right);
      lefts = grown(lefts, value + 1);
      rights = grown(rights, value + 1);
      lefts[value] = left + 1;
      rights[value] = right + 1;
      slots[slot] = value + 1;
    },
    leftOf: (value) => (lefts[value] ?? 0) - 1,
    rightOf: (value) => (rights[value] ?? 0) - 1,
  };
}
