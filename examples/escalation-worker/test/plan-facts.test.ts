import { expect, it } from "vitest";
import { planTicket } from "../src/chaos/plan-facts.ts";

const plans = Array.from({ length: 300 }, (_, number) => planTicket("seed", number));

it("plans the same for the same seed, and something else for another", () => {
  expect(Array.from({ length: 300 }, (_, number) => planTicket("seed", number))).toEqual(plans);
  expect(planTicket("other seed", 7)).not.toEqual(plans[7]);
});

it("lets facts happen in order, each under its own name", () => {
  for (const { facts } of plans) {
    const moments = facts.map(({ at }) => at);
    expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    expect(facts[0]?.type).toBe("open");
  }
});

it("lets every fact arrive, never before it happens", () => {
  for (const { facts, arrivals } of plans) {
    expect(new Set(arrivals.map(({ fact }) => fact.id))).toEqual(
      new Set(facts.map(({ id }) => id)),
    );
    expect(arrivals.filter(({ at, fact }) => at < fact.at)).toEqual([]);
  }
});

it("lets facts arrive late, twice and out of order", () => {
  const arrivals = plans.flatMap((plan) => plan.arrivals);
  const late = arrivals.filter(({ at, fact }) => at > fact.at + 3_600_000);
  const happened = plans.flatMap(({ facts }) => facts);
  const disordered = plans.filter((plan) => {
    const heard = [...plan.arrivals].sort((one, other) => one.at - other.at);
    return heard.some(({ fact }, i) => fact.at < (heard[i - 1]?.fact.at ?? 0));
  });
  expect(late.length / arrivals.length).toBeGreaterThan(0.25);
  expect(arrivals.length / happened.length).toBeGreaterThan(1.1);
  expect(disordered.length / plans.length).toBeGreaterThan(0.3);
});
