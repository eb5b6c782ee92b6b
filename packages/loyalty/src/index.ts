/**
 * Keeps the points ledger: exact book-keeping of points, tiers and their liability.
 *
 * @packageDocumentation
 */

export type { LedgerRefusal, LedgerRefusalCode } from "./decisions/refusal.ts";
export { type AllocatedPrice, allocatePrice, OrderPromises } from "./finance/allocate-price.ts";
export { type CashBackStatement, cashBackStatement } from "./finance/cash-back.ts";
export {
  ChainLadderOptions,
  type ChainLadderOptionsInput,
  chainLadder,
  RedemptionCohort,
} from "./finance/chain-ladder.ts";
export { ExactRate } from "./finance/exact-rate.ts";
export {
  type Liability,
  LiabilityPolicy,
  type LiabilityPolicyInput,
  liability,
  OutstandingPoints,
  type OutstandingPointsInput,
  type PointsOwed,
} from "./finance/liability.ts";
export {
  type PointsRevenue,
  pointsRevenue,
  RedemptionProgress,
  type RedemptionProgressInput,
} from "./finance/points-revenue.ts";
export type {
  ProjectedPoints,
  ProjectionDiagnostic,
  RedemptionProjection,
} from "./finance/redemption-projection.ts";
export {
  PointMovement,
  redemptionTriangle,
  TrianglePolicy,
  type TrianglePolicyInput,
} from "./finance/redemption-triangle.ts";
export {
  type DeferredAmount,
  DeferredMovement,
  type DeferredMovementInput,
  type RollForward,
  RollForwardPolicy,
  rollForward,
} from "./finance/roll-forward.ts";
export type { Tally } from "./finance/tally.ts";
export {
  convertMoney,
  Exchange,
  type ExchangeInput,
  PointValue,
  type PointValueInput,
  valueOfPoints,
} from "./finance/value-of-points.ts";
export { type Balance, balanceOf, lotsAt } from "./ledger/balance.ts";
export { LedgerCommand, type LedgerCommandInput } from "./ledger/commands.ts";
export type { Directory } from "./ledger/directory.ts";
export { LedgerEvent } from "./ledger/events.ts";
export { nextChangeAt } from "./ledger/next-change-at.ts";
export { Attributes, Counts, EarningLine, EarningOrder, OrderFacts } from "./ledger/order-facts.ts";
export { replayLedger } from "./ledger/replay-ledger.ts";
export { Hold, LedgerRecord, LedgerState, Lot, Totals } from "./ledger/state.ts";
export {
  Checkpoint,
  chainEvents,
  checkpointOf,
  LogEntry,
  LogHead,
  type LogVerdict,
  verifyLog,
} from "./log/ledger-log.ts";
export { type LedgerDecision, type LoyaltyDecider, loyalty } from "./loyalty.ts";
export { Period } from "./programme/period.ts";
export {
  ActivityRule,
  Cap,
  CashBack,
  Deduction,
  EarningRule,
  Expiry,
  LoyaltyProgramme,
  type LoyaltyProgrammeInput,
  Ratio,
  Redemption,
  Reward,
  StampCard,
  Vesting,
} from "./programme/programme.ts";
export { lintProgramme, type ProgrammeFinding } from "./review/lint-programme.ts";
export {
  type PastCommand,
  type Simulation,
  simulateProgramme,
} from "./review/simulate-programme.ts";
export {
  EarningAcrossTiers,
  type EarningAcrossTiersInput,
  type PointsAcrossTiers,
  pointsAcrossTiers,
} from "./tiers/points-across-tiers.ts";
export { Qualification, type QualificationInput } from "./tiers/qualifications.ts";
export { type TierReason, type TierStanding, tierAt } from "./tiers/tier-at.ts";
export { type TierPeriod, tierHistory } from "./tiers/tier-history.ts";
export {
  type Counted,
  type Measure,
  TierLevel,
  TierPolicy,
  type TierPolicyInput,
} from "./tiers/tier-policy.ts";
export type { TierQuestion } from "./tiers/tier-view.ts";
export { explainEvent } from "./words/explain-event.ts";
export { explainRefusal } from "./words/explain-refusal.ts";
export { explainWallet, Wallet, type WalletInput, WalletLanguage } from "./words/explain-wallet.ts";
export { ledgerMessages } from "./words/ledger-messages.ts";
export {
  ExpiryQuestion,
  type ExpiryQuestionInput,
  type UpcomingExpiry,
  upcomingExpiries,
} from "./words/upcoming-expiries.ts";
export { walletMessages } from "./words/wallet-messages.ts";
