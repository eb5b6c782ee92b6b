import type { Cells } from "./cells.ts";
import {
  add,
  type Likelihood,
  type RisingFactorial,
  risingFactorials,
  type SlopeSums,
} from "./likelihood.ts";

/** What a case says: its logarithm, first derivatives by (α, β, γ, δ), second ones below and on the diagonal. */
type Case = readonly [log: number, first: readonly number[], second: readonly number[]];

/**
 * BG/BB: at each opportunity customers buy with a chance of their own, until they leave with a chance of their own.
 *
 * @see P. S. Fader, B. G. S. Hardie, J. Shang: Customer-base analysis in a discrete-time noncontractual setting,
 *   Marketing Science 29 (2010), 1086–1108, equation 5
 */
export const betaBinomial: Likelihood = {
  addFrequencies: ([alpha = 0], { columns, counts }, sums) => {
    const ofAlpha = risingFactorials(alpha);
    for (let row = 0; row < counts.length; row++) {
      const { log, first, second } = ofAlpha(columns[0]?.[row] as number);
      const count = counts[row] as number;
      add(sums, 0, count * log);
      add(sums, 1, count * first);
      add(sums, 5, count * second);
    }
  },
  addTimes: (parameters, cells, sums) => {
    const caseOf = casesUnder(parameters);
    for (let row = 0; row < cells.counts.length; row++) {
      addLogSum(casesOf(cells, row, caseOf), cells.counts[row] as number, sums);
    }
  },
};

/** Still there after all opportunities, or gone after one of those since the last purchase. */
function casesOf({ columns }: Cells, row: number, caseOf: ReturnType<typeof casesUnder>): Case[] {
  const [x, last, opportunities] = columns.map((column) => column[row] as number);
  const cases = [caseOf(x as number, opportunities as number, 0)];
  for (let lived = last as number; lived < (opportunities as number); lived++) {
    cases.push(caseOf(x as number, lived, 1));
  }
  return cases;
}

/** B(α + x, β + lived − x) / B(α, β) · B(γ + gone, δ + lived) / B(γ, δ), without what depends on α and x alone. */
function casesUnder([alpha = 0, beta = 0, gamma = 0, delta = 0]: readonly number[]) {
  const ofBeta = risingFactorials(beta);
  const ofBoth = risingFactorials(alpha + beta);
  const ofDelta = risingFactorials(delta);
  const ofLife = risingFactorials(gamma + delta);
  return (x: number, lived: number, gone: 0 | 1): Case => {
    const [misses, chances]: RisingFactorial[] = [ofBeta(lived - x), ofBoth(lived)] as const;
    const [stays, life]: RisingFactorial[] = [ofDelta(lived), ofLife(lived + gone)] as const;
    const leaves =
      gone === 1 ? { log: Math.log(gamma), first: 1 / gamma, second: -1 / gamma ** 2 } : NOTHING;
    return [
      misses.log - chances.log + stays.log - life.log + leaves.log,
      [
        -chances.first,
        misses.first - chances.first,
        leaves.first - life.first,
        stays.first - life.first,
      ],
      [
        -chances.second,
        -chances.second,
        misses.second - chances.second,
        0,
        0,
        leaves.second - life.second,
        0,
        0,
        -life.second,
        stays.second - life.second,
      ],
    ];
  };
}

const NOTHING: RisingFactorial = { log: 0, first: 0, second: 0 };

/** Adds ln Σ exp(case), whose derivatives are means over the cases. */
function addLogSum(cases: readonly Case[], count: number, sums: SlopeSums): void {
  const top = Math.max(...cases.map(([log]) => log));
  const weights = cases.map(([log]) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (one: Case) => number) =>
    cases.reduce((sum, one, index) => sum + (weights[index] as number) * of(one), 0) / total;
  const slopes = [0, 1, 2, 3].map((i) => mean(([, first]) => first[i] as number));
  add(sums, 0, count * (top + Math.log(total)));
  for (const [i, slope] of slopes.entries()) add(sums, 1 + i, count * slope);
  for (let i = 0, index = 0; i < 4; i++) {
    for (let j = 0; j <= i; j++, index++) {
      const at = index;
      const square = mean(
        ([, first, second]) => (first[i] as number) * (first[j] as number) + (second[at] as number),
      );
      add(sums, 5 + index, count * (square - (slopes[i] as number) * (slopes[j] as number)));
    }
  }
}
