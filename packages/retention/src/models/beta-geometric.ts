import { LARGE_POWER } from "../numerics/nearly-one.ts";
import type { Cells } from "./cells.ts";
import { add, bendOf, type Likelihood, risingFactorials, type SlopeSums } from "./likelihood.ts";

/**
 * BG/NBD and MBG/NBD: customers buy at random times and may leave after each purchase; with MBG/NBD also after the first.
 *
 * @param firstFlip - 0 for BG/NBD, 1 for MBG/NBD: how often they could have left before the first repeat purchase
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005),
 *   275–284, equation 6
 * @see E. P. Batislam, M. Denizel, A. Filiztekin: Empirical validation and comparison of models for customer base
 *   analysis, International Journal of Research in Marketing 24 (2007), 201–209, for MBG/NBD
 */
export function betaGeometric(firstFlip: 0 | 1): Likelihood {
  return {
    addFrequencies: (parameters, cells, sums) => addFrequencies(parameters, cells, firstFlip, sums),
    addTimes: (parameters, cells, sums) => addTimes(parameters, cells, firstFlip, sums),
  };
}

/** What depends on the frequency alone: Γ(r + x) / Γ(r) and B(a, b + flips) / B(a, b). */
function addFrequencies(
  [r = 0, , a = 0, b = 0]: readonly number[],
  { columns, counts }: Cells,
  firstFlip: number,
  sums: SlopeSums,
): void {
  const [ofR, ofB, ofAB] = [risingFactorials(r), risingFactorials(b), risingFactorials(a + b)];
  for (let row = 0; row < counts.length; row++) {
    const [x, count] = [columns[0]?.[row] as number, counts[row] as number];
    const [buys, stays, all] = [ofR(x), ofB(x + firstFlip), ofAB(x + firstFlip)];
    add(sums, 0, count * (buys.log + stays.log - all.log));
    add(sums, 1, count * r * buys.first);
    add(sums, 3, -count * a * all.first);
    add(sums, 4, count * b * (stays.first - all.first));
    add(sums, 5, count * bendOf(r, buys));
    add(sums, 10, -count * bendOf(a, all));
    add(sums, 13, -count * a * b * all.second);
    add(sums, 14, count * (bendOf(b, stays) - bendOf(b, all)));
  }
}

/**
 * (α + T)^−(r+x) · {1 + a / (b + flips − 1) · ((α + T) / (α + t_x))^(r+x)}: alive, or gone after the last purchase. One long
 * function, for it runs for each customer at each step.
 */
function addTimes(
  [r = 0, alpha = 0, a = 0, b = 0]: readonly number[],
  { columns, counts }: Cells,
  firstFlip: number,
  sums: SlopeSums,
): void {
  const [frequency, recency, age] = columns as readonly [Float64Array, Float64Array, Float64Array];
  const [logA, logAlpha] = [Math.log(a), Math.log(alpha)];
  let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  let [rr, ar, aa, Ar, Aa, AA, Br, Ba, BA, BB] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const [n, x, until] = [counts[row] as number, frequency[row] as number, age[row] as number];
    const power = r + x;
    const perEnd = 1 / (alpha + until);
    // α^r (α + T)^−(r+x) in a form that does not cancel where r and α are large.
    const grown = Math.log1p(until / alpha);
    const passed = until * perEnd;
    const flips = x + firstFlip;
    if (flips === 0) {
      value -= n * r * grown;
      byR -= n * r * grown;
      byAlpha += n * r * passed;
      ar += n * r * passed;
      aa -= n * r * passed * alpha * perEnd;
      continue;
    }
    const last = recency[row] as number;
    const [silent, perLast] = [until - last, 1 / (alpha + last)];
    const ratio = Math.log1p(silent * perLast);
    const grownThen = r > LARGE_POWER ? Math.log1p(last / alpha) : grown - ratio;
    const passedThen = last * perLast;
    // b + flips − 1 would lose what is left of b.
    const odds = b + (flips - 1);
    const logLeft = logA - Math.log(odds);
    const logGone = logLeft + power * ratio;
    const small = Math.exp(-Math.abs(logGone));
    const [less, more] = [small / (1 + small), 1 / (1 + small)];
    const [gone, here] = logGone > 0 ? [more, less] : [less, more];
    const likelier = logGone > 0 ? logLeft - power * grownThen : -power * grown;
    value += n * (likelier - x * logAlpha + Math.log1p(small));
    const [weight, spread] = [n * gone, n * gone * here];
    const slopeR = r * ratio;
    const slopeAlpha = -power * silent * perLast * alpha * perEnd;
    const slopeB = -b / odds;
    const passedMean = here * passed + gone * passedThen;
    byR -= n * r * (here * grown + gone * grownThen);
    byAlpha += n * (power * passedMean - x);
    byA += weight;
    byB += weight * slopeB;
    rr += spread * slopeR * slopeR;
    ar += spread * slopeR * slopeAlpha + n * r * passedMean;
    aa +=
      spread * slopeAlpha * slopeAlpha -
      n * power * alpha * (here * passed * perEnd + gone * passedThen * perLast);
    Ar += spread * slopeR;
    Aa += spread * slopeAlpha;
    AA += spread;
    Br += spread * slopeR * slopeB;
    Ba += spread * slopeAlpha * slopeB;
    BA += spread * slopeB;
    BB += spread * slopeB * slopeB + weight * slopeB * (1 + slopeB);
  }
  rr += byR;
  const all = [value, byR, byAlpha, byA, byB, rr, ar, aa, Ar, Aa, AA, Br, Ba, BA, BB];
  for (const [index, sum] of all.entries()) add(sums, index, sum);
}
