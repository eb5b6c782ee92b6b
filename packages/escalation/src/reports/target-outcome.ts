import { Channel, Instant, ServiceLevel } from "@kefu/core";
import { z } from "zod";

const word = z.string().min(1).max(128);
const milliseconds = z.int().nonnegative();

/** By what rows can be grouped, whatever they are about. */
export const dimensions = {
  /** Which ticket. */
  ticketId: word,
  /** The tier of the customer. */
  tier: word.optional(),
  /** The team that looks after it. */
  team: word.optional(),
  /** The level of need. */
  level: ServiceLevel.optional(),
  /** By which way it came. */
  channel: Channel.optional(),
  /** How soon it was to be looked at. */
  priority: word.optional(),
  /** The month, week or day to report under, in the host's own words: `"2026-11"`. */
  period: word.optional(),
};

/** How one clock ended, or how it stands: a row for reports. What is not known is left out. */
export const TargetOutcome = z.strictObject({
  ...dimensions,
  /** Which target, such as `"first-response"`. */
  target: word,
  /** Who promised it to whom: `"SLA"`, `"OLA"`, `"UC"`. */
  agreement: word.optional(),
  /** The how-manieth time this clock ran on the ticket, from 1. */
  cycle: z.int().positive().default(1),
  /**
   * How it ended; `"running"` when it has not; `"breached"` also while it still runs, after its due; `"never-due"` when its
   * calendar does not open often enough.
   */
  verdict: z.enum(["running", "met", "breached", "cancelled", "never-due"]),
  /** Time on the wall that has gone by, in milliseconds. */
  elapsedMilliseconds: milliseconds,
  /** Working time that has gone by, pauses taken off, in milliseconds. */
  workingMilliseconds: milliseconds,
  /** When it was fulfilled or cancelled; absent while it runs. */
  endedAt: Instant.optional(),
  /** How it ended, for what was breached: late but done, or cancelled after all. Absent: done. */
  ending: z.enum(["fulfilled", "cancelled"]).optional(),
});
/** How one clock ended, or how it stands, see the schema of the same name. */
export interface TargetOutcome extends Readonly<z.output<typeof TargetOutcome>> {}
/** A row as it is written: keys with a default may be left out. */
export interface TargetOutcomeInput extends Readonly<z.input<typeof TargetOutcome>> {}
