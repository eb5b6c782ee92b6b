import { instant } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type EscalationCommandInput,
  type EscalationEvent,
  type EscalationPolicyInput,
  type EscalationTicket,
  escalation,
  nextWakeAt,
  viewTicket,
} from "../src/index.ts";
import { DESKS, story } from "./story.ts";

const policy: EscalationPolicyInput = {
  id: "shop",
  version: 1,
  targets: [
    {
      ...{ id: "first", metric: "firstResponse", budget: { working: { hours: 1 } } },
      ...{ calendar: "desk", thresholds: [{ id: "half", at: { ratio: 0.5 } }] },
    },
    { id: "reply", metric: "nextReply", budget: { elapsed: { hours: 2 } }, calendar: "desk" },
    { id: "update", metric: "periodicUpdate", budget: { working: { hours: 3 } }, calendar: "desk" },
    {
      ...{ id: "gold", metric: "resolution", budget: { working: { hours: 4 } } },
      ...{ calendar: "desk", onRetarget: "keepRatio" },
    },
    {
      ...{ id: "plain", metric: "resolution", budget: { working: { hours: 9 } } },
      ...{ calendar: "desk", thresholds: [{ id: "late", at: { after: { hours: 1 } } }] },
    },
  ],
  rules: [
    {
      id: "gold",
      when: { field: "tier", op: "eq", value: "gold" },
      targets: ["first", "reply", "update", "gold"],
    },
    { id: "rest", targets: ["first", "reply", "update", "plain"] },
  ],
  ladder: {
    rungs: [
      {
        ...{ level: "help", unmetTo: "contact", attempts: 2 },
        limit: { budget: { working: { hours: 5 } }, calendar: "desk" },
      },
      { level: "contact" },
    ],
  },
  promises: { calendar: "desk", atRiskBefore: { hours: 1 } },
};
const { context } = story(policy, { desk: DESKS.berlin });
const tickets = escalation(context);

const START = instant("2026-03-27T07:00:00Z");
const kinds = [
  { type: "customerMessage" },
  { type: "customerMessage", expectsReply: false },
  { type: "agentMessage" },
  { type: "setState", state: "pending" },
  { type: "setState", state: "open" },
  { type: "resolve" },
  { type: "reopen" },
  { type: "classify", attributes: { tier: "gold" } },
  { type: "classify", attributes: { tier: "silver" } },
  { type: "assign", team: "berlin" },
  { type: "levelOutcome", outcome: "unsolved", query: "静音" },
  { type: "wishForPerson" },
  { type: "makePromise", promiseId: "p1", text: "By Monday.", dueAt: START + 74 * 3_600_000 },
  { type: "keepPromise", promiseId: "p1" },
  { type: "forecast", promiseId: "p1", expectedAt: START + 90 * 3_600_000 },
  { type: "complain", symptom: "noise" },
  { type: "offerRemedy", remedyId: "r1", text: "A new one." },
  { type: "answerRemedy", remedyId: "r1", answer: "accepted" },
  { type: "confirmSettlement" },
];

/** Facts within four days over a clock change, on few different moments, so that they often coincide. */
const facts = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.nat(96), fc.nat(30)), { maxLength: 14 })
  .map((drawn) => [
    { type: "open", id: "open", policy: "shop", at: START, attributes: { tier: "silver" } },
    ...drawn.map(([kind, hour, late], i) => {
      const at = START + hour * 3_600_000;
      return { ...kind, id: `f${i}`, at, receivedAt: at + late * 3_600_000 };
    }),
  ]) as unknown as fc.Arbitrary<EscalationCommandInput[]>;

const END = instant("2026-04-20T07:00:00Z");

function live(commands: readonly EscalationCommandInput[]): EscalationTicket {
  return [...commands, { type: "tick", at: END } as const].reduce<EscalationTicket>(
    (ticket, one) => {
      const decision = tickets.decide(undefined, ticket, one);
      return decision.outcome === "accepted"
        ? decision.events.reduce(tickets.evolve, ticket)
        : ticket;
    },
    tickets.initial,
  );
}

