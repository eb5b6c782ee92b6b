import { betaBinomial } from "./beta-binomial.ts";
import { betaGeometric } from "./beta-geometric.ts";
import { type GammaGamma, gammaGamma, spenders } from "./fit-gamma-gamma.ts";
import { seenOf } from "./fit-model.ts";
import { nbd } from "./fit-nbd.ts";
import { type Likelihood, slopesOf } from "./likelihood.ts";
import { pareto } from "./pareto.ts";
import { checked } from "./predict-purchases.ts";
import { checkSpendModel, PARAMETERS, type PurchaseModel } from "./purchase-model.ts";
import { checkSpend, type RepeatPurchases, type RepeatSpend } from "./repeat-purchases.ts";

const LIKELIHOODS: Readonly<Record<PurchaseModel["model"], Likelihood>> = {
  "bg-nbd": betaGeometric(0),
  "mbg-nbd": betaGeometric(1),
  "pareto-nbd": pareto,
  "bg-bb": betaBinomial,
  nbd,
};

/**
 * The natural logarithm of how likely a model makes purchases, whether it was fitted to them or not: to compare models, or to
 * judge one by customers it has not seen. In the units of the data, without terms that no parameter changes.
 *
 * @throws `InvalidInputError` when the model, or a row, is none
 *
 * @example
 * ```ts
 * import { purchasesLogLikelihood } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * const customer = { kind: "nonContractual", unitDays: 7, frequency: [2], recency: [30.43], age: [38.86] } as const;
 * purchasesLogLikelihood(model, customer).toFixed(6); // => "-9.458606"
 * ```
 */
export function purchasesLogLikelihood(model: PurchaseModel, purchases: RepeatPurchases): number {
  const { frequency, recency, age, count } = checked(model, purchases);
  const columns = model.model === "nbd" ? [frequency, age] : [frequency, recency, age];
  return sumUnder(model, LIKELIHOODS[model.model], columns, count);
}

/**
 * The natural logarithm of how likely a model makes the mean spend of customers. Those without a repeat purchase that cost
 * something tell nothing.
 *
 * @throws `InvalidInputError` when the model, or a row, is none
 */
export function spendLogLikelihood(model: GammaGamma, spend: RepeatSpend): number {
  checkSpendModel(model);
  checkSpend(spend);
  const { columns, counts } = spenders(spend);
  return sumUnder(model, gammaGamma, columns, counts);
}

function sumUnder(
  { model, parameters }: PurchaseModel | GammaGamma,
  likelihood: Likelihood,
  columns: readonly ArrayLike<number>[],
  counts: ArrayLike<number> | undefined,
): number {
  const named = parameters as unknown as Readonly<Record<string, number>>;
  const values = PARAMETERS[model].map((name) => named[name] as number);
  return slopesOf(likelihood, values, seenOf(columns, counts)).value;
}
