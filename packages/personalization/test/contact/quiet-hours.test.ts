import { instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { quietUntil } from "../../src/index.ts";

const untilText = (zone: string, start: string, end: string, at: string) => {
  const until = quietUntil(zone, { start, end }, instant(at));
  return until === undefined ? undefined : isoOf(until).replace(".000Z", "Z");
};

describe("quiet hours", () => {
  it.each([
    // zone, start, end, at, until; undefined: not quiet
    ["Asia/Shanghai", "21:00", "08:00", "2026-03-01T20:59:59+08:00", undefined],
    ["Asia/Shanghai", "21:00", "08:00", "2026-03-01T21:00:00+08:00", "2026-03-02T00:00:00Z"],
    ["Asia/Shanghai", "21:00", "08:00", "2026-03-02T07:59:59+08:00", "2026-03-02T00:00:00Z"],
    ["Asia/Shanghai", "21:00", "08:00", "2026-03-02T08:00:00+08:00", undefined],
    ["Asia/Shanghai", "12:00", "14:00", "2026-03-02T11:59:59+08:00", undefined],
    ["Asia/Shanghai", "12:00", "14:00", "2026-03-02T12:00:00+08:00", "2026-03-02T06:00:00Z"],
    ["Asia/Shanghai", "12:00", "14:00", "2026-03-02T14:00:00+08:00", undefined],
    ["Asia/Shanghai", "08:00", "08:00", "2026-03-02T08:00:00+08:00", undefined],
    ["Asia/Shanghai", "00:00", "23:59", "2026-03-02T00:00:00+08:00", "2026-03-02T15:59:00Z"],
    // Clocks go forward: 02:30 is skipped, as end and as start.
    ["Europe/Berlin", "22:00", "02:30", "2026-03-29T01:59:59+01:00", "2026-03-29T01:00:00Z"],
    ["Europe/Berlin", "22:00", "02:30", "2026-03-29T03:00:00+02:00", undefined],
    ["Europe/Berlin", "02:30", "04:00", "2026-03-29T01:59:59+01:00", undefined],
    ["Europe/Berlin", "02:30", "04:00", "2026-03-29T03:00:00+02:00", "2026-03-29T02:00:00Z"],
    ["Europe/Berlin", "02:10", "02:50", "2026-03-29T03:00:00+02:00", undefined],
    ["America/New_York", "22:00", "02:30", "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z"],
    ["Australia/Lord_Howe", "22:00", "02:15", "2026-10-03T15:20:00Z", "2026-10-03T15:30:00Z"],
    // Clocks go back: quiet from the first pass of the start to the second pass of the end.
    ["Europe/Berlin", "22:00", "02:30", "2026-10-25T02:29:59+02:00", "2026-10-25T01:30:00Z"],
    ["Europe/Berlin", "22:00", "02:30", "2026-10-25T02:45:00+02:00", "2026-10-25T01:30:00Z"],
    ["Europe/Berlin", "22:00", "02:30", "2026-10-25T02:29:59+01:00", "2026-10-25T01:30:00Z"],
    ["Europe/Berlin", "22:00", "02:30", "2026-10-25T02:30:00+01:00", undefined],
    ["Europe/Berlin", "02:30", "04:00", "2026-10-25T02:29:59+02:00", undefined],
    ["Europe/Berlin", "02:30", "04:00", "2026-10-25T02:30:00+02:00", "2026-10-25T03:00:00Z"],
    ["Europe/Berlin", "02:30", "04:00", "2026-10-25T02:10:00+01:00", "2026-10-25T03:00:00Z"],
    ["Europe/Berlin", "03:00", "04:00", "2026-10-25T02:59:59+01:00", undefined],
    ["America/New_York", "22:00", "01:30", "2026-11-01T05:45:00Z", "2026-11-01T06:30:00Z"],
    ["America/New_York", "22:00", "01:30", "2026-11-01T06:30:00Z", undefined],
    ["Australia/Lord_Howe", "22:00", "01:45", "2026-04-04T14:50:00Z", "2026-04-04T15:15:00Z"],
    ["Australia/Lord_Howe", "22:00", "01:45", "2026-04-04T15:15:00Z", undefined],
    // Midnight comes twice: the evening goes on after the day had begun.
    ["America/St_Johns", "23:30", "00:30", "2006-10-29T02:29:00Z", "2006-10-29T04:00:00Z"],
    // Friday, 30 December 2011 was left out in Samoa.
    ["Pacific/Apia", "22:00", "08:00", "2011-12-30T09:00:00Z", "2011-12-30T18:00:00Z"],
    ["Pacific/Apia", "22:00", "08:00", "2011-12-30T10:00:00Z", "2011-12-30T18:00:00Z"],
    ["Pacific/Apia", "22:00", "08:00", "2011-12-30T18:00:00Z", undefined],
    ["Pacific/Apia", "12:00", "13:00", "2011-12-30T10:00:00Z", undefined],
  ])("%s %s–%s at %s", (zone, start, end, at, until) => {
    expect(untilText(zone, start, end, at)).toBe(until);
  });

  it.each([
    ["Mars/Base", "21:00", "08:00"],
    ["Asia/Shanghai", "24:00", "08:00"],
    ["Asia/Shanghai", "21:60", "08:00"],
    ["Asia/Shanghai", "9:00", "08:00"],
  ])("refuses %s %s–%s", (zone, start, end) => {
    expect(() => untilText(zone, start, end, "2026-03-02T12:00:00Z")).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });

  it("answers from 1800 to 2199", () => {
    expect(() => untilText("UTC", "21:00", "08:00", "1799-12-31T23:59:59Z")).toThrow(
      expect.objectContaining({ code: "out-of-range" }),
    );
    expect(untilText("UTC", "00:00", "08:00", "1800-01-01T00:00:00Z")).toBe("1800-01-01T08:00:00Z");
    expect(() => untilText("UTC", "21:00", "08:00", "2200-01-01T00:00:00Z")).toThrow(
      expect.objectContaining({ code: "out-of-range" }),
    );
  });
});
