import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingTime,
  compileCalendar,
  isOpen,
  nextClosing,
  nextOpenInstant,
  nextOpening,
  openIntervals,
  previousClosing,
  previousOpenInstant,
  previousOpening,
  workingTimeBetween,
} from "../src/index.ts";
import { distance, later, ORACLE_RUNS, scene } from "./arbitraries.ts";
import { changes, firstWith, lastWith, openBetween, stepThrough } from "./stepping-oracle.ts";

const DAY = 86_400_000;

/** What is found beyond the stepped-through minutes, the oracle cannot know. */
const within = (from: number, to: number) => (at: number | null) =>
  at === null || at <= from || at >= to ? null : at;

describe("against a reference that steps through every minute", () => {
  it("gives the same answers to every question", { timeout: 120_000 + ORACLE_RUNS * 500 }, () => {
    fc.assert(
      fc.property(scene, distance, distance, fc.nat({ max: 2 * DAY }), (one, a, b, amount) => {
        const [from, to] = [later(one.around, -4 * DAY), later(one.around, 4 * DAY)];
        const minutes = stepThrough(one.policy, from, to);
        const { openings, closings } = changes(minutes);
        const calendar = compileCalendar(one.policy);
        const [at, other] = [later(one.around, a), later(one.around, b)];
        const known = within(from, to);
        const sign = at <= other ? 1 : -1;
        expect({
          isOpen: isOpen(calendar, at),
          between: workingTimeBetween(calendar, at, other),
          add: known(addWorkingTime(calendar, at, amount + 1)),
          subtract: known(addWorkingTime(calendar, at, -amount - 1)),
          nextOpenInstant: known(nextOpenInstant(calendar, at)),
          previousOpenInstant: known(previousOpenInstant(calendar, at)),
          nextOpening: known(nextOpening(calendar, at)),
          nextClosing: known(nextClosing(calendar, at)),
          previousOpening: known(previousOpening(calendar, at)),
          previousClosing: known(previousClosing(calendar, at)),
          starts: openIntervals(calendar, from, to).map((interval) => interval.from),
        }).toEqual({
          isOpen: minutes.open[Math.floor((at - from) / 60_000)],
          between: sign * openBetween(minutes, Math.min(at, other), Math.max(at, other)) + 0,
          add: known(firstWith(minutes, at, amount + 1)),
          subtract: known(lastWith(minutes, at, amount + 1)),
          nextOpenInstant: known(ceilingOpen(minutes.from, minutes.open, at)),
          previousOpenInstant: known(lastWith(minutes, at, Number.EPSILON)),
          nextOpening: openings.find((opening) => opening > at) ?? null,
          nextClosing: closings.find((closing) => closing > at) ?? null,
          previousOpening: openings.findLast((opening) => opening < at) ?? null,
          previousClosing: closings.findLast((closing) => closing < at) ?? null,
          starts: minutes.open[0] ? [from, ...openings] : openings,
        });
      }),
      { numRuns: ORACLE_RUNS },
    );
  });
});

function ceilingOpen(from: number, open: readonly boolean[], at: number): number | null {
  const first = Math.floor((at - from) / 60_000);
  const found = open.indexOf(true, first);
  return found < 0 ? null : Math.max(at, from + found * 60_000);
}

describe("the order of questions", () => {
  it("never changes an answer", () => {
    const years = fc.array(fc.integer({ min: 1801, max: 2198 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(scene, years, ({ policy, around }, asked) => {
        const [fresh, used] = [compileCalendar(policy), compileCalendar(policy)];
        for (const year of asked) isOpen(used, instant(Date.UTC(year, 5, 1)));
        const far: Instant = instant(Date.UTC(asked[0] ?? 2000, 1, 1));
        expect(workingTimeBetween(used, around, far)).toBe(workingTimeBetween(fresh, around, far));
        expect(addWorkingTime(used, around, 1e10)).toBe(addWorkingTime(fresh, around, 1e10));
        expect(addWorkingTime(used, around, -1e10)).toBe(addWorkingTime(fresh, around, -1e10));
      }),
      { numRuns: 20 },
    );
  });
});