const inOrder = (commands: readonly EscalationCommandInput[]) =>
  [...commands].sort((one, other) => one.at - other.at);

const shuffledFacts = facts.chain((list) =>
  fc.record({
    list: fc.constant(list),
    shuffled: fc
      .shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 })
      .chain((order) =>
        fc
          .array(fc.tuple(fc.nat(order.length), fc.nat(500)), { maxLength: 4 })
          .map((ticks) => withTicks(order, ticks)),
      ),
  }),
);

function withTicks(
  order: readonly EscalationCommandInput[],
  ticks: readonly (readonly [number, number])[],
): readonly EscalationCommandInput[] {
  const told = [...order];
  for (const [place, hour] of ticks) {
    told.splice(place, 0, { type: "tick", at: START + hour * 3_600_000 });
  }
  return told;
}

it("any order with any repetition and any wakes comes to the same", () => {
  fc.assert(
    fc.property(shuffledFacts, ({ list, shuffled }) => {
      const [one, other] = [live(inOrder(list)), live(shuffled)];
      expect(other).toEqual(one);
      expect(viewTicket(context, other, END)).toEqual(viewTicket(context, one, END));
    }),
    { numRuns: 150 },
  );
});

it("a ticket that was stored and loaded goes on as it was", () => {
  fc.assert(
    fc.property(facts, (list) => {
      const ticket = live(inOrder(list));
      const loaded = JSON.parse(JSON.stringify(ticket));
      expect(viewTicket(context, loaded, END)).toEqual(viewTicket(context, ticket, END));
      expect(nextWakeAt(context, loaded)).toBe(nextWakeAt(context, ticket));
    }),
    { numRuns: 100 },
  );
});

it("what is told less what is taken back is what happened", () => {
  fc.assert(
    fc.property(shuffledFacts, ({ list, shuffled }) => {
      expect(breachesTold(shuffled)).toEqual(breachesTold(inOrder(list)));
    }),
    { numRuns: 100 },
  );
});

/** The breaches that stand after all events, as a host would keep them. */
function breachesTold(commands: readonly EscalationCommandInput[]): readonly string[] {
  const standing = new Map<string, number>();
  for (const { type, subject, effectiveAt } of eventsOf(commands)) {
    if (/^Breach(?:ed|Backdated|Postponed)$/.test(type)) standing.set(subject, effectiveAt);
    if (type === "BreachRetracted") standing.delete(subject);
  }
  return [...standing].map(([subject, at]) => `${subject}@${at}`).sort();
}

function eventsOf(commands: readonly EscalationCommandInput[]): readonly EscalationEvent[] {
  let ticket = tickets.initial;
  return [...commands, { type: "tick", at: END } as const].flatMap((command) => {
    const decision = tickets.decide(undefined, ticket, command);
    if (decision.outcome !== "accepted") return [];
    ticket = decision.events.reduce(tickets.evolve, ticket);
    return decision.events;
  });
}

it("the next wake is the first moment at which a tick has something to tell", () => {
  fc.assert(
    fc.property(facts, (list) => {
      let ticket = tickets.initial;
      for (const command of inOrder(list)) {
        const decision = tickets.decide(undefined, ticket, command);
        if (decision.outcome === "accepted")
          ticket = decision.events.reduce(tickets.evolve, ticket);
      }
      const wake = nextWakeAt(context, ticket);
      const told = (at: number) => {
        const decision = tickets.decide(undefined, ticket, { type: "tick", at });
        return decision.outcome === "accepted" ? decision.events.length : -1;
      };
      if (wake === null) expect(told(END)).toBe(0);
      else expect([told(wake - 1), told(wake) > 0]).toEqual([0, true]);
    }),
    { numRuns: 100 },
  );
});
