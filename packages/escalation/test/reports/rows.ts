// Rows of reports as fast-check draws them.
import fc from "fast-check";
import type { TargetOutcomeInput, TicketOutcomeInput } from "../../src/index.ts";

const ticketId = fc.constantFrom("t1", "t2", "t3");
const team = fc.constantFrom("repairs", "orders", "__proto__", "客服");
const milliseconds = fc.oneof(fc.nat(), fc.nat({ max: 300 }), fc.constantFrom(0, 2 ** 40));

/** How a clock ended. */
export const clock: fc.Arbitrary<TargetOutcomeInput> = fc.record(
  {
    ticketId,
    target: fc.constantFrom("first-response", "resolution"),
    team,
    cycle: fc.integer({ min: 1, max: 3 }),
    verdict: fc.constantFrom("running", "met", "breached", "cancelled", "never-due"),
    elapsedMilliseconds: milliseconds,
    workingMilliseconds: milliseconds,
    endedAt: fc.nat(),
  },
  {
    requiredKeys: ["ticketId", "target", "verdict", "elapsedMilliseconds", "workingMilliseconds"],
  },
);

/** How a ticket ended. */
export const solvedTicket: fc.Arbitrary<TicketOutcomeInput> = fc
  .record(
    {
      ticketId,
      team,
      openedAt: fc.integer({ min: -1e10, max: 1e9 }),
      solvedAfter: fc.nat(),
      contacts: fc.nat({ max: 3 }),
      reopened: fc.nat({ max: 2 }),
    },
    { requiredKeys: ["ticketId", "openedAt"] },
  )
  .map(({ solvedAfter, ...ticket }) =>
    solvedAfter === undefined ? ticket : { ...ticket, solvedAt: ticket.openedAt + solvedAfter },
  );
