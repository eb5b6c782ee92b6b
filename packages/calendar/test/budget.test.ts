import { describe, expect, it } from "vitest";
import { addWorkingDays, Budget, compileCalendar, dueAt, zoneRulesOf } from "../src/index.ts";
import { always, at, berlin, iso, never, newYork, nightDesk } from "./desks.ts";

describe("elapsed time on the wall calendar", () => {
  it.each([
    ["a day over spring-forward", "2026-03-28T11:00Z", { days: 1 }, "2026-03-29T10:00Z"],
    ["24 hours over spring-forward", "2026-03-28T11:00Z", { hours: 24 }, "2026-03-29T11:00Z"],
    ["a day into the gap", "2026-03-28T01:30Z", { days: 1 }, "2026-03-29T01:30Z"],
    ["two weeks over fall-back", "2026-10-24T13:00Z", { weeks: 2 }, "2026-11-07T14:00Z"],
    ["a month after 31 January", "2026-01-31T11:00Z", { months: 1 }, "2026-02-28T11:00Z"],
    ["a month after 30 April", "2026-04-30T10:00Z", { months: 1 }, "2026-05-30T10:00Z"],
    ["a year after 29 February", "2028-02-29T11:00Z", { years: 1 }, "2029-02-28T11:00Z"],
    ["months before days", "2026-01-31T11:00Z", { months: 1, days: 1 }, "2026-03-01T11:00Z"],
    ["14 months", "2026-11-30T11:00Z", { months: 15 }, "2028-02-29T11:00Z"],
    ["half a day", "2026-05-04T10:00Z", { days: 1.5 }, "2026-05-05T22:00Z"],
    ["nothing", "2026-05-04T10:00Z", {}, "2026-05-04T10:00Z"],
  ])("%s", (_, start, elapsed, due) => {
    expect(dueAt(berlin, at(start), { elapsed })).toBe(at(due));
  });

  it("a date that Samoa skipped moves on by a day", () => {
    const apia = compileCalendar({ timeZone: "Pacific/Apia", weekly: {} });
    const due = dueAt(apia, at("2011-12-29T22:00Z"), { elapsed: { days: 1 } });
    expect(iso(due)).toBe("2011-12-30T22:00:00.000Z");
  });

  it("follows a snapshot of the zone's rules", () => {
    const [from, to] = [at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z")];
    const zoneRules = { ...zoneRulesOf("UTC", from, to), timeZone: "Europe/Berlin" };
    const desk = compileCalendar({ timeZone: "Europe/Berlin", weekly: {} }, { zoneRules });
    const due = dueAt(desk, at("2026-03-28T11:00Z"), { elapsed: { days: 1 } });
    expect(iso(due)).toBe("2026-03-29T11:00:00.000Z");
  });

  it("beyond the supported years is null", () => {
    const start = at("2026-01-01T00:00Z");
    expect(dueAt(berlin, start, { elapsed: { years: 1e9 } })).toBeNull();
    expect(dueAt(berlin, start, { elapsed: { days: 1e9 } })).toBeNull();
    expect(dueAt(berlin, start, { elapsed: { hours: 1e9 } })).toBeNull();
    expect(dueAt(berlin, start, { elapsed: { years: 175 } })).toBeNull();
    expect(iso(dueAt(berlin, start, { elapsed: { years: 174 } }))).toBe("2200-01-01T00:00:00.000Z");
  });
});

describe("other budgets", () => {
  it("working time, working days", () => {
    const friday = at("2026-05-08T14:00Z");
    expect(iso(dueAt(berlin, friday, { working: { hours: 4 } }))).toBe("2026-05-11T08:00:00.000Z");
    expect(iso(dueAt(berlin, friday, { workingDays: 2, land: "close" }))).toBe(
      "2026-05-12T16:00:00.000Z",
    );
  });

  it.each([
    { working: { hours: 1 }, elapsed: { hours: 1 } },
    { working: { months: 1 } },
    { elapsed: { months: 0.5 } },
    { workingDays: 1 },
    { workingDays: -1, land: "close" },
    { workingDays: 1.5, land: "close" },
    { hours: 1 },
    {},
    null,
  ])("%j is refused", (budget) => {
    const ask = () => dueAt(berlin, at("2026-05-08T14:00Z"), budget as never);
    expect(ask).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });

  it("a budget is plain JSON", () => {
    const budget = { workingDays: 3, land: "sameTime" };
    expect(Budget.parse(JSON.parse(JSON.stringify(budget)))).toEqual(budget);
  });
});

// New York is open Monday to Friday, 09 to 17; 2026-11-06 is a Friday, clocks changed on the 1st.
describe("working days", () => {
  const halfDay = compileCalendar({
    timeZone: "UTC",
    weekly: {
      mon: [["09:00", "17:00"]],
      tue: [
        ["10:00", "12:00"],
        ["13:00", "14:00"],
      ],
    },
  });
  it.each([
    ["0 days, at the close", newYork, "2026-11-06T15:00Z", 0, "close", "2026-11-06T22:00Z"],
    ["1 day over a weekend", newYork, "2026-11-06T15:00Z", 1, "close", "2026-11-09T22:00Z"],
    ["at the same time", newYork, "2026-11-06T15:00Z", 1, "sameTime", "2026-11-09T15:00Z"],
    ["over fall-back", newYork, "2026-10-30T14:00Z", 1, "sameTime", "2026-11-02T15:00Z"],
    ["before the opening", newYork, "2026-11-06T11:00Z", 1, "sameTime", "2026-11-09T14:00Z"],
    ["at the closing", newYork, "2026-11-06T22:00Z", 1, "close", "2026-11-10T22:00Z"],
    ["on a Saturday", newYork, "2026-11-07T15:00Z", 1, "sameTime", "2026-11-10T14:00Z"],
    ["in a lunch break", halfDay, "2026-11-02T12:30Z", 1, "sameTime", "2026-11-03T12:00Z"],
    ["later than it is open", halfDay, "2026-11-02T16:30Z", 1, "sameTime", "2026-11-03T14:00Z"],
    ["earlier than it is open", halfDay, "2026-11-02T09:30Z", 1, "sameTime", "2026-11-03T10:00Z"],
    ["around the clock", always, "2026-05-04T10:00Z", 2, "close", "2026-05-06T22:00Z"],
    ["open over midnight", nightDesk, "2026-05-04T21:00Z", 1, "close", "2026-05-05T22:00Z"],
  ] as const)("%s", (_, calendar, start, days, land, expected) => {
    expect(iso(addWorkingDays(calendar, at(start), days, { land }))).toBe(iso(at(expected)));
  });

  it("null where there are not that many", () => {
    const start = at("2026-05-04T10:00Z");
    expect(addWorkingDays(never, start, 0, { land: "close" })).toBeNull();
    expect(addWorkingDays(always, start, 1e6, { land: "close" })).toBeNull();
  });

  it.each([-1, 0.5, Number.NaN, "1"])("%o days are refused", (days) => {
    const ask = () =>
      addWorkingDays(always, at("2026-05-04T10:00Z"), days as never, { land: "close" });
    expect(ask).toThrow("days: must be a whole number");
  });

  it("an unknown landing is refused, with its place", () => {
    const ask = () => addWorkingDays(always, at("2026-05-04T10:00Z"), 1, { land: "noon" as never });
    expect(ask).toThrow("options: land");
  });
});
