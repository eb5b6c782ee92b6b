import type { Cells } from "./cells.ts";
import { add, type Likelihood, risingFactorials, type SlopeSums } from "./likelihood.ts";

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
  [r = 0, alpha = 0, a = 0, b = 0]: readonly number[],
  { columns, counts }: Cells,
  firstFlip: number,
  sums: SlopeSums,
): void {
  const [ofR, ofB, ofAB] = [risingFactorials(r), risingFactorials(b), risingFactorials(a + b)];
  for (let row = 0; row < counts.length; row++) {
    const [x, count] = [columns[0]?.[row] as number, counts[row] as number];
    const [buys, stays, all] = [ofR(x), ofB(x + firstFlip), ofAB(x + firstFlip)];
    add(sums, 0, count * (buys.log + stays.log - all.log));
    add(sums, 1, count * buys.first);
    add(sums, 3, -count * all.first);
    add(sums, 4, count * (stays.first - all.first));
    add(sums, 5, count * buys.second);
    add(sums, 6, count / alpha);
    add(sums, 7, (-count * r) / (alpha * alpha));
    add(sums, 10, -count * all.second);
    add(sums, 13, -count * all.second);
    add(sums, 14, count * (stays.second - all.second));
  }
}

/** (α + T)^−(r+x) · {1 + a / (b + flips − 1) · ((α + T) / (α + t_x))^(r+x)}: alive, or gone after the last purchase. */
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
    const [n, x] = [counts[row] as number, frequency[row] as number];
    const power = r + x;
    const end = alpha + (age[row] as number);
    // α^r (α + T)^−(r+x) in a form that does not cancel where r and α are large.
    const grown = Math.log1p((age[row] as number) / alpha);
    const perEnd = 1 / end;
    value -= n * (r * grown + x * (logAlpha + grown));
    byR -= n * grown;
    byAlpha += n * ((r * (age[row] as number)) / alpha - x) * perEnd;
    ar -= n * perEnd;
    aa += n * power * perEnd * perEnd;
    const flips = x + firstFlip;
    if (flips === 0) continue;
    const last = alpha + (recency[row] as number);
    const [ratio, perLast, odds] = [Math.log(end / last), 1 / last, b + flips - 1];
    const logGone = logA - Math.log(odds) + power * ratio;
    const small = Math.exp(-Math.abs(logGone));
    const gone = logGone > 0 ? 1 / (1 + small) : small / (1 + small);
    value += n * (Math.log1p(small) + Math.max(0, logGone));
    const [weight, spread] = [n * gone, (n * small) / (1 + small) ** 2];
    const slope = power * (perEnd - perLast);
    byR += weight * ratio;
    byAlpha += weight * slope;
    byA += weight / a;
    byB -= weight / odds;
    rr += spread * ratio * ratio;
    ar += spread * ratio * slope + weight * (perEnd - perLast);
    aa += spread * slope * slope - weight * power * (perEnd * perEnd - perLast * perLast);
    Ar += (spread * ratio) / a;
    Aa += (spread * slope) / a;
    AA += (spread - weight) / (a * a);
    Br -= (spread * ratio) / odds;
    Ba -= (spread * slope) / odds;
    BA -= spread / (a * odds);
    BB += (spread + weight) / (odds * odds);
  }
  for (const [index, sum] of [
    value,
    byR,
    byAlpha,
    byA,
    byB,
    rr,
    ar,
    aa,
    Ar,
    Aa,
    AA,
    Br,
    Ba,
    BA,
    BB,
  ].entries()) {
    add(sums, index, sum);
  }
}
