import { FixedDuration } from "@kefu/calendar";
import { z } from "zod";

const Weight = z.int().nonnegative().max(1000);

/** What counts when several agents could take a ticket. Each part gives 0 to 1; the score is their weighted mean. */
export const RoutingPolicy = z.strictObject({
  /** How much each part weighs, beside the others; 0 leaves it out. */
  weights: z
    .strictObject({
      /** Own working time left until the ticket is due: all of `enoughTime` is 1, none is 0. */
      slack: Weight.default(2),
      /** Being the person whom the customer knows: 1, else 0. */
      known: Weight.default(4),
      /** Having got less than one's share of late: 0.5 is just the share, 1 all of it missing. */
      fairness: Weight.default(2),
      /** Not having got a ticket for a while: all of `fullRest` is 1. */
      rest: Weight.default(1),
    })
    .prefault({}),
  /** How much own working time before the due is as good as any more. */
  enoughTime: FixedDuration.default({ hours: 4 }),
  /** After how long without a new ticket someone is as rested as can be. */
  fullRest: FixedDuration.default({ hours: 1 }),
  /**
   * Who goes first when scores are equal: `"hash"`, drawn from ticket and agent, always the same for the same two, and
   * even over many tickets; or `"id"`, the agent whose id comes first in the order of code units.
   */
  tieBreak: z.enum(["hash", "id"]).default("hash"),
});
/** What counts when several agents could take a ticket, see the schema of the same name. */
export interface RoutingPolicy extends Readonly<z.output<typeof RoutingPolicy>> {}
/** A routing policy as written: keys with a default may be left out. */
export interface RoutingPolicyInput extends Readonly<z.input<typeof RoutingPolicy>> {}
