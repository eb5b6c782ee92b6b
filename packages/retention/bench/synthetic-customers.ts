import { type SeededRandom, seededRandom } from "@kefu/core";
import type { RepeatPurchases, RepeatSpend } from "../src/index.ts";

/** Customers as a BG/NBD and a Gamma–Gamma model make them, with the parameters of the CDNOW papers. */
export type SyntheticCustomers = RepeatPurchases & RepeatSpend;

const { r, alpha, a, b } = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const { p, q, v } = { p: 6.25, q: 3.74, v: 1544 };

/**
 * The same customers for the same size. Times are weeks: in whole days, all purchases of a day being one, or to the last digit.
 * The first purchases lie in a span of 12 weeks that ends 27 weeks before the end, as with the CDNOW cohort.
 */
export function syntheticCustomers(size: number, times: "days" | "exact"): SyntheticCustomers {
  const random = seededRandom(`customers ${size}`);
  const frequency = new Int32Array(size);
  const [recency, age] = [new Float64Array(size), new Float64Array(size)];
  const repeatSpendMinor = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const days = 189 + random.next() * 84;
    const end = times === "days" ? Math.floor(days) : days;
    const { count, last } = purchasesUntil(end, times, random);
    frequency[row] = count;
    recency[row] = last / 7;
    age[row] = end / 7;
    if (count > 0) {
      repeatSpendMinor[row] = Math.ceil((gamma(random, p * count) * v) / gamma(random, q));
    }
  }
  return { kind: "nonContractual", unitDays: 7, frequency, recency, age, repeatSpendMinor };
}

function purchasesUntil(end: number, times: "days" | "exact", random: SeededRandom) {
  const rate = gamma(random, r) / alpha / 7;
  const [stays, leaves] = [gamma(random, b), gamma(random, a)];
  let [count, last] = [0, 0];
  for (let at = waited(random, rate); at < end; at += waited(random, rate)) {
    const day = times === "days" ? Math.floor(at) : at;
    if (day > last) count++;
    last = day;
    if (random.next() * (leaves + stays) < leaves) break;
  }
  return { count, last };
}

const waited = (random: SeededRandom, rate: number) => -Math.log1p(-random.next()) / rate;

/** G. Marsaglia, W. W. Tsang: A simple method for generating gamma variables, 2000. */
function gamma(random: SeededRandom, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * shape - 3)];
  for (;;) {
    const x = Math.sqrt(-2 * Math.log1p(-random.next())) * Math.cos(2 * Math.PI * random.next());
    const cube = (1 + c * x) ** 3;
    if (cube > 0 && Math.log1p(-random.next()) < (x * x) / 2 + d * (1 - cube + Math.log(cube))) {
      return d * cube;
    }
  }
}
