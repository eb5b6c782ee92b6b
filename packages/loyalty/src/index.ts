/**
 * Keeps the points ledger: exact book-keeping of points, tiers and their liability.
 *
 * @packageDocumentation
 */
export { LedgerCommand, type LedgerCommandInput } from "./ledger/commands.ts";
export { LedgerEvent } from "./ledger/events.ts";
export { Attributes, Counts, EarningLine, EarningOrder, OrderFacts } from "./ledger/order-facts.ts";
export { type Directory, Hold, LedgerRecord, LedgerState, Lot, Totals } from "./ledger/state.ts";
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
