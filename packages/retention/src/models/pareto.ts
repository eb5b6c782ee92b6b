import { gaussLegendre } from "../numerics/gauss-legendre.ts";
import { exponentialRise, logOnePlus } from "../numerics/nearly-one.ts";
import type { Cells } from "./cells.ts";
import { add, bendOf, type Likelihood, risingFactorials, type SlopeSums } from "./likelihood.ts";

/**
 * Pareto/NBD: customers buy at random times and leave at a random time. With R = r + x the likelihood of a customer is
 * Γ(R) / Γ(r) · α^r β^s · { (α+T)^−R (β+T)^−s + s ∫ (α+y)^−R (β+y)^−(s+1) dy }, y from t_x to T: still there, or gone at y.
 * The integral has no closed form that does not cancel, but its integrand is smooth in ln(y + the smaller of α and β): a
 * dozen points give all digits, of the second derivatives as well.
 *
 * @see P. S. Fader, B. G. S. Hardie: A note on deriving the Pareto/NBD model and related expressions, 2005, equation 17
 */
export const pareto: Likelihood = { addFrequencies, addTimes };

function addFrequencies(
  [r = 0]: readonly number[],
  { columns, counts }: Cells,
  sums: SlopeSums,
): void {
  const ofR = risingFactorials(r);
  for (let row = 0; row < counts.length; row++) {
    const [buys, count] = [ofR(columns[0]?.[row] as number), counts[row] as number];
    add(sums, 0, count * buys.log);
    add(sums, 1, count * r * buys.first);
    add(sums, 5, count * bendOf(r, buys));
  }
}

/** Where the integrand has fallen so far, as a logarithm, the rest does not count. */
const NEGLIGIBLE = 45;

/** ln of the last point to the first, with the smaller of α and β added: to T, or to where nothing is left. */
function lengthOf(
  power: number,
  alpha: number,
  s: number,
  beta: number,
  last: number,
  A: number,
  B: number,
): number {
  if (power * A + s * B < NEGLIGIBLE) return alpha < beta ? A : B;
  const fallen = Math.min(
    (alpha + last) * Math.expm1(NEGLIGIBLE / power),
    (beta + last) * Math.expm1(NEGLIGIBLE / s),
  );
  return Math.min(alpha < beta ? A : B, Math.log1p(fallen / (Math.min(alpha, beta) + last)));
}

/** Far out, where α or β is next to nothing, the integrand is long. */
const MOST_POINTS = 128;

/** How many points give twelve digits, by length and fall of the integrand; tried out on 60,000 random integrals. */
function pointsFor(length: number, fall: number): number {
  const fallen = Math.min(fall, 2 * NEGLIGIBLE);
  return Math.min(
    MOST_POINTS,
    Math.ceil(4 + 1.7 * length + 1.5 * Math.sqrt(fallen) + 0.2 * fallen),
  );
}

/** How likely a customer is still there and how likely gone, both relative to (α + t_x)^−R (β + t_x)^−s. */
export function stayedAndGone(
  { r, alpha, s, beta }: Readonly<Record<"r" | "alpha" | "s" | "beta", number>>,
  [x, last, until]: readonly [x: number, recency: number, age: number],
): readonly [stayed: number, gone: number] {
  const power = r + x;
  const A = Math.log1p((until - last) / (alpha + last));
  const B = Math.log1p((until - last) / (beta + last));
  const stayed = Math.exp(-power * A - s * B);
  if (until === last) return [stayed, 0];
  const length = lengthOf(power, alpha, s, beta, last, A, B);
  const { nodes, weights } = gaussLegendre(pointsFor(length, power * A + s * B));
  const [from, apart] = [Math.min(alpha, beta) + last, Math.abs(alpha - beta)];
  let gone = 0;
  for (let point = 0; point < nodes.length; point++) {
    const near = (length / 2) * (1 + (nodes[point] as number));
    const rise = from * Math.expm1(near);
    const small = from + rise;
    const far = Math.log1p(rise / (from + apart));
    const share = alpha < beta ? small / (small + apart) : 1;
    const fall = alpha < beta ? power * near + s * far : power * far + s * near;
    gone += (weights[point] as number) * share * Math.exp(-fall);
  }
  return [stayed, (s * gone * length) / 2];
}

function addTimes(
  parameters: readonly number[],
  { columns, counts }: Cells,
  sums: SlopeSums,
): void {
  const [r = 0, alpha = 0, s = 0, beta = 0] = parameters;
  const [frequency, recency, age] = columns as readonly [Float64Array, Float64Array, Float64Array];
  for (let row = 0; row < counts.length; row++) {
    const last = recency[row] as number;
    const until = age[row] as number;
    addCustomers(
      sums,
      counts[row] as number,
      frequency[row] as number,
      r,
      alpha,
      s,
      beta,
      last,
      until,
    );
  }
}

/**
 * Adds ln { still there + gone } of n customers and its derivatives by the logarithms of the parameters: means, over both cases
 * and all points of the integral, of those of α^r (α+y)^−R β^s (β+y)^−(s+1). With A = ln(1 + y/α), a = y / (α+y), and B, b the
 * same of β, these need the moments of A, a, B and b, none of which cancels where parameters are large; in the loop each is
 * taken less what it is at t_x, a and b in units of α / (α+t_x) and β / (β+t_x). One long function without lists, for it runs for
 * each customer at each step.
 */
