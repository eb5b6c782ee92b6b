import { gaussLegendre } from "../numerics/gauss-legendre.ts";
import type { Cells } from "./cells.ts";
import { add, type Likelihood, risingFactorials, type SlopeSums } from "./likelihood.ts";

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
  [r = 0, alpha = 0, s = 0, beta = 0]: readonly number[],
  { columns, counts }: Cells,
  sums: SlopeSums,
): void {
  const ofR = risingFactorials(r);
  for (let row = 0; row < counts.length; row++) {
    const [buys, count] = [ofR(columns[0]?.[row] as number), counts[row] as number];
    add(sums, 0, count * buys.log);
    add(sums, 1, count * buys.first);
    add(sums, 2, (count * r) / alpha);
    add(sums, 4, (count * s) / beta);
    add(sums, 5, count * buys.second);
    add(sums, 6, count / alpha);
    add(sums, 7, (-count * r) / (alpha * alpha));
    add(sums, 13, count / beta);
    add(sums, 14, (-count * s) / (beta * beta));
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

/** How many points give twelve digits, by length and fall of the integrand; tried out on 60,000 random integrals. */
function pointsFor(length: number, fall: number): number {
  const fallen = Math.min(fall, 2 * NEGLIGIBLE);
  return Math.min(64, Math.ceil(4 + 1.7 * length + 1.5 * Math.sqrt(fallen) + 0.2 * fallen));
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
    const small = from * Math.exp(near);
    const far = Math.log((small + apart) / (from + apart));
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
 * Adds ln { still there + gone } of n customers and its derivatives: means, over both cases and all points of the integral, of
 * those of ln (α+y)^−R (β+y)^−(s+1). With A = ln (α+y)/(α+t_x), a = 1/(α+y), and B, b the same of β, these need the moments
 * of A, a, B and b. One long function without lists, for it runs for each customer at each step.
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
  const endA = Math.log1p((until - last) / (alpha + last));
  const endB = Math.log1p((until - last) / (beta + last));
  const enda = 1 / (alpha + until);
  const endb = 1 / (beta + until);
  const isAlphaSmaller = alpha < beta;
  const length = lengthOf(power, alpha, s, beta, last, endA, endB);
  const rule = gaussLegendre(pointsFor(length, power * endA + s * endB));
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
    const small = from * Math.exp(near);
    const large = small + apart;
    const far = Math.log(large * perStart);
    const logA = isAlphaSmaller ? near : far;
    const logB = isAlphaSmaller ? far : near;
    const perA = 1 / (isAlphaSmaller ? small : large);
    const perB = 1 / (isAlphaSmaller ? large : small);
    const w = (weights[point] as number) * small * perB * Math.exp(-power * logA - s * logB);
    const wA = w * logA;
    const wa = w * perA;
    const wB = w * logB;
    const wb = w * perB;
    all += w;
    A += wA;
    a += wa;
    B += wB;
    b += wb;
    AA += wA * logA;
    Aa += wA * perA;
    aa += wa * perA;
    AB += wA * logB;
    aB += wa * logB;
    BB += wB * logB;
    Ab += wA * perB;
    ab += wa * perB;
    Bb += wB * perB;
    bb += wb * perB;
  }
  const stays = Math.exp(-power * endA - s * endB);
  const total = stays + s * half * all;
  const here = stays / total;
  const gone = (s * half) / total;
  const next = s + 1;
  const g1 = -gone * A - here * endA;
  const g2 = -power * (gone * a + here * enda);
  const g3 = gone * (all / s - B) - here * endB;
  const g4 = -next * gone * b - s * here * endb;
  // α^r (α + t_x)^−R in a form that does not cancel where r and α are large.
  const grownA = Math.log1p(last / alpha);
  const grownB = Math.log1p(last / beta);
  const bought = x * (Math.log(alpha) + grownA);
  add(sums, 0, n * (Math.log(total) - r * grownA - bought - s * grownB));
  add(sums, 1, n * (g1 - grownA));
  add(sums, 2, n * g2);
  add(sums, 3, n * (g3 - grownB));
  add(sums, 4, n * g4);
  add(sums, 5, n * (gone * AA + here * endA * endA - g1 * g1));
  add(sums, 6, n * (gone * (power * Aa - a) + here * enda * (power * endA - 1) - g1 * g2));
  add(sums, 7, n * (power * (power + 1) * (gone * aa + here * enda * enda) - g2 * g2));
  add(sums, 8, n * (gone * (AB - A / s) + here * endA * endB - g1 * g3));
  add(sums, 9, n * (power * (gone * (aB - a / s) + here * enda * endB) - g2 * g3));
  add(sums, 10, n * (gone * (BB - (2 * B) / s) + here * endB * endB - g3 * g3));
  add(sums, 11, n * (next * gone * Ab + s * here * endA * endb - g1 * g4));
  add(sums, 12, n * (power * (next * gone * ab + s * here * enda * endb) - g2 * g4));
  add(sums, 13, n * (gone * (next * (Bb - b / s) - b) + here * endb * (s * endB - 1) - g3 * g4));
  add(sums, 14, n * (next * (next + 1) * gone * bb + s * next * here * endb * endb - g4 * g4));
}
