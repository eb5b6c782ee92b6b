import { type Diagnostic, diagnosticsOf } from "../estimate.ts";
import type { GammaGamma } from "./fit-gamma-gamma.ts";
import { checkSpendModel } from "./purchase-model.ts";
import { checkSpend, type RepeatSpend } from "./repeat-purchases.ts";

/** What customers are expected to spend on a purchase, on average. */
export interface ExpectedSpend {
  /** An entry for each row; `null` where the model has no mean for it, never a negative amount. */
  readonly values: readonly (number | null)[];
  /** For a customer without history; `null` where q is not above 1. */
  readonly populationMean: number | null;
  /** `POPULATION_MEAN_UNDEFINED` where {@link ExpectedSpend.populationMean} is `null`. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What each customer is expected to spend on a future purchase: a mean of the own history and of all customers, where the own
 * history weighs the more the longer it is. In the unit of the data, not rounded. A model that was fitted without data (`NO_DATA`)
 * holds the parameters from which fits begin: what it tells is about nobody.
 *
 * @throws `InvalidInputError` when the model, or a row, is none
 * @see P. S. Fader, B. G. S. Hardie: The gamma-gamma model of monetary value, 2013, equation 5
 *
 * @example
 * ```ts
 * import { expectedSpend } from "@kefu/retention";
 *
 * const model = { model: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 1544 } } as const;
 * const { values, populationMean } = expectedSpend(model, {
 *   kind: "nonContractual",
 *   frequency: [2, 0],
 *   repeatSpendMinor: [4470, 0],
 * });
 * [values[0]?.toFixed(1), values[1]?.toFixed(1), populationMean?.toFixed(1)]; // => ["2466.4", "3521.9", "3521.9"]
 * ```
 */
export function expectedSpend(model: GammaGamma, spend: RepeatSpend): ExpectedSpend {
  checkSpendModel(model);
  checkSpend(spend);
  const { p, q, v } = model.parameters;
  const meanOf = (x: number, spent: number) =>
    p * x + q > 1 ? (p * (v + spent)) / (p * x + q - 1) : null;
  const values = Array.from(spend.frequency, (x, row) =>
    meanOf(x, spend.repeatSpendMinor[row] as number),
  );
  const populationMean = meanOf(0, 0);
  return {
    values,
    populationMean,
    diagnostics: diagnosticsOf({ POPULATION_MEAN_UNDEFINED: populationMean === null }),
  };
}
