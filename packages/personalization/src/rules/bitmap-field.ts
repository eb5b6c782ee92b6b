import type { Access, Key } from "./access.ts";
import { type Bitmap, clearBit, densityOf, fullBitmap, setBit } from "./bitmap.ts";
import { keysOfValue, ownReader } from "./profile-value.ts";

/** What a field of the profiles leaves of the entries: one bitmap for each key or stretch of numbers that rules tell apart. */
export interface BitmapField {
  readonly read: (profile: unknown) => unknown;
  /** Puts the bitmaps on the list that together hold what may fit: one, or several where the value is a list. */
  readonly collect: (value: unknown, bitmaps: Bitmap[]) => void;
  /** Whether what the bitmaps hold of a value fits for sure, as far as this field goes. */
  readonly isSure: (value: unknown) => boolean;
  /** By position the limits of the numbers, where the bitmaps are too coarse to tell; NaN for none. */
  readonly limits?: { readonly from: Float64Array; readonly below: Float64Array };
  /** The share of bits that are set, on average: the lower, the sooner it should be asked. */
  readonly density: number;
}

/** A rule in the index, and what must be true of one field. */
export interface AccessEntry {
  readonly position: number;
  readonly access: Access;
}

/** More bitmaps select little better and fill the memory. */
const MOST_BITMAPS = 255;

/** Builds the bitmaps of the entries that want one of some keys. */
export function keyField(
  field: string,
  entries: readonly AccessEntry[],
  size: number,
): BitmapField {
  const free = freeBitmap(entries, size);
  const bitmaps = new Map<unknown, Bitmap>();
  const shared: Bitmap[] = [];

  /** Beyond the limit, keys share their bitmaps. */
  function bitmapFor(key: Key): Bitmap {
    const place = bitmaps.size % MOST_BITMAPS;
    const bitmap = bitmaps.get(key) ?? shared[place] ?? free.slice();
    if (bitmaps.has(key)) return bitmap;
    shared[place] = bitmap;
    bitmaps.set(key, bitmap);
    return bitmap;
  }

  for (const { position, access } of entries) {
    for (const key of access.keys ?? []) setBit(bitmapFor(key), position);
  }
  const isShared = bitmaps.size > MOST_BITMAPS;
  const isWhole = entries.some(({ access }) => access.isWhole);
  return {
    read: ownReader(field),
    density: densityOf(shared, size),
    isSure: (value) => !(isShared || (isWhole && Array.isArray(value))),
    collect: (value, collected) => {
      for (const key of keysOfValue(value)) {
        const bitmap = bitmaps.get(key);
        if (bitmap !== undefined) collected.push(bitmap);
      }
      if (collected.length === 0) collected.push(free);
    },
  };
}

/** Builds the bitmaps of the entries that want a number; there is one for each stretch between two quantiles of the limits. */
export function rangeField(
  field: string,
  entries: readonly AccessEntry[],
  size: number,
): BitmapField {
  const limits = limitsOf(entries, size);
  const { cuts, isCoarse } = cutsOf(entries);
  const free = freeBitmap(entries, size);
  const bitmaps = stretchBitmaps(entries, cuts, free);
  return {
    read: ownReader(field),
    density: densityOf(bitmaps, size),
    isSure: () => true,
    collect: (value, collected) => {
      const bitmap = typeof value === "number" ? bitmaps[stretchOf(cuts, value)] : undefined;
      collected.push(bitmap ?? free);
    },
    ...(isCoarse ? { limits } : {}),
  };
}

/** Stretch by stretch: some rules begin to hold, others end. */
function stretchBitmaps(entries: readonly AccessEntry[], cuts: Float64Array, free: Bitmap) {
  const begins: number[][] = Array.from({ length: cuts.length + 1 }, () => []);
  const ends: number[][] = Array.from({ length: cuts.length + 2 }, () => []);
  for (const { position, access } of entries) {
    const { from, below } = access;
    if (from >= below) continue;
    begins[stretchOf(cuts, from)]?.push(position);
    ends[stretchBelow(cuts, below) + 1]?.push(position);
  }
  const current = free.slice();
  return begins.map((beginning, stretch) => {
    for (const position of ends[stretch] ?? []) clearBit(current, position);
    for (const position of beginning) setBit(current, position);
    return current.slice();
  });
}

function limitsOf(entries: readonly AccessEntry[], size: number) {
  const from = new Float64Array(size).fill(Number.NaN);
  const below = new Float64Array(size).fill(Number.NaN);
  for (const { position, access } of entries) {
    from[position] = access.from;
    // Data may hold infinity itself, as JSON reads 1e999.
    below[position] = access.below === Number.POSITIVE_INFINITY ? Number.NaN : access.below;
  }
  return { from, below };
}

/** Where the numbers are cut: at each limit, or else at quantiles of them. Stretch `n` lies below cut `n`. */
function cutsOf(entries: readonly AccessEntry[]) {
  const limits = Float64Array.from(
    entries.flatMap(({ access: { from, below } }) => [from, below]).filter(Number.isFinite),
  ).sort();
  const distinct = limits.filter((limit, at) => limit !== limits[at - 1]);
  if (distinct.length <= MOST_BITMAPS) return { cuts: distinct, isCoarse: false };
  const quantiles = Float64Array.from(
    { length: MOST_BITMAPS },
    (_, at) => limits[Math.floor(((at + 0.5) * limits.length) / MOST_BITMAPS)] as number,
  );
  return { cuts: quantiles.filter((limit, at) => limit !== quantiles[at - 1]), isCoarse: true };
}

/** How many cuts are at most the number. */
function stretchOf(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last stretch that has numbers less than the limit. */
function stretchBelow(cuts: Float64Array, limit: number): number {
  const stretch = stretchOf(cuts, limit);
  return cuts[stretch - 1] === limit ? stretch - 1 : stretch;
}

/** All but the entries that the field is to select. */
function freeBitmap(entries: readonly AccessEntry[], size: number): Bitmap {
  const free = fullBitmap(size);
  for (const { position } of entries) clearBit(free, position);
  return free;
}