function addCustomers(
  sums: SlopeSums,
  n: number,
  x: number,
  r: number,
  alpha: number,
  s: number,
  beta: number,
  last: number,
  until: number,
): void {
  const power = r + x;
  const silent = until - last;
  const lastA = Math.log1p(last / alpha);
  const lastB = Math.log1p(last / beta);
  const lengthA = Math.log1p(silent / (alpha + last));
  const lengthB = Math.log1p(silent / (beta + last));
  const isAlphaSmaller = alpha < beta;
  const largest = Math.max(power, s);
  const length = lengthOf(power, alpha, s, beta, last, lengthA, lengthB);
  const rule = gaussLegendre(pointsFor(length, power * lengthA + s * lengthB));
  const nodes = rule.nodes;
  const weights = rule.weights;
  const half = length / 2;
  const from = (isAlphaSmaller ? alpha : beta) + last;
  const apart = Math.abs(alpha - beta);
  const perStart = 1 / (from + apart);
  let [all, A, a, B, b] = [0, 0, 0, 0, 0];
  let [AA, Aa, aa, AB, aB, BB, Ab, ab, Bb, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let point = 0; point < nodes.length; point++) {
    const near = half * (1 + (nodes[point] as number));
    const rise = from * exponentialRise(near, largest);
    const small = from + rise;
    const far = logOnePlus(rise * perStart, largest);
    const logA = isAlphaSmaller ? near : far;
    const logB = isAlphaSmaller ? far : near;
    const perA = 1 / (isAlphaSmaller ? small : small + apart);
    const perB = 1 / (isAlphaSmaller ? small + apart : small);
    const w = (weights[point] as number) * small * perB * Math.exp(-power * logA - s * logB);
    const shareA = rise * perA;
    const shareB = rise * perB;
    const wA = w * logA;
    const wa = w * shareA;
    const wB = w * logB;
    const wb = w * shareB;
    all += w;
    A += wA;
    a += wa;
    B += wB;
    b += wb;
    AA += wA * logA;
    Aa += wA * shareA;
    aa += wa * shareA;
    AB += wA * logB;
    aB += wa * logB;
    BB += wB * logB;
    Ab += wA * shareB;
    ab += wa * shareB;
    Bb += wB * shareB;
    bb += wb * shareB;
  }
  const stays = Math.exp(-power * lengthA - s * lengthB);
  const total = stays + s * half * all;
  const here = stays / total;
  const gone = (s * half) / total;
  const left = gone * all;
  const next = s + 1;
  const enda = silent / (alpha + until);
  const endb = silent / (beta + until);
  const lasta = last / (alpha + last);
  const lastb = last / (beta + last);
  const keptA = alpha / (alpha + last);
  const keptB = beta / (beta + last);
  // Means over both cases, of A, a, B and b less what they are at t_x, then of the derivatives by ln s and ln β.
  const mA = gone * A + here * lengthA;
  const ma = keptA * (gone * a + here * enda);
  const mB = gone * B + here * lengthB;
  const mb = gone * b + here * endb;
  const h3 = left - s * mB;
  const h4 = keptB * (next * gone * b - left + s * here * endb);
  const passed = lasta + ma;
  const bought = x * (Math.log(alpha) + lastA);
  add(sums, 0, n * (Math.log(total) - r * lastA - bought - s * lastB));
  add(sums, 1, -n * r * (lastA + mA));
  add(sums, 2, n * (power * passed - x));
  add(sums, 3, n * (h3 - s * lastB));
  add(sums, 4, n * (h4 + s * lastb));
  // Covariances, and means of second derivatives.
  const varA = gone * AA + here * lengthA * lengthA - mA * mA;
  add(sums, 5, n * r * (r * varA - lastA - mA));
  const covAa = keptA * (gone * Aa + here * lengthA * enda) - mA * ma;
  add(sums, 6, n * r * (passed - power * covAa));
  const vara = keptA * keptA * (gone * aa + here * enda * enda) - ma * ma;
  add(sums, 7, n * power * (power * vara - passed * (1 - passed) + vara));
  add(sums, 8, -n * r * (gone * (A - s * AB) - s * here * lengthA * lengthB - mA * h3));
  const cova3 = keptA * (gone * (a - s * aB) - s * here * enda * lengthB) - ma * h3;
  add(sums, 9, n * power * cova3);
  const squares3 = gone * (all - 2 * s * B + s * s * BB) + here * s * s * lengthB * lengthB;
  add(sums, 10, n * (squares3 - h3 * h3 - s * (lastB + mB)));
  const covA4 = keptB * (gone * (next * Ab - A) + s * here * lengthA * endb) - mA * h4;
  add(sums, 11, -n * r * covA4);
  const cova4 = keptA * keptB * (gone * (next * ab - a) + s * here * enda * endb) - ma * h4;
  add(sums, 12, n * power * cova4);
  const product34 = gone * (next * (b - s * Bb) - all + s * B) - s * s * here * lengthB * endb;
  add(sums, 13, n * (keptB * product34 - h3 * h4 + s * (lastb + keptB * mb)));
  const squares4 = gone * (next * (next * bb - 2 * b) + all) + s * s * here * endb * endb;
  const bendGone = next * gone * (lastb * all + (keptB - lastb) * b - keptB * bb);
  const bendHere = s * here * (1 - endb) * (lastb + keptB * endb);
  add(sums, 14, n * (keptB * keptB * squares4 - h4 * h4 - keptB * (bendGone + bendHere)));
}
