import { parseInput } from "@kefu/core";
import { z } from "zod";
import type { TicketView } from "../tickets/view-ticket.ts";
import { TargetOutcome, type TargetOutcomeInput } from "./target-outcome.ts";

/** What reports group by; the view of a ticket tells team and level where these do not. */
export type OutcomeDimensions = Pick<
  TargetOutcomeInput,
  "ticketId" | "tier" | "team" | "level" | "channel" | "priority" | "period"
>;

const Viewed = z.object({
  team: z.string().nullable(),
  level: z.string().nullable(),
  clocks: z.array(z.record(z.string(), z.unknown())),
});

/**
 * The rows for reports that a ticket gives: one for each of its clocks in its present cycle. Take them when a cycle ends
 * to have every cycle, or once when the ticket is closed to have the last.
 *
 * @param view - what `viewTicket` says
 * @param about - which ticket it is, and what else to group by
 * @throws `InvalidInputError` when an argument has not its shape
 */
export function targetOutcomes(
  view: Pick<TicketView, "clocks" | "team" | "level">,
  about: OutcomeDimensions,
): readonly TargetOutcome[] {
  const { team, level, clocks } = parseInput(Viewed, "view", view);
  const rows = clocks.map((clock) => ({
    ...(team === null ? {} : { team }),
    ...(level === null ? {} : { level }),
    ...about,
    target: clock["targetId"],
    agreement: clock["agreement"],
    cycle: clock["cycle"],
    verdict: clock["verdict"],
    elapsedMilliseconds: clock["elapsedMilliseconds"],
    workingMilliseconds: clock["workedMilliseconds"],
    endedAt: clock["endedAt"] ?? undefined,
    ending: clock["ending"] ?? undefined,
  }));
  return parseInput(z.array(TargetOutcome), "outcomes", rows);
}
