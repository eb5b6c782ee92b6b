/** What is raised to a larger power than this must be exact also where it is nearly 1; exactness costs twice the time. */
export const LARGE_POWER = 1e4;

/** ln(1 + x). */
export function logOnePlus(x: number, power: number): number {
  return power > LARGE_POWER ? Math.log1p(x) : Math.log(1 + x);
}

/** exp(x) − 1. */
export function exponentialRise(x: number, power: number): number {
  return power > LARGE_POWER ? Math.expm1(x) : Math.exp(x) - 1;
}
