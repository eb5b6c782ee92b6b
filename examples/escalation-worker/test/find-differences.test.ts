import { escalation } from "@kefu/escalation";
import { expect, it } from "vitest";
import { planTicket } from "../src/chaos/plan-facts.ts";
import { differencesOf } from "../src/check/find-differences.ts";
import { liveOnTime } from "../src/check/retell.ts";
import { context } from "../src/desk/policy.ts";

const tickets = escalation(context);
const plan = planTicket("seed", 5);
const { ticket: state, events: log } = liveOnTime(tickets, plan.facts);

it("finds nothing in a life on time", () => {
  expect(differencesOf(tickets, plan, { state, log })).toEqual([]);
});

it("finds nothing in lives that were heard of late, twice and out of order", () => {
  let corrections = 0;
  for (let number = 0; number < 200; number++) {
    const life = planTicket("seed", number);
    const heard = [...life.arrivals].sort((one, other) => one.at - other.at);
    const told = liveOnTime(
      tickets,
      heard.map(({ fact }) => fact),
    );
    corrections += told.events.filter(({ because }) => because.code === "late-fact").length;
    const finished = { state: told.ticket, log: told.events };
    expect(differencesOf(tickets, life, finished), life.id).toEqual([]);
  }
  expect(corrections).toBeGreaterThan(100);
});

it.each([
  ["an event that is gone", log.slice(0, -1)],
  ["an event that was written twice", [...log, log.at(-1) as (typeof log)[number]]],
  ["two events that changed places", [log[1], log[0], ...log.slice(2)] as typeof log],
  ["a fact that was lost", log.filter((event) => event.subject !== "fact-1")],
])("finds %s", (_, spoilt) => {
  expect(differencesOf(tickets, plan, { state, log: spoilt })).toContain(
    "the log is not the work of one process",
  );
});

it("finds a fact that never came", () => {
  const told = liveOnTime(tickets, plan.facts.slice(0, -1));
  const differences = differencesOf(tickets, plan, { state: told.ticket, log: told.events });
  expect(differences.join()).toContain(`FactRecorded ${plan.facts.at(-1)?.id}`);
});

it("finds a wake that was lost", () => {
  const open = tickets.decide(undefined, tickets.initial, plan.facts[0] as never);
  const opened = open.outcome === "accepted" ? open.events : [];
  const left = { state: opened.reduce(tickets.evolve, tickets.initial), log: opened };
  expect(differencesOf(tickets, plan, left)).toContain("a wake was lost");
});
