/** A `Uint32Array` that grows as numbers are pushed. */
export interface GrowingArray {
  /** Appends a number. */
  readonly push: (value: number) => void;
  /** How many numbers there are. */
  readonly length: () => number;
  /** The numbers so far. */
  readonly finish: () => Uint32Array;
}

/** An empty one. */
export function createGrowingArray(): GrowingArray {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    length: () => length,
    finish: () => values.slice(0, length),
  };
}
