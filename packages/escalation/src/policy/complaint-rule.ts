import { FixedDuration } from "@kefu/calendar";
import { z } from "zod";

/** How a complaint is settled without after-effects. */
export const ComplaintRule = z.strictObject({
  /** Targets that a complaint has on top of those of its ticket. */
  targets: z.array(z.string().min(1).max(64)).max(64).readonly().default([]),
  /** How long, on the wall, the customer must have been silent after accepting a remedy before the complaint closes unconfirmed. */
  silence: FixedDuration.default({ days: 7 }),
  /** How long, on the wall, after its close the same fault of the same product counts as the same complaint come back. */
  recurrenceWindow: FixedDuration.default({ days: 90 }),
});
/** How a complaint is settled, see the schema of the same name. */
export interface ComplaintRule extends Readonly<z.output<typeof ComplaintRule>> {}
