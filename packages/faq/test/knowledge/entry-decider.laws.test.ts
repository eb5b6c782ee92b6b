import { instant } from "@kefu/core";
import { type EntryEvent, type EntryLife, entryDecider, entryStatus, entryWakeAt } from "@kefu/faq";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const moment = fc.integer({ min: 0, max: 60 }).map((at) => instant(at));
const by = fc.constantFrom("ada", "bob", "cy");
const asked = fc.oneof(
  fc.record({
    type: fc.constantFrom("create", "revise"),
    content: fc.record({ question: fc.record({ en: fc.constantFrom("A?", "B?") }) }),
  }),
  fc.record({
    type: fc.constantFrom(
      "submitForReview",
      "approve",
      "reject",
      "archive",
      "unarchive",
      "confirmReview",
    ),
  }),
  fc.record({ type: fc.constant("publish"), until: moment }, { requiredKeys: ["type"] }),
  fc.record(
    { type: fc.constant("schedule"), from: moment, until: moment },
    { requiredKeys: ["type", "from"] },
  ),
  fc.record({ type: fc.constantFrom("restoreRevision"), revision: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ type: fc.constant("setReviewBy"), reviewBy: fc.option(moment) }),
);
const policy = fc.record({
  approvals: fc.nat({ max: 2 }),
  reviewAfter: fc.record({ seconds: fc.constantFrom(0.005, 0.02) }),
});
const life = fc
  .tuple(policy, fc.array(fc.tuple(asked, by), { maxLength: 20 }))
  .map(([given, commands]) => {
    const events: EntryEvent[] = [];
    let state: EntryLife = entryDecider.initial;
    commands.forEach(([command, who], position) => {
      const head = { commandId: `c${position}`, by: who, at: instant(position * 2) };
      const decision = entryDecider.decide(given, state, { ...command, ...head });
      if (decision.outcome === "refused") return;
      events.push(...decision.events);
      state = decision.events.reduce(entryDecider.evolve, state);
    });
    return { state, events };
  });

describe("laws of an entry's life", () => {
  it("the same events lead to the same state, also through JSON", () => {
    fc.assert(
      fc.property(life, ({ state, events }) => {
        const stored: EntryEvent[] = JSON.parse(JSON.stringify(events));
        expect(stored.reduce(entryDecider.evolve, entryDecider.initial)).toEqual(state);
      }),
    );
  });

  it("revisions are numbered without gaps, and what is read exists", () => {
    fc.assert(
      fc.property(life, moment, ({ state }, at) => {
        expect(state.revisions.map(({ number }) => number)).toEqual(
          state.revisions.map((_, position) => position + 1),
        );
        const { liveRevision } = entryStatus(state, at);
        expect(liveRevision ?? 0).toBeLessThanOrEqual(state.revisions.length);
      }),
    );
  });

  it("nothing changes by itself before the wake-up, and something does at it", () => {
    fc.assert(
      fc.property(life, moment, ({ state }, at) => {
        const wake = entryWakeAt(state, at);
        const now = entryStatus(state, at);
        for (let later = at + 1; later < (wake ?? 100); later++) {
          expect(entryStatus(state, instant(later))).toEqual(now);
        }
        if (wake !== null) expect(entryStatus(state, wake)).not.toEqual(now);
      }),
    );
  });
});
