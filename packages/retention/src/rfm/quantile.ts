/** How often a value was counted; sorted rows of these are a histogram. */
export type ValueCount = readonly [value: number, count: number];

/**
 * The value below which a share of counted values lies: type 7, as in R, NumPy and spreadsheets, which goes straight from one
 * value to the next.
 *
 * @param histogram - in the order of values
 * @param share - from 0 to 1
 * @returns `null` where nothing was counted
 * @see R. J. Hyndman, Y. Fan: Sample quantiles in statistical packages, American Statistician 50 (1996), 361–365
 */
export function quantileOf(histogram: readonly ValueCount[], share: number): number | null {
  const n = histogram.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return null;
  const place = (n - 1) * share;
  const below = valueAt(histogram, Math.floor(place));
  const above = valueAt(histogram, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

function valueAt(histogram: readonly ValueCount[], place: number): number {
  let seen = 0;
  for (const [value, count] of histogram) {
    seen += count;
    if (seen > place) return value;
  }
  return histogram.at(-1)?.[0] ?? 0;
}

/** Values in any order as a histogram. */
export function histogramOf(values: ArrayLike<number>): readonly ValueCount[] {
  const histogram: [number, number][] = [];
  for (const value of Float64Array.from(values).sort()) {
    const last = histogram.at(-1);
    if (last?.[0] === value) last[1]++;
    else histogram.push([value, 1]);
  }
  return histogram;
}
