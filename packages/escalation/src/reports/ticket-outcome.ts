import { Instant } from "@kefu/core";
import { z } from "zod";
import { dimensions } from "./target-outcome.ts";

const count = z.int().nonnegative();

/** How one ticket ended, or how it stands: a row for reports. What is not known is left out. */
export const TicketOutcome = z
  .strictObject({
    ...dimensions,
    /** When it came. */
    openedAt: Instant,
    /** When it was solved for the last time; absent while it is open, also while it is open again. */
    solvedAt: Instant.optional(),
    /** How many times the customer had to get in touch about it, the first time included. */
    contacts: count.default(1),
    /** How many times it was solved and came back. */
    reopened: count.default(0),
  })
  .refine(({ openedAt, solvedAt }) => solvedAt === undefined || solvedAt >= openedAt, {
    path: ["solvedAt"],
    message: "must not lie before openedAt",
  });
/** How one ticket ended, or how it stands, see the schema of the same name. */
export interface TicketOutcome extends Readonly<z.output<typeof TicketOutcome>> {}
/** A row as it is written: keys with a default may be left out. */
export interface TicketOutcomeInput extends Readonly<z.input<typeof TicketOutcome>> {}
