import { Instant, InvalidInputError, instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";

const LIMIT = 8.64e15;

describe("instant", () => {
  it.each<[Date | string | number, number]>([
    [0, 0],
    [-0, 0],
    [LIMIT, LIMIT],
    [-LIMIT, -LIMIT],
    [new Date(5), 5],
    ["1970-01-01T00:00Z", 0],
    ["1970-01-01t00:00:01z", 1000],
    ["1970-01-01T00:00:00.1Z", 100],
    ["1970-01-01T00:00:00.12Z", 120],
    ["1970-01-01T00:00:00,123Z", 123],
    ["1970-01-01T00:00:00.123999999Z", 123],
    ["1970-01-01T01:00+01:00", 0],
    ["1970-01-01T01:00+01", 0],
    ["1970-01-01T05:45+0545", 0],
    ["1969-12-31T23:00-01:00", 0],
    ["1970-01-01T00:00-00:00", 0],
    ["1970-01-01T23:59+23:59", 0],
    ["1970-01-01T23:59:59.999Z", 86_399_999],
    ["2026-03-29T02:30:00+01:00", 1_774_747_800_000],
    ["2000-02-29T00:00Z", 951_782_400_000],
    ["0000-01-01T00:00Z", -62_167_219_200_000],
    ["+002026-11-24T00:00Z", 1_795_478_400_000],
    ["+275760-09-13T00:00Z", LIMIT],
    ["+275760-09-13T01:00+01:00", LIMIT],
    ["-271821-04-20T00:00Z", -LIMIT],
  ])("reads %o", (from, at) => {
    expect(instant(from)).toBe(at);
  });

  it.each([
    [""],
    ["2026-11-24"],
    ["2026-11-24T06:00"],
    ["2026-11-24T06:00:00"],
    ["2026-11-24 06:00Z"],
    [" 2026-11-24T06:00Z"],
    ["2026-11-24T06:00Z "],
    ["2026-11-24T24:00Z"],
    ["2026-11-24T23:60Z"],
    ["2026-11-24T23:59:60Z"],
    ["2026-11-24T06Z"],
    ["2026-11-24T06:00:00.Z"],
    ["2026-11-24T06:00:00.1234567890Z"],
    ["2026-11-24T06:00.5Z"],
    ["2026-11-24T06:00+24:00"],
    ["2026-11-24T06:00+01:60"],
    ["2026-11-24T06:00+1:00"],
    ["2026-02-29T00:00Z"],
    ["1900-02-29T00:00Z"],
    ["2026-04-31T00:00Z"],
    ["2026-13-01T00:00Z"],
    ["2026-00-01T00:00Z"],
    ["2026-01-00T00:00Z"],
    ["-000000-01-01T00:00Z"],
    ["12026-01-01T00:00Z"],
    ["+275760-09-13T00:00:00.001Z"],
    ["+275760-09-14T00:00Z"],
    [0.5],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [LIMIT + 1],
    [-LIMIT - 1],
    [new Date(Number.NaN)],
    [null],
    [undefined],
    [true],
    [{}],
    [[0]],
  ])("refuses %o", (from) => {
    const read = () => instant(from as string);
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow(
      "instant: must be a Date, an ISO 8601 date and time with offset, or whole milliseconds",
    );
  });
});

describe("isoOf", () => {
  it.each<[number, string]>([
    [0, "1970-01-01T00:00:00.000Z"],
    [-1, "1969-12-31T23:59:59.999Z"],
    [LIMIT, "+275760-09-13T00:00:00.000Z"],
    [-LIMIT, "-271821-04-20T00:00:00.000Z"],
  ])("writes %d as %s", (at, text) => {
    expect(isoOf(at as Instant)).toBe(text);
  });

  it("refuses what is no moment", () => {
    expect(() => isoOf(Number.NaN as Instant)).toThrow(InvalidInputError);
  });
});

describe("Instant", () => {
  it.each([
    [LIMIT, true],
    [LIMIT + 1, false],
    [-LIMIT, true],
    [-LIMIT - 1, false],
    [0.5, false],
    ["0", false],
  ])("takes %o: %s", (value, isTaken) => {
    expect(Instant.safeParse(value).success).toBe(isTaken);
  });
});
