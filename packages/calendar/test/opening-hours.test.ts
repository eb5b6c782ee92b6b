import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  compileCalendar,
  intersectCalendars,
  isOpen,
  nextClosing,
  nextOpenInstant,
  nextOpening,
  previousClosing,
  previousOpenInstant,
  previousOpening,
  zoneRulesOf,
} from "../src/index.ts";
import { always, at, iso, never, newYork } from "./desks.ts";

// New York, Monday 2026-05-04: open 13:00Z to 21:00Z. The Friday before closed 2026-05-01T21:00Z.
describe("around an opening and a closing", () => {
  it.each([
    ["2026-05-04T12:59:59.999Z", false, "2026-05-04T13:00Z", "2026-05-01T21:00Z"],
    ["2026-05-04T13:00:00.000Z", true, "2026-05-04T13:00Z", "2026-05-01T21:00Z"],
    ["2026-05-04T13:00:00.001Z", true, "2026-05-04T13:00:00.001Z", "2026-05-04T13:00:00.001Z"],
    ["2026-05-04T20:59:59.999Z", true, "2026-05-04T20:59:59.999Z", "2026-05-04T20:59:59.999Z"],
    ["2026-05-04T21:00:00.000Z", false, "2026-05-05T13:00Z", "2026-05-04T21:00Z"],
    ["2026-05-04T21:00:00.001Z", false, "2026-05-05T13:00Z", "2026-05-04T21:00Z"],
  ])("%s is open: %s, next open %s, last open %s", (moment, open, next, previous) => {
    expect(isOpen(newYork, at(moment))).toBe(open);
    expect(nextOpenInstant(newYork, at(moment))).toBe(at(next));
    expect(previousOpenInstant(newYork, at(moment))).toBe(at(previous));
  });

  it.each([
    ["2026-05-04T12:59:59.999Z", "2026-05-04T13:00Z", "2026-05-04T21:00Z"],
    ["2026-05-04T13:00:00.000Z", "2026-05-05T13:00Z", "2026-05-04T21:00Z"],
    ["2026-05-04T20:59:59.999Z", "2026-05-05T13:00Z", "2026-05-04T21:00Z"],
    ["2026-05-04T21:00:00.000Z", "2026-05-05T13:00Z", "2026-05-05T21:00Z"],
  ])("after %s it opens at %s and closes at %s", (moment, opening, closing) => {
    expect(nextOpening(newYork, at(moment))).toBe(at(opening));
    expect(nextClosing(newYork, at(moment))).toBe(at(closing));
  });

  it.each([
    ["2026-05-04T13:00:00.000Z", "2026-05-01T13:00Z", "2026-05-01T21:00Z"],
    ["2026-05-04T13:00:00.001Z", "2026-05-04T13:00Z", "2026-05-01T21:00Z"],
    ["2026-05-04T21:00:00.000Z", "2026-05-04T13:00Z", "2026-05-01T21:00Z"],
    ["2026-05-04T21:00:00.001Z", "2026-05-04T13:00Z", "2026-05-04T21:00Z"],
  ])("before %s it opened at %s and closed at %s", (moment, opening, closing) => {
    expect(previousOpening(newYork, at(moment))).toBe(at(opening));
    expect(previousClosing(newYork, at(moment))).toBe(at(closing));
  });
});

describe("calendars without changes", () => {
  const moment = at("2026-05-04T13:00Z");
  const monday = compileCalendar({ timeZone: "UTC", weekly: { mon: [["09:00", "17:00"]] } });
  const tuesday = compileCalendar({ timeZone: "UTC", weekly: { tue: [["09:00", "17:00"]] } });

  it.each([
    ["never opens", never],
    ["has two parts that never meet", intersectCalendars(monday, tuesday)],
  ])("one that %s answers null", (_, calendar) => {
    expect(isOpen(calendar, moment)).toBe(false);
    expect(nextOpening(calendar, moment)).toBeNull();
    expect(nextClosing(calendar, moment)).toBeNull();
    expect(previousOpening(calendar, moment)).toBeNull();
    expect(previousClosing(calendar, moment)).toBeNull();
    expect(nextOpenInstant(calendar, moment)).toBeNull();
    expect(previousOpenInstant(calendar, moment)).toBeNull();
  });

  it("one that is always open neither opens nor closes", () => {
    expect(isOpen(always, moment)).toBe(true);
    expect(nextOpening(always, moment)).toBeNull();
    expect(nextClosing(always, moment)).toBeNull();
    expect(previousOpening(always, moment)).toBeNull();
    expect(previousClosing(always, moment)).toBeNull();
    expect(nextOpenInstant(always, moment)).toBe(moment);
    expect(previousOpenInstant(always, moment)).toBe(moment);
  });

  it("windows that touch at midnight are one, also over the seams of the tables", () => {
    const days = { "2025-12-29": [["08:00", "24:00"]] } as const;
    const around = compileCalendar({
      timeZone: "UTC",
      weekly: { daily: [["00:00", "24:00"]], mon: [] },
      dates: days,
    });
    for (const year of [2001, 2026, 2100]) {
      const opening = nextOpening(around, instant(Date.UTC(year, 0, 1)));
      const closing = opening === null ? null : nextClosing(around, opening);
      expect((closing ?? 0) - (opening ?? 0)).toBe(6 * 86_400_000);
    }
    expect(iso(nextClosing(around, at("2025-12-29T09:00Z")))).toBe("2026-01-05T00:00:00.000Z");
  });
});

describe("the years that are supported", () => {
  const outside = expect.objectContaining({ code: "out-of-range" });
  it.each([
    ["1799-12-31T23:59:59.999Z", outside],
    ["1800-01-01T00:00:00.000Z", false],
    ["2199-12-31T23:59:59.999Z", false],
    ["2200-01-01T00:00:00.000Z", false],
    ["2200-01-01T00:00:00.001Z", outside],
    ["+275760-09-13T00:00:00.000Z", outside],
  ])("%s", (moment, expected) => {
    let answer: unknown;
    try {
      answer = isOpen(newYork, at(moment));
    } catch (error) {
      answer = error;
    }
    expect(answer).toEqual(expected);
  });

  it("end where a snapshot of the zone's rules ends", () => {
    const zoneRules = zoneRulesOf("UTC", at("2026-01-01T00:00Z"), at("2026-01-03T12:00Z"));
    const policy = { timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } } as const;
    const desk = compileCalendar(policy, { zoneRules });
    expect(iso(nextOpening(desk, at("2026-01-02T12:00Z")))).toBe("2026-01-03T09:00:00.000Z");
    expect(nextClosing(desk, at("2026-01-03T10:00Z"))).toBeNull();
    expect(() => isOpen(desk, at("2026-01-03T12:00:00.001Z"))).toThrow("must lie between");
  });

  it("a moment that is none is refused", () => {
    const message = "at: must be an instant: make one with instant(…)";
    expect(() => isOpen(newYork, 0.5 as never)).toThrow(message);
    expect(() => isOpen(newYork, "2026-01-01T00:00:00Z" as never)).toThrow(message);
    expect(() => isOpen({} as never, at("2026-01-01T00:00Z"))).toThrow("must be a calendar");
  });
});
