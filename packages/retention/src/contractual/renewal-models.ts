import { z } from "zod";
import type { Surface } from "../numerics/highest-top.ts";
import { betaDiscreteWeibull, discreteWeibull, type RenewalCurve } from "./renewal-curve.ts";

/** Which model of renewals. */
export const RenewalOptions = z.strictObject({
  /**
   * `"beta-geometric"` (sBG): each customer has a chance of his own to leave, the same at every renewal.
   * `"beta-discrete-weibull"` (BdW): that chance may also rise or fall with time. `"geometric"` and `"discrete-weibull"` are the
   * same for customers who are all alike: baselines.
   */
  model: z
    .enum(["beta-geometric", "beta-discrete-weibull", "geometric", "discrete-weibull"])
    .default("beta-geometric"),
});
/** Which model of renewals, with defaults left out. */
export type RenewalOptionsInput = Readonly<z.input<typeof RenewalOptions>>;

/** The name of a model of renewals. */
export type RenewalModelName = z.output<typeof RenewalOptions>["model"];

/** A model of how customers with contracts renew them. Plain JSON. */
export interface RenewalModel {
  /** Contracts have an end that is seen. */
  readonly kind: "contractual";
  /** Which model. */
  readonly model: RenewalModelName;
  /**
   * The chance to leave at the first renewal has the beta distribution B(`gamma`, `delta`), or is `theta` for everybody; a power
   * `c` of time above 1 lets it rise, below 1 fall.
   */
  readonly parameters: Readonly<Partial<Record<"gamma" | "delta" | "theta" | "c", number>>>;
  /** Covariances of the logarithms of the parameters, in that order; of −ln(1 − θ) for `theta`. `null` at a boundary. */
  readonly logCovariance?: readonly (readonly number[])[] | null;
}

interface Plan extends Pick<Surface, "directions" | "lookouts"> {
  readonly curve: RenewalCurve;
  /** Where to begin, by the share that leaves at the first renewal. */
  readonly startAt: (first: number) => readonly number[];
  /** How parameters are called; `theta` is 1 − exp(−rate). */
  readonly names: readonly (keyof RenewalModel["parameters"])[];
}

/** Where customers are all alike, or nearly: as usual, and where some leave at once and others never. */
const SHAPES = [
  [15, 15],
  [0, 0],
  [-8, -8],
];

/** ln c where nearly all leave at the beginning, all the same, or nearly all at a late renewal. */
const POWERS = [-3, 0, 2];

/** All models, by name. */
export const RENEWAL_MODELS: Readonly<Record<RenewalModelName, Plan>> = {
  geometric: {
    curve: discreteWeibull,
    startAt: (first) => [-Math.log1p(-first)],
    names: ["theta"],
    directions: [[1]],
    lookouts: [],
  },
  "discrete-weibull": {
    curve: discreteWeibull,
    startAt: (first) => [-Math.log1p(-first), 1],
    names: ["theta", "c"],
    directions: [
      [1, 0],
      [0, 1],
    ],
    lookouts: POWERS.map((power) => [-5 * power, power]),
  },
  "beta-geometric": {
    curve: betaDiscreteWeibull,
    startAt: (first) => [1, 1 / first - 1],
    names: ["gamma", "delta"],
    directions: [
      [0, 1],
      [1, 1],
    ],
    lookouts: SHAPES,
  },
  "beta-discrete-weibull": {
    curve: betaDiscreteWeibull,
    startAt: (first) => [1, 1 / first - 1, 1],
    names: ["gamma", "delta", "c"],
    directions: [
      [0, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ],
    lookouts: SHAPES.flatMap(([gamma = 0, delta = 0]) =>
      POWERS.map((power) => [gamma, delta + Math.max(0, 5 * power), power]),
    ),
  },
};

/** The largest number below 1: a chance that is no certainty. */
const NEARLY_ALL = 1 - Number.EPSILON / 2;

/** Parameters by name, and how fast each changes with the logarithm of what is fitted. */
export function named(model: RenewalModelName, values: readonly number[]) {
  const parameters: Record<string, number> = {};
  const perLog: Record<string, number> = {};
  for (const [i, name] of RENEWAL_MODELS[model].names.entries()) {
    const value = values[i] ?? 1;
    parameters[name] = name === "theta" ? Math.min(NEARLY_ALL, -Math.expm1(-value)) : value;
    perLog[name] = name === "theta" ? value * Math.exp(-value) : value;
  }
  return { parameters, perLog };
}
