import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingTime,
  compileCalendar,
  explainWorkingTime,
  isOpen,
  type Pause,
  subtractCalendars,
  workingTimeBetween,
} from "../src/index.ts";
import { distance, later, RUNS, scene } from "./arbitraries.ts";

const amount = fc.integer({ min: 1, max: 40 * 3_600_000 });
const check = { numRuns: RUNS };

const pauses = fc.array(fc.tuple(distance, fc.nat({ max: 86_400_000 })), { maxLength: 5 });

describe("working time", () => {
  it("between undoes add, and add never lands later than it must", () => {
    fc.assert(
      fc.property(scene, distance, amount, ({ policy, around }, shift, milliseconds) => {
        const calendar = compileCalendar(policy);
        const at = later(around, shift);
        const due = addWorkingTime(calendar, at, milliseconds);
        if (due === null) return;
        expect(workingTimeBetween(calendar, at, due)).toBe(milliseconds);
        expect(workingTimeBetween(calendar, at, later(due, -1))).toBe(milliseconds - 1);
        const back = addWorkingTime(calendar, due, -milliseconds);
        expect(back).toBeGreaterThanOrEqual(at);
        expect(back === null ? null : workingTimeBetween(calendar, back, due)).toBe(milliseconds);
      }),
      check,
    );
  });

  it("adds up over any moment between, and changes sign when reversed", () => {
    fc.assert(
      fc.property(scene, distance, distance, distance, ({ policy, around }, a, b, c) => {
        const calendar = compileCalendar(policy);
        const [first, second, third] = [later(around, a), later(around, b), later(around, c)];
        const parts =
          workingTimeBetween(calendar, first, second) + workingTimeBetween(calendar, second, third);
        expect(parts).toBe(workingTimeBetween(calendar, first, third));
        expect(workingTimeBetween(calendar, first, second)).toBe(
          0 - workingTimeBetween(calendar, second, first),
        );
      }),
      check,
    );
  });

  it("is due no earlier when there is more of it, or when it starts later", () => {
    fc.assert(
      fc.property(scene, amount, amount, fc.nat({ max: 1e8 }), ({ policy, around }, a, b, wait) => {
        const calendar = compileCalendar(policy);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const due = addWorkingTime(calendar, around, less) ?? Number.POSITIVE_INFINITY;
        const dueOfMore = addWorkingTime(calendar, around, more) ?? Number.POSITIVE_INFINITY;
        const late =
          addWorkingTime(calendar, later(around, wait), less) ?? Number.POSITIVE_INFINITY;
        expect(due).toBeLessThanOrEqual(dueOfMore);
        expect(due).toBeLessThanOrEqual(late);
      }),
      check,
    );
  });

  it("counts pauses as if the calendar were closed then", () => {
    fc.assert(
      fc.property(scene, pauses, distance, amount, ({ policy, around }, spans, shift, ms) => {
        const calendar = compileCalendar(policy);
        const paused: Pause[] = spans.map(([start, length]) => ({
          from: later(around, start),
          to: later(around, start + length),
        }));
        const options = { pauses: paused };
        const at = later(around, shift);
        const between = workingTimeBetween(calendar, around, at, options);
        const explained =
          around <= at
            ? explainWorkingTime(calendar, around, at, options).workingMilliseconds
            : 0 - explainWorkingTime(calendar, at, around, options).workingMilliseconds;
        expect(between).toBe(explained);
        for (const sign of [1, -1]) {
          const due = addWorkingTime(calendar, at, sign * ms, options);
          if (due === null) continue;
          expect(workingTimeBetween(calendar, at, due, options)).toBe(sign * ms);
          const earlier = later(due, -sign);
          expect(workingTimeBetween(calendar, at, earlier, options)).toBe(sign * (ms - 1) + 0);
        }
      }),
      check,
    );
  });

  it("explains every moment once", () => {
    fc.assert(
      fc.property(scene, pauses, ({ policy, around }, spans) => {
        const calendar = compileCalendar(policy);
        const [from, to] = [later(around, -2e8), later(around, 2e8)];
        const paused = spans
          .map(([start]) => ({ from: later(around, start), to: null }))
          .slice(0, 1);
        const { counted, excluded } = explainWorkingTime(calendar, from, to, { pauses: paused });
        const all = [...counted, ...excluded].sort((a, b) => a.from - b.from);
        expect(all[0]?.from).toBe(from);
        expect(all.at(-1)?.to).toBe(to);
        for (const [i, one] of all.entries()) {
          expect(one.from).toBeLessThan(one.to);
          expect(all[i + 1]?.from ?? to).toBe(one.to);
        }
        for (const one of excluded) expect(isOpen(calendar, one.from)).toBe(one.why === "paused");
      }),
      check,
    );
  });

  it("subtracting a calendar is pausing while it is open", () => {
    fc.assert(
      fc.property(scene, scene, distance, (one, other, shift) => {
        const [desk, meetings] = [compileCalendar(one.policy), compileCalendar(other.policy)];
        const at = later(one.around, shift);
        const both = subtractCalendars(desk, meetings);
        expect(isOpen(both, at)).toBe(isOpen(desk, at) && !isOpen(meetings, at));
      }),
      check,
    );
  });
});
