import { Duration, InvalidInputError, millisecondsIn } from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("millisecondsIn", () => {
  it.each<[Duration, number]>([
    [{}, 0],
    [{ seconds: 0 }, 0],
    [{ years: 0, months: 0, days: 1 }, 86_400_000],
    [{ seconds: 1 }, 1000],
    [{ minutes: 1 }, 60_000],
    [{ hours: 1 }, 3_600_000],
    [{ weeks: 1 }, 604_800_000],
    [{ hours: 1, minutes: 30, seconds: 15 }, 5_415_000],
    [{ seconds: 0.0004 }, 0],
    [{ seconds: 0.0005 }, 1],
    [{ hours: 0.1 }, 360_000],
    [{ seconds: 0.29 }, 290],
    [{ weeks: 1, days: 1, hours: 1, minutes: 1, seconds: 1 }, 694_861_000],
  ])("%o lasts %d ms", (duration, length) => {
    expect(millisecondsIn(duration)).toBe(length);
  });

  it.each<[unknown, string]>([
    [{ months: 1 }, "duration: months: has no fixed length: say weeks, days or hours"],
    [{ years: 1, months: 1 }, "duration: years: has no fixed length: say weeks, days or hours"],
    [{ hours: -1 }, "duration: hours: "],
    [{ hours: 1e9 + 1 }, "duration: hours: "],
    [{ hours: Number.NaN }, "duration: hours: "],
    [{ hour: 1 }, 'duration: hour: Unrecognized key: "hour"'],
    [null, "duration: "],
    [5, "duration: "],
  ])("refuses %o", (duration, message) => {
    const measure = () => millisecondsIn(duration as Duration);
    expect(measure).toThrow(InvalidInputError);
    expect(measure).toThrow(message);
  });
});

it.each<[Duration, boolean]>([
  [{ months: 1e9 }, true],
  [{ months: 1e9 + 1 }, false],
  [{ years: 0 }, true],
  [{ years: -0.1 }, false],
])("Duration takes %o: %s", (duration, isTaken) => {
  expect(Duration.safeParse(duration).success).toBe(isTaken);
});
