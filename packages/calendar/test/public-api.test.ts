import { expect, it } from "vitest";
import * as calendar from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(calendar).sort()).toEqual([
    "Budget",
    "CalendarPolicy",
    "FixedDuration",
    "Landing",
    "OutOfRangeError",
    "PositiveBudget",
    "ZoneRules",
    "addWorkingDays",
    "addWorkingTime",
    "buildWakeIndex",
    "compileCalendar",
    "dueAt",
    "explainWorkingTime",
    "intersectCalendars",
    "isCalendar",
    "isOpen",
    "localDateOf",
    "localToInstant",
    "nextClosing",
    "nextOpenInstant",
    "nextOpening",
    "openIntervals",
    "previousClosing",
    "previousOpenInstant",
    "previousOpening",
    "subtractCalendars",
    "unionCalendars",
    "versionedCalendar",
    "workingTimeBetween",
    "zoneRulesOf",
  ]);
});
