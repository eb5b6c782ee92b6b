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

/** Gathers the rows of a model one by one, and keeps the strongest of each. */
function createRows(items: number, most: number) {
  const starts = new Uint32Array(items + 1);
  let [neighbours, together] = [new Uint32Array(256), new Uint32Array(256)];
  let weights = new Float32Array(256);
  let size = 0;
  const values = new Float32Array(items);
  const add = (
    row: number,
    places: ArrayLike<number>,
    found: Float32Array,
    both: ArrayLike<number>,
    count: number,
  ) => {
    const kept = Math.min(most, count);
    values.set(found.subarray(0, count));
    // Numbers sort natively: a threshold is found faster than a ranking.
    const least = kept < count ? (values.subarray(0, count).sort()[count - kept] as number) : 0;
    let ties = kept;
    for (let at = 0; at < count; at++) if ((found[at] as number) > least) ties--;
    if (size + kept > weights.length) {
      const room = 2 * (size + kept);
      [neighbours, together] = [
        copied(neighbours, new Uint32Array(room)),
        copied(together, new Uint32Array(room)),
      ];
      weights = copied(weights, new Float32Array(room));
    }
    for (let at = 0; at < count; at++) {
      const weight = found[at] as number;
      if (weight < least || (weight === least && --ties < 0)) continue;
      neighbours[size] = places[at] as number;
      together[size] = both[at] as number;
      weights[size++] = weight;
    }
    starts[row + 1] = size;
  };
  const finish = () => ({
    starts,
    neighbours: neighbours.slice(0, size),
    together: together.slice(0, size),
    weights: weights.slice(0, size),
  });
  return { add, finish };
}

function copied<A extends Uint32Array | Float32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

type Rows = ReturnType<typeof createRows>;

function addMeasuredRows(rows: Rows, all: ItemCounts, options: ItemItemOptions): void {
  const { items, counts, pairs, baskets } = all;
  const measure = measureOf(options, all);
  const { ends, halves } = pairsOfItems(all);
  const [places, both] = [new Uint32Array(items.length), new Uint32Array(items.length)];
  const found = new Float32Array(items.length);
  const facts = { i: 0, j: 0, together: 0, shares: 0, from: 0, to: 0, baskets };
  for (let row = 0; row < items.length; row++) {
    facts.i = row;
    facts.from = counts[row] as number;
    let count = 0;
    for (let at = row === 0 ? 0 : (ends[row - 1] as number); at < (ends[row] as number); at++) {
      const pair = halves[at] as number;
      const low = pairs[pair] as number;
      facts.j = low === row ? (pairs[pair + 1] as number) : low;
      facts.to = counts[facts.j] as number;
      facts.together = pairs[pair + 2] as number;
      facts.shares = pairs[pair + 3] as number;
      const weight = facts.together < options.minTogether ? 0 : Math.fround(measure(facts));
      if (weight > 0) {
        places[count] = facts.j;
        both[count] = facts.together;
        found[count++] = weight;
      }
    }
    rows.add(row, places, found, both, count);
  }
}

/** Where in `pairs` the pairs of each item stand, in the order of the other item, and where those of an item end. */
function pairsOfItems({ items, pairs }: ItemCounts) {
  const ends = new Uint32Array(items.length);
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
  return { ends, halves };
}

function addEaseRows(rows: Rows, all: ItemCounts, ridge: number): void {
  const count = all.items.length;
  if (count === 0) return;
  const { size, weights } = easeWeights(all, ridge);
  const { ends, halves } = pairsOfItems(all);
  const { pairs } = all;
  const [places, both] = [new Uint32Array(count), new Uint32Array(count)];
  const [found, together] = [new Float32Array(count), new Uint32Array(count)];
  for (let row = 0; row < count; row++) {
    together.fill(0);
    for (let at = row === 0 ? 0 : (ends[row - 1] as number); at < (ends[row] as number); at++) {
      const pair = halves[at] as number;
      const low = pairs[pair] as number;
      together[low === row ? (pairs[pair + 1] as number) : low] = pairs[pair + 2] as number;
    }
    let kept = 0;
    for (let other = 0; other < count; other++) {
      const weight = Math.fround(weights[row * size + other] as number);
      if (other === row || !(weight > 0)) continue;
      places[kept] = other;
      both[kept] = together[other] as number;
      found[kept++] = weight;
    }
    rows.add(row, places, found, both, kept);
  }
}
