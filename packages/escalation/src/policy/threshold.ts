import { FixedDuration } from "@kefu/calendar";
import { z } from "zod";
import { eventName } from "./event-name.ts";

const In = z.enum(["working", "wall"]).default("working");

/** A moment on the way to a deadline, or past it, at which somebody is to be told. */
export const Threshold = z.strictObject({
  /** Names it within its target. */
  id: eventName(64),
  /** Where it lies. */
  at: z.union([
    z.strictObject({
      /** The share of the budget that is used up: above 0, at most 1; 1 is the breach itself and is told with it. */
      ratio: z.number().gt(0).lte(1),
    }),
    z.strictObject({
      /** So much before the deadline. */
      before: FixedDuration,
      /** Whether `before` is open time of the target's calendar, or time on the wall. */
      in: In,
    }),
    z.strictObject({
      /** So much after the deadline, while the need is still unmet. */
      after: FixedDuration,
      /** Whether `after` is open time of the target's calendar, or time on the wall. */
      in: In,
    }),
  ]),
  /** What the host is to do then: names of its own, such as `"notify-lead"`. */
  actions: z.array(z.string().min(1).max(128)).max(32).readonly().default([]),
  /** `"inHours"` waits for the next opening of the target's calendar, so that nobody is woken at night. */
  deliver: z.enum(["anytime", "inHours"]).default("anytime"),
});
/** A moment at which somebody is to be told, see the schema of the same name. */
export interface Threshold extends Readonly<z.output<typeof Threshold>> {}
