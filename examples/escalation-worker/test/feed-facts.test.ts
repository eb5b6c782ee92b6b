import { expect, it } from "vitest";
import { arrivalsInOrder } from "../src/chaos/feed-facts.ts";
import { FIRST_DAY, planTicket } from "../src/chaos/plan-facts.ts";

const tickets = Array.from({ length: 20 }, (_, number) => planTicket("feed", number));
const arrivals = arrivalsInOrder(tickets, { realStart: 0, start: FIRST_DAY, speed: 1000 });

it("brings every arrival of every ticket, each under a key of its own", () => {
  const planned = tickets.reduce((sum, ticket) => sum + ticket.arrivals.length, 0);
  expect(arrivals).toHaveLength(planned);
  expect(new Set(arrivals.map(({ key }) => key)).size).toBe(planned);
});

it("brings them in the order in which the shop hears of them", () => {
  const moments = arrivals.map(({ dueAt }) => dueAt);
  expect(moments).toEqual(moments.toSorted((one, other) => one - other));
  expect(new Set(arrivals.slice(0, 20).map(({ ticketId }) => ticketId)).size).toBeGreaterThan(3);
});
