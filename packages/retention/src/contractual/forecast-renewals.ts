import { type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { deviationsFor } from "../numerics/normal.ts";
import { logLogInterval } from "../survival/log-log-interval.ts";
import type { RenewalPoint } from "./renewal-curve.ts";
import { RENEWAL_MODELS, type RenewalModel } from "./renewal-models.ts";

const parameter = z.number().positive().max(1e30).optional();

const Model = z
  .object({
    kind: z.literal("contractual"),
    model: z.enum(["beta-geometric", "beta-discrete-weibull", "geometric", "discrete-weibull"]),
    parameters: z.object({
      gamma: parameter,
      delta: parameter,
      theta: z.number().gt(0).lt(1).optional(),
      c: parameter,
    }),
    logCovariance: z.array(z.array(z.number())).nullish(),
  })
  .superRefine(({ model, parameters }, { addIssue }) => {
    for (const name of RENEWAL_MODELS[model].names) {
      if (parameters[name] !== undefined) continue;
      addIssue({ code: "custom", path: ["parameters", name], message: `is missing for ${model}` });
    }
  });

/** What to forecast. */
export const ForecastOptions = z.strictObject({
  /** The last renewal. */
  through: z.int().nonnegative().max(10_000).default(12),
  /** The confidence of the intervals. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
});
/** What to forecast, with defaults left out. */
export type ForecastOptionsInput = Readonly<z.input<typeof ForecastOptions>>;

/** What is forecast of one renewal. */
export interface RenewalForecast {
  /** Which renewal; 0 is the beginning. */
  readonly renewals: number;
  /** The share of those who began that renews so often. */
  readonly survival: number;
  /** Where the true share lies (delta method); `null` for the beginning, and where the fit has no standard errors. */
  readonly interval: Interval | null;
  /** The share of those who were left that renews; `null` for the beginning. It rises: who stayed is more loyal. */
  readonly retention: number | null;
}

/**
 * Which share of customers renews once, twice, and so on.
 *
 * @param model - a fit, or parameters from elsewhere
 * @throws `InvalidInputError` when the model or the options have not their shape
 * @see P. S. Fader, B. G. S. Hardie: How to project customer retention, Journal of Interactive Marketing 21 (2007), equation 5
 *
 * @example
 * ```ts
 * import { forecastRenewals } from "@kefu/retention";
 *
 * const model = {
 *   kind: "contractual",
 *   model: "beta-geometric",
 *   parameters: { gamma: 1, delta: 3 },
 * } as const;
 * forecastRenewals(model, { through: 2 }).map(({ survival, retention }) => [survival.toFixed(2), retention?.toFixed(2)]);
 * // => [["1.00", undefined], ["0.75", "0.75"], ["0.60", "0.80"]]
 * ```
 */
export function forecastRenewals(
  model: RenewalModel,
  options: ForecastOptionsInput = {},
): RenewalForecast[] {
  const pointAt = pointsOf(model);
  const { through, level } = parseInput(ForecastOptions, "forecast options", options);
  const deviations = deviationsFor(level);
  return Array.from({ length: through + 1 }, (_, renewals) => {
    const { logShare, slopes } = pointAt(renewals);
    const survival = Math.exp(logShare);
    const spread = spreadOf(slopes, model.logCovariance);
    const isInside = survival > 0 && survival < 1 && spread !== null;
    return {
      renewals,
      survival,
      interval: isInside ? logLogInterval(survival, deviations * spread) : null,
      retention: renewals === 0 ? null : Math.exp(logShare - pointAt(renewals - 1).logShare),
    };
  });
}

/** How to discount. */
export const LifetimeOptions = z.strictObject({
  /** The discount from one renewal to the next: 0.1 for 10 % a year where contracts are yearly. */
  discount: z.number().min(1e-4).max(10),
  /** For a customer who has renewed so often already; a new customer unless said. */
  renewed: z.int().nonnegative().max(10_000).optional(),
  /** The confidence of the interval. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
});
/** How to discount, with defaults left out. */
export type LifetimeOptionsInput = Readonly<z.input<typeof LifetimeOptions>>;

/** A discounted number of payments. */
export interface DiscountedLifetime {
  /** How many payments the customer is worth today. */
  readonly value: number;
  /** Where the true number lies (delta method, on the logarithm); `null` where the fit has no standard errors, or none that
   * leave an end to it. */
  readonly interval: Interval | null;
}

/**
 * How many payments a customer is worth, discounted to today. Times the margin of a payment it is the lifetime value.
 *
 * For a new customer (DEL) the first payment is due today and counts. For one who has renewed so often (DERL), the next
 * payment is about to be due: it counts in full, if he renews.
 *
 * @throws `InvalidInputError` when the model or the options have not their shape; discounts below 0.01 % are refused, because
 *   lifetimes then have no end
 * @see P. S. Fader, B. G. S. Hardie: Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity,
 *   Marketing Science 29 (2010), 85–93
 *
 * @example
 * ```ts
 * import { discountedLifetime } from "@kefu/retention";
 *
 * const model = {
 *   kind: "contractual",
 *   model: "beta-geometric",
 *   parameters: { gamma: 0.668, delta: 3.806 },
 * } as const;
 * discountedLifetime(model, { discount: 0.1 }).value.toFixed(2); // => "5.92"
 * discountedLifetime(model, { discount: 0.1, renewed: 7 }).value.toFixed(2); // => "7.53"
 * ```
 */
export function discountedLifetime(
  model: RenewalModel,
  options: LifetimeOptionsInput,
): DiscountedLifetime {
  const pointAt = pointsOf(model);
  const parsed = parseInput(LifetimeOptions, "lifetime options", options);
  const { discount, renewed, level } = parsed;
  const { value, slopes } = discountedFrom(pointAt, renewed, discount);
  const spread = spreadOf(slopes, model.logCovariance);
  const factor = spread === null ? Infinity : Math.exp((deviationsFor(level) * spread) / value);
  return {
    value,
    interval: value * factor < Infinity ? { lower: value / factor, upper: value * factor } : null,
  };
}

/** The discounted number of payments, and its slopes by the logarithms of the parameters. */
function discountedFrom(
  pointAt: (renewals: number) => RenewalPoint,
  renewed: number | undefined,
  discount: number,
) {
  const before = renewed === undefined ? NEW : pointAt(renewed);
  const slopes: number[] = [];
  let [value, weight, term] = [0, 1, 1];
  // All later terms together are no more than one term, discounted for ever.
  for (let next = (renewed ?? -1) + 1; term > 1e-15 * value * discount; next++) {
    const here = pointAt(next);
    term = weight * Math.exp(here.logShare - before.logShare);
    value += term;
    for (const [i, slope] of here.slopes.entries()) {
      slopes[i] = (slopes[i] ?? 0) + term * (slope - (before.slopes[i] ?? 0));
    }
    weight /= 1 + discount;
  }
  return { value, slopes };
}

/** Everybody is there in the beginning. */
const NEW: RenewalPoint = { logShare: 0, slopes: [] };

/** The point of a model after so many renewals. */
function pointsOf(given: RenewalModel): (renewals: number) => RenewalPoint {
  const { model, parameters } = parseInput(Model, "renewal model", given);
  const { curve, names } = RENEWAL_MODELS[model];
  const values = names.map((name) => {
    const value = parameters[name] ?? 1;
    return name === "theta" ? -Math.log1p(-value) : value;
  });
  return (renewals) => curve(values, renewals);
}

/** The standard error of something with these slopes by the logarithms of the parameters. */
function spreadOf(
  slopes: readonly number[],
  covariance: RenewalModel["logCovariance"],
): number | null {
  if (!covariance) return null;
  let sum = 0;
  for (const [i, row] of covariance.entries()) {
    for (const [k, entry] of row.entries()) sum += (slopes[i] ?? 0) * entry * (slopes[k] ?? 0);
  }
  return sum < Infinity ? Math.sqrt(Math.max(0, sum)) : null;
}
