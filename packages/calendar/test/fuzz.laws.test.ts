import { instant } from "@kefu/core";
import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as calendar from "../src/index.ts";

const desk = calendar.compileCalendar({
  timeZone: "Europe/Berlin",
  weekly: { daily: [["09:00", "17:00"]] },
  holidays: ["*-12-25"],
});
const never = calendar.compileCalendar({ timeZone: "UTC", weekly: {} });
const always = calendar.compileCalendar({
  timeZone: "UTC",
  weekly: { daily: [["00:00", "24:00"]] },
});

const compiled = fc.constantFrom(desk, never, always);
const at = fc.oneof(
  fc.integer({ min: Date.UTC(1799, 0, 1), max: Date.UTC(2201, 0, 1) }),
  fc.constantFrom(-8.64e15, 8.64e15, 0, Date.UTC(1800, 0, 1), Date.UTC(2200, 0, 1)),
);
const near = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 2, 1) });
const pauses = fc.record(
  { pauses: fc.array(fc.record({ from: at, to: fc.option(at) }), { maxLength: 3 }) },
  { requiredKeys: [] },
);
const amount = fc.oneof(
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.constantFrom(1e15, -1e15, 2 ** 53),
  fc.record({ hours: fc.nat(), days: fc.float({ min: 0, max: 9 }) }, { requiredKeys: [] }),
);
const policy = fc.constant({
  timeZone: "America/New_York",
  weekly: { mon: [["09:00", "17:00"]], daily: [["22:00", "06:00"]] },
  dates: { "2026-12-24": [["09:00", "12:00"]] },
  holidays: ["*-12-25"],
  breaks: { "*-12-24": [["10:00", "11:00"]] },
  closureScope: "shift",
});
const rules = calendar.zoneRulesOf(
  "America/New_York",
  instant("2026-01-01T00:00:00Z"),
  instant("2027-01-01T00:00:00Z"),
);
const question = fc.tuple(compiled, at);
const budget = fc.constantFrom<unknown>(
  { working: { hours: 4 } },
  { elapsed: { months: 1, days: 2 } },
  { elapsed: { years: 1e9 } },
  { workingDays: 3, land: "close" },
  { workingDays: 1e9, land: "sameTime" },
);
const zone = fc.constantFrom("Europe/Berlin", "Pacific/Apia", "Nowhere/At_All");
const date = fc.constantFrom("2026-03-29", "2011-12-30", "1799-12-31", "9999-12-31", "2026-02-30");
const time = fc.constantFrom("02:30", "24:00", "23:59:59", "25:00");

describeFuzz(calendar, {
  words: [desk, never, always, policy, { from: null, calendar: desk }],
  arguments: {
    compileCalendar: fc.tuple(policy, fc.constantFrom({}, { zoneRules: rules })),
    unionCalendars: fc.tuple(compiled, compiled),
    intersectCalendars: fc.tuple(compiled, compiled),
    subtractCalendars: fc.tuple(compiled, compiled),
    versionedCalendar: fc.tuple(
      fc.array(fc.record({ from: fc.option(at), calendar: compiled }), { maxLength: 3 }),
    ),
    isOpen: question,
    nextOpening: question,
    nextClosing: question,
    previousOpening: question,
    previousClosing: question,
    nextOpenInstant: question,
    previousOpenInstant: question,
    addWorkingTime: fc.tuple(compiled, at, amount, pauses),
    workingTimeBetween: fc.tuple(compiled, at, at, pauses),
    openIntervals: fc.tuple(compiled, near, near),
    explainWorkingTime: fc.tuple(compiled, near, near, pauses),
    addWorkingDays: fc.tuple(
      compiled,
      at,
      fc.constantFrom(0, 1, 7, 1e9),
      fc.constantFrom({ land: "close" }, { land: "sameTime" }),
    ),
    dueAt: fc.tuple(compiled, at, budget),
    localDateOf: fc.tuple(zone, at),
    localToInstant: fc.tuple(
      zone,
      date,
      time,
      fc.constantFrom({}, { disambiguation: "earlier" }, { disambiguation: "later" }),
    ),
    zoneRulesOf: fc.tuple(zone, near, near),
  },
});
