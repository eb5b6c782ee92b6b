import { parseInput } from "@kefu/core";
import { type Basket, numberBaskets } from "./baskets.ts";
import { easeWeights } from "./ease.ts";
import { ItemItemOptions, type ItemItemOptionsInput } from "./fit-options.ts";
import { countBaskets, type ItemCounts, readCounts } from "./item-counts.ts";
import { type ItemModel, modelOf } from "./item-model.ts";
import { measureOf } from "./similarity.ts";

/**
 * Learns which items go with which.
 *
 * @param given - baskets; or counts of them, as `itemCounts.finish` gives, which is how a model keeps in step with new baskets
 * @param options - by which measure, and how much is kept
 * @returns a model for `recommend` and `boughtTogether`; from no baskets one that knows nothing. Of neighbours that are equally strong the
 *   first ones by id are kept
 * @throws `InvalidInputError` naming what is wrong: baskets of more than 2,000 different items, counts that contradict each other,
 *   EASE for more than 4,000 items
 *
 * @example
 * ```ts
 * import { fitItemItem, recommend } from "@kefu/recommendation";
 *
 * const model = fitItemItem([["tea", "cup"], ["tea", "cup", "pot"], ["pot", "tea"], ["soap"]]);
 * const found = recommend(model, ["cup"], { limit: 2 });
 * found.items.map(({ itemId }) => itemId); // => ["tea", "pot"]
 * ```
 */
export function fitItemItem(
  given: readonly Basket[] | ItemCounts,
  options: ItemItemOptionsInput = {},
): ItemModel {
  const parsed = parseInput(ItemItemOptions, "item-to-item options", options);
  const counts = Array.isArray(given)
    ? countBaskets(numberBaskets(given))
    : readCounts(given as ItemCounts);
  const { mode } = parsed;
  const neighbours = parsed.neighbours ?? (mode === "sar" ? counts.items.length : 200);
  const rows = createRows(counts.items.length, neighbours);
  if (mode === "ease") addEaseRows(rows, counts, parsed.ridge);
  else addMeasuredRows(rows, counts, parsed);
  return modelOf({
    mode,
    baskets: counts.baskets,
    items: [...counts.items],
    counts: Float64Array.from(counts.counts),
    ...rows.finish(),
  });
}

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
function createRows(items: number, most: number) {
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

type Rows = ReturnType<typeof createRows>;

function addMeasuredRows(rows: Rows, all: ItemCounts, options: ItemItemOptions): void {
  const { items, counts, pairs, baskets } = all;
  const measure = measureOf(options, all);
  const eachPair = pairsOfItems(all);
  // One for all pairs: to make one for each takes longer than to measure it.
  const facts = { i: 0, j: 0, together: 0, shares: 0, from: 0, to: 0, baskets };
  for (let item = 0; item < items.length; item++) {
    facts.i = item;
    facts.from = counts[item] as number;
    eachPair(item, (other, pair) => {
      facts.j = other;
      facts.to = counts[other] as number;
      facts.together = pairs[pair + 2] as number;
      facts.shares = pairs[pair + 3] as number;
      if (facts.together >= options.minTogether) rows.add(other, facts.together, measure(facts));
    });
    rows.endRow();
  }
}

function addEaseRows(rows: Rows, all: ItemCounts, ridge: number): void {
  const { items, pairs } = all;
  const { size, weights } = easeWeights(all, ridge);
  const eachPair = pairsOfItems(all);
  const together = new Float64Array(items.length);
  for (let item = 0; item < items.length; item++) {
    together.fill(0);
    eachPair(item, (other, pair) => {
      together[other] = pairs[pair + 2] as number;
    });
    for (let other = 0; other < items.length; other++) {
      const weight = other === item ? 0 : (weights[item * size + other] as number);
      rows.add(other, together[other] as number, weight);
    }
    rows.endRow();
  }
}

/** Visits the pairs of an item, in the order of the other item: that, and where in `pairs` it stands. */
function pairsOfItems({ items, pairs }: ItemCounts) {
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
