/**
 * Asks customers and measures what they say.
 *
 * @packageDocumentation
 */
export {
  decideInvitation,
  type InvitationDecision,
  InvitationHistory,
  type InvitationHistoryInput,
  InvitationPolicy,
  type InvitationPolicyInput,
  type NotInvitedCode,
} from "./decide-invitation.ts";
export {
  type Diagnostic,
  type Estimate,
  EstimateOptions,
  type EstimateOptionsInput,
  type Excluded,
  ExclusionReason,
} from "./estimate.ts";
export {
  customerEffort,
  customerSatisfaction,
  TopBoxPolicy,
  type TopBoxPolicyInput,
  type TopBoxResult,
} from "./instruments/csat-score.ts";
export type { ItemMoments } from "./instruments/item-moments.ts";
export {
  classifyKano,
  KanoAnswer,
  KanoClass,
  type KanoCoefficient,
  KanoCount,
  KanoFeeling,
  type KanoResult,
  kanoCoefficients,
  kanoStudy,
} from "./instruments/kano.ts";
export type { MeanEstimate } from "./instruments/mean-estimate.ts";
export {
  NpsCount,
  type NpsCountInput,
  NpsOptions,
  type NpsOptionsInput,
  type NpsResult,
  netPromoterScore,
  npsDifference,
  npsScore,
} from "./instruments/nps-score.ts";
export { RatingAnswer, type RatingCount, type Scale } from "./instruments/rating-count.ts";
export {
  type AntecedentsAnswer,
  type Driver,
  type SatisfactionAntecedents,
  satisfactionAntecedents,
} from "./instruments/satisfaction-antecedents.ts";
export {
  IndexPolicy,
  type IndexPolicyInput,
  type SatisfactionIndex,
  satisfactionIndex,
  satisfactionIndexOf,
} from "./instruments/satisfaction-index.ts";
export { type Reliability, scaleReliability } from "./instruments/scale-reliability.ts";
export {
  type DimensionQuality,
  type ServiceQualityResult,
  serviceQuality,
} from "./instruments/service-quality.ts";
export {
  SERVICE_FUNCTIONS,
  ServiceQualityAnswer,
  ServiceQualityPolicy,
  type ServiceQualityPolicyInput,
} from "./instruments/service-quality-policy.ts";
export type { DimensionSum, ServiceQualitySum } from "./instruments/service-quality-sum.ts";
export { type WeightedGap, weightedGap } from "./instruments/weighted-gap.ts";
export { satisfactionMessages } from "./satisfaction-messages.ts";
export {
  type Difference,
  DifferenceOptions,
  type DifferenceOptionsInput,
  shareDifference,
} from "./statistics/differences.ts";
export {
  ShareCount,
  ShareIntervalOptions,
  type ShareIntervalOptionsInput,
  shareInterval,
} from "./statistics/share-interval.ts";
