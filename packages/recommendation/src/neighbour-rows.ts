import { InvalidInputError } from "@kefu/core";
import type { ItemCounts } from "./item-counts.ts";
import { type ItemModel, type ItemModelMode, modelOf } from "./item-model.ts";

/** The candidates of one row: places, baskets with both, and how strong they are. */
interface Row {
  readonly places: Uint32Array;
  readonly together: Uint32Array;
  readonly weights: Float32Array;
}

const createRow = (room: number): Row => ({
  places: new Uint32Array(room),
  together: new Uint32Array(room),
  weights: new Float32Array(room),
});

/** Gathers the rows of a model one by one, and keeps the strongest of each. */
export function createRows(items: number, most: number) {
  const row = createRow(items);
  const starts = new Uint32Array(items + 1);
  const sorted = new Float32Array(items);
  let kept = createRow(256);
  let [count, size, rows] = [0, 0, 0];

  /** A candidate of the row; in the order of places. */
  function add(place: number, together: number, given: number): void {
    const weight = Math.fround(given);
    if (weight === 0) return;
    row.places[count] = place;
    row.together[count] = together;
    row.weights[count++] = weight;
  }
  function keep(at: number): void {
    if (size === kept.places.length) kept = grown(kept);
    kept.places[size] = row.places[at] as number;
    kept.together[size] = row.together[at] as number;
    kept.weights[size++] = row.weights[at] as number;
  }
  /** The least weight that is kept. Numbers sort natively: a threshold is found faster than a ranking. */
  function threshold(): number {
    if (count <= most) return 0;
    for (let at = 0; at < count; at++) sorted[at] = Math.abs(row.weights[at] as number);
    return sorted.subarray(0, count).sort()[count - most] as number;
  }
  function endRow(): void {
    const least = threshold();
    const weights = row.weights.subarray(0, count);
    let ties = most;
    for (const weight of weights) if (Math.abs(weight) > least) ties--;
    weights.forEach((weight, at) => {
      const strength = Math.abs(weight);
      if (strength > least || (strength === least && ties-- > 0)) keep(at);
    });
    count = 0;
    starts[++rows] = size;
  }
  const finish = () => ({
    starts,
    neighbours: kept.places.slice(0, size),
    together: kept.together.slice(0, size),
    weights: kept.weights.slice(0, size),
  });
  return { add, endRow, finish };
}

function grown({ places, together, weights }: Row): Row {
  const row = createRow(2 * places.length);
  row.places.set(places);
  row.together.set(together);
  row.weights.set(weights);
  return row;
}

export type Rows = ReturnType<typeof createRows>;

/** A model counts in 32 bits. */
const MOST_BASKETS = 2 ** 32 - 1;

/** The model of the rows that were gathered. */
export function modelOfRows(
  mode: ItemModelMode,
  { baskets, items, counts }: ItemCounts,
  rows: Rows,
): ItemModel {
  if (baskets > MOST_BASKETS) {
    const issue = { path: ["baskets"], message: "must be at most 4294967295 for a model" };
    throw new InvalidInputError("item counts", [issue]);
  }
  const known = { baskets, items: [...items], counts: Float64Array.from(counts) };
  return modelOf({ mode, ...known, ...rows.finish() });
}

/** Visits the pairs of an item, in the order of the other item: that, and where in `pairs` it stands. */
export function pairsOfItems({ items, pairs }: ItemCounts) {
  const ends = new Uint32Array(items.length + 1);
  for (let at = 0; at < pairs.length; at += 4) {
    (ends[pairs[at] as number] as number)++;
    (ends[pairs[at + 1] as number] as number)++;
  }
  for (let item = items.length - 1, left = pairs.length / 2; item >= 0; item--) {
    left -= ends[item] as number;
    ends[item] = left;
  }
  const halves = new Uint32Array(pairs.length / 2);
  // First those in which an item is the later one: the others are earlier.
  for (const half of [1, 0]) {
    for (let at = 0; at < pairs.length; at += 4) {
      halves[(ends[pairs[at + half] as number] as number)++] = at;
    }
  }
  return (item: number, visit: (other: number, pair: number) => void): void => {
    for (let at = item === 0 ? 0 : (ends[item - 1] as number); at < (ends[item] as number); at++) {
      const pair = halves[at] as number;
      const low = pairs[pair] as number;
      visit(low === item ? (pairs[pair + 1] as number) : low, pair);
    }
  };
}
