import { Condition } from "@kefu/core";
import { z } from "zod";

/** What a clock can hear of: each fact about a ticket sounds one or two of these. */
export const SIGNALS = [
  "opened",
  "customerMessage",
  "agentMessage",
  "stateSet",
  "resolved",
  "reopened",
  "classified",
  "assigned",
  "accepted",
  "diagnosed",
  "repaired",
  "levelRaised",
  "complaint",
  "settled",
] as const;

/** What a clock can hear of, see {@link SIGNALS}. */
export const Signal = z.enum(SIGNALS);
/** What a clock can hear of, see {@link SIGNALS}. */
export type Signal = z.output<typeof Signal>;

/** What sets something off: one of some signals, where a condition on the ticket holds. */
export const Trigger = z.strictObject({
  /** Any one of these. */
  signals: z.array(Signal).min(1).readonly(),
  /**
   * Asked of the ticket as it is right after the fact: its attributes (`tier`, `priority`, …) and `state`, `level`,
   * `team`, `assignee`, `by`. Without it every ticket will do.
   */
  when: Condition.optional(),
});
/** What sets something off, see the schema of the same name. */
export interface Trigger extends Readonly<z.output<typeof Trigger>> {}
