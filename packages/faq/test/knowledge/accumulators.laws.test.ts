import { type Accumulator, accumulate, instant } from "@kefu/core";
import {
  confirmedPhrasings,
  helpfulness,
  type PhrasingFeedback,
  type SearchEventInput,
  searchAnalytics,
} from "@kefu/faq";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = fc.nat({ max: 9 }).map((second) => instant(second * 40_000));
const sessionId = fc.constantFrom("s1", "s2", "s3");
const entryId = fc.constantFrom("x", "y");
const head = { sessionId, at };
const event = fc.oneof(
  fc.record({
    ...head,
    type: fc.constant("searched"),
    query: fc.constantFrom("a", "b"),
    hits: fc.nat({ max: 2 }),
  }),
  fc.record({
    ...head,
    type: fc.constant("opened"),
    entryId,
    position: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ ...head, type: fc.constantFrom("wentBack", "contacted", "left") }),
  fc.record({
    ...head,
    type: fc.constant("waited"),
    feeling: fc.constantFrom("unfair", "anxious"),
    seconds: fc.nat({ max: 99 }),
  }),
) as fc.Arbitrary<SearchEventInput>;
const vote = fc.record({
  entryId,
  revision: fc.integer({ min: 1, max: 2 }),
  voter: fc.constantFrom("v", "w", "x"),
  vote: fc.constantFrom("yes" as const, "no" as const),
  reason: fc.constantFrom("", "unclear", "outdated"),
  at: fc.nat({ max: 5 }).map((day) => instant(day * 86_400_000)),
});
const feedback: fc.Arbitrary<PhrasingFeedback> = fc.record({
  entryId,
  locale: fc.constantFrom("en", "zh-Hant"),
  query: fc.constantFrom("too small", "Too  small!", "too big", "退貨", "退货", "call 0301234"),
  customer: fc.constantFrom("v", "w", "x", "y"),
  at: fc.nat({ max: 3 }).map((day) => instant(day * 86_400_000)),
  helped: fc.boolean(),
});

/** However inputs are ordered, split, stored and, which other sums would count twice, repeated, the result is the same. */
function expectEachOnce<Input, Sum, Result>(
  accumulator: Accumulator<Input, Sum, Result>,
  inputs: fc.Arbitrary<Input>,
) {
  const shares = fc.array(fc.tuple(inputs, fc.nat({ max: 3 }), fc.nat()), { maxLength: 40 });
  fc.assert(
    fc.property(shares, (given) => {
      const whole = accumulate(
        accumulator,
        given.map(([input]) => input),
      );
      const mixed = given.toSorted(([, , a], [, , b]) => a - b);
      const parts = [3, 1, 0, 2].map((part) =>
        accumulate(
          accumulator,
          mixed.flatMap(([input, of]) => (of === part ? [input, input] : [])),
        ),
      );
      const stored = parts.map((sum): Sum => JSON.parse(JSON.stringify(sum)));
      const merged = stored.reduce(accumulator.merge, accumulator.create());
      expect(accumulator.finish(merged)).toEqual(accumulator.finish(whole));
      expect(accumulator.finish(accumulator.merge(whole, merged))).toEqual(
        accumulator.finish(whole),
      );
    }),
  );
}

describe("laws of the accumulators", () => {
  it("helpfulness", () => {
    expectEachOnce(helpfulness({ at: instant(9 * 86_400_000), halfLifeDays: 2.5 }), vote);
  });

  it("search analytics, also where a visit is split", () => {
    expectEachOnce(searchAnalytics(), event);
  });

  it("confirmed phrasings", () => {
    expectEachOnce(confirmedPhrasings({ leastCustomers: 1, mostPerEntry: 2 }), feedback);
  });

  it("a phrasing is learnt for one entry at most, from enough customers", () => {
    fc.assert(
      fc.property(fc.array(feedback, { maxLength: 60 }), (given) => {
        const learning = confirmedPhrasings();
        const learnt = learning.finish(accumulate(learning, given));
        const keys = learnt.flatMap(({ locale, phrasings }) =>
          phrasings.map(({ text }) => `${locale} ${text.toLowerCase()}`),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const { phrasings } of learnt) {
          for (const { helped, unhelped, text } of phrasings) {
            expect(helped - unhelped).toBeGreaterThanOrEqual(2);
            expect(text).not.toMatch(/\d/);
          }
        }
      }),
    );
  });

  it("search analytics adds up", () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const analytics = searchAnalytics();
        const { sessions, outcomes, zeroClicks, zeroResults, searches } = analytics.finish(
          accumulate(analytics, events),
        );
        expect(outcomes.selfServed + outcomes.contacted + outcomes.abandoned).toBe(sessions);
        expect(zeroClicks.of + zeroResults.count).toBe(searches);
      }),
    );
  });
});
