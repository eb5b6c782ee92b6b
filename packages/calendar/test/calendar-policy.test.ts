import { KefuError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { CalendarPolicy, compileCalendar, isOpen, workingTimeBetween } from "../src/index.ts";
import { at } from "./desks.ts";

/** The places that are refused. */
function refusedPaths(policy: unknown): string[] {
  try {
    compileCalendar(policy as never);
    return [];
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    return error.issues.map(({ path }) => path.join("."));
  }
}

describe("what is refused, and where", () => {
  const utc = { timeZone: "UTC", weekly: {} };
  it.each<[unknown, string[]]>([
    [utc, []],
    [{ ...utc, timeZone: "Europe/Atlantis" }, ["timeZone"]],
    [{ ...utc, timeZone: "+08:00" }, ["timeZone"]],
    [{ ...utc, timeZone: "" }, ["timeZone"]],
    [{ ...utc, weekly: { mon: [["9:00", "17:00"]] } }, ["weekly.mon.0.0"]],
    [{ ...utc, weekly: { mon: [["24:00", "09:00"]] } }, ["weekly.mon.0.0"]],
    [{ ...utc, weekly: { mon: [["09:00", "24:01"]] } }, ["weekly.mon.0.1"]],
    [{ ...utc, weekly: { mon: [["09:00", "12:60"]] } }, ["weekly.mon.0.1"]],
    [{ ...utc, weekly: { mon: [["09:00:60", "12:00"]] } }, ["weekly.mon.0.0"]],
    [{ ...utc, weekly: { mon: [["09:00"]] } }, ["weekly.mon.0"]],
    [{ ...utc, weekly: { monday: [] } }, ["weekly.monday"]],
    [
      {
        ...utc,
        weekly: {
          tue: [
            ["09:00", "12:00"],
            ["11:59", "13:00"],
          ],
        },
      },
      ["weekly.tue"],
    ],
    [
      {
        ...utc,
        weekly: {
          tue: [
            ["22:00", "06:00"],
            ["23:00", "24:00"],
          ],
        },
      },
      ["weekly.tue"],
    ],
    [
      {
        ...utc,
        weekly: {
          tue: [
            ["12:00", "13:00"],
            ["09:00", "12:00"],
          ],
        },
      },
      [],
    ],
    [{ ...utc, holidays: ["2026-02-29"] }, ["holidays.0"]],
    [{ ...utc, holidays: ["*-02-29", "*-02-30"] }, ["holidays.1"]],
    [{ ...utc, holidays: ["2026-1-1", "12-25"] }, ["holidays.0", "holidays.1"]],
    [{ ...utc, dates: { tomorrow: [] } }, ["dates.tomorrow"]],
    [{ ...utc, breaks: { "2026-04-31": [] } }, ["breaks.2026-04-31"]],
    [{ ...utc, closureScope: "day" }, ["closureScope"]],
    [{ ...utc, opens: "09:00" }, ["opens"]],
    [{ weekly: 1 }, ["timeZone", "weekly"]],
    [null, [""]],
  ])("%j: %j", (policy, paths) => {
    expect(refusedPaths(policy)).toEqual(paths);
  });

  it("leaves the policy as it was, and reads its own answer again", () => {
    const policy = { timeZone: "UTC", weekly: { mon: [["09:00", "17:00"]] } } as const;
    const parsed = CalendarPolicy.parse(policy);
    expect(CalendarPolicy.parse(parsed)).toEqual(parsed);
    expect(policy).toEqual({ timeZone: "UTC", weekly: { mon: [["09:00", "17:00"]] } });
  });
});

describe("what wins over what", () => {
  const desk = compileCalendar({
    timeZone: "UTC",
    weekly: { daily: [["09:00", "17:00"]], sun: [] },
    dates: {
      "*-12-24": [["09:00", "12:00"]],
      "2027-12-24": [["10:00", "11:00"]],
      "2026-12-25": [["09:00", "17:00"]],
      "2026-12-27": [["09:00", "10:00"]],
    },
    holidays: ["*-12-25", "*-02-29"],
    breaks: { "2026-12-28": [["12:00", "13:00"]], "*-12-29": [["16:00", "18:00"]] },
  });
  it.each([
    ["a yearly date over the week", "2026-12-24", 3],
    ["an exact date over a yearly one", "2027-12-24", 1],
    ["a holiday over a date", "2026-12-25", 0],
    ["the week where nothing else is said", "2026-12-26", 8],
    ["a date over a closed weekday", "2026-12-27", 1],
    ["a break over everything", "2026-12-28", 7],
    ["a yearly break, as far as it is open", "2026-12-29", 7],
    ["29 February in a leap year", "2028-02-29", 0],
    ["1 March in a common year", "2027-03-01", 8],
  ])("%s", (_, date, hours) => {
    const [from, to] = [at(`${date}T00:00Z`), at(`${date}T23:59Z`)];
    expect(workingTimeBetween(desk, from, to)).toBe(hours * 3_600_000);
  });
});

describe("a holiday between two night shifts", () => {
  const night = (closureScope: "date" | "shift") =>
    compileCalendar({
      timeZone: "UTC",
      weekly: { daily: [["22:00", "06:00"]] },
      holidays: ["2026-06-02"],
      closureScope,
    });
  it.each([
    ["the shift of the day before, until midnight", "2026-06-01T23:59:59.999Z", true, true],
    ["its tail on the holiday", "2026-06-02T00:00Z", false, true],
    ["the last moment of that tail", "2026-06-02T05:59:59.999Z", false, true],
    ["the holiday's own shift", "2026-06-02T22:00Z", false, false],
    ["the tail of that on the day after", "2026-06-03T05:00Z", false, false],
    ["the shift of the day after", "2026-06-03T22:00Z", true, true],
  ])("%s", (_, moment, byDate, byShift) => {
    expect(isOpen(night("date"), at(moment))).toBe(byDate);
    expect(isOpen(night("shift"), at(moment))).toBe(byShift);
  });
});
