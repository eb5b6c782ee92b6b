import { AmountOverflowError, InvalidInputError } from "@kefu/core";
import { type Basket, isItemId, type NumberedBaskets, numberBaskets } from "./baskets.ts";
import { reading } from "./reading.ts";

/**
 * How often items were bought, alone and together: whole numbers in plain JSON.
 *
 * A basket of n items gives each of its pairs a *share* of 1/n, written in 232,792,560ths. This is the least common multiple of 1 to 22: shares of
 * baskets up to 22 items are exact, those of larger ones are rounded to the nearest, and sums do not depend on the order.
 */
export interface ItemCounts {
  /** What it is. */
  readonly kind: "item-counts";
  /** How many baskets were counted; empty ones are not. */
  readonly baskets: number;
  /** The ids of all items, in the order of their code units. */
  readonly items: readonly string[];
  /** In how many baskets each item was. */
  readonly counts: ArrayLike<number>;
  /** Four numbers a pair: the place of one item, that of a later one, baskets with both, their shares. In the order of places. */
  readonly pairs: ArrayLike<number>;
}

/** How many units a share of 1 has. */
export const WHOLE_SHARE = 232_792_560;

/** The counts of what is to be learnt from. @throws {@link InvalidInputError} naming what is wrong */
export const countsOf = (given: readonly Basket[] | ItemCounts): ItemCounts =>
  reading("baskets", () => Array.isArray(given))
    ? countBaskets(numberBaskets(given as readonly Basket[]))
    : readCounts(given);

/** The counts of baskets, in typed arrays. */
export function countBaskets(numbered: NumberedBaskets): ItemCounts {
  const { items, starts, rows } = numbered;
  const counts = new Float64Array(items.length);
  for (let at = 0; at < rows.length; at++) (counts[rows[at] as number] as number)++;
  const ends = new Int32Array(items.length);
  const homes = basketsOfItems(starts, rows, counts, ends);
  const partners = createPartners(numbered);
  let pairs = new Float64Array(1024);
  let size = 0;
  for (let item = 0; item < items.length; item++) {
    const end = ends[item] as number;
    for (let at = end - (counts[item] as number); at < end; at++) {
      partners.add(item, homes[at] as number);
    }
    const room = size + 4 * partners.count();
    if (room > pairs.length) {
      const before = pairs;
      pairs = new Float64Array(2 * room);
      pairs.set(before);
    }
    size = partners.write(item, pairs, size);
  }
  const baskets = starts.length - 1;
  return { kind: "item-counts", baskets, items, counts, pairs: pairs.subarray(0, size) };
}

/** Gathers the later items of all baskets of an item; one item at a time. */
function createPartners({ items, starts, rows }: NumberedBaskets) {
  const found = new Int32Array(items.length);
  const together = new Float64Array(items.length);
  const shares = new Float64Array(items.length);
  let count = 0;
  return {
    count: () => count,
    add(item: number, basket: number): void {
      const [from, to] = [starts[basket] as number, starts[basket + 1] as number];
      const share = Math.round(WHOLE_SHARE / (to - from));
      for (let place = from; place < to; place++) {
        const other = rows[place] as number;
        if (other <= item) continue;
        if (together[other] === 0) found[count++] = other;
        (together[other] as number)++;
        (shares[other] as number) += share;
      }
    },
    /** Writes them behind `from`, and forgets them; where the next ones go. */
    write(item: number, pairs: Float64Array, from: number): number {
      let to = from;
      for (const other of found.subarray(0, count).sort()) {
        pairs[to++] = item;
        pairs[to++] = other;
        pairs[to++] = together[other] as number;
        pairs[to++] = shares[other] as number;
        together[other] = 0;
        shares[other] = 0;
      }
      count = 0;
      return to;
    },
  };
}

/** The baskets of each item, one item after the other; `ends` tells where those of each end. */
function basketsOfItems(
  starts: Int32Array,
  rows: Int32Array,
  counts: Float64Array,
  ends: Int32Array,
): Int32Array {
  for (let item = 1; item < ends.length; item++) {
    ends[item] = (ends[item - 1] as number) + (counts[item - 1] as number);
  }
  const homes = new Int32Array(rows.length);
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    for (let at = starts[basket] as number; at < (starts[basket + 1] as number); at++) {
      homes[(ends[rows[at] as number] as number)++] = basket;
    }
  }
  return homes;
}

