/**
 * Estimates who stays and what they are worth.
 *
 * @packageDocumentation
 */

export {
  ChurnCustomer,
  type ChurnCustomerInput,
  ChurnDefinition,
  type ChurnDefinitionInput,
  ChurnPolicy,
  type ChurnPolicyInput,
  type ChurnReport,
  type ChurnVerdict,
  churn,
} from "./churn/churn.ts";
export {
  type LoyaltyCell,
  type LoyaltyClass,
  LoyaltyCustomer,
  type LoyaltyCustomerInput,
  type LoyaltyMatrix,
  LoyaltyPolicy,
  type LoyaltyPolicyInput,
  loyaltyMatrix,
} from "./churn/loyalty-matrix.ts";
export {
  type NotWonBackCode,
  WinBackCustomer,
  type WinBackCustomerInput,
  type WinBackEntry,
  type WinBackList,
  WinBackPolicy,
  type WinBackPolicyInput,
  winBackList,
} from "./churn/win-back.ts";
export type { CohortPeriod } from "./cohorts/cohort-period.ts";
export type {
  CohortAge,
  CohortCell,
  CohortRow,
  CohortTable,
  CohortTotal,
} from "./cohorts/cohort-table.ts";
export {
  type CohortAccumulator,
  type CohortCount,
  CohortCustomer,
  type CohortCustomerInput,
  CohortPolicy,
  type CohortPolicyInput,
  type CohortSum,
  cohorts,
} from "./cohorts/cohorts.ts";
export {
  fitRenewals,
  type RenewalFit,
  SurvivorCounts,
  type SurvivorCountsInput,
} from "./contractual/fit-renewals.ts";
export {
  type DiscountedLifetime,
  discountedLifetime,
  ForecastOptions,
  type ForecastOptionsInput,
  forecastRenewals,
  LifetimeOptions,
  type LifetimeOptionsInput,
  type RenewalForecast,
} from "./contractual/forecast-renewals.ts";
export {
  type RenewalModel,
  type RenewalModelName,
  RenewalOptions,
  type RenewalOptionsInput,
} from "./contractual/renewal-models.ts";
export {
  type Diagnostic,
  type Estimate,
  EstimateOptions,
  type EstimateOptionsInput,
  type Stated,
} from "./estimate.ts";
export {
  customerHistories,
  type HistoryAccumulator,
  type HistoryRow,
  type HistorySum,
} from "./histories/customer-histories.ts";
export type { CustomerHistories } from "./histories/customer-histories-of.ts";
export { summarizeTransactions } from "./histories/summarize-transactions.ts";
export {
  HistoryPolicy,
  type HistoryPolicyInput,
  Transaction,
  type TransactionColumns,
  type TransactionInput,
} from "./histories/transaction.ts";
export {
  type ComparableFit,
  type LikelihoodRatio,
  likelihoodRatio,
} from "./likelihood-ratio.ts";
export {
  type AliveChurn,
  type AliveThreshold,
  churnByAliveProbability,
} from "./models/churn-by-alive-probability.ts";
export { bgNbdCountProbability, type CountProbabilityOptions } from "./models/count-probability.ts";
export { type DiscountOptions, discountedPurchases } from "./models/discounted-purchases.ts";
export { type ExpectedSpend, expectedSpend } from "./models/expected-spend.ts";
export { type FittedFigure, figureOfFit } from "./models/figure-of-fit.ts";
export { type BgBb, type BgBbParameters, fitBgBb } from "./models/fit-bg-bb.ts";
export {
  type BetaGeometricParameters,
  type BgNbd,
  fitBgNbd,
  fitMbgNbd,
  type MbgNbd,
} from "./models/fit-bg-nbd.ts";
export {
  fitGammaGamma,
  type GammaGamma,
  type GammaGammaParameters,
} from "./models/fit-gamma-gamma.ts";
export type { Fit } from "./models/fit-model.ts";
export { fitNbd, type Nbd, type NbdParameters } from "./models/fit-nbd.ts";
export { fitParetoNbd, type ParetoNbd, type ParetoNbdParameters } from "./models/fit-pareto-nbd.ts";
export {
  type LifetimeValueOptions,
  type LifetimeValues,
  lifetimeValue,
} from "./models/lifetime-value.ts";
export { purchasesLogLikelihood, spendLogLikelihood } from "./models/log-likelihood.ts";
export { type MarginMultipleOptions, marginMultiple } from "./models/margin-multiple.ts";
export {
  aliveProbability,
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  type HorizonOptions,
} from "./models/predict-purchases.ts";
export {
  type PurchaseCells,
  repeatPurchaseCells,
  repeatSpendCells,
  type SpendCells,
} from "./models/purchase-cells.ts";
export type { PurchaseModel } from "./models/purchase-model.ts";
export type { RepeatPurchases, RepeatSpend } from "./models/repeat-purchases.ts";
export { retentionMessages } from "./retention-messages.ts";
export {
  RFM_SEGMENTS,
  RfmPolicy,
  type RfmPolicyInput,
  RfmRule,
  type RfmRuleInput,
  RfmThresholds,
  RfmValues,
  type RfmValuesInput,
} from "./rfm/rfm-policy.ts";
export {
  type RfmCell,
  type RfmCustomer,
  type RfmScore,
  type RfmSegmentCount,
  type RfmTable,
  rfmTable,
} from "./rfm/rfm-table.ts";
export { type RfmHistogram, rfmThresholds } from "./rfm/rfm-thresholds.ts";
export {
  type RfmTransition,
  type RfmTransitions,
  rfmTransitions,
  type SegmentedCustomer,
} from "./rfm/rfm-transitions.ts";
export { rfmValues } from "./rfm/rfm-values.ts";
export type { Runs } from "./sorted-runs.ts";
export {
  kaplanMeier,
  type RestrictedMean,
  type SurvivalCurve,
  SurvivalOptions,
  type SurvivalOptionsInput,
  type SurvivalPoint,
  survivalAt,
  type TimeEstimate,
} from "./survival/kaplan-meier.ts";
export {
  Lifetime,
  type LifetimeInput,
  type LifetimeRow,
  type LifetimeSum,
  lifetimes,
  type RiskRow,
} from "./survival/lifetimes.ts";
export {
  type LogRankGroup,
  LogRankOptions,
  type LogRankOptionsInput,
  type LogRankTest,
  logRank,
} from "./survival/log-rank.ts";
export { type CumulativeHazard, type HazardPoint, nelsonAalen } from "./survival/nelson-aalen.ts";
export {
  type KeepOrWin,
  KeepOrWinPolicy,
  type KeepOrWinPolicyInput,
  keepOrWin,
} from "./value/keep-or-win.ts";
export {
  type ServiceOrientation,
  ServiceStrengths,
  type ServiceStrengthsInput,
  serviceOrientation,
} from "./value/service-orientation.ts";
export {
  ServiceOutputs,
  type ServiceOutputsInput,
  type ServiceScorecard,
  serviceScorecard,
} from "./value/service-scorecard.ts";
export {
  type ChainFigure,
  type ServiceValue,
  ServiceValuePolicy,
  type ServiceValuePolicyInput,
  serviceValue,
} from "./value/service-value.ts";
