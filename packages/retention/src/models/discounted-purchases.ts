import { logHypergeometric } from "../numerics/hypergeometric.ts";
import { logIntegral } from "../numerics/log-integral.ts";
import { ABOVE_ZERO, checkNumbers } from "./check-options.ts";
import { checked, timesAlive } from "./predict-purchases.ts";
import type { PurchaseModel } from "./purchase-model.ts";
import { processOf } from "./purchase-process.ts";
import type { RepeatPurchases } from "./repeat-purchases.ts";

/** What later purchases count for. */
export interface DiscountOptions {
  /** How much less a purchase counts that comes one period later, as an effective rate: 0.15 for 15 %. Above 0. */
  readonly discountRate: number;
  /** How many days the period of that rate has: 365 for a yearly rate. */
  readonly periodDays: number;
}

/**
 * How many purchases of each known customer are expected in all time to come, discounted to the end of what is known: DERT,
 * discounted expected residual transactions. An entry for each row. Times a margin for each purchase it is the value that a
 * customer still has.
 *
 * Purchases are discounted at the moment they are made, (1 + rate)^−(days / period days); with BG/BB at the opportunity.
 *
 * @throws `InvalidInputError` when the model, a row or an option is none
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: RFM and CLV: using iso-value curves for customer base analysis, Journal of
 *   Marketing Research 42 (2005), 415–430, equation 2
 * @see P. S. Fader, B. G. S. Hardie, J. Shang: Customer-base analysis in a discrete-time noncontractual setting, Marketing
 *   Science 29 (2010), 1086–1108, equation 14
 *
 * @example
 * ```ts
 * import { discountedPurchases } from "@kefu/retention";
 *
 * const model = {
 *   model: "pareto-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
 * } as const;
 * const [seven] = discountedPurchases(
 *   model,
 *   { kind: "nonContractual", unitDays: 7, frequency: [7], recency: [32], age: [38] },
 *   { discountRate: 0.15, periodDays: 365 },
 * );
 * seven?.toFixed(2); // => "19.66"
 * ```
 */
export function discountedPurchases(
  model: PurchaseModel,
  purchases: RepeatPurchases,
  options: DiscountOptions,
): Float64Array {
  const columns = checked(model, purchases);
  checkNumbers(options, { discountRate: ABOVE_ZERO, periodDays: ABOVE_ZERO });
  const { discountRate, periodDays } = options;
  const perUnit = (Math.log1p(discountRate) / periodDays) * model.unitDays;
  return timesAlive(processOf(model), columns, ifAlive(model, perUnit));
}

/** The discounted purchases of one who is still there, by frequency and age; the rate is continuous, for a unit of time. */
function ifAlive(model: PurchaseModel, rate: number): (x: number, age: number) => number {
  if (model.model === "bg-bb") {
    const { alpha, beta, gamma, delta } = model.parameters;
    return (x, age) => {
      const lives = logHypergeometric(1, delta + age + 1, gamma + delta + age + 1, Math.exp(-rate));
      return ((alpha + x) / (alpha + beta + age)) * Math.exp(lives - rate);
    };
  }
  const { expected } = processOf(model);
  // By parts, ∫ e^−δt dE(t) = δ ∫ e^−δt E(t) dt: with E, which is exact, no rate is needed.
  return (x, age) =>
    Math.exp(
      logIntegral((u) => {
        const discounted = Math.exp(Math.sinh(u));
        const purchases = expected(x, age, discounted / rate);
        return Math.sinh(u) + Math.log(Math.cosh(u)) - discounted + Math.log(purchases);
      }),
    );
}
