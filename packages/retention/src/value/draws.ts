import type { Interval, SeededRandom } from "@kefu/core";

/** A draw from the normal distribution (Box–Muller). */
export function normalDraw({ next }: SeededRandom): number {
  // 1 − u lies above 0, where the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** A draw of the true share where so many of so many were counted: Beta(count + ½, of − count + ½), Jeffreys' posterior. */
export function shareDraw(
  random: SeededRandom,
  { count, of }: { count: number; of: number },
): number {
  const yes = gammaDraw(random, count + 0.5);
  return yes / (yes + gammaDraw(random, of - count + 0.5));
}

/** @see G. Marsaglia, W. W. Tsang: A simple method for generating gamma variables, ACM TOMS 26 (2000), 363–372 */
function gammaDraw(random: SeededRandom, shape: number): number {
  // Below 1 the method asks for a shape one higher, times a power of a share.
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** The middle of the draws that has this share of them; `draws` are sorted in place. */
export function middleOf(draws: Float64Array, level: number): Interval {
  draws.sort();
  const at = (share: number) => draws[Math.round(share * (draws.length - 1))] ?? 0;
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}
