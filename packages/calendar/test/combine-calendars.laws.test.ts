import { instant } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileCalendar,
  intersectCalendars,
  isOpen,
  unionCalendars,
  versionedCalendar,
  workingTimeBetween,
  zoneRulesOf,
} from "../src/index.ts";
import { distance, later, RUNS, scene } from "./arbitraries.ts";

const check = { numRuns: RUNS };

describe("calendars together", () => {
  it("are open when one is, when all are", () => {
    fc.assert(
      fc.property(scene, scene, distance, (one, other, shift) => {
        const [a, b] = [compileCalendar(one.policy), compileCalendar(other.policy)];
        const at = later(one.around, shift);
        expect(isOpen(unionCalendars(a, b), at)).toBe(isOpen(a, at) || isOpen(b, at));
        expect(isOpen(intersectCalendars(a, b), at)).toBe(isOpen(a, at) && isOpen(b, at));
      }),
      check,
    );
  });

  it("add up: union and intersection hold as much as both", () => {
    fc.assert(
      fc.property(scene, scene, distance, (one, other, shift) => {
        const [a, b] = [compileCalendar(one.policy), compileCalendar(other.policy)];
        const [from, to] = [one.around, later(one.around, shift * 20)];
        const total = workingTimeBetween(a, from, to) + workingTimeBetween(b, from, to);
        const union = workingTimeBetween(unionCalendars(a, b), from, to);
        expect(union + workingTimeBetween(intersectCalendars(a, b), from, to)).toBe(total);
      }),
      check,
    );
  });

  it("follow the version in force, and reckon across the switch", () => {
    fc.assert(
      fc.property(scene, scene, distance, distance, (one, other, start, shift) => {
        const [a, b] = [compileCalendar(one.policy), compileCalendar(other.policy)];
        const from = later(one.around, start);
        const desk = versionedCalendar([
          { from, calendar: b },
          { from: null, calendar: a },
        ]);
        const at = later(one.around, shift);
        expect(isOpen(desk, at)).toBe(isOpen(at < from ? a : b, at));
        const [before, after] = [later(from, -1e9), later(from, 1e9)];
        expect(workingTimeBetween(desk, before, after)).toBe(
          workingTimeBetween(a, before, from) + workingTimeBetween(b, from, after),
        );
      }),
      check,
    );
  });

  it("answers the same from a snapshot of the zone's rules", () => {
    fc.assert(
      fc.property(scene, distance, ({ policy, around }, shift) => {
        const year = new Date(around).getUTCFullYear();
        const [from, to] = [instant(Date.UTC(year - 1, 2, 3)), instant(Date.UTC(year + 2, 4, 5))];
        const stored = JSON.stringify(zoneRulesOf(policy.timeZone, from, to));
        const replayed = compileCalendar(policy, { zoneRules: JSON.parse(stored) });
        const live = compileCalendar(policy);
        const at = later(around, shift);
        expect(isOpen(replayed, at)).toBe(isOpen(live, at));
        expect(workingTimeBetween(replayed, from, to)).toBe(workingTimeBetween(live, from, to));
      }),
      check,
    );
  });
});
