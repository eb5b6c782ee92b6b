import { choleskyFactor, inverseOf, type SymmetricMatrix, solveFactored } from "./linear-system.ts";

/** A function and its slopes at a point. */
export interface Slopes {
  /** The value there, which is to become as large as can be. */
  readonly value: number;
  /** The first derivatives. */
  readonly gradient: readonly number[];
  /** The second derivatives; where there are none, they are taken from differences of the gradient. */
  readonly hessian?: SymmetricMatrix;
}

/** Where a search for the largest value ended. */
export interface Maximum {
  /** The point. */
  readonly point: readonly number[];
  /** The value there. */
  readonly value: number;
  /** The inverse of the negative Hessian there, or `null` where that is not positive definite. */
  readonly covariance: readonly (readonly number[])[] | null;
  /**
   * - `converged`: the slope is nil and the surface bends down on all sides.
   * - `boundary`: the best value is approached where a coordinate runs to its limit, or along a flat ridge.
   * - `not-converged`: the search was given up.
   */
  readonly status: "converged" | "boundary" | "not-converged";
  /** How many steps were taken. */
  readonly steps: number;
}

/** How the search goes. */
export interface MaximizeOptions {
  /** No coordinate leaves the interval from `-limit` to `limit`. Default 30: for logarithms of parameters. */
  readonly limit?: number;
  /**
   * Independent directions, as many as coordinates. Name those along which flat ridges run: a slope that is next to nothing
   * drowns in the rounding of steep ones unless it has a direction of its own. Default: the axes.
   */
  readonly directions?: readonly (readonly number[])[];
  /** The search ends where a step promises to gain less. Default 1e-9. */
  readonly gain?: number | undefined;
}

const MOST_STEPS = 200;
/** No coordinate moves further in one step: far away the slopes tell nothing. */
const LONGEST_STEP = 1;
/** No step so damped makes a difference. */
const MOST_DAMPING = 1e12;

/**
 * The point where a smooth function is largest, by Newton's method, damped where a step does not lead upwards
 * (Levenberg, Marquardt). Fit it with logarithms of positive parameters as coordinates: the standard error of a
 * parameter is then parameter · √(covariance[i][i]).
 *
 * @param slopesAt - the function; all numbers finite within the limits
 * @param start - where to begin
 * @see J. Nocedal, S. J. Wright: Numerical optimization, 2006, chapters 3.4 and 4
 */
export function maximize(
  slopesAt: (point: readonly number[]) => Slopes,
  start: readonly number[],
  { limit = 30, gain = 1e-9, directions = axes(start.length) }: MaximizeOptions = {},
): Maximum {
  let [here, damping] = [stand(slopesAt, start, limit), 0];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = ascent(here, damping, directions);
    const promise = step ? promised(here, step) : Infinity;
    // Rounding alone moves the value so far.
    const noise = 1e-14 * Math.abs(here.value);
    if (promise < gain + noise || damping > MOST_DAMPING) return ended(here, steps, gain);
    const there = step ? stand(slopesAt, sumOf(here.point, step), limit) : here;
    const kept = (there.value - here.value) / promise;
    damping = adapted(damping, kept);
    if (kept * promise > -10 * noise) here = there;
  }
  return exhausted(ended(here, MOST_STEPS, gain));
}

const exhausted = (last: Maximum): Maximum =>
  last.status === "converged" ? { ...last, status: "not-converged" } : last;

/** Less damping where the parabola foretold the gain, more where it did not. */
function adapted(damping: number, kept: number): number {
  if (kept > 0.25) return damping < 1e-6 ? 0 : damping / 10;
  return kept > 0 ? Math.max(damping * 2, 1e-6) : Math.max(damping * 8, 1e-4);
}

interface Stand extends Required<Slopes> {
  readonly point: readonly number[];
  /** Coordinates at their limit that want to go beyond are left out. */
  readonly free: readonly boolean[];
}

