import type { Cells } from "./cells.ts";
import { add, bendOf, type Likelihood, risingFactorials, type SlopeSums } from "./likelihood.ts";

/** What a case says: its logarithm, first derivatives by the logarithms of (α, β, γ, δ), second ones below and on the diagonal. */
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
      const [buys, count] = [ofAlpha(columns[0]?.[row] as number), counts[row] as number];
      add(sums, 0, count * buys.log);
      add(sums, 1, count * alpha * buys.first);
      add(sums, 5, count * bendOf(alpha, buys));
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
    const [misses, chances] = [ofBeta(lived - x), ofBoth(lived)];
    const [stays, life] = [ofDelta(lived), ofLife(lived + gone)];
    return [
      misses.log - chances.log + stays.log - life.log + (gone === 1 ? Math.log(gamma) : 0),
      [
        -alpha * chances.first,
        beta * (misses.first - chances.first),
        gone - gamma * life.first,
        delta * (stays.first - life.first),
      ],
      [
        -bendOf(alpha, chances),
        -alpha * beta * chances.second,
        bendOf(beta, misses) - bendOf(beta, chances),
        0,
        0,
        -bendOf(gamma, life),
        0,
        0,
        -gamma * delta * life.second,
        bendOf(delta, stays) - bendOf(delta, life),
      ],
    ];
  };
}

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
