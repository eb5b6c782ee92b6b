/** One bit for each position, 32 to a word. */
export type Bitmap = Uint32Array;

/** A bitmap in which every bit is set. */
export function fullBitmap(size: number): Bitmap {
  return new Uint32Array(Math.ceil(size / 32)).fill(0xffffffff);
}

export function setBit(bitmap: Bitmap, position: number): void {
  bitmap[position >>> 5] = (bitmap[position >>> 5] as number) | (1 << (position & 31));
}

export function clearBit(bitmap: Bitmap, position: number): void {
  bitmap[position >>> 5] = (bitmap[position >>> 5] as number) & ~(1 << (position & 31));
}

/** The share of bits that are set, on average over some bitmaps. */
export function densityOf(bitmaps: readonly Bitmap[], size: number): number {
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
