import { describe, expect, it } from "vitest";
import {
  addWorkingTime,
  compileCalendar,
  openIntervals,
  unionCalendars,
  workingTimeBetween,
} from "../src/index.ts";
import { always, at, berlin, iso, never, newYork, nightDesk } from "./desks.ts";

const HOUR = 3_600_000;

describe("deadlines that are easily got wrong", () => {
  const sundayNight = compileCalendar({
    timeZone: "America/New_York",
    weekly: { sun: [["02:30", "04:00"]] },
  });
  const twiceSunday = compileCalendar({
    timeZone: "America/New_York",
    weekly: { sun: [["01:00", "01:30"]] },
  });
  const mayDay = compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] },
    holidays: ["*-05-01"],
  });
  const goldenWeek = compileCalendar({
    timeZone: "Asia/Shanghai",
    weekly: { daily: [["09:00", "18:00"]], sat: [], sun: [] },
    holidays: [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
    dates: { "2026-10-10": [["09:00", "18:00"]] },
  });
  const amended = compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] },
    holidays: ["2026-05-22", "2026-05-25"],
  });
  const berlinDay = compileCalendar({
    timeZone: "Europe/Berlin",
    weekly: { daily: [["08:00", "16:00"]], sat: [], sun: [] },
  });

  it.each([
    ["over a weekend with spring-forward", newYork, "2026-03-06T21:30Z", 4, "2026-03-09T16:30Z"],
    ["a night shift through fall-back", nightDesk, "2026-10-24T20:00Z", 8, "2026-10-25T04:00Z"],
    ["a window starting in a gap", sundayNight, "2026-03-08T06:00Z", 1, "2026-03-08T08:00Z"],
    ["a window that happens twice", twiceSunday, "2026-11-01T04:00Z", 0.75, "2026-11-01T06:15Z"],
    ["an exact fill: the closing instant", newYork, "2026-05-04T13:00Z", 8, "2026-05-04T21:00Z"],
    ["created on a holiday", mayDay, "2026-05-01T10:00Z", 4, "2026-05-04T10:00Z"],
    ["a Saturday worked instead", goldenWeek, "2026-09-30T09:00Z", 27, "2026-10-10T09:00Z"],
    ["a day closed afterwards", amended, "2026-05-21T14:00Z", 4, "2026-05-26T08:00Z"],
    ["75 % of a target", newYork, "2026-03-06T21:30Z", 3, "2026-03-09T15:30Z"],
    ["around the clock", always, "2026-03-29T00:30Z", 24, "2026-03-30T00:30Z"],
    [
      "two desks in the weeks between their clock changes",
      unionCalendars(berlinDay, newYork),
      "2026-03-20T14:30Z",
      4,
      "2026-03-20T18:30Z",
    ],
    ["the first of these desks alone", berlinDay, "2026-03-20T14:30Z", 1, "2026-03-23T07:30Z"],
  ])("%s", (_, calendar, start, hours, due) => {
    expect(addWorkingTime(calendar, at(start), hours * HOUR)).toBe(at(due));
  });

  it("a Sunday that begins late, and one of 24 and a half hours", () => {
    const saoPaulo = compileCalendar({
      timeZone: "America/Sao_Paulo",
      weekly: { sun: [["00:00", "06:00"]] },
    });
    const lordHowe = compileCalendar({
      timeZone: "Australia/Lord_Howe",
      weekly: { sun: [["00:00", "24:00"]] },
    });
    const week = 7 * 24 * HOUR;
    const [spring, autumn] = [at("2017-10-12T00:00Z"), at("2026-04-02T00:00Z")];
    expect(workingTimeBetween(saoPaulo, spring, (spring + week) as never)).toBe(5 * HOUR);
    expect(workingTimeBetween(lordHowe, autumn, (autumn + week) as never)).toBe(24.5 * HOUR);
  });

  it("a date that Samoa skipped has no working time", () => {
    const apia = compileCalendar({
      timeZone: "Pacific/Apia",
      weekly: { daily: [["09:00", "17:00"]] },
    });
    const open = openIntervals(apia, at("2011-12-29T00:00Z"), at("2011-12-31T12:00Z"));
    expect(open.map(({ from }) => iso(from))).toEqual([
      "2011-12-29T00:00:00.000Z",
      "2011-12-29T19:00:00.000Z",
      "2011-12-30T19:00:00.000Z",
    ]);
  });

  it("seconds in a window count", () => {
    const desk = compileCalendar({
      timeZone: "UTC",
      weekly: { daily: [["09:00:30", "09:01:15"]] },
    });
    const [from, to] = [at("2026-05-04T00:00Z"), at("2026-05-05T00:00Z")];
    expect(workingTimeBetween(desk, from, to)).toBe(45_000);
  });
});

