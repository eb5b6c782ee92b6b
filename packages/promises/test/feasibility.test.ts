import { compileCalendar } from "@kefu/calendar";
import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { assessPromise } from "../src/index.ts";

const desk = compileCalendar({
  timeZone: "America/New_York",
  weekly: { daily: [["09:00", "17:00"]], sat: [], sun: [] },
});
const madeAt = instant("2026-06-03T20:00:00Z");
const HOUR = 3_600_000;

describe("whether a promise can be kept", () => {
  it.each([
    ["an hour of open time is left", "2026-06-04T17:00:00+05:30", 0, "tight", HOUR],
    ["the work takes just that hour", "2026-06-04T17:00:00+05:30", HOUR, "tight", HOUR],
    ["the work takes more", "2026-06-04T17:00:00+05:30", HOUR + 1, "infeasible", HOUR],
    ["three hours are left", "2026-06-04T15:00:00Z", 0, "feasible", 3 * HOUR],
    ["two are left beside the work", "2026-06-04T15:00:00Z", HOUR, "feasible", 3 * HOUR],
    ["less than two are", "2026-06-04T15:00:00Z", HOUR + 1, "tight", 3 * HOUR],
  ])("when %s", (_, due, workMilliseconds, outcome, workingMilliseconds) => {
    const terms = { madeAt, dueAt: instant(due), workMilliseconds };
    expect(assessPromise(desk, terms)).toEqual({ outcome, workingMilliseconds });
  });

  it("is never so while the desk is closed", () => {
    const night = {
      madeAt: instant("2026-06-03T22:00:00Z"),
      dueAt: instant("2026-06-04T12:00:00Z"),
    };
    expect(assessPromise(desk, night)).toEqual({ outcome: "infeasible", workingMilliseconds: 0 });
  });
});
