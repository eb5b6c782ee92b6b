/** Numbers for pairs of numbers: a hash table with open addressing over typed arrays, 12 bytes a slot. */
export interface PairTable {
  /** The number stored for a pair, or -1. */
  readonly get: (left: number, right: number) => number;
  /** Stores a number from 0 up for a pair that has none. */
  readonly add: (left: number, right: number, value: number) => void;
  /** Calls back for every pair. */
  readonly forEach: (visit: (left: number, right: number, value: number) => void) => void;
}

const hash = (left: number, right: number): number => {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** An empty table. */
export function createPairTable(): PairTable {
  let size = 0;
  let mask = 1023;
  let slots = new Int32Array((mask + 1) * 3);

  const slotOf = (left: number, right: number): number => {
    let slot = hash(left, right) & mask;
    // The value is stored plus one, so that zero marks a free slot.
    while (slots[slot * 3 + 2] !== 0) {
      if (slots[slot * 3] === left && slots[slot * 3 + 1] === right) break;
      slot = (slot + 1) & mask;
    }
    return slot * 3;
  };
  const put = (left: number, right: number, stored: number): void => {
    const at = slotOf(left, right);
    slots[at] = left;
    slots[at + 1] = right;
    slots[at + 2] = stored;
  };
  const grow = (): void => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 3);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] !== 0) put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
    }
  };
  return {
    get: (left, right) => (slots[slotOf(left, right) + 2] as number) - 1,
    add: (left, right, value) => {
      if (++size * 1.5 > mask) grow();
      put(left, right, value + 1);
    },
    forEach: (visit) => {
      for (let at = 0; at < slots.length; at += 3) {
        if (slots[at + 2] === 0) continue;
        visit(slots[at] as number, slots[at + 1] as number, (slots[at + 2] as number) - 1);
      }
    },
  };
}
