import { logBetaMean } from "../numerics/log-integral.ts";
import { memoized } from "../numerics/memoized.ts";
import { risingFactorials } from "./likelihood.ts";
import { stayedAndGone } from "./pareto.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** What a model foretells of a customer, from frequency x, recency and age. */
export interface PurchaseProcess {
  /** How likely the customer is still there at the end of the age. */
  readonly alive: (x: number, recency: number, age: number) => number;
  /** How many purchases are expected within a horizon of one who is still there. */
  readonly expected: (x: number, age: number, horizon: number) => number;
  /** How likely a newcomer is still there right after the first purchase. */
  readonly newcomer: number;
  /** Whether it pays to compute `alive` but once for customers that are alike. */
  readonly isCostly: boolean;
}

/** How a model foretells. */
export function processOf(model: PurchaseModel): PurchaseProcess {
  switch (model.model) {
    case "bg-nbd":
      return betaGeometricProcess(model.parameters, 0);
    case "mbg-nbd":
      return betaGeometricProcess(model.parameters, 1);
    case "pareto-nbd":
      return paretoProcess(model.parameters);
    case "bg-bb":
      return betaBinomialProcess(model.parameters);
    case "nbd":
      return gammaProcess(model.parameters);
  }
}

type Of<Name extends PurchaseModel["model"]> = Extract<
  PurchaseModel,
  { model: Name }
>["parameters"];

function gammaProcess({ r, alpha }: Of<"nbd">): PurchaseProcess {
  return {
    alive: () => 1,
    expected: (x, age, horizon) => ((r + x) / (alpha + age)) * horizon,
    newcomer: 1,
    isCostly: false,
  };
}

/** Equations 41 (alive) and 13 of Fader and Hardie (2005): s may be 1, or near it. */
function paretoProcess(parameters: Of<"pareto-nbd">): PurchaseProcess {
  const { r, alpha, s, beta } = parameters;
  return {
    alive: (x, recency, age) => {
      const [stayed, gone] = stayedAndGone(parameters, [x, recency, age]);
      return stayed / (stayed + gone);
    },
    expected: (x, age, horizon) => {
      const longer = -(s - 1) * Math.log1p(horizon / (beta + age));
      const lived = s === 1 ? Math.log1p(horizon / (beta + age)) : -Math.expm1(longer) / (s - 1);
      return ((r + x) / (alpha + age)) * (beta + age) * lived;
    },
    newcomer: 1,
    isCostly: true,
  };
}

/** Equations 10 and 11 of Fader, Hardie and Shang (2010), summed up opportunity by opportunity. */
function betaBinomialProcess({ alpha, beta, gamma, delta }: Of<"bg-bb">): PurchaseProcess {
  const ofBeta = risingFactorials(beta);
  const ofBoth = risingFactorials(alpha + beta);
  const ofDelta = risingFactorials(delta);
  const ofLife = risingFactorials(gamma + delta);
  const logCase = (x: number, lived: number, gone: 0 | 1) =>
    ofBeta(lived - x).log - ofBoth(lived).log + ofDelta(lived).log - ofLife(lived + gone).log;
  return {
    alive: (x, recency, age) => {
      const here = logCase(x, age, 0);
      let all = 1;
      for (let lived = recency; lived < age; lived++) {
        all += gamma * Math.exp(logCase(x, lived, 1) - here);
      }
      return (delta + age) / (gamma + delta + age) / all;
    },
    expected: (x, age, horizon) => {
      let [there, sum] = [1, 0];
      for (let next = age + 1; next <= age + horizon; next++) {
        sum += there;
        there *= (delta + next) / (gamma + delta + next);
      }
      return ((alpha + x) / (alpha + beta + age)) * sum;
    },
    newcomer: delta / (gamma + delta),
    isCostly: true,
  };
}

function betaGeometricProcess({ r, alpha, a, b }: Of<"bg-nbd">, firstFlip: 0 | 1): PurchaseProcess {
  const ofFrequency = memoized((x) => lifetimeSeries(a, b + x + firstFlip, r + x));
  return {
    alive: (x, recency, age) => {
      const flips = x + firstFlip;
      if (flips === 0) return 1;
      const logRatio = Math.log1p((age - recency) / (alpha + recency));
      return 1 / (1 + (a / (b + (flips - 1))) * Math.exp((r + x) * logRatio));
    },
    expected: (x, age, horizon) => ofFrequency(x)(horizon / (alpha + age)),
    newcomer: firstFlip === 0 ? 1 : b / (a + b),
    isCostly: false,
  };
}

/** Up to this share of the horizon in age and horizon together the series is short. */
const SHORT = 0.9;
const TERMS = 370;

/** Where the first terms of the series are so much larger than its sum, it cancels. */
const CANCELLING = 300;

/**
 * E[{1 − (1 + p t)^−R} / p] for p with a beta distribution of shapes a and B, by the horizon t in units of α + T: the purchases
 * of one who is there and leaves after each with chance p. With C = a + B − 1, z = t / (1 + t) it is
 * − C {(1−z)^(a−1) − 1} / (a − 1) − (1−z)^(a−1) Σ (C−R)(C−R+1)⋯ a(a+1)⋯ / {(C+1)⋯ k!} z^k, also for a = 1: equation 10
 * of Fader, Hardie and Lee (2005), with Euler's transformation of its ₂F₁, and the pole at a = 1 taken out.
 */
function lifetimeSeries(a: number, B: number, R: number): (t: number) => number {
  const C = a + B - 1;
  const cancels = C - R < -2 || Math.abs(C) > CANCELLING * R;
  const coefficients = cancels ? undefined : seriesCoefficients(a, C, C - R);
  return (t) => {
    const z = t / (1 + t);
    const sum =
      coefficients && z < SHORT ? powerSum(coefficients, z, (a - 1) / (1 - z)) : undefined;
    if (sum === undefined) return Math.exp(logBetaMean(a, B, (p) => Math.log(bought(p, R, t))));
    const logRest = -Math.log1p(t);
    const grown = a === 1 ? logRest : Math.expm1((a - 1) * logRest) / (a - 1);
    return -C * grown - Math.exp((a - 1) * logRest) * sum;
  };
}

/** {1 − (1 + p t)^−R} / p. */
function bought(p: number, R: number, t: number): number {
  return p < 1e-300 ? R * t : -Math.expm1(-R * Math.log1p(p * t)) / p;
}

function seriesCoefficients(a: number, C: number, A: number): Float64Array {
  const coefficients = new Float64Array(TERMS);
  let coefficient = A;
  for (let k = 1; k < TERMS; k++) {
    coefficients[k] = coefficient;
    coefficient *= ((A + k) * (a + k - 1)) / ((C + k) * (k + 1));
  }
  return coefficients;
}

/** Σ coefficient · z^k, as far as it matters, from where terms do not grow any more; nothing, where that is too far. */
function powerSum(coefficients: Float64Array, z: number, peak: number): number | undefined {
  let [sum, power] = [0, 1];
  for (let k = 1; k < TERMS; k++) {
    power *= z;
    const term = (coefficients[k] as number) * power;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) && k > peak) return sum;
  }
  return undefined;
}
