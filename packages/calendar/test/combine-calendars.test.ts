import { describe, expect, it } from "vitest";
import {
  compileCalendar,
  explainWorkingTime,
  intersectCalendars,
  isOpen,
  unionCalendars,
  versionedCalendar,
  workingTimeBetween,
  zoneRulesOf,
} from "../src/index.ts";
import { always, at, berlin, iso, newYork } from "./desks.ts";

const invalid = expect.objectContaining({ code: "invalid-input" });

describe("versions", () => {
  const switchAt = at("2026-05-04T12:00Z");
  const desk = versionedCalendar([
    { from: switchAt, calendar: newYork },
    { from: at("2026-05-01T00:00Z"), calendar: always },
  ]);

  it.each([
    ["before the first it is closed", "2026-04-30T23:59:59.999Z", false],
    ["from its start the first counts", "2026-05-01T00:00Z", true],
    ["until the moment before the next", "2026-05-04T11:59:59.999Z", true],
    ["from its start the next counts", "2026-05-04T12:00Z", false],
    ["", "2026-05-04T13:00Z", true],
  ])("%s (%s)", (_, moment, open) => {
    expect(isOpen(desk, at(moment))).toBe(open);
  });

  it("counts dates in the zone of the newest", () => {
    expect(desk.timeZone).toBe("America/New_York");
  });

  it.each([
    ["none", []],
    [
      "two that start together",
      [
        { from: null, calendar: always },
        { from: null, calendar: berlin },
      ],
    ],
    ["a start that is no instant", [{ from: "2026-01-01", calendar: always }]],
    ["a calendar that is none", [{ from: null, calendar: {} }]],
    ["a version that is none", [null]],
    ["no list", { from: null, calendar: always }],
  ])("refuses %s", (_, versions) => {
    expect(() => versionedCalendar(versions as never)).toThrow(invalid);
  });
});

describe("calendars together", () => {
  it("none is refused, one is itself", () => {
    expect(() => unionCalendars()).toThrow(invalid);
    expect(() => intersectCalendars(berlin, {} as never)).toThrow(invalid);
    const [from, to] = [at("2026-05-04T00:00Z"), at("2026-05-11T00:00Z")];
    expect(workingTimeBetween(unionCalendars(berlin), from, to)).toBe(
      workingTimeBetween(berlin, from, to),
    );
  });

  it("answer only where every part can", () => {
    const zoneRules = zoneRulesOf("UTC", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"));
    const policy = { timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } } as const;
    const both = unionCalendars(always, compileCalendar(policy, { zoneRules }));
    expect(isOpen(both, at("2026-12-31T00:00Z"))).toBe(true);
    expect(() => isOpen(both, at("2027-01-01T00:00:00.001Z"))).toThrow("must lie between");
  });
});

describe("why time counts or does not", () => {
  const desk = compileCalendar({
    timeZone: "UTC",
    weekly: { daily: [["09:00", "17:00"]], sun: [] },
    holidays: ["2026-05-05"],
    dates: { "2026-05-06": [] },
    breaks: { "2026-05-04": [["12:00", "13:00"]] },
  });
  const pauses = [{ from: at("2026-05-04T15:00Z"), to: at("2026-05-04T18:00Z") }];

  it("every stretch has its reason", () => {
    const [from, to] = [at("2026-05-04T10:00Z"), at("2026-05-07T10:00Z")];
    const explained = explainWorkingTime(desk, from, to, { pauses });
    expect(explained.workingMilliseconds).toBe(5 * 3_600_000);
    expect(explained.workingMilliseconds).toBe(workingTimeBetween(desk, from, to, { pauses }));
    expect(explained.counted.map((one) => iso(one.from)?.slice(5, 16))).toEqual([
      "05-04T10:00",
      "05-04T13:00",
      "05-07T09:00",
    ]);
    expect(explained.excluded.map((one) => [iso(one.from)?.slice(5, 16), one.why])).toEqual([
      ["05-04T12:00", "break"],
      ["05-04T15:00", "paused"],
      ["05-04T17:00", "closed"],
      ["05-05T09:00", "holiday"],
      ["05-05T17:00", "closed"],
      ["05-06T09:00", "holiday"],
      ["05-06T17:00", "closed"],
    ]);
  });

  it("is plain JSON, and empty for no time at all", () => {
    const [from, to] = [at("2026-05-04T10:00Z"), at("2026-05-04T12:30Z")];
    const explained = explainWorkingTime(unionCalendars(desk, desk), from, to);
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
    expect(explained.excluded.map(({ why }) => why)).toEqual(["break"]);
    expect(explainWorkingTime(desk, from, from)).toEqual({
      workingMilliseconds: 0,
      counted: [],
      excluded: [],
    });
  });
});