/** The counts of both, in plain lists. @throws {@link AmountOverflowError} beyond 2^53 − 1 */
export function mergeCounts(one: ItemCounts, other: ItemCounts): ItemCounts {
  const items = [...new Set([...one.items, ...other.items])].sort();
  const places = new Map(items.map((id, place) => [id, place]));
  const placesOf = (part: ItemCounts) => part.items.map((id) => places.get(id) as number);
  const [left, right] = [placesOf(one), placesOf(other)];
  const counts: number[] = new Array(items.length).fill(0);
  for (const [part, to] of [
    [one, left],
    [other, right],
  ] as const) {
    to.forEach((place, at) => {
      counts[place] = exact((counts[place] as number) + (part.counts[at] as number));
    });
  }
  return {
    kind: "item-counts",
    baskets: exact(one.baskets + other.baskets),
    items,
    counts,
    pairs: mergePairs({ pairs: one.pairs, places: left }, { pairs: other.pairs, places: right }),
  };
}

interface PlacedPairs {
  readonly pairs: ArrayLike<number>;
  /** The new place of each item; new places are in the order of the old. */
  readonly places: readonly number[];
}

function mergePairs(one: PlacedPairs, other: PlacedPairs): number[] {
  const merged: number[] = [];
  let [left, right] = [0, 0];
  while (left < one.pairs.length || right < other.pairs.length) {
    const [a, b] = [pairAt(one, left), pairAt(other, right)];
    const order = a[0] - b[0] || a[1] - b[1];
    const [i, j] = order <= 0 ? a : b;
    const sum = (part: number) =>
      exact((order <= 0 ? (a[part] as number) : 0) + (order >= 0 ? (b[part] as number) : 0));
    merged.push(i, j, sum(2), sum(3));
    if (order <= 0) left += 4;
    if (order >= 0) right += 4;
  }
  return merged;
}

type PlacedPair = readonly [i: number, j: number, together: number, shares: number];

/** Past their end, pairs come last. */
const LAST: PlacedPair = [Number.MAX_VALUE, Number.MAX_VALUE, 0, 0];

function pairAt({ pairs, places }: PlacedPairs, at: number): PlacedPair {
  if (at >= pairs.length) return LAST;
  const place = (part: number) => places[pairs[at + part] as number] as number;
  return [place(0), place(1), pairs[at + 2] as number, pairs[at + 3] as number];
}

function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new AmountOverflowError("item counts", [{ path: [], message: "add up beyond 2^53 − 1" }]);
}

/** Reads counts that come from outside, in one pass. @throws {@link InvalidInputError} naming the first thing that is wrong */
export function readCounts(input: unknown): ItemCounts {
  const path = reading("item counts", () => faultOf((input ?? {}) as Partial<ItemCounts>));
  if (path === undefined) return input as ItemCounts;
  throw new InvalidInputError("item counts", [{ path, message: "is not as counting leaves it" }]);
}

function faultOf({ kind, baskets, items, counts, pairs }: Partial<ItemCounts>) {
  if (kind !== "item-counts") return ["kind"];
  if (!isCount(baskets)) return ["baskets"];
  if (!Array.isArray(items)) return ["items"];
  if (!isList(counts) || counts.length !== items.length) return ["counts"];
  if (!isList(pairs) || pairs.length % 4 !== 0) return ["pairs"];
  const item = items.findIndex((_, at) => !isCountedItem(items, counts, at, baskets));
  return item >= 0 ? ["items", item] : faultyPair(pairs, counts);
}

function faultyPair(pairs: ArrayLike<number>, counts: ArrayLike<number>) {
  for (let at = 0; at < pairs.length; at += 4) {
    if (!isPair(pairs, at, counts)) return ["pairs", at];
  }
  return undefined;
}

function isCountedItem(
  items: readonly unknown[],
  counts: ArrayLike<number>,
  at: number,
  baskets: number,
) {
  const [id, count] = [items[at], counts[at]];
  // The id before is one: it was asked about first.
  const isInOrder = isItemId(id) && (at === 0 || (items[at - 1] as string) < id);
  return isInOrder && isCount(count) && count > 0 && count <= baskets;
}

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float64Array;
}

function isPair(pairs: ArrayLike<number>, at: number, counts: ArrayLike<number>): boolean {
  const [a, b, together, shares] = [at, at + 1, at + 2, at + 3].map(
    (part) => pairs[part] as number,
  );
  if (!(isCount(a) && isCount(b) && isCount(together) && isCount(shares))) return false;
  const [before, beside] = [pairs[at - 4] ?? -1, pairs[at - 3] ?? -1];
  const isInOrder = a < b && b < counts.length && (a > before || (a === before && b > beside));
  const most = Math.min(counts[a] as number, counts[b] as number);
  const areShares = shares > 0 && shares <= (together * WHOLE_SHARE) / 2;
  return isInOrder && together > 0 && together <= most && areShares;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
