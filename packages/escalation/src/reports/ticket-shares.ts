import { shareReport } from "./share-report.ts";
import { TicketOutcome } from "./ticket-outcome.ts";

/**
 * First-contact resolution: the share of solved tickets for which the customer had to get in touch only once, and which
 * did not come back. Open tickets do not count.
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { firstContactResolution } from "@kefu/escalation";
 *
 * const tickets = [
 *   { ticketId: "t1", openedAt: 0, solvedAt: 900 },
 *   { ticketId: "t2", openedAt: 0, solvedAt: 900, contacts: 2 },
 *   { ticketId: "t3", openedAt: 0 },
 * ];
 * firstContactResolution.finish(accumulate(firstContactResolution, tickets)).value; // => 0.5
 * ```
 */
export const firstContactResolution = shareReport({
  code: "first-contact-resolution",
  row: TicketOutcome,
  reasons: ["open"],
  read: ({ solvedAt, contacts, reopened }) => {
    if (solvedAt === undefined) return "open";
    return contacts <= 1 && reopened === 0 ? "hit" : "miss";
  },
});

/**
 * Reopen rate: of the tickets that were ever solved, the share that came back at least once. A ticket that was never
 * solved does not count; one that came back and is open again does.
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { reopenRate } from "@kefu/escalation";
 *
 * const tickets = [
 *   { ticketId: "t1", openedAt: 0, solvedAt: 900 },
 *   { ticketId: "t2", openedAt: 0, reopened: 1 },
 * ];
 * reopenRate.finish(accumulate(reopenRate, tickets)).value; // => 0.5
 * ```
 */
export const reopenRate = shareReport({
  code: "reopen-rate",
  row: TicketOutcome,
  reasons: ["open"],
  read: ({ solvedAt, reopened }) => {
    if (reopened > 0) return "hit";
    return solvedAt === undefined ? "open" : "miss";
  },
});
