import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TierPolicyInput, tierAt, tierHistory } from "../../src/index.ts";

const START = instant("2024-01-01T00:00:00Z");
const DAY = 86_400_000;
const dayAt = (day: number) => (START + day * DAY) as Instant;

interface Fact {
  readonly at: Instant;
  readonly earnedAt?: Instant;
  readonly points: number;
  readonly visits: number;
}

const earning = fc.record({
  at: fc.nat({ max: 900 }),
  points: fc.integer({ min: 0, max: 400 }),
  visits: fc.integer({ min: 0, max: 2 }),
});
const history = fc
  .array(fc.record({ earning, taken: fc.option(fc.nat({ max: 200 }), { freq: 3 }) }), {
    maxLength: 14,
  })
  .map((list) =>
    list.flatMap(({ earning: { at, points, visits }, taken }): Fact[] => {
      const earned = { at: dayAt(at), points, visits };
      if (taken === null) return [earned];
      const back = { at: dayAt(at + taken), earnedAt: dayAt(at), points: -points, visits: -visits };
      return [earned, back];
    }),
  );
const windows = fc.constantFrom<TierPolicyInput["window"]>(
  { kind: "calendar-year" },
  { kind: "anniversary" },
  { kind: "rolling", months: 6 },
  { kind: "lifetime" },
);
const policies = fc.record({
  timeZone: fc.constantFrom("UTC", "Asia/Shanghai", "America/New_York"),
  levels: fc.constant([
    { tier: "0" },
    { tier: "1", from: { points: 500, visits: 4 } },
    { tier: "2", from: { points: 1000 } },
    { tier: "3", from: { points: 1500 } },
  ]),
  window: windows,
  downgrade: fc.constantFrom("re-evaluate" as const, "one-down" as const),
  graceDays: fc.constantFrom(0, 0, 20, 60),
  clawback: fc.constantFrom("strict" as const, "sticky" as const),
});
const joinedAt = dayAt(-40);
const asked = fc.nat({ max: 1500 }).map((day) => ({ asOf: dayAt(day), joinedAt }));

describe("tiers", () => {
  it("are the same whatever order facts come in", () => {
    fc.assert(
      fc.property(policies, history, asked, fc.array(fc.nat()), (policy, facts, question, keys) => {
        const shuffled = facts
          .map((fact, at) => ({ fact, key: keys[at] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ fact }) => fact);
        expect(tierAt(policy, shuffled, question)).toEqual(tierAt(policy, facts, question));
      }),
      { numRuns: 100 },
    );
  });

  it("are in the history what they were at the time", () => {
    fc.assert(
      fc.property(
        policies,
        history,
        asked,
        fc.nat({ max: 1500 }),
        (policy, facts, question, day) => {
          const told = tierHistory(policy, facts, question);
          const asOf = Math.min(dayAt(day), question.asOf) as Instant;
          const then = told.findLast(({ from }) => from === null || from <= asOf);
          expect(then?.tier).toBe(tierAt(policy, facts, { ...question, asOf }).tier);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("end when they say, and not before, if nothing more is earned", () => {
    fc.assert(
      fc.property(policies, history, asked, (policy, facts, question) => {
        const known = facts.filter(({ at }) => at <= question.asOf);
        const { tier, validUntil } = tierAt(policy, known, question);
        if (validUntil === null) return;
        expect(validUntil).toBeGreaterThan(question.asOf);
        const at = (asOf: number) => tierAt(policy, known, { ...question, asOf: asOf as Instant });
        expect(at(validUntil - 1).tier).toBe(tier);
        expect(Number(at(validUntil).tier)).toBeLessThan(Number(tier));
      }),
      { numRuns: 100 },
    );
  });

  it("are kept by what is said to keep them, and by no less", () => {
    fc.assert(
      fc.property(policies, history, asked, (policy, facts, question) => {
        const known = facts.filter(({ at }) => at <= question.asOf);
        const { tier, keep, validUntil } = tierAt(policy, known, question);
        if (keep === null || validUntil === null) return;
        const { points = 0 } = keep.missing;
        const heldWith = (more: number) => {
          const all = [
            ...known,
            { at: Math.max(keep.from, question.asOf) as Instant, points: more },
          ];
          return Number(tierAt(policy, all, { ...question, asOf: validUntil }).tier);
        };
        expect(heldWith(points)).toBeGreaterThanOrEqual(Number(tier));
        // Less may reach a higher tier for a while, and step down from there.
        const isExact = points > 0 && policy.downgrade === "re-evaluate";
        if (isExact) expect(heldWith(points - 1)).toBeLessThan(Number(tier));
      }),
      { numRuns: 100 },
    );
  });

  it("are reached by what is said to be missing, and by no less", () => {
    fc.assert(
      fc.property(policies, history, asked, (policy, facts, question) => {
        const known = facts.filter(({ at }) => at <= question.asOf);
        const { next } = tierAt(policy, known, question);
        const points = next?.missing.points ?? 0;
        if (next === null || points === 0) return;
        const heldWith = (more: number) =>
          Number(tierAt(policy, [...known, { at: question.asOf, points: more }], question).tier);
        expect(heldWith(points)).toBeGreaterThanOrEqual(Number(next.tier));
        expect(heldWith(points - 1)).toBeLessThan(Number(next.tier));
      }),
      { numRuns: 100 },
    );
  });

  it("are those of a slow reckoning, day by day", () => {
    fc.assert(
      fc.property(history, asked, fc.constantFrom(0, 20), (facts, { asOf }, graceDays) => {
        const policy: TierPolicyInput = {
          timeZone: "UTC",
          levels: [
            { tier: "0" },
            { tier: "1", from: { points: 500 } },
            { tier: "2", from: { points: 1000 } },
          ],
          window: { kind: "rolling", months: 6 },
          graceDays,
        };
        const known = facts.filter(({ at }) => at <= asOf);
        const sixMonthsOn = (at: number) => {
          const date = new Date(at);
          const last = new Date(
            Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 7, 0),
          ).getUTCDate();
          return Date.UTC(
            date.getUTCFullYear(),
            date.getUTCMonth() + 6,
            Math.min(date.getUTCDate(), last),
          );
        };
        const levelOn = (day: number) => {
          const sum = known
            .map((fact) => ({ ...fact, from: fact.earnedAt ?? fact.at }))
            .filter(({ from }) => from <= day && day < sixMonthsOn(from))
            .reduce((total, { points }) => total + points, 0);
          return sum >= 1000 ? 2 : sum >= 500 ? 1 : 0;
        };
        const days = Array.from({ length: graceDays + 1 }, (_, back) => asOf - back * DAY);
        const slow = Math.max(...days.map(levelOn));
        expect(Number(tierAt(policy, facts, { asOf }).tier)).toBe(slow);
      }),
      { numRuns: 100 },
    );
  });
});
