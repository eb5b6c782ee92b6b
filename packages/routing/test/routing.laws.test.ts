import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type AgentInput,
  orderQueue,
  QueuePolicy,
  routeTicket,
  type WorkItemInput,
} from "../src/index.ts";
import { calendars, NOW } from "./desks.ts";

const near = fc.integer({ min: NOW - 3 * 86_400_000, max: NOW + 3 * 86_400_000 });
const skills = fc.dictionary(fc.constantFrom("repairs", "orders"), fc.integer({ min: 1, max: 5 }));
const languages = fc.constantFrom("en", "zh", "zh-Hant", "zh-Hans");
const item: fc.Arbitrary<WorkItemInput> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 5 }),
    openedAt: near,
    dueAt: near,
    priority: fc.constantFrom("low", "normal", "high", "urgent"),
    skills,
    language: languages,
    knownAgentId: fc.constantFrom("a0", "a1"),
    declinedBy: fc.subarray(["a0", "a1", "a2"]),
  },
  { requiredKeys: ["id", "openedAt"] },
);
const agent: fc.Arbitrary<Omit<AgentInput, "id">> = fc.record(
  {
    calendar: fc.constantFrom("utc", "always", "never", "shanghai"),
    skills,
    languages: fc.array(languages, { maxLength: 3 }),
    absences: fc.array(
      fc.tuple(near, near).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      { maxLength: 2 },
    ),
    capacity: fc.nat({ max: 3 }),
    load: fc.nat({ max: 3 }),
    weight: fc.integer({ min: 1, max: 5 }),
    recentAssignments: fc.nat({ max: 20 }),
    lastAssignedAt: near,
  },
  { requiredKeys: ["calendar"] },
);
const staff = fc
  .array(agent, { maxLength: 8 })
  .map((all) => all.map((one, i): AgentInput => ({ id: `a${i}`, ...one })));
const route = (work: WorkItemInput, agents: readonly AgentInput[], at = NOW) =>
  routeTicket(work, agents, at, { calendars });

it("the result does not depend on the order of the agents", () => {
  const shuffled = staff.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(item, shuffled, (work, [agents, mixed]) => {
      expect(route(work, mixed)).toEqual(route(work, agents));
    }),
  );
});

it("everyone is either ranked or left out with a reason, and ranked exactly who would be alone", () => {
  fc.assert(
    fc.property(item, staff, (work, agents) => {
      const result = route(work, agents);
      const ranked = result.outcome === "assigned" ? result.ranked : [];
      expect(ranked.length + result.excluded.length).toBe(agents.length);
      for (const { because } of result.excluded) expect(because.length).toBeGreaterThan(0);
      const alone = agents.filter((one) => route(work, [one]).outcome === "assigned");
      expect(ranked.map(({ agentId }) => agentId).sort()).toEqual(alone.map(({ id }) => id).sort());
    }),
  );
});

it("scores fall from 0..1, best first, and their points add up to them", () => {
  fc.assert(
    fc.property(item, staff, (work, agents) => {
      const result = route(work, agents);
      fc.pre(result.outcome === "assigned");
      if (result.outcome !== "assigned") return;
      const scores = result.ranked.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { score, because } of result.ranked) {
        const points = because.map(({ facts }) => Number(facts["points"]));
        expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score, 2);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it("somebody can take it when nobody could before, and nobody just before that", () => {
  fc.assert(
    fc.property(item, staff, (work, agents) => {
      const result = route(work, agents);
      fc.pre(result.outcome === "nobody" && result.nextEligibleAt !== null);
      if (result.outcome !== "nobody" || result.nextEligibleAt === null) return;
      const next = result.nextEligibleAt;
      expect(next).toBeGreaterThan(NOW);
      expect(route(work, agents, next).outcome).toBe("assigned");
      expect(route(work, agents, (next - 1) as typeof NOW).outcome).toBe("nobody");
    }),
  );
});

it("nothing starves: whatever comes after a ticket's moment stands behind it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 12 }), (items) => {
      const opened = new Map(items.map(({ id, openedAt }) => [id, openedAt]));
      const queue = orderQueue(items, NOW);
      for (const [place, { serveBy }] of queue.entries()) {
        const ahead = queue.slice(0, place).map(({ id }) => opened.get(id) ?? 0);
        expect(Math.max(...ahead)).toBeLessThanOrEqual(serveBy);
      }
    }),
  );
});

it("the queue does not depend on the order of the items, nor on the hour", () => {
  const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(items, near, (all, at) => {
      const ids = (queue: ReturnType<typeof orderQueue>) => queue.map(({ id }) => id);
      expect(ids(orderQueue([...all].reverse(), at as typeof NOW))).toEqual(
        ids(orderQueue(all, NOW, QueuePolicy.parse({}))),
      );
    }),
  );
});
