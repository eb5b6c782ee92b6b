import { FixedDuration, PositiveBudget } from "@kefu/calendar";
import { z } from "zod";
import { eventName } from "./event-name.ts";
import { Threshold } from "./threshold.ts";
import { Trigger } from "./trigger.ts";

/**
 * What a target measures. `"firstResponse"`: until the first word of the staff. `"nextReply"`: from the earliest
 * unanswered customer message, again and again. `"periodicUpdate"`: from the last word of the staff while none is awaited by
 * the customer. `"requesterWait"`: all the time that the customer waits. `"resolution"`: until it is solved.
 * `"diagnosis"`: from reaching a person until the fault is known; `"repair"`: from then until it is mended.
 * `"handOff"`: from an assignment until somebody accepts or hands on. `"promise"`: what is promised without a date.
 */
export const Metric = z.enum([
  "firstResponse",
  "nextReply",
  "periodicUpdate",
  "requesterWait",
  "resolution",
  "diagnosis",
  "repair",
  "handOff",
  "promise",
]);
/** What a target measures, see the schema of the same name. */
export type Metric = z.output<typeof Metric>;

const States = z.array(z.string().min(1).max(64)).max(64).readonly();
const Name = eventName(64).refine((name) => !(name in {}), "is a name of JavaScript's own");

/** One deadline that is owed: to the customer, between teams, or by a supplier. */
export const Target = z.strictObject({
  /** Names it within its policy. */
  id: Name,
  /** What it measures; decides what starts, fulfils and cancels its clock where these keys are left out. */
  metric: Metric,
  /** To whom it is owed: `"SLA"` the customer, `"OLA"` another team, `"UC"` by a supplier to us. */
  agreement: z.enum(["SLA", "OLA", "UC"]).default("SLA"),
  /**
   * Which clock it governs. When entitlement changes, the target of a clock is replaced by the new one of that clock.
   * By default agreement and metric, as in `"SLA:resolution"`.
   */
  clock: Name.optional(),
  /** How much time there is. */
  budget: PositiveBudget,
  /** In which calendar of the context it is counted. */
  calendar: z.string().min(1).max(200),
  /** What starts the clock; by default what the metric says. */
  start: Trigger.optional(),
  /** What meets the target; by default what the metric says. */
  fulfil: Trigger.optional(),
  /** What ends the clock without a verdict; by default what the metric says. */
  cancel: Trigger.optional(),
  /** When the clock stands still, and when its deadline is not shown. */
  pause: z
    .strictObject({
      /** In these states the clock stands still; by default `["pending"]` for whatever ends with a solution, else none. */
      states: States.optional(),
      /** In these states the deadline is hidden, but does not move. */
      hideIn: States.default([]),
      /** Whether the time between solved and reopened counts. */
      whileResolved: z.enum(["paused", "counted"]).default("paused"),
    })
    .default({ hideIn: [], whileResolved: "paused" }),
  /**
   * What a reopening does to a clock that had been fulfilled: `"continue"` with what it had used, `"restart"` from
   * zero, `"firstOnly"` leaves it at its first verdict. The first verdict is never rewritten.
   */
  onReopen: z.enum(["continue", "restart", "firstOnly"]).default("continue"),
  /**
   * How a running clock takes on this target in place of another: `"fromStart"` as if it had always been so, `"fromChange"`
   * anew from the change, `"keepRatio"` with the same share used up, `"tightenOnly"` as fromStart where that is earlier.
   */
  onRetarget: z.enum(["fromStart", "fromChange", "keepRatio", "tightenOnly"]).default("fromStart"),
  /**
   * How much time a change leaves at least, in the budget's own measure; never more than was left before. A deadline
   * is therefore never missed by the change itself.
   */
  grace: FixedDuration.default({ minutes: 30 }),
  /** When somebody is to be told. */
  thresholds: z.array(Threshold).max(64).readonly().default([]),
  /** Whether customers are shown it. */
  published: z.boolean().default(false),
});
/** One deadline that is owed, see the schema of the same name. */
export interface Target extends Readonly<z.output<typeof Target>> {}