describe("amounts", () => {
  const monday = at("2026-05-04T13:00Z");
  it.each([
    [0, "2026-05-04T13:00Z"],
    [1, "2026-05-04T13:00:00.001Z"],
    [8 * HOUR - 1, "2026-05-04T20:59:59.999Z"],
    [8 * HOUR, "2026-05-04T21:00Z"],
    [8 * HOUR + 1, "2026-05-05T13:00:00.001Z"],
    [-1, "2026-05-01T20:59:59.999Z"],
    [-8 * HOUR, "2026-05-01T13:00Z"],
    [-8 * HOUR - 1, "2026-04-30T20:59:59.999Z"],
    [{ hours: 1, minutes: 30 }, "2026-05-04T14:30Z"],
    [{ days: 1 }, "2026-05-06T21:00Z"],
  ])("%o from an opening", (amount, expected) => {
    expect(addWorkingTime(newYork, monday, amount)).toBe(at(expected));
  });

  it("zero stays where it is, though it is closed there", () => {
    expect(addWorkingTime(newYork, at("2026-05-03T00:00Z"), 0)).toBe(at("2026-05-03T00:00Z"));
    expect(addWorkingTime(newYork, at("2026-05-03T00:00Z"), {})).toBe(at("2026-05-03T00:00Z"));
  });

  it("more than there is gives null", () => {
    expect(addWorkingTime(never, monday, 1)).toBeNull();
    expect(addWorkingTime(never, monday, -1)).toBeNull();
    expect(addWorkingTime(always, monday, 1e15)).toBeNull();
    expect(addWorkingTime(always, monday, -1e15)).toBeNull();
  });

  it("the whole of the supported years is the most there is", () => {
    const [first, last] = [at("1800-01-01T00:00Z"), at("2200-01-01T00:00Z")];
    expect(workingTimeBetween(always, first, last)).toBe(last - first);
    expect(addWorkingTime(always, first, last - first)).toBe(last);
    expect(addWorkingTime(always, first, last - first + 1)).toBeNull();
    expect(addWorkingTime(always, last, first - last)).toBe(first);
    expect(addWorkingTime(always, last, first - last - 1)).toBeNull();
  });

  it.each([0.5, Number.NaN, 2 ** 53, "4", null, undefined, { months: 1 }, { hours: -1 }])(
    "%o is refused",
    (amount) => {
      const add = () => addWorkingTime(newYork, monday, amount as never);
      expect(add).toThrow(expect.objectContaining({ code: "invalid-input" }));
    },
  );
});

describe("pauses", () => {
  const utc = compileCalendar({ timeZone: "UTC", weekly: { daily: [["10:00", "18:00"]] } });
  const pause = (from: string, to: string | null) => ({
    from: at(from),
    to: to === null ? null : at(to),
  });

  it("outside opening hours do not extend", () => {
    const pauses = [pause("2026-03-04T04:15Z", "2026-03-04T05:00Z")];
    const due = addWorkingTime(utc, at("2026-03-04T04:00Z"), { hours: 6 }, { pauses });
    expect(iso(due)).toBe("2026-03-04T16:00:00.000Z");
  });

  it("over a weekend with a clock change", () => {
    const pauses = [pause("2026-03-06T21:00Z", "2026-03-09T14:00Z")];
    const due = addWorkingTime(newYork, at("2026-03-06T20:00Z"), { hours: 4 }, { pauses });
    expect(iso(due)).toBe("2026-03-09T17:00:00.000Z");
  });

  it("that flap, touch, overlap or come out of order", () => {
    const pauses = [
      pause("2026-06-01T10:45Z", "2026-06-01T11:15Z"),
      pause("2026-06-01T10:00:10Z", "2026-06-01T10:00:20Z"),
      pause("2026-06-01T10:30Z", "2026-06-01T10:50Z"),
      pause("2026-06-01T10:00:30Z", "2026-06-01T10:00:40Z"),
      pause("2026-06-01T10:20Z", "2026-06-01T10:20Z"),
    ];
    const due = addWorkingTime(always, at("2026-06-01T09:00Z"), { hours: 2 }, { pauses });
    expect(iso(due)).toBe("2026-06-01T11:45:20.000Z");
  });

  it("that go on: what was left is never used up, what was due before stays due", () => {
    const pauses = [pause("2026-03-04T12:00Z", null)];
    const start = at("2026-03-04T10:00Z");
    expect(iso(addWorkingTime(utc, start, 2 * HOUR, { pauses }))).toBe("2026-03-04T12:00:00.000Z");
    expect(addWorkingTime(utc, start, 2 * HOUR + 1, { pauses })).toBeNull();
    expect(workingTimeBetween(utc, start, at("2026-04-01T00:00Z"), { pauses })).toBe(2 * HOUR);
  });

  it("count backwards as forwards", () => {
    const pauses = [pause("2026-03-04T12:00Z", "2026-03-04T13:00Z")];
    const [start, end] = [at("2026-03-04T10:00Z"), at("2026-03-04T18:00Z")];
    expect(iso(addWorkingTime(utc, end, -6 * HOUR, { pauses }))).toBe("2026-03-04T11:00:00.000Z");
    expect(iso(addWorkingTime(utc, end, -5 * HOUR, { pauses }))).toBe("2026-03-04T13:00:00.000Z");
    expect(workingTimeBetween(utc, end, start, { pauses })).toBe(-7 * HOUR);
  });

  it("that end before they start are refused, with their place", () => {
    const pauses = [pause("2026-03-04T13:00Z", "2026-03-04T12:00Z")];
    const between = () =>
      workingTimeBetween(utc, at("2026-03-04T10:00Z"), at("2026-03-05T10:00Z"), { pauses });
    expect(between).toThrow("options: pauses.0: ends before it starts");
  });
});

describe("intervals", () => {
  it("are cut at both ends", () => {
    expect(openIntervals(berlin, at("2026-05-04T07:00Z"), at("2026-05-05T07:00Z"))).toEqual([
      { from: at("2026-05-04T07:00Z"), to: at("2026-05-04T16:00Z") },
      { from: at("2026-05-05T06:00Z"), to: at("2026-05-05T07:00Z") },
    ]);
    expect(openIntervals(berlin, at("2026-05-04T07:00Z"), at("2026-05-04T07:00Z"))).toEqual([]);
  });

  it("backwards are refused", () => {
    const list = () => openIntervals(berlin, at("2026-05-05T07:00Z"), at("2026-05-04T07:00Z"));
    expect(list).toThrow("to: must not lie before from");
  });
});
