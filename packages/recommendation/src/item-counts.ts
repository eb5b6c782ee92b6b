import { AmountOverflowError, InvalidInputError } from "@kefu/core";
import type { NumberedBaskets } from "./baskets.ts";

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

/** Counts without lists yet: the same numbers, in typed arrays. */
export function countBaskets({ items, starts, rows }: NumberedBaskets): ItemCounts {
  const baskets = starts.length - 1;
  const counts = new Float64Array(items.length);
  for (let at = 0; at < rows.length; at++) (counts[rows[at] as number] as number)++;
  const ends = new Int32Array(items.length);
  const homes = basketsOfItems(starts, rows, counts, ends);
  const together = new Float64Array(items.length);
  const shares = new Float64Array(items.length);
  let pairs = new Float64Array(1024);
  let size = 0;
  for (let item = 0; item < items.length; item++) {
    const partners: number[] = [];
    const end = ends[item] as number;
    for (let at = end - (counts[item] as number); at < end; at++) {
      const basket = homes[at] as number;
      const from = starts[basket] as number;
      const to = starts[basket + 1] as number;
      const share = Math.round(WHOLE_SHARE / (to - from));
      for (let place = from; place < to; place++) {
        const other = rows[place] as number;
        if (other <= item) continue;
        if (together[other] === 0) partners.push(other);
        (together[other] as number)++;
        (shares[other] as number) += share;
      }
    }
    partners.sort((one, other) => one - other);
    if (size + 4 * partners.length > pairs.length) {
      const room = new Float64Array(2 * (size + 4 * partners.length));
      room.set(pairs.subarray(0, size));
      pairs = room;
    }
    for (const other of partners) {
      pairs[size++] = item;
      pairs[size++] = other;
      pairs[size++] = together[other] as number;
      pairs[size++] = shares[other] as number;
      together[other] = 0;
      shares[other] = 0;
    }
  }
  return { kind: "item-counts", baskets, items, counts, pairs: pairs.subarray(0, size) };
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
    const [a, b] = pairAt(one, left);
    const [c, d] = pairAt(other, right);
    const order = a - c || b - d;
    const [fromOne, fromOther] = [order <= 0 || Number.isNaN(order), order >= 0];
    const takesOne = left < one.pairs.length && fromOne;
    const takesOther = right < other.pairs.length && fromOther;
    const sum = (part: number) =>
      (takesOne ? (one.pairs[left + part] as number) : 0) +
      (takesOther ? (other.pairs[right + part] as number) : 0);
    merged.push(takesOne ? a : c, takesOne ? b : d, exact(sum(2)), exact(sum(3)));
    if (takesOne) left += 4;
    if (takesOther) right += 4;
  }
  return merged;
}

/** Past their end, pairs come last. */
function pairAt({ pairs, places }: PlacedPairs, at: number): readonly [number, number] {
  if (at >= pairs.length) return [Number.MAX_VALUE, Number.MAX_VALUE];
  return [places[pairs[at] as number] as number, places[pairs[at + 1] as number] as number];
}

function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new AmountOverflowError("item counts", [{ path: [], message: "add up beyond 2^53 − 1" }]);
}

/** Reads counts that come from outside, in one pass. @throws {@link InvalidInputError} naming the first thing that is wrong */
export function readCounts(input: unknown): ItemCounts {
  const path = faultOf((input ?? {}) as Partial<ItemCounts>);
  if (path === undefined) return input as ItemCounts;
  throw new InvalidInputError("item counts", [{ path, message: "is not as counting leaves it" }]);
}

function faultOf({ kind, baskets, items, counts, pairs }: Partial<ItemCounts>) {
  if (kind !== "item-counts") return ["kind"];
  if (!isCount(baskets)) return ["baskets"];
  if (!isList(items)) return ["items"];
  if (!isList(counts) || counts.length !== items.length) return ["counts"];
  for (let at = 0; at < items.length; at++) {
    const [id, before] = [items[at], items[at - 1]];
    if (typeof id !== "string" || (before !== undefined && !(id > before))) return ["items", at];
    const count = counts[at] as number;
    if (!isCount(count) || count === 0 || count > baskets) return ["counts", at];
  }
  if (!isList(pairs) || pairs.length % 4 !== 0) return ["pairs"];
  for (let at = 0; at < pairs.length; at += 4) {
    if (!isPair(pairs, at, counts)) return ["pairs", at];
  }
  return undefined;
}

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float64Array;
}

function isPair(pairs: ArrayLike<number>, at: number, counts: ArrayLike<number>): boolean {
  const [a, b, together, shares] = [0, 1, 2, 3].map((part) => pairs[at + part] as number) as [
    number,
    number,
    number,
    number,
  ];
  if (!(isCount(a) && isCount(b) && isCount(together) && isCount(shares))) return false;
  const isInOrder =
    at === 0 ||
    a > (pairs[at - 4] as number) ||
    (a === pairs[at - 4] && b > (pairs[at - 3] as number));
  const most = Math.min(counts[a] as number, counts[b] as number);
  return (
    a < b &&
    b < counts.length &&
    isInOrder &&
    together > 0 &&
    together <= most &&
    shares > 0 &&
    shares <= (together * WHOLE_SHARE) / 2
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
