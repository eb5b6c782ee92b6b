import type { Access, Key } from "./access.ts";
import { looseReader } from "./profile-value.ts";

/** One bit for each entry: whether it may still fit. */
export type Bitmap = Uint32Array;

/** What a field leaves of the entries: one bitmap for each key or stretch of numbers that rules tell apart. */
export interface BitmapField {
  /** Puts the bitmaps that together hold what may fit a profile on the list: one, or several where the field is a list. */
  readonly collect: (profile: unknown, bitmaps: Bitmap[]) => void;
  /** The share of bits that are set, on average: the lower, the sooner it should be asked. */
  readonly density: number;
}

/** An entry of the index and what must be true of one field. */
export interface AccessEntry {
  readonly position: number;
  readonly access: Access;
}

/** More bitmaps select little better and fill the memory. */
const MOST_BITMAPS = 255;

/** The bitmaps of the entries that want one of some keys. */
export function keyField(
  field: string,
  entries: readonly AccessEntry[],
  size: number,
): BitmapField {
  const free = freeBitmap(entries, size);
  const bitmaps = new Map<Key, Bitmap>();
  const shared: Bitmap[] = [];
  for (const { position, access } of entries) {
    for (const key of access.keys ?? []) set(bitmapFor(key), position);
  }

  /** Beyond the limit, keys share their bitmaps. */
  function bitmapFor(key: Key): Bitmap {
    const known = bitmaps.get(key);
    if (known !== undefined) return known;
    const place = bitmaps.size % MOST_BITMAPS;
    const bitmap = shared[place] ?? free.slice();
    shared[place] = bitmap;
    bitmaps.set(key, bitmap);
    return bitmap;
  }

  const read = looseReader(field);
  return {
    density: densityOf(shared, size),
    collect: (profile, collected) => {
      const value = read(profile);
      if (!Array.isArray(value)) {
        collected.push(bitmaps.get(value as Key) ?? free);
        return;
      }
      const before = collected.length;
      for (const element of value) {
        const bitmap = bitmaps.get(element);
        if (bitmap !== undefined) collected.push(bitmap);
      }
      if (collected.length === before) collected.push(free);
    },
  };
}

/** The bitmaps of the entries that want a number from a stretch; the stretches are quantiles of the limits. */
export function rangeField(
  field: string,
  entries: readonly AccessEntry[],
  size: number,
): BitmapField {
  const free = freeBitmap(entries, size);
  const cuts = cutsOf(entries);
  const begins: number[][] = Array.from({ length: cuts.length + 1 }, () => []);
  const ends: number[][] = Array.from({ length: cuts.length + 2 }, () => []);
  for (const { position, access } of entries) {
    const { from = -Infinity, below = Infinity } = access;
    const first = stretchOf(cuts, from);
    const last = stretchBelow(cuts, below);
    if (!(from < below)) continue;
    begins[first]?.push(position);
    ends[last + 1]?.push(position);
  }
  const current = free.slice();
  const bitmaps = begins.map((beginning, stretch) => {
    for (const position of ends[stretch] ?? []) clear(current, position);
    for (const position of beginning) set(current, position);
    return current.slice();
  });
  const read = looseReader(field);
  return {
    density: densityOf(bitmaps, size),
    collect: (profile, collected) => {
      const value = read(profile);
      const bitmap = typeof value === "number" ? bitmaps[stretchOf(cuts, value)] : undefined;
      collected.push(bitmap ?? free);
    },
  };
}

/** Where the numbers are cut: at each limit, or at quantiles of them. Stretch `n` lies below cut `n`. */
function cutsOf(entries: readonly AccessEntry[]): Float64Array {
  const limits = Float64Array.from(
    entries
      .flatMap(({ access: { from = -Infinity, below = Infinity } }) => [from, below])
      .filter(Number.isFinite),
  ).sort();
  const distinct = limits.filter((limit, at) => limit !== limits[at - 1]);
  if (distinct.length <= MOST_BITMAPS) return distinct;
  const quantiles = Float64Array.from(
    { length: MOST_BITMAPS },
    (_, at) => limits[Math.floor(((at + 0.5) * limits.length) / MOST_BITMAPS)] ?? 0,
  );
  return quantiles.filter((limit, at) => limit !== quantiles[at - 1]);
}

/** How many cuts are at most the number. */
function stretchOf(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last stretch that has numbers less than the limit. */
function stretchBelow(cuts: Float64Array, limit: number): number {
  const stretch = stretchOf(cuts, limit);
  return cuts[stretch - 1] === limit ? stretch - 1 : stretch;
}

/** All entries but those that the field is to select. */
function freeBitmap(entries: readonly AccessEntry[], size: number): Bitmap {
  const free = new Uint32Array(Math.ceil(size / 32)).fill(0xffffffff);
  for (const { position } of entries) clear(free, position);
  return free;
}

function set(bitmap: Bitmap, position: number): void {
  bitmap[position >>> 5] = (bitmap[position >>> 5] ?? 0) | (1 << (position & 31));
}

function clear(bitmap: Bitmap, position: number): void {
  bitmap[position >>> 5] = (bitmap[position >>> 5] ?? 0) & ~(1 << (position & 31));
}

function densityOf(bitmaps: readonly Bitmap[], size: number): number {
  let bits = 0;
  for (const bitmap of bitmaps) for (const word of bitmap) bits += bitsIn(word);
  return bits / Math.max(1, bitmaps.length * size);
}

/** @see H. S. Warren, Hacker's Delight, 5-1 */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
