import { setTimeout as wait } from "node:timers/promises";
import type PgBoss from "pg-boss";
import type { Connection } from "../database/database.ts";
import { deliverLater, type NewDelivery } from "../delivery-queue.ts";
import { realAt, type SimulatedClock } from "../simulated-clock.ts";
import type { PlannedTicket } from "./plan-facts.ts";

const BATCH = 1_000;
const AHEAD_MILLISECONDS = 500;

/** What the shop will hear of some tickets, in the order in which it will. */
export function arrivalsInOrder(
  tickets: readonly PlannedTicket[],
  clock: SimulatedClock,
): NewDelivery[] {
  return tickets
    .flatMap(({ id, arrivals }) =>
      arrivals.map(
        ({ at, fact }, number): NewDelivery => ({
          ticketId: id,
          command: fact,
          dueAt: realAt(clock, at),
          key: `${id}: arrival ${number}`,
        }),
      ),
    )
    .sort((one, other) => one.dueAt - other.dueAt);
}

/**
 * Queues what the shop hears when it hears it. Nobody knows ahead what customers will write, and a queue that holds only
 * what is due, and the next wake of each ticket, stays quick: what is due first was queued first.
 */
export async function feedFacts(
  queue: PgBoss,
  connection: Connection,
  {
    arrivals,
    say,
  }: { readonly arrivals: readonly NewDelivery[]; readonly say: (line: string) => void },
): Promise<void> {
  let sayAt = 0;
  for (let first = 0; first < arrivals.length; ) {
    const end = endOfBatch(arrivals, first, Date.now() + AHEAD_MILLISECONDS);
    await deliverLater(queue, connection, arrivals.slice(first, end));
    if (end - first < BATCH) await wait(AHEAD_MILLISECONDS / 2);
    first = end;
    if (end >= sayAt) {
      say(`${end} of ${arrivals.length} facts are told`);
      sayAt += arrivals.length / 20;
    }
  }
}

function endOfBatch(arrivals: readonly NewDelivery[], first: number, until: number): number {
  const last = Math.min(first + BATCH, arrivals.length);
  let end = first;
  while (end < last && (arrivals[end] as NewDelivery).dueAt <= until) end++;
  return end;
}