function stand(
  slopesAt: (point: readonly number[]) => Slopes,
  wanted: readonly number[],
  limit: number,
): Stand {
  const point = wanted.map((coordinate) => Math.min(limit, Math.max(-limit, coordinate)));
  const slopes = slopesAt(point);
  const free = point.map((x, i) => Math.abs(x) < limit || x * (slopes.gradient[i] as number) < 0);
  const hessian = slopes.hessian ?? hessianByDifferences(slopesAt, point);
  return { ...slopes, hessian, point, free };
}

const axes = (size: number) =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, k) => Number(i === k)));

/** The step that leads to the top of the damped parabola, or nothing where that has no top. */
function ascent(
  { gradient, hessian, free }: Stand,
  damping: number,
  directions: readonly (readonly number[])[],
): number[] | undefined {
  const ways = free.every(Boolean) ? directions : axes(free.length).filter((_, i) => free[i]);
  const bent = ways.map((one) => {
    const row = hessian.map((entries) => -product(entries, one));
    return ways.map((other) => product(row, other));
  });
  const bends = bent.map((row, i) => Math.abs(row[i] as number));
  const least = Math.max(...bends, 1e-290) * 1e-10;
  const damped = bent.map((row, i) =>
    row.map((entry, k) => entry + (i === k ? damping * Math.max(bends[i] as number, least) : 0)),
  );
  const factor = choleskyFactor(damped);
  if (factor === undefined) return undefined;
  const lengths = solveFactored(
    factor,
    ways.map((way) => product(gradient, way)),
  );
  const step = gradient.map((_, i) =>
    ways.reduce((sum, way, k) => sum + (way[i] as number) * (lengths[k] as number), 0),
  );
  const shrink = Math.min(1, LONGEST_STEP / Math.max(...step.map(Math.abs)));
  return step.map((length) => length * shrink);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, entry, i) => sum + entry * (other[i] as number), 0);
}

const sumOf = (one: readonly number[], other: readonly number[]) =>
  one.map((entry, i) => entry + (other[i] as number));

/** What the parabola gains by a step. */
function promised({ gradient, hessian }: Stand, step: readonly number[]): number {
  let gained = 0;
  for (const [i, length] of step.entries()) {
    const bend = step.reduce((sum, other, k) => sum + other * (hessian[i]?.[k] as number), 0);
    gained += length * ((gradient[i] as number) + bend / 2);
  }
  return gained;
}

/** Wider than by such a variance a top is no top but a ridge: the value approaches its best far away. */
const RIDGE = 1e4;

/** A coordinate that has come so far runs away. */
const FAR = 12;

function ended(here: Stand, steps: number, gain: number): Maximum {
  const { point, value, hessian, free } = here;
  const inverse = inverseOf(hessian.map((row) => row.map((entry) => -entry)));
  const isNear = point.every((x, i) => free[i] && Math.abs(x) < FAR);
  if (!isNear || !inverse?.every((row, i) => (row[i] as number) < RIDGE)) {
    return { point, value, covariance: null, status: "boundary", steps };
  }
  const left = promised(here, ascent(here, 0, axes(point.length)) ?? []);
  const isThere = left < Math.max(gain, 1e-6) + 1e-13 * Math.abs(value);
  return {
    point,
    value,
    covariance: inverse,
    status: isThere ? "converged" : "not-converged",
    steps,
  };
}

/** Balances what is cut off against what is rounded away. */
const DIFFERENCE = 1e-5;

function hessianByDifferences(
  slopesAt: (point: readonly number[]) => Slopes,
  point: readonly number[],
): SymmetricMatrix {
  const rows = point.map((_, i) => {
    const shifted = (by: number) =>
      slopesAt(point.map((coordinate, k) => (k === i ? coordinate + by : coordinate))).gradient;
    const [above, below] = [shifted(DIFFERENCE), shifted(-DIFFERENCE)];
    return above.map((slope, k) => (slope - (below[k] as number)) / (2 * DIFFERENCE));
  });
  return rows.map((row, i) => row.map((entry, k) => (entry + (rows[k]?.[i] as number)) / 2));
}
