/**
 * Moves an unmet need to the right level, person and deadline.
 *
 * @packageDocumentation
 */

// Tickets and promises share it, so that it lies in the calendar.
export { buildWakeIndex, type WakeIndex } from "@kefu/calendar";
export type { Reckoning } from "./clocks/reckoning.ts";
export { describeClock } from "./explanations/describe-clock.ts";
export { escalationMessages } from "./explanations/escalation-messages.ts";
export { type ClockExplanation, explainClock } from "./explanations/explain-clock.ts";
export { EscalationCommand, type EscalationCommandInput, Fact } from "./facts/command.ts";
export type { HandOffPacket } from "./levels/hand-off-packet.ts";
export {
  Participation,
  ParticipationCommand,
  type ParticipationCommandInput,
  ParticipationEvent,
  ParticipationKind,
  type ParticipationRefusal,
  participation,
} from "./participation/participation.ts";
export { EscalationPolicy, type EscalationPolicyInput } from "./policy/escalation-policy.ts";
export { Ladder, Rung } from "./policy/ladder.ts";
export { ProductStandard } from "./policy/product-standard.ts";
export { Metric, Target } from "./policy/target.ts";
export { Threshold } from "./policy/threshold.ts";
export { SIGNALS, Signal, Trigger } from "./policy/trigger.ts";
export {
  type FailureRate,
  type FailureSum,
  failureRate,
  ProductCount,
  type ProductCountInput,
} from "./products/failure-rate.ts";
export { attainment } from "./reports/attainment.ts";
export {
  type BacklogAgeingOptions,
  type BacklogResult,
  type BacklogSum,
  backlogAgeing,
} from "./reports/backlog-ageing.ts";
export {
  type ChangedOutcome,
  compareOutcomes,
  type OutcomeComparison,
} from "./reports/compare-outcomes.ts";
export { type GroupedSum, type GroupResult, groupedBy } from "./reports/grouped-by.ts";
export { reportMessages } from "./reports/report-messages.ts";
export type { ShareResult, ShareSum } from "./reports/share-report.ts";
export { TargetOutcome, type TargetOutcomeInput } from "./reports/target-outcome.ts";
export { type OutcomeDimensions, targetOutcomes } from "./reports/target-outcomes.ts";
export { TicketOutcome, type TicketOutcomeInput } from "./reports/ticket-outcome.ts";
export { firstContactResolution, reopenRate } from "./reports/ticket-shares.ts";
export {
  type TimeReportOptions,
  type TimeResult,
  type TimeSum,
  timeReport,
} from "./reports/time-report.ts";
export type { TimeSketch } from "./reports/time-sketch.ts";
export type { Percentile } from "./reports/time-statistics.ts";
export {
  type CalendarEdition,
  compileEscalation,
  type EscalationContext,
  type EscalationParts,
} from "./tickets/context.ts";
export type { ComplaintState, LevelStay } from "./tickets/course.ts";
export {
  type EscalationDecider,
  type EscalationRefusal,
  escalation,
} from "./tickets/escalation.ts";
export type {
  ClockReference,
  Correction,
  EscalationEvent,
  EventData,
  EventType,
  Occurrence,
  OfPromise,
  RecalledAlarm,
  Verdict,
} from "./tickets/occurrence.ts";
export { EscalationTicket } from "./tickets/ticket.ts";
export { type ClockView, nextWakeAt, type TicketView, viewTicket } from "./tickets/view-ticket.ts";
