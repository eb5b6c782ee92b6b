import type { Quotient } from "./exact-rate.ts";

/** How counts grow from one age to the next. */
export interface Step {
  /** What they grow by, volume-weighted. */
  readonly factor: Quotient;
  /** How many cohorts know both ages. */
  readonly cohorts: number;
  /** What these cohorts count at the earlier age. */
  readonly base: number;
  /** Mack's sigma squared; `null` where too few cohorts say how they spread. */
  readonly variance: number | null;
}

/** The growth from each age to the next, out of cumulated counts. */
export function stepsOf(triangle: readonly (readonly (number | null)[])[]): readonly Step[] {
  const ages = triangle.reduce((most, row) => Math.max(most, row.length), 1);
  const steps: Step[] = [];
  for (let age = 0; age < ages - 1; age++) {
    const known = triangle.flatMap((row): [number, number][] => {
      const [before, after] = [row[age] ?? null, row[age + 1] ?? null];
      return before === null || after === null ? [] : [[before, after]];
    });
    const before = known.reduce((sum, pair) => sum + BigInt(pair[0]), 0n);
    const after = known.reduce((sum, pair) => sum + BigInt(pair[1]), 0n);
    const factor = before > 0n ? ([after, before] as const) : ([1n, 1n] as const);
    const [last, beforeLast] = [steps.at(-1)?.variance ?? null, steps.at(-2)?.variance ?? null];
    const variance = varianceOf(known, numberOf(factor)) ?? extrapolated(last, beforeLast);
    steps.push({ factor, cohorts: known.length, base: Number(before), variance });
  }
  return steps;
}

/** Cohorts with nothing at the earlier age say nothing about the spread. */
function varianceOf(known: readonly (readonly [number, number])[], factor: number): number | null {
  const telling = known.filter(([before]) => before > 0);
  if (telling.length < 2) return null;
  const squares = telling.map(([before, after]) => (after - factor * before) ** 2 / before);
  return squares.reduce((sum, square) => sum + square) / (telling.length - 1);
}

/** Mack's rule for the last step, of which there is one observation only: the decline goes on, and never turns. */
function extrapolated(last: number | null, beforeLast: number | null): number | null {
  if (last === null || beforeLast === null) return null;
  return beforeLast === 0 ? 0 : Math.min(last ** 2 / beforeLast, last, beforeLast);
}

/** The factor from each age to the end, the last one being the tail. */
export function factorsToEnd(steps: readonly Step[], tail: Quotient): readonly Quotient[] {
  const factors = [tail];
  for (const { factor } of steps.toReversed()) {
    const [numerator, denominator] = factors[0] ?? tail;
    factors.unshift([numerator * factor[0], denominator * factor[1]]);
  }
  return factors;
}

/**
 * Mack's standard error of what cohorts will count in the end, taken together: with U the sum of those still open at age k and G
 * the factor from there to the end, the sum over k of σ²/f² · (U·G + U²/S). For one cohort this is his theorem 3, for all of
 * them its corollary: U·G is U²/Ĉ, and the square of the sum holds his covariances.
 */
export function standardErrorOf(
  members: readonly { readonly age: number; readonly ultimate: number }[],
  steps: readonly Step[],
  toEnd: readonly Quotient[],
): number | null {
  let square = 0;
  for (const [age, { factor, base, variance }] of steps.entries()) {
    const open = members.reduce((sum, one) => sum + (one.age <= age ? one.ultimate : 0), 0);
    if (open === 0) continue;
    if (variance === null) return null;
    const growth = numberOf(toEnd[age] ?? [1n, 1n]);
    square += (variance / numberOf(factor) ** 2) * (open * growth + open ** 2 / base);
  }
  return Number.isFinite(square) ? Math.sqrt(square) : null;
}

/** The nearest plain number, also where both parts are beyond its range. */
export function numberOf([numerator, denominator]: Quotient): number {
  return Number((numerator << 64n) / denominator) / 2 ** 64;
}
