import { instant } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type EscalationCommandInput, type EscalationEvent, escalation } from "../src/index.ts";
import { DESKS, oneTarget, story } from "./story.ts";

const { context } = story(oneTarget({ metric: "resolution", budget: { working: { hours: 4 } } }), {
  desk: DESKS.berlin,
});
const at = instant("2026-06-01T08:00:00Z");
const dueAt = instant("2026-06-03T08:00:00Z");
const made = { type: "makePromise", promiseId: "p1", text: "我们两天内回复。", dueAt } as const;
const moved = { type: "renegotiate", replaces: "p1", promiseId: "p2", text: "三天。" } as const;

/** What may become of a promise in the very millisecond in which it is made, by the name of the promise. */
const fates = {
  kept: [{ type: "keepPromise", promiseId: "p1" }],
  withdrawn: [{ type: "withdrawPromise", promiseId: "p1", text: "不再需要。" }],
  foreseenLate: [
    { type: "forecast", promiseId: "p1", expectedAt: dueAt + 1 },
    { type: "tellBadNews", promiseId: "p1", text: "会晚一些。", stopGap: "先用备用机。" },
  ],
  replacedAndKept: [
    { ...moved, agreed: true, dueAt: dueAt + 1 },
    { type: "keepPromise", promiseId: "p2" },
  ],
} as const;

/** The facts of one millisecond, with names that say nothing and in any order of arrival. */
const momentOf = (fate: keyof typeof fates) =>
  fc
    .tuple(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 4, maxLength: 4 }),
      fc.shuffledSubarray([made, ...fates[fate]], { minLength: fates[fate].length + 1 }),
    )
    .map(([ids, told]) => told.map((fact, i) => ({ ...fact, id: `${ids[i]}`, at })));

function eventsOf(facts: readonly EscalationCommandInput[]): readonly EscalationEvent[] {
  const tickets = escalation(context);
  const open = { type: "open", id: "open", at: instant(at - 1), policy: "shop" } as const;
  let ticket = tickets.initial;
  return [open, ...facts].flatMap((command) => {
    const decision = tickets.decide(undefined, ticket, command);
    if (decision.outcome === "refused") throw new Error(decision.because.code);
    ticket = decision.events.reduce(tickets.evolve, ticket);
    return decision.events;
  });
}

/** What stands of what was told about promises: what a late fact took back does not. */
function standing(facts: readonly EscalationCommandInput[]): readonly string[] {
  const told = new Set<string>();
  for (const event of eventsOf(facts)) {
    if (event.type === "EventRetracted") told.delete(`${event.retractedType}:${event.subject}`);
    else if (/Promise|BadNews|Ignored/.test(event.type)) told.add(`${event.type}:${event.subject}`);
  }
  return [...told].map((name) => name.replace(/(PromiseAtRisk:p1)\+.*/, "$1")).sort();
}

it.each([
  ["kept", ["PromiseKept:p1", "PromiseMade:p1"]],
  ["withdrawn", ["PromiseMade:p1", "PromiseWithdrawn:p1"]],
  ["foreseenLate", ["BadNewsDue:p1", "BadNewsTold:p1", "PromiseAtRisk:p1", "PromiseMade:p1"]],
  [
    "replacedAndKept",
    ["PromiseKept:p2", "PromiseMade:p1", "PromiseMade:p2", "PromiseRenegotiated:p1"],
  ],
] as const)("a promise made and %s in one millisecond is made first", (fate, expected) => {
  fc.assert(
    fc.property(momentOf(fate), (facts) => {
      expect(standing(facts)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
