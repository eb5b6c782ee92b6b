type Numbers = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** Numbers that grow in number. */
export interface GrowingArray {
  /** The numbers, and room for more. */
  values: Uint32Array;
  /** How many numbers there are. */
  length: number;
}

/** An empty one. */
export const createGrowingArray = (room = 64): GrowingArray => ({
  values: new Uint32Array(room),
  length: 0,
});

/** Adds a number at the end. */
export function append(array: GrowingArray, value: number): void {
  const { length } = array;
  if (length === array.values.length) array.values = grown(array.values, length + 1);
  array.values[length] = value;
  array.length = length + 1;
}

/** The same numbers with room for at least so many: half as much again, so that growing costs little in the long run. */
export function grown<Values extends Numbers>(values: Values, least: number): Values {
  if (least <= values.length) return values;
  const Constructor = values.constructor as new (length: number) => Values;
  const larger = new Constructor(Math.max(least, Math.ceil(values.length * 1.5)));
  larger.set(values);
  return larger;
}

/** Gives up the room. */
export function trim(array: GrowingArray): void {
  array.values = array.values.slice(0, array.length);
}
